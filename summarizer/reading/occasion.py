"""Who delivered a report, when, and at which session: read off the lines between its title and its salutation."""

import re
from dataclasses import dataclass

from summarizer.lexicon.numerals import numeral_value
from summarizer.reading.page import Page, Said

__all__ = ["Occasion", "Speaker", "occasion", "speaker"]

_NUMERAL = r"[一二三四五六七八九十百\d]{1,5}"
_SESSION = (
    rf"(?P<session>第?\s?(?P<congress>{_NUMERAL})\s?届(?P<national>全国)?(?:人民代表大会|人大)(?:常务委员会|常委会)?"
    rf"第?\s?(?P<number>{_NUMERAL})\s?次(?:全体)?会议)"
)
_DATE = (
    r"(?P<year>(?:19|20)\d{2}|[一二][〇○零九][〇○零一二三四五六七八九]{2})年(?P<month>\d{1,2}|[一二十]{1,2}|[三四五六七八九])月"
    r"(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})日"
)
_DELIVERED = re.compile(
    rf"(?P<before>[—－\-–（(\s]{{0,6}})(?:{_DATE})?(?:上午|下午)?[，,]?在\s?(?P<place>[^，。；：\d]{{0,20}}?){_SESSION}(?=上|期间|[）)]?$)"
)
_NAMED = re.compile(
    rf"(?P<before>(?:【[^】]{{1,12}}】)?)(?P<place>[^，。；：\d【】]{{0,14}}?){_SESSION}"
    r"(?=$|(?:隆重|胜利|圆满)?(?:开幕|闭幕|召开|举行)|听取|审议|关于|通过)"
)
_DATE_LINE = re.compile(rf"[（(]?\s?{_DATE}\s?[）)]?")
_LINE = 70  # characters; in a longer line only a full date makes it the occasion
_LINES = 14  # the occasion stands at the top or nowhere

_OFFICE = r"(?:代理|代|副|常务副|第一副)?(?:主任|委员长|总理|省长|市长|县长|区长|州长|旗长|盟长|镇长|乡长|主席|院长|检察长|行署专员|专员|首席大法官|首席大检察官)"
_NAME = (
    r"(?P<name>[\u3400-\u9fff](?:[ ·•]?[\u3400-\u9fff]){1,3}|[\u3400-\u9fff]{1,6}[·•][\u3400-\u9fff·•]{1,12})"
)
_SPEAKER_LINE = re.compile(
    rf"[（(—]*(?:报告人[：:])?\s?(?P<title>[^，。：:]{{0,30}}?{_OFFICE})[ ：:]{{0,2}}{_NAME}(?:同志)?[）)]?"
)
_OFFICE_LINE = re.compile(rf"[（(—]*(?P<title>[^，。：:]{{0,30}}{_OFFICE})")
_NAME_LINE = re.compile(rf"{_NAME}[）)]?")
_IN_SENTENCE = re.compile(
    rf"会议上[，,]?(?:由)?(?P<title>[^，。：:]{{0,20}}?{_OFFICE})(?P<name>[\u3400-\u9fff]{{2,4}}?)(?:同志)?(?:代表|作|向|所作)"
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where and when: the day (ISO), the place of the congress, the session as written with its two numbers."""

    place: Said | None = None
    date: Said | None = None
    session: Said | None = None
    congress: int | None = None
    number: int | None = None
    national: bool = False


@dataclass(frozen=True, slots=True)
class Speaker:
    """Name without blanks, and office as written."""

    name: Said
    title: Said


def occasion(page: Page) -> Occasion:
    """The occasion as the top of the report states it; what it does not state is None."""
    for pattern, lines in (
        (_DELIVERED, page.paragraphs[:_LINES]),
        (_NAMED, page.paragraphs[: page.head + 1]),
    ):
        for line in lines:
            match = pattern.match(line.text[:100])
            if match and (len(line.text) <= _LINE or pattern is _NAMED or match["year"]):
                return _read(match, line.start)
    for line in page.head_lines:
        dated = _DATE_LINE.fullmatch(line.text)
        if dated:
            return Occasion(date=_date(dated, line.start))
    return Occasion()


def _read(match: re.Match[str], offset: int) -> Occasion:
    return Occasion(
        place=_said(match, "place", offset),
        date=_date(match, offset),
        session=_said(match, "session", offset),
        congress=_number(match["congress"]) or None,
        number=_number(match["number"]) or None,
        national=match["national"] is not None,
    )


def _date(match: re.Match[str], offset: int) -> Said | None:
    if "year" not in match.re.groupindex or match["year"] is None:
        return None
    year, month, day = (_number(match[part]) for part in ("year", "month", "day"))
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Said(f"{year:04}-{month:02}-{day:02}", match.start("year") + offset, match.end("day") + 1 + offset)


def _number(numeral: str) -> int:
    """The value of a Chinese or Arabic numeral, 0 for what is none."""
    value = numeral_value(numeral.replace("○", "〇"))
    return 0 if value is None else int(value)


def _said(match: re.Match[str], group: str, offset: int) -> Said | None:
    if not match[group]:
        return None
    return Said(match[group].replace(" ", ""), match.start(group) + offset, match.end(group) + offset)


def speaker(page: Page) -> Speaker | None:
    """Who delivers the report, from a line of its own above the salutation or the sentence that states the occasion."""
    for line, following in zip(page.head_lines, [*page.head_lines[1:], None], strict=False):
        match = _SPEAKER_LINE.fullmatch(line.text)
        if match:
            return _speaker(match, line.start, match, line.start)
        title = _OFFICE_LINE.fullmatch(line.text)
        name = _NAME_LINE.fullmatch(following.text) if title and following is not None else None
        if title and name and following is not None:
            return _speaker(name, following.start, title, line.start)
    for line in page.paragraphs[:_LINES]:
        match = _IN_SENTENCE.search(line.text[:120])
        if match:
            return _speaker(match, line.start, match, line.start)
    return None


def _speaker(
    name: re.Match[str], name_offset: int, title: re.Match[str], title_offset: int
) -> Speaker | None:
    said, office = _said(name, "name", name_offset), _said(title, "title", title_offset)
    return Speaker(said, office) if said is not None and office is not None else None
