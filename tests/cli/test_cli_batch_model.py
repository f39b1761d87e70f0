"""Runs over many reports with a model: paid for once, within limits that hold for all of it, told in the log."""

import json
from pathlib import Path
from typing import Any

import pytest
from wire.asking import KEY, Start
from wire.prices import priced
from wire.server import Answer, Seen, WireServer, error, honest, reply_text

from cli.runs import REPORT, Cli

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("model_key")]


@pytest.fixture
def reports(folder: Path) -> Path:
    made = folder / "reports"
    made.mkdir()
    for n in range(4):
        (made / f"r{n}.txt").write_bytes(REPORT.replace("枫桥", f"{'云青石河'[n]}桥").encode("utf-8"))
    return made


def asking(at: WireServer) -> list[str]:
    return ["--budget", "60", "-m", "openai:test", "--base-url", at.url]


def start(at: WireServer, *more: str, run: str = "run") -> list[str]:
    return ["batch", "reports", "-d", run, "--jobs", "2", *asking(at), *more]


def digests(run: Path) -> dict[str, Any]:
    return {path.name: json.loads(path.read_bytes()) for path in sorted((run / "digests").iterdir())}


def account(run: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (run / "account.jsonl").read_text(encoding="utf-8").splitlines()]


def test_a_model_writes_every_digest_as_it_does_for_one(
    cli: Cli, server: Start, folder: Path, reports: Path
) -> None:
    at = server(honest())
    done = cli(*start(at), "--json")
    told = json.loads(done.text)
    assert (done.code, told["done"], told["requests"]) == (0, 4, len(at.seen))
    assert done.err.startswith("summarizer: asking 'test' at http://127.0.0.1")
    (row,) = [row for row in account(folder / "run") if row["path"] == "reports/r2.txt"]
    alone = json.loads(cli("digest", "reports/r2.txt", *asking(at), "--no-cache").text)
    assert digests(folder / "run")[f"{row['id']}.json"] == alone
    assert alone["engine"]["name"] == "model"


def test_the_cache_is_shared_with_all_other_commands(
    cli: Cli, server: Start, folder: Path, reports: Path
) -> None:
    at = server(honest())
    cli(*start(at))
    sent = len(at.seen)
    cli("digest", "reports/r1.txt", *asking(at))
    again = cli(*start(at, "--json", run="other"))
    assert len(at.seen) == sent
    assert json.loads(again.text)["from_cache"] == sent


def test_a_folder_that_replies_cannot_be_kept_in_is_told_once(
    cli: Cli, server: Start, folder: Path, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = folder / "others"
    (others / "replies").mkdir(parents=True)
    (others / "replies").chmod(0o777)
    monkeypatch.setenv("SUMMARIZER_CACHE_DIR", str(others))
    done = cli(*start(server(honest()), "--limit", "1"))
    assert done.code == 0
    assert done.err.count(f"{others}: replies cannot be kept: it belongs to another user, is a link, or") == 1
    assert "replies cannot be kept" not in cli(*start(server(honest()), "--limit", "1", "-q")).err


def test_no_more_are_in_flight_than_wanted_over_all_processes(cli: Cli, server: Start, reports: Path) -> None:
    tell = honest()

    def slowly(seen: Seen) -> Answer:
        given = tell(seen)
        return Answer(given.status, given.body, given.headers, given.media_type, delay_s=0.1)

    at = server(slowly)
    assert cli(*start(at, "--concurrency", "3")).code == 0
    assert at.most_at_once == 3


@pytest.mark.parametrize("cache", [[], ["--no-cache"]], ids=["cache", "no cache"])
def test_a_limit_of_requests_holds_for_all_parts_and_leaves_no_report_half_done(
    cli: Cli, server: Start, folder: Path, reports: Path, cache: list[str]
) -> None:
    whole = server(honest())
    cli(*start(whole, "--no-cache"))
    want = digests(folder / "run")
    (folder / "run").rename(folder / "whole")
    at = server(honest())
    limit = len(whole.seen) // 2
    first = cli(*start(at, "--max-requests", str(limit), *cache), "--json")
    assert (first.code, len(at.seen)) == (5, limit)
    told = json.loads(first.text)
    assert told["waiting"] and not told["partial"]
    assert f"the limit of {limit} requests is reached" in first.err
    assert set(digests(folder / "run")) < set(want)
    again = cli("batch", "resume", "run", "--base-url", at.url, "--max-requests", str(limit), *cache)
    assert (again.code, len(at.seen)) == (5, limit), "what was spent is spent"
    last = cli("batch", "resume", "run", "--max-requests", str(len(whole.seen)), *cache)
    assert last.code == 0
    assert len(at.seen) == len(whole.seen), "nothing was asked twice"
    assert digests(folder / "run") == want


def test_a_limit_of_cost_holds_for_all_parts(cli: Cli, server: Start, reports: Path) -> None:
    at = server(reply_text('{"rows": [], "sentences": []}', tokens=(500, 900)))
    with priced("test"):
        first = cli(*start(at, "--reply-tokens", "1000", "--max-cost", "0.05", "--json"))
        spent = json.loads(first.text)
        again = cli("batch", "resume", "run", "--max-cost", "0.05", "--json")
        more = cli("batch", "resume", "run", "--max-cost", "0.10", "--json")
    assert first.code == 5 and 0 < float(spent["cost_usd"]) <= 0.05
    assert json.loads(again.text)["cost_usd"] == spent["cost_usd"]
    assert float(spent["cost_usd"]) < float(json.loads(more.text)["cost_usd"]) <= 0.10


def test_an_endpoint_that_fails_for_good_ends_the_run_which_goes_on_later(
    cli: Cli, server: Start, folder: Path, reports: Path
) -> None:
    at = server(honest(), honest(), honest(), error(429, "insufficient_quota"))
    ended = cli(*start(at, "--concurrency", "1"))
    assert ended.code == 4
    assert "no credit left" in ended.err.splitlines()[-1]
    asked = [seen.body for seen in at.seen[:3]]
    at.script = (honest(),)
    at.seen.clear()
    last = cli("batch", "resume", "run", "--json")
    assert (last.code, json.loads(last.text)["done"]) == (0, 4)
    assert not [seen for seen in at.seen if seen.body in asked], "what was answered is not asked again"


def test_what_a_model_left_undone_is_partial_and_tried_again_on_request(
    cli: Cli, server: Start, folder: Path, reports: Path
) -> None:
    at = server(honest(), error(503), honest())
    first = cli(*start(at, "--concurrency", "1"))
    assert first.code == 5
    (row,) = [row for row in account(folder / "run") if row["state"] == "partial"]
    assert row["reason"] == "1 section failed"
    sent = len(at.seen)
    kept = digests(folder / "run")
    used_up = cli("batch", "resume", "run", "--retry-failed", "--max-requests", str(sent), "--json")
    assert (used_up.code, json.loads(used_up.text)["partial"], len(at.seen)) == (5, 1, sent)
    assert digests(folder / "run") == kept, "nothing worse takes its place"
    last = cli("batch", "resume", "run", "--retry-failed", "--json")
    assert (last.code, json.loads(last.text)["partial"]) == (0, 0)
    assert len(at.seen) - sent < 6, "what was answered is not asked again"


def test_no_key_is_in_the_runs_directory(cli: Cli, server: Start, folder: Path, reports: Path) -> None:
    at = server(error(401, message=f"wrong key {KEY}"))
    address = at.url.replace("http://", "http://user:pa55word@")
    cli(*start(at)[:-1], address, "--log-file", "run.log", "--log-text")
    at.script = (honest(),)
    cli("batch", "reports", "-d", "run", "--budget", "60", "-m", "openai:test", "--base-url", address)
    files = [path for path in [*(folder / "run").rglob("*"), folder / "run.log"] if path.is_file()]
    assert len(files) > 5
    for path in files:
        data = path.read_bytes()
        assert KEY.encode() not in data and b"pa55word" not in data, path


def test_the_log_tells_every_request_and_no_text_unless_asked(
    cli: Cli, server: Start, folder: Path, reports: Path
) -> None:
    at = server(honest())
    cli(*start(at, "--log-file", "run.log"))
    text = (folder / "run.log").read_text(encoding="utf-8")
    events = [json.loads(line) for line in text.splitlines()]
    requests = [one for one in events if one["event"] == "request"]
    ids = {row["id"] for row in account(folder / "run")}
    assert len(requests) == len(at.seen)
    assert {one["report"] for one in requests} == ids
    assert all(
        one["outcome"] == "complete" and one["sent"] == 1 and len(one["request"]) == 16 for one in requests
    )
    assert {one["report"] for one in events if one.get("state") == "done"} == ids
    assert events[0]["event"] == "run"
    for said in ("立法", "代表建议", "Summar", "messages"):
        assert said not in text
    assert (folder / "run.log").stat().st_mode & 0o077 == 0
    cli(
        "digest",
        "reports/r1.txt",
        "-m",
        "openai:test",
        "--base-url",
        at.url,
        "--log-file",
        "one.log",
        "--log-text",
    )
    one = [json.loads(line) for line in (folder / "one.log").read_text(encoding="utf-8").splitlines()]
    assert [line["state"] for line in one if line["event"] == "report"] == ["begun", "done"]
    asked = [line for line in one if line["event"] == "request"]
    assert asked and all("代表" in json.dumps(line["messages"], ensure_ascii=False) for line in asked)
