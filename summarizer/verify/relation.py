"""Relations between figures: the arithmetic, and what it comes to."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from summarizer.quantities import Indicator
from summarizer.verify.printed import Printed

__all__ = ["Relation", "RelationKind", "Term", "change_of", "difference", "growth", "share", "total"]


class RelationKind(StrEnum):
    """How the stated figure follows from its operands."""

    SUM = "sum"
    SHARE = "share"
    DIFFERENCE = "difference"
    GROWTH = "growth"


@dataclass(frozen=True, slots=True)
class Relation:
    """Figures of a report of which one, `stated`, follows from the others, `operands`.

    SUM: the parts give the whole. SHARE: part and whole give a percentage. DIFFERENCE: the level before and the one after give the
    change. GROWTH: levels before and after, or the level after and the change, give the change in percent. `formula` prints the
    source's figures and what they come to, `computed` is that in base units, rounded to the digits which the stated figure has.
    `holds` tells whether the two agree within the rounding of all the figures printed.
    """

    kind: RelationKind
    operands: tuple[Indicator, ...]
    stated: Indicator
    formula: str
    computed: Decimal
    holds: bool


@dataclass(frozen=True, slots=True)
class Term:
    """An indicator with its figure as printed."""

    indicator: Indicator
    printed: Printed


def _relation(
    kind: RelationKind,
    operands: Sequence[Term],
    stated: Term,
    left: str,
    exact: Fraction,
    between: tuple[Fraction, Fraction],
) -> Relation | None:
    """The relation, None where the stated figure is the computed one cut off instead of rounded.

    `between` are the least and greatest value that operands within their rounding can give.
    """
    figure = stated.printed
    low, high = between
    holds = low <= figure.high and high >= figure.low
    if not holds and low < figure.high + figure.half and high >= figure.value:
        return None
    computed = figure.rounded(exact)
    sign = "=" if Fraction(computed) == exact else "≈"
    formula = f"{left} {sign} {figure.showing(exact)}"
    return Relation(kind, tuple(t.indicator for t in operands), stated.indicator, formula, computed, holds)


def total(parts: Sequence[Term], whole: Term) -> Relation | None:
    """The parts add up to the whole."""
    figures = [part.printed for part in parts]
    left = " + ".join(figure.text for figure in figures)
    bounds = sum((f.low for f in figures), Fraction(0)), sum((f.high for f in figures), Fraction(0))
    return _relation(
        RelationKind.SUM, parts, whole, left, sum((f.value for f in figures), Fraction(0)), bounds
    )


def share(part: Term, whole: Term, rate: Term) -> Relation | None:
    """The part over the whole is the rate, in percent."""
    p, w = part.printed, whole.printed
    bounds = 100 * p.low / w.high, 100 * p.high / w.low
    left = f"{p.text} ÷ {w.text}"
    return _relation(RelationKind.SHARE, (part, whole), rate, left, 100 * p.value / w.value, bounds)


def difference(before: Term, after: Term, change: Term, *, fall: bool) -> Relation | None:
    """From one level to another it is the change; a `fall` is stated without a sign."""
    big, small = (before, after) if fall else (after, before)
    b, s = big.printed, small.printed
    bounds = b.low - s.high, b.high - s.low
    left = f"{b.text} − {s.text}"
    return _relation(RelationKind.DIFFERENCE, (before, after), change, left, b.value - s.value, bounds)


def growth(before: Term, after: Term, rate: Term, *, fall: bool) -> Relation | None:
    """From one level to another it is the rate, in percent of the first."""
    b, a = before.printed, after.printed
    sign = -1 if fall else 1
    ends = 100 * sign * (a.low / b.high - 1), 100 * sign * (a.high / b.low - 1)
    big, small = (b, a) if fall else (a, b)
    left = f"({big.text} − {small.text}) ÷ {b.text}"
    exact = 100 * sign * (a.value / b.value - 1)
    return _relation(RelationKind.GROWTH, (before, after), rate, left, exact, (min(ends), max(ends)))


def change_of(after: Term, change: Term, rate: Term, *, fall: bool) -> Relation | None:
    """The change over the level before it, which is the level after without the change, is the rate, in percent."""
    a, c = after.printed, change.printed
    sign = -1 if fall else 1
    if a.low - sign * c.high <= 0 or a.low - sign * c.low <= 0:
        return None
    corners = [100 * x / (level - sign * x) for x in (c.low, c.high) for level in (a.low, a.high)]
    left = f"{c.text} ÷ ({a.text} {'+' if fall else '−'} {c.text})"
    exact = 100 * c.value / (a.value - sign * c.value)
    return _relation(RelationKind.GROWTH, (after, change), rate, left, exact, (min(corners), max(corners)))
