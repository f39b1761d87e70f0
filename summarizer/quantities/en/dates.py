"""Years, days and times of day in English prose."""

import re
from decimal import Decimal

from summarizer.quantities.en.money import money_before
from summarizer.quantities.en.number_words import words
from summarizer.quantities.en.numerals import Form, Numeral
from summarizer.quantities.en.place import Place, Taken
from summarizer.quantities.en.qualifiers import qualifier_before
from summarizer.quantities.en.tokens import DASHES, Token, is_year
from summarizer.quantities.en.units import unit_after
from summarizer.quantities.en.words import MONTHS, STOP, lemma
from summarizer.quantities.mention import Kind
from summarizer.reading import Span

__all__ = ["date_at", "year_at"]

_BEFORE_YEAR = frozenset(
    words(
        "in of from to since by until till through during between and after before year mid early late than for end over "
        "as the this around about"
    )
)
_MONTH = re.compile(r"0[1-9]|1[0-2]")
_LEADS_TO_YEAR = frozenset(words("in of since by until till during year from"))
_QUALIFIES_A_COUNT = frozenset(words("than nearly almost approximately least exceeding"))


def date_at(place: Place) -> Taken | None:
    """The date or time of day that the numeral is the day, the year or the first part of; None for none."""
    at, after = place.numeral.first, place.numeral.after
    if place.numeral.form is Form.DATE:
        return place.make(at, after, Kind.DATE)
    if not place.numeral.in_digits:
        return _spoken_year(place, at, after)
    return _day(place, at, after) or _years(place, at, after) or _time_of_day(place, at, after)


def _day(place: Place, at: int, after: int) -> Taken | None:
    """`March 5, 2023`, `5 Jan. 2023`, `March 5 to 11`, `9 to 11 November`."""
    first = _month_before(place, at)
    if first is not None and place.stream[first].start >= place.free_from:
        if is_year(place.stream[at]):
            return place.make(first, after, Kind.DATE)
        return _with_year(place, first, *_last_day(place, after)) if _is_day(place.numeral) else None
    if not _is_day(place.numeral):
        return None
    taken = 1
    behind = _month_after(place, after)
    if behind is None:
        after, taken = _last_day(place, after, also_and=True)
        behind = _month_after(place, after) if taken > 1 else None
    return _with_year(place, at, behind, taken) if behind is not None else None


def _month_before(place: Place, at: int) -> int | None:
    """The token of the month that ends just before token `at`."""
    at -= 1 + (place.raw(at - 1) == "." and _is_cut(place.word(at - 2)))
    return at if place.word(at) in MONTHS and place.raw(at)[0].isupper() else None


def _month_after(place: Place, at: int) -> int | None:
    """The token after the month that begins at token `at`."""
    at += place.word(at) == "of"
    if place.word(at) not in MONTHS or not place.raw(at)[0].isupper():
        return None
    return at + 1 + (_is_cut(place.word(at)) and place.raw(at + 1) == "." and place.glued(at + 1))


def _is_cut(month: str) -> bool:
    """Whether a month is cut short and has a full stop of its own; one behind `May` ends a sentence."""
    return len(month) < 5 and month not in {"may", "june", "july"}


def _is_day(numeral: Numeral) -> bool:
    return numeral.value is not None and numeral.value <= 31 and numeral.form is not Form.FRACTION


def _last_day(place: Place, after: int, *, also_and: bool = False) -> tuple[int, int]:
    """The token after the last day of a span of days (`5 to 11`) and how many numerals the span takes."""
    joint = place.raw(after)
    if joint in DASHES or place.word(after) == "to" or (also_and and place.word(after) == "and"):
        ahead = place.numeral_at(after + 1)
        if ahead == 1:
            last = place.found[place.index + 1]
            later = _is_day(last) and last.in_digits and (last.value or 0) > (place.numeral.value or 0)
            if later and unit_after(place.stream, last.after) is None:
                return last.after, 2
    return after, 1


def _with_year(place: Place, first: int, after: int, taken: int) -> Taken:
    """The date from `first` to `after`, with the year that may follow; its value is the year, else the day."""
    comma = int(place.word(after) == ",")
    if place.numeral_at(after + comma) == taken and is_year(place.stream[after + comma]):
        year = place.stream[after + comma]
        number = Span(year.start, year.end)
        return place.make(
            first, after + comma + 1, Kind.DATE, taken + 1, value=Decimal(year.text), number=number
        )
    return place.make(first, after, Kind.DATE, taken)


def _years(place: Place, at: int, after: int) -> Taken | None:
    """`2019/2020`, `the 1800s`, `the '90s`."""
    numeral = place.numeral
    if is_year(place.stream[at]) and place.raw(after) == "/" and place.numeral_at(after + 1) == 1:
        last = _last_year(numeral, place.stream[after + 1])
        if last and place.glued(after) and place.glued(after + 1):
            return place.make(at, after + 2, Kind.DATE, 2, value_max=last)
    decades = place.word(after) == "s" and place.glued(after) and place.raw(at).isdecimal()
    if not decades or numeral.value is None or numeral.value % 10:
        return None
    apostrophe = place.raw(at - 1) in {"'", "’", "‘"} and place.glued(at)
    if len(place.raw(at)) == 4 or (len(place.raw(at)) == 2 and (apostrophe or place.word(at - 1) == "the")):
        return place.make(at - apostrophe, after + 1, Kind.DATE)
    return None


def _time_of_day(place: Place, at: int, after: int) -> Taken | None:
    """`9:30`, `9 a.m.`, `9 o'clock`."""
    taken = 1
    if (
        place.word(after) == ":"
        and place.glued(after)
        and place.glued(after + 1)
        and place.numeral_at(after + 1)
    ):
        after, taken = after + 2, 2
    half = place.word(after)
    if half in {"am", "pm", "o'clock", "o’clock"} and (half != "am" or _is_day(place.numeral)):
        return place.make(at, after + 1, Kind.DATE, taken)
    if half in {"a", "p"} and place.word(after + 1) == "." and place.word(after + 2) == "m":
        return place.make(at, after + 3 + (place.raw(after + 3) == "."), Kind.DATE, taken)
    return place.make(at, after, Kind.DATE, taken) if taken > 1 else None


def _spoken_year(place: Place, at: int, after: int) -> Taken | None:
    """`in nineteen eighty`, `by twenty twenty-two`."""
    century = place.numeral.value
    if not isinstance(century, Decimal) or century not in {19, 20} or after - at != 1:
        return None
    if place.word(at - 1) not in _LEADS_TO_YEAR:
        return None
    if place.numeral_at(after) != 1:
        return None
    rest = place.found[place.index + 1]
    # A dozen is no part of a year.
    counted = rest.in_digits or place.word(rest.first) == "a" or place.word(rest.after - 1) == "dozen"
    if counted or not isinstance(rest.value, Decimal) or not 10 <= rest.value <= 99:
        return None
    return place.make(at, rest.after, Kind.DATE, 2, value=century * 100 + rest.value)


def year_at(place: Place) -> Taken | None:
    """The year, or years, that the numeral is; None for none."""
    numeral = place.numeral
    at, after = numeral.first, numeral.after
    if after - at != 1 or not is_year(place.stream[at]):
        return None
    taken = place.numeral_at(after + 1) if place.word(after) in DASHES else None
    if (
        taken
        and (last := _last_year(numeral, place.stream[after + 1]))
        and isinstance(numeral.value, Decimal)
    ):
        if last > numeral.value:
            return place.make(at, after + 2, Kind.DATE, taken + 1, value_max=last)
        if _MONTH.fullmatch(place.raw(after + 1)):
            return place.make(at, after + 2, Kind.DATE, taken + 1)  # 2023-02
        return place.make(at, after, Kind.DATE)
    return None if _is_count(place, at, after) else place.make(at, after, Kind.DATE)


def _last_year(first: Numeral, end: Token) -> Decimal | None:
    """The last of a span of years, which may be cut to two digits (`2018-22`)."""
    if is_year(end):
        return Decimal(end.text)
    if end.text.isdecimal() and len(end.text) == 2 and isinstance(first.value, Decimal):
        return first.value - first.value % 100 + int(end.text)
    return None


def _is_count(place: Place, at: int, after: int) -> bool:
    """Whether four digits that look like a year count something: a unit, or a plural noun that no preposition leads to.

    `higher than 2020` compares with a year.
    """
    if money_before(place.stream, at) or unit_after(place.stream, after):
        return True
    noun = place.raw(after)
    counted = place.word(at - 1) != "than" or (noun.isalpha() and noun.islower() and noun not in STOP)
    if counted and qualifier_before(place.stream, at) and place.word(at - 1) in _QUALIFIES_A_COUNT:
        return True
    plural = noun.isalpha() and noun.islower() and lemma(noun) != noun
    return plural and place.word(at - 1) not in _BEFORE_YEAR
