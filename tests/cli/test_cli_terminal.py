"""Every command on a terminal: whatever report, file name, model or endpoint hold, nothing of it steers the screen."""

import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from wire.server import WireServer, completion, error

from cli.runs import REPORT

ATTACK = "\x1b]8;;http://leak.example\x07x\x1b[2J\x9b31m\x08\r99\x7f\u202e00\u2066"
# More of it would make the file look binary, and nothing would be shown at all.
HOSTILE = REPORT.replace("（一）立法工作", f"（一）立法{ATTACK}工作").replace(
    "办理代表建议", "办理代表\x1b[8m\x9b2J\u202e建议"
) + "".join(
    f"（{n}）会议之后，有关部门研究处理审议意见，改进工作，取得成效。\n" for n in "一二三四五六七八九十" * 2
)
NAME = "a\x1b[2Jb\x9b31m\x08\u202ec.txt"
# What our own tables, bars and the terminal's line discipline write: colours, the cursor of a progress bar, line ends.
_OWN = re.compile(
    r"\x1b\[(?:0|1|2|[34]\d|9\d|1;\d\d|38;[25];[\d;]+)?(?:;\d+)*m|\x1b\[\?25[lh]|\x1b\[[012]?K|\x1b\[1A|\r(?=[\n\x1b])|\r\r?\n"
)
_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")


def _on_terminal(folder: Path, *args: str) -> tuple[int, str]:
    """The exit code of the command, and what it writes to a terminal that is its stdout and stderr."""
    main, end = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "summarizer", *args], stdin=end, stdout=end, stderr=end, cwd=folder
    )
    os.close(end)
    taken = b""
    while True:
        try:
            part = os.read(main, 65_536)
        except OSError:  # how Linux says that nobody writes any more
            break
        if not part:
            break
        taken += part
    os.close(main)
    return child.wait(60), taken.decode("utf-8")


def _steers(shown: str) -> list[str]:
    return _STEERING.findall(_OWN.sub("", shown))


@pytest.fixture
def hostile(folder: Path) -> Path:
    for name in ("h.txt", NAME):
        (folder / name).write_text(HOSTILE, encoding="utf-8", newline="")
    return folder


COMMANDS = {
    "brief": ("brief", "h.txt"),
    "brief in text": ("brief", "h.txt", "--format", "txt"),
    "brief in html": ("brief", "h.txt", "--format", "html"),
    "digest": ("digest", "h.txt"),
    "digest in csv": ("digest", "h.txt", "--format", "csv"),
    "compare": ("compare", "h.txt", "later.txt"),
    "compare in JSON": ("compare", "h.txt", "later.txt", "--format", "json"),
    "check": ("check", "h.txt", "--source", "later.txt"),
    "check in JSON": ("check", "h.txt", "--source", "later.txt", "--json"),
    "numbers": ("numbers", "h.txt", "--color", "always"),
    "numbers in JSON": ("numbers", "h.txt", "--json"),
    "outline": ("outline", "h.txt"),
    "outline in JSON": ("outline", "h.txt", "--json"),
    "regions": ("outline", "h.txt", "--regions", "--json"),
    "prompt": ("prompt", "h.txt"),
    "one prompt": ("prompt", "h.txt", "--section", "1"),
    "prompt in JSON": ("prompt", "h.txt", "--json"),
    "view": ("view", "h.txt", "-o", "-"),
    "a file name": ("brief", NAME),
    "a file name that is not there": ("brief", f"x{NAME}"),
    "a target that is not there": ("brief", "h.txt", "-o", f"no{NAME}/b.md"),
    "a wrong option": ("brief", "h.txt", f"--no{ATTACK}"),
    "a wrong command": (f"no{ATTACK}",),
    "a run": ("batch", NAME, "h.txt", "-d", "run"),
    "a cache": ("cache", "path"),
}
_WRONG = {
    "view": 2,
    "a file name that is not there": 3,
    "a target that is not there": 2,
    "a wrong option": 2,
    "a wrong command": 2,
}
_OFTEN = {"digest", "one prompt", "numbers", "a file name that is not there"}


@pytest.mark.parametrize(
    "name", [name if name in _OFTEN else pytest.param(name, marks=pytest.mark.slow) for name in COMMANDS]
)
def test_no_report_steers_the_terminal(hostile: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    if name == "a cache":
        monkeypatch.setenv("SUMMARIZER_CACHE_DIR", f"/tmp/{NAME}")
    code, shown = _on_terminal(hostile, *COMMANDS[name])
    assert code in (_WRONG.get(name, 0), 1)
    assert shown.strip()
    assert _steers(shown) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "script",
    [
        completion(None, refusal=f"no {ATTACK}"),
        completion(f'{{"rows": [], "sentences": [{{"text": "It met {ATTACK!r}.", "cites": []}}]}}'),
        error(400, message=f"bad {ATTACK}"),
        error(404, message=f"gone {ATTACK}"),
        error(429, "insufficient_quota", f"poor {ATTACK}"),
    ],
    ids=["refusal", "reply", "400", "404", "429"],
)
def test_no_endpoint_steers_the_terminal(hostile: Path, script: object) -> None:
    play: Callable[[object], object] = script if callable(script) else lambda seen: script
    with WireServer(play) as at:  # type: ignore[arg-type]
        code, shown = _on_terminal(hostile, "brief", "h.txt", "-m", "openai:test", "--base-url", at.url)
    assert at.seen and code != 70
    assert _steers(shown) == []
