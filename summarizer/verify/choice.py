"""Claim + grounds → the figures it may be about: by its words, then by what else it says, never by the number."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from operator import attrgetter

from summarizer.claims import Claim
from summarizer.quantities import Aspect, Indicator
from summarizer.reading import Span
from summarizer.verify.finding import Verdict
from summarizer.verify.grounds import Candidate, Grounds
from summarizer.verify.magnitude import Judgement, same_family, same_value, unit_beside

__all__ = ["FITS", "SHOWN", "Choice", "Weighed", "years_in", "years_of"]

# A name fits at all, fits as well as another, fits clearly better than another.
FITS, _TIE, _BETTER = 0.3, 0.03, 0.15
SHOWN = 5
_OWN_WORDS = 0.75  # the words of the source, but for a verb
_OTHER_TIME = 0.12
_MOST_TIED = 48  # a list of the same over and over; real figures tie with two or three
_PLANNED = re.compile(r"目标|预期|计划(?=[数值量]?$)|力争")
_YEAR = re.compile(r"\d{4}")
_BEFORE = re.compile(r"^(?:由|从)|原[来有先]?|此前")


@dataclass(frozen=True, slots=True)
class Weighed:
    """The candidates that fit the claim equally well, best first, and all that were looked at."""

    best: tuple[Candidate, ...]
    looked_at: tuple[Candidate, ...]
    places: tuple[Span, ...]


class Choice:
    """The figures of a report that one claim may be about; `judged` says how it stands to one of them."""

    def __init__(self, claim: Claim, grounds: Grounds, judged: Callable[[Indicator], Judgement]) -> None:
        self._claim, self._grounds, self._judged = claim, grounds, judged

    def cited(self, cite: int) -> Weighed | None:
        """The cited indicator, unless the name fits one nearby clearly better, or is one far off and none of its own; then that one."""
        cited = next((i for i in self._grounds.indicators if i.id == cite), None)
        if cited is None:
            return None
        if not self._claim.name_zh:
            alone = Candidate(cited, 1.0)
            return Weighed((alone,), (alone,), ())
        named = self._claim.name_zh == cited.name_zh
        own = Candidate(cited, 1.0 if named else self._grounds.fit(self._claim.name_zh, cited))
        if own.fit + _BETTER >= 1 and self._judged(cited).verdict is Verdict.SUPPORTED:
            return Weighed((own,), (own,), ())  # no neighbour can fit clearly better
        near = [i for i in self._grounds.within([self._near(cited)]) if i.id != cite]
        ranked = self._grounds.ranked(self._claim.name_zh, near)
        if ranked and ranked[0].fit > own.fit + _BETTER:
            return Weighed((ranked[0],), (ranked[0], own, *ranked[1:SHOWN]), ())
        if own.fit < _OWN_WORDS / 2 and (other := self._elsewhere()):
            return Weighed((other,), (other, own, *ranked[: SHOWN - 1]), ())
        return Weighed((own,), (own, *ranked[:SHOWN]), ())

    def _elsewhere(self) -> Candidate | None:
        """The figure, anywhere in the report, whose own words the name is; a paraphrase may be like many far off."""
        ranked = self._grounds.ranked(self._claim.name_zh, self._grounds.indicators)
        return ranked[0] if ranked and ranked[0].fit >= _OWN_WORDS else None

    def _near(self, indicator: Indicator) -> Span:
        return self._claim.within or self._grounds.section(indicator.span.start).span

    def searched(self) -> Weighed | None:
        within = self._claim.within
        found = self.among(self._grounds.within([within]), []) if within else None
        if found and found.best:
            return found
        return self.among(self._grounds.indicators, [])

    def among(self, indicators: Sequence[Indicator], places: Sequence[Span]) -> Weighed | None:
        """The candidates that fit the claim's name best; all that fit about equally are kept."""
        if not indicators:
            return None
        claim = self._claim
        if claim.name_zh:
            ranked = self._grounds.ranked(claim.name_zh, indicators)
        elif claim.name_en:
            ranked = self._grounds.ranked_by_english(claim.name_en, indicators)
        else:
            alone = tuple(Candidate(i, 1.0) for i in indicators)
            return Weighed(alone if places else (), alone, tuple(places))
        if claim.name_zh:
            ranked = self._in_time_first(ranked)
        top = ranked[0].fit
        best = [c for c in ranked if c.fit >= max(top - _TIE, FITS)][:_MOST_TIED]
        best = [c for c in best if not self._grounds.lacks(claim.name_zh, c.indicator)]
        return Weighed(tuple(self._narrowed(best)), tuple(ranked[:SHOWN]), tuple(places))

    def owner(self, indicator: Indicator, places: Sequence[Span]) -> Indicator | None:
        """The indicator whose figure the claimed one really is: in the same quote or sentence, then section, then report."""
        claim, here = self._claim, indicator.span.start
        section = self._grounds.section(here).span
        sentence = self._grounds.sentence(here)
        # Close by, the value alone shows whose it is; farther off, values coincide too easily.
        pools = [
            (list(places), True),
            ([sentence] if sentence else [], True),
            ([section], False),
            (None, False),
        ]
        for spans, close in pools:
            for other in self._grounds.indicators if spans is None else self._grounds.within(spans):
                mention = other.mention
                if (
                    other.id != indicator.id
                    and claim.value is not None
                    and same_value(mention.value, claim.value)
                    and same_value(mention.value_max, claim.value_max)
                    and (
                        same_family(unit_beside(claim.unit, mention.unit), mention.unit)
                        or (close and len(places) < 2)
                    )
                ):
                    return other
        return None

    def _in_time_first(self, ranked: list[Candidate]) -> list[Candidate]:
        """The candidates again, of those that fit about as well as the best those first that are of the claim's time."""
        near = sum(1 for c in takewhile(lambda c: c.fit >= ranked[0].fit - 2 * _OTHER_TIME, ranked))
        best = sorted((self._in_time(c) for c in ranked[:near]), key=attrgetter("fit"), reverse=True)
        return [*best, *ranked[near:]]

    def _in_time(self, candidate: Candidate) -> Candidate:
        """The candidate, a little less fit where the claim speaks of other years or of a plan for a result."""
        claim, indicator = self._claim, candidate.indicator
        cost = 0.0
        if claim.period and indicator.period and years_of(claim.period) != years_of(indicator.period):
            cost += _OTHER_TIME
        if indicator.aspect is not self._aspect():
            cost += _OTHER_TIME
        return replace(candidate, fit=candidate.fit - cost) if cost else candidate

    def _aspect(self) -> Aspect:
        """What nothing marks as a plan is told as done."""
        claim = self._claim
        return claim.aspect or (Aspect.PLANNED if _PLANNED.search(claim.name_zh) else Aspect.REPORTED)

    def _narrowed(self, tied: list[Candidate]) -> list[Candidate]:
        """Of candidates that fit equally, those that agree with what else the claim says: unit, period, aspect.

        What something was before it changed, or what it has kept above for years, is not what it is unless the claim says so.
        """
        claim = self._claim
        if len(tied) < 2:
            return tied
        before = _BEFORE.search(claim.name_zh) is not None
        for agrees in (
            lambda i: claim.unit is None or claim.unit == i.mention.unit,
            lambda i: same_family(unit_beside(claim.unit, i.mention.unit), i.mention.unit),
            lambda i: not claim.period or bool(i.period and years_of(claim.period) == years_of(i.period)),
            lambda i: not claim.period or not i.period or years_of(claim.period) == years_of(i.period),
            lambda i: i.aspect is self._aspect(),
        ):
            narrower = [c for c in tied if agrees(c.indicator)]
            tied = narrower or tied
        now = [
            c
            for c in tied
            if self._grounds.is_base(c.indicator) is before and not self._grounds.is_record(c.indicator)
        ]
        # Where the claim tells just what was before, it may mean that: the two disagree, and nothing says which.
        told = {self._judged(c.indicator).verdict for c in tied if c not in now}
        if Verdict.SUPPORTED in told and not any(
            self._judged(c.indicator).verdict is Verdict.SUPPORTED for c in now
        ):
            return tied
        return now or tied


def years_of(period: str) -> tuple[str, ...]:
    """The first and last year of a period, one year for both."""
    parts = [part.strip() for part in period.replace("—", "-").replace("–", "-").split("-")]
    return (parts[0], parts[-1])


def years_in(period: str) -> frozenset[int]:
    """All years of a period: 2018 to 2022 of `2018-2022`; none of a text without a year."""
    ends = [int(year) for year in _YEAR.findall(period)]
    return frozenset(range(min(ends), max(ends) + 1)) if ends else frozenset()
