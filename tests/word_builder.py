"""Word documents put together from XML, as Word and others write them, and as nobody should."""

from collections.abc import Mapping
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

__all__ = ["NAMESPACES", "p", "package", "r", "relations", "row", "t", "tbl", "word", "word_parts"]

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": _OFFICE,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}


def t(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text, quote=False)}</w:t>'


def r(text: str, properties: str = "") -> str:
    """A run of text; `properties` are what stands in its `rPr`."""
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{t(text)}</w:r>"


def p(*inside: str, properties: str = "") -> str:
    """A paragraph: markup stands as it is, anything else becomes a run."""
    runs = "".join(part if part.startswith("<") else r(part) for part in inside)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def row(*cells: str) -> str:
    """A row of a table; a cell is text, or markup of its paragraphs with what stands in front of them."""
    set_out = (cell if cell.startswith("<") else p(cell) for cell in cells)
    return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in set_out)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def relations(entries: Mapping[str, str], *, external: bool = False) -> str:
    """A part of relationships: target by kind."""
    mode = ' TargetMode="External"' if external else ""
    rows = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{target}"{mode}/>'
        for number, (kind, target) in enumerate(entries.items())
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def word_parts(body: str, **others: str) -> dict[str, str | bytes]:
    """The parts of a document; `others` are what stands inside `styles`, `numbering`, `footnotes`, `endnotes`."""
    spaces = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    types = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{_WML}.{kind}+xml"/>' for kind in others
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WML}.document.main+xml"/>{types}</Types>',
        "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": f"<w:document{spaces}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations({kind: f"{kind}.xml" for kind in others}),
    }
    for kind, inside in others.items():
        parts[f"word/{kind}.xml"] = f"<w:{kind}{spaces}>{inside}</w:{kind}>"
    return parts


def package(parts: Mapping[str, str | bytes], compression: int = ZIP_DEFLATED) -> bytes:
    """The parts as a ZIP file."""
    file = BytesIO()
    with ZipFile(file, "w", compression) as packed:
        for path, part in parts.items():
            packed.writestr(path, part)
    return file.getvalue()


def word(body: str, **others: str) -> bytes:
    """A Word document."""
    return package(word_parts(body, **others))
