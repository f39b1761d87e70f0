"""A web page as a text with its furniture told, or the sentence why it holds no report."""

import re
from collections.abc import Iterator, Sequence

from summarizer.errors import NoReportText
from summarizer.reading import furniture
from summarizer.reading.document import Region, RegionKind, Span
from summarizer.reading.encoding import decode
from summarizer.reading.extracted import Extracted
from summarizer.reading.formats import MediaType
from summarizer.reading.html.article import Page, page_of, regions_of_page
from summarizer.reading.html.flow import Flow, flow_of
from summarizer.reading.html.tree import Node, Tree, tree_of
from summarizer.reading.limits import Limits
from summarizer.reading.lines import Line, bare

__all__ = ["extract_html"]

_SHELL = (
    80  # characters; a page that says less, without a figure, and has scripts or frames is filled by them
)
_LIST = 5  # lines
_LEAST_TEXT = 60  # characters beside menus and links that no paragraph is among
_EXCUSE = re.compile(r"javascript|脚本|浏览器|加载", re.IGNORECASE)
_PARTS = re.compile(r"\s*[_|｜]\s*|\s+[-—–]+\s+|-{2,}|—{2,}")

_HINT = "open the report itself in a browser and save that page, or copy its text into a file"


def extract_html(data: bytes, *, name: str, limits: Limits) -> Extracted:
    """The text of a web page or a piece of one as its reader sees it, a line for each block, rows of tables with tabs.

    Regions are the menus, trails, share bars, bylines, lists of links and footers around the article. What the page says of its
    encoding is not believed. Raises Undecodable as `decode` does, NoReportText for a page over `limits`, and for one that holds only
    frames, scripts or links.
    """
    markup, encoding = decode(data, name=name)
    tree = tree_of(markup, name=name, limits=limits)
    flow = flow_of(tree.root)
    if _lacks_title(tree, flow):
        tree.root.children.insert(0, Node("h1", "h1", [_report_title(tree.title)]))
        flow = flow_of(tree.root)
    limits.check_chars(len(flow.text), name=name)
    page = page_of(tree.root, flow)
    regions = regions_of_page(page, title=tree.title)
    _refuse_shells(tree, page, regions, name)
    return Extracted(flow.text, MediaType.HTML, encoding, tuple(_with_marks(regions, flow.note_marks)))


def _lacks_title(tree: Tree, flow: Flow) -> bool:
    """Whether only the head of the page names the report: its title is a picture, or the piece was copied without it."""
    title = _report_title(tree.title)
    return bool(title) and bool(flow.text) and bare(title) not in bare(flow.text)


def _report_title(said: str) -> str:
    """The part of a page's title that names a report, the name of the site left out; "" where none does."""
    parts = (" ".join(part.split()) for part in _PARTS.split(said))
    return next((part for part in parts if furniture.is_title_like(Line(0, len(part), part))), "")


def _refuse_shells(tree: Tree, page: Page, regions: list[Region], name: str) -> None:
    """Raise NoReportText for a page that is filled from elsewhere, or that only leads to others."""
    if not tree.root.size and not tree.frames and not tree.scripts:
        raise NoReportText("this web page holds no text", where=name, hint=_HINT)
    left_out = {region.span.start for region in regions}
    kept = [line for line in page.lines if line.start not in left_out and not furniture.is_title_like(line)]
    said = "".join(line.text for line in kept)
    if page.prose or len(said) >= _SHELL:
        return
    if len(left_out) >= max(_LIST, len(kept)) and len(said) < _LEAST_TEXT:
        raise NoReportText(
            "this web page holds menus and links but no text of a report", where=name, hint=_HINT
        )
    if any(char.isdecimal() for char in said) or ("。" in said and not _EXCUSE.search(said)):
        return
    if tree.frames:
        raise NoReportText(
            "this web page only holds frames, other pages shown inside it", where=name, hint=_HINT
        )
    if tree.scripts:
        raise NoReportText(
            "this web page holds no text; a browser puts it together by script", where=name, hint=_HINT
        )


def _with_marks(regions: list[Region], marks: Sequence[Span]) -> Iterator[Region]:
    """The regions and, between them, the marks of footnotes, in order."""
    upcoming = 0
    for region in regions:
        while upcoming < len(marks) and marks[upcoming].start < region.span.end:
            if marks[upcoming].end <= region.span.start:
                yield Region(marks[upcoming], RegionKind.ARTIFACT)
            upcoming += 1
        yield region
    for mark in marks[upcoming:]:
        yield Region(mark, RegionKind.ARTIFACT)
