"""Headings that have a mark (一、, （一）, 1., 一是, ●) or a line of their own, told from list items and sentences."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarizer.outline.numbering import Mark, Style, mark_of
from summarizer.outline.paragraph import Paragraph

__all__ = ["Heading", "is_speaker", "line_headings", "names_period"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in places of the body's text. `number` is 0 where it has none; `paragraph` is the index of its line.

    `run_in` tells that its paragraph goes on behind it.
    """

    start: int
    end: int
    style: Style
    number: int
    paragraph: int
    run_in: bool


_LONGEST_NUMBERED = 50  # characters behind the enumerator
_LONGEST_BULLET = 32
_LONGEST_PLAIN = 30
_LONGEST_BEFORE_COLON = 20
_MOST_COMMAS = 3
_LEAST_BROKEN = 16  # characters of the first line of a heading in two lines
_LONGEST_TITLE = 45
_TITLE_LINES = 6  # up to the salutation
_COUNTED = "一二三四五六七八九十"
_REPORT = re.compile(r".*报告(?:[（(].{1,12}[）)])?$")
_MOST_SKIPPED = 3  # numbers by which a list may run ahead
_SHORTEST_TEXT = 6  # characters that must follow for a lead sentence to lead anything

_SHORTEST_ANNEX = 4
_ANNEX = re.compile(
    r"附(?:件|录|表)\s?(?:[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2})?\s?(?:[：:、.．]\s?|$|(?=[\u4e00-\u9fff]{4}))"
)
_ANNEX_FILE = re.compile(r"\.(?:docx?|pdf|xlsx?|wps|ofd)$|[：:]")
_ANNOUNCEMENT = re.compile(r"[，,]|(?:是|为|有|如下|以下.{0,8})[：:]$")
_FIRST_CLAUSE = re.compile(r"[^。！？；：!?;:]*")
_TERM = re.compile(r"[“\"‘].*[”\"’]|.*[”\"’]?(?:的)?(?:指|即|是|为)$")
_EXPLANATION = re.compile(r"[“\"]?(?:是?指|即|包括)")
_NO_HEADING = re.compile(
    r".*(?:会议上|大会上|的|工作报告|公报)$|.*(?:https?:|www\.|[|<>＞©_])|(?:来源|作者|编辑|记者|责任编辑|发布|时间|日期|字号|字体|打印|分享|附件|附[:：]?$|上一篇|下一篇|相关)"
    r"|[\d\s年月日\-—/:.]+$"
)
_SPEAKER = re.compile(
    r"(?!.*报告$).*(?:主任|主席|市长|省长|县长|区长|州长|旗长|盟长|镇长|乡长|总理|院长|检察长)(?:\s*[（(].*[）)])?\s*[\u4e00-\u9fff]\s?[\u4e00-\u9fff·]{1,4}$"
)
_PERIOD_NAMED = r"(?:\d{4}|[一两二三四五六七八九十]年|过去|今后|[“”]?十[一二三四五六]五|下一步|下一阶段|未来|明年|今年|去年|本届|上年)"
_PERIOD = re.compile(
    rf".*{_PERIOD_NAMED}.*(?:回顾|工作|任务|思路|安排|建议|打算|要求|目标|部署|情况|重点|意见|总结|计划)"
    r"|(?:工作|主要|总体)?(?:工作回顾|工作总结|工作思路|工作安排|工作打算|工作建议|目标任务|工作情况|主要工作|主要任务)$"
)


def line_headings(paragraphs: Sequence[Paragraph], first: int) -> list[Heading]:
    """The marked headings and the unnumbered lines from paragraph `first` on, in order.

    Not headings: list items with nothing under them, numbers that go backwards, lines that a sentence runs across.
    """
    found: list[Heading] = []
    item_before: tuple[int, Style] | None = None
    numbers: dict[Style, list[int]] = {}
    taken = -1
    for index in range(first, len(paragraphs)):
        if index <= taken:
            continue
        paragraph = paragraphs[index]
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        above = paragraphs[index - 1] if index else None
        annex = _annex(paragraph, above, following, index)
        if annex:
            found.append(annex)
            numbers.clear()
            continue
        block = _title_block(paragraphs, index)
        if block:
            found.append(Heading(paragraph.start, paragraph.end, Style.TITLE, 0, index, run_in=False))
            numbers.clear()
            taken = block
            continue
        mark = mark_of(paragraph.text)
        if mark is None:
            under_heading = bool(found) and found[-1].paragraph == index - 1
            opens = above is None or above.is_closed or is_speaker(above.text)
            if opens or under_heading or index == first:
                heading = _plain(paragraph, following, index)
                if heading:
                    found.append(heading)
            continue
        heading = _marked(paragraph, mark, following, index)
        goes_on_list = item_before == (index - 1, mark.style) and not (heading and heading.run_in)
        if heading and not goes_on_list and _in_sequence(mark, numbers.setdefault(mark.style, [])):
            broken = None if heading.run_in or not following else _second_line(paragraphs, index)
            found.append(replace(heading, end=broken.end) if broken else heading)
            taken = index + 1 if broken else taken
        else:
            item_before = (index, mark.style)
    return found


def is_speaker(text: str) -> bool:
    """Whether a line is an office and a name: 区长 李小明."""
    return _SPEAKER.match(text) is not None


def names_period(text: str) -> bool:
    """Whether a line opens a part of a report by the time it is about: 2023年主要工作, 过去一年的主要工作."""
    return _PERIOD.match(text) is not None


def _title_block(paragraphs: Sequence[Paragraph], index: int) -> int:
    """The index of the salutation that follows a further report's title; 0 where the paragraph is no such title."""
    paragraph = paragraphs[index]
    if (
        not 4 <= len(paragraph.text) <= _LONGEST_TITLE
        or paragraph.is_closed
        or not _REPORT.match(paragraph.text)
    ):
        return 0
    for at in range(index + 1, min(index + _TITLE_LINES, len(paragraphs))):
        if paragraphs[at].is_salutation:
            return at
        if paragraphs[at].is_closed:
            break
    return 0


def _second_line(paragraphs: Sequence[Paragraph], index: int) -> Paragraph | None:
    """The rest of a numbered heading that was broken over two lines, None where it has one line.

    It is long, what follows is a short line with text under it, and no other such line comes before the next number: there
    they would be headings of their own.
    """
    paragraph, second = paragraphs[index], paragraphs[index + 1]
    third = paragraphs[index + 2] if index + 2 < len(paragraphs) else None
    if len(paragraph.text) < _LEAST_BROKEN or paragraph.is_closed or names_period(second.text):
        return None
    if mark_of(second.text) or _plain(second, third, index + 1) is None or "，" not in paragraph.text:
        return None
    for at in range(index + 2, len(paragraphs)):
        if mark_of(paragraphs[at].text):
            break
        following = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
        if paragraphs[at - 1].is_closed and _plain(paragraphs[at], following, at):
            return None
    return second


def _in_sequence(mark: Mark, lists: list[int]) -> bool:
    """Whether an enumerator starts a list anew, goes on with the one before it, or with the one around that.

    `lists` are the last numbers of the lists of this style, outermost first; it is brought up to date.
    """
    number = mark.number
    if number in {0, 1}:
        lists.append(number)
        return True
    if not lists:
        # Who counts aloud begins with one; the number of a heading may be all that is left of a list.
        if mark.style in {Style.COUNTED, Style.ORDINAL}:
            return False
        lists.append(number)
        return True
    # A number may be given twice by mistake.
    least = lists[-1] + (mark.style in {Style.COUNTED, Style.ORDINAL})
    if not least <= number <= lists[-1] + _MOST_SKIPPED:
        around = next((at for at in reversed(range(len(lists))) if lists[at] + 1 == number), None)
        if around is None:
            return False
        del lists[around + 1 :]
    lists[-1] = number
    return True


def _marked(paragraph: Paragraph, mark: Mark, following: Paragraph | None, index: int) -> Heading | None:
    """The heading that a mark opens, without the 。 that closes it; None where what it opens is an item or a sentence."""
    words = paragraph.text[mark.length :]
    clause = _FIRST_CLAUSE.match(words)
    lead = clause.group().rstrip() if clause else ""
    rest = words[len(lead) :].lstrip()
    bullet = mark.style is Style.BULLET
    longest = _LONGEST_BULLET if bullet else _LONGEST_NUMBERED
    commas = len(re.findall("[，,]", lead))
    if not 2 <= len(lead) <= longest or commas > _MOST_COMMAS or (bullet and _NO_HEADING.match(lead)):
        return None
    text = rest[1:].strip()
    if rest[:1] in {"；", ";"} or lead[-1] in "，,、":
        return None
    if rest[:1] in {"：", ":"} and (text or len(lead) > _LONGEST_BEFORE_COLON):
        leads = _leads_with_colon(lead, text)
    elif mark.style is Style.COUNTED and _next_inside(text, mark.number):
        # The list runs on inside the paragraph.
        leads = False
    else:
        leads = len(text) >= _SHORTEST_TEXT or _has_text_under(mark.style, following)
    if not leads:
        return None
    # The bullet is set by the printer, the enumerator is part of what the heading says.
    start = paragraph.start + (mark.length if bullet else 0)
    end = paragraph.start + mark.length + len(lead)
    return Heading(start, end, mark.style, mark.number, index, run_in=len(text) >= _SHORTEST_TEXT)


def _next_inside(text: str, number: int) -> bool:
    """Whether the following item of a counted list stands in the same paragraph."""
    return number < len(_COUNTED) and f"{_COUNTED[number]}是" in text


def _leads_with_colon(lead: str, text: str) -> bool:
    """Whether `lead：text` is a heading with its text, not a term explained or a list announced."""
    if len(lead) > _LONGEST_BEFORE_COLON or _TERM.match(lead) or _EXPLANATION.match(text):
        return False
    return "。" in text[:-1]


def _has_text_under(style: Style, following: Paragraph | None) -> bool:
    if following is None:
        return False
    mark = mark_of(following.text)
    return mark is None or mark.style is not style


def _annex(
    paragraph: Paragraph, above: Paragraph | None, following: Paragraph | None, index: int
) -> Heading | None:
    """The title of something appended to the report, behind the word annex or in the line below it."""
    if following is None or paragraph.is_closed or len(paragraph.text) > _LONGEST_PLAIN + 10:
        return None
    behind = _ANNEX.match(paragraph.text)
    start = behind.end() if behind else 0
    title = paragraph.text[start:]
    if not behind and (above is None or _ANNEX.fullmatch(above.text) is None):
        return None
    if len(title) < _SHORTEST_ANNEX or mark_of(title) is not None or _ANNEX_FILE.search(title):
        return None
    return Heading(paragraph.start + start, paragraph.end, Style.ANNEX, 0, index, run_in=False)


def _plain(paragraph: Paragraph, following: Paragraph | None, index: int) -> Heading | None:
    """An unnumbered heading: a short line that does not end like a sentence, with text or headings under it."""
    text = paragraph.text
    if text[-1] in "：:" and names_period(text[:-1]) and not _ANNOUNCEMENT.search(text):
        text = text[:-1]
    elif paragraph.is_closed:
        return None
    if not 2 <= len(text) <= _LONGEST_PLAIN or paragraph.is_continuation:
        return None
    if following is None or following.is_continuation or re.search("[。；：;:]", text):
        return None
    if len(re.findall("[，,]", text)) > 2 or len(re.findall(r"[\u4e00-\u9fff]", text)) < 2:
        return None
    if _NO_HEADING.match(text) or is_speaker(text):
        return None
    period = names_period(text)
    leads = following.is_closed or len(following.text) > _LONGEST_PLAIN or mark_of(following.text) is not None
    if following.is_salutation or not (leads or period):
        return None
    style = Style.PERIOD if period else Style.PLAIN
    return Heading(paragraph.start, paragraph.start + len(text), style, 0, index, run_in=False)
