"""A comparison in Markdown: table by category, summary with footnotes, closing account."""

from collections.abc import Sequence

from summarizer.compare import Cell, ComparedReport, Comparison, ComparisonRow
from summarizer.digest import period_en
from summarizer.quantities import Category
from summarizer.render.escape import inline, window
from summarizer.render.tables import CATEGORIES
from summarizer.verify import Verdict

__all__ = ["comparison_markdown"]

_QUOTE_WIDTH = 60


def comparison_markdown(comparison: Comparison) -> str:
    """The comparison as Markdown with footnotes, ending in a line feed; text of reports and files is escaped.

    A missing figure is –. Flagged, masked and derived figures say so; a derived one stands only in a cell's note.
    """
    names = " · ".join(inline(report.label) for report in comparison.reports)
    notes = [_note(sentence.cites, comparison) for sentence in comparison.summary]
    blocks = [
        f"# Comparison: {names}",
        "\n".join(_reports(comparison)),
        "## Summary",
        "\n".join(
            f"{number}. {inline(sentence.text)}{f'[^{number}]' if note else ''}"
            for number, (sentence, note) in enumerate(zip(comparison.summary, notes, strict=True), start=1)
        ),
        f"*{inline(comparison.note)}*" if comparison.note else "",
        "## Figures side by side",
        *_tables(comparison),
        f"*{_count(comparison)}*",
        "\n".join(f"[^{number}]: {note}" for number, note in enumerate(notes, start=1) if note),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _reports(comparison: Comparison) -> list[str]:
    lines = []
    for report in comparison.reports:
        title = inline(report.title_en or report.title_zh or "Untitled report")
        period = inline(period_en(report.period or report.year))
        covers = f", {period}" if period else ""
        lines += [f"- **{report.id}** {title}{covers}", f"  - Source file: {inline(report.source)}"]
    return lines


def _cell(cell: Cell) -> str:
    flag = "" if cell.verdict is Verdict.SUPPORTED else f"[!{cell.reason.value}] "
    notes = [inline(period_en(cell.period))] if cell.period else []
    if cell.per_year:
        notes.append(f"per year: {inline(cell.per_year)}, derived")
    if cell.others:
        notes.append("one of several")
    told = f" ({'; '.join(notes)})" if notes else ""
    return f"{flag}{inline(cell.figure)}{told}"


def _row(row: ComparisonRow, reports: Sequence[str]) -> list[str]:
    cells = {cell.report: _cell(cell) for cell in row.cells}
    name = f"{row.label[:1].upper()}{row.label[1:]}"
    return [inline(name), *(cells.get(report, "–") for report in reports)]


def _column(report: ComparedReport) -> str:
    name = report.label.removesuffix(f" ({report.id})").removesuffix(f"report {report.id}")
    return f"{report.id} · {inline(name)}" if name else report.id


def _tables(comparison: Comparison) -> list[str]:
    if not comparison.rows:
        return ["None of the reports has a figure that the taxonomy of comparable indicators knows."]
    ids = [report.id for report in comparison.reports]
    head = ["Indicator", *map(_column, comparison.reports)]
    blocks = []
    for category in Category:
        rows = [row for row in comparison.rows if row.category is category]
        if rows:
            # What several reports have goes first.
            ordered = sorted(rows, key=lambda row: -len(row.cells))
            blocks += [
                f"### {CATEGORIES[category]}",
                _table(head, [_row(row, ids) for row in ordered]),
            ]
    return blocks


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows))


def _count(comparison: Comparison) -> str:
    counts = comparison.counts
    return (
        f"Counted by the program: {counts.rows:,} rows, {counts.shared:,} with figures of more than one report, "
        f"{counts.compared:,} compared; {counts.others:,} figures stand behind another of the same report, "
        f"{counts.without_key:,} have no key in the taxonomy of comparable indicators."
    )


def _note(cites: Sequence[str], comparison: Comparison) -> str:
    """Where the figures of a sentence stand, report by report."""
    cells = {cell.cite: cell for row in comparison.rows for cell in row.cells}
    parts = []
    report = ""
    for cite in cites:
        cell = cells[cite]
        place = f"{cell.quote_start}–{cell.quote_end}"
        if cell.report != report:
            report = cell.report
            place = f"{report}, characters {place}"
        start = cell.start - cell.quote_start
        quote = window(cell.quote, start, start + cell.end - cell.start, width=_QUOTE_WIDTH)
        parts.append(f"{place}: “{inline(quote)}”")
    return "; ".join(parts)
