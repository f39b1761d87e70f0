"""Figures in English, always exactly as large as the source has them, in the style of docs/style-of-english.md."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import assert_never

from summarizer.lexicon import Unit, UnitClass
from summarizer.quantities import Mention, Number, Qualifier

__all__ = ["count_en", "is_measure", "number_en", "one", "quantity_en", "unit_en"]

_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_PARTS = ("", "", "half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth")
_SCALES = (("trillion", 12), ("billion", 9), ("million", 6))
_MOST_DECIMALS = 3
_UNITS_EN = {"%": ("percent", "percent"), "个百分点": ("percentage point", "percentage points")}
_MEASURES = frozenset(
    (UnitClass.MONEY, UnitClass.PERCENT, UnitClass.POINTS, UnitClass.AREA, UnitClass.LENGTH, UnitClass.MASS, UnitClass.VOLUME,
     UnitClass.ENERGY, UnitClass.POWER)
)  # fmt: skip


def is_measure(unit: str, units: Mapping[str, Unit]) -> bool:
    """Whether the unit measures (yuan, percent, kilometers) rather than counts things one by one."""
    found = units.get(unit)
    return "/" in unit or unit in _UNITS_EN or (found is not None and found.cls in _MEASURES)


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _digits(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _fraction(value: Fraction) -> str:
    if not (0 < value.numerator < value.denominator < len(_PARTS)):
        return f"{value.numerator}/{value.denominator}"
    plural = "s" if value.numerator > 1 else ""
    return f"{_WORDS[value.numerator]} {_PARTS[value.denominator]}{plural}"


def number_en(value: Number, *, words: bool = False) -> str:
    """The bare number in English; `words` asks for words below ten.

    >>> number_en(Decimal(12345000))
    '12.345 million'
    """
    if isinstance(value, Fraction):
        return _fraction(value)
    if words and value == int(value) and 0 <= value < len(_WORDS):
        return _WORDS[int(value)]
    for name, power in _SCALES:
        scaled = value.scaleb(-power)
        if abs(scaled) >= 1 and _decimals(scaled) <= _MOST_DECIMALS:
            return f"{_digits(scaled)} {name}"
    return _digits(value)


def _qualified(qualifier: Qualifier, figure: str) -> str:
    match qualifier:
        case Qualifier.EXACT | Qualifier.RANGE:
            return figure
        case Qualifier.OVER | Qualifier.ABOUT | Qualifier.NEARLY | Qualifier.UNDER:
            return f"{qualifier.value} {figure}"
        case Qualifier.AT_LEAST | Qualifier.AT_MOST:
            return f"{qualifier.value.replace('_', ' ')} {figure}"
        case Qualifier.MASKED:
            raise ValueError("a masked figure has no English")
        case _:
            assert_never(qualifier)


def _figure(mention: Mention, *, words: bool, counts: bool) -> str:
    if mention.value is None:
        raise ValueError(f"no value: {mention.text!r}")
    if mention.value_max is None:
        few = counts and mention.value < len(_WORDS) and mention.text.endswith("以上")
        qualifier = Qualifier.AT_LEAST if few and mention.qualifier is Qualifier.OVER else mention.qualifier
        return _qualified(qualifier, number_en(mention.value, words=words))
    return _qualified(mention.qualifier, f"{number_en(mention.value)} to {number_en(mention.value_max)}")


def one(mention: Mention) -> bool:
    """Whether the figure takes a singular noun and verb."""
    return mention.value == 1 and mention.value_max is None


def count_en(mention: Mention, *, words: bool = True) -> str:
    """The figure as a count of things: `three`, `over 30`, `2 to 3`; without `words` in digits throughout, as tables have it.

    Raises ValueError for a figure without a value.
    """
    return _figure(mention, words=words, counts=True)


def quantity_en(mention: Mention, units: Mapping[str, Unit]) -> str | None:
    """The figure with its unit: `94.35 percent`, `823 million yuan`, `18 kilometers`; None where the unit has no English.

    Raises ValueError for a figure without a value.
    """
    name = unit_en(mention.unit, units, plural=not one(mention))
    return f"{_figure(mention, words=False, counts=False)} {name}" if name else None


def unit_en(unit: str, units: Mapping[str, Unit], *, plural: bool = True) -> str:
    """The unit's English: `percent`, `mu`, `kilometers`; "" where it has none."""
    names = _UNITS_EN.get(unit)
    if names is None:
        known = units.get(unit)
        if known is None or not known.en:
            return ""
        names = (known.en, known.plural or known.en)
    return names[1 if plural else 0]
