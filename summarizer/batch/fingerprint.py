"""What tells one report's text from another's: which sentences it has, in a sketch of a fixed size."""

import hashlib
import re
import struct
from collections.abc import Iterable, Sequence
from typing import Final

from summarizer.digest import Digest
from summarizer.reading import Document

__all__ = ["KEYS", "figure_marks", "likeness", "numbers_in", "sentence_sketch"]

SIZE: Final = 128
KEYS: Final = 8
"""By how many of its smallest hashes a sketch is looked up."""

_SENTENCE_ENDS: Final = re.compile(r"[。；！？;!?\n]")
# Blanks, marks and quotation signs come and go from one site to the next.
_NOT_SAID: Final = re.compile(r"[^0-9A-Za-z\u3400-\u9fff]")
_SHORTEST: Final = 8  # characters; headings and forms of address are no evidence


def sentence_sketch(doc: Document) -> bytes:
    """The smallest hashes of the report's sentences, at most SIZE of them, in order: a bottom-k sketch.

    Two sketches tell what share of their sentences two reports have in common (`likeness`). Source: A. Broder, "On the resemblance
    and containment of documents", 1997.
    """
    said = (_NOT_SAID.sub("", sentence) for sentence in _SENTENCE_ENDS.split(doc.body.text))
    return _sketch(sentence for sentence in said if len(sentence) >= _SHORTEST)


def figure_marks(digest: Digest) -> bytes:
    """The same of the digest's figures: value, unit and what is counted in the source's words."""
    return _sketch(f"{row.text}\0{row.name_zh}" for row in digest.indicators if row.value is not None)


def numbers_in(sketch: bytes) -> tuple[int, ...]:
    """The hashes of a sketch, smallest first."""
    return struct.unpack(f">{len(sketch) // 8}q", sketch)


def likeness(one: Sequence[int], other: Sequence[int]) -> float:
    """The share of all that either has which both have, from 0 to 1; estimated from SIZE of them, exact where there are fewer."""
    both = sorted({*one, *other})[:SIZE]
    if not both:
        return 0.0
    shared = set(one) & set(other)
    return sum(number in shared for number in both) / len(both)


def _sketch(texts: Iterable[str]) -> bytes:
    found = {_hash(text) for text in texts}
    smallest = sorted(found)[:SIZE]
    return struct.pack(f">{len(smallest)}q", *smallest)


def _hash(text: str) -> int:
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    # Non-negative, as SQLite's integers order them.
    return int.from_bytes(digest, "big") >> 1
