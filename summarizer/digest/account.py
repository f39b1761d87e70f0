"""The closing account of a digest."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from summarizer.digest.model import Coverage, Digest, DigestIndicator, Flagged, Unreported
from summarizer.quantities import Inventory, Kind
from summarizer.reading import Span
from summarizer.verify import Verdict, account

__all__ = ["coverage", "recounted", "unfitting", "unreported"]


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
        **_named(rows),
    )


def _named(rows: Sequence[DigestIndicator]) -> dict[str, int]:
    figures = [row for row in rows if row.value is not None]
    return {
        "name_unchecked": sum(not row.name_checked for row in figures if row.name_en),
        "untranslated": sum(not row.name_en for row in figures),
    }


def recounted(digest: Digest, *, unread: Collection[str]) -> Coverage:
    """The account of a saved digest with all that its own rows and flags tell counted anew; the rest is as saved.

    `unread` are the ids of the rows whose figure the source masks or nobody can read.
    """
    rows = [row for row in digest.indicators if row.id not in unread]
    good = [row for row in rows if row.verdict is Verdict.SUPPORTED]
    repaired = sum(bool(row.before) for row in good)
    return digest.coverage.model_copy(
        update={
            "numbers": sum(digest.coverage.mentions_by_kind.values()),
            "indicators": digest.coverage.mentions_by_kind.get(Kind.INDICATOR, 0),
            "reported": len(rows),
            "supported": len(good) - repaired,
            "repaired": repaired,
            "flagged": len(rows) - len(good),
            "proposed": sum(bool(flag.repair) for flag in digest.flagged),
            **_named(digest.indicators),
        }
    )


def unfitting(saved: Coverage, counted: Coverage) -> Iterator[tuple[str, str, str]]:
    """The fields in which a saved account differs from the one that was counted: name, as saved, as counted."""
    for field in type(saved).model_fields:
        said, right = getattr(saved, field), getattr(counted, field)
        if said != right:
            if isinstance(right, list):
                said, right = f"{len(said)} places", f"{len(right)} places"
                if said == right:
                    right = "other places"
            yield field, _shown(said), _shown(right)


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{number} {kind}" for kind, number in value.items())
    return str(value)
