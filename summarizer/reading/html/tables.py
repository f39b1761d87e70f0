"""Tables: those that hold data, whose rows are lines, and those that only set the page."""

from summarizer.reading.html.tree import Node

__all__ = ["is_data", "rows_of"]

_MOST_COLUMNS = 60  # beyond these, cells over several rows are not kept account of
_LONGEST_CELL = 120  # characters; more is a paragraph that a table puts in its place


def is_data(table: Node) -> bool:
    """Whether the cells of a row belong together.

    At least two rows have two cells with text, none of those cells is as long as a paragraph, and no table stands inside. Pages
    of the years before style sheets are set in tables from top to bottom, and fail one of these.
    """
    if table.holds_table:
        return False
    together = 0
    for row in table.children:
        filled = _filled(row)
        if len(filled) < 2:
            continue
        if any(cell.size > _LONGEST_CELL for cell in filled):
            return False
        together += 1
    return together >= 2


def _filled(row: Node | str) -> list[Node]:
    if isinstance(row, str) or row.tag != "tr":
        return []
    return [
        cell for cell in row.children if isinstance(cell, Node) and cell.tag in {"td", "th"} and cell.size
    ]


def rows_of(table: Node) -> list[list[tuple[int, Node]]]:
    """The cells with text of each row, with the column each begins in; a cell over several rows stands in its first.

    What stands beside rows and cells (a caption, stray text) is not among them.
    """
    taken: dict[int, int] = {}  # column → rows below that a cell above still covers
    rows: list[list[tuple[int, Node]]] = []
    for row in table.children:
        if isinstance(row, str) or row.tag != "tr":
            continue
        found: list[tuple[int, Node]] = []
        below = {column: left - 1 for column, left in taken.items() if left > 1}
        column = 0
        for cell in row.children:
            if isinstance(cell, str) or cell.tag not in {"td", "th"}:
                continue
            while taken.get(column):
                column += 1
            if cell.size:
                found.append((column, cell))
            if cell.rows > 1:
                for covered in range(column, min(column + cell.columns, _MOST_COLUMNS)):
                    below[covered] = cell.rows - 1
            column += cell.columns
        taken = below
        rows.append(found)
    return rows
