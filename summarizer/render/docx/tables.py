"""Tables, facts and charts of a page as tables of Word."""

from collections.abc import Sequence
from itertools import accumulate
from unicodedata import east_asian_width

from summarizer.render.docx.element import Element, element, paragraph, run
from summarizer.render.docx.lines import Lines
from summarizer.render.page import Chart, Facts, Flag, Line, Table, plain

__all__ = ["TEXT_WIDTH", "chart", "facts", "table"]

TEXT_WIDTH = 9638
"""Between the margins of the page, in twentieths of a point."""

_FACT_NAMES = 2200
# A chart: names, bars of so many equal steps, figures.
_STEPS, _STEP = 40, 90
_NAMES = 3200
_BAR, _FLAGGED_BAR = "4A7A96", "C58B8B"
# A column is never narrower or wider than for so many characters.
_NARROW, _WIDE = 8, 42
_PADDING = 2


def table(block: Table, lines: Lines) -> Element:
    """A table with its row of headings, which stands on every page that the table goes on to; no row is parted by a page's end."""
    widths = _widths(block.widths or _needed(block))

    def row(texts: Sequence[Line], style: str, right: str) -> list[Element]:
        return [
            _cell([paragraph(right if at in block.right else style, *lines.runs(text))], width)
            for at, (text, width) in enumerate(zip(texts, widths, strict=True))
        ]

    head = _row(row(block.head, "TableHead", "TableNumberHead"), head=True)
    rows = [_row(row(texts, "TableText", "TableNumber")) for texts in block.rows]
    return _table("ReportTable", widths, [head, *rows], headed=True)


def facts(block: Facts, lines: Lines) -> Element:
    """Names on the left, their values on the right, without rules."""
    widths = [_FACT_NAMES, TEXT_WIDTH - _FACT_NAMES]
    rows = [
        _row(
            [
                _cell([paragraph("TableText", run(name, "Strong"))], widths[0]),
                _cell([paragraph("TableText", *lines.runs(value))], widths[1]),
            ]
        )
        for name, value in block.pairs
    ]
    return _table("PlainTable", widths, rows)


def chart(block: Chart, lines: Lines) -> Element:
    """A row for every bar: its name, the bar as a shaded cell, the figure in words. Without a figure there is no bar."""
    figures = TEXT_WIDTH - _NAMES - _STEPS * _STEP
    rows = []
    for bar in block.bars:
        steps = 0 if bar.share is None else max(1, round(min(bar.share, 1) * _STEPS)) if bar.share > 0 else 0
        fill = _FLAGGED_BAR if any(isinstance(part, Flag) for part in bar.figure) else _BAR
        cells = [_cell([paragraph("ChartText", run(bar.label))], _NAMES)]
        if steps:
            cells.append(_cell([paragraph("ChartText")], steps * _STEP, span=steps, fill=fill))
        if steps < _STEPS:
            left = _STEPS - steps
            cells.append(_cell([paragraph("ChartText")], left * _STEP, span=left))
        cells.append(_cell([paragraph("ChartText", *lines.runs(bar.figure))], figures))
        rows.append(_row(cells))
    return _table("PlainTable", [_NAMES, *[_STEP] * _STEPS, figures], rows)


def _table(style: str, widths: Sequence[int], rows: Sequence[Element], *, headed: bool = False) -> Element:
    look = {"firstRow": "1" if headed else "0", "lastRow": "0", "firstColumn": "0", "lastColumn": "0", "noHBand": "1", "noVBand": "1"}  # fmt: skip
    properties = element(
        "tblPr",
        element("tblStyle", val=style),
        element("tblW", w=str(sum(widths)), type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblLook", val="0620" if headed else "0600", **look),
    )
    grid = element("tblGrid", *(element("gridCol", w=str(width)) for width in widths))
    return element("tbl", properties, grid, *rows)


def _row(cells: Sequence[Element], *, head: bool = False) -> Element:
    properties = element("trPr", element("cantSplit"), *([element("tblHeader")] if head else []))
    return element("tr", properties, *cells)


def _cell(content: Sequence[Element], width: int, *, span: int = 1, fill: str = "") -> Element:
    properties = [element("tcW", w=str(width), type="dxa")]
    if span > 1:
        properties.append(element("gridSpan", val=str(span)))
    if fill:
        # White rules keep one bar from touching the next.
        rules = (
            element(side, val="single", sz="24", space="0", color="FFFFFF") for side in ("top", "bottom")
        )
        properties += [element("tcBorders", *rules), element("shd", val="clear", color="auto", fill=fill)]
    return element("tc", element("tcPr", *properties), *content)


def _needed(block: Table) -> list[int]:
    """How wide the columns want to be: as their longest text, within bounds."""
    columns = zip(block.head, *block.rows, strict=True)
    return [min(max(_NARROW, *(_across(text) + _PADDING for text in column)), _WIDE) for column in columns]


def _across(line: Line) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in plain(line))


def _widths(shares: Sequence[int]) -> list[int]:
    """The shares of the text's width, which they fill exactly."""
    whole = sum(shares)
    ends = [TEXT_WIDTH * end // whole for end in accumulate(shares)]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]
