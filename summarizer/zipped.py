"""ZIP files from anywhere, of which every size, count and name is the word of whoever made them."""

import struct
import zlib
from collections.abc import Iterator
from enum import Enum
from typing import BinaryIO, Final, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

__all__ = ["PIECE", "Fault", "NotUnpacked", "Zipped"]

PIECE: Final = 1 << 16
"""The most bytes that are unpacked at a time."""

_ENTRY: Final = b"PK\x01\x02"  # what each entry of the directory begins with
_ENCRYPTED: Final = 0x1

# What zipfile and the libraries below it raise on files that are broken or made to break them.
_BROKEN: Final = (
    BadZipFile, LargeZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, struct.error, zlib.error
)  # fmt: skip


class Fault(Enum):
    """Why a ZIP file, or an entry of it, is not read."""

    NO_ZIP = "is no ZIP file, or a broken one"
    CROWDED = "has too many entries"
    OVERLAPPING = "has entries that lie on top of each other"
    DAMAGED = "cannot be unpacked"
    LOCKED = "is locked with a password"
    FOREIGN = "is packed in a way that is not read"


class NotUnpacked(Exception):
    """The file or the entry is not read, and why; for callers to say in a sentence that names the file."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


class Zipped:
    """A ZIP file, its directory read once and its entries unpacked piece by piece, each when it is asked for."""

    def __init__(self, file: BinaryIO, *, most: int) -> None:
        """Reads the directory of a file that is open for reading, and closes the file when nothing needs it any more.

        Raises NotUnpacked for what is no ZIP file, for more than `most` entries, each of which takes far more memory than its bytes
        in the file, and for entries that lie on top of each other, by which a small file unpacks to as much as its maker likes.
        """
        self._file = file
        counted = _Counted(file, most)
        try:
            self._zip = ZipFile(cast(BinaryIO, counted))
        except _BROKEN as error:
            raise NotUnpacked(Fault.NO_ZIP) from error
        counted.most = None
        self.entries = self._zip.infolist()
        if sum(entry.compress_size for entry in self.entries) > file.seek(0, 2):
            raise NotUnpacked(Fault.OVERLAPPING)

    def pieces(self, entry: ZipInfo) -> Iterator[bytes]:
        """What the entry unpacks to, in pieces of at most PIECE bytes. Raises NotUnpacked."""
        if entry.flag_bits & _ENCRYPTED:
            raise NotUnpacked(Fault.LOCKED)
        # Only these two unpack in pieces of a size that is asked for.
        if entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise NotUnpacked(Fault.FOREIGN)
        try:
            with self._zip.open(entry) as stream:
                while piece := stream.read(PIECE):
                    yield piece
        except _BROKEN as error:
            raise NotUnpacked(Fault.DAMAGED) from error

    def __del__(self) -> None:
        self._file.close()


class _Counted:
    """A file that is read no further where a piece of it holds more than `most` entries: zipfile reads a directory in one piece."""

    def __init__(self, file: BinaryIO, most: int | None) -> None:
        self.most = most
        self._file = file
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        if self.most is not None and data.count(_ENTRY) > self.most:
            raise NotUnpacked(Fault.CROWDED)
        return data
