"""How far a run has come, on stderr: a bar on a terminal, lines elsewhere, nothing where it is not wanted."""

import sys
import threading
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Protocol

from summarizer.cli import streams

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

__all__ = ["Report", "progress"]

_PATIENCE_S = 2.0  # what is done sooner shows no bar: reading and checking a report takes up to one


class Report(Protocol):
    """Called with the step at work, how many of its parts are done, how many there are (0: not known), and what that took."""

    def __call__(self, stage: str, done: int, total: int, detail: str = "", /) -> None: ...


@contextmanager
def progress(*, quiet: bool, lines: Collection[str] = ()) -> Iterator[Report]:
    """A function to report progress with. Where stderr is no terminal each finished part of the steps in `lines` gets a line."""
    if quiet:
        yield _nothing
    elif streams.is_terminal(sys.stderr):
        bar = _Bar()
        try:
            yield bar.report
        finally:
            bar.close()
    else:
        yield partial(_line, lines)


def _nothing(stage: str, done: int, total: int, detail: str = "") -> None:
    return


def _line(wanted: Collection[str], stage: str, done: int, total: int, detail: str = "") -> None:
    if stage in wanted and done:
        streams.note(f"{stage}: {done} of {total}{f' ({detail})' if detail else ''}")


class _Bar:
    """A bar that appears once the run has taken a while, and is gone when it ends."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._latest = ("reading", 0, 0, "")
        self._shown: tuple[Progress, TaskID] | None = None
        self._timer = threading.Timer(_PATIENCE_S, self._show)
        self._timer.daemon = True
        self._timer.start()

    def report(self, stage: str, done: int, total: int, detail: str = "") -> None:
        with self._lock:
            self._latest = (stage, done, total, detail)
            if self._shown is not None:
                bar, task = self._shown
                bar.update(task, description=stage, completed=done, total=total or None, detail=detail)

    def close(self) -> None:
        self._timer.cancel()
        with self._lock:
            if self._shown is not None:
                self._shown[0].stop()
            self._shown = None
            self._latest = ("", 0, 0, "")

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        console = Console(stderr=True)
        # Loading rich takes a while itself, in which the run may have ended.
        with self._lock:
            stage, done, total, detail = self._latest
            if not stage:
                return
            bar = Progress(
                TextColumn("{task.description}"),
                # So narrow that the cost stands on a terminal of 80 columns.
                BarColumn(bar_width=6),
                MofNCompleteColumn(),
                TextColumn("{task.fields[detail]}"),
                console=console,
                transient=True,
                redirect_stdout=False,
                redirect_stderr=False,
            )
            task = bar.add_task(stage, completed=done, total=total or None, detail=detail)
            bar.start()
            self._shown = (bar, task)
