"""What in a text is not the report: regions from single lines, from their neighbours, and from repetitions."""

from collections.abc import Iterable, Iterator

from summarizer.lexicon import simplified
from summarizer.reading import furniture
from summarizer.reading.artifacts import inline_artifacts
from summarizer.reading.colophon import colophon
from summarizer.reading.contents import contents
from summarizer.reading.copies import copies, teasers
from summarizer.reading.document import Region, RegionKind, Span
from summarizer.reading.lines import Line, lines
from summarizer.reading.masthead import masthead
from summarizer.reading.notes import notes
from summarizer.reading.running import lone_lines

__all__ = ["regions_of"]


def regions_of(text: str, *, given: Iterable[Region] = ()) -> tuple[Region, ...]:
    """Every stretch of `text` that is not the report, in order, none overlapping; `given` are known to be none.

    Whole lines without their line break where the line holds nothing else; neighbours of one kind with only blanks between
    them are one region. Where in doubt a line stays: losing report text is worse than keeping noise.
    """
    plain = simplified(text)
    known = list(given)
    inline = [*inline_artifacts(plain), *_page_marks(plain)]
    kept = _trimmed(lines(plain), known)
    lone = list(lone_lines(kept))
    table = contents(kept)
    found: list[Region] = [*known, *lone, *table, *inline]
    abstracts = teasers(plain, kept)
    repeated = copies(plain, kept, [region.span for region in [*found, *abstracts]])
    larger = [*repeated, *abstracts]
    rest = _outside(kept, [*larger, *table])
    terms = notes(rest)
    strangers = [region for region in lone if region.kind in {RegionKind.WATERMARK, RegionKind.ARTIFACT}]
    found += masthead(_outside(rest, strangers))
    found += colophon(_outside(rest, [*terms, *strangers]), repeated=bool(repeated))
    return tuple(_settled(plain, [*larger, *terms, *found]))


def _page_marks(text: str) -> Iterator[Region]:
    return (Region(span, RegionKind.PAGE_NUMBER) for span in furniture.page_marks(text))


def _trimmed(kept: Iterable[Line], known: list[Region]) -> list[Line]:
    """The lines as far as they do not begin or end in one of these regions: a heading without its mark, a page without its menu."""
    spans = sorted(region.span for region in known)
    rest: list[Line] = []
    upcoming = 0
    for line in kept:
        start, end = line.start, line.end
        while upcoming < len(spans) and spans[upcoming].end <= start:
            upcoming += 1
        here = upcoming
        while here < len(spans) and spans[here].start <= start < end:
            start, here = max(start, spans[here].end), here + 1
        while here < len(spans) and spans[here].end < end:
            here += 1
        if here < len(spans) and spans[here].start < end:
            end = spans[here].start
        raw = line.text[max(0, start - line.start) : max(0, end - line.start)]
        if core := raw.strip():
            begin = start + len(raw) - len(raw.lstrip())
            rest.append(Line(begin, begin + len(core), core))
    return rest


def _outside(kept: list[Line], found: Iterable[Region]) -> list[Line]:
    """The lines that do not begin in one of these regions."""
    spans = sorted(region.span for region in found)
    rest: list[Line] = []
    upcoming = 0
    for line in kept:
        while upcoming < len(spans) and spans[upcoming].end <= line.start:
            upcoming += 1
        if upcoming == len(spans) or line.start < spans[upcoming].start:
            rest.append(line)
    return rest


def _settled(text: str, found: list[Region]) -> Iterator[Region]:
    """In order, without overlaps (the earlier and longer one wins), neighbours of one kind joined."""
    current: Region | None = None
    for region in sorted(found, key=lambda region: (region.span.start, -region.span.end)):
        if current is None:
            current = region
            continue
        span = region.span
        if span.end <= current.span.end:
            continue
        start = max(span.start, current.span.end)
        if region.kind is current.kind and not text[current.span.end : start].strip():
            current = Region(Span(current.span.start, span.end), current.kind)
        else:
            yield current
            current = Region(Span(start, span.end), region.kind)
    if current is not None:
        yield current
