"""`--dry-run`: what would be sent is counted as it is sent then, and nothing is."""

import re

import pytest
from wire.asking import Start
from wire.prices import priced
from wire.server import honest

from cli.runs import Cli

_FIRST = re.compile(
    r"fengqiao\.txt: (\d+) requests?, ([\d,]+) tokens to send, at most ([\d,]+) to receive, (.*) about"
)


@pytest.fixture(autouse=True)
def _no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)


def test_what_is_counted_is_what_is_sent_then(cli: Cli, server: Start) -> None:
    at = server(honest())
    model = ["-m", "openai:test", "--base-url", at.url, "--passes", "none"]
    planned = _FIRST.search(cli("brief", "fengqiao.txt", *model, "--dry-run").text)
    assert planned and not at.seen
    assert cli("brief", "fengqiao.txt", *model).code == 0
    assert len(at.seen) == int(planned[1]) > 0
    sent = sum(len(message["content"]) for seen in at.seen for message in seen.body["messages"])
    # The bound is in tokens, of which no character of these texts takes more than one and a half.
    assert sent / 6 < int(planned[2].replace(",", "")) < sent * 1.5 + 2_000


def test_no_key_is_needed_and_an_unknown_price_is_called_so(cli: Cli) -> None:
    result = cli("digest", "fengqiao.txt", "-m", "openai:gpt-9-unheard-of", "--dry-run")
    assert (result.code, result.text.count("cost unknown")) == (0, 2)


def test_the_cost_is_a_bound(cli: Cli, server: Start) -> None:
    at = server(honest())
    with priced("test"):
        text = cli("brief", "fengqiao.txt", "-m", "openai:test", "--base-url", at.url, "--dry-run").text
    planned = _FIRST.search(text)
    assert planned
    tokens, reply = (int(planned[n].replace(",", "")) for n in (2, 3))
    assert planned[4] == f"at most ${(tokens + 10 * reply) / 1_000_000:.4f}"


def test_what_was_answered_before_is_not_counted(cli: Cli, server: Start) -> None:
    at = server(honest())
    model = ["-m", "openai:test", "--base-url", at.url]
    cli("brief", "fengqiao.txt", *model)
    assert "0 requests, 0 tokens to send" in (again := cli("brief", "fengqiao.txt", *model, "--dry-run").text)
    assert "1 answered before" in again
    assert "1 request," in cli("brief", "fengqiao.txt", *model, "--dry-run", "--refresh").text


@pytest.mark.parametrize(
    ("passes", "said"),
    [
        ("none", None),
        ("overview", "then at most 1 request,"),
        ("repair,gleaning,overview", "for repair, gleaning, overview"),
    ],
)
def test_later_passes_are_counted_where_they_are_wanted(cli: Cli, passes: str, said: str | None) -> None:
    text = cli(
        "compare", "fengqiao.txt", "later.txt", "-m", "openai:gpt-5", "--passes", passes, "--dry-run"
    ).text
    assert said in text if said else "then at most" not in text


def test_offline_nothing_would_be_sent(cli: Cli) -> None:
    assert cli("brief", "fengqiao.txt", "--dry-run").text == "The offline engine writes: nothing is sent.\n"
