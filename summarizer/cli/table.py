"""Tables for people: drawn by rich on a terminal, plain aligned columns everywhere else. Chinese counts two columns a character."""

import io
import os
import shutil
import sys
from collections.abc import Sequence

from summarizer.cli.streams import is_terminal, one_line
from summarizer.config import ColorWhen

__all__ = ["table"]

_VERDICT_STYLES = {
    "supported": "green",
    "imprecise": "yellow",
    "ambiguous": "yellow",
    "unsupported": "red",
    "contradicted": "bold red",
}

_NARROW = 14  # columns of the terminal; cells up to this width keep to one line and leave the wrapping to longer ones


def table(headers: Sequence[str], rows: Sequence[Sequence[str]], *, color: ColorWhen) -> str:
    """The rows under their headers, one or more lines each, ending in a line break. Nothing in a cell steers the terminal."""
    cells = [[one_line(cell) for cell in row] for row in rows]
    terminal = is_terminal(sys.stdout)
    if color == "always" or (terminal and color == "auto"):
        return _drawn(headers, cells, colored=color == "always" or not os.environ.get("NO_COLOR"))
    if terminal:
        return _drawn(headers, cells, colored=False)
    return _plain(headers, cells)


def _plain(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    from rich.cells import cell_len

    lines = [headers, *rows]
    widths = [max(cell_len(line[column]) for line in lines) for column in range(len(headers))]
    padded = (
        "  ".join(cell + " " * (width - cell_len(cell)) for cell, width in zip(line, widths, strict=True))
        for line in lines
    )
    return "".join(f"{line.rstrip()}\n" for line in padded)


def _drawn(headers: Sequence[str], rows: Sequence[Sequence[str]], *, colored: bool) -> str:
    from rich import box
    from rich.cells import cell_len
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=box.SIMPLE_HEAD, header_style="bold", pad_edge=False, padding=(0, 1, 0, 0))
    for column, header in enumerate(headers):
        widest = max(cell_len(cell) for cell in (header, *(row[column] for row in rows)))
        drawn.add_column(header, overflow="fold", no_wrap=widest <= _NARROW)
    for row in rows:
        drawn.add_row(*(Text(cell, style=_VERDICT_STYLES.get(cell, "")) for cell in row))
    console = Console(
        file=io.StringIO(),
        force_terminal=colored,
        color_system="standard" if colored else None,
        no_color=not colored,
        width=shutil.get_terminal_size().columns,
        legacy_windows=False,
    )
    with console.capture() as capture:
        console.print(drawn)
    return capture.get()
