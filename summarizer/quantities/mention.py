"""Numbers where they stand in a text, and what they count."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from summarizer.lexicon.traditional import is_traditional
from summarizer.outline import Section
from summarizer.reading import Document, Span

__all__ = [
    "Aspect",
    "Category",
    "Indicator",
    "Inventory",
    "Kind",
    "Mention",
    "Number",
    "Qualifier",
    "number_of",
    "number_text",
]

Number = Decimal | Fraction
"""An exact value: a Decimal, or a Fraction where the text itself writes one (三分之二)."""


class Kind(StrEnum):
    """What a number is. Only indicators are figures; the rest are numbers that count nothing."""

    INDICATOR = "indicator"
    DATE = "date"
    DURATION = "duration"
    ORDINAL = "ordinal"
    ENUMERATOR = "enumerator"
    NAME = "name"
    IDIOM = "idiom"
    FURNITURE = "furniture"


class Qualifier(StrEnum):
    EXACT = "exact"
    OVER = "over"
    ABOUT = "about"
    NEARLY = "nearly"
    UNDER = "under"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"
    MASKED = "masked"


class Aspect(StrEnum):
    """Whether a figure is told as done or existing, or as a target or plan."""

    REPORTED = "reported"
    PLANNED = "planned"


class Category(StrEnum):
    MEETINGS = "meetings"
    LEGISLATION = "legislation"
    SUPERVISION = "supervision"
    DECISIONS = "decisions_appointments"
    DEPUTIES = "deputies"
    SUGGESTIONS = "suggestions"
    PETITIONS = "petitions"
    STUDY_PARTY = "study_party"
    PUBLICITY = "publicity"
    ECONOMY = "livelihood_economy"
    SELF_BUILDING = "self_building"
    OTHER = "other"


def number_text(value: Number | None) -> str | None:
    """The value as JSON carries it: a plain decimal string without exponent, `"2/3"` for a fraction, None for unknown."""
    if value is None:
        return None
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def number_of(text: str | None) -> Number | None:
    """The inverse of `number_text`. Raises ValueError for anything else."""
    if text is None:
        return None
    if "/" in text:
        return Fraction(text)
    try:
        return Decimal(text)
    except ArithmeticError as error:
        raise ValueError(f"not a number: {text!r}") from error


@dataclass(frozen=True, slots=True)
class Mention:
    """A number where it stands, with qualifier and unit: `30余次`, `94.35%`, `***人次`.

    `number` is the bare number inside `span`. `value` is exact and in base units (1.2万元 is 12000 元); None where the source masks
    it or where it cannot be read (`unreadable`). `value_max` is the upper end of a range.
    """

    span: Span
    number: Span
    text: str
    kind: Kind
    value: Number | None
    value_max: Number | None = None
    unit: str = ""
    qualifier: Qualifier = Qualifier.EXACT
    unreadable: bool = False

    @property
    def masked(self) -> bool:
        return self.qualifier is Qualifier.MASKED


@dataclass(frozen=True, slots=True)
class Indicator:
    """A figure and what it counts, both as the source has them.

    `id` numbers the indicators of a document from 1 in order of the text. `name_zh` is the shortest self-sufficient phrase in the
    source's own words (`听取审议专项工作报告`); `quote` the shortest stretch that holds both the number and those words; `clause`
    the whole clause; `key` the key of the taxonomy, "" where none fits; `period` `2022`, `2018-2022` or "".
    """

    id: int
    mention: Mention
    name_zh: str
    category: Category
    aspect: Aspect
    period: str
    quote: Span
    clause: Span
    key: str = ""

    @property
    def span(self) -> Span:
        return self.mention.span


@dataclass(frozen=True, slots=True)
class Inventory:
    """Every number of a document, accounted for: what verification and the offline engine decide by."""

    doc: Document
    outline: Section
    mentions: tuple[Mention, ...]
    indicators: tuple[Indicator, ...]
    read_as: "Inventory | None" = None

    @property
    def plain(self) -> "Inventory":
        """The same inventory of the plain document (`Document.plain`): names and titles as look-ups read them, spans and ids alike."""
        return self.read_as or self

    @property
    def is_traditional(self) -> bool:
        """Whether the document is in traditional characters as a whole."""
        return self.read_as is not None and is_traditional(self.doc.text)

    def indicators_in(self, span: Span) -> tuple[Indicator, ...]:
        """The indicators whose number starts inside `span`."""
        return tuple(i for i in self.indicators if span.start <= i.span.start < span.end)

    def indicator(self, id: int) -> Indicator:
        """The indicator numbered `id`. Raises KeyError where there is none."""
        if not 1 <= id <= len(self.indicators):
            raise KeyError(id)
        return self.indicators[id - 1]
