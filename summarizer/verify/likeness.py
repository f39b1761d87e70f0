"""Which rank or time of a report a text speaks of: the one whose words are most like those beside the number."""

from functools import cached_property
from itertools import pairwise

from summarizer.quantities import Kind, Mention
from summarizer.verify.grounds import Grounds
from summarizer.verify.passage import squeezed

__all__ = ["Likeness"]

_BESIDE, _AROUND = 24, 60  # characters on either side of a number, in the text and in the report
_MOST = 400
_STOPS = "。；;\n"
# How much of the words must stand beside the source's number for the two to be the same thing, and how near another may come.
_ALIKE, _AS_WELL = 0.6, 0.15


class Likeness:
    """The ranks and times of a report with the words beside them."""

    def __init__(self, grounds: Grounds) -> None:
        self._grounds = grounds

    def grams_around(self, text: str, mention: Mention, reach: int = _BESIDE) -> frozenset[str]:
        """The pairs of characters beside a number, within its sentence."""
        start, end = mention.span.start, mention.span.end
        before = text[max(start - reach, 0) : start]
        behind = text[end : end + reach]
        for stop in _STOPS:
            before = before.rpartition(stop)[2]
            behind = behind.partition(stop)[0]
        return frozenset(
            a + b
            for words in (before, behind)
            for a, b in pairwise(squeezed(words)[0])
            if not (a + b).isascii()
        )

    @cached_property
    def _known(self) -> list[tuple[Mention, frozenset[str]]]:
        text = self._grounds.doc.text
        kinds = {Kind.ORDINAL, Kind.DURATION}
        ranked = [m for m in self._grounds.mentions() if m.kind in kinds][:_MOST]
        return [(m, self.grams_around(text, m, _AROUND)) for m in ranked]

    def nearest(self, kind: Kind, own: frozenset[str]) -> list[Mention] | None:
        """The numbers of a kind whose words are most like these; None where none is clearly of the same thing."""
        if len(own) < 3:
            return None
        fits = [(len(own & grams) / len(own), m) for m, grams in self._known if m.kind is kind]
        best = max((fit for fit, _ in fits), default=0.0)
        if best < _ALIKE:
            return None
        return [m for fit, m in fits if fit >= best - _AS_WELL]
