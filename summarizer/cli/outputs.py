"""Results go to stdout or to a file that is there whole or not at all."""

import errno
import os
import sys
from pathlib import Path

from summarizer.cli import streams
from summarizer.errors import UsageError
from summarizer.files import write_whole
from summarizer.paths import is_file, is_folder, is_there

__all__ = ["STDOUT", "check_target", "publish"]

STDOUT = "-"


def check_target(output: str, *sources: str | None, force: bool, binary: bool = False) -> None:
    """Raises UsageError where a result could not be written to `output`, or would overwrite one of the `sources` read.

    To be called before any work is done. `binary` results go to a file or pipe, never to a terminal, which they would garble.
    """
    if output == STDOUT:
        if binary and streams.is_terminal(sys.stdout):
            raise UsageError(
                "this format is no text for a terminal", hint="write it to a file with --output (-o)"
            )
        return
    path = Path(output)
    if is_folder(path):
        raise UsageError("this is a folder, not a file", where=output, hint="name a file in it")
    if any(source and _same(path, Path(source)) for source in sources):
        raise UsageError("this is the file that is read", where=output, hint="write to another one")
    if is_file(path) and not force:
        raise UsageError(
            "the file exists and is left as it is", where=output, hint="overwrite it with --force"
        )
    if not is_folder(path.parent):
        raise UsageError("there is no such folder", where=str(path.parent), hint="make it first")


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False  # one of them is not there


def publish(result: str | bytes, output: str, *, force: bool) -> None:
    """Writes a result to stdout for `-`, else to the file `output`, which is replaced only where `force` says so."""
    if output == STDOUT:
        streams.write_out(result)
        return
    check_target(output, force=force)
    _write(Path(output), streams.as_bytes(result))


def _write(path: Path, data: bytes) -> None:
    """Writes `path` whole or not at all: in the same folder under another name, then moved. Raises UsageError where it can't."""
    try:
        if is_there(path) and not is_file(path):
            # A device or pipe, such as /dev/null, is written to, never replaced.
            path.write_bytes(data)
            return
        write_whole(path.resolve(), data)
    except (OSError, RuntimeError) as error:
        # A RuntimeError is a link that leads back to itself.
        code = error.errno if isinstance(error, OSError) else errno.ELOOP
        reason = os.strerror(code) if code else "unknown reason"
        raise UsageError(f"cannot be written: {reason}", where=str(path)) from error
