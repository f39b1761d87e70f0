"""How a run ended, and a small invented report to run on."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wire.server import WireServer

__all__ = ["OTHER_REPORT", "REPORT", "Cli", "Result", "asking", "written_lines"]

REPORT = """枫桥市人民代表大会常务委员会工作报告
——2024年1月10日在枫桥市第六届人民代表大会第三次会议上
枫桥市人大常委会主任 林致远

各位代表：
我受市人大常委会委托，向大会报告工作，请予审议。
一、2023年的主要工作
（一）立法工作扎实推进。制定地方性法规3部，修改2部，开展立法调研30余次。
（二）监督工作更有实效。听取和审议专项工作报告12项，开展执法检查5次，满意率达到98.6%。
（三）代表作用充分发挥。办理代表建议146件，接待群众***人次。
二、2024年的工作安排
计划制定地方性法规4部，开展执法检查6次。
"""

OTHER_REPORT = (
    REPORT.replace("2024", "2025").replace("2023", "2024").replace("146件", "158件").replace("12项", "15项")
)


@dataclass(frozen=True)
class Result:
    """How a run ended: exit code, the bytes on stdout, the text on stderr."""

    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode("utf-8")

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The JSON Lines on stdout."""
        return [json.loads(line) for line in self.text.splitlines()]


Cli = Callable[..., Result]


def asking(model: WireServer) -> list[str]:
    """The options that have this model asked."""
    return ["-m", "openai:test", "--base-url", model.url]


def written_lines(path: Path, *rows: object) -> str:
    """The name of a file that holds these rows as JSON Lines."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path.name
