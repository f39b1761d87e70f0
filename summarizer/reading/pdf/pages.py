"""The pages of a PDF as pdfium shows them: runs of characters in place, and which pages are pictures. The only door to pdfium."""

import math
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from ctypes import byref, c_double, c_ushort
from dataclasses import dataclass
from itertools import repeat
from threading import Lock
from typing import TYPE_CHECKING

from summarizer.errors import Undecodable
from summarizer.reading.limits import Limits
from summarizer.reading.pdf.characters import clean
from summarizer.reading.pdf.pictures import filling, picture_of
from summarizer.reading.pdf.pieces import direction_of, pieces_of, turned
from summarizer.reading.pdf.runs import Run, runs_of, without_doubles

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

__all__ = ["Page", "pages_of"]

_LOST = "\ufffd"
_FEW = 30  # characters; a page-filling picture with fewer is a scan, whatever stands on it
_UNMAPPED = 0.2  # share of characters without a meaning from which on a page cannot be read

_one_at_a_time = Lock()  # pdfium may not be used by two threads


@dataclass(frozen=True, slots=True)
class Page:
    """What is on one page. `runs` are those that a reader sees, turned so that lines run to the right, y upwards, in the order of
    the content; `slanted` is what is written across the page. `is_picture`: what is to be read here is a picture, or text in a font
    that does not say which characters it shows. `recognised`: the text was laid under a picture by a program that read it.
    """

    number: int
    runs: tuple[Run, ...] = ()
    slanted: str = ""
    is_picture: bool = False
    recognised: bool = False
    picture: bytes = b""


@contextmanager
def _opened(data: bytes, name: str) -> Iterator["PdfDocument"]:
    """The document, closed at the end with all that belongs to it. Raises Undecodable for one that cannot be opened."""
    import pypdfium2 as pdfium
    from pypdfium2 import raw

    with _one_at_a_time:
        try:
            pdf = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as error:
            if error.err_code == raw.FPDF_ERR_PASSWORD:
                raise Undecodable(
                    "this PDF asks for a password",
                    where=name,
                    hint="open it with its password and save or print it as a PDF without one",
                ) from error
            if error.err_code == raw.FPDF_ERR_SECURITY:
                raise Undecodable(
                    "this PDF is protected in a way that cannot be opened here",
                    where=name,
                    hint="open it and print it as a PDF without protection",
                ) from error
            raise Undecodable(
                "this PDF is damaged and cannot be opened",
                where=name,
                hint="get the file again, or save it as text",
            ) from error
        try:
            yield pdf
        finally:
            pdf.close()


def pages_of(data: bytes, *, name: str, limits: Limits, dpi: int = 0) -> Generator[Page, None, None]:
    """Every page in order; one that cannot be loaded is a picture without one. With `dpi` pages that are pictures carry it (PNG).

    Raises Undecodable for what cannot be opened, NoReportText for too many pages or characters, told before they are read.
    """
    from pypdfium2 import PdfiumError

    with _opened(data, name) as pdf:
        count = len(pdf)
        if count < 1:
            raise Undecodable("this PDF is damaged: it has no pages", where=name, hint="get the file again")
        limits.check_pages(count, name=name)
        total = 0
        for index in range(count):
            try:
                page = pdf[index]
            except PdfiumError:
                yield Page(index + 1, is_picture=True)
                continue
            try:
                text = page.get_textpage()
                total += text.count_chars()
                limits.check_chars(total, name=name)
                found = _page(index + 1, page, text)
                if found.is_picture and dpi:
                    found = Page(
                        found.number, found.runs, found.slanted, True, picture=picture_of(page, dpi=dpi)
                    )
            except PdfiumError:
                found = Page(index + 1, is_picture=True)
            finally:
                page.close()
            yield found


def _page(number: int, page: "PdfPage", text: "PdfTextPage") -> Page:
    from pypdfium2 import raw

    count = text.count_chars()
    handle = text.raw
    chars = _characters(handle, count)
    direction = direction_of(handle, count)
    upright = direction == "right"
    is_odd = clean(chars) != chars
    page_left, page_bottom, page_right, page_top = page.get_bbox()
    page_left, page_top, page_right, page_bottom = turned(
        (page_left, page_top, page_right, page_bottom), direction
    )
    visible: list[Run] = []
    hidden: list[Run] = []
    slanted: list[str] = []
    lost = 0
    x, y = c_double(), c_double()
    x_there, y_there = byref(x), byref(y)
    for said, left, right, bottom, top, _, first in runs_of(chars, pieces_of(handle, chars, direction)):
        if not (
            page_left <= (left + right) / 2 <= page_right and page_bottom <= (bottom + top) / 2 <= page_top
        ):
            continue
        raw.FPDFText_GetCharOrigin(handle, first, x_there, y_there)
        base = y.value if upright else turned((x.value, y.value, x.value, y.value), direction)[3]
        if raw.FPDFText_HasUnicodeMapError(handle, first) == 1:
            said = _LOST * len(said)
            lost += len(said)
        elif is_odd:
            said = clean(said)
            lost += said.count(_LOST)
        if len(said) == 1 and _is_slanted(raw.FPDFText_GetCharAngle(handle, first)):
            slanted.append(said)
            continue
        shown = raw.FPDFText_GetTextObject(handle, first)
        is_hidden = shown and raw.FPDFTextObj_GetTextRenderMode(shown) == raw.FPDF_TEXTRENDERMODE_INVISIBLE
        (hidden if is_hidden else visible).append(Run(said, left, right, bottom, top, base, first))
    across = "".join(slanted)
    shown_count = sum(len(run.text) for run in visible)
    if lost > _UNMAPPED * (shown_count + sum(len(run.text) for run in hidden)):
        return Page(number, (), across, is_picture=True)
    if shown_count >= _FEW and not hidden:
        return Page(number, tuple(without_doubles(visible)), across)
    filled, drawn = filling(page)
    if hidden and filled:
        both = sorted([*visible, *hidden], key=lambda run: run.first)
        return Page(number, tuple(without_doubles(both)), across, recognised=True)
    is_picture = shown_count < _FEW and (filled or (not shown_count and drawn))
    return Page(number, tuple(without_doubles(visible)), across, is_picture=is_picture)


def _characters(handle: object, count: int) -> str:
    """The characters of a page, one for each box."""
    from pypdfium2 import raw

    buffer = (c_ushort * (count + 1))()
    if raw.FPDFText_GetText(handle, 0, count, buffer) == count + 1:
        text = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
        if len(text) == count:
            return text
    # Characters that pdfium leaves out or writes as two: one by one, then.
    codes = map(raw.FPDFText_GetUnicode, repeat(handle), range(count))
    return "".join([chr(code) if code < 0x110000 else _LOST for code in codes])


def _is_slanted(angle: float) -> bool:
    """Whether a character stands on neither of the edges of its page; radians."""
    return angle >= 0 and abs(math.remainder(angle, math.pi / 2)) > 0.1
