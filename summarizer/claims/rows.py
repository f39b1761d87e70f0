"""`Draft` → claims to be checked."""

import re
from decimal import Decimal
from typing import Final

from summarizer.chunks import Chunk
from summarizer.claims.claim import Claim, SentenceClaim
from summarizer.prompting import Draft, Row
from summarizer.quantities import Inventory, Number, Qualifier, number_of

__all__ = ["claims_in", "sentence_claims_in"]

_LONGEST_VALUE: Final = 60
_LARGEST_EXPONENT: Final = 40
_SEPARATED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")


def claims_in(draft: Draft, chunk: Chunk, inventory: Inventory) -> list[Claim]:
    """One claim for each row of `draft`, named `c<chunk>r<row>` and limited to the chunk.

    A row that cites an indicator takes from it what the recogniser knows: unit, aspect, period, and the quote. The value stays
    the row's own, for it is what is to be checked; one that is no number is kept in `value_text`.
    """
    return [
        _claim(row, f"c{chunk.number}r{number}", chunk, inventory)
        for number, row in enumerate(draft.rows, start=1)
    ]


def sentence_claims_in(draft: Draft, chunk: Chunk) -> list[SentenceClaim]:
    """One claim for each sentence of `draft`, limited to the chunk."""
    return [SentenceClaim(sentence=sentence, within=chunk.span) for sentence in draft.sentences]


def _claim(row: Row, id: str, chunk: Chunk, inventory: Inventory) -> Claim:
    cited = inventory.indicator(row.cite) if row.cite is not None else None
    unit = cited.mention.unit if cited else row.unit
    value, value_max = _number(row.value, unit), _number(row.value_max, unit)
    unread = [
        text for text, number in ((row.value, value), (row.value_max, value_max)) if text and number is None
    ]
    return Claim(
        id=id,
        name_zh=row.name_zh,
        name_en=row.name_en,
        value=value,
        value_max=value_max,
        unit=unit,
        qualifier=_qualifier(row.qualifier),
        quote=cited.quote.of(inventory.doc.text) if cited else row.quote,
        period=cited.period if cited else None,
        aspect=cited.aspect if cited else None,
        cite=row.cite,
        within=chunk.span,
        value_text="–".join(unread),
    )


def _number(text: str | None, unit: str | None) -> Number | None:
    """The number that a row's value says, None where it says none. Never one whose size alone could do harm."""
    if text is None or len(text) > _LONGEST_VALUE:
        return None
    bare = text.strip()
    if unit == "%":
        bare = bare.removesuffix("%").rstrip()
    if _SEPARATED.fullmatch(bare):
        bare = bare.replace(",", "")
    try:
        number = number_of(bare)
    except (ValueError, ZeroDivisionError):
        return None
    if isinstance(number, Decimal) and not (
        number.is_finite() and abs(number.adjusted()) <= _LARGEST_EXPONENT
    ):
        return None
    return number


def _qualifier(text: str) -> Qualifier | None:
    """The qualifier of that name, None where there is none such: then it counts as not given."""
    try:
        return Qualifier(text.strip().lower().replace(" ", "_").replace("-", "_"))
    except ValueError:
        return None
