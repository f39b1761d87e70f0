"""What English writers call the things that a report counts, beyond the one term of the termbase (干部: official, cadre)."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from summarizer.lexicon.table import Row, table_rows

__all__ = ["synonyms_in", "synonyms_of_units", "synonyms_of_verbs", "synonyms_of_words"]

COLUMNS = ("zh", "en", "use")
_USES = ("word", "unit", "verb")
_ENGLISH = re.compile(r"[a-z]+(?:-[a-z]+)*(?: [a-z]+(?:-[a-z]+)*)*")


def synonyms_in(table: Iterable[Row]) -> dict[str, dict[str, tuple[str, ...]]]:
    """The English singulars of each Chinese word, by use (`word`, `unit`, `verb`). Raises LexiconError for the first bad row."""
    found: dict[str, dict[str, tuple[str, ...]]] = {use: {} for use in _USES}
    seen: dict[str, Row] = {}
    for row in table:
        zh = row.unique("zh", seen)
        seen[zh] = row
        if not _ENGLISH.fullmatch(row.required("en")):
            raise row.error(
                f"{row['en']!r} are no English words in small letters", hint="parted by one blank"
            )
        found[row.choice("use", _USES)][zh] = tuple(row["en"].split(" "))
    return found


@cache
def _tables() -> dict[str, dict[str, tuple[str, ...]]]:
    return synonyms_in(table_rows("synonyms", COLUMNS))


def synonyms_of_words() -> Mapping[str, tuple[str, ...]]:
    """English nouns by the Chinese word they may stand for. Raises LexiconError for a bad row."""
    return MappingProxyType(_tables()["word"])


def synonyms_of_units() -> Mapping[str, tuple[str, ...]]:
    """English nouns by the measure word that they may stand for: 人次 is told as visits. Raises LexiconError for a bad row."""
    return MappingProxyType(_tables()["unit"])


def synonyms_of_verbs() -> Mapping[str, tuple[str, ...]]:
    """English for what is done, by its Chinese: 撤并 is told as closed or merged. Raises LexiconError for a bad row."""
    return MappingProxyType(_tables()["verb"])
