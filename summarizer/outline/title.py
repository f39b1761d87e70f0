"""The title block: the lines before the salutation or the first prose, and which of them are titles."""

import re
from collections.abc import Sequence

from summarizer.outline.heading import Heading, is_speaker, names_period
from summarizer.outline.numbering import Style, mark_of
from summarizer.outline.paragraph import Paragraph

__all__ = ["titles_in"]

_LONGEST = 45
_MOST_LINES = 20
_PROSE = 30  # characters; a closed line this long is text, not a title block
_REPORT = re.compile(r".*(?:报告|公报|决议|导读|图解|摘要)(?:[（(].{1,12}[）)])?$")
# （2023年1月8日在某市第十五届人民代表大会第四次会议上）
_OCCASION = re.compile(r"[（(][^（()）]{0,60}年[^（()）]{0,60}(?:会议|大会|通过|批准)[^（()）]{0,12}[)）]")
# 某市政府工作报告——2023年1月8日在某市第十五届人民代表大会第四次会议上
_WITH_OCCASION = re.compile(r"([^—。，：]{4,45}报告(?:[（(].{1,12}[）)])?)(?:—{1,3}|――)\d{4}年.{0,60}$")
_PLACE = re.compile(r"[\u4e00-\u9fff]{1,15}[省市县区州旗盟镇乡]$")
_BODY_NAME = re.compile(r"(?:第.{1,6}届)?(?:人民代表大会|人民政府|人民法院|人民检察院|人大|政府)")
_NOT_A_TITLE = re.compile(r"[—―–-]*\d{4}年\d{1,2}月(?:\d{1,2}日)?在|.*(?:的|会议上|大会上)$|.*[|:：]|[（(]")
_TIME = re.compile(r"\d{4}年(?!.*报告)|过去|今后|[一两三四五六七八九十]+年|下一步|未来|明年|今年|去年|本届")
_BODY_ALONE = re.compile(
    r"[\u4e00-\u9fff×*＊XＸ]{0,20}(?:人民代表大会常务委员会|人大常委会|人民政府|人民法院|人民检察院|主席团|人民代表大会)"
)
_KIND_ALONE = re.compile(r"(?:政府)?工作报告(?:[（(].{1,12}[）)])?|关于.{0,30}工作的报告")
_NAME = re.compile(
    r"(?!.*报告|前言|引言|导言|序言|绪言|概述|综述|概况)[\u4e00-\u9fff×*＊XＸ] ?[\u4e00-\u9fff×*＊XＸ·]{1,3}"
)
_BLANKED = re.compile(r"[\s?？\u3000]+")


def titles_in(paragraphs: Sequence[Paragraph]) -> tuple[list[Heading], int]:
    """The titles (none, one, or a web page's and the report's own) and the index of the first paragraph after them.

    A title names a report, or stands first, or stands over a line that begins with a dash (the subtitle, or occasion and
    date). One that is set in two lines, the place above the body, is one heading.
    """
    titles: list[Heading] = []
    after = 0
    block = _block(paragraphs)
    for index, paragraph in enumerate(paragraphs[:block]):
        mark = mark_of(paragraph.text)
        dash = mark is not None and mark.style is Style.BULLET
        if mark and not dash:
            break
        named = titles and index == after and _NAME.fullmatch(paragraph.text) is not None
        if dash or named or _OCCASION.fullmatch(paragraph.text.strip()):
            after = index + 1
            continue
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        with_occasion = _WITH_OCCASION.match(paragraph.text)
        if with_occasion:
            end = paragraph.start + with_occasion.end(1)
            titles.append(Heading(paragraph.start, end, Style.TITLE, 0, index, run_in=False))
            after = index + 1
        elif _is_title(paragraph, following, first=index == 0):
            start = paragraph.start
            above = paragraphs[index - 1] if index else None
            if above and _is_upper_line(above.text, paragraph.text):
                start = above.start
                titles = [title for title in titles if title.end <= start]
            titles.append(Heading(start, paragraph.end, Style.TITLE, 0, index, run_in=False))
            after = index + 1
    saluted = block < len(paragraphs) and paragraphs[block].is_salutation
    # Who speaks and when stands between the title and the salutation: no headings.
    return titles, block if titles and saluted else after


def _block(paragraphs: Sequence[Paragraph]) -> int:
    """How many paragraphs stand before the salutation or the first prose."""
    for index, paragraph in enumerate(paragraphs[:_MOST_LINES]):
        if paragraph.is_salutation or (paragraph.is_closed and len(paragraph.text) >= _PROSE):
            return index
    return min(_MOST_LINES, len(paragraphs))


def _is_upper_line(above: str, text: str) -> bool:
    """Whether a line is the first one of a title set in two: the place above the body, or the body above 工作报告."""
    if _PLACE.match(above) and _BODY_NAME.match(text):
        return True
    return _BODY_ALONE.fullmatch(_BLANKED.sub("", above)) is not None and (
        _KIND_ALONE.fullmatch(_BLANKED.sub("", text)) is not None
    )


def _is_title(paragraph: Paragraph, following: Paragraph | None, *, first: bool) -> bool:
    text = _BLANKED.sub("", paragraph.text)
    if not 4 <= len(text) <= _LONGEST or paragraph.is_closed or paragraph.is_continuation:
        return False
    if following is None or following.is_continuation:
        return False
    if _NOT_A_TITLE.match(text) or is_speaker(paragraph.text) or (_TIME.match(text) and names_period(text)):
        return False
    mark = mark_of(following.text)
    over_dash = mark is not None and mark.style is Style.BULLET
    return first or over_dash or _REPORT.match(text) is not None
