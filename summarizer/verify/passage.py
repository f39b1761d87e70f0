"""Locating quoted words in a report, whatever became of widths, blanks and punctuation on the way."""

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from summarizer.reading import Document, Span

__all__ = ["Passages", "squeezed"]

_KEPT = frozenset("%‰*※×■□+")
_KEPT_BETWEEN_DIGITS = frozenset(".-/:、")
_DASHES = str.maketrans("~～—–－〜", "------")
_SENTENCE_END = frozenset("。！？；!?;\n\r")
_MOST_PLACES = 20
_NEAREST_AT_LEAST = 55.0


def squeezed(text: str) -> tuple[str, list[int]]:
    """The text without blanks and punctuation, in normal width, and for each of its characters the place it comes from.

    What decides a figure stays: percent signs, masks, and points or dashes between two digits.
    """
    chars: list[str] = []
    places: list[int] = []
    for place, raw in enumerate(text):
        if "\u4e00" <= raw <= "\u9fff":  # most of a report, and always itself
            chars.append(raw)
            places.append(place)
            continue
        for char in unicodedata.normalize("NFKC", raw).translate(_DASHES).lower():
            if (
                char.isalnum()
                or char in _KEPT
                or (char in _KEPT_BETWEEN_DIGITS and _between_digits(text, place))
            ):
                chars.append(char)
            else:
                continue
            places.append(place)
    return "".join(chars), places


def _between_digits(text: str, place: int) -> bool:
    return 0 < place < len(text) - 1 and text[place - 1].isdigit() and text[place + 1].isdigit()


@dataclass(frozen=True, slots=True)
class _Haystack:
    text: str
    places: list[int]

    def find(self, needle: str) -> list[Span]:
        spans: list[Span] = []
        at = self.text.find(needle)
        while at >= 0 and len(spans) < _MOST_PLACES:
            spans.append(Span(self.places[at], self.places[at + len(needle) - 1] + 1))
            at = self.text.find(needle, at + 1)
        return spans


class Passages:
    """A report prepared for looking up quotes, first in its body, then in the whole file."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc
        text, places = squeezed(doc.body.text)
        self._body = _Haystack(text, [doc.body.offsets[place] for place in places])
        self._whole = _Haystack(*squeezed(doc.text))
        self._sentences = _sentences(doc)
        self._squeezed = [squeezed(span.of(doc.text))[0] for span in self._sentences]

    def locate(self, quote: str) -> list[Span]:
        """Every place where the quote stands, ignoring width, blanks and punctuation; [] where it stands nowhere."""
        needle, _ = squeezed(quote)
        if not needle:
            return []
        return self._body.find(needle) or self._whole.find(needle)

    def nearest(self, quote: str) -> Span | None:
        """The sentence that comes nearest to words that stand nowhere; None where none is near."""
        needle, _ = squeezed(quote)
        best = process.extractOne(
            needle, self._squeezed, scorer=fuzz.partial_ratio, score_cutoff=_NEAREST_AT_LEAST
        )
        return self._sentences[best[2]] if best else None

    def sentence(self, offset: int) -> Span | None:
        """The sentence of the body that holds `offset`."""
        i = bisect_left(self._sentences, offset + 1, key=lambda span: span.start) - 1
        if i < 0 or self._sentences[i].end <= offset:
            return None
        return self._sentences[i]


def _sentences(doc: Document) -> list[Span]:
    body, spans, start = doc.body, [], 0
    for i, char in enumerate(body.text):
        if char in _SENTENCE_END:
            if body.text[start:i].strip():
                spans.append(body.raw(start, i + 1))
            start = i + 1
    if body.text[start:].strip():
        spans.append(body.raw(start, len(body.text)))
    return spans
