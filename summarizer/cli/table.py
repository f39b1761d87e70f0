"""Tables for people: drawn by rich on a terminal, plain aligned columns everywhere else. Chinese counts two columns a character."""

import io
import os
import shutil
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer.cli.streams import is_terminal, one_line
from summarizer.config import ColorWhen

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["clip", "table"]

_VERDICT_STYLES = {
    "supported": "green",
    "imprecise": "yellow",
    "ambiguous": "yellow",
    "unsupported": "red",
    "contradicted": "bold red",
}

_NARROW = 14  # columns of the terminal; cells up to this width keep to one line and leave the wrapping to longer ones
_WIDE = 40  # columns; a longer cell shifts what follows it in its own line, not in every other


def table(
    headers: Sequence[str], rows: Sequence[Sequence[str]], *, color: ColorWhen, sentences: bool = False
) -> str:
    """The rows under their headers, one or more lines each, ending in a line break. Nothing in a cell steers the terminal.

    Where the last column is of `sentences`, a terminal has it below the other cells of its row, over the whole width.
    """
    cells = [[one_line(cell) for cell in row] for row in rows]
    terminal = is_terminal(sys.stdout)
    if not terminal and color != "always":
        return _plain(headers, cells)
    colored = color == "always" or (color == "auto" and not os.environ.get("NO_COLOR"))
    return (_stacked if sentences else _drawn)(headers, cells, colored=colored)


def clip(text: str, longest: int) -> str:
    """The text on one line, cut where it has more characters than that."""
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _plain(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    from rich.cells import cell_len

    lines = [headers, *rows]
    widths = [
        max(width for line in lines if (width := cell_len(line[column])) <= _WIDE or line is headers)
        for column in range(len(headers))
    ]
    padded = (
        "  ".join(cell + " " * (width - cell_len(cell)) for cell, width in zip(line, widths, strict=True))
        for line in lines
    )
    return "".join(f"{line.rstrip()}\n" for line in padded)


def _drawn(headers: Sequence[str], rows: Sequence[Sequence[str]], *, colored: bool) -> str:
    from rich import box
    from rich.cells import cell_len
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=box.SIMPLE_HEAD, header_style="bold", pad_edge=False, padding=(0, 1, 0, 0))
    for column, header in enumerate(headers):
        widest = max(cell_len(cell) for cell in (header, *(row[column] for row in rows)))
        drawn.add_column(header, overflow="fold", no_wrap=widest <= _NARROW)
    for row in rows:
        drawn.add_row(*(Text(cell, style=_VERDICT_STYLES.get(cell, "")) for cell in row))
    return _printed([drawn], colored=colored)


def _stacked(headers: Sequence[str], rows: Sequence[Sequence[str]], *, colored: bool) -> str:
    """Each row in two: its short cells, then the long ones below them, over the whole width."""
    from rich.cells import cell_len
    from rich.padding import Padding
    from rich.text import Text

    *short, _ = range(len(headers))
    widths = [
        max(width for row in (headers, *rows) if (width := cell_len(row[column])) <= _WIDE or row is headers)
        for column in short
    ]
    found: list[RenderableType] = []
    for row in (headers, *rows):
        style = "bold" if row is headers else ""
        line = Text(overflow="fold")
        for column, width in zip(short, widths, strict=True):
            cell = row[column]
            line.append(cell, style=style or _VERDICT_STYLES.get(cell, ""))
            line.append(" " * (max(width - cell_len(cell), 0) + 2))
        line.rstrip()
        found += [line, Padding(Text(row[-1], style=style, overflow="fold"), (0, 0, 0, 4), expand=False)]
    return _printed(found, colored=colored)


def _printed(what: "Sequence[RenderableType]", *, colored: bool) -> str:
    from rich.console import Console

    console = Console(
        file=io.StringIO(),
        force_terminal=colored,
        color_system="standard" if colored else None,
        no_color=not colored,
        width=shutil.get_terminal_size().columns,
        legacy_windows=False,
    )
    with console.capture() as capture:
        for renderable in what:
            console.print(renderable)
    return (
        "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines()) if not colored else capture.get()
    )
