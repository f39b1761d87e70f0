"""What a run is to read: files, folders, patterns and archives → inputs, each with a name of its own that lasts."""

import glob
import hashlib
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Final

from summarizer.batch.origin import Origin, members
from summarizer.errors import InputError
from summarizer.files import readable
from summarizer.paths import is_file, is_folder, is_there, resolved
from summarizer.reading import ENDINGS

__all__ = ["Found", "Left", "found_in", "id_of"]

_ARCHIVE: Final = ".zip"
_NOT_IN_A_NAME: Final = re.compile(r"[^\w.-]+")
_LONGEST_STEM: Final = 40


@dataclass(frozen=True, slots=True)
class Found:
    """One input: where it lies, its file name, what it is called in full, and why it cannot be read where that is known already."""

    origin: Origin
    name: str
    shown: str
    problem: str = ""


@dataclass(slots=True)
class Left:
    """How many files of folders and archives are no reports by their endings, and were left out."""

    count: int = 0


def found_in(paths: Sequence[str], *, base: Path, leave_out: Path, left: Left) -> Iterator[Found]:
    """The inputs that `paths` name, in their order, those of a folder by name; each file once.

    Of folders and archives those are taken up that have the ending of a format that is read; a file that is named itself is taken up
    whatever it is called. A pattern (`reports/**/*.txt`) is expanded here too, for shells that leave it as it is. Links in a folder are followed as long as
    they stay in it. Relative paths begin at `base`. `leave_out` is the run's own directory, which may lie in a folder that is read. Raises InputError where there is
    no such file, or where a pattern fits none.
    """
    seen: set[str] = set()
    search = _Search(base, resolved(leave_out), left)
    for path in paths:
        for found in search.named(path):
            if found.shown not in seen:
                seen.add(found.shown)
                yield found


def id_of(shown: str, sha256: str) -> str:
    """The name of an input's outputs: readable, fit for a file name anywhere, the same for the same path and content.

    >>> id_of("reports/../大同市 2023.txt", "ab" * 32)
    '大同市_2023-171976d6b6'
    """
    stem = PurePosixPath(re.split(r"[/\\!]", shown)[-1]).stem
    stem = _NOT_IN_A_NAME.sub("_", stem).strip("._-")[:_LONGEST_STEM] or "report"
    told = "\0".join((shown, sha256)).encode("utf-8", "backslashreplace")
    return f"{stem}-{hashlib.sha256(told).hexdigest()[:10]}"


@dataclass(frozen=True, slots=True)
class _Search:
    base: Path
    leave_out: Path
    left: Left

    def named(self, path: str) -> Iterator[Found]:
        at = self.base / path
        if is_folder(at):
            yield from self._walked(at, resolved(at), {resolved(at)})
        elif at.suffix.lower() == _ARCHIVE and is_file(at):
            yield from self._in_archive(at)
        elif is_there(at):
            yield self._file(at)
        elif glob.has_magic(path):
            pattern = os.path.join(glob.escape(str(self.base)), path)  # noqa: PTH118 - a pattern, no path
            matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes none from the root
            if not matches:
                raise InputError("no file fits the pattern", where=readable(path))
            for match in matches:
                if not Path(match).is_dir() and not resolved(Path(match)).is_relative_to(self.leave_out):
                    yield from self.named(match)
        else:
            raise InputError("there is no such file or folder", where=readable(path))

    def _walked(self, at: Path, root: Path, entered: set[Path]) -> Iterator[Found]:
        try:
            with os.scandir(at) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            reason = os.strerror(error.errno) if error.errno else "unknown reason"
            yield self._file(at, f"the folder cannot be read: {reason}")
            return
        for entry in entries:
            path, suffix = at / entry.name, Path(entry.name).suffix.lower()
            if entry.name.startswith("."):
                continue
            if entry.is_symlink() and is_there(path) and not resolved(path).is_relative_to(root):
                yield self._file(path, "a link that leads out of the folder; name it itself")
            elif path.is_dir():
                target = resolved(path)
                # A link back to where we are would go round for ever.
                if target != self.leave_out and target not in entered:
                    entered.add(target)
                    yield from self._walked(path, root, entered)
            elif suffix == _ARCHIVE and path.is_file():
                yield from self._in_archive(path)
            elif suffix in ENDINGS:
                yield self._file(path, "" if path.is_file() else "no file, or a broken link")
            else:
                self.left.count += 1

    def _in_archive(self, path: Path) -> Iterator[Found]:
        if not _is_text(path):
            yield self._file(path)
            return
        shown = self._shown(path)
        names: set[str] = set()
        try:
            for member in members(path, shown):
                inside = PurePosixPath(member.name.replace("\\", "/"))
                suffix = inside.suffix.lower()
                # Two members may have one name.
                called = member.name if member.name not in names else f"{member.name}#{member.number}"
                names.add(member.name)
                found = Found(Origin(str(path), member.number), inside.name, f"{shown}!{_one_line(called)}")
                if suffix in ENDINGS:
                    yield found
                elif suffix == _ARCHIVE:
                    yield replace(found, problem="an archive inside an archive; unpack it and name it itself")
                else:
                    self.left.count += 1
        except InputError as error:
            yield self._file(path, str(error.args[0]))

    def _file(self, path: Path, problem: str = "") -> Found:
        if not _is_text(path):
            problem = "the name of the file or of a folder above it is no text (UTF-8); name it otherwise"
        return Found(Origin(readable(str(path))), readable(path.name), self._shown(path), problem)

    def _shown(self, path: Path) -> str:
        near = path.relative_to(self.base) if path.is_relative_to(self.base) else path
        return _one_line(readable(near.as_posix()))


def _is_text(path: Path) -> bool:
    """Whether the state of a run can hold the path, as it can no bytes that are no characters."""
    return readable(str(path)) == str(path)


def _one_line(text: str) -> str:
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in readable(text))
