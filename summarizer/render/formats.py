"""A page in the format that a reader asks for."""

from enum import StrEnum
from typing import assert_never

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


def usual_notes(form: PageFormat) -> NoteStyle:
    """The notes that a format has unless others are asked for: with the source's words where notes are out of the way."""
    return NoteStyle.FULL if form is PageFormat.HTML else NoteStyle.SHORT


def written(page: Page, form: PageFormat) -> str:
    """The page in a format."""
    match form:
        case PageFormat.MARKDOWN:
            return markdown(page)
        case PageFormat.HTML:
            return html(page)
        case PageFormat.TEXT:
            return plain_text(page)
        case _:
            assert_never(form)
