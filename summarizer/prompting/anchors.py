"""Evidence markers: a chunk's text with a name behind each of its figures."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count, product
from string import ascii_lowercase

from summarizer.quantities import Inventory
from summarizer.reading import Span

__all__ = ["Anchored", "anchored", "marker_letter"]

_MARKER_LIKE = re.compile(r"[\[［【]\s?([a-z]{1,4})\s?\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Anchored:
    """A stretch of the body's text with markers, and `plain` without; `markers` maps each one's number to its indicator's id."""

    text: str
    plain: str
    letter: str
    markers: Mapping[int, int]


def marker_letter(text: str) -> str:
    """The letter of the markers for a whole document: `e`, or the first that the text does not use in a marker's place."""
    taken = {match[1].lower() for match in _MARKER_LIKE.finditer(text)}
    return next(letter for letter in _letters() if letter not in taken)


def anchored(span: Span, inventory: Inventory) -> Anchored:
    """The report's text inside `span`, hard wraps and regions gone, with `[e1]`, `[e2]`, … directly behind each indicator.

    Masked figures are indicators too. The numbers start from 1 in each span. A figure inside a region that the body leaves
    out has no marker.
    """
    body, letter = inventory.doc.body, marker_letter(inventory.doc.text)
    start, end = bisect_left(body.offsets, span.start), bisect_left(body.offsets, span.end)
    pieces: list[str] = []
    markers: dict[int, int] = {}
    done = start
    for indicator in inventory.indicators_in(span):
        first = bisect_left(body.offsets, indicator.span.start)
        if first >= end or body.offsets[first] != indicator.span.start:
            continue
        behind = min(bisect_left(body.offsets, indicator.span.end), end)
        number = len(markers) + 1
        markers[number] = indicator.id
        pieces += [body.text[done:behind], f"[{letter}{number}]"]
        done = max(done, behind)
    pieces.append(body.text[done:end])
    return Anchored(
        text="".join(pieces).strip(), plain=body.text[start:end].strip(), letter=letter, markers=markers
    )


def _letters() -> Iterator[str]:
    """`e`, then the other letters, then pairs of letters and so on without end."""
    yield "e"
    for length in count(1):
        yield from ("".join(letters) for letters in product(ascii_lowercase, repeat=length))
