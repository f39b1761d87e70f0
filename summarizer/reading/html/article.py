"""Which lines of a page are the article, told by where its paragraphs stand, by names of elements and by links."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from summarizer.reading import furniture
from summarizer.reading.document import Region, RegionKind, Span
from summarizer.reading.html.elements import HEADINGS
from summarizer.reading.html.flow import Flow
from summarizer.reading.html.naming import furniture_named, is_article_named
from summarizer.reading.html.tree import Node
from summarizer.reading.lines import Line, bare, lines

__all__ = ["Page", "page_of", "regions_of_page"]

_LEAVES = frozenset({"a", "sup", "br", "p", "li", "dd", "dt", "pre", "blockquote", *HEADINGS})
_LEAST_PROSE = 100  # characters; with less a page tells by its short lines
_BYLINE_BLOCK = 400  # characters
_LONGEST_LINK = 120  # characters
_STAMP = 20  # characters beside the day
_DAY = re.compile(r"(?:19|20)\d{2}[-./年]\d{1,2}[-./月]\d{1,2}日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?")
_LINK_RUN = 3  # lines of links in a row that make a list of them


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page, each with the share of it that is links, and how much of it speaks for the article.

    `prose` is the length of all paragraphs; where there are next to none, every line that is no link speaks for the article.
    """

    root: Node
    lines: tuple[Line, ...]
    linked: tuple[float, ...]
    paragraphs: tuple[bool, ...]
    weights: tuple[int, ...]
    prose: int

    def is_prose(self, index: int) -> bool:
        """Whether a line is a paragraph."""
        return self.paragraphs[index]

    def first(self, start: int) -> int:
        """The index of the first line that begins at or behind a place."""
        return bisect_left(self.lines, start, key=lambda line: line.start)

    def indices(self, node: Node) -> range:
        """Which lines begin in a node."""
        return range(self.first(node.start), self.first(node.end))


def page_of(root: Node, flow: Flow) -> Page:
    """The lines of `flow`, whose nodes are those below `root`."""
    found = tuple(lines(flow.text))
    linked = tuple(_linked(found, flow.links))
    paragraphs = tuple(furniture.is_prose(line) for line in found)
    weights = tuple(
        len(line.text) * is_paragraph for line, is_paragraph in zip(found, paragraphs, strict=True)
    )
    prose = sum(weights)
    if prose < _LEAST_PROSE:
        weights = tuple(len(line.text) * (share < 0.5) for line, share in zip(found, linked, strict=True))
    return Page(root, found, linked, paragraphs, weights, prose)


def _linked(found: Sequence[Line], links: Sequence[Span]) -> list[float]:
    """The share of each line that stands in links, the day beside a link left out."""
    shares: list[float] = []
    upcoming = 0
    for line in found:
        covered = 0
        while upcoming < len(links) and links[upcoming].start < line.end:
            link = links[upcoming]
            covered += max(0, min(link.end, line.end) - max(link.start, line.start))
            if link.end > line.end:
                break
            upcoming += 1
        shares.append(min(1.0, covered / max(1, line.end - line.start - _dated(line))))
    return shares


def _dated(line: Line) -> int:
    """How many characters of a line are a day."""
    day = _DAY.search(line.text) if len(line.text) <= _LONGEST_LINK else None
    return day.end() - day.start() if day else 0


def regions_of_page(page: Page, *, title: str) -> list[Region]:
    """The lines that are not the article, in order. `title` is what the page calls itself in its head.

    Outside the article a line is what the element that holds it calls itself, or what its links or words show it to be; what
    stands above the last menu or below the first sign of a footer goes with them. Inside, names alone do not count. Titles and
    whatever is in doubt stay.
    """
    article, contained = _article(page)
    named = _named(page)
    kinds: list[RegionKind | None] = []
    for index, line in enumerate(page.lines):
        linked = page.linked[index] >= 0.5
        name, shown = named.get(index), _shows(line)
        if index < article.stop and not linked and _is_title(line, title):
            kind = None
        elif contained and index in article:
            kind = name if linked or shown or (name is RegionKind.BYLINE and _is_stamp(line)) else None
        elif index in article:
            kind = name if page.prose else name or shown
        else:
            kind = (
                name
                or (None if page.is_prose(index) else shown)
                or (RegionKind.NAVIGATION if linked else None)
            )
            if index < article.start and kind is RegionKind.FOOTER:
                kind = RegionKind.NAVIGATION
        kinds.append(kind)
    _mark_lists(page, kinds)
    _mark_around(page, kinds, article, title)
    return [
        Region(Span(line.start, line.end), kind)
        for line, kind in zip(page.lines, kinds, strict=True)
        if kind is not None
    ]


# ---- where the article is


def _article(page: Page) -> tuple[range, bool]:
    """The indices of the lines of the article, and whether an element of their own holds them.

    It is the smallest element that holds nine tenths of the paragraphs, or one inside it that calls itself the article and holds
    half of them. Where only the whole page holds them all, the article reaches from the first paragraph to the last.
    """
    sums = [0, *accumulate(page.weights)]

    def weight(node: Node) -> int:
        found = page.indices(node)
        return sums[found.stop] - sums[found.start]

    node, total = page.root, sums[-1]
    while total:
        inside = [child for child in node.children if isinstance(child, Node) and child.start >= 0]
        largest = max((child for child in inside if child.tag not in _LEAVES), key=weight, default=None)
        if largest is None or weight(largest) * 10 < total * 9:
            break
        node = largest
    least = total // 2 if page.prose else total // 3
    called = [inner for inner in node.walk() if is_article_named(inner.names) and weight(inner) > least]
    node = min(called, key=lambda inner: (weight(inner), inner.end - inner.start), default=node)
    if node is not page.root:
        return page.indices(node), True
    prose = [index for index in range(len(page.lines)) if page.is_prose(index)]
    return range(prose[0], prose[-1] + 1) if prose else range(len(page.lines)), False


def _is_title(line: Line, title: str) -> bool:
    """Whether a line names the report: in the words of the page's head, or in those of titles."""
    said = line.bare
    return furniture.is_title_like(line) or (len(said) >= 6 and bare(title).startswith(said))


# ---- what is around it


def _named(page: Page) -> dict[int, RegionKind]:
    """For each line what an element that holds it calls itself, the outermost first.

    A name is wrong where the element holds a fifth of the paragraphs (half of the text, where there are none), and one of a byline
    where it holds more than a byline.
    """
    sums = [0, *accumulate(page.weights)]
    found: dict[int, RegionKind] = {}
    most = sums[-1] // (5 if page.prose else 2)
    for node in page.root.walk():
        kind = furniture_named(node.tag, node.names)
        if kind is None or (kind is RegionKind.BYLINE and node.size > _BYLINE_BLOCK):
            continue
        held = page.indices(node)
        if held.start in found or sums[held.stop] - sums[held.start] > most:
            continue
        found.update(dict.fromkeys(held, kind))
    return found


def _shows(line: Line) -> RegionKind | None:
    """What a line by its own words is besides report."""
    if furniture.is_navigation(line):
        return RegionKind.NAVIGATION
    if furniture.is_footer(line):
        return RegionKind.FOOTER
    if furniture.is_byline(line):
        return RegionKind.BYLINE
    return None


def _is_stamp(line: Line) -> bool:
    """Whether a line is a day, as pages are stamped with it, and perhaps who put it there."""
    rest = _DAY.sub("", line.said)
    return len(rest) < len(line.said) and len(rest) <= _STAMP and "会议" not in rest


def _mark_lists(page: Page, kinds: list[RegionKind | None]) -> None:
    """Lines of nothing but links, several in a row, wherever they stand."""
    run: list[int] = []
    for index in range(len(page.lines) + 1):
        if index < len(page.lines) and page.linked[index] >= 0.8 and not page.is_prose(index):
            run.append(index)
            continue
        if len(run) >= _LINK_RUN:
            for member in run:
                kinds[member] = kinds[member] or RegionKind.NAVIGATION
        run = []


def _mark_around(page: Page, kinds: list[RegionKind | None], article: range, title: str) -> None:
    """The short lines that are left above the last menu and below the first sign of a footer."""
    trail = [index for index in range(article.start) if furniture.is_certain_navigation(page.lines[index])]
    menu = max([*trail, *_run_ends(page, article.start)], default=-1)
    for index in range(menu):
        if kinds[index] is None and not page.is_prose(index) and not _is_title(page.lines[index], title):
            kinds[index] = RegionKind.NAVIGATION
    below = next(
        (index for index in range(article.stop, len(kinds)) if kinds[index] is RegionKind.FOOTER), len(kinds)
    )
    for index in range(below, len(kinds)):
        if not page.is_prose(index):
            kinds[index] = kinds[index] or RegionKind.FOOTER


def _run_ends(page: Page, stop: int) -> list[int]:
    """The last lines of the runs of links above line `stop`."""
    ends: list[int] = []
    length = 0
    for index in range(stop):
        length = length + 1 if page.linked[index] >= 0.8 else 0
        if length >= _LINK_RUN:
            ends.append(index)
    return ends
