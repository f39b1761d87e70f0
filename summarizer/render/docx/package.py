"""The parts around the text of a Word document, and the file that holds them."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docx.shared import Mm

from summarizer.render.docx.element import Element, field, paragraph, run
from summarizer.render.escape import one_line
from summarizer.resources import data_bytes

__all__ = ["add_part", "empty_document", "file_of"]

# Parts of python-docx's template that say nothing of this document: its picture, a made-up history, styles of another Word.
_NOT_OURS = frozenset(
    {"thumbnail", "extended-properties", "customXml", "stylesWithEffects", "webSettings", "fontTable"}
)
_LONGEST_TITLE = 255
# The first day that a ZIP file knows: equal pages give equal bytes.
_NO_DAY = (1980, 1, 1, 0, 0, 0)


def empty_document(title: str) -> WordDocument:
    """A document without text: our styles and settings, A4, page numbers in the footer, the title and language among its properties."""
    document = Document()
    for relations in (document.part.package.rels, document.part.rels):
        for id in [id for id, known in relations.items() if known.reltype.rpartition("/")[2] in _NOT_OURS]:
            del relations[id]
    for root, name in (
        (document.styles.element, "styles.xml"),
        (document.part.numbering_part.element, "numbering.xml"),
        (document.settings.element, "settings.xml"),
    ):
        root[:] = _data(name)[:]
    add_part(
        document,
        "fontTable.xml",
        CONTENT_TYPE.WML_FONT_TABLE,
        RELATIONSHIP_TYPE.FONT_TABLE,
        _data("fonts.xml"),
    )
    _describe(document, title)
    _set_page(document)
    return document


def _data(name: str) -> Element:
    return parse_xml(data_bytes("render.docx", name))


def add_part(document: WordDocument, name: str, content_type: str, relation: str, root: Element) -> None:
    """Adds a part of our own beside the text."""
    part = Part(PackURI(f"/word/{name}"), content_type, serialize_part_xml(root), document.part.package)
    document.part.relate_to(part, relation)


def _describe(document: WordDocument, title: str) -> None:
    properties = document.core_properties
    properties.title = one_line(title)[:_LONGEST_TITLE]
    properties.language = "en-GB"
    properties.author = properties.comments = ""
    root = document.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES).element
    for known in list(root):
        if known.tag.endswith(("}created", "}modified")):
            root.remove(known)


def _set_page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(22), Mm(20)
    section.header_distance = section.footer_distance = Mm(10)
    footer = section.footer
    footer.is_linked_to_previous = False
    old = footer.paragraphs[0]._p
    pages = (run("Page "), *field("PAGE", "1"), run(" of "), *field("NUMPAGES", "1"))
    old.getparent().replace(old, paragraph("Footer", *pages))


def file_of(document: WordDocument) -> bytes:
    """The document as a file; the same document gives the same bytes whenever it is made."""
    saved, fixed = BytesIO(), BytesIO()
    document.save(saved)
    with ZipFile(saved) as old, ZipFile(fixed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name, _NO_DAY)
            entry.compress_type = ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return fixed.getvalue()
