"""A process that works on inputs for a run, one or several at a time, and asks the run for what a model is to say."""

import gc
import os
import queue
import signal
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Final

from summarizer.batch.messages import Answered, Asked, Broken, Finished, Ready, Stop
from summarizer.batch.origin import origin_bytes
from summarizer.batch.recipe import Recipe
from summarizer.batch.work import Task, attempted, write_outputs
from summarizer.config import Settings
from summarizer.errors import SummarizerError

if TYPE_CHECKING:
    from summarizer.model import Reply
    from summarizer.prompting import Request

__all__ = ["ALLOCATIONS", "Job", "work"]

ALLOCATIONS: Final = 200_000
"""After how many new objects a worker looks for cycles: a digest makes many that live as long as it does."""


@dataclass(frozen=True, slots=True)
class Job:
    """What all inputs of a run have in common; `at_once` is how many of them one worker has in hand, more than one where it waits
    for a model."""

    recipe: Recipe
    settings: Settings
    folder: Path
    at_once: int = 1

    @property
    def by_model(self) -> bool:
        return self.recipe.engine == "model"


def work(line: Connection, job: Job) -> None:
    """Works until there is no more to do, or nobody to do it for: a run that is killed takes its workers with it."""
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
        job = self._job
        try:
            outputs = attempted(
                task,
                lambda: origin_bytes(task.origin, shown=task.shown, limit=job.recipe.max_input),
                recipe=job.recipe,
                settings=job.settings,
                ask_for=self._ask if job.by_model else None,
            )
            self.say(Finished(write_outputs(outputs, job.folder)))
        except SummarizerError as error:
            self.say(Broken(task.number, error))

    def answer(self, number: int, replies: "list[Reply]") -> None:
        self._waiting[number].put(replies)

    def _ask(self, number: int, requests: "Sequence[Request]") -> "list[Reply]":
        self._waiting[number] = queue.SimpleQueue()
        self.say(Asked(number, list(requests)))
        replies = self._waiting[number].get()
        del self._waiting[number]
        return replies
