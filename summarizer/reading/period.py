"""Which year or years a report covers, as far as it says so."""

import re
from collections.abc import Iterator

from summarizer.lexicon.numerals import numeral_value
from summarizer.reading.document import ReportKind
from summarizer.reading.lines import Line
from summarizer.reading.page import Page, Said

__all__ = ["period"]

_YEAR = r"(?P<year>(?:19|20)\d{2})"
_REVIEW = re.compile(rf"{_YEAR}年度?[^，。；0-9]{{0,14}}(?:回顾|总结)")
_WORK = re.compile(rf"{_YEAR}年度?(?:的|政府|人大|常委会|全市|全县|全区|全省|主要|工作){{1,4}}(?:情况)?")
# A heading that the paragraph under it goes on behind.
_RUN_IN = re.compile(r"[一二]、(?:过去(?:的)?五年|五年来)[^，。]{0,6}(?:回顾|总结|工作)")
_FIVE_YEARS = re.compile(r"过去(?:的)?五年|五年来|五年的?(?:主要)?工作|本届(?:以来|任期)")
_PLAN_PERIOD = re.compile(
    r"(?:“(?P<quoted>[六七八九]|十[一二三四五六]?)五”|(?<![一二三四五六七八九十第])(?P<plan>[六七八九]|十[一二三四五六]?)五(?:规划|计划)?(?=时期|期间|工作))"
)
_PAST_YEAR = re.compile(r"过去(?:的)?一年|刚刚过去的(?:一年|\d{4}年)|一年来|去年工作|上一年")
_OPENS = re.compile(rf"(?:^|(?:审议|审查|意见)。)(?:刚刚过去的)?{_YEAR}年(?=[，,是来以])")
_FIVE_YEAR_RANGE = re.compile(
    r"五年\s?[（(]?(?P<first>(?:19|20)\d{2})年?\s?[-—－–~～至]{1,2}\s?(?P<last>(?:19|20)\d{2})年?"
)
_TITLE_YEAR = re.compile(rf"{_YEAR}年")
# 2024年政府工作报告 is the one given in that year; 2023年度, 关于2023年工作情况 name the year that it is about.
_GIVEN_IN = re.compile(rf"{_YEAR}年(?!度|工作)[^，。\d]{{0,30}}政府\s?工作(?:的)?报告")
_PART_OF_YEAR = r"(?:上半年|前三季度|前[二三四五六七八九十\d]{1,2}个?月|(?:1|一)月?[至到—–~～-][二三四五六七八九十\d]{1,2}月)"
_TITLE_PART = re.compile(rf"(?:{_YEAR}年)?{_PART_OF_YEAR}")
_SO_FAR = re.compile(rf"今年以来|{_PART_OF_YEAR}")
_MID_YEAR = 4  # month; a session before it cannot hear of the year that runs

_NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[、）)]")
_YEAR_ENDS = 11  # month; sessions of November and December hear reports on the year that ends
_FIRST = 12  # paragraphs among which the first heading stands
_HEADING = 44  # characters; a longer paragraph is not a heading


def period(page: Page, *, kind: ReportKind, title: str, delivered: str) -> tuple[str, Said | None]:
    """The last year covered and, as a `Said`, the whole period (`2022`, `2018-2022`); ("", None) where the text is silent.

    `delivered` is the ISO date of delivery or "". A title that names part of a year (2024年上半年) is believed first, then a review heading that names its year; 过去一年 and 过去五年 are
    counted back from the year of delivery (a session in November or December hears of the year that ends); a report without a date is believed where it opens with a year or prints its
    term (五年(2017-2021)). The year of 2024年政府工作报告 is that of delivery; any other title names the year covered, as far as that is over by the delivery.
    """
    last = _last_year(delivered)
    for said in (
        _part_of_year(page, kind, title, delivered),
        _five_years(page, last or _year_of_title(kind, title)),
        _review(page, last),
        _past_year(page, last),
        _opening_year(page, last),
        _title_year(page, kind, title, last),
    ):
        if said is not None:
            return said.value[-4:], said
    return "", None


def _last_year(delivered: str) -> int | None:
    """The last year that a report of this date can cover: that of delivery only where it is all but over."""
    if not delivered:
        return None
    year, month = int(delivered[:4]), int(delivered[5:7] or 1)
    return year if month >= _YEAR_ENDS else year - 1


def _headings(page: Page) -> Iterator[Line]:
    """Short lines of the first part, above the review or in it; of the head those that are numbered."""
    limit = max(8, len(page.paragraphs) * 2 // 5)
    numbered = [line for line in page.head_lines if _NUMBERED.match(line.text)]
    below = page.paragraphs[page.head : page.head + limit]
    return (line for line in (*numbered, *below) if len(line.text) <= _HEADING)


def _five_years(page: Page, last: int | None) -> Said | None:
    for line in [*page.head_lines, *page.opening(_FIRST)]:
        if not _RUN_IN.match(line.text) and (len(line.text) > _HEADING or line.text[-1] in "。！；"):
            continue
        plan = _PLAN_PERIOD.search(line.text)
        if plan and re.search("回顾|总结", line.text[:_HEADING]):
            number = numeral_value(plan["plan"] or plan["quoted"])
            if number is not None:
                first = 1981 + 5 * (int(number) - 6)
                return Said(f"{first}-{first + 4}", plan.start() + line.start, plan.end() + line.start)
        five = _FIVE_YEARS.search(line.text)
        if five is None or "今后" in line.text:
            continue
        start, end = five.start() + line.start, five.end() + line.start
        if last is not None:
            return Said(f"{last - 4}-{last}", start, end)
        return _printed_term(page)
    return None


def _printed_term(page: Page) -> Said | None:
    match = _FIVE_YEAR_RANGE.search(page.body.text)
    if match is None or int(match["last"]) - int(match["first"]) != 4:
        return None
    return Said(f"{match['first']}-{match['last']}", match.start("first"), match.end("last"))


def _review(page: Page, last: int | None) -> Said | None:
    for line in _headings(page):
        match = _REVIEW.search(line.text) or _WORK.search(line.text)
        if match and (last is None or int(match["year"]) <= last or "回顾" in match.group()):
            return _year(match, line)
    for line in page.opening(20):
        match = _REVIEW.search(line.text[:80])
        if match and (last is None or int(match["year"]) <= last):
            return _year(match, line)
    return None


def _past_year(page: Page, last: int | None) -> Said | None:
    if last is None:
        return None
    for line in [*_headings(page), *page.opening(6)]:
        match = _PAST_YEAR.search(line.text[:200])
        if match:
            return Said(str(last), match.start() + line.start, match.end() + line.start)
    return None


def _opening_year(page: Page, last: int | None) -> Said | None:
    for line in page.opening(6):
        match = _OPENS.search(line.text[:200])
        if match and (last is None or int(match["year"]) <= last):
            return _year(match, line)
    return None


def _part_of_year(page: Page, kind: ReportKind, title: str, delivered: str) -> Said | None:
    """The running year: its half or its quarters in the title, or under a title that names it, what was done so far."""
    part = _TITLE_PART.search(title)
    if part is not None:
        return _in_head(page, part.group(), part["year"] or delivered[:4])
    year = _TITLE_YEAR.search(title)
    running = year is not None and delivered[:4] == year["year"] and int(delivered[5:7]) >= _MID_YEAR
    if year is None or not running or _is_given_in(kind, title):
        return None
    so_far = any(_SO_FAR.search(line.text[:200]) for line in (*_headings(page), *page.opening(6)))
    return _in_head(page, year.group(), year["year"]) if so_far else None


def _is_given_in(kind: ReportKind, title: str) -> bool:
    """Whether the year of the title is that in which the report is given."""
    return kind is ReportKind.GOVERNMENT and _GIVEN_IN.search(title) is not None


def _year_of_title(kind: ReportKind, title: str) -> int | None:
    match = _TITLE_YEAR.search(title)
    return int(match["year"]) - _is_given_in(kind, title) if match else None


def _title_year(page: Page, kind: ReportKind, title: str, last: int | None) -> Said | None:
    match, year = _TITLE_YEAR.search(title), _year_of_title(kind, title)
    if match is None or year is None:
        return None
    # A report on all the work of a year that is not over by its delivery is on the year before.
    if last is not None and kind.is_work_report:
        year = min(year, last)
    return _in_head(page, match.group(), str(year))


def _in_head(page: Page, words: str, year: str) -> Said | None:
    """The year, at the line of the head that has these words of the title."""
    line = next((line for line in page.head_lines if words in line.text), None)
    if line is None or not year:
        return None
    start = line.start + line.text.index(words)
    return Said(year, start, start + (4 if words[:4].isdigit() else len(words)))


def _year(match: re.Match[str], line: Line) -> Said:
    return Said(match["year"], match.start("year") + line.start, match.end("year") + line.start)
