"""A document's numbers, each accounted for, and its figures bound to what they count."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from summarizer.lexicon.taxonomy import key_for
from summarizer.outline import Section
from summarizer.quantities.chinese import mentions_zh
from summarizer.quantities.clauses import Place, places
from summarizer.quantities.labels import Label, labels
from summarizer.quantities.mention import Indicator, Inventory, Kind, Mention
from summarizer.quantities.timing import LOOK_BACK, aspect_of, period_before, period_of
from summarizer.quantities.topic import category_of
from summarizer.reading import Body, Document, RegionKind, Span

__all__ = ["inventory", "mentions"]


def _moved(mention: Mention, body: Body, text: str) -> Mention:
    """The mention found in the body, placed in the document."""
    span = body.raw(mention.span.start, mention.span.end)
    number = body.raw(mention.number.start, mention.number.end)
    return replace(mention, span=span, number=number, text=span.of(text))


def _furniture(doc: Document) -> list[Mention]:
    """Numbers in regions; those of copies are not printed."""
    found = []
    for region in doc.regions:
        if region.kind is RegionKind.DUPLICATE:
            continue
        for mention in mentions_zh(region.span.of(doc.text)):
            span = Span(region.span.start + mention.span.start, region.span.start + mention.span.end)
            number = Span(region.span.start + mention.number.start, region.span.start + mention.number.end)
            found.append(replace(mention, span=span, number=number, kind=Kind.FURNITURE))
    return found


def mentions(doc: Document) -> list[Mention]:
    """Every number of the report and of the page around it, in order of the text; the latter as furniture.

    The report is read through its `Body`, so a number broken by a line or page break is one mention.
    """
    inside = [_moved(m, doc.body, doc.text) for m in mentions_zh(doc.body.text)]
    return sorted([*inside, *_furniture(doc)], key=lambda m: m.span)


def _clause(place: Place, label: Label) -> tuple[int, int]:
    return min(place.left[0], label.words[0]), max(place.right[1], place.mention.span.end)


def _quote(place: Place, label: Label) -> tuple[int, int]:
    span = place.mention.span
    return min(label.words[0], span.start), max(label.words[1], span.end)


def _heading_edges(root: Section, body: Body) -> list[int]:
    """Where headings begin and end in the body: what is counted never reaches across."""
    headings = [section.heading for section in root.walk() if section.heading]
    return [bisect_left(body.offsets, edge) for span in headings for edge in (span.start, span.end)]


def _breaks(root: Section, body: Body, mentions: Sequence[Mention]) -> list[int]:
    """Where what is counted never reaches across: the ends of headings and of the numbers of lists."""
    items = [m.span.end for m in mentions if m.kind is Kind.ENUMERATOR]
    return [*_heading_edges(root, body), *items]


def _period(
    place: Place, label: Label, dates: Sequence[Mention], path: Sequence[Section], doc: Document
) -> str:
    """The years the figure covers; what something was before it changed is of the year named with it, or the one before."""
    text, at = doc.body.text, place.mention.span.start
    if "年均" in label.name:
        ends = [int(date.value) for date in dates if place.sentence[0] <= date.span.start < at and date.value]
        if len(ends) > 1 and ends[0] < ends[-1]:
            # 由2015年的118亿元增加到2020年的186亿元，年均增长7%: the years after the first.
            return f"{ends[0] + 1}-{ends[-1]}"
        return doc.meta.period or period_of(text, at, place.sentence, dates, path, doc.meta)
    if not label.base:
        return period_of(text, at, place.sentence, dates, path, doc.meta)
    own = [date for date in dates if place.left[0] <= date.span.start < at and date.value is not None]
    if own:
        return str(own[-1].value)
    earlier = [date for date in dates if date.span.start < place.left[0]]
    return period_before(period_of(text, at, place.sentence, earlier, path, doc.meta))


def _indicator(
    id: int, place: Place, label: Label, dates: Sequence[Mention], doc: Document, root: Section
) -> Indicator:
    body, meta = doc.body, doc.meta
    mention = place.mention
    moved = _moved(mention, body, doc.text)
    path = root.path_to(moved.span.start)
    start, end = place.sentence
    period = _period(place, label, dates, path, doc)
    aspect = aspect_of(body.text[start:end], mention.span.start - start, path, year=meta.year, period=period)
    quote, clause = _quote(place, label), _clause(place, label)
    return Indicator(
        id=id,
        mention=moved,
        name_zh=label.name,
        category=category_of(label.name, body.text[quote[0] : quote[1]], path, meta.kind),
        aspect=aspect,
        period=period,
        quote=body.raw(*quote),
        clause=body.raw(*clause),
        # What was before a change is no figure of the report's own period, so it has no key to be compared by.
        key="" if label.base else key_for(label.name, mention.unit, aspect=aspect.value),
    )


def inventory(doc: Document, root: Section) -> Inventory:
    """Every number of `doc`, and its figures bound to what they count, numbered from 1 in order of the text.

    `root` is the document's outline; it tells plans from results and gives the category where the words do not.
    """
    body = doc.body
    in_body = mentions_zh(body.text)
    figures = [m for m in in_body if m.kind is Kind.INDICATOR]
    years = [m for m in in_body if m.kind is Kind.DATE]
    starts = [m.span.start for m in years]
    found = places(body.text, figures, breaks=_breaks(root, body, in_body))
    indicators = []
    for i, (place, label) in enumerate(zip(found, labels(body.text, found), strict=True), start=1):
        start, stop = place.sentence
        at = place.mention.span.start
        if at - start > LOOK_BACK:
            place = replace(place, sentence=(at - LOOK_BACK, stop))
        paragraph = max(body.text.rfind("\n", 0, start) + 1, start - LOOK_BACK)
        dates = years[bisect_left(starts, paragraph) : bisect_right(starts, place.mention.span.start)]
        indicators.append(_indicator(i, place, label, dates, doc, root))
    everything = sorted(
        [*(_moved(m, body, doc.text) for m in in_body), *_furniture(doc)], key=lambda m: m.span
    )
    return Inventory(doc=doc, outline=root, mentions=tuple(everything), indicators=tuple(indicators))
