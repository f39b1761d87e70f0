"""Which format a result is written in: as `--format` says, else as the output file is called."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import TypeVar

from summarizer.errors import UsageError

__all__ = ["BINARY", "format_for"]

BINARY = frozenset({"docx", "xlsx"})
"""The formats that are no text."""

_BY_ENDING = {
    ".csv": "csv",
    ".docx": "docx",
    ".htm": "html",
    ".html": "html",
    ".json": "json",
    ".markdown": "md",
    ".md": "md",
    ".txt": "txt",
    ".xlsx": "xlsx",
}
_NOT_WRITTEN = frozenset({".doc", ".epub", ".odt", ".ods", ".pdf", ".pptx", ".rtf", ".tsv", ".xls", ".xml"})
"""Endings that promise a format which no command writes."""
_Name = TypeVar("_Name", bound=str)


def format_for(given: _Name | None, output: str, formats: Sequence[_Name]) -> _Name:
    """The format that was `given`, else the one that the ending of the output file stands for, else the first of `formats`.

    Raises UsageError for an ending that stands for a format which the command does not write; any other ending says nothing.
    """
    if given is not None:
        return given
    ending = PurePath(output).suffix.lower()
    meant = _BY_ENDING.get(ending)
    for name in formats:
        if name == meant:
            return name
    if ending in _NOT_WRITTEN or meant not in {None, "txt"}:
        raise UsageError(
            f"this command does not write {ending} files",
            where=output,
            hint=f"it writes {_listed(formats)}; name one with --format",
        )
    return formats[0]


def _listed(formats: Sequence[str]) -> str:
    *most, last = formats
    return f"{', '.join(most)} and {last}" if most else last
