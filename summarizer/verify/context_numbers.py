"""Numbers that count nothing: years, days, ordinals, durations and names must stand in the source."""

import re
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from summarizer.lexicon.numerals import numeral_value
from summarizer.quantities import Kind, Mention, Qualifier, mentions_zh
from summarizer.quantities.en.words import MONTHS
from summarizer.reading import ReportMeta, Span
from summarizer.verify.english_fit import content_words, english_of
from summarizer.verify.finding import NumberFinding, Reason, Verdict
from summarizer.verify.grounds import Grounds
from summarizer.verify.magnitude import hedge, same_value
from summarizer.verify.ordinals import Ordinals
from summarizer.verify.sentences import sentence_for
from summarizer.verify.shown import clipped

__all__ = ["NAME_NOUNS", "ContextNumbers"]

_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[A-Za-z]+")
_HAN = re.compile("[一-鿿]")
_FIRST_YEAR = 1000
_YEAR = re.compile(r"(?:19|20)\d\d")
# An English number beside one of these may stand for a number inside a Chinese name: 五级 “at five levels”.
NAME_NOUNS = frozenset({"level", "tier", "sphere", "system", "in", "pronged", "sector", "side", "party"})
# What stands beside an English number that is part of a name.
_TOP, _PER = re.compile(r"\btop\W*$", re.IGNORECASE), re.compile(r"\b(?:per|every|each)\W*$", re.IGNORECASE)
_POINTED = re.compile(r"[-‐‑–]\s?[a-z]", re.IGNORECASE)
_PLAN = re.compile(r"[ -]+(?:period )?plan", re.IGNORECASE)
_PLAN_PERIOD = re.compile(r"[-‐‑– ]+year[ -]+(?:period )?plan", re.IGNORECASE)
_NUMERAL = re.compile(r"[一二三四五六七八九十百两\d]+")
_OVER = frozenset({Qualifier.OVER, Qualifier.AT_LEAST})
_MONTHS_ZH, _DAYS_ZH = re.compile(r"(\d+)(?:[-—－~至到]\d+)?月"), re.compile(r"(\d+)[日号]")
_PAIR = re.compile(r"(\d{1,2})[·.．/／-](\d{1,2})\D*$")
_HEDGED_ZH = {
    re.compile("及?以上|余|多|之久"): frozenset({Qualifier.OVER, Qualifier.AT_LEAST}),
    re.compile("[以之]?内|以下|之前"): frozenset({Qualifier.UNDER, Qualifier.AT_MOST, Qualifier.NEARLY}),
    re.compile("左右|上下"): frozenset({Qualifier.ABOUT}),
}
_TIME_UNITS = {
    "year": "年",
    "month": "月",
    "week": "周",
    "day": "天日",
    "hour": "时",
    "minute": "分",
    "quarter": "季",
}


class ContextNumbers:
    """Which years, ordinals, durations and names a report has, in all and in each of its stretches."""

    def __init__(self, grounds: Grounds) -> None:
        self._grounds = grounds
        self._ordinals = Ordinals(grounds.doc, grounds.inventory.mentions)
        self._years = _meta_years(grounds.doc.meta)

    def finding(self, text: str, mention: Mention, within: Span | None) -> NumberFinding:
        """The verdict on a number that is no figure; `within` is the stretch it was written about, None for the report."""
        places = self._places(text, mention, within)
        shown = mention.number.of(text)
        if places and mention.kind is Kind.DURATION and (hedged := self._hedged(mention, places)):
            return NumberFinding.of(
                text, mention, Verdict.IMPRECISE, Reason.QUALIFIER_ADDED, tuple(places[:3]), hedged
            )
        if places is not None:
            says = self._says(places, shown)
            return NumberFinding.of(text, mention, Verdict.SUPPORTED, Reason.EXACT, tuple(places[:3]), says)
        elsewhere = self._places(text, mention, None) if within is not None else None
        note = f"outside this part it stands in “{self._words(elsewhere[0])}”" if elsewhere else ""
        message = sentence_for(Reason.NUMBER_NOT_FOUND, "", claimed=f"“{mention.text}”", note=note)
        return NumberFinding.of(text, mention, Verdict.UNSUPPORTED, Reason.NUMBER_NOT_FOUND, (), message)

    def _hedged(self, mention: Mention, places: list[Span]) -> str:
        """What to say of a duration that is told as less exact than the source has it everywhere, "" where it is not.

        `over five years` may mean throughout them.
        """
        if mention.qualifier in {Qualifier.EXACT, Qualifier.OVER, Qualifier.RANGE}:
            return ""
        sources = [m for m in self._grounds.mentions() if m.span in places]
        if not sources or any(self._is_hedged(m, mention.qualifier) for m in sources):
            return ""
        note = f"the source gives the exact time, without “{hedge(mention.qualifier)}”"
        return sentence_for(Reason.QUALIFIER_ADDED, self._words(places[0]), note=note)

    def _is_hedged(self, source: Mention, qualifier: Qualifier) -> bool:
        """Whether the source's time is hedged in the way told: `within seven days` for 7日内."""
        if source.qualifier is not Qualifier.EXACT:
            return True
        hedged = source.text[1:] + self._grounds.doc.text[source.span.end : source.span.end + 3]
        return any(qualifier in alike and form.search(hedged) for form, alike in _HEDGED_ZH.items())

    def _says(self, places: list[Span], shown: str) -> str:
        return sentence_for(Reason.EXACT, self._words(places[0]) if places else shown)

    def _words(self, span: Span) -> str:
        sentence = self._grounds.sentence(span.start)
        return clipped((sentence or span).of(self._grounds.doc.text), 40)

    def _places(self, text: str, mention: Mention, within: Span | None) -> list[Span] | None:
        """Where the source has the number; [] where only what is known of the report has it, None where nothing does."""
        if mention.kind is Kind.DATE:
            return self._dates(mention, within)
        if mention.value is None:
            return None
        if mention.kind is Kind.NAME and mention.value == 5 and _PLAN_PERIOD.match(text, mention.span.end):
            return self._ordinals.plans(within) or None
        english = _HAN.search(mention.text) is None
        if mention.kind is Kind.ORDINAL and english and self._ordinals.ranks(text, mention) != "any":
            return self._ordinals.places(text, mention, within)
        kinds = {
            Kind.ORDINAL: {Kind.ORDINAL, Kind.NAME},
            Kind.NAME: {Kind.NAME, Kind.ORDINAL, Kind.IDIOM},
            Kind.DURATION: {Kind.DURATION, Kind.INDICATOR, Kind.NAME},
        }.get(mention.kind, {Kind.NAME, Kind.IDIOM})
        found = [
            m.span
            for m in self._grounds.mentions(within=within)
            if m.kind in kinds and self._same(mention, m)
        ]
        if found:
            return found
        if mention.kind is Kind.NAME:
            return self._digits_of_name(mention, within)
        if mention.kind is Kind.ORDINAL and english:
            return self._ordinals.places(text, mention, within)
        meta = self._grounds.doc.meta
        if mention.kind is Kind.ORDINAL and int(mention.value) in {meta.congress, meta.session}:
            return []
        if (
            mention.kind is Kind.DURATION
            and mention.unit == "year"
            and int(mention.value) == 5
            and _PLAN.match(text, mention.span.end)
        ):
            return self._ordinals.plans(within) or None
        if (
            mention.kind is Kind.DURATION
            and mention.unit == "year"
            and int(mention.value) == len(_years_reported(self._grounds.doc.meta))
        ):
            return []
        return None

    def _same(self, mention: Mention, source: Mention) -> bool:
        if mention.kind is Kind.DURATION:
            chars = _TIME_UNITS.get(mention.unit, "")
            if chars and not set(chars) & set(source.unit or source.text):
                return False
            return same_value(mention.value, source.value) and same_value(mention.value_max, source.value_max)
        if same_value(mention.value, source.value):
            return True
        return mention.value is not None and Fraction(mention.value) in _numbers_in(source.text)

    def _digits_of_name(self, mention: Mention, within: Span | None) -> list[Span] | None:
        """A name in digits (`12345 hotline`, `1+9`) may stand in the source as it is."""
        bare = re.sub(r"[^\d+./]", "", mention.text)
        if not bare:
            return None
        stretch = (within or Span(0, max(len(self._grounds.doc.text), 1))).of(self._grounds.doc.text)
        standing = re.search(rf"(?<![\d.]){re.escape(bare)}(?!\d)", stretch)
        if standing is None:
            return None
        offset = within.start if within else 0
        return [Span(standing.start() + offset, standing.end() + offset)]

    def _dates(self, mention: Mention, within: Span | None) -> list[Span] | None:
        """The dates of the source that have every year, month and day which the date states."""
        years = {int(y) for y in _YEAR.findall(mention.text)}
        # Years in words: nineteen eighty.
        ends = (mention.value, mention.value_max)
        years |= {int(v) for v in ends if isinstance(v, Decimal) and v >= _FIRST_YEAR}
        months = {MONTHS[w] for w in map(str.lower, _WORD.findall(mention.text)) if w in MONTHS}
        rest = {int(d) for d in _DIGITS.findall(_YEAR.sub(" ", mention.text)) if len(d) <= 2}
        days = rest if months else set()
        sources = [
            m
            for m in self._grounds.mentions(within=within)
            if m.kind in {Kind.DATE, Kind.NAME, Kind.DURATION}
        ]
        spans = {m.span: _date_numbers(m) for m in sources}
        known = self._years | set().union(*(years for years, _ in spans.values()), set())
        if not years <= known:
            return None
        if not months:
            if not years and _part_of_year(mention):
                return self._parts_of_year(mention, within)
            return [span for span, (found, _) in spans.items() if found & years]
        places = [
            m.span
            for m in sources
            if _is_day(m, months, days) and (not years or not spans[m.span][0] or spans[m.span][0] & years)
        ]
        return places or ([] if self._is_meta_date(years, months, days) else None)

    def _parts_of_year(self, mention: Mention, within: Span | None) -> list[Span] | None:
        """Where the half or quarter of a year stands that an English text names."""
        stretch = within or Span(0, len(self._grounds.doc.text))
        form = _part_of_year(mention)
        hits = re.finditer(form, stretch.of(self._grounds.doc.text)) if form else ()
        return [Span(hit.start() + stretch.start, hit.end() + stretch.start) for hit in hits] or None

    def _is_meta_date(self, years: set[int], months: set[int], days: set[int]) -> bool:
        parts = [int(part) for part in self._grounds.doc.meta.date.split("-") if part.isdecimal()]
        return len(parts) == 3 and years <= {parts[0]} and months == {parts[1]} and days <= {parts[2]}

    def names(self, text: str, mention: Mention, within: Span | None) -> list[Span]:
        """Where a number that seems to count stands inside a name of the source: `at five levels` for 五级, `top 250` for 250强.

        So do thresholds (`projects over 100 million yuan` for 亿元以上项目) and what a rate is of (每千人).
        """
        before, after = text[: mention.span.start][-12:], text[mention.number.end : mention.number.end + 30]
        names = [m for m in self._grounds.mentions(within=within) if m.kind in {Kind.NAME, Kind.IDIOM}]
        if _TOP.search(before):
            found = [m for m in names if same_value(m.value, mention.value) and self._has(m, "强", "前")]
        elif _PER.search(before):
            found = [m for m in names if same_value(m.value, mention.value) and self._has(m, "", "每")]
        elif _POINTED.match(after) and mention.value is not None:
            told = content_words(after)
            value = mention.value
            found = [m for m in names if _leading(m.text) == value and english_of(m.text) & told]
        elif mention.unit in NAME_NOUNS:
            found = [m for m in names if same_value(m.value, mention.value)]
        else:
            found = [m for m in names if m.unit and _is_threshold(mention, m)]
        return [m.span for m in found]

    def _has(self, mention: Mention, behind: str, before: str) -> bool:
        """Whether one of the words stands beside a mention of the source, or in it."""
        text = self._grounds.doc.text
        ahead = text[max(0, mention.span.start - 1) : mention.span.end]
        return before in ahead or (bool(behind) and behind in text[mention.span.start : mention.span.end + 1])


def _leading(name: str) -> Decimal | None:
    """The number that a name begins with: 八项规定."""
    numeral = _NUMERAL.match(name)
    return numeral_value(numeral.group()) if numeral else None


def _is_threshold(mention: Mention, source: Mention) -> bool:
    """Whether money that is told is the limit in a name of the source, with its qualifier."""
    return (
        mention.unit == source.unit == "元"
        and same_value(mention.value, source.value)
        and (mention.qualifier is source.qualifier or {mention.qualifier, source.qualifier} <= _OVER)
    )


@lru_cache(maxsize=4096)
def _numbers_in(text: str) -> frozenset[Fraction]:
    """The values of all numbers in the words of a mention: 五级 has 5, “1+9” has 1 and 9."""
    read = {Fraction(m.value) for m in mentions_zh(text) if m.value is not None}
    return frozenset(read | {Fraction(int(d)) for d in _DIGITS.findall(text) if len(d) < 20})


def _date_numbers(mention: Mention) -> tuple[set[int], set[int]]:
    """The years and the other numbers of a date in the source; a span of years has all between its ends."""
    numbers = {int(d) for d in _DIGITS.findall(mention.text) if len(d) <= 4}
    years = {n for n in numbers if 1900 <= n <= 2099}
    for value in (mention.value, mention.value_max):
        if isinstance(value, Decimal) and 1900 <= value <= 2099:
            years.add(int(value))
    if len(years) == 2 and max(years) - min(years) <= 50:
        years = set(range(min(years), max(years) + 1))
    return years, numbers - years


def _is_day(source: Mention, months: set[int], days: set[int]) -> bool:
    """Whether a date of the source has every one of the months and days, each as what it is."""
    own_months = {int(n) for n in _MONTHS_ZH.findall(source.text)}
    own_days = {int(n) for n in _DAYS_ZH.findall(source.text)}
    if own_months or own_days:
        # A day of the month named before: 3月5日至11日.
        return months <= own_months and days <= own_days
    pair = _PAIR.search(source.text)
    return pair is not None and months == {int(pair[1])} and days <= {int(pair[2])}


def _part_of_year(mention: Mention) -> str:
    """How the source writes the half or the quarter of a year."""
    if mention.value not in {1, 2, 3, 4}:
        return ""
    number = int(mention.value)
    words = mention.text.lower()
    if "half" in words or "halves" in words:
        return "上半年" if number == 1 else "下半年"
    if "quarters" in words:
        return f"前{'一二三四'[number - 1]}(?:个)?季度|[1-4一二三四]季度"
    return f"(?:{number}|{'一二三四'[number - 1]})季度" if "quarter" in words else ""


def _meta_years(meta: ReportMeta) -> set[int]:
    """The years the report is about, and the one it was given in."""
    return _years_reported(meta) | {int(y) for y in _YEAR.findall(f"{meta.year} {meta.date}")}


def _years_reported(meta: ReportMeta) -> set[int]:
    ends = sorted(int(y) for y in _YEAR.findall(meta.period))
    return set(range(ends[0], ends[-1] + 1)) if ends else set()
