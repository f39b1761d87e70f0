"""Clauses of figures that measure: what is so large, what has grown or fallen by so much."""

import re
from collections.abc import Mapping

from summarizer.lexicon import Unit
from summarizer.offline.clause import Clause, be
from summarizer.offline.numbers import is_measure, quantity_en
from summarizer.offline.phrase import Phrase
from summarizer.offline.sizes import MONEY, RATES, are_counted, has_size, is_plural, number_of
from summarizer.quantities import Indicator, Qualifier

__all__ = ["changed", "level"]

_AMOUNT_OF = re.compile(
    r"^(?:[\w'-]+ ){0,3}?(?:value(?: added)?|volume|income|number|amount|scale|cost|area|output) of "
)


def changed(indicator: Indicator, phrase: Phrase, units: Mapping[str, Unit]) -> Clause | None:
    """`GDP grew by 5 percent`, `the number of stores grew by 136 percent`; None where the noun can neither grow nor fall."""
    change = phrase.change
    figure = quantity_en(indicator.mention, units)
    counted = are_counted(phrase.nouns)
    if change is None or figure is None or not is_measure(indicator.mention.unit, units):
        return None
    if not counted and not all(map(has_size, phrase.nouns)):
        return None
    if phrase.measure == "average annual":
        complement, short = f"by an average of {figure} a year", ""
    else:
        when = {"year-on-year": " year on year", "annual": " a year"}.get(phrase.measure, "")
        complement, short = f"by {figure}{when}", f"{change.direction} {figure}{when}"
    subject = number_of(phrase.nouns) if counted else phrase.subject()
    return Clause(
        indicator.id,
        subject,
        len(phrase.nouns) > 1 or is_plural(subject),
        change.past,
        change.base,
        complement,
        level_zh=phrase.base_zh,
        change=short,
    )


def level(indicator: Indicator, phrase: Phrase, units: Mapping[str, Unit]) -> Clause | None:
    """`revenue reached 823 million yuan`, `the coverage rate was 48.3 percent`; None where the noun is no amount."""
    mention = indicator.mention
    figure = quantity_en(mention, units)
    if figure is None or not all(map(has_size, phrase.nouns)):
        return None
    part, share, whole = phrase.subject().partition(" as a share of ")
    if share and mention.unit == "%":
        part = part.removeprefix("the ")
        part = _AMOUNT_OF.sub(r"the \g<0>", part)
        return Clause(
            indicator.id,
            part,
            is_plural(part),
            "accounted for",
            "account for",
            f"{figure} of {whole}",
            level_zh=indicator.name_zh,
        )
    plural = len(phrase.nouns) > 1 or is_plural(phrase.subject())
    past, base = "stood at", "reach"
    if mention.unit == "%":
        if not all(RATES & set(n.singular().lower().split()) for n in phrase.nouns):
            return None
        past, base = (be(plural), "be") if phrase.rate else (past, "stand at")
    elif mention.qualifier in {Qualifier.AT_LEAST, Qualifier.AT_MOST}:
        past, base = be(plural), "be"
    elif mention.unit in MONEY and mention.qualifier in {Qualifier.EXACT, Qualifier.OVER}:
        past, base = "reached", "reach"
    return Clause(indicator.id, phrase.subject(), plural, past, base, figure, level_zh=indicator.name_zh)
