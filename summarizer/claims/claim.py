"""Statements with a figure, each tied to the place it says it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from summarizer.claims import given
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
    key: str
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
        key: str = "",
        within: Span | None = None,
        value_text: str = "",
    ) -> None:
        fields = {
            "id": id,
            "name_zh": name_zh,
            "name_en": name_en,
            "value": given.number(value, "value"),
            "value_max": given.number(value_max, "value_max"),
            "unit": unit,
            "qualifier": given.choice(qualifier, Qualifier, "qualifier"),
            "quote": quote,
            "period": period,
            "aspect": given.choice(aspect, Aspect, "aspect"),
            "cite": cite,
            "key": key,
            "within": within,
            "value_text": value_text,
        }
        for name, value_of_field in fields.items():
            object.__setattr__(self, name, value_of_field)

    @classmethod
    def of(cls, row: Mapping[str, object]) -> Self:
        """The claim that another program states as a mapping: a line of a claims file, the fields of a model's reply.

        Missing fields and None are unknown, other fields are ignored. A value that is no number stays as text, for a verdict to
        say so. Raises ValueError for a field of the wrong type and for a qualifier or aspect that does not exist.
        """
        value, words = given.number_or_text(row.get("value"), "value")
        value_max, words_max = given.number_or_text(row.get("value_max"), "value_max")
        unit = row.get("unit")
        return cls(
            id=given.text(row.get("id"), "id"),
            name_zh=given.text(row.get("name_zh"), "name_zh"),
            name_en=given.text(row.get("name_en"), "name_en"),
            value=None if words_max else value,
            value_max=value_max,
            unit=None if unit is None else given.text(unit, "unit"),
            qualifier=given.choice(row.get("qualifier"), Qualifier, "qualifier"),
            quote=given.text(row.get("quote"), "quote"),
            period=given.text(row.get("period"), "period") or None,
            aspect=given.choice(row.get("aspect"), Aspect, "aspect"),
            value_text=words or words_max,
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
