"""Places and their standard English: from the table, else by pinyin and marked so."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from summarizer.lexicon.romanisation import joined, name_syllables
from summarizer.lexicon.table import Row, table_rows
from summarizer.lexicon.traditional import simplified

__all__ = [
    "Place",
    "PlaceName",
    "known_places",
    "level_of",
    "peoples_in",
    "place_name",
    "places_in",
    "short_names",
]

COLUMNS = ("zh", "en", "level", "parent", "note")
PEOPLE_COLUMNS = ("zh", "en", "note")

_LEVELS = ("province", "prefecture", "county")
_ABOVE = {"province": (), "prefecture": ("province",), "county": ("province", "prefecture")}


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the table or one read off its name. `en` is without the word of its level; `level` as in `level_of`."""

    zh: str
    en: str
    level: str
    parent_zh: str = ""
    romanised: bool = False


@dataclass(frozen=True, slots=True)
class PlaceName:
    """English of a place: `en` as a noun (`Datong`, `Xincheng District, Hohhot`), `adjective` before the name of a body
    (`Datong Municipal`, `Xincheng District`). `romanised` tells that part of it is mere pinyin.
    """

    en: str
    adjective: str
    level: str
    romanised: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    """The word of a level at the end of a name: its English as a noun ("" is not said), before a body, and the level.

    `least` is how many characters must stand before it: 浦东新区 is a new area, but 高新区 a district called 高新.
    """

    noun: str
    attribute: str
    level: str
    least: int = 1


def _said(english: str, level: str, least: int = 1) -> _Word:
    return _Word(english, english, level, least)


_WORDS = {
    "特别行政区": _said("Special Administrative Region", "province"),
    "自治区": _said("Autonomous Region", "province"),
    "省": _Word("", "Provincial", "province"),
    "自治州": _said("Autonomous Prefecture", "prefecture"),
    "地区": _said("Prefecture", "prefecture", 2),
    "盟": _said("League", "prefecture"),
    "市": _Word("", "Municipal", "county"),
    "自治县": _said("Autonomous County", "county"),
    "自治旗": _said("Autonomous Banner", "county"),
    "高新技术产业开发区": _said("High-Tech Industrial Development Zone", "county", 0),
    "经济技术开发区": _said("Economic and Technological Development Zone", "county", 0),
    "经济开发区": _said("Economic Development Zone", "county", 0),
    "高新区": _said("High-Tech Zone", "county", 0),
    "经开区": _said("Economic Development Zone", "county", 0),
    "开发区": _said("Development Zone", "county", 0),
    "工业园区": _said("Industrial Park", "county", 0),
    "管理区": _said("Management Area", "county", 2),
    "新区": _said("New Area", "county", 2),
    "林区": _said("Forestry District", "county", 2),
    "特区": _said("Special District", "county", 2),
    "区": _said("District", "county"),
    "县": _said("County", "county"),
    "旗": _said("Banner", "county"),
    "民族乡": _said("Ethnic Township", "township"),
    "族乡": _said("Ethnic Township", "township"),
    "苏木": _said("Sum", "township"),
    "街道": _said("Subdistrict", "township"),
    "镇": _said("Town", "township"),
    "乡": _said("Township", "township"),
    "村": _said("Village", "unknown", 2),
}
_SUFFIXES = sorted(_WORDS, key=len, reverse=True)
# The shortest stretch that ends in the word of a level, where no further such word follows at once (市中区, 沙市区, 东乡族…).
_PART = re.compile(
    r".+?(?:特别行政区|自治[区州县旗]|开发区|[省市盟区县旗镇乡村]|苏木|街道)(?![市区县镇乡村]|族|街道)"
)
_AUTONOMOUS = ("自治区", "自治州", "自治县", "自治旗")
_HIDDEN = re.compile(r"(?:[某*＊※×■□○XＸ]+[省市州盟区县旗镇乡村])+")
_LONGEST = 60
_WHOLE = {
    "省": "province",
    "市": "city",
    "州": "prefecture",
    "盟": "league",
    "区": "district",
    "县": "county",
}
_WHOLE |= {"旗": "banner", "镇": "town", "乡": "township", "村": "village"}
_NATION = {"全国", "中国", "国家", "中华人民共和国"}
_BLANKS = re.compile(r"[\s\u3000]+")


def places_in(table: Iterable[Row]) -> dict[str, Place]:
    """The places of the rows by their full Chinese name, checked. Raises LexiconError for the first bad row.

    A prefecture's parent is a province of the table, a county's a province or prefecture, or "" where several share the name.
    """
    seen: dict[str, Row] = {}
    found: dict[str, Place] = {}
    for row in table:
        zh = row.unique("zh", seen)
        seen[zh] = row
        row.required("en")
        found[zh] = Place(zh, row.english("en"), row.choice("level", _LEVELS), row["parent"])
    for zh, place in found.items():
        if not place.parent_zh and place.level != "prefecture":
            continue
        above = found.get(place.parent_zh)
        if above is None or above.level not in _ABOVE[place.level]:
            raise seen[zh].error(
                f"the parent {place.parent_zh!r} is no place of the table above a {place.level}"
            )
    return found


def peoples_in(table: Iterable[Row]) -> dict[str, str]:
    """English names of the ethnic groups of the rows by their Chinese without 族, checked. Raises LexiconError."""
    seen: dict[str, Row] = {}
    for row in table:
        seen[row.unique("zh", seen)] = row
        row.required("en")
        row.english("en")
    return {zh: row["en"] for zh, row in seen.items()}


@cache
def known_places() -> Mapping[str, Place]:
    """All places of this installation's table by their full Chinese name. Raises LexiconError for a bad row."""
    return MappingProxyType(places_in(table_rows("places", COLUMNS)))


@cache
def _peoples() -> Mapping[str, str]:
    return MappingProxyType(peoples_in(table_rows("peoples", PEOPLE_COLUMNS)))


@cache
def _people_at_end() -> re.Pattern[str]:
    # Uygur, Kazak and others go without 族 in names; those of one character never do.
    long = [zh for zh in _peoples() if len(zh) > 1]
    return re.compile(rf"(?:(?P<full>{'|'.join(_peoples())})族|(?P<bare>{'|'.join(long)}))$")


@cache
def short_names() -> Mapping[str, str]:
    """Full names by what people say for short: 大同 → 大同市, 延边 and 延边州 → 延边朝鲜族自治州. Provinces go first."""
    short: dict[str, str] = {}
    for zh, place in known_places().items():
        if place.level in {"province", "prefecture"}:
            stem, _, _ = _taken_apart(zh)
            if len(stem) > 1:
                short.setdefault(stem, zh)
            if zh.endswith("自治州"):
                short.setdefault(f"{stem}州", zh)
    return MappingProxyType(short)


def _suffix(zh: str) -> str:
    """The word of a level that `zh` ends in, "" where there is none."""
    return next((s for s in _SUFFIXES if zh.endswith(s) and len(zh) - len(s) >= _WORDS[s].least), "")


def _taken_apart(zh: str) -> tuple[str, list[str], str]:
    """Name, ethnic groups in English, word of the level: 延边朝鲜族自治州 gives 延边, [Korean], 自治州."""
    suffix = _suffix(zh)
    stem = zh.removesuffix(suffix)
    groups: list[str] = []
    while suffix in _AUTONOMOUS:
        people = _people_at_end().search(stem)
        # What is left must be a name: 内蒙古 and 鄂伦春 are names themselves.
        if people is None or people.start() < 2:
            break
        groups.insert(0, _peoples()[people["full"] or people["bare"]])
        stem = stem[: people.start()]
    if suffix in _AUTONOMOUS and stem.endswith("各族"):
        return stem.removesuffix("各族"), ["Various Ethnic Groups"], suffix
    return stem, groups, suffix


def _listed(words: list[str]) -> str:
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def _parts(zh: str) -> list[str]:
    """The places that a full name is made of, outermost first: 河北省保定市满城区 is three."""
    known, short = known_places(), short_names()
    parts: list[str] = []
    rest = zh
    while rest:
        if rest in known or rest in short:
            return [*parts, rest]
        head = next((rest[:n] for n in range(min(len(rest) - 1, 16), 1, -1) if rest[:n] in known), "")
        if not head:
            head = next((rest[:n] for n in range(4, 1, -1) if rest[:n] in short and _is_below(rest[n:])), "")
        if not head:
            part = _PART.match(rest)
            head = part.group() if part else rest
        parts.append(head)
        rest = rest[len(head) :]
    return parts


def _is_below(zh: str) -> bool:
    """Whether what follows a short name is a place itself (山西大同市), not the end of another name (大同县)."""
    suffix = _suffix(zh)
    level = _WORDS[suffix].level if suffix else "unknown"
    return zh in known_places() or zh in short_names() or (level in _LEVELS and len(zh) - len(suffix) > 1)


def _place(zh: str) -> Place:
    """One place by its own name, without those above it."""
    known = known_places()
    place = known.get(zh) or known.get(short_names().get(zh, ""))
    if place is not None:
        return place
    stem, _, suffix = _taken_apart(zh)
    english = joined(name_syllables(stem)).capitalize() if stem else ""
    return Place(zh, english, _WORDS[suffix].level if suffix else "unknown", romanised=bool(stem))


def _named(zh: str) -> PlaceName:
    place = _place(zh)
    _, groups, suffix = _taken_apart(place.zh)
    name = " ".join(part for part in (place.en, _listed(groups)) if part)
    if not suffix:
        return PlaceName(name, name, place.level, place.romanised)
    word = _WORDS[suffix]
    noun, adjective = f"{name} {word.noun}".strip(), f"{name} {word.attribute}".strip()
    return PlaceName(noun, adjective, place.level, place.romanised)


def _unnamed(zh: str) -> PlaceName | None:
    """The place where the text hides its name (某市) or takes it as read (全市, 我县); None where it says one."""
    kind = zh[-1]
    if kind not in _WHOLE:
        return None
    word = _WORDS["自治州" if kind == "州" else kind]
    attribute = "Prefectural" if kind == "州" else word.attribute
    # A city may be of any level down to the county's.
    level = "unknown" if kind == "市" else word.level
    if _HIDDEN.fullmatch(zh):
        return PlaceName(f"an unnamed {_WHOLE[kind]}", attribute, level)
    if zh[:-1] in {"", "全", "我", "本"}:
        return PlaceName(f"the {_WHOLE[kind]}", attribute, level)
    return None


@lru_cache(maxsize=4096)
def place_name(zh: str) -> PlaceName:
    """The English of a place as a report names it, with the places above it where the name holds them.

    全国 is `China`, before a body `National`. A hidden name (某市, **县) is `an unnamed city`, before a body `Municipal`.
    "" has no English and the level `unknown`. Never raises for any text.
    """
    name = simplified(_BLANKS.sub("", zh))
    if not name:
        return PlaceName("", "", "unknown")
    if name in _NATION:
        return PlaceName("China", "National", "national")
    unnamed = _unnamed(name)
    if unnamed is not None:
        return unnamed
    names = [_named(part) for part in (_parts(name) if len(name) <= _LONGEST else [name])]
    last = names[-1]
    english = ", ".join(part.en for part in reversed(names))
    return PlaceName(english, last.adjective, last.level, any(part.romanised for part in names))


def level_of(zh: str) -> str:
    """The administrative level of a place: national, province, prefecture, county, township or unknown.

    A 市 that is not in the table is of county level: the table has all others.
    """
    return place_name(zh).level
