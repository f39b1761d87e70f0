"""docs/models.md: its commands run against a scripted server, its table of bad days ends as it says, its slots are those there are."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from wire.answers import Personality
from wire.faults import FAULTS, RUN_ENDS
from wire.hostile import hostile
from wire.personalities import honest, weak
from wire.server import WireServer

from summarizer import resources
from summarizer.cli.main import run

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "models.md").read_text(encoding="utf-8")
_BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```", PAGE, flags=re.M | re.S)
COMMANDS = [line for kind, block in _BLOCKS if not kind for line in block.splitlines() if line]
BAD_DAYS: dict[str, tuple[Personality, ...]] = {
    "is busy": tuple(FAULTS[name][0] for name in ("429", "429 with a wait", "500", "503", "cut")),
    "asks to wait": (FAULTS["429 with a long wait"][0],),
    "sends a page": (FAULTS["HTML"][0], FAULTS["broken body"][0]),
    "cuts a reply off": (FAULTS["truncated"][0],),
    "refuses, or": tuple(FAULTS[name][0] for name in ("refusal", "filter", "filter as an error")),
    "sends an empty reply": (FAULTS["empty"][0], FAULTS["no content"][0]),
    "sends no JSON": tuple(FAULTS[name][0] for name in ("no JSON", "wrong shape", "a list", "broken off")),
    "rejects a request": (FAULTS["400"][0],),
    "knows no schemas": (weak("prose"), weak("fence"), weak("think")),
    "cites markers": (FAULTS["wrong markers"][0], FAULTS["markers of another chunk"][0]),
    "says everything twice": (FAULTS["everything twice"][0],),
    "answers in Chinese": (FAULTS["in Chinese"][0],),
    "obeys instructions": (hostile,),
    "refuses the key": (RUN_ENDS["wrong key"][0], RUN_ENDS["no credit"][0]),
    "does not know the model": (RUN_ENDS["no such model"][0],),
}
"""By the first words of a line of the table, the personalities that do it; `cannot be reached` has no server."""

_LINES = re.findall(r"^\| ([^|]+) \| [^|]+ \| (\d) \|$", PAGE, flags=re.M)


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
    monkeypatch.setenv("SUMMARIZER_RETRIES", "0")
    return tmp_path


def test_the_page_shows_commands() -> None:
    assert len(COMMANDS) >= 6
    assert all(command.startswith("summarizer ") for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_asks_the_endpoint_it_names(
    command: str, reports: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _, *arguments = shlex.split(command)
    with WireServer(honest()) as server:
        root = server.url.removesuffix("/v1")
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        for name, value in (("ENDPOINT", root), ("API_KEY", "a-key")):
            monkeypatch.setenv(f"AZURE_OPENAI_{name}", value)
        monkeypatch.setenv("OPENAI_API_VERSION", "2025-04-01-preview")
        if "azure_openai" in command:
            monkeypatch.delenv("OPENAI_BASE_URL")
        local = [
            server.url if argument.startswith("http://localhost:") else argument for argument in arguments
        ]
        assert run(local) == 0
        assert bool(server.seen) is ("--dry-run" not in command)
    assert "language model" in capsys.readouterr().out or re.search("digest|--dry-run", command)


@pytest.mark.parametrize(("what", "code"), _LINES)
def test_a_bad_day_ends_as_the_table_says(what: str, code: str, reports: Path) -> None:
    personalities = next((those for start, those in BAD_DAYS.items() if what.startswith(start)), None)
    small = reports / "small.txt"
    small.write_text(
        "云桥市人大常委会工作报告\n一、监督工作\n听取专项工作报告19项，开展执法检查3次。\n", encoding="utf-8"
    )
    if personalities is None:
        assert what == "cannot be reached"
        with WireServer() as gone:
            address = gone.url
        assert run(["brief", "small.txt", "-q", "-m", "openai:m", "--base-url", address]) == int(code)
        return
    for personality in personalities:
        with WireServer(personality) as server:
            assert run(["brief", "small.txt", "-q", "-m", "openai:m", "--base-url", server.url]) == int(code)


def test_every_bad_day_of_the_tests_stands_in_the_table() -> None:
    assert {
        start for start in BAD_DAYS if any(what.startswith(start) for what, _ in _LINES)
    } == BAD_DAYS.keys()


def test_the_slots_are_those_that_the_prompts_may_have() -> None:
    table = dict(re.findall(r"^\| `(\w+\.md)` \| (.+) \|$", PAGE, flags=re.M))
    assert table.keys() == {name for name in resources.names("prompts") if name.endswith(".md")}
    for name, slots in table.items():
        used = set(re.findall(r"\{\{([a-z_]+)\}\}", resources.text("prompts", name)))
        assert used <= set(re.findall(r"`(\w+)`", slots)), name
