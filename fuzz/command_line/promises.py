"""What the program promises of every command line, whatever stands in it; `broken` names each promise that a run did not keep."""

import json
import re
from collections.abc import Iterator, Sequence
from hashlib import sha256
from io import BytesIO
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile

from command_line.arguments import Command, writing
from command_line.folder import Folder, Snapshot
from command_line.runs import Ended
from summarizer.files import is_part
from summarizer.paths import resolved

__all__ = ["broken"]

_SAID = re.compile(r"summarizer: \S")
_INNER = re.compile(
    r"Traceback|Errno|<class |object at 0x|NoneType|[a-z](?:Error|Exception)\b|errors\.log|line \d+, in |\bpydantic\b|\bValue error"
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_EMPTY = sha256(b"").hexdigest()
_PROGRESS = re.compile(r"\d of \d")
_MENTIONS_MODEL = re.compile(r"model|-m")


def broken(
    command: Command,
    args: Sequence[str],
    environ: dict[str, str],
    folder: Folder,
    before: Snapshot,
    ended: Ended,
) -> list[str]:
    """One line for each promise that was not kept; `before` is what the folder held when the command was begun."""
    after = folder.snapshot()
    coloured = any("always" in text for text in (*args, *environ.values())) or _configured(
        folder, args, environ, b"always"
    )
    asks_model = any(map(_MENTIONS_MODEL.search, (*args, *environ))) or _configured(
        folder, args, environ, b"model"
    )
    found = [
        *_code(command, args, ended, asks_model=asks_model),
        *_said(ended),
        *_printed(args, coloured, ended),
    ]
    found += _written(command, args, environ, folder, before, after, ended)
    return found


def _configured(folder: Folder, args: Sequence[str], environ: dict[str, str], word: bytes) -> bool:
    """Whether a settings file that is read holds the word."""
    named = " ".join((*args, *environ.values()))
    files = [
        path for path in folder.work.glob("*.toml") if path.name in named or path.name == "summarizer.toml"
    ]
    return any(word in path.read_bytes() for path in files)


def _code(command: Command, args: Sequence[str], ended: Ended, *, asks_model: bool) -> Iterator[str]:
    """The exit codes of docs/reference/exit_codes.md, as far as the command and its options allow for each."""
    allowed = {0, 2, 3}
    if command.has_findings:
        allowed.add(1)
    if asks_model:
        allowed |= {4, 5}
    if command.is_batch:
        allowed.add(5)
    if ended.code is None:
        yield "it does not come to an end"
    elif ended.code not in allowed:
        yield f"exit code {ended.code}"


def _said(ended: Ended) -> Iterator[str]:
    """Standard error: lines of the program, the last of them the one problem; nothing of its inside, no control characters."""
    if not ended.readable[1]:
        return
    try:
        err = ended.err.decode("utf-8")
    except UnicodeDecodeError:
        yield "stderr is no UTF-8"
        return
    lines = err.splitlines(keepends=True)
    if ended.code in {2, 3, 4} and not lines:
        yield "a failure without a word on stderr"
    for line in lines:
        if not _SAID.match(line) or not line.endswith("\n"):
            yield f"stderr says other than the program: {line!r}"
        elif seen := _INNER.search(line):
            yield f"stderr tells of the inside ({seen[0]!r}): {line!r}"
        elif seen := _CONTROL.search(line.rstrip("\n")):
            yield f"stderr has a control character: {line!r}"
    if ended.code == 2 and len(lines) > 1 and not all(_is_note(line) for line in lines[:-1]):
        yield f"more than one sentence on stderr: {err!r}"
    if len(set(lines)) != len(lines):
        yield f"stderr says a thing twice: {err!r}"


def _is_note(line: str) -> bool:
    """Notes on what was read, how far a run is or who is asked, that may go before a problem."""
    words = ("could not be read", "was recognised", "tokens", "is sent", "sent are", "left out", "go on with")
    return any(map(line.__contains__, words)) or _PROGRESS.search(line) is not None


def _printed(args: Sequence[str], coloured: bool, ended: Ended) -> Iterator[str]:
    """Standard output: nothing where the command failed, whole lines of JSON where JSON was asked for, no control characters."""
    if not ended.readable[0]:
        return
    if ended.code in {2, 3, 4} and ended.out and not _tells_of_a_run(args):
        yield f"stdout after a failure: {ended.out[:200]!r}"
    if not ended.out.startswith((b"PK\x03\x04", b"<!")):
        try:
            out = ended.out.decode("utf-8")
        except UnicodeDecodeError:
            yield "stdout is no UTF-8"
            return
        if not coloured and (seen := _CONTROL.search(out.replace("\r\n", "\n"))):
            yield f"stdout has a control character: {out[max(0, seen.start() - 80) : seen.end() + 20]!r}"
        if "--json" in args and "--help" not in args and "-h" not in args and ended.code in {0, 1, 5}:
            yield from _json_lines(out)


def _tells_of_a_run(args: Sequence[str]) -> bool:
    """A run over many reports, none of which can be used, tells how each of them stands."""
    return "batch" in args[:1]


def _json_lines(out: str) -> Iterator[str]:
    for line in out.splitlines() if "\u2028" not in out else out.split("\n"):
        try:
            json.loads(line or "null")
        except ValueError:
            yield f"no JSON: {line[:200]!r}"
            return


def _written(
    command: Command,
    args: Sequence[str],
    environ: dict[str, str],
    folder: Folder,
    before: Snapshot,
    after: Snapshot,
    ended: Ended,
) -> Iterator[str]:
    """Files: nothing but what the command line names is written, whole or not at all, and what was read is as it was."""
    targets = list(writing(command, args))
    kept = environ.get("SUMMARIZER_CACHE_DIR", "kept")
    for name in sorted({*before, *after}):
        if is_part(Path(name).name) and name not in before:
            yield f"a part of a file is left behind: {name!r}"
        if before.get(name) == after.get(name):
            continue
        fits = [
            param
            for param, target in targets
            if _names(folder, target, name, whole_folder=param not in {"output", "log_file"})
        ]
        if not fits and not _is_kept_reply(name, kept):
            yield f"{name!r} is {'written' if name in after else 'gone'}, which nothing on the command line asked for"
        elif name in before and name not in after:
            if "run" not in name:
                yield f"{name!r} is gone"
        elif (
            name in before
            and before[name] != "folder"
            and not ("log_file" in fits and before[name] == _EMPTY)
            and "--force" not in args
            and not _in_a_run(name, before)
        ):
            yield f"{name!r} is overwritten without --force"
        elif "output" in fits and ended.code not in {0, 1, 5}:
            yield f"{name!r} is written by a command that failed"
        if name in after and after[name] not in {"folder"} and "output" in fits:
            yield from _half(folder.root / name)


def _names(folder: Folder, target: str, name: str, *, whole_folder: bool) -> bool:
    """Whether `target`, as it stands on the command line, is the path `name` below the root, or for a folder one in it."""
    path = folder.work / target
    for at in (path, resolved(path)):
        wanted = str(at.relative_to(folder.root)) if at.is_relative_to(folder.root) else None
        if wanted is not None and (
            name == wanted
            or (whole_folder and (name.startswith(f"{wanted}/") or wanted.startswith(f"{name}/")))
        ):
            return True
    return False


def _is_kept_reply(name: str, cache_dir: str) -> bool:
    inside = PurePosixPath(name)
    return inside.is_relative_to("home") or inside.is_relative_to(PurePosixPath("work") / cache_dir)


def _in_a_run(name: str, before: Snapshot) -> bool:
    return any(
        f"{above}/run.json" in before or f"{above}/state.sqlite3" in before
        for above in PurePosixPath(name).parents
    )


def _half(path: Path) -> Iterator[str]:
    """Whether a file that the command wrote breaks off, as far as its format tells."""
    data = path.read_bytes()
    match path.suffix:
        case ".json":
            whole = _loads(data)
        case ".docx" | ".xlsx":
            whole = _unpacks(data)
        case ".html":
            whole = not data.startswith(b"<!") or data.rstrip().endswith(b"</html>")
        case _:
            whole = not data or data.endswith(b"\n") or data.startswith(b"PK")
    if not whole:
        yield f"{path.name!r} is half a file: it ends in {data[-80:]!r}"


def _loads(data: bytes) -> bool:
    try:
        for line in [data] if data.startswith(b"{\n") else data.splitlines():
            json.loads(line)
    except ValueError:
        return False
    return True


def _unpacks(data: bytes) -> bool:
    try:
        with ZipFile(BytesIO(data)) as package:
            return package.testzip() is None
    except BadZipFile:
        return not data.startswith(b"PK")
