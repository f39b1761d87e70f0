"""The figures of one of many reports: rows of a table that programs add up."""

from decimal import Decimal, localcontext
from typing import Final

from summarizer.digest import Digest
from summarizer.quantities import number_of
from summarizer.render.digest_sheets import indicator_columns, indicator_sheet
from summarizer.render.sheet import CellValue, Column, Sheet

__all__ = ["run_columns", "run_sheet"]

_FIRST: Final = (
    Column("report_id"),
    Column("report_path"),
    Column("report_body"),
    Column("report_body_zh"),
    Column("report_level"),
    Column("report_period"),
)
_EXACT: Final = (Column("value_exact"), Column("value_max_exact"))
_DIGITS: Final = 17  # as many as a floating-point number has


def run_columns() -> tuple[Column, ...]:
    """The columns of the table, as docs/batch.md tells them."""
    return (*_FIRST, *indicator_columns(), *_EXACT)


def run_sheet(digest: Digest, *, id: str, path: str) -> Sheet:
    """A row for every figure of a report: those of `indicator_sheet`, whose they are before them, the exact values behind.

    `value` is a number wherever there is one, a fraction its quotient; `value_exact` is the same as text, with every digit.
    """
    report = digest.report
    first = (id, path, report.body, report.body_zh, report.level.value, report.period)
    sheet = indicator_sheet(digest)
    places = [n for n, column in enumerate(sheet.columns) if column.name in {"value", "value_max"}]

    def row(cells: tuple[CellValue, ...]) -> tuple[CellValue, ...]:
        shown = tuple(_quotient(cell) if n in places else cell for n, cell in enumerate(cells))
        return (*first, *shown, *(_exact(cells[n]) for n in places))

    return Sheet("Figures", run_columns(), tuple(map(row, sheet.rows)))


def _quotient(cell: CellValue) -> CellValue:
    if not isinstance(cell, str):
        return cell
    value = number_of(cell)
    if value is None or isinstance(value, Decimal):
        return value
    with localcontext(prec=_DIGITS):
        return Decimal(value.numerator) / Decimal(value.denominator)


def _exact(cell: CellValue) -> CellValue:
    return f"{cell:f}" if isinstance(cell, Decimal) else cell
