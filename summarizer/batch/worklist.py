"""The inputs that a part of a run is to work on."""

from typing import Final

from summarizer.batch.store import Store
from summarizer.batch.work import Task
from summarizer.event_log import EventLog

__all__ = ["Worklist"]


class Worklist:
    """Those that wait, or are to be tried again, when it is made, in order, at most `limit` of them; what is taken up stands in the log."""

    def __init__(self, store: Store, *, limit: int | None = None, log: EventLog | None = None) -> None:
        self._store, self._log = store, log
        self._numbers: Final = store.due(limit)

    def __len__(self) -> int:
        return len(self._numbers)

    def take_up(self, index: int) -> Task:
        """The task at this place of the list, counted from 0."""
        found = self._store.input(self._numbers[index])
        if self._log is not None:
            self._log("report", report=found.id, state="begun", path=found.shown)
        return Task(found.number, found.id, found.origin, found.name, found.shown, found.sha256)
