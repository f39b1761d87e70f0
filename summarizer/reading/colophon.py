"""Below the report: who edited it, links to other reports, addresses, record numbers, licences."""

from collections.abc import Iterator, Sequence

from summarizer.reading import furniture
from summarizer.reading.artifacts import is_file_name
from summarizer.reading.document import Region, RegionKind
from summarizer.reading.lines import Line
from summarizer.reading.masthead import paragraph_size

__all__ = ["colophon"]

_LINK_RUN = 5  # short lines in a row that make a list of links
_PAGE_REST = 1500  # characters of page that may follow the report, with sentences from other pages among them
_LONGEST_TEASER = 200
_LONGEST_NAME = 12


def colophon(kept: Sequence[Line], *, repeated: bool) -> Iterator[Region]:
    """Everything from the first line of a footer on, with the list of links above it, if no paragraph follows.

    `repeated` tells that copies of the report were taken out: between them stands the head of the next one.
    """
    end = _licence(kept)
    last = _last_paragraph(kept, end)
    tail = kept[last + 1 :]
    sign = next((index for index, line in enumerate(tail) if _is_sign(line)), len(tail))
    found = list(_bylines(tail[:sign]))
    if sign == len(tail) or last < 0:
        yield from found
        return
    first = _links_above(tail, sign)
    while first > 0 and furniture.is_annex_mark(tail[first - 1]):
        first -= 1
    # A toolbar right above the footer is the beginning of it.
    while found and found[-1].kind is RegionKind.NAVIGATION and found[-1].span == tail[first - 1].span:
        found.pop()
        first -= 1
    yield from found
    for line in tail[first:]:
        if repeated and furniture.is_certain_byline(line):
            continue
        yield Region(line.span, RegionKind.FOOTER)


def _is_sign(line: Line) -> bool:
    return furniture.is_footer(line) or is_file_name(line.text)


def _last_paragraph(kept: Sequence[Line], end: int) -> int:
    """The index of the last line that is a paragraph of the report; -1 where there is none."""
    least = paragraph_size(kept)
    size = kept[-1].end - kept[0].start if kept else 0
    paragraphs = [
        index
        for index, line in enumerate(kept[:end])
        if furniture.is_prose(line, least=least) and not furniture.is_disclaimer(line)
    ]
    last = paragraphs[-1] if paragraphs else -1
    for index in range(last, 0, -1):
        rest = kept[-1].end - kept[index].start
        if rest > min(_PAGE_REST, size // 5) or len(kept[index].text) > _LONGEST_TEASER:
            break
        if furniture.ends_report(kept[index]):
            above = [at for at in paragraphs if at < index]
            # A short text below a long menu is the text.
            if sum(len(kept[at].text) for at in above) >= 3 * rest:
                last = above[-1]
    return last


def _bylines(tail: Sequence[Line]) -> Iterator[Region]:
    """Who wrote, edited and sent the text, and toolbars, between the last paragraph and the footer."""
    byline = value = False
    for line in tail:
        named = value and len(line.text) <= _LONGEST_NAME and not furniture.is_navigation(line)
        byline = (
            named
            or (byline and furniture.is_closing_mark(line))
            or (furniture.is_byline(line) and not furniture.is_dated(line))
        )
        value = byline and not named and furniture.awaits_value(line)
        if byline:
            yield Region(line.span, RegionKind.BYLINE)
        elif furniture.is_navigation(line):
            yield Region(line.span, RegionKind.NAVIGATION)


def _licence(kept: Sequence[Line]) -> int:
    """Where a licence text begins that goes on to the end of the file; the number of lines where there is none."""
    first = next((index for index, line in enumerate(kept) if furniture.is_licence(line)), len(kept))
    return first if all(len(line.text) < 150 for line in kept[first:]) else len(kept)


def _links_above(tail: Sequence[Line], sign: int) -> int:
    """Where the run of short lines begins that stands directly above the first sign of a footer."""
    first = sign
    while first > 0 and len(tail[first - 1].text) <= 16 and tail[first - 1].text[-1] not in "。！？；：!?;:":
        first -= 1
    return first if sign - first >= _LINK_RUN else sign
