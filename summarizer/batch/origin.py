"""Where one input of a run lies, and its bytes: a file, or a member of a zip archive."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final
from zipfile import ZipInfo

from summarizer.errors import InputError
from summarizer.files import file_bytes, over_limit, readable
from summarizer.paths import is_file, is_folder, is_there
from summarizer.zipped import Fault, NotUnpacked, Zipped

__all__ = ["MOST_MEMBERS", "NO_FILE", "Member", "Origin", "members", "origin_bytes"]

MOST_MEMBERS: Final = 100_000
NO_FILE: Final = "this is a pipe or a device, no file"
_UNPACK: Final = "unpack it and name the file"
_SAID: Final = {
    Fault.NO_ZIP: ("is no zip archive, or a damaged one", ""),
    Fault.CROWDED: (f"the archive has more than {MOST_MEMBERS:,} entries", "pack it as several"),
    Fault.OVERLAPPING: ("the archive is damaged, or made to do harm: its entries overlap", ""),
    Fault.DAMAGED: ("cannot be unpacked: the archive is damaged", ""),
    Fault.LOCKED: ("is locked with a password", _UNPACK),
    Fault.FOREIGN: ("is packed in a way that is not read, neither stored nor deflated", _UNPACK),
}
_UTF8_NAME: Final = 0x800
_JUNK: Final = re.compile(r"(?:^|/)(?:__MACOSX/|\.(?!\.?/))")


@dataclass(frozen=True, slots=True)
class Origin:
    """The file, or the member of that number in the archive `path`; `inside` is what the member is called there, no two alike."""

    path: str
    member: int | None = None
    inside: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside an archive, by its place in it, for names may stand there twice. `name` is shown, never used as a path."""

    number: int
    name: str


def origin_bytes(origin: Origin, *, shown: str, limit: int) -> bytes:
    """The bytes of an input that messages call `shown`. Raises InputError for what cannot be read or is over the limit."""
    path = Path(origin.path)
    if origin.member is None:
        # Opening a pipe waits for somebody who writes to it.
        if is_there(path) and not is_file(path) and not is_folder(path):
            raise InputError(NO_FILE, where=shown)
        return file_bytes(path, shown, limit)
    archive = _archive(origin.path, *_stamp(path, shown))
    if origin.member >= len(archive.entries):
        raise InputError("is not in the archive any more", where=shown)
    data = bytearray()
    # What the archive says of sizes is the word of whoever made it; what is unpacked is counted.
    try:
        for piece in archive.pieces(archive.entries[origin.member]):
            data += piece
            if len(data) > limit:
                raise over_limit(limit, shown)
    except NotUnpacked as error:
        raise _unread(error, shown) from error
    return bytes(data)


def members(path: Path, shown: str) -> Iterator[Member]:
    """The files in an archive, without folders and hidden files; nothing is unpacked.

    Raises InputError for what cannot be read, is no archive, has more than MOST_MEMBERS entries, or entries that overlap.
    """
    for number, entry in enumerate(_archive(str(path), *_stamp(path, shown)).entries):
        name = _name(entry)
        if not entry.is_dir() and not _JUNK.search(name):
            yield Member(number, name)


def _stamp(path: Path, shown: str) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError as error:
        raise _unreadable(error, shown) from error
    return found.st_mtime_ns, found.st_size


@lru_cache(maxsize=4)
def _archive(path: str, mtime_ns: int, size: int) -> Zipped:
    """The archive, its directory read once for all its members as long as the file stays as it is."""
    try:
        return Zipped(Path(path).open("rb"), most=MOST_MEMBERS)
    except NotUnpacked as error:
        raise _unread(error, readable(path)) from error
    except OSError as error:
        raise _unreadable(error, readable(path)) from error


def _unread(error: NotUnpacked, shown: str) -> InputError:
    what, hint = _SAID[error.fault]
    return InputError(what, where=shown, hint=hint)


def _unreadable(error: OSError, shown: str) -> InputError:
    return InputError(f"cannot be read: {os.strerror(error.errno or 0)}", where=shown)


def _name(entry: ZipInfo) -> str:
    """The member's name; one that is not marked as UTF-8 is so all the same, or in the encoding of Chinese Windows."""
    if entry.flag_bits & _UTF8_NAME:
        return entry.filename
    try:
        raw = entry.filename.encode("cp437")
    except UnicodeEncodeError:
        return entry.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return entry.filename
