"""Requests as `prompting` makes them, in miniature."""

from summarizer.prompting import Message, Request
from summarizer.prompting.reply_schema import SCHEMA_NAME, reply_schema

__all__ = ["TEXT", "request"]

TEXT = "全年召开常委会会议12次(e1)，听取专项工作报告30余项(e2)，办理建议***件(e3)。"
"""Three marked figures: a plain one, one with a qualifier, a masked one."""


def request(text: str = TEXT, *, chunk: int = 1, reply_tokens: int = 800) -> Request:
    """A request whose markers `e1`, `e2`, … stand for the indicators 11, 12, …"""
    return Request(
        chunk=chunk,
        messages=(
            Message("system", "Summarise."),
            Message(
                "user", f"Terms to use:\n- 专项工作报告 = special work report\n\n<report>\n{text}\n</report>"
            ),
        ),
        schema_name=SCHEMA_NAME,
        schema=reply_schema(),
        prompt="section_digest.md",
        prompt_version="0" * 64,
        letter="e",
        markers={number: number + 10 for number in range(1, 100) if f"(e{number})" in text},
        max_reply_tokens=reply_tokens,
    )
