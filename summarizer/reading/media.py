"""What kind of file the bytes are: told from how they begin, never from a file name."""

import re
from enum import StrEnum
from itertools import islice

from summarizer.errors import Undecodable

__all__ = ["MediaType", "media_type_of"]


class MediaType(StrEnum):
    """The formats that are read."""

    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    MHTML = "multipart/related"
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
    rb"\s*(?:<!--.{0,2000}?-->\s*)*(?:<\?xml.{0,2000}?)?<(?:!doctype\s+html|(?:html|head|body|title|meta)[\s>])",
    re.IGNORECASE | re.DOTALL,
)
# A piece of a page begins with a mark and goes on with marks of blocks; a text with a few marks left in it does neither.
_PIECE = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)*<(?:p|div|table|tbody|tr|td|section|article|main|span|font|center|strong|b|h[1-6]|ul|ol|dl|form"
    rb"|a|img|script|style|link|ucapcontent|founder-content)(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE | re.DOTALL,
)
_BLOCK = re.compile(
    rb"</?(?:p|div|table|tr|td|section|article|main|h[1-6]|ul|ol|li|dl|dd|center|form)(?:\s[^<>]{0,2000})?>|<br\s*/?>",
    re.IGNORECASE,
)
_BLOCKS = 3
_END = re.compile(rb"</[a-z][a-z0-9:-]{0,20}\s*>\s*\Z", re.IGNORECASE)
_PIECE_HEAD = 200_000  # bytes

# Marks that no plain report has by chance. Stars alone are none of them: they mask figures.
_MARKDOWN = re.compile(
    rb"\A---[ \t]*\r?\n[A-Za-z][\w-]{0,40}[ \t]*:"
    rb"|^[ ]{0,3}#{1,6}[ \t]+[^\s#]"
    rb"|^[ \t]*+\|?[ \t]*+:?-{3,}+:?[ \t]*+\|[ \t:|-]*+\r?$"
    rb"|^(?:```|~~~)(?:markdown|md)[ \t]*\r?$"
    rb"|\]\((?:https?://|mailto:|\.{0,2}/|#)[^()\s]{0,2000}\)"
    rb"|^\*\*[^*\s][^*\n]{1,300}\*\*[ \t]*\r?$(?:\n[^\n]*){0,400}?\n\*\*[^*\s][^*\n]{1,300}\*\*[ \t]*\r?$",
    re.MULTILINE,
)

# A page saved with everything in it (.mht, .mhtml) is a mail without a letter.
_MAIL = re.compile(
    rb"(?:(?:from|subject|date|mime-version|snapshot-content-location|content-[a-z-]{2,30}|x-[a-z-]{2,30}):[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n)*)+",
    re.IGNORECASE,
)


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
    if _is_saved_page(head):
        return MediaType.MHTML
    plain = _plain(data[:_PIECE_HEAD])
    if _is_web_page(plain):
        return MediaType.HTML
    return MediaType.MARKDOWN if _MARKDOWN.search(plain) else MediaType.TEXT


def _compound(data: bytes, name: str) -> Undecodable:
    for stream, what, hint in _COMPOUNDS:
        if stream.encode("utf-16-le") in data:
            return Undecodable(f"this looks like {what}, not text", where=name, hint=hint)
    what = "an old Office document (DOC, XLS, WPS) or one with a password"
    return Undecodable(f"this looks like {what}, not text", where=name, hint=_HINT)


def _plain(head: bytes) -> bytes:
    """Marks as ASCII, whatever Unicode encoding it is in: UTF-16 in either order has a zero byte beside each character."""
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"")


def _is_saved_page(head: bytes) -> bool:
    found = _MAIL.match(head.lstrip())
    return (
        found is not None
        and re.search(rb"content-type:\s*multipart/related", found.group(), re.IGNORECASE) is not None
    )


def _is_web_page(plain: bytes) -> bool:
    if _WEB_PAGE.match(plain[:_HEAD]):
        return True
    if not _PIECE.match(plain[:_HEAD]):
        return False
    blocks = sum(1 for _ in islice(_BLOCK.finditer(plain), _BLOCKS))
    return blocks == _BLOCKS or _END.search(plain[-200:]) is not None
