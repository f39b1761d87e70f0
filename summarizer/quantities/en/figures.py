"""Figures in English prose: a numeral with its sign, its other end, its unit or noun and its qualifier."""

from fractions import Fraction

from summarizer.quantities.en.numerals import Form, exact
from summarizer.quantities.en.place import Place, Taken
from summarizer.quantities.en.qualifiers import qualifier_after, qualifier_before
from summarizer.quantities.en.ranges import ends, opening, shared_unit
from summarizer.quantities.en.units import DURATION_UNITS, Unit, unit_after, unit_of_fraction
from summarizer.quantities.en.words import counted_noun, lemma
from summarizer.quantities.mention import Kind, Number, Qualifier
from summarizer.reading import Span

__all__ = ["figure_at"]

_AGES = frozenset({"age", "aged", "ages"})
_SHARES_OF = frozenset({100, 1000})


def figure_at(place: Place) -> Taken:
    """The figure or duration that the numeral opens."""
    if proportion := _proportion(place):
        return proportion
    numeral = place.numeral
    start = opening(place, numeral, place.free_from)
    found = ends(place, start, unit_after(place.stream, numeral.after))
    unit, trailing = _unit(place, found.after, start.money or found.money)
    low, high = (_in_unit(value, unit) for value in (found.low, found.high))
    after = number_end = found.after
    end = unit.after if unit else after
    if unit and unit.name in {"%", "‰"}:
        number_end = unit.after
    name = start.money or found.money or (unit.name if unit else "")
    if not name:
        name = _counted(place, after, many=low is None or low != 1)
    elif name == "‰":
        name = "%"
    first, qualifier = start.first, Qualifier.EXACT
    if found.high is not None and place.word(first - 1) in {"between", "from"}:
        first -= 1
    if unit is None and not start.money and place.word(first - 1) in _AGES:
        first, name = first - 1, "year of age"
    behind = qualifier_after(place.stream, end)
    if behind:
        trailing, end = behind
    measured = bool(start.money) or unit is not None
    leading = qualifier_before(place.stream, first, measured=measured, noun=name)
    if leading and place.stream[leading[1]].start >= place.free_from:
        qualifier, first = leading
    elif trailing:
        qualifier = trailing
    if numeral.qualifier is not Qualifier.EXACT:
        qualifier = numeral.qualifier
    if high is not None:
        qualifier = Qualifier.RANGE
    kind = Kind.DURATION if lemma(name) in DURATION_UNITS else Kind.INDICATOR
    if kind is Kind.DURATION and place.raw(end)[:4] == "Plan":
        kind = Kind.NAME
    # With words before the currency the number has the currency too: `over RMB 5`; alone it has not.
    number = start.first if first < start.first else start.number
    return place.make(
        first, max(end, number_end), kind, found.taken,
        number=Span(place.stream[number].start, place.stream[number_end - 1].end),
        value=low, value_max=high, unit=name, qualifier=qualifier, unreadable=low is None,
    )  # fmt: skip


def _unit(place: Place, after: int, money: str) -> tuple[Unit | None, Qualifier | None]:
    """The unit of the figure before token `after`, and the qualifier that may stand between them: `90-plus percent`."""
    stream = place.stream
    unit = unit_after(stream, after)
    if unit is None and not money:
        if place.numeral.form is Form.FRACTION and (part := unit_of_fraction(stream, after)):
            return part, None
        between = qualifier_after(stream, after)
        if between and (behind := unit_after(stream, between[1])):
            return behind, between[0]
    if unit and money and unit.name != money:
        unit = None
    return unit, None


def _in_unit(value: Number | None, unit: Unit | None) -> Number | None:
    """The value in base units; a part of a unit is a decimal where it can be: half a percent is 0.5."""
    if value is None or unit is None:
        return value
    if unit.name == "‰":
        return value / 10
    return exact(Fraction(value) * unit.factor) if isinstance(value, Fraction) or unit.factor > 1 else value


def _counted(place: Place, after: int, *, many: bool) -> str:
    """What a number without a unit counts: `time` for `three times` and `twice`, the unit of another figure, or its noun."""
    if place.numeral.form is Form.MULTIPLE or place.word(after) in {"times", "time"}:
        return "time"
    return shared_unit(place, after) or counted_noun(place.stream, after, many=many)


def _proportion(place: Place) -> Taken | None:
    """`one in five`, `nine out of ten`, `one in every three households`; `12 out of 15 bills` are two figures."""
    numeral, after = place.numeral, place.numeral.after
    out_of = (place.word(after), place.word(after + 1)) == ("out", "of")
    if not out_of and place.word(after) != "in":
        return None
    start = after + 1 + out_of
    every = place.word(start) == "every"
    start += every
    if place.numeral_at(start) != 1:
        return None
    whole = place.found[place.index + 1]
    if not (numeral.form is whole.form is Form.CARDINAL) or numeral.value is None or whole.value is None:
        return None
    part, of = Fraction(numeral.value), Fraction(whole.value)
    round_number = of in _SHARES_OF
    if not (part.denominator == of.denominator == 1 and 0 < part < of and (of <= 10 or round_number)):
        return None
    said = out_of or every or part == 1 or of == 10 or round_number
    if not said or unit_after(place.stream, whole.after):
        return None
    first, qualifier = numeral.first, Qualifier.EXACT
    leading = qualifier_before(place.stream, first)
    if leading and place.stream[leading[1]].start >= place.free_from:
        qualifier, first = leading
    return place.make(
        first, whole.after, Kind.INDICATOR, 2,
        number=Span(numeral.start, whole.end), value=part / of, qualifier=qualifier,
    )  # fmt: skip
