"""The XML that Word documents are made of."""

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

from summarizer.render.escape import one_line

__all__ = ["Element", "element", "field", "paragraph", "run"]

Element = BaseOxmlElement


def element(tag: str, *children: Element, **attributes: str) -> Element:
    """The element `w:tag` with its attributes, of the same namespace, and children."""
    made: Element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    made.extend(children)
    return made


def paragraph(style: str, *content: Element, properties: tuple[Element, ...] = ()) -> Element:
    """A paragraph in a style, with further properties in the order of the schema."""
    return element("p", element("pPr", element("pStyle", val=style), *properties), *content)


def run(text: str, style: str = "", *properties: Element) -> Element:
    """Text in a character style, on one line, without what XML cannot hold; a blank at its ends is kept."""
    styled = [element("rStyle", val=style)] if style else []
    head = [element("rPr", *styled, *properties)] if styled or properties else []
    shown = element("t")
    shown.text = _shown(text)
    shown.set(qn("xml:space"), "preserve")
    return element("r", *head, shown)


def field(instruction: str, result: str, style: str = "") -> list[Element]:
    """A field of our own making with the result that stands there until it is updated."""
    code = element("instrText")
    code.text = f" {instruction} "
    code.set(qn("xml:space"), "preserve")
    parts = (element("fldChar", fldCharType="begin"), code, element("fldChar", fldCharType="separate"))
    end = element("fldChar", fldCharType="end")
    return [*(_styled(part, style) for part in parts), run(result, style), _styled(end, style)]


def _styled(part: Element, style: str) -> Element:
    return element("r", *([element("rPr", element("rStyle", val=style))] if style else []), part)


def _shown(text: str) -> str:
    inner = one_line(text)
    if not inner:
        return " " if text.isspace() else ""
    return (" " if text[0].isspace() else "") + inner + (" " if text[-1].isspace() else "")
