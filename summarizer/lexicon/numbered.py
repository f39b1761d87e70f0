"""Words that hold a numeral and count nothing: names, slogans and idioms (两院, 十四五, 千方百计)."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from summarizer.lexicon.numerals import CN_NUMERAL
from summarizer.lexicon.table import Row, table_rows

__all__ = ["Numbered", "numbered_in", "numbered_names"]

COLUMNS = ("zh", "kind", "not_before", "note")
_KINDS = ("name", "idiom")


@dataclass(frozen=True, slots=True)
class Numbered:
    """`kind` is `name` (proper names, titles, slogans) or `idiom` (set phrases); before one of `not_before` it is neither."""

    zh: str
    kind: str
    not_before: tuple[str, ...]
    note: str


def numbered_in(table: Iterable[Row]) -> tuple[Numbered, ...]:
    """The rows, checked. Raises LexiconError for an unknown kind, a doubled word or one without a numeral."""
    seen: dict[str, Row] = {}
    found = []
    for row in table:
        zh = row.unique("zh", seen)
        seen[zh] = row
        if not any(c in CN_NUMERAL or c == "半" for c in zh):
            raise row.error(f"no numeral in {zh!r}", hint="leave the row out")
        found.append(Numbered(zh, row.choice("kind", _KINDS), tuple(row["not_before"].split()), row["note"]))
    return tuple(found)


@cache
def numbered_names() -> tuple[Numbered, ...]:
    """All words of this installation that hold a numeral and count nothing. Raises LexiconError for a bad row."""
    return numbered_in(table_rows("numbered", COLUMNS))
