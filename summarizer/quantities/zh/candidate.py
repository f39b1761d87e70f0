"""A number as read, before it is known whether it counts something."""

from dataclasses import dataclass
from decimal import Decimal

from summarizer.lexicon.units import Unit, UnitClass
from summarizer.quantities.mention import Number, Qualifier

__all__ = ["BLANKS", "DASHES", "MASKS", "Candidate", "is_measured"]

BLANKS = " \t\u00a0\u3000"
"""What may stand once inside a figure, as characters of a class."""

MASKS = "*＊※×■□"
"""Characters that stand where digits were taken out."""

DASHES = "-－–—―─~～∼〜"
"""What parts the two ends of a range."""

# Measure words of other things as well: 一方面, 一里一外, 半块.
_VAGUE = frozenset("方里尺丈担立角块")
_MEASURED = frozenset(
    {
        UnitClass.AREA,
        UnitClass.LENGTH,
        UnitClass.MASS,
        UnitClass.VOLUME,
        UnitClass.ENERGY,
        UnitClass.POWER,
        UnitClass.MONEY,
    }
)


def is_measured(unit: Unit) -> bool:
    """Whether the unit measures rather than counts, so that a half or a quarter of it makes sense."""
    return unit.cls in _MEASURED and unit.zh not in _VAGUE


@dataclass(slots=True)
class Candidate:
    """What stands in text[start:end]; its bare number in text[number_start:number_end].

    `whole` tells a form that is always a figure (三分之二, 一半); `hedged` that a word before or inside makes it inexact, `bounded`
    that one behind it does; `scaled` that the number holds a scale, and `scale` is the 万 or 亿 that ends it. Where the unit begins the number closes, with what is left open behind it (30余|次).
    """

    start: int
    end: int
    number_start: int
    number_end: int
    value: Number | None
    value_max: Number | None = None
    unit: str = ""
    cls: UnitClass | None = None
    qualifier: Qualifier = Qualifier.EXACT
    in_digits: bool = False
    whole: bool = False
    hedged: bool = False
    bounded: bool = False
    scaled: bool = False
    measured: bool = False
    scale: Decimal = Decimal(1)
    close: int = 0

    @property
    def unreadable(self) -> bool:
        return self.value is None and self.qualifier is not Qualifier.MASKED

    def measure(self, unit: Unit, end: int) -> None:
        """Takes the unit that stands before `end` into it."""
        self.unit, self.cls, self.end = unit.canonical, unit.cls, end
        self.measured = is_measured(unit)

    def drop_unit(self) -> None:
        """Leaves the unit out again: it is only the beginning of a word (上亿市场主体)."""
        self.unit, self.cls, self.end, self.measured = "", None, self.close, False
