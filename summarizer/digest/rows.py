"""The indicator table: every figure of the report once, with the best row that anybody wrote about it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from summarizer.chunks import Chunk
from summarizer.claims import Claim, claims_in
from summarizer.digest.figure import figure_en
from summarizer.digest.model import Candidate, DigestIndicator, Flagged, Origin
from summarizer.lexicon import Term, terms
from summarizer.offline import row_of
from summarizer.prompting import Draft
from summarizer.quantities import Indicator, Inventory, Kind, mentions_en, mentions_zh, number_text
from summarizer.reading import Unit
from summarizer.verify import Finding, Reason, Verdict, check, sentence_for, shares_a_word, unread

__all__ = [
    "REPAIRABLE",
    "CheckedRow",
    "SectionIndex",
    "candidates_of",
    "check_row",
    "check_saved_row",
    "checked_rows",
    "table",
]

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


def check_saved_row(row: DigestIndicator, claim: Claim, inventory: Inventory) -> Finding:
    """The verdict on a row of a saved digest, `claim` being what it states.

    Beyond what `check_row` asks, it must print its figure in the source's unit, and an English name that it calls checked, or the
    offline engine's own, must be that.
    """
    finding = check_row(claim, inventory)
    if claim.cite is None or finding.verdict is not Verdict.SUPPORTED:
        return finding
    about = inventory.indicator(claim.cite)
    if row.period != about.period:
        note = f"the source's figure is for {about.period or 'no year'}, not {row.period or 'no year'}"
        return _refused(finding, about, inventory, Verdict.CONTRADICTED, Reason.PERIOD, figure_en(row), note)
    if row.unit != about.mention.unit:
        note = f"the source counts in {about.mention.unit or 'no unit'}, not in {row.unit or 'no unit'}"
        return _refused(finding, about, inventory, Verdict.CONTRADICTED, Reason.UNIT, figure_en(row), note)
    given = row_of(about).name_en
    if not row.name_en or row.name_en == given:
        return finding
    if row.origin == "offline":
        note = f"by rule it is called “{given}”" if given else "no rule gives it an English name"
    elif row.name_checked and not finding.name_checked:
        note = "the digest says that it was checked"
    else:
        return finding
    return _refused(
        finding, about, inventory, Verdict.UNSUPPORTED, Reason.NAME_NOT_FOUND, f"“{row.name_en}”", note
    )


def _refused(
    finding: Finding,
    about: Indicator,
    inventory: Inventory,
    verdict: Verdict,
    reason: Reason,
    claimed: str,
    note: str,
) -> Finding:
    source = inventory.doc.body.shown(about.quote)
    message = sentence_for(reason, source, claimed=claimed, note=note)
    return replace(finding, verdict=verdict, reason=reason, message=message)


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


def candidates_of(finding: Finding) -> list[Candidate]:
    """The figures that were weighed, as the digest keeps them."""
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
    layout, start = inventory.doc.layout, about.span.start
    repaired = finding.verdict is Verdict.IMPRECISE
    truthful = repaired or finding.verdict is Verdict.SUPPORTED
    name_en, quote = _english(claim, about, inventory), inventory.doc.body.shown(about.quote)
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
        name_en=name_en,
        # The offline engine's names are the termbase's own words. Another must share one with what the digest keeps of the source.
        name_checked=row.origin == "offline"
        or (finding.name_checked and shares_a_word(name_en, about, quote)),
        category=about.category,
        # Keys are given by rule alone: one that a model gives could set anything beside anything.
        key=about.key,
        aspect=about.aspect,
        period=about.period,
        quote=quote,
        quote_start=about.quote.start,
        quote_end=about.quote.end,
        section=section,
        page=layout.number(start) if layout.unit is Unit.PAGE else None,
        recognised=layout.is_recognised(start),
        verdict=Verdict.SUPPORTED if truthful else finding.verdict,
        reason=Reason.EXACT if repaired else finding.reason,
        message=finding.message,
        evidence=[(span.start, span.end) for span in finding.evidence],
        candidates=[] if truthful else candidates_of(finding),
        origin=row.origin,
        repair=_proposal(finding),
        before=row.before or (f"{claim.figure} [{finding.reason.value}]" if repaired else ""),
    )


def _proposal(finding: Finding) -> str:
    """The source's figure that a rule would put in place of the claimed one; "" where no rule can tell."""
    return finding.repair if finding.reason in REPAIRABLE else ""


def _flag(row: CheckedRow, inventory: Inventory, sections: SectionIndex) -> Flagged:
    where = row.about.span.start if row.about else (row.claim.within.start if row.claim.within else 0)
    source = row.finding.repair or (inventory.doc.body.shown(row.about.quote) if row.about else "")
    return Flagged(
        section=sections.at(where),
        text=f"{row.claim.name_en or row.claim.name_zh}: {row.claim.figure}",
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
