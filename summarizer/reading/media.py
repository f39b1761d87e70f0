"""What kind of file the bytes are: told from how they begin, never from a file name."""

import re
from enum import StrEnum

from summarizer.errors import Undecodable

__all__ = ["MediaType", "media_type_of"]


class MediaType(StrEnum):
    """The formats that are read."""

    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    PDF = "application/pdf"


_HINT = "save it as text, Word (.docx), PDF or a web page and try again"

# What a file starts with that is not read, and what to call it.
_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)

# Microsoft's compound file, and the names of streams (UTF-16) that tell what is in it.
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_COMPOUNDS = (
    (
        "EncryptedPackage",
        "an Office document with a password",
        "take the password off in Word or WPS and try again",
    ),
    (
        "WordDocument",
        "an old Word document (DOC, WPS)",
        "open it in Word or WPS, save it as .docx and try again",
    ),
    ("Workbook", "an old Excel workbook (XLS)", _HINT),
    ("PowerPoint Document", "an old PowerPoint presentation (PPT)", _HINT),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
# A Word document as one XML file: Flat OPC, and the form of Word 2003.
_WORD_XML = re.compile(rb"\s*<\?xml.{0,500}?<(?:\w+:package|\w+:wordDocument)[\s>]", re.DOTALL)

_HEAD = 4000  # bytes
_PDF_HEAD = 1024  # bytes that may stand before the mark of a PDF (ISO 32000-1, annex H.3)
_WEB_PAGE = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)*(?:<!doctype\s+html|<html[\s>])", re.IGNORECASE | re.DOTALL
)
_XML_PAGE = re.compile(rb"\s*<\?xml.{0,2000}?<(?:!doctype\s+html|html[\s>])", re.IGNORECASE | re.DOTALL)


def media_type_of(data: bytes, *, name: str) -> MediaType:
    """The format of `data`; TEXT for everything that shows no other, DOCX for every ZIP file. Raises Undecodable for a known format that is not read."""
    head = data[:_HEAD]
    for signature, what in _FOREIGN:
        if head.startswith(signature):
            raise Undecodable(f"this looks like {what}, not text", where=name, hint=_HINT)
    if head.startswith(_COMPOUND):
        raise _compound(data, name)
    if head.startswith(_ZIP):
        return MediaType.DOCX
    if _WORD_XML.match(_plain(head)):
        raise Undecodable(
            "this looks like a Word document in XML", where=name, hint="save it as .docx and try again"
        )
    if b"%PDF-" in head[:_PDF_HEAD]:
        return MediaType.PDF
    return MediaType.HTML if _is_web_page(head) else MediaType.TEXT


def _compound(data: bytes, name: str) -> Undecodable:
    for stream, what, hint in _COMPOUNDS:
        if stream.encode("utf-16-le") in data:
            return Undecodable(f"this looks like {what}, not text", where=name, hint=hint)
    what = "an old Office document (DOC, XLS, WPS) or one with a password"
    return Undecodable(f"this looks like {what}, not text", where=name, hint=_HINT)


def _is_web_page(head: bytes) -> bool:
    plain = _plain(head)
    return bool(_WEB_PAGE.match(plain) or _XML_PAGE.match(plain))


def _plain(head: bytes) -> bytes:
    """Markup as ASCII, whatever Unicode encoding it is in: UTF-16 in either order has a zero byte beside each character."""
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"")
