"""What the workers of a cluster ask for and report to: one process on the machine that has the reports and the run's state."""

import threading
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from summarizer.batch.layout import STATE
from summarizer.batch.origin import origin_bytes
from summarizer.batch.recipe import Recipe
from summarizer.batch.store import Spent, Store
from summarizer.batch.work import Task
from summarizer.batch.worklist import Worklist
from summarizer.config import Settings
from summarizer.errors import InputError
from summarizer.event_log import EventLog

if TYPE_CHECKING:
    from summarizer.model import Reply, ReplyCache

__all__ = ["Assignment", "Ledger", "Order", "shares"]

_MOST_ALONE: Final = 2


@dataclass(frozen=True, slots=True)
class Assignment:
    """A part of a run as it is told to other processes; `workers` share its limits of pace, `at_once` is how many inputs each of
    them has in hand."""

    recipe: Recipe
    settings: Settings
    folder: Path
    workers: int
    at_once: int = 1
    limit: int | None = None
    log_path: str = ""
    log_text: bool = False

    @property
    def by_model(self) -> bool:
        return self.recipe.engine == "model"


@dataclass(frozen=True, slots=True)
class Order:
    """One input to work on: its bytes, or why they cannot be had. `suspect` says that a process died that had it in hand."""

    task: Task
    data: bytes = field(default=b"", repr=False)
    problem: str = ""
    suspect: bool = False


class Ledger:
    """The one place of a run on a cluster where inputs are given out, replies kept, limits of requests and cost counted, and events
    written down; safe under threads."""

    def __init__(self, given: Assignment) -> None:
        self._recipe = given.recipe
        self._store = Store(given.folder / STATE)
        self._log = EventLog(given.log_path, with_text=given.log_text) if given.log_path else None
        self._work = Worklist(self._store, limit=given.limit, log=self._log)
        self._lock = threading.Lock()
        self._taken_up: set[int] = set()
        self._alone: Counter[int] = Counter()
        self._seats: dict[str, int] = {}
        self._cache: ReplyCache | None = None
        if given.by_model:
            from summarizer.batch.door import allowance_of, cache_of

            self._allowance = allowance_of(given.settings.model_settings(), self._store)
            self._cache = cache_of(given.settings)

    # ---- work

    def seat(self, worker: str) -> tuple[int, bool]:
        """Which of the workers this is, counted from 0, and whether it had that place before it died."""
        with self._lock:
            again = worker in self._seats
            return self._seats.setdefault(worker, len(self._seats)), again

    def begin(self, index: int) -> Order | None:
        """The input at this place of the list; None once a limit is reached, for what then is not begun waits."""
        if self.reached():
            return None
        with self._lock:
            suspect = index in self._taken_up
            self._taken_up.add(index)
        task = self._work.take_up(index)
        try:
            data = origin_bytes(task.origin, shown=task.shown, limit=self._recipe.max_input)
        except InputError as error:
            error.where = ""
            return Order(task, problem=str(error), suspect=suspect)
        return Order(task, data, suspect=suspect)

    def begin_alone(self, index: int) -> bool:
        """Whether a suspect may be tried once more, with nothing beside it that could be to blame."""
        with self._lock:
            self._alone[index] += 1
            return self._alone[index] <= _MOST_ALONE

    def end_alone(self, index: int) -> None:
        """The suspect did not bring its process down."""
        with self._lock:
            del self._alone[index]

    # ---- replies and limits, as `Door` asks for them

    def reply(self, number: int, key: str) -> Any:
        return self._store.reply(number, key)

    def keep_reply(self, number: int, key: str, reply: Mapping[str, Any] | None, spent: Spent) -> None:
        self._store.keep_reply(number, key, reply, spent)

    def cached(self, key: str) -> "Reply | None":
        return None if self._cache is None else self._cache.get(key)

    def cache(self, key: str, reply: "Reply") -> None:
        if self._cache is not None:
            self._cache.put(key, reply)

    def take(self, bound_usd: Decimal) -> str:
        return self._allowance.take(bound_usd)

    def settle(self, bound_usd: Decimal, cost_usd: Decimal) -> None:
        self._allowance.settle(bound_usd, cost_usd)

    def reached(self) -> str:
        """The limit of requests or cost that stands in the way of more, "" for none."""
        return self._allowance.reached if self._recipe.engine == "model" else ""

    def notes(self) -> list[str]:
        """What the user is to be told at the end: that replies cannot be kept, where they cannot."""
        return [self._cache.complaint] if self._cache is not None and self._cache.complaint else []

    def log(self, event: str, facts: Mapping[str, Any]) -> None:
        if self._log is not None:
            self._log(event, **facts)


def shares(whole: int | None, parts: int) -> Sequence[int | None]:
    """A limit divided as evenly as whole numbers go; the parts add up to it.

    >>> shares(10, 4)
    [3, 3, 2, 2]
    """
    if whole is None:
        return [None] * parts
    return [whole // parts + (part < whole % parts) for part in range(parts)]
