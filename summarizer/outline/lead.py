"""Lead sentences: short first sentences that head a paragraph, where the paragraphs around it open in the same way."""

import re
from collections import Counter
from collections.abc import Sequence

from summarizer.outline.heading import Heading
from summarizer.outline.numbering import Style, mark_of
from summarizer.outline.paragraph import Paragraph

__all__ = ["lead_headings"]

_LEAD = re.compile(r"([^。！？；：!?;:]{4,24})。")
_LONG_LEAD = re.compile(r"([^。！？；：!?;:]{6,36})。")
_SHORTEST_TEXT = 10  # characters behind the lead
_QUOTED = re.compile(r"“[^”]{0,30}”|《[^》]{0,60}》|\d{4}年")
_SENTENCE = re.compile(
    r"(?:这|但|同时|此外|在此|为此|因此|其中|总之|各位|我|明年|当前|目前|现在|事实|实践|会议|大会|时期|根据|从.*看)"
    r"|.*(?:我们|我[国省市县区]|今年|去年|将|了|必须|应当|百分之|也[要是]|具有|有许多|仍然|不能|还[要有没])|.*(?<!尤其)(?<!特别)是|.*[0-9０-９]"
)


def lead_headings(paragraphs: Sequence[Paragraph], others: Sequence[Heading]) -> list[Heading]:
    """The lead sentences of all paragraphs under the headings found so far, in order.

    A lead counts where at least two of a section's paragraphs, and half of them, open with a short sentence (a third, if
    they stand close together), or three or more with the same words (这五年，我们…).
    """
    if not paragraphs:
        return []
    heads = {heading.paragraph: heading for heading in others}
    found: list[Heading] = []
    group: list[int] = []
    for index, paragraph in enumerate(paragraphs):
        heading = heads.get(index)
        if heading or paragraph.is_turn or paragraph.is_salutation:
            found += _leads(paragraphs, group)
            group = []
        elif mark_of(paragraph.text) is None:
            group.append(index)
    return found + _leads(paragraphs, group)


def _leads(paragraphs: Sequence[Paragraph], group: Sequence[int]) -> list[Heading]:
    """The leads among the paragraphs of one section."""
    short = [index for index in group if _is_lead(paragraphs[index].text)]
    alike = _opening_alike(paragraphs, group)
    if len(alike) > len(short):
        return [_heading(paragraphs[index], index, _LONG_LEAD) for index in alike]
    if len(short) < 2:
        return []
    stretch = [index for index in group if short[0] <= index <= short[-1]]
    dense = len(short) >= 3 and len(short) * 5 >= len(stretch) * 2 and len(short) * 3 >= len(group)
    if len(short) * 2 < len(group) and not dense:
        return []
    return [_heading(paragraphs[index], index, _LEAD) for index in short]


def _is_lead(text: str) -> bool:
    found = _LEAD.match(text)
    if found is None or len(text) - found.end() < _SHORTEST_TEXT:
        return False
    lead = found.group(1)
    return len(re.findall("[，,]", lead)) <= 1 and not _SENTENCE.match(_QUOTED.sub("", lead))


def _opening_alike(paragraphs: Sequence[Paragraph], group: Sequence[int]) -> list[int]:
    """Three or more paragraphs whose first sentences begin with the same phrase and are short enough for headings."""
    phrases: dict[int, str] = {}
    for index in group:
        text = paragraphs[index].text
        found = _LONG_LEAD.match(text)
        if found and len(text) - found.end() >= _SHORTEST_TEXT and "，" in found.group(1)[:6]:
            phrases[index] = text[: text.index("，") + 3]
    if not phrases:
        return []
    phrase, times = Counter(phrases.values()).most_common(1)[0]
    return [index for index, opening in phrases.items() if opening == phrase] if times >= 3 else []


def _heading(paragraph: Paragraph, index: int, pattern: re.Pattern[str]) -> Heading:
    found = pattern.match(paragraph.text)
    length = found.end(1) if found else 0
    return Heading(paragraph.start, paragraph.start + length, Style.LEAD, 0, index, run_in=True)
