"""Reading one cardinal number of English prose, in digits, in words or in both."""

import re
from collections.abc import Sequence
from fractions import Fraction

from summarizer.quantities.en.money import money_after, money_before
from summarizer.quantities.en.number_words import (
    DENOMINATORS,
    DENOMINATORS_PLURAL,
    SCALE_SUFFIXES,
    SCALES,
    SMALL,
    TENS,
    VULGAR,
    words,
)
from summarizer.quantities.en.tokens import HYPHENS, Token, glued, is_year, word_at

__all__ = ["LARGEST", "LONGEST", "Cardinal"]

LONGEST = 40
"""The most characters of a numeral that is read."""
LARGEST = 10**24
# `and` may join this many parts of a number; more are no number that anybody writes.
_DEEPEST = 6
_GROUPING = re.compile(r"[,\s]")
_AND = frozenset({"and", "&"})
# Between a number and its scale: `30-odd thousand`.
_ODD = frozenset({"odd", "plus", "some"})
_COUNTED_IN_MILLIONS = frozenset(
    words(
        "people persons residents visitors tourists passengers users workers farmers students children households jobs "
        "visits trips"
    )
)


class Cardinal:
    """Reads one cardinal number from a place in the tokens: groups of hundreds, each with a scale, the scales falling.

    A step that turns out not to belong to the number (`3 hundred and | 2 hundred`) is taken back to the last checkpoint.
    After `read`, `scales` are the scales that a number before it may share (`2 to 3 million`), the largest first, `mixed` says
    whether it holds a fraction (`two and a half`), `odd` whether it is said to be more (`30-odd thousand`).
    """

    def __init__(self, stream: Sequence[Token], at: int, *, depth: int = 0) -> None:
        self.at = at
        self.value = Fraction(0)
        self.scales: tuple[int, ...] = ()
        self.mixed = self.odd = False
        self._depth = depth
        self._stream = stream
        self._first = at
        self.digits_first = stream[at].is_digits
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

    def _word(self, at: int) -> str:
        return word_at(self._stream, at)

    def _accept(self, after: int, last: str, *scales: int) -> bool:
        self.at, self._last, self.scales = after, last, scales
        self.value = self._total + (self._group or 0)
        return True

    def _step(self) -> bool:
        at = self.at
        word = self._word(at)
        if word in HYPHENS:
            if self._continues_hyphen(at + 1):
                at, word = at + 1, self._word(at + 1)
            elif self._word(at + 1) in _ODD:
                return self._odd_scale(at + 2)
            elif self._word(at + 1) in _AND:
                return self._joined_fraction(at + 2)
        if word in _AND:
            return self._joined(at + 1)
        if word == ",":
            return self._last == "scale" and not self.digits_first and self._joined(at + 1, least=100)
        return self._add(at, word, joined=False)

    def _continues_hyphen(self, at: int) -> bool:
        word = self._word(at)
        if word in SCALES:
            return self._last in {"small", "tens", "digits", "hundred"}
        if word == "hundred":
            return self._last in {"small", "tens", "digits"}
        return self._last == "tens" and 1 <= SMALL.get(word, 0) <= 9

    def _odd_scale(self, at: int) -> bool:
        self.odd = self._last in {"small", "tens", "digits", "hundred"} and self._add_scale(
            at, self._word(at)
        )
        return self.odd

    def _add(self, at: int, word: str, *, joined: bool) -> bool:
        token = self._stream[at] if at < len(self._stream) else None
        if token is None:
            return False
        if token.is_digits:
            return self._add_digits(at, token, joined=joined)
        if word in VULGAR and self._last in {"", "digits"}:
            self._group, self.mixed = (self._group or 0) + VULGAR[word], True
            return self._accept(at + 1, "decimal")
        if word in SMALL and (
            self._last in {"", "hundred", "scale"} or (self._last == "tens" and 1 <= SMALL[word] <= 9)
        ):
            self._group = (self._group or 0) + Fraction(SMALL[word])
            return self._accept(at + 1, "small")
        if word in TENS and self._last in {"", "hundred", "scale"}:
            self._group = (self._group or 0) + Fraction(TENS[word])
            return self._accept(at + 1, "tens")
        if word == "hundred" and self._last in {"", "small", "tens", "digits", "decimal"}:
            return self._add_hundred(at)
        if word in {"dozen", "dozens"}:
            return self._add_dozen(at, word)
        if word == "point" and self._last in {"small", "tens", "hundred"}:
            return self._add_decimals(at + 1)
        return self._add_scale(at, word)

    def _add_hundred(self, at: int) -> bool:
        group = Fraction(1) if self._group is None else self._group
        if not 0 < group < 100:
            return False
        self._group = group * 100
        return self._accept(at + 1, "hundred", 100)

    def _add_dozen(self, at: int, word: str) -> bool:
        if self._last == "" and word == "dozen":
            self._group = Fraction(12)
        elif self._last in {"small", "tens", "hundred", "digits"} and self._group is not None:
            self._group *= 12
        else:
            return False
        return self._accept(at + 1, "end", 12)

    def _add_digits(self, at: int, token: Token, *, joined: bool) -> bool:
        if len(token.text) > LONGEST or token.is_date:
            return False
        value = Fraction(_GROUPING.sub("", token.text))
        if self._last == "":
            self._group = value
            return self._accept(at + 1, "digits")
        following = self._word(at + 1)
        lower_group = following == "hundred" or SCALES.get(following, 10**99) < (self._floor or 0)
        after_scale = self.digits_first and self._last == "scale" and lower_group
        after_hundred = (
            self.digits_first
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
        while SMALL.get(self._word(after), 10) < 10:
            after += 1
        if not 0 < after - at <= LONGEST:
            return False
        digits = "".join(str(SMALL[self._word(i)]) for i in range(at, after))
        self._group = (self._group or 0) + Fraction("0." + digits)
        return self._accept(after, "decimal")

    def _add_scale(self, at: int, word: str) -> bool:
        scale = SCALES.get(word) or (SCALES.get(word.removesuffix("s")) if self._last else None)
        if scale is None and self._last == "digits":
            scale = self._suffix(at)
        if scale is None or self._last == "end":
            return False
        if self.value >= LARGEST:
            return False
        shared = self.scales
        if self._last == "scale" and self._group is None:
            self._total *= scale
        elif self._floor is not None and scale >= self._floor:
            return False
        else:
            self._total += (1 if self._group is None else self._group) * scale
        self._group, self._floor = None, scale
        return self._accept(at + 1, "scale", *(scale * s for s in shared), scale)

    def _suffix(self, at: int) -> int | None:
        """The scale of `5k`, `3.2 bn`, and of `m` beside money or people, where it is no length."""
        if at >= len(self._stream):
            return None
        token, gap = self._stream[at], self._stream[at].start - self._stream[at - 1].end
        if token.word == "m":
            return 10**6 if gap <= 1 and self._in_millions(at + 1) else None
        spaced = gap <= 2 and token.text.islower() and token.text != "b"
        return SCALE_SUFFIXES.get(token.word) if not gap or spaced else None

    def _in_millions(self, after: int) -> bool:
        first = self._first
        if self._word(first - 1) in {"to", "and", "-", "–"} and self._word(first - 2) == "m":
            first -= 3  # the lower end of a range has the currency
        counted = self._word(after) in _COUNTED_IN_MILLIONS
        return counted or bool(money_before(self._stream, first) or money_after(self._stream, after))

    def _joined(self, at: int, *, least: int = 1) -> bool:
        """What follows `and` or a comma: the rest of the number, a fraction, or something else that is left alone."""
        if least == 1 and self._joined_fraction(at):
            return True
        word = self._word(at)
        if (
            self._depth >= _DEEPEST
            or self._last not in {"hundred", "scale"}
            or not word
            or word in _AND | {"0"}
        ):
            return False
        rest = Cardinal(self._stream, at, depth=self._depth + 1)
        rest.digits_first = self.digits_first
        if (
            not rest.read()
            or rest.value.denominator != 1
            or not least <= rest.value < (self._floor or 10**99)
        ):
            return False
        if self._last == "hundred" and rest.value >= 100:
            return self._joined_group(rest)
        if self._stream[at].is_digits and not (self.digits_first and self._last == "hundred"):
            return False
        self._group = (self._group or 0) + rest.value
        return self._accept(rest.at, "small" if self._stream[rest.at - 1].word not in TENS else "tens")

    def _joined_group(self, rest: "Cardinal") -> bool:
        """`one hundred and five million`: the hundred and the rest share the rest's scale."""
        if rest._floor is None or self._group is None or rest._total / rest._floor >= 100:
            return False
        if self._floor is not None and rest._floor >= self._floor:
            return False
        self._total += self._group * rest._floor + rest._total
        self._group, self._floor = rest._group, rest._floor
        return self._accept(rest.at, "scale" if rest._group is None else "small", *rest.scales)

    def _joined_fraction(self, at: int) -> bool:
        """`two and a half`, `two and two-thirds`, `one million and a half`; not `12, and a third of them`."""
        if self._last not in {"small", "tens", "digits", "hundred", "scale"} or is_year(
            self._stream[self.at - 1]
        ):
            return False
        at += self._word(at) in HYPHENS
        above = 1 if self._word(at) in {"a", "an"} else SMALL.get(self._word(at), 0)
        at += 1
        at += self._word(at) in HYPHENS and glued(self._stream, at)
        word = self._word(at)
        below = (
            DENOMINATORS.get(word) if above == 1 or word == "quarter" else DENOMINATORS_PLURAL.get(word)
        ) or 0
        if not 0 < above < below or self._word(at + 1) == "of":
            return False
        if self._last == "scale" and self._group is None:
            self._total += Fraction(above, below) * (self._floor or 1)
        else:
            self._group = (self._group or 0) + Fraction(above, below)
        self.mixed = True
        return self._accept(at + 1, "decimal")
