"""What a reader may choose of a briefing."""

from dataclasses import dataclass
from enum import StrEnum

from summarizer.render.evidence import NoteStyle

__all__ = ["BriefingOptions", "Length"]


class Length(StrEnum):
    """How much of a digest a briefing tells.

    `short`: summary, the main figures, plans, problems, flags and account; `standard`: also the sections and the table of all figures;
    `full`: also every passage that the digest quotes.
    """

    SHORT = "short"
    STANDARD = "standard"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class BriefingOptions:
    """Length, notes, and whether the source's clauses stand beside what rests on them."""

    length: Length = Length.STANDARD
    notes: NoteStyle = NoteStyle.SHORT
    bilingual: bool = False
