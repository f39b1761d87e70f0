"""What a run is to read: files, folders, patterns and archives → inputs, each with a name of its own that lasts."""

import glob
import hashlib
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from pathlib import Path, PurePosixPath
from typing import Final

from summarizer.batch.folder import is_run
from summarizer.batch.origin import NO_FILE, Origin, members
from summarizer.errors import InputError
from summarizer.files import readable
from summarizer.paths import is_file, is_folder, is_there, resolved
from summarizer.reading import ENDINGS

__all__ = ["Found", "Left", "Named", "found_again", "found_in", "id_of", "named_in"]

_ARCHIVE: Final = ".zip"
_NOT_IN_A_NAME: Final = re.compile(r"[^\w.-]+")
_LONGEST_STEM: Final = 40


@dataclass(frozen=True, slots=True)
class Found:
    """One input: where it lies, its file name, what it is to be called in full, and why it cannot be read where that is known already.

    Two inputs may be called alike, as from two working directories; no two have one origin but for the number of a member.
    """

    origin: Origin
    name: str
    shown: str
    problem: str = ""

    @property
    def in_full(self) -> str:
        """What it is called wherever one is."""
        path = _one_line(self.origin.path)
        return f"{path}!{_one_line(self.origin.inside)}" if self.origin.inside else path


@dataclass(slots=True)
class Left:
    """How many files of folders and archives are no reports by their endings, and were left out."""

    count: int = 0


@dataclass(frozen=True, slots=True)
class Named:
    """What was named: files and folders that were there, one by one, at `base` where they are relative."""

    base: Path
    paths: Sequence[Path]


def named_in(paths: Sequence[str], *, base: Path) -> Named:
    """The files and folders that `paths` name, in their order. Relative paths begin at `base`.

    A pattern (`reports/**/*.txt`) is expanded here too, for shells that leave it as it is; nothing of a run's directory fits one. Raises
    InputError where there is no such file, where a pattern fits none, for a run's directory, and for what is no file, such as a pipe.
    """
    return Named(base, [found for path in paths for found in _named(path, base)])


def found_in(named: Named, *, left: Left) -> Iterator[Found]:
    """The inputs in what was named, in its order, those of a folder by name; each file once.

    Of folders and archives those are taken up that have the ending of a format that is read; a file that is named itself is taken up
    whatever it is called. Links in a folder are followed as long as they stay in it. Directories of runs are left out.
    """
    seen: set[tuple[str, str]] = set()
    search = _Search(named.base, left)
    for path in named.paths:
        for found in search.entry(path):
            key = found.origin.path, found.origin.inside
            if key not in seen:
                seen.add(key)
                yield found


def found_again(origin: Origin, *, shown: str) -> Iterator[Found]:
    """What lies now at the origin of an input `shown` that could not be read when it was found in a folder: itself, what is in the folder
    or archive that it has become, or the members of its archive.

    Raises InputError where there is nothing any more.
    """
    path = Path(origin.path)
    if not os.path.lexists(path):
        raise InputError("there is no such file or folder", where=shown)
    shown = shown.removesuffix(f"!{_one_line(origin.inside)}")
    return _Search(path.parent, Left(), shown=shown).entry(path, root=resolved(path.parent))


def id_of(shown: str, sha256: str) -> str:
    """The name of an input's outputs: readable, fit for a file name anywhere, the same for the same path and content.

    >>> id_of("reports/../大同市 2023.txt", "ab" * 32)
    '大同市_2023-171976d6b6'
    """
    stem = PurePosixPath(re.split(r"[/\\!]", shown)[-1]).stem
    stem = _NOT_IN_A_NAME.sub("_", stem).strip("._-")[:_LONGEST_STEM] or "report"
    told = "\0".join((shown, sha256)).encode("utf-8", "backslashreplace")
    return f"{stem}-{hashlib.sha256(told).hexdigest()[:16]}"


def _named(path: str, base: Path) -> Iterator[Path]:
    at = base / path
    if is_folder(at) and is_run(at):
        raise InputError(
            "this is a run, no folder of reports", where=readable(path), hint="name what lies beside it"
        )
    if is_folder(at) or is_file(at):
        yield at
    elif is_there(at):
        raise InputError(NO_FILE, where=readable(path), hint="save what it gives as a file, and name that")
    elif glob.has_magic(path):
        pattern = os.path.join(glob.escape(str(base)), path)  # noqa: PTH118 - a pattern, no path
        matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes none from the root
        runs = _Runs(base.joinpath(*takewhile(lambda part: not glob.has_magic(part), Path(path).parts)))
        files = [Path(match) for match in matches if not is_folder(match) and not runs.hold(Path(match))]
        if not files:
            raise InputError("no file fits the pattern", where=readable(path))
        yield from files
    else:
        raise InputError("there is no such file or folder", where=readable(path))


class _Runs:
    """Which folders at and below `root` are directories of runs, or lie in one; each is looked at once."""

    def __init__(self, root: Path) -> None:
        self._known = {root.parent: False}

    def hold(self, path: Path) -> bool:
        """Whether the path lies in the directory of a run."""
        folder = path.parent
        if folder not in self._known:
            self._known[folder] = is_run(folder) or (folder != folder.parent and self.hold(folder))
        return self._known[folder]


@dataclass(frozen=True, slots=True)
class _Search:
    """`shown`, where it is not empty, is what the one entry that is looked at is called."""

    base: Path
    left: Left
    shown: str = ""
    folders: dict[Path, Path] = field(default_factory=dict)

    def entry(self, path: Path, *, root: Path | None = None) -> Iterator[Found]:
        """The inputs in one file or folder; `root` is the folder that links may not lead out of."""
        if (
            root is not None
            and path.is_symlink()
            and is_there(path)
            and not resolved(path).is_relative_to(root)
        ):
            yield self._file(path, "a link that leads out of the folder; name it itself")
        elif is_folder(path):
            yield from self._walked(path, root or resolved(path), {resolved(path)})
        elif path.suffix.lower() == _ARCHIVE and is_file(path):
            yield from self._in_archive(path)
        else:
            yield self._file(path, "" if is_file(path) else _no_file(path))

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
            if is_folder(path) and resolved(path).is_relative_to(root):
                target = resolved(path)
                # A link back to where we are would go round for ever.
                if target not in entered and not is_run(path):
                    entered.add(target)
                    yield from self._walked(path, root, entered)
            elif suffix in ENDINGS or suffix == _ARCHIVE or is_folder(path):
                yield from self.entry(path, root=root)
            else:
                self.left.count += 1

    def _in_archive(self, path: Path) -> Iterator[Found]:
        place = self._place(path)
        if readable(place) != place:
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
                origin = Origin(place, member.number, readable(called))
                found = Found(origin, inside.name, f"{shown}!{_one_line(called)}")
                if suffix in ENDINGS:
                    yield found
                elif suffix == _ARCHIVE:
                    yield replace(found, problem="an archive inside an archive; unpack it and name it itself")
                else:
                    self.left.count += 1
        except InputError as error:
            yield self._file(path, str(error.args[0]))

    def _file(self, path: Path, problem: str = "") -> Found:
        place = self._place(path)
        if readable(place) != place:
            problem = "the name of the file or of a folder above it is no text (UTF-8); name it otherwise"
        return Found(Origin(readable(place)), readable(path.name), self._shown(path), problem)

    def _place(self, path: Path) -> str:
        """Where the file lies, by one name whatever way leads there; a link to a file is a file of its own.

        The state of a run cannot hold one with bytes that are no characters.
        """
        folder = self.folders.get(path.parent)
        if folder is None:
            folder = self.folders[path.parent] = resolved(path.parent)
        return str(folder / path.name)

    def _shown(self, path: Path) -> str:
        if self.shown:
            inside = path.relative_to(self.base).parts[1:]
            return "/".join((self.shown, *map(_one_line, inside)))
        near = path.relative_to(self.base) if path.is_relative_to(self.base) else path
        return _one_line(readable(near.as_posix()))


def _no_file(path: Path) -> str:
    return NO_FILE if is_there(path) else "no file, or a broken link"


def _one_line(text: str) -> str:
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in readable(text))
