"""The comparison in English sentences, written by rules, each citing the figures it rests on."""

from collections.abc import Mapping, Sequence

from summarizer.compare.contrasts import differences, outliers, same
from summarizer.compare.counting import is_rate
from summarizer.compare.model import Cell, Comparison, ComparisonRow, Hindrance, SummarySentence
from summarizer.compare.movements import fulfilled, movements
from summarizer.compare.order import descending
from summarizer.compare.wording import Said, Wording, given, in_prose, listed, listed_shortly, plain_name
from summarizer.quantities import Aspect
from summarizer.verify import Verdict

__all__ = ["ENOUGH", "summary"]

ENOUGH = 3
"""Sentences; a comparison with fewer says why."""

_MOST_NAMED = 6
_MOST_ALONE = 4
_MOST_GROUPS = 3
_MOST_SHARED = 4
_MOST_PLANS = 3
_FEW = 4  # reports of which each has a sentence of its own
_OTHER_REASONS: Mapping[Hindrance, str] = {
    "flagged": "a figure is flagged",
    "unreadable": "a figure cannot be read",
    "range": "a figure is a range",
    "period_unknown": "a period is not stated",
}


def _shared(rows: Sequence[ComparisonRow], words: Wording) -> list[Said]:
    reported = [row for row in rows if row.aspect is Aspect.REPORTED] or list(rows)
    everywhere = [row for row in reported if len(given(row)) == len(words.reports) > 1]
    if everywhere:
        who = "Both reports give" if len(words.reports) == 2 else "All the reports give"
        shown = everywhere[:_MOST_NAMED]
        names = listed_shortly([row.label for row in everywhere], _MOST_NAMED)
        return [Said("shared", f"{who} figures for {names}.", tuple(c for row in shown for c in given(row)))]
    by_reports: dict[tuple[str, ...], list[ComparisonRow]] = {}
    for row in reported:
        if len(given(row)) > 1:
            by_reports.setdefault(tuple(cell.report for cell in given(row)), []).append(row)
    widest = sorted(by_reports.items(), key=lambda item: (-len(item[0]), -len(item[1])))[:_MOST_GROUPS]
    if not widest:
        return []
    parts = [
        f"{listed([words.label(id) for id in ids])} share {listed_shortly([r.label for r in of_them], _MOST_SHARED)}"
        for ids, of_them in widest
    ]
    cells = tuple(cell for _, of_them in widest for row in of_them[:_MOST_SHARED] for cell in given(row))
    return [Said("shared", f"No figure stands in all the reports; {'; '.join(parts)}.", cells)]


def _alone(rows: Sequence[ComparisonRow], words: Wording) -> list[Said]:
    """What one report alone gives: a sentence for each of a few reports, one for all of many."""
    parts: list[tuple[str, list[Cell]]] = []
    few = len(words.reports) <= _FEW + 1
    most = _MOST_ALONE if few else 2
    for report in words.reports:
        own = [
            row
            for row in rows
            if row.aspect is Aspect.REPORTED
            and [(c.report, c.hindrance) for c in row.cells] == [(report.id, "alone")]
        ]
        if own:
            cells = [row.cells[0] for row in own[:most]]
            named = [f"{in_prose(row)} {words.behind(row.cells[0])}" for row in own]
            parts.append((f"only {report.label} gives {listed_shortly(named, most)}", cells))
    if few:
        return [Said("alone", f"{text}.", tuple(cells)) for text, cells in parts]
    text = "; ".join(text for text, _ in parts)
    return [Said("alone", f"{text}.", tuple(c for _, cells in parts for c in cells))] if parts else []


def _planned_together(row: ComparisonRow, words: Wording) -> str:
    cells = descending(row.compared)
    told = [words.of_report(cell) for cell in cells]
    return (
        f"{row.name_en}: {listed(told)}"
        if len(told) <= _FEW
        else f"{row.name_en}: from {told[-1]} to {told[0]}"
    )


def _plans(rows: Sequence[ComparisonRow], words: Wording) -> list[Said]:
    """What the reports plan, set side by side where several plan the same."""
    planned = [row for row in rows if row.aspect is Aspect.PLANNED]
    comparable = [
        row for row in planned if row.compared and (is_rate(row.unit) or words.same_level(row.compared))
    ]
    together = sorted(comparable, key=lambda row: -len(row.compared))[:_MOST_PLANS]
    said = []
    if together:
        text = f"Planned in several reports: {'; '.join(_planned_together(row, words) for row in together)}."
        said.append(Said("plans", text, tuple(c for row in together for c in row.compared)))
    most = _MOST_PLANS if len(words.reports) <= _FEW + 1 else 1
    parts: list[str] = []
    cited: list[Cell] = []
    for report in words.reports:
        own = [
            (row, c) for row in planned for c in given(row) if c.report == report.id and row not in together
        ]
        if own:
            named = [f"{row.name_en} {words.behind(c)}" for row, c in own]
            parts.append(f"{'in' if parts else 'planned in'} {report.label}: {listed_shortly(named, most)}")
            cited += [c for _, c in own[:most]]
    return [*said, Said("plans", f"{'; '.join(parts)}.", tuple(cited))] if parts else said


def _periods_apart(rows: Sequence[ComparisonRow], words: Wording) -> list[Said]:
    apart = [row for row in rows if any(cell.hindrance == "period_length" for cell in row.cells)]
    shown = apart[:_MOST_PLANS]
    if not shown:
        return []
    told, cited = [], []
    for row in shown:
        cells = given(row)
        told.append(f"{plain_name(row)}: {listed([words.in_its_period(cell) for cell in cells])}")
        cited += cells
    more = ["and others"] if len(apart) > len(shown) else []
    text = f"Not compared, because the periods differ in length: {'; '.join([*told, *more])}."
    return [Said("not_compared", text, tuple(cited))]


def _masked(rows: Sequence[ComparisonRow], words: Wording) -> list[Said]:
    parts: list[str] = []
    cited: list[Cell] = []
    for report in words.reports:
        own = [
            (row, c) for row in rows for c in row.cells if c.report == report.id and c.hindrance == "masked"
        ]
        if own:
            names = listed_shortly([plain_name(row) for row, _ in own], _MOST_NAMED)
            parts.append(f"in {report.label}, {names}")
            cited += [cell for _, cell in own[:_MOST_NAMED]]
    return [Said("not_compared", f"Masked in the source: {'; '.join(parts)}.", tuple(cited))] if parts else []


def _not_compared(rows: Sequence[ComparisonRow], words: Wording) -> list[Said]:
    """What stands in several reports and could not be set against each other, by reason."""
    said = [*_periods_apart(rows, words), *_masked(rows, words)]
    other_units = [row for row in rows if row.cells[0].hindrance == "unit"]
    if other_units:
        names = listed_shortly([plain_name(row) for row in other_units], _MOST_NAMED)
        cells = tuple(cell for row in other_units[:_MOST_NAMED] for cell in row.cells)
        said.append(
            Said("not_compared", f"Counted in different units, and so in rows of their own: {names}.", cells)
        )
    parts: list[str] = []
    cited: list[Cell] = []
    for hindrance, why in _OTHER_REASONS.items():
        hindered = [
            row for row in rows if len(row.cells) > 1 and any(c.hindrance == hindrance for c in row.cells)
        ]
        if hindered:
            cells_of = [c for row in hindered[:_MOST_PLANS] for c in row.cells if c.hindrance == hindrance]
            where = listed(list(dict.fromkeys(words.label(cell.report) for cell in cells_of)))
            names = listed_shortly([plain_name(row) for row in hindered], _MOST_PLANS)
            parts.append(f"{names}, because {why} in {where}")
            cited += cells_of
    if parts:
        said.append(Said("not_compared", f"Not compared: {'; '.join(parts)}.", tuple(cited)))
    return said


def summary(comparison: Comparison) -> list[SummarySentence]:
    """What is shared, how figures moved or differ, what stands out, is the same, stands in one report alone, is planned, and what
    could not be compared and why; each where there is something to say.

    No sentence holds a number that is not the figure or period of a figure it cites.
    """
    words, rows = Wording(tuple(comparison.ordered)), comparison.rows
    trend = comparison.arrangement == "trend"
    said = [
        *_shared(rows, words),
        *(movements(comparison, words) if trend else differences(rows, words)),
        *([] if trend else outliers(rows, words)),
        *same(rows),
        *_alone(rows, words),
        *(fulfilled(rows, words) if trend else []),
        *_plans(rows, words),
        *_not_compared(rows, words),
    ]
    return [
        SummarySentence(
            topic=s.topic,
            text=s.text[0].upper() + s.text[1:],
            cites=list(dict.fromkeys(figure.cite for figure in s.figures)),
            verdict=Verdict.SUPPORTED,
        )
        for s in said
    ]
