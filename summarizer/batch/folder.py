"""The files of a run's directory: made, written, checked and taken away, with an error that says what stands in the way."""

import errno
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from summarizer.batch.layout import BRIEFS, DIGESTS, LOCK, STATE
from summarizer.errors import UsageError
from summarizer.files import is_part, part_of, readable, write_whole
from summarizer.paths import is_file, is_folder

__all__ = ["RunFolder", "hash_of", "is_run"]

# What a process has made that was killed before it wrote anything down; SQLite has files of its own beside each of ours.
_AT_FIRST: Final = {
    f"{name}{ending}" for name in (LOCK, STATE) for ending in ("", "-journal", "-wal", "-shm")
}
_OUTPUTS: Final = (DIGESTS, BRIEFS)
_NO_ROOM: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def is_run(folder: Path) -> bool:
    """Whether the folder is a run's directory."""
    return is_file(folder / STATE) and is_folder(folder / DIGESTS)


def hash_of(data: bytes) -> str:
    """What a file of a run is known by: one of as many bytes that the disk has lost has another."""
    return hashlib.sha256(data).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class RunFolder:
    """A run's directory. Its methods raise UsageError where a file cannot be written or taken away."""

    path: Path

    def make(self) -> None:
        """Makes what is missing of the directory. Raises UsageError for one that is somebody else's."""
        with self._told("cannot be made"):
            if self.path.exists() and not self.path.is_dir():
                raise self._strange()
            # Another process may be beginning this run just now: what has a state is a run.
            if self.path.is_dir() and not is_file(self.path / STATE):
                self._check_nobody_elses()
            for folder in (self.path, *(self.path / name for name in _OUTPUTS)):
                folder.mkdir(parents=True, exist_ok=True)

    def _check_nobody_elses(self) -> None:
        for entry in self.path.iterdir():
            empty = entry.name in _OUTPUTS and entry.is_dir() and next(entry.iterdir(), None) is None
            if not empty and entry.name not in _AT_FIRST and not is_file(self.path / STATE):
                raise self._strange()

    def _strange(self) -> UsageError:
        return UsageError(
            "this is no run, and not empty", where=str(self.path), hint="name a new folder with -d"
        )

    def write(self, name: str, data: bytes, *, durable: bool = True) -> None:
        """Writes a file whole or not at all; `durable` waits until the disk has it."""
        with self._told("cannot be written", name):
            write_whole(self.path / name, data, durable=durable)

    def put_together(self, name: str, write: Callable[[Path], None]) -> None:
        """The same for a file that is too long to be held: `write` writes it to the path that it is given, and may raise OSError."""
        path = self.path / name
        part = part_of(path)
        try:
            with self._told("the results cannot be put together", name):
                write(part)
                part.replace(path)
        except BaseException:
            with suppress(OSError):
                part.unlink()
            raise

    def text(self, name: str) -> str:
        """A file that `has` said to be there."""
        with self._told("cannot be read", name):
            return (self.path / name).read_text(encoding="utf-8")

    def has(self, files: Mapping[str, str]) -> bool:
        """Whether all these files are there and whole, each with its `hash_of`."""
        try:
            return all(hash_of((self.path / name).read_bytes()) == told for name, told in files.items())
        except OSError:
            return False

    def remove(self, names: Iterable[str]) -> None:
        """Takes away outputs of inputs. The state may be somebody else's: nothing but outputs goes, whatever it names."""
        for path in map(PurePosixPath, names):
            if len(path.parts) == 2 and path.parts[0] in _OUTPUTS and path.name != "..":
                with self._told("cannot be removed", str(path)):
                    (self.path / path).unlink(missing_ok=True)

    def sweep(self) -> None:
        """Takes away what a killed process was writing."""
        for folder in (self.path, *(self.path / name for name in _OUTPUTS)):
            for entry in self._entries(folder):
                if is_part(entry.name) and is_file(entry):
                    with self._told("cannot be removed", readable(str(entry.relative_to(self.path)))):
                        entry.unlink(missing_ok=True)

    def remove_others(self, pattern: str, keep: Iterable[str]) -> None:
        """Takes away the files of the directory itself whose names fit the pattern, but for those named."""
        kept = set(keep)
        for entry in self._entries(self.path):
            if entry.match(pattern) and entry.name not in kept:
                with self._told("cannot be removed", entry.name):
                    entry.unlink(missing_ok=True)

    def _entries(self, folder: Path) -> list[Path]:
        with self._told("cannot be read", folder.name if folder != self.path else ""):
            return list(folder.iterdir())

    @contextmanager
    def _told(self, what: str, name: str = "") -> Iterator[None]:
        """Makes what stands in the way of a change to the file `name` a sentence that begins with `what`."""
        try:
            yield
        except OSError as error:
            raise UsageError(
                f"{what}: {os.strerror(error.errno) if error.errno else 'unknown reason'}",
                where=str(self.path / name),
                hint="make room on the disk, and go on with: summarizer batch resume"
                if error.errno in _NO_ROOM
                else "",
            ) from error
