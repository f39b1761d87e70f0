"""Which of two figures is the larger, as far as their qualifiers let one say."""

from collections.abc import Sequence
from fractions import Fraction
from typing import assert_never

from summarizer.compare.counting import in_base
from summarizer.compare.model import Cell, Figure
from summarizer.quantities import Qualifier, number_of

__all__ = ["above", "descending", "equal", "in_groups", "ranks", "ratio", "value_of"]

_HALF, _FIFTH, _TENTH = Fraction(1, 2), Fraction(1, 5), Fraction(1, 10)


def value_of(cell: Figure) -> Fraction:
    """The figure as an exact number of base units, so that jin and tonnes compare. Raises ValueError where it has none."""
    number = number_of(cell.value)
    if number is None:
        raise ValueError(f"no value: {cell.cite}")
    return Fraction(number) * in_base(cell.unit)


def _bounds(cell: Figure) -> tuple[Fraction, Fraction]:
    """Between which numbers the figure lies, read generously: `over 30` is below 45, `about 30` between 24 and 36."""
    value = value_of(cell)
    size = abs(value)
    match cell.qualifier:
        case Qualifier.EXACT | Qualifier.RANGE | Qualifier.MASKED:
            return value, value
        case Qualifier.OVER | Qualifier.AT_LEAST:
            return value, value + _HALF * size
        case Qualifier.UNDER | Qualifier.AT_MOST:
            return value - _HALF * size, value
        case Qualifier.NEARLY:
            return value - _TENTH * size, value
        case Qualifier.ABOUT:
            return value - _FIFTH * size, value + _FIFTH * size
        case _:
            assert_never(cell.qualifier)


def above(a: Figure, b: Figure) -> bool:
    """Whether the first figure is certainly the larger."""
    return _bounds(a)[0] > _bounds(b)[1]


def equal(a: Figure, b: Figure) -> bool:
    """Whether both state the same figure in the same way."""
    return value_of(a) == value_of(b) and a.qualifier is b.qualifier


def ratio(larger: Figure, smaller: Figure) -> Fraction | None:
    """How many times as large the first is; None where both are not above zero."""
    high, low = value_of(larger), value_of(smaller)
    return high / low if high > 0 and low > 0 else None


def descending(cells: Sequence[Cell]) -> list[Cell]:
    """The cells from the highest figure to the lowest; of equal ones the report given first goes first."""
    return sorted(cells, key=lambda cell: -value_of(cell))


def in_groups(cells: Sequence[Cell]) -> list[list[Cell]]:
    """The cells in groups from the highest down: every figure of one group is certainly above every figure of the next.

    Inside a group figures are equal, or their qualifiers leave open how they all stand to each other.
    """
    groups: list[list[Cell]] = []
    ordered = descending(cells)
    start = 0
    for cut in range(1, len(ordered) + 1):
        if cut == len(ordered) or all(above(a, b) for a in ordered[start:cut] for b in ordered[cut:]):
            groups.append(ordered[start:cut])
            start = cut
    return groups


def ranks(cells: Sequence[Cell]) -> dict[str, int]:
    """The rank of each cell by its cite: 1 for the highest group, and so on; a group after one of two has rank 3."""
    found: dict[str, int] = {}
    for group in in_groups(cells):
        rank = len(found) + 1
        found |= {cell.cite: rank for cell in group}
    return found
