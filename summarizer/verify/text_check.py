"""Any text + inventory → findings: the numbers of a text that cites nothing, English or Chinese."""

import re
from fractions import Fraction

from summarizer.claims import Claim
from summarizer.quantities import Indicator, Inventory, Kind, Mention, Qualifier, mentions_zh
from summarizer.reading import Span
from summarizer.verify.claim_check import check
from summarizer.verify.context_numbers import ContextNumbers
from summarizer.verify.finding import NumberFinding, Reason, Verdict
from summarizer.verify.grounds import Grounds, grounds_of
from summarizer.verify.languages import by_language
from summarizer.verify.magnitude import Judgement, family
from summarizer.verify.prose_check import derivation
from summarizer.verify.sentences import sentence_for
from summarizer.verify.wording import Stated, stated_numbers

__all__ = ["check_text"]

_CLAUSE_END = re.compile(r"[，,。；;！？!?\n]")
# The words fit a figure at all; clearly better than another; well enough to say what the source has instead.
_FITS, _BETTER, _SURE = 0.25, 0.3, 0.55
_ALIKE = 0.12


def check_text(text: str, inventory: Inventory) -> list[NumberFinding]:
    """The verdict on every number of a text, in order, checked against the whole report.

    An English figure is matched by value and, as far as the termbase knows them, by the words around it; a Chinese one by value,
    unit and the words of its clause. Years, ordinals, durations and names must stand in the source. The numbers of lists and
    headings, and idioms, have no verdict. English and Chinese lines may be mixed; Chinese quoted in an English line is not checked.
    """
    grounds = grounds_of(inventory)
    english, chinese = by_language(text)
    found = [*_TextCheck(english, grounds).findings(), *_check_chinese(chinese, grounds)]
    return sorted(found, key=lambda finding: finding.start)


class _TextCheck:
    def __init__(self, text: str, grounds: Grounds) -> None:
        self._text, self._grounds = text, grounds
        self._context = ContextNumbers(grounds)
        self._work_report = grounds.doc.meta.kind.is_work_report
        self._stated = stated_numbers(text)
        # Which indicator each number was found to tell, and how well its words fit it.
        self._told: dict[int, tuple[Indicator, float]] = {}

    def findings(self) -> list[NumberFinding]:
        found = [self._number(at, stated) for at, stated in enumerate(self._stated)]
        for at in self._told_again():
            indicator, fits = self._told[at]
            rival, better = self._rival(self._stated[at], other_than=indicator)
            if rival is not None and better > fits:
                judged = self._stated[at].judged(rival)
                found[at] = self._contradicted(self._stated[at], rival, judged, indicator)
        return found

    def _told_again(self) -> list[int]:
        """The numbers that tell an indicator which another number of the sentence tells with words that fit it better."""
        best: dict[tuple[int, int], int] = {}
        for at, (indicator, fits) in self._told.items():
            place = (self._stated[at].sentence, indicator.id)
            if place not in best or fits > self._told[best[place]][1]:
                best[place] = at
        return [at for at, (i, _) in self._told.items() if best[self._stated[at].sentence, i.id] != at]

    def _rival(self, stated: Stated, *, other_than: Indicator) -> tuple[Indicator | None, float]:
        """The indicator with another value whose words fit a number best."""
        fits = [
            (stated.fit(self._grounds.english, i), -i.id, i)
            for i in self._grounds.indicators
            if i.id != other_than.id
            and _comparable(stated, i)
            and stated.judged(i).verdict.rank > Verdict.IMPRECISE.rank
        ]
        best = max(fits, default=None)
        return (best[2], best[0]) if best else (None, 0.0)

    def _number(self, at: int, stated: Stated) -> NumberFinding:
        match stated.mention.kind:
            case Kind.ENUMERATOR | Kind.IDIOM | Kind.FURNITURE:
                return self._found(stated, None, None, (), "")
            case Kind.DATE | Kind.ORDINAL | Kind.NAME:
                return self._context.finding(self._text, stated.mention, None)
            case Kind.DURATION:
                found = self._context.finding(self._text, stated.mention, None)
                return found if found.verdict is Verdict.SUPPORTED else self._figure(at, stated)
            case Kind.INDICATOR:
                return self._figure(at, stated)

    def _figure(self, at: int, stated: Stated) -> NumberFinding:
        judged = [
            (i, stated.judged(i), stated.fit(self._grounds.english, i)) for i in self._grounds.indicators
        ]
        same = [(i, j, f) for i, j, f in judged if j.verdict.rank <= Verdict.IMPRECISE.rank]
        rivals = [
            (i, j, f)
            for i, j, f in judged
            if j.verdict.rank > Verdict.IMPRECISE.rank and _comparable(stated, i)
        ]
        best = max((f for _, _, f in same), default=-1.0)
        rival = max(rivals, key=lambda ijf: ijf[2], default=None)
        exact = [x for x in same if x[1].reason is not Reason.ROUNDED]
        top = max((f for _, _, f in exact), default=-1.0)
        if exact and (rival is None or rival[2] <= top + _BETTER) and best <= top + _BETTER:
            near = [x for x in exact if x[2] >= top - _ALIKE]
            indicator, verdict, fits = min(near, key=lambda x: (x[1].verdict.rank, -x[2]))
            self._told[at] = (indicator, fits)
            return self._said(
                stated, stated.settled(verdict, indicator, work_report=self._work_report), indicator
            )
        rounded = [x for x in same if x[1].reason is Reason.ROUNDED and x[2] >= _FITS]
        if rounded:
            indicator, verdict, fits = max(rounded, key=lambda x: x[2])
            if rival is None or rival[2] <= fits + _BETTER:
                return self._said(stated, verdict, indicator)
        if derived := self._derived(stated):
            return derived
        if places := self._context.names(stated.mention, None):
            message = sentence_for(Reason.EXACT, places[0].of(self._grounds.doc.text))
            return self._found(stated, Verdict.SUPPORTED, Reason.EXACT, tuple(places[:1]), message)
        if rival is not None and rival[2] >= _SURE:
            return self._contradicted(stated, rival[0], rival[1], exact[0][0] if exact else None)
        note = "the words around it fit nothing that has this value" if exact else ""
        message = sentence_for(Reason.NUMBER_NOT_FOUND, "", claimed=f"“{stated.mention.text}”", note=note)
        return self._found(stated, Verdict.UNSUPPORTED, Reason.NUMBER_NOT_FOUND, (), message)

    def _derived(self, stated: Stated) -> NumberFinding | None:
        """The finding where it is the sum or difference of two figures that the same sentence tells."""
        figure = stated.figure
        if figure is None or figure.value_max is not None:
            return None
        told = [
            i
            for other in self._stated
            if other is not stated
            and other.sentence == stated.sentence
            and other.mention.kind is Kind.INDICATOR
            for i in self._grounds.indicators
            if other.judged(i).verdict is Verdict.SUPPORTED and other.fit(self._grounds.english, i) >= _FITS
        ]
        for a in told:
            sentence = self._grounds.sentence(a.span.start)
            for b in self._grounds.within([sentence]) if sentence else []:
                formula = derivation(a, b, Fraction(figure.value), figure.unit) if a.id != b.id else ""
                if formula and "+" in formula:
                    message = sentence_for(Reason.DERIVED, formula)
                    return self._found(stated, Verdict.SUPPORTED, Reason.DERIVED, (a.span, b.span), message)
        return None

    def _contradicted(
        self, stated: Stated, meant: Indicator, judged: Judgement, owner: Indicator | None
    ) -> NumberFinding:
        if owner is not None and judged.reason is not Reason.MASKED_INVENTED:
            message = sentence_for(
                Reason.SWAPPED,
                self._words(meant),
                claimed=stated.mention.text,
                other=f"“{owner.name_zh}” ({owner.mention.text})",
            )
            evidence = (meant.span, meant.quote, owner.span)
            return self._found(stated, Verdict.CONTRADICTED, Reason.SWAPPED, evidence, message)
        return self._said(stated, judged, meant)

    def _said(self, stated: Stated, judged: Judgement, indicator: Indicator) -> NumberFinding:
        message = sentence_for(
            judged.reason, self._words(indicator), note=judged.note, claimed=stated.mention.text
        )
        evidence = (indicator.span, indicator.quote)
        return self._found(stated, judged.verdict, judged.reason, evidence, message)

    def _words(self, indicator: Indicator) -> str:
        words = "".join(self._grounds.doc.body.shown(indicator.quote).split())
        return words if len(words) <= 60 else words[:59] + "…"

    def _found(
        self,
        stated: Stated,
        verdict: Verdict | None,
        reason: Reason | None,
        evidence: tuple[Span, ...],
        message: str,
    ) -> NumberFinding:
        return _finding(self._text, stated.mention, verdict, reason, evidence, message)


def _finding(
    text: str,
    mention: Mention,
    verdict: Verdict | None,
    reason: Reason | None,
    evidence: tuple[Span, ...],
    message: str,
) -> NumberFinding:
    number = mention.number
    shown = text[number.start : number.end]
    return NumberFinding(
        number.start, number.end, shown, mention.kind.value, verdict, reason, evidence, message
    )


def _comparable(stated: Stated, indicator: Indicator) -> bool:
    """Whether a number could be meant as this figure: shares with shares, money with money, counts with counts."""
    unit = stated.figure.unit if stated.figure is not None else None
    source = family(indicator.mention.unit)
    if unit in {"%", "个百分点"} or source in {"percent", "points"}:
        return unit is not None and family(unit) == source
    if unit is None:
        return not indicator.mention.unit.endswith("元") or not stated.mention.unit
    return family(unit) == source


def _check_chinese(text: str, grounds: Grounds) -> list[NumberFinding]:
    context = ContextNumbers(grounds)
    findings = []
    mentions = mentions_zh(text)
    for at, mention in enumerate(mentions):
        match mention.kind:
            case Kind.ENUMERATOR | Kind.IDIOM | Kind.FURNITURE:
                findings.append(_finding(text, mention, None, None, (), ""))
            case Kind.DATE | Kind.ORDINAL | Kind.NAME | Kind.DURATION:
                findings.append(context.finding(text, mention, None))
            case Kind.INDICATOR:
                start = mentions[at - 1].span.end if at else 0
                end = mentions[at + 1].span.start if at + 1 < len(mentions) else len(text)
                findings.append(
                    _check_chinese_figure(text, mention, Span(start, max(end, mention.span.end)), grounds)
                )
    return findings


def _check_chinese_figure(text: str, mention: Mention, around: Span, grounds: Grounds) -> NumberFinding:
    before = _CLAUSE_END.split(text[around.start : mention.span.start])[-1]
    after = _CLAUSE_END.split(text[mention.span.end : around.end])[0]
    claim = Claim(
        id="",
        name_zh=before + after,
        value=mention.value,
        value_max=mention.value_max,
        unit=mention.unit,
        qualifier=mention.qualifier,
    )
    if mention.value is None and mention.qualifier is not Qualifier.MASKED:
        message = sentence_for(Reason.NOT_A_FIGURE, mention.text)
        return _finding(text, mention, Verdict.UNSUPPORTED, Reason.NOT_A_FIGURE, (), message)
    found = check(claim, grounds.inventory)
    return _finding(text, mention, found.verdict, found.reason, found.evidence, found.message)
