"""What foreign exceptions mean. The one place where a provider's errors are told apart.

Every provider's package has exception classes of its own. They are recognised by their HTTP status and by the names of their
classes and of what caused them, so that no provider's package has to be imported and a new one needs no new code.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from enum import StrEnum
from math import isfinite
from time import time
from typing import Any

from summarizer.model.answer_limits import AnswerTooLong
from summarizer.model.reply import Usage
from summarizer.model.secrets import masked, without_secrets

__all__ = ["Failure", "Fault", "failure_of"]

_LONGEST_DETAIL = 240

_QUOTA_CODES = {
    "insufficient_quota",
    "billing_hard_limit_reached",
    "billing_not_active",
    "insufficient_balance",
}
_FILTER_CODES = {"content_filter", "content_policy_violation", "responsibleaipolicyviolation"}
# Schema modes as servers call them, and the tool calls that other providers take a schema by.
_SCHEMA_WORDS = re.compile(
    r"response_format|json_schema|json_object|structured output|guided_json|grammar|tool_choice"
    r"|(?:not|n't) support(?:ed)? (?:tool|function)|(?:tool|function)s? (?:calls?|calling|use|choice)?\s?(?:is|are) not",
    re.IGNORECASE,
)
_TOO_LONG_CODES = {"context_length_exceeded", "exceed_context_size_error", "string_above_max_length"}
# OpenAI and vLLM, llama.cpp, Anthropic, Google, and others in their words.
_TOO_LONG_WORDS = re.compile(
    r"maximum context length|available context size|context (?:window|length) (?:is )?exceeded|exceeds? the context"
    r"|prompt is too long|exceeds the maximum number of tokens|input is too long|too many input tokens"
    r"|exceeds? the (?:model's )?(?:maximum )?context",
    re.IGNORECASE,
)

_ERRNO = re.compile(r"^\[Errno -?\d+\] ")

_UNREACHABLE_NAMES = {"ConnectError", "ConnectTimeout", "ConnectionRefusedError", "gaierror", "ProxyError"}
_TIMEOUT_NAMES = {"APITimeoutError", "ModelTimeoutError", "TimeoutException", "TimeoutError", "Timeout"}
_CUT_NAMES = {
    "APIConnectionError",
    "ModelConnectionError",
    "TransportError",
    "ConnectionError",
    "IncompleteRead",
}
# What LangChain calls the errors of all providers, for those whose own exceptions carry no status.
_STATUS_BY_NAME = {
    "ModelAuthenticationError": 401,
    "ModelPermissionDeniedError": 403,
    "ModelNotFoundError": 404,
    "ModelRateLimitError": 429,
    "ModelInvalidRequestError": 400,
    "ContextOverflowError": 413,
    "ModelAPIError": 500,
}


class Fault(StrEnum):
    """What went wrong with one attempt."""

    AUTH = "auth"
    QUOTA = "quota"
    NO_SUCH_MODEL = "no_such_model"
    UNREACHABLE = "unreachable"
    BUSY = "busy"
    TIMEOUT = "timeout"
    CUT = "cut"
    NO_SCHEMA = "no_schema"
    TOO_LONG = "too_long"
    REJECTED = "rejected"
    TRUNCATED = "truncated"
    FILTERED = "filtered"
    MALFORMED = "malformed"
    TOO_MUCH = "too_much"


@dataclass(frozen=True, slots=True)
class Failure:
    """One failed attempt. `why` is a clause without secrets; `wait_s` what the endpoint asks to wait before the next.

    `crowded` where the endpoint has too many requests of ours, so that the others had better wait too.
    `content` and the tokens of `usage` are what a truncated or filtered reply had cost; `usage` does not count the request.
    """

    fault: Fault
    why: str
    wait_s: float | None = None
    crowded: bool = False
    content: str = ""
    usage: Usage = field(default_factory=Usage)


def failure_of(error: BaseException, *, secrets: Sequence[str] = ()) -> Failure:
    """What `error`, raised by a provider's package during a call, means. Knows no error that it cannot place: the rest is
    a malformed answer."""
    chain = list(_chain(error))
    if over := next((str(link) for link in chain if isinstance(link, AnswerTooLong)), ""):
        return Failure(Fault.TOO_MUCH, over)
    names = {cls.__name__ for link in chain for cls in type(link).__mro__}
    if "LengthFinishReasonError" in names:
        return _unfinished(Fault.TRUNCATED, "the reply ran into its length limit", chain, secrets)
    if "ContentFilterFinishReasonError" in names:
        return _unfinished(Fault.FILTERED, "the provider's content filter stopped the reply", chain, secrets)
    chain += _in_answer(chain)
    status = next((code for link in chain if (code := _status(link)) is not None and code >= 300), None)
    if status is None:
        status = next((code for name, code in _STATUS_BY_NAME.items() if name in names), None)
    if status is not None:
        return _by_status(status, chain, secrets)
    if names & _UNREACHABLE_NAMES:
        return Failure(Fault.UNREACHABLE, without_secrets(_system_reason(chain), secrets) or "no connection")
    if names & _TIMEOUT_NAMES:
        return Failure(Fault.TIMEOUT, "no answer within the time limit")
    if names & _CUT_NAMES:
        return Failure(Fault.CUT, "the connection was cut")
    return Failure(
        Fault.MALFORMED,
        f"the endpoint's answer could not be read as a chat completion ({type(error).__name__})",
    )


def _by_status(status: int, chain: Sequence[BaseException], secrets: Sequence[str]) -> Failure:
    words = " ".join(_words(chain)).lower()
    codes = {str(getattr(link, name, "")).lower() for link in chain for name in ("code", "type")}
    detail = _detail(status, chain, secrets)
    if status in {400, 403} and (codes | set(re.findall(r"\w+", words))) & _FILTER_CODES:
        return Failure(Fault.FILTERED, f"the provider's content filter declined the request ({status})")
    if (
        status == 402
        or codes & _QUOTA_CODES
        or (status == 429 and any(code in words for code in _QUOTA_CODES))
    ):
        return Failure(Fault.QUOTA, detail)
    if status == 413 or (
        status in {400, 422, 500} and (codes & _TOO_LONG_CODES or _TOO_LONG_WORDS.search(words))
    ):
        return Failure(Fault.TOO_LONG, detail)
    if status in {400, 404, 415, 422, 500, 501} and _SCHEMA_WORDS.search(words):
        return Failure(Fault.NO_SCHEMA, detail)
    if status in {401, 403}:
        # What the endpoint says is left out: it may repeat the key.
        return Failure(Fault.AUTH, f"HTTP {status}")
    if status == 404:
        return Failure(Fault.NO_SUCH_MODEL, detail)
    if status in {408, 409, 425, 429} or status >= 500:
        wait_s = _wait(chain)
        return Failure(Fault.BUSY, detail, wait_s=wait_s, crowded=status == 429 or wait_s is not None)
    return Failure(Fault.REJECTED, detail)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """`error` and what led to it, at most ten links."""
    link: BaseException | None = error
    for _ in range(10):
        if link is None:
            return
        yield link
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)


class _ErrorInAnswer(Exception):
    """An error that came as the body of an answer said to have gone well (200), as gateways send those of who stands behind them."""

    def __init__(self, error: dict[str, Any]) -> None:
        super().__init__(str(error.get("message", "")))
        self.body = {"error": error}
        self.type = error.get("type")
        code = error.get("code")
        self.code = code
        # Without a status of its own it is one of the endpoint's bad moments.
        self.status_code = code if isinstance(code, int) and 400 <= code < 600 else 500


def _in_answer(chain: Sequence[BaseException]) -> list[BaseException]:
    """The error that the body of a successful answer tells, none or one."""
    for link in chain:
        response = getattr(link, "response", None)
        if getattr(response, "status_code", None) == 200:
            try:
                body = json.loads(getattr(response, "text", ""))
            except (ValueError, RecursionError):
                return []
            told = body.get("error") if isinstance(body, dict) else None
            return [_ErrorInAnswer(told)] if isinstance(told, dict) else []
    return []


def _status(error: BaseException) -> int | None:
    """The HTTP status that an exception carries, whatever its class calls it."""
    response = getattr(error, "response", None)
    candidates = (
        getattr(error, "status_code", None),
        getattr(response, "status_code", None),
        getattr(error, "code", None),
    )
    return next(
        (c for c in candidates if isinstance(c, int) and not isinstance(c, bool) and 100 <= c < 600), None
    )


def _words(chain: Sequence[BaseException]) -> Iterator[str]:
    """All that the endpoint said in an error, for looking up words in it, not for printing."""
    for link in chain:
        yield str(link)
        if (body := getattr(link, "body", None)) is not None:
            yield str(body)


def _detail(status: int, chain: Sequence[BaseException], secrets: Sequence[str]) -> str:
    """The status with the endpoint's own message, shortened and without secrets."""
    said = next((body["message"] for body in _bodies(chain) if isinstance(body.get("message"), str)), "")
    said = " ".join(without_secrets(said, secrets).split())
    if len(said) > _LONGEST_DETAIL:
        said = said[:_LONGEST_DETAIL] + "…"
    return f"HTTP {status}: {said}" if said else f"HTTP {status}"


def _bodies(chain: Sequence[BaseException]) -> Iterator[dict[str, Any]]:
    for link in chain:
        body = getattr(link, "body", None)
        if isinstance(body, dict):
            inner = body.get("error")
            yield inner if isinstance(inner, dict) else body


def _wait(chain: Sequence[BaseException]) -> float | None:
    """Seconds that the endpoint asks to wait (`Retry-After` as seconds or as a date, or `retry-after-ms`)."""
    for link in chain:
        headers = getattr(getattr(link, "response", None), "headers", None)
        if headers is None:
            continue
        try:
            if (milliseconds := headers.get("retry-after-ms")) is not None:
                seconds = float(milliseconds) / 1000
            elif (after := headers.get("retry-after")) is not None:
                seconds = _seconds(after)
            else:
                continue
        except ValueError:
            continue
        if isfinite(seconds):
            return max(seconds, 0.0)
    return None


def _seconds(after: str) -> float:
    try:
        return float(after)
    except ValueError:
        return parsedate_to_datetime(after).timestamp() - time()


def _system_reason(chain: Sequence[BaseException]) -> str:
    """The operating system's words for a failed connection, such as `Connection refused`."""
    said = (
        _ERRNO.sub("", str(link)) for link in reversed(chain) if type(link).__name__ in _UNREACHABLE_NAMES
    )
    return next((words for words in said if words), "")


def _unfinished(fault: Fault, why: str, chain: Sequence[BaseException], secrets: Sequence[str]) -> Failure:
    """A reply that was broken off, with the text and the usage that came with it."""
    completion = next((c for link in chain if (c := getattr(link, "completion", None)) is not None), None)
    choices = getattr(completion, "choices", None) or []
    content = getattr(getattr(choices[0], "message", None), "content", None) if choices else None
    tokens = getattr(completion, "usage", None)
    details = getattr(tokens, "prompt_tokens_details", None)
    usage = Usage(
        input_tokens=getattr(tokens, "prompt_tokens", None) or 0,
        output_tokens=getattr(tokens, "completion_tokens", None) or 0,
        cached_tokens=getattr(details, "cached_tokens", None) or 0,
    )
    return Failure(fault, why, content=masked(content or "", secrets), usage=usage)
