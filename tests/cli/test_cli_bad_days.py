"""What an endpoint does on a bad day, and how the command ends: a whole briefing that says where the model is missing, or a clear error."""

import json
from pathlib import Path

import pytest
from wire.asking import Start
from wire.faults import FAULTS, RUN_ENDS, at
from wire.hostile import hostile
from wire.personalities import Careless, off_by_one, weak
from wire.server import error

from cli.runs import Cli, asking

pytestmark = pytest.mark.usefixtures("model_key")

_PARTIAL = {"truncated", "refused", "failed"}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_that_never_ends_makes_the_run_partial_and_the_briefing_says_so(
    cli: Cli, server: Start, fault: str
) -> None:
    personality, outcome = FAULTS[fault]
    result = cli("brief", "fengqiao.txt", *asking(server(personality)))
    assert result.code == (5 if outcome in _PARTIAL else 0)
    assert ("by the offline engine" in result.text) == (outcome in _PARTIAL)
    assert "## Closing account" in result.text


@pytest.mark.parametrize("fault", [name for name, (_, outcome) in FAULTS.items() if outcome in _PARTIAL])
def test_a_fault_on_one_stretch_makes_the_run_partial(
    cli: Cli, server: Start, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZER_BUDGET", "120")
    personality, outcome = FAULTS[fault]
    result = cli("digest", "fengqiao.txt", *asking(server(at("听取和审议专项工作报告", personality))))
    digest = json.loads(result.text)
    outcomes = {section["outcome"] for section in digest["sections"] if section["sentences"]}
    assert (result.code, outcomes) == (5, {outcome, "complete"})
    assert {row["origin"] for row in digest["indicators"]} == {"model", "offline"}


@pytest.mark.parametrize("fault", RUN_ENDS)
def test_what_ends_a_run_is_one_line_and_leaves_no_file(
    cli: Cli, server: Start, folder: Path, fault: str
) -> None:
    personality, code = RUN_ENDS[fault]
    result = cli("brief", "fengqiao.txt", "-q", "-o", "b.md", *asking(server(personality)))
    assert (result.code, result.out, result.err.count("\n")) == (code, b"", 1)
    assert not (folder / "b.md").exists()


@pytest.mark.parametrize(
    "personality",
    [Careless(), off_by_one, weak("fence"), hostile],
    ids=["careless", "off-by-one", "weak", "hostile"],
)
def test_a_model_that_errs_leaves_the_run_complete(cli: Cli, server: Start, personality: object) -> None:
    result = cli("brief", "fengqiao.txt", *asking(server(personality)))
    assert result.code == 0
    assert "## Closing account" in result.text


@pytest.mark.parametrize(("passes", "asked"), [("repair,gleaning,overview", 4), ("overview", 2), ("none", 1)])
def test_only_the_passes_that_are_wanted_are_asked(cli: Cli, server: Start, passes: str, asked: int) -> None:
    at_work = server(Careless())
    assert cli("digest", "fengqiao.txt", "--passes", passes, *asking(at_work)).code == 0
    assert len(at_work.seen) == asked


def test_a_pass_that_a_limit_stops_makes_the_run_partial_and_is_told(cli: Cli, server: Start) -> None:
    at_work = server(Careless())
    result = cli("brief", "fengqiao.txt", "--max-requests", "1", *asking(at_work))
    assert (result.code, len(at_work.seen)) == (5, 1)
    assert "summary is missing or not whole: the limit of 1 request is reached." in result.text


def test_a_password_in_the_address_is_nowhere_told(
    cli: Cli, server: Start, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_work = server(error(500, message="no entry for me with pass-w@rd"))
    address = at_work.url.replace("//", "//me:pass-w%40rd@")
    result = cli("digest", "fengqiao.txt", "--record", "kept", "-m", "openai:test", "--base-url", address)
    monkeypatch.setenv("SUMMARIZER_BASE_URL", address)
    shown = cli("config", "show")
    kept = [path.read_text(encoding="utf-8") for path in (folder / "kept").iterdir()]
    assert (result.code, shown.code) == (5, 0) and kept
    assert "no entry for me with ***" in result.text
    assert not any(
        "w@rd" in text or "w%40rd" in text for text in (result.text, result.err, shown.text, *kept)
    )
