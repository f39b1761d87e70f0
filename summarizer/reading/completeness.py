"""What a file lacks or has too much of: a report cut off at an end, or several reports one after the other."""

import re

from summarizer.reading import furniture
from summarizer.reading.lines import Line
from summarizer.reading.page import Page, Said

__all__ = ["first_words", "last_words", "reports_in"]

_CLOSED = re.compile(r"[。！？；!?;…”’」』）)】》〕\]|｜]$")
_SENTENCE = re.compile(r"[。！？!?]")
_CUT_MARK = re.compile(r"[，、,：:（(《“—\-—]$")
_SAID_CUT = re.compile(
    r"未完待续|[（(]未完[）)]|剩余\s?\d+\s?[字页]|余下.{0,6}(?:全文|内容)|试读(?:结束|已结束)|预览(?:结束|已结束)|还(?:有|剩)\s?\d+\s?页|(?:阅读|查看|展开|点击).{0,4}全文"
    r"|继续阅读|阅读剩余"
)
# What a report may end with instead of a full stop.
_FAREWELL = re.compile(
    r"谢谢|奋斗|努力|篇章|胜利|辉煌|贡献|完毕|结束|出彩|前进|答卷|未来|梦想|完[）)]?$|^附|附件|\d{4}年\d{1,2}月\d{1,2}日$"
)
_PART = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,2}部分)"
)
_BULLET = re.compile(r"[·•▪●■◆★☆►▶※*]")
_NUMBERED = re.compile(r"(?P<number>[一二三四五六七八九十]{1,3})、")
_BRACKETED = re.compile(r"[（(](?P<number>[一二三四五六七八九十]{1,3})[）)]")
_TOP = 12  # lines that hold the title and the salutation of a report that has its beginning
_MID_SENTENCE = re.compile(r"[，。、；：）)”》％%,;:]")
_LONG = 40  # characters; a longer line without the end of a sentence is no heading
_TITLES_OF_PARTS = re.compile(
    r"第[一二三四五六七八九十\d]{1,3}[篇份][：:]|篇[一二三四五六七八九十\d]{1,3}[：:]"
)
_OCCASION = re.compile(
    r"[^\w\u3400-\u9fff]{0,6}(?:\d{4}年\d{1,2}月\d{1,2}日)?(?:上午|下午)?[，,]?在.{2,30}第.{1,4}次(?:全体)?会议上"
)
_UNDER_TITLE = 8  # lines between the title of a report and its salutation


def last_words(page: Page) -> Said | None:
    """Where the text breaks off before the report's end, None where it does not.

    A text breaks off in the middle of a sentence, after a heading with nothing under it, or where it says so itself. Lists, tables,
    slogans, signatures and thanks are ends.
    """
    if not page.paragraphs:
        return None
    last = page.paragraphs[-1]
    for line in page.paragraphs[-3:]:
        match = _SAID_CUT.search(line.text[-60:])
        if match and len(line.text) <= 60:
            return Said(match.group(), line.start, line.end)
    if _CLOSED.search(last.text) or _BULLET.match(last.text):
        return None
    if _CUT_MARK.search(last.text) and _is_text(page, last):
        return _end_of(last)
    if not re.search(r"[\u3400-\u9fff\d%％]$", last.text):
        return None
    before = page.paragraphs[-2] if len(page.paragraphs) > 1 else None
    sentences = [part for part in _SENTENCE.split(last.text) if part]
    if _FAREWELL.search(sentences[-1]):
        return None
    if len(sentences) > 1 or (len(last.text) >= _LONG and re.search(r"[，,；;]", last.text)):
        return _end_of(last) if _is_text(page, last) else None
    heading = _PART.match(last.text) and before is not None and _SENTENCE.search(before.text[-1:])
    if heading and _is_text(page, last):
        return _end_of(last)
    clause = re.match(r".{2,30}?[，,].", last.text) and before is not None and furniture.is_prose(before)
    return _end_of(last) if clause and not _PART.match(last.text) else None


def _is_text(page: Page, last: Line) -> bool:
    """Whether the text before ends its paragraphs as prose does: one without full stops has no end to miss."""
    prose = [line for line in page.paragraphs[:-1] if len(line.text) >= _LONG]
    if not prose:
        return len(last.text) >= _LONG and _SENTENCE.search(last.text) is not None
    closed = sum(1 for line in prose if _CLOSED.search(line.text) or line.text[-1] in "：:")
    return closed * 5 >= len(prose) * 4


def _end_of(line: Line) -> Said:
    start = max(line.text.rfind(mark, 0, len(line.text) - 1) for mark in "。！？") + 1
    return Said(line.text[start:], line.start + start, line.end)


def first_words(page: Page) -> Said | None:
    """Where the text begins behind the report's beginning: in the middle of a sentence, or without title and salutation in a list of parts that has lost its first."""
    if not page.paragraphs:
        return None
    first = page.paragraphs[0]
    if _MID_SENTENCE.match(first.text) and furniture.is_prose(first):
        return Said(first.text[:40], first.start, first.start + min(40, len(first.text)))
    top = page.paragraphs[:_TOP]
    if any(furniture.is_opening(line) or furniture.is_title_like(line) for line in top):
        return None
    for pattern in (_NUMBERED, _BRACKETED):
        marked = (match for line in page.paragraphs if (match := pattern.match(line.text)))
        mark = next(marked, None)
        if mark is not None and mark["number"] not in {"一", "十"}:
            return Said(first.text[:40], first.start, first.start + min(40, len(first.text)))
    return None


def reports_in(page: Page) -> list[Said]:
    """The beginning of each report behind the first: a salutation with a title and an occasion of its own above it."""
    found: list[Said] = []
    lines = page.paragraphs
    begun = 0
    for index, line in enumerate(lines):
        if not furniture.is_opening(line):
            continue
        above = lines[max(begun, index - _UNDER_TITLE) : index]
        title = next((one for one in above if furniture.is_title_like(one)), None)
        titled = title is not None and any(_OCCASION.match(one.text) for one in above)
        numbered = any(_TITLES_OF_PARTS.match(one.text) for one in above)
        if index > page.head and (titled or numbered):
            head = title or above[0]
            found.append(Said(head.text, head.start, head.end))
        begun = index + 1
    return found
