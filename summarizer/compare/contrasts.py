"""Where reports differ: who is ahead of whom, in what order places stand, and what lies far from the rest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from summarizer.compare.counting import is_rate
from summarizer.compare.model import Cell, ComparisonRow
from summarizer.compare.order import above, descending, equal, in_groups, ratio
from summarizer.compare.wording import Said, Wording, in_prose, listed
from summarizer.quantities import Aspect, Category

__all__ = ["LEADS", "differences", "outliers", "same"]

_MOST_PAIRS = 4
_MOST_CLAUSES = 4
_MOST_ORDERS = 3
_MOST_SAME = 6
_FAR = 2  # times the next figure
LEADS: Mapping[Category, str] = {
    Category.MEETINGS: "On meetings",
    Category.LEGISLATION: "In legislation",
    Category.SUPERVISION: "In supervision",
    Category.DECISIONS: "In decisions and appointments",
    Category.DEPUTIES: "In the work with deputies",
    Category.SUGGESTIONS: "On motions and suggestions",
    Category.PETITIONS: "On petitions",
    Category.STUDY_PARTY: "In study and Party work",
    Category.PUBLICITY: "In publicity",
    Category.ECONOMY: "On the economy and livelihoods",
    Category.SELF_BUILDING: "In self-building",
    Category.OTHER: "Elsewhere",
}
"""How a sentence on the figures of a category begins."""


def _even(row: ComparisonRow) -> bool:
    return all(equal(row.compared[0], cell) for cell in row.compared)


def _widest(row: ComparisonRow) -> Fraction:
    """How far the highest figure is above the lowest; 0 where neither is certainly the higher."""
    cells = descending(row.compared)
    times = ratio(cells[0], cells[-1]) if above(cells[0], cells[-1]) else None
    return times or Fraction(0)


def _pairs(rows: Sequence[ComparisonRow], words: Wording) -> list[tuple[str, list[Cell]]]:
    """Clauses on rows with two figures, those of one pair of reports in one order together."""
    groups: dict[tuple[str, str, bool], list[tuple[ComparisonRow, Cell, Cell]]] = {}
    for row in rows:
        high, low = descending(row.compared)
        groups.setdefault((high.report, low.report, above(high, low)), []).append((row, high, low))
    clauses = []
    for (first, second, certain), told in sorted(groups.items(), key=lambda item: -len(item[1])):
        shown = told[:_MOST_PAIRS]
        names = [f"{in_prose(row)} ({words.between(high, low)})" for row, high, low in shown]
        more = ["others"] if len(told) > len(shown) else []
        one, other = words.dated(first), words.dated(second)
        figures = "higher figures" if len(told) > 1 else "a higher figure"
        open_ = f"it is not certain whether {one} or {other} has {figures} for"
        start = f"{one} has {figures} than {other} for" if certain else open_
        text = f"{start} {listed([*names, *more])}"
        clauses.append((text, [cell for _, *cells in shown for cell in cells]))
    return clauses[:_MOST_CLAUSES]


def _group(cells: Sequence[Cell], words: Wording) -> str:
    """Cells that share a rank: `Linjiang and Haibei (30)` where they are equal."""
    if len(cells) > 1 and all(equal(cells[0], cell) and cell.period == cells[0].period for cell in cells):
        named = words.of_report(cells[0])
        label = words.label(cells[0].report)
        return listed([words.label(cell.report) for cell in cells]) + named.removeprefix(label)
    return listed([words.of_report(cell) for cell in cells])


def _order(row: ComparisonRow, words: Wording) -> tuple[str, list[Cell]]:
    """A clause on one row with three or more figures, from the highest to the lowest; what no order is certain of goes together."""
    groups = in_groups(row.compared)
    if len(groups) == 1:
        return f"{in_prose(row)}: close together in {_group(groups[0], words)}", groups[0]
    shown = groups if len(groups) <= _MOST_PAIRS + 1 else [*groups[:_MOST_PAIRS], groups[-1]]
    first, *between, last = [_group(group, words) for group in shown]
    then = f", then {', '.join(between)}" if between else ""
    gap = "; others follow, the lowest is" if len(shown) < len(groups) else " and lowest in"
    return f"{in_prose(row)}: highest in {first}{then}{gap} {last}", [
        cell for group in shown for cell in group
    ]


def differences(rows: Sequence[ComparisonRow], words: Wording) -> list[Said]:
    """Sentences by category: results first what most reports share, then where figures lie furthest apart."""
    said = []
    for category, lead in LEADS.items():
        differing = [
            row
            for row in rows
            if row.category is category
            and row.aspect is Aspect.REPORTED
            and row.compared
            and not _even(row)
            # That a province produces more than a county says nothing.
            and (category is not Category.ECONOMY or is_rate(row.unit) or words.same_level(row.compared))
        ]
        differing.sort(key=lambda row: (-len(row.compared), -_widest(row)))
        pairs = _pairs([row for row in differing if len(row.compared) == 2], words)
        if pairs:
            text = "; ".join(clause for clause, _ in pairs)
            cells = tuple(cell for _, cited in pairs for cell in cited)
            said.append(Said("differences", f"{lead}, {text}.", cells))
        orders = [_order(row, words) for row in differing if len(row.compared) > 2][:_MOST_ORDERS]
        said += [Said("differences", f"{text}.", tuple(cited)) for text, cited in orders]
    return said


@dataclass(frozen=True, slots=True)
class _Gap:
    row: ComparisonRow
    high: Cell
    low: Cell
    times: Fraction


def _gaps(rows: Sequence[ComparisonRow], words: Wording) -> list[_Gap]:
    """Rows by how far their highest and lowest figures lie apart, the widest first; results before plans.

    Between places of different levels rates go first: that a province has more of everything than a district says nothing.
    """
    gaps = []
    for row in rows:
        cells = row.compared
        pairs = [(h, lo, ratio(h, lo)) for h in cells for lo in cells if above(h, lo)]
        known = [_Gap(row, high, low, times) for high, low, times in pairs if times is not None]
        if known:
            gaps.append(max(known, key=lambda gap: gap.times))
    return sorted(
        gaps,
        key=lambda gap: (
            gap.row.aspect is Aspect.PLANNED,
            not (is_rate(gap.row.unit) or words.same_level([gap.high, gap.low])),
            -gap.times,
        ),
    )


def _far_ahead(rows: Sequence[ComparisonRow], words: Wording) -> Said | None:
    """Figures more than twice the next of three or more reports; of rates alone where the places are of different levels."""
    parts: list[str] = []
    cited: list[Cell] = []
    for row in rows:
        cells = descending(row.compared)
        if len(cells) < 3 or row.aspect is Aspect.PLANNED:
            continue
        if not (is_rate(row.unit) or words.same_level(cells)):
            continue
        times = ratio(cells[0], cells[1]) if above(cells[0], cells[1]) else None
        if times is not None and times > _FAR and len(parts) < _MOST_ORDERS:
            first, following = (words.figure(cell) for cell in cells[:2])
            parts.append(
                f"{words.label(cells[0].report)} in {in_prose(row)} ({first}, the next being {following} "
                f"in {words.dated(cells[1].report)})"
            )
            cited += cells[:2]
    return Said("outliers", f"Far ahead of the rest: {listed(parts)}.", tuple(cited)) if parts else None


def outliers(rows: Sequence[ComparisonRow], words: Wording) -> list[Said]:
    """The widest gap of all, and what stands far above the rest."""
    gaps = _gaps(rows, words)
    said = []
    if gaps:
        gap = gaps[0]
        widest = all(gap.times >= other.times for other in gaps if other.row.aspect is Aspect.REPORTED)
        lead = "The widest gap is in" if widest else "A wide gap is in"
        text = f"{lead} {in_prose(gap.row)}: {words.in_place(gap.high)} against {words.in_place(gap.low)}."
        said.append(Said("outliers", text, (gap.high, gap.low)))
    far = _far_ahead(rows, words)
    return [*said, far] if far else said


def same(rows: Sequence[ComparisonRow]) -> list[Said]:
    """What all reports compared put at the same figure."""
    even = [row for row in rows if row.compared and _even(row)]
    if not even:
        return []
    shown = even[:_MOST_SAME]
    named = [f"{in_prose(row)} ({row.compared[0].figure})" for row in shown]
    more = ["others"] if len(even) > len(shown) else []
    cells = tuple(cell for row in shown for cell in row.compared)
    return [Said("same", f"The same figure is given for {listed([*named, *more])}.", cells)]
