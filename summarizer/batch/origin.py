"""Where one input of a run lies, and its bytes: a file, or a member of a zip archive."""

import os
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from summarizer.errors import InputError
from summarizer.files import file_bytes, over_limit, readable

__all__ = ["MOST_MEMBERS", "Member", "Origin", "members", "origin_bytes"]

MOST_MEMBERS: Final = 100_000
_BROKEN: Final = "the archive is damaged"
_UTF8_NAME: Final = 0x800
_ENCRYPTED: Final = 0x1
_JUNK: Final = re.compile(r"(?:^|/)(?:__MACOSX/|\.(?!\.?/))")


@dataclass(frozen=True, slots=True)
class Origin:
    """The file, or the member of that number in the archive `path`."""

    path: str
    member: int | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside an archive, by its place in it, for names may stand there twice. `name` is shown, never used as a path."""

    number: int
    name: str


def origin_bytes(origin: Origin, *, shown: str, limit: int) -> bytes:
    """The bytes of an input that messages call `shown`. Raises InputError for what cannot be read or is over the limit."""
    path = Path(origin.path)
    if origin.member is None:
        return file_bytes(path, shown, limit)
    archive = _archive(origin.path, *_stamp(path, shown))
    info = archive.infolist()[origin.member]
    if info.flag_bits & _ENCRYPTED:
        raise InputError("is locked with a password", where=shown, hint="unpack it and name the file")
    # What the archive says of sizes is the word of whoever made it; what is read is counted.
    try:
        with archive.open(info) as stream:
            data = stream.read(limit + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise InputError(f"cannot be unpacked: {_BROKEN}", where=shown) from error
    if len(data) > limit:
        raise over_limit(limit, shown)
    return data


def members(path: Path, shown: str) -> Iterator[Member]:
    """The files in an archive, without folders and hidden files; nothing is unpacked.

    Raises InputError for what is no archive, has more than MOST_MEMBERS entries, or entries that lie on top of each other, by which a
    small archive unpacks to as much as its maker likes.
    """
    entries = _archive(str(path), *_stamp(path, shown)).infolist()
    if len(entries) > MOST_MEMBERS:
        raise InputError(
            f"the archive has {len(entries):,} entries, over the limit of {MOST_MEMBERS:,}", where=shown
        )
    if sum(entry.compress_size for entry in entries) > path.stat().st_size:
        raise InputError(f"{_BROKEN}, or made to do harm: its entries overlap", where=shown)
    for number, entry in enumerate(entries):
        name = _name(entry)
        if not entry.is_dir() and not _JUNK.search(name):
            yield Member(number, name)


def _stamp(path: Path, shown: str) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError as error:
        raise InputError(f"cannot be read: {os.strerror(error.errno or 0)}", where=shown) from error
    return found.st_mtime_ns, found.st_size


@lru_cache(maxsize=4)
def _archive(path: str, mtime_ns: int, size: int) -> zipfile.ZipFile:
    """The archive, its directory read once for all its members as long as the file stays as it is."""
    try:
        return zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise InputError("is no zip archive, or a damaged one", where=readable(path)) from error


def _name(entry: zipfile.ZipInfo) -> str:
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
