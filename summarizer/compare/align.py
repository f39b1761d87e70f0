"""Figures of several reports set side by side, and which of them may be compared."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer.compare.choice import common_length, headline_first
from summarizer.compare.counting import counted_in, is_rate, years_of
from summarizer.compare.derived import converted, per_10000_people, per_year, population_of
from summarizer.compare.model import Cell, ComparedReport, ComparisonRow, Derived, Figure, Hindrance
from summarizer.digest import Digest, DigestIndicator, figure_en, unit_en
from summarizer.lexicon import taxon, taxonomy
from summarizer.quantities import Aspect, Category, Qualifier
from summarizer.verify import Verdict

__all__ = ["aligned", "figure_of"]

# Keys of what is told for each person already, or for a part of the people.
_BY_HEAD = ("_per_capita", "_income", "_per_10000", "_concentration", "_population")

_Units = Mapping[str, set[str]]


@dataclass(frozen=True, slots=True)
class _Key:
    """What figures must have in common to share a row; `counted` is what their units count."""

    key: str
    counted: str
    aspect: Aspect


_Found = dict[_Key, dict[str, list[DigestIndicator]]]


def _category(indicator: DigestIndicator) -> Category:
    """The category of the key, the same for every report; a saved digest may hold a key that this release does not have."""
    try:
        return Category(taxon(indicator.key).category)
    except KeyError:
        return indicator.category


def _name_en(chosen: Sequence[DigestIndicator]) -> str:
    try:
        return taxon(chosen[0].key).en
    except KeyError:
        names = [indicator.name_en for indicator in chosen if indicator.name_en]
        return min(names, default=chosen[0].key.replace("_", " "))


def _own_hindrance(indicator: DigestIndicator) -> Hindrance:
    """What of the figure itself stands against comparing it; the flag goes first, a flagged figure is none at all."""
    if indicator.verdict is not Verdict.SUPPORTED:
        return "flagged"
    if indicator.qualifier is Qualifier.MASKED:
        return "masked"
    if indicator.value is None:
        return "unreadable"
    if indicator.value_max is not None:
        return "range"
    if years_of(indicator.period) is None:
        return "period_unknown"
    return ""


def _hindrances(
    chosen: Sequence[DigestIndicator], length: int | None, *, other_unit: bool
) -> list[Hindrance]:
    if len(chosen) == 1:
        return [_own_hindrance(chosen[0]) or ("unit" if other_unit else "alone")]
    found = [_own_hindrance(indicator) for indicator in chosen]
    fit = [not h and years_of(i.period) == length for h, i in zip(found, chosen, strict=True)]
    others: Hindrance = "" if sum(fit) > 1 else "period_length" if found.count("") > 1 else "alone"
    return [h or (others if ok else "period_length") for h, ok in zip(found, fit, strict=True)]


def figure_of(report: str, indicator: DigestIndicator, name_en: str) -> Figure:
    """An indicator of a report's digest as a comparison has it, under the name by which the row goes."""
    return Figure(
        report=report,
        indicator_id=indicator.id,
        figure=figure_en(indicator.model_copy(update={"name_en": name_en})),
        value=indicator.value,
        value_max=indicator.value_max,
        unit=indicator.unit,
        qualifier=indicator.qualifier,
        period=indicator.period,
        years=years_of(indicator.period),
        verdict=indicator.verdict,
        reason=indicator.reason,
        quote=indicator.quote,
        quote_start=indicator.quote_start,
        quote_end=indicator.quote_end,
        start=indicator.start,
        end=indicator.end,
        page=indicator.page,
        recognised=indicator.recognised,
    )


def _cell(report: str, figures: Sequence[DigestIndicator], hindrance: Hindrance, *, name_en: str) -> Cell:
    first, *also = [figure_of(report, indicator, name_en) for indicator in figures]
    return Cell(**first.model_dump(), hindrance=hindrance, also=also)


_COUNTED = {"things": "items", "people": "people", "occasions": "occasions"}


def _counted_en(unit: str, counted: str) -> str:
    return _COUNTED.get(counted) or unit_en(unit) or unit


def _label(key: _Key, unit: str, name_en: str, *, other_unit: bool) -> str:
    planned = " (planned)" if key.aspect is Aspect.PLANNED else ""
    return f"{name_en}{planned}" + (
        f" (counted in {_counted_en(unit, key.counted)})" if other_unit and unit else ""
    )


def _with_derived(row: ComparisonRow, populations: Mapping[str, DigestIndicator]) -> ComparisonRow:
    """The row with what its cells come to a year, in the row's unit and for each 10,000 people; the last where two can be told."""
    told = [c for c in row.compared if c.report in populations and not is_rate(row.unit)]
    by_head = told if len(told) > 1 and not row.key.endswith(_BY_HEAD) else []
    cells = []
    for cell in row.cells:
        derived: list[Derived] = per_year(cell, row.key)
        if cell.value is not None and cell.verdict is Verdict.SUPPORTED:
            derived += converted(cell, row.unit, unit_en(row.unit))
        if cell in by_head:
            derived += per_10000_people(cell, populations[cell.report])
        cells.append(cell.model_copy(update={"derived": derived}))
    return row.model_copy(update={"cells": cells})


def _row(key: _Key, found: Mapping[str, Sequence[DigestIndicator]], *, units_of: _Units) -> ComparisonRow:
    """One row of figures in their order of choice; `units_of` tells for every report what its figures of this key count."""
    chosen = [figures[0] for figures in found.values()]
    hindrances = _hindrances(
        chosen, common_length(list(found.values())), other_unit=any(id not in found for id in units_of)
    )
    name_en = _name_en(chosen)
    counted = Counter(indicator.unit for indicator in chosen)
    unit = min(counted, key=lambda unit: (-counted[unit], unit))
    return ComparisonRow(
        key=key.key,
        name_en=name_en,
        label=_label(key, unit, name_en, other_unit=len(set().union(*units_of.values())) > 1),
        category=min(map(_category, chosen), key=list(Category).index),
        unit=unit,
        aspect=key.aspect,
        cells=[
            _cell(id, found[id], hindrance, name_en=name_en)
            for id, hindrance in zip(found, hindrances, strict=True)
        ],
    )


def _found(digests: Sequence[Digest], reports: Sequence[ComparedReport]) -> _Found:
    found: _Found = {}
    for digest, report in zip(digests, reports, strict=True):
        for indicator in digest.indicators:
            if indicator.key:
                key = _Key(indicator.key, counted_in(indicator.unit, indicator.key), indicator.aspect)
                found.setdefault(key, {}).setdefault(report.id, []).append(indicator)
    return found


def _position(key: str) -> int:
    """Where the key stands in the taxonomy; one that it does not have goes last."""
    return next((at for at, entry in enumerate(taxonomy()) if entry.key == key), len(taxonomy()))


def aligned(digests: Sequence[Digest], reports: Sequence[ComparedReport]) -> list[ComparisonRow]:
    """A row for each taxonomy key, unit and aspect, by category and in the order of the taxonomy, whatever the order of the reports.

    Measure words that say the same (3件, 3部) share a row, and so do measures that convert into each other. Of several figures that
    one report has for a row its headline one is set beside the others; the rest stand behind it. Figures are compared only where
    both hold, have a value and cover periods of the same length.
    """
    found = _found(digests, reports)
    digest_of = {report.id: digest for digest, report in zip(digests, reports, strict=True)}
    populations = {id: people for id, digest in digest_of.items() if (people := population_of(digest))}
    rows = []
    for key, of_reports in found.items():
        units_of: dict[str, set[str]] = {}
        for other, theirs in found.items():
            if (other.key, other.aspect) == (key.key, key.aspect):
                for id in theirs:
                    units_of.setdefault(id, set()).add(other.counted)
        length = common_length(list(of_reports.values()))
        sorted_out = {
            id: headline_first(figures, digest_of[id], length=length) for id, figures in of_reports.items()
        }
        row = _row(key, sorted_out, units_of=units_of)
        rows.append((key, _with_derived(row, populations)))

    def order(item: tuple[_Key, ComparisonRow]) -> tuple[int, int, str, bool, str]:
        key, row = item
        planned = key.aspect is Aspect.PLANNED
        return list(Category).index(row.category), _position(key.key), key.key, planned, key.counted

    return [row for _, row in sorted(rows, key=order)]
