"""A table before it has a format: typed cells under named columns, what CSV and XLSX are written from."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from summarizer.quantities import number_of
from summarizer.render.page import Flag
from summarizer.verify import Reason, Verdict

__all__ = ["CellValue", "Column", "Look", "Sheet", "flagged", "ids", "number"]

CellValue = str | int | Decimal | bool | None
"""What one cell holds; None where there is nothing to say."""


class Look(StrEnum):
    """How a column is set."""

    WORD = "word"
    PROSE = "prose"
    NUMBER = "number"
    VERDICT = "verdict"


@dataclass(frozen=True, slots=True)
class Column:
    """A column by the name that programs know it by; `width` in characters."""

    name: str
    width: int = 12
    look: Look = Look.WORD


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table; every row has as many cells as there are columns. The first `fixed` columns stay in sight."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[CellValue, ...], ...]
    fixed: int = 0

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(f"a row of {self.name!r} has not the {len(self.columns)} cells of its columns")


def number(value: str | None) -> CellValue:
    """A value of a digest as a number; a fraction, which no number cell holds exactly, as its text.

    >>> number("94.35"), number("2/3")
    (Decimal('94.35'), '2/3')
    """
    read = number_of(value)
    return read if isinstance(read, Decimal) else value


def flagged(text: str, verdict: Verdict, reason: Reason) -> str:
    """The text as it may be printed: behind its flag unless it is supported."""
    return text if verdict is Verdict.SUPPORTED else Flag(reason.value).text + text


def ids(cites: Sequence[str]) -> str:
    """What a sentence cites, in one cell."""
    return ", ".join(cites)
