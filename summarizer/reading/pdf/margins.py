"""Running heads, running feet and page numbers: told from their place on the page and from the other pages."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from summarizer.reading import furniture
from summarizer.reading.document import RegionKind
from summarizer.reading.lines import Line, bare
from summarizer.reading.pdf.rows import Row, pitch_of

__all__ = ["Margins", "margins_of"]

_DEPTH = 3  # rows of a margin
_PART = 0.2  # of the page's text height in which a margin lies
_APART = 1.35  # line spacings between a margin and the text
_OTHER_SIZE = 0.08
_SHIFT = 6.0  # points by which a margin may move
_COMMON = 0.6  # share of the pages

_SENTENCE = re.compile(r"[。，；]|[\u3400-\u9fff][,;].*\D|.{121}")
_DIGITS = re.compile(r"[0-9０-９]+")
_ROMAN = re.compile(
    r"(?=[ivxlcIVXLC])(?:[cC]{0,3})(?:[xX][cC]|[xX]?[lL]|[lL]?[xX]{0,3})?(?:[iI][xX]|[iI][vV]|[vV]?[iI]{0,3})"
)
_CHINESE = re.compile(r"[〇一二三四五六七八九十百]{1,4}")
_FIGURE = re.compile(r"[-—–－―~·•‐\s第]*([0-9０-９]{1,4})[-—–－―~·•‐\s页]*")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

_Key = tuple[bool, str]


@dataclass(frozen=True, slots=True)
class Margins:
    """What a page has above and below its text, each row with what it is; the rows are counted from the top of the page."""

    head: tuple[RegionKind | None, ...] = ()
    foot: tuple[RegionKind | None, ...] = ()


def margins_of(pages: Sequence[Sequence[Row]]) -> list[Margins]:
    """The margins of every page, given its rows from top to bottom.

    A row is one where it comes back on other pages at its place, digits masked, and stands apart from the text or is set in another
    size; or where it is nothing but the number of the page. The title of a report is never lost: where a running head shows it
    and nothing else does, its first showing is text.
    """
    seen = _Seen(pages)
    found = [
        Margins(*(_margin(rows, number, seen, top=top) for top in (True, False)))
        for number, rows in enumerate(pages)
    ]
    return _with_title(pages, found)


class _Seen:
    """What stands in the margins of all pages, and which figures count them."""

    def __init__(self, pages: Sequence[Sequence[Row]]) -> None:
        self.count = sum(1 for rows in pages if rows)
        # Of the document: the last page may hold a line or two.
        self.pitch = median([pitch_of(rows) for rows in pages if len(rows) > 2] or [0.0])
        self._places: dict[tuple[bool, str], list[float]] = {}
        self._offsets: Counter[tuple[bool, int]] = Counter()
        for number, rows in enumerate(pages):
            for top in (True, False):
                for row in _outer(rows, top=top):
                    for key in {_said(row), _masked(row)}:
                        self._places.setdefault((top, key), []).append(row.middle)
                    value = _page_value(row)
                    if value is not None:
                        self._offsets[top, value - number] += 1

    def times(self, row: Row, key: str, *, top: bool) -> int:
        """How many pages have this text at the place of the row."""
        return sum(abs(place - row.middle) <= _SHIFT for place in self._places.get((top, key), ())[:4000])

    def counts(self, value: int, number: int, *, top: bool) -> bool:
        """Whether other pages have a figure here that counts with the pages."""
        return self._offsets[top, value - number] >= 2


def _margin(rows: Sequence[Row], number: int, seen: _Seen, *, top: bool) -> tuple[RegionKind | None, ...]:
    outer = _outer(rows, top=top)
    kinds: list[RegionKind | None] = []
    size = median(row.size for row in rows) if rows else 0.0
    for depth, row in enumerate(outer):
        inner = outer[depth + 1] if depth + 1 < len(outer) else None
        apart = inner is None or abs(row.middle - inner.middle) > _APART * seen.pitch
        apart = apart or abs(row.size - size) > _OTHER_SIZE * size
        value = _page_value(row)
        if furniture.is_page_number(_line(row)) or (
            value is not None
            and (seen.counts(value, number, top=top) or (depth == 0 and apart and seen.count < 3))
        ):
            kinds.append(RegionKind.PAGE_NUMBER)
        elif _is_running(row, seen, top=top, apart=apart):
            kinds.append(RegionKind.WATERMARK)
        else:
            break
    return tuple(kinds) if top else tuple(reversed(kinds))


def _is_running(row: Row, seen: _Seen, *, top: bool, apart: bool) -> bool:
    if _SENTENCE.search(row.text):
        return False
    exact = seen.times(row, _said(row), top=top)
    if exact >= max(3, _COMMON * seen.count):
        return True
    return apart and (exact >= 2 or seen.times(row, _masked(row), top=top) >= 2)


def _outer(rows: Sequence[Row], *, top: bool) -> list[Row]:
    """The rows that may be margin, the outermost first; never all of a page that has more than a few."""
    if not rows:
        return []
    height = rows[0].top - rows[-1].bottom
    outer = rows[:_DEPTH] if top else list(reversed(rows[-_DEPTH:]))
    edge = rows[0].top if top else rows[-1].bottom
    return [
        row for row in outer if len(rows) <= 2 or abs(row.middle - edge) <= max(_PART * height, 3 * row.size)
    ]


def _said(row: Row) -> str:
    return bare(row.text)


def _masked(row: Row) -> str:
    return "#" + _DIGITS.sub("#", _said(row))


def _line(row: Row) -> Line:
    text = row.text.strip()
    return Line(0, len(text), text)


def _page_value(row: Row) -> int | None:
    """The figure of a row that is nothing but one: 12, - 12 -, xii, 十二."""
    text = row.text.strip()
    match = _FIGURE.fullmatch(text)
    if match is not None:
        return int(match.group(1))
    if len(text) <= 8 and _ROMAN.fullmatch(text):
        return _roman(text.lower())
    if _CHINESE.fullmatch(text):
        return _chinese(text)
    return None


def _roman(text: str) -> int:
    values = [_ROMAN_VALUES[char] for char in text]
    return sum(
        -value if index + 1 < len(values) and value < values[index + 1] else value
        for index, value in enumerate(values)
    )


def _chinese(text: str) -> int | None:
    digits = "〇一二三四五六七八九"
    if all(char in digits for char in text):
        return int("".join(str(digits.index(char)) for char in text))
    total, current = 0, 0
    for char in text:
        if char in digits:
            current = digits.index(char)
        else:
            total += (current or 1) * (10 if char == "十" else 100)
            current = 0
    return total + current


def _with_title(pages: Sequence[Sequence[Row]], found: list[Margins]) -> list[Margins]:
    """The margins with the first showing of a title that stands nowhere else given back to the text."""
    for number, (rows, margins) in enumerate(zip(pages, found, strict=True)):
        for depth, kind in enumerate(margins.head):
            if kind is not RegionKind.WATERMARK or not furniture.is_title_like(_line(rows[depth])):
                continue
            rest = "".join(_said(row) for row in rows[len(margins.head) :])
            if _said(rows[depth]) not in rest:
                head = (*margins.head[:depth], None, *margins.head[depth + 1 :])
                return [*found[:number], Margins(head, margins.foot), *found[number + 1 :]]
            return found
    return found
