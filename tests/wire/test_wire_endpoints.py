"""Endpoints: how they are reached and named, which of their answers end a run, and that no key or report goes elsewhere."""

import socket

import pytest
from langchain_core.tracers.langchain import wait_for_all_tracers

from summarizer.errors import AuthFailed, ConfigError, MissingKey, QuotaExceeded, Unreachable
from summarizer.model import (
    Complete,
    Failed,
    ModelSettings,
    Refused,
    ask_with,
    describe,
)
from wire.asking import KEY, Start, asked, settings_for
from wire.requests import request
from wire.server import (
    Personality,
    WireServer,
    answer,
    error,
    honest,
    reply_text,
)

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
        ask = ask_with(settings_for(server, max_retries=1))
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
