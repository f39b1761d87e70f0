"""Years and days in English prose."""

from decimal import Decimal

from summarizer.quantities.english_number_words import words
from summarizer.quantities.english_numerals import Numeral
from summarizer.quantities.english_place import DASHES, Place, Taken, is_year
from summarizer.quantities.english_words import (
    MONTHS,
    lemma,
    money_before,
    qualifier_before,
    unit_after,
)
from summarizer.quantities.mention import Kind
from summarizer.reading import Span

__all__ = ["date_at", "year_at"]

_BEFORE_YEAR = frozenset(
    words(
        "in of from to since by until till through during between and after before year mid early late than for end over "
        "as the this around about"
    )
)


def date_at(place: Place) -> Taken | None:
    """The date that the numeral is the day, the year or the first part of; None for none."""
    at, after = place.numeral.first, place.numeral.after
    if not place.numeral.in_digits:
        return None
    before = place.word(at - 1)
    if before in MONTHS and place.raw(at - 1)[0].isupper():
        return _after_month(place, at, after)
    of = int(place.word(after) == "of")
    month = place.word(after + of)
    if month in MONTHS and place.raw(after + of)[0].isupper() and _day(place.numeral):
        return _with_year(place, at, after + of + 1)
    if is_year(place.stream[at]) and place.word(after) in {"-", "/"} and place.glued(after):
        iso = place.numeral_at(after + 1)
        if iso and place.word(after + 2) == place.word(after) and place.numeral_at(after + 3):
            return place.make(at, after + 4, Kind.DATE, 3)
    if (
        place.word(after) == ":"
        and place.glued(after)
        and place.glued(after + 1)
        and place.numeral_at(after + 1)
    ):
        return place.make(at, after + 2, Kind.DATE, 2)
    return None


def _day(numeral: Numeral) -> bool:
    return numeral.value is not None and numeral.value <= 31


def _after_month(place: Place, at: int, after: int) -> Taken | None:
    if is_year(place.stream[at]):
        return place.make(at - 1, after, Kind.DATE)
    return _with_year(place, at - 1, after) if _day(place.numeral) else None


def _with_year(place: Place, first: int, after: int) -> Taken:
    """The date from `first` to `after`, with the year that may follow; its value is the year, else the day."""
    comma = int(place.word(after) == ",")
    taken = place.numeral_at(after + comma)
    if taken == 1 and is_year(place.stream[after + comma]):
        year = place.stream[after + comma]
        return place.make(
            first,
            after + comma + 1,
            Kind.DATE,
            2,
            value=Decimal(year.text),
            number=Span(year.start, year.end),
        )
    return place.make(first, after, Kind.DATE)


def year_at(place: Place) -> Taken | None:
    """The year, or years, that the numeral is; None for none."""
    numeral = place.numeral
    at, after = numeral.first, numeral.after
    if after - at != 1 or not is_year(place.stream[at]):
        return None
    if place.word(after) == "s" and place.glued(after):
        return place.make(at, after + 1, Kind.DATE)
    if place.word(after) in DASHES and (taken := place.numeral_at(after + 1)):
        end = place.stream[after + 1]
        if is_year(end):
            return place.make(at, after + 2, Kind.DATE, taken + 1, value_max=Decimal(end.text))
        if end.text.isdecimal() and len(end.text) == 2:
            last = (
                numeral.value - numeral.value % 100 + int(end.text)
                if isinstance(numeral.value, Decimal)
                else None
            )
            return place.make(at, after + 2, Kind.DATE, taken + 1, value_max=last)
    return None if _is_count(place, at, after) else place.make(at, after, Kind.DATE)


def _is_count(place: Place, at: int, after: int) -> bool:
    """Whether four digits that look like a year count something: a unit, or a plural noun that no preposition leads to."""
    if money_before(place.stream, at) or unit_after(place.stream, after):
        return True
    qualified = qualifier_before(place.stream, at)
    if qualified and place.word(at - 1) in {
        "than",
        "nearly",
        "almost",
        "approximately",
        "least",
        "exceeding",
    }:
        return True
    noun = place.raw(after)
    plural = noun.isalpha() and noun.islower() and lemma(noun) != noun
    return plural and place.word(at - 1) not in _BEFORE_YEAR
