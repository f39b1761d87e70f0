"""When a figure holds and whether it is told as done: period and aspect."""

import re
from collections.abc import Sequence

from summarizer.lexicon.numerals import numeral_value
from summarizer.outline import Section, SectionClass
from summarizer.quantities.mention import Aspect, Kind, Mention
from summarizer.reading import ReportMeta

__all__ = ["LOOK_BACK", "aspect_of", "period_before", "period_of"]

_TARGET = re.compile(
    r"计划(?=[新建完实投开引培推用到于组])|力争|预期目标|目标[是为]|争取(?=[新建完实达到引培])|拟(?=[新建安开])|规划(?=建设|到20)|"
    r"确保.{0,12}$|将(?=达到|新增|建成|增加|完成|实现|突破)"
)
# A year says when only where it opens a clause or follows a word of time: 批准2021年度决算 is no figure of 2021.
_OPENS = re.compile(r"(?:^|[，,。；;：:（(\n]|截至|截止|预计|力争|其中|到|在|于|从|自)\s*$")
_SINCE = re.compile(r"以来|来|起")
# A heading over several years (“十三五”时期和2020年工作回顾) does not date its figures to the one year it names.
_TERM = re.compile(r"五年|时期|任期|届")
# Plans since the sixth (1981-1985) follow each other without a gap, so the eleventh is 2006-2010; earlier ones are not counted so.
_FIRST_PLAN = 1956
_PLAN_PERIOD = re.compile(r"[“\"]?(十[一二三四五六七八九]?)五[”\"]?(?:时期|期间)")
_STOP = re.compile(r"[。！？!?；;]")
_OPENING = 14  # characters in which a sentence says when
# Characters before a figure in which its time may be said. No sentence of a report is longer; lists without a full stop are.
LOOK_BACK = 2000
_TERM_AGAIN = re.compile(r"五年来|五年间|过去五年|这五年|本届")
_YEAR_IN_TITLE = re.compile(r"(?<!\d)((?:19|20)\d{2})年?(?!\d)")


def aspect_of(sentence: str, number_at: int, path: Sequence[Section], *, year: str, period: str) -> Aspect:
    """PLANNED in a section about the future, or where words of intention stand before the figure in its sentence.

    `number_at` is the figure's place in `sentence`. A period after the year reported on is a plan too.
    """
    if any(section.planned for section in path):
        return Aspect.PLANNED
    if year and period[-4:].isdigit() and period[-4:] > year:
        return Aspect.PLANNED
    in_review = any(section.cls is SectionClass.REVIEW for section in path)
    lead = sentence[:number_at]
    words = _TARGET.search(lead)
    if words is None or (in_review and words.group().startswith(("计划", "争取", "确保"))):
        return Aspect.REPORTED
    return Aspect.PLANNED


def _span_of_years(mention: Mention) -> str:
    if mention.value is None:
        return ""
    first = str(int(mention.value))
    return f"{first}-{int(mention.value_max)}" if mention.value_max is not None else first


def _plan_years(text: str) -> str:
    """The five years of a plan period that `text` names (“十四五”时期), "" where it names none."""
    named = _PLAN_PERIOD.search(text)
    if named is None:
        return ""
    number = numeral_value(named[1])
    first = _FIRST_PLAN + 5 * int(number - 1) if number is not None else 0
    return f"{first}-{first + 4}" if first else ""


def _dated(text: str, dates: Sequence[Mention], start: int, stop: int) -> str:
    """The years named last in text[start:stop] as the time of what follows."""
    named = ""
    for date in dates:
        if not start <= date.span.start < stop:
            continue
        before = text[max(start, date.span.start - 4) : date.span.start]
        if not _OPENS.search(before) or _SINCE.match(text, date.span.end):
            continue
        if date.kind is Kind.DATE and date.unit in {"年", "年度", ""} and _span_of_years(date):
            named = _span_of_years(date)
    return named


def period_of(
    text: str,
    number_at: int,
    sentence: tuple[int, int],
    dates: Sequence[Mention],
    path: Sequence[Section],
    meta: ReportMeta,
) -> str:
    """The years a figure covers: those its sentence names before it, else those its paragraph opens with, those of its section,
    or the report's; "" if unknown.

    `dates` are the years written in its paragraph. A year that a figure is compared with (比2006年) is not its period.
    """
    named = _dated(text, dates, sentence[0], number_at) or _plan_years(text[sentence[0] : number_at])
    if named:
        return named
    paragraph = max(text.rfind("\n", 0, sentence[0]) + 1, sentence[0] - LOOK_BACK)
    if "-" in meta.period:
        # In a report on a term, a year or plan that opens a sentence holds until another time is named.
        for start in reversed([paragraph, *(m.end() for m in _STOP.finditer(text, paragraph, sentence[0]))]):
            opening = _STOP.split(text[start : start + _OPENING], maxsplit=1)[0]
            if _TERM_AGAIN.search(opening):
                break
            named = _dated(text, dates, start, start + len(opening)) or _plan_years(opening)
            if named:
                return named
    planned = any(section.planned for section in path)
    for section in reversed(path):
        years = _YEAR_IN_TITLE.findall(section.title)
        if planned and not years and _plan_years(section.title):
            return _plan_years(section.title)
        if years and section.level > 0 and not (meta.period and _TERM.search(section.title)):
            return years[0] if len(years) == 1 or planned else f"{years[0]}-{years[-1]}"
    if planned:
        return str(int(meta.year) + 1) if meta.year.isdigit() else ""
    return meta.period or meta.year


def period_before(period: str) -> str:
    """The year before a period: when something was what it was before it changed."""
    first = period[:4]
    return str(int(first) - 1) if first.isdigit() else ""
