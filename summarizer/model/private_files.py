"""Files that only their owner may read, written whole or not at all."""

import contextlib
import json
import os
import stat
import tempfile
from pathlib import Path
from typing import Any

__all__ = ["is_private", "make_private", "private_bytes", "write_private"]

_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


def make_private(folder: Path) -> None:
    """Makes the folder and what is missing above it, each for its owner alone. Those that are there stay as they are."""
    missing = [folder, *folder.parents]
    missing = missing[: next((at for at, path in enumerate(missing) if path.exists()), len(missing))]
    for path in reversed(missing):
        path.mkdir(mode=0o700, exist_ok=True)


def is_private(folder: Path) -> bool:
    """Whether the folder is one, no link to one, belongs to this user, and nobody else may write to it; so is one that is not there.

    Whoever can write to a folder can plant files in it, or links that make us read and remove others. Where files have no owners
    (Windows) every folder is private.
    """
    try:
        found = folder.lstat()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and _is_ours(found)


def private_bytes(path: Path) -> bytes:
    """The bytes of a file of this user's own that nobody else may write to. Raises OSError for any other, and for a link."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "rb") as stream:
        found = os.fstat(handle)
        if not (stat.S_ISREG(found.st_mode) and _is_ours(found)):
            raise PermissionError("no file of this user's own")
        return stream.read()


def _is_ours(found: os.stat_result) -> bool:
    if not hasattr(os, "geteuid"):
        return True
    return found.st_uid == os.geteuid() and not found.st_mode & _OTHERS_WRITE


def write_private(path: Path, content: Any) -> int:
    """Writes `content` as JSON to `path`, whose folder is made where it is missing; the bytes written. Raises OSError.

    Beside it under another name, then moved, so that a reader in another process sees the old file or the new one.
    """
    make_private(path.parent)
    data = (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogatepass")
    # mkstemp gives the file to its owner alone, and moving keeps that.
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem[:16]}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    return len(data)
