"""A report prepared for checking claims against it."""

import re
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise
from operator import attrgetter

from summarizer.lexicon import Term, canonical, terms
from summarizer.outline import Section
from summarizer.quantities import Indicator, Inventory, Kind, Mention, mentions_zh
from summarizer.reading import Body, RegionKind, Span, body_of
from summarizer.verify.change_words import FALL, RISE
from summarizer.verify.english_fit import EnglishFit, Surroundings
from summarizer.verify.english_names import EnglishNames
from summarizer.verify.magnitude import family
from summarizer.verify.manner import Manner, manner_of, manner_of_name
from summarizer.verify.names import NameIndex, Naming, naming
from summarizer.verify.passage import Passages
from summarizer.verify.relation import Relation
from summarizer.verify.relations import relations
from summarizer.verify.saying import Saying, said_of
from summarizer.verify.skeleton import Sentence, Skeletons, sentences_of

__all__ = ["Candidate", "Grounds", "grounds_of"]

_KEPT = 8
_NAMES_KEPT = 1000
_RATE = re.compile(r"(?:率|比例|占比|比重|增速|增幅|降幅)$")
_OTHER_MEASURE, _DENIED = 0.7, 0.4
_MARKS = "，,；;："
# Said of several figures at once.
_SHARED = re.compile("分别|均|各")
_BEHIND = 30  # characters behind a figure that may speak of it
# What stands behind a number belongs to it up to here.
_PAUSE = re.compile(r"[，,、；;。：:（(！？\n]")


_NOTES = frozenset({RegionKind.GLOSSARY, RegionKind.ABSTRACT})
_WINDOW = 800  # characters; real sentences are shorter
_NEAR = 24
_FROM = re.compile(r"[由从][^，。；;]{0,12}$")
_TO = re.compile(
    rf"[^，,。；;]{{0,12}}?(?:{RISE}|{FALL}|升|扩大|拓展|降|减|压缩|缩短|调整|整合|转|变)?[到至为]"
)
_LIST_MARKS = frozenset({"、", "和"})
_FOR_YEARS = re.compile(r"连续[\d一二三四五六七八九十]{1,3}年[^，。；]{0,4}$")
_PARAGRAPH = 600  # characters before a figure that tell what it is about


# Nouns that say how a figure is meant, or nothing.
_FORMAL = re.compile(
    r"增[速幅长量]|[降涨升]幅|占比|比重|比例|总[数量额计]|数[量额字]|[目指]标|情况|规模|水平|数目|计划|任务|工作|项目|累计|全[年市省县区]|本[年市省县区]|增加值|率$|[次人件户家]数"
)


@lru_cache(maxsize=1024)
def _nouns(name_zh: str) -> tuple[str, ...]:
    """The words of a name that are things, as the termbase knows them."""
    pieces = terms().segment(canonical(name_zh))
    nouns = (p.zh for p in pieces if isinstance(p, Term) and p.pos == "noun" and len(p.zh) > 1)
    return tuple(noun for noun in nouns if not _FORMAL.search(noun))


def _sentences_of_note(span: Span, text: str) -> list[Sentence]:
    """The sentences of a stretch that is not read as part of the report."""
    inside = body_of(span.of(text), ())
    body = Body(inside.text, tuple(span.start + offset for offset in inside.offsets))
    mentions = mentions_zh(body.text)
    moved = (
        replace(
            m,
            span=body.raw(m.span.start, m.span.end),
            number=body.raw(m.number.start, m.number.end),
        )
        for m in mentions
    )
    return sentences_of(body, moved)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An indicator that a claim may be about, and how well the claim's name fits it, from 0 to 1."""

    indicator: Indicator
    fit: float


class Grounds:
    """The candidates of a report with the words around them, its quotes and its sections, prepared once."""

    def __init__(self, inventory: Inventory) -> None:
        self.inventory = inventory
        self.doc = inventory.doc
        self.passages = Passages(inventory.doc)
        doubles = [r.span for r in self.doc.regions if r.kind is RegionKind.DUPLICATE]
        self.indicators = [
            i
            for i in inventory.indicators
            if i.mention.kind is not Kind.FURNITURE and not any(i.span.overlaps(double) for double in doubles)
        ]
        self._starts = [i.span.start for i in self.indicators]
        self._fits: dict[str, Mapping[int, float]] = {}
        self._sayings: dict[int, Saying] = {}

    @cached_property
    def _index(self) -> NameIndex:
        return NameIndex({i.id: self._naming(at, i) for at, i in enumerate(self.indicators)})

    @cached_property
    def _shares(self) -> frozenset[int]:
        return frozenset(i.id for i in self.indicators if family(i.mention.unit) in {"percent", "points"})

    @cached_property
    def _rates(self) -> frozenset[int]:
        """The shares that are called a rate."""
        return frozenset(i.id for i in self.indicators if i.id in self._shares and _RATE.search(i.name_zh))

    @cached_property
    def _manners(self) -> Mapping[int, Manner]:
        floors = [0, *(i.span.end for i in self.indicators)]
        pairs = zip(self.indicators, floors, strict=False)
        return {i.id: manner_of(i, self.doc.text, floor) for i, floor in pairs}

    def manner(self, indicator: Indicator) -> Manner:
        """What the source says of a figure beside what it counts."""
        return self._manners[indicator.id]

    @cached_property
    def english(self) -> EnglishFit:
        """The English words that termbase and synonyms have for each candidate."""
        return EnglishFit((i, self._surroundings(at, i)) for at, i in enumerate(self.indicators))

    def _surroundings(self, at: int, indicator: Indicator) -> Surroundings:
        text = self.doc.text
        sentence = self._window(indicator)
        clause = indicator.clause
        if sentence.contains(clause):
            # Up to the marks: what is said of the last of a list is said of all.
            start = max(text.rfind(mark, sentence.start, clause.start) for mark in _MARKS) + 1
            ends = [end for mark in _MARKS if (end := text.find(mark, clause.end, sentence.end)) >= 0]
            clause = Span(max(start, sentence.start), min(ends, default=sentence.end))
        before = self.passages.sentence(sentence.start - 1) or sentence
        start = max(before.start, sentence.start - _WINDOW)
        return Surroundings(clause.of(text), text[start : sentence.end], self._near(at, indicator))

    def _near(self, at: int, indicator: Indicator) -> str:
        """The words from the figure or mark before an indicator to the pause behind it, "" where several figures share them."""
        text = self.doc.text
        start, end = indicator.clause.start, indicator.span.end
        start = max(start, *(text.rfind(mark, 0, indicator.span.start) + 1 for mark in _MARKS + "、。\n"))
        if at and start < self.indicators[at - 1].span.end <= indicator.span.start:
            start = self.indicators[at - 1].span.end
        stop = self.indicators[at + 1].span.start if at + 1 < len(self.indicators) else len(text)
        pause = _PAUSE.search(text, end, end + _BEHIND)
        # What stands before the next figure is of that one.
        own = text[start : indicator.span.start] + (
            text[end : pause.start()] if pause and pause.start() <= stop else ""
        )
        return "" if _SHARED.search(own) else own

    def saying(self, indicator: Indicator) -> Saying:
        """What the words around it say of a candidate."""
        found = self._sayings.get(indicator.id)
        if found is None:
            sentence = self.passages.sentence(indicator.span.start) or indicator.clause
            found = self._sayings[indicator.id] = said_of(indicator, self.doc.text, sentence)
        return found

    def _window(self, indicator: Indicator) -> Span:
        """The sentence around an indicator; of one without end what stands near, so that the work grows with the text alone."""
        at = indicator.span
        sentence = self.passages.sentence(at.start) or indicator.clause
        if sentence.end - sentence.start <= _WINDOW:
            return sentence
        start, end = max(sentence.start, at.start - _WINDOW // 2), min(sentence.end, at.end + _WINDOW // 2)
        return Span(start, max(end, at.end))

    @cached_property
    def skeletons(self) -> Skeletons:
        """The sentences of the report and of its notes without their numbers."""
        found = sentences_of(self.doc.body, self.inventory.mentions)
        for region in self.doc.regions:
            if region.kind in _NOTES:
                found += _sentences_of_note(region.span, self.doc.text)
        return Skeletons(found)

    @cached_property
    def relations(self) -> list[Relation]:
        """The relations that the report states between its figures."""
        return relations(self.inventory)

    def _naming(self, at: int, indicator: Indicator) -> Naming:
        sentence = self._window(indicator)
        start, end = sentence.start, max(sentence.end, indicator.span.end)
        if at and self.indicators[at - 1].span.end > start:
            start = min(self.indicators[at - 1].span.end, indicator.span.start)
        if at + 1 < len(self.indicators) and self.indicators[at + 1].span.start < end:
            end = max(self.indicators[at + 1].span.start, indicator.span.end)
        # 起数、死亡人数分别下降8.89%、4.6%: the words before are those of both.
        if "分别" in self.doc.text[start : indicator.span.start]:
            start = indicator.span.start
        if pause := _PAUSE.search(self.doc.text, indicator.span.end, max(end, indicator.span.end)):
            end = pause.start()
        return naming(
            indicator, self.doc, beside=Span(start, max(end, indicator.span.end)), sentence=sentence
        )

    def fits(self, name_zh: str) -> Mapping[int, float]:
        """How well the name fits each indicator, by its id, from 0 to 1; those that it does not fit at all are left out.

        A rate (办结率) is no count of the same thing (已办结), and the other way round.
        """
        found = self._fits.get(name_zh)
        if found is None:
            rate = _RATE.search(name_zh) is not None
            meant, manners = manner_of_name(name_zh), self._manners
            found = {}
            for id, fit in self._index.fits(name_zh).items():
                manner = manners[id]
                if meant.denies(manner):
                    fit *= _DENIED
                elif (id not in self._shares if rate else id in self._rates) or meant.speaks_of_another(
                    manner
                ):
                    fit *= _OTHER_MEASURE
                found[id] = fit
            if len(self._fits) >= _NAMES_KEPT:
                self._fits.clear()
            self._fits[name_zh] = found
        return found

    def fit(self, name_zh: str, indicator: Indicator) -> float:
        """How well the name fits the indicator, from 0 to 1, judged among all indicators of the report."""
        return self.fits(name_zh).get(indicator.id, 0.0)

    def is_base(self, indicator: Indicator) -> bool:
        """Whether it is what something was before it changed: 由86.7%提高到93.3%."""
        return self._bases[indicator.id]

    @cached_property
    def _bases(self) -> Mapping[int, bool]:
        text, floor, begun = self.doc.text, 0, False
        found = {}
        for i in self.indicators:
            at = i.span.start
            # 从771家、481家增加到…: both of them.
            begun = (begun and text[floor:at].strip() in _LIST_MARKS) or (
                _FROM.search(text, max(floor, at - _NEAR), at) is not None
            )
            found[i.id] = begun and _TO.match(text, i.span.end, i.span.end + _NEAR) is not None
            floor = i.span.end
        return found

    def is_record(self, indicator: Indicator) -> bool:
        """Whether it is what something has kept to for years: 连续12年超430亿斤."""
        start = max(indicator.span.start - _NEAR, 0)
        return _FOR_YEARS.search(self.doc.text, start, indicator.mention.number.start) is not None

    def lacks(self, name_zh: str, indicator: Indicator) -> bool:
        """Whether the name speaks of a thing of which nothing around the figure does: 任免法官 where 工作人员 are."""
        nouns = _nouns(name_zh)
        if not nouns:
            return False
        at, path = indicator.span.start, self.inventory.outline.path_to(indicator.span.start)
        sentence = self._window(indicator)
        end = max(sentence.end, indicator.span.end)
        near = canonical(self.doc.body.shown(Span(min(sentence.start, at), end)) + indicator.name_zh)
        start = max(self.doc.text.rfind("\n", 0, at), at - _PARAGRAPH, 0)
        around = near + canonical("".join(s.title for s in path) + self.doc.body.shown(Span(start, end)))
        return not all(
            set(noun) <= set(near) or any(a + b in around for a, b in pairwise(noun)) for noun in nouns
        )

    def within(self, spans: Sequence[Span]) -> list[Indicator]:
        """The candidates whose number starts inside one of the spans, in order of the text."""
        found = {
            i.id: i
            for span in spans
            for i in self.indicators[
                bisect_right(self._starts, span.start - 1) : bisect_right(self._starts, span.end - 1)
            ]
        }
        return [found[id] for id in sorted(found)]

    def ranked(self, name_zh: str, indicators: Sequence[Indicator]) -> list[Candidate]:
        """The indicators, given in order of the text, with their fit, best first; of equals the one that comes first."""
        fits = self.fits(name_zh)
        candidates = [Candidate(i, fits.get(i.id, 0.0)) for i in indicators]
        return sorted(candidates, key=attrgetter("fit"), reverse=True)

    def ranked_by_english(self, name_en: str, indicators: Sequence[Indicator]) -> list[Candidate]:
        """The same for an English name, through termbase, synonyms and taxonomy."""
        candidates = [Candidate(i, self._english_names.fit(name_en, i)) for i in indicators]
        return sorted(candidates, key=lambda c: (-c.fit, c.indicator.span.start))

    def english_rival(self, name_en: str, indicator: Indicator) -> Indicator | None:
        """The neighbour whose English an indicator's English name clearly is, None where it is the indicator's own."""
        sentence = self.sentence(indicator.span.start)
        beside = self.within([sentence]) if sentence else []
        around = self.within([self.section(indicator.span.start).span])
        return self._english_names.rival(name_en, indicator, beside, around)

    def is_level_of_change(self, name_en: str, indicator: Indicator) -> bool:
        """Whether an English name is that of a level, and the indicator a change of it in percent or points."""
        return self._english_names.is_level_of_change(name_en, indicator)

    @cached_property
    def _english_names(self) -> EnglishNames:
        return EnglishNames(self.english)

    def section(self, offset: int) -> Section:
        """The innermost section that holds `offset`."""
        return self.inventory.outline.path_to(offset)[-1]

    def sentence(self, offset: int) -> Span | None:
        return self.passages.sentence(offset)

    def mentions(self, *, within: Span | None = None) -> list[Mention]:
        """The mentions that are no furniture, all of them or those in a stretch."""
        return [
            m
            for m in self.inventory.mentions
            if m.kind is not Kind.FURNITURE and (within is None or within.start <= m.span.start < within.end)
        ]


# By identity, with the inventory kept alive beside it: an inventory has a mapping inside and cannot be hashed.
_PREPARED: OrderedDict[int, Grounds] = OrderedDict()


def grounds_of(inventory: Inventory) -> Grounds:
    """The inventory prepared for checking; preparing the same one again costs nothing. It is the plain one: all checks read that."""
    inventory = inventory.plain
    found = _PREPARED.get(id(inventory))
    if found is None or found.inventory is not inventory:
        found = Grounds(inventory)
        _PREPARED[id(inventory)] = found
        while len(_PREPARED) > _KEPT:
            _PREPARED.popitem(last=False)
    return found
