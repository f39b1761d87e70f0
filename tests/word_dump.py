"""A Word document as a reader sees it: paragraphs with their styles, tables row by row, notes; read from its XML."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from docx import Document
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

__all__ = ["body", "fields", "footnotes", "lines", "part"]


def part(data: bytes, name: str) -> BaseOxmlElement:
    """The root of one part of the file, such as `word/footnotes.xml`."""
    with ZipFile(BytesIO(data)) as file:
        return parse_xml(file.read(name))


def body(data: bytes) -> BaseOxmlElement:
    """The text as python-docx reads it."""
    whole: BaseOxmlElement = Document(BytesIO(data)).element.body
    return whole


def lines(data: bytes) -> list[str]:
    """`Style: text` for each paragraph, `cell | cell` for each row of a table; notes as `{1}`, entries of the contents included."""
    return list(_lines(body(data)))


def _lines(parent: BaseOxmlElement) -> Iterator[str]:
    for child in parent:
        if child.tag == qn("w:p"):
            yield f"{_style(child)}: {_text(child)}"
        elif child.tag == qn("w:tbl"):
            for row in child.iter(qn("w:tr")):
                cells = [" ".join(map(_text, cell.iter(qn("w:p")))) for cell in row.iter(qn("w:tc"))]
                yield " | ".join(cells)
        elif child.tag == qn("w:sdt"):
            yield from _lines(child.find(qn("w:sdtContent")))


def _style(paragraph: BaseOxmlElement) -> str:
    (style,) = paragraph.iter(qn("w:pStyle"))
    return str(style.get(qn("w:val")))


def _text(paragraph: BaseOxmlElement) -> str:
    said = []
    for run in paragraph.iter(qn("w:r")):
        notes = [f"{{{note.get(qn('w:id'))}}}" for note in run.iter(qn("w:footnoteReference"))]
        text = "".join(shown.text or "" for shown in run.iter(qn("w:t")))
        referring = any(style.get(qn("w:val")) == "FootnoteReference" for style in run.iter(qn("w:rStyle")))
        said += [*notes, f"{{{text}}}" if referring and text else text]
    return "".join(said)


def fields(root: BaseOxmlElement) -> list[str]:
    """The instructions of all fields."""
    return [" ".join((code.text or "").split()) for code in root.iter(qn("w:instrText"))]


def footnotes(data: bytes) -> dict[str, str]:
    """The footnotes by id, without Word's own two."""
    notes = part(data, "word/footnotes.xml")
    return {
        str(note.get(qn("w:id"))): "".join(t.text or "" for t in note.iter(qn("w:t"))).strip()
        for note in notes
        if note.get(qn("w:type")) is None
    }
