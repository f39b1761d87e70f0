"""A workbook as a reader sees it: sheets, columns, cells with their types. Read with openpyxl, which knows nothing of how it was made."""

from functools import lru_cache
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

__all__ = ["Shown", "opened", "shown"]

Shown = str | int | float | bool | None


@lru_cache(maxsize=4)
def opened(data: bytes) -> Workbook:
    return load_workbook(BytesIO(data))


def shown(data: bytes) -> dict[str, list[dict[str, Shown]]]:
    """The rows of every sheet by the names in its first row."""
    pages: dict[str, list[dict[str, Shown]]] = {}
    for page in opened(data):
        head, *rows = page.iter_rows(values_only=True)
        names = [str(name) for name in head]
        pages[page.title] = [dict(zip(names, map(_cell, row), strict=True)) for row in rows]
    return pages


def _cell(value: object) -> Shown:
    assert value is None or isinstance(value, str | int | float | bool)
    return value
