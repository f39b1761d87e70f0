"""Files and standard input as bytes, reports and digests: each problem with them is one sentence."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.cli import streams
from summarizer.config import Settings
from summarizer.errors import InputError, NoReportText, SourceMismatch, UsageError
from summarizer.files import file_bytes, over_limit
from summarizer.paths import is_file

if TYPE_CHECKING:
    from summarizer.digest import Digest
    from summarizer.reading import Document

__all__ = [
    "STDIN",
    "digest_of",
    "document_of",
    "is_json",
    "json_lines",
    "once_from_stdin",
    "open_bytes",
    "open_document",
    "report_of",
    "report_path",
]

STDIN = "-"
_JSON_OBJECT = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*["}]')


def once_from_stdin(*paths: str) -> None:
    """Raises UsageError where standard input is named for more than one file."""
    if sum(path == STDIN for path in paths) > 1:
        raise UsageError("standard input can be read only once", hint="give the other file by its path")


def open_bytes(path: str, settings: Settings) -> bytes:
    """The bytes of a file, or of standard input for `-`. Raises InputError for what cannot be read or is over the limit."""
    limit = settings.limits().max_bytes
    if path == STDIN:
        data = streams.read_in(limit + 1)
        if len(data) > limit:
            raise over_limit(limit, path)
    else:
        data = file_bytes(Path(path), path, limit)
    if not data:
        raise NoReportText("the file is empty", where=path, hint="give the text of a report")
    return data


def document_of(data: bytes, path: str, settings: Settings, *, require_chinese: bool = True) -> "Document":
    """The document in `data`. Raises Undecodable and NoReportText, naming the file as the user did."""
    from summarizer.quarantine import extract_apart
    from summarizer.reading import document_from

    limits, name = settings.limits(), _name(path)
    try:
        found = extract_apart(data, name=name, limits=limits, notify=streams.note)
        doc = document_from(found, data, name=name, limits=limits, require_chinese=require_chinese)
    except InputError as error:
        error.where = path
        raise
    _note_flaws(doc, path)
    return doc


def _note_flaws(doc: "Document", path: str) -> None:
    """Says on stderr what of the file could not be read, or was read off pictures."""
    from summarizer.reading import LOST

    lost, layout = doc.text.count(LOST), doc.layout
    if lost:
        streams.note(
            f"{path}: {lost:,} damaged characters could not be read; figures beside them have no value"
        )
    if layout.recognised:
        streams.note(
            f"{path}: the text of {len(layout.recognised):,} of {len(layout.starts):,} pages was recognised from pictures; "
            "figures there may be misread"
        )
    if layout.unread:
        pages = ", ".join(map(str, layout.unread))
        streams.note(f"{path}: pages that are pictures and could not be read: {pages}")


def open_document(path: str, settings: Settings, *, require_chinese: bool = True) -> "Document":
    """The document in a file, or in standard input for `-`."""
    return document_of(open_bytes(path, settings), path, settings, require_chinese=require_chinese)


def _name(path: str) -> str:
    return path if path == STDIN else streams.readable(Path(path).name)


def is_json(data: bytes, path: str) -> bool:
    """Whether a file that may be a report or a digest is meant as JSON: by its name, or by how it starts."""
    return path.lower().endswith(".json") or _JSON_OBJECT.match(data) is not None


def digest_of(data: bytes, path: str, *, as_written: bool = False) -> "Digest":
    """The digest in `data`, fit to be printed; `as_written` for one that is to be checked.

    Raises InputError for JSON that is broken or no digest.
    """
    from summarizer.render import digest_from_json, saved_digest

    try:
        return (digest_from_json if as_written else saved_digest)(_text(data, path))
    except InputError as error:
        error.where = path
        raise


def report_path(digest: "Digest", path: str) -> str:
    """The report of the digest in the file `path`: the file beside it that has the name of its source. Raises InputError for none."""
    name = digest.source.name
    # What a digest names is a file beside it, never a way to another folder.
    if path == STDIN or name == STDIN or not name or Path(name).name != name:
        raise InputError("its report is not known", where=path, hint="name it with --source REPORT")
    found = Path(path).parent / name
    if not is_file(found):
        raise InputError(
            f"the report {name!r} does not lie beside it", where=path, hint="name it with --source REPORT"
        )
    return str(found)


def report_of(digest: "Digest", path: str, source: str, settings: Settings) -> "Document":
    """The report `source` that the digest in the file `path` was made from. Raises SourceMismatch where it is another text."""
    doc = open_document(source, settings, require_chinese=False)
    found = doc.source.sha256
    if digest.source.sha256 != found:
        raise SourceMismatch(
            f"this digest was made from another text than {source!r} "
            f"(SHA-256 {digest.source.sha256[:12]}…, not {found[:12]}…)",
            where=path,
            hint=f"give the file {digest.source.name!r} that it was made from",
        )
    return doc


def json_lines(path: str, settings: Settings) -> Iterator[tuple[str, dict[str, Any]]]:
    """The objects of a JSON Lines file, each with `path:line` to name it by. Raises InputError for any other line.

    Fractions that are not written as strings keep every digit.
    """
    for number, line in enumerate(_text(open_bytes(path, settings), path).split("\n"), start=1):
        where = f"{path}:{number}"
        if not line.strip():
            continue
        try:
            row = json.loads(line, parse_float=Decimal)
        except (ValueError, RecursionError) as error:
            raise InputError(f"is not valid JSON: {_flaw(error)}", where=where) from error
        if not isinstance(row, dict):
            raise InputError("is not a JSON object", where=where, hint="one object a line is expected")
        yield where, row


def _flaw(error: ValueError | RecursionError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg}, column {error.colno}"
    return "nested too deeply" if isinstance(error, RecursionError) else "a number is too long"


def _text(data: bytes, path: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("is not UTF-8 text, as JSON must be", where=path) from error
