"""The taxonomy of comparable indicators: which figures of two reports may stand in one row."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from summarizer.lexicon.table import Row, table_rows
from summarizer.lexicon.units import UnitClass, units

__all__ = ["Taxon", "key_for", "taxa_in", "taxon", "taxonomy"]

COLUMNS = ("key", "en", "category", "unit_classes", "aspect", "years", "patterns", "excludes", "note")

_CATEGORIES = (
    "meetings",
    "legislation",
    "supervision",
    "decisions_appointments",
    "deputies",
    "suggestions",
    "petitions",
    "study_party",
    "publicity",
    "livelihood_economy",
    "self_building",
    "other",
)
_ASPECTS = ("any", "reported", "planned")
_YEARS = ("sum", "level")
_KEY = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_SEPARATOR = " || "
# Open repetition may backtrack without end; names are short, so a bound always does.
_UNBOUNDED = re.compile(r"(?<!\\)[*+]|\{\d*,\}")
# Words that make a figure the change of something, or its share in something, and no longer its level.
_CHANGE = re.compile(
    r"增长|增速|增幅|递增|净增|增加(?!值)|增收|增产|减产|下降|减少|回落|上升|降低|压减|翻番|占比|比重"
    r"|(?:提高|提升)(?!到|至|行动|工程|培训|班)"
)
_COUNTED = frozenset(UnitClass) - {UnitClass.PERCENT, UnitClass.POINTS, UnitClass.MONEY}


@dataclass(frozen=True, slots=True)
class Taxon:
    """One comparable indicator. `key` is stable; `en` is what tables print; `aspect` is any, reported or planned.
    `adds_up`: a figure for several years is the sum of the years' figures; a rate, a state or a level is not.

    It fits a figure whose unit is of `unit_classes` and in whose Chinese name one of `patterns` is found and none of `excludes`.
    """

    key: str
    en: str
    category: str
    unit_classes: frozenset[UnitClass]
    aspect: str
    patterns: tuple[str, ...]
    excludes: tuple[str, ...] = ()
    adds_up: bool = False


def _regexes(row: Row, column: str) -> tuple[str, ...]:
    """The cell's regular expressions, each checked. Raises LexiconError."""
    found = tuple(row[column].split(_SEPARATOR)) if row[column] else ()
    for pattern in found:
        try:
            compiled = re.compile(pattern)
        except re.error as error:
            raise row.error(f"{pattern!r} is no regular expression: {error}") from error
        if compiled.search("") is not None:
            raise row.error(f"{pattern!r} is found in every name", hint="it must not match the empty text")
        if _UNBOUNDED.search(pattern):
            raise row.error(f"{pattern!r} repeats without bound", hint="write .{0,8} for .*")
    return found


def taxa_in(table: Iterable[Row]) -> list[Taxon]:
    """The indicators of the rows, checked. Raises LexiconError for the first bad row."""
    seen: dict[str, Row] = {}
    found = []
    for row in table:
        key = row.unique("key", seen)
        seen[key] = row
        if not _KEY.fullmatch(key):
            raise row.error(f"{key!r} is no key", hint="small letters, digits and single underscores")
        row.required("en")
        row.required("patterns")
        classes = row.required("unit_classes").split(",")
        unknown = sorted(set(classes) - {str(cls) for cls in UnitClass})
        if unknown:
            raise row.error(f"{unknown[0]!r} is no class of units", hint=f"one of: {', '.join(UnitClass)}")
        found.append(
            Taxon(
                key=key,
                en=row.english("en"),
                category=row.choice("category", _CATEGORIES),
                unit_classes=frozenset(UnitClass(cls) for cls in classes),
                aspect=row.choice("aspect", _ASPECTS),
                patterns=_regexes(row, "patterns"),
                excludes=_regexes(row, "excludes"),
                adds_up=row.choice("years", _YEARS) == "sum",
            )
        )
    return found


@cache
def taxonomy() -> tuple[Taxon, ...]:
    """All indicators of this installation in the order of the table. Raises LexiconError for a bad row."""
    return tuple(taxa_in(table_rows("indicators", COLUMNS)))


@cache
def _by_key() -> Mapping[str, Taxon]:
    return MappingProxyType({entry.key: entry for entry in taxonomy()})


def taxon(key: str) -> Taxon:
    """The indicator with this key. Raises KeyError where there is none."""
    return _by_key()[key]


@dataclass(frozen=True, slots=True)
class _Matcher:
    taxon: Taxon
    patterns: tuple[re.Pattern[str], ...]
    excluded: re.Pattern[str] | None

    def spans(self, name: str) -> Iterator[tuple[int, int]]:
        if self.excluded is None or not self.excluded.search(name):
            for pattern in self.patterns:
                match = pattern.search(name)
                if match is not None:
                    yield match.span()


@cache
def _matchers() -> tuple[_Matcher, ...]:
    return tuple(
        _Matcher(
            entry,
            tuple(re.compile(pattern) for pattern in entry.patterns),
            re.compile("|".join(f"(?:{e})" for e in entry.excludes)) if entry.excludes else None,
        )
        for entry in taxonomy()
    )


def _classes(unit: str) -> frozenset[UnitClass]:
    """The classes that a unit may have: of an unknown measure word all that are counted."""
    known = units().get(unit)
    return frozenset({known.cls}) if known is not None else _COUNTED


@lru_cache(maxsize=8192)
def key_for(name_zh: str, unit: str, *, aspect: str = "reported", category: str = "") -> str:
    """The key of what is counted, "" where the taxonomy has none.

    `name_zh` is the source's phrase (`听取审议专项工作报告`), `unit` the unit as written, `category` that of the section it stands
    in. The longest match wins, then a key of that category (收集意见建议 on a draft law, or from the public by deputies), then the
    order of the table. A name that speaks of a change or a share gets only a key whose pattern says so too.
    """
    name = "".join(name_zh.split())
    classes = _classes(unit)
    changes = [word.span() for word in _CHANGE.finditer(name)]
    best, rank = "", (0, False)
    for matcher in _matchers():
        entry = matcher.taxon
        if entry.aspect not in {"any", aspect} or not entry.unit_classes & classes:
            continue
        for start, end in matcher.spans(name):
            covered = all(start <= low and high <= end for low, high in changes)
            found = (end - start, entry.category == category)
            if covered and found > rank:
                best, rank = entry.key, found
    return best
