"""Which format a result is written in: as `--format` says, else as the output file is called."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Final, Literal, TypeVar

from summarizer.errors import UsageError
from summarizer.formats import JSON, PageFormat, TableFormat, about

__all__ = [
    "COMPARISON_FORMATS",
    "COMPARISON_HELP",
    "DIGEST_FORMATS",
    "DIGEST_HELP",
    "NOTES_HELP",
    "PAGE_HELP",
    "ComparisonFormat",
    "DigestFormat",
    "LengthName",
    "NotesName",
    "format_for",
    "is_binary",
    "listed",
]

_SHEETS: Final = tuple(form for form in TableFormat if about(form).has_sheets)
DIGEST_FORMATS: Final = (JSON, *map(str, TableFormat))
COMPARISON_FORMATS: Final = (*map(str, PageFormat), JSON, *map(str, _SHEETS))
if TYPE_CHECKING:
    DigestFormat = str
    ComparisonFormat = str
else:
    # The choices of an option are those that there are.
    DigestFormat = Literal[*DIGEST_FORMATS]
    ComparisonFormat = Literal[*COMPARISON_FORMATS]

# The choices of --length and --notes; what they mean is loaded with what renders them.
LengthName = Literal["short", "standard", "full"]
NotesName = Literal["full", "short", "none"]

_BY_ENDING: Final = {f".{JSON}": JSON} | {
    ending: str(form) for form in (*PageFormat, *TableFormat) for ending in (f".{form}", *about(form).also)
}
_NOT_WRITTEN: Final = frozenset(
    {".doc", ".epub", ".odt", ".ods", ".pdf", ".pptx", ".rtf", ".tsv", ".xls", ".xml"}
)
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
    if ending in _NOT_WRITTEN or meant not in {None, PageFormat.TEXT}:
        raise UsageError(
            f"this command does not write {ending} files",
            where=output,
            hint=f"it writes {listed(formats, 'and')}; name one with --format",
        )
    return formats[0]


def is_binary(form: str) -> bool:
    """Whether a format is no text."""
    return any(form == other and not about(other).is_text for other in (*PageFormat, *TableFormat))


def listed(names: Sequence[str], word: str) -> str:
    """`md, html and txt`."""
    *most, last = names
    return f"{', '.join(most)} {word} {last}" if most else last


def _help(*called: str, default: str) -> str:
    said = listed(called, "or")
    return f"{said[0].upper()}{said[1:]}. [default: by the ending of the output file, else {default}]"


def _notes() -> str:
    short, full = (
        [str(form) for form in PageFormat if about(form).has_room is room] for room in (False, True)
    )
    return f"[default: short in {listed(short, 'and')}, full in {listed(full, 'and')}]"


PAGE_HELP: Final = _help(*(about(form).called for form in PageFormat), default=next(iter(PageFormat)))
DIGEST_HELP: Final = _help("JSON", *(about(form).called for form in TableFormat), default=DIGEST_FORMATS[0])
COMPARISON_HELP: Final = _help(
    *(about(form).called for form in PageFormat),
    "JSON",
    *(about(form).called for form in _SHEETS),
    default=COMPARISON_FORMATS[0],
)
NOTES_HELP: Final = _notes()
