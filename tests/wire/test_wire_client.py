"""The model's client against a real HTTP server: what comes back as data, what ends the run, and what was sent."""

import json
import socket
from collections.abc import Callable
from time import monotonic

import pytest
from langchain_core.tracers.langchain import wait_for_all_tracers

from summarizer.claims import Malformed, draft_of
from summarizer.errors import AuthFailed, ConfigError, MissingKey, QuotaExceeded, Unreachable
from summarizer.model import (
    Complete,
    Failed,
    ModelSettings,
    Refused,
    Reply,
    Truncated,
    Usage,
    ask_all,
    ask_with,
    describe,
)
from summarizer.prompting.reply_schema import reply_schema
from wire.pretend_time import PretendTime
from wire.requests import TEXT, request
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

KEY = "sk-test-5ecret5ecret5ecret"
Start = Callable[..., WireServer]

GOOD = '{"rows": [], "sentences": []}'
HTML = b"<html><head><title>Welcome</title></head><body>Sign in to the network</body></html>"


def settings(server: WireServer, **changes: object) -> ModelSettings:
    options = {
        "model": "openai:test-model",
        "base_url": server.url,
        "timeout_s": 5.0,
        "backoff_s": 0.01,
        **changes,
    }
    return ModelSettings(**options)  # type: ignore[arg-type]


def asked(server: WireServer, **changes: object) -> Reply:
    return ask_with(settings(server, **changes))(request())


# What is sent


def test_the_request_on_the_wire(wire_server: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    server = wire_server(honest())
    asked(server, temperature=0.25)
    (seen,) = server.seen
    assert seen.path == "/v1/chat/completions"
    assert seen.headers["authorization"] == f"Bearer {KEY}"
    assert KEY not in json.dumps(seen.body)
    assert seen.body.keys() == {
        "model",
        "messages",
        "response_format",
        "stream",
        "max_completion_tokens",
        "temperature",
    } - ({"stream"} - seen.body.keys())
    assert (seen.body["model"], seen.body["temperature"], seen.body["max_completion_tokens"]) == (
        "test-model",
        0.25,
        800,
    )
    assert [message["role"] for message in seen.body["messages"]] == ["system", "user"]
    assert TEXT in seen.user


def test_the_schema_on_the_wire_is_strict_and_ours(wire_server: Start) -> None:
    server = wire_server(honest())
    asked(server)
    form = server.seen[0].body["response_format"]
    assert form["type"] == "json_schema"
    assert form["json_schema"]["strict"] is True
    assert form["json_schema"]["name"] == "report_digest"
    sent = dict(form["json_schema"]["schema"])
    sent.pop("title", None)
    assert sent == reply_schema()


def test_no_temperature_is_sent_unless_set(wire_server: Start) -> None:
    server = wire_server(honest())
    asked(server)
    assert "temperature" not in server.seen[0].body


def test_a_local_server_needs_no_key(wire_server: Start) -> None:
    server = wire_server(honest())
    assert isinstance(asked(server), Complete)
    assert server.seen[0].headers["authorization"].startswith("Bearer ")


def test_a_local_model_named_codex_is_asked_for_chat_completions(wire_server: Start) -> None:
    server = wire_server(honest())
    assert isinstance(asked(server, model="openai:my-codex-7b"), Complete)
    assert server.seen[0].path == "/v1/chat/completions"


def test_an_old_models_name_does_not_turn_the_schema_into_a_tool_silently(wire_server: Start) -> None:
    """LangChain asks models named `gpt-4` for a tool call; the reply is read from where it comes."""
    arguments = json.dumps({"rows": [], "sentences": [{"text": "Yes.", "cites": []}]})
    call = {"id": "1", "type": "function", "function": {"name": "section_digest", "arguments": arguments}}
    message = {"role": "assistant", "content": None, "tool_calls": [call]}
    body = {"id": "1", "object": "chat.completion", "created": 1, "model": "gpt-4"}
    server = wire_server(
        answer({**body, "choices": [{"index": 0, "message": message, "finish_reason": "tool_calls"}]})
    )
    reply = asked(server, model="openai:gpt-4")
    assert isinstance(reply, Complete)
    assert json.loads(reply.content) == json.loads(arguments)


# What comes back as data


def test_an_honest_reply_is_complete_and_its_tokens_are_counted(wire_server: Start) -> None:
    reply = asked(wire_server(honest()))
    assert isinstance(reply, Complete)
    assert reply.usage == Usage(
        input_tokens=100, output_tokens=20, cached_tokens=50, requests=1, cost_usd=None
    )
    draft = draft_of(reply.content, request())
    assert not isinstance(draft, Malformed)
    assert [(row.cite, row.value, row.qualifier) for row in draft.rows] == [
        (11, "12", "exact"),
        (12, "30", "over"),
        (13, None, "masked"),
    ]


@pytest.mark.parametrize(
    ("script", "kind", "requests", "says"),
    [
        pytest.param([error(429, retry_after="0.05"), honest()], Complete, 2, "", id="429-then-200"),
        pytest.param([error(500), honest()], Complete, 2, "", id="500-then-200"),
        pytest.param([cut, honest()], Complete, 2, "", id="cut-then-200"),
        pytest.param([cut], Failed, 3, "connection was cut", id="cut-always"),
        pytest.param([error(503)], Failed, 3, "HTTP 503", id="503-always"),
        pytest.param([error(429, retry_after="900")], Failed, 1, "wait 900 s", id="wait-too-long"),
        pytest.param([error(400, message="messages are too long")], Failed, 1, "too long", id="400"),
        pytest.param([reply_text('{"rows": [{"ci', finish="length")], Truncated, 1, "", id="length"),
        pytest.param(
            [reply_text(None, refusal="I cannot do that.")], Refused, 1, "I cannot do that", id="refusal"
        ),
        pytest.param(
            [reply_text("", finish="content_filter")], Refused, 1, "content filter", id="content-filter"
        ),
        pytest.param([error(400, "content_filter")], Refused, 1, "content filter", id="filter-as-error"),
        pytest.param([answer(HTML, media_type="text/html")], Failed, 1, "could not be read", id="html"),
        pytest.param([answer(b'{"id": "1", "cho')], Failed, 1, "could not be read", id="broken-body"),
        pytest.param([answer(b"[]")], Failed, 1, "could not be read", id="a-list"),
        pytest.param([answer({"choices": []})], Failed, 1, "could not be read", id="empty-choices"),
        pytest.param(
            [answer({"object": "chat.completion"})], Failed, 1, "could not be read", id="no-choices"
        ),
        pytest.param([reply_text("")], Failed, 1, "empty reply", id="empty-text"),
    ],
)
def test_every_outcome_of_a_request_is_data(
    wire_server: Start, script: list[Personality], kind: type[Reply], requests: int, says: str
) -> None:
    server = wire_server(*script)
    reply = asked(server, max_retries=2)
    assert type(reply) is kind
    assert reply.usage.requests == requests == len(server.seen)
    assert says in getattr(reply, "why", "")


@pytest.mark.parametrize(
    ("content", "readable"),
    [
        pytest.param(GOOD, True, id="plain"),
        pytest.param(f"```json\n{GOOD}\n```", True, id="fenced"),
        pytest.param(f"<think>Let me {{see}}.</think>\n{GOOD}", True, id="thoughts"),
        pytest.param("The committee met twelve times.", False, id="prose"),
        pytest.param('{"title": "Report", "items": []}', False, id="wrong-shape"),
    ],
)
def test_a_reply_that_ignores_the_schema_arrives_whole(
    wire_server: Start, content: str, readable: bool
) -> None:
    reply = asked(wire_server(reply_text(content)))
    assert reply == Complete(content, Usage(100, 20, 50, 1, cost_usd=None))
    assert isinstance(draft_of(reply.content, request()), Malformed) is not readable


def test_a_slow_endpoint_is_given_up_after_its_retries(wire_server: Start) -> None:
    server = wire_server(slow(5.0))
    started = monotonic()
    reply = asked(server, timeout_s=0.2, max_retries=1)
    assert isinstance(reply, Failed)
    assert "time limit" in reply.why
    assert reply.usage.requests == 2
    assert monotonic() - started < 3


def test_a_truncated_reply_keeps_its_text_and_its_tokens(wire_server: Start) -> None:
    server = wire_server(error(500), reply_text('{"rows": [{"ci', finish="length", tokens=(100, 800)))
    assert asked(server) == Truncated('{"rows": [{"ci', Usage(100, 800, 50, 2, cost_usd=None))


def test_retry_after_is_honoured_to_the_letter(wire_server: Start) -> None:
    time = PretendTime()
    server = wire_server(error(429, retry_after="7"), error(429, retry_after_ms="1500"), honest())
    reply = ask_with(settings(server), sleep=time.sleep, clock=time.now)(request())
    assert isinstance(reply, Complete)
    assert time.pauses == [7.0, 1.5]


def test_pauses_double_and_are_jittered(wire_server: Start) -> None:
    pauses: list[float] = []
    ask_with(settings(wire_server(error(500)), backoff_s=1.0, max_retries=3), sleep=pauses.append)(request())
    assert [round(pause / 2**turn) for turn, pause in enumerate(pauses)] == [1, 1, 1]
    assert len(set(pauses)) == 3


# The fallback without a schema mode


@pytest.mark.parametrize("status", [400, 404, 422, 500])
def test_an_endpoint_without_a_schema_mode_is_asked_in_words(wire_server: Start, status: int) -> None:
    server = wire_server(words_only(honest(), status=status))
    ask = ask_with(settings(server))
    assert isinstance(ask(request()), Complete)
    assert isinstance(ask(request(chunk=2)), Complete)
    first, second, third = server.seen
    assert "response_format" in first.body
    assert "response_format" not in second.body
    assert '"additionalProperties": false' in second.user
    assert "response_format" not in third.body, "what was learnt holds for the run"


def test_an_endpoint_that_rejects_words_too_is_a_failure(wire_server: Start) -> None:
    reply = asked(wire_server(error(400, message="json_schema is not what I like")))
    assert isinstance(reply, Failed)
    assert reply.usage.requests == 2


# What ends the run


def test_a_refused_key_ends_the_run_and_is_not_repeated(
    wire_server: Start, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    server = wire_server(error(401, "invalid_api_key", f"Incorrect API key provided: {KEY}"))
    with pytest.raises(AuthFailed) as caught:
        asked(server)
    assert len(server.seen) == 1
    assert KEY not in f"{caught.value}{caught.value.__cause__}{caught.value.__context__}"
    assert KEY not in "".join(capfd.readouterr())


@pytest.mark.parametrize("status", [200, 400, 429, 500], ids=str)
def test_an_echoed_key_reaches_no_reply(
    wire_server: Start, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    said = f"you sent {KEY} and sk-another-key-1234567890"
    script = reply_text(said, refusal=None) if status == 200 else error(status, message=said)
    reply = asked(wire_server(script), max_retries=0)
    assert KEY not in repr(reply)


def test_an_echoed_key_reaches_no_refusal(wire_server: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    reply = asked(wire_server(reply_text(None, refusal=f"{KEY} and sk-another-key-1234567890")))
    assert isinstance(reply, Refused)
    assert "sk-" not in reply.why


@pytest.mark.parametrize(
    ("script", "raised"),
    [
        pytest.param(
            error(429, "insufficient_quota", "You exceeded your current quota"), QuotaExceeded, id="quota"
        ),
        pytest.param(error(402), QuotaExceeded, id="payment-required"),
        pytest.param(error(403), AuthFailed, id="403"),
        pytest.param(error(404, "model_not_found", "The model `x` does not exist"), ConfigError, id="404"),
    ],
)
def test_what_ends_the_run_is_not_retried(
    wire_server: Start, script: Personality, raised: type[Exception]
) -> None:
    server = wire_server(script)
    with pytest.raises(raised):
        asked(server)
    assert len(server.seen) == 1


def test_a_refused_connection_is_unreachable() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{unused.getsockname()[1]}/v1"
    ask = ask_with(ModelSettings("openai:test-model", base_url=address, backoff_s=0.01))
    with pytest.raises(Unreachable, match="Connection refused") as caught:
        ask(request())
    assert address in str(caught.value)


def test_an_endpoint_lost_during_the_run_is_a_failure_of_the_request() -> None:
    with WireServer(honest()) as server:
        ask = ask_with(settings(server, max_retries=1))
        assert isinstance(ask(request()), Complete)
    reply = ask(request())
    assert isinstance(reply, Failed)


def test_azure_is_asked_by_its_deployment_and_with_a_strict_schema(
    wire_server: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = wire_server(error(500), honest())
    monkeypatch.setenv("AZURE_OPENAI_ENDPOINT", server.url.removesuffix("/v1"))
    monkeypatch.setenv("AZURE_OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OPENAI_API_VERSION", "2024-10-21")
    chosen = ModelSettings("azure_openai:my-deployment", backoff_s=0.01)
    reply = ask_with(chosen)(request())
    assert isinstance(reply, Complete)
    assert server.url.removesuffix("/v1") in describe(chosen)
    seen = server.seen[-1]
    assert seen.path.startswith("/openai/deployments/my-deployment/chat/completions")
    assert seen.headers["api-key"] == KEY
    assert seen.body["response_format"]["json_schema"]["strict"] is True
    assert seen.body["max_completion_tokens"] == 800


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("me:secret@localhost:11434", "localhost:11434"),
        ("http://me:secret@localhost:11434/?key=secret", "http://localhost:11434/"),
        ("127.0.0.1", "127.0.0.1"),
    ],
)
def test_an_address_of_the_environment_is_shown_without_its_password(
    monkeypatch: pytest.MonkeyPatch, host: str, shown: str
) -> None:
    monkeypatch.setenv("OLLAMA_HOST", host)
    assert f" at {shown};" in describe(ModelSettings("ollama:qwen3:8b"))


def test_the_providers_own_endpoint_needs_a_key() -> None:
    with pytest.raises(MissingKey, match="OPENAI_API_KEY"):
        ask_with(ModelSettings("openai:gpt-5.5"))


@pytest.mark.parametrize(
    ("model", "says"),
    [("ollama:qwen3:8b", "pip install langchain-ollama"), ("nobody:model", "nobody")],
)
def test_a_provider_that_is_not_there_is_named(model: str, says: str) -> None:
    with pytest.raises(ConfigError, match=says):
        ask_with(ModelSettings(model))


# Privacy


@pytest.mark.parametrize(
    ("wanted", "traced"), [("", False), ("1", True)], ids=["by-default", "when-asked-for"]
)
def test_nothing_is_traced_unless_asked_for_by_our_own_variable(
    wire_server: Start, monkeypatch: pytest.MonkeyPatch, wanted: str, traced: bool
) -> None:
    tracer, server = wire_server(answer({})), wire_server(honest())
    for name, value in {
        "SUMMARIZER_TRACING": wanted,
        "LANGSMITH_TRACING": "true",
        "LANGCHAIN_TRACING_V2": "true",
        "LANGSMITH_API_KEY": "lsv2_pt_0123456789",
        "LANGSMITH_ENDPOINT": tracer.url,
        "LANGSMITH_GATEWAY": tracer.url,
    }.items():
        monkeypatch.setenv(name, value)
    assert isinstance(asked(server), Complete)
    wait_for_all_tracers()
    assert bool(tracer.seen) is traced
    assert len(server.seen) == 1


def test_the_description_names_endpoint_and_model_but_no_password(wire_server: Start) -> None:
    line = describe(ModelSettings("openai:test-model", base_url="http://me:secret@127.0.0.1:9/v1?key=1"))
    assert "test-model" in line
    assert "http://127.0.0.1:9/v1" in line
    assert "secret" not in line
    assert "\n" not in line


# Several at once


def test_replies_keep_the_order_of_requests_and_the_limit_in_flight(wire_server: Start) -> None:
    def late_ones_first(seen: object) -> object:
        given = honest()(seen)  # type: ignore[arg-type]
        number = int(seen.user.partition("会议")[2].partition("次")[0])  # type: ignore[attr-defined]
        return type(given)(body=given.body, delay_s=0.02 * (9 - number))

    server = wire_server(late_ones_first)
    requests = [request(f"召开会议{number}次(e1)。", chunk=number) for number in range(1, 9)]
    came: list[int] = []
    replies = ask_all(
        ask_with(settings(server)),
        requests,
        concurrency=3,
        on_reply=lambda sent, reply: came.append(sent.chunk),
    )
    values = []
    for sent, reply in zip(requests, replies, strict=True):
        assert isinstance(reply, Complete)
        draft = draft_of(reply.content, sent)
        assert not isinstance(draft, Malformed)
        values.append(draft.rows[0].value)
    assert values == ["1", "2", "3", "4", "5", "6", "7", "8"]
    assert sorted(came) == list(range(1, 9))
    assert server.most_at_once <= 3


def test_the_end_of_a_run_stops_what_is_not_yet_asked(wire_server: Start) -> None:
    server = wire_server(honest(), error(429, "insufficient_quota"))
    with pytest.raises(QuotaExceeded):
        ask_all(ask_with(settings(server)), [request(chunk=n) for n in range(1, 30)], concurrency=2)
    assert len(server.seen) < 6
