"""One command, run in this process or in one of its own, and all that can be seen of it afterwards."""

import io
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.cli.main import run

__all__ = ["ODD_SURROUNDINGS", "Ended", "as_process", "in_process"]

PATIENCE_S = 60

ODD_SURROUNDINGS = (
    "usual",
    "no stdin",
    "no stdout",
    "no stderr",
    "full stdout",
    "reader gone",
    "folder gone",
    "small files",
    "no home",
)
"""What a process of its own may find itself in."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended; `code` None is one that did not, within a minute. `readable` tells whether stdout and stderr could be seen."""

    code: int | None
    out: bytes
    err: bytes
    readable: tuple[bool, bool] = (True, True)


class _TooLong(BaseException):
    """No Exception, so that nothing in the program catches it."""


def in_process(args: Sequence[str], *, stdin: bytes, environ: Mapping[str, str], folder: Path) -> Ended:
    """Runs the command here: fast, with streams in memory. Only the main thread may call this."""
    streams = [io.TextIOWrapper(io.BytesIO(data), encoding="utf-8") for data in (stdin, b"", b"")]
    with _in_place_of(streams, environ, folder), _time_limit():
        try:
            code: int | None = run(list(args))
        except _TooLong:
            code = None
    written = []
    for stream in streams[1:]:
        stream.flush()
        assert isinstance(stream.buffer, io.BytesIO)
        written.append(stream.buffer.getvalue())
    out, err = written
    return Ended(code, out, err)


@contextmanager
def _in_place_of(
    streams: Sequence[io.TextIOWrapper], environ: Mapping[str, str], folder: Path
) -> Iterator[None]:
    kept = (sys.stdin, sys.stdout, sys.stderr), dict(os.environ), Path.cwd()
    sys.stdin, sys.stdout, sys.stderr = streams
    os.environ.clear()
    os.environ.update(environ)
    os.chdir(folder)
    try:
        yield
    finally:
        (sys.stdin, sys.stdout, sys.stderr), environ, before = kept
        os.environ.clear()
        os.environ.update(environ)
        os.chdir(before)


@contextmanager
def _time_limit() -> Iterator[None]:
    def stop(signum: int, frame: Any) -> None:
        raise _TooLong

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(PATIENCE_S)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def as_process(
    args: Sequence[str], *, stdin: bytes, environ: Mapping[str, str], folder: Path, surroundings: str
) -> Ended:
    """Runs the command as a shell does, in one of ODD_SURROUNDINGS."""
    environ = dict(environ)
    if surroundings == "no home":
        environ = {
            name: value for name, value in environ.items() if name != "HOME" and not name.startswith("XDG_")
        }
    with Path(os.devnull).open("rb") as nothing, Path("/dev/full").open("wb") as full:
        started = subprocess.Popen(
            [
                sys.executable,
                "-c",
                f"{_BEFORE[surroundings]}from summarizer.cli.main import main; main()",
                *args,
            ],
            stdin=nothing if surroundings == "no stdin" else subprocess.PIPE,
            stdout=full if surroundings == "full stdout" else subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environ,
            cwd=folder,
            preexec_fn=_LIMITS.get(surroundings),
        )
        try:
            if surroundings == "reader gone":
                assert started.stdout is not None
                started.stdout.close()
                started.stdout = None
            out, err = started.communicate(None if surroundings == "no stdin" else stdin, timeout=PATIENCE_S)
            code: int | None = started.returncode
        except subprocess.TimeoutExpired:
            started.kill()
            out, err = started.communicate()
            code = None
    return Ended(
        code,
        out or b"",
        err or b"",
        (surroundings not in {"no stdout", "full stdout", "reader gone"}, surroundings != "no stderr"),
    )


# What happens before the program is there: in its own process, so that the one that starts it is as it was.
_BEFORE = dict.fromkeys(ODD_SURROUNDINGS, "") | {
    "no stdin": "import sys; sys.stdin = None; ",
    "no stdout": "import sys; sys.stdout = None; ",
    "no stderr": "import sys; sys.stderr = None; ",
    "folder gone": "import os; os.mkdir('gone'); os.chdir('gone'); os.rmdir('../gone'); ",
}


def _small_files() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (3_000, 3_000))


_LIMITS: Mapping[str, Callable[[], None]] = {"small files": _small_files}
