"""What CSV and workbooks say outside flags, evidence notes and the closing account, read from what was written."""

import csv
from collections.abc import Iterable, Mapping
from io import BytesIO
from zipfile import ZipFile

from workbook_dump import shown

__all__ = ["derived_in_workbook", "is_workbook", "told_in_csv", "told_in_workbook"]

# Where a figure stands, in which file, and what it was before it was put right.
_EVIDENCE = frozenset(
    "id message text quote start end quote_start quote_end page evidence before repair source source_sha256 cite cites report indicator_id "
    "years rank".split()
)
_NOT_TOLD = ("source: ", "engine: ", "account: ")


def _told(rows: Iterable[Mapping[str, object]], *, but: Iterable[str] = _EVIDENCE) -> list[str]:
    """The cells in words and numbers, without the flagged."""
    left_out = frozenset(but)
    return [
        str(cell)
        for row in rows
        for name, cell in row.items()
        if name not in left_out and cell is not None and not str(cell).startswith("[!")
    ]


def told_in_csv(text: str) -> str:
    rows = list(csv.DictReader(text.removeprefix("\ufeff").splitlines(keepends=True)))
    return "\n".join(_told(rows))


def told_in_workbook(data: bytes) -> str:
    told: list[str] = []
    for name, rows in shown(data).items():
        match name:
            case "Flagged" | "Derived":
                continue
            case "Report":
                told += _told(row for row in rows if not str(row["fact"]).startswith(_NOT_TOLD))
            case "Sentences" | "Summary":
                told += _told(rows, but=_EVIDENCE - {"text"})
            case _:
                told += [column for row in rows[:1] for column in row if column not in _EVIDENCE]
                told += _told(rows)
    return "\n".join(told)


def is_workbook(data: bytes) -> bool:
    with ZipFile(BytesIO(data)) as file:
        return "xl/workbook.xml" in file.namelist()


def derived_in_workbook(data: bytes) -> str:
    """The formulas of what a comparison derives, as its other formats print them."""
    return "\n".join(f"derived: {row['formula']}" for row in shown(data).get("Derived", []))
