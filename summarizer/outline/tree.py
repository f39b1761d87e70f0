"""The outline of a report as a tree of sections."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from summarizer.outline.depth import depths
from summarizer.outline.heading import Heading, line_headings
from summarizer.outline.lead import lead_headings
from summarizer.outline.numbering import Style
from summarizer.outline.paragraph import Paragraph, paragraphs
from summarizer.outline.section import Section, SectionClass
from summarizer.outline.title import titles_in
from summarizer.outline.topic import is_plan, is_review, leads_to_plan, review_year, topic_of
from summarizer.reading import Body, Document, Span

__all__ = ["headings", "outline"]

_LETTERSPACED = re.compile(r"[^\s?？](?:[\s?？]+[^\s?？])+")
_BLANKS = re.compile(r"[\s?？]+")


def outline(doc: Document) -> Section:
    """The tree of a report's sections; the root covers the whole body and has the report's title.

    Sections begin at their headings and follow each other without gap. Titles are sections of level 0 that hold the title
    block and what is said before the first heading; a text that begins without title or heading has a section without
    heading there. Where the speaker turns to the house again or to the problems of the whole, the subsections end and
    what follows is text of the outermost section. A text without headings is a root alone.
    Raises TypeError for what is no document.
    """
    if not isinstance(doc, Document):
        raise TypeError(f"a report is the Document that `read` makes of its bytes, not {type(doc).__name__}")
    if doc.plain is not doc:
        return _retitled(outline(doc.plain), doc)
    body = doc.body
    whole = Span(body.offsets[0], body.offsets[-1] + 1) if body.text else Span(0, max(1, len(doc.text)))
    lines = paragraphs(body.text)
    found = _found(lines)
    titles = takewhile(lambda heading: heading.style is Style.TITLE, found)
    title = next((_title(body.text, heading) for heading in reversed(list(titles))), "")
    root = _Node(0, len(body.text), None, 0, title)
    _grow(root, found, lines, body.text)
    reported = int(doc.meta.year) if doc.meta.year.isdecimal() else None
    if reported is None:
        reported = review_year([node.title for node in root.walk() if node.level])
    _classify(root, reported)
    children = tuple(_section(node, body) for node in root.children)
    return Section(whole, None, 0, title, root.cls, False, children)


def _retitled(section: Section, doc: Document) -> Section:
    """The section with the titles in the characters of the report."""
    near = section.heading.start if section.heading else section.span.start
    children = tuple(_retitled(child, doc) for child in section.children)
    return replace(section, title=doc.written(section.title, near=near), children=children)


def headings(root: Section) -> list[Section]:
    """The sections below `root` that have a heading, in order of the text."""
    return [section for section in root.walk() if section.heading is not None]


@dataclass(slots=True)
class _Node:
    """A section under construction, in places of the body's text."""

    start: int
    end: int
    heading: Heading | None
    level: int
    title: str
    cls: SectionClass = SectionClass.OTHER
    planned: bool = False
    children: list["_Node"] = field(default_factory=list)

    def walk(self) -> list["_Node"]:
        return [self, *(below for child in self.children for below in child.walk())]


def _found(lines: Sequence[Paragraph]) -> list[Heading]:
    """All headings, in order."""
    titles, first = titles_in(lines)
    found = line_headings(lines, first)
    leads = lead_headings(lines[first:], [_moved(h, -first) for h in found])
    return titles + sorted([*found, *(_moved(h, first) for h in leads)], key=lambda h: h.start)


def _moved(heading: Heading, by: int) -> Heading:
    return Heading(
        heading.start, heading.end, heading.style, heading.number, heading.paragraph + by, heading.run_in
    )


def _title(text: str, heading: Heading) -> str:
    """The words of a heading in one line; a letter-spaced title is closed up."""
    words = text[heading.start : heading.end].replace("\n", "")
    if heading.style is Style.TITLE:
        return _BLANKS.sub("", words) if _LETTERSPACED.fullmatch(words) else words
    return words


def _grow(root: _Node, found: Sequence[Heading], lines: Sequence[Paragraph], text: str) -> None:
    """Hang the headings under `root`, and end subsections where the speaker turns to the whole."""
    starts = {lines[heading.paragraph].start for heading in found}
    turns = {line.start for line in lines if line.is_turn and line.start not in starts}
    levels = depths(found, sorted(turns))
    events = {heading.start: (heading, level) for heading, level in zip(found, levels, strict=True)}
    open_nodes = [root]
    for place in sorted(events.keys() | turns):
        if place in turns:
            while len(open_nodes) > 1 and open_nodes[-1].level > 1:
                open_nodes.pop().end = place
            continue
        heading, level = events[place]
        start = 0 if not root.children and level == 0 else _line_start(text, place)
        if not root.children and start > 0:
            root.children.append(_Node(0, start, None, 0, ""))
        while len(open_nodes) > 1 and open_nodes[-1].level >= level:
            open_nodes.pop().end = start
        node = _Node(start, root.end, heading, level, _title(text, heading))
        # A title stands beside the sections, not above them: it has the opening as its text.
        if len(open_nodes) > 1 and open_nodes[-1].level == 0:
            open_nodes.pop().end = start
        open_nodes[-1].children.append(node)
        open_nodes.append(node)


def _line_start(text: str, place: int) -> int:
    """Where the line of a heading begins, its bullet and indent with it."""
    return text.rfind("\n", 0, place) + 1


def _classify(parent: _Node, reported: int | None) -> None:
    """Give each section below `parent` its class, and tell the planned ones.

    A numbered list that has come to the plan stays with it: after 二、2024年主要任务 a heading 三、加强自身建设 speaks of the
    future too, until one that looks back.
    """
    ahead: Style | None = None
    for node in parent.children:
        if node.heading is None or node.level == 0:
            node.cls = SectionClass.OPENING
            continue
        style = node.heading.style
        title = node.title
        # Only a heading that could stand for a part of the report opens the plan or the review.
        part = node.level <= 2 and not style.is_run_in
        plan, review = part and is_plan(title, reported), part and is_review(title, reported)
        if review:
            ahead = None
        node.planned = parent.planned or plan or ahead is style
        if part and leads_to_plan(title, reported):
            ahead = style if node.heading.number else None
        topic = topic_of(title)
        if topic is SectionClass.PROBLEMS:
            node.cls = topic
        elif plan:
            node.cls = SectionClass.PLAN
        elif review:
            node.cls = SectionClass.REVIEW
        else:
            node.cls = topic or parent.cls
        _classify(node, reported)


def _section(node: _Node, body: Body) -> Section:
    heading = body.raw(node.heading.start, node.heading.end) if node.heading else None
    span = body.raw(node.start, node.end)
    children = tuple(_section(child, body) for child in node.children)
    return Section(span, heading, node.level, node.title, node.cls, node.planned, children)
