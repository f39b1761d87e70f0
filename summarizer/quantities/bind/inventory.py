"""A document's numbers, each accounted for, and its figures bound to what they count."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from summarizer.lexicon.taxonomy import key_for
from summarizer.lexicon.traditional import plain
from summarizer.outline import Section
from summarizer.quantities.bind.clauses import Place, places
from summarizer.quantities.bind.labels import Label, labels
from summarizer.quantities.bind.timing import LOOK_BACK, Timeline
from summarizer.quantities.bind.topic import category_of, topic_of
from summarizer.quantities.mention import Indicator, Inventory, Kind, Mention, Qualifier
from summarizer.quantities.zh.recogniser import mentions_zh
from summarizer.reading import LOST, Body, Document, RegionKind, Span

__all__ = ["inventory", "mentions"]

_BASE_YEAR = re.compile(r"[比较](\d{4})年")


def _moved(mention: Mention, body: Body, text: str) -> Mention:
    """The mention found in the body, placed in the document."""
    span = body.raw(mention.span.start, mention.span.end)
    number = body.raw(mention.number.start, mention.number.end)
    moved = replace(mention, span=span, number=number, text=span.of(text))
    if _is_damaged(moved, text):
        return replace(moved, value=None, value_max=None, qualifier=Qualifier.EXACT, unreadable=True)
    return moved


def _is_damaged(mention: Mention, text: str) -> bool:
    """Whether a lost character may have been a digit or scale of a figure: inside it, before it, or where its unit should be.

    `??` is what a converter leaves of lost characters and of blanks; it counts inside a figure only.
    """
    if mention.kind is not Kind.INDICATOR or mention.masked:
        return False
    start, end = mention.span.start, mention.span.end
    return (
        text.find(LOST, max(0, start - 1), end + (not mention.unit)) >= 0
        or text.find("??", mention.number.start, mention.number.end) >= 0
    )


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


def _from_longer_ago(told: str, period: str) -> bool:
    """Whether a change is said to be from another year than the one before its own: 比2020年增长40% of 2023."""
    own = period[-4:]
    return own.isdecimal() and any(int(year) != int(own) - 1 for year in _BASE_YEAR.findall(told))


def _heading_edges(root: Section, body: Body) -> list[int]:
    """Where headings begin and end in the body: what is counted never reaches across."""
    headings = [section.heading for section in root.walk() if section.heading]
    return [bisect_left(body.offsets, edge) for span in headings for edge in (span.start, span.end)]


def _breaks(root: Section, body: Body, mentions: Sequence[Mention]) -> list[int]:
    """Where what is counted never reaches across: the ends of headings and of the numbers of lists."""
    items = [m.span.end for m in mentions if m.kind is Kind.ENUMERATOR]
    return [*_heading_edges(root, body), *items]


def _plain_titles(section: Section) -> Section:
    children = tuple(map(_plain_titles, section.children))
    return replace(section, title=plain(section.title), children=children)


def _written(read: Inventory, doc: Document, root: Section) -> Inventory:
    """What was read of the plain document, in the characters of the report."""

    def moved(mention: Mention) -> Mention:
        return replace(mention, text=mention.span.of(doc.text))

    indicators = (
        replace(i, mention=moved(i.mention), name_zh=doc.written(i.name_zh, near=i.clause.start))
        for i in read.indicators
    )
    return Inventory(doc, root, tuple(map(moved, read.mentions)), tuple(indicators), read)


class _Binder:
    """What the figures of one document are told by: its body, outline and times."""

    def __init__(self, doc: Document, root: Section, dates: Sequence[Mention]) -> None:
        self._doc, self._root = doc, root
        self._timeline = Timeline(doc.body.text, dates, doc.meta)

    def indicator(self, id: int, place: Place, label: Label, before: Indicator | None) -> Indicator:
        """The figure at `place`, which counts what `label` says; `before` is the one before it in the document."""
        body, kind = self._doc.body, self._doc.meta.kind
        mention = place.mention
        moved = _moved(mention, body, self._doc.text)
        path = self._root.path_to(moved.span.start)
        period = self._timeline.period(place, label.name, path, base=label.base)
        aspect = self._timeline.aspect(place, path, period)
        quote, clause = _quote(place, label), _clause(place, label)
        key = key_for(label.name, mention.unit, aspect=aspect.value, category=topic_of(path) or "")
        # What was before a change, and a change from longer ago than the year before, are no figures to be compared by the year.
        told = body.text[quote[0] : mention.span.start]
        if label.base or (key.endswith("_growth") and _from_longer_ago(told, period)):
            key = ""
        whole = before.category if before and (label.part or label.of) else None
        return Indicator(
            id=id,
            mention=moved,
            name_zh=label.name,
            category=category_of(
                label.name, body.text[quote[0] : quote[1]], path, kind, key=key, whole=whole
            ),
            aspect=aspect,
            period=period,
            quote=body.raw(*quote),
            clause=body.raw(*clause),
            key=key,
        )


def inventory(doc: Document, root: Section) -> Inventory:
    """Every number of `doc`, and its figures bound to what they count, numbered from 1 in order of the text.

    `root` is the document's outline; it tells plans from results and gives the category where the words do not. What a figure counts is
    decided by the plain document and said in the characters of this one.
    """
    if doc.plain is not doc:
        return _written(inventory(doc.plain, _plain_titles(root)), doc, root)
    body = doc.body
    in_body = mentions_zh(body.text)
    figures = [m for m in in_body if m.kind is Kind.INDICATOR]
    binder = _Binder(doc, root, [m for m in in_body if m.kind is Kind.DATE])
    found = places(body.text, figures, breaks=_breaks(root, body, in_body))
    indicators: list[Indicator] = []
    for i, (place, label) in enumerate(zip(found, labels(body.text, found), strict=True), start=1):
        start, stop = place.sentence
        at = place.mention.span.start
        if at - start > LOOK_BACK:
            place = replace(place, sentence=(at - LOOK_BACK, stop))
        indicators.append(binder.indicator(i, place, label, indicators[-1] if indicators else None))
    everything = sorted(
        [*(_moved(m, body, doc.text) for m in in_body), *_furniture(doc)], key=lambda m: m.span
    )
    return Inventory(doc=doc, outline=root, mentions=tuple(everything), indicators=tuple(indicators))
