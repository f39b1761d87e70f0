"""The three standard streams: UTF-8 whatever the console speaks, results on stdout, everything else on stderr."""

import contextlib
import io
import os
import re
import sys
from typing import Final, TextIO

from summarizer.errors import UsageError
from summarizer.files import readable

__all__ = [
    "as_bytes",
    "close_out",
    "for_terminal",
    "is_terminal",
    "note",
    "one_line",
    "read_in",
    "readable",
    "use_utf8",
    "write_out",
]

# The colours that our own tables have; they hide nothing.
_OWN_COLOURS: Final = r"\x1b\[(?:0|1|1;31|3[123])m"
# What moves, deletes, hides or renames on a terminal, or turns the direction of what follows. Line ends of Windows are none of it.
_STEERING: Final = re.compile(
    rf"({_OWN_COLOURS}|\r(?=\n))|([\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])"
)


def use_utf8() -> None:
    """Turns stdout and stderr to UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def is_terminal(stream: TextIO | None) -> bool:
    """Whether somebody reads the stream as it is written; one that the caller closed is None."""
    return stream is not None and stream.isatty()


def read_in(most: int) -> bytes:
    """Up to `most` bytes of standard input. Raises UsageError where there is none."""
    if sys.stdin is None:
        raise UsageError("standard input is closed", hint="name a file instead of -")
    return sys.stdin.buffer.read(most)


def as_bytes(result: str | bytes) -> bytes:
    """A result as it is written: text in UTF-8, bytes as they are."""
    return result if isinstance(result, bytes) else readable(result).encode("utf-8")


def write_out(result: str | bytes) -> None:
    """Writes a result to stdout, line ends as they are; on a terminal nothing in a text steers it. A reader who has gone (`| head`) is
    no error.

    Raises UsageError where stdout is closed or cannot take it.
    """
    if sys.stdout is None:
        raise UsageError("standard output is closed", hint="write to a file with --output")
    if isinstance(result, str) and is_terminal(sys.stdout):
        result = for_terminal(result)
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(as_bytes(result))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _to_nowhere()
    except OSError as error:
        _to_nowhere()
        reason = os.strerror(error.errno) if error.errno else "unknown reason"
        raise UsageError(f"standard output cannot be written: {reason}") from error


def close_out() -> None:
    """Sends what is still buffered, so that a reader who has gone is not reported by the interpreter's own exit."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except OSError:
        _to_nowhere()


def for_terminal(text: str) -> str:
    """The text with every character that steers a terminal as `\\u001b`, which in JSON is the same character."""
    return _STEERING.sub(lambda found: found[1] or f"\\u{ord(found[2]):04x}", text)


def one_line(text: str) -> str:
    """The text on one line, fit for a terminal: runs of blanks and breaks as one blank, control characters escaped."""
    words = readable(text).split()
    return " ".join(
        word if word.isprintable() else "".join(c if c.isprintable() else repr(c)[1:-1] for c in word)
        for word in words
    )


def note(text: str) -> None:
    """One line to stderr, lost where nobody reads it."""
    if sys.stderr is None:
        return
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"summarizer: {one_line(text)}\n")
        sys.stderr.flush()


def _to_nowhere() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
