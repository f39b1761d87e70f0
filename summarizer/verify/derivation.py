"""Value → the two figures of one relation of the source that give it, with the formula."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from summarizer.quantities import Indicator, Number
from summarizer.verify.printed import half_unit
from summarizer.verify.relation import Relation, RelationKind

__all__ = ["Derivation", "derived"]


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a figure follows from two figures of the source: the formula, and those two."""

    formula: str
    operands: tuple[Indicator, Indicator]


def derived(
    found: Sequence[Relation], told: Iterable[int], value: Number, unit: str | None
) -> Derivation | None:
    """How two members of one relation of the source give a value in this unit, None where none do.

    `found` are the source's relations, of which only those that hold count; `told` are the ids of the indicators that the sentence
    tells or cites, of which one must be among the two. Part and whole give what is left and a percentage, two parts their sum and
    their difference. A percentage may be rounded to the digits stated.
    """
    wanted = set(told)
    target = Fraction(value)
    for relation in found:
        if not relation.holds or relation.kind not in {RelationKind.SUM, RelationKind.SHARE}:
            continue
        for a, b, whole in _pairs(relation):
            if {a.id, b.id} & wanted and (formula := _formula(a, b, target, value, unit, whole=whole)):
                return Derivation(formula, (a, b))
    return None


def _pairs(relation: Relation) -> Iterator[tuple[Indicator, Indicator, bool]]:
    """Two members each, and whether the second is the whole of the first."""
    if relation.kind is RelationKind.SHARE:
        part, whole = relation.operands
        yield part, whole, True
        return
    for n, part in enumerate(relation.operands):
        yield part, relation.stated, True
        for other in relation.operands[n + 1 :]:
            yield part, other, False


def _formula(
    a: Indicator, b: Indicator, target: Fraction, value: Number, unit: str | None, *, whole: bool
) -> str:
    if a.mention.value is None or b.mention.value is None:
        return ""
    x, y = Fraction(a.mention.value), Fraction(b.mention.value)
    if unit == "%":
        exact = 100 * x / y if whole else None
        if exact is None or abs(exact - target) > half_unit(value):
            return ""
        return f"{a.mention.text} ÷ {b.mention.text} {'=' if exact == target else '≈'} {_percent(value)}"
    if unit is not None and unit not in {a.mention.unit, b.mention.unit}:
        return ""
    if not whole and x + y == target:
        return f"{a.mention.text} + {b.mention.text}"
    if x != y and abs(x - y) == target:
        big, small = (b, a) if y > x else (a, b)
        return f"{big.mention.text} − {small.mention.text}"
    return ""


def _percent(value: Number) -> str:
    return f"{value.numerator}/{value.denominator}" if isinstance(value, Fraction) else f"{value:f}%"
