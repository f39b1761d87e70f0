"""The closing account of a digest."""

from bisect import bisect_right
from collections.abc import Sequence

from summarizer.digest.model import Coverage, DigestIndicator, Flagged, Unreported
from summarizer.quantities import Inventory
from summarizer.reading import Span
from summarizer.verify import Verdict, account

__all__ = ["coverage", "unreported"]


def unreported(inventory: Inventory, spans: Sequence[Span]) -> list[Unreported]:
    """The figures at these places, each with the section of the outline that it stands in."""
    starts = [node.span.start for node in inventory.outline.walk()]
    return [
        Unreported(
            section=max(bisect_right(starts, span.start) - 1, 0),
            text=inventory.doc.body.shown(span),
            start=span.start,
            end=span.end,
        )
        for span in spans
    ]


def coverage(
    inventory: Inventory, rows: Sequence[DigestIndicator], flagged: Sequence[Flagged] = ()
) -> Coverage:
    """What became of every number of the report, told by the rows and flags of its digest."""
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
        proposed=sum(bool(flag.repair) for flag in flagged),
        masked=found.masked,
        unreadable=found.unreadable,
        not_reported=[(span.start, span.end) for span in found.not_reported],
        unreported=unreported(inventory, found.not_reported),
        name_unchecked=sum(not row.name_checked for row in figures if row.name_en),
        untranslated=sum(not row.name_en for row in figures),
    )
