"""A process that works on inputs for a run, one or several at a time, and asks the run for what a model is to say."""

import gc
import os
import queue
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Final

from summarizer.batch.messages import Answered, Asked, Broken, Finished, Ready, Stop
from summarizer.batch.origin import origin_bytes
from summarizer.batch.recipe import Recipe
from summarizer.batch.work import Task, attempted
from summarizer.bug_log import write_bug
from summarizer.config import Settings
from summarizer.errors import SummarizerError

if TYPE_CHECKING:
    from summarizer.model import Reply
    from summarizer.prompting import Request

__all__ = ["ALLOCATIONS", "Job", "work"]

ALLOCATIONS: Final = 200_000
"""After how many new objects a worker looks for cycles: a digest makes many that live as long as it does."""

_BUG: Final = 70


@dataclass(frozen=True, slots=True)
class Job:
    """What all inputs of a run have in common; `at_once` is how many of them one worker has in hand, more than one where it waits
    for a model."""

    recipe: Recipe
    settings: Settings
    at_once: int = 1

    @property
    def by_model(self) -> bool:
        return self.recipe.engine == "model"


def work(line: Connection, job: Job) -> None:
    """Works until there is no more to do, or nobody to do it for: a run that is killed takes its workers with it.

    What nobody foresaw ends the process, which the run knows how to deal with; an input whose thread alone had ended would be waited
    for without end.
    """
    with _all_or_nothing():
        _work(line, job)


@contextmanager
def _all_or_nothing() -> Iterator[None]:
    try:
        yield
    except BaseException as error:  # noqa: BLE001 - a bug, or no memory left even to say so
        try:
            write_bug(error)
        finally:
            os._exit(_BUG)


def _work(line: Connection, job: Job) -> None:
    # An interrupt of the terminal goes to all processes; the run decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(ALLOCATIONS, 20, 20)
    worker = _Worker(line, job)
    threads = ThreadPoolExecutor(job.at_once)
    worker.say(Ready())
    while True:
        try:
            message = line.recv()
        except (EOFError, OSError):
            # Threads that are at work are of no use to anybody.
            os._exit(1)
        match message:
            case Task():
                threads.submit(worker.do, message)
            case Answered(number, replies):
                worker.answer(number, replies)
            case Stop():
                os._exit(0)


class _Worker:
    def __init__(self, line: Connection, job: Job) -> None:
        self._line, self._job = line, job
        self._lock = threading.Lock()
        self._waiting: dict[int, queue.SimpleQueue[list[Reply]]] = {}

    def say(self, message: object) -> None:
        with self._lock:
            self._line.send(message)

    def do(self, task: Task) -> None:
        with _all_or_nothing():
            self.say(self._done(task))

    def _done(self, task: Task) -> Finished | Broken:
        job = self._job
        try:
            outputs = attempted(
                task,
                lambda: origin_bytes(task.origin, shown=task.shown, limit=job.recipe.max_input),
                recipe=job.recipe,
                settings=job.settings,
                ask_for=self._ask if job.by_model else None,
            )
            return Finished(outputs)
        except SummarizerError as error:
            return Broken(task.number, error)

    def answer(self, number: int, replies: "list[Reply]") -> None:
        self._waiting[number].put(replies)

    def _ask(self, number: int, requests: "Sequence[Request]") -> "list[Reply]":
        self._waiting[number] = queue.SimpleQueue()
        self.say(Asked(number, list(requests)))
        replies = self._waiting[number].get()
        del self._waiting[number]
        return replies
