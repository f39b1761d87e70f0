"""Bytes → text: the encodings that Chinese reports come in, damaged places shown as such, and a plain refusal of all else."""

from collections.abc import Iterable

from summarizer.errors import Undecodable
from summarizer.reading.formats import READ
from summarizer.reading.mending import mended
from summarizer.reading.plausibility import reads_as_chinese, strangeness

__all__ = ["decode"]

_HINT = f"give the report as {READ}"
_USUAL = 0.1  # strangeness; reports stay below 0.01, those decoded with another codec are above 1
_TEXT_CONTROLS = "\t\n\r\x0b\x0c\x1a"

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig", "utf-8"),
    (b"\xff\xfe\0\0", "utf-32", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32", "utf-32-be"),
    (b"\xff\xfe", "utf-16", "utf-16-le"),
    (b"\xfe\xff", "utf-16", "utf-16-be"),
)


def decode(data: bytes, *, name: str) -> tuple[str, str]:
    """The decoded text, exactly as in the file (line ends untouched, byte-order mark left out), and the codec's name.

    Byte-order marks are believed first; then comes UTF-8; then, of UTF-16, GB18030 and Big5, whichever gives the most common
    Chinese, so that a few lost, changed or added bytes do not matter: each leaves a U+FFFD in its place. What a page says of its
    own encoding is not asked, for it may lie. Raises `Undecodable` for binary files and other encodings.
    """
    marked = _by_mark(data)
    if marked is not None:
        return marked
    plain = _strictly(data, "utf-8")
    if plain is not None and not _is_binary(plain) and not (_has_no_han(plain) and _national(data)):
        return plain, "utf-8"
    wide = _wide(data)
    if wide is not None:
        return wide
    if (plain is not None and _is_binary(plain)) or _is_binary(data.decode("latin-1")):
        raise Undecodable("this looks like a binary file, not text", where=name, hint=_HINT)
    found = _national(data)
    if found is None:
        raise Undecodable(
            "the text is in none of the encodings UTF-8, UTF-16, GB18030 and Big5, or is badly damaged",
            where=name,
            hint="open it in an editor and save it as UTF-8",
        )
    return found


def _by_mark(data: bytes) -> tuple[str, str] | None:
    """Decoded by its byte-order mark; None without one, or where what follows it is no text."""
    for mark, codec, body_codec in _MARKS:
        if not data.startswith(mark):
            continue
        rest = data[len(mark) :]
        text = _strictly(rest, body_codec)
        if text is not None and "\0" not in text:
            return text, codec
        damaged = rest.decode(body_codec, "replace") if codec == "utf-8-sig" else mended(rest, body_codec)
        if reads_as_chinese(damaged):
            return damaged, codec
    return None


def _wide(data: bytes) -> tuple[str, str] | None:
    """UTF-16 without its mark, perhaps cut off inside a character."""
    # Markup, digits and line ends leave zero bytes; without one there is no telling damaged UTF-16 from anything else.
    mend = b"\0" in data
    return _familiar(
        (text, codec)
        for codec in ("utf-16-le", "utf-16-be")
        if (text := mended(data, codec) if mend else _strictly(data, codec)) is not None
    )


def _national(data: bytes) -> tuple[str, str] | None:
    """The reading in UTF-8, GB18030 or Big5 that has least in it that no report has; of equals the first."""
    plain = _strictly(data, "gb18030")
    if plain is not None and reads_as_chinese(plain) and strangeness(plain) < _USUAL:
        return plain, "gb18030"
    return _familiar(
        (
            (data.decode("utf-8", "replace"), "utf-8"),
            (mended(data, "gb18030"), "gb18030"),
            (mended(data, "big5hkscs"), "big5hkscs"),
        )
    )


def _familiar(readings: Iterable[tuple[str, str]]) -> tuple[str, str] | None:
    """The least strange of the readings that are Chinese; None where none is."""
    found = [(text, codec) for text, codec in readings if reads_as_chinese(text)]
    return min(found, key=lambda one: strangeness(one[0]), default=None)


def _strictly(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _has_no_han(text: str) -> bool:
    """Whether a text that is not all ASCII holds no Han at all: a few characters of GB18030 can pass for UTF-8."""
    return not text.isascii() and not any("\u3400" <= char <= "\u9fff" for char in text)


def _is_binary(text: str) -> bool:
    """NULs, or many control characters that no text editor writes."""
    sample = text[:20_000]
    odd = sum(1 for char in sample if char < " " and char not in _TEXT_CONTROLS)
    return odd * 100 > len(sample) or text.count("\0") * 1000 > len(text)
