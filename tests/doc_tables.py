"""The pages of the documentation, their tables as test cases, and the small sources that their examples are about."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from summarizer.pipeline import survey
from summarizer.quantities import Inventory
from summarizer.reading import Document, Source

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *(ROOT / folder / "README.md" for folder in ("bench", "examples")),
    *sorted(DOCS.rglob("*.md")),
]
"""Every page that people write."""

Row = dict[str, str]


def page_name(page: Path) -> str:
    """What a page is called in the names of tests."""
    return page.relative_to(ROOT).as_posix()


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
