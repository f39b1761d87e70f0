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
_PLACE = re.compile(r"[\u4e00-\u9fff]{1,15}[省市县区州旗盟镇乡]$")
_BODY_NAME = re.compile(r"(?:第.{1,6}届)?(?:人民代表大会|人民政府|人民法院|人民检察院|人大|政府)")
_NOT_A_TITLE = re.compile(r".*(?:的|会议上|大会上)$|.*[|:：]|[（(]")
_TIME = re.compile(r"\d{4}年(?!.*报告)|过去|今后|[一两三四五六七八九十]+年|下一步|未来|明年|今年|去年|本届")
_BLANKED = re.compile(r"[\s?？\u3000]+")


def titles_in(paragraphs: Sequence[Paragraph]) -> tuple[list[Heading], int]:
    """The titles (none, one, or a web page's and the report's own) and the index of the first paragraph after them.

    A title names a report, or stands first, or stands over a line that begins with a dash (the subtitle, or occasion and
    date). One that is set in two lines, the place above the body, is one heading.
    """
    titles: list[Heading] = []
    after = 0
    for index, paragraph in enumerate(paragraphs[:_MOST_LINES]):
        mark = mark_of(paragraph.text)
        dash = mark is not None and mark.style is Style.BULLET
        if (
            paragraph.is_salutation
            or (mark and not dash)
            or (paragraph.is_closed and len(paragraph.text) >= _PROSE)
        ):
            break
        if dash or _OCCASION.fullmatch(paragraph.text.strip()):
            after = index + 1
            continue
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        if _is_title(paragraph, following, first=index == 0):
            start = paragraph.start
            above = paragraphs[index - 1] if index else None
            if above and _PLACE.match(above.text) and _BODY_NAME.match(paragraph.text):
                start = above.start
                titles = [title for title in titles if title.end <= start]
            titles.append(Heading(start, paragraph.end, Style.TITLE, 0, index, run_in=False))
            after = index + 1
    return titles, after


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
