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
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (DOC, XLS, WPS) or one with a password"),
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

_HEAD = 4000  # bytes
_PDF_HEAD = 1024  # bytes that may stand before the mark of a PDF (ISO 32000-1, annex H.3)
_WEB_PAGE = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)*(?:<!doctype\s+html|<html[\s>])", re.IGNORECASE | re.DOTALL
)
_XML_PAGE = re.compile(rb"\s*<\?xml.{0,2000}?<(?:!doctype\s+html|html[\s>])", re.IGNORECASE | re.DOTALL)


def media_type_of(data: bytes, *, name: str) -> MediaType:
    """The format of `data`; TEXT for everything that shows no other. Raises Undecodable for a known format that is not read."""
    head = data[:_HEAD]
    for signature, what in _FOREIGN:
        if head.startswith(signature):
            raise Undecodable(f"this looks like {what}, not text", where=name, hint=_HINT)
    if head.startswith(b"PK\x03\x04"):
        return MediaType.DOCX
    if b"%PDF-" in head[:_PDF_HEAD]:
        return MediaType.PDF
    return MediaType.HTML if _is_web_page(head) else MediaType.TEXT


def _is_web_page(head: bytes) -> bool:
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        head = head.removeprefix(mark)
    # UTF-16 in either order: markup is ASCII with a zero byte beside each character.
    plain = head.replace(b"\0", b"")
    return bool(_WEB_PAGE.match(plain) or _XML_PAGE.match(plain))
