"""What a file shows itself to be: its first bytes and marks, never its name. Each sign takes the bytes of a whole file."""

import re
from itertools import islice

__all__ = ["is_markdown", "is_package", "is_pdf", "is_saved_page", "is_web_page", "is_word_xml"]

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


def is_package(data: bytes) -> bool:
    """A ZIP file, which a Word document is."""
    return data.startswith(_ZIP)


def is_word_xml(data: bytes) -> bool:
    """A Word document that is one XML file."""
    return _WORD_XML.match(_plain(data[:_HEAD])) is not None


def is_pdf(data: bytes) -> bool:
    """A PDF, with other bytes before it or without."""
    return b"%PDF-" in data[:_PDF_HEAD]


def is_saved_page(data: bytes) -> bool:
    """A web page saved with everything in it."""
    found = _MAIL.match(data[:_HEAD].lstrip())
    return (
        found is not None
        and re.search(rb"content-type:\s*multipart/related", found.group(), re.IGNORECASE) is not None
    )


def is_web_page(data: bytes) -> bool:
    """A web page, or a piece of one."""
    plain = _plain(data[:_PIECE_HEAD])
    if _WEB_PAGE.match(plain[:_HEAD]):
        return True
    if not _PIECE.match(plain[:_HEAD]):
        return False
    blocks = sum(1 for _ in islice(_BLOCK.finditer(plain), _BLOCKS))
    return blocks == _BLOCKS or _END.search(plain[-200:]) is not None


def is_markdown(data: bytes) -> bool:
    """Text with marks of Markdown."""
    return _MARKDOWN.search(_plain(data[:_PIECE_HEAD])) is not None


def _plain(head: bytes) -> bytes:
    """Marks as ASCII, whatever Unicode encoding it is in: UTF-16 in either order has a zero byte beside each character."""
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"")
