"""A page in the format that a reader asks for."""

from enum import StrEnum
from typing import Literal, assert_never, overload

from summarizer.render.docx import word_document
from summarizer.render.evidence import NoteStyle
from summarizer.render.html import html
from summarizer.render.markdown import markdown
from summarizer.render.page import Page
from summarizer.render.text import plain_text

__all__ = ["PageFormat", "usual_notes", "written"]


class PageFormat(StrEnum):
    """The formats a page can be written in, by the usual ending of their files."""

    MARKDOWN = "md"
    HTML = "html"
    TEXT = "txt"
    WORD = "docx"


def usual_notes(form: PageFormat) -> NoteStyle:
    """The notes that a format has unless others are asked for: with the source's words where notes are out of the way."""
    return NoteStyle.FULL if form in {PageFormat.HTML, PageFormat.WORD} else NoteStyle.SHORT


@overload
def written(page: Page, form: Literal[PageFormat.MARKDOWN, PageFormat.HTML, PageFormat.TEXT]) -> str: ...
@overload
def written(page: Page, form: Literal[PageFormat.WORD]) -> bytes: ...
@overload
def written(page: Page, form: PageFormat) -> str | bytes: ...
def written(page: Page, form: PageFormat) -> str | bytes:
    """The page in a format; bytes where that is no text."""
    match form:
        case PageFormat.MARKDOWN:
            return markdown(page)
        case PageFormat.HTML:
            return html(page)
        case PageFormat.TEXT:
            return plain_text(page)
        case PageFormat.WORD:
            return word_document(page)
        case _:
            assert_never(form)
