"""docs/tables.md names every column of every sheet, in order, and no other."""

import re
from pathlib import Path

import pytest
from digest_builder import linjiang

from summarizer.compare import comparison
from summarizer.render import comparison_sheets, digest_sheets
from summarizer.render.sheet import Sheet

PAGE = (Path(__file__).parent.parent.parent / "docs" / "tables.md").read_text(encoding="utf-8")
SHEETS = (*digest_sheets(linjiang()), *comparison_sheets(comparison([linjiang()])))


def _section(name: str) -> str:
    (found,) = re.findall(rf"^## {name}\n(.*?)(?=^## |\Z)", PAGE, flags=re.M | re.S)
    return str(found)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_the_columns_of_a_sheet_are_told_in_order(sheet: Sheet) -> None:
    told = (
        re.findall(r"^\| `([^`]+)` \|", _section(sheet.name), flags=re.M)
        or re.findall(r"`(\w+)`", _section(sheet.name))[:2]
    )
    names = [re.sub(r"^A [^:]+", "A …", column.name) for column in sheet.columns]
    assert told == names
