"""What other programs state of a claim, as plain values → the types of this one."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, StrEnum
from fractions import Fraction
from typing import TypeVar

from summarizer.claims.figure import read_unit, written_figure
from summarizer.lexicon import units
from summarizer.quantities import Number, Qualifier, number_of

__all__ = [
    "WANTED",
    "GivenFigure",
    "GivenNumber",
    "choice",
    "figure",
    "number_or_text",
    "period",
    "refused",
    "text",
    "words",
]

GivenNumber = Number | int | float | str
"""A value as programs hold it. Text is decimal (`"94.35"`) or a fraction (`"2/3"`); a float counts by the digits it prints."""

_LONGEST_EXPONENT = 60  # 1e999999999 is a short text and a figure of a thousand million digits

WANTED = "wanted are digits such as 19, 94.35 or 2/3, or a figure as it is written, such as 1.2亿元, 30余, over 5 million"
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHORT = re.compile(r"\d{4}\s*[-–—~/]\s*(\d\d)(?!\d)")

_Choice = TypeVar("_Choice", bound=StrEnum)


def refused(words: str, field: str) -> ValueError:
    """The error that says that a field holds no number."""
    return ValueError(f"{field!r} is {words!r}, which is no number ({WANTED})")


def number_or_text(given: object, field: str) -> tuple[Number | None, str]:
    """The exact value, or None and the text of what is none. Raises ValueError for what is not even a text."""
    words = text(given, field)
    if not words:
        return None, ""
    try:
        found = number_of(words.strip())
    except (ValueError, ZeroDivisionError):
        return None, words
    return (found, "") if found is None or _written_out(found) else (None, words)


@dataclass(frozen=True, slots=True)
class GivenFigure:
    """A claim's figure in base units; `wrong` are the field and the text of a value that is no number, both "" else."""

    value: Number | None
    value_max: Number | None
    unit: str | None
    qualifier: Qualifier | None
    wrong: tuple[str, str] = ("", "")


def figure(value: object, value_max: object, unit: str | None, qualifier: Qualifier | None) -> GivenFigure:
    """The figure of which others state these fields, in base units.

    The unit may carry a scale (亿吨, million tonnes). A value that is no bare number may be a figure as it is written (30余, 60万人以上,
    over 600,000, 4.4%): what it says of unit and qualifier counts where those fields are empty, and must agree with the unit where not.
    """
    if unit:
        scale, unit = read_unit(unit)
    else:
        scale = 1
    numbers: list[Number | None] = []
    for given, field in ((value, "value"), (value_max, "value_max")):
        found: Number | None
        if isinstance(given, Decimal | Fraction) and _written_out(given):
            found, words = given, ""
        else:
            found, words = number_or_text(given, field)
        if words:
            written = written_figure(words)
            said = written.unit if written else None
            if written is None or (said and unit and said != unit and not _alike(said, unit)):
                return GivenFigure(None, None, unit, qualifier, (field, words))
            # 1.68亿 and 亿吨 say the scale twice.
            if written.scale != 1 and scale not in (1, written.scale):
                return GivenFigure(None, None, unit, qualifier, (field, words))
            times = 1 if written.scale != 1 else scale
            unit = unit or said
            if qualifier is None and written.qualifier not in (Qualifier.EXACT, Qualifier.RANGE):
                qualifier = written.qualifier
            numbers.append(written.value * times)
            if field == "value" and written.value_max is not None:
                numbers.append(written.value_max * times)
                break
        else:
            numbers.append(found if found is None or scale == 1 else found * scale)
    return GivenFigure(numbers[0], numbers[1], unit, qualifier)


def _alike(said: str, unit: str) -> bool:
    """Whether two names are of one unit, as far as both are known: 公里 and kilometers."""
    a, b = units().get(said), units().get(unit)
    if a is None or b is None:
        return True
    return a.canonical == b.canonical or (a.cls is b.cls and a.factor is None and b.factor is None)


def text(given: object, field: str) -> str:
    """The text or number as text, an enum's value for the enum, "" for None. Raises ValueError for anything else."""
    plain = given.value if isinstance(given, Enum) else given
    if plain is None:
        return ""
    if isinstance(plain, bool) or not isinstance(plain, str | int | float | Decimal | Fraction):
        raise ValueError(f"{field!r} is not a text or number: {type(plain).__name__}")
    return str(plain)


def words(given: object, field: str) -> str:
    """The text as it is, "" for None. Raises ValueError for anything else, a number too."""
    plain = given.value if isinstance(given, Enum) else given
    if plain is not None and not isinstance(plain, str):
        raise ValueError(f"{field!r} is not a text: {type(plain).__name__}")
    return plain or ""


def period(given: object) -> str | None:
    """`2022` or `2018-2022` of a period as it may be written: 2022年, FY2022, 2018–2022, 2018年至2022年. None where it names no year."""
    said = unicodedata.normalize("NFKC", text(given, "period"))
    years = [int(year) for year in _YEAR.findall(said)]
    if len(years) == 1 and (short := _SHORT.search(said)):
        years.append(years[0] - years[0] % 100 + int(short[1]))
    if not years:
        return None
    return str(min(years)) if min(years) == max(years) else f"{min(years)}-{max(years)}"


def choice(given: object, choices: type[_Choice], field: str) -> _Choice | None:
    """The member of a closed set, None for None and "". Raises ValueError for any other text, with those that there are."""
    words = text(given, field)
    if not words:
        return None
    try:
        return choices(words)
    except ValueError as error:
        raise ValueError(f"there is no {field} {words!r} (there are: {', '.join(choices)})") from error


def _written_out(value: Number) -> bool:
    """Whether a value is finite and of a length that can be written out."""
    return isinstance(value, Fraction) or (value.is_finite() and abs(value.adjusted()) <= _LONGEST_EXPONENT)
