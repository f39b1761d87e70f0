"""Every bad day of an endpoint that the door can see, over real HTTP: how it ends, and how often it is asked."""

import threading
from dataclasses import dataclass
from time import monotonic
from time import sleep as sleep_a_moment

import pytest

from summarizer.errors import AuthFailed, ConfigError, QuotaExceeded, SummarizerError
from summarizer.model import Complete, Failed, ModelSettings, Refused, Reply, Truncated, ask_with
from wire.asking import Start, settings_for
from wire.pretend_time import PretendTime
from wire.requests import request
from wire.server import (
    Personality,
    WireServer,
    answer,
    cut,
    error,
    honest,
    reply_text,
    slow,
    words_only,
)

RETRIES = 2
TOO_LONG = "This model's maximum context length is 8192 tokens. However, you requested 9000 tokens."
LLAMA_CPP = (
    "the request exceeds the available context size. try increasing the context size or enable context shift"
)


def _settings(server: WireServer, **changes: object) -> ModelSettings:
    return settings_for(server, **{"timeout_s": 10.0, "max_retries": RETRIES, "backoff_s": 0.5, **changes})


def _told(code: int | None, message: str) -> dict[str, object]:
    return {"error": {"message": message, "code": code}}


@dataclass(frozen=True)
class Day:
    """What the endpoint plays, one answer after the other, and what comes of it after how many requests."""

    script: tuple[Personality, ...]
    ends: type[Reply] | type[SummarizerError]
    requests: int = 1
    says: str = ""
    waits: float | None = None
    timeout_s: float = 10.0


DAYS = {
    "429 with Retry-After": Day((error(429, retry_after="3"), honest()), Complete, 2, waits=3.0),
    "429 without": Day((error(429), honest()), Complete, 2),
    "429 for ever": Day((error(429),), Failed, 3, "busy or broken at each of 3 attempts"),
    "429 for an hour": Day((error(429, retry_after="3600"),), Failed, 1, "wait 3600 s"),
    "500": Day((error(500), honest()), Complete, 2),
    "503 with Retry-After": Day((error(503, retry_after="2"), honest()), Complete, 2, waits=2.0),
    "503 for ever": Day((error(503),), Failed, 3, "HTTP 503"),
    "529 overloaded": Day((error(529, "overloaded_error"), honest()), Complete, 2),
    "a cut connection": Day((cut, honest()), Complete, 2),
    "cut connections for ever": Day((cut,), Failed, 3, "connection was cut"),
    "a slow first byte": Day((slow(0.3),), Complete, 1),
    "no byte in time": Day((slow(20.0), honest()), Complete, 2, timeout_s=1.0),
    "no byte ever": Day((slow(20.0),), Failed, 3, "time limit", timeout_s=0.2),
    "truncated": Day((reply_text('{"rows": [', finish="length"),), Truncated),
    "truncated before a word": Day((reply_text("", finish="length"),), Truncated),
    "a refusal": Day((reply_text(None, refusal="I cannot help."),), Refused, says="I cannot help"),
    "a filtered reply": Day((reply_text("", finish="content_filter"),), Refused, says="content filter"),
    "a filtered request": Day((error(400, "content_filter"),), Refused, says="content filter"),
    "a filtered request of Azure's": Day(
        (error(400, "ResponsibleAIPolicyViolation"),), Refused, says="content filter"
    ),
    "no content": Day((reply_text(""),), Failed, says="empty reply"),
    "null for content": Day((reply_text(None),), Failed, says="empty reply"),
    "no choice": Day((answer({"choices": []}),), Failed, says="could not be read"),
    "a page to sign in": Day((answer(b"<html>", media_type="text/html"),), Failed, says="could not be read"),
    "an error in a 200": Day((answer(_told(429, "slow down")), honest()), Complete, 2),
    "an error in a 200 without a code": Day((answer(_told(None, "upstream")),), Failed, 3, "upstream"),
    "no credit, told in a 200": Day((answer(_told(402, "no credits")),), QuotaExceeded, says="no credits"),
    "too long, told in a 200": Day((answer(_told(400, TOO_LONG)),), Truncated),
    "no credit": Day((error(429, "insufficient_quota"),), QuotaExceeded, says="no credit"),
    "payment required": Day((error(402),), QuotaExceeded),
    "a wrong key": Day((error(401, "invalid_api_key"),), AuthFailed, says="refused the key"),
    "a key without rights": Day((error(403),), AuthFailed),
    "an unknown model": Day((error(404, "model_not_found"),), ConfigError, says="nothing answers for"),
    "no strict schemas": Day((words_only(honest()),), Complete, 2),
    "no strict schemas, said by a 500": Day((words_only(honest(), status=500),), Complete, 2),
    "no tool calls": Day((error(400, message="test-model does not support tools"), honest()), Complete, 2),
    "no grammar for the schema": Day((error(400, message="failed to parse grammar"), honest()), Complete, 2),
    "neither schemas nor words": Day((error(400, message="no response_format"),), Failed, 2, "rejected"),
    "context_length_exceeded": Day((error(400, "context_length_exceeded", TOO_LONG),), Truncated),
    "maximum context length": Day((error(400, message=TOO_LONG),), Truncated),
    "llama.cpp's context size": Day((error(400, "exceed_context_size_error", LLAMA_CPP),), Truncated),
    "an older llama.cpp's": Day((error(500, message=LLAMA_CPP),), Truncated),
    "too long for Anthropic": Day((error(400, message="prompt is too long: 9 > 8"),), Truncated),
    "413": Day((error(413, message="Request Entity Too Large"),), Truncated),
    "too long, then no longer asked": Day((error(413), honest()), Truncated),
}


@pytest.mark.parametrize("name", DAYS)
def test_a_bad_day_ends_well(wire_server: Start, name: str) -> None:
    day = DAYS[name]
    server = wire_server(*day.script)
    time = PretendTime()
    ask = ask_with(_settings(server, timeout_s=day.timeout_s), sleep=time.sleep, clock=time.now)
    if issubclass(day.ends, SummarizerError):
        with pytest.raises(day.ends, match=day.says or None):
            ask(request())
    else:
        reply = ask(request())
        assert type(reply) is day.ends
        assert day.says in getattr(reply, "why", "")
        assert reply.usage.requests == day.requests
    assert len(server.seen) == day.requests
    if day.waits is not None:
        assert time.pauses == [day.waits]


@pytest.mark.parametrize("name", [name for name in DAYS if "context" in name or "413" in name])
def test_a_request_too_long_is_a_reply_without_room(wire_server: Start, name: str) -> None:
    reply = ask_with(_settings(wire_server(*DAYS[name].script)))(request())
    assert reply == Truncated("", reply.usage)
    assert (reply.usage.input_tokens, reply.usage.output_tokens) == (0, 0)


def test_a_too_long_request_in_words_is_told_from_a_missing_schema_mode(wire_server: Start) -> None:
    rejected, too_long = error(400, message="no response_format"), error(400, message=TOO_LONG)
    server = wire_server(rejected, too_long)
    reply = ask_with(_settings(server))(request())
    assert (type(reply), len(server.seen)) == (Truncated, 2)


def test_a_pause_told_to_one_thread_holds_for_the_others(wire_server: Start) -> None:
    server = wire_server(error(429, retry_after="9"), honest())
    both, now = threading.Barrier(2), [0.0]

    def sleep(seconds: float) -> None:
        assert seconds == 9.0
        both.wait(10)
        now[0] = 9.0

    ask = ask_with(_settings(server), sleep=sleep, clock=lambda: now[0])
    replies: list[Reply] = []
    told = threading.Thread(target=lambda: replies.append(ask(request(chunk=1))))
    told.start()
    until = monotonic() + 10
    while not both.n_waiting and monotonic() < until:
        sleep_a_moment(0.01)
    # This one has never seen the 429; were it not held, nobody would come to the barrier.
    replies.append(ask(request(chunk=2)))
    told.join(10)
    assert [type(reply) for reply in replies] == [Complete] * 2
    assert len(server.seen) == 3
