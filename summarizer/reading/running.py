"""Lines that show by themselves, or by coming back page after page, that they are not report."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from summarizer.reading import furniture
from summarizer.reading.artifacts import is_artifact_line
from summarizer.reading.document import Region, RegionKind, Span
from summarizer.reading.lines import Line, bare

__all__ = ["lone_lines"]

_PAGE = 200  # characters that a page holds at least
_PREFIX = re.compile(r"(\d{1,3})、")


def lone_lines(kept: Sequence[Line]) -> Iterator[Region]:
    """Residue, page lines, sellers' lines, captions, and bylines and navigation that can be nothing else."""
    for line in kept:
        kind = _kind(line)
        if kind is not None:
            yield Region(line.span, kind)
            continue
        tail = furniture.seller_tail(line)
        if tail is not None:
            yield Region(Span(line.end - tail, line.end), RegionKind.WATERMARK)
    yield from _bare_page_numbers(kept)
    yield from _page_prefixes(kept)
    yield from _running_lines(kept)


def _kind(line: Line) -> RegionKind | None:
    if not bare(line.text) or is_artifact_line(line.text):
        return RegionKind.ARTIFACT
    if furniture.is_page_number(line):
        return RegionKind.PAGE_NUMBER
    if furniture.is_certain_navigation(line):
        return RegionKind.NAVIGATION
    if furniture.is_advert(line):
        return RegionKind.WATERMARK
    byline = furniture.is_certain_byline(line) or furniture.is_caption(line)
    return RegionKind.BYLINE if byline else None


def _bare_page_numbers(kept: Sequence[Line]) -> Iterator[Region]:
    """Figures alone on their lines that count up by one, a page of text between each two."""
    counted = [(line, count) for line in kept if (count := furniture.page_count(line)) is not None]
    series: list[Line] = []
    expected = -1
    for line, count in [*counted, (None, -1)]:
        if line is not None and count == expected and line.start - series[-1].end >= _PAGE:
            series.append(line)
        else:
            if len(series) >= 3:
                yield from (Region(member.span, RegionKind.PAGE_NUMBER) for member in series)
            series = [line] if line is not None else []
        expected = count + 1


def _page_prefixes(kept: Sequence[Line]) -> Iterator[Region]:
    """The numbers that a document site puts before its pages (2、), where the page before stops inside a sentence."""
    pages: list[Line] = []
    inside = 0
    for line in kept:
        found = _PREFIX.match(line.text)
        if found and len(line.text) * 2 >= _PAGE and int(found[1]) == len(pages) + 1:
            inside += bool(pages) and _is_open(pages[-1])
            pages.append(line)
    if len(pages) >= 3 and inside * 3 >= (len(pages) - 1) * 2:
        for page in pages:
            found = _PREFIX.match(page.text)
            length = found.end() if found else 0
            yield Region(Span(page.start, page.start + length), RegionKind.PAGE_NUMBER)


def _running_lines(kept: Sequence[Line]) -> Iterator[Region]:
    """Short lines that come back at least three times beside page lines, or, with a seller's signs, inside sentences."""
    counts = Counter(line.text for line in kept if 4 <= len(line.text) <= 60)
    places: dict[str, list[Line]] = {text: [] for text, count in counts.items() if count >= 3}
    breaking: Counter[str] = Counter()
    for before, line, after in zip([None, *kept], kept, [*kept[1:], None], strict=False):
        if line.text not in places:
            continue
        places[line.text].append(line)
        beside_page = any(near is not None and furniture.is_page_number(near) for near in (before, after))
        breaking[line.text] += beside_page or (furniture.has_sellers_sign(line) and _is_open(before))
    for text, found in places.items():
        if breaking[text] >= 3 and breaking[text] * 3 >= len(found) * 2 and not _is_known(found[0]):
            # The first showing of a running title is the title itself.
            own = found[1:] if furniture.is_title_like(found[0]) else found
            yield from (Region(line.span, RegionKind.WATERMARK) for line in own)


def _is_open(line: Line | None) -> bool:
    return line is not None and len(line.bare) >= 20 and line.text[-1] not in "。！？；：!?;:”』」…"


def _is_known(line: Line) -> bool:
    return (
        furniture.is_page_number(line) or furniture.is_opening(line) or furniture.is_certain_navigation(line)
    )
