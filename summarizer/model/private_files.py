"""Files that only their owner may read, written whole or not at all."""

import contextlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any

__all__ = ["make_private", "write_private"]


def make_private(folder: Path) -> None:
    """Makes the folder and what is missing above it, each for its owner alone. Those that are there stay as they are."""
    missing = [folder, *folder.parents]
    missing = missing[: next((at for at, path in enumerate(missing) if path.exists()), len(missing))]
    for path in reversed(missing):
        path.mkdir(mode=0o700, exist_ok=True)


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
