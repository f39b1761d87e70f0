"""One process at a time works on a run."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from summarizer.batch.layout import LOCK
from summarizer.errors import UsageError

__all__ = ["is_locked", "locked"]

# Looking whether a run is held holds it for a moment.
_PATIENCE_S: Final = 1.0


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Holds the run in `folder` for this process. The lock goes with the process, however that ends.

    It is SQLite's own, which every system has; on network drives neither it nor the state can be relied on. Raises UsageError where
    another process holds the run, or where the folder cannot be written.
    """
    try:
        db = sqlite3.connect(folder / LOCK, timeout=_PATIENCE_S, isolation_level=None)
    except sqlite3.Error as error:
        raise _unusable(error, folder) from error
    with closing(db):
        try:
            db.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                raise _Held(
                    "another process is at work on this run",
                    where=str(folder),
                    hint="wait for it; summarizer batch status tells how far it is",
                ) from error
            raise _unusable(error, folder) from error
        yield


class _Held(UsageError):
    """Another process holds the run."""


def _unusable(error: sqlite3.Error, folder: Path) -> UsageError:
    return UsageError(f"the run's directory cannot be written: {error}", where=str(folder))


def is_locked(folder: Path) -> bool:
    """Whether a process is at work on the run. Raises UsageError where that cannot be found out."""
    try:
        with locked(folder):
            return False
    except _Held:
        return True
