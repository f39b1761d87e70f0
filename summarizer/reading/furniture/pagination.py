"""Page lines."""

import re
from collections.abc import Iterator

from summarizer.reading.document import Span
from summarizer.reading.lines import Line

__all__ = ["is_page_number", "page_count", "page_marks"]

_NUMERAL = r"[\d一二三四五六七八九十百]{1,5}"
_OF = rf"第\s?{_NUMERAL}\s?页\s?[,，、/／|｜（(]?\s?(?:总\s?)?共\s?{_NUMERAL}\s?页(?:\s?[)）])?"
_PAGE_NUMBER = re.compile(
    rf"{_OF}|第\s*{_NUMERAL}\s*页"
    r"|共\s*\d{1,4}\s*页\s*[,，、/]?\s*第\s*\d{1,4}\s*页"
    r"|[-—–－―~·•‐]{1,3}\s*\d{1,4}\s*[-—–－―~·•‐]{1,3}"
    r"|\d{1,4}\s*[/／]\s*\d{1,4}"
    rf"|.{{2,40}}_\s?第\s?{_NUMERAL}\s?页"
    r"|(?:Page|P\.?)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?",
    re.IGNORECASE,
)
_MARK = re.compile(_OF)


def is_page_number(line: Line) -> bool:
    """A page line that shows itself as one; bare figures need their neighbours (`page_count`)."""
    return len(line.text) <= 50 and _PAGE_NUMBER.fullmatch(line.text) is not None


def page_marks(text: str) -> Iterator[Span]:
    """The page lines (第 3 页 共 12 页) that a converter left inside lines of text, and those that have one of their own."""
    return (Span(match.start(), match.end()) for match in _MARK.finditer(text))


def page_count(line: Line) -> int | None:
    """The figure of a line that is nothing but a figure of at most three digits."""
    return int(line.text) if re.fullmatch(r"[0-9]{1,3}", line.text) else None
