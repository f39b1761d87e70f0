"""Bytes → text: the encodings that Chinese reports come in, and a plain refusal of everything else."""

from dataclasses import dataclass
from itertools import islice

from summarizer.errors import NoReportText, Undecodable

__all__ = ["Limits", "decode"]


@dataclass(frozen=True, slots=True)
class Limits:
    """How large an input may be, in bytes as given and in code points once decoded."""

    max_bytes: int = 20_000_000
    max_chars: int = 2_000_000


_RELEASE = "this release reads plain text; save the document as .txt and try again"

# What a file starts with when it is not text, and what to call it.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document (DOCX, XLSX)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (DOC, XLS, WPS)"),
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

_WEB_PAGE = ("<!doctype html", "<html")

# The characters that official Chinese cannot do without; 3,755 are common, these alone are a tenth of any report.
_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会主发年动同工也能"
)


def decode(data: bytes, *, name: str, limits: Limits) -> tuple[str, str]:
    """The decoded text, exactly as in the file (line ends untouched, byte-order mark left out), and the codec's name.

    Tried in this order: byte-order marks, UTF-8, UTF-16 without a mark where the result reads as Chinese, GB18030 where
    the result reads as Chinese. Raises `Undecodable` for binary files, web pages and other encodings, `NoReportText` for
    an empty file or one over a limit.
    """
    if len(data) > limits.max_bytes:
        raise NoReportText(
            f"the file has {len(data):,} bytes, over the limit of {limits.max_bytes:,} bytes",
            where=name,
            hint="raise the limit with --max-input",
        )
    text, encoding = _decoded(data, name)
    if len(text) > limits.max_chars:
        raise NoReportText(
            f"the text has {len(text):,} characters, over the limit of {limits.max_chars:,} characters",
            where=name,
            hint="raise the limit with --max-input",
        )
    if not text.strip("\ufeff \t\r\n\x0b\x0c\x85\xa0\u2028\u2029\u3000\u200b"):
        raise NoReportText("the file is empty", where=name, hint="give the text of a report")
    if text[:4000].lstrip("\ufeff \t\r\n").lower().startswith(_WEB_PAGE) or _is_xml_page(text):
        raise Undecodable(
            "this looks like a web page (HTML)",
            where=name,
            hint="open it in a browser and save it as text; this release reads plain text",
        )
    return text, encoding


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise Undecodable(f"this looks like {what}, not text", where=name, hint=_RELEASE)
    marked = _by_mark(data)
    if marked is not None:
        return marked
    plain = _strictly(data, "utf-8")
    if plain is not None and "\0" not in plain:
        if _is_binary(plain):
            raise Undecodable("this looks like a binary file, not text", where=name, hint=_RELEASE)
        return plain, "utf-8"
    for codec in ("utf-16-le", "utf-16-be"):
        wide = _strictly(data, codec) if len(data) % 2 == 0 else None
        if wide is not None and _reads_as_chinese(wide):
            return wide, codec
    if b"\0" in data:
        raise Undecodable("this looks like a binary file, not text", where=name, hint=_RELEASE)
    national = _strictly(data, "gb18030")
    if national is not None and _reads_as_chinese(national):
        return national, "gb18030"
    raise Undecodable(
        "the text is in none of the encodings UTF-8, UTF-16 and GB18030, or is damaged",
        where=name,
        hint="open it in an editor and save it as UTF-8",
    )


def _by_mark(data: bytes) -> tuple[str, str] | None:
    """Decoded by its byte-order mark; None without one, or where the rest does not follow it."""
    for mark, codec, body_codec in (
        (b"\xef\xbb\xbf", "utf-8-sig", "utf-8"),
        (b"\xff\xfe", "utf-16", "utf-16-le"),
        (b"\xfe\xff", "utf-16", "utf-16-be"),
    ):
        if data.startswith(mark):
            text = _strictly(data[len(mark) :], body_codec)
            if text is not None and "\0" not in text:
                return text, codec
    return None


def _strictly(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _is_xml_page(text: str) -> bool:
    head = text[:2000].lstrip("\ufeff \t\r\n").lower()
    return head.startswith("<?xml") and any(mark in head for mark in _WEB_PAGE)


def _is_binary(text: str) -> bool:
    """Many control characters that no text editor writes."""
    sample = text[:20_000]
    odd = sum(1 for char in sample if char < " " and char not in "\t\n\r\x0b\x0c\x1a")
    return odd * 100 > len(sample)


def _reads_as_chinese(text: str) -> bool:
    """Whether a trial decoding gave Chinese: GB18030 and UTF-16 decode nearly any bytes to something.

    Of the characters beyond ASCII at least half are of the 3,755 common ones of GB/T 2312 or Chinese punctuation, next
    to none are private, unassigned or control characters, and in texts long enough to count, the most frequent
    characters of the language are frequent.
    """
    sample = list(islice((char for char in text if char >= "\x80" or char < " "), 20_000))
    wide = [char for char in sample if char >= "\x80"]
    if not wide or any(char < " " and char not in "\t\n\r\x0b\x0c\x1a" for char in sample):
        return False
    odd = sum(
        1 for char in wide if "\x80" <= char <= "\x9f" or "\ue000" <= char <= "\uf8ff" or char == "\ufffd"
    )
    common = sum(1 for char in wide if _is_common_han(char))
    marks = sum(
        1
        for char in wide
        if "\u3000" <= char <= "\u303f" or "\uff00" <= char <= "\uffef" or char in "“”‘’—…·×"
    )
    if odd * 50 > len(wide) or (common + marks) * 2 < len(wide):
        return False
    frequent = sum(1 for char in wide if char in _FREQUENT)
    return common < 40 or frequent * 20 > common


def _is_common_han(char: str) -> bool:
    """A character of GB/T 2312 level 1, which are sorted into the rows 0xB0 to 0xD7."""
    if not "\u4e00" <= char <= "\u9fff":
        return False
    try:
        return 0xB0 <= char.encode("gb2312")[0] <= 0xD7
    except UnicodeEncodeError:
        return False
