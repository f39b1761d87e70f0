"""What a report says about itself: kind, title, body, place, period, session, speaker, date. Nothing from its file name."""

import re
from typing import assert_never

from summarizer.reading import furniture
from summarizer.reading.document import Body, Form, Level, ReportKind, ReportMeta, Span
from summarizer.reading.occasion import occasion, speaker
from summarizer.reading.page import Page, Said, page_of
from summarizer.reading.period import period
from summarizer.reading.place import NATION, level, place

__all__ = ["report_meta"]

_INFOGRAPHIC = re.compile(r"图解|一图读懂|图说|数说")
_GUIDE = re.compile(r"导读|摘要|摘登|解读|要点|速读|精简版|亮点")

_STATISTICS = re.compile(r"统计公报")
_CONGRESS = re.compile(r"(?:人民代表大会|人大)\s?(?:常务委员会|常委会).{0,12}工作报告|人大工作报告")
_GOVERNMENT = re.compile(r"(?:政府|国务院)\s?.{0,6}工作报告")
_COURT = re.compile(r"法院\s?.{0,6}工作报告")
_PROCURATORATE = re.compile(r"检察院\s?.{0,6}工作报告")
_SPEAKS = (
    (ReportKind.GOVERNMENT, re.compile(r"我谨?代表[^，。]{0,20}(?:政府|国务院)|代表国务院")),
    (ReportKind.COURT, re.compile(r"(?:我谨?代表|现将)[^，。]{0,20}法院")),
    (ReportKind.PROCURATORATE, re.compile(r"(?:我谨?代表|现将)[^，。]{0,20}检察院")),
    (ReportKind.CONGRESS, re.compile(r"(?:我?受|我谨?代表)[^，。]{0,24}(?:常务委员会|常委会)")),
)
_OFFICES = (
    (ReportKind.CONGRESS, re.compile(r"人大常委会|人民代表大会常务委员会|委员长")),
    (ReportKind.COURT, re.compile(r"法院")),
    (ReportKind.PROCURATORATE, re.compile(r"检察")),
    (ReportKind.GOVERNMENT, re.compile(r"总理|[省市县区州旗盟镇乡]长|政府|自治区主席")),
)
_RESOLVES = re.compile(r"(?:会议|大会)(?:听取和|听取并)?(?:审议|审查)了|(?:会议|大会)?决定批准|决议")
_NEWS_TITLE = re.compile(r"开幕|闭幕|召开|举行|圆满|快讯|侧记|综述|在.{2,12}隆重")
_NEWS_TEXT = re.compile(
    r"报告指出|会议应(?:出席|到)|主席台|宣布.{0,30}(?:开幕|闭幕)|[，。].{2,20}作.{2,30}工作报告|会议指出|会议强调|记者|本报讯"
)
_NATIONAL = re.compile(r"国务院|全国人民代表大会|全国人大常委会|最高人民法院|最高人民检察院")

_PLACE_LINE = re.compile(
    r"[^，。：\d]{2,16}(?:[省市区县州盟旗]|人民代表大会|常务委员会|人民政府|人民法院|人民检察院)"
)
_ORGAN_LINE = re.compile(
    r"(?:人民代表大会|人大常委会|常务委员会|人民政府|政府|(?:高级|中级)?人民法院|人民检察院|工作).{0,12}工?作?报告.{0,8}"
)
_COURT_NAME = re.compile(r"[\u3400-\u9fff]{2,16}?(?:高级|中级)?人民法院|最高人民法院")
_PROCURATORATE_NAME = re.compile(r"[\u3400-\u9fff]{2,16}?人民检察院")
_GENERIC_TITLE = 8  # characters; 政府工作报告 alone says less than a title with a place


def report_meta(body: Body) -> ReportMeta:
    """The metadata of a report, each field with the stretch that states it; "" where the text is silent.

    Read off title, occasion, speaker's line, opening and review headings of `body`. Regions (bylines, links to other
    reports, a collector's record) are not believed.
    """
    page = page_of(body)
    title = _title(page)
    kind = _kind(page, title)
    spoken = speaker(page) if kind.is_work_report else None
    when = occasion(page)
    national = when.national or _is_national(page, title)
    where = (
        None
        if national
        else place(page, title=title, occasion=when.place, speaker=spoken.title if spoken else None)
    )
    place_zh = NATION if national else where.value if where else ""
    delivered = when.date.value if when.date else ""
    year, covered = period(page, kind=kind, title=title.value if title else "", delivered=delivered)
    stated: dict[str, Said | None] = {
        "title_zh": title,
        "place_zh": where or (when.session if when.national else None),
        "year": covered,
        "period": covered,
        "session_zh": when.session,
        "speaker": spoken.name if spoken else None,
        "speaker_title_zh": spoken.title if spoken else None,
        "date": when.date,
    }
    return ReportMeta(
        kind=kind,
        form=_form(page),
        title_zh=title.value if title else "",
        body_zh=_body_name(kind, place_zh, page, title),
        place_zh=place_zh,
        level=Level.NATIONAL if national else level(place_zh),
        year=year,
        period=covered.value if covered else "",
        session_zh=when.session.value if when.session else "",
        congress=when.congress,
        session=when.number,
        speaker=spoken.name.value if spoken else "",
        speaker_title_zh=spoken.title.value if spoken else "",
        date=delivered,
        evidence=_evidence(page, stated),
    )


def _evidence(page: Page, stated: dict[str, Said | None]) -> dict[str, Span]:
    return {name: page.span(said) for name, said in stated.items() if said is not None}


# ---- title


def _title(page: Page) -> Said | None:
    """The title that says most: one with a place or a body before a bare 政府工作报告; over two lines where it is set so."""
    head = page.head_lines
    named: list[Said] = []
    for index, line in enumerate(head):
        if line.text.startswith(("—", "－", "-")):
            continue
        following = head[index + 1] if index + 1 < len(head) else None
        if (
            following is not None
            and _PLACE_LINE.fullmatch(line.text)
            and _ORGAN_LINE.fullmatch(following.text)
        ):
            named.append(Said(line.text + following.text, line.start, following.end))
        elif furniture.is_title_like(line):
            named.append(Said(line.text, line.start, line.end))
    fuller = [said for said in named if len(said.value) > _GENERIC_TITLE]
    if fuller or named:
        return (fuller or named)[0]
    first = next((line for line in head if not line.text.startswith(("—", "（", "("))), None)
    if first is None or len(first.text) > 60 or furniture.is_opening(first):
        return None
    return Said(first.text, first.start, first.end)


# ---- kind and form


def _kind(page: Page, title: Said | None) -> ReportKind:
    name = title.value if title else ""
    head = "\n".join(line.text for line in page.head_lines)
    opening = [line.text[:200] for line in page.paragraphs[: page.head + 3]]
    speaks = next((kind for kind, pattern in _SPEAKS for text in opening if pattern.search(text)), None)
    if _STATISTICS.search(name):
        return ReportKind.STATISTICS
    if speaks is None and (_is_resolution(name, opening)):
        return ReportKind.RESOLUTION
    if speaks is None and _is_news(page, name):
        return ReportKind.PRESS
    by_title = _by_title(name) or _by_title(head)
    if by_title is not None:
        return by_title
    if speaks is not None:
        return speaks
    spoken = speaker(page)
    if spoken is not None and "报告" in head:
        return next(
            (kind for kind, pattern in _OFFICES if pattern.search(spoken.title.value)), ReportKind.OTHER
        )
    return ReportKind.OTHER


def _by_title(title: str) -> ReportKind | None:
    for kind, pattern in (
        (ReportKind.CONGRESS, _CONGRESS),
        (ReportKind.COURT, _COURT),
        (ReportKind.PROCURATORATE, _PROCURATORATE),
        (ReportKind.GOVERNMENT, _GOVERNMENT),
    ):
        if pattern.search(title):
            return kind
    return None


def _is_resolution(title: str, opening: list[str]) -> bool:
    if title.rstrip("）)").endswith(("决议", "决定")):
        return True
    return not title and len(_RESOLVES.findall("".join(opening))) >= 2


def _is_news(page: Page, title: str) -> bool:
    seen = {match for line in page.paragraphs for match in _NEWS_TEXT.findall(line.text[:300])}
    return (bool(_NEWS_TITLE.search(title)) and bool(seen)) or len(seen) >= 3


def _form(page: Page) -> Form:
    head = "\n".join(line.text for line in page.head_lines)
    if _INFOGRAPHIC.search(head):
        return Form.INFOGRAPHIC
    return Form.GUIDE if _GUIDE.search(head) else Form.FULL


def _is_national(page: Page, title: Said | None) -> bool:
    opening = "".join(line.text[:120] for line in page.opening(3) if "代表国务院" in line.text)
    return _NATIONAL.search((title.value if title else "") + opening) is not None


# ---- the body that reports


def _body_name(kind: ReportKind, place_zh: str, page: Page, title: Said | None) -> str:
    national = place_zh == NATION
    match kind:
        case ReportKind.CONGRESS:
            return f"{place_zh}人民代表大会常务委员会" if place_zh else ""
        case ReportKind.GOVERNMENT:
            return "国务院" if national else f"{place_zh}人民政府" if place_zh else ""
        case ReportKind.COURT:
            return "最高人民法院" if national else _written(_COURT_NAME, page, title)
        case ReportKind.PROCURATORATE:
            return "最高人民检察院" if national else _written(_PROCURATORATE_NAME, page, title)
        case ReportKind.RESOLUTION | ReportKind.PRESS | ReportKind.STATISTICS | ReportKind.OTHER:
            return ""
    assert_never(kind)


def _written(pattern: re.Pattern[str], page: Page, title: Said | None) -> str:
    """A court's name as written: its rank cannot be told from the place."""
    texts = [title.value if title else "", *(line.text for line in page.head_lines)]
    return next((match.group() for text in texts if (match := pattern.search(text))), "")
