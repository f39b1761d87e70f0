"""Pages of rows → one text, with the regions and the layout that only the pages could tell."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from summarizer.reading.document import Region, RegionKind, Span
from summarizer.reading.pdf.rows import Row, pitch_of
from summarizer.reading.wrapping import is_marker

__all__ = ["Builder", "Placed", "has_indents", "placed"]

_INDENT = "\u3000\u3000"
# In heights of the text; two Han characters are two at most, and a little over one and a half where lines are set loosely.
_INDENTED = (1.1, 3.2)
_CENTRED = 1.2
_PARTED = 1.6  # line spacings between two paragraphs
_ENDS = "。！？；：!?;:…”」』）)"
_NOTE = re.compile(
    r"\s*(?:[①-⑳㉑-㉟]|[\[［【〔]\s*(?:注\s*)?\d{1,3}\s*[\]］】〕]|\d{1,3}(?:\s|[.．、](?!\d)|(?=[\u3400-\u9fff]))|[*＊†]|注\s*[：:\d])"
)
_NOTE_SIZE = 0.9
_HAN = re.compile(r"[\u3400-\u9fff]")
_FULL = 2.0
_FLUSH = 0.8
_SIZE = 0.2  # share by which rows of one paragraph may differ in size


@dataclass(slots=True)
class Builder:
    """The text of a document as its pages come in. `indents`: its paragraphs begin with an indent.

    Rows of a paragraph become one line where their places show that they are: the first is full, the next begins at the edge.
    What stands between them at the end of a page (notes, running lines, the number of the page) is a region with the line
    breaks around it, so that nothing is left between the two.
    """

    indents: bool = True
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _last: "Placed | None" = None
    _waiting: list["_Aside | None"] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)

    def text(self) -> str:
        """The whole text; nothing may follow."""
        self._settle("\n", goes_on=False)
        return "".join(self._parts)

    def page(self) -> None:
        """From here on it is the next page."""
        self._waiting.append(None)

    def aside(self, text: str, kind: RegionKind) -> None:
        """A line that is not the report."""
        if text.strip():
            self._waiting.append(_Aside(text, kind))

    def line(self, text: str) -> None:
        """A line of the report of which nothing else is known."""
        self._settle("\n", goes_on=False)
        self._add(text)
        self._last = None

    def blocks(self, blocks: Sequence[Sequence["Placed"]], *, size: float) -> None:
        """The blocks of a page in reading order, `size` that of its text.

        Indents and gaps that tell paragraphs become blanks and empty lines, rows of a table lines with tabs.
        """
        for block in blocks:
            notes = _first_note(block, size)
            for item in block[:notes]:
                self._write(item)
            for item in block[notes:]:
                self.aside(item.row.text, RegionKind.GLOSSARY)

    def _write(self, item: "Placed") -> None:
        goes_on = self._last is not None and _goes_on(self._last, item, indents=self.indents)
        between = "\n\n" if item.is_parted else "\n"
        if goes_on and self._last is not None:
            last, first = self._last.row.cells[-1][-1], item.row.cells[0][0]
            between = " " if last.isascii() and first.isascii() and last.isalpha() and first.isalpha() else ""
        self._settle(between, goes_on=goes_on)
        self._add(item.indent)
        for index, (cell, marks) in enumerate(zip(item.row.cells, item.row.marks, strict=True)):
            if index:
                self._add("\t" if item.is_tabled else " ")
            self.regions += [
                Region(Span(self._length + first, self._length + end), RegionKind.ARTIFACT)
                for first, end in marks
            ]
            self._add(cell)
        self._last = item

    def _settle(self, between: str, *, goes_on: bool) -> None:
        """What stands between the last line and the next one."""
        start = self._length
        breaks = [aside for aside in self._waiting if aside is not None]
        if not breaks or not goes_on:
            self._add(between if start else "")
        elif breaks and goes_on:
            self._add("\n")
        for aside in self._waiting:
            if aside is None:
                self.starts.append(self._length)
                continue
            begin = start if goes_on else self._length
            self._add(aside.text + "\n")
            end = self._length if goes_on else self._length - 1
            self.regions.append(Region(Span(begin, end), aside.kind))
            start = self._length
        self._waiting.clear()

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


@dataclass(frozen=True, slots=True)
class _Aside:
    """A line that is not the report, until it is known whether a paragraph goes on behind it."""

    text: str
    kind: RegionKind


@dataclass(frozen=True, slots=True)
class Placed:
    """A row in its column: whether it reaches the right edge, begins at the left one, stands apart from the row above, and is one
    of a table; `indent` are the blanks that it has on the page only."""

    row: Row
    is_full: bool
    is_flush: bool
    is_parted: bool
    is_tabled: bool
    indent: str


def has_indents(blocks: Iterable[Sequence[Placed]]) -> bool:
    """Whether paragraphs of a document begin with an indent: some rows do, and most do not."""
    items = [item for block in blocks for item in block]
    indented = len([item for item in items if item.indent or item.row.cells[0].startswith("\u3000")])
    return indented >= 2 and len(items) <= 25 * indented


def placed(rows: Sequence[Row]) -> list[Placed]:
    """The rows of a block, each with how it stands in it."""
    if not rows:
        return []
    # Where full rows begin and end: the outermost places that several rows share.
    shared = len(rows) // 10
    left = sorted([row.left for row in rows])[shared]
    right = sorted([row.right for row in rows])[-1 - shared]
    pitch = pitch_of(rows)
    found: list[Placed] = []
    for index, row in enumerate(rows):
        tabled = len(row.cells) > 1 and any(
            0 <= near < len(rows) and len(rows[near].cells) > 1 for near in (index - 1, index + 1)
        )
        found.append(
            Placed(
                row,
                is_full=right - row.right < _FULL * row.size,
                is_flush=row.left - left < _FLUSH * row.size and not row.cells[0][0].isspace(),
                is_parted=index > 0 and _is_parted(found[-1], row, pitch),
                is_tabled=tabled,
                indent="" if tabled else _indent(row, left, right),
            )
        )
    return found


def _goes_on(before: Placed, item: Placed, *, indents: bool) -> bool:
    """Whether a row continues the paragraph of the row before it. Where that may as well be a new one, it is left open."""
    if (
        not before.is_full
        or before.is_tabled
        or item.is_tabled
        or item.is_parted
        or item.row.cells[0][0].isspace()
    ):
        return False
    sized = [row.size for row in (before.row, item.row) if _HAN.search(row.text)]
    if len(sized) == 2 and abs(sized[0] - sized[1]) > _SIZE * max(sized):
        return False
    ended = before.row.cells[-1][-1] in _ENDS
    if item.is_flush:
        return not (ended and is_marker(item.row.text))
    # The second line of an item that hangs from its number.
    return not ended and not indents and is_marker(before.row.text)


def _indent(row: Row, left: float, right: float) -> str:
    """Two blanks for a row that begins to the right of the others, unless it is in the middle or has its blanks already."""
    if row.cells[0][0].isspace():
        return ""
    before, after = row.left - left, right - row.right
    if not _INDENTED[0] * row.size <= before <= _INDENTED[1] * row.size:
        return ""
    return "" if abs(before - after) < _CENTRED * row.size and before > 2.2 * row.size else _INDENT


def _is_parted(before: Placed, row: Row, pitch: float) -> bool:
    """Whether the rows stand further apart than lines of a paragraph do, after the end of a sentence or a short row."""
    ended = before.row.cells[-1][-1] in _ENDS or not before.is_full
    return ended and pitch > 0 and before.row.middle - row.middle > _PARTED * pitch


def _first_note(block: Sequence[Placed], size: float) -> int:
    """Where the notes at the foot of a block begin: smaller rows, the first of which has a mark; their number where there are none."""
    first = len(block)
    while first > 0 and (
        block[first - 1].row.size < _NOTE_SIZE * size or not _HAN.search(block[first - 1].row.text)
    ):
        first -= 1
    while first < len(block) and not (
        _NOTE.match(block[first].row.text) and _HAN.search(block[first].row.text)
    ):
        first += 1
    return first if first > 0 else len(block)
