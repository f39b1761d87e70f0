"""Source, date, author, counters, record heads, the stamp of a newspaper, captions of pictures."""

import re

from summarizer.lexicon import portal_pattern
from summarizer.reading.furniture.navigation import is_navigation
from summarizer.reading.lines import Line

__all__ = [
    "awaits_value",
    "is_byline",
    "is_caption",
    "is_certain_byline",
    "is_dated",
]

_LABEL = "(?:«label»|«record»)"
_LABELLED = rf"{_LABEL}[：:]"
_LABEL_FIRST = rf"[（(【\[*·]?{_LABEL}[：:]"
_LABEL_LAST = rf"{_LABEL}[：:]$"
_LABEL_ALONE = rf"{_LABEL}[：:]?"
_CERTAIN = r"[（(【\[]?«record»[：:]"
_DATE = re.compile(
    r"(?:19|20)\d{2}\s?(?:[-./]|年)\s?\d{1,2}\s?(?:[-./]|月)\s?\d{1,2}\s?日?(?:\s{0,4}\d{1,2}\s?[:：时]\s?\d{1,2}\s?分?(?:\s?[:：]\s?\d{1,2})?)?"
)
_STAMP = re.compile(
    r"[\u3400-\u9fff]{2,12}(?:日报|晚报|时报|晨报|早报|商报|都市报|周报|报|导刊)\s*[/／|\s（(《》,，].{0,60}"
)
_PAPER = re.compile(r"第\s?[\dA-Z]{1,4}\s?版|\d版")
_URL = re.compile(r"[^。，；]{0,20}(?:https?://|www\.)\S+", re.IGNORECASE)
_NEWSPAPER = r"[\u3400-\u9fff]{2,10}(?:日报|晚报|时报|晨报|早报|商报|都市报|周报)"
_BESIDE = re.compile(rf"\d{{1,8}}|{_NEWSPAPER}|")
_BESIDE_DATE = " \t\u3000\xa0|｜"
_DATELINE = re.compile(
    r"(?:本报|新华社|中新社|中新网)[\u3400-\u9fff]{0,8}\d{1,2}月\d{1,2}日(?:电|讯|消息)(?:[（(].{1,30}[）)])?"
)
_CREDIT = re.compile(
    r"(?:记者|通讯员|摄影|新华社|本报)[^。，；]{0,24}摄[)）】]?。?$|图片[^。，；]{0,24}提供[)）】]?。?$|摄影[：:][^。，；]{1,16}$"
)
_CAPTION = r"«caption».{2,100}|图\s?[①-⑩\d]\s?[：:].{2,80}"
_CREDIT_ALONE = re.compile(
    r"[（(【\[]?(?:本报|特约|通讯|见习)?(?:记者|通讯员|作者|摄影|图)[\s:：/／][^。，；：]{1,24}[)）】\]]?"
    r"|[（(][^。，；]{2,30}(?:供稿|供图|提供|来稿|摄)[)）]"
)


def is_byline(line: Line) -> bool:
    """Source, date, author, counters, the stamp of a newspaper, a collector's record head: lines at the head of a page."""
    text, bare = line.said, line.bare
    if len(text) > 200 or "。" in text:
        return False
    if portal_pattern(_LABEL_FIRST).match(bare) or len(portal_pattern(_LABELLED).findall(bare)) >= 2:
        return True
    if _URL.fullmatch(text) or _is_table_row(text):
        return True
    if _STAMP.fullmatch(text) and (_PAPER.search(text) or _DATE.search(re.sub(r"[/／\s]", "", text))):
        return True
    if _CREDIT_ALONE.fullmatch(text) or _is_dateline(line):
        return True
    rest, dates = _DATE.subn("", text)
    rest = re.sub(r"星期[一二三四五六日天]", "", rest).strip(_BESIDE_DATE)
    return dates > 0 and (
        _BESIDE.fullmatch(rest) is not None
        or (bool(portal_pattern(_LABELLED).search("".join(rest.split()))) and len(rest) <= 80)
    )


def _is_table_row(text: str) -> bool:
    """A row of a record set as a table: cells between bars, a label first."""
    cells = text.split("|")
    return len(cells) >= 3 and portal_pattern(_LABEL_ALONE).fullmatch("".join(cells[0].split())) is not None


def is_certain_byline(line: Line) -> bool:
    """A byline wherever it stands: no report line begins with such a label."""
    return (
        len(line.said) <= 120
        and "。" not in line.said
        and portal_pattern(_CERTAIN).match(line.bare) is not None
    )


def is_caption(line: Line) -> bool:
    """What a picture shows and who took it, wherever it stands."""
    text = line.said
    return len(text) <= 160 and (
        portal_pattern(_CAPTION).fullmatch(text) is not None or _CREDIT.search(text) is not None
    )


def _is_dateline(line: Line) -> bool:
    """Where and when an agency sent the text (新华社北京3月19日电)."""
    return _DATELINE.fullmatch(line.bare) is not None


def awaits_value(line: Line) -> bool:
    """Whether the line ends with a label, its colon or an empty bracket, and what it is to say stands below."""
    return portal_pattern(_LABEL_LAST).search(line.bare) is not None and not is_navigation(line)


def is_dated(line: Line) -> bool:
    """Whether the line begins with a full date."""
    return _DATE.match(line.text[:60]) is not None
