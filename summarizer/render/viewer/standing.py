"""Where the rows of a digest stand in its report, and what has become of every figure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from summarizer.digest import Digest, DigestIndicator, Stated
from summarizer.quantities import Indicator, Inventory, Qualifier
from summarizer.verify import Verdict

__all__ = ["STATUS_NAMES", "Figures", "Standing", "Status", "figure_id"]

_OWN_ID = re.compile(r"i[0-9]{1,9}")


class Status(StrEnum):
    """What became of a figure of the report."""

    SUPPORTED = "supported"
    REPAIRED = "repaired"
    IMPRECISE = "imprecise"
    AMBIGUOUS = "ambiguous"
    UNSUPPORTED = "unsupported"
    CONTRADICTED = "contradicted"
    MASKED = "masked"
    UNREADABLE = "unreadable"
    MISSING = "missing"


STATUS_NAMES = {
    Status.SUPPORTED: "Supported",
    Status.REPAIRED: "Repaired",
    Status.IMPRECISE: "Imprecise",
    Status.AMBIGUOUS: "Ambiguous",
    Status.UNSUPPORTED: "Unsupported",
    Status.CONTRADICTED: "Contradicted",
    Status.MASKED: "Masked",
    Status.UNREADABLE: "Unreadable",
    Status.MISSING: "Not reported",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """A row, what the page calls it, and the figure of the report that it is about; None where no figure stands at its place."""

    row: DigestIndicator
    id: str
    about: Indicator | None
    status: Status

    @property
    def flagged(self) -> bool:
        return self.row.verdict is not Verdict.SUPPORTED


@dataclass(frozen=True, slots=True)
class Figures:
    """The rows of a digest in their order, and the figures of its report that no row is about."""

    rows: Sequence[Standing]
    missing: Sequence[Indicator]
    by_id: Mapping[str, Standing]
    """The rows by the digest's ids."""

    @classmethod
    def of(cls, digest: Digest, inventory: Inventory) -> "Figures":
        stated = Stated(digest, inventory)
        rows = []
        for number, row in enumerate(digest.indicators, start=1):
            cite = stated.cite(row)
            about = inventory.indicator(cite) if cite is not None else None
            # An id of somebody else's making could be that of another part of the page.
            id = row.id if _OWN_ID.fullmatch(row.id) else f"row-{number}"
            rows.append(Standing(row, id, about, _status(row)))
        told = {standing.about.id for standing in rows if standing.about}
        missing = [i for i in inventory.indicators if i.id not in told]
        return cls(rows, missing, {standing.row.id: standing for standing in rows})


def _status(row: DigestIndicator) -> Status:
    if row.verdict is not Verdict.SUPPORTED:
        return Status(row.verdict.value)
    if row.qualifier is Qualifier.MASKED:
        return Status.MASKED
    if row.value is None:
        return Status.UNREADABLE
    return Status.REPAIRED if row.before else Status.SUPPORTED


def figure_id(figure: Indicator) -> str:
    """What the page calls a figure where it stands in the report."""
    return f"n{figure.span.start}"
