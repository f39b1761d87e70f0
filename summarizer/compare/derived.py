"""Figures that the program computes from those of the reports, each with its formula."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from summarizer.compare.choice import usable
from summarizer.compare.counting import adds_up, in_base, is_rate
from summarizer.compare.model import Cell, Derivation, Derived, Figure
from summarizer.digest import Digest, DigestIndicator
from summarizer.offline import number_en
from summarizer.quantities import Aspect, Qualifier, number_of, number_text

__all__ = ["converted", "difference", "per_10000_people", "per_year", "percent_change", "population_of"]

_POPULATION = "resident_population"
_PER = 10_000
_FINEST = 3  # decimals


@dataclass(frozen=True, slots=True)
class _Computed:
    """A computed number, to one decimal or, below one, to the first decimals that show it; `text` is in English."""

    value: str
    text: str


def _computed(exact: Fraction) -> _Computed:
    for decimals in range(1, _FINEST + 1):
        steps = round(exact * 10**decimals)
        holds = Fraction(steps, 10**decimals) == exact
        if holds or abs(steps) >= 10:
            break
    rounded = Decimal(f"{steps}e-{decimals}")
    return _Computed(
        number_text(rounded) or "0", f"{'' if holds else 'about '}{number_en(rounded)}".replace("-", "−")
    )


def _whole(cell: Figure) -> Fraction | None:
    """The figure as a number that may be computed with; None for a fraction of the source, which is a share."""
    number = number_of(cell.value)
    return Fraction(number) if isinstance(number, Decimal) else None


def _bare(cell: Figure) -> str:
    """The figure in digits with its qualifier, without its unit."""
    number = number_of(cell.value)
    assert number is not None
    return _qualified(cell, number_en(number))


def _qualified(cell: Figure, text: str) -> str:
    """The result with the qualifier of what it was computed from; a rounded one is `about` and nothing else."""
    if cell.qualifier is Qualifier.EXACT or text.startswith("about "):
        return text
    return f"{cell.qualifier.value.replace('_', ' ')} {text}"


def _derived(kind: Derivation, result: _Computed, figure: str, formula: str, *cites: str) -> list[Derived]:
    return [Derived(kind=kind, figure=figure, value=result.value, formula=formula, cites=list(cites))]


def per_year(cell: Cell, key: str) -> list[Derived]:
    """A count over several years by their number, where one-year figures stand beside it; a rate or a level has none."""
    if cell.hindrance != "period_length" or not cell.years or cell.years == 1:
        return []
    number = _whole(cell)
    if number is None or is_rate(cell.unit) or not adds_up(key):
        return []
    result = _computed(number / cell.years)
    figure = _qualified(cell, result.text)
    formula = f"{_bare(cell)} ÷ {cell.years} = {figure}"
    return _derived("per_year", result, figure, formula, cell.cite)


def population_of(digest: Digest) -> DigestIndicator | None:
    """The number of people who live in the report's place, as it states it for its own year; None where it does not."""
    own = {digest.report.period, digest.report.year}
    for indicator in digest.indicators:
        stated = indicator.key == _POPULATION and indicator.aspect is Aspect.REPORTED
        number = number_of(indicator.value) if stated and usable(indicator) else None
        plain = indicator.value_max is None and indicator.period in own
        if plain and isinstance(number, Decimal) and number > 0:
            return indicator
    return None


def per_10000_people(cell: Cell, population: DigestIndicator) -> list[Derived]:
    """A count or amount of one year for each 10,000 people of the place; a rate or what is told by head already has none."""
    number, people = _whole(cell), number_of(population.value)
    if number is None or not isinstance(people, Decimal) or cell.value_max or cell.years != 1:
        return []
    result = _computed(number * _PER / Fraction(people))
    about = population.qualifier is not Qualifier.EXACT and not result.text.startswith("about ")
    figure = f"about {result.text}" if about else _qualified(cell, result.text)
    formula = f"{_bare(cell)} ÷ {number_en(people)} people × {_PER:,} = {figure}"
    return _derived("per_10000_people", result, figure, formula, cell.cite, f"{cell.report}:{population.id}")


def converted(cell: Cell, unit: str, unit_en: str) -> list[Derived]:
    """A figure in another unit that it converts to exactly, such as jin in tonnes."""
    number, factor = _whole(cell), in_base(cell.unit) / in_base(unit)
    if number is None or factor == 1 or cell.value_max:
        return []
    result = _computed(number * factor)
    figure = f"{_qualified(cell, result.text)} {unit_en}"
    by = f"× {number_en(_plain(factor))}" if _ends(factor) else f"÷ {number_en(_plain(1 / factor))}"
    formula = f"{_bare(cell)} {by} = {figure}"
    return _derived("converted", result, figure, formula, cell.cite)


def _ends(number: Fraction) -> bool:
    """Whether the number has a decimal form that ends."""
    rest = number.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


def _plain(number: Fraction) -> Decimal | Fraction:
    return Decimal(number.numerator) / Decimal(number.denominator) if _ends(number) else number


def _comparable(earlier: Figure, later: Figure) -> tuple[Fraction, Fraction] | None:
    """Both numbers where they are exact and of one unit."""
    exact = all(f.qualifier is Qualifier.EXACT and f.value_max is None for f in (earlier, later))
    before, after = _whole(earlier), _whole(later)
    if not exact or earlier.unit != later.unit or before is None or after is None:
        return None
    return before, after


def difference(earlier: Figure, later: Figure) -> list[Derived]:
    """The later figure less the earlier one; of percentages in percentage points."""
    numbers = _comparable(earlier, later)
    if numbers is None:
        return []
    result = _computed(numbers[1] - numbers[0])
    figure = f"{result.text} percentage points" if is_rate(later.unit) else result.text
    formula = f"{_bare(later)} − {_bare(earlier)} = {figure}"
    return _derived("difference", result, figure, formula, later.cite, earlier.cite)


def percent_change(earlier: Figure, later: Figure) -> list[Derived]:
    """The change in percent of the earlier figure; a percentage has none."""
    numbers = _comparable(earlier, later)
    if numbers is None or is_rate(later.unit) or numbers[0] <= 0 or numbers[0] == numbers[1]:
        return []
    result = _computed((numbers[1] - numbers[0]) * 100 / numbers[0])
    figure = f"{result.text} percent"
    formula = f"({_bare(later)} − {_bare(earlier)}) ÷ {_bare(earlier)} = {figure}"
    return _derived("percent_change", result, figure, formula, later.cite, earlier.cite)
