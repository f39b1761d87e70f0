"""What other programs state of a claim, as plain values → the types of this one."""

from decimal import Decimal
from enum import Enum, StrEnum
from fractions import Fraction
from typing import TypeVar

from summarizer.quantities import Number, number_of

__all__ = ["GivenNumber", "choice", "number", "number_or_text", "text"]

GivenNumber = Number | int | float | str
"""A value as programs hold it. Text is decimal (`"94.35"`) or a fraction (`"2/3"`); a float counts by the digits it prints."""

_LONGEST_EXPONENT = 60  # 1e999999999 is a short text and a figure of a thousand million digits

_Choice = TypeVar("_Choice", bound=StrEnum)


def number(given: GivenNumber | None, field: str) -> Number | None:
    """The exact value, None for None. Raises ValueError, naming the field, for what is no number."""
    if isinstance(given, Decimal | Fraction) and _written_out(given):
        return given
    found, words = number_or_text(given, field)
    if words:
        raise ValueError(
            f"{field!r} is {words!r}, which is no number (digits such as '19', '94.35' or '2/3')"
        )
    return found


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


def text(given: object, field: str) -> str:
    """The text or number as text, an enum's value for the enum, "" for None. Raises ValueError for anything else."""
    plain = given.value if isinstance(given, Enum) else given
    if plain is None:
        return ""
    if isinstance(plain, bool) or not isinstance(plain, str | int | float | Decimal | Fraction):
        raise ValueError(f"{field!r} is not a text")
    return str(plain)


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
