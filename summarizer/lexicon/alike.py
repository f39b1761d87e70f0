"""Chinese names of one thing: what a name is compared by, whichever of them it uses (GDP, 地区生产总值)."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from summarizer.errors import LexiconError
from summarizer.lexicon.table import Row, table_rows

__all__ = ["canonical", "names_alike", "names_in"]

COLUMNS = ("zh", "like")


def names_in(table: Iterable[Row]) -> dict[str, str]:
    """The name that each other name is compared as. Raises LexiconError for the first bad row.

    A name may not stand on both sides: what it is compared as would hang on the order of the rows.
    """
    found: dict[str, str] = {}
    seen: dict[str, Row] = {}
    for row in table:
        zh = row.unique("zh", seen)
        seen[zh] = row
        found[zh] = row.required("like")
    both = sorted(found.keys() & set(found.values()))
    if both:
        raise LexiconError(
            f"{both[0]!r} stands in both columns",
            where=seen[both[0]].table,
            hint="name the last one directly",
        )
    return found


@cache
def _table() -> tuple[Mapping[str, str], re.Pattern[str]]:
    names = names_in(table_rows("alike", COLUMNS))
    longest_first = sorted(names, key=len, reverse=True)
    kept = sorted(set(names.values()), key=len, reverse=True)
    return names, re.compile("|".join(map(re.escape, [*kept, *longest_first])))


def names_alike() -> Mapping[str, str]:
    """The names and what they are compared as. Raises LexiconError for a bad row."""
    return MappingProxyType(dict(_table()[0]))


@lru_cache(maxsize=4096)
def canonical(text: str) -> str:
    """The text with each name of the table as the one it is compared as; Latin letters small."""
    names, pattern = _table()
    return pattern.sub(lambda hit: names.get(hit.group(), hit.group()), text.lower())
