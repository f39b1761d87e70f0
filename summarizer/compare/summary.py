"""The comparison in five English sentences, written by rules, each citing the figures it rests on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from summarizer.compare.model import Cell, ComparedReport, ComparisonRow, Hindrance, SummarySentence
from summarizer.compare.order import above, equal, ratio
from summarizer.quantities import Aspect
from summarizer.verify import Verdict

__all__ = ["LENGTH", "summary"]

LENGTH = 5

_MOST_NAMED = 4
_MOST_OF_EACH = 3
_RATES = frozenset({"%", "个百分点"})
_REASONS: Mapping[Hindrance, str] = {
    "period_length": "the periods differ in length",
    "masked": "the source masks a figure",
    "flagged": "a figure is flagged",
    "unreadable": "a figure cannot be read",
    "range": "a figure is a range",
    "unit": "the units differ",
    "period_unknown": "a period is not stated",
}


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence: `place` orders the summary, the lower `rank` is kept where there are more than five."""

    rank: int
    place: int
    text: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class _Gap:
    row: ComparisonRow
    high: Cell
    low: Cell
    ratio: Fraction


def _listed(parts: Sequence[str]) -> str:
    if len(parts) < 3:
        return " and ".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def _listed_shortly(names: Iterable[str], most: int = _MOST_OF_EACH) -> str:
    """The first names; that there are more is said, not how many."""
    all_of_them = list(names)
    if len(all_of_them) > most:
        return f"{', '.join(all_of_them[:most])} and others"
    return _listed(all_of_them)


def _names(rows: Sequence[ComparisonRow], most: int = _MOST_NAMED) -> str:
    return _listed_shortly([row.label for row in rows], most)


def _plain(row: ComparisonRow) -> str:
    """The label without the unit."""
    return f"{row.name_en} (planned)" if row.aspect is Aspect.PLANNED else row.name_en


def _when(cell: Cell) -> str:
    return f" ({cell.period.replace('-', '–')})" if cell.period else ""


def _given(row: ComparisonRow) -> list[Cell]:
    """The cells whose figure holds and has a value."""
    return [c for c in row.cells if c.verdict is Verdict.SUPPORTED and c.value is not None]


def _cells(rows: Sequence[ComparisonRow], most: int = _MOST_NAMED) -> tuple[Cell, ...]:
    return tuple(cell for row in rows[:most] for cell in _given(row))


def _shared(rows: Sequence[ComparisonRow], reports: Sequence[ComparedReport]) -> list[_Said]:
    everywhere = [row for row in rows if len(_given(row)) == len(reports)]
    shared = everywhere or [row for row in rows if len(_given(row)) > 1]
    if not shared:
        return []
    if not everywhere:
        who = "Some of the reports share"
    else:
        who = "Both reports give" if len(reports) == 2 else "All the reports give"
    return [_Said(0, 0, f"{who} figures for {_names(shared)}.", _cells(shared))]


def _gaps(rows: Sequence[ComparisonRow], reports: Sequence[ComparedReport]) -> list[_Gap]:
    """Rows by how far their highest and lowest figures lie apart, the widest first; results before plans.

    Between places of different levels rates go first: that a province has more of everything than a district says nothing.
    """
    levels = {report.level for report in reports}
    gaps = []
    for row in rows:
        cells = row.compared
        pairs = [(h, lo, ratio(h, lo)) for h in cells for lo in cells if above(h, lo)]
        known = [_Gap(row, high, low, times) for high, low, times in pairs if times is not None]
        if known:
            gaps.append(max(known, key=lambda gap: gap.ratio))
    return sorted(
        gaps,
        key=lambda gap: (
            gap.row.aspect is Aspect.PLANNED,
            len(levels) > 1 and gap.row.unit not in _RATES,
            -gap.ratio,
        ),
    )


def _gap_sentences(rows: Sequence[ComparisonRow], reports: Sequence[ComparedReport]) -> list[_Said]:
    labels = {report.id: report.label for report in reports}
    said = []
    gaps = _gaps(rows, reports)
    for index, gap in enumerate(gaps[:3]):
        widest = all(gap.ratio >= other.ratio for other in gaps)
        first = "The widest gap is in" if widest else "A wide gap is in"
        lead = (first, "Another gap is in", "A third is in")[index]
        figures = (
            f"{gap.high.figure} in {labels[gap.high.report]}{_when(gap.high)} against "
            f"{gap.low.figure} in {labels[gap.low.report]}{_when(gap.low)}"
        )
        said.append(
            _Said(
                1 if index == 0 else 6 + index, 1, f"{lead} {gap.row.label}: {figures}.", (gap.high, gap.low)
            )
        )
    return said


def _highest(row: ComparisonRow) -> str:
    """The report whose figure is certainly above all others; "" where none is."""
    cells = row.compared
    for cell in cells:
        if all(other is cell or above(cell, other) for other in cells):
            return cell.report if len(cells) > 1 else ""
    return ""


def _who_is_higher(rows: Sequence[ComparisonRow], reports: Sequence[ComparedReport]) -> list[_Said]:
    leading = {report.id: [row for row in rows if _highest(row) == report.id] for report in reports}
    parts: list[str] = []
    cells: list[Cell] = []
    for report in reports:
        if leading[report.id]:
            degree = "higher" if len(reports) == 2 else "highest"
            verb = "" if parts else f" has the {degree} figure"
            parts.append(f"{report.label}{verb} for {_names(leading[report.id])}")
            cells += [cell for row in leading[report.id][:_MOST_NAMED] for cell in row.compared]
    return [_Said(2, 2, f"{'; '.join(parts)}.", tuple(cells))] if parts else []


def _equals(rows: Sequence[ComparisonRow]) -> list[_Said]:
    """Up to three sentences: reports that are much alike have little else to tell."""
    same = [row for row in rows if row.compared and all(equal(row.compared[0], c) for c in row.compared)]
    said = []
    for index, start in enumerate(range(0, min(len(same), 3 * _MOST_NAMED), _MOST_NAMED)):
        shown = same[start : start + _MOST_NAMED]
        named = _listed([f"{row.label} ({row.compared[0].figure})" for row in shown])
        lead = ("The same figure is given for", "The same holds for", "It holds as well for")[index]
        cells = tuple(cell for row in shown for cell in row.compared)
        said.append(_Said(5 + 10 * index, 3, f"{lead} {named}.", cells))
    return said


def _alone(rows: Sequence[ComparisonRow], report: ComparedReport) -> list[ComparisonRow]:
    return [row for row in rows if [(c.report, c.hindrance) for c in row.cells] == [(report.id, "alone")]]


def _only_one(rows: Sequence[ComparisonRow], reports: Sequence[ComparedReport]) -> list[_Said]:
    parts: list[str] = []
    cells: list[Cell] = []
    for report in reports:
        own = _alone(rows, report)
        if own:
            gives = "" if parts else " gives figures"
            parts.append(f"only {report.label}{gives} for {_names(own, _MOST_OF_EACH)}")
            cells += _cells(own, _MOST_OF_EACH)
    return [_Said(3, 4, f"{'; '.join(parts)}.", tuple(cells))] if parts else []


def _leads(rows: Sequence[ComparisonRow], reports: Sequence[ComparedReport]) -> list[_Said]:
    """For each report some of the figures that stand in it alone."""
    said = []
    for index, report in enumerate(reports):
        own = [row for row in _alone(rows, report) if row.aspect is Aspect.REPORTED][:_MOST_OF_EACH]
        if own:
            cells = _cells(own)
            named = "; ".join(f"{r.label}, {c.figure}{_when(c)}" for r, c in zip(own, cells, strict=True))
            said.append(_Said(10 + index, 5, f"Among the figures of {report.label} alone: {named}.", cells))
    return said


def _plans(rows: Sequence[ComparisonRow], labels: Mapping[str, str]) -> list[_Said]:
    planned = [(row, cell) for row in rows if row.aspect is Aspect.PLANNED for cell in _given(row)]
    if not planned:
        return []
    shown = planned[:_MOST_NAMED]
    named = "; ".join(
        f"{row.name_en}, {cell.figure} in {labels[cell.report]}{_when(cell)}" for row, cell in shown
    )
    return [_Said(9, 6, f"Planned: {named}.", tuple(cell for _, cell in shown))]


def _not_compared(rows: Sequence[ComparisonRow], labels: Mapping[str, str]) -> list[_Said]:
    """What stands in several reports and could not be set against each other, by reason."""
    parts: list[str] = []
    cited: list[Cell] = []
    shared = [row for row in rows if len(row.cells) > 1 or row.cells[0].hindrance == "unit"]
    for hindrance, why in _REASONS.items():
        hindered = [row for row in shared if any(cell.hindrance == hindrance for cell in row.cells)]
        if not hindered:
            continue
        shown = hindered[:_MOST_OF_EACH]
        cells = [
            c for row in shown for c in row.cells if hindrance == "period_length" or c.hindrance == hindrance
        ]
        where = dict.fromkeys(labels[cell.report] for cell in cells)
        place = "" if hindrance in {"period_length", "unit"} else f" in {_listed(list(where))}"
        parts.append(f"{_listed_shortly(dict.fromkeys(map(_plain, hindered)))}, because {why}{place}")
        cited += cells
    return [_Said(4, 7, f"Not compared: {'; '.join(parts)}.", tuple(cited))] if parts else []


def summary(rows: Sequence[ComparisonRow], reports: Sequence[ComparedReport]) -> list[SummarySentence]:
    """Up to five sentences: what is shared, where the gap is widest, who is higher, what one report alone has, what could not be
    compared and why; where one of these has nothing to say, further figures take its place.

    No sentence holds a number that is not the figure or period of a cell it cites.
    """
    labels = {report.id: report.label for report in reports}
    said = [
        *_shared(rows, reports),
        *_gap_sentences(rows, reports),
        *_who_is_higher(rows, reports),
        *_equals(rows),
        *_only_one(rows, reports),
        *_leads(rows, reports),
        *_plans(rows, labels),
        *_not_compared(rows, labels),
    ]
    kept = sorted(said, key=lambda s: s.rank)[:LENGTH]
    return [
        SummarySentence(
            text=s.text[0].upper() + s.text[1:],
            cites=list(dict.fromkeys(cell.cite for cell in s.cells)),
            verdict=Verdict.SUPPORTED,
        )
        for s in sorted(kept, key=lambda s: (s.place, s.rank))
    ]
