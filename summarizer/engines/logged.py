"""Requests and what came back, for the log."""

import time
from collections.abc import Callable
from typing import Any

from summarizer.event_log import Log
from summarizer.model import Ask, Complete, ModelSettings, Reply, Truncated, key_of
from summarizer.prompting import Request

__all__ = ["log_reply", "logged"]


def logged(ask: Ask, log: Log, *, settings: ModelSettings, report: Callable[[], str]) -> Ask:
    """`ask`, with a line in the log for each reply. `report` gives what the log calls the report at work."""

    def ask_and_log(request: Request) -> Reply:
        start = time.monotonic()
        reply = ask(request)
        log_reply(log, request, reply, settings=settings, report=report(), seconds=time.monotonic() - start)
        return reply

    return ask_and_log


def log_reply(
    log: Log, request: Request, reply: Reply, *, settings: ModelSettings, report: str, seconds: float
) -> None:
    """One line: which request, how it ended and what it took. What a model or an endpoint said is text, and stands there only where
    the log may hold text."""
    usage = reply.usage
    facts: dict[str, Any] = {
        "report": report,
        "chunk": request.chunk,
        "request": key_of(request, settings)[:16],
        "prompt": request.prompt,
        "attempt": request.attempt,
        "outcome": type(reply).__name__.lower(),
        "from_cache": bool(usage.from_cache),
        "sent": usage.requests,
        "input_tokens": usage.input_tokens,
        "output_tokens": usage.output_tokens,
        "cost_usd": None if usage.cost_usd is None else format(usage.cost_usd, "f"),
        "seconds": round(seconds, 3),
    }
    if log.with_text:
        facts["messages"] = [{"role": m.role, "content": m.content} for m in request.messages]
        facts["reply"] = reply.content if isinstance(reply, Complete | Truncated) else reply.why
    log("request", **facts)
