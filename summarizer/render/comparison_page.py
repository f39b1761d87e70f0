"""A comparison, as a page: warnings, summary, charts, tables, derived figures, who reports what, closing account."""

from collections.abc import Iterable, Mapping, Sequence

from summarizer.compare import (
    Cell,
    Change,
    ComparedReport,
    Comparison,
    ComparisonRow,
    Derivation,
    Figure,
    Topic,
)
from summarizer.digest import period_en
from summarizer.quantities import Category
from summarizer.reading import Form
from summarizer.render.comparison_charts import chart_of
from summarizer.render.escape import window
from summarizer.render.evidence import NoteStyle, place_in_source
from summarizer.render.page import (
    Block,
    Bullets,
    Chinese,
    Flag,
    Heading,
    Inline,
    Item,
    Line,
    Note,
    NoteMark,
    Notice,
    Page,
    Paragraph,
    Run,
    Style,
    Table,
    line,
)
from summarizer.render.tables import CATEGORIES
from summarizer.verify import Verdict

__all__ = ["side_by_side"]

_QUOTE_WIDTH = 60
_NONE = "–"
_LEADS: Mapping[Topic, str] = {
    "shared": "In common.",
    "trend": "Over the years.",
    "differences": "Where they differ.",
    "outliers": "What stands out.",
    "same": "Alike.",
    "alone": "In one report alone.",
    "plans": "Plans.",
    "not_compared": "Not set side by side.",
    "model": "",
}
_ARRANGEMENTS = {
    "trend": "The same place over the years: columns are ordered by year, and the last one tells how each figure changed.",
    "ranking": (
        "Different places in the same period: the last column orders them from the highest figure to the lowest. "
        "= stands between equal figures, ≈ where the qualifiers leave the order open."
    ),
    "mixed": "",
}
_FORMS = {Form.FULL: "", Form.GUIDE: " (guide)", Form.INFOGRAPHIC: " (infographic)"}
_DERIVED: Mapping[Derivation, str] = {
    "per_year": "a year",
    "per_10000_people": "for each 10,000 people",
    "converted": "in another unit",
}


def side_by_side(comparison: Comparison, notes: NoteStyle = NoteStyle.FULL) -> Page:
    """The comparison as a page, with the notes that are asked for. A missing figure is –; flagged, masked and derived figures say so.

    What the program computed stands behind the word `derived` with its formula in a table of its own.
    """
    evidence = _Notes(comparison, notes)
    names = " · ".join(report.label for report in comparison.ordered)
    summary = _summary(comparison, evidence)
    blocks: list[Block] = [
        Heading(1, line(f"Comparison: {names}")),
        *(Notice("Before comparing:", line(warning)) for warning in comparison.warnings),
        Bullets(tuple(_report(report) for report in comparison.ordered)),
        *summary,
        Heading(2, line("Figures side by side")),
        *_tables(comparison),
        *_derived(comparison),
        *_further(comparison),
        *_coverage(comparison),
        Paragraph(line(_count(comparison)), aside=True),
    ]
    return Page(title=f"Comparison: {names}", blocks=tuple(blocks), notes=evidence.told())


class _Notes:
    """Where the figures of the sentences stand, report by report; equal citations share a note."""

    def __init__(self, comparison: Comparison, style: NoteStyle) -> None:
        self._style = style
        self._figures = {figure.cite: figure for row in comparison.rows for figure in row.figures}
        self._numbers: dict[tuple[str, ...], int] = {}

    def mark(self, cites: Iterable[str]) -> Line:
        known = tuple(cite for cite in cites if cite in self._figures)
        if not known or self._style is NoteStyle.NONE:
            return ()
        return (NoteMark(self._numbers.setdefault(known, len(self._numbers) + 1)),)

    def told(self) -> tuple[Note, ...]:
        return tuple(
            Note(number, self._note([self._figures[c] for c in cites]))
            for cites, number in self._numbers.items()
        )

    def _note(self, figures: Sequence[Figure]) -> Line:
        parts: list[Inline] = []
        report = ""
        for figure in sorted(figures, key=lambda figure: figure.report):
            lead = "" if figure.report == report else figure.report
            report = figure.report
            place = place_in_source(lead, figure)
            parts += line(f"{'; ' if parts else ''}{place}")
            if self._style is NoteStyle.FULL:
                parts += line(": “", Chinese(_quoted(figure)), "”")
        return tuple(parts)


def _quoted(figure: Figure) -> str:
    start = figure.start - figure.quote_start
    return window(figure.quote, start, start + figure.end - figure.start, width=_QUOTE_WIDTH)


def _report(report: ComparedReport) -> Item:
    title = line(report.title_en or (Chinese(report.title_zh) if report.title_zh else "Untitled report"))
    period = period_en(report.period or report.year)
    covers = f", {period}" if period else ""
    part = " (incomplete)" if report.missing else ""
    name = (Run(report.id, Style.STRONG), Run(" "), *title, Run(f"{covers}{_FORMS[report.form]}{part}"))
    return Item(name, (line(f"Source file: {report.source}"),))


def _summary(comparison: Comparison, notes: _Notes) -> list[Block]:
    items = []
    topic: Topic | None = None
    for sentence in comparison.summary:
        lead = _LEADS[sentence.topic] if sentence.topic != topic else ""
        topic = sentence.topic
        strong = (Run(lead, Style.STRONG), Run(" ")) if lead else ()
        items.append(Item((*strong, Run(sentence.text), *notes.mark(sentence.cites))))
    blocks: list[Block] = [Heading(2, line("Summary"))]
    if items:
        blocks.append(Bullets(tuple(items), ordered=True))
    if comparison.note:
        blocks.append(Paragraph(line(comparison.note), aside=True))
    return blocks


def _flag(figure: Figure) -> Line:
    return () if figure.verdict is Verdict.SUPPORTED else (Flag(figure.reason.value),)


def _cell(cell: Cell) -> Line:
    notes = [period_en(cell.period)] if cell.period else []
    for derived in cell.derived:
        if derived.kind == "converted":
            notes.append(f"{derived.figure}, derived")
        else:
            kind = "per year" if derived.kind == "per_year" else "per 10,000 people"
            notes.append(f"{kind}: {derived.figure}, derived")
    if cell.also:
        notes.append("one of several")
    return (*_flag(cell), *line(cell.figure, f" ({'; '.join(notes)})" if notes else ""))


def _column(report: ComparedReport) -> str:
    name = report.label.removesuffix(f" ({report.id})").removesuffix(f"report {report.id}")
    return f"{report.id} · {name}" if name else report.id


def _name(text: str) -> Line:
    return line(f"{text[:1].upper()}{text[1:]}")


def _moved(change: Change) -> str:
    """`up 1 (about 14.3 percent), derived`; what the report itself states goes before."""
    if change.stated is not None:
        return f"{'down' if change.falling else 'up'} {change.stated.figure}, as the report states"
    if change.direction == "same":
        return "no change"
    if not change.derived:
        return "not certain" if change.direction == "unclear" else change.direction
    amount, *percent = (derived.figure.replace("−", "") for derived in change.derived)
    return f"{change.direction} {amount}{f' ({percent[0]})' if percent else ''}, derived"


def _change(row: ComparisonRow) -> Line:
    """The change from year to year; with three or more years one for each step."""
    return line("; ".join(_moved(change) for change in row.changes) or _NONE)


def _ranking(row: ComparisonRow, labels: Mapping[str, str]) -> Line:
    """`Datong › Xiangtan = Linjiang`: from the highest to the lowest."""
    ranked = sorted((cell for cell in row.compared if cell.rank is not None), key=lambda cell: cell.rank or 0)
    told = ""
    for before, cell in zip([None, *ranked], ranked, strict=False):
        if before is not None:
            equal = (before.value, before.unit, before.qualifier) == (cell.value, cell.unit, cell.qualifier)
            told += " › " if before.rank != cell.rank else " = " if equal else " ≈ "
        told += labels[cell.report]
    return line(told or _NONE)


def _row(row: ComparisonRow, comparison: Comparison) -> tuple[Line, ...]:
    cells = {cell.report: _cell(cell) for cell in row.cells}
    told = [cells.get(report.id, line(_NONE)) for report in comparison.ordered]
    match comparison.arrangement:
        case "trend":
            told.append(_change(row))
        case "ranking":
            told.append(_ranking(row, {report.id: report.label for report in comparison.reports}))
        case _:
            pass
    return (_name(row.label), *told)


def _tables(comparison: Comparison) -> list[Block]:
    if not comparison.rows:
        return [
            Paragraph(
                line("None of the reports has a figure that the taxonomy of comparable indicators knows.")
            )
        ]
    last = {"trend": ["Change"], "ranking": ["From highest to lowest"]}.get(comparison.arrangement, [])
    head = tuple(line(title) for title in ["Indicator", *map(_column, comparison.ordered), *last])
    how = _ARRANGEMENTS[comparison.arrangement]
    blocks: list[Block] = [Paragraph(line(how))] if how else []
    for category in Category:
        # What several reports have goes first.
        rows = sorted(
            (row for row in comparison.rows if row.category is category), key=lambda row: -len(row.cells)
        )
        if rows:
            told = tuple(_row(row, comparison) for row in rows)
            charts = [comparison.rows[at] for at in comparison.charts]
            blocks += [
                Heading(3, line(CATEGORIES[category])),
                *(chart_of(row, comparison.ordered) for row in charts if row.category is category),
                Table(head, told, across=True),
            ]
    return blocks


def _derived(comparison: Comparison) -> list[Block]:
    """What the program computed, with the formula; nothing else in the page is computed but for the account."""
    labels = {report.id: report.label for report in comparison.reports}
    rows = []
    for row in comparison.rows:
        told = [(cell.report, _DERIVED[d.kind], d.formula) for cell in row.cells for d in cell.derived]
        told += [
            (change.later, "change", "; ".join(derived.formula for derived in change.derived))
            for change in row.changes
            if change.derived and change.direction != "same"
        ]
        rows += [
            (_name(row.label), line(f"derived: {formula}"), line(what), line(labels[report]))
            for report, what, formula in told
        ]
    if not rows:
        return []
    head = tuple(line(title) for title in ("Indicator", "Derived", "What", "Report"))
    return [
        Heading(2, line("Derived figures")),
        Paragraph(
            line("Computed by the program from figures of the reports; none of them stands in a report.")
        ),
        Table(head, tuple(rows)),
    ]


def _further(comparison: Comparison) -> list[Block]:
    """The figures that stand behind another of the same report."""
    labels = {report.id: report.label for report in comparison.reports}
    rows = [
        (
            _name(row.label),
            (*_flag(figure), *line(figure.figure)),
            line(labels[figure.report]),
            line(period_en(figure.period) or _NONE),
            (Chinese(_quoted(figure)),),
        )
        for row in comparison.rows
        for cell in row.cells
        for figure in cell.also
    ]
    if not rows:
        return []
    head = tuple(line(title) for title in ("Indicator", "Figure", "Report", "Period", "In the source"))
    return [
        Heading(2, line("Further figures of the same kind")),
        Paragraph(line("Parts, other periods and repetitions, which are not set beside other reports.")),
        Table(head, tuple(rows)),
    ]


def _coverage(comparison: Comparison) -> list[Block]:
    if not comparison.coverage:
        return []
    ids = [report.id for report in comparison.ordered]
    head = tuple(line(title) for title in ["Indicator", *map(_column, comparison.ordered)])
    blocks: list[Block] = [Heading(2, line("Who reports what"))]
    for category in Category:
        rows = [
            (_name(entry.name_en), *(line(", ".join(entry.states[id]) or _NONE) for id in ids))
            for entry in comparison.coverage
            if entry.category is category
        ]
        if rows:
            blocks += [Heading(3, line(CATEGORIES[category])), Table(head, tuple(rows), across=True)]
    return blocks


def _count(comparison: Comparison) -> str:
    counts = comparison.counts
    return (
        f"Counted by the program: {counts.rows:,} rows, {counts.shared:,} with figures of more than one report, "
        f"{counts.compared:,} compared; {counts.others:,} figures stand behind another of the same report, "
        f"{counts.without_key:,} have no key in the taxonomy of comparable indicators."
    )
