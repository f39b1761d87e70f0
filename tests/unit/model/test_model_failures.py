import inspect
from collections.abc import Iterator
from typing import Any

import httpx2
import langchain_openai.chat_models.base as langchain_errors
import openai
import pytest

from summarizer.errors import ConfigError
from summarizer.model import ModelSettings
from summarizer.model.failures import Failure, Fault, failure_of
from summarizer.model.secrets import secrets_in_address, without_secrets

REQUEST = httpx2.Request("POST", "http://127.0.0.1/v1/chat/completions")
KEY = "sk-live-0123456789abcdef"
STATUS = {
    "BadRequestError": (400, Fault.REJECTED),
    "AuthenticationError": (401, Fault.AUTH),
    "OAuthError": (401, Fault.AUTH),
    "PermissionDeniedError": (403, Fault.AUTH),
    "NotFoundError": (404, Fault.NO_SUCH_MODEL),
    "ConflictError": (409, Fault.BUSY),
    "UnprocessableEntityError": (422, Fault.REJECTED),
    "RateLimitError": (429, Fault.BUSY),
    "InternalServerError": (500, Fault.BUSY),
    "APIStatusError": (418, Fault.REJECTED),
}
OTHERS = {
    "APIConnectionError": Fault.CUT,
    "APITimeoutError": Fault.TIMEOUT,
    "ModelConnectionError": Fault.CUT,
    "ModelTimeoutError": Fault.TIMEOUT,
    "ModelAuthenticationError": Fault.AUTH,
    "ModelPermissionDeniedError": Fault.AUTH,
    "ModelNotFoundError": Fault.NO_SUCH_MODEL,
    "ModelRateLimitError": Fault.BUSY,
    "ModelInvalidRequestError": Fault.REJECTED,
    "ContextOverflowError": Fault.TOO_LONG,
    "ModelAPIError": Fault.BUSY,
    "LengthFinishReasonError": Fault.TRUNCATED,
    "ContentFilterFinishReasonError": Fault.FILTERED,
}


def _classes() -> Iterator[type[Exception]]:
    """Every exception class of the two packages that a call goes through."""
    for module in (openai, langchain_errors):
        for cls in list(vars(module).values()):
            if (
                inspect.isclass(cls)
                and issubclass(cls, Exception)
                and cls.__module__.startswith(("openai", "langchain"))
            ):
                yield cls


CLASSES = sorted(set(_classes()), key=lambda cls: (cls.__module__, cls.__name__))


def _instance(cls: type[Exception], status: int) -> Exception:
    """An exception of that class that carries a key in everything it carries, however it is built."""
    body = {"message": f"your key {KEY}", "code": None}
    response = httpx2.Response(status, request=REQUEST, json=body)
    given: dict[str, Any] = {
        "message": f"key {KEY}",
        "request": REQUEST,
        "response": response,
        "body": body,
        "completion": None,
        "unsent_messages": [],
    }
    made = cls.__new__(cls)
    for name, value in given.items():
        if name in inspect.signature(cls.__init__).parameters or (
            name in {"response", "body"} and issubclass(cls, openai.APIStatusError)
        ):
            setattr(made, name, value)
    Exception.__init__(made, f"key {KEY}")
    made.status_code = status if issubclass(cls, openai.APIStatusError) else None  # type: ignore[attr-defined]
    return made


def test_the_list_of_classes_is_the_packages_own() -> None:
    names = {cls.__name__ for cls in CLASSES}
    assert names > STATUS.keys() | OTHERS.keys() | {"OpenAIError", "APIError", "OpenAIRefusalError"}


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_no_exception_of_the_packages_escapes_and_none_tells_a_key(cls: type[Exception]) -> None:
    bases = [base.__name__ for base in cls.__mro__]
    status, expected = next(((STATUS[name]) for name in bases if name in STATUS), (200, None))
    expected = expected or next((OTHERS[name] for name in bases if name in OTHERS), Fault.MALFORMED)
    failure = failure_of(_instance(cls, status), secrets=[KEY])
    assert failure.fault is expected
    assert KEY not in repr(failure)


@pytest.mark.parametrize(
    "error",
    [
        AttributeError("'str' object has no attribute 'choices'"),
        ValueError("Unexpected response type"),
        KeyError("choices"),
        TypeError("null"),
        IndexError("list index out of range"),
        RecursionError("maximum recursion depth exceeded"),
        UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_what_a_client_trips_over_is_a_malformed_answer(error: Exception) -> None:
    failure = failure_of(error)
    assert failure.fault is Fault.MALFORMED
    assert type(error).__name__ in failure.why


def _status_error(
    status: int, *, headers: dict[str, str] | None = None, **body: Any
) -> openai.APIStatusError:
    response = httpx2.Response(status, request=REQUEST, headers=headers or {})
    return openai.APIStatusError("it failed", response=response, body=body)


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (_status_error(429, code="insufficient_quota"), Fault.QUOTA),
        (
            _status_error(429, type="insufficient_quota", message="You exceeded your current quota"),
            Fault.QUOTA,
        ),
        (_status_error(402, message="Insufficient Balance"), Fault.QUOTA),
        (_status_error(429, code="rate_limit_exceeded"), Fault.BUSY),
        (
            _status_error(400, message="'response_format' of type 'json_schema' is not supported"),
            Fault.NO_SCHEMA,
        ),
        (_status_error(400, code="content_filter", message="flagged"), Fault.FILTERED),
        (_status_error(403, code="content_filter"), Fault.FILTERED),
        (_status_error(400, code="context_length_exceeded", message="too long"), Fault.TOO_LONG),
    ],
    ids=lambda value: value.value if isinstance(value, Fault) else "",
)
def test_one_status_can_mean_several_things(error: Exception, fault: Fault) -> None:
    assert failure_of(error).fault is fault


@pytest.mark.parametrize(
    ("headers", "wait_s"),
    [
        ({}, None),
        ({"retry-after": "3"}, 3.0),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after-ms": "250"}, 0.25),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}, 0.0),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "-4"}, 0.0),
    ],
)
def test_what_the_endpoint_asks_to_wait(headers: dict[str, str], wait_s: float | None) -> None:
    assert failure_of(_status_error(429, headers=headers)).wait_s == wait_s


def test_the_cause_tells_an_unreachable_endpoint_from_a_cut_connection() -> None:
    def failure(cause: Exception) -> Failure:
        error = openai.APIConnectionError(request=REQUEST)
        error.__cause__ = cause
        return failure_of(error)

    refused = failure(httpx2.ConnectError("[Errno 111] Connection refused", request=REQUEST))
    assert (refused.fault, refused.why) == (Fault.UNREACHABLE, "Connection refused")
    assert failure(httpx2.RemoteProtocolError("Server disconnected", request=REQUEST)).fault is Fault.CUT


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Incorrect API key provided: sk-proj-abcDEF123456.", "Incorrect API key provided: ***"),
        ("Authorization: Bearer abcdef123456", "Authorization: ***"),
        ("at http://me:pass@host/v1", "at http://***@host/v1"),
        ("at https://host/v1?api-key=abc&v=2", "at https://host/v1?api-key=***&v=2"),
        ("a task-oriented desk-based plan", "a task-oriented desk-based plan"),
        ("my-very-own-token here", "*** here"),
    ],
)
def test_what_looks_like_a_secret_is_masked(text: str, rest: str) -> None:
    assert without_secrets(text, ["my-very-own-token"]) == rest


@pytest.mark.parametrize(
    ("address", "kept_out"),
    [
        ("https://me:pass%2Fword@host/v1", {"pass%2Fword", "pass/word", "bWU6cGFzcy93b3Jk"}),
        ("https://only-a-token@host/v1", {"only-a-token", "b25seS1hLXRva2VuOg=="}),
        (
            "https://host/v1?api-version=2024-06-01&api-key=s3cretvalue&x=0123456789abcdef",
            {"s3cretvalue", "0123456789abcdef"},
        ),
        ("https://host/v1?sig=a%2Bb%3Dcde", {"a%2Bb%3Dcde", "a+b=cde"}),
        ("https://host/v1", set()),
    ],
    ids=["password", "user alone", "query", "encoded query", "nothing"],
)
def test_all_forms_of_an_addresss_secrets_are_known(address: str, kept_out: set[str]) -> None:
    assert set(secrets_in_address(address)) == kept_out


@pytest.mark.parametrize(
    "wrong",
    [
        {"model": "gpt-5.5"},
        {"model": "openai:"},
        {"base_url": "localhost:8080/v1"},
        {"base_url": "file:///etc/passwd"},
        {"base_url": "http://host:99999999"},
        {"timeout_s": 0.0},
        {"max_retries": -1},
        {"temperature": 3.0},
        {"reply_tokens": 0},
        {"concurrency": 0},
    ],
    ids=str,
)
def test_settings_that_cannot_be_meant_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ConfigError):
        ModelSettings(**{"model": "openai:gpt-5.5", **wrong})


def test_the_provider_is_what_stands_before_the_first_colon() -> None:
    settings = ModelSettings("Azure-OpenAI:qwen3:8b")
    assert (settings.provider, settings.name) == ("azure_openai", "qwen3:8b")
