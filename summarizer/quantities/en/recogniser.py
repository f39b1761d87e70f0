"""Every number in English prose: figures, dates, durations, ordinals, names and idioms."""

from summarizer.quantities.en.dates import date_at, year_at
from summarizer.quantities.en.figures import figure_at
from summarizer.quantities.en.idioms import enumerator_at, idiom_at, ordinal_at
from summarizer.quantities.en.names import name_at
from summarizer.quantities.en.numerals import numerals
from summarizer.quantities.en.place import Place, Taken
from summarizer.quantities.en.tokens import tokens
from summarizer.quantities.mention import Mention

__all__ = ["mentions_en"]


def mentions_en(text: str) -> list[Mention]:
    """Every number written in English prose, in order, none overlapping.

    Spans are code points into `text`: `number` is the numeral with its scale word and percent sign (and its currency where a
    qualifier stands before that), `span` reaches from the qualifier to the unit. Values are exact and in base units: `RMB 385.67 billion` is 385670000000 元, `94.35 percent` 94.35 %,
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
        or figure_at(place)
    )
