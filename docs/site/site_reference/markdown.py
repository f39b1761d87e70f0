"""Markdown tables, written and read."""

import re
from collections.abc import Iterable, Iterator, Sequence

__all__ = ["code", "rows_of", "table", "text"]

_CELL_END = re.compile(r"(?<!\\)\|")


def text(plain: str) -> str:
    """Plain text for a cell; code in backticks stays code."""
    return plain.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*").replace("\n", " ")


def code(plain: str) -> str:
    """Code for a cell; nothing where there is none."""
    return f"`{plain}`".replace("|", "\\|") if plain else ""


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table whose cells are Markdown already."""
    lines = [header, ["---"] * len(header), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def rows_of(page: str, *columns: str) -> Iterator[dict[str, str]]:
    """The rows of a page's tables that have these columns, each cell as the Markdown it is."""
    header: list[str] = []
    for line in page.splitlines():
        cells = [cell.strip() for cell in _CELL_END.split(line)[1:-1]] if line.startswith("|") else []
        if not cells or not header:
            header = cells
        elif set(columns) <= set(header) and not set(line) <= set("|- "):
            yield dict(zip(header, cells, strict=True))
