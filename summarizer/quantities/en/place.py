"""The place of one numeral in an English text, with the words around it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarizer.quantities.en.numerals import Numeral
from summarizer.quantities.en.tokens import Token, glued, word_at
from summarizer.quantities.mention import Kind, Mention
from summarizer.reading import Span

__all__ = ["Place", "Taken"]

Taken = tuple[Mention, int]
"""A mention and how many numerals it took."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the numeral `found[index]` stands; `free_from` is the first character that no earlier mention has."""

    text: str
    stream: Sequence[Token]
    found: Sequence[Numeral]
    index: int
    free_from: int

    @property
    def numeral(self) -> Numeral:
        return self.found[self.index]

    def word(self, at: int) -> str:
        """Token `at` in lower case, "" where there is none."""
        return word_at(self.stream, at)

    def raw(self, at: int) -> str:
        """Token `at` as written, "" where there is none."""
        return self.stream[at].text if 0 <= at < len(self.stream) else ""

    def glued(self, at: int) -> bool:
        """Whether token `at` follows the one before it without a blank."""
        return glued(self.stream, at)

    def numeral_at(self, at: int) -> int | None:
        """How many numerals further on the one that begins at token `at` stands; None where none near does."""
        for ahead in range(1, 5):
            if self.index + ahead < len(self.found) and self.found[self.index + ahead].first == at:
                return ahead
        return None

    def make(self, first: int, after: int, kind: Kind, taken: int = 1, **change: object) -> Taken:
        """A mention over the tokens `[first, after)`, with the numeral's place and value unless `change` has others."""
        span = Span(self.stream[first].start, self.stream[after - 1].end)
        number = Span(self.numeral.start, self.numeral.end)
        mention = Mention(span, number, self.text[span.start : span.end], kind, self.numeral.value)
        return replace(mention, **change), taken  # type: ignore[arg-type]
