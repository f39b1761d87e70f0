"""A sheet as CSV that a spreadsheet opens as it is meant: no cell is taken for a formula, a date or a cell of its own."""

import csv
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import assert_never

from summarizer.render.escape import one_line
from summarizer.render.sheet import CellValue, Column, Sheet

__all__ = ["csv_head", "csv_rows", "csv_text"]

# As OWASP's "CSV Injection" has it, with the full-width forms that Excel takes for the same signs.
_FORMULA = "=+\\-@＝＋－＠"
# `2/3` would be shown as the second of March and 12:30 as a time; a span of years is neither.
_DATE = r"\d{1,4}\s*[-/:]\s*\d{1,4}$"
# Its own mark is guarded too, so that taking away one mark always gives the text back.
_GUARDED = re.compile(rf"['\t\r\n{_FORMULA}]|(?!\d{{4}}-\d{{4}}$){_DATE}")
# Where Excel ends a cell at a semicolon (Germany, France), quotation marks do not hold it together.
_ENDS_A_CELL = re.compile(rf";(?=[\s'\"]*[{_FORMULA}])")
_GUARD = "'"
_MARK = "\ufeff"


def csv_text(sheet: Sheet) -> str:
    """The sheet as CSV: a byte order mark, commas, CRLF, the names of the columns first.

    Numbers stand as they are, booleans as TRUE and FALSE, nothing as an empty cell. Text is on one line; where a spreadsheet would
    make something else of it, it has a `'` before it.
    """
    return csv_head(sheet.columns) + csv_rows(sheet)


def csv_head(columns: Sequence[Column]) -> str:
    """How the CSV of a sheet with these columns begins: the mark and the names."""
    return _MARK + _lines([[_guarded(column.name) for column in columns]])


def csv_rows(sheet: Sheet) -> str:
    """The rows alone, for a file that holds those of many sheets."""
    return _lines([_written(cell) for cell in row] for row in sheet.rows)


def _lines(rows: Iterable[Sequence[str]]) -> str:
    lines: list[str] = []
    csv.writer(_Sink(lines), lineterminator="\r\n").writerows(rows)
    return "".join(lines)


class _Sink:
    """What the writer of the standard library writes to: a list, no file."""

    def __init__(self, lines: list[str]) -> None:
        self.write = lines.append


def _written(cell: CellValue) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "TRUE" if cell else "FALSE"
        case int():
            return str(cell)
        case Decimal():
            return f"{cell:f}"
        case str():
            return _guarded(one_line(cell))
        case _:
            assert_never(cell)


def _guarded(text: str) -> str:
    apart = _ENDS_A_CELL.sub("；", text)
    return _GUARD + apart if _GUARDED.match(apart) else apart
