"""The rows of a comparison that are worth a chart, as charts."""

from collections.abc import Sequence

from summarizer.compare import Cell, ComparedReport, ComparisonRow, value_of
from summarizer.digest import period_en
from summarizer.render.page import Bar, Chart, Flag, Line, line
from summarizer.verify import Verdict

__all__ = ["chart_of"]


def chart_of(row: ComparisonRow, reports: Sequence[ComparedReport]) -> Chart:
    """A bar for every report in their order; without a length where the figure is not compared, and the figure says why."""
    longest = max((value_of(cell) for cell in row.compared), default=0)
    cells = {cell.report: cell for cell in row.cells}
    bars = []
    for report in reports:
        cell = cells.get(report.id)
        share = float(value_of(cell) / longest) if cell and not cell.hindrance and longest else None
        bars.append(Bar(report.label, share, _told(cell)))
    return Chart(f"{row.label[:1].upper()}{row.label[1:]}", tuple(bars))


def _told(cell: Cell | None) -> Line:
    if cell is None:
        return line("not reported")
    flag = () if cell.verdict is Verdict.SUPPORTED else (Flag(cell.reason.value),)
    period = f" ({period_en(cell.period)})" if cell.period else ""
    return (*flag, *line(f"{cell.figure}{period}"))
