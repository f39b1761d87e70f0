"""Ranges in English prose: `2 to 3 million`, `between $3 million and $5 million`, `two or three`."""

from dataclasses import dataclass
from fractions import Fraction

from summarizer.quantities.en.money import money_before
from summarizer.quantities.en.number_words import words
from summarizer.quantities.en.numerals import Form, Numeral
from summarizer.quantities.en.place import Place
from summarizer.quantities.en.qualifiers import qualifier_before
from summarizer.quantities.en.tokens import DASHES, HYPHENS, is_year
from summarizer.quantities.en.units import Unit, unit_after
from summarizer.quantities.mention import Number

__all__ = ["Ends", "Opening", "ends", "opening", "shared_unit"]

_CHANGE = frozenset(
    words(
        "rose rise rises rising raised raise increased increase increases grew grow grown fell fall fallen dropped drop "
        "declined decline cut reduced reduce lowered lower narrowed expanded expand improved improve went up down jumped "
        "climbed widened shrank extended raising lifting increasing reducing cutting lowering expanding rising growing "
        "falling improving bringing brought lifted surged soared"
    )
)
# After these a bare number is what something changed by; `cut 10 to 20 posts` is a range.
_CHANGES_BY = frozenset(
    words(
        "rose rises rising grew grows growing grown fell falls falling fallen dropped declined increased decreased jumped "
        "climbed surged soared slid sank up down"
    )
)
_SHARES = frozenset({"%", "个百分点"})
_CHANGE_REACH = 25
_LONGEST_LIST = 8
# A bare number above this in percent is a count beside a percentage.
_LARGEST_SHARE = 1000


@dataclass(frozen=True, slots=True)
class Opening:
    """How a figure opens: its value with the sign, where its number begins, where its currency or sign does."""

    value: Number | None
    number: int
    first: int
    money: str


@dataclass(frozen=True, slots=True)
class Ends:
    """The value of a figure, the upper end where it is a range, the token after it, its numerals, the currency of its upper end."""

    low: Number | None
    high: Number | None
    after: int
    taken: int = 1
    money: str = ""


def opening(place: Place, numeral: Numeral, free_from: int) -> Opening:
    """How the figure of a numeral opens, no sooner than at the character `free_from`."""
    number = numeral.first - _has_sign(place, numeral, numeral.first, free_from)
    money = money_before(place.stream, number)
    if money is None or place.stream[money.first].start < free_from:
        first, name = number, ""
    else:
        first, name = money.first, money.name
    if name and number == numeral.first:
        first -= _has_sign(place, numeral, first, free_from)
    negative = number < numeral.first or (money is not None and first < money.first)
    value = -numeral.value if negative and numeral.value is not None else numeral.value
    return Opening(value, number, first, name)


def _has_sign(place: Place, numeral: Numeral, at: int, free_from: int) -> bool:
    """Whether a minus stands before token `at`; one that stands apart is a bullet unless nothing else is said."""
    word = place.word(at - 1)
    if not word or place.stream[at - 1].start < free_from:
        return False
    if word in {"minus", "negative"}:
        return True
    if word not in {"-", "−"} or not numeral.in_digits:
        return False
    if place.glued(at):
        return not place.glued(at - 1)
    return place.raw(at - 2) in {"", "("} and place.raw(numeral.after) in {"", ")"}


def ends(place: Place, start: Opening, unit: Unit | None) -> Ends:
    """The ends of the figure whose numeral has this opening and this unit behind it; a scale said once holds for both."""
    numeral = place.numeral
    alone = Ends(start.value, None, numeral.after)
    found = _joint(place, start, unit.after if unit else numeral.after)
    if (
        not found
        or start.value is None
        or numeral.form is Form.MULTIPLE
        or place.index + 1 >= len(place.found)
    ):
        return alone
    word, at = found
    at += place.raw(at) == "~"
    upper = place.found[place.index + 1]
    top = opening(place, upper, place.stream[at].start if at < len(place.stream) else 0)
    if (
        top.first != at
        or top.value is None
        or not _alike(numeral, upper)
        or is_year(place.stream[upper.first])
    ):
        return alone
    behind = unit_after(place.stream, upper.after)
    lower_unit = start.money or (unit.name if unit else "")
    upper_unit = top.money or (behind.name if behind else "")
    if lower_unit and upper_unit and lower_unit != upper_unit:
        return alone
    low = start.value * _shared_scale(numeral, upper)
    if word == "or" and not _neighbours(numeral, upper, low, top.value):
        return alone
    downward = low > top.value and (unit or place.word(start.first - 1) == "between")
    if low >= top.value and not downward:
        return alone
    if word == "to" and _is_change(place, start, unit, upper_unit, shared=low != start.value):
        return Ends(low, None, numeral.after)
    return Ends(min(low, top.value), max(low, top.value), upper.after, 2, top.money)


def _joint(place: Place, start: Opening, at: int) -> tuple[str, int] | None:
    """The word that joins two ends at token `at` and the token after it: `to`, `- to`, `-to-`, a dash, `and` after `between`."""
    if place.raw(at) in HYPHENS and place.word(at + 1) == "to":
        return "to", at + 2 + (place.raw(at + 2) in HYPHENS)
    word = place.word(at)
    if word in DASHES or word in {"to", "or"} or (word == "and" and place.word(start.first - 1) == "between"):
        return word, at + 1
    return None


def _alike(lower: Numeral, upper: Numeral) -> bool:
    """Whether both ends may be of one range; a half and a whole number may not."""
    part = lower.form is Form.FRACTION and lower.value is not None and lower.value < 1
    return upper.form is Form.FRACTION or (upper.form is Form.CARDINAL and not part)


def _neighbours(lower: Numeral, upper: Numeral, low: Number, high: Number) -> bool:
    """Whether `or` joins two guesses at one count: `two or three`, `20 or 30`."""
    step = 10 ** (len(str(int(low))) - 1) if low >= 1 else 0
    return lower.in_digits == upper.in_digits and Fraction(high) - Fraction(low) == step


def _shared_scale(lower: Numeral, upper: Numeral) -> int:
    """The scale that is said once for both ends: `2 to 3 million`; 1 for `800 to 1 million`."""
    if lower.scales or lower.value is None or upper.value is None:
        return 1
    return next((s for s in upper.scales if 0 < lower.value * s < upper.value), 1)


def _is_change(place: Place, start: Opening, unit: Unit | None, upper_unit: str, *, shared: bool) -> bool:
    """Whether `X to Y` says what something changed by or from, and what it came to: two figures, no range.

    `Staff grew by 15 to 25` is two, `fell by 5 to 6 percent` and `rose by 2 to 3 million` are ranges.
    """
    at = start.first
    if place.word(at - 1) == "from" or unit is not None:
        return _change_before(place, at)
    if shared or (upper_unit in _SHARES and not place.numeral.scales):
        return False
    leading = qualifier_before(place.stream, at)
    at = leading[1] if leading else at
    return _change_before(place, at) if place.word(at - 1) == "by" else place.word(at - 1) in _CHANGES_BY


def _change_before(place: Place, at: int) -> bool:
    """Whether a verb of change leads to token `at` in its sentence."""
    for i in range(at - 1, max(-1, at - _CHANGE_REACH), -1):
        if place.word(i) in _CHANGE:
            return True
        if place.raw(i) == ".":
            return False
    return False


def shared_unit(place: Place, after: int) -> str:
    """The unit that only the last of several figures carries: `from 9.8 to 7.5 percent`, `4.1, 5.0 and 6.3 percent`."""
    following = place.found[place.index + 1 : place.index + 1 + _LONGEST_LIST]
    if place.word(after) == "to":
        if not following or following[0].first != after + 1 or place.word(place.numeral.first - 1) != "from":
            return ""
        unit = unit_after(place.stream, following[0].after)
        return unit.name if unit else ""
    for numeral in following:
        comma = place.raw(after) == ","
        last = place.word(after + comma) == "and"
        if not (comma or last) or numeral.first != after + comma + last or numeral.form is not Form.CARDINAL:
            return ""
        after = numeral.after
        if last:
            unit = unit_after(place.stream, after)
            small = place.numeral.value is not None and place.numeral.value <= _LARGEST_SHARE
            return unit.name if small and unit is not None and unit.name in _SHARES else ""
    return ""
