"""The formats that results are written in: what each is called, the endings of its files, and who writes it.

This is all that the program knows of them: commands, help and checks ask here. Writers are loaded when they are needed, for every
`--help` reads this module.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Literal, assert_never, overload

if TYPE_CHECKING:
    from summarizer.render import NoteStyle, Sheet
    from summarizer.render.page import Page

__all__ = ["JSON", "About", "PageFormat", "TableFormat", "about", "tabulated", "usual_notes", "written"]

JSON: Final = "json"
"""Digests and comparisons as they are."""


class PageFormat(StrEnum):
    """The formats a page can be written in, by the usual ending of their files."""

    MARKDOWN = "md"
    HTML = "html"
    TEXT = "txt"
    WORD = "docx"


class TableFormat(StrEnum):
    """The formats a table can be written in, by the usual ending of their files."""

    CSV = "csv"
    WORKBOOK = "xlsx"


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a format: what help calls it, and the endings of its files beside the usual one.

    One that is no text is written as bytes. A page with room has notes that are out of the way, so that they hold the source's words.
    What has no sheets holds one table.
    """

    called: str
    also: tuple[str, ...] = ()
    is_text: bool = True
    has_room: bool = False
    has_sheets: bool = False


_ABOUT: Final[Mapping[PageFormat | TableFormat, About]] = {
    PageFormat.MARKDOWN: About("Markdown", also=(".markdown",)),
    PageFormat.HTML: About("a web page", also=(".htm",), has_room=True),
    PageFormat.TEXT: About("plain text"),
    PageFormat.WORD: About("a Word document", is_text=False, has_room=True),
    TableFormat.CSV: About("a table of the figures"),
    TableFormat.WORKBOOK: About("an Excel workbook", is_text=False, has_sheets=True),
}


def about(form: PageFormat | TableFormat) -> About:
    """What is known of the format."""
    return _ABOUT[form]


def usual_notes(form: PageFormat) -> "NoteStyle":
    """The notes that a format has unless others are asked for: with the source's words where notes are out of the way."""
    from summarizer.render import NoteStyle

    return NoteStyle.FULL if about(form).has_room else NoteStyle.SHORT


@overload
def written(page: "Page", form: Literal[PageFormat.MARKDOWN, PageFormat.HTML, PageFormat.TEXT]) -> str: ...
@overload
def written(page: "Page", form: Literal[PageFormat.WORD]) -> bytes: ...
@overload
def written(page: "Page", form: PageFormat) -> str | bytes: ...
def written(page: "Page", form: PageFormat) -> str | bytes:
    """The page in a format; bytes where that is no text."""
    match form:
        case PageFormat.MARKDOWN:
            from summarizer.render.markdown import markdown

            return markdown(page)
        case PageFormat.HTML:
            from summarizer.render.html import html

            return html(page)
        case PageFormat.TEXT:
            from summarizer.render.text import plain_text

            return plain_text(page)
        case PageFormat.WORD:
            from summarizer.render.docx import word_document

            return word_document(page)
        case _:
            assert_never(form)


def tabulated(sheets: "Sequence[Sheet]", form: TableFormat, *, title: str) -> str | bytes:
    """The sheets in a format that holds several, else the first of them; bytes where the format is no text.

    `title` is that of the file, where it has one.
    """
    match form:
        case TableFormat.CSV:
            from summarizer.render.csv import csv_text

            return csv_text(sheets[0])
        case TableFormat.WORKBOOK:
            from summarizer.render.xlsx import workbook

            return workbook(sheets, title=title)
        case _:
            assert_never(form)
