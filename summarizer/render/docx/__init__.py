"""A page as a Word document."""

from summarizer.render.page import Page

__all__ = ["word_document"]


def word_document(page: Page) -> bytes:
    """The page as DOCX on A4: styles, contents, footnotes, tables whose heading row repeats, page numbers in the footer.

    All of the page's text is text: none becomes a field or link, and what XML cannot hold is left out. The same page gives the same
    bytes. Raises ValueError for a mark of a note that the page does not have.
    """
    from summarizer.render.docx.writer import written

    return written(page)
