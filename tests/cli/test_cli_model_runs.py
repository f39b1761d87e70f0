"""Kept replies, recordings, limits and the account of a run, on the command line."""

import json
import os
import signal
import stat
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path

import pytest
from wire.asking import Start
from wire.prices import priced
from wire.server import Answer, Personality, Seen, WireServer, broken, error, honest, reply_text, slow

from cli.runs import Cli, asking

pytestmark = pytest.mark.usefixtures("model_key")


@pytest.mark.parametrize("command", ["brief", "digest"])
def test_the_same_report_asked_for_twice_costs_once(cli: Cli, server: Start, command: str) -> None:
    at = server(honest())
    first = cli(command, "fengqiao.txt", *asking(at))
    sent = len(at.seen)
    second = cli(command, "fengqiao.txt", *asking(at))
    assert sent == len(at.seen) > 0
    assert (first.code, second.code) == (0, 0)
    last = second.err.splitlines()[-1]
    assert last.startswith("summarizer: 0 requests, 0 tokens sent, 0 received, ")
    assert last.endswith("not paid for again); cost $0.0000")
    if command == "digest":
        one, two = json.loads(first.text), json.loads(second.text)
        assert (one.pop("usage")["requests"], two.pop("usage")["from_cache"]) == (sent, sent)
        assert one == two
    else:
        one, two = (
            [line for line in run.text.splitlines() if "asked" not in line] for run in (first, second)
        )
        assert one == two
        assert "kept from an earlier run." in second.text


def test_reports_that_are_compared_with_themselves_cost_once(cli: Cli, server: Start) -> None:
    at = server(honest())
    cli("digest", "fengqiao.txt", *asking(at))
    sent = len(at.seen)
    assert cli("compare", "fengqiao.txt", "later.txt", *asking(at)).code == 0
    assert len(at.seen) < 2 * sent + 2


@pytest.mark.parametrize(
    ("option", "kept"), [(["--refresh"], True), (["--no-cache"], False)], ids=["refresh", "no-cache"]
)
def test_replies_are_asked_for_anew_on_request(
    cli: Cli, server: Start, option: list[str], kept: bool
) -> None:
    at = server(honest())
    cli("digest", "fengqiao.txt", *asking(at), *option)
    sent = len(at.seen)
    cli("digest", "fengqiao.txt", *asking(at), *option)
    assert len(at.seen) == 2 * sent
    stats = json.loads(cli("cache", "stats", "--json").text)
    assert bool(stats["replies"]) is kept


def test_a_run_that_ended_early_goes_on_from_what_was_kept(cli: Cli, server: Start) -> None:
    at = server(error(503))
    assert cli("digest", "fengqiao.txt", *asking(at)).code == 5
    at.script = (honest(),)
    at.seen.clear()
    assert cli("digest", "fengqiao.txt", *asking(at)).code == 0
    assert at.seen, "a failure is never kept"


def test_the_cache_is_shown_cleared_and_found(
    cli: Cli, server: Start, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZER_CACHE_DIR", str(folder / "kept"))
    assert cli("cache", "path").text == f"{folder / 'kept'}\n"
    empty = json.loads(cli("cache", "stats", "--json").text)
    assert (empty["replies"], empty["oldest"]) == (0, None)
    cli("digest", "fengqiao.txt", *asking(server(honest())))
    stats = json.loads(cli("cache", "stats", "--json").text)
    assert stats["replies"] > 0 and stats["bytes"] > 0 and stats["oldest"] <= stats["newest"]
    assert stats["folder"] == str(folder / "kept")
    assert str(stats["bytes"]) in cli("cache", "stats").text
    assert stat.S_IMODE((folder / "kept").stat().st_mode) == 0o700
    assert cli("cache", "clear", "--unused-days", "1").text == "0 replies removed\n"
    removed = cli("cache", "clear").text
    assert removed.split()[0] == str(stats["replies"])
    assert json.loads(cli("cache", "stats", "--json").text)["replies"] == 0


def test_a_cache_that_cannot_be_written_is_a_note(
    cli: Cli, server: Start, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZER_CACHE_DIR", str(folder / "fengqiao.txt"))
    result = cli("digest", "fengqiao.txt", *asking(server(honest())))
    assert result.code == 0
    assert result.err.splitlines()[-1].startswith(
        f"summarizer: {folder / 'fengqiao.txt'}: replies cannot be kept"
    )


def test_a_recorded_run_is_replayed_without_network_or_key(
    cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with WireServer(broken()) as at:
        options = asking(at)
        first = cli("digest", "fengqiao.txt", *options, "--record", "exchanges")
    assert list((folder / "exchanges").glob("*.json"))
    monkeypatch.delenv("OPENAI_API_KEY")
    again = cli("digest", "fengqiao.txt", *options, "--replay", "exchanges")
    assert again.code == first.code
    assert again.err.startswith("summarizer: replaying 'test' from exchanges; nothing is sent\n")
    one, two = json.loads(first.text), json.loads(again.text)
    assert (one.pop("usage")["requests"] > 0, two.pop("usage")["requests"]) == (True, 0)
    assert one == two
    # A kept run is recorded as a whole too.
    cli("digest", "fengqiao.txt", *options, "--record", "more")
    assert len(list((folder / "more").glob("*"))) == len(list((folder / "exchanges").glob("*")))


def test_what_was_not_recorded_is_named_and_written_offline(cli: Cli, folder: Path) -> None:
    (folder / "exchanges").mkdir()
    result = cli("digest", "fengqiao.txt", "-m", "openai:test", "--replay", "exchanges")
    assert result.code == 5
    notes = {section["note"] for section in json.loads(result.text)["sections"]}
    assert any("is not recorded" in note for note in notes)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--record", "x"], "--record needs a model"),
        (["--replay", "x"], "--replay needs a model"),
        (["-m", "openai:test", "--replay", "x"], "no such folder of recorded exchanges"),
        (["-m", "openai:test", "--replay", ".", "--refresh"], "--refresh has no sense"),
        (["-m", "openai:test", "--replay", ".", "--record", "x"], "--record has no sense"),
        (["-m", "openai:test", "--max-requests", "0"], "max_requests wants a whole number of 1 or more"),
        (["-m", "openai:test", "--max-cost", "0"], "max_cost wants a number of US dollars above 0"),
        (["-m", "openai:test", "--rpm", "0"], "rpm wants"),
        (["-m", "openai:test", "--tpm", "x"], "--tpm"),
        (["-m", "openai:test", "--max-cost", "1"], "the price of 'test' is not known"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_options_that_cannot_be_meant(cli: Cli, options: list[str], says: str) -> None:
    result = cli("brief", "fengqiao.txt", "--base-url", "http://127.0.0.1:9/v1", *options)
    assert (result.code, result.out) == (2, b"")
    assert says in result.err


def test_a_limit_of_requests_leaves_a_complete_partial_briefing(cli: Cli, server: Start) -> None:
    at = server(honest())
    result = cli("brief", "fengqiao.txt", *asking(at), "--budget", "60", "--max-requests", "1")
    assert (result.code, len(at.seen)) == (5, 1)
    assert "the limit of 1 request is reached" in result.text
    assert "146" in result.text
    assert "summarizer: 1 request, " in result.err


def test_a_limit_of_cost_leaves_a_complete_partial_digest(cli: Cli, server: Start) -> None:
    at = server(reply_text('{"rows": [], "sentences": []}', tokens=(500, 900)))
    with priced("test"):
        result = cli(
            "digest", "fengqiao.txt", *asking(at), "--budget", "60", "--reply-tokens", "1000",
            "--max-cost", "0.03",
        )  # fmt: skip
    digest = json.loads(result.text)
    assert result.code == 5
    assert 1 <= len(at.seen) < len(digest["sections"])
    assert 0 < float(digest["usage"]["cost_usd"]) <= 0.03
    assert result.err.splitlines()[-1].endswith(f"cost ${Decimal(digest['usage']['cost_usd']):.4f}")


def test_each_reply_has_a_line_with_what_was_used_so_far(cli: Cli, server: Start) -> None:
    at = server(reply_text('{"rows": [], "sentences": []}', tokens=(500, 100)))
    with priced("test"):
        lines = cli("digest", "fengqiao.txt", *asking(at), "--budget", "60").err.splitlines()
    first, second = [line for line in lines if "stretches answered" in line][:2]
    assert "(1 req, 600 tok, $" in first
    assert "(2 req, 1,200 tok, $" in second


def test_what_was_spent_is_told_where_the_run_ends_in_an_error(
    cli: Cli, server: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = server(honest(), error(429, "insufficient_quota"))
    monkeypatch.setenv("SUMMARIZER_CONCURRENCY", "1")
    result = cli("digest", "fengqiao.txt", *asking(at), "--budget", "60")
    assert result.code == 4
    *_, usage, problem = result.err.splitlines()
    assert "tokens sent" in usage and "no credit left" in problem


@pytest.mark.parametrize("personality", [reply_text("{", finish="length"), reply_text(None, refusal="no")])
def test_truncations_and_refusals_are_kept_too(cli: Cli, server: Start, personality: Personality) -> None:
    at = server(personality)
    cli("digest", "fengqiao.txt", *asking(at))
    sent = len(at.seen)
    assert cli("digest", "fengqiao.txt", *asking(at)).code == 5
    assert len(at.seen) == sent


def test_an_interrupted_run_goes_on_where_it_was(server: Start, folder: Path) -> None:
    tell = honest()

    def stuck_at_the_third(seen: Seen) -> Answer:
        return slow(60.0)(seen) if len(at.seen) == 3 else tell(seen)

    at = server(stuck_at_the_third)
    command = [sys.executable, "-m", "summarizer", "digest", "fengqiao.txt", *asking(at), "--budget", "60"]
    environ = {**os.environ, "SUMMARIZER_CONCURRENCY": "1"}
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environ, cwd=folder
    ) as run:
        until = time.monotonic() + 60
        while len(at.seen) < 3 and time.monotonic() < until:
            time.sleep(0.02)
        run.send_signal(signal.SIGINT)
        _, told = run.communicate(timeout=30)
    assert run.returncode == 130
    assert b"2 requests, " in told
    at.script = (tell,)
    at.seen.clear()
    again = subprocess.run(command, capture_output=True, env=environ, cwd=folder, timeout=60, check=False)
    assert again.returncode == 0
    usage = json.loads(again.stdout)["usage"]
    assert (usage["from_cache"], usage["requests"]) == (2, len(at.seen))
