"""The numbers of an English text with the words around them."""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from summarizer.lexicon import units
from summarizer.quantities import Aspect, Indicator, Kind, Mention, Qualifier
from summarizer.quantities.en.recogniser import mentions_en
from summarizer.quantities.en.words import lemma
from summarizer.verify.choice import years_in
from summarizer.verify.english_clause import (
    Direction,
    begins,
    clause_around,
    is_done,
    is_planned,
    is_rate,
    is_target,
    multiple_of,
    negates,
    says_difference,
    says_sum,
    told_direction,
    told_measure,
)
from summarizer.verify.english_fit import EnglishFit, content_words, stem
from summarizer.verify.finding import Reason, Verdict
from summarizer.verify.magnitude import Figure, Judgement, family, judge
from summarizer.verify.saying import Measure, Saying

__all__ = ["Stated", "stated_numbers"]

_CURRENCIES = frozenset({"元", "美元", "港元", "欧元", "日元", "英镑"})
_SHARES = frozenset({"%", "个百分点"})
_SENTENCE_END = re.compile(r"[.!?;](?=\s|$)|\n")
_CUT = re.compile(r"[,;:()]|\band\b|\bwhile\b|\bof which\b", re.IGNORECASE)
# Between the numbers of a row, and between the things that they are told of.
_ROW = re.compile(r"\s*(?:,|and|,\s*and)\s*")
_AND = re.compile(r",\s*and\b|,|;|\band\b")
_OF_YEAR = re.compile(r"[^,.;:()0-9]{0,20}\b(?:in|for|of) ((?:19|20)\d\d)\b")
# Where what stands behind a number begins to speak of another.
_ON = re.compile(r"\b(?:as|with|whereas|but|against|than|though|although)\b", re.IGNORECASE)
_IN_YEAR = re.compile(r"\b(?:in|during|throughout) ((?:19|20)\d\d)\b(?!\s*(?:[-–—]|to\b))", re.IGNORECASE)
_PERCENT = re.compile(r"%|\bpercent", re.IGNORECASE)
# How often, and no thing: revised in 49 cases.
_CASES, _IN = frozenset(map(stem, ("case", "instance", "occasion"))), re.compile(r"\bin\s*$", re.IGNORECASE)
_TIMES = frozenset({"day", "week", "month", "hour"})
_WORD = re.compile(r"[A-Za-z]+")
# What a number may count without saying so.
_NO_NOUNS = frozenset({"one", "other", "more", "total"})
_YEAR = re.compile(r"\d{4}")
# How far behind a number the noun may stand that it counts, in characters; how many mentions away its neighbours.
_FAR = 60
_NEAR = 9
_LONGEST = 4_000  # characters of a sentence; what has no end would be weighed whole for each of its numbers
_PHRASE, _BESIDE, _IN_SENTENCE = 0.5, 0.3, 0.2


@dataclass(frozen=True, slots=True)
class Stated:
    """A number as an English text states it: `counted` is the stem of the noun it counts, "" where that is unsure or a measure.

    `phrase` is that noun with its modifiers, `own` are the words that speak of no other number, `beside` those of its clause, or
    those of its sentence, `around`, where the clause has none.

    `sentence` numbers the sentences of the text. `years` are those that the sentence says it is about (`in 2022`, `during 2022`);
    `planned` where its clause speaks of the future, `done` where it speaks of the past alone; `direction` is the rise or fall told.
    `sums` and `differs` tell that the words speak of a sum, or of a difference or what is left. `measure` says whether the number is
    the change itself (`rose by`) or what was reached, `begins` that a change began there, `is_rate` that it is told per time or head,
    `times` of a multiple (`doubled`) how many times it is. `figure` is what it states, where a noun that is counted is no unit; None
    where it has no value. `year` is the one right behind it (`4 billion yuan in 1980`).
    """

    mention: Mention
    counted: str
    phrase: frozenset[str]
    beside: frozenset[str]
    around: frozenset[str]
    sentence: int
    own: frozenset[str]
    years: frozenset[int] = frozenset()
    planned: bool = False
    done: bool = False
    direction: Direction = ""
    sums: bool = False
    differs: bool = False
    measure: Measure = ""
    begins: bool = False
    is_rate: bool = False
    times: int | None = None
    figure: Figure | None = None
    year: int | None = None

    def says_how(self, formula: str) -> bool:
        """Whether its words say that it is derived as the formula has it: `in all` for a sum, `more` for a difference."""
        return self.sums if "+" in formula else self.differs if "−" in formula else True

    def fit(self, english: EnglishFit, indicator: Indicator) -> float:
        """How well the words around it fit an indicator, from 0 to 1."""
        beside, around = english.fit(self.beside, indicator), english.fit(self.around, indicator)
        phrase = english.fit(self.phrase, indicator) if self.phrase else beside
        return _PHRASE * phrase + _BESIDE * beside + _IN_SENTENCE * around

    def settled(
        self, judged: Judgement, indicator: Indicator, saying: Saying, *, work_report: bool
    ) -> Judgement:
        """The verdict on a right figure once its time is looked at: what is done is not told as planned, nor a year for another.

        Only a work report tells by its sections what is done; elsewhere a Chinese sentence without a mark may be either.
        """
        if judged.verdict.rank > Verdict.IMPRECISE.rank:
            return judged
        looks_back = saying.is_forecast or (saying.year is not None and saying.year in self.years)
        if work_report and self.planned and indicator.aspect is Aspect.REPORTED and not looks_back:
            return _wrong(Reason.ASPECT, "the source tells it as done, not as planned")
        if work_report and self.done and indicator.aspect is Aspect.PLANNED and not saying.is_retold:
            return _wrong(Reason.ASPECT, "the source tells it as planned, not as done")
        period = indicator.period if saying.year is None else str(saying.year)
        known = years_in(period)
        years = {self.year} if self.year is not None and saying.year is not None else self.years
        if years and known and not years & known:
            return _wrong(Reason.PERIOD, f"the source's figure is for {period}")
        return judged

    def judged(self, indicator: Indicator, says: Callable[[Indicator], Saying] | None = None) -> Judgement:
        """The verdict on it if it is about this indicator; `says` gives what the source's words say of one."""
        figure, source = self.figure, indicator.mention
        if figure is None:
            return Judgement(Verdict.UNSUPPORTED, Reason.NUMBER_NOT_FOUND, "the number cannot be read")
        if self.times is not None:
            return self._multiple(figure, indicator)
        judged = judge(figure, source)
        if judged.verdict.rank > Verdict.IMPRECISE.rank:
            return judged
        if says is not None and judged.reason is Reason.QUALIFIER_ADDED and self._is_shared(says(indicator)):
            judged = Judgement(Verdict.SUPPORTED, Reason.EXACT)
        if says is not None and (note := self._denied(indicator, says(indicator))):
            return _wrong(Reason.VALUE, note)
        if figure.unit is not None:
            return judged
        if family(source.unit) in {"percent", "points"} and not isinstance(figure.value, Fraction):
            note = f"the source's unit is {source.unit}"
            return Judgement(Verdict.CONTRADICTED, Reason.PERCENT_ABSOLUTE, note)
        if source.unit in _CURRENCIES and self.mention.unit and self.mention.unit != "time":
            return Judgement(Verdict.CONTRADICTED, Reason.UNIT, f"the source counts {source.unit}")
        return judged

    def _multiple(self, figure: Figure, indicator: Indicator) -> Judgement:
        """The verdict on a multiple: `doubled` is 2倍, and a growth of 1倍."""
        source = indicator.mention
        right = (figure.value,) if not self.times else (self.times, self.times - 1)
        if source.unit in {"倍", "番"} and source.value in right:
            return Judgement(Verdict.SUPPORTED, Reason.EXACT)
        return Judgement(Verdict.CONTRADICTED, Reason.VALUE, "the source tells no such multiple")

    def _is_shared(self, saying: Saying) -> bool:
        """Whether its qualifier is that of the row in which the source has the figure."""
        alike = {Qualifier.OVER, Qualifier.AT_LEAST}
        told = self.mention.qualifier
        return saying.hedge is not None and (told is saying.hedge or {told, saying.hedge} <= alike)

    def _denied(self, indicator: Indicator, saying: Saying) -> str:
        """What the source says of the figure otherwise than the words beside the number, "" for nothing."""
        if self.direction and saying.direction and saying.direction != self.direction:
            up, down = ("a rise", "a fall") if saying.direction == "up" else ("a fall", "a rise")
            return f"it tells {up}, not {down}"
        counts = (
            family(indicator.mention.unit) not in {"percent", "points"} and indicator.mention.unit != "倍"
        )
        if counts and self.measure and {self.measure, saying.measure} == {"change", "level"}:
            change = "by how much it changed, not what it came to"
            level = "what it came to, not by how much it changed"
            return f"it tells {change if saying.measure == 'change' else level}"
        if self.is_rate and counts and not saying.is_rate:
            return "it tells how many in all, not how many at a time"
        return ""


def _figure_of(mention: Mention, phrase: frozenset[str]) -> Figure | None:
    if mention.value is None:
        return None
    shared = mention.unit in _SHARES or mention.unit in _CURRENCIES
    # Ten open days are no time.
    unit = mention.unit if shared else None if phrase else _measures().get(mention.unit)
    qualifier = None if mention.kind is Kind.DURATION else mention.qualifier
    return Figure(mention.value, mention.value_max, unit, qualifier)


def _wrong(reason: Reason, note: str) -> Judgement:
    return Judgement(Verdict.CONTRADICTED, reason, note, told_wrong=True)


@cache
def _measures() -> Mapping[str, str]:
    """Units of measurement by their English names, in both spellings of metre, as the source writes them."""
    found: dict[str, str] = {}
    for unit in units().values():
        if unit.factor is not None and unit.en:
            name = unit.en.lower()
            for spelling in (name, name.replace("meter", "metre"), name.replace("liter", "litre")):
                found.setdefault(spelling, unit.canonical)
    return found


def stated_numbers(text: str) -> list[Stated]:
    """Every number of an English text with its words, in order."""
    mentions = mentions_en(text)
    starts = [m.span.start for m in mentions]
    ends = _sentence_ends(text, mentions, starts)
    counting = [m.kind not in {Kind.IDIOM, Kind.ENUMERATOR} for m in mentions]
    shares = _shared_out(text, mentions, ends)
    words_of: dict[int, tuple[frozenset[str], frozenset[int]]] = {}
    found: list[Stated] = []
    for at, mention in enumerate(mentions):
        number = min(bisect_right(ends, mention.number.start), len(ends) - 1) - 1
        start, end = ends[number], max(ends[number + 1], mention.span.end)
        sentence = text[start:end]
        if mention.unit == "point" and _PERCENT.search(sentence):
            mention = replace(mention, unit="个百分点")
        if number not in words_of:
            words_of[number] = content_words(sentence), frozenset(map(int, _IN_YEAR.findall(sentence)))
        before_it = next((i for i in range(at - 1, max(-1, at - _NEAR), -1) if counting[i]), None)
        behind_it = next((i for i in range(at + 1, min(len(mentions), at + _NEAR)) if counting[i]), None)
        left = start if before_it is None else max(start, mentions[before_it].span.end)
        right = end if behind_it is None else min(end, mentions[behind_it].span.start)
        before = _CUT.split(text[left : max(mention.span.start, left)])[-1]
        after = _CUT.split(text[mention.number.end : max(right, mention.number.end)])[0]
        counted, phrase = _noun_phrase(mention, text)
        if phrase <= _CASES and _IN.search(before):
            counted, phrase = "", frozenset()
        # What the number before counts says nothing about this one: 71 people stood trial in 63 cases.
        led = found[before_it].phrase if before_it is not None and left > start else frozenset()
        beside = (content_words(before) - led) | phrase | content_words(after)
        own = (content_words(before) - led) | phrase | content_words(_ON.split(after)[0])
        around = words_of[number][0]
        clause = clause_around(sentence, mention.number.start - start)
        ahead, behind = text[start : mention.span.start][-_FAR:], text[mention.number.end : end][:_FAR]
        if negates(f"{before} {after}"):
            own |= {"not"}
        found.append(
            Stated(
                mention,
                counted,
                phrase,
                beside if len(beside) > 1 or mention.unit in _SHARES else around,
                around,
                number,
                shares.get(at, own),
                words_of[number][1],
                is_planned(clause) or is_target(ahead),
                is_done(clause, sentence),
                told_direction(f"{before} {after}"),
                says_sum(sentence),
                says_difference(clause),
                told_measure(ahead),
                begins(ahead),
                is_rate(text[start : mention.span.start][-_FAR:], behind),
                multiple_of(mention.text, behind),
                _figure_of(mention, phrase),
                int(year[1]) if (year := _OF_YEAR.match(behind)) else None,
            )
        )
    return found


def _sentence_ends(text: str, mentions: Sequence[Mention], starts: Sequence[int]) -> list[int]:
    """0 and where each sentence ends, in order; what goes on without end is cut, outside numbers."""
    ends = [0]
    found = (m.end() for m in _SENTENCE_END.finditer(text) if not _inside(m.start(), mentions, starts))
    for end in (*found, len(text)):
        while (cut := ends[-1] + _LONGEST) < end:
            while cut < end and _inside(cut, mentions, starts):
                cut += 1
            ends.append(cut)
        ends.append(end)
    return ends


def _shared_out(text: str, mentions: Sequence[Mention], ends: Sequence[int]) -> dict[int, frozenset[str]]:
    """The words of each number of a row: of urban and rural incomes that rose 4.3 and 6.2 percent the first is the urban one."""
    shares: dict[int, frozenset[str]] = {}
    at = 0
    while at < len(mentions):
        last = at
        while last + 1 < len(mentions) and _ROW.fullmatch(
            text, mentions[last].span.end, max(mentions[last + 1].span.start, mentions[last].span.end)
        ):
            last += 1
        if last > at:
            start = max(
                ends[bisect_right(ends, mentions[at].span.start) - 1], mentions[at - 1].span.end if at else 0
            )
            parts = [
                part for part in _AND.split(text[start : mentions[at].span.start]) if content_words(part)
            ]
            for i in range(at, last + 1):
                own = parts[i - last - 1] if len(parts) > last - at else ""
                shares[i] = content_words(own)
        at = last + 1
    return shares


def _noun_phrase(mention: Mention, text: str) -> tuple[str, frozenset[str]]:
    """The stem of the noun that a number counts, and the stems of the words from the number to it."""
    unit = mention.unit
    behind = _WORD.search(text, mention.number.end, mention.number.end + _FAR)
    measured = (
        unit in _SHARES
        or unit in _CURRENCIES
        or not unit.isascii()
        or (unit in _measures() and not (unit in _TIMES and behind and lemma(behind.group()) != unit))
    )
    counts = (
        mention.kind in {Kind.INDICATOR, Kind.DURATION}
        and unit
        and not measured
        and not isinstance(mention.value, Fraction)
    )
    if not counts or unit in _NO_NOUNS:
        return "", frozenset()
    words = []
    for word in _WORD.findall(text, mention.number.end, mention.number.end + _FAR):
        words.append(word)
        if lemma(word) == unit:
            return stem(unit), content_words(" ".join(words))
    return stem(unit), frozenset()


def _inside(place: int, mentions: Sequence[Mention], starts: Sequence[int]) -> bool:
    at = bisect_right(starts, place) - 1
    return at >= 0 and place < mentions[at].span.end
