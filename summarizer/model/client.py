"""Asking one model: attempts, pauses between them, and the fallback where an endpoint has no schema mode."""

import json
import random
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, assert_never

from summarizer.chunks import token_margin
from summarizer.errors import AuthFailed, ConfigError, ModelError, QuotaExceeded, SummarizerError, Unreachable
from summarizer.model.allowance import Allowance, SpendingLimit
from summarizer.model.answer import reply_in
from summarizer.model.answer_limits import finished_within
from summarizer.model.failures import Failure, Fault, failure_of
from summarizer.model.pace import Pace
from summarizer.model.price import PriceList
from summarizer.model.provider import (
    address_of,
    ask_structured,
    chat_model,
    endpoint_of,
    http_client,
    untraced,
)
from summarizer.model.reply import Ask, Failed, Refused, Reply, Truncated, Usage
from summarizer.model.secrets import secrets_in_address, secrets_in_environment, without_secrets
from summarizer.model.settings import OWN_ADDRESS, ModelSettings
from summarizer.prompting import Request

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

__all__ = ["ask_with"]

_LONGEST_WAIT_S: Final = 120.0
_LONGEST_BACKOFF_S: Final = 30.0
_WORTH_RETRYING: Final = {Fault.BUSY, Fault.TIMEOUT, Fault.CUT, Fault.UNREACHABLE}
# What an endpoint may have done work for though nothing of it came back.
_MAY_BE_BILLED: Final = {Fault.TIMEOUT, Fault.CUT, Fault.MALFORMED, Fault.TOO_MUCH}
# What the form of a chat adds to each message, and to the request.
_TOKENS_A_MESSAGE: Final = 16


def ask_with(
    settings: ModelSettings,
    *,
    allowance: SpendingLimit | None = None,
    sleep: Callable[[float], None] = time.sleep,
    clock: Callable[[], float] = time.monotonic,
) -> Ask:
    """A function that asks the configured model and can be called from several threads.

    Its replies are data, whatever happens to a single request; one that does not fit the limits of `settings` any more is Failed
    without being sent. It raises only what ends a run: AuthFailed, QuotaExceeded, Unreachable (no connection was ever made),
    ConfigError (the endpoint knows no such model or address). Building it makes no connection, and raises MissingKey or
    ConfigError. `allowance` is what may be spent where a part of it is spent already; without it the limits are those of `settings`.
    `sleep` waits between attempts, `clock` tells the seconds that have passed.
    """
    limits = allowance or Allowance(max_requests=settings.max_requests, max_cost_usd=settings.max_cost_usd)
    return _Door(settings, limits, sleep, clock)


class _Shape(Enum):
    """How a reply's form is asked for: by the endpoint's schema mode, or in words."""

    SCHEMA = "schema"
    WORDS = "words"


class _Door:
    """The way to one endpoint, with what has been learnt about it during the run."""

    def __init__(
        self,
        settings: ModelSettings,
        allowance: SpendingLimit,
        sleep: Callable[[float], None],
        clock: Callable[[], float],
    ) -> None:
        self._settings = settings
        self._sleep = sleep
        self._pace = Pace(rpm=settings.rpm, tpm=settings.tpm, clock=clock, sleep=sleep)
        self._allowance = allowance
        self._prices = PriceList(settings)
        if settings.max_cost_usd is not None and not self._prices.known:
            raise ConfigError(
                f"the price of {settings.name!r} is not known, so that its cost cannot be limited",
                where=address_of(settings) or settings.provider,
                hint="limit the number of requests instead",
            )
        self._secrets = (*secrets_in_address(endpoint_of(settings)), *secrets_in_environment())
        self._lock = threading.Lock()
        self._http = http_client(settings)
        self._chats: dict[int, BaseChatModel] = {}
        self._shape = _Shape.SCHEMA
        self._reached = False
        self._chat(settings.reply_tokens)

    def __call__(self, request: Request) -> Reply:
        spent = Usage()
        shape = self._shape
        retries = 0
        while True:
            outcome = self._admitted(request, shape)
            if isinstance(outcome, str):
                return Failed(outcome, spent)
            spent += replace(outcome.usage, requests=1)
            if not isinstance(outcome, Failure):
                # Only an endpoint that then answers is taken for one without a schema mode.
                self._reached, self._shape = True, shape
                return replace(outcome, usage=spent)
            if outcome.fault is not Fault.UNREACHABLE:
                self._reached = True
            if outcome.fault is Fault.NO_SCHEMA and shape is _Shape.SCHEMA:
                shape = _Shape.WORDS
                continue
            pause = self._pause(outcome, retries)
            if pause is None:
                return self._settled(outcome, spent)
            retries += 1
            if outcome.crowded:
                # The next attempt waits for it like everybody else's.
                self._pace.hold(pause)
            else:
                self._sleep(pause)

    def _admitted(self, request: Request, shape: _Shape) -> Reply | Failure | str:
        """One attempt within the limits of the run, its usage with what it cost; or the limit that it would pass."""
        sent, received = self._bound(request)
        bound_usd = self._prices.cost(input_tokens=sent, output_tokens=received) or Decimal(0)
        if reached := self._allowance.take(bound_usd):
            return reached
        billed_usd = bound_usd
        try:
            slot = self._pace.enter(sent + received)
            outcome = self._attempt(request, shape)
            used = outcome.usage.input_tokens + outcome.usage.output_tokens
            cost_usd: Decimal | None
            if isinstance(outcome, Failure) and not used:
                cost_usd = Decimal(0)
                free = outcome.fault not in _MAY_BE_BILLED
            else:
                cost_usd = self._prices.cost_of(outcome.usage)
                free = False
            if used or free:
                self._pace.settle(slot, used)
                billed_usd = bound_usd if cost_usd is None else cost_usd
            return replace(outcome, usage=replace(outcome.usage, cost_usd=cost_usd))
        finally:
            self._allowance.settle(bound_usd, billed_usd)

    def _bound(self, request: Request) -> tuple[int, int]:
        """Tokens that one attempt sends and receives at most; nothing is counted where no limit needs it."""
        if self._settings.tpm is None and self._settings.max_cost_usd is None:
            return 0, 0
        texts = [message.content for message in request.messages]
        texts.append(json.dumps(request.schema, ensure_ascii=False))
        return sum(_bound_of(text) + _TOKENS_A_MESSAGE for text in texts), request.max_reply_tokens

    def _attempt(self, request: Request, shape: _Shape) -> Reply | Failure:
        """One call. What it cost stands in `usage`, without the request itself."""
        chat = self._chat(request.max_reply_tokens)

        def call() -> Any:
            with untraced():
                match shape:
                    case _Shape.SCHEMA:
                        return ask_structured(
                            chat,
                            _messages(request),
                            schema_name=request.schema_name,
                            schema=request.schema,
                            provider=self._settings.provider,
                        )
                    case _Shape.WORDS:
                        return chat.invoke(_messages(_in_words(request)))
                    case _:
                        assert_never(shape)

        try:
            message = finished_within(self._settings.answer_s, call)
        except Exception as error:  # noqa: BLE001 - every provider has classes of its own; `failures` tells them apart
            return failure_of(error, secrets=self._secrets)
        return reply_in(message, secrets=self._secrets)

    def _pause(self, failure: Failure, retries: int) -> float | None:
        """Seconds until the next attempt, or None where there is to be none."""
        # A wrong address stays wrong; one more attempt is enough to see it.
        limit = self._settings.max_retries
        if failure.fault is Fault.UNREACHABLE and not self._reached:
            limit = min(limit, 1)
        if failure.fault not in _WORTH_RETRYING or retries >= limit:
            return None
        if failure.wait_s is not None:
            return failure.wait_s if failure.wait_s <= _LONGEST_WAIT_S else None
        backoff = min(self._settings.backoff_s * 2.0 ** min(retries, 16), _LONGEST_BACKOFF_S)
        return backoff * random.uniform(0.75, 1.25)

    def _settled(self, failure: Failure, spent: Usage) -> Reply:
        """The reply that a last failure amounts to. Raises where it ends the run."""
        fault, why = failure.fault, failure.why
        match fault:
            case Fault.TRUNCATED:
                return Truncated(failure.content, spent)
            case Fault.TOO_LONG:
                # For the caller a request without room for a reply is one whose reply got no room: it asks for less at once.
                return Truncated("", spent)
            case Fault.FILTERED:
                return Refused(why, spent)
            case Fault.MALFORMED | Fault.TIMEOUT | Fault.CUT | Fault.TOO_MUCH:
                return Failed(why, spent)
            case Fault.BUSY if failure.wait_s is not None and failure.wait_s > _LONGEST_WAIT_S:
                return Failed(f"the endpoint asks to wait {failure.wait_s:.0f} s ({why})", spent)
            case Fault.BUSY:
                return Failed(
                    f"the endpoint was busy or broken at each of {spent.requests} attempts ({why})", spent
                )
            case Fault.REJECTED | Fault.NO_SCHEMA:
                return Failed(f"the endpoint rejected the request ({why})", spent)
            case Fault.UNREACHABLE if self._reached:
                return Failed(f"the endpoint was lost during the run ({why})", spent)
            case Fault.AUTH | Fault.QUOTA | Fault.NO_SUCH_MODEL | Fault.UNREACHABLE:
                raise self._end_of_run(fault, why)
            case _:
                assert_never(fault)

    def _end_of_run(self, fault: Fault, why: str) -> SummarizerError:
        where = without_secrets(address_of(self._settings) or self._settings.provider, self._secrets)
        match fault:
            case Fault.AUTH:
                hint = "check the key's variable" if self._settings.send_key else OWN_ADDRESS
                said = "refused the key" if self._settings.send_key else "wants a key"
                return AuthFailed(f"the endpoint {said} ({why})", where=where, hint=hint)
            case Fault.QUOTA:
                return QuotaExceeded(f"the account has no credit left ({why})", where=where)
            case Fault.NO_SUCH_MODEL:
                hint = "check the model's name and the base URL"
                return ConfigError(
                    f"nothing answers for {self._settings.name!r} ({why})", where=where, hint=hint
                )
            case Fault.UNREACHABLE:
                return Unreachable(
                    f"the endpoint cannot be reached ({why})", where=where, hint="check the address"
                )
            case _:
                return ModelError(why, where=where)

    def _chat(self, reply_tokens: int) -> "BaseChatModel":
        """The chat model with room for `reply_tokens`, made once."""
        with self._lock:
            if reply_tokens not in self._chats:
                made = chat_model(
                    self._settings, reply_tokens=reply_tokens, secrets=self._secrets, client=self._http
                )
                self._chats[reply_tokens] = made
            return self._chats[reply_tokens]


@lru_cache(maxsize=64)
def _bound_of(text: str) -> int:
    """`token_margin`, counted once for the instructions and the schema that every request repeats."""
    return token_margin(text)


def _messages(request: Request) -> list[Any]:
    return [{"role": message.role, "content": message.content} for message in request.messages]


def _in_words(request: Request) -> Request:
    """The same request with its schema written out below the last message, for endpoints that have no schema mode."""
    *others, last = request.messages
    schema = json.dumps(request.schema, ensure_ascii=False)
    content = f"{last.content}\n\nAnswer with one JSON object of this JSON Schema and nothing else:\n{schema}"
    return replace(request, messages=(*others, replace(last, content=content)))
