"""Every number in English prose: figures, dates, durations, ordinals, names and idioms."""

from summarizer.quantities.english_dates import date_at, year_at
from summarizer.quantities.english_names import enumerator_at, idiom_at, name_at, ordinal_at
from summarizer.quantities.english_number_words import words
from summarizer.quantities.english_numerals import Form, numerals, tokens
from summarizer.quantities.english_place import DASHES, Place, Taken, is_year
from summarizer.quantities.english_words import (
    DURATION_UNITS,
    counted_noun,
    lemma,
    money_before,
    qualifier_after,
    qualifier_before,
    unit_after,
)
from summarizer.quantities.mention import Kind, Mention, Number, Qualifier
from summarizer.reading import Span

__all__ = ["mentions_en"]

_CHANGE = frozenset(
    words(
        "rose rise rises rising raised raise increased increase increases grew grow grown fell fall fallen dropped drop "
        "declined decline cut reduced reduce lowered lower narrowed expanded expand improved improve went up down jumped "
        "climbed widened shrank extended raising lifting increasing reducing cutting lowering expanding rising growing "
        "falling improving bringing brought lifted"
    )
)


def mentions_en(text: str) -> list[Mention]:
    """Every number written in English prose, in order, none overlapping.

    Spans are code points into `text`: `number` is the numeral with its scale word and percent sign, `span` reaches from the
    qualifier to the unit. Values are exact and in base units: `RMB 385.67 billion` is 385670000000 元, `94.35 percent` 94.35 %,
    `two thirds` the fraction 2/3. `2 to 3` fills `value` and `value_max`. The unit is 元, 美元, %, 个百分点, a unit of
    measurement or the lemma of the noun counted, "" if unsure. `hundreds of` is 100 with qualifier `about`, as 数百 is.
    Never raises: a numeral too long to be read has value None and is `unreadable`.
    """
    stream = tokens(text)
    found = numerals(stream)
    mentions: list[Mention] = []
    i = 0
    while i < len(found):
        free_from = mentions[-1].span.end if mentions else 0
        mention, taken = _read(Place(text, stream, found, i, free_from))
        if mention.number.start >= free_from:
            mentions.append(mention)
        i += taken
    return mentions


def _read(place: Place) -> Taken:
    """The mention at a place; what is no figure is recognised first."""
    return (
        date_at(place)
        or name_at(place)
        or enumerator_at(place)
        or ordinal_at(place)
        or year_at(place)
        or idiom_at(place)
        or _figure(place)
    )


def _figure(place: Place) -> Taken:
    numeral = place.numeral
    upper, after, taken = _range_end(place)
    at, qualifier = numeral.first, Qualifier.EXACT
    money = money_before(place.stream, at)
    if money and place.stream[money.first].start < place.free_from:
        money = None
    first = money.first if money else at
    negative = _negative(place, first)
    if negative:
        first -= 1
    value = -numeral.value if negative and numeral.value is not None else numeral.value
    number_end = after
    unit = unit_after(place.stream, after)
    name = money.name if money else unit.name if unit else ""
    if name in {"%", "‰"}:
        number_end = unit.after if unit else after
    if name == "‰":
        value, upper, name = _tenth(value), _tenth(upper), "%"
    end = unit.after if unit else after
    if unit is None and not money:
        many = value is None or value != 1
        name = (
            _times(place, after) or _shared_unit(place, after) or counted_noun(place.stream, after, many=many)
        )
    if trailing := qualifier_after(place.stream, end):
        qualifier, end = trailing
    if upper is not None and place.word(first - 1) in {"between", "from"}:
        first -= 1
    leading = qualifier_before(place.stream, first)
    if leading and place.stream[leading[1]].start >= place.free_from:
        qualifier, first = leading
    if numeral.form is Form.VAGUE:
        qualifier = Qualifier.ABOUT
    if upper is not None:
        qualifier = Qualifier.RANGE
        if value is not None and value > upper:
            value, upper = upper, value
    duration = (unit is not None and unit.name in DURATION_UNITS) or lemma(name) in DURATION_UNITS
    kind = Kind.DURATION if duration else Kind.INDICATOR
    if duration and place.raw(end)[:4] == "Plan":
        kind = Kind.NAME
    number = Span(place.stream[at - negative if not money else at].start, place.stream[number_end - 1].end)
    return place.make(
        first, max(end, number_end), kind, taken,
        number=number, value=value, value_max=upper, unit=name, qualifier=qualifier, unreadable=value is None,
    )  # fmt: skip


def _shared_unit(place: Place, after: int) -> str:
    """The unit that only the second of two figures carries: `from 9.8 to 7.5 percent`."""
    if place.word(after) not in {"to", "and"} or place.numeral_at(after + 1) != 1:
        return ""
    unit = unit_after(place.stream, place.found[place.index + 1].after)
    leads = place.word(place.numeral.first - 1) in {"from", "between"}
    return unit.name if unit is not None and leads else ""


def _times(place: Place, after: int) -> str:
    """`time` for `three times` and `twice`, which count occasions."""
    if place.numeral.form is Form.MULTIPLE:
        return "time"
    return "time" if place.word(after) in {"times", "time"} else ""


def _negative(place: Place, first: int) -> bool:
    if place.word(first - 1) == "minus":
        return True
    sign = place.raw(first - 1) in {"-", "−"} and place.glued(first)
    return sign and not place.glued(first - 1) and place.numeral.in_digits


def _range_end(place: Place) -> tuple[Number | None, int, int]:
    """The upper end where this numeral opens a range, the token after it and how many numerals the mention takes."""
    after = place.numeral.after
    alone = (None, after, 1)
    joint, between = after, place.word(place.numeral.first - 1) == "between"
    if (unit := unit_after(place.stream, after)) is not None:
        joint = unit.after
    word = place.raw(joint)
    if not (word in DASHES or word.lower() == "to" or (word.lower() == "and" and between)):
        return alone
    start = joint + 1
    while place.raw(start) in {"~", "$", "¥"} or money_before(place.stream, start + 1):
        start += 1
    ahead = place.numeral_at(start)
    if ahead != 1:
        return alone
    upper = place.found[place.index + 1]
    if upper.form is not Form.CARDINAL or upper.value is None or place.numeral.value is None:
        return alone
    if is_year(place.stream[upper.first]) or (
        not between and upper.value <= place.numeral.value and not unit
    ):
        return alone
    stated = unit is not None or place.word(place.numeral.first - 1) == "from"
    if word.lower() == "to" and stated and _changes(place):
        return alone
    return upper.value, upper.after, 2


def _changes(place: Place) -> bool:
    """Whether a verb of change leads to it in the sentence: `rose from 12 percent to 18 percent` is two figures."""
    for i in range(place.numeral.first - 1, max(-1, place.numeral.first - 25), -1):
        if place.word(i) in _CHANGE:
            return True
        if place.raw(i) == ".":
            return False
    return False


def _tenth(value: Number | None) -> Number | None:
    return None if value is None else value / 10
