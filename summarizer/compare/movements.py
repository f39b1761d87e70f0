"""How the figures of one place moved from year to year, in sentences."""

from collections.abc import Mapping, Sequence

from summarizer.compare.contrasts import LEADS
from summarizer.compare.counting import counted_in
from summarizer.compare.model import Cell, Comparison, ComparisonRow, Figure
from summarizer.compare.order import above, descending, ratio, value_of
from summarizer.compare.wording import Said, Wording, in_prose, listed
from summarizer.digest import period_en
from summarizer.quantities import Aspect

__all__ = ["fulfilled", "movements"]

_MOST = 6
_SMALL = 5  # below it a change of one is a large one


def _sequence(row: ComparisonRow, order: Mapping[str, int]) -> list[Cell]:
    return sorted(row.compared, key=lambda cell: order[cell.report])


def _steps(row: ComparisonRow, cells: Sequence[Cell], words: Wording) -> str:
    """`7 to 8`; with more years, or not all of them, `7 in 2021, 7 in 2022 and 8 in 2023`."""
    if len(words.reports) == 2:
        return words.between(*cells, word="to")
    return listed([f"{cell.figure} in {period_en(cell.period)}" for cell in cells])


def _moved(rows: Sequence[tuple[ComparisonRow, list[Cell]]], verb: str, words: Wording) -> str:
    """`meetings held rose (7 to 8)`, `these rose: meetings held (7 to 8) and …`."""
    told = [f"{in_prose(row)} ({_steps(row, cells, words)})" for row, cells in rows[:_MOST]]
    if len(rows) == 1:
        return f"{in_prose(rows[0][0])} {verb} ({_steps(*rows[0], words)})"
    return f"these {verb}: {listed([*told, *(['others'] if len(rows) > _MOST else [])])}"


def _of_category(rows: Sequence[tuple[ComparisonRow, list[Cell]]], lead: str, words: Wording) -> list[Said]:
    rising = [(row, cells) for row, cells in rows if above(cells[-1], cells[0])]
    falling = [(row, cells) for row, cells in rows if above(cells[0], cells[-1])]
    ways = [(moved, verb) for moved, verb in ((rising, "rose"), (falling, "fell")) if moved]
    if not ways:
        return []
    text = "; ".join(_moved(moved, verb, words) for moved, verb in ways)
    cited = tuple(cell for moved, _ in ways for _, cells in moved[:_MOST] for cell in cells)
    return [Said("trend", f"{lead}, {text}.", cited)]


def _largest(rows: Sequence[tuple[ComparisonRow, list[Cell]]]) -> list[Said]:
    """The largest change from the first year to the last; where that is one of small numbers, the largest of others."""
    moved = []
    for row, cells in rows:
        high, low = descending([cells[0], cells[-1]])
        times = ratio(high, low) if above(high, low) else None
        if times is not None:
            moved.append((times, row, cells))
    sizeable = [item for item in moved if value_of(descending([item[2][0], item[2][-1]])[-1]) >= _SMALL]
    if not sizeable:
        return []
    times, row, cells = max(sizeable, key=lambda item: item[0])
    lead = "The largest change is in" if times == max(item[0] for item in moved) else "A large change is in"
    first, last = (f"{cell.figure} in {period_en(cell.period)}" for cell in (cells[0], cells[-1]))
    return [
        Said(
            "outliers",
            f"{lead} {in_prose(row)}: from {first} to {last}.",
            (cells[0], cells[-1]),
        )
    ]


def _stated(comparison: Comparison) -> list[Said]:
    """The changes that the reports state themselves."""
    parts: list[str] = []
    cited: list[Figure] = []
    for row in comparison.rows:
        for change in row.changes:
            if change.stated is not None:
                way = "down" if change.falling else "up"
                parts.append(
                    f"{in_prose(row)} ({way} {change.stated.figure} in {period_en(change.stated.period)})"
                )
                cited.append(change.stated)
    if not parts:
        return []
    more = ["others"] if len(parts) > _MOST else []
    text = f"The reports themselves state these changes: {listed([*parts[:_MOST], *more])}."
    return [Said("trend", text, tuple(cited[:_MOST]))]


def movements(comparison: Comparison, words: Wording) -> list[Said]:
    """By category what rose and what fell from the first year to the last, the changes stated, and the largest change."""
    order = {report.id: at for at, report in enumerate(comparison.ordered)}
    rows = [
        (row, _sequence(row, order))
        for row in comparison.rows
        if row.compared and row.aspect is Aspect.REPORTED
    ]
    said = []
    for category, lead in LEADS.items():
        own = [(row, cells) for row, cells in rows if row.category is category]
        said += _of_category(own, lead, words)
    return [*said, *_stated(comparison), *_largest(rows)]


def fulfilled(rows: Sequence[ComparisonRow], words: Wording) -> list[Said]:
    """What one report planned for a year beside what the report about that year tells."""
    reported = {
        (row.key, counted_in(row.unit, row.key), cell.period): (row, cell)
        for row in rows
        if row.aspect is Aspect.REPORTED
        for cell in row.cells
        if cell.hindrance in {"", "alone"}
    }
    by_period: dict[str, list[tuple[str, tuple[Cell, Cell]]]] = {}
    for row in rows:
        for plan in row.cells if row.aspect is Aspect.PLANNED else ():
            match = reported.get((row.key, counted_in(row.unit, row.key), plan.period))
            if (
                match is not None
                and plan.hindrance in {"", "alone", "unit"}
                and match[1].report != plan.report
            ):
                told = f"{match[0].name_en} (planned {plan.figure}, reported {match[1].figure})"
                by_period.setdefault(plan.period, []).append((told, (plan, match[1])))
    said = []
    for period, pairs in sorted(by_period.items()):
        shown = pairs[:_MOST]
        more = ["others"] if len(pairs) > len(shown) else []
        text = (
            f"Plans for {period_en(period)} and what came of them: {listed([*(t for t, _ in shown), *more])}."
        )
        said.append(Said("plans", text, tuple(cell for _, cells in shown for cell in cells)))
    return said
