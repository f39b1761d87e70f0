"""Traditional characters as simplified ones, each for one, so that every place in the text stays what it is."""

import re
from collections.abc import Iterable
from functools import cache

from summarizer.lexicon.table import Row, table_rows

__all__ = ["simplified", "traditional_in"]

COLUMNS = ("traditional", "simplified", "note")


def traditional_in(table: Iterable[Row]) -> dict[str, str]:
    """The simplified character of each traditional one, checked. Raises LexiconError for the first bad row."""
    seen: dict[str, Row] = {}
    found: dict[str, str] = {}
    for row in table:
        traditional = row.unique("traditional", seen)
        seen[traditional] = row
        simple = row.required("simplified")
        if len(traditional) != 1 or len(simple) != 1 or traditional == simple:
            raise row.error(f"{traditional!r} and {simple!r} are no two characters", hint="one for one")
        found[traditional] = simple
    for traditional, simple in found.items():
        if simple in found:
            raise seen[traditional].error(f"{simple!r} is itself a traditional character of this table")
    return found


@cache
def _characters() -> tuple[re.Pattern[str], dict[int, str]]:
    table = traditional_in(table_rows("traditional", COLUMNS))
    return re.compile(f"[{''.join(table)}]"), {ord(char): simple for char, simple in table.items()}


def simplified(text: str) -> str:
    """`text` in simplified characters, as long as before; a text without traditional ones is given back as it is."""
    found, table = _characters()
    return text.translate(table) if found.search(text) else text
