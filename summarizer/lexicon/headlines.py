"""The indicators that readers look for first in each kind of report."""

from collections.abc import Iterable, Mapping
from functools import cache

from summarizer.lexicon.table import Row, table_rows
from summarizer.lexicon.taxonomy import taxonomy

__all__ = ["headlines", "headlines_in"]

COLUMNS = ("kind", "key", "note")


def headlines_in(table: Iterable[Row], keys: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """The keys of each kind of report in the order of the rows. Raises LexiconError for a key that is not one of `keys` or is doubled."""
    known = frozenset(keys)
    found: dict[str, dict[str, None]] = {}
    for row in table:
        kind, key = row.required("kind"), row.choice("key", known)
        if key in found.setdefault(kind, {}):
            raise row.error(f"{key!r} stands among the {kind} already", hint="keep one of the two")
        found[kind][key] = None
    return {kind: tuple(of_kind) for kind, of_kind in found.items()}


@cache
def _all() -> Mapping[str, tuple[str, ...]]:
    return headlines_in(table_rows("headlines", COLUMNS), (taxon.key for taxon in taxonomy()))


def headlines(kind: str) -> tuple[str, ...]:
    """Keys of the taxonomy, the most asked for first, for a kind of report as `ReportKind` names it; none for other texts."""
    return _all().get(kind, ())
