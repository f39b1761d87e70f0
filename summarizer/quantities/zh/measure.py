"""The unit behind a number and the currency before it."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache

from summarizer.lexicon.units import Unit, UnitClass, units
from summarizer.quantities.zh.candidate import BLANKS, is_measured

__all__ = ["YUAN", "currency_before", "part_of", "unit_at"]

YUAN = "元"
_WORD = re.compile(r"[A-Za-z]{2,8}+(?![A-Za-z])")
_LETTER = re.compile(r"[A-Za-z]")
# 两 is a weight only where no measure word or noun follows: 二两, but not 三两天.
_LIANG = re.compile(r"两(?![一-鿿]|[0-9])|两(?=[重半的以左黄白])")
_BRACKETED = re.compile(r"[（(]([一-鿿]{1,2})[)）](次)?")
_OPENING = ("（", "(")
_STROKES = ("/", "／")
# What a rate may be told by besides one of a unit: 12.3起/万人, 每 said as a stroke.
_PER = re.compile(r"[/／](?:([百千万]|10万|十万)(?=[人户]))?")
# 分 alone is a mark in a test; behind another part of a sum it is a hundredth of the whole.
_CENT = re.compile(r"分钱?")


def _by(position: int, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The names by their first (0) or last (-1) character, the longest first."""
    found: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        found.setdefault(name[position], []).append(name)
    return {char: tuple(group) for char, group in found.items()}


@cache
def _written() -> dict[str, tuple[str, ...]]:
    return _by(0, units())


@cache
def _folded() -> dict[str, Unit]:
    """Units of two and more Latin letters in lower case: they are written in any (168CM)."""
    return {
        name.casefold(): unit for name, unit in units().items() if len(name) > 1 and _WORD.fullmatch(name)
    }


def _plain_unit_at(text: str, at: int) -> tuple[Unit, int] | None:
    """The longest unit that is written at `at`, and where it ends, without what may go on behind it."""
    first = text[at : at + 1]
    for name in _written().get(first, ()):
        if text.startswith(name, at):
            end = at + len(name)
            if not (_LETTER.match(name[-1]) and _LETTER.match(text, end)) and (
                first != "两" or _LIANG.match(text, at)
            ):
                return units()[name], end
    word = _WORD.match(text, at) if _LETTER.match(first) else None
    unit = _folded().get(word.group().casefold()) if word else None
    return None if word is None or unit is None else (unit, word.end())


def unit_at(text: str, at: int) -> tuple[Unit, int] | None:
    """The longest unit that is written at `at`, and where it ends. One in Latin letters must be a word of its own."""
    found = _plain_unit_at(text, at)
    return None if found is None else _settled(text, *found)


def _settled(text: str, unit: Unit, end: int) -> tuple[Unit, int]:
    """The unit with what goes on behind it: 三万元欧元 are euros, 90家（次） are 家次, 25所（个） 所(个), 36元/小时 a rate."""
    following = text[end : end + 1]
    if following in _OPENING:
        second = _BRACKETED.match(text, end)
        if second and second[1] in units() and not is_measured(unit):
            both = units().get(unit.zh + second[1])
            return both or _composed(unit, f"({second[1]}){second[2] or ''}"), second.end()
    elif following in _STROKES and "/" not in unit.canonical and (per := _PER.match(text, end)):
        base = _plain_unit_at(text, per.end())
        if base is not None:
            return _composed(unit, f"/{per[1] or ''}{base[0].canonical}"), base[1]
    if unit.canonical == YUAN:
        for name in _written().get(text[end : end + 1], ()):
            if name in _currency_names() and text.startswith(name, end):
                return units()[name], end + len(name)
    return unit, end


@cache
def _composed(unit: Unit, rest: str) -> Unit:
    """A unit with a second part that the table has no row for; a rate converts to nothing."""
    name = unit.canonical + rest
    cls = unit.cls if rest[0] == "(" or unit.cls is UnitClass.MONEY else UnitClass.OTHER
    return units().get(name) or Unit(name, name, "", "", cls)


@cache
def _currency_names() -> frozenset[str]:
    """Currencies by name or sign (港币, US$, ￥), which may also stand before the figure; not 元 and its kin."""
    return frozenset(
        name
        for name, unit in units().items()
        if unit.cls is UnitClass.MONEY and unit.factor == 1 and name[0] not in "元圆块"
    )


@cache
def _currencies() -> dict[str, tuple[str, ...]]:
    return _by(-1, _currency_names())


def currency_before(text: str, at: int, floor: int) -> tuple[Unit, int] | None:
    """The currency named directly before `at` and behind `floor`, and where its name starts."""
    end = at - 1 if at > floor and text[at - 1] in BLANKS else at
    if end <= floor:
        return None
    for name in _currencies().get(text[end - 1], ()):
        if text.endswith(name, floor, end):
            return units()[name], end - len(name)
    return None


def part_of(text: str, at: int, whole: Unit) -> tuple[Decimal, int] | None:
    """What share of `whole`, a unit of money, the smaller unit written at `at` is, and where it ends: 角 of 元, 美分 of 美元."""
    found = unit_at(text, at)
    cent = _CENT.match(text, at)
    if cent and (found is None or found[0].cls is not UnitClass.MONEY):
        return Decimal("0.01"), cent.end()
    if found is None or not found[0].factor or not whole.factor:
        return None
    unit, end = found
    if unit.cls is not UnitClass.MONEY or unit.base != whole.base or found[0].factor >= whole.factor:
        return None
    share = unit.factor / whole.factor if unit.factor else whole.factor
    return Decimal(share.numerator) / Decimal(share.denominator), end
