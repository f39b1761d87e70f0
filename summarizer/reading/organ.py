"""The body that reports, in its full name: as title and opening name it, never one that such a place does not have."""

import re
from typing import assert_never

from summarizer.lexicon.places import known_places
from summarizer.reading.document import Level, ReportKind
from summarizer.reading.occasion import Speaker
from summarizer.reading.page import Page, Said
from summarizer.reading.place import NATION, level

__all__ = ["reporting_body"]

# What the bodies of an area without a congress or a government of its own are called in full, by what reports call them.
_OF_AREA = {
    "工委": "人大工作委员会", "工作委员会": "人大工作委员会", "管委会": "管理委员会", "管理委员会": "管理委员会",
    "行署": "行政公署", "行政公署": "行政公署", "办事处": "办事处",
}  # fmt: skip
_AREA = re.compile(r"(?:街道|地区|开发区|高新区|经开区|园区|管理区|新区)$")
_CONGRESS_ORGAN = re.compile(
    r"(?:人民代表大会|人大)\s?(?:(?:常务委员会|常委会)(?P<area>[\u3400-\u9fff]{2,12}?))?(?P<organ>工委|工作委员会)"
    r"|(?:人民代表大会|人大)\s?(?P<full>常务委员会|常委会|主席团)"
)
# Whose report it is, not under whose guidance the work was done.
_MANDATE = re.compile(r"(?:代表|受)[^，,。]{2,40}")
_GOVERNMENT_ORGAN = re.compile(
    r"(?:代表|受)(?P<before>[^，,。]{0,16}?)(?P<organ>人民政府|政府|管委会|管理委员会|行署|行政公署|办事处)"
)
_OFFICE_OF_AREA = re.compile(r"(?P<organ>管委会|管理委员会|行署|行政公署|办事处)")
_ON_BEHALF = 3  # paragraphs in which a report says whose it is
_COURT_NAME = re.compile(
    r"最高人民法院|[\u3400-\u9fff]{2,16}?(?:第[一二三四五六])?(?:高级|中级)?(?:人民)?法院"
)
_PROCURATORATE_NAME = re.compile(r"最高人民检察院|[\u3400-\u9fff]{2,16}?检察院")


def reporting_body(
    kind: ReportKind, place_plain: str, page: Page, title: Said | None, spoken: Speaker | None
) -> tuple[str, Said | None]:
    """The body's full name in simplified characters, and where it is written so, if the place does not give it."""
    national = place_plain == NATION
    match kind:
        case ReportKind.CONGRESS:
            return _congress(page, place_plain, title), None
        case ReportKind.GOVERNMENT:
            return ("国务院" if national else _government(page, place_plain, title, spoken)), None
        case ReportKind.COURT:
            return ("最高人民法院", None) if national else _court(_COURT_NAME, page, title)
        case ReportKind.PROCURATORATE:
            return ("最高人民检察院", None) if national else _court(_PROCURATORATE_NAME, page, title)
        case (
            ReportKind.RESOLUTION
            | ReportKind.PRESS
            | ReportKind.STATISTICS
            | ReportKind.PLAN
            | ReportKind.SPECIAL
            | ReportKind.WORK_PLAN
            | ReportKind.SPEECH
            | ReportKind.OTHER
        ):
            return "", None
    assert_never(kind)


def _congress(page: Page, place_plain: str, title: Said | None) -> str:
    """The organ of the congress that the titles or the opening name; where they name none, the one that such a place has."""
    if not place_plain:
        return ""
    titles = [line.text for line in page.head_lines if "报告" in line.text]
    spoken_for = [
        match.group() for line in page.opening(_ON_BEHALF) for match in _MANDATE.finditer(line.text[:160])
    ]
    for text in ([title.value] if title else []) + titles + spoken_for:
        named = _CONGRESS_ORGAN.search(text)
        if named is not None and named["area"]:
            return f"{place_plain}人大常委会{named['area']}工作委员会"
        if named is not None and named["organ"]:
            return place_plain + _OF_AREA[named["organ"]]
        if named is not None:
            return f"{place_plain}人民代表大会{named['full'].replace('常委会', '常务委员会')}"
    if _AREA.search(place_plain):
        return ""
    presidium = level(place_plain) is Level.TOWNSHIP
    return f"{place_plain}人民代表大会{'主席团' if presidium else '常务委员会'}"


def _government(page: Page, place_plain: str, title: Said | None, spoken: Speaker | None) -> str:
    """The government of the place, or what the report says stands for one in an area that has none."""
    texts = [line.text[:160] for line in page.opening(_ON_BEHALF)]
    behalf = next((match for text in texts if (match := _GOVERNMENT_ORGAN.search(text))), None)
    if behalf is not None and behalf["organ"] in _OF_AREA:
        return _of_area(place_plain, behalf["before"], behalf["organ"])
    own = place_plain and (behalf is not None or (title is not None and "人民政府" in title.value))
    if not own and spoken is not None and spoken.title is not None:
        office = _OFFICE_OF_AREA.search(spoken.title.value)
        if office is not None:
            return _of_area(place_plain, spoken.title.value[: office.start()], office["organ"])
    if not place_plain or place_plain.endswith(("街道", "地区")):
        return ""
    # 浦东新区 is a district with a government, a new area of no table may have none.
    governed = own or _AREA.search(place_plain) is None or place_plain in known_places()
    return f"{place_plain}人民政府" if governed else ""


def _of_area(place_plain: str, before: str, organ: str) -> str:
    """The body of an area: of the place where the words before it are its end (新区 of 石河新区), else as written."""
    owner = place_plain if place_plain.endswith(before) and _AREA.search(place_plain) else before
    return f"{owner}{_OF_AREA[organ]}" if len(owner) > 1 else ""


def _court(pattern: re.Pattern[str], page: Page, title: Said | None) -> tuple[str, Said | None]:
    """A court's name as written: its rank cannot be told from the place."""
    lines = [Said(line.text, line.start, line.end) for line in page.head_lines]
    for said in [title, *lines]:
        match = pattern.search(said.value) if said is not None else None
        if match and said is not None:
            return match.group(), said
    return "", None
