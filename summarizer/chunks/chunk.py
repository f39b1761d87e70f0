"""What one request sees of a report."""

from dataclasses import dataclass

from summarizer.outline import Section
from summarizer.reading import Span

__all__ = ["Chunk", "TokenBudget"]


@dataclass(frozen=True, slots=True)
class TokenBudget:
    """Tokens of one request: `text` for the chunk's own text, `reply` for what comes back."""

    text: int = 4_000
    reply: int = 8_000


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of the document that one request summarises. Chunks follow each other and tile the report.

    `number` counts from 1. `sections` are the sections whose own text lies in `span`, in order; `titles` the path of headings
    above the first of them, outermost first. `tokens` is what the text takes at most.
    """

    number: int
    span: Span
    sections: tuple[Section, ...]
    titles: tuple[str, ...]
    tokens: int
