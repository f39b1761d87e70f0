"""English text that cites nothing + grounds → findings: which figure of the report each of its numbers tells."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import groupby

from summarizer.quantities import Indicator, Kind, Qualifier
from summarizer.reading import Span
from summarizer.verify.context_numbers import ContextNumbers
from summarizer.verify.derivation import derived
from summarizer.verify.english_fit import Licence
from summarizer.verify.exchange import Option, exchanged
from summarizer.verify.finding import NumberFinding, Reason, Verdict
from summarizer.verify.grounds import Grounds
from summarizer.verify.magnitude import Judgement, family, same_value
from summarizer.verify.prose_check import derivation
from summarizer.verify.sentences import sentence_for
from summarizer.verify.shown import clipped
from summarizer.verify.unread import disguised, unread_finding
from summarizer.verify.wording import Stated, stated_numbers

__all__ = ["EnglishCheck"]

# The words fit a figure at all; clearly better than another, less clearly where more speaks for it; well enough to say what
# the source has instead.
_FITS, _BETTER_NEAR, _BETTER, _SURE = 0.25, 0.15, 0.3, 0.55
_SHORTEST_NAME = 3
_SINGLE = str.maketrans("“”", "‘’")
_OPENS = re.compile(r"\s*\(\s*")
_TOGETHER = 64  # figures of one sentence that are weighed against each other
_ALIKE, _WEAK = 0.12, 0.5


class EnglishCheck:
    """One English text against one report. Figures are found by value, the noun counted and the words around it."""

    def __init__(self, text: str, grounds: Grounds) -> None:
        self._text, self._grounds = text, grounds
        self._context = ContextNumbers(grounds)
        self._work_report = grounds.doc.meta.kind.is_work_report
        self._stated = stated_numbers(text)
        self._options: dict[int, list[Option]] = {}
        self._before: dict[int, list[Option]] = {}

    def findings(self) -> list[NumberFinding]:
        """The verdict on every number, in order."""
        context = {
            at: finding
            for at, stated in enumerate(self._stated)
            if (finding := self._of_context(stated)) is not None
        }
        echoes = self._echoes()
        figures = [at for at in range(len(self._stated)) if at not in context and at not in echoes]
        found = context
        for together in self._by_sentence(figures):
            found |= self._of_sentence(together)
        for at in echoes:
            number = self._stated[at].mention.number
            place = (number.start, number.end, number.of(self._text))
            found[at] = replace(found[at - 1], start=place[0], end=place[1], text=place[2])
        numbers = [found[at] for at in range(len(self._stated))]
        return [*numbers, *self._disguised()]

    def _echoes(self) -> list[int]:
        """The numbers that say the one before once more: `thirteen (13)`."""
        return [
            at
            for at in range(1, len(self._stated))
            if same_value(self._stated[at].mention.value, self._stated[at - 1].mention.value)
            and _OPENS.fullmatch(
                self._text,
                self._stated[at - 1].mention.number.end,
                max(self._stated[at].mention.number.start, self._stated[at - 1].mention.number.end),
            )
            and self._text[self._stated[at].mention.number.end :][:1] == ")"
        ]

    def _by_sentence(self, figures: Sequence[int]) -> Iterator[list[int]]:
        """The figures of each sentence; those of an endless one in groups."""
        for _, group in groupby(figures, key=lambda at: self._stated[at].sentence):
            together = list(group)
            for start in range(0, len(together), _TOGETHER):
                yield together[start : start + _TOGETHER]

    def _of_sentence(self, figures: Sequence[int]) -> dict[int, NumberFinding]:
        self._before = self._options if self._goes_on(figures) else {}
        self._options = {at: self._weighed(self._stated[at]) for at in figures}
        told = {at: option for at in figures if (option := self._told(at)) is not None}
        swapped = self._told_twice(told)
        for at, option in told.items():
            if at not in swapped and (rival := self._rival(at, option, told)) is not None:
                swapped[at] = rival
        swapped |= exchanged(
            {at: option for at, option in told.items() if at not in swapped},
            self._options,
            self._stated,
            self._grounds,
        )
        return {at: self._figure(at, told.get(at), swapped.get(at)) for at in figures}

    def _goes_on(self, figures: Sequence[int]) -> bool:
        """Whether the sentence of the figures goes on with the one before, after a semicolon."""
        if not self._options or not figures:
            return False
        last, first = self._stated[max(self._options)], self._stated[figures[0]]
        between = self._text[last.mention.span.end : first.mention.span.start]
        return first.sentence - last.sentence <= 1 and not re.search(r"[.!?\n]", between)

    def _disguised(self) -> list[NumberFinding]:
        """What looks like a number and is not read as that one is never borne out."""
        starts = [stated.mention.span.start for stated in self._stated]
        found = disguised(self._text, self._grounds.doc.text)
        return [
            unread_finding(self._text, start, end)
            for start, end in found
            if not self._is_read(start, end, starts)
        ]

    def _is_read(self, start: int, end: int, starts: Sequence[int]) -> bool:
        """Whether a number that is read covers the stretch; `starts` are theirs."""
        at = bisect_right(starts, start) - 1
        return at >= 0 and end <= self._stated[at].mention.span.end

    def _of_context(self, stated: Stated) -> NumberFinding | None:
        """The finding on a number that is no figure, None for one that may be."""
        match stated.mention.kind:
            case Kind.ENUMERATOR | Kind.IDIOM | Kind.FURNITURE:
                return NumberFinding.of(self._text, stated.mention)
            case Kind.DATE | Kind.ORDINAL | Kind.NAME:
                return self._context.finding(self._text, stated.mention, None)
            case Kind.DURATION:
                found = self._context.finding(self._text, stated.mention, None)
                return None if found.verdict is Verdict.UNSUPPORTED else found
            case Kind.INDICATOR:
                return None

    def _weighed(self, stated: Stated) -> list[Option]:
        """The figures that the number tells, or could be meant for."""
        english, named = self._grounds.english, stated.phrase | stated.own
        options = []
        for i in self._grounds.indicators:
            judged, comparable = stated.judged(i, self._grounds.saying), _comparable(stated, i)
            if comparable or judged.verdict.rank <= Verdict.IMPRECISE.rank:
                fit, licence = stated.fit(english, i), Licence.UNKNOWN
                if stated.counted:
                    licence = english.licence(stated.counted, stated.phrase, i)
                options.append(Option(i, judged, comparable, fit, english.named(named, i), licence))
        return options

    # -- which figure

    def _told(self, at: int) -> Option | None:
        """The figure that the number tells rightly, by words that nothing else fits clearly better."""
        options = self._options[at]
        own, english = self._stated[at].own, self._grounds.english
        right = [
            option
            for option in options
            if option.holds and self._borne(option, options) and not english.denies(own, option.indicator)
        ]
        exact = [option for option in right if option.judged.reason is not Reason.ROUNDED]
        best = max((option.fit for option in right), default=-1.0)
        top = max((option.fit for option in exact), default=-1.0)
        if exact and best <= top + _BETTER:
            near = [option for option in exact if option.fit >= top - _ALIKE]
            return min(near, key=lambda o: (self._settled(at, o).verdict.rank, -o.fit))
        rounded = [o for o in right if o.judged.reason is Reason.ROUNDED and o.fit >= _FITS]
        return max(rounded, key=lambda o: o.fit, default=None)

    def _settled(self, at: int, option: Option) -> Judgement:
        """The verdict on a right figure once its time is looked at."""
        says = self._grounds.saying(option.indicator)
        return self._stated[at].settled(option.judged, option.indicator, says, work_report=self._work_report)

    def _borne(self, option: Option, options: list[Option]) -> bool:
        """Whether the source may mean what the number counts: the noun stands by the figure, and by no other one better."""
        if option.licence in (Licence.NAME, Licence.UNKNOWN):
            return True
        if option.licence is Licence.NOWHERE:
            return False
        sentence = self._grounds.sentence(option.indicator.span.start)
        return not any(
            other.licence is Licence.NAME
            and other.is_rival
            and (
                option.licence is Licence.SENTENCE
                or self._grounds.sentence(other.indicator.span.start) == sentence
            )
            for other in options
        )

    def _told_twice(self, told: dict[int, Option]) -> dict[int, Option]:
        """The figures that should stand where a number tells what another of its sentence tells already.

        A number with another figure of its value takes that one: `told` changes in place.
        """
        swapped: dict[int, Option] = {}
        for first, second in list(self._same_figure(told)):
            taken = {told[at].indicator.id for at in told}
            again = min((first, second), key=lambda at: told[at].fit)
            free = [
                o
                for o in self._options[again]
                if o.judged.verdict is Verdict.SUPPORTED
                and o.indicator.id not in taken
                and o.fit >= _FITS
                and self._borne(o, self._options[again])
            ]
            if free:
                told[again] = max(free, key=lambda o: o.fit)
                continue
            found = [
                (o.fit - told[at].fit, at, o)
                for at in (first, second)
                for o in self._siblings(at, told[at], taken)
            ]
            if found:
                _, at, sibling = max(found, key=lambda x: x[:2])
                swapped[at] = sibling
        return swapped

    def _same_figure(self, told: dict[int, Option]) -> Iterator[tuple[int, int]]:
        by_place: dict[tuple[int, int], int] = {}
        for at, option in told.items():
            place = (self._stated[at].sentence, option.indicator.id)
            if place in by_place:
                yield by_place[place], at
            by_place[place] = at

    def _siblings(self, at: int, option: Option, taken: set[int]) -> list[Option]:
        """Figures of the same Chinese sentence that no number tells and that this one could be meant for."""
        sentence = self._grounds.sentence(option.indicator.span.start)
        return [
            o
            for o in self._options[at]
            if o.indicator.id not in taken
            and o.is_rival
            and o.fit > 0
            and self._grounds.sentence(o.indicator.span.start) == sentence
        ]

    def _rival(self, at: int, option: Option, told: dict[int, Option]) -> Option | None:
        """The figure of another value that the words fit clearly better.

        Less clearly will do where the sentence tells its neighbours, and any better where its name has every word and that of the
        figure beside it has not. Nothing else is meant where the sentence tells the neighbours of the figure found and not the other's.
        """
        place = self._grounds.sentence
        beside = {
            place(o.indicator.span.start)
            for other, o in told.items()
            if other != at and self._stated[other].sentence == self._stated[at].sentence
        }
        taken = {o.indicator.id for o in told.values()}
        own_place = place(option.indicator.span.start)
        # Words that say little, while the rest of the sentence is told of another place.
        is_stray = option.fit < _WEAK and own_place not in beside

        def is_better(other: Option) -> bool:
            near = place(other.indicator.span.start)
            if is_stray and near in beside and other.indicator.id not in taken:
                return other.fit >= option.fit
            if own_place in beside - {near}:
                return False
            if other.indicator.id in taken:
                return other.fit > option.fit + _BETTER
            if near == own_place and option.named < other.named == 1:
                return other.fit > option.fit
            return other.fit > option.fit + (_BETTER_NEAR if near in beside - {own_place} else _BETTER)

        rivals = [o for o in self._options[at] if o.is_rival and o.licence >= option.licence and is_better(o)]
        return max(rivals, key=lambda o: o.fit, default=None)

    # -- the finding

    def _figure(self, at: int, told: Option | None, rival: Option | None) -> NumberFinding:
        stated, options = self._stated[at], self._options[at]
        if told is not None and rival is None:
            judged = self._settled(at, told)
            return self._said(stated, judged, told.indicator)
        if derived := self._derived(stated):
            return derived
        if places := self._context.names(self._text, stated.mention, None):
            message = sentence_for(Reason.EXACT, places[0].of(self._grounds.doc.text))
            return self._found(stated, Verdict.SUPPORTED, Reason.EXACT, tuple(places[:1]), message)
        if rival is not None:
            return self._swapped(stated, rival.indicator, told.indicator if told else None, rival.judged)
        having = (o for o in options if o.holds and o.judged.reason is not Reason.ROUNDED)
        owner = max(having, key=lambda o: o.fit, default=None)
        denied = max((o for o in options if o.judged.told_wrong), key=lambda o: o.fit, default=None)
        if denied is not None and denied.fit >= _FITS:
            return self._said(stated, denied.judged, denied.indicator)
        wrong = [o for o in options if o.is_rival]
        named = [o for o in wrong if o.licence is Licence.NAME] if stated.counted else []
        here = owner and self._grounds.sentence(owner.indicator.span.start)
        meant = max(
            named or wrong,
            key=lambda o: (
                here is not None and self._grounds.sentence(o.indicator.span.start) == here,
                o.fit,
            ),
            default=None,
        )
        if meant is not None and meant.fit >= _SURE:
            return self._swapped(stated, meant.indicator, owner.indicator if owner else None, meant.judged)
        note = f"there it counts {self._named(owner.indicator)}" if owner else ""
        message = sentence_for(Reason.NUMBER_NOT_FOUND, "", claimed=f"“{stated.mention.text}”", note=note)
        return self._found(stated, Verdict.UNSUPPORTED, Reason.NUMBER_NOT_FOUND, (), message)

    def _derived(self, stated: Stated) -> NumberFinding | None:
        """The finding where it follows from two figures of the source: a sum, or members of one relation."""
        figure = stated.figure
        if figure is None or figure.value_max is not None:
            return None
        told = [
            option.indicator
            for at, options in [*self._before.items(), *self._options.items()]
            if self._stated[at] is not stated
            for option in options
            if option.judged.verdict is Verdict.SUPPORTED and option.fit >= _FITS
        ]
        for a in told:
            sentence = self._grounds.sentence(a.span.start)
            for b in self._grounds.within([sentence]) if sentence else []:
                formula = derivation(a, b, Fraction(figure.value), figure.unit) if a.id != b.id else ""
                if formula and stated.says_how(formula):
                    message = sentence_for(Reason.DERIVED, formula)
                    return self._found(stated, Verdict.SUPPORTED, Reason.DERIVED, (a.span, b.span), message)
        if (
            figure.qualifier in {None, Qualifier.EXACT}
            and (made := derived(self._grounds.relations, [i.id for i in told], figure.value, figure.unit))
            and stated.says_how(made.formula)
        ):
            spans = tuple(operand.span for operand in made.operands)
            message = sentence_for(Reason.DERIVED, made.formula)
            return self._found(stated, Verdict.SUPPORTED, Reason.DERIVED, spans, message)
        return None

    def _swapped(
        self, stated: Stated, meant: Indicator, owner: Indicator | None, judged: Judgement
    ) -> NumberFinding:
        if owner is None or judged.reason is Reason.MASKED_INVENTED:
            return self._said(stated, judged, meant)
        message = sentence_for(
            Reason.SWAPPED,
            self._words(meant),
            claimed=stated.mention.text,
            other=self._named(owner),
        )
        evidence = (meant.span, meant.quote, owner.span)
        return self._found(stated, Verdict.CONTRADICTED, Reason.SWAPPED, evidence, message)

    def _said(self, stated: Stated, judged: Judgement, indicator: Indicator) -> NumberFinding:
        claimed = "" if judged.told_wrong else f"“{stated.mention.text}”"
        message = sentence_for(judged.reason, self._words(indicator), note=judged.note, claimed=claimed)
        evidence = (indicator.span, indicator.quote)
        return self._found(stated, judged.verdict, judged.reason, evidence, message)

    def _named(self, indicator: Indicator) -> str:
        """The name of a figure, or its clause where the name is put together from elsewhere, with the figure."""
        name = indicator.name_zh.translate(_SINGLE)
        known = len(name) >= _SHORTEST_NAME and name in indicator.clause.of(self._grounds.doc.text)
        return f"“{name if known else self._words(indicator)}” ({indicator.mention.text})"

    def _words(self, indicator: Indicator) -> str:
        return clipped(self._grounds.doc.body.shown(indicator.quote)).translate(_SINGLE)

    def _found(
        self,
        stated: Stated,
        verdict: Verdict,
        reason: Reason,
        evidence: tuple[Span, ...],
        message: str,
    ) -> NumberFinding:
        return NumberFinding.of(self._text, stated.mention, verdict, reason, evidence, message)


def _comparable(stated: Stated, indicator: Indicator) -> bool:
    """Whether a number could be meant as this figure: shares with shares, money with money, counts with counts."""
    unit = stated.figure.unit if stated.figure is not None else None
    source = family(indicator.mention.unit)
    if unit in {"%", "个百分点"} or source in {"percent", "points"}:
        return unit is not None and family(unit) == source
    if unit is None:
        return not indicator.mention.unit.endswith("元") or not stated.mention.unit
    return family(unit) == source
