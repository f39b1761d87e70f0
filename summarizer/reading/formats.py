"""The formats that are read: how a file of each shows itself, what its files are called, and who reads it; and those that are refused.

This is all that the program knows of them: what is read in a process of its own, what a run over a folder takes up and what errors
advise is asked here. Readers are loaded when they are needed.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, Protocol

from summarizer.errors import Undecodable
from summarizer.reading import signs
from summarizer.reading.extracted import Extracted, Recognise
from summarizer.reading.limits import Limits

__all__ = ["ENDINGS", "READ", "MediaType", "extract", "is_read_apart", "media_type_of"]


class MediaType(StrEnum):
    """The formats that are read."""

    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    MHTML = "multipart/related"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    PDF = "application/pdf"


class _Reader(Protocol):
    def __call__(
        self, data: bytes, *, name: str, limits: Limits, recognise: Recognise | None
    ) -> Extracted: ...


@dataclass(frozen=True, slots=True)
class _Format:
    """A format: the endings of its files, the sign that tells one, and its reader.

    `called` is what errors call it that advise to save a file so, "" where they need not. What is no plain text is read `apart`, in
    a process of its own.
    """

    media_type: MediaType
    endings: tuple[str, ...]
    sign: Callable[[bytes], bool]
    read: _Reader
    called: str = ""
    apart: bool = True


def _docx(data: bytes, *, name: str, limits: Limits, recognise: Recognise | None) -> Extracted:
    from summarizer.reading.docx import extract_docx

    return extract_docx(data, name=name, limits=limits)


def _pdf(data: bytes, *, name: str, limits: Limits, recognise: Recognise | None) -> Extracted:
    from summarizer.reading.pdf import extract_pdf

    return extract_pdf(data, name=name, limits=limits, recognise=recognise)


def _saved_page(data: bytes, *, name: str, limits: Limits, recognise: Recognise | None) -> Extracted:
    from summarizer.reading.html import extract_html
    from summarizer.reading.mhtml import page_in

    page = page_in(data, name=name)
    return replace(extract_html(page, name=name, limits=limits), media_type=MediaType.MHTML)


def _web_page(data: bytes, *, name: str, limits: Limits, recognise: Recognise | None) -> Extracted:
    from summarizer.reading.html import extract_html

    return extract_html(data, name=name, limits=limits)


def _markdown(data: bytes, *, name: str, limits: Limits, recognise: Recognise | None) -> Extracted:
    from summarizer.reading.markdown import extract_markdown

    return extract_markdown(data, name=name, limits=limits)


def _text(data: bytes, *, name: str, limits: Limits, recognise: Recognise | None) -> Extracted:
    from summarizer.reading.encoding import decode

    text, encoding = decode(data, name=name)
    return Extracted(text, MediaType.TEXT, encoding)


# Told by their first bytes, and therefore before what is refused by its own.
_FIRST = (
    _Format(
        MediaType.DOCX, (".docx", ".docm", ".dotx", ".dotm"), signs.is_package, _docx, called="Word (.docx)"
    ),
)
# Told by what stands in them, those that are more certain first; what shows no sign is text.
_THEN = (
    _Format(MediaType.PDF, (".pdf",), signs.is_pdf, _pdf, called="PDF"),
    _Format(MediaType.MHTML, (".mht", ".mhtml"), signs.is_saved_page, _saved_page),
    _Format(
        MediaType.HTML,
        (".html", ".htm", ".xhtml", ".shtml"),
        signs.is_web_page,
        _web_page,
        called="a web page",
    ),
    _Format(MediaType.MARKDOWN, (".md", ".markdown"), signs.is_markdown, _markdown, apart=False),
    _Format(MediaType.TEXT, (".txt",), lambda data: True, _text, called="text", apart=False),
)
_FORMATS: Final = {form.media_type: form for form in (*_FIRST, *_THEN)}

ENDINGS: Final = frozenset(ending for form in _FORMATS.values() for ending in form.endings)
"""What the names of files end in that are in one of the formats."""


def _called() -> str:
    *most, last = (form.called for form in (_FORMATS[MediaType.TEXT], *_FIRST, *_THEN[:-1]) if form.called)
    return f"{', '.join(most)} or {last}"


READ: Final = _called()
"""The formats that errors advise: `text, Word (.docx), PDF or a web page`."""
_HINT: Final = f"save it as {READ} and try again"

# What a file starts with that is not read, and what to call it.
_FOREIGN: Final = (
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


def media_type_of(data: bytes, *, name: str) -> MediaType:
    """The format of `data`; TEXT for everything that shows no other, DOCX for every ZIP file. Raises Undecodable for a known format that is not read."""
    first = next((form for form in _FIRST if form.sign(data)), None)
    if first is None:
        _refuse_foreign(data, name)
    return (first or next(form for form in _THEN if form.sign(data))).media_type


def is_read_apart(media_type: MediaType) -> bool:
    """Whether a file in the format is read in a process of its own."""
    return _FORMATS[media_type].apart


def extract(data: bytes, *, name: str, limits: Limits, recognise: Recognise | None = None) -> Extracted:
    """The text in `data`, whatever the format. `recognise` reads pages that are pictures; without it they are refused.

    Raises Undecodable for formats and encodings that are not read, NoReportText for an empty file or one over `limits`.
    """
    limits.check_bytes(len(data), name=name)
    form = _FORMATS[media_type_of(data, name=name)]
    return form.read(data, name=name, limits=limits, recognise=recognise)


def _refuse_foreign(data: bytes, name: str) -> None:
    for signature, what in _FOREIGN:
        if data.startswith(signature):
            raise Undecodable(f"this looks like {what}, not text", where=name, hint=_HINT)
    if data.startswith(_COMPOUND):
        raise _compound(data, name)
    if signs.is_word_xml(data):
        raise Undecodable(
            "this looks like a Word document in XML", where=name, hint="save it as .docx and try again"
        )


def _compound(data: bytes, name: str) -> Undecodable:
    for stream, what, hint in _COMPOUNDS:
        if stream.encode("utf-16-le") in data:
            return Undecodable(f"this looks like {what}, not text", where=name, hint=hint)
    what = "an old Office document (DOC, XLS, WPS) or one with a password"
    return Undecodable(f"this looks like {what}, not text", where=name, hint=_HINT)
