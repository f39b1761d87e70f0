"""Fractions in English prose: `half`, `two thirds`, `3/4`, `a quarter of a million`."""

from collections.abc import Sequence
from fractions import Fraction

from summarizer.quantities.en.cardinals import LONGEST, Cardinal
from summarizer.quantities.en.number_words import (
    DENOMINATORS,
    DENOMINATORS_PLURAL,
    ORDINAL_SCALES,
    ORDINAL_TENS,
    ORDINALS,
    SCALES,
    SMALL,
    TENS,
    VULGAR,
)
from summarizer.quantities.en.tokens import HYPHENS, Token, glued, is_year, word_at

__all__ = ["Part", "article_fraction", "half", "slash_fraction", "vulgar_fraction", "written_fraction"]

Part = tuple[Fraction, int]
"""The value of a fraction and the index of the token after it."""

_ENDS = frozenset({"of", "", ".", ",", ";", ")"})
# What `half-` may stand before and still be a half; a half-hearted or half-yearly thing is no number.
_HALVED = frozenset("year hour day month century mile percent price".split())


def half(stream: Sequence[Token], at: int) -> Part | None:
    """`half`, `half a million`, `half-million`, `half of a million`."""
    after = at + 1
    hyphen = word_at(stream, after) in HYPHENS and glued(stream, after)
    after += hyphen or word_at(stream, after) in {"a", "an"}
    word = word_at(stream, after)
    if word == "dozen":
        return Fraction(6), after + 1
    if word in SCALES:
        return Fraction(SCALES[word], 2), after + 1
    if hyphen and word not in _HALVED and glued(stream, after):
        return None
    return _of_scale(stream, (Fraction(1, 2), at + 1))


def article_fraction(stream: Sequence[Token], at: int) -> Part | None:
    """`a third of`, `a quarter`; any other article is no numeral."""
    below = DENOMINATORS.get(word_at(stream, at + 1))
    if below is None or word_at(stream, at + 2) not in _ENDS:
        return None
    return _of_scale(stream, (Fraction(1, below), at + 2))


def vulgar_fraction(stream: Sequence[Token], at: int) -> Part | None:
    """`½`, `¾ of a million`."""
    value = VULGAR.get(word_at(stream, at))
    return _of_scale(stream, (value, at + 1)) if value else None


def slash_fraction(stream: Sequence[Token], at: int) -> Part | None:
    """`3/4`, and `2 1/4` or `2-1/4`; not `3/4/2023`."""
    whole = 0
    first = at + 1 + (word_at(stream, at + 1) in HYPHENS and glued(stream, at + 1) and glued(stream, at + 2))
    if (
        len(stream) > first + 2
        and _is_integer(stream[at])
        and _is_integer(stream[first])
        and word_at(stream, first + 1) == "/"
    ):
        whole, at = int(stream[at].text), first
    if len(stream) <= at + 2 or word_at(stream, at + 1) != "/" or word_at(stream, at + 3) == "/":
        return None
    above, below = stream[at], stream[at + 2]
    if not (_is_integer(above) and _is_integer(below) and above.end + 1 == below.start and int(below.text)):
        return None
    if word_at(stream, at - 1) == "/" or is_year(above) or int(above.text) >= int(below.text):
        return None
    return whole + Fraction(int(above.text), int(below.text)), at + 3


def _is_integer(token: Token) -> bool:
    return token.text.isdecimal() and len(token.text) <= LONGEST


def written_fraction(stream: Sequence[Token], above: Cardinal) -> Part | None:
    """`three quarters`, `one-third`, `two twenty-fifths`, `15 thousandths`, by the cardinal before the denominator."""
    at = above.at
    if above.value.denominator != 1 or not 1 <= above.value < 1000:
        return None
    hyphen = word_at(stream, at) in HYPHENS
    if hyphen and stream[at - 1].word in TENS:
        return None  # twenty-fifths
    found = _denominator(stream, at + hyphen, one=above.value == 1)
    if found is None:
        return None
    below, after = found
    if above.digits_first and (above.value == 1 or below in {2, 4}):
        return None  # 3 quarters are months
    if below == 4 and above.value > 4:
        return None
    return _of_scale(stream, (above.value / below, after))


def _denominator(stream: Sequence[Token], at: int, *, one: bool) -> tuple[int, int] | None:
    """The denominator at token `at` and the token after it; `one thousandth` and its like only with `of` behind it."""
    word, after = word_at(stream, at), at + 1
    if word in TENS and word_at(stream, after) in HYPHENS:
        last = word_at(stream, after + 1)
        low = ORDINALS.get(last if one else last.removesuffix("s"), 10)
        if low < 10 and (one or last not in ORDINALS):
            below, after = TENS[word] + low, after + 2
            return (below, after) if not one or word_at(stream, after) in _ENDS else None
        return None
    found = (DENOMINATORS if one else DENOMINATORS_PLURAL).get(word)
    if found is None:
        return None
    if one and word in ORDINAL_SCALES and word_at(stream, after) != "of":
        return None
    if one and word in ORDINAL_TENS and word_at(stream, after) not in _ENDS:
        return None
    return found, after


def _of_scale(stream: Sequence[Token], part: Part) -> Part:
    """A fraction times the scale it is a part of: `three quarters of a million`."""
    value, at = part
    scale = SCALES.get(word_at(stream, at + 2)) or (12 if word_at(stream, at + 2) == "dozen" else 0)
    if (
        scale
        and word_at(stream, at) == "of"
        and (word_at(stream, at + 1) == "a" or SMALL.get(word_at(stream, at + 1)) == 1)
    ):
        return value * scale, at + 3
    return part
