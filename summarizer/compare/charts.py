"""Which rows are worth a chart."""

from collections.abc import Sequence

from summarizer.compare.model import ComparisonRow
from summarizer.compare.order import equal, value_of
from summarizer.quantities import Aspect

__all__ = ["charts"]

_MOST = 6
_MOST_OF_CATEGORY = 2
_SMALL = 5  # bars of smaller numbers say less than the numbers


def _telling(row: ComparisonRow, fewest: int) -> bool:
    cells = row.compared
    return (
        len(cells) >= fewest
        and all(value_of(cell) >= 0 for cell in cells)
        and not all(equal(cells[0], cell) for cell in cells)
    )


def charts(rows: Sequence[ComparisonRow], *, reports: int) -> list[int]:
    """Indices of up to six rows, two of a category: those that most reports share, results before plans, large numbers first.

    Of two reports a pair of figures is worth a chart; of more at least three, and at least half of the reports, must be comparable.
    Bars of one length are not worth one.
    """
    fewest = 2 if reports == 2 else max(3, -(-reports // 2))

    def order(at: int) -> tuple[bool, int, bool, int]:
        cells = rows[at].compared
        small = max(map(value_of, cells)) < _SMALL
        return rows[at].aspect is Aspect.PLANNED, -len(cells), small, at

    chosen: list[int] = []
    for at in sorted((at for at, row in enumerate(rows) if _telling(row, fewest)), key=order):
        if sum(rows[other].category is rows[at].category for other in chosen) < _MOST_OF_CATEGORY:
            chosen.append(at)
    return chosen[:_MOST]
