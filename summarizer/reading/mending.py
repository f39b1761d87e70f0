"""Text of a two-byte encoding with bytes lost, changed or added: read so that as little as possible is lost.

A decoder that meets a lone half of a character takes half of its neighbour for the rest of it, and all characters up to the next
ASCII one come out as others. Here the stretch around the damage is cut into characters anew: the cheapest cut is taken, where rare
characters cost a little and bytes that belong to none cost much.
"""

import re
from functools import cache, lru_cache
from itertools import pairwise

from summarizer.reading.document import LOST
from summarizer.reading.plausibility import is_frequent, unfamiliar

__all__ = ["mended"]

# Bytes below 0x40 are part of no longer character but one of four bytes, so damage does not reach across them.
_STRETCH = re.compile(rb"(?:[\x81-\xfe][0-9][\x81-\xfe][0-9]|[\x40-\xff])++")
_MOST_DAMAGE = 200_000  # bytes in damaged stretches; beyond this the file is not worth mending
_LOST = 12  # what a byte that belongs to no character costs; a rare character costs 7, one that is none 19
_FOUR_BYTES = 8
_WIDE = ("utf-16-le", "utf-16-be")


def mended(data: bytes, codec: str) -> str:
    """`data` decoded with `codec` (gb18030, big5hkscs, utf-16-le, utf-16-be), U+FFFD for each byte that belongs to no character."""
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        pass
    if codec in _WIDE:
        return _cut_anew(data, codec) if len(data) <= _MOST_DAMAGE else data.decode(codec, "replace")
    said: list[str] = []
    position = damage = 0
    for stretch in _STRETCH.finditer(data):
        said.append(data[position : stretch.start()].decode("ascii"))
        position = stretch.end()
        part = stretch.group()
        try:
            said.append(part.decode(codec))
        except UnicodeDecodeError:
            damage += len(part)
            said.append(_cut_anew(part, codec) if damage <= _MOST_DAMAGE else part.decode(codec, "replace"))
    said.append(data[position:].decode("ascii"))
    return "".join(said)


def _cut_anew(part: bytes, codec: str) -> str:
    """The characters of `part` as the cheapest way through its bytes has them (dynamic programming, linear in its length)."""
    lengths = (2, 4) if codec == "gb18030" else (2,)
    wide = codec in _WIDE
    costs = [0] * (len(part) + 1)
    lasts = [0] * (len(part) + 1)
    for end in range(1, len(part) + 1):
        costs[end], lasts[end] = costs[end - 1] + (0 if part[end - 1] < 0x80 and not wide else _LOST), 1
        for length in lengths:
            start = end - length
            if start < 0 or (part[start] < 0x80 and not wide):
                continue
            char = _character(part[start:end], codec)
            if char is not None:
                cost = costs[start] + _cost(char[0]) + (_FOUR_BYTES if length == 4 else 0)
                if cost <= costs[end]:
                    costs[end], lasts[end] = cost, length
    ends = [len(part)]
    while ends[-1]:
        ends.append(ends[-1] - lasts[ends[-1]])
    return "".join(_character(part[start:end], codec) or LOST for start, end in pairwise(reversed(ends)))


@cache
def _cost(char: str) -> int:
    """Cheapest are the characters that every sentence has; of two cuts through common ones these decide."""
    return 0 if is_frequent(char) else 1 + 2 * unfamiliar(char)


@lru_cache(maxsize=30_000)
def _character(sequence: bytes, codec: str) -> str | None:
    """The one character that the bytes are, None where they are none."""
    try:
        char = sequence.decode(codec)
    except UnicodeDecodeError:
        return None
    return char if len(char) == 1 or codec == "big5hkscs" else None
