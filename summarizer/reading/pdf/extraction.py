"""One call from the bytes of a PDF to its text."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from itertools import chain
from statistics import median

from summarizer.errors import Undecodable
from summarizer.reading.document import Layout, RegionKind, Unit
from summarizer.reading.extracted import Extracted, Recognise
from summarizer.reading.formats import MediaType
from summarizer.reading.limits import Limits
from summarizer.reading.pdf.assembling import Builder, has_indents, placed
from summarizer.reading.pdf.columns import blocks_of
from summarizer.reading.pdf.margins import margins_of
from summarizer.reading.pdf.pages import Page, pages_of
from summarizer.reading.pdf.recognised import recognised_rows
from summarizer.reading.pdf.rows import Row, rows_of

__all__ = ["extract_pdf"]

_DPI = 300
_INSTALL = (
    'install the OCR extra (pip install "summarizer[ocr]") and Tesseract with its data for Chinese (chi_sim), '
    "or give the report as text or Word"
)


def extract_pdf(data: bytes, *, name: str, limits: Limits, recognise: Recognise | None = None) -> Extracted:
    """The text of a PDF, page by page, column by column, with running heads, page numbers and notes as regions.

    What was typed is taken, not what is drawn: pages that are pictures, and pages in a font that does not say which characters
    it shows, are read by `recognise`; without it they are left out and their numbers stand in `layout.unread`. Raises Undecodable
    for a PDF that is damaged, locked or all pictures, NoReportText for one over `limits`.
    """
    pages: list[Page] = []
    read_off: dict[int, str] = {}
    with closing(pages_of(data, name=name, limits=limits, dpi=_DPI if recognise else 0)) as found:
        for page in found:
            if recognise is not None and page.picture:
                read_off[page.number] = recognise(page.picture)
                limits.check_chars(sum(map(len, read_off.values())), name=name)
            pages.append(replace(page, picture=b"") if page.picture else page)
    unread = tuple(
        page.number for page in pages if page.is_picture and not read_off.get(page.number, "").strip()
    )
    if len(unread) == len(pages):
        raise Undecodable(
            "nothing could be recognised on the pages of this PDF"
            if read_off
            else "this PDF holds pictures of pages, not text"
            if len(pages) > 1
            else "this PDF holds the picture of a page, not text",
            where=name,
            hint="make a better scan, or give the report as text or Word" if read_off else _INSTALL,
        )
    return _assembled(pages, read_off, unread)


def _assembled(pages: Sequence[Page], read_off: dict[int, str], unread: tuple[int, ...]) -> Extracted:
    rows = [
        recognised_rows(read_off[page.number]) if page.number in read_off else rows_of(page.runs)
        for page in pages
    ]
    margins = margins_of(rows)
    inner = [
        own[len(margin.head) : len(own) - len(margin.foot)] for own, margin in zip(rows, margins, strict=True)
    ]
    told = [
        ([], []) if page.number in read_off else blocks_of(own)
        for page, own in zip(pages, inner, strict=True)
    ]
    gutters = sorted({round(place) for _, places in told for place in places})
    blocks = [
        [placed(block) for block in (parts if places or not gutters else blocks_of(own, gutters=gutters)[0])]
        for own, (parts, places) in zip(inner, told, strict=True)
    ]
    builder = Builder(indents=has_indents(chain.from_iterable(blocks)))
    for page, own, margin, parts in zip(pages, rows, margins, blocks, strict=True):
        builder.page()
        foot = len(own) - len(margin.foot)
        for row, kind in zip(own, margin.head, strict=False):
            _margin(builder, row, kind)
        if page.number in read_off:
            for row in own[len(margin.head) : foot]:
                builder.line(row.text)
        elif parts:
            builder.blocks(parts, size=median(row.size for row in own))
        for row, kind in zip(own[foot:], margin.foot, strict=True):
            _margin(builder, row, kind)
        builder.aside(page.slanted, RegionKind.WATERMARK)
    recognised = tuple(
        page.number
        for page in pages
        if (page.recognised or page.number in read_off) and page.number not in unread
    )
    text = builder.text()
    layout = Layout(Unit.PAGE, tuple(builder.starts), recognised, unread)
    return Extracted(text, MediaType.PDF, regions=tuple(builder.regions), layout=layout)


def _margin(builder: Builder, row: Row, kind: RegionKind | None) -> None:
    if kind is None:
        builder.line(row.text)
    else:
        builder.aside(row.text, kind)
