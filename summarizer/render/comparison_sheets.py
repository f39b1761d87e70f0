"""A comparison as sheets: figures side by side, a row for every figure, what is derived, who reports what, the summary, the reports."""

from collections.abc import Iterator

from summarizer.compare import Cell, ComparedReport, Comparison, ComparisonRow, Derived, Figure
from summarizer.digest import unit_en
from summarizer.render.sheet import CellValue, Column, Look, Sheet, flagged, ids, number
from summarizer.verify import Verdict

__all__ = ["comparison_sheets"]

_NONE: tuple[CellValue, ...] = (None,) * 6


def comparison_sheets(comparison: Comparison) -> tuple[Sheet, ...]:
    """The comparison for a workbook; what the columns hold is said in docs/tables.md."""
    return (
        _side_by_side(comparison),
        _figures(comparison),
        _derived(comparison),
        _coverage(comparison),
        _summary(comparison),
        _reports(comparison),
    )


def _words(figure: Figure) -> str:
    return flagged(figure.figure, figure.verdict, figure.reason)


def _value(figure: Figure, value: str | None) -> CellValue:
    """What was claimed of a figure that is not supported stands in words alone, behind its flag: no sum takes it."""
    return number(value) if figure.verdict is Verdict.SUPPORTED else None


def _of_report(report: ComparedReport) -> tuple[Column, ...]:
    name = f"{report.id} {report.label}"
    return (
        Column(f"{name}: figure", 26, Look.PROSE),
        Column(f"{name}: value", 18, Look.NUMBER),
        Column(f"{name}: value_max", 12, Look.NUMBER),
        Column(f"{name}: period", 11),
        Column(f"{name}: verdict", 13, Look.VERDICT),
        Column(f"{name}: rank", 8, Look.NUMBER),
    )


def _told(cell: Cell | None) -> tuple[CellValue, ...]:
    if cell is None:
        return _NONE
    return (
        _words(cell),
        _value(cell, cell.value),
        _value(cell, cell.value_max),
        cell.period,
        cell.verdict.value,
        cell.rank,
    )


def _side_by_side(comparison: Comparison) -> Sheet:
    reports = comparison.ordered
    columns = (
        Column("indicator", 44, Look.PROSE),
        Column("category", 22),
        Column("key", 30),
        Column("unit", 8),
        Column("unit_en", 16),
        Column("aspect", 10),
        Column("shared", 9),
        *(column for report in reports for column in _of_report(report)),
    )

    def cells(row: ComparisonRow) -> tuple[CellValue, ...]:
        by_report = {cell.report: cell for cell in row.cells}
        told = (value for report in reports for value in _told(by_report.get(report.id)))
        unit = unit_en(row.unit)
        shared = len(row.cells) > 1
        return (row.label, row.category.value, row.key, row.unit, unit, row.aspect.value, shared, *told)

    # What several reports have goes first.
    ordered = sorted(comparison.rows, key=lambda row: -len(row.cells))
    return Sheet("Comparison", columns, tuple(map(cells, ordered)), fixed=1)


def _roles(row: ComparisonRow) -> Iterator[tuple[str, Figure]]:
    for cell in row.cells:
        yield "compared" if not cell.hindrance else "shown", cell
        yield from (("further", figure) for figure in cell.also)
    for change in row.changes:
        if change.stated is not None:
            yield "change_stated", change.stated


def _figures(comparison: Comparison) -> Sheet:
    columns = (
        Column("cite", 9),
        Column("report", 8),
        Column("indicator_id", 12),
        Column("indicator", 44, Look.PROSE),
        Column("key", 30),
        Column("role", 14),
        Column("figure", 26, Look.PROSE),
        Column("value", 18, Look.NUMBER),
        Column("value_max", 12, Look.NUMBER),
        Column("unit", 8),
        Column("unit_en", 16),
        Column("qualifier", 11),
        Column("aspect", 10),
        Column("period", 11),
        Column("years", 7, Look.NUMBER),
        Column("verdict", 13, Look.VERDICT),
        Column("reason", 18),
        Column("hindrance", 16),
        Column("quote", 48, Look.PROSE),
        Column("start", 8, Look.NUMBER),
        Column("end", 8, Look.NUMBER),
        Column("quote_start", 11, Look.NUMBER),
        Column("quote_end", 11, Look.NUMBER),
        Column("page", 7, Look.NUMBER),
        Column("recognised", 11),
        Column("source", 26),
        Column("source_sha256", 18),
    )
    reports = {report.id: report for report in comparison.reports}

    def values(row: ComparisonRow, role: str, figure: Figure) -> tuple[CellValue, ...]:
        good = figure.verdict is Verdict.SUPPORTED
        report = reports[figure.report]
        return (
            figure.cite,
            figure.report,
            figure.indicator_id,
            row.label,
            row.key,
            role,
            _words(figure),
            _value(figure, figure.value),
            _value(figure, figure.value_max),
            figure.unit if good else None,
            unit_en(figure.unit) if good else None,
            figure.qualifier.value if good else None,
            row.aspect.value,
            figure.period,
            figure.years,
            figure.verdict.value,
            figure.reason.value,
            figure.hindrance if isinstance(figure, Cell) else None,
            figure.quote,
            figure.start,
            figure.end,
            figure.quote_start,
            figure.quote_end,
            figure.page,
            figure.recognised,
            report.source,
            report.sha256,
        )

    rows = tuple(values(row, role, figure) for row in comparison.rows for role, figure in _roles(row))
    return Sheet("Figures", columns, rows, fixed=1)


def _derived(comparison: Comparison) -> Sheet:
    """What the program computed of the reports' figures; it stands in no column of values, so that no sum takes it for one of theirs."""
    columns = (
        Column("indicator", 44, Look.PROSE),
        Column("key", 30),
        Column("report", 8),
        Column("kind", 18),
        Column("derived", 26, Look.PROSE),
        Column("formula", 60, Look.PROSE),
        Column("cites", 24, Look.PROSE),
    )

    def made(row: ComparisonRow) -> Iterator[tuple[str, Derived]]:
        yield from ((cell.report, derived) for cell in row.cells for derived in cell.derived)
        yield from ((change.later, derived) for change in row.changes for derived in change.derived)

    rows = tuple(
        (row.label, row.key, report, derived.kind, derived.figure, derived.formula, ids(derived.cites))
        for row in comparison.rows
        for report, derived in made(row)
    )
    return Sheet("Derived", columns, rows, fixed=1)


def _coverage(comparison: Comparison) -> Sheet:
    reports = comparison.ordered
    columns = (
        Column("indicator", 44, Look.PROSE),
        Column("category", 22),
        Column("key", 30),
        *(Column(f"{report.id} {report.label}", 20) for report in reports),
    )
    rows = tuple(
        (
            entry.name_en,
            entry.category.value,
            entry.key,
            *(", ".join(entry.states.get(report.id, [])) or None for report in reports),
        )
        for entry in comparison.coverage
    )
    return Sheet("Coverage", columns, rows, fixed=1)


def _summary(comparison: Comparison) -> Sheet:
    """The sentences, below what a reader must know before."""
    columns = (
        Column("topic", 16),
        Column("text", 100, Look.PROSE),
        Column("verdict", 13, Look.VERDICT),
        Column("cites", 30, Look.PROSE),
    )
    rows: list[tuple[CellValue, ...]] = [("warning", warning, None, None) for warning in comparison.warnings]
    rows += [(told.topic, told.text, told.verdict.value, ids(told.cites)) for told in comparison.summary]
    if comparison.note:
        rows.append(("note", comparison.note, None, None))
    return Sheet("Summary", columns, tuple(rows))


def _reports(comparison: Comparison) -> Sheet:
    columns = (
        Column("id", 5),
        Column("label", 24),
        Column("kind", 20),
        Column("form", 12),
        Column("missing", 12),
        Column("title_en", 50, Look.PROSE),
        Column("title_zh", 34, Look.PROSE),
        Column("place", 20),
        Column("level", 12),
        Column("year", 8),
        Column("period", 11),
        Column("source", 26),
        Column("source_sha256", 18),
    )
    rows = tuple(
        (
            report.id,
            report.label,
            report.kind.value,
            report.form.value,
            " ".join(report.missing),
            report.title_en,
            report.title_zh,
            report.place,
            report.level.value,
            report.year,
            report.period,
            report.source,
            report.sha256,
        )
        for report in comparison.reports
    )
    return Sheet("Reports", columns, rows)
