"""What figures count, and over how long: which of them may stand in one row at all."""

from fractions import Fraction

from summarizer.lexicon import UnitClass, taxon, units

__all__ = ["adds_up", "counted_in", "in_base", "is_rate", "years_of"]

_RATES = frozenset({UnitClass.PERCENT, UnitClass.POINTS, UnitClass.RATIO})
# Measure words that count the same things one by one: 3件, 3部 and 3项法规, 6个, 6处 and 6座联络站.
_THINGS = frozenset({UnitClass.DOCUMENT, UnitClass.ITEM, UnitClass.ORGANISATION})
_SITES = frozenset({"座", "处"})
_OCCASIONS = frozenset({"次", "场", "场次", "场(次)"})


def years_of(period: str) -> int | None:
    """How many years a period covers: 1 of `2022`, 5 of `2018-2022`, None of anything else."""
    first, _, last = period.partition("-")
    years = [part for part in (first, last or first) if len(part) == 4 and part.isdecimal()]
    length = int(years[1]) - int(years[0]) + 1 if len(years) == 2 else 0
    return length if length > 0 else None


def _classes(key: str) -> frozenset[UnitClass]:
    try:
        return taxon(key).unit_classes
    except KeyError:  # a digest made with another installation's taxonomy
        return frozenset()


def adds_up(key: str) -> bool:
    """Whether figures of this key over several years are the sum of the years'; a level such as the forest coverage is not."""
    try:
        return taxon(key).adds_up
    except KeyError:
        return False


def counted_in(unit_zh: str, key: str) -> str:
    """What figures of a unit count: one word for measure words that say the same of things, people or occasions.

    Attendances (人次, 件次) stay apart from people and things; measures are one where they convert into each other exactly.
    """
    classes = _classes(key)
    if not unit_zh:
        return "people" if UnitClass.PERSON in classes and not classes & _THINGS else "things"
    unit = units().get(unit_zh)
    if unit is None:
        return unit_zh
    if unit.factor is not None:
        return unit.base
    canonical = unit.canonical.replace("(次)", "次")
    if canonical in _OCCASIONS or unit.canonical in _OCCASIONS:
        return "occasions"
    if canonical.endswith("次"):
        return canonical
    if unit.cls is UnitClass.HOUSEHOLD and UnitClass.ORGANISATION in classes:
        return "things"  # 400户企业
    if (unit.cls in _THINGS and not unit.en) or canonical in _SITES:
        return "things"
    if unit.cls is UnitClass.PERSON and unit.en in {"", "person"}:
        return "people"
    return canonical


def in_base(unit_zh: str) -> Fraction:
    """By what a figure in this unit is multiplied to be one in its base unit; 1 where it converts to nothing."""
    unit = units().get(unit_zh)
    return unit.factor if unit is not None and unit.factor is not None else Fraction(1)


def is_rate(unit_zh: str) -> bool:
    """Whether figures of this unit are percentages, percentage points or multiples, which never add up."""
    unit = units().get(unit_zh)
    return unit is not None and unit.cls in _RATES
