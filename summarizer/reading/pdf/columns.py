"""Reading order: a page of runs → blocks, each to be read from top to bottom before the next."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.reading.pdf.rows import Row, rows_of
from summarizer.reading.pdf.runs import Run

__all__ = ["blocks_of"]

# In heights of the text.
_LEAST_WIDTH = 5.0  # of a column
_GUTTER = 0.6
_EDGE = 0.5

_CANDIDATES = 4
_LEAST_ROWS = 3
_LEAST_CHARS = 6  # letters of a cell; figures of a table have none
_FULL = 0.85  # of the width of its column
_FULL_ROWS = 0.45  # share of the rows of a column that are full
_MANY_ROWS = 6
_MOSTLY_FULL = 0.6
_UNEVEN = 0.25  # the narrower side is at least this share of the wider one
_DEPTH = 4


@dataclass(frozen=True, slots=True)
class _Split:
    """Two columns parted at `place`, between two heights; what crosses stands above or below."""

    place: float
    above: list[Run]
    left: list[Row]
    right: list[Row]
    below: list[Run]


def blocks_of(rows: Sequence[Row], *, gutters: Sequence[float] = ()) -> tuple[list[list[Row]], list[float]]:
    """The rows of a page, block by block in reading order: what spans columns, then each column from left to right. And where
    columns are parted.

    Columns are told from tables by their rows: those of a column fill it. `gutters` are places where other pages of the document
    part their columns; there a few rows are enough.
    """
    blocks: list[list[Row]] = []
    found: list[float] = []
    _split_up(list(rows), gutters, 0, blocks, found)
    return blocks, found


def _split_up(
    rows: list[Row], gutters: Sequence[float], depth: int, blocks: list[list[Row]], found: list[float]
) -> None:
    split = _split(rows, gutters) if depth < _DEPTH else None
    if split is None:
        if rows:
            blocks.append(rows)
        return
    found.append(split.place)
    for part in (rows_of(split.above), split.left, split.right, rows_of(split.below)):
        _split_up(part, gutters, depth + 1, blocks, found)


def _split(rows: Sequence[Row], gutters: Sequence[float]) -> _Split | None:
    """The split with the most text in its columns; None where there are none."""
    runs = [run for row in rows for run in row.runs]
    if len(runs) < 2:
        return None
    size = sorted([run.height for run in runs])[len(runs) // 2]
    if size <= 0:
        return None
    best: _Split | None = None
    most = 0
    for place, is_known in _places(runs, gutters, size):
        for first, end in _bands(runs, place, size):
            if end - first <= most:
                continue
            band = runs[first:end]
            left = rows_of(run for run in band if run.left < place)
            right = rows_of(run for run in band if run.left >= place)
            if _are_columns(left, right, size, is_known):
                best = _Split(place, runs[:first], left, right, runs[end:])
                most = end - first
    return best


def _places(runs: Sequence[Run], gutters: Sequence[float], size: float) -> list[tuple[float, bool]]:
    """Where runs begin below each other, but not at the edge of the text; and gutters of other pages."""
    first = min(run.left for run in runs) + _LEAST_WIDTH * size
    last = max(run.right for run in runs) - _LEAST_WIDTH * size
    lefts = [run.left for run in runs if first < run.left < last]
    bin_size = _EDGE * size
    starts = Counter([int(left / bin_size) for left in lefts])
    places = [min(left for left in lefts if int(left / bin_size) == bin_) for bin_ in _popular(starts)]
    # A last column may hold a line or two; then the column before it tells where it ends.
    ends = Counter([int(run.right / bin_size) for run in runs if first < run.right < last])
    places += [
        min((left for left in lefts if left >= (bin_ + _GUTTER / _EDGE) * bin_size), default=0.0)
        for bin_ in _popular(ends)
    ]
    end = max(run.right for run in runs)
    known = [place for place in dict.fromkeys(round(gutter) for gutter in gutters) if first < place < end]
    return [
        *((float(place), True) for place in known[:_CANDIDATES]),
        *((place - 0.1 * size, False) for place in dict.fromkeys(places) if place),
    ]


def _popular(places: Counter[int]) -> list[int]:
    return [bin_ for bin_, count in places.most_common(_CANDIDATES) if count >= _LEAST_ROWS]


def _bands(runs: Sequence[Run], place: float, size: float) -> list[tuple[int, int]]:
    """The stretches of runs, which go from top to bottom, in which nothing crosses a gutter that ends at `place`."""
    near = place - _GUTTER * size
    found: list[tuple[int, int]] = []
    first = left = right = 0
    for index, run in enumerate(runs):
        if run.left >= place:
            right += 1
        elif run.right <= near:
            left += 1
        else:
            if left and right:
                found.append((first, index))
            first, left, right = index + 1, 0, 0
    if left and right:
        found.append((first, len(runs)))
    return found


def _are_columns(left: Sequence[Row], right: Sequence[Row], size: float, is_known: bool) -> bool:
    widths = [_extent(rows) for rows in (left, right)]
    # The last line of a text may be a few characters long; that it begins at the gutter of other pages is enough.
    if is_known and len(right) < _LEAST_ROWS:
        return widths[0] >= _LEAST_WIDTH * size and _share_full(left) >= _FULL_ROWS
    if min(widths) < max(_LEAST_WIDTH * size, _UNEVEN * max(widths)):
        return False
    if is_known:
        return _share_full(left) >= _FULL_ROWS
    if len(right) < _LEAST_ROWS:
        # The end of the text: it begins where the column before it does, which leaves no doubt that it is one.
        return (
            len(left) >= _MANY_ROWS
            and _share_full(left) >= _MOSTLY_FULL
            and abs(left[0].middle - right[0].middle) < size
        )
    if len(left) < _LEAST_ROWS:
        return False
    return all(_share_full(rows) >= _FULL_ROWS for rows in (left, right))


def _extent(rows: Sequence[Row]) -> float:
    return max(row.right for row in rows) - min(row.left for row in rows) if rows else 0.0


def _share_full(rows: Sequence[Row]) -> float:
    """The share of rows that reach the end of their column and hold words, in each cell where several columns are still together."""
    if not rows:
        return 0.0
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    near = right - (1 - _FULL) * (right - left)
    return sum(row.right >= near and _is_worded(row) for row in rows) / len(rows)


def _is_worded(row: Row) -> bool:
    return all(sum(map(str.isalpha, cell)) >= _LEAST_CHARS for cell in row.cells)
