"""English sentence + inventory → finding: every number of a sentence against the figures it cites."""

from collections.abc import Sequence
from fractions import Fraction

from summarizer.claims import SentenceClaim
from summarizer.quantities import Indicator, Inventory, Kind, Mention, Qualifier
from summarizer.verify.context_numbers import ContextNumbers
from summarizer.verify.derivation import derived
from summarizer.verify.english_fit import Licence
from summarizer.verify.exchange import Option, exchanged
from summarizer.verify.finding import NumberFinding, Reason, SentenceFinding, Verdict
from summarizer.verify.grounds import Grounds, grounds_of
from summarizer.verify.magnitude import Judgement, same_family, same_value
from summarizer.verify.sentences import sentence_for
from summarizer.verify.shown import clipped
from summarizer.verify.unread import unread, unread_finding
from summarizer.verify.wording import Stated, stated_numbers

__all__ = ["check_sentence", "derivation", "untold"]

# How much better the words must fit another cited figure before a right value is called another's.
_BETTER = 0.35


def check_sentence(claim: SentenceClaim, inventory: Inventory) -> SentenceFinding:
    """The verdict on an English sentence: the worst of its numbers'.

    A figure must have the value, qualifier and kind of unit of an indicator that the sentence cites, be the sum or difference of
    two of them, or follow from two figures of one relation of the source of which it cites one; years, ordinals, durations and names must stand in the stretch. A figure that no citation carries is
    unsupported even where the report has such a number elsewhere; the message then says where.
    """
    return _SentenceCheck(claim, grounds_of(inventory)).finding()


def finding_of(numbers: Sequence[NumberFinding]) -> SentenceFinding:
    """A sentence's finding from its numbers': the worst verdict decides, the first of that verdict explains."""
    judged = [n for n in numbers if n.verdict is not None]
    if not judged:
        return SentenceFinding(Verdict.SUPPORTED, Reason.EXACT, "The sentence has no number.", tuple(numbers))
    worst = max(judged, key=lambda n: n.verdict.rank if n.verdict else 0)
    return SentenceFinding(
        worst.verdict or Verdict.SUPPORTED, worst.reason or Reason.EXACT, worst.message, tuple(numbers)
    )


def untold(text: str, cited: Sequence[Indicator]) -> list[Mention]:
    """The numbers of an English sentence that state none of the cited figures, nor a sum or difference of two of them.

    A range, a value and a qualifier must be the figure's own; which of several figures is meant is not asked.
    """
    return [stated.mention for stated in stated_numbers(text) if not _tells(stated, cited)]


def _tells(stated: Stated, cited: Sequence[Indicator]) -> bool:
    if any(stated.judged(indicator).verdict is Verdict.SUPPORTED for indicator in cited):
        return True
    figure = stated.figure
    if figure is None or figure.value_max is not None:
        return False
    value = Fraction(figure.value)
    return any(
        (formula := derivation(a, b, value, figure.unit)) and stated.says_how(formula)
        for n, a in enumerate(cited)
        for b in cited[n + 1 :]
    )


class _SentenceCheck:
    def __init__(self, claim: SentenceClaim, grounds: Grounds) -> None:
        self._text, self._within, self._grounds = claim.sentence.text, claim.within, grounds
        wanted = set(claim.sentence.cites)
        self._cited = [i for i in grounds.indicators if i.id in wanted]
        self._english = grounds.english
        self._context = ContextNumbers(grounds)
        self._work_report = grounds.doc.meta.kind.is_work_report
        self._stated = stated_numbers(self._text)
        self._owner = self._owners()
        self._exchanged = self._swapped_pairs()

    def finding(self) -> SentenceFinding:
        numbers = [self._number(at, stated) for at, stated in enumerate(self._stated)]
        return finding_of([*numbers, *self._unread()])

    def _unread(self) -> list[NumberFinding]:
        """Numbers that the reader does not read; a sentence with one is never borne out."""
        return [
            unread_finding(self._text, start, end)
            for start, end in unread(self._text, self._grounds.doc.text)
        ]

    def _owners(self) -> dict[int, int]:
        """Which cited indicator each number tells: one each, by exact value first, the better fit of words first."""
        pairs = [
            (judged.verdict.rank, -stated.fit(self._english, i), at, i.id)
            for at, stated in enumerate(self._stated)
            for i in self._cited
            if (judged := stated.judged(i)).verdict.rank <= Verdict.IMPRECISE.rank
        ]
        owner: dict[int, int] = {}
        for _, _, at, id in sorted(pairs):
            if at not in owner and id not in owner.values():
                owner[at] = id
        return owner

    def _swapped_pairs(self) -> dict[int, Indicator]:
        """The cited figures that numbers, told of one another's, should be told of by their own words."""
        by_id = {i.id: i for i in self._cited}
        options = {at: [self._option(self._stated[at], i) for i in self._cited] for at in self._owner}
        told = {at: self._option(self._stated[at], by_id[id]) for at, id in self._owner.items()}
        found = exchanged(told, options, self._stated, self._grounds)
        return {at: option.indicator for at, option in found.items()}

    def _option(self, stated: Stated, indicator: Indicator) -> Option:
        fit = stated.fit(self._english, indicator)
        return Option(indicator, stated.judged(indicator), True, fit, 0.0, Licence.UNKNOWN)

    def _number(self, at: int, stated: Stated) -> NumberFinding:
        match stated.mention.kind:
            case Kind.ENUMERATOR | Kind.IDIOM:
                return NumberFinding.of(self._text, stated.mention)
            case Kind.DATE | Kind.ORDINAL | Kind.NAME:
                return self._context.finding(self._text, stated.mention, self._within)
            case Kind.DURATION if at not in self._owner:
                return self._context.finding(self._text, stated.mention, self._within)
            case _:
                return self._figure(at, stated)

    def _figure(self, at: int, stated: Stated) -> NumberFinding:
        owner = next((i for i in self._cited if i.id == self._owner.get(at)), None)
        repeated = owner is None and self._repeated(stated)
        if owner is None and repeated:
            owner = repeated
        if owner is not None:
            judged = stated.judged(owner, self._grounds.saying)
            if meant := self._exchanged.get(at):
                return self._belongs(stated, owner, meant)
            if swapped := self._swapped(stated, owner, repeated=bool(repeated)):
                return swapped
            if self._english.denies(stated.own, owner):
                return self._counts_another_thing(stated, owner)
            if stated.counted and self._licence(stated, owner) is Licence.NOWHERE:
                return self._counts_another_thing(stated, owner)
            saying = self._grounds.saying(owner)
            settled = stated.settled(judged, owner, saying, work_report=self._work_report)
            return self._said(stated, settled, owner)
        if derived := self._derived(stated):
            return derived
        if places := self._context.names(self._text, stated.mention, self._within):
            message = sentence_for(Reason.EXACT, places[0].of(self._grounds.doc.text))
            return NumberFinding.of(
                self._text, stated.mention, Verdict.SUPPORTED, Reason.EXACT, tuple(places[:1]), message
            )
        return self._unowned(stated)

    def _licence(self, stated: Stated, indicator: Indicator) -> Licence:
        return self._english.licence(stated.counted, stated.phrase, indicator)

    def _counts_another_thing(self, stated: Stated, owner: Indicator) -> NumberFinding:
        """The finding where the figure is right and nothing around it in the source is called by the noun counted."""
        note = f"there it counts “{owner.name_zh}” ({owner.mention.text})"
        message = sentence_for(Reason.NUMBER_NOT_FOUND, "", claimed=f"“{stated.mention.text}”", note=note)
        return NumberFinding.of(
            self._text, stated.mention, Verdict.UNSUPPORTED, Reason.NUMBER_NOT_FOUND, (owner.span,), message
        )

    def _repeated(self, stated: Stated) -> Indicator | None:
        """A cited indicator that another number of the sentence tells already, where this one tells it once more."""
        exact = [i for i in self._cited if stated.judged(i).verdict is Verdict.SUPPORTED]
        return max(exact, key=lambda i: stated.fit(self._english, i)) if exact else None

    def _swapped(self, stated: Stated, owner: Indicator, *, repeated: bool) -> NumberFinding | None:
        """The finding where the words fit another cited figure clearly better, or a figure is told twice and another never."""
        untold = [i for i in self._cited if i.id not in self._owner.values()]
        own = stated.fit(self._english, owner)
        here = self._grounds.within([self._grounds.section(owner.span.start).span])
        rivals = (
            untold
            if repeated
            else [i for i in {i.id: i for i in [*self._cited, *here]}.values() if i.id != owner.id]
        )
        rivals = [i for i in rivals if not same_value(i.mention.value, owner.mention.value)]
        rival = max(rivals, key=lambda i: stated.fit(self._english, i), default=None)
        if rival is None or stated.fit(self._english, rival) < own + (0.0 if repeated else _BETTER):
            return None
        return self._belongs(stated, owner, rival)

    def _belongs(self, stated: Stated, owner: Indicator, rival: Indicator) -> NumberFinding:
        """The finding on a number that is the owner's and told of the rival."""
        message = sentence_for(
            Reason.SWAPPED,
            _words(self._grounds, rival),
            claimed=stated.mention.text,
            other=f"“{owner.name_zh}” ({owner.mention.text})",
        )
        evidence = (rival.span, rival.quote, owner.span)
        return NumberFinding.of(
            self._text, stated.mention, Verdict.CONTRADICTED, Reason.SWAPPED, evidence, message
        )

    def _derived(self, stated: Stated) -> NumberFinding | None:
        """The finding where the figure is the sum or difference of two cited ones, or follows by a relation of the source."""
        figure = stated.figure
        if figure is None or figure.value_max is not None or figure.qualifier not in {None, Qualifier.EXACT}:
            return None
        for n, a in enumerate(self._cited):
            for b in self._cited[n + 1 :]:
                formula = derivation(a, b, Fraction(figure.value), figure.unit)
                if formula and stated.says_how(formula):
                    message = sentence_for(Reason.DERIVED, formula)
                    return NumberFinding.of(
                        self._text,
                        stated.mention,
                        Verdict.SUPPORTED,
                        Reason.DERIVED,
                        (a.span, b.span),
                        message,
                    )
        told = [i.id for i in self._cited]
        related = derived(self._grounds.relations, told, figure.value, figure.unit)
        if related and stated.says_how(related.formula):
            spans = tuple(operand.span for operand in related.operands)
            message = sentence_for(Reason.DERIVED, related.formula)
            return NumberFinding.of(
                self._text, stated.mention, Verdict.SUPPORTED, Reason.DERIVED, spans, message
            )
        return None

    def _unowned(self, stated: Stated) -> NumberFinding:
        """The finding on a figure that no citation carries."""
        untold = [i for i in self._cited if i.id not in self._owner.values()]
        masked = next((i for i in untold if i.mention.masked), None)
        if masked is not None:
            judged = Judgement(Verdict.CONTRADICTED, Reason.MASKED_INVENTED)
            return self._said(stated, judged, masked)
        unowned = [
            at
            for at, s in enumerate(self._stated)
            if s.mention.kind is Kind.INDICATOR and at not in self._owner
        ]
        if untold and len(unowned) <= len(untold):
            closest = max(untold, key=lambda i: (-_severity(stated.judged(i)), stated.fit(self._english, i)))
            return self._said(stated, stated.judged(closest), closest)
        return self._nowhere(stated)

    def _nowhere(self, stated: Stated) -> NumberFinding:
        same = [
            i for i in self._grounds.indicators if stated.judged(i).verdict.rank <= Verdict.IMPRECISE.rank
        ]
        here = [i for i in same if self._within.contains(i.span)] or same
        note = (
            f"such a figure stands in “{_words(self._grounds, here[0])}”, which is not cited" if here else ""
        )
        message = sentence_for(Reason.NUMBER_NOT_FOUND, "", claimed=f"“{stated.mention.text}”", note=note)
        return NumberFinding.of(
            self._text, stated.mention, Verdict.UNSUPPORTED, Reason.NUMBER_NOT_FOUND, (), message
        )

    def _said(self, stated: Stated, judged: Judgement, indicator: Indicator) -> NumberFinding:
        claimed = "" if judged.told_wrong else f"“{stated.mention.text}”"
        message = sentence_for(
            judged.reason, _words(self._grounds, indicator), note=judged.note, claimed=claimed
        )
        evidence = (indicator.span, indicator.quote)
        return NumberFinding.of(self._text, stated.mention, judged.verdict, judged.reason, evidence, message)


def derivation(a: Indicator, b: Indicator, value: Fraction, unit: str | None) -> str:
    """The formula by which two figures of one unit make a value, "" where they do not."""
    left, right = a.mention, b.mention
    exact = {left.qualifier, right.qualifier} == {Qualifier.EXACT}
    if not exact or left.value is None or right.value is None or not same_family(left.unit, right.unit):
        return ""
    if (unit in {"%", "个百分点"}) != (left.unit in {"%", "个百分点"}):
        return ""
    x, y = Fraction(left.value), Fraction(right.value)
    if x + y == value:
        return f"{left.text} + {right.text}"
    if abs(x - y) == value:
        big, small = (left, right) if x > y else (right, left)
        return f"{big.text} − {small.text}"
    return ""


def _severity(judged: Judgement) -> int:
    """How far a figure is from the source's: a slip of scale or unit is nearer than another value."""
    return 1 if judged.reason is Reason.VALUE else 0


def _words(grounds: Grounds, indicator: Indicator) -> str:
    return clipped(grounds.doc.body.shown(indicator.quote))
