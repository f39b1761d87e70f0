"""Figures of several reports set side by side, and which of them may be compared."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_EVEN, Decimal

from summarizer.compare.model import Cell, ComparedReport, ComparisonRow, Hindrance
from summarizer.digest import Digest, DigestIndicator, figure_en
from summarizer.lexicon import UnitClass, taxon, units
from summarizer.offline import number_en
from summarizer.quantities import Aspect, Category, Qualifier, number_of
from summarizer.verify import Verdict

__all__ = ["aligned", "years_of"]

_Key = tuple[str, str, Aspect]
_Units = Mapping[str, set[str]]
_RATES = frozenset({UnitClass.PERCENT, UnitClass.POINTS, UnitClass.RATIO})
_TENTH = Decimal("0.1")
# Measure words that count the same things one by one: 3件, 3部 and 3项法规.
_THINGS = frozenset({UnitClass.DOCUMENT, UnitClass.ITEM, UnitClass.ORGANISATION})
_OCCASIONS = frozenset({"次", "场", "场次", "场(次)", "场（次）"})


def years_of(period: str) -> int | None:
    """How many years a period covers: 1 of `2022`, 5 of `2018-2022`, None of anything else."""
    first, _, last = period.partition("-")
    years = [part for part in (first, last or first) if len(part) == 4 and part.isdecimal()]
    length = int(years[1]) - int(years[0]) + 1 if len(years) == 2 else 0
    return length if length > 0 else None


def _classes(key: str) -> frozenset[UnitClass]:
    try:
        return taxon(key).unit_classes
    except KeyError:  # a digest made with another installation's taxonomy
        return frozenset()


def _counted_in(unit_zh: str, key: str) -> str:
    """What figures of a unit count: one word for measure words that say the same of things, people or occasions."""
    unit = units().get(unit_zh)
    if not unit_zh or (unit is not None and unit.cls in _THINGS and not unit.en):
        return "things"
    if unit is not None and unit.cls is UnitClass.HOUSEHOLD and UnitClass.ORGANISATION in _classes(key):
        return "things"  # 400户企业
    if unit_zh in _OCCASIONS:
        return "occasions"
    if unit is not None and unit.cls is UnitClass.PERSON and unit.en in {"", "person"}:
        return "people"
    return unit.canonical if unit is not None else unit_zh


def _usable(indicator: DigestIndicator) -> bool:
    """Whether the figure holds and has a value."""
    return indicator.verdict is Verdict.SUPPORTED and indicator.value is not None


def _name_en(indicator: DigestIndicator) -> str:
    try:
        return taxon(indicator.key).en
    except KeyError:
        return indicator.name_en or indicator.key.replace("_", " ")


def _common_length(found: Sequence[Sequence[DigestIndicator]]) -> int | None:
    """The length of period that most of the reports have a usable figure for; of several the one met first."""
    lengths = [
        dict.fromkeys(years_of(i.period) for i in candidates if _usable(i) and years_of(i.period))
        for candidates in found
    ]
    counted = Counter(length for of_report in lengths for length in of_report)
    return counted.most_common(1)[0][0] if counted else None


def _chosen(candidates: Sequence[DigestIndicator], length: int | None) -> DigestIndicator:
    """The first usable figure of the common length, else the first usable, else the first."""
    return min(candidates, key=lambda i: (not _usable(i), years_of(i.period) != length))


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


def _per_year(indicator: DigestIndicator, hindrance: Hindrance) -> str:
    """`12.4`, `about 12.3`: a count of acts over several years by their number, where one-year figures stand beside it.

    A rate, a level of the economy or a range has none.
    """
    years, value, unit = years_of(indicator.period), number_of(indicator.value), units().get(indicator.unit)
    additive = indicator.category is not Category.ECONOMY and (unit is None or unit.cls not in _RATES)
    if (
        hindrance != "period_length"
        or not years
        or years == 1
        or not isinstance(value, Decimal)
        or not additive
    ):
        return ""
    exact = value / years
    rounded = exact.quantize(_TENTH, rounding=ROUND_HALF_EVEN)
    plain = indicator.qualifier is Qualifier.EXACT
    qualifier = "" if plain else f"{indicator.qualifier.value.replace('_', ' ')} "
    return f"{qualifier if rounded * years == value else 'about '}{number_en(rounded)}"


def _cell(
    report: ComparedReport, indicator: DigestIndicator, hindrance: Hindrance, *, name_en: str, others: int
) -> Cell:
    return Cell(
        report=report.id,
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
        hindrance=hindrance,
        per_year=_per_year(indicator, hindrance),
        others=others,
        quote=indicator.quote,
        quote_start=indicator.quote_start,
        quote_end=indicator.quote_end,
        start=indicator.start,
        end=indicator.end,
    )


def _label(indicator: DigestIndicator, name_en: str, *, other_unit: bool) -> str:
    planned = " (planned)" if indicator.aspect is Aspect.PLANNED else ""
    return f"{name_en}{planned}" + (
        f" (counted in {indicator.unit})" if other_unit and indicator.unit else ""
    )


def _category(indicator: DigestIndicator) -> Category:
    """The category of the key, the same for every report; a saved digest may hold a key that this release does not have."""
    try:
        return Category(taxon(indicator.key).category)
    except KeyError:
        return indicator.category


def _row(
    found: Mapping[str, list[DigestIndicator]], reports: Mapping[str, ComparedReport], *, units_of: _Units
) -> ComparisonRow:
    """One row; `units_of` tells for every report the units in which it has figures of this key and aspect."""
    length = _common_length(list(found.values()))
    chosen = [_chosen(candidates, length) for candidates in found.values()]
    elsewhere = any(id not in found for id in units_of)
    hindrances = _hindrances(chosen, length, other_unit=elsewhere)
    name_en = _name_en(chosen[0])
    return ComparisonRow(
        key=chosen[0].key,
        name_en=name_en,
        label=_label(chosen[0], name_en, other_unit=len(set().union(*units_of.values())) > 1),
        category=_category(chosen[0]),
        unit=chosen[0].unit,
        aspect=chosen[0].aspect,
        cells=[
            _cell(reports[id], indicator, hindrance, name_en=name_en, others=len(found[id]) - 1)
            for id, indicator, hindrance in zip(found, chosen, hindrances, strict=True)
        ],
    )


def aligned(digests: Sequence[Digest], reports: Sequence[ComparedReport]) -> list[ComparisonRow]:
    """A row for each taxonomy key, unit and aspect, by category and in the order in which the reports bring them.

    Measure words that say the same (3件, 3部) share a row. Of several figures that one report has for a row the first that holds is
    taken, one of the period length that most reports share before others. Figures are compared only where both hold, have a value
    and cover periods of the same length.
    """
    found: dict[_Key, dict[str, list[DigestIndicator]]] = {}
    units_of: dict[tuple[str, Aspect], dict[str, set[str]]] = {}
    for digest, report in zip(digests, reports, strict=True):
        for indicator in digest.indicators:
            if indicator.key:
                unit = _counted_in(indicator.unit, indicator.key)
                key = (indicator.key, unit, indicator.aspect)
                found.setdefault(key, {}).setdefault(report.id, []).append(indicator)
                of_key = units_of.setdefault((indicator.key, indicator.aspect), {})
                of_key.setdefault(report.id, set()).add(unit)
    by_id = {report.id: report for report in reports}
    rows = [
        _row(of_reports, by_id, units_of=units_of[key, aspect])
        for (key, _, aspect), of_reports in found.items()
    ]
    order = list(Category)
    return sorted(rows, key=lambda row: order.index(row.category))
