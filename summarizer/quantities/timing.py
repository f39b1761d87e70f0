"""When a figure holds and whether it is told as done: period and aspect."""

import re
from collections.abc import Sequence

from summarizer.outline import Section, SectionClass
from summarizer.quantities.mention import Aspect, Kind, Mention
from summarizer.reading import ReportMeta

__all__ = ["aspect_of", "period_of"]

_TARGET = re.compile(
    r"计划(?=[新建完实投开引培推用到于组])|力争|预期目标|目标[是为]|争取(?=[新建完实达到引培])|拟(?=[新建安开])|规划(?=建设|到20)|"
    r"确保.{0,12}$|将(?=达到|新增|建成|增加|完成|实现|突破)"
)
# A year says when only where it opens a clause or follows a word of time: 批准2021年度决算 is no figure of 2021.
_OPENS = re.compile(r"(?:^|[，,。；;：:（(\n]|截至|截止|预计|力争|其中|到|在|于|从|自)\s*$")
_SINCE = re.compile(r"以来|来|起")
# A heading over several years (“十三五”时期和2020年工作回顾) does not date its figures to the one year it names.
_TERM = re.compile(r"五年|时期|任期|届")
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


def period_of(
    text: str,
    number_at: int,
    sentence: tuple[int, int],
    dates: Sequence[Mention],
    path: Sequence[Section],
    meta: ReportMeta,
) -> str:
    """The years a figure covers: those named before it in its sentence, else those of its section, else the report's; "" if unknown.

    `dates` are the years written in the sentence. A year that a figure is compared with (比2006年) is not its period.
    """
    named = ""
    for date in dates:
        before = text[max(sentence[0], date.span.start - 4) : date.span.start]
        if date.span.start >= number_at or not _OPENS.search(before) or _SINCE.match(text, date.span.end):
            continue
        if date.kind is Kind.DATE and date.unit in {"年", "年度", ""} and _span_of_years(date):
            named = _span_of_years(date)
    if named:
        return named
    planned = any(section.planned for section in path)
    for section in reversed(path):
        years = _YEAR_IN_TITLE.findall(section.title)
        if years and section.level > 0 and not (meta.period and _TERM.search(section.title)):
            return years[0] if len(years) == 1 or planned else f"{years[0]}-{years[-1]}"
    if planned:
        return str(int(meta.year) + 1) if meta.year.isdigit() else ""
    return meta.period or meta.year
