"""Limits, pace, price, cache and recordings with the real client over real HTTP."""

import json
import threading
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from summarizer.errors import ConfigError
from summarizer.model import (
    Complete,
    Failed,
    Reply,
    ReplyCache,
    Usage,
    ask_all,
    ask_with,
    cached,
    recorded,
    replayed,
)
from wire.asking import KEY, Start, settings_for
from wire.pretend_time import PretendTime
from wire.prices import priced
from wire.requests import request
from wire.server import Personality, WireServer, cut, error, honest, reply_text, slow


@pytest.fixture
def _prices() -> Iterator[None]:
    with priced("test-model"):
        yield


def _asked(server: WireServer, count: int, **changes: object) -> list[Reply]:
    requests = [request(chunk=number, reply_tokens=100) for number in range(1, count + 1)]
    return ask_all(ask_with(settings_for(server, **changes)), requests, concurrency=4)


@pytest.mark.usefixtures("_prices")
def test_the_cost_is_that_of_all_attempts_and_of_cached_tokens_less(wire_server: Start) -> None:
    server = wire_server(error(500), reply_text("{}", tokens=(1_000, 200)))
    (reply,) = _asked(server, 1)
    assert reply.usage == Usage(1_000, 200, 500, 2, cost_usd=Decimal("0.00275"))


def test_without_a_price_the_cost_is_unknown_and_cannot_be_limited(wire_server: Start) -> None:
    server = wire_server(honest())
    (reply,) = _asked(server, 1)
    assert reply.usage.cost_usd is None
    with pytest.raises(ConfigError, match="price of 'test-model' is not known"):
        ask_with(settings_for(server, max_cost_usd=Decimal(1)))


@pytest.mark.usefixtures("_prices")
def test_a_reply_without_counts_has_no_known_cost(wire_server: Start) -> None:
    (reply,) = _asked(wire_server(reply_text("{}", tokens=(0, 0))), 1)
    assert reply.usage.cost_usd is None


@pytest.mark.parametrize(
    ("script", "complete"),
    [([honest()], 5), ([error(500)], 0), ([error(429, retry_after="0"), honest()], 4), ([cut, honest()], 4)],
    ids=["honest", "broken", "busy once", "cut once"],
)
def test_requests_never_pass_their_limit_retries_among_them(
    wire_server: Start, script: list[Personality], complete: int
) -> None:
    server = wire_server(*script)
    replies = _asked(server, 12, max_requests=5)
    assert len(server.seen) == sum(reply.usage.requests for reply in replies) == 5
    assert sum(isinstance(reply, Complete) for reply in replies) == complete
    whys = {reply.why for reply in replies if isinstance(reply, Failed)}
    assert whys == {"the limit of 5 requests is reached"}


@pytest.mark.usefixtures("_prices")
def test_cost_never_passes_its_limit(wire_server: Start) -> None:
    # A reply of 100 tokens costs at most 0.001, and what is sent counts for at most a few hundred tokens more.
    server = wire_server(reply_text("{}", tokens=(200, 100)))
    replies = _asked(server, 30, max_cost_usd=Decimal("0.01"))
    total = sum((reply.usage for reply in replies), Usage())
    assert total.cost_usd is not None
    assert Decimal("0.007") < total.cost_usd <= Decimal("0.01")
    whys = {reply.why for reply in replies if isinstance(reply, Failed)}
    assert whys == {"the limit of $0.01 is reached"}


@pytest.mark.usefixtures("_prices")
def test_an_attempt_that_was_broken_off_counts_at_its_bound(wire_server: Start) -> None:
    server = wire_server(slow(5.0))
    (reply,) = _asked(server, 1, max_cost_usd=Decimal("0.0045"), timeout_s=0.2, max_retries=9)
    assert reply == Failed("the limit of $0.0045 is reached", reply.usage)
    assert 1 <= len(server.seen) <= 3


def test_requests_keep_the_pace(wire_server: Start) -> None:
    time = PretendTime()
    came: list[float] = []
    tell = honest()

    def play(seen: object) -> object:
        came.append(time.now())
        return tell(seen)  # type: ignore[arg-type]

    server = wire_server(play)
    ask = ask_with(settings_for(server, rpm=2), sleep=time.sleep, clock=time.now)
    for number in range(5):
        assert isinstance(ask(request(chunk=number)), Complete)
    assert came == [0.0, 0.0, 60.0, 60.0, 120.0]


def test_tokens_keep_the_pace_by_what_they_turn_out_to_be(wire_server: Start) -> None:
    time = PretendTime()
    server = wire_server(reply_text("{}", tokens=(1_000, 1_000)))
    ask = ask_with(settings_for(server, tpm=6_000), sleep=time.sleep, clock=time.now)
    for number in range(2):
        ask(request(chunk=number, reply_tokens=2_000))
    assert time.now() == 0.0
    ask(request(reply_tokens=2_000))
    assert time.now() == 60.0


# Cache and recordings


def test_a_second_run_sends_nothing(wire_server: Start, tmp_path: Path) -> None:
    server = wire_server(honest())
    settings = settings_for(server)

    def run() -> list[Reply]:
        ask = cached(ask_with(settings), ReplyCache(tmp_path), settings=settings)
        return ask_all(ask, [request(f"召开会议{n}次(e1)。", chunk=n) for n in range(6)], concurrency=3)

    first, second = run(), run()
    assert len(server.seen) == 6
    assert [reply.content for reply in first if isinstance(reply, Complete)] == [
        reply.content for reply in second if isinstance(reply, Complete)
    ]
    assert sum((reply.usage for reply in second), Usage()) == Usage(
        from_cache=6, kept_input_tokens=600, kept_output_tokens=120
    )


def test_no_key_is_kept_or_recorded(
    wire_server: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    server = wire_server(reply_text(f"you sent {KEY}"), reply_text(None, refusal=f"not with {KEY}"))
    settings = settings_for(server, base_url=server.url.replace("127", "me:pass-w0rd@127"))
    ask = cached(ask_with(settings), ReplyCache(tmp_path / "cache"), settings=settings)
    ask = recorded(ask, tmp_path / "record", settings=settings)
    for number in range(2):
        ask(request(f"{number}"))
    files = [path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.json")]
    assert len(files) == 4
    assert not any("5ecret" in text or "pass-w0rd" in text for text in files)


def test_a_recording_answers_without_network_or_key(wire_server: Start, tmp_path: Path) -> None:
    with WireServer(honest()) as server:
        settings = settings_for(server)
        reply = recorded(ask_with(settings), tmp_path, settings=settings)(request())
    back = replayed(tmp_path, settings=settings)(request())
    assert isinstance(reply, Complete) and isinstance(back, Complete)
    assert back.content == reply.content
    (file,) = tmp_path.glob("*.json")
    told = json.loads(file.read_text(encoding="utf-8"))
    assert told["asked"]["messages"] == server.seen[0].body["messages"]
    assert told["reply"]["usage"]["input_tokens"] == 100


# Nobody else is contacted


@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy", "ALL_PROXY"])
def test_a_proxy_of_the_environment_does_not_see_a_plain_request(
    wire_server: Start, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    proxy, server = wire_server(honest()), wire_server(honest())
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.setenv(name, proxy.url.removesuffix("/v1"))
    (reply,) = _asked(server, 1)
    assert isinstance(reply, Complete)
    assert (len(server.seen), proxy.seen) == (1, [])


@pytest.mark.usefixtures("_prices")
def test_every_connection_goes_to_the_endpoint(
    wire_server: Start, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import socket

    server, reached = wire_server(error(500), honest()), []
    connect = socket.socket.connect

    def watched(self: socket.socket, address: tuple[str, int]) -> None:
        reached.append(address[:2])
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", watched)
    settings = settings_for(server, max_cost_usd=Decimal(1), rpm=100, tpm=100_000)
    ask = cached(ask_with(settings), ReplyCache(tmp_path), settings=settings)
    assert isinstance(ask(request()), Complete)
    port = int(server.url.rpartition(":")[2].removesuffix("/v1"))
    assert set(reached) == {("127.0.0.1", port)}
    assert not [one.name for one in threading.enumerate() if "price" in one.name.lower()]
