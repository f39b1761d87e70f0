"""The tables of the pages in docs/ as test cases, and the small sources that their examples are about."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from summarizer.pipeline import survey
from summarizer.quantities import Inventory
from summarizer.reading import Document, Source

DOCS = Path(__file__).parent.parent / "docs"

Row = dict[str, str]


def rows(page: str, *columns: str) -> Iterator[Row]:
    """The rows of the page's tables that have these columns, as texts without backticks."""
    header: list[str] = []
    for line in (DOCS / page).read_text(encoding="utf-8").splitlines():
        cells = [cell.strip().strip("`") for cell in line[1:-1].split("|")] if line.startswith("|") else []
        if not cells:
            header = []
        elif not header:
            header = cells
        elif set(columns) <= set(header) and not set(line) <= set("|- "):
            yield dict(zip(header, cells, strict=True))


def named(page: str, *columns: str) -> list[object]:
    found = [
        pytest.param(row, id=f"{n}-{row[columns[0]][:24]}") for n, row in enumerate(rows(page, *columns), 1)
    ]
    assert found, f"{page} has no table with the columns {columns}"
    return list(found)


def source_of(text: str) -> Inventory:
    return survey(Document(text, Source("docs", "", "text/plain", "utf-8")))
