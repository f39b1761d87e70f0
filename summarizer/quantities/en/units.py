"""Units of measurement behind a number in English prose, by the names that `units.tsv` has for them in English."""

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.quantities.en.money import money_after
from summarizer.quantities.en.number_words import words
from summarizer.quantities.en.tokens import HYPHENS, Token, glued, word_at
from summarizer.quantities.en.words import lemma

__all__ = ["DURATION_UNITS", "Unit", "unit_after", "unit_of_fraction"]

DURATION_UNITS = frozenset({"year", "month", "week", "day", "hour", "minute", "second", "decade", "quarter"})

# In small letters, whatever letters the text has.
_SYMBOLS = {
    "km": "kilometer",
    "cm": "centimeter",
    "mm": "millimeter",
    "mi": "mile",
    "kg": "kilogram",
    "mg": "milligram",
    "µg": "microgram",
    "μg": "microgram",
    "ug": "microgram",
    "ml": "milliliter",
    "ha": "hectare",
    "kwh": "kilowatt-hour",
    "mwh": "megawatt-hour",
    "gwh": "gigawatt-hour",
    "twh": "terawatt-hour",
    "kw": "kilowatt",
    "mw": "megawatt",
    "gw": "gigawatt",
    "kv": "kilovolt",
    "kva": "kilovolt-ampere",
    "db": "decibel",
    "mb": "megabyte",
    "gb": "gigabyte",
    "tb": "terabyte",
    "mbps": "megabit per second",
    "gbps": "gigabit per second",
    "tce": "tonne of standard coal equivalent",
    "lbs": "pound",
    "hrs": "hour",
    "rad": "radian",
    "kph": "kilometer per hour",
}
# Only in these letters: 5g is a weight and 5G a network, 20 FT no length.
_EXACT_SYMBOLS = {
    "m": "meter",
    "g": "gram",
    "t": "tonne",
    "l": "liter",
    "L": "liter",
    "V": "volt",
    "W": "watt",
    "h": "hour",
    "ft": "foot",
    "hp": "horsepower",
    "min": "minute",
    "℃": "degree Celsius",
    "°C": "degree Celsius",
    "° C": "degree Celsius",
    "°F": "degree Fahrenheit",
    "° F": "degree Fahrenheit",
    "㎡": "square meter",
}
# A scale in a symbol is multiplied out, as 万吨 is.
_SCALED_SYMBOLS = {"kt": ("tonne", 10**3), "Mt": ("tonne", 10**6)}
_TIME_SYMBOLS = {"s": "second", "h": "hour", "d": "day", "yr": "year"}
_POWERS = {"2": "square", "²": "square", "3": "cubic", "³": "cubic"}
_SHORT_PREFIXES = {"sq": "square", "cu": "cubic"}
_PREFIXES = frozenset({"square", "cubic", "metric", "light", "nautical"})
_LONG_UNITS = frozenset(
    words(
        "hectare mu acre kilometer kilometre meter metre centimeter centimetre millimeter millimetre mile foot inch yard "
        "ton tonne kilogram gram milligram microgram jin liter litre milliliter gallon ounce pound cup tablespoon teaspoon "
        "kilowatt megawatt gigawatt terawatt kilowatt-hour megawatt-hour volt kilovolt watt horsepower decibel "
        "megabyte gigabyte terabyte kilohertz nanometer joule degree turn"
    )
)
_WATTS = frozenset({"watt", "kilowatt", "megawatt", "gigawatt", "terawatt"})
_COAL = (("of", "standard", "coal", "equivalent"), ("of", "standard", "coal"), ("of", "coal", "equivalent"))
_SCALES_OF_DEGREES = {"celsius": "Celsius", "centigrade": "Celsius", "fahrenheit": "Fahrenheit"}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit after a number: its name in our spelling, the index of the token after it, what its scale multiplies by."""

    name: str
    after: int
    factor: int = 1


def unit_after(stream: Sequence[Token], at: int) -> Unit | None:
    """The percent sign, currency, multiple or unit of measurement that begins at token `at`, a hyphen before it allowed.

    A unit may be one by another (`km/h`, `micrograms per cubic metre`), but money stays money. An age (`29 years old`) has the
    unit `year of age`, which is no duration.
    """
    at += word_at(stream, at) in HYPHENS
    if share := _percent(stream, at):
        return share
    if money := money_after(stream, at):
        return Unit(money.name, money.after)
    return _times(stream, at) or _measure(stream, at)


def unit_of_fraction(stream: Sequence[Token], at: int) -> Unit | None:
    """The unit that a fraction before token `at` is a part of: `half an hour`, `three tenths of a percent`."""
    at += word_at(stream, at) == "of"
    if word_at(stream, at) not in {"a", "an", "one"}:
        return None
    return _percent(stream, at + 1) or _measure(stream, at + 1)


def _percent(stream: Sequence[Token], at: int) -> Unit | None:
    found = tuple(word_at(stream, at + i) for i in range(4))
    if found[:3] == ("of", "a", "percentage") and found[3].startswith("point"):
        return Unit("个百分点", at + 4)
    if found[:2] == ("percentage", "-") and found[2].startswith("point"):
        return Unit("个百分点", at + 3)
    if found[0] == "percentage" and found[1] in {"point", "points"}:
        return Unit("个百分点", at + 2)
    if found[0] == "pp":
        return Unit("个百分点", at + 1)
    if found[0] == "basis" and found[1] in {"point", "points"}:
        return Unit("basis point", at + 2)
    if found[0] in {"%", "％", "percent", "pct"}:
        return Unit("%", at + 1)
    if found[:2] == ("per", "cent"):
        return Unit("%", at + 2)
    if found[0] == "‰":
        return Unit("‰", at + 1)
    return Unit("‰", at + 2) if found[:2] in {("per", "thousand"), ("per", "mille")} else None


def _times(stream: Sequence[Token], at: int) -> Unit | None:
    """`3-fold` and `2.5x`, which are `3 times`; not `4x4`."""
    word = word_at(stream, at)
    crossed = word == "x" and glued(stream, at) and not (glued(stream, at + 1) and stream[at + 1].is_digits)
    return Unit("time", at + 1) if word == "fold" or crossed else None


def _measure(stream: Sequence[Token], at: int) -> Unit | None:
    if word_at(stream, at) == "in" and word_at(stream, at + 1) in {"", "."} and at + 2 >= len(stream):
        return Unit("inch", at + 1)
    unit = _symbol(stream, at) or _long(stream, at)
    if unit is None:
        return None
    if unit.name in {"year", "month"} and (age := _age(stream, unit.after)):
        return Unit(f"{unit.name} of age", age)
    below = None if unit.name in DURATION_UNITS else _denominator(stream, unit.after)
    return Unit(f"{unit.name} per {below.name}", below.after, unit.factor) if below else unit


def _symbol(stream: Sequence[Token], at: int) -> Unit | None:
    """`km`, `m²`, `sq. km`: a symbol stands glued to its number or one blank behind it."""
    if not 0 < at < len(stream) or stream[at].start > stream[at - 1].end + 1:
        return None
    if prefix := _SHORT_PREFIXES.get(stream[at].word):
        at += 1
        at += word_at(stream, at) == "."
        unit = _bare_symbol(stream, at) or _long(stream, at)
        return Unit(f"{prefix} {unit.name}", unit.after) if unit else None
    return _bare_symbol(stream, at)


def _bare_symbol(stream: Sequence[Token], at: int) -> Unit | None:
    if at >= len(stream):
        return None
    text = stream[at].text
    if text in _SCALED_SYMBOLS:
        name, factor = _SCALED_SYMBOLS[text]
        return Unit(name, at + 1, factor)
    name = _EXACT_SYMBOLS.get(text) or _SYMBOLS.get(text.lower(), "")
    if not name:
        return None
    power = _POWERS.get(word_at(stream, at + 1)) if name.endswith("meter") and glued(stream, at + 1) else None
    return Unit(f"{power} {name}", at + 2) if power else Unit(name, at + 1)


def _long(stream: Sequence[Token], at: int) -> Unit | None:
    """`square metres`, `kilowatt-hours`, `tonnes of standard coal`, `degrees Celsius`; hyphens for blanks allowed."""
    prefix = word_at(stream, at) if word_at(stream, at) in _PREFIXES else ""
    if prefix:
        at += 1
        at += word_at(stream, at) in HYPHENS
    name = lemma(word_at(stream, at))
    hyphen = word_at(stream, at + 1) in HYPHENS
    if name == "second" and hyphen and word_at(stream, at + 2) == "hand":
        return None
    if name not in _LONG_UNITS and (name not in DURATION_UNITS or prefix):
        return None
    name = _spelled(name)
    second = _spelled(lemma(word_at(stream, at + 1 + hyphen)))
    at += 1
    if (second == "hour" and (hyphen or name in _WATTS)) or (second in {"kilometer", "km"} and hyphen):
        name, at = f"{name}-{second.replace('km', 'kilometer')}", at + 1 + hyphen
    elif name == "degree" and second in _SCALES_OF_DEGREES:
        name, at = f"degree {_SCALES_OF_DEGREES[second]}", at + 1
    elif name in {"ton", "tonne"}:
        for coal in _COAL:
            if all(word_at(stream, at + i) == word for i, word in enumerate(coal)):
                return Unit("tonne of standard coal equivalent", at + len(coal))
    return Unit(f"{prefix} {name}" if prefix else name, at)


def _spelled(name: str) -> str:
    return name.replace("metre", "meter").replace("litre", "liter")


def _denominator(stream: Sequence[Token], at: int) -> Unit | None:
    """What a unit is divided by: `/h`, `per cubic metre`, `a day`."""
    joint = word_at(stream, at)
    if joint == "/" and glued(stream, at) and glued(stream, at + 1):
        symbol = stream[at + 1].word
        if symbol in _TIME_SYMBOLS:
            return Unit(_TIME_SYMBOLS[symbol], at + 2)
        return _bare_symbol(stream, at + 1) or _long(stream, at + 1)
    if joint not in {"per", "a", "an"}:
        return None
    unit = _long(stream, at + 1) or (_bare_symbol(stream, at + 1) if joint == "per" else None)
    return unit if unit and (joint == "per" or unit.name in DURATION_UNITS) else None


def _age(stream: Sequence[Token], at: int) -> int:
    """The index after `old`, `-olds` or `of age` at token `at`, 0 where none stands there."""
    hyphen = word_at(stream, at) in HYPHENS
    if word_at(stream, at + hyphen) in {"old", "olds"}:
        return at + hyphen + 1
    return at + 2 if (word_at(stream, at), word_at(stream, at + 1)) == ("of", "age") else 0
