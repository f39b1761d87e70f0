"""Files as the program takes and leaves them: read under a limit, written whole or not at all."""

import contextlib
import os
import re
import secrets
import stat
from pathlib import Path

from summarizer.errors import InputError, NoReportText

__all__ = ["file_bytes", "is_part", "over_limit", "part_of", "readable", "write_whole"]

_PART = re.compile(r"\..+\.[0-9a-f]{8}\.part", re.DOTALL)


def part_of(path: Path) -> Path:
    """Where a file is written that is to lie at `path`: beside it, under a name that nobody else has."""
    return path.with_name(f".{path.name[:40]}.{secrets.token_hex(4)}.part")


def is_part(name: str) -> bool:
    """Whether a file of that name was being written; a killed process leaves it behind."""
    return _PART.fullmatch(name) is not None


def write_whole(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Writes `data` to `path`: in the same folder under another name, then moved. Raises OSError, and leaves nothing behind.

    `durable` waits until the disk has it; without that it may be gone after a power cut, never after the end of the process.
    """
    part = part_of(path)
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            if durable:
                os.fsync(stream.fileno())
        if path.exists():
            part.chmod(path.stat().st_mode & 0o777)
        part.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise


def file_bytes(path: Path, shown: str, limit: int) -> bytes:
    """The bytes of a file that messages call `shown`. Raises InputError for what cannot be read or is over the limit."""
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise InputError("this is a folder, not a file", where=shown, hint="name a file in it")
        if stat.S_ISREG(found.st_mode) and found.st_size > limit:
            raise over_limit(limit, shown, f"has {found.st_size:,} bytes,")
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except FileNotFoundError as error:
        raise InputError("there is no such file", where=shown) from error
    except PermissionError as error:
        raise InputError("may not be read: permission denied", where=shown) from error
    except (OSError, ValueError) as error:
        reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else "not a file name"
        raise InputError(f"cannot be read: {reason}", where=shown) from error
    if len(data) > limit:
        raise over_limit(limit, shown)
    return data


def over_limit(limit: int, where: str, found: str = "is") -> NoReportText:
    """The error for a file of more than `limit` bytes."""
    return NoReportText(
        f"the file {found} over the limit of {limit:,} bytes",
        where=where,
        hint="raise the limit with --max-input",
    )


def readable(text: str) -> str:
    """The text with a UTF-8 form for all of it.

    File names that the locale could not decode are read as UTF-8; what still has no such form is escaped.
    """
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:
        return text.encode("utf-8", "backslashreplace").decode("utf-8")
