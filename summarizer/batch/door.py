"""The one way to the model for all workers of a run: one pace, one allowance, one cache, and what was answered is kept."""

import queue
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from decimal import Decimal
from typing import Any, Protocol

from summarizer.batch.store import Spent, Store
from summarizer.config import Settings
from summarizer.engines.logged import log_reply
from summarizer.errors import UsageError
from summarizer.event_log import Log
from summarizer.model import (
    Allowance,
    Ask,
    Failed,
    ModelSettings,
    Reply,
    ReplyCache,
    SpendingLimit,
    Usage,
    as_kept,
    kept_reply,
    key_of,
    reply_of,
)
from summarizer.prompting import Request

__all__ = ["Cache", "Door", "Journal", "allowance_of", "cache_of"]


class Journal(Protocol):
    """Where replies are kept until their input is done, with what they cost."""

    def reply(self, number: int, key: str, /) -> Any: ...

    def keep_reply(self, number: int, key: str, reply: Any, spent: Spent, /) -> None: ...


class Cache(Protocol):
    """Replies to anybody's requests, by key."""

    def get(self, key: str, /) -> Reply | None: ...

    def put(self, key: str, reply: Reply, /) -> None: ...


def allowance_of(settings: ModelSettings, store: Store) -> Allowance:
    """What the run may still ask for, after what its earlier parts did. Raises UsageError where that is not known."""
    spent = store.spent()
    if settings.max_cost_usd is not None and spent.cost_usd is None:
        raise UsageError("what the run has cost so far is not known, so that its cost cannot be limited")
    return Allowance(
        max_requests=settings.max_requests,
        max_cost_usd=settings.max_cost_usd,
        sent=spent.requests,
        spent_usd=spent.cost_usd or Decimal(0),
    )


def cache_of(settings: Settings) -> ReplyCache | None:
    """The replies kept on this machine, None where the settings want none."""
    if settings.cache != "on":
        return None
    return ReplyCache(settings.cache_path(), limit_bytes=settings.cache_size)


class Door:
    """Answers requests of several inputs at once, `concurrency` of them in flight.

    A reply that was kept for the same input is given as it first came, usage and all, so that a run that was interrupted ends like one
    that was not; one in the cache costs nothing. `failure` is what ends the run, None as long as nothing does.
    """

    def __init__(
        self,
        ask: Ask,
        *,
        settings: ModelSettings,
        journal: Journal,
        allowance: SpendingLimit,
        cache: Cache | None = None,
        log: Log | None = None,
    ) -> None:
        self._ask, self._settings = ask, settings
        self._journal, self._allowance, self._cache, self._log = journal, allowance, cache, log
        self._waiting: queue.SimpleQueue[tuple[_Round, int]] = queue.SimpleQueue()
        self.failure: BaseException | None = None
        # Daemons, so that an interrupted run ends at once instead of waiting for the requests in flight.
        for number in range(settings.concurrency):
            threading.Thread(target=self._work, name=f"door-{number + 1}", daemon=True).start()

    @property
    def reached(self) -> str:
        """The limit of requests or cost that stands in the way of more, "" for none."""
        return self._allowance.reached

    def put(
        self, number: int, report: str, requests: Sequence[Request], answer: Callable[[list[Reply]], None]
    ) -> None:
        """Has the requests about an input answered; `answer` is called with the replies in their order, in a thread of the door."""
        round = _Round(number, report, requests, answer)
        for index in range(len(requests)):
            self._waiting.put((round, index))

    def _work(self) -> None:
        while True:
            round, index = self._waiting.get()
            if self.failure is not None:
                continue
            try:
                round.take(index, self._reply(round.number, round.report, round.requests[index]))
            except BaseException as error:  # noqa: BLE001 - handed to the run, which raises it
                self.failure = self.failure or error

    def _reply(self, number: int, report: str, request: Request) -> Reply:
        start = time.monotonic()
        key = key_of(request, self._settings)
        kept = self._journal.reply(number, key)
        if kept is not None:
            return _as_it_came(kept)
        found = self._cache.get(key) if self._cache is not None else None
        reply = as_kept(found) if found is not None else self._ask(request)
        lasting = not isinstance(reply, Failed)
        # Kept with its cost before anything else is done with it.
        self._journal.keep_reply(number, key, _for_keeping(reply) if lasting else None, _spent(reply.usage))
        if lasting and found is None and self._cache is not None:
            self._cache.put(key, reply)
        if self._log is not None:
            seconds = time.monotonic() - start
            log_reply(self._log, request, reply, settings=self._settings, report=report, seconds=seconds)
        return reply


class _Round:
    """The requests that a worker waits for together."""

    def __init__(
        self,
        number: int,
        report: str,
        requests: Sequence[Request],
        answer: Callable[[list[Reply]], None],
    ) -> None:
        self.number, self.report, self.requests = number, report, requests
        self._answer = answer
        self._lock = threading.Lock()
        self._replies: dict[int, Reply] = {}

    def take(self, index: int, reply: Reply) -> None:
        with self._lock:
            self._replies[index] = reply
            if len(self._replies) < len(self.requests):
                return
        self._answer([self._replies[at] for at in range(len(self.requests))])


def _for_keeping(reply: Reply) -> dict[str, Any]:
    usage = asdict(reply.usage)
    usage["cost_usd"] = None if reply.usage.cost_usd is None else format(reply.usage.cost_usd, "f")
    return {"reply": kept_reply(reply), "usage": usage}


def _as_it_came(kept: Any) -> Reply:
    usage = kept["usage"]
    cost = usage["cost_usd"]
    return replace(
        reply_of(kept["reply"]),
        usage=Usage(**{**usage, "cost_usd": None if cost is None else Decimal(cost)}),
    )


def _spent(usage: Usage) -> Spent:
    return Spent(usage.requests, usage.input_tokens, usage.output_tokens, usage.from_cache, usage.cost_usd)
