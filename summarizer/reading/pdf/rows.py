"""Runs → rows: what stands side by side, with the blanks and cells that the gaps between runs mean."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from statistics import median

from summarizer.reading.pdf.characters import raised
from summarizer.reading.pdf.runs import Run

__all__ = ["Row", "pitch_of", "rows_of"]

# Shares of the height of a row, as in `runs`.
_OVERLAP = 0.5
_BLANK = 0.22
_WORD = 0.08  # between two Latin words that pdfium parts
_CELL = 0.95
_SMALL = 0.8
_RAISED = 0.15

_NOTE_MARK = re.compile(
    r"\s*(?:[\[［【〔（(]\s*(?:注\s*)?\d{1,3}\s*[\]］】〕）)]|\d{1,3}(?:\s*[,，、-]\s*\d{1,3})*|[①-⑳㉑-㉟]+|[*＊†‡]{1,3}|注\d{0,3})\s*"
)
_UNMARKED: tuple[tuple[tuple[int, int], ...], ...] = ((),)
_BLANKS = " \t\xa0"
_HAN = re.compile(r"[\u3400-\u9fff]")
_POWER = re.compile(r"[+\-−]?\d{1,3}")
_TAKES_POWER = re.compile(r"(?:[A-Za-z]|[×xX*]\s?10)$")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a page or column. `cells` are its parts between wide gaps; `marks` are for each cell the stretches `[start, end)`
    that are raised note marks. `size` is the height of most of it,
    `runs` are what it was made of."""

    cells: tuple[str, ...]
    marks: tuple[tuple[tuple[int, int], ...], ...]
    left: float
    right: float
    bottom: float
    top: float
    size: float
    runs: tuple[Run, ...] = ()

    @property
    def text(self) -> str:
        return "\t".join(self.cells)

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


def rows_of(runs: Iterable[Run]) -> list[Row]:
    """The rows from top to bottom, each read from left to right; a raised or lowered run belongs to the row it stands beside."""
    found: list[Row] = []
    for members in _side_by_side(runs):
        row = _row(members)
        if row is not None:
            found.append(row)
    return found


def pitch_of(rows: Sequence[Row]) -> float:
    """The usual distance of two rows below each other."""
    steps = [upper.middle - lower.middle for upper, lower in pairwise(rows)]
    return median(steps) if steps else 0.0


def _side_by_side(runs: Iterable[Run]) -> list[list[Run]]:
    groups: list[list[Run]] = []
    low = high = widest = 0.0  # of the widest run of the row
    for run in sorted(runs, key=lambda run: (-run.top - run.bottom, run.left)):
        _, left, right, bottom, top, _, _ = run
        if groups:
            shared = (high if high < top else top) - (low if low > bottom else bottom)
            if shared >= _OVERLAP * min(high - low, top - bottom):
                groups[-1].append(run)
                if right - left > widest:
                    low, high, widest = bottom, top, right - left
                continue
        groups.append([run])
        low, high, widest = bottom, top, right - left
    return groups


def _row(members: list[Run]) -> Row | None:
    if len(members) == 1:
        text, left, right, bottom, top, _, _ = members[0]
        text = text.rstrip(_BLANKS)
        if not text.strip():
            return None
        return Row((text,), _UNMARKED, left, right, bottom, top, max(top - bottom, 0.1), tuple(members))
    members.sort(key=attrgetter("left"))
    main = _main(members)
    size = max(main.height, 0.1)
    tracking = _tracking(members, size)
    cells: list[str] = []
    marks: list[tuple[tuple[int, int], ...]] = []
    said = ""
    own: list[tuple[int, int]] = []
    end = members[0].left
    for run in members:
        text = run.text
        small = run.height < _SMALL * size and run.base > main.base + _RAISED * size
        gap = run.left - end - tracking
        if said and not small:
            if gap >= _CELL * size:
                cells.append(said)
                marks.append(tuple(own))
                said, own = "", []
            elif gap >= _BLANK * size or (gap >= _WORD * size and _are_words(said, text)):
                said += " "
                text = text.lstrip(" ")
        elif said and _POWER.fullmatch(text) and _TAKES_POWER.search(said[-4:]):
            text = raised(text)
        elif said and _NOTE_MARK.fullmatch(text):
            own.append((len(said), len(said) + len(text)))
        said += text
        end = run.right
    cells.append(said)
    marks.append(tuple(own))
    kept = [(cell.rstrip(_BLANKS), own) for cell, own in zip(cells, marks, strict=True) if cell.strip()]
    if not kept:
        return None
    return Row(
        tuple([text for text, _ in kept]),
        tuple([own for _, own in kept]),
        members[0].left,
        max(run.right for run in members),
        min(run.bottom for run in members),
        max(run.top for run in members),
        size,
        tuple(members),
    )


def _main(members: Sequence[Run]) -> Run:
    """The longest run, of those with Han characters if there are any."""
    by_length = sorted(members, key=lambda run: -len(run.text))
    return next((run for run in by_length if _HAN.search(run.text)), by_length[0])


def _tracking(members: Sequence[Run], size: float) -> float:
    """How far apart the characters of a spaced-out row stand; 0 for a row that is not."""
    if len(members) < 3 or len([run for run in members if len(run.text) == 1]) < 0.7 * len(members):
        return 0.0
    middle = median(after.left - before.right for before, after in pairwise(members))
    return middle if 0 < middle < 3 * size else 0.0


def _are_words(left: str, right: str) -> bool:
    last, first = left[-1:], right[:1]
    return last.isascii() and first.isascii() and last.isalpha() and first.isalpha()
