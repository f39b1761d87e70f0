"""How the figures of a digest read in English, in tables and lists."""

import re

from summarizer.digest.model import DigestIndicator
from summarizer.lexicon import Unit, units
from summarizer.offline import count_en, quantity_en
from summarizer.offline.numbers import is_measure
from summarizer.offline.numbers import unit_en as _unit_en
from summarizer.quantities import Kind, Mention, Qualifier, number_of
from summarizer.reading import Span

__all__ = ["figure_en", "name_of", "period_en", "unit_en"]

# English that says nothing beside a name which tells who or what is counted.
_SILENT = frozenset({"time", "person"})
# Words of names that say by themselves that acts are counted, not heads.
_ACTS = re.compile(
    r"\b(?:appointments?|removals?|visits?|attendances?|participations?|instances?|trips?|tourists?|passengers?|visitors?)\b"
)
# 户 counts firms as well as households, 套 homes as well as sets.
_NOT_SO_CALLED = {
    "household": re.compile(r"enterpris|business|compan|entit|firm|shop|merchant|operator|toilet"),
    "set": re.compile(r"hom(?:e|es)\b|hous|apartment|dwelling|flat"),
}


def _mention(indicator: DigestIndicator) -> Mention:
    span = Span(indicator.start, indicator.end)
    return Mention(
        span=span,
        number=span,
        text=indicator.text,
        kind=Kind.INDICATOR,
        value=number_of(indicator.value),
        value_max=number_of(indicator.value_max),
        unit=indicator.unit,
        qualifier=indicator.qualifier,
    )


def _goes_without_saying(unit: Unit, name_en: str) -> bool:
    name = name_en.lower()
    other = _NOT_SO_CALLED.get(unit.en)
    if other is not None and other.search(name):
        return True
    if unit.en == "person-time":
        return bool(_ACTS.search(name))
    return unit.en in _SILENT or bool(unit.en and (unit.en in name or unit.plural in name))


def figure_en(indicator: DigestIndicator) -> str:
    """The figure as tables print it: `over 30`, `94.35 percent`, `823 million yuan`, `2 to 3`, `masked in the source`.

    In digits throughout, else in the style of `offline.numbers`. A measure always carries its unit; a thing counted only where the
    indicator's name does not say it already. Beside a name that stands in Chinese a unit without English stands in Chinese too.
    Raises ValueError for a value that is no number.
    """
    if indicator.qualifier is Qualifier.MASKED:
        return "masked in the source"
    if indicator.value is None:
        return "unreadable in the source"
    mention, known = _mention(indicator), units()
    unit = known.get(indicator.unit)
    counted = unit is not None and not is_measure(indicator.unit, known)
    if unit is not None and counted and indicator.name_en and _goes_without_saying(unit, indicator.name_en):
        return count_en(mention, words=False)
    said = quantity_en(mention, known)
    if said is not None:
        return said
    if indicator.name_en or not indicator.unit:
        return count_en(mention, words=False)
    return f"{count_en(mention, words=False)} {indicator.unit}"


def name_of(indicator: DigestIndicator) -> str:
    """What is counted, with a capital; in Chinese where there is no English, – where there is neither."""
    name = indicator.name_en or indicator.name_zh or "–"
    return name[:1].upper() + name[1:]


def unit_en(unit: str) -> str:
    """The unit's English in the plural: `percent`, `yuan`, `kilometers`; "" where English does not say it or has none."""
    return _unit_en(unit, units())


def period_en(period: str) -> str:
    """`2018–2022` of `2018-2022`; one year as it is."""
    return period.replace("-", "–")
