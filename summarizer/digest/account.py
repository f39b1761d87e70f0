"""The closing account of a digest."""

from collections.abc import Sequence

from summarizer.digest.model import Coverage, DigestIndicator
from summarizer.quantities import Inventory
from summarizer.verify import Verdict, account

__all__ = ["coverage"]


def coverage(inventory: Inventory, rows: Sequence[DigestIndicator]) -> Coverage:
    """What became of every number of the report, told by the rows of its digest."""
    number = {row.id: int(row.id.removeprefix("i")) for row in rows}
    found = account(
        inventory,
        number.values(),
        repaired=[number[row.id] for row in rows if row.before],
        flagged=[number[row.id] for row in rows if row.verdict is not Verdict.SUPPORTED],
    )
    figures = [row for row in rows if row.value is not None]
    return Coverage(
        numbers=found.numbers,
        mentions_by_kind=found.by_kind,
        outside=found.outside,
        indicators=found.indicators,
        reported=found.reported,
        supported=found.supported,
        repaired=found.repaired,
        flagged=found.flagged,
        masked=found.masked,
        unreadable=found.unreadable,
        not_reported=[(span.start, span.end) for span in found.not_reported],
        name_unchecked=sum(not row.name_checked for row in figures if row.name_en),
        untranslated=sum(not row.name_en for row in figures),
    )
