"""Who reports what: for every taxonomy key and report whether there is a figure, and of what sort."""

from collections.abc import Sequence

from summarizer.compare.model import ComparedReport, ComparisonRow, Coverage, CoverageState, Figure
from summarizer.quantities import Aspect, Qualifier
from summarizer.verify import Verdict

__all__ = ["coverage"]

_ORDER: tuple[CoverageState, ...] = ("reported", "planned", "masked", "unreadable", "flagged")


def _state(figure: Figure, aspect: Aspect) -> CoverageState:
    if figure.verdict is not Verdict.SUPPORTED:
        return "flagged"
    if figure.qualifier is Qualifier.MASKED:
        return "masked"
    if figure.value is None:
        return "unreadable"
    return "planned" if aspect is Aspect.PLANNED else "reported"


def coverage(rows: Sequence[ComparisonRow], reports: Sequence[ComparedReport]) -> list[Coverage]:
    """A line for each key of the rows, in their order; units and aspects of one key are taken together."""
    by_key: dict[str, list[ComparisonRow]] = {}
    for row in rows:
        by_key.setdefault(row.key, []).append(row)
    found = []
    for key, of_key in by_key.items():
        states: dict[str, set[CoverageState]] = {report.id: set() for report in reports}
        for row in of_key:
            for cell in row.cells:
                states[cell.report] |= {_state(figure, row.aspect) for figure in (cell, *cell.also)}
        found.append(
            Coverage(
                key=key,
                name_en=of_key[0].name_en,
                category=of_key[0].category,
                states={id: [state for state in _ORDER if state in of_it] for id, of_it in states.items()},
            )
        )
    return found
