"""Units and measure words: how they are written, what they are called in English, and what they convert to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache
from types import MappingProxyType

from summarizer.lexicon.table import Row, table_rows

__all__ = ["Unit", "UnitClass", "units", "units_in", "units_named"]

COLUMNS = ("zh", "canonical", "en", "plural", "class", "factor", "base", "note")


class UnitClass(StrEnum):
    """What a unit measures, or what kind of thing a measure word counts."""

    EVENT = "event"
    PERSON = "person"
    DOCUMENT = "document"
    ITEM = "item"
    ORGANISATION = "organisation"
    HOUSEHOLD = "household"
    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"
    AREA = "area"
    LENGTH = "length"
    MASS = "mass"
    VOLUME = "volume"
    ENERGY = "energy"
    POWER = "power"
    TIME = "time"
    RATIO = "ratio"
    PLACE = "place"
    ANIMAL = "animal"
    OTHER = "other"


_MEASURES = frozenset(
    {
        UnitClass.MONEY, UnitClass.PERCENT, UnitClass.POINTS, UnitClass.AREA, UnitClass.LENGTH, UnitClass.MASS, UnitClass.VOLUME,
        UnitClass.ENERGY, UnitClass.POWER, UnitClass.TIME, UnitClass.PERSON, UnitClass.HOUSEHOLD,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written, with the spelling that output uses for it.

    `en` and `plural` are "" for measure words that English does not say (件, 个). One of this unit is `factor` of `base`
    exactly; both are None and "" where it converts to nothing.
    """

    zh: str
    canonical: str
    en: str
    plural: str
    cls: UnitClass
    factor: Fraction | None = None
    base: str = ""
    note: str = ""

    @property
    def measures(self) -> bool:
        """Whether its English name cannot stand for another unit: a measure, money or share, people and households."""
        return self.factor is not None or self.cls in _MEASURES


def _factor(row: Row) -> Fraction | None:
    if bool(row["factor"]) != bool(row["base"]):
        raise row.error("factor and base go together", hint="fill both or neither")
    if not row["factor"]:
        return None
    try:
        factor = Fraction(row["factor"])
    except (ValueError, ZeroDivisionError) as error:
        raise row.error(f"{row['factor']!r} is no factor", hint="a number such as 0.5 or 1/15") from error
    if factor <= 0:
        raise row.error(f"the factor {row['factor']!r} is not above zero")
    return factor


def units_in(table: Iterable[Row]) -> dict[str, Unit]:
    """The units of the rows by spelling, checked. Raises LexiconError for the first bad row.

    A canonical spelling has a row of its own, is canonical itself, and has the same class, factor and base. All units of a
    class that convert, except money, convert to one base.
    """
    seen: dict[str, Row] = {}
    found: dict[str, Unit] = {}
    bases: dict[UnitClass, str] = {}
    for row in table:
        zh = row.unique("zh", seen)
        seen[zh] = row
        if bool(row["en"]) != bool(row["plural"]):
            raise row.error("English singular and plural go together", hint="fill both or neither")
        unit = Unit(
            zh=zh,
            canonical=row.required("canonical"),
            en=row.english("en"),
            plural=row.english("plural"),
            cls=UnitClass(row.choice("class", [str(cls) for cls in UnitClass])),
            factor=_factor(row),
            base=row.english("base"),
            note=row["note"],
        )
        if unit.base and unit.cls is not UnitClass.MONEY:
            base = bases.setdefault(unit.cls, unit.base)
            if base != unit.base:
                raise row.error(
                    f"the base {unit.base!r} of class {unit.cls}", hint=f"other rows have {base!r}"
                )
        found[zh] = unit
    for zh, unit in found.items():
        target = found.get(unit.canonical)
        if target is None or target.canonical != unit.canonical:
            raise seen[zh].error(f"the canonical spelling {unit.canonical!r} has no row of its own")
        if (target.cls, target.factor, target.base) != (unit.cls, unit.factor, unit.base):
            raise seen[zh].error(f"class, factor or base differ from those of {unit.canonical!r}")
    return found


@cache
def units() -> Mapping[str, Unit]:
    """All units of this installation by the way they are written. Raises LexiconError for a bad row."""
    return MappingProxyType(units_in(table_rows("units", COLUMNS)))


def units_named(english: str) -> tuple[Unit, ...]:
    """The units that are called so in English, in the singular or plural and in British or American spelling; canonical ones only."""
    return _by_english().get(_spelled(english), ())


def _spelled(english: str) -> str:
    name = " ".join(english.lower().replace("metre", "meter").replace("litre", "liter").split())
    return _OTHER_NAMES.get(name, name)


_OTHER_NAMES = {
    "persons": "people",
    "person times": "person-times",
    "ton": "tonne",
    "tons": "tonnes",
    "metric ton": "tonne",
    "metric tons": "tonnes",
    "metric tonnes": "tonnes",
    "mus": "mu",
    "percent": "%",
    "per cent": "%",
    "percents": "%",
    "pp": "percentage points",
    "rmb yuan": "yuan",
    "yuan rmb": "yuan",
    "renminbi": "yuan",
    "dollars": "us dollars",
    "dollar": "us dollar",
}


@cache
def _by_english() -> Mapping[str, tuple[Unit, ...]]:
    found: dict[str, list[Unit]] = {}
    for unit in units().values():
        if unit.zh == unit.canonical:
            for name in dict.fromkeys(map(_spelled, (unit.en, unit.plural))):
                found.setdefault(name, []).append(unit)
    found.pop("", None)
    return MappingProxyType({name: tuple(named) for name, named in found.items()})
