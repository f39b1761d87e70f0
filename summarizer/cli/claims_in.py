"""Claims as other programs and saved digests state them → `Claim`."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from summarizer.errors import InputError

if TYPE_CHECKING:
    from summarizer.claims import Claim
    from summarizer.digest import DigestIndicator
    from summarizer.quantities import Inventory, Number

__all__ = ["claim_of_indicator", "claim_of_json"]

_LONGEST_EXPONENT = 60  # 1e999999999 is a short text and a figure of a thousand million digits

_Choice = TypeVar("_Choice", bound=StrEnum)


def claim_of_json(row: Mapping[str, Any], *, where: str) -> "Claim":
    """The claim in one line of a claims file. Missing fields are unknown; a value that is no number stays as text.

    Raises InputError for a field of the wrong type and for a qualifier or aspect that does not exist.
    """
    from summarizer.claims import Claim
    from summarizer.quantities import Aspect, Qualifier

    value, value_text = _number(row, "value", where)
    value_max, max_text = _number(row, "value_max", where)
    return Claim(
        id=_text(row, "id", where),
        name_zh=_text(row, "name_zh", where),
        name_en=_text(row, "name_en", where),
        value=None if max_text else value,
        value_max=value_max,
        unit=_text(row, "unit", where) if row.get("unit") is not None else None,
        qualifier=_choice(row, "qualifier", Qualifier, where),
        quote=_text(row, "quote", where),
        period=_text(row, "period", where) or None,
        aspect=_choice(row, "aspect", Aspect, where),
        value_text=value_text or max_text,
    )


def claim_of_indicator(row: "DigestIndicator", inventory: "Inventory") -> "Claim":
    """The claim that a digest's row makes: this figure, at this place of the source, in these words of it."""
    from summarizer.claims import Claim

    value, value_text = _parsed(row.value)
    value_max, max_text = _parsed(row.value_max)
    cite = next(
        (
            i.id
            for i in inventory.indicators
            if (i.span.start, i.span.end, i.mention.text) == (row.start, row.end, row.text)
        ),
        None,
    )
    return Claim(
        id=row.id,
        name_zh=row.name_zh,
        name_en=row.name_en,
        value=None if max_text else value,
        value_max=value_max,
        unit=row.unit,
        qualifier=row.qualifier,
        quote=row.quote,
        period=row.period or None,
        aspect=row.aspect,
        cite=cite,
        key=row.key,
        value_text=value_text or max_text,
    )


def _text(row: Mapping[str, Any], name: str, where: str) -> str:
    value = row.get(name)
    if value is None:
        return ""
    if isinstance(value, bool | dict | list):
        raise InputError(f"{name!r} is not a text", where=where)
    return str(value)


def _number(row: Mapping[str, Any], name: str, where: str) -> "tuple[Number | None, str]":
    value = row.get(name)
    return (None, "") if value is None else _parsed(_text(row, name, where))


def _parsed(text: str | None) -> "tuple[Number | None, str]":
    """The number, or None and the text of what is none."""
    from summarizer.quantities import number_of

    if text is None:
        return None, ""
    try:
        number = number_of(text.strip())
    except (ValueError, ZeroDivisionError):
        return None, text
    if isinstance(number, Decimal) and not (
        number.is_finite() and abs(number.adjusted()) <= _LONGEST_EXPONENT
    ):
        return None, text
    return number, ""


def _choice(row: Mapping[str, Any], name: str, choices: type[_Choice], where: str) -> _Choice | None:
    text = _text(row, name, where)
    if not text:
        return None
    try:
        return choices(text)
    except ValueError as error:
        known = ", ".join(choices)
        raise InputError(f"there is no {name} {text!r}", where=where, hint=f"there are: {known}") from error
