"""The blocks of a page as paragraphs and tables of Word."""

from collections.abc import Iterator
from typing import assert_never

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from summarizer.render.docx.contents import DEEPEST, Entry, contents
from summarizer.render.docx.element import Element, element, paragraph, run
from summarizer.render.docx.lines import Lines
from summarizer.render.docx.package import add_part, empty_document, file_of
from summarizer.render.docx.tables import chart, facts, table
from summarizer.render.page import (
    Block,
    Bullets,
    Chart,
    Chinese,
    Facts,
    Heading,
    Notice,
    Page,
    Paragraph,
    Quotation,
    Table,
    plain,
)

__all__ = ["written"]

_LAST_HEADING = 4
# Fewer headings are seen at a glance.
_WORTH_LISTING = 3
_FIRST_NUMBERED = 2


def written(page: Page) -> bytes:
    """The page as the bytes of a Word document."""
    writer = _Writer(page)
    document = empty_document(page.title)
    body = document.element.body
    last = body[-1]  # the section's properties stay behind all text
    for part in writer.parts():
        last.addprevious(part)
    numbering = document.part.numbering_part.element
    for number in writer.numbered:
        numbering.append(number)
    footnotes = writer.lines.footnotes()
    add_part(document, "footnotes.xml", CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES, footnotes)
    return file_of(document)


class _Writer:
    """One page on its way into Word; `numbered` are the numberings of its ordered lists."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.lines = Lines(page.notes)
        self.numbered: list[Element] = []
        self._entries: list[Entry] = []

    def parts(self) -> Iterator[Element]:
        """Paragraphs and tables in order, the contents before the first heading that they list."""
        parts: list[Element] = []
        place = 0
        for block in self._page.blocks:
            if not self._entries:
                place = len(parts)
            parts += self._parts(block)
        if len(self._entries) >= _WORTH_LISTING:
            parts.insert(place, contents(self._entries))
        yield from parts

    def _parts(self, block: Block) -> list[Element]:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return [paragraph("Aside" if block.aside else "Normal", *self.lines.runs(block.text))]
            case Notice():
                text = [run(" "), *self.lines.runs(block.text)] if block.text else []
                return [paragraph("Notice", run(block.lead, "Strong"), *text)]
            case Bullets():
                return self._bullets(block)
            case Facts():
                return _closed(facts(block, self.lines)) if block.pairs else []
            case Quotation():
                return [paragraph("Quote", *self.lines.runs((Chinese(text),))) for text in block.lines]
            case Table():
                return _closed(table(block, self.lines))
            case Chart():
                title = paragraph("Caption", run(block.title))
                return [title, *_closed(chart(block, self.lines))] if block.bars else []
            case _:
                assert_never(block)

    def _heading(self, heading: Heading) -> list[Element]:
        level = min(heading.level - 1, _LAST_HEADING)
        runs = self.lines.runs(heading.text)
        if level == 0:
            under = "Subtitle"
            parts = [paragraph("Title", *runs)]
        else:
            under = "UnderHeading"
            if level <= DEEPEST:
                runs = self._listed(runs, level, plain(heading.text))
            parts = [paragraph(f"Heading{level}", *runs)]
        return [*parts, *([paragraph(under, *self.lines.runs(heading.under))] if heading.under else [])]

    def _listed(self, runs: list[Element], level: int, text: str) -> list[Element]:
        """The runs of a heading in a bookmark that the contents lead to."""
        number = len(self._entries) + 1
        entry = Entry(level, text, f"_Toc{number}")
        self._entries.append(entry)
        id = str(2 * number)
        return [
            element("bookmarkStart", id=id, name=entry.bookmark),
            *runs,
            element("bookmarkEnd", id=id),
        ]

    def _bullets(self, block: Bullets) -> list[Element]:
        number = self._numbering() if block.ordered else ""
        style = "ListNumber" if number else "ListBullet"
        parts = []
        for item in block.items:
            counted = (
                (element("numPr", element("ilvl", val="0"), element("numId", val=number)),) if number else ()
            )
            parts.append(paragraph(style, *self.lines.runs(item.text), properties=counted))
            parts += [paragraph("ListContinue", *self.lines.runs(under)) for under in item.under]
        return parts

    def _numbering(self) -> str:
        """The id of a numbering that counts from 1 by itself."""
        id = str(_FIRST_NUMBERED + 1 + len(self.numbered))
        restart = element("lvlOverride", element("startOverride", val="1"), ilvl="0")
        self.numbered.append(element("num", element("abstractNumId", val="1"), restart, numId=id))
        return id


def _closed(made: Element) -> list[Element]:
    """A table with the small paragraph behind it that keeps it from growing together with another."""
    return [made, paragraph("AfterTable")]
