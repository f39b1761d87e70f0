"""The tokens of an English text: numerals in digits, words and single other characters."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["DASHES", "HYPHENS", "Token", "glued", "is_year", "tokens", "word_at"]

DASHES = frozenset("-–—‒~～")
HYPHENS = frozenset("-‐‑")

_TOKEN = re.compile(
    r"(?:19|20)\d\d([-/.])\d{1,2}\1\d{1,2}(?!\d)|\d{1,2}([-/.])\d{1,2}\2(?:19|20)\d\d(?!\d)"  # a date
    r"|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d|[.,]\d)"
    r"|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?"
    r"|\d+(?:\.\d+)?|\.\d+"
    r"|°\s?[CF]\b"
    r"|[A-Za-zµμ]+(?:['’][a-z]+)?"
    r"|\S"
)
_DATE = re.compile(r"\d+([-/.])\d+\1\d+")


@dataclass(frozen=True, slots=True)
class Token:
    """A numeral in digits, a word or a single other character, with its place in the text; `word` is in lower case."""

    text: str
    start: int
    end: int
    word: str

    @property
    def is_digits(self) -> bool:
        return self.text[-1].isdecimal()

    @property
    def is_date(self) -> bool:
        """Whether it is a whole date in digits: `2023-03-21`, `31.12.2023`."""
        return self.is_digits and _DATE.fullmatch(self.text) is not None


def tokens(text: str) -> list[Token]:
    """The words, digit groups and other characters of an English text, in order, without blanks."""
    return [Token(m.group(), m.start(), m.end(), m.group().lower()) for m in _TOKEN.finditer(text)]


def word_at(stream: Sequence[Token], at: int) -> str:
    """Token `at` in lower case, "" where there is none."""
    return stream[at].word if 0 <= at < len(stream) else ""


def glued(stream: Sequence[Token], at: int) -> bool:
    """Whether token `at` follows the one before it without a blank."""
    return 0 < at < len(stream) and stream[at - 1].end == stream[at].start


def is_year(token: Token) -> bool:
    """Whether a token is four digits from 1900 to 2099."""
    return len(token.text) == 4 and token.text.isdecimal() and 1900 <= int(token.text) <= 2099
