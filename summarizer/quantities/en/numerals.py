"""Numerals in English prose: digits, number words, fractions and ordinals, by value."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, Inexact
from enum import Enum, auto
from fractions import Fraction

from summarizer.quantities.en.cardinals import LARGEST, LONGEST, Cardinal
from summarizer.quantities.en.fractions import (
    article_fraction,
    half,
    slash_fraction,
    vulgar_fraction,
    written_fraction,
)
from summarizer.quantities.en.number_words import (
    MULTIPLES,
    ORDINAL_SCALES,
    ORDINAL_TENS,
    ORDINALS,
    SCALES,
    SMALL,
    TENS,
    VAGUE,
    VAGUE_SCALES,
    VULGAR,
    words,
)
from summarizer.quantities.en.tokens import HYPHENS, Token, glued, word_at
from summarizer.quantities.en.words import lemma
from summarizer.quantities.mention import Number, Qualifier

__all__ = ["Form", "Numeral", "exact", "numerals"]

_EXACT = Context(prec=200, traps=[Inexact])
_ORDINAL_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
# Before `scores of`, where they are points.
_POINTS_BEFORE = frozenset(
    words(
        "the a these those its their his her with test tests exam exams average high low mean top total final credit"
    )
)


# The words that a numeral may open with.
_OPENING = frozenset(
    [*SMALL, *TENS, *SCALES, *MULTIPLES, *ORDINALS, *ORDINAL_TENS, *ORDINAL_SCALES, *VAGUE, *VULGAR]
) | frozenset(words("a an half quarter point once hundred dozen few several scores tens"))


class Form(Enum):
    """How a numeral is written."""

    CARDINAL = auto()
    ORDINAL = auto()
    FRACTION = auto()
    MULTIPLE = auto()  # twice, doubled, threefold
    DATE = auto()  # 2023-03-21


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral at `[start, end)` made of the tokens `[first, after)`; `value` is None where it is too long to be read.

    `scales` are the scales that a number before it may share (`2 to 3 million`), the largest first. `qualifier` is what its own
    words say: `hundreds of` is about 100, `30-odd thousand` over 30000.
    """

    start: int
    end: int
    first: int
    after: int
    value: Number | None
    form: Form
    in_digits: bool
    scales: tuple[int, ...] = ()
    qualifier: Qualifier = Qualifier.EXACT


@dataclass(frozen=True, slots=True)
class _Read:
    value: Fraction
    after: int
    form: Form
    scales: tuple[int, ...] = ()
    qualifier: Qualifier = Qualifier.EXACT


def numerals(stream: Sequence[Token]) -> list[Numeral]:
    """Every numeral in the tokens, in order, none overlapping, whatever it counts or names.

    Values are exact: `1.2 million` is 1200000, `two thirds` the fraction 2/3, `half a dozen` 6. A number that is a year, a name or
    a pronoun (`one`) is among them; telling them apart needs the words around.
    """
    found: list[Numeral] = []
    at = 0
    while at < len(stream):
        token = stream[at]
        numeral = _numeral(stream, at) if token.is_digits or token.word in _OPENING else None
        if numeral is None:
            at += 1
        else:
            found.append(numeral)
            at = numeral.after
    return found


def exact(value: Fraction) -> Number:
    """The value as a decimal where that is exact, else as the fraction it is."""
    try:
        return _EXACT.divide(Decimal(value.numerator), Decimal(value.denominator))
    except Inexact:
        return value


def _numeral(stream: Sequence[Token], at: int) -> Numeral | None:
    first = stream[at]
    if first.is_digits and len(first.text) > LONGEST:
        return Numeral(first.start, first.end, at, at + 1, None, Form.CARDINAL, True)
    if first.is_date:
        parts = [part for part in (first.text[:4], first.text[-4:]) if part.isdecimal()]
        return Numeral(first.start, first.end, at, at + 1, Decimal(parts[0]), Form.DATE, True)
    read = _vague(stream, at) or _multiple(stream, at) or _written(stream, at)
    if read is None:
        return None
    return Numeral(
        first.start, stream[read.after - 1].end, at, read.after, _number(read.value, read.form), read.form,
        first.is_digits, read.scales, read.qualifier,
    )  # fmt: skip


def _number(value: Fraction, form: Form) -> Number | None:
    if value >= LARGEST:
        return None
    if form is Form.FRACTION and value < 1:
        return value
    found = exact(value)
    return found if form is Form.FRACTION or isinstance(found, Decimal) else None


def _vague(stream: Sequence[Token], at: int) -> _Read | None:
    """`hundreds of`, `dozens of`, `tens of thousands`, `several hundred`, `scores of`."""
    word, following, third = (word_at(stream, at + i) for i in range(3))
    if word == "tens" and following == "of" and third in VAGUE_SCALES:
        return _about(10 * VAGUE[third], at + 3)
    if word in VAGUE_SCALES and following == "of" and third in VAGUE_SCALES - {"hundreds"}:
        return _about(VAGUE[word] * VAGUE[third], at + 3)
    if word in VAGUE:
        return _about(VAGUE[word], at + 1)
    if word == "scores" and following == "of" and lemma(third) != third:
        return None if word_at(stream, at - 1) in _POINTS_BEFORE else _about(20, at + 1)
    few = at + (word == "a")
    if word_at(stream, few) == "few" or word == "several":
        return _few(stream, few + 1)
    return None


def _few(stream: Sequence[Token], at: int) -> _Read | None:
    """The rest of `several hundred`, `a few dozen`, `several hundred thousand`."""
    value = VAGUE.get(word_at(stream, at) + "s")
    if value is None:
        return None
    scale = SCALES.get(word_at(stream, at + 1)) if value == 100 else None
    return _about(value * scale, at + 2) if scale else _about(value, at + 1)


def _about(value: int, after: int) -> _Read:
    return _Read(Fraction(value), after, Form.CARDINAL, qualifier=Qualifier.ABOUT)


def _multiple(stream: Sequence[Token], at: int) -> _Read | None:
    word = word_at(stream, at)
    if word in MULTIPLES:
        return _Read(Fraction(MULTIPLES[word]), at + 1, Form.MULTIPLE)
    if word == "once" and word_at(stream, at + 1) in {"", ".", ",", ";", "a", "per", "every"}:
        if word_at(stream, at - 1) in {"at", "than"}:
            return None
        return _Read(Fraction(1), at + 1, Form.MULTIPLE)
    return None


def _written(stream: Sequence[Token], at: int) -> _Read | None:
    word = word_at(stream, at)
    if word in {"a", "an"}:
        return _after_article(stream, at)
    if word == "half":
        return _fraction(half(stream, at))
    if word == "quarter" and word_at(stream, at + 1) in SCALES:
        return _Read(Fraction(SCALES[word_at(stream, at + 1)], 4), at + 2, Form.FRACTION)
    if word == "point":
        return _point(stream, at)
    if part := slash_fraction(stream, at) or vulgar_fraction(stream, at):
        return _fraction(part)
    reader = Cardinal(stream, at)
    if not reader.read():
        return _bare_ordinal(stream, at)
    return _fraction(written_fraction(stream, reader)) or _as_ordinal(stream, reader) or _cardinal(reader)


def _fraction(part: tuple[Fraction, int] | None) -> _Read | None:
    if part is None:
        return None
    return _Read(*part, Form.CARDINAL if part[0].denominator == 1 else Form.FRACTION)


def _cardinal(reader: Cardinal) -> _Read:
    form = Form.FRACTION if reader.mixed else Form.CARDINAL
    qualifier = Qualifier.OVER if reader.odd else Qualifier.EXACT
    return _Read(reader.value, reader.at, form, reader.scales, qualifier)


def _after_article(stream: Sequence[Token], at: int) -> _Read | None:
    """`a thousand`, `a dozen`, `a third of`. Any other article is no numeral."""
    word = word_at(stream, at + 1)
    if word in SCALES or word in {"hundred", "dozen"}:
        reader = Cardinal(stream, at + 1)
        reader.read()
        return _cardinal(reader)
    return _fraction(article_fraction(stream, at))


def _point(stream: Sequence[Token], at: int) -> _Read | None:
    """`point five` where no word stands before it; `Point five` and `at this point five men` are no decimals."""
    before = word_at(stream, at - 1)
    if stream[at].text != "point" or before[:1].isalnum() or SMALL.get(word_at(stream, at + 1), 10) > 9:
        return None
    after = at + 1
    while after - at <= LONGEST and SMALL.get(word_at(stream, after), 10) < 10:
        after += 1
    digits = "".join(str(SMALL[word_at(stream, i)]) for i in range(at + 1, after))
    return _Read(Fraction("0." + digits), after, Form.CARDINAL)


def _bare_ordinal(stream: Sequence[Token], at: int) -> _Read | None:
    word = word_at(stream, at)
    value = ORDINALS.get(word) or ORDINAL_TENS.get(word) or ORDINAL_SCALES.get(word)
    return _Read(Fraction(value), at + 1, Form.ORDINAL) if value else None


def _as_ordinal(stream: Sequence[Token], reader: Cardinal) -> _Read | None:
    """`16th`, `twenty-first`, `one hundred and eleventh`, `two hundredth`; not `280 million first-time visits`."""
    at = reader.at
    last = stream[at - 1]
    if last.is_digits:
        if word_at(stream, at) in _ORDINAL_SUFFIXES and glued(stream, at):
            return _Read(reader.value, at + 1, Form.ORDINAL)
        return None
    large = last.word == "hundred" or last.word in SCALES
    at += word_at(stream, at) in HYPHENS or (large and word_at(stream, at) == "and")
    word = word_at(stream, at)
    if last.word in TENS and 1 <= ORDINALS.get(word, 0) <= 9:
        return _Read(reader.value + ORDINALS[word], at + 1, Form.ORDINAL)
    if large:
        below = ORDINALS.get(word) or ORDINAL_TENS.get(word)
        if not below or reader.digits_first or word_at(stream, at + 1) in HYPHENS | {","}:
            return None
        return _Read(reader.value + below, at + 1, Form.ORDINAL)
    if word in ORDINAL_SCALES:
        return _Read(reader.value * ORDINAL_SCALES[word], at + 1, Form.ORDINAL)
    return None
