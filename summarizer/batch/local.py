"""Worker processes on this machine."""

import multiprocessing
import os
import sys
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnContext
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from summarizer.batch.messages import Answered, Asked, Broken, Finished, Ready, Stop
from summarizer.batch.run import Part
from summarizer.batch.state import Made, State
from summarizer.batch.work import Outputs, Task
from summarizer.batch.worker import Job, work
from summarizer.batch.worklist import Worklist
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.batch.door import Door
    from summarizer.model import Reply, ReplyCache

__all__ = ["LocalPool"]

# What a report takes at most without a model: minutes for one of two million characters. A slow machine may need several times as much.
_PATIENCE_S: Final = 900.0
_USUAL_INPUT: Final = 20_000_000
# A process gives back little of the memory it once had: after so many inputs a fresh one takes its place.
_INPUTS_A_WORKER: Final = 500
_ATTEMPTS: Final = 2
_LOOK_S: Final = 0.2


class LocalPool:
    """Up to `jobs` processes that share the work.

    An input that brings a process down, or keeps it at work without end, costs that process and no more: those that it had in hand are
    tried again, each alone in a process, and one that does the same there has failed.
    """

    def __init__(self, part: Part) -> None:
        self._part = part
        self._cache: ReplyCache | None = None
        self._door: Door | None = None
        if part.by_model:
            from summarizer.batch.door import cache_of

            self._cache = cache_of(part.settings)
            self._door = _door(part, self._cache)
        self._patience_s = _PATIENCE_S * max(1.0, part.settings.max_input / _USUAL_INPUT)
        # Forking a process with threads in it can leave the child waiting for a lock for ever.
        self._context = multiprocessing.get_context("spawn")
        self._workers: list[_Worker] = []
        self._suspects: deque[Task] = deque()
        self._attempts: dict[int, int] = {}
        self._begun = 0

    @property
    def stopped_by(self) -> str:
        """The limit of requests or cost that ended the work early, "" for none."""
        return "" if self._door is None else self._door.reached

    @property
    def notes(self) -> list[str]:
        """That replies of a model cannot be kept, where they cannot."""
        return [self._cache.complaint] if self._cache is not None and self._cache.complaint else []

    def results(self, work: Worklist) -> Iterator[Outputs]:
        """What became of each task, as they are done; tasks are taken up as there is room for them, no more once a limit is reached.

        Raises what ends the run: a full disk, a model's endpoint that failed for good. However it ends, no process is left.
        """
        self._begun = 0
        jobs = min(self._part.share.jobs or _cores(), max(1, len(work)))
        try:
            yield from self._results(work, self._job(jobs), jobs)
        finally:
            for worker in self._workers:
                worker.end()
            self._workers.clear()

    def _job(self, jobs: int) -> Job:
        part = self._part
        # While as many requests are in flight as may be, others are read and checked.
        at_once = -(-(part.settings.concurrency + 2 * jobs) // jobs) if part.by_model else 1
        return Job(part.recipe, part.settings, at_once)

    def _results(self, work: Worklist, job: Job, jobs: int) -> Iterator[Outputs]:
        while True:
            self._give_out(work, job, jobs)
            if not self._suspects and not self._has_more(work) and not any(w.tasks for w in self._workers):
                return
            for line in wait([worker.line for worker in self._workers], _LOOK_S):
                worker = next(worker for worker in self._workers if worker.line is line)
                try:
                    message = worker.line.recv()
                except (EOFError, OSError):
                    yield from self._lost(worker)
                else:
                    yield from self._understood(worker, message)
            for worker in [worker for worker in self._workers if worker.silent_s > self._patience_s]:
                yield from self._lost(worker, f"takes longer than {self._patience_s / 60:g} minutes")
            if self._door is not None and self._door.failure is not None:
                raise self._door.failure

    def _has_more(self, work: Worklist) -> bool:
        return self._begun < len(work) and not self.stopped_by

    def _give_out(self, work: Worklist, job: Job, jobs: int) -> None:
        for worker in [w for w in self._workers if not w.tasks and w.given >= _INPUTS_A_WORKER]:
            worker.stop()
            self._workers.remove(worker)
        for worker in self._workers:
            while worker.has_room(job.at_once) and (task := self._next_for(worker, work)):
                worker.give(task)
        wanted = len(self._suspects) + self._has_more(work)
        starting = sum(not worker.ready for worker in self._workers)
        while len(self._workers) < jobs and starting < wanted * jobs:
            self._workers.append(_Worker(self._context, job))
            starting += 1

    def _next_for(self, worker: "_Worker", work: Worklist) -> Task | None:
        """The task that the worker is to take up. While there are suspects nothing else is begun, so that each can be alone."""
        if not self._suspects:
            if not self._has_more(work):
                return None
            self._begun += 1
            return work.take_up(self._begun - 1)
        if worker.tasks:
            return None
        worker.alone = True
        return self._suspects.popleft()

    def _understood(self, worker: "_Worker", message: object) -> Iterator[Outputs]:
        match message:
            case Ready():
                worker.ready = True
            case Asked(number, requests):
                assert self._door is not None
                worker.wait_for_answer(number)
                self._door.put(number, worker.tasks[number].id, requests, partial(worker.answer, number))
            case Finished(outputs):
                worker.done(outputs.made.number)
                yield outputs
            case Broken(error=error):
                raise error

    def _lost(self, worker: "_Worker", why: str = "") -> Iterator[Outputs]:
        """What becomes of the inputs that a process had in hand when it died, or was ended for this reason."""
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
                what = why or f"brings down the process that reads it ({how})"
                yield Outputs(
                    Made(task.number, task.id, State.FAILED, f"{what}: too large, or made to do harm")
                )


def _door(part: Part, cache: "ReplyCache | None") -> "Door":
    from summarizer.batch.door import Door, allowance_of
    from summarizer.engines import model_door

    chosen = part.settings.model_settings()
    allowance = allowance_of(chosen, part.store)
    ask = model_door(part.settings, allowance=allowance)
    return Door(ask, settings=chosen, journal=part.store, allowance=allowance, cache=cache, log=part.log)


def _cores() -> int:
    """Those that this process may use: in a container they are often fewer than the machine has."""
    if sys.version_info >= (3, 13):
        return os.process_cpu_count() or 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


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
        # Since when the process works on each without a word; while a model is asked there is nothing to wait for here.
        self._since: dict[int, float] = {}
        self._clock = threading.Lock()

    @property
    def silent_s(self) -> float:
        """How long the process has been at work on the input that it has had for longest."""
        now = monotonic()
        with self._clock:
            return now - min(self._since.values(), default=now)

    def has_room(self, at_once: int) -> bool:
        return self.ready and not self.alone and len(self.tasks) < at_once and self.given < _INPUTS_A_WORKER

    def give(self, task: Task) -> None:
        self.tasks[task.number] = task
        self.given += 1
        self._begin(task.number, task)

    def done(self, number: int) -> None:
        del self.tasks[number]
        self.wait_for_answer(number)
        self.alone = False

    def wait_for_answer(self, number: int) -> None:
        with self._clock:
            self._since.pop(number, None)

    def answer(self, number: int, replies: "list[Reply]") -> None:
        self._begin(number, Answered(number, replies))

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

    def _begin(self, number: int, message: object) -> None:
        with self._clock:
            self._since[number] = monotonic()
        self._say(message)

    def _say(self, message: object) -> None:
        # That a process is gone is noticed where it is listened to.
        with self._lock, suppress(OSError):
            self.line.send(message)
