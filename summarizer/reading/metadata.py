"""What a report says about itself: kind, title, body, place, period, session, speaker, date. Nothing from its file name."""

import re

from summarizer.lexicon.places import known_places
from summarizer.reading import furniture
from summarizer.reading.completeness import first_words, last_words, reports_in
from summarizer.reading.document import Body, Level, Missing, ReportKind, ReportMeta, Span
from summarizer.reading.kind import form_of, kind_of
from summarizer.reading.lines import Line
from summarizer.reading.occasion import Occasion, occasion, speaker
from summarizer.reading.organ import reporting_body
from summarizer.reading.page import Page, Said, page_of
from summarizer.reading.period import period
from summarizer.reading.place import NATION, level, level_of_body, place

__all__ = ["report_meta"]

_NATIONAL = re.compile(r"国务院|全国人民代表大会|全国人大|最高人民法院|最高人民检察院")

_PLACE_LINE = re.compile(
    r"[^，。：\d]{2,16}(?:[省市区县州盟旗]|人民代表大会|常务委员会|人大常委会|人大主席团|人民政府|人民法院|人民检察院)"
)
_BODY_LINE = re.compile(
    r"[^，。：\d]{0,14}(?:人民代表大会|常务委员会|人大常委会|人民政府|人民法院|人民检察院)"
)
_ORGAN_LINE = re.compile(
    r"(?:人民代表大会|人大常委会|常务委员会|人民政府|政府|(?:高级|中级)?人民法院|人民检察院|主席团|工作).{0,12}工?作?报告.{0,8}"
)
# A title on two lines that no single one of them would be: 关于…执行情况 / 与…草案的报告.
_FIRST_HALF = re.compile(r".{6,40}(?:情况|计划|预算|草案)(?:的)?")
_SECOND_HALF = re.compile(r"(?:和|与|及|暨|对).{4,40}(?:报告|意见|决议|说明)(?:[（(].{1,12}[)）])?")
_MOTION = re.compile(r".{4,30}(?:会议)[ ]?")
_ON_MOTION = re.compile(r"(?:关于|对).{4,60}(?:决议|决定|意见|报告)(?:[（(].{1,12}[)）])?")
_LEFT_OUT = re.compile(
    r"^(?:原?标题[：:]|[•·●■◆\s]+|文件名称?\s?[|｜])\s?|\s?(?:[|｜]\s?)+$|[（(]全文[）)]\s?(?:[|｜]\s?)*$"
)
_ENDS = "工作报告"
_GOES_ON = re.compile(r"[^，。]{0,12}?(?:[年月日]{2,3}|\d{4}年[^，。]{0,10})?在[^，。]{2,40}会议上")
_GENERIC_TITLE = 8  # characters; 政府工作报告 alone says less than a title with a place


def report_meta(body: Body) -> ReportMeta:
    """The metadata of a report, each field with the stretch that states it; "" where the text is silent.

    Read off title, occasion, speaker's line, opening and review headings of `body`. Regions (bylines, links to other
    reports, a collector's record) are not believed. Words are given in the characters of the text.
    """
    page = page_of(body)
    title = _title(page)
    spoken = speaker(page)
    kind = kind_of(page, title, spoken)
    form = form_of(page, title)
    if kind.value in {ReportKind.RESOLUTION, ReportKind.PRESS, ReportKind.STATISTICS}:
        spoken = None
    when = occasion(page)
    nation = _national(page, title, when)
    where = nation or place(page, title=title, occasion=when.place, speaker=spoken.title if spoken else None)
    place_plain = NATION if nation else where.value if where else ""
    body_plain, body_said = reporting_body(kind.value, place_plain, page, title, spoken)
    rank, ranked = _level(page, place_plain, body_plain, where, kind.value)
    delivered = when.date.value if when.date else ""
    year, covered = period(page, kind=kind.value, title=title.value if title else "", delivered=delivered)
    begins, breaks_off = first_words(page), last_words(page)
    others = reports_in(page)
    stated: dict[str, Said | None] = {
        "kind": kind.said,
        "form": form.said,
        "title_zh": title,
        "body_zh": (where or body_said or title) if body_plain else None,
        "place_zh": where,
        "level": ranked,
        "year": covered,
        "period": covered,
        "session_zh": when.session,
        "congress": when.session if when.congress else None,
        "session": when.session if when.number else None,
        "speaker": spoken.name if spoken else None,
        "speaker_title_zh": spoken.title if spoken else None,
        "date": when.date,
        "missing": breaks_off or begins,
        "reports": others[0] if others else None,
    }
    missing = {Missing.BEGINNING: begins, Missing.END: breaks_off}
    return ReportMeta(
        kind=kind.value,
        form=form.value,
        title_zh=page.written(title) if title else "",
        body_zh=page.in_its_characters(body_plain),
        place_zh=NATION if nation else page.written(where) if where else "",
        level=rank,
        year=year,
        period=covered.value if covered else "",
        session_zh=page.written(when.session) if when.session else "",
        congress=when.congress,
        session=when.number,
        speaker=page.written(spoken.name) if spoken else "",
        speaker_title_zh=page.written(spoken.title) if spoken and spoken.title else "",
        date=delivered,
        missing=tuple(part for part, said in missing.items() if said is not None),
        reports=1 + len(others),
        evidence=_evidence(page, stated),
    )


def _evidence(page: Page, stated: dict[str, Said | None]) -> dict[str, Span]:
    return {name: page.span(said) for name, said in stated.items() if said is not None}


# ---- title


def _title(page: Page) -> Said | None:
    """The title that says most: one with a place or a body before a bare 政府工作报告; over several lines where it is set so."""
    head = page.head_lines
    named = [said for index in range(len(head)) if (said := _title_at(head, index)) is not None]
    fuller = [said for said in named if len(said.value) > _GENERIC_TITLE]
    if fuller or named:
        return (fuller or named)[0]
    first = next((line for line in head if not line.text.startswith(("—", "（", "("))), None)
    if first is None or len(first.text) > 60 or furniture.is_opening(first):
        return None
    # A copy without line breaks goes on with the occasion.
    ends = first.text.find(_ENDS)
    goes_on = ends >= 0 and _GOES_ON.match(first.text, ends + len(_ENDS)) is not None
    words = first.text[: ends + len(_ENDS)] if goes_on else first.text
    return Said(words, first.start, first.start + len(words))


def _title_at(head: tuple[Line, ...], index: int) -> Said | None:
    line = head[index]
    if line.text.startswith(("—", "―", "━", "－", "-")):
        return None
    following = head[index + 1] if index + 1 < len(head) else None
    third = head[index + 2] if index + 2 < len(head) else None
    if following is not None and third is not None and _PLACE_LINE.fullmatch(line.text):
        middle = _BODY_LINE.fullmatch(following.text) is not None
        if middle and _ORGAN_LINE.fullmatch(third.text):
            return Said(line.text + following.text + third.text, line.start, third.end)
    if following is not None:
        for first, second in (
            (_PLACE_LINE, _ORGAN_LINE),
            (_FIRST_HALF, _SECOND_HALF),
            (_MOTION, _ON_MOTION),
        ):
            if first.fullmatch(line.text) and second.fullmatch(following.text):
                return Said(line.text + following.text, line.start, following.end)
    left_out = _LEFT_OUT.match(line.text)
    start = left_out.end() if left_out else 0
    end = next((m.start() for m in _LEFT_OUT.finditer(line.text, start) if m.start() > start), len(line.text))
    own = Line(line.start + start, line.start + end, line.text[start:end])
    return Said(own.text, own.start, own.end) if own.text and furniture.is_title_like(own) else None


# ---- place, level and the body that reports


def _national(page: Page, title: Said | None, when: Occasion) -> Said | None:
    """The words that make a report the nation's own."""
    if when.national and when.session is not None:
        return when.session
    if title is not None and _NATIONAL.search(title.value):
        return title
    for line in page.opening(3):
        at = line.text.find("代表国务院", 0, 120)
        if at >= 0:
            return Said("国务院", line.start + at + 2, line.start + at + 5)
    return None


def _level(
    page: Page, place_plain: str, body_plain: str, where: Said | None, kind: ReportKind
) -> tuple[Level, Said | None]:
    if not place_plain:
        return level_of_body(page) if kind.is_work_report else (Level.UNKNOWN, None)
    found = level(place_plain)
    # A city that the table does not have is of the prefecture's level where its court is.
    if "中级" in body_plain and found is Level.COUNTY and place_plain not in known_places():
        found = Level.PREFECTURE
    return found, where if found is not Level.UNKNOWN else None
