"""Progress on stderr."""

import time

import pytest

from summarizer.cli.progress import progress
from summarizer.model import Usage, usage_so_far


def _pretend_terminal(monkeypatch: pytest.MonkeyPatch, *, patience_s: float) -> None:
    # To be called in the test itself: pytest captures each phase of a test in a stream of its own.
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("summarizer.cli.progress._PATIENCE_S", patience_s)


def test_a_terminal_shows_a_bar_after_a_while(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _pretend_terminal(monkeypatch, patience_s=0.05)
    shown = ""
    until = time.monotonic() + 10
    with progress(quiet=False) as report:
        report("checking figures", 3, 8, "2 requests; cost $0.01")
        while "3/8" not in shown and time.monotonic() < until:
            time.sleep(0.05)
            shown += capsys.readouterr().err
        report("checking figures", 4, 8, "3 requests; cost $0.02")
        while "$0.02" not in shown and time.monotonic() < until:
            time.sleep(0.05)
            shown += capsys.readouterr().err
    assert "checking figures" in shown and "3/8" in shown
    assert "2 requests; cost $0.01" in shown and "3 requests; cost $0.02" in shown


@pytest.mark.parametrize("quiet", [True, False])
def test_a_quiet_or_short_run_shows_nothing(
    quiet: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # A quiet run that would show a bar shows it within the time slept; a short one ends long before.
    _pretend_terminal(monkeypatch, patience_s=0.05 if quiet else 600)
    with progress(quiet=quiet) as report:
        report("checking figures", 3, 8)
        time.sleep(0.3 if quiet else 0)
    assert capsys.readouterr().err == ""


def test_elsewhere_finished_parts_of_one_step_have_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(quiet=False, lines="replies") as report:
        for stage, done in (("reading", 1), ("replies", 0), ("replies", 1), ("replies", 2)):
            report(stage, done, 2)
    assert capsys.readouterr().err == "summarizer: replies: 1 of 2\nsummarizer: replies: 2 of 2\n"


def test_a_line_tells_what_the_part_took(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(quiet=False, lines="replies") as report:
        report("replies", 1, 2, "1 request; cost unknown")
    assert capsys.readouterr().err == "summarizer: replies: 1 of 2 (1 request; cost unknown)\n"


def test_the_cost_is_seen_on_80_columns(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _pretend_terminal(monkeypatch, patience_s=0.05)
    monkeypatch.setenv("COLUMNS", "80")
    used = usage_so_far(Usage(input_tokens=100_000, output_tokens=23_456, requests=60, cost_usd=None))
    shown = ""
    until = time.monotonic() + 10
    with progress(quiet=False) as report:
        report("stretches answered by the model", 12, 53, used)
        while "unknown" not in shown and time.monotonic() < until:
            time.sleep(0.05)
            shown += capsys.readouterr().err
    assert "12/53" in shown and "60 req, 123,456 tok, cost unknown" in shown
