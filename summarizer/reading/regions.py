"""What in a text is not the report: regions from single lines, from their neighbours, and from repetitions."""

from collections import Counter
from collections.abc import Iterable, Iterator

from summarizer.reading import furniture
from summarizer.reading.artifacts import inline_artifacts, is_artifact_line
from summarizer.reading.copies import copies, teasers
from summarizer.reading.document import Region, RegionKind, Span
from summarizer.reading.lines import Line, bare, lines

__all__ = ["regions_of"]

_HEAD_LINES = 120  # a portal's menus; beyond this a text that has not begun is not going to
_LINK_RUN = 5  # short lines in a row that make a list of links


def regions_of(text: str, *, given: Iterable[Region] = ()) -> tuple[Region, ...]:
    """Every stretch of `text` that is not the report, in order, none overlapping; `given` are known to be none.

    Whole lines without their line break where the line holds nothing else; neighbours of one kind with only blanks between
    them are one region. Where in doubt a line stays: losing report text is worse than keeping noise.
    """
    known = list(given)
    inline = inline_artifacts(text)
    kept = _trimmed(lines(text), known)
    found: list[Region] = [*known, *_lone_lines(kept), *inline]
    abstracts = teasers(text, kept)
    repeated = copies(text, kept, [region.span for region in [*found, *abstracts]])
    larger = [*repeated, *abstracts]
    rest = _outside(kept, larger)
    found += _head(rest)
    notes = _glossary(rest)
    found += _tail(_outside(rest, notes), bool(repeated))
    return tuple(_settled(text, [*larger, *notes, *found]))


# ---- lines that show by themselves, or by their repetition, what they are


def _lone_lines(kept: list[Line]) -> Iterator[Region]:
    for line in kept:
        if not bare(line.text):
            yield _region(line, RegionKind.ARTIFACT)
        elif furniture.is_page_number(line):
            yield _region(line, RegionKind.PAGE_NUMBER)
        elif is_artifact_line(line.text):
            yield _region(line, RegionKind.ARTIFACT)
        elif furniture.is_advert(line):
            yield _region(line, RegionKind.WATERMARK)
        elif furniture.is_certain_byline(line):
            yield _region(line, RegionKind.BYLINE)
        elif furniture.is_certain_navigation(line):
            yield _region(line, RegionKind.NAVIGATION)
        else:
            tail = furniture.seller_tail(line)
            if tail is not None:
                yield Region(Span(line.end - tail, line.end), RegionKind.WATERMARK)
    yield from _bare_page_numbers(kept)
    yield from _running_lines(kept)


def _bare_page_numbers(kept: list[Line]) -> Iterator[Region]:
    """Figures alone on their lines that count up by one, a page of text between each two."""
    counted = [(line, count) for line in kept if (count := furniture.page_count(line)) is not None]
    series: list[Line] = []
    expected = -1
    for line, count in [*counted, (None, -1)]:
        if line is not None and count == expected and line.start - series[-1].end >= 200:
            series.append(line)
        else:
            if len(series) >= 3:
                yield from (_region(member, RegionKind.PAGE_NUMBER) for member in series)
            series = [line] if line is not None else []
        expected = count + 1


def _running_lines(kept: list[Line]) -> Iterator[Region]:
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
            yield from (_region(line, RegionKind.WATERMARK) for line in own)


def _is_open(line: Line | None) -> bool:
    return line is not None and len(line.bare) >= 20 and line.text[-1] not in "。！？；：!?;:”』」…"


def _is_known(line: Line) -> bool:
    return (
        furniture.is_page_number(line) or furniture.is_opening(line) or furniture.is_certain_navigation(line)
    )


# ---- above the report


def _head(kept: list[Line]) -> Iterator[Region]:
    """Menus, columns and bylines between the beginning of the file and the first paragraph."""
    head = kept[: _head_size(kept)]
    menus = [index for index, line in enumerate(head) if furniture.is_navigation(line)]
    portal = len(menus) >= _LINK_RUN
    last_menu = menus[-1] if menus else -1
    expects_value = False
    for index, line in enumerate(head):
        value = expects_value and len(line.text) <= 20 and not furniture.is_title_like(line)
        expects_value = False
        if furniture.is_navigation(line):
            yield _region(line, RegionKind.NAVIGATION)
        elif furniture.is_byline(line):
            yield _region(line, RegionKind.BYLINE)
            expects_value = line.text[-1] in "：:"
        elif value and (line.text.isdigit() or line.text in {"未知", "无"}):
            yield _region(line, RegionKind.BYLINE)
        elif (
            (
                furniture.is_category(line)
                and _is_column(head, index, after_menu=bool(menus) and menus[0] < index)
            )
            or (portal and menus[0] - 12 <= index < last_menu and _is_menu_word(line))
            or furniture.is_footer(line)
        ):
            yield _region(line, RegionKind.NAVIGATION)


def _head_size(kept: list[Line]) -> int:
    least = _paragraph_size(kept)
    for index, line in enumerate(kept[:_HEAD_LINES]):
        if furniture.is_opening(line) or (
            furniture.is_prose(line, least=least) and not furniture.is_byline(line)
        ):
            return index
    return 0


def _paragraph_size(kept: list[Line]) -> int:
    """How long a line is that can only be a paragraph: less in a text that is set to a narrow width."""
    return 30 if any(furniture.is_prose(line) for line in kept) else 14


def _is_column(head: list[Line], index: int, *, after_menu: bool) -> bool:
    """Whether the name of a column is not the title: a fuller title or the very same one stands below it."""
    below = [line for line in head[index + 1 :] if furniture.is_title_like(line)]
    if any(line.bare == head[index].bare for line in below):
        return True
    beside = next((line for line in head[index + 1 :] if not furniture.is_navigation(line)), None)
    fuller = (
        beside is not None and furniture.is_title_like(beside) and len(beside.bare) > len(head[index].bare)
    )
    return fuller and (index == 0 or after_menu)


def _is_menu_word(line: Line) -> bool:
    return (
        len(line.text) <= 10
        and not furniture.is_title_like(line)
        and not any(mark in line.text for mark in "，。：—“《")
    )


# ---- below the report


def _glossary(kept: list[Line]) -> list[Region]:
    """Notes on terms after the report's end: from their title, or their first numbered entry, to the last entry."""
    for index, line in enumerate(kept):
        if index * 10 < len(kept) * 3:
            continue
        if (
            furniture.is_glossary_title(line)
            and index + 1 < len(kept)
            and furniture.is_glossary_entry(kept[index + 1])
        ):
            above = kept[index - 1] if index else line
            first = index - 1 if above.bare.rstrip("：:") in {"附", "附件", "附录"} else index
            return [
                Region(Span(kept[first].start, kept[_last_entry(kept, index + 1)].end), RegionKind.GLOSSARY)
            ]
    return []


def _last_entry(kept: list[Line], first: int) -> int:
    """The last line of the notes: entries, and paragraphs that continue one before another entry follows."""
    last = first
    for index in range(first, len(kept)):
        if furniture.is_footer(kept[index]) or furniture.is_certain_byline(kept[index]):
            break
        if furniture.is_glossary_entry(kept[index]):
            last = index
        elif index - last > 3:
            break
    return last


def _tail(kept: list[Line], repeated: bool) -> Iterator[Region]:
    """Everything from the first line of a footer on, with the list of links above it, if no paragraph follows."""
    end = _licence(kept)
    least = _paragraph_size(kept)
    last = max(
        (index for index, line in enumerate(kept[:end]) if furniture.is_prose(line, least=least)), default=-1
    )
    tail = kept[last + 1 :]
    signs = [index for index, line in enumerate(tail) if furniture.is_footer(line)]
    byline = False
    for line in tail[: signs[0] if signs else len(tail)]:
        byline = (byline and furniture.is_closing_mark(line)) or (
            furniture.is_byline(line) and not furniture.is_dated(line)
        )
        if byline:
            yield _region(line, RegionKind.BYLINE)
        elif furniture.is_navigation(line):
            yield _region(line, RegionKind.NAVIGATION)
    if not signs or last < 0:
        return
    first = _links_above(tail, signs[0])
    for line in tail[first:]:
        # Between two copies stands the head of the second one: its menus and bylines are what they are.
        if repeated and furniture.is_certain_byline(line):
            continue
        yield _region(line, RegionKind.FOOTER)


def _licence(kept: list[Line]) -> int:
    """Where a licence text begins that goes on to the end of the file; the number of lines where there is none."""
    first = next((index for index, line in enumerate(kept) if furniture.is_licence(line)), len(kept))
    return first if all(len(line.text) < 150 for line in kept[first:]) else len(kept)


def _links_above(tail: list[Line], sign: int) -> int:
    """Where the run of short lines begins that stands directly above the first sign of a footer."""
    first = sign
    while first > 0 and len(tail[first - 1].text) <= 16 and tail[first - 1].text[-1] not in "。！？；：!?;:":
        first -= 1
    return first if sign - first >= _LINK_RUN else sign


# ---- putting together


def _region(line: Line, kind: RegionKind) -> Region:
    return Region(Span(line.start, line.end), kind)


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
