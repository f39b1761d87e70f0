"""Bytes → text: the encodings that Chinese reports come in, and a plain refusal of everything else."""

from itertools import islice

from summarizer.errors import Undecodable

__all__ = ["decode"]


_HINT = "give the report as text, Word (.docx), PDF or a web page"

# The characters that official Chinese cannot do without; 3,755 are common, these alone are a tenth of any report.
_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会主发年动同工也能"
)


def decode(data: bytes, *, name: str) -> tuple[str, str]:
    """The decoded text, exactly as in the file (line ends untouched, byte-order mark left out), and the codec's name.

    Tried in this order: byte-order marks, UTF-8, UTF-16 without a mark where the result reads as Chinese, GB18030 where
    the result reads as Chinese. Raises `Undecodable` for binary files and other encodings.
    """
    marked = _by_mark(data)
    if marked is not None:
        return marked
    plain = _strictly(data, "utf-8")
    if plain is not None and "\0" not in plain:
        if _is_binary(plain):
            raise Undecodable("this looks like a binary file, not text", where=name, hint=_HINT)
        return plain, "utf-8"
    for codec in ("utf-16-le", "utf-16-be"):
        wide = _strictly(data, codec) if len(data) % 2 == 0 else None
        if wide is not None and _reads_as_chinese(wide):
            return wide, codec
    if b"\0" in data:
        raise Undecodable("this looks like a binary file, not text", where=name, hint=_HINT)
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
