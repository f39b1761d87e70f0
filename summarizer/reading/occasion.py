"""Who delivered a report, when, and at which session: read off the lines between its title and its salutation."""

import itertools
import re
from calendar import monthrange
from dataclasses import dataclass

from summarizer.lexicon.numerals import numeral_value
from summarizer.lexicon.places import known_places
from summarizer.reading import furniture
from summarizer.reading.page import Page, Said, Stretch

__all__ = ["Occasion", "Speaker", "is_delivered", "occasion", "speaker"]

_NUMERAL = r"[一二三四五六七八九十百\d]{1,5}"
_COMMITTEE = r"(?:常务委员会|常委会|主席团)"
# A session sits several times; its reports are heard at the first or second of these.
_MEETING = r"(?:\s?第?\s?[一二三四五六]\s?次(?:全体会议|大会))?"
_SESSION = (
    rf"(?P<session>第?\s?(?P<congress>{_NUMERAL})\s?届\s?(?P<national>全国)?(?:人民代表大会|人大|委员会){_COMMITTEE}?"
    rf"\s?第?\s?(?P<number>{_NUMERAL})\s?次(?:全体)?会议){_MEETING}"
)
# Committees of the congress count their meetings within its term; some name the term nowhere.
_SITTING = rf"(?P<session>(?:人民代表大会|人大){_COMMITTEE}\s?第?\s?(?P<number>{_NUMERAL})\s?次(?:全体)?会议)"
_DATE = (
    r"(?P<date>(?P<year>(?:19|20)\d{2})(?:\s?年\s?|(?P<mark>[./-])\s?)(?P<month>\d{1,2}|[一二十]{1,2}|[三四五六七八九])"
    r"(?(mark)(?P=mark)|\s?月)\s?(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})(?(mark)(?!\d)|\s?日))"
)
_PLACE = r"(?P<place>[^，,。；：:\d]{0,20}?)"
# Dashes, bullets and brackets before an occasion; a date of which part is left open or masked.
_LEAD = rf"(?:[^\w\u3400-\u9fff]{{0,16}}(?:{_DATE}|[\dX×*年月日\s]{{2,14}})?(?:上午|下午)?[，,\s]*)"
_DELIVERED = re.compile(rf"{_LEAD}在\s?(?:政协)?{_PLACE}{_SESSION}(?=上|期间|[）)]?$)")
_SAT = re.compile(rf"{_LEAD}在\s?{_PLACE}{_SITTING}(?=上|期间|[）)]?$)")
# The same behind a title, a site's dateline or a number, where dashes lead it.
_BEHIND_DASHES = re.compile(rf"[—―━－-]{{2,}}\s?(?:{_DATE})?[，,]?在\s?(?:政协)?{_PLACE}{_SESSION}(?=上)")
_IN_TITLE = re.compile(rf"(?:{_DATE})?\s?在{_PLACE}{_SESSION}上")
_ADOPTED = re.compile(rf"[（(]\s?{_DATE}\s?{_PLACE}{_SESSION}[^）)]{{0,12}}(?:通过|批准)")
_NAMED = re.compile(
    rf"(?:[^\w\u3400-\u9fff]{{0,4}}(?:【[^】]{{1,12}}】|原?标题[:：])?|{_LEAD})(?P<place>[^，,。；：:\d【】]{{0,14}}?){_SESSION}"
    r"(?=上?[）)]?$|(?:隆重|胜利|圆满)?(?:开幕|闭幕|召开|举行)|\s|听取|审议|关于|通过|第?[一二三四五]次全体会议)"
)
_DATE_LINE = re.compile(
    rf"[（(]?\s?{_DATE}\s?(?:[\u3400-\u9fff](?:[ ·]?[\u3400-\u9fff]){{1,3}})?\s?[）)]?(?:通过)?"
)
_LINE = 70  # characters; in a longer line only a full date makes it the occasion
_LINES = 14  # the occasion stands at the top or nowhere
_TOLD = 5  # paragraphs of a news item that name the session
_SALUTATION = re.compile(r"(?:各位|同志们)(?:代表|委员|同志)?[，,：:!！]")

_HEADS = "主任委员|主任|委员长|总理|省长|市长|县长|区长|州长|旗长|盟长|镇长|乡长|苏木达|主席|院长|检察长|专员|首席大法官|首席大检察官|局长|厅长|秘书长|书记"
_OFFICE = rf"(?:代理|代|副|常务副|第一副)?(?:行署)?(?:{_HEADS})"
_SYLLABLES = (
    r"(?:[\u3400-\u9fff](?:[ ·•]?[\u3400-\u9fff]){1,3}|[\u3400-\u9fff]{1,6}[·•][\u3400-\u9fff·•]{1,12})"
)
_NAME = rf"(?P<name>{_SYLLABLES})"
# What stands behind a name: （女，蒙古族）, 同志.
_BEHIND_NAME = r"(?:同志)?(?:\s?[（(](?:[男女]|[，,、 ]|[\u3400-\u9fff]{1,8}族){1,3}[）)])?[）)]?"
_SPEAKER_LINE = re.compile(
    rf"[（(—]*(?:报告人[：:])?\s?(?P<title>[^，。：:]{{0,30}}?{_OFFICE})[ ：:]{{0,2}}{_NAME}{_BEHIND_NAME}"
)
# A name of more than four characters has a blank before it.
_LONG_NAME_LINE = re.compile(
    rf"[（(—]*(?:报告人[：:])?\s?(?P<title>[^，。：:]{{0,30}}?{_OFFICE})[ ：:]{{1,2}}(?P<name>[\u3400-\u9fff]{{5,8}}){_BEHIND_NAME}"
)
_NAME_FIRST_LINE = re.compile(rf"[（(—]*(?P<name>[\u3400-\u9fff]{{2,4}}?)(?P<title>{_OFFICE}){_BEHIND_NAME}")
_OFFICE_LINE = re.compile(rf"[（(—]*(?P<title>[^，。：:]{{0,30}}{_OFFICE})")
_NAME_LINE = re.compile(rf"{_NAME}{_BEHIND_NAME}")
# What a head says besides names, and begins and ends as no name does. How a name ends shows nothing: 红旗, 建州, 振镇 are names.
_NO_NAME = re.compile(
    r".*(?:报告|会议|草案)|(?:书面|工作|主任|讲话|致辞|质量|热线|办公|团).*|第?[一二三四五六七八九十]{1,3}届|各位代表|同志们?|代表|全文|.*日报"
)
_OF_PLACE = re.compile(r".+[省市县区州旗盟镇乡]")
_OF_BODY = re.compile(r".*(?:人大|政府|(?:大|委员|常委)会|党组|[委局厅院办])|常务|代理|第一|执行|分管")
_BEHIND_OCCASION = re.compile(
    rf"上?[）)]?\s?(?P<title>[^，。：:]{{0,24}}?{_OFFICE})\s?(?P<name>[\u3400-\u9fff]{{2,8}}?)\s?(?=各位|同志们|$)"
)
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
    """Name without blanks, and office as written, None where the report gives the name alone."""

    name: Said
    title: Said | None


def occasion(page: Page) -> Occasion:
    """The occasion as the top of the report states it; what it does not state is None."""
    found = _stated(page)
    if found.date is not None:
        return found
    date = _day(page)
    return Occasion(found.place, date, found.session, found.congress, found.number, found.national)


def _stated(page: Page) -> Occasion:
    for stretch in page.stretches(_LINES):
        head = stretch.text[:160]
        match = _delivered(stretch)
        if match:
            return _read(match, stretch)
        match = _BEHIND_DASHES.search(head) or _ADOPTED.match(head)
        if match:
            return _read(match, stretch)
    # A line of its own before several that read as one: a title above would be taken for part of the place.
    alone = [Stretch(line.text, (line,)) for line in page.paragraphs[: page.head + 1]]
    for stretch in (*alone, *page.stretches(page.head + 1)):
        match = _NAMED.match(stretch.text[:100])
        if match:
            return _read(match, stretch)
    for line in page.head_lines:
        stretch = Stretch(line.text, (line,))
        match = _IN_TITLE.search(line.text)
        if match and (furniture.is_title_like(line) or "工作报告" in line.text):
            return _read(match, stretch)
    for line in page.paragraphs[:3]:
        head = _before_salutation(line.text[:200])
        match = _IN_TITLE.search(head) if len(head) < min(len(line.text), 120) else None
        if match:
            return _read(match, Stretch(line.text, (line,)))
    return Occasion()


def is_delivered(page: Page) -> bool:
    """Whether a line of the head says that the report was given at a session: （…在…会议上）."""
    return any(_delivered(Stretch(line.text, (line,))) is not None for line in page.head_lines)


def _delivered(stretch: Stretch) -> re.Match[str] | None:
    for pattern in (_DELIVERED, _SAT):
        match = pattern.match(stretch.text[:160])
        if match and (len(_before_salutation(stretch.text)) <= _LINE or match["date"]):
            return match
    return None


def _before_salutation(text: str) -> str:
    greeting = _SALUTATION.search(text, 0, 300)
    return text[: greeting.start()] if greeting else text


def _day(page: Page) -> Said | None:
    """The day on a line of its own in the head."""
    for line in page.head_lines:
        dated = _DATE_LINE.fullmatch(line.text)
        if dated:
            return _date(dated, Stretch(line.text, (line,)))
    return None


def _read(match: re.Match[str], stretch: Stretch) -> Occasion:
    groups = match.re.groupindex
    return Occasion(
        place=stretch.said(match, "place"),
        date=_date(match, stretch),
        session=stretch.said(match, "session"),
        congress=_number(match["congress"]) or None if "congress" in groups else None,
        number=_number(match["number"]) or None,
        national="national" in groups and match["national"] is not None,
    )


def _date(match: re.Match[str], stretch: Stretch) -> Said | None:
    if "date" not in match.re.groupindex or match["date"] is None:
        return None
    year, month, day = (_number(match[part]) for part in ("year", "month", "day"))
    if not (1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return stretch.said(match, "date", f"{year:04}-{month:02}-{day:02}")


def _number(numeral: str) -> int:
    """The value of a Chinese or Arabic numeral, 0 for what is none."""
    value = numeral_value(numeral.replace("○", "〇"))
    return 0 if value is None else int(value)


def speaker(page: Page) -> Speaker | None:
    """Who delivers the report, from a line of its own above the salutation or the sentence that states the occasion."""
    for line, following in zip(page.head_lines, [*page.head_lines[1:], None], strict=False):
        own = Stretch(line.text, (line,))
        match = _SPEAKER_LINE.fullmatch(line.text) or _LONG_NAME_LINE.fullmatch(line.text)
        if match and not _NO_NAME.fullmatch(match["name"]):
            return _speaker(own.said(match, "name"), own.said(match, "title"))
        title = _OFFICE_LINE.fullmatch(line.text)
        name = _NAME_LINE.fullmatch(following.text) if title and following is not None else None
        if title and name and following is not None and not _NO_NAME.fullmatch(name["name"]):
            return _speaker(
                Stretch(following.text, (following,)).said(name, "name"), own.said(title, "title")
            )
    return _behind_occasion(page) or _in_sentence(page) or _name_first(page) or _name_alone(page)


def _speaker(name: Said | None, office: Said | None) -> Speaker | None:
    return Speaker(name, office) if name is not None else None


def _behind_occasion(page: Page) -> Speaker | None:
    """…会议上 自治区主席 某某 各位代表：all on one line."""
    for line in page.paragraphs[:_LINES]:
        head = _before_salutation(line.text[:240])
        stretch = Stretch(line.text, (line,))
        met = re.search(rf"{_NUMERAL}\s?次(?:全体)?会议(?=上)", head)
        match = _BEHIND_OCCASION.fullmatch(head, met.end()) if met else None
        if match and not _NO_NAME.fullmatch(match["name"]):
            return _speaker(stretch.said(match, "name"), stretch.said(match, "title"))
        office = re.fullmatch(
            rf"(?P<title>[^，。：:]{{0,24}}?{_OFFICE})\s?(?P<name>[\u3400-\u9fff]{{2,4}})\s?", head
        )
        if office and len(head) < len(line.text) and not _NO_NAME.fullmatch(office["name"]):
            return _speaker(stretch.said(office, "name"), stretch.said(office, "title"))
    return None


def _in_sentence(page: Page) -> Speaker | None:
    for line in page.paragraphs[:_LINES]:
        match = _IN_SENTENCE.search(line.text[:120])
        if match:
            stretch = Stretch(line.text, (line,))
            return _speaker(stretch.said(match, "name"), stretch.said(match, "title"))
    return None


def _name_alone(page: Page) -> Speaker | None:
    """A line of two to four characters between the occasion and the salutation, or beside the day in its brackets."""
    head, greeted = page.head_lines, _is_greeted(page)
    for above, line in itertools.pairwise(head):
        occasion_above = re.search(r"会议上?[）)]?$", above.text) is not None
        dated = re.fullmatch(rf"[（(]?\s?{_DATE}\s?{_NAME}\s?[）)]?", line.text)
        name = _NAME_LINE.fullmatch(line.text) if occasion_above and greeted else None
        match = name or dated
        if match and not _NO_NAME.fullmatch(match["name"]) and not _is_no_person(page, match["name"]):
            return _speaker(Stretch(line.text, (line,)).said(match, "name"), None)
    return None


def _name_first(page: Page) -> Speaker | None:
    """A line of the head with the office behind the name: 田一禾县长, but not 石河县长 where the text knows 石河县."""
    if not _is_greeted(page):
        return None
    for line in page.head_lines:
        match = _NAME_FIRST_LINE.fullmatch(line.text)
        if match is None or any(
            pattern.fullmatch(match["name"]) for pattern in (_NO_NAME, _OF_PLACE, _OF_BODY)
        ):
            continue
        place = match["name"] + match["title"][0]
        if place not in known_places() and page.plain.count(place) == 1:
            own = Stretch(line.text, (line,))
            return _speaker(own.said(match, "name"), own.said(match, "title"))
    return None


def _is_greeted(page: Page) -> bool:
    """Whether the head ends in a salutation."""
    return page.head < len(page.paragraphs) and furniture.is_opening(page.paragraphs[page.head])


def _is_no_person(page: Page, name: str) -> bool:
    """Whether words without an office before them are a body, an office or a place: of the table, or named in the text again."""
    if _OF_BODY.fullmatch(name) or _OFFICE_LINE.fullmatch(name) or name in known_places():
        return True
    return _OF_PLACE.fullmatch(name) is not None and page.plain.count(name) > 1
