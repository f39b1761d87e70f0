"""The model engine end to end: the command, a real HTTP server on loopback, an honest and a broken model."""

import json
from pathlib import Path

import pytest
from wire.asking import KEY, Start
from wire.server import Personality, WireServer, broken, completion, error, honest, reply_text

from cli.runs import Cli, asking

pytestmark = pytest.mark.usefixtures("model_key")


def test_an_honest_model_writes_the_briefing(cli: Cli, server: Start) -> None:
    at = server(honest())
    result = cli("brief", "fengqiao.txt", *asking(at))
    assert result.code == 0
    first, *more = result.err.splitlines()
    assert first.startswith(f"summarizer: asking 'test' at {at.url}; sent are")
    assert any("stretches answered by the model: 1 of" in line for line in more)
    assert "tokens sent" in more[-1]
    assert "Written by the language model openai:test" in result.text
    assert at.seen and all(KEY not in text for text in (result.text, result.err))


def test_quiet_says_nothing(cli: Cli, server: Start) -> None:
    assert cli("digest", "fengqiao.txt", "-q", *asking(server(honest()))).err == ""


def test_a_broken_model_is_flagged_and_fails_on_request(cli: Cli, server: Start) -> None:
    result = cli("digest", "fengqiao.txt", *asking(server(broken())))
    digest = json.loads(result.text)
    assert result.code == 0
    assert digest["engine"]["model"] == "openai:test"
    assert digest["flagged"]
    at = server(broken())
    assert cli("brief", "fengqiao.txt", "--fail-on", "contradicted", *asking(at)).code == 1


@pytest.mark.parametrize(
    "personality",
    [
        pytest.param(reply_text(None, refusal="I won't"), id="refused"),
        pytest.param(reply_text("{", finish="length"), id="truncated"),
        pytest.param(reply_text("not JSON"), id="malformed"),
    ],
)
def test_what_a_model_did_not_do_makes_the_run_partial(
    cli: Cli, server: Start, personality: Personality
) -> None:
    result = cli("brief", "fengqiao.txt", *asking(server(personality)))
    assert result.code == 5
    assert "by the offline engine" in result.text


def test_an_endpoint_that_refuses_the_key_ends_the_run(cli: Cli, server: Start, folder: Path) -> None:
    at = server(error(401, "invalid_api_key", f"wrong key {KEY}"))
    result = cli("brief", "fengqiao.txt", "-o", "b.md", *asking(at))
    assert (result.code, result.out) == (4, b"")
    assert KEY not in result.err
    assert not (folder / "b.md").exists()


def test_an_endpoint_that_is_not_there(cli: Cli, server: Start) -> None:
    with WireServer() as at:
        address = at.url
    result = cli("brief", "fengqiao.txt", "-q", "-m", "openai:test", "--base-url", address)
    assert (result.code, result.out, result.err.count("\n")) == (4, b"", 1)


def test_a_key_alone_asks_nobody(cli: Cli, server: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    at = server(lambda seen: completion("{}"))
    monkeypatch.setenv("OPENAI_BASE_URL", at.url)
    assert cli("brief", "fengqiao.txt").code == 0
    assert not at.seen


def test_bad_input_is_found_before_the_model_is_named(cli: Cli, server: Start) -> None:
    result = cli("compare", "fengqiao.txt", "none.txt", *asking(server(honest())))
    assert (result.code, result.err) == (3, "summarizer: none.txt: there is no such file\n")
