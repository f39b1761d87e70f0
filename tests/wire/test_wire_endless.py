"""Answers without end and without measure over real HTTP: each is given up, and takes neither memory nor the run with it."""

import resource
import threading
from collections.abc import Callable
from time import monotonic, sleep

import pytest

from summarizer.model import Complete, Failed, ModelSettings, ask_with
from wire.endless import ENDLESS, OVERSIZED
from wire.requests import request
from wire.server import WireServer, honest

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


def test_the_answer_is_asked_for_uncompressed(wire_server: Start) -> None:
    server = wire_server(honest())
    assert isinstance(ask_with(_settings(server))(request()), Complete)
    assert server.seen[0].headers["accept-encoding"] == "identity"
