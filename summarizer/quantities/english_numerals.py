"""Numerals in English prose: digits, number words, fractions and ordinals, by value."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, Inexact
from enum import Enum, auto
from fractions import Fraction

from summarizer.quantities.english_number_words import (
    DENOMINATORS,
    DENOMINATORS_PLURAL,
    MULTIPLES,
    ORDINAL_SCALES,
    ORDINAL_TENS,
    ORDINALS,
    SCALE_SUFFIXES,
    SCALES,
    SMALL,
    TENS,
    VAGUE,
    VAGUE_SCALES,
)
from summarizer.quantities.mention import Number

__all__ = ["Form", "Numeral", "Token", "numerals", "tokens"]

_LONGEST = 40
_LARGEST = 10**24
# `and` may join this many parts of a number; more are no number that anybody writes.
_DEEPEST = 6
_EXACT = Context(prec=200, traps=[Inexact])

_TOKEN = re.compile(
    r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d|[.,]\d)"
    r"|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?"
    r"|\d+(?:\.\d+)?|\.\d+"
    r"|[A-Za-z]+(?:['’][a-z]+)?"
    r"|\S"
)
_GROUPING = re.compile(r"[,\s]")

_HYPHENS = frozenset("-‐‑")
_ORDINAL_SUFFIXES = frozenset({"st", "nd", "rd", "th"})


class Form(Enum):
    """How a numeral is written."""

    CARDINAL = auto()
    ORDINAL = auto()
    FRACTION = auto()
    MULTIPLE = auto()  # twice, doubled
    VAGUE = auto()  # hundreds of


@dataclass(frozen=True, slots=True)
class Token:
    """A numeral in digits, a word or a single other character, with its place in the text."""

    text: str
    start: int
    end: int

    @property
    def word(self) -> str:
        return self.text.lower()

    @property
    def is_digits(self) -> bool:
        return self.text[-1].isdecimal()


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral at `[start, end)` made of the tokens `[first, after)`; `value` is None where it is too long to be read."""

    start: int
    end: int
    first: int
    after: int
    value: Number | None
    form: Form
    in_digits: bool


def tokens(text: str) -> list[Token]:
    """The words, digit groups and other characters of an English text, in order, without blanks."""
    return [Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]


def numerals(stream: Sequence[Token]) -> list[Numeral]:
    """Every numeral in the tokens, in order, none overlapping, whatever it counts or names.

    Values are exact: `1.2 million` is 1200000, `two thirds` the fraction 2/3, `half a dozen` 6. A number that is a year, a name or
    a pronoun (`one`) is among them; telling them apart needs the words around.
    """
    found: list[Numeral] = []
    at = 0
    while at < len(stream):
        numeral = _numeral(stream, at)
        if numeral is None:
            at += 1
        else:
            found.append(numeral)
            at = numeral.after
    return found


def _numeral(stream: Sequence[Token], at: int) -> Numeral | None:
    first = stream[at]
    if first.is_digits and len(first.text) > _LONGEST:
        return Numeral(first.start, first.end, at, at + 1, None, Form.CARDINAL, True)
    read = _vague(stream, at) or _multiple(stream, at) or _written(stream, at)
    if read is None:
        return None
    value, after, form = read
    return Numeral(first.start, stream[after - 1].end, at, after, _number(value, form), form, first.is_digits)


def _number(value: Fraction, form: Form) -> Number | None:
    if value >= _LARGEST:
        return None
    if form is Form.FRACTION and value.denominator != 1:
        return value
    try:
        return _EXACT.divide(Decimal(value.numerator), Decimal(value.denominator))
    except Inexact:
        return None


_Read = tuple[Fraction, int, Form]


def _word(stream: Sequence[Token], at: int) -> str:
    return stream[at].word if 0 <= at < len(stream) else ""


def _vague(stream: Sequence[Token], at: int) -> _Read | None:
    """`hundreds of`, `dozens of`, `tens of thousands`."""
    word = _word(stream, at)
    if word == "tens" and _word(stream, at + 1) == "of" and _word(stream, at + 2) in VAGUE_SCALES:
        return Fraction(10 * VAGUE[_word(stream, at + 2)]), at + 3, Form.VAGUE
    if (
        word in VAGUE_SCALES
        and _word(stream, at + 1) == "of"
        and (_word(stream, at + 2) in VAGUE_SCALES - {"hundreds"})
    ):
        return Fraction(VAGUE[word] * VAGUE[_word(stream, at + 2)]), at + 3, Form.VAGUE
    return (Fraction(VAGUE[word]), at + 1, Form.VAGUE) if word in VAGUE else None


def _multiple(stream: Sequence[Token], at: int) -> _Read | None:
    word = _word(stream, at)
    if word in MULTIPLES:
        return Fraction(MULTIPLES[word]), at + 1, Form.MULTIPLE
    if word == "once" and _word(stream, at + 1) in {"", ".", ",", ";", "a", "per", "every"}:
        if _word(stream, at - 1) in {"at", "than"}:
            return None
        return Fraction(1), at + 1, Form.MULTIPLE
    return None


def _written(stream: Sequence[Token], at: int) -> _Read | None:
    word = _word(stream, at)
    if word in {"a", "an"}:
        return _after_article(stream, at)
    if word == "half":
        return _half(stream, at)
    if word == "quarter" and _word(stream, at + 1) in SCALES:
        return Fraction(SCALES[_word(stream, at + 1)], 4), at + 2, Form.FRACTION
    if slash := _slash_fraction(stream, at):
        return slash
    reader = _Cardinal(stream, at)
    if not reader.read():
        return _bare_ordinal(stream, at)
    return (
        _as_ordinal(stream, reader)
        or _as_fraction(stream, reader)
        or (reader.value, reader.at, Form.FRACTION if reader.halved else Form.CARDINAL)
    )


def _after_article(stream: Sequence[Token], at: int) -> _Read | None:
    """`a thousand`, `a dozen`, `a third of`. Any other article is no numeral."""
    word = _word(stream, at + 1)
    if word in SCALES or word in {"hundred", "dozen"}:
        reader = _Cardinal(stream, at + 1)
        reader.read()
        return reader.value, reader.at, Form.CARDINAL
    if word in DENOMINATORS and _word(stream, at + 2) in {"of", "", ".", ",", ";", ")"}:
        return Fraction(1, DENOMINATORS[word]), at + 2, Form.FRACTION
    return None


def _half(stream: Sequence[Token], at: int) -> _Read | None:
    """`half`, `half a dozen`, `half a million`, `half million`."""
    after = at + 1
    if _word(stream, after) in {"a", "an"}:
        after += 1
    word = _word(stream, after)
    if word == "dozen":
        return Fraction(6), after + 1, Form.CARDINAL
    if word in SCALES:
        return Fraction(SCALES[word], 2), after + 1, Form.CARDINAL
    return Fraction(1, 2), at + 1, Form.FRACTION


def _slash_fraction(stream: Sequence[Token], at: int) -> _Read | None:
    """`3/4`, and `2 1/4`; not `3/4/2023`."""
    whole = 0
    if (
        len(stream) > at + 3
        and _is_integer(stream[at])
        and _is_integer(stream[at + 1])
        and _word(stream, at + 2) == "/"
    ):
        whole, at = int(stream[at].text), at + 1
    if len(stream) <= at + 2 or _word(stream, at + 1) != "/" or _word(stream, at + 3) == "/":
        return None
    above, below = stream[at], stream[at + 2]
    if not (_is_integer(above) and _is_integer(below) and above.end + 1 == below.start and int(below.text)):
        return None
    if _word(stream, at - 1) == "/" or int(above.text) >= int(below.text):
        return None
    return whole + Fraction(int(above.text), int(below.text)), at + 3, Form.FRACTION


def _is_integer(token: Token) -> bool:
    return token.text.isdecimal() and len(token.text) <= _LONGEST


def _bare_ordinal(stream: Sequence[Token], at: int) -> _Read | None:
    word = _word(stream, at)
    value = ORDINALS.get(word) or ORDINAL_TENS.get(word) or ORDINAL_SCALES.get(word)
    return (Fraction(value), at + 1, Form.ORDINAL) if value else None


def _as_ordinal(stream: Sequence[Token], reader: "_Cardinal") -> _Read | None:
    """`16th`, `twenty-first`, `one hundred eleventh`, `two hundredth`."""
    at = reader.at
    last = stream[at - 1]
    if last.is_digits:
        if _word(stream, at) in _ORDINAL_SUFFIXES and stream[at].start == last.end:
            return reader.value, at + 1, Form.ORDINAL
        return None
    if _word(stream, at) in _HYPHENS:
        at += 1
    word = _word(stream, at)
    if last.word in TENS and 1 <= ORDINALS.get(word, 0) <= 9:
        return reader.value + ORDINALS[word], at + 1, Form.ORDINAL
    if last.word == "hundred" or last.word in SCALES:
        if below := ORDINALS.get(word) or ORDINAL_TENS.get(word):
            return reader.value + below, at + 1, Form.ORDINAL
        return None
    if word in ORDINAL_SCALES:
        return reader.value * ORDINAL_SCALES[word], at + 1, Form.ORDINAL
    return None


def _as_fraction(stream: Sequence[Token], reader: "_Cardinal") -> _Read | None:
    """`three quarters`, `one-third`, `two thirds`."""
    at = reader.at
    if reader.value.denominator != 1 or not 1 <= reader.value < 100 or stream[at - 1].is_digits:
        return None
    if _word(stream, at) in _HYPHENS:
        at += 1
    table = DENOMINATORS if reader.value == 1 else DENOMINATORS_PLURAL
    below = table.get(_word(stream, at))
    return (reader.value / below, at + 1, Form.FRACTION) if below else None


class _Cardinal:
    """Reads one cardinal number from a place in the tokens: groups of hundreds, each with a scale, the scales falling.

    A step that turns out not to belong to the number (`3 hundred and | 2 hundred`) is taken back to the last checkpoint.
    """

    def __init__(self, stream: Sequence[Token], at: int, *, depth: int = 0) -> None:
        self.at = at
        self._depth = depth
        self.value = Fraction(0)
        self.halved = False
        self._stream = stream
        self._digits_first = stream[at].is_digits
        self._total = Fraction(0)
        self._group: Fraction | None = None
        self._floor: int | None = None
        self._last = ""

    def read(self) -> bool:
        """Whether a number starts here; `value` and `at` (the first token after it) then say which."""
        start = self.at
        while self._step():
            pass
        return self.at > start

    def _accept(self, after: int, last: str) -> bool:
        self.at, self._last = after, last
        self.value = self._total + (self._group or 0)
        return True

    def _step(self) -> bool:
        at = self.at
        word = _word(self._stream, at)
        if word in _HYPHENS and self._last in {"small", "tens", "digits"} and self._continues_hyphen(at + 1):
            at, word = at + 1, _word(self._stream, at + 1)
        if word in {"and", "&"}:
            return self._joined(at + 1)
        return self._add(at, word, joined=False)

    def _continues_hyphen(self, at: int) -> bool:
        word = _word(self._stream, at)
        return word in SCALES or word == "hundred" or (self._last == "tens" and 1 <= SMALL.get(word, 0) <= 9)

    def _add(self, at: int, word: str, *, joined: bool) -> bool:
        token = self._stream[at] if at < len(self._stream) else None
        if token is None:
            return False
        if token.is_digits:
            return self._add_digits(at, token, joined=joined)
        if word in SMALL and (
            self._last in {"", "hundred", "scale"} or (self._last == "tens" and 1 <= SMALL[word] <= 9)
        ):
            self._group = (self._group or 0) + Fraction(SMALL[word])
            return self._accept(at + 1, "small")
        if word in TENS and self._last in {"", "hundred", "scale"}:
            self._group = (self._group or 0) + Fraction(TENS[word])
            return self._accept(at + 1, "tens")
        if word == "hundred" and self._last in {"", "small", "tens", "digits", "decimal"}:
            group = Fraction(1) if self._group is None else self._group
            if not 0 < group < 100:
                return False
            self._group = group * 100
            return self._accept(at + 1, "hundred")
        if (
            word in {"dozen", "dozens"}
            and self._last in {"small", "tens", "hundred", "digits"}
            and self._group is not None
        ):
            self._group *= 12
            return self._accept(at + 1, "end")
        if word == "dozen" and self._last == "":
            self._group = Fraction(12)
            return self._accept(at + 1, "end")
        if word == "point" and self._last in {"small", "tens", "hundred"}:
            return self._add_decimals(at + 1)
        return self._add_scale(at, word)

    def _add_digits(self, at: int, token: Token, *, joined: bool) -> bool:
        if len(token.text) > _LONGEST:
            return False
        value = Fraction(_GROUPING.sub("", token.text))
        if self._last == "":
            self._group = value
            return self._accept(at + 1, "digits")
        following = _word(self._stream, at + 1)
        lower_group = following == "hundred" or SCALES.get(following, 10**99) < (self._floor or 0)
        after_scale = self._digits_first and self._last == "scale" and lower_group
        after_hundred = (
            self._digits_first
            and self._last == "hundred"
            and joined
            and 0 < value < 100
            and following != "hundred"
        )
        if not (after_scale or after_hundred) or (following in SCALES and not lower_group):
            return False
        self._group = (self._group or 0) + value
        return self._accept(at + 1, "digits")

    def _add_decimals(self, at: int) -> bool:
        after = at
        while SMALL.get(_word(self._stream, after), 10) < 10:
            after += 1
        if not 0 < after - at <= _LONGEST:
            return False
        digits = "".join(str(SMALL[_word(self._stream, i)]) for i in range(at, after))
        self._group = (self._group or 0) + Fraction("0." + digits)
        return self._accept(after, "decimal")

    def _add_scale(self, at: int, word: str) -> bool:
        scale = SCALES.get(word) or (SCALES.get(word.removesuffix("s")) if self._last else None)
        if scale is None and self._last == "digits" and self._stream[at].start == self._stream[at - 1].end:
            scale = SCALE_SUFFIXES.get(self._stream[at].word)
        if scale is None or self._last == "end":
            return False
        if self.value >= _LARGEST:
            return False
        if self._last == "scale" and self._group is None:
            self._total *= scale
        elif self._floor is not None and scale >= self._floor:
            return False
        else:
            self._total += (1 if self._group is None else self._group) * scale
        self._group, self._floor = None, scale
        return self._accept(at + 1, "scale")

    def _joined(self, at: int) -> bool:
        """What follows `and`: the rest of the number, a half, or something else that is left alone."""
        if part := self._joined_fraction(at):
            value, after = part
            if self._last == "scale" and self._group is None:
                self._total += value * (self._floor or 1)
            else:
                self._group = (self._group or 0) + value
            self.halved = True
            return self._accept(after, "decimal")
        word = _word(self._stream, at)
        if (
            self._depth >= _DEEPEST
            or self._last not in {"hundred", "scale"}
            or word in {"and", "&", "0"}
            or SMALL.get(word) == 0
        ):
            return False
        if not word:
            return False
        rest = _Cardinal(self._stream, at, depth=self._depth + 1)
        rest._digits_first = self._digits_first
        if not rest.read() or rest.value.denominator != 1 or rest.value >= (self._floor or 10**99):
            return False
        if self._last == "hundred" and rest.value >= 100:
            return self._joined_group(rest)
        digits = self._stream[at].is_digits
        if digits and not (self._digits_first and self._last == "hundred"):
            return False
        self._group = (self._group or 0) + rest.value
        return self._accept(rest.at, "small" if self._stream[rest.at - 1].word not in TENS else "tens")

    def _joined_group(self, rest: "_Cardinal") -> bool:
        """`one hundred and five million`: the hundred and the rest share the rest's scale."""
        if rest._floor is None or self._group is None or rest._total / rest._floor >= 100:
            return False
        if self._floor is not None and rest._floor >= self._floor:
            return False
        self._total += self._group * rest._floor + rest._total
        self._group, self._floor = rest._group, rest._floor
        return self._accept(rest.at, "scale" if rest._group is None else "small")

    def _joined_fraction(self, at: int) -> tuple[Fraction, int] | None:
        if self._last not in {"small", "tens", "digits", "scale"}:
            return None
        words = (_word(self._stream, at), _word(self._stream, at + 1))
        if words[0] in {"a", "one"} and words[1] in {"half", "quarter"}:
            return Fraction(1, DENOMINATORS[words[1]]), at + 2
        if words == ("three", "quarters"):
            return Fraction(3, 4), at + 2
        return None
