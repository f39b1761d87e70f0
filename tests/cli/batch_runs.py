"""Runs over many reports in processes of their own: how they are started, what they leave, who works for them."""

import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from wire.server import Answer, Personality, Seen, honest

__all__ = ["Timed", "account", "children", "command", "outputs"]


class Timed:
    """An honest model that takes its time and notes when it had answered what."""

    ANSWER_S = 0.15

    def __init__(self) -> None:
        self.answered: list[tuple[float, str]] = []
        self._tell: Personality = honest()

    def __call__(self, seen: Seen) -> Answer:
        given = self._tell(seen)
        time.sleep(self.ANSWER_S)
        self.answered.append((time.monotonic(), json.dumps(seen.body, sort_keys=True)))
        return given


def command(*args: str) -> list[str]:
    return [sys.executable, "-m", "summarizer", "batch", *args]


def outputs(run: Path) -> dict[str, bytes]:
    names = ["indicators.csv", "indicators.parquet", "index.html"]
    files = [*(run / "digests").iterdir(), *(run / "briefs").iterdir(), *(run / name for name in names)]
    return {path.relative_to(run).as_posix(): path.read_bytes() for path in sorted(files)}


def account(run: Path) -> list[dict[str, Any]]:
    rows = [json.loads(line) for line in (run / "account.jsonl").read_text(encoding="utf-8").splitlines()]
    for row in rows:
        del row["seconds"], row["attempts"]
    return rows


def children(pid: int) -> Iterator[int]:
    """The processes that this one started, and those that they did."""
    if not Path("/proc").is_dir():
        pytest.skip("no /proc here")
    for entry in os.listdir("/proc"):  # noqa: PTH208 - names are all that is wanted
        if entry.isdigit():
            try:
                told = (Path("/proc") / entry / "stat").read_text(encoding="utf-8")
            except OSError:
                continue
            if int(told.rpartition(")")[2].split()[1]) == pid:
                yield int(entry)
                yield from children(int(entry))
