"""Chinese text that cites nothing + grounds → findings: by the place of its sentences in the report, else by what each figure counts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.claims import Claim
from summarizer.outline import outline
from summarizer.quantities import Aspect, Indicator, Inventory, Kind, Mention, Qualifier, inventory
from summarizer.reading import Document, Region, RegionKind, ReportMeta, Source, Span
from summarizer.reading.regions import regions_of
from summarizer.verify.change_words import FALL, RISE
from summarizer.verify.chinese_time import is_planned, told_time
from summarizer.verify.claim_check import check
from summarizer.verify.context_numbers import ContextNumbers
from summarizer.verify.finding import NumberFinding, Reason, Verdict
from summarizer.verify.grounds import Grounds
from summarizer.verify.likeness import Likeness
from summarizer.verify.magnitude import Figure, Judgement, judge, same_value
from summarizer.verify.passage import squeezed
from summarizer.verify.sentences import sentence_for
from summarizer.verify.shown import clipped
from summarizer.verify.skeleton import Clause, Sentence, sentences_of

__all__ = ["ChineseCheck", "page_around"]

_NO_VERDICT = frozenset({Kind.ENUMERATOR, Kind.IDIOM, Kind.FURNITURE})
# Of what is not the report, these hold its words too.
_RANKED = frozenset({Kind.ORDINAL, Kind.DURATION})
_READ = frozenset({RegionKind.DUPLICATE, RegionKind.ABSTRACT, RegionKind.GLOSSARY})
_HAN = re.compile(r"[㐀-鿿]")
_LATIN = re.compile(r"[A-Za-z]")
_NEAR = 16
_TURNED_INTO = re.compile(rf"[^，,。；;\d]{{0,8}}(?:{RISE}|{FALL}|扩大|拓展|缩短|降|升|调整)[到至为]")
_BESIDE = 32  # numbers on either side that a wrong one may belong to
_WORDS_AT_LEAST = 4  # a sentence of fewer says too little to be found by


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the source has what a text says around a number: the number there, rise or fall in both, the figures beside it."""

    source: Mention
    turned: bool
    beside: tuple[Mention, ...]
    sentence: bool


def page_around(text: str) -> tuple[Region, ...]:
    """What in a text that is mostly Chinese is none of its own: page numbers, menus, bylines."""
    if len(_HAN.findall(text)) * 2 <= len(_LATIN.findall(text)):
        return ()
    return tuple(region for region in regions_of(text) if region.kind not in _READ)


class ChineseCheck:
    """The numbers of a Chinese text against a report.

    A sentence that stands in the report, whatever its numbers, is judged at that place; so is a clause that holds what a figure
    counts. Any other figure is judged as a claim by what the text says it counts and when.
    """

    def __init__(self, text: str, page: Sequence[Region], grounds: Grounds) -> None:
        self._text, self._grounds = text, grounds
        self._context = ContextNumbers(grounds)
        doc = Document(text, Source("", "", "text/plain", "utf-8"), tuple(page), ReportMeta())
        self._doc = doc
        self._read: Inventory = inventory(doc, outline(doc))
        self._figures = {i.span.start: i for i in self._read.indicators}
        self._likeness = Likeness(grounds)
        self._places = dict(self._placed())

    def findings(self) -> Iterator[NumberFinding]:
        """One finding for each number, in order."""
        for mention in self._read.mentions:
            if mention.kind in _NO_VERDICT:
                yield NumberFinding.of(self._text, mention)
            elif (place := self._places.get(mention.span.start)) is not None:
                yield self._at_place(mention, place)
            elif mention.kind is Kind.INDICATOR:
                yield self._as_claim(mention)
            elif mention.kind is Kind.NAME:
                yield self._name(mention)
            else:
                yield self._of_another(mention) or self._context.finding(self._text, mention, None)

    # -- by place

    def _placed(self) -> Iterator[tuple[int, _Place]]:
        for sentence in sentences_of(self._doc.body, self._read.mentions):
            if not any(clause.slots for clause in sentence.clauses):
                continue
            whole = self._whole(sentence)
            if whole is not None:
                yield from _pairs(sentence.clauses, whole, sentence=True)
                continue
            skeletons = [clause.skeleton for clause in sentence.clauses]
            for at, clause in enumerate(sentence.clauses):
                if clause.slots and len(_HAN.findall(clause.skeleton)) >= _WORDS_AT_LEAST:
                    runs = self._grounds.skeletons.runs(skeletons, at)
                    yield from self._in_runs(sentence, at, runs)

    def _whole(self, sentence: Sentence) -> Sequence[Clause] | None:
        """The sentence of the source that says the same, of several the one whose numbers agree most."""
        if len(_HAN.findall(sentence.skeleton)) < _WORDS_AT_LEAST:
            return None
        return max(
            self._grounds.skeletons.like(sentence),
            key=lambda like: _agreeing(sentence.clauses, like),
            default=None,
        )

    def _in_runs(
        self, sentence: Sentence, at: int, runs: Sequence[tuple[int, Sequence[Clause]]]
    ) -> Iterator[tuple[int, _Place]]:
        """The places of a clause's numbers in clauses of the source that hold what they count.

        A number has none where these differ among themselves and none agrees with it.
        """
        slots = sentence.clauses[at].slots
        found: list[list[_Place]] = [[] for _ in slots]
        quotes = [
            figure.quote if (figure := self._figures.get(slot.span.start)) is not None else slot.span
            for slot in slots
        ]
        for begin, clauses in runs:
            own = sentence.clauses[begin : begin + len(clauses)]
            stretch = Span(own[0].span.start, own[-1].span.end)
            first = sum(len(clause.slots) for clause in own[: at - begin])
            pairs = list(_pairs(own, clauses, sentence=False))[first:]
            for places, quote, (_, there) in zip(found, quotes, pairs, strict=False):
                if stretch.contains(quote):
                    places.append(there)
        for slot, places in zip(slots, found, strict=True):
            agreeing = (place for place in places if not place.turned and _same(slot, place.source))
            place = next(agreeing, None) or (places[0] if len(places) == 1 else None)
            if place is not None:
                yield slot.span.start, place

    def _at_place(self, mention: Mention, place: _Place) -> NumberFinding:
        judged = _judged(mention, place)
        figure = self._figures.get(mention.span.start)
        if judged.verdict is Verdict.SUPPORTED and not place.sentence and figure is not None:
            source = self._source_of(place.source)
            judged = told_time(self._text, figure, source, self._grounds) or judged if source else judged
        words, claimed = self._around(place.source), self._shown(mention)
        owner = next((m for m in place.beside if _same(mention, m)), None)
        if judged.reason in {Reason.VALUE, Reason.SCALE} and owner is not None and not place.turned:
            judged = Judgement(Verdict.CONTRADICTED, Reason.SWAPPED)
            other = f"“{self._around(owner)}”"
            message = sentence_for(judged.reason, words, claimed=claimed, other=other)
        else:
            message = sentence_for(judged.reason, words, claimed=claimed, note=judged.note)
        evidence = (place.source.span,) if owner is None else (place.source.span, owner.span)
        return NumberFinding.of(self._text, mention, judged.verdict, judged.reason, evidence, message)

    def _source_of(self, mention: Mention) -> Indicator | None:
        return next(iter(self._grounds.within([mention.span])), None)

    # -- by words

    def _as_claim(self, mention: Mention) -> NumberFinding:
        if mention.value is None and mention.qualifier is not Qualifier.MASKED:
            message = sentence_for(Reason.NOT_A_FIGURE, self._shown(mention))
            return NumberFinding.of(
                self._text, mention, Verdict.UNSUPPORTED, Reason.NOT_A_FIGURE, (), message
            )
        figure = self._figures[mention.span.start]
        base = _TURNED_INTO.match(self._text, mention.span.end, mention.span.end + _NEAR) is not None
        claim = Claim(
            name_zh="由" + figure.name_zh if base else figure.name_zh,
            value=mention.value,
            value_max=mention.value_max,
            unit=mention.unit,
            qualifier=mention.qualifier,
            aspect=Aspect.PLANNED if is_planned(self._text, figure) else None,
            value_text=self._shown(mention) if mention.unreadable else "",
        )
        found = check(claim, self._grounds.inventory)
        verdict, reason, message = found.verdict, found.reason, found.message
        if verdict.rank <= Verdict.IMPRECISE.rank and found.evidence:
            near = self._grounds.within(found.evidence[:1])
            timed = told_time(self._text, figure, near[0], self._grounds) if near else None
            if timed is not None:
                verdict, reason = timed.verdict, timed.reason
                message = sentence_for(reason, self._around(near[0].mention), note=timed.note)
        return NumberFinding.of(self._text, mention, verdict, reason, found.evidence, message)

    def _name(self, mention: Mention) -> NumberFinding:
        """The finding on a number in a name (一带一路, 五级): the name itself must stand in the source."""
        places = self._grounds.passages.locate(mention.text)
        if not places:
            return self._context.finding(self._text, mention, None)
        message = sentence_for(Reason.EXACT, places[0].of(self._grounds.doc.text))
        return NumberFinding.of(
            self._text, mention, Verdict.SUPPORTED, Reason.EXACT, tuple(places[:3]), message
        )

    def _of_another(self, mention: Mention) -> NumberFinding | None:
        """The finding on a rank or a time whose words the source says of another one: 连续18年 where it is 连续16年."""
        if mention.kind not in _RANKED:
            return None
        own = self._likeness.grams_around(self._text, mention)
        nearest = self._likeness.nearest(mention.kind, own)
        if nearest is None or any(_same(mention, source) for source in nearest):
            return None
        words = self._around(nearest[0])
        message = sentence_for(Reason.VALUE, words, claimed=self._shown(mention))
        return NumberFinding.of(
            self._text, mention, Verdict.CONTRADICTED, Reason.VALUE, (nearest[0].span,), message
        )

    def _around(self, mention: Mention) -> str:
        near = self._source_of(mention)
        span = near.quote if near else self._grounds.sentence(mention.span.start) or mention.span
        return clipped(self._grounds.doc.body.shown(span)) or mention.text

    def _shown(self, mention: Mention) -> str:
        return clipped(mention.text)


def _pairs(own: Sequence[Clause], other: Sequence[Clause], *, sentence: bool) -> Iterator[tuple[int, _Place]]:
    beside = [slot for clause in other for slot in clause.slots]
    reached = 0
    for mine, theirs in zip(own, other, strict=True):
        for at, (slot, source) in enumerate(zip(mine.slots, theirs.slots, strict=True)):
            turned = mine.turn(at) != theirs.turn(at)
            near = tuple(beside[max(reached - _BESIDE, 0) : reached + _BESIDE])
            yield slot.span.start, _Place(source, turned, near, sentence)
            reached += 1


def _agreeing(own: Sequence[Clause], other: Sequence[Clause]) -> int:
    mine = [slot for clause in own for slot in clause.slots]
    theirs = [slot for clause in other for slot in clause.slots]
    return sum(_same(a, b) for a, b in zip(mine, theirs, strict=True))


def _same(stated: Mention, source: Mention) -> bool:
    if stated.kind is not Kind.INDICATOR or source.kind is not Kind.INDICATOR:
        if squeezed(stated.text)[0] == squeezed(source.text)[0]:
            return True
        return (
            stated.value is not None
            and stated.unit == source.unit
            and same_value(stated.value, source.value)
            and same_value(stated.value_max, source.value_max)
        )
    if stated.masked or source.masked:
        return stated.masked and source.masked
    return (
        stated.unit == source.unit
        and stated.qualifier is source.qualifier
        and (stated.value is not None or squeezed(stated.text)[0] == squeezed(source.text)[0])
        and same_value(stated.value, source.value)
        and same_value(stated.value_max, source.value_max)
    )


def _judged(stated: Mention, place: _Place) -> Judgement:
    """The verdict on a number where the source says the same around it."""
    source = place.source
    if place.turned:
        return Judgement(
            Verdict.CONTRADICTED, Reason.VALUE, "the source tells a rise for a fall or the reverse"
        )
    if _same(stated, source):
        return Judgement(Verdict.SUPPORTED, Reason.EXACT)
    if stated.kind is Kind.DATE:
        return Judgement(Verdict.CONTRADICTED, Reason.PERIOD, f"there it is {source.text}")
    if stated.value is None or stated.kind is not Kind.INDICATOR or source.kind is not Kind.INDICATOR:
        return Judgement(Verdict.CONTRADICTED, Reason.VALUE)
    return judge(Figure(stated.value, stated.value_max, stated.unit, stated.qualifier), source)
