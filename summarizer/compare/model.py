"""The comparison of several reports, and its JSON form.

These are the types behind `schemas/comparison.schema.json`; field descriptions are its documentation. Numeric values are decimal
strings in base units, as in the digests compared.
"""

from collections.abc import Iterator
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from summarizer.quantities import Aspect, Category, Qualifier
from summarizer.reading import Form, Level, Missing, ReportKind
from summarizer.verify import Reason, Verdict

__all__ = [
    "COMPARISON_VERSION",
    "Arrangement",
    "Cell",
    "Change",
    "ComparedReport",
    "Comparison",
    "ComparisonRow",
    "Counts",
    "Coverage",
    "CoverageState",
    "Derivation",
    "Derived",
    "Figure",
    "Hindrance",
    "SummarySentence",
    "Topic",
]

COMPARISON_VERSION: Literal["1.0"] = "1.0"

Hindrance = Literal[
    "", "alone", "masked", "flagged", "unreadable", "range", "unit", "period_unknown", "period_length"
]
Arrangement = Literal["trend", "ranking", "mixed"]
Derivation = Literal["per_year", "per_10000_people", "converted", "difference", "percent_change"]
CoverageState = Literal["reported", "planned", "masked", "flagged", "unreadable"]
Topic = Literal[
    "shared", "trend", "differences", "outliers", "same", "alone", "plans", "not_compared", "model"
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
    form: Form = Field(description="The report itself, or a guide or infographic of it")
    missing: list[Missing] = Field(default_factory=list, description="Parts that its file was cut off from")
    source: str = Field(description="Name of the file its digest was made from")
    sha256: str = Field(description="SHA-256 of that file, hexadecimal")


class Derived(_Part):
    """A figure that the program computed from figures of the reports, never one of theirs."""

    kind: Derivation
    figure: str = Field(description="In English; `about` where the division was rounded")
    value: str = Field(description="To one decimal where it does not come out even")
    formula: str = Field(description="How it was computed, with the figures of the reports")
    cites: list[str] = Field(description="The figures it was computed from: A:i3 is indicator i3 of report A")


class Figure(_Part):
    """A figure of one of the reports, with its place there."""

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
    quote: str = Field(description="The source's characters that hold the figure and what it counts")
    quote_start: int
    quote_end: int
    start: int = Field(description="The figure in the source")
    end: int
    page: int | None = Field(
        default=None, description="The page it stands on, from 1; null for a file without pages"
    )
    recognised: bool = Field(default=False, description="Whether that page was recognised from a picture")

    @property
    def cite(self) -> str:
        return f"{self.report}:{self.indicator_id}"


class Cell(Figure):
    """One report's figure for a row: its headline one, where it has several."""

    hindrance: Hindrance = Field(
        description="Why the figure is set against no other: alone (no other report has one), masked, flagged, unreadable, range, "
        "unit (the others count in another one), period_unknown, period_length; empty where it is compared"
    )
    rank: int | None = Field(
        default=None,
        description="In a ranking, 1 for the highest of the figures compared. Figures share a rank where they are equal or where "
        "their qualifiers leave the order open; null elsewhere",
    )
    derived: list[Derived] = Field(
        default_factory=list,
        description="The figure by the years of its period, or for each 10,000 people that the report counts in its place",
    )
    also: list[Figure] = Field(
        default_factory=list, description="Further figures of this report with the same key, unit and aspect"
    )

    @property
    def others(self) -> int:
        """How many further figures stand behind this one."""
        return len(self.also)

    @property
    def per_year(self) -> str:
        """The figure by the years of its period, "" where none is due."""
        return next((derived.figure for derived in self.derived if derived.kind == "per_year"), "")


class Change(_Part):
    """From one report to a later one about the same place."""

    earlier: str = Field(description="Id in reports")
    later: str = Field(description="Id in reports")
    direction: Literal["up", "down", "same", "unclear"] = Field(
        description="unclear: the qualifiers of the figures leave it open"
    )
    stated: Figure | None = Field(
        description="The change as the later report states it itself; it goes before what is derived"
    )
    falling: bool = Field(default=False, description="Whether the change stated is a decrease")
    derived: list[Derived] = Field(description="Empty unless both figures are exact")


class ComparisonRow(_Part):
    """Figures of one taxonomy key, unit and aspect; a report without one has no cell."""

    key: str
    name_en: str = Field(description="What the key stands for")
    label: str = Field(description="name_en, told apart from rows of the same name by aspect and unit")
    category: Category
    unit: str = Field(
        description="The unit of most of the cells; others may write it in another measure word"
    )
    aspect: Aspect
    cells: list[Cell]
    changes: list[Change] = Field(default_factory=list, description="In a trend, from each year to the next")

    @property
    def compared(self) -> list[Cell]:
        """The cells set against each other; empty or at least two."""
        return [cell for cell in self.cells if not cell.hindrance]

    @property
    def figures(self) -> Iterator[Figure]:
        """Every figure of the row: the cells, what stands behind them, and the changes stated."""
        for cell in self.cells:
            yield cell
            yield from cell.also
        for change in self.changes:
            if change.stated is not None:
                yield change.stated


class Coverage(_Part):
    """Which of the reports has a figure for one taxonomy key, and of what sort."""

    key: str
    name_en: str
    category: Category
    states: dict[str, list[CoverageState]] = Field(
        description="By id of the report; empty where it has no figure of this key"
    )


class SummarySentence(_Part):
    """One English sentence; its figures are those of the cells it cites."""

    topic: Topic = Field(description="What the sentence is about; model where a model wrote it")
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
    arrangement: Arrangement = Field(
        description="trend: one place and kind of report over several years; ranking: different places for one period; else mixed"
    )
    warnings: list[str] = Field(
        description="Why the reports, or some of them, should not be set side by side without thought; to be shown on top"
    )
    reports: list[ComparedReport]
    rows: list[ComparisonRow]
    coverage: list[Coverage]
    charts: list[int] = Field(description="Indices of the rows worth a chart, the most telling first")
    summary: list[SummarySentence]
    note: str = Field(description="Why the summary is shorter than usual, or not a model's; else empty")
    counts: Counts

    @property
    def ordered(self) -> list[ComparedReport]:
        """The reports as they are to be shown: those of a trend by year, else as given."""
        if self.arrangement == "trend":
            return sorted(self.reports, key=lambda report: report.period or report.year)
        return self.reports
