"""How far a run over many reports is: a bar with rate, cost and time left on a terminal, a line now and then elsewhere."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, Protocol

from summarizer.batch import Spent, Tally
from summarizer.cli import streams

if TYPE_CHECKING:
    from rich.progress import TaskID

__all__ = ["Watch", "watched"]

_LINE_EVERY_S: Final = 10.0
_DRAW_EVERY_S: Final = 0.2


class Watch(Protocol):
    """What a run tells its progress to."""

    def found(self, count: int, /) -> None: ...

    def __call__(self, tally: Tally, done_now: int, spent: Spent, /) -> None: ...


@contextmanager
def watched(*, quiet: bool) -> Iterator[Watch]:
    """Whoever watches a run: nobody, a terminal, or a file that lines are added to."""
    if quiet:
        yield _Nobody()
    elif streams.is_terminal(sys.stderr):
        bar = _Bar()
        try:
            yield bar
        finally:
            bar.close()
    else:
        yield _Lines()


class _Nobody:
    def found(self, count: int, /) -> None:
        return

    def __call__(self, tally: Tally, done_now: int, spent: Spent, /) -> None:
        return


class _Pace:
    """How fast a part of a run is, from its first finished input on: starting processes is no measure of what follows."""

    def __init__(self) -> None:
        self._since: tuple[float, int] | None = None

    def told(self, tally: Tally, done_now: int, spent: Spent) -> str:
        now = time.monotonic()
        if self._since is None:
            self._since = (now, done_now)
        start, before = self._since
        parts = []
        if done_now > before and now > start:
            rate = (done_now - before) / (now - start)
            parts.append(f"{rate:.1f}/s" if rate >= 1 else f"{60 * rate:.1f}/min")
            if tally.waiting:
                parts.append(f"{_duration(tally.waiting / rate)} left")
        if spent.requests or spent.kept:
            cost = "cost unknown" if spent.cost_usd is None else f"${spent.cost_usd:.2f}"
            parts += [f"{spent.requests:,} req", cost]
        if bad := tally.failed + tally.partial:
            parts.append(f"{bad:,} failed or partial")
        return ", ".join(parts)


class _Lines:
    """One line every ten seconds, so that a log of a night is read in a minute."""

    def __init__(self) -> None:
        self._pace = _Pace()
        self._last = time.monotonic()

    def found(self, count: int, /) -> None:
        if self._is_time():
            streams.note(f"{count:,} files found")

    def __call__(self, tally: Tally, done_now: int, spent: Spent, /) -> None:
        detail = self._pace.told(tally, done_now, spent)
        if self._is_time():
            told = f"{tally.total - tally.waiting:,} of {tally.total:,}"
            streams.note(f"{told} ({detail})" if detail else told)

    def _is_time(self) -> bool:
        now = time.monotonic()
        if now - self._last < _LINE_EVERY_S:
            return False
        self._last = now
        return True


class _Bar:
    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        self._pace = _Pace()
        self._drawn = 0.0
        self._bar: Progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=12),
            MofNCompleteColumn(),
            TextColumn("{task.fields[detail]}"),
            console=Console(stderr=True),
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._task: TaskID = self._bar.add_task("finding", total=None, detail="")
        self._bar.start()

    def found(self, count: int, /) -> None:
        self._bar.update(self._task, completed=count)

    def __call__(self, tally: Tally, done_now: int, spent: Spent, /) -> None:
        detail = self._pace.told(tally, done_now, spent)
        now = time.monotonic()
        if now - self._drawn >= _DRAW_EVERY_S or not tally.waiting:
            self._drawn = now
            done = tally.total - tally.waiting
            self._bar.update(
                self._task, description="reports", completed=done, total=tally.total, detail=detail
            )

    def close(self) -> None:
        self._bar.stop()


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
