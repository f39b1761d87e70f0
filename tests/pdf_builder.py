"""PDFs for tests: text drawn at given places, and reports set in lines, columns and pages."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO

from pypdfium2 import PdfDocument
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

__all__ = [
    "FONT",
    "HEIGHT",
    "WIDTH",
    "Setting",
    "drawn",
    "put",
    "put_all",
    "raw_pdf",
    "scanned",
    "set_report",
    "stream",
    "without_mapping",
]

FONT = "STSong-Light"  # a font of the reader's own: the file holds none
WIDTH, HEIGHT = 595.0, 842.0

pdfmetrics.registerFont(UnicodeCIDFont(FONT))

Draw = Callable[[Canvas], None]


def drawn(*pages: Draw, locked: StandardEncryption | None = None) -> bytes:
    """A PDF with these pages, the same bytes each time."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(WIDTH, HEIGHT), invariant=1, encrypt=locked)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def put(canvas: Canvas, x: float, y: float, text: str, size: float = 12) -> None:
    """Text whose baseline begins at `x`, `y`, in points from the lower left corner."""
    canvas.setFont(FONT, size)
    canvas.drawString(x, y, text)


def put_all(canvas: Canvas, rows: Iterable[tuple[float, float, str]], size: float = 12) -> None:
    for x, y, text in rows:
        put(canvas, x, y, text, size)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a report is set: characters of a full line, lines of a column, columns of a page, and what stands in the margins.

    `interleaved` draws columns line by line, `backwards` the last column first.
    """

    width: int = 30
    lines: int = 20
    columns: int = 1
    head: str = ""
    numbered: bool = False
    interleaved: bool = False
    backwards: bool = False
    size: float = 12.0


def set_report(paragraphs: Sequence[str], setting: Setting) -> tuple[bytes, list[list[str]]]:
    """The PDF of a report, and the lines of every page in reading order. Paragraphs begin two characters in; lines break anywhere."""
    lines = [line for paragraph in paragraphs for line in _broken(paragraph, setting)]
    a_page = setting.lines * setting.columns
    pages = [lines[first : first + a_page] for first in range(0, len(lines), a_page)]
    draws = [_page(page, number, setting) for number, page in enumerate(pages, start=1)]
    return drawn(*draws), [[text for _, text in page] for page in pages]


def _broken(paragraph: str, setting: Setting) -> list[tuple[float, str]]:
    """The lines of a paragraph, each with its indent in points."""
    full = setting.width * setting.size
    found: list[tuple[float, str]] = []
    indent, line = 2 * setting.size, ""
    for char in paragraph:
        if line and indent + pdfmetrics.stringWidth(line + char, FONT, setting.size) > full:
            found.append((indent, line))
            indent, line = 0.0, ""
        line += char
    return [*found, (indent, line)]


def _page(lines: Sequence[tuple[float, str]], number: int, setting: Setting) -> Draw:
    pitch = setting.size * 1.5
    gutter = 2 * setting.size

    def draw(canvas: Canvas) -> None:
        if setting.head:
            put(canvas, 200, HEIGHT - 40, setting.head, 9)
        rows: list[list[tuple[float, float, str]]] = []
        for column in range(setting.columns):
            left = 60 + column * (setting.width * setting.size + gutter)
            part = lines[column * setting.lines : (column + 1) * setting.lines]
            rows.append(
                [(left + indent, HEIGHT - 80 - row * pitch, text) for row, (indent, text) in enumerate(part)]
            )
        if setting.interleaved:
            for row in range(setting.lines):
                put_all(canvas, (column[row] for column in rows if row < len(column)), setting.size)
        else:
            for column_rows in reversed(rows) if setting.backwards else rows:
                put_all(canvas, column_rows, setting.size)
        if setting.numbered:
            put(canvas, WIDTH / 2 - 10, 40, f"- {number} -", 9)

    return draw


def raw_pdf(objects: Sequence[bytes], *, trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first one is the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        trailer,
        table,
    )
    return bytes(out)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


def scanned(data: bytes, *, dpi: int = 200) -> bytes:
    """The same pages as pictures."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1)
    with PdfDocument(data) as pdf:
        for page in pdf:
            picture = page.render(scale=dpi / 72, grayscale=True).to_pil()
            canvas.drawImage(ImageReader(picture), 0, 0, WIDTH, HEIGHT)
            canvas.showPage()
    canvas.save()
    return out.getvalue()


def without_mapping(text: str) -> bytes:
    """A page in a font that does not say which characters its glyphs are."""
    codes = "".join(f"{ord(char) & 0x3FFF:04x}" for char in text)
    content = b"BT /F1 14 Tf 60 700 Td <%s> Tj ET" % codes.encode("ascii")
    return raw_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>",
            stream(content),
            b"<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Song /Encoding /Identity-H /DescendantFonts [6 0 R] >>",
            b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
            b"/Supplement 0 >> /DW 1000 /FontDescriptor 7 0 R >>",
            b"<< /Type /FontDescriptor /FontName /ABCDEF+Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 "
            b"/Descent -120 /CapHeight 700 /StemV 80 >>",
        ]
    )
