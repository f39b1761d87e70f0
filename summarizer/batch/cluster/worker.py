"""A process of a cluster that works on inputs: what it needs comes from the ledger, what it makes goes back as data."""

import gc
import pickle
import queue
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from summarizer import __version__
from summarizer.batch.cluster.ledger import Assignment, Order, shares
from summarizer.batch.state import Made, State
from summarizer.batch.store import Spent
from summarizer.batch.work import AskFor, Outputs, attempted
from summarizer.batch.worker import ALLOCATIONS
from summarizer.config import Settings
from summarizer.errors import InputError, SummarizerError, UsageError

if TYPE_CHECKING:
    from summarizer.batch.door import Door
    from summarizer.model import Reply
    from summarizer.prompting import Request

__all__ = ["Call", "ClusterWorker", "Told"]

Call = Callable[..., Any]
"""Calls a method of the ledger by name and waits for what it gives."""

_MINUTE_S: Final = 60.0
_LOOK_S: Final = 0.2


@dataclass(frozen=True, slots=True)
class Told:
    """What a worker says of one place of the list: outputs, None for an input that is left waiting; the limit that is reached; or what
    ends the run."""

    outputs: Outputs | None = None
    stopped_by: str = ""
    error: SummarizerError | None = None


class ClusterWorker:
    """Works on inputs one by one, or several at a time in threads; one that an earlier process died of has the process to itself."""

    def __init__(self, given: Assignment, call: Call, *, name: str) -> None:
        gc.set_threshold(ALLOCATIONS, 20, 20)
        self._given, self._call = given, call
        self._turns = _Turns()
        self._broken: SummarizerError | None = None
        self._door: Door | None = None
        try:
            self._check_version()
            if given.by_model:
                self._check_address()
                self._door = self._door_for(*call("seat", name))
        except SummarizerError as error:
            # Told with the first input: an actor that cannot be made is started again for ever.
            self._broken = error

    def told(self, index: int) -> bytes:
        """What became of the input at this place of the list, pickled."""
        return pickle.dumps(self._done(index))

    def _done(self, index: int) -> Told:
        if self._broken is not None:
            return Told(error=self._broken)
        order: Order | None = self._call("begin", index)
        if order is None:
            return Told(stopped_by=self._call("reached"))
        try:
            with self._turns.taken(alone=order.suspect):
                outputs = self._tried_again(index, order) if order.suspect else self._outputs(order)
        except SummarizerError as error:
            return Told(error=error)
        partial = outputs.made.state is State.PARTIAL and self._given.by_model
        return Told(outputs, self._call("reached") if partial else "")

    def _tried_again(self, index: int, order: Order) -> Outputs:
        if not self._call("begin_alone", index):
            why = "brings down the process that reads it: too large, or made to do harm"
            return Outputs(Made(order.task.number, order.task.id, State.FAILED, why))
        outputs = self._outputs(order)
        self._call("end_alone", index)
        return outputs

    def _outputs(self, order: Order) -> Outputs:
        def read() -> bytes:
            if order.problem:
                raise InputError(order.problem)
            return order.data

        given = self._given
        ask_for = None if self._door is None else _asking(self._door, order.task.id)
        return attempted(order.task, read, recipe=given.recipe, settings=given.settings, ask_for=ask_for)

    def _check_version(self) -> None:
        if __version__ != self._given.recipe.version:
            raise UsageError(
                f"a node of the cluster has summarizer {__version__}, not {self._given.recipe.version}",
                hint="install the same version on all nodes",
            )

    def _check_address(self) -> None:
        from summarizer.model import address_of

        # That of some providers stands in the environment alone, which each node has of its own.
        address, wanted = address_of(self._given.settings.model_settings()), self._given.recipe.base_url
        if address != wanted:
            raise UsageError(
                f"a node of the cluster would ask at {address or 'the usual address'}, not at {wanted or 'the usual one'}",
                hint="set the provider's variables alike on all nodes",
            )

    def _door_for(self, seat: int, again: bool) -> "Door":
        from summarizer.batch.door import Door
        from summarizer.engines import model_door

        settings = share_of(self._given.settings, seat % self._given.workers, self._given.workers)
        if again and (settings.rpm is not None or settings.tpm is not None):
            # The process that died may have used up its share of this minute.
            time.sleep(_MINUTE_S)
        ledger = _LedgerAtADistance(self._call, with_text=self._given.log_text)
        return Door(
            model_door(settings, allowance=ledger),
            settings=settings.model_settings(),
            journal=ledger,
            allowance=ledger,
            cache=ledger,
            log=ledger.log if self._given.log_path else None,
        )


def share_of(settings: Settings, part: int, parts: int) -> Settings:
    """The settings with this part's share of the limits of pace; those of all parts add up to what was set."""
    return replace(
        settings,
        concurrency=shares(settings.concurrency, parts)[part] or 1,
        rpm=shares(settings.rpm, parts)[part],
        tpm=shares(settings.tpm, parts)[part],
    )


def _asking(door: "Door", report: str) -> AskFor:
    def ask(number: int, requests: "Sequence[Request]") -> "list[Reply]":
        answered: queue.SimpleQueue[list[Reply]] = queue.SimpleQueue()
        door.put(number, report, requests, answered.put)
        while True:
            try:
                return answered.get(timeout=_LOOK_S)
            except queue.Empty:
                if door.failure is not None:
                    raise door.failure from None

    return ask


class _LedgerAtADistance:
    """The ledger as the journal, the limits, the cache and the log of a door."""

    def __init__(self, call: Call, *, with_text: bool) -> None:
        self._call = call
        self.log = _LogAtADistance(call, with_text=with_text)

    def reply(self, number: int, key: str) -> Any:
        return self._call("reply", number, key)

    def keep_reply(self, number: int, key: str, reply: Mapping[str, Any] | None, spent: Spent) -> None:
        self._call("keep_reply", number, key, reply, spent)

    def get(self, key: str) -> "Reply | None":
        found: Reply | None = self._call("cached", key)
        return found

    def put(self, key: str, reply: "Reply") -> None:
        self._call("cache", key, reply)

    @property
    def reached(self) -> str:
        return str(self._call("reached"))

    def take(self, bound_usd: Decimal) -> str:
        return str(self._call("take", bound_usd))

    def settle(self, bound_usd: Decimal, cost_usd: Decimal) -> None:
        self._call("settle", bound_usd, cost_usd)


@dataclass(frozen=True, slots=True)
class _LogAtADistance:
    call: Call
    with_text: bool = field(kw_only=True)

    def __call__(self, event: str, /, **facts: Any) -> None:
        self.call("log", event, facts)


class _Turns:
    """Many at a time, or one alone."""

    def __init__(self) -> None:
        self._free = threading.Condition()
        self._at_work = 0
        self._alone = False
        self._want_alone = 0

    @contextmanager
    def taken(self, *, alone: bool) -> Iterator[None]:
        with self._free:
            self._want_alone += alone
            self._free.wait_for(lambda: self._may_begin(alone))
            self._want_alone -= alone
            self._at_work += 1
            self._alone = alone
        try:
            yield
        finally:
            with self._free:
                self._at_work -= 1
                self._alone = False
                self._free.notify_all()

    def _may_begin(self, alone: bool) -> bool:
        if alone:
            return not self._at_work
        # Those that want to be alone go first, or they would wait to the end of the run.
        return not self._alone and not self._want_alone
