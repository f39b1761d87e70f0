"""The report as it was read, with every number marked, what is not the report set apart, and all evidence findable."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from markupsafe import Markup

from summarizer.digest import Digest
from summarizer.quantities import Indicator, Inventory, Kind, Mention
from summarizer.reading import Document, Region, RegionKind, Span
from summarizer.render.viewer.marks import Evidence, Stretch, marked
from summarizer.render.viewer.standing import STATUS_NAMES, Figures, Standing, Status, figure_id

__all__ = ["KIND_NAMES", "missing_id", "quote_id", "report_html"]

_LONGEST_EVIDENCE = 2_000  # characters; a stretch that long bears nothing out
_LONGEST_OPEN = 160
_MOST_LINES = 3
_BREAK = re.compile(r"\r\n?|\n")

KIND_NAMES = {
    Kind.DATE: "Date",
    Kind.DURATION: "Duration",
    Kind.ORDINAL: "Ordinal",
    Kind.ENUMERATOR: "Number of a list or heading",
    Kind.NAME: "Number in a name",
    Kind.IDIOM: "Number in an idiom",
    Kind.FURNITURE: "Not of the report",
}
_REGIONS = {
    RegionKind.WATERMARK: "Watermark",
    RegionKind.PAGE_NUMBER: "Page line",
    RegionKind.NAVIGATION: "Navigation of the page",
    RegionKind.BYLINE: "Byline",
    RegionKind.FOOTER: "Footer of the page",
    RegionKind.DUPLICATE: "Another copy of the report",
    RegionKind.ABSTRACT: "Abstract",
    RegionKind.GLOSSARY: "Notes on terms",
    RegionKind.ARTIFACT: "Left over from conversion",
}


def quote_id(section: int, number: int) -> str:
    """What the page calls a passage that a section quotes."""
    return f"s{section}q{number}"


def missing_id(figure: Indicator) -> str:
    """What the page calls the entry of a figure that nobody reports."""
    return f"u{figure.span.start}"


def report_html(digest: Digest, inventory: Inventory, figures: Figures) -> Markup:
    """The text of the report as HTML; every character of it is there once, in order.

    Numbers have `data-kind`, those of figures also `data-status`, and lead to their rows; long stretches that are not the report
    are folded.
    """
    text = inventory.doc.text
    starts = [mention.span.start for mention in inventory.mentions]
    regions = []
    for region in inventory.doc.regions:
        before = bisect_right(starts, region.span.start) - 1
        in_figure = before >= 0 and inventory.mentions[before].span.contains(region.span)
        regions.append(_region(region, text, in_figure=in_figure))
    numbers = list(_numbers(inventory, figures))
    headings = list(_headings(digest, inventory))
    breaks = list(_breaks(inventory.doc))
    return marked(text, [*regions, *headings, *numbers, *breaks], list(_evidence(digest, inventory, figures)))


def _breaks(doc: Document) -> Iterator[Stretch]:
    """Line breaks of the report: those of its paragraphs, and those that are left out where it is read."""
    body = doc.body
    for found in _BREAK.finditer(doc.text):
        start, end = found.span()
        first, behind = bisect_left(body.offsets, start), bisect_left(body.offsets, end)
        around = body.text[max(first - 1, 0) : behind + 1]
        # Inside a paragraph both neighbours in the report are characters of a line.
        inside = first == behind and len(around) == 2 and not set(around) & {"\n", "\r"}
        yield Stretch(start, end, "span", {"class": "wrap" if inside else "br"})


def _region(region: Region, text: str, *, in_figure: bool) -> Stretch:
    name = _REGIONS[region.kind]
    every = {"class": "region", "data-region": region.kind.value, "title": f"{name}: not of the report"}
    inside = region.span.of(text)
    folded = not in_figure and (len(inside) > _LONGEST_OPEN or inside.count("\n") > _MOST_LINES)
    start, end = region.span.start, region.span.end
    if not folded:
        return Stretch(start, end, "span", every, quiet=True)
    lead = Markup('<summary lang="en">{} ({:,} characters)</summary>').format(name, len(inside))
    return Stretch(start, end, "details", every, lead=lead, quiet=True)


def _numbers(inventory: Inventory, figures: Figures) -> Iterator[Stretch]:
    rows: dict[int, Standing] = {}
    for standing in figures.rows:
        if standing.about:
            rows.setdefault(standing.about.id, standing)
    places = {figure.span: figure for figure in inventory.indicators}
    for mention in inventory.mentions:
        figure = places.get(mention.span)
        yield _figure(mention, figure, rows.get(figure.id)) if figure else _number(mention)


def _number(mention: Mention) -> Stretch:
    every = {"class": "n", "data-kind": mention.kind.value, "title": KIND_NAMES.get(mention.kind, "")}
    return Stretch(mention.span.start, mention.span.end, "span", every)


def _figure(mention: Mention, figure: Indicator, standing: Standing | None) -> Stretch:
    status = standing.status if standing else Status.MISSING
    title = STATUS_NAMES[status]
    if standing and standing.flagged:
        title += f": {standing.row.reason.value}"
    every = {
        "class": "n",
        "href": f"#{standing.id if standing else missing_id(figure)}",
        "data-kind": "figure",
        "data-status": status.value,
        "title": title,
    }
    return Stretch(mention.span.start, mention.span.end, "a", every, first={"id": figure_id(figure)})


def _headings(digest: Digest, inventory: Inventory) -> Iterator[Stretch]:
    sections = {section.start: number for number, section in reversed(list(enumerate(digest.sections)))}
    for node in inventory.outline.walk():
        if node.heading is None:
            continue
        number = sections.get(node.span.start)
        first = {"id": f"h{number}"} if number is not None else {}
        level = min(max(node.level, 1), 3)
        every = {"class": "heading", "data-level": str(level)}
        yield Stretch(node.heading.start, node.heading.end, "span", every, first=first)


def _evidence(digest: Digest, inventory: Inventory, figures: Figures) -> Iterator[Evidence]:
    for standing in figures.rows:
        if standing.about is None:
            continue
        spans = {(standing.about.quote.start, standing.about.quote.end), *standing.row.evidence}
        spans.discard((standing.about.span.start, standing.about.span.end))
        for start, end in sorted(spans):
            if end - start <= _LONGEST_EVIDENCE:
                yield Evidence(start, end, standing.id)
    for figure in figures.missing:
        yield Evidence(figure.quote.start, figure.quote.end, missing_id(figure))
    shown, length = inventory.doc.body.shown, len(inventory.doc.text)
    for at, section in enumerate(digest.sections):
        for number, quote in enumerate(section.quoted, start=1):
            inside = 0 <= quote.start < quote.end <= length
            if inside and _bare(shown(Span(quote.start, quote.end))) == _bare(quote.text):
                yield Evidence(quote.start, quote.end, quote_id(at, number))


def _bare(text: str) -> str:
    return "".join(text.split())
