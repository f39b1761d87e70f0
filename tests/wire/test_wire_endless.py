"""Answers without end and without measure over real HTTP: each is given up, and takes neither memory nor the run with it."""

import gzip
import resource
import threading
import zlib
from collections.abc import Callable
from dataclasses import replace
from time import monotonic, sleep

import pytest

from summarizer.errors import AuthFailed
from summarizer.model import Complete, Failed, ModelSettings, ask_with
from wire.endless import ENDLESS, OVERSIZED
from wire.requests import request
from wire.server import Answer, Personality, Seen, WireServer, error, honest

Start = Callable[..., WireServer]


def _settings(server: WireServer, **changes: object) -> ModelSettings:
    options = {"model": "openai:test-model", "base_url": server.url, "backoff_s": 0.01, **changes}
    return ModelSettings(**options)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ENDLESS)
def test_an_answer_without_end_is_given_up_after_its_time(wire_server: Start, name: str) -> None:
    server = wire_server(ENDLESS[name])
    threads = threading.active_count()
    start = monotonic()
    reply = ask_with(_settings(server, timeout_s=0.1))(request())
    assert 1.9 < monotonic() - start < 6
    assert isinstance(reply, Failed)
    assert reply.why == "the endpoint's answer was not finished after 2 s"
    # It is not asked again: the next answer would take as long.
    assert (reply.usage.requests, len(server.seen)) == (1, 1)
    if name not in {"a header without end", "hints without end"}:
        _wait_until(lambda: threading.active_count() <= threads + 1)


def _wait_until(true: Callable[[], bool]) -> None:
    end = monotonic() + 5
    while not true():
        assert monotonic() < end, "a thread goes on reading"
        sleep(0.02)


@pytest.mark.parametrize("name", OVERSIZED)
def test_an_answer_without_measure_is_given_up_at_its_limit(wire_server: Start, name: str) -> None:
    server = wire_server(OVERSIZED[name])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    reply = ask_with(_settings(server))(request())
    assert isinstance(reply, Failed)
    says = "compressed" if "compressed" in name else "longer than 8,000,000 bytes"
    assert says in reply.why
    assert len(server.seen) == 1
    # In kilobytes: the bomb of 200 MB is never unpacked.
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 120_000


_PACKED: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "GZip": lambda body: gzip.compress(body[:40]) + gzip.compress(body[40:]),
    "deflate": zlib.compress,
    "br": lambda body: b"\x8b\x01\x80nobody knows",
}


def _packed(tell: Personality, packing: str) -> Personality:
    def packed(seen: Seen) -> Answer:
        given = tell(seen)
        return replace(
            given, body=_PACKED[packing](given.body), headers={**given.headers, "Content-Encoding": packing}
        )

    return packed


@pytest.mark.parametrize("packing", ["gzip", "GZip", "deflate"])
def test_an_answer_that_comes_compressed_all_the_same_is_read(wire_server: Start, packing: str) -> None:
    plain = ask_with(_settings(wire_server(honest())))(request())
    assert ask_with(_settings(wire_server(_packed(honest(), packing))))(request()) == plain


@pytest.mark.parametrize("packing", _PACKED)
def test_a_compressed_error_is_the_error_that_it_is(wire_server: Start, packing: str) -> None:
    server = wire_server(_packed(error(401), packing))
    with pytest.raises(AuthFailed):
        ask_with(_settings(server))(request())
    busy = wire_server(_packed(error(429, retry_after="0"), packing), honest())
    assert isinstance(ask_with(_settings(busy))(request()), Complete)
    said = ask_with(_settings(wire_server(_packed(error(400, message="no such thing"), packing))))(request())
    assert isinstance(said, Failed)
    assert ("no such thing" in said.why) == (packing != "br")


def test_a_success_that_nobody_can_unpack_is_told(wire_server: Start) -> None:
    reply = ask_with(_settings(wire_server(_packed(honest(), "br"))))(request())
    assert isinstance(reply, Failed)
    assert reply.why == "the endpoint's answer is compressed (br) though it was asked not to be"


def test_a_compressed_answer_that_breaks_off_is_no_answer(wire_server: Start) -> None:
    def broken(seen: Seen) -> Answer:
        body = gzip.compress(honest()(seen).body)
        return Answer(body=body[: len(body) // 2] + b"\0" * 40, headers={"Content-Encoding": "gzip"})

    reply = ask_with(_settings(wire_server(broken)))(request())
    assert isinstance(reply, Failed)
    assert "could not be read" in reply.why


def test_the_answer_is_asked_for_uncompressed(wire_server: Start) -> None:
    server = wire_server(honest())
    assert isinstance(ask_with(_settings(server))(request()), Complete)
    assert server.seen[0].headers["accept-encoding"] == "identity"
