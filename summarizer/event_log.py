"""What happens in a run, one JSON object a line, with the ids of report, stretch and request; never their text unless asked."""

import json
import os
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

from summarizer.errors import UsageError
from summarizer.files import readable
from summarizer.paths import is_file

__all__ = ["EventLog", "Log"]

_FIRST_FIELD = b'{"time":'


class Log(Protocol):
    """Where events are written down; `with_text` says whether text may stand there."""

    @property
    def with_text(self) -> bool: ...

    def __call__(self, event: str, /, **facts: Any) -> None: ...


class EventLog:
    """A file that lines are added to, readable by its owner only; safe under threads.

    `path` is where it lies, `with_text` says whether text of reports, requests and replies may stand there. Raises UsageError where it
    cannot be written, or is a file of other content, which lines of a log would spoil.
    """

    def __init__(self, path: str, *, with_text: bool = False) -> None:
        self.path, self.with_text = path, with_text
        self._lock = threading.Lock()
        _assert_log(path)
        try:
            # Line by line to the file itself, so that a killed process loses none.
            handle = os.open(Path(path), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            self._stream = os.fdopen(handle, "w", encoding="utf-8", buffering=1)
        except OSError as error:
            raise UsageError(
                f"the log cannot be written: {error.strerror or 'unknown reason'}", where=readable(path)
            ) from error

    def __call__(self, event: str, /, **facts: Any) -> None:
        """Adds one line: the time, the kind of event, and what else is known."""
        time = datetime.now(tz=UTC).isoformat(timespec="milliseconds")
        line = json.dumps({"time": time, "event": event, **facts}, ensure_ascii=False)
        with self._lock:
            # A log that the disk does not take any more costs no result.
            try:
                self._stream.write(readable(line) + "\n")
            except (OSError, ValueError):
                return

    def close(self) -> None:
        """Ends the file."""
        with self._lock:
            try:
                self._stream.close()
            except OSError:
                return


def _assert_log(path: str) -> None:
    if not is_file(path):
        return
    try:
        with Path(path).open("rb") as stream:
            begins = stream.read(len(_FIRST_FIELD))
    except OSError:
        return  # whether it can be written is seen next
    if begins and begins != _FIRST_FIELD:
        raise UsageError(
            "this file is no log, and is left as it is", where=readable(path), hint="name a new one"
        )
