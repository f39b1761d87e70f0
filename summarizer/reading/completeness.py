"""What a file lacks or has too much of: a report cut off at an end, or several reports one after the other."""

import re
from dataclasses import replace

from summarizer.reading import furniture
from summarizer.reading.lines import Line
from summarizer.reading.occasion import occasion
from summarizer.reading.page import Page, Said

__all__ = ["first_words", "last_words", "reports_in"]

_CLOSED = re.compile(r"[。！？；!?;…”’」』）)】》〕\]|｜]$")
_SENTENCE = re.compile(r"[。！？!?]")
_CUT_MARK = re.compile(r"[，、,：:（(《“—\-—]$")
_SAID_CUT = re.compile(
    r"未完待续|[（(]未完[）)]|剩余\s?\d+\s?[字页]|余下.{0,6}(?:全文|内容)|试读(?:结束|已结束)|预览(?:结束|已结束)|还(?:有|剩)\s?\d+\s?页|(?:阅读|查看|展开|点击).{0,4}全文"
    r"|继续阅读|阅读剩余"
)
# Thanks, requests, days and annexes: what stands behind the last sentence of a report.
_COLOPHON = re.compile(
    r"谢谢|完毕|结束|完[）)]?$|^附|附件|\d{4}年\d{1,2}月\d{1,2}日$|^(?:以上|特此|妥否|当否)|请[^，。]{0,8}(?:审议|审查|指正|批评|监督)$"
)
# A report ends in a call to those who hear it (让我们…, 为…而奋斗, 谱写…新篇章) or in slogans set against each other. Neither has figures.
_CALL = re.compile(
    r"让我们|携(?:起)?手|团结(?:一心|在)|同心(?:同德|协力)|(?:为|朝着|向着)[^。]{2,60}(?:而|奋|努力|前进|迈进)[^，。]{0,12}$"
    r"|(?:奋斗|努力|奋进|拼搏|前行|前进|迈进|贡献|篇章|胜利|辉煌|答卷|未来|梦想|出彩)吧?$"
    r"|(?:[开共再]创|[谱书续]写|创造|绘就|描绘|夺取|赢得|迈[向上]|再上|再启|开启|铸就|迎接|奔向)[^，。]{0,40}新[^，。]{1,8}$"
)
_FIGURE = re.compile(r"\d(?!\d{0,3}年)")
_CLAUSE_MARK = re.compile(r"[，、,；;]")
_SLOGAN = range(3, 9)  # characters of a clause that has a twin
# Words behind which something must follow.
_DANGLING = re.compile(
    r"(?:以及|围绕|按照|根据|为了|关于|对于|由于|着力|特别是|尤其是|不仅|并且|而且|或者"
    r"|(?<![得利致票议获])通过|(?<![更再])进一步|(?<![在于])其中|(?<![缓温谐总饱平共祥])和|(?<!参)与|(?<!普)及|把"
    r"|(?:形成|取得|实现|推动|完成|建立|促进|提高|增强|加强|开展|组织|作出|提供|打造|建成|推进)了)$"
)
_BEGUN = 2  # characters of a last clause that is only the beginning of one: …，持续
_OPEN = "（(《“"
_SHUT = "）)》”"
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
_UNDER_TITLE = 8  # lines between the title of a report and its salutation


def last_words(page: Page) -> Said | None:
    """Where the text breaks off before the report's end, None where it does not.

    A text breaks off inside a paragraph of sentences, at words behind which more must follow, after a heading with nothing under it,
    or where it says so itself. Lists, tables, calls, slogans, signatures and thanks are ends.
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
    if _CUT_MARK.search(last.text):
        return _end_of(last) if _is_text(page, last) else None
    if not re.search(r"[\u3400-\u9fff\d%％]$", last.text):
        return None
    sentences = [part for part in _SENTENCE.split(last.text) if part]
    if _COLOPHON.search(sentences[-1]) or not (_goes_on(page, last, sentences) or _is_heading(page, last)):
        return None
    return _end_of(last) if _is_text(page, last) else None


def _goes_on(page: Page, last: Line, sentences: list[str]) -> bool:
    """Whether the last sentence is only begun: it hangs, or stands unclosed in prose and is no call."""
    begun = len(sentences) > 1 or _CLAUSE_MARK.search(last.text) is not None
    if begun and _hangs(sentences[-1]):
        return True
    prose = len(sentences) > 1 or (len(last.text) >= _LONG and _CLAUSE_MARK.search(last.text) is not None)
    return prose and not _is_call(sentences[-1])


def _hangs(sentence: str) -> bool:
    clauses = _CLAUSE_MARK.split(sentence)
    only_begun = len(clauses) > 1 and len(clauses[-1]) <= _BEGUN and len(clauses[-2]) > 2 * _BEGUN
    bracketed = any(
        sentence.count(one) > sentence.count(other) for one, other in zip(_OPEN, _SHUT, strict=True)
    )
    return only_begun or bracketed or _DANGLING.search(sentence) is not None


def _is_call(sentence: str) -> bool:
    if _FIGURE.search(sentence):
        return False
    clauses = _CLAUSE_MARK.split(sentence)
    twins = len(clauses) > 1 and len(clauses[-1]) == len(clauses[-2]) and len(clauses[-1]) in _SLOGAN
    return twins or _CALL.search(sentence) is not None


def _is_heading(page: Page, last: Line) -> bool:
    """A numbered heading behind a paragraph: its own text is not there."""
    before = page.paragraphs[-2] if len(page.paragraphs) > 1 else None
    return (
        _PART.match(last.text) is not None
        and before is not None
        and _SENTENCE.search(before.text[-1:]) is not None
    )


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
        head = replace(page, paragraphs=above, head=len(above))
        titled = title is not None and occasion(head).session is not None
        numbered = any(_TITLES_OF_PARTS.match(one.text) for one in above)
        if index > page.head and (titled or numbered):
            first = title or above[0]
            found.append(Said(first.text, first.start, first.end))
        begun = index + 1
    return found
