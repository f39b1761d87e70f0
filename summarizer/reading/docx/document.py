"""A Word document (.docx, .docm, .dotx) → its text."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, pairwise
from xml.etree.ElementTree import Element

from summarizer.errors import NoReportText, Undecodable
from summarizer.reading.document import Layout, Region, RegionKind, Span, Unit
from summarizer.reading.docx.notes import Notes
from summarizer.reading.docx.numbering import Numbering
from summarizer.reading.docx.package import Package
from summarizer.reading.docx.paragraph import Paragraph
from summarizer.reading.docx.printed import Printed
from summarizer.reading.docx.story import Story
from summarizer.reading.docx.styles import Styles
from summarizer.reading.extracted import Extracted
from summarizer.reading.formats import MediaType
from summarizer.reading.limits import Limits
from summarizer.reading.lines import bare

__all__ = ["extract_docx"]

_NOTE_PARTS = ("footnotes", "endnotes")
_CONTENTS_TITLES = frozenset({"目录", "目次", "contents", "tableofcontents"})


def extract_docx(data: bytes, *, name: str, limits: Limits) -> Extracted:
    """The text of a Word document as it is printed, without headers, footers, comments and what tracked changes deleted.

    Paragraphs are lines; so is a row of a table, with tabs between its cells. Numbers that Word counts are written out. Notes
    stand at the end, a line each, as a glossary; a table of contents is navigation. The layout's paragraphs are those of the
    text in reading order, cells, boxes and notes among them. Raises Undecodable for what is no Word document, is damaged or has
    a password, NoReportText for one over `limits` or without text.
    """
    package = Package(data, name=name, limits=limits)
    styles = Styles(_tree(package, "styles"))
    lists = _tree(package, "numbering")
    notes = Notes()
    for kind in _NOTE_PARTS:
        part = package.related(package.main, kind)
        if part is not None:
            notes.found |= _told(package, part, Story(styles, Numbering(lists, styles))).notes
    story = _told(package, package.main, Story(styles, Numbering(lists, styles), notes.mark))
    if story.root != "document":
        raise Undecodable("this is no Word document", where=name, hint="save it as .docx and try again")
    if not any(paragraph.text.strip() for paragraph in story.paragraphs):
        raise _nothing(name, elsewhere=story.has_foreign)
    return _set(_with_titles(story.paragraphs), notes.lines())


def _tree(package: Package, kind: str) -> Element | None:
    part = package.related(package.main, kind)
    return None if part is None else package.tree(part)


def _told(package: Package, part: str, story: Story) -> Story:
    package.walk(part, Printed(story))
    return story


def _nothing(name: str, *, elsewhere: bool) -> NoReportText:
    if elsewhere:
        what, hint = "keeps its text inside in another format", "open it in Word, save it anew and try again"
    else:
        what, hint = "holds no text", "where its pages are pictures, give the text or a PDF of them"
    return NoReportText(f"this Word document {what}", where=name, hint=hint)


def _with_titles(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """A line 目录 above a table of contents belongs to it."""
    found = list(paragraphs)
    said = [place for place, paragraph in enumerate(found) if paragraph.text.strip()]
    for above, below in pairwise(said):
        is_title = bare(found[above].text).lower() in _CONTENTS_TITLES
        if is_title and found[below].contents and not found[above].contents:
            found[above] = replace(found[above], contents=True)
    return found


def _set(body: list[Paragraph], notes: list[Paragraph]) -> Extracted:
    """The paragraphs as one text."""
    paragraphs = [*body, *notes]
    leads = ["", *(paragraph.lead for paragraph in paragraphs[1:])]
    starts: list[int] = []
    length = 0
    for lead, paragraph in zip(leads, paragraphs, strict=True):
        starts.append(length + len(lead))
        length = starts[-1] + len(paragraph.text)
    text = "".join(lead + paragraph.text for lead, paragraph in zip(leads, paragraphs, strict=True))
    regions = [*_contents(body, starts), *_marks(body, starts, text)]
    if notes:
        regions.append(Region(Span(starts[len(body)], len(text)), RegionKind.GLOSSARY))
    layout = Layout(Unit.PARAGRAPH, tuple(starts))
    regions.sort(key=lambda region: region.span)
    return Extracted(text, MediaType.DOCX, regions=tuple(regions), layout=layout)


def _contents(body: list[Paragraph], starts: list[int]) -> Iterator[Region]:
    for is_contents, group in groupby(zip(starts, body, strict=False), key=lambda member: member[1].contents):
        said = [(start, start + len(entry.text)) for start, entry in group if entry.text.strip()]
        if is_contents and said:
            yield Region(Span(said[0][0], said[-1][1]), RegionKind.NAVIGATION)


def _marks(body: list[Paragraph], starts: list[int], text: str) -> Iterator[Region]:
    """Marks of notes are no text of the report, but for one that alone keeps two figures apart."""
    for start, paragraph in zip(starts, body, strict=False):
        for first, last in () if paragraph.contents else paragraph.marks:
            mark = Span(start + first, start + last)
            if not (
                text[mark.start - 1 : mark.start].isdecimal() and text[mark.end : mark.end + 1].isdecimal()
            ):
                yield Region(mark, RegionKind.ARTIFACT)
