"""Notes on terms after the report's end: what they say in figures are definitions, not achievements."""

import re
from collections.abc import Sequence

from summarizer.reading import furniture
from summarizer.reading.document import Region, RegionKind, Span
from summarizer.reading.lines import Line

__all__ = ["notes"]

_EARLIEST = 0.3  # share of the lines before which no notes begin
_UNTITLED = 3  # entries that make notes without a title
_GAP = 3  # lines without an entry that end them
_LONGEST_ENTRY = 500  # characters; an entry of notes may be set in many lines
_MEANING = re.compile(r"(?:[：:”\"]|——)(?:是)?指(?![导标挥数])|是指|(?:[：:”\"]|——)即")


def notes(kept: Sequence[Line]) -> list[Region]:
    """The notes, none or one region: from their title, or their first numbered entry, to the last entry."""
    for index in range(int(len(kept) * _EARLIEST), len(kept)):
        line = kept[index]
        titled = furniture.is_glossary_title(line) and _opens_entry(kept, index + 1)
        if titled or furniture.is_titled_entry(line):
            annex = titled and index > 0 and furniture.is_annex_mark(kept[index - 1])
            last = _last_entry(kept, index + titled)
            return [Region(Span(kept[index - annex].start, kept[last].end), RegionKind.GLOSSARY)]
    return _untitled(kept)


def _opens_entry(kept: Sequence[Line], index: int) -> bool:
    """Whether the first entry stands here: numbered or not, or a term with its explanation in the next line."""
    if index >= len(kept):
        return False
    if furniture.is_glossary_entry(kept[index], numbered=False):
        return True
    return _is_in_two_lines(kept, index)


def _is_in_two_lines(kept: Sequence[Line], index: int) -> bool:
    return (
        furniture.is_bare_term(kept[index])
        and index + 1 < len(kept)
        and furniture.is_explanation(kept[index + 1])
    )


def _last_entry(kept: Sequence[Line], first: int) -> int:
    """The last line of the notes: entries, and paragraphs that continue one before another entry follows."""
    numbered = furniture.is_glossary_entry(kept[first]) or furniture.is_titled_entry(kept[first])
    last = first
    for index in range(first, len(kept)):
        line = kept[index]
        if _ends_notes(line):
            break
        if _is_in_two_lines(kept, index):
            last = index + 1
        elif furniture.is_glossary_entry(line, numbered=numbered) or (
            index == last + 1 and kept[last].text[-1] not in "。！？!?）)"
        ):
            last = index
        elif index - last > _GAP and line.start - kept[last].start > _LONGEST_ENTRY:
            break
    return last


def _ends_notes(line: Line) -> bool:
    return (
        furniture.is_footer(line)
        or furniture.is_certain_byline(line)
        or furniture.is_opening(line)
        or furniture.is_annex_mark(line)
    )


def _untitled(kept: Sequence[Line]) -> list[Region]:
    """Numbered entries that say what terms mean, from the first to the last, where nothing but page follows them."""
    last = len(kept)
    while last > 0 and not _is_meaning(kept[last - 1]):
        last -= 1
        if len(kept[last].text) > 160 or furniture.is_prose(kept[last]):
            return []
    first = last
    while first > 0 and _is_meaning(kept[first - 1]):
        first -= 1
    if last - first < _UNTITLED or first < len(kept) * _EARLIEST:
        return []
    return [Region(Span(kept[first].start, kept[last - 1].end), RegionKind.GLOSSARY)]


def _is_meaning(line: Line) -> bool:
    return furniture.is_glossary_entry(line) and _MEANING.search(line.bare[:80]) is not None
