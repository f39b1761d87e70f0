"""Rows of the tab-separated tables that translators edit, read strictly."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarizer.errors import LexiconError
from summarizer.resources import lexicon_tables

__all__ = ["Row", "rows", "table_rows"]

_FOREIGN = re.compile(r"[^ -~\u00a1-\u024f\u2010-\u2026]")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its cells by column, and where it stands, for messages."""

    table: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def error(self, what: str, *, hint: str = "") -> LexiconError:
        """The error to raise about this row; it names file and line."""
        return LexiconError(what, where=f"{self.table} line {self.line}", hint=hint)

    def required(self, column: str) -> str:
        """The cell, which must not be empty. Raises LexiconError."""
        if not self[column]:
            raise self.error(f"the column {column!r} is empty")
        return self[column]

    def choice(self, column: str, allowed: Collection[str]) -> str:
        """The cell, which must be one of `allowed`. Raises LexiconError."""
        if self[column] not in allowed:
            raise self.error(f"{self[column]!r} is no {column}", hint=f"one of: {', '.join(sorted(allowed))}")
        return self[column]

    def english(self, column: str) -> str:
        """The cell, which must be printable text in Latin letters, or empty. Raises LexiconError."""
        foreign = _FOREIGN.search(self[column])
        if foreign:
            raise self.error(f"{foreign.group()!r} in the column {column!r} is not English")
        return self[column]

    def unique(self, column: str, seen: Mapping[str, "Row"]) -> str:
        """The cell, which must not be a key of `seen`. Raises LexiconError that names the other row."""
        other = seen.get(self.required(column))
        if other is not None:
            raise self.error(
                f"{self[column]!r} stands already in {other.table} line {other.line}",
                hint="keep one of the two",
            )
        return self[column]


def rows(table: str, text: str, columns: Sequence[str]) -> Iterator[Row]:
    """The rows of one table in order. Its first line names the columns; blank lines and those that start with # are skipped.

    Raises LexiconError for another header, a wrong number of cells, or blanks around a cell.
    """
    header_seen = False
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        row = Row(table, number, dict(zip(columns, cells, strict=False)))
        if not header_seen:
            if cells != list(columns):
                raise row.error(f"the header is {line!r}", hint=f"separated by tabs: {' '.join(columns)}")
            header_seen = True
            continue
        if len(cells) != len(columns):
            raise row.error(
                f"{len(cells)} of {len(columns)} cells", hint=f"separated by tabs: {' '.join(columns)}"
            )
        for column, cell in row.cells.items():
            if cell != cell.strip():
                raise row.error(f"stray blanks around {cell!r} in the column {column!r}")
        yield row
    if not header_seen:
        raise LexiconError("no header", where=table, hint=f"separated by tabs: {' '.join(columns)}")


def table_rows(prefix: str, columns: Sequence[str]) -> Iterator[Row]:
    """The rows of the packaged tables `prefix.tsv` and `prefix_*.tsv`. Raises LexiconError as `rows` does."""
    for name, text in lexicon_tables(prefix):
        yield from rows(name, text, columns)
