"""The indicator table: every figure of the report once, with the best row that anybody wrote about it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from summarizer.chunks import Chunk
from summarizer.claims import Claim, claims_in
from summarizer.digest.model import Candidate, DigestIndicator, Flagged, Origin
from summarizer.lexicon import Term, terms
from summarizer.offline import row_of
from summarizer.prompting import Draft
from summarizer.quantities import Indicator, Inventory, Kind, Qualifier, mentions_en, mentions_zh, number_text
from summarizer.verify import Finding, Reason, Verdict, check, unread

__all__ = ["REPAIRABLE", "CheckedRow", "SectionIndex", "check_row", "checked_rows", "figure_of", "table"]

_IDEOGRAPH = re.compile(r"[\u3007\u3400-\u9fff]")
# What a rule may put right: the source's figure is proposed beside the one that was written.
REPAIRABLE = frozenset({Reason.SCALE, Reason.UNIT, Reason.PERCENT_ABSOLUTE})


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """A row, its verdict and the figure of the source it is about; None where it is about none.

    `before` is what a row said that this one replaced.
    """

    claim: Claim
    finding: Finding
    about: Indicator | None
    origin: Origin
    before: str = ""

    @property
    def holds(self) -> bool:
        """Whether the source bears it out, if not to the last qualifier."""
        return self.finding.verdict.rank <= Verdict.IMPRECISE.rank


class SectionIndex:
    """Which section of the digest a place in the text belongs to."""

    def __init__(self, starts: Sequence[int]) -> None:
        self._starts = list(starts)

    def at(self, offset: int) -> int:
        """Index of the last section that starts at or before `offset`; 0 before the first."""
        return max(bisect_right(self._starts, offset) - 1, 0)


def check_row(claim: Claim, inventory: Inventory) -> Finding:
    """The verdict on a row; an English name that the offline engine gives the figure it cites is not weighed against others."""
    given = row_of(inventory.indicator(claim.cite)).name_en if claim.cite is not None else ""
    return check(replace(claim, name_en="") if claim.name_en == given else claim, inventory)


def checked_rows(draft: Draft, chunk: Chunk, inventory: Inventory, *, origin: Origin) -> list[CheckedRow]:
    """Every row of `draft` with its verdict."""
    found = []
    about: Indicator | None
    for claim in claims_in(draft, chunk, inventory):
        finding = check_row(claim, inventory)
        # A row may cite one figure and tell its neighbour truly; then it is about the one it tells.
        borne_out = finding.verdict.rank <= Verdict.IMPRECISE.rank
        if finding.candidates and (borne_out or claim.cite is None):
            about = finding.candidates[0]
        else:
            about = inventory.indicator(claim.cite) if claim.cite is not None else None
        found.append(CheckedRow(claim, finding, about, origin))
    return found


def figure_of(claim: Claim) -> str:
    """The figure as its writer has it, for a flag."""
    value = number_text(claim.value) or claim.value_text or "no value"
    top = number_text(claim.value_max)
    qualifier = (
        claim.qualifier.value.replace("_", " ") if claim.qualifier not in (None, Qualifier.EXACT) else ""
    )
    return " ".join(
        part for part in (qualifier, f"{value}-{top}" if top else value, claim.unit or "") if part
    )


def _candidates(finding: Finding) -> list[Candidate]:
    return [
        Candidate(
            start=c.span.start,
            end=c.span.end,
            value=number_text(c.mention.value),
            unit=c.mention.unit,
            qualifier=c.mention.qualifier,
            name_zh=c.name_zh,
        )
        for c in finding.candidates
    ]


def _english(claim: Claim, about: Indicator, inventory: Inventory) -> str:
    """The claim's English name, "" where it holds a number that neither the figure's clause nor the termbase has."""
    name, clause = claim.name_en, inventory.doc.body.shown(about.clause)
    if unread(name, clause):
        return ""
    said = {m.value for m in mentions_en(name) if m.kind is not Kind.IDIOM}
    if not said:
        return name
    known = {m.value for m in mentions_zh(clause)} - {about.mention.value}
    known |= {
        m.value for t in terms().segment(about.name_zh) if isinstance(t, Term) for m in mentions_en(t.en)
    }
    return name if None not in said and said <= known else ""


def _numberless(name_zh: str) -> bool:
    """Whether a claim's Chinese name says something, and no number with it; a name with one stands in the flag alone."""
    read = mentions_zh(name_zh) or mentions_en(name_zh)
    return bool(name_zh) and not read and not unread(_IDEOGRAPH.sub(" ", name_zh), "")


def _indicator(row: CheckedRow, about: Indicator, inventory: Inventory, section: int) -> DigestIndicator:
    """The digest's row about one figure. A supported or imprecise row shows the source's own figure."""
    mention, claim, finding = about.mention, row.claim, row.finding
    repaired = finding.verdict is Verdict.IMPRECISE
    truthful = repaired or finding.verdict is Verdict.SUPPORTED
    return DigestIndicator(
        id=f"i{about.id}",
        start=about.span.start,
        end=about.span.end,
        text=mention.text,
        value=number_text(mention.value if truthful else claim.value),
        value_max=number_text(mention.value_max if truthful else claim.value_max),
        unit=mention.unit if truthful or claim.unit is None else claim.unit,
        qualifier=mention.qualifier if truthful or claim.qualifier is None else claim.qualifier,
        name_zh=about.name_zh if truthful or not _numberless(claim.name_zh) else claim.name_zh,
        name_en=_english(claim, about, inventory),
        # The offline engine's names are the termbase's own words.
        name_checked=row.origin == "offline" or finding.name_checked,
        category=about.category,
        # Keys are given by rule alone: one that a model gives could set anything beside anything.
        key=about.key,
        aspect=about.aspect,
        period=about.period,
        quote=inventory.doc.body.shown(about.quote),
        quote_start=about.quote.start,
        quote_end=about.quote.end,
        section=section,
        verdict=Verdict.SUPPORTED if truthful else finding.verdict,
        reason=Reason.EXACT if repaired else finding.reason,
        message=finding.message,
        evidence=[(span.start, span.end) for span in finding.evidence],
        candidates=[] if truthful else _candidates(finding),
        origin=row.origin,
        repair=_proposal(finding),
        before=row.before or (f"{figure_of(claim)} [{finding.reason.value}]" if repaired else ""),
    )


def _proposal(finding: Finding) -> str:
    """The source's figure that a rule would put in place of the claimed one; "" where no rule can tell."""
    return finding.repair if finding.reason in REPAIRABLE else ""


def _flag(row: CheckedRow, inventory: Inventory, sections: SectionIndex) -> Flagged:
    where = row.about.span.start if row.about else (row.claim.within.start if row.claim.within else 0)
    source = row.finding.repair or (inventory.doc.body.shown(row.about.quote) if row.about else "")
    return Flagged(
        section=sections.at(where),
        text=f"{row.claim.name_en or row.claim.name_zh}: {figure_of(row.claim)}",
        verdict=row.finding.verdict,
        reason=row.finding.reason,
        message=row.finding.message,
        source=source,
        repair=_proposal(row.finding),
    )


def table(
    written: Iterable[CheckedRow], spare: Iterable[CheckedRow], inventory: Inventory, sections: SectionIndex
) -> tuple[list[DigestIndicator], list[Flagged]]:
    """One row for each figure that a row is about, in order of the text, and what was said wrongly.

    Of several rows about one figure the best verdict stands, `written` before `spare`; the spare ones (of the offline engine)
    only fill what nobody wrote about. A row about a masked figure never stands with a value.
    """
    best: dict[int, CheckedRow] = {}
    flagged: list[Flagged] = []
    for row in written:
        if not row.holds:
            flagged.append(_flag(row, inventory, sections))
        if row.about is None:
            continue
        wrong = row.finding.verdict is not Verdict.SUPPORTED
        if wrong and row.about.mention.masked:
            continue
        standing = best.get(row.about.id)
        if standing is None or row.finding.verdict.rank < standing.finding.verdict.rank:
            best[row.about.id] = row
    for row in spare:
        if row.about is None:
            continue
        standing = best.get(row.about.id)
        if standing is not None and row.claim.name_en and not standing.claim.name_en:
            named = replace(standing.claim, name_en=row.claim.name_en)
            best[row.about.id] = replace(standing, claim=named)
        if standing is None:
            best[row.about.id] = row
            if not row.holds:
                flagged.append(_flag(row, inventory, sections))
    rows = []
    for id in sorted(best):
        about = inventory.indicator(id)
        rows.append(_indicator(best[id], about, inventory, sections.at(about.span.start)))
    return rows, flagged
