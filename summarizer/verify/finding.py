"""Verdicts: what the source says about a claim."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from summarizer.quantities import Indicator, Mention
from summarizer.reading import Span

__all__ = ["Finding", "NumberFinding", "Reason", "SentenceFinding", "Verdict"]


class Verdict(StrEnum):
    """In the order of `--fail-on`, the mildest first."""

    SUPPORTED = "supported"
    IMPRECISE = "imprecise"
    AMBIGUOUS = "ambiguous"
    UNSUPPORTED = "unsupported"
    CONTRADICTED = "contradicted"

    @property
    def rank(self) -> int:
        return _RANKS[self]


_RANKS = {verdict: rank for rank, verdict in enumerate(Verdict)}


class Reason(StrEnum):
    EXACT = "EXACT"
    CONVERTED = "CONVERTED"
    DERIVED = "DERIVED"
    QUALIFIER_DROPPED = "QUALIFIER_DROPPED"
    QUALIFIER_ADDED = "QUALIFIER_ADDED"
    ROUNDED = "ROUNDED"
    SEVERAL_CANDIDATES = "SEVERAL_CANDIDATES"
    NUMBER_NOT_FOUND = "NUMBER_NOT_FOUND"
    QUOTE_NOT_FOUND = "QUOTE_NOT_FOUND"
    NAME_NOT_FOUND = "NAME_NOT_FOUND"
    VALUE = "VALUE"
    SCALE = "SCALE"
    UNIT = "UNIT"
    PERCENT_ABSOLUTE = "PERCENT_ABSOLUTE"
    SWAPPED = "SWAPPED"
    OTHER_SECTION = "OTHER_SECTION"
    PERIOD = "PERIOD"
    ASPECT = "ASPECT"
    MASKED_INVENTED = "MASKED_INVENTED"
    NOT_A_FIGURE = "NOT_A_FIGURE"


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdict on one claim: `evidence` are the stretches that decide, `candidates` the indicators weighed, best first.

    `repair` is the source's own figure where the claim has it wrong (the source's characters), else "". `message` is one plain
    English sentence. `name_checked` is False where the English name could not be judged.
    """

    verdict: Verdict
    reason: Reason
    evidence: tuple[Span, ...]
    candidates: tuple[Indicator, ...]
    message: str
    repair: str = ""
    name_checked: bool = True


@dataclass(frozen=True, slots=True)
class NumberFinding:
    """The verdict on one number in a text; `verdict` None for list and heading numbers. `start`, `end` index that text."""

    start: int
    end: int
    text: str
    kind: str
    verdict: Verdict | None
    reason: Reason | None
    evidence: tuple[Span, ...]
    message: str

    @classmethod
    def of(
        cls,
        text: str,
        mention: Mention,
        verdict: Verdict | None = None,
        reason: Reason | None = None,
        evidence: tuple[Span, ...] = (),
        message: str = "",
    ) -> Self:
        """The finding on a number of `text`: its place is that of the bare number."""
        start, end = mention.number.start, mention.number.end
        return cls(start, end, text[start:end], mention.kind.value, verdict, reason, evidence, message)


@dataclass(frozen=True, slots=True)
class SentenceFinding:
    """The verdict on a sentence: the worst of its numbers', `supported` where it has none."""

    verdict: Verdict
    reason: Reason
    message: str
    numbers: tuple[NumberFinding, ...]
