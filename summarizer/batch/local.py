"""Worker processes on this machine."""

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnContext
from typing import TYPE_CHECKING, Any, Final

from summarizer.batch.messages import Answered, Asked, Broken, Finished, Ready, Stop
from summarizer.batch.run import Part
from summarizer.batch.state import Made, State
from summarizer.batch.work import Task
from summarizer.batch.worker import Job, work
from summarizer.batch.worklist import Worklist
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.batch.door import Door
    from summarizer.model import Reply

__all__ = ["LocalPool"]

# A process gives back little of the memory it once had: after so many inputs a fresh one takes its place.
_INPUTS_A_WORKER: Final = 500
_ATTEMPTS: Final = 2
_LOOK_S: Final = 0.2


class LocalPool:
    """Up to `jobs` processes that share the work.

    An input that brings a process down costs that process and no more: those that it had in hand are tried again, each alone in a
    process, and one that brings that down too has failed.
    """

    def __init__(self, part: Part) -> None:
        self._jobs = part.share.jobs or os.cpu_count() or 1
        self._door = _door(part) if part.by_model else None
        # While as many requests are in flight as may be, others are read and checked.
        at_once = -(-(part.settings.concurrency + 2 * self._jobs) // self._jobs) if part.by_model else 1
        self._job = Job(part.recipe, part.settings, part.folder, at_once)
        # Forking a process with threads in it can leave the child waiting for a lock for ever.
        self._context = multiprocessing.get_context("spawn")
        self._workers: list[_Worker] = []
        self._suspects: deque[Task] = deque()
        self._attempts: dict[int, int] = {}

    @property
    def stopped_by(self) -> str:
        """The limit of requests or cost that ended the work early, "" for none."""
        return "" if self._door is None else self._door.reached

    def results(self, work: Worklist) -> Iterator[Made]:
        """What became of each task, as they are done; tasks are taken up as there is room for them, no more once a limit is reached.

        Raises what ends the run: a full disk, a model's endpoint that failed for good. However it ends, no process is left.
        """
        try:
            yield from self._results(_Peekable(self._while_there_is_more_to_spend(work)))
        finally:
            for worker in self._workers:
                worker.end()
            self._workers.clear()

    def _while_there_is_more_to_spend(self, work: Worklist) -> Iterator[Task]:
        tasks = iter(work)
        while not self.stopped_by and (task := next(tasks, None)) is not None:
            yield task

    def _results(self, source: "_Peekable") -> Iterator[Made]:
        while True:
            self._give_out(source)
            if not self._suspects and source.next is None and not any(w.tasks for w in self._workers):
                return
            for line in wait([worker.line for worker in self._workers], _LOOK_S):
                worker = next(worker for worker in self._workers if worker.line is line)
                try:
                    message = worker.line.recv()
                except (EOFError, OSError):
                    yield from self._lost(worker)
                else:
                    yield from self._understood(worker, message)
            if self._door is not None and self._door.failure is not None:
                raise self._door.failure

    def _give_out(self, source: "_Peekable") -> None:
        for worker in [w for w in self._workers if not w.tasks and w.given >= _INPUTS_A_WORKER]:
            worker.stop()
            self._workers.remove(worker)
        for worker in self._workers:
            while worker.has_room(self._job.at_once) and (task := self._next_for(worker, source)):
                worker.give(task)
        wanted = len(self._suspects) + (source.next is not None)
        starting = sum(not worker.ready for worker in self._workers)
        while len(self._workers) < self._jobs and starting < wanted * self._jobs:
            self._workers.append(_Worker(self._context, self._job))
            starting += 1

    def _next_for(self, worker: "_Worker", source: "_Peekable") -> Task | None:
        """The task that the worker is to take up. While there are suspects nothing else is begun, so that each can be alone."""
        if not self._suspects:
            return source.take()
        if worker.tasks:
            return None
        worker.alone = True
        return self._suspects.popleft()

    def _understood(self, worker: "_Worker", message: object) -> Iterator[Made]:
        match message:
            case Ready():
                worker.ready = True
            case Asked(number, requests):
                assert self._door is not None
                self._door.put(number, worker.tasks[number].id, requests, partial(worker.answer, number))
            case Finished(made):
                worker.done(made.number)
                yield made
            case Broken(error=error):
                raise error

    def _lost(self, worker: "_Worker") -> Iterator[Made]:
        """What becomes of the inputs that a process had in hand when it died."""
        self._workers.remove(worker)
        code = worker.end()
        if not worker.ready:
            raise UsageError(f"worker processes cannot be started (exit code {code})", hint="try --jobs 1")
        known = len(worker.tasks) == 1
        for task in worker.tasks.values():
            self._attempts[task.number] = self._attempts.get(task.number, 0) + known
            if self._attempts[task.number] < _ATTEMPTS:
                self._suspects.append(task)
            else:
                how = f"signal {-code}" if code < 0 else f"exit code {code}"
                yield Made(
                    task.number,
                    task.id,
                    State.FAILED,
                    f"brings down the process that reads it ({how}): too large, or made to do harm",
                )


def _door(part: Part) -> "Door":
    from summarizer.batch.door import Door, allowance_of, cache_of
    from summarizer.engines import model_door

    chosen = part.settings.model_settings()
    allowance = allowance_of(chosen, part.store)
    ask = model_door(part.settings, allowance=allowance)
    cache = cache_of(part.settings)
    return Door(ask, settings=chosen, journal=part.store, allowance=allowance, cache=cache, log=part.log)


class _Peekable:
    """Tasks, of which the next can be seen before it is taken."""

    def __init__(self, tasks: Iterable[Task]) -> None:
        self._rest = iter(tasks)
        self.next = next(self._rest, None)

    def take(self) -> Task | None:
        taken, self.next = self.next, next(self._rest, None)
        return taken


class _Worker:
    """One process, what it has in hand, and the line to it."""

    def __init__(self, context: SpawnContext, job: Job) -> None:
        self.line: Connection[Any, Any]
        self.line, theirs = context.Pipe()
        self._process = context.Process(target=work, args=(theirs, job), daemon=True)
        self._process.start()
        # With this end of it open here, the end of the process would go unnoticed.
        theirs.close()
        self._lock = threading.Lock()
        self.ready = self.alone = False
        self.tasks: dict[int, Task] = {}
        self.given = 0

    def has_room(self, at_once: int) -> bool:
        return self.ready and not self.alone and len(self.tasks) < at_once and self.given < _INPUTS_A_WORKER

    def give(self, task: Task) -> None:
        self.tasks[task.number] = task
        self.given += 1
        self._say(task)

    def done(self, number: int) -> None:
        del self.tasks[number]
        self.alone = False

    def answer(self, number: int, replies: "list[Reply]") -> None:
        self._say(Answered(number, replies))

    def stop(self) -> None:
        """Lets the process end by itself."""
        self._say(Stop())
        self._process.join()
        self.line.close()

    def end(self) -> int:
        """Ends the process, whatever it does; its exit code."""
        self._process.kill()
        self._process.join()
        self.line.close()
        return self._process.exitcode or 0

    def _say(self, message: object) -> None:
        # That a process is gone is noticed where it is listened to.
        with self._lock, suppress(OSError):
            self.line.send(message)
