"""Statements with a figure, each tied to the place it says it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Self

from summarizer.claims import given
from summarizer.lexicon import plain
from summarizer.prompting import Sentence
from summarizer.quantities import Aspect, Number, Qualifier, number_text
from summarizer.reading import Span

__all__ = ["Claim", "SentenceClaim"]


@dataclass(frozen=True, slots=True, init=False)
class Claim:
    """One row to be checked. Fields that the claimant did not give are None or "".

    `value` and `value_max` are in base units (1.2万元 is 12000 元) and may be given as text, `qualifier` and `aspect` as their
    words; ValueError says what cannot be read. `cite` is the id of the indicator it cites; `quote` the source words it rests on,
    verbatim. `within` limits the search to the section or chunk the claim was made about. `value_text` keeps a value that is no
    number, for the message.
    """

    id: str
    name_zh: str
    name_en: str
    value: Number | None
    value_max: Number | None
    unit: str | None
    qualifier: Qualifier | None
    quote: str
    period: str | None
    aspect: Aspect | None
    cite: int | None
    within: Span | None
    value_text: str

    def __init__(
        self,
        id: str = "",
        name_zh: str = "",
        name_en: str = "",
        value: given.GivenNumber | None = None,
        value_max: given.GivenNumber | None = None,
        unit: str | None = None,
        qualifier: Qualifier | str | None = None,
        quote: str = "",
        period: str | None = None,
        aspect: Aspect | str | None = None,
        cite: int | None = None,
        within: Span | None = None,
        value_text: str = "",
    ) -> None:
        hedge = given.choice(qualifier, Qualifier, "qualifier")
        figure = given.figure(value, value_max, unit, hedge)
        if figure.wrong[1]:
            raise given.refused(figure.wrong[1], figure.wrong[0])
        values = {
            "id": id,
            "name_zh": given.words(name_zh, "name_zh"),
            "name_en": given.words(name_en, "name_en"),
            "value": figure.value,
            "value_max": figure.value_max,
            "unit": figure.unit,
            "qualifier": figure.qualifier,
            "quote": given.words(quote, "quote"),
            "period": given.period(period),
            "aspect": given.choice(aspect, Aspect, "aspect"),
            "cite": cite,
            "within": within,
            "value_text": value_text,
        }
        for name, value_of_field in values.items():
            object.__setattr__(self, name, value_of_field)

    @classmethod
    def of(cls, row: object) -> Self:
        """The claim that another program states: a line of a claims file, the fields of a model's reply, a pydantic model, a dataclass.

        Missing fields and None are unknown, other fields are ignored. A value that is no number stays as text, for a verdict to
        say so. Raises ValueError for a field of the wrong type and for a qualifier or aspect that does not exist, TypeError for
        what has no fields.
        """
        stated = _fields(row)
        unit = stated.get("unit")
        qualifier = given.choice(stated.get("qualifier"), Qualifier, "qualifier")
        unit = None if unit is None else given.words(unit, "unit")
        figure = given.figure(stated.get("value"), stated.get("value_max"), unit, qualifier)
        return cls(
            id=given.text(stated.get("id"), "id"),
            name_zh=given.words(stated.get("name_zh"), "name_zh"),
            name_en=given.words(stated.get("name_en"), "name_en"),
            value=figure.value,
            value_max=figure.value_max,
            unit=figure.unit,
            qualifier=figure.qualifier,
            quote=given.words(stated.get("quote"), "quote"),
            period=given.period(stated.get("period")),
            aspect=given.choice(stated.get("aspect"), Aspect, "aspect"),
            value_text=figure.wrong[1],
        )

    def plain(self, *, wholly: bool = False) -> Self:
        """The claim with its Chinese as look-ups read it (`Inventory.plain`); itself where that is how it is written.

        `wholly` tells that the report is in traditional characters, and so what is taken from it.
        """
        known = wholly or None
        name, quote = plain(self.name_zh, wholly=known), plain(self.quote, wholly=known)
        return (
            self if (name, quote) == (self.name_zh, self.quote) else replace(self, name_zh=name, quote=quote)
        )

    @property
    def figure(self) -> str:
        """The figure as its writer has it: `over 30 次`, `2-3 %`; `no value` where there is none."""
        value = number_text(self.value) or self.value_text or "no value"
        top = number_text(self.value_max)
        plain = self.qualifier in (None, Qualifier.EXACT)
        qualifier = "" if plain or self.qualifier is None else self.qualifier.value.replace("_", " ")
        parts = (qualifier, f"{value}-{top}" if top else value, self.unit or "")
        return " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class SentenceClaim:
    """One English sentence to be checked against the stretch it was written about."""

    sentence: Sentence
    within: Span


def _fields(row: object) -> Mapping[str, object]:
    """The fields of a mapping, a pydantic model or a dataclass. Raises TypeError for anything else."""
    if isinstance(row, Mapping):
        return row
    dump = getattr(row, "model_dump", None)
    if callable(dump) and not isinstance(row, type):
        dumped = dump()
        if isinstance(dumped, Mapping):
            return dumped
    if is_dataclass(row) and not isinstance(row, type):
        return {field.name: getattr(row, field.name) for field in fields(row)}
    raise TypeError(
        f"a claim is a Claim, a mapping with its fields, a pydantic model or a dataclass, not {type(row).__name__}"
    )
