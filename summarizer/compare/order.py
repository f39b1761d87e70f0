"""Which of two figures is the larger, as far as their qualifiers let one say."""

from fractions import Fraction
from typing import assert_never

from summarizer.compare.model import Cell
from summarizer.quantities import Qualifier, number_of

__all__ = ["above", "equal", "ratio", "value_of"]

_HALF, _FIFTH, _TENTH = Fraction(1, 2), Fraction(1, 5), Fraction(1, 10)


def value_of(cell: Cell) -> Fraction:
    """The figure as an exact number. Raises ValueError where it has none."""
    number = number_of(cell.value)
    if number is None:
        raise ValueError(f"no value: {cell.cite}")
    return Fraction(number)


def _bounds(cell: Cell) -> tuple[Fraction, Fraction]:
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


def above(a: Cell, b: Cell) -> bool:
    """Whether the first figure is certainly the larger."""
    return _bounds(a)[0] > _bounds(b)[1]


def equal(a: Cell, b: Cell) -> bool:
    """Whether both state the same figure in the same way."""
    return value_of(a) == value_of(b) and a.qualifier is b.qualifier


def ratio(larger: Cell, smaller: Cell) -> Fraction | None:
    """How many times as large the first is; None where both are not above zero."""
    high, low = value_of(larger), value_of(smaller)
    return high / low if high > 0 and low > 0 else None
