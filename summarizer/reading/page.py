"""The body of a report as metadata reads it: paragraphs, the head above the first of them, and where each stands."""

from dataclasses import dataclass

from summarizer.reading import furniture
from summarizer.reading.document import Body, Span
from summarizer.reading.lines import Line

__all__ = ["Page", "Said", "page_of"]

_HALF_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_HEAD_LINES = 30


@dataclass(frozen=True, slots=True)
class Said:
    """A value that the text states, and the stretch of the body that states it."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Page:
    """Paragraphs of a body with ASCII digits; `head` counts those above the salutation or the first full paragraph."""

    body: Body
    paragraphs: tuple[Line, ...]
    head: int

    @property
    def head_lines(self) -> tuple[Line, ...]:
        return self.paragraphs[: self.head]

    def opening(self, count: int) -> tuple[Line, ...]:
        """The first `count` paragraphs after the head."""
        return self.paragraphs[self.head : self.head + count]

    def span(self, said: Said) -> Span:
        """Where in the document the stretch of the body stands."""
        return self.body.raw(said.start, said.end)


def page_of(body: Body) -> Page:
    """The paragraphs of `body`; one that is short and has no end of a sentence can belong to the head."""
    paragraphs: list[Line] = []
    start = 0
    for text in body.text.translate(_HALF_WIDTH).split("\n"):
        if text:
            paragraphs.append(Line(start, start + len(text), text))
        start += len(text) + 1
    head = 0
    for index, line in enumerate(paragraphs[: _HEAD_LINES + 1]):
        if furniture.is_opening(line) or furniture.is_prose(line):
            head = index
            break
    return Page(body, tuple(paragraphs), head)
