"""Which rows are worth a chart."""

from collections.abc import Sequence

from summarizer.compare.model import ComparisonRow
from summarizer.compare.order import equal, value_of
from summarizer.quantities import Aspect

__all__ = ["charts"]

_MOST = 6


def charts(rows: Sequence[ComparisonRow], *, reports: int) -> list[int]:
    """Indices of up to six rows: those that most reports share, results before plans; bars of one length are not worth one.

    Of two reports a pair of figures is one; of more at least three, and at least half of the reports, must be comparable.
    """
    fewest = 2 if reports == 2 else max(3, -(-reports // 2))
    telling = [
        at
        for at, row in enumerate(rows)
        if len(row.compared) >= fewest
        and all(value_of(cell) >= 0 for cell in row.compared)
        and not all(equal(row.compared[0], cell) for cell in row.compared)
    ]
    return sorted(telling, key=lambda at: (rows[at].aspect is Aspect.PLANNED, -len(rows[at].compared), at))[
        :_MOST
    ]
