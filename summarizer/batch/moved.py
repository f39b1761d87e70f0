"""A run that was moved together with its reports goes on reading them."""

import os
from pathlib import Path
from typing import Final

from summarizer.batch.store import Store
from summarizer.files import readable
from summarizer.paths import is_there, resolved

__all__ = ["follow"]

_FOLDER: Final = "folder"


def follow(store: Store, folder: Path) -> None:
    """Where the run lies elsewhere than before, inputs that are gone from their place are looked for at the same one beside it."""
    here, before = readable(str(resolved(folder))), store.fact(_FOLDER)
    if here == before:
        return

    def moved(path: str) -> str:
        if before is None or is_there(path):
            return path
        try:
            there = os.path.normpath(os.path.join(here, os.path.relpath(path, before)))  # noqa: PTH118 - text of the state
        except ValueError:  # on another drive
            return path
        return there if is_there(there) else path

    store.move(moved)
    store.keep_fact(_FOLDER, here)
