"""Lead sentences: short first sentences that head a paragraph, or stand above it, where those around it open in the same way."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarizer.outline.heading import Heading
from summarizer.outline.numbering import Style, mark_of
from summarizer.outline.paragraph import Paragraph

__all__ = ["lead_headings"]

_LEAD = re.compile(r"([^。！？；：!?;:]{4,24})。")
_LONG_LEAD = re.compile(r"([^。！？；：!?;:]{6,36})。")
_SENTENCE_ALONE = re.compile(r"[^。！？；：!?;:]{6,60}。")
_SHORTEST_TEXT = 10  # characters behind the lead
_ALIKE = 3  # paragraphs that open in the same way
_OPENING = 2  # characters in which leads of a row agree
_PHRASE = re.compile(r"[^，。]{0,4}[年期月来]，")  # 这五年，…
_SUBJECT = re.compile(r"([\u4e00-\u9fff、]{2,14})[：:](?=[^。]{10,}。)(?!是?指)")
_QUOTED = re.compile(r"“[^”]{0,30}”|《[^》]{0,60}》|\d{4}年")
_SENTENCE = re.compile(
    r"(?:这|但|同时|此外|在此|为此|因此|其中|总之|各位|我|明年|当前|目前|现在|事实|实践|会议|大会|时期|根据|从.*看)"
    r"|.*(?:我们|我[国省市县区]|今年|去年|将|了|必须|应当|百分之|也[要是]|具有|有许多|仍然|不能|还[要有没])|.*(?<!尤其)(?<!特别)是|.*[0-9０-９]"
)


@dataclass(frozen=True, slots=True)
class _Lead:
    """Paragraph `index` opens with the lead that ends at `length` of its text; `run_in` where the paragraph goes on."""

    index: int
    length: int
    run_in: bool


def lead_headings(paragraphs: Sequence[Paragraph], others: Sequence[Heading]) -> list[Heading]:
    """The lead sentences of all paragraphs under the headings found so far, in order.

    A lead counts where at least two of a section's paragraphs, and half of them, open with a short sentence (a third, if
    they stand close together), or three or more with the same words: with the same phrase (这五年，我们…), in a row with the
    same word (必须…), or each alone on its line above its text.
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
    leads = _all_leads(paragraphs, group)
    return [
        Heading(
            paragraphs[lead.index].start,
            paragraphs[lead.index].start + lead.length,
            Style.LEAD,
            0,
            lead.index,
            run_in=lead.run_in,
        )
        for lead in leads
    ]


def _all_leads(paragraphs: Sequence[Paragraph], group: Sequence[int]) -> list[_Lead]:
    above = _above_their_text(paragraphs, group) or _before_colons(paragraphs, group)
    if above:
        return above
    short = [index for index in group if _is_lead(paragraphs[index].text)]
    alike = _opening_alike(paragraphs, group)
    if len(alike) > len(short):
        return [_in_paragraph(paragraphs[index], index, _LONG_LEAD) for index in alike]
    if len(short) >= 2:
        stretch = [index for index in group if short[0] <= index <= short[-1]]
        dense = len(short) >= 3 and len(short) * 5 >= len(stretch) * 2 and len(short) * 3 >= len(group)
        if len(short) * 2 >= len(group) or dense:
            return [_in_paragraph(paragraphs[index], index, _LEAD) for index in short]
    return [_in_paragraph(paragraphs[index], index, _LEAD) for index in _in_a_row(paragraphs, group)]


def _in_paragraph(paragraph: Paragraph, index: int, pattern: re.Pattern[str]) -> _Lead:
    found = pattern.match(paragraph.text)
    return _Lead(index, found.end(1) if found else 0, run_in=True)


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
        if found and len(text) - found.end() >= _SHORTEST_TEXT and _PHRASE.match(text):
            phrases[index] = _phrase(text)
    return _most_alike(phrases)


def _in_a_row(paragraphs: Sequence[Paragraph], group: Sequence[int]) -> list[int]:
    """Three or more paragraphs one after another whose first sentences are short and begin with the same word."""
    best: list[int] = []
    row: list[int] = []
    for index in group:
        text = paragraphs[index].text
        found = _LEAD.match(text)
        leads = found is not None and len(text) - found.end() >= _SHORTEST_TEXT and "，" not in found.group(1)
        alike = row and index == row[-1] + 1 and text[:_OPENING] == paragraphs[row[-1]].text[:_OPENING]
        row = [*row, index] if leads and alike else [index] if leads else []
        if len(row) > len(best):
            best = row
    return best if len(best) >= _ALIKE else []


def _above_their_text(paragraphs: Sequence[Paragraph], group: Sequence[int]) -> list[_Lead]:
    """Three or more sentences, each a paragraph by itself above a longer one, that begin with the same phrase."""
    phrases: dict[int, str] = {}
    for index, following in pairwise(group):
        text, below = paragraphs[index].text, paragraphs[following].text
        alone = _SENTENCE_ALONE.fullmatch(text) is not None and following == index + 1
        if alone and len(below) > len(text) and _PHRASE.match(text):
            phrases[index] = _phrase(text)
    return [_Lead(index, len(paragraphs[index].text) - 1, run_in=False) for index in _most_alike(phrases)]


def _before_colons(paragraphs: Sequence[Paragraph], group: Sequence[int]) -> list[_Lead]:
    """Three or more paragraphs in a row, and most of the section, that say in a few words before a colon what they are about."""
    row: list[_Lead] = []
    for index in group:
        found = _SUBJECT.match(paragraphs[index].text)
        if found and (not row or index == row[-1].index + 1):
            row.append(_Lead(index, found.end(1), run_in=True))
        elif len(row) < _ALIKE:
            row = []
    return row if len(row) >= _ALIKE and len(row) * 2 > len(group) else []


def _phrase(text: str) -> str:
    return text[: text.index("，")]


def _most_alike(phrases: dict[int, str]) -> list[int]:
    """The paragraphs that open with the phrase most of them open with, three at least."""
    if not phrases:
        return []
    phrase, times = Counter(phrases.values()).most_common(1)[0]
    return [index for index, opening in phrases.items() if opening == phrase] if times >= _ALIKE else []
