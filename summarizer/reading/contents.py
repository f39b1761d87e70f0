"""The table of contents above a report: its headings once more, with the numbers of their pages."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from summarizer.reading import furniture
from summarizer.reading.document import Region, RegionKind, Span
from summarizer.reading.lines import Line

__all__ = ["contents"]

_LATEST = 200  # lines from the top within which it stands
_LONGEST = 80
_LEAST = 2  # entries under the line 目录, one more without it
_TITLE = re.compile(r"目[录次]|CONTENTS", re.IGNORECASE)
_LEADER = re.compile(r"[.…·．。‥—_-]{2,}[(（]?\d{1,4}[)）]?$")
_PAGE = re.compile(r"(?<=[\u3400-\u9fff”）)])[(（]?\d{1,3}[)）]?$")


def contents(kept: Sequence[Line]) -> list[Region]:
    """The table, none or one region: from the line 目录 over all that point to a page or come again below.

    Without that line, lines in a row that end in dots and the number of a page.
    """
    for index, line in enumerate(kept[:_LATEST]):
        titled = _TITLE.fullmatch(line.bare) is not None
        if not titled and not _has_leader(line):
            continue
        first = index + titled
        last = _end(kept, first) if titled else first
        while last < len(kept) and _has_leader(kept[last]):
            last += 1
        if last - first >= _LEAST + (not titled):
            return [Region(Span(line.start, kept[last - 1].end), RegionKind.NAVIGATION)]
        if titled:
            return []
    return []


def _has_leader(line: Line) -> bool:
    return 6 < len(line.text) <= _LONGEST and _LEADER.search(line.bare) is not None


def _end(kept: Sequence[Line], first: int) -> int:
    """The index of the line after the last entry: the report begins where an entry's words come again.

    Where entries have page numbers, the last one that has closes the table: what follows without is the title of the report.
    """
    said: set[str] = set()
    openings = sorted(line.bare[:_LONGEST] for line in kept[first:])
    last_paged = 0
    for index in range(first, len(kept)):
        line = kept[index]
        words = _PAGE.sub("", _LEADER.sub("", line.bare[: _LONGEST + 1]))
        if len(line.text) > _LONGEST or words in said or furniture.is_prose(line) or not words:
            return last_paged or index
        if words != line.bare:
            last_paged = index + 1
        elif not _comes_again(words, openings):
            return last_paged or index
        said.add(words)
    return last_paged or len(kept)


def _comes_again(words: str, openings: Sequence[str]) -> bool:
    place = bisect_left(openings, words)
    return sum(opening.startswith(words) for opening in openings[place : place + 2]) > 1
