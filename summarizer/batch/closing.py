"""The end of a run, or of a part of it: what repeats what, the table, the account and the index."""

import json
from collections.abc import Iterator
from pathlib import Path

from summarizer.batch.account import account_rows
from summarizer.batch.duplicates import relations
from summarizer.batch.folder import RunFolder
from summarizer.batch.index_page import index_pages
from summarizer.batch.layout import ACCOUNT, INDEX_PAGES, TABLE_CSV, TABLE_PARQUET
from summarizer.batch.recipe import Recipe
from summarizer.batch.state import State
from summarizer.batch.store import Store
from summarizer.batch.table import write_csv, write_parquet
from summarizer.files import readable

__all__ = ["close"]


def close(store: Store, folder: RunFolder, recipe: Recipe) -> None:
    """Writes what is made from all inputs together, in their order, whatever order they were done in.

    Raises UsageError where it cannot be written; it is written anew by the next part of the run.
    """
    # Read to their end before any is written down: reading and writing go through one connection.
    found = list(relations(store.fingerprints()))
    store.relate((one.number, one.same_as, one.similar_to, one.similarity) for one in found)

    def parts(column: int) -> Iterator[bytes]:
        for found in store.inputs(State.DONE, State.PARTIAL):
            # The figures of a report that stands there already would be added up twice.
            if not found.same_as and (part := store.rows(found.number)[column]):
                yield part

    folder.put_together(TABLE_CSV, lambda path: write_csv(path, parts(0)))
    folder.put_together(TABLE_PARQUET, lambda path: write_parquet(path, parts(1)))
    folder.put_together(ACCOUNT, lambda path: _write_account(path, store))
    written = set()
    for name, page in index_pages(store, recipe):
        folder.write(name, page.encode("utf-8"))
        written.add(name)
    # Pages of a longer index that was there before.
    folder.remove_others(INDEX_PAGES, written)


def _write_account(path: Path, store: Store) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        for row in account_rows(store.inputs()):
            stream.write(readable(json.dumps(row, ensure_ascii=False)) + "\n")
