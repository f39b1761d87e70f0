"""Headings that have a mark (一、, （一）, 1., 一是, ●) or a line of their own, told from list items and sentences."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

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
_SHORTEST_TEXT = 6  # characters that must follow for a lead sentence to lead anything

_FIRST_CLAUSE = re.compile(r"[^。！？；：!?;:]*")
_TERM = re.compile(r"[“\"‘].*[”\"’]|.*[”\"’]?(?:的)?(?:指|即|是|为)$")
_EXPLANATION = re.compile(r"[“\"]?(?:是?指|即|包括)")
_NO_HEADING = re.compile(
    r".*(?:会议上|大会上|的|工作报告|公报)$|.*(?:https?:|www\.|[|<>＞©_])|(?:来源|作者|编辑|记者|责任编辑|发布|时间|日期|字号|字体|打印|分享|附件|附[:：]?$|上一篇|下一篇|相关)"
    r"|[\d\s年月日\-—/:.]+$"
)
_SPEAKER = re.compile(
    r".*(?:主任|主席|市长|省长|县长|区长|州长|旗长|盟长|镇长|乡长|总理|院长|检察长)(?:\s*[（(].*[）)])?\s*[\u4e00-\u9fff]\s?[\u4e00-\u9fff·]{1,4}$"
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
    numbers: dict[Style, int] = {}
    for index in range(first, len(paragraphs)):
        paragraph = paragraphs[index]
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        mark = mark_of(paragraph.text)
        if mark is None:
            above = paragraphs[index - 1] if index else None
            under_heading = bool(found) and found[-1].paragraph == index - 1
            if above is None or above.is_closed or under_heading or index == first:
                heading = _plain(paragraph, following, index)
                if heading:
                    found.append(heading)
            continue
        heading = _marked(paragraph, mark, following, index)
        goes_on_list = item_before == (index - 1, mark.style) and not (heading and heading.run_in)
        if heading and not goes_on_list and _in_sequence(mark, numbers):
            found.append(heading)
            numbers[mark.style] = mark.number
        else:
            item_before = (index, mark.style)
    return found


def is_speaker(text: str) -> bool:
    """Whether a line is an office and a name: 区长 李小明."""
    return _SPEAKER.match(text) is not None


def names_period(text: str) -> bool:
    """Whether a line opens a part of a report by the time it is about: 2023年主要工作, 过去一年的主要工作."""
    return _PERIOD.match(text) is not None


def _in_sequence(mark: Mark, numbers: dict[Style, int]) -> bool:
    """Whether an enumerator starts a list anew or goes on with the one before it."""
    last = numbers.get(mark.style, 0)
    return mark.number in {0, 1} or last == 0 or last < mark.number <= last + 3


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
    if rest[:1] in {"：", ":"}:
        leads = _leads_with_colon(lead, text)
    else:
        leads = len(text) >= _SHORTEST_TEXT or _has_text_under(mark.style, following)
    if not leads:
        return None
    # The bullet is set by the printer, the enumerator is part of what the heading says.
    start = paragraph.start + (mark.length if bullet else 0)
    end = paragraph.start + mark.length + len(lead)
    return Heading(start, end, mark.style, mark.number, index, run_in=len(text) >= _SHORTEST_TEXT)


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


def _plain(paragraph: Paragraph, following: Paragraph | None, index: int) -> Heading | None:
    """An unnumbered heading: a short line that does not end like a sentence, with text or headings under it."""
    text = paragraph.text
    if not 2 <= len(text) <= _LONGEST_PLAIN or paragraph.is_closed or paragraph.is_continuation:
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
    return Heading(
        paragraph.start, paragraph.end, Style.PERIOD if period else Style.PLAIN, 0, index, run_in=False
    )
