"""A figure as it is printed: its exact value, and how far rounding may have moved it."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from summarizer.lexicon.units import UnitClass, units
from summarizer.quantities import Mention, Number, Qualifier

__all__ = ["Printed", "half_unit", "printed"]

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_NUMERALS = re.compile(r"[〇零一二两三四五六七八九十百千]+")
# Scales and shares written in characters: how far they are rounded cannot be told.
_COARSE = re.compile(r"[万亿兆点成分半双]")
_POWER_OF_TEN = re.compile(r"10*/10*")
_COUNTED = frozenset(
    {
        UnitClass.EVENT, UnitClass.PERSON, UnitClass.DOCUMENT, UnitClass.ITEM, UnitClass.ORGANISATION,
        UnitClass.HOUSEHOLD, UnitClass.PLACE, UnitClass.ANIMAL, UnitClass.OTHER,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Printed:
    """`value` in base units; `half` is half a unit of the last digit printed, 0 where a count is printed in full.

    `before` and `after` are the characters around the number, `scale` what one of the printed number is worth, `decimals` how many
    digits it has behind the point.
    """

    value: Fraction
    half: Fraction
    before: str
    after: str
    scale: Fraction
    decimals: int

    @property
    def low(self) -> Fraction:
        return self.value - self.half

    @property
    def high(self) -> Fraction:
        return self.value + self.half

    @property
    def text(self) -> str:
        return self.showing(self.value)

    def rounded(self, value: Fraction) -> Decimal:
        """The value to the digits that this figure has, halves away from zero; in base units."""
        return _decimal(Fraction(_nearest(value / self._step)) * self._step)

    def showing(self, value: Fraction) -> str:
        """The value written the way this figure is: 94.35% of 94.3478, 38.7亿元 of 3874000000."""
        steps = _nearest(value / self._step)
        whole, rest = divmod(abs(steps), 10**self.decimals)
        number = f"{whole}.{rest:0{self.decimals}}" if self.decimals else str(whole)
        return f"{self.before}{'−' if steps < 0 else ''}{number}{self.after}"

    @property
    def _step(self) -> Fraction:
        return self.scale / Fraction(10**self.decimals)


def _nearest(value: Fraction) -> int:
    whole = int(abs(value) + Fraction(1, 2))
    return whole if value >= 0 else -whole


def _decimal(value: Fraction) -> Decimal:
    """The value exactly; only for those that a decimal can hold."""
    ten = next(n for n in range(64) if (value * 10**n).denominator == 1)
    return Decimal(f"{int(value * 10**ten)}E-{ten}")


def half_unit(value: Number) -> Fraction:
    """Half a unit of the last digit that a number states: 0.05 of 66.7; 0 of a fraction, which is exact."""
    if isinstance(value, Fraction):
        return Fraction(0)
    places = len(format(value, "f").partition(".")[2])
    return Fraction(1, 2) / Fraction(10**places)


def printed(mention: Mention, shown: str) -> Printed | None:
    """The figure as `shown` to the reader; None where it is not one exact number, or its last digit cannot be told."""
    if mention.qualifier is not Qualifier.EXACT or mention.value_max is not None:
        return None
    if not isinstance(mention.value, Decimal) or mention.value <= 0:
        return None
    value = Fraction(mention.value)
    text = unicodedata.normalize("NFKC", "".join(shown.split()))
    numbers = list(_DIGITS.finditer(text))
    if not numbers:
        numeral = _NUMERALS.search(text)
        if numeral is None or _COARSE.search(text) or value.denominator != 1 or not _counts(mention.unit):
            return None
        return Printed(
            value, Fraction(0), text[: numeral.start()], text[numeral.end() :], Fraction(1), decimals=0
        )
    if len(numbers) > 1:
        return None
    digits = numbers[0].group().replace(",", "")
    decimals = len(digits.partition(".")[2])
    scale = value / Fraction(digits)
    if not _POWER_OF_TEN.fullmatch(f"{scale.numerator}/{scale.denominator}"):
        return None
    full = scale == 1 and not decimals and _counts(mention.unit)
    half = Fraction(0) if full else scale / 10**decimals / 2
    return Printed(value, half, text[: numbers[0].start()], text[numbers[0].end() :], scale, decimals)


def _counts(unit: str) -> bool:
    """Whether the unit counts things one by one, rather than measuring."""
    known = units().get(unit)
    return known is None or known.cls in _COUNTED
