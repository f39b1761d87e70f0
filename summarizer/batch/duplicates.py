"""Which of a run's reports are one report in several files, and which have most of their sentences in common."""

import os
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from tempfile import gettempdir
from typing import Final

from summarizer.batch.fingerprint import KEYS, likeness, numbers_in
from summarizer.batch.state import Facts, Input
from summarizer.errors import UsageError
from summarizer.paths import is_folder

__all__ = ["Relation", "relations"]

ALIKE: Final = 0.6
"""The share of common sentences from which on two reports are told to resemble each other."""

_SAME_FIGURES: Final = 0.8
_ENOUGH_FIGURES: Final = 5
# What so many reports have, such as a sentence, is a form of speech, and no sign that one was copied from the other.
_MOST_WITH_ONE: Final = 100
_MOST_WEIGHED: Final = 20


@dataclass(frozen=True, slots=True)
class Relation:
    """What an input is to an earlier one: the same report in another file (`same_as`), or one that resembles it (`similar_to`)."""

    number: int
    same_as: str = ""
    similar_to: str = ""
    similarity: float = 0.0


def relations(fingerprints: Iterable[tuple[Input, bytes, bytes]]) -> Iterator[Relation]:
    """What each input with a digest is to those before it; sentences and figures of each as `fingerprint` sketches them.

    The same report: body, kind and period agree, and four of five figures are the same ones. The result depends on the order of the
    inputs alone. Memory does not grow with their number: sketches are kept in a table on disk. Raises UsageError where there is no room
    for it.
    """
    # "" is a database of its own on disk that goes with the connection.
    with _told(), closing(sqlite3.connect("")) as db:
        by_figures, by_sentences = _Sketches(db, "figures"), _Sketches(db, "sentences")
        for found, sentences, marks in fingerprints:
            about = _about(found.facts)
            figures, said = numbers_in(marks), numbers_in(sentences)
            if about and len(figures) >= _ENOUGH_FIGURES:
                same, share = by_figures.most_alike(figures, about=about, least=_SAME_FIGURES)
                if same:
                    yield Relation(found.number, same_as=same)
                    continue
            similar, share = by_sentences.most_alike(said, about="", least=ALIKE)
            yield Relation(found.number, similar_to=similar, similarity=share)
            by_figures.add(found, marks, about=about)
            by_sentences.add(found, sentences, about="")


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise UsageError(
            f"repeated reports cannot be looked for: {error}",
            where=_temporary_folder(),
            hint="make room in this folder, or name another one with SQLITE_TMPDIR",
        ) from error


def _temporary_folder() -> str:
    """The folder that SQLite takes for what is gone with the connection."""
    named = (
        os.environ.get("SQLITE_TMPDIR", ""),
        os.environ.get("TMPDIR", ""),
        "/var/tmp",
        "/usr/tmp",
        "/tmp",
    )
    usable = (path for path in named if is_folder(path) and os.access(path, os.W_OK | os.X_OK))
    return gettempdir() if sys.platform == "win32" else next(usable, ".")


def _about(facts: Facts) -> str:
    """Whose report it is and of when, empty where the text does not say."""
    about = (facts.kind, facts.body_zh, facts.period or facts.year or facts.date)
    return "\0".join(about) if all(about) else ""


class _Sketches:
    """Sketches of one kind, found again by their smallest hashes."""

    def __init__(self, db: sqlite3.Connection, name: str) -> None:
        self._db, self._name = db, name
        db.execute(f"CREATE TABLE {name} (number INTEGER PRIMARY KEY, id TEXT, about TEXT, sketch BLOB)")
        db.execute(
            f"CREATE TABLE {name}_keys (key INTEGER, number INTEGER, PRIMARY KEY (key, number)) WITHOUT ROWID"
        )

    def add(self, found: Input, sketch: bytes, *, about: str) -> None:
        row = (found.number, found.id, about, sketch)
        self._db.execute(f"INSERT INTO {self._name} VALUES (?, ?, ?, ?)", row)
        self._db.executemany(
            f"INSERT OR IGNORE INTO {self._name}_keys VALUES (?, ?)",
            ((key, found.number) for key in numbers_in(sketch)[:KEYS]),
        )

    def most_alike(self, numbers: Sequence[int], *, about: str, least: float) -> tuple[str, float]:
        """The one about the same thing with most in common, and how much that is; "" where it is less than `least`."""
        votes: Counter[int] = Counter()
        for key in numbers[:KEYS]:
            rows = self._db.execute(
                f"SELECT number FROM {self._name}_keys WHERE key = ? LIMIT ?", (key, _MOST_WITH_ONE)
            ).fetchall()
            if len(rows) < _MOST_WITH_ONE:
                votes.update(number for (number,) in rows)
        best = ""
        share = 0.0
        for number, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:_MOST_WEIGHED]:
            id, theirs, sketch = self._db.execute(
                f"SELECT id, about, sketch FROM {self._name} WHERE number = ?", (number,)
            ).fetchone()
            found = likeness(numbers, numbers_in(sketch)) if theirs == about else 0.0
            if found >= least and found > share:
                best, share = id, found
        return best, share
