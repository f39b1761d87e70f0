"""When a figure holds and whether it is told as done: period and aspect."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from summarizer.lexicon.numerals import numeral_value
from summarizer.outline import Section, SectionClass
from summarizer.quantities.bind.clauses import Place
from summarizer.quantities.mention import Aspect, Kind, Mention
from summarizer.reading import ReportMeta

__all__ = ["LOOK_BACK", "Timeline"]

_TARGET = re.compile(
    r"力争|预期目标|目标[是为]|拟(?=[新建安开])|规划(?=建设|到20)|将(?=达到|新增|建成|增加|完成|实现|突破)"
)
# Words of intention that a review uses of what was done as well.
_WEAK_TARGET = re.compile(
    r"计划(?=[新建完实投开引培推用到于组制听审修举召])|争取(?=[新建完实达到引培])(?!到[的了])"
)
_ENSURED = 14  # characters before a figure in which 确保 makes a target of it
# In a section about the future, what is the case already.
_ALREADY = re.compile(r"目前|现有|看到|(?<![比较])去年")
# 这五年，…: the explanation of a new plan looks back on the old one first, until it turns to what is to come.
_LOOKS_BACK = re.compile(r"(?:^|[\n。！？；;])\s*(?:(?:这|过去的?)五年|五年来)[，,]")
_LOOKS_AHEAD = re.compile(r"今后|未来|下一步|“?十[一二三四五六七八九]?五”?(?:时期|期间)|到20\d\d年")
_INTENDED = re.compile(r"要|将|力争|争取|确保|计划|努力|目标|拟")
# A year says when only where it opens a clause or follows a word of time: 批准2021年度决算 is no figure of 2021.
_OPENS = re.compile(r"(?:^|[，,。；;：:（(\n]|截至|截止|预计|力争|其中|到|至|在|于|从|自)\s*$")
_SINCE = re.compile(r"以来|来|起")
# Years in brackets are those of the words before them, unless these are a plan: 规划（2022—2026年）提出….
_BRACKET = re.compile(r"(?<!规划)(?<!计划)(?<!纲要)[（(]\s*$")
_CLOSED = re.compile(r"[）)]")
# 2020年启动改造，目前已改造9个: the year in which something began is not that of what it has come to.
_BEGUN = re.compile(
    r"[^，,]{0,16}(?:率先|启动|开始|成立|起步)[^，,]{0,20}[，,].{0,40}(?:目前|已|现有)", re.DOTALL
)
_OF_FIGURE = re.compile(r"的\s*[约近]?\d")
_OF_ITS_OWN = re.compile(r"的\s*[约近]?[\d一二两三四五六七八九十]")
_COMMA = re.compile(r"[，,]")
_OF_WHICH = re.compile(r"其中[，,]?\s*$")
_END_OF_CHANGE = re.compile(r"[到至由从]\s*$")
# A heading over several years (“十三五”时期和2020年工作回顾) does not date its figures to the one year it names.
_TERM = re.compile(r"五年|时期|任期|届")
# Plans since the sixth (1981-1985) follow each other without a gap, so the eleventh is 2006-2010; earlier ones are not counted so.
_FIRST_PLAN = 1956
_PLAN_PERIOD = re.compile(
    r"(?:^|[，,。；;：:（(\n]|在|到|整个|其中)\s*[“\"]?(十[一二三四五六七八九]?)五[”\"]?(?:时期|期间)"
)
_PLAN_IN_TITLE = re.compile(r"[“\"]?(十[一二三四五六七八九]?)五[”\"]?(?:时期|期间)")
_LEADS_IN = re.compile(r"\s*(?:截至|到|在|于)?\s*")
_STOP = re.compile(r"[。！？!?；;]")
_OPENING = 14  # characters in which a sentence says when
# Characters before a figure in which its time may be said. No sentence of a report is longer; lists without a full stop are.
LOOK_BACK = 2000
_CLAUSE = 40
_TERM_AGAIN = re.compile(r"五年来|五年间|五年共|过去五年|过去的五年|这五年|本届")
_IN_TERM = re.compile(r"(?:^|[，,。；;、])\s*(?:过去|这)?五年(?:来|间|共|累计|新增|增长|年均)")
_LAST_YEARS = re.compile(r"近([二两三四五六七八九十2-9])年(?:来|间)?[，,]?(?:[^，。；]{0,12})$")
_COMING = ("今后", "未来")
_YEARS_AHEAD = re.compile(r"(?:今后|未来)([二两三四五六七八九十2-9])年")
_BY_YEAR = re.compile(r"到((?:19|20)\d{2})年")
_YEAR_IN_TITLE = re.compile(r"(?<!\d)((?:19|20)\d{2})年?(?!\d)")
# Where a report on a term turns to its last year, and back; it holds until the next turn or main heading.
_TURN = re.compile(
    r"(?:^|\n|[。！：:，,]\s*)(?:(?P<year>(?:19|20)\d{2})年是[^。，]{2,40}(?:之年|一年|年份)|(?:刚刚)?过去的(?P<past>(?:19|20)\d{2})年|(?P<last>过去的?一年|一年来)|"
    r"(?P<term>五年来|过去的?五年|这五年))"
)
_YEARS = range(1900, 2200)


def _starts(pattern: re.Pattern[str], text: str) -> Sequence[int]:
    return [match.start() for match in pattern.finditer(text)]


def _any(starts: Sequence[int], start: int, stop: int) -> bool:
    """Whether one of the sorted `starts` lies in the half-open stretch."""
    at = bisect_left(starts, start)
    return at < len(starts) and starts[at] < stop


def _span_of_years(mention: Mention) -> str:
    """`2020` or `2018-2022`; "" for what is no year (a quarter, a month)."""
    ends = [mention.value, mention.value if mention.value_max is None else mention.value_max]
    if mention.unit not in {"年", "年度", ""} or not all(end in _YEARS for end in ends):
        return ""
    return _span(*(int(end) for end in ends if end is not None))


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"


def _plan_years(found: re.Match[str] | None) -> str:
    """The five years of the plan period found (“十四五”时期), "" for none."""
    number = numeral_value(found[1]) if found else None
    first = _FIRST_PLAN + 5 * int(number - 1) if number is not None else 0
    return f"{first}-{first + 4}" if first else ""


def _before(period: str) -> str:
    """The year before a period: when something was what it was before it changed."""
    first = period[:4]
    return str(int(first) - 1) if first.isdigit() else ""


class Timeline:
    """The times that a report names, asked for the years that a figure covers; built once for a report.

    `text` is the body, `dates` are its mentions of kind date in order.
    """

    def __init__(self, text: str, dates: Sequence[Mention], meta: ReportMeta) -> None:
        self._text, self._meta = text, meta
        self._dates = [date for date in dates if date.kind is Kind.DATE and _span_of_years(date)]
        self._starts = [date.span.start for date in self._dates]
        self._turns = (
            [] if "-" not in meta.period else [(m.start(), self._turned(m)) for m in _TURN.finditer(text)]
        )
        # Words are found once for the whole text, so that a long sentence is not searched anew for each of its figures.
        self._targets, self._weak = _starts(_TARGET, text), _starts(_WEAK_TARGET, text)
        self._already, self._intended = _starts(_ALREADY, text), _starts(_INTENDED, text)
        self._back, self._ahead_of = _starts(_LOOKS_BACK, text), _starts(_LOOKS_AHEAD, text)
        self._turn_starts = [at for at, _ in self._turns]

    def aspect(self, place: Place, path: Sequence[Section], period: str) -> Aspect:
        """PLANNED in a section about the future, or where words of intention stand before the figure in its sentence.

        A `period` after the year reported on is a plan too; in a section about the future what is told as the case already
        (目前, 现有) is not.
        """
        start, at = place.sentence[0], place.mention.span.start
        if any(section.planned for section in path):
            stands = _any(self._already, start, at) and not _any(self._intended, start, at)
            return Aspect.REPORTED if stands or self._looking_back(at) else Aspect.PLANNED
        year = self._meta.year
        later = year and period[-4:].isdigit() and period[-4:] > year
        if later or _any(self._targets, start, at):
            return Aspect.PLANNED
        if any(section.cls is SectionClass.REVIEW for section in path):
            return Aspect.REPORTED
        ensured = self._text.rfind("确保", max(start, at - _ENSURED), at) >= 0
        return Aspect.PLANNED if ensured or _any(self._weak, start, at) else Aspect.REPORTED

    def _looking_back(self, at: int) -> bool:
        """Whether the paragraph of a section about the future tells at `at` of the five years before."""
        paragraph = max(self._text.rfind("\n", 0, at), at - LOOK_BACK)
        last = bisect_left(self._back, at) - 1
        return last >= 0 and self._back[last] >= paragraph and not _any(self._ahead_of, self._back[last], at)

    def _turned(self, turn: re.Match[str]) -> str:
        return self._meta.period if turn["term"] else turn["year"] or turn["past"] or self._meta.year

    def _within(self, start: int, stop: int) -> Sequence[Mention]:
        return self._dates[bisect_left(self._starts, start) : bisect_left(self._starts, stop)]

    def period(self, place: Place, name: str, path: Sequence[Section], *, base: bool) -> str:
        """The years that the figure at `place`, which counts `name`, covers: `2022`, `2018-2022`, "" if unknown.

        Those its sentence names before it, else those its paragraph opens with, those of its section, or the report's; of a
        `base`, what something was before it changed, the year named with it or the one before.
        """
        at, start = place.mention.span.start, place.sentence[0]
        if "年均" in name:
            return self._yearly(at, start, path)
        if base:
            own = self._within(place.left[0], at)
            return _span_of_years(own[-1]) if own else _before(self._period(place.left[0], start, path))
        return self._period(at, start, path)

    def _yearly(self, at: int, start: int, path: Sequence[Section]) -> str:
        """由2015年的118亿元增加到2020年的186亿元，年均增长7%: the years after the first."""
        ends = [int(date.value) for date in self._within(start, at) if date.value]
        if len(ends) > 1 and ends[0] < ends[-1]:
            return f"{ends[0] + 1}-{ends[-1]}"
        planned = any(section.planned for section in path)
        by = _BY_YEAR.search(self._text, start, at)
        if planned and by and self._meta.year.isdigit():
            return _span(int(self._meta.year) + 1, int(by[1]))
        period = self._period(at, start, path)
        return period if planned or "-" in period else self._meta.period or period

    def _period(self, at: int, start: int, path: Sequence[Section]) -> str:
        text, meta = self._text, self._meta
        clause = text[max(start, at - _CLAUSE) : at]
        if "-" in meta.period and _IN_TERM.search(clause):
            return meta.period
        last = _LAST_YEARS.search(clause)
        if last and meta.year.isdigit() and (count := numeral_value(last[1])):
            return _span(int(meta.year) - int(count) + 1, int(meta.year))
        named = self._dated(start, at)
        if not named and text.find("五", start, at) >= 0:
            named = _plan_years(_PLAN_PERIOD.search(text, start, at))
        return (
            named or self._of_paragraph(start) or self._ahead(start, at, path) or self._of_section(at, path)
        )

    def _ahead(self, start: int, at: int, path: Sequence[Section]) -> str:
        """今后五年: the years that follow the one reported on, for the rest of the paragraph or the section it heads."""
        year, text = self._meta.year, self._text
        if not year.isdigit() or not any(section.planned for section in path):
            return ""
        paragraph = max(text.rfind("\n", 0, start) + 1, start - LOOK_BACK)
        said = max(text.rfind(word, paragraph, at) for word in _COMING)
        if said >= 0 and self._within(said, at):
            return ""
        found = _YEARS_AHEAD.match(text, said) if said >= 0 else None
        for section in reversed(path):
            if not _YEAR_IN_TITLE.search(section.title):
                found = found or _YEARS_AHEAD.search(section.title)
        count = numeral_value(found[1]) if found else None
        return _span(int(year) + 1, int(year) + int(count)) if count else ""

    def _years(self, date: Mention) -> str:
        """The years that a date opens: 2020年, and from 2021年以来 to the year reported on."""
        years, last = _span_of_years(date), self._meta.year
        if not _SINCE.match(self._text, date.span.end):
            return years
        return _span(int(years), int(last)) if len(years) == 4 and years < last else ""

    def _dated(self, start: int, stop: int) -> str:
        """The years named last in text[start:stop] as the time of what follows."""
        text, dates = self._text, self._within(start, stop)
        # 今年 behind the last year named: the figure is of the report's own.
        this_year = text.rfind("今年", dates[-1].span.end, stop) if dates else -1
        if this_year > 0 and text[this_year - 1] not in "比较":
            return ""
        return next((years for date in reversed(dates) if (years := self._told_by(date, start, stop))), "")

    def _told_by(self, date: Mention, start: int, stop: int) -> str:
        """The years that `date` gives to what stands at `stop`, "" where it speaks of something else."""
        text = self._text
        before = text[max(start, date.span.start - 4) : date.span.start]
        end = date.span.end
        # 由1979年的170亿元、1980年的127亿元: each year has its own.
        listed = before.rstrip().endswith("、") and _OF_ITS_OWN.match(text, end)
        if not (_OPENS.search(before) or listed):
            return ""
        past_comma = _COMMA.search(text, end + 1, stop)
        elsewhere = (
            (_BRACKET.search(before) and _CLOSED.search(text, end, stop))
            or (_OF_WHICH.search(before) and past_comma)
            or (_END_OF_CHANGE.search(before) and _OF_FIGURE.match(text, end) and past_comma)
            or _BEGUN.match(text, end, stop)
        )
        return "" if elsewhere else self._years(date)

    def _of_paragraph(self, start: int) -> str:
        """In a report on a term, a year or plan that opens a sentence holds in its paragraph until another time is named."""
        if "-" not in self._meta.period:
            return ""
        text = self._text
        paragraph = max(text.rfind("\n", 0, start) + 1, start - LOOK_BACK)
        whole = max(paragraph, *(text.rfind(mark, paragraph, start) + 1 for mark in "。！？"))
        for begin in reversed([paragraph, *(m.end() for m in _STOP.finditer(text, paragraph, start))]):
            opening = _STOP.split(text[begin : begin + _OPENING], maxsplit=1)[0]
            if _TERM_AGAIN.search(opening):
                return self._meta.period
            first = next(iter(self._within(begin, begin + len(opening))), None)
            opens = first is not None and _LEADS_IN.fullmatch(text, begin, first.span.start)
            # 2021年审计查出问题66个。 says nothing of the next sentence; 2021年，… does.
            holds = begin == whole or (
                first is not None and text[first.span.end : first.span.end + 1] in "，,"
            )
            if first and opens and holds and (years := self._years(first)):
                return years
            if plan := _plan_years(_PLAN_PERIOD.match(opening)):
                return plan
        return ""

    def _of_section(self, at: int, path: Sequence[Section]) -> str:
        meta = self._meta
        planned = any(section.planned for section in path)
        for section in reversed(path):
            years = _YEAR_IN_TITLE.findall(section.title)
            if planned and not years and (plan := _plan_years(_PLAN_IN_TITLE.search(section.title))):
                return plan
            if years and section.level > 0 and not (meta.period and _TERM.search(section.title)):
                return years[0] if len(years) == 1 or planned else f"{years[0]}-{years[-1]}"
        if planned and meta.year.isdigit() and self._looking_back(at):
            return _span(int(meta.year) - 4, int(meta.year))
        if planned:
            return str(int(meta.year) + 1) if meta.year.isdigit() else ""
        turn = bisect_right(self._turn_starts, at) - 1
        if turn >= 0 and self._in_part(self._turn_starts[turn], path):
            return self._turns[turn][1]
        return meta.period or meta.year

    def _in_part(self, at: int, path: Sequence[Section]) -> bool:
        """Whether a turn stands in the same main part of the report as the figure."""
        main = next((section for section in path if section.level == 1), None)
        return main is None or main.span.start <= at
