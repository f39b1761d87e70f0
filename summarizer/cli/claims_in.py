"""Claims as other programs and saved digests state them → `Claim`."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from summarizer.errors import InputError

if TYPE_CHECKING:
    from summarizer.claims import Claim, SentenceClaim
    from summarizer.digest import Digest, DigestIndicator
    from summarizer.quantities import Inventory, Number

__all__ = ["claim_of_indicator", "claim_of_json", "claims_of_sentences"]

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
        cite=_standing_at(row, inventory),
        key=row.key,
        value_text=value_text or max_text,
    )


def claims_of_sentences(digest: "Digest", inventory: "Inventory") -> "Iterator[tuple[str, SentenceClaim]]":
    """The sentences of a digest as claims, each with a name such as `s3.2`: the second sentence of section 3, from 0.

    A citation of a row that stands nowhere in the source is none, so that the number it was to bear out finds no evidence.
    """
    from summarizer.claims import SentenceClaim
    from summarizer.prompting import Sentence
    from summarizer.reading import Span

    rows = {row.id: _standing_at(row, inventory) for row in digest.indicators}
    length = len(inventory.doc.text)
    for number, section in enumerate(digest.sections):
        for place, sentence in enumerate(section.sentences, start=1):
            cites = tuple(id for cite in sentence.cites if (id := rows.get(cite)) is not None)
            cited = [inventory.indicator(id).span for id in cites]
            within = Span(
                max(0, min([section.start, *(span.start for span in cited)])),
                min(length, max([section.end, *(span.end for span in cited)])),
            )
            yield f"s{number}.{place}", SentenceClaim(Sentence(sentence.text, cites), within)


def _standing_at(row: "DigestIndicator", inventory: "Inventory") -> int | None:
    """The indicator of the source that a row gives its place and characters of."""
    here = (row.start, row.end, row.text)
    return next(
        (i.id for i in inventory.indicators if (i.span.start, i.span.end, i.mention.text) == here), None
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
