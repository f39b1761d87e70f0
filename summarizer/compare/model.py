"""The comparison of several reports, and its JSON form.

These are the types behind `schemas/comparison.schema.json`; field descriptions are its documentation. Numeric values are decimal
strings in base units, as in the digests compared.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from summarizer.quantities import Aspect, Category, Qualifier
from summarizer.reading import Level, ReportKind
from summarizer.verify import Reason, Verdict

__all__ = [
    "COMPARISON_VERSION",
    "Cell",
    "ComparedReport",
    "Comparison",
    "ComparisonRow",
    "Counts",
    "Hindrance",
    "SummarySentence",
]

COMPARISON_VERSION: Literal["1.0"] = "1.0"

Hindrance = Literal[
    "", "alone", "masked", "flagged", "unreadable", "range", "unit", "period_unknown", "period_length"
]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class ComparedReport(_Part):
    """One of the reports, in the order given."""

    id: str = Field(description="A, B, C and so on")
    label: str = Field(
        description="What sentences call it: its place, with year, kind or letter where needed"
    )
    kind: ReportKind
    title_en: str
    title_zh: str
    place: str
    level: Level
    year: str
    period: str
    source: str = Field(description="Name of the file its digest was made from")
    sha256: str = Field(description="SHA-256 of that file, hexadecimal")


class Cell(_Part):
    """One report's figure for a row."""

    report: str = Field(description="Id in reports")
    indicator_id: str = Field(description="Id of the indicator in that report's digest")
    figure: str = Field(description="The figure in English, with qualifier and unit")
    value: str | None
    value_max: str | None
    unit: str
    qualifier: Qualifier
    period: str
    years: int | None = Field(description="Length of the period; null where the report does not say")
    verdict: Verdict
    reason: Reason
    hindrance: Hindrance = Field(
        description="Why the figure is set against no other: alone (no other report has one), masked, flagged, unreadable, range, "
        "unit (the others count in another one), period_unknown, period_length; empty where it is compared"
    )
    per_year: str = Field(
        description="Derived: the figure by the years of its period, to one decimal; empty where none is due"
    )
    others: int = Field(description="Further figures of this report with the same key, unit and aspect")
    quote: str = Field(description="The source's characters that hold the figure and what it counts")
    quote_start: int
    quote_end: int
    start: int = Field(description="The figure in the source")
    end: int

    @property
    def cite(self) -> str:
        return f"{self.report}:{self.indicator_id}"


class ComparisonRow(_Part):
    """Figures of one taxonomy key, unit and aspect; a report without one has no cell."""

    key: str
    name_en: str = Field(description="What the key stands for")
    label: str = Field(description="name_en, told apart from rows of the same name by aspect and unit")
    category: Category
    unit: str = Field(description="The unit of the first cell; others may write it in another measure word")
    aspect: Aspect
    cells: list[Cell]

    @property
    def compared(self) -> list[Cell]:
        """The cells set against each other; empty or at least two."""
        return [cell for cell in self.cells if not cell.hindrance]


class SummarySentence(_Part):
    """One English sentence; its figures are those of the cells it cites."""

    text: str
    cites: list[str] = Field(description="A:i3 is indicator i3 of report A")
    verdict: Verdict


class Counts(_Part):
    """What the program counted in making the comparison; no figures of any report."""

    rows: int
    shared: int = Field(description="Rows with figures of more than one report")
    compared: int = Field(description="Rows whose figures are set against each other")
    others: int = Field(description="Figures left out because their report has another one for the row")
    without_key: int = Field(description="Figures that no key of the taxonomy fits")


class Comparison(_Part):
    """Several reports side by side, by taxonomy key, unit and aspect."""

    schema_version: Literal["1.0"] = COMPARISON_VERSION
    reports: list[ComparedReport]
    rows: list[ComparisonRow]
    summary: list[SummarySentence]
    note: str = Field(description="Why the summary is shorter than usual; empty where it is not")
    counts: Counts
