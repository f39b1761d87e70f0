"""Claim + inventory → finding: which indicator a claim is about, and whether the source says so."""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from summarizer.claims import WANTED, Claim
from summarizer.quantities import Indicator, Inventory, Number, Qualifier, mentions_zh, number_text
from summarizer.reading import Span
from summarizer.verify.choice import FITS, SHOWN, Choice, Weighed, years_of
from summarizer.verify.finding import Finding, Reason, Verdict
from summarizer.verify.foreign_name import is_foreign
from summarizer.verify.grounds import Candidate, Grounds, grounds_of
from summarizer.verify.magnitude import Figure, Judgement, judge, same_family, same_value, unit_beside
from summarizer.verify.manner import manner_of_name
from summarizer.verify.sentences import sentence_for
from summarizer.verify.shown import clipped

__all__ = ["check"]

_SHARE = re.compile(r"率$|占比|比重|比例")
_HEDGE = 6  # characters that a qualifier may stand before its figure


def check(claim: Claim, inventory: Inventory) -> Finding:
    """The verdict on one claim, with evidence, the indicators weighed and a sentence for the reader.

    A quote must stand in the source; a citation says which indicator is meant, but its name must not fit a neighbour better.
    Which indicator a claim is about is decided by what it counts, whether it holds by exact value, unit and qualifier. The same
    claim about the same inventory has the same finding.
    """
    finding = _Check(claim.plain(wholly=inventory.is_traditional), grounds_of(inventory)).finding()
    if inventory.plain is inventory:
        return finding
    own = tuple(inventory.indicator(candidate.id) for candidate in finding.candidates)
    near = own[0].span.start if own else 0
    words = inventory.doc.written
    message, repair = words(finding.message, near=near), words(finding.repair, near=near)
    return replace(finding, candidates=own, message=message, repair=repair)


class _Check:
    def __init__(self, claim: Claim, grounds: Grounds) -> None:
        self._claim, self._grounds = claim, grounds
        self._choice = Choice(claim, grounds, self._judged)

    def finding(self) -> Finding:
        claim = self._claim
        if claim.value is None and claim.qualifier is not Qualifier.MASKED:
            reason, note = Reason.NOT_A_FIGURE, WANTED if claim.value_text else ""
            return self._nothing(
                reason, sentence_for(reason, clipped(claim.value_text, blanks=True), note=note)
            )
        places: list[Span] = []
        if claim.quote:
            places = self._grounds.passages.locate(claim.quote)
            if not places:
                return self._quote_not_found()
        choice = self._choice
        if claim.cite is not None:
            weighed = choice.cited(claim.cite)
        elif claim.quote:
            weighed = choice.among(self._quoted(places), places)
        else:
            weighed = choice.searched()
        if weighed is None or not weighed.best:
            return self._no_candidate(places)
        return self._weigh(weighed)

    def _quoted(self, places: Sequence[Span]) -> list[Indicator]:
        """The figures of the quote; those of its sentences where it holds none."""
        within = self._grounds.within(places)
        if within or not self._claim.name_zh:
            return within
        return self._grounds.within([s for p in places if (s := self._grounds.sentence(p.start))])

    # -- the verdict

    def _figure(self, indicator: Indicator) -> Figure | None:
        """The figure as claimed, its unit by the name that is to be held against the indicator's."""
        claim = self._claim
        if claim.value is None:
            return None
        unit = unit_beside(claim.unit, indicator.mention.unit)
        upper = None if same_value(claim.value, claim.value_max) else claim.value_max
        value = claim.value
        if claim.unit is None and upper is None and 0 < value < 1 and _SHARE.search(claim.name_zh):
            value = Fraction(value)  # a share of 0.67 is one of 67 %
        return Figure(value, upper, unit, claim.qualifier)

    def _judged(self, indicator: Indicator) -> Judgement:
        figure = self._figure(indicator)
        if figure is None:
            masked = indicator.mention.masked
            return (
                Judgement(Verdict.SUPPORTED, Reason.EXACT)
                if masked
                else Judgement(Verdict.CONTRADICTED, Reason.VALUE, "the source does not mask this figure")
            )
        judged = self._compared(figure, indicator)
        if judged.verdict.rank > Verdict.IMPRECISE.rank:
            return judged
        if self._means_another(indicator):
            return Judgement(Verdict.CONTRADICTED, Reason.SWAPPED)
        if (
            self._claim.period
            and indicator.period
            and years_of(self._claim.period) != years_of(indicator.period)
        ):
            note = f"the source's figure is for {indicator.period}, not {self._claim.period}"
            return Judgement(Verdict.CONTRADICTED, Reason.PERIOD, note)
        if self._claim.aspect is not None and self._claim.aspect is not indicator.aspect:
            note = f"the source tells it as {indicator.aspect}, not as {self._claim.aspect}"
            return Judgement(Verdict.CONTRADICTED, Reason.ASPECT, note)
        return judged

    def _compared(self, figure: Figure, indicator: Indicator) -> Judgement:
        """The verdict on value and unit, where a fall of 5 % is a change of -5 % and no rise of 5 %."""
        meant = manner_of_name(self._claim.name_zh)
        said = self._grounds.manner(indicator).direction
        if not said or not (meant.direction or figure.value < 0):
            return judge(figure, indicator.mention)
        told, source = (way or "up" for way in (meant.direction, said))
        falls = figure.value < 0 or told == "down"
        mention = indicator.mention
        fell = (mention.value is not None and mention.value < 0) != (source == "down")
        if figure.value >= 0 and (mention.value is None or mention.value >= 0):
            judged = judge(figure, mention)
            return judged if falls is fell or not _holds(judged) else _turned(fell=fell)
        plain = replace(figure, value=_unsigned(figure.value))
        bare = mention if mention.value is None else replace(mention, value=_unsigned(mention.value))
        judged = judge(plain, bare)
        return judged if falls is fell or not _holds(judged) else _turned(fell=fell)

    def _means_another(self, indicator: Indicator) -> bool:
        """Whether the claim's name means something else than the figure that has its words: a level where this is a growth."""
        name, source = self._claim.name_zh, self._grounds.manner(indicator)
        if not name or name == indicator.name_zh:
            return False
        meant = manner_of_name(name)
        if self._claim.unit == indicator.mention.unit == "个百分点":
            meant = replace(meant, measure="")
        return meant.speaks_of_another(source)

    def _weigh(self, weighed: Weighed) -> Finding:
        judged = [(c, self._judged(c.indicator)) for c in weighed.best]
        if self._claim.cite is not None and weighed.best[0].indicator.id != self._claim.cite:
            return self._misnamed(weighed, judged[0][1])
        if misnamed := self._misnamed_in_english(weighed, [c.indicator for c, j in judged if _holds(j)]):
            return misnamed
        good = [(c, j) for c, j in judged if j.verdict is Verdict.SUPPORTED]
        if len(good) == len(judged):
            evidence = tuple(span for c, _ in good for span in (c.indicator.span, c.indicator.quote))
            message = sentence_for(good[0][1].reason, self._words(good[0][0].indicator))
            return self._said(good[0][1], weighed, message, evidence=evidence, repair="")
        closest, judgement = min(judged, key=lambda cj: cj[1].verdict.rank)
        if (
            len(judged) > 1
            and judgement.verdict.rank <= Verdict.IMPRECISE.rank
            and self._disagree(weighed.best)
        ):
            return self._ambiguous(weighed)
        return self._refuted(closest.indicator, judgement, weighed)

    @staticmethod
    def _disagree(best: Sequence[Candidate]) -> bool:
        first = best[0].indicator.mention
        return not all(
            same_value(c.indicator.mention.value, first.value)
            and same_value(c.indicator.mention.value_max, first.value_max)
            and c.indicator.mention.qualifier is first.qualifier
            and same_family(c.indicator.mention.unit, first.unit)
            for c in best
        )

    def _refuted(self, indicator: Indicator, judged: Judgement, weighed: Weighed) -> Finding:
        """The finding where the source says otherwise; a value that belongs to another indicator is told to be that one's."""
        reason, owner = judged.reason, None
        if reason is Reason.SWAPPED:
            return self._swapped(indicator, indicator, weighed, reason)
        persons = reason is Reason.UNIT and judged.verdict is Verdict.IMPRECISE
        if not persons and reason in {
            Reason.VALUE,
            Reason.SCALE,
            Reason.ROUNDED,
            Reason.UNIT,
            Reason.PERCENT_ABSOLUTE,
        }:
            owner = self._choice.owner(indicator, weighed.places)
        if owner is not None and not judged.note.endswith("one end"):
            near = self._grounds.sentence(owner.span.start) == self._grounds.sentence(indicator.span.start)
            here = self._grounds.section(owner.span.start) is self._grounds.section(indicator.span.start)
            if near or here or (reason is Reason.VALUE and weighed.places):
                return self._swapped(
                    indicator, owner, weighed, Reason.SWAPPED if near or here else Reason.OTHER_SECTION
                )
            if reason is Reason.VALUE:
                return self._swapped(indicator, owner, weighed, Reason.OTHER_SECTION)
        message = sentence_for(reason, self._words(indicator), note=judged.note, claimed=self._stated())
        return self._said(
            judged,
            weighed,
            message,
            evidence=(indicator.span, indicator.quote),
            repair=self._source_figure(indicator),
        )

    def _swapped(self, indicator: Indicator, owner: Indicator, weighed: Weighed, reason: Reason) -> Finding:
        name, figure = f"“{clipped(owner.name_zh)}”", owner.mention
        # Of two units only the source's belongs to its figure: 2次 does, where the claim says 2 %.
        if same_family(self._claim.unit, figure.unit):
            claimed, other = self._stated(), f"{name} ({figure.text})"
        else:
            claimed, other = clipped(figure.text), name
        message = sentence_for(reason, self._words(indicator), claimed=claimed, other=other)
        return self._said(
            Judgement(Verdict.CONTRADICTED, reason),
            weighed,
            message,
            evidence=(indicator.span, indicator.quote, owner.span),
            repair=self._source_figure(indicator),
        )

    def _misnamed(self, weighed: Weighed, judged: Judgement) -> Finding:
        """The finding where the name fits a neighbour of the cited indicator better."""
        meant, cited = weighed.looked_at[0].indicator, weighed.looked_at[1].indicator
        if judged.verdict is Verdict.SUPPORTED:
            message = sentence_for(judged.reason, self._words(meant))
            return self._said(judged, weighed, message, evidence=(meant.span, meant.quote), repair="")
        figure = self._figure(cited)
        if figure is None or judge(figure, cited.mention).verdict.rank <= Verdict.IMPRECISE.rank:
            return self._swapped(meant, cited, weighed, Reason.SWAPPED)
        return self._refuted(meant, judged, weighed)

    def _misnamed_in_english(self, weighed: Weighed, right: Sequence[Indicator]) -> Finding | None:
        """The finding where the figure is right but its English name is a neighbour's, or of nothing in the sentence."""
        claim = self._claim
        if not claim.name_en or not right or not (claim.name_zh or claim.cite is not None):
            return None
        rivals = [self._grounds.english_rival(claim.name_en, indicator) for indicator in right]
        if not all(rivals):
            if all(self._grounds.is_level_of_change(claim.name_en, i) for i in right):
                return self._not_so_called(right[0], weighed, "the source tells by how much it changed")
            english = self._grounds.english
            if not all(is_foreign(claim.name_en, indicator, english) for indicator in right):
                return None
            return self._not_so_called(right[0], weighed, "")
        meant, rival = right[0], rivals[0]
        assert rival is not None
        message = sentence_for(
            Reason.SWAPPED,
            self._words(meant),
            claimed=self._called(),
            other=f"“{clipped(rival.name_zh)}” ({rival.mention.text})",
        )
        return self._said(
            Judgement(Verdict.CONTRADICTED, Reason.SWAPPED),
            weighed,
            message,
            evidence=(meant.span, meant.quote, rival.span),
            repair="",
        )

    def _not_so_called(self, indicator: Indicator, weighed: Weighed, note: str) -> Finding:
        """The finding where the figure is right and the English name of no figure there."""
        reason = Reason.NAME_NOT_FOUND
        message = sentence_for(reason, self._words(indicator), claimed=self._called(), note=note)
        evidence = (indicator.span, indicator.quote)
        return self._said(
            Judgement(Verdict.UNSUPPORTED, reason), weighed, message, evidence=evidence, repair=""
        )

    def _ambiguous(self, weighed: Weighed) -> Finding:
        figures = ", ".join(dict.fromkeys(c.indicator.mention.text for c in weighed.best))
        reason = Reason.SEVERAL_CANDIDATES
        evidence = tuple(c.indicator.span for c in weighed.best)
        message = sentence_for(reason, figures, claimed=self._claim.name_zh or self._stated())
        return self._said(
            Judgement(Verdict.AMBIGUOUS, reason), weighed, message, evidence=evidence, repair=""
        )

    # -- nothing found

    def _quote_not_found(self) -> Finding:
        nearest = self._grounds.passages.nearest(self._claim.quote)
        words = clipped(nearest.of(self._grounds.doc.text)) if nearest else ""
        message = sentence_for(Reason.QUOTE_NOT_FOUND, words, claimed=clipped(self._claim.quote))
        return self._nothing(Reason.QUOTE_NOT_FOUND, message, evidence=(nearest,) if nearest else ())

    def _no_candidate(self, places: Sequence[Span]) -> Finding:
        """Nothing that was looked at counts what the claim names; where the words do stand is told."""
        claim = self._claim
        name, pool = claim.name_zh or claim.name_en, self._grounds.indicators
        if claim.name_zh or not name:
            ranked = self._grounds.ranked(name, pool) if name else []
        else:
            ranked = self._grounds.ranked_by_english(name, pool)
        elsewhere = ranked[0] if ranked and ranked[0].fit >= FITS else None
        note = ""
        if elsewhere is not None:
            note = f"the nearest is “{clipped(self._grounds.doc.body.shown(elsewhere.indicator.quote))}”"
            if not self._grounds.within(places) and places:
                note = f"the quote holds no figure; {note}"
        message = sentence_for(
            Reason.NUMBER_NOT_FOUND, clipped(name, blanks=True), claimed=self._stated(), note=note
        )
        if not name:
            message = f"Nothing says what {self._stated()} counts, and a number alone is no evidence."
        return Finding(
            Verdict.UNSUPPORTED,
            Reason.NUMBER_NOT_FOUND,
            tuple(places),
            tuple(c.indicator for c in ranked[:SHOWN] if c.fit >= FITS),
            message,
            name_checked=bool(claim.name_zh),
        )

    def _nothing(self, reason: Reason, message: str, evidence: tuple[Span, ...] = ()) -> Finding:
        return Finding(Verdict.UNSUPPORTED, reason, evidence, (), message, name_checked=False)

    # -- words

    def _said(
        self, judged: Judgement, weighed: Weighed, message: str, *, evidence: tuple[Span, ...], repair: str
    ) -> Finding:
        return Finding(
            judged.verdict,
            judged.reason,
            tuple(dict.fromkeys(evidence)),
            tuple(c.indicator for c in weighed.looked_at),
            message,
            repair=repair,
            name_checked=self._name_checked(weighed.looked_at[0].indicator),
        )

    def _name_checked(self, indicator: Indicator) -> bool:
        """Whether what the claim calls the figure could be judged: its Chinese name, and its English one where it has one."""
        claim = self._claim
        return bool(claim.name_zh) and (
            not claim.name_en or self._grounds.english.vouches(claim.name_en, indicator)
        )

    def _words(self, indicator: Indicator) -> str:
        return clipped(self._grounds.doc.body.shown(indicator.quote))

    def _source_figure(self, indicator: Indicator) -> str:
        """The source's own figure with the word before it that qualifies it: 突破9000公里."""
        mention, doc = indicator.mention, self._grounds.doc
        if mention.qualifier not in {Qualifier.EXACT, Qualifier.RANGE, Qualifier.MASKED}:
            sentence = self._grounds.sentence(mention.span.start) or mention.span
            for start in range(mention.span.start, max(sentence.start, mention.span.start - _HEDGE) - 1, -1):
                shown = doc.body.shown(Span(start, mention.span.end))
                if any(m.qualifier is mention.qualifier for m in mentions_zh(shown)):
                    return shown
        return mention.text

    def _called(self) -> str:
        return f"“{clipped(self._claim.name_en, blanks=True)}”"

    def _stated(self) -> str:
        claim = self._claim
        value = claim.value_text or number_text(claim.value) or ""
        if claim.value_max is not None:
            value += f" to {number_text(claim.value_max)}"
        return clipped(value + (f" {claim.unit}" if claim.unit else ""), blanks=True)


def _turned(*, fell: bool) -> Judgement:
    """The verdict on a fall told as a rise, or the reverse."""
    note = f"the source tells a {'fall' if fell else 'rise'}"
    return Judgement(Verdict.CONTRADICTED, Reason.VALUE, note)


def _unsigned(value: Number) -> Number:
    return -value if value < 0 else value


def _holds(judged: Judgement) -> bool:
    return judged.verdict.rank <= Verdict.IMPRECISE.rank
