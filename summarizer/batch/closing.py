"""The end of a run, or of a part of it: what repeats what, the table, the account and the index."""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from summarizer.batch.account import account_rows
from summarizer.batch.duplicates import relations
from summarizer.batch.index_page import index_pages
from summarizer.batch.layout import ACCOUNT, INDEX_PAGES, TABLE_CSV, TABLE_PARQUET
from summarizer.batch.recipe import Recipe
from summarizer.batch.state import State
from summarizer.batch.store import Store
from summarizer.batch.table import write_csv, write_parquet
from summarizer.errors import UsageError
from summarizer.files import PART, readable, write_whole

__all__ = ["close"]


def close(store: Store, folder: Path, recipe: Recipe) -> None:
    """Writes what is made from all inputs together, in their order, whatever order they were done in.

    Raises UsageError where it cannot be written; it is written anew by the next part of the run.
    """
    store.relate(
        (found.number, found.same_as, found.similar_to, found.similarity)
        for found in list(relations(store.fingerprints()))
    )

    def parts(column: int) -> Iterator[bytes]:
        for found in store.inputs(State.DONE, State.PARTIAL):
            # The figures of a report that stands there already would be added up twice.
            if not found.same_as and (part := store.rows(found.number)[column]):
                yield part

    with _told():
        _replace(folder / TABLE_CSV, lambda path: write_csv(path, parts(0)))
        _replace(folder / TABLE_PARQUET, lambda path: write_parquet(path, parts(1)))
        _replace(folder / ACCOUNT, lambda path: _write_account(path, store))
        written = set()
        for name, page in index_pages(store, recipe):
            write_whole(folder / name, page.encode("utf-8"))
            written.add(name)
        # Pages of a longer index that was there before.
        for old in folder.glob(INDEX_PAGES):
            if old.name not in written:
                old.unlink()


def _write_account(path: Path, store: Store) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        for row in account_rows(store.inputs()):
            stream.write(readable(json.dumps(row, ensure_ascii=False)) + "\n")


def _replace(path: Path, write: Callable[[Path], None]) -> None:
    """A file that is too long to be held, written whole or not at all."""
    part = path.with_name(f".{path.name}{PART}")
    try:
        write(part)
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UsageError(
            f"the results cannot be put together: {os.strerror(error.errno) if error.errno else error}",
            hint="make room on the disk, and go on with: summarizer batch resume",
        ) from error
