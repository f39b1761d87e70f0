"""The state of a run, in one SQLite file: what is told there as done is done, whenever the process ends."""

import json
import os
import sqlite3
import threading
from array import array
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from summarizer.batch.origin import Origin
from summarizer.batch.state import Facts, Input, Made, State, Tally
from summarizer.errors import InputError, UsageError
from summarizer.paths import is_file

__all__ = ["SCHEMA_VERSION", "NewInput", "Spent", "Store"]

SCHEMA_VERSION: Final = 1
_WAIT_S: Final = 10.0
_SCHEMA: Final = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE inputs (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    path TEXT NOT NULL,
    member INTEGER,
    name TEXT NOT NULL,
    shown TEXT NOT NULL UNIQUE,
    stamp TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    attempts INTEGER NOT NULL DEFAULT 0,
    facts TEXT NOT NULL DEFAULT '{}',
    files TEXT NOT NULL DEFAULT '{}',
    sentences BLOB NOT NULL DEFAULT x'',
    marks BLOB NOT NULL DEFAULT x'',
    same_as TEXT NOT NULL DEFAULT '',
    similar_to TEXT NOT NULL DEFAULT '',
    similarity REAL NOT NULL DEFAULT 0,
    seconds REAL NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX inputs_by_content ON inputs (sha256);
CREATE INDEX inputs_by_state ON inputs (state, number);
CREATE TABLE rows (number INTEGER PRIMARY KEY, csv BLOB NOT NULL, arrow BLOB NOT NULL) STRICT;
CREATE TABLE replies (
    number INTEGER NOT NULL, key TEXT NOT NULL, reply TEXT NOT NULL, PRIMARY KEY (number, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE spent (
    one INTEGER PRIMARY KEY CHECK (one = 1), requests INTEGER NOT NULL, tokens_in INTEGER NOT NULL,
    tokens_out INTEGER NOT NULL, kept INTEGER NOT NULL, cost_usd TEXT
) STRICT;
INSERT INTO spent VALUES (1, 0, 0, 0, 0, '0');
"""
_COLUMNS: Final = "number, id, path, member, name, shown, sha256, state, reason, attempts, facts, files, same_as, similar_to, similarity, seconds"


@dataclass(frozen=True, slots=True)
class Spent:
    """What a run has asked of a model, over all its parts; `kept` counts replies that cost nothing, `cost_usd` None is not known."""

    requests: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    kept: int = 0
    cost_usd: Decimal | None = Decimal(0)


@dataclass(frozen=True, slots=True)
class NewInput:
    """An input as it was found; `stamp` tells whether its file has changed since."""

    id: str
    origin: Origin
    name: str
    shown: str
    stamp: str
    sha256: str
    state: State
    reason: str = ""
    same_as: str = ""


class Store:
    """One connection for all threads of the process that runs; others may read meanwhile.

    Every method is one transaction. Raises UsageError where the disk does not take what is written, InputError for a file that is no
    state of a run.
    """

    def __init__(self, path: Path, *, make: bool = False) -> None:
        self._path = path
        self._lock = threading.Lock()
        if not make and not is_file(path):
            raise InputError("there is no run in this folder", where=str(path.parent))
        try:
            if make:
                # Holds replies of models and what was found in reports: their owner's alone, as the cache is.
                os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
            self._db = sqlite3.connect(path, timeout=_WAIT_S, isolation_level=None, check_same_thread=False)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")
            (version,) = self._db.execute("PRAGMA user_version").fetchone()
            if version == 0 and make:
                self._db.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;")
                version = SCHEMA_VERSION
        except (sqlite3.Error, OSError) as error:
            raise self._unusable(error) from error
        if version != SCHEMA_VERSION:
            raise InputError(
                f"the run is of another version of summarizer (state {version}, not {SCHEMA_VERSION})",
                where=str(path.parent),
                hint="make a new run",
            )

    def close(self) -> None:
        """Ends the connection, and folds what was written into the one file."""
        with self._lock:
            self._db.close()

    # ---- facts of the run

    def fact(self, name: str) -> str | None:
        """What is kept under `name`, None where nothing is."""
        row = self._one("SELECT value FROM facts WHERE name = ?", name)
        return None if row is None else str(row[0])

    def keep_fact(self, name: str, value: str) -> None:
        self._change("INSERT OR REPLACE INTO facts VALUES (?, ?)", name, value)

    # ---- inputs

    def put(self, rows: Iterable[NewInput]) -> None:
        """Inputs that are new, or whose content is: those take the place of what was there under their name."""
        columns = "id, path, member, name, shown, stamp, sha256, state, reason, same_as"
        renewed = ", ".join(f"{column} = excluded.{column}" for column in columns.split(", "))
        with self._transaction() as db:
            db.executemany(
                f"INSERT INTO inputs ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (shown) DO UPDATE SET {renewed}, "
                "attempts = 0, facts = '{}', files = '{}', sentences = x'', marks = x'', similar_to = '', similarity = 0",
                (
                    (
                        new.id,
                        new.origin.path,
                        new.origin.member,
                        new.name,
                        new.shown,
                        new.stamp,
                        new.sha256,
                        new.state.value,
                        new.reason,
                        new.same_as,
                    )
                    for new in rows
                ),
            )

    def called(self, shown: str) -> tuple[str, Input] | None:
        """The input of this name, and how its file looked when it was found; None for a new one."""
        row = self._one(f"SELECT stamp, {_COLUMNS} FROM inputs WHERE shown = ?", shown)
        return None if row is None else (str(row[0]), _input(row[1:]))

    def first_with(self, sha256: str) -> str:
        """The id of the first input with this content, "" for none."""
        row = self._one(
            "SELECT id FROM inputs WHERE sha256 = ? AND state <> 'duplicate' ORDER BY number LIMIT 1", sha256
        )
        return "" if row is None else str(row[0])

    def inputs(self, *states: State) -> Iterator[Input]:
        """The inputs in these states, all where none is named, in order; read as they are asked for."""
        wanted = [state.value for state in states or tuple(State)]
        marks = ", ".join("?" * len(wanted))
        number = 0
        while True:
            page = self._all(
                f"SELECT {_COLUMNS} FROM inputs WHERE number > ? AND state IN ({marks}) ORDER BY number LIMIT 1000",
                number,
                *wanted,
            )
            if not page:
                return
            yield from map(_input, page)
            number = page[-1][0]

    def input(self, number: int) -> Input:
        """The input of that number."""
        row = self._one(f"SELECT {_COLUMNS} FROM inputs WHERE number = ?", number)
        assert row is not None
        return _input(row)

    def waiting(self, limit: int | None = None) -> "array[int]":
        """The numbers of the inputs that wait, in order, the first `limit` of them."""
        rows = self._all(
            "SELECT number FROM inputs WHERE state = ? ORDER BY number LIMIT ?",
            State.WAITING.value,
            -1 if limit is None else limit,
        )
        return array("q", (number for (number,) in rows))

    def tally(self) -> Tally:
        outcome = "CASE WHEN same_as <> '' THEN 'duplicate' ELSE state END"
        found = dict(self._all(f"SELECT {outcome} AS outcome, count(*) FROM inputs GROUP BY outcome"))
        return Tally(**found)

    def settle(self, made: Made) -> None:
        """Writes down what became of an input; the replies that were kept for it are needed no more."""
        with self._transaction() as db:
            db.execute(
                "UPDATE inputs SET state = ?, reason = ?, facts = ?, files = ?, sentences = ?, marks = ?, seconds = ?, "
                "attempts = attempts + 1 WHERE number = ?",
                (
                    made.state.value,
                    made.reason,
                    json.dumps(asdict(made.facts), ensure_ascii=False),
                    json.dumps(dict(made.files)),
                    made.sentences,
                    made.marks,
                    made.seconds,
                    made.number,
                ),
            )
            if made.rows_csv:
                db.execute(
                    "INSERT OR REPLACE INTO rows VALUES (?, ?, ?)",
                    (made.number, made.rows_csv, made.rows_arrow),
                )
            if made.state is not State.PARTIAL:
                # What is missing in a partial one may be asked for again, the rest is paid for.
                db.execute("DELETE FROM replies WHERE number = ?", (made.number,))

    def wait_again(self, numbers: Iterable[int]) -> None:
        """Sets inputs back to be read anew."""
        with self._transaction() as db:
            db.executemany(
                "UPDATE inputs SET state = 'waiting', reason = '', same_as = '' WHERE number = ?",
                ((n,) for n in numbers),
            )

    # ---- duplicates

    def fingerprints(self) -> Iterator[tuple[Input, bytes, bytes]]:
        """Every input that has a digest, in order, with what tells it from others: sentences and marks."""
        for found in self.inputs(State.DONE, State.PARTIAL):
            row = self._one("SELECT sentences, marks FROM inputs WHERE number = ?", found.number)
            assert row is not None
            yield found, row[0], row[1]

    def relate(self, rows: Iterable[tuple[int, str, str, float]]) -> None:
        """Number, same_as, similar_to and similarity of inputs that have a digest."""
        with self._transaction() as db:
            db.executemany(
                "UPDATE inputs SET same_as = ?2, similar_to = ?3, similarity = ?4 WHERE number = ?1", rows
            )

    def rows(self, number: int) -> tuple[bytes, bytes]:
        """The input's part of the table: CSV and Arrow."""
        row = self._one("SELECT csv, arrow FROM rows WHERE number = ?", number)
        return (b"", b"") if row is None else (row[0], row[1])

    # ---- replies and what they cost

    def reply(self, number: int, key: str) -> Any:
        """The reply kept for an input of which the rest is still to do, as JSON; None for none."""
        row = self._one("SELECT reply FROM replies WHERE number = ? AND key = ?", number, key)
        return None if row is None else json.loads(row[0])

    def keep_reply(self, number: int, key: str, reply: Mapping[str, Any] | None, spent: Spent) -> None:
        """Keeps a reply and adds what it cost, both or neither; of a failure only the cost."""
        with self._transaction() as db:
            if reply is not None:
                db.execute(
                    "INSERT OR REPLACE INTO replies VALUES (?, ?, ?)",
                    (number, key, json.dumps(reply, ensure_ascii=True)),
                )
            requests, tokens_in, tokens_out, kept, cost = db.execute(
                "SELECT requests, tokens_in, tokens_out, kept, cost_usd FROM spent"
            ).fetchone()
            known = cost is not None and spent.cost_usd is not None
            db.execute(
                "UPDATE spent SET requests = ?, tokens_in = ?, tokens_out = ?, kept = ?, cost_usd = ?",
                (
                    requests + spent.requests,
                    tokens_in + spent.tokens_in,
                    tokens_out + spent.tokens_out,
                    kept + spent.kept,
                    format(Decimal(cost) + (spent.cost_usd or 0), "f") if known else None,
                ),
            )

    def spent(self) -> Spent:
        row = self._one("SELECT requests, tokens_in, tokens_out, kept, cost_usd FROM spent")
        assert row is not None
        requests, tokens_in, tokens_out, kept, cost = row
        return Spent(requests, tokens_in, tokens_out, kept, None if cost is None else Decimal(cost))

    # ---- the file

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            try:
                self._db.execute("BEGIN IMMEDIATE")
                yield self._db
                self._db.execute("COMMIT")
            except BaseException as error:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                if isinstance(error, sqlite3.Error):
                    raise self._unusable(error) from error
                raise

    def _change(self, statement: str, *values: Any) -> None:
        with self._transaction() as db:
            db.execute(statement, values)

    def _one(self, statement: str, *values: Any) -> tuple[Any, ...] | None:
        rows = self._all(statement, *values)
        return rows[0] if rows else None

    def _all(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        with self._lock:
            try:
                return self._db.execute(statement, values).fetchall()
            except sqlite3.Error as error:
                raise self._unusable(error) from error

    def _unusable(self, error: sqlite3.Error | OSError) -> UsageError | InputError:
        if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
            return InputError(f"this is no state of a run: {error}", where=str(self._path))
        reason = (error.strerror or "unknown reason") if isinstance(error, OSError) else error
        return UsageError(
            f"the run's state cannot be read or written: {reason}",
            where=str(self._path),
            hint="make room on the disk, and go on with: summarizer batch resume",
        )


def _input(row: tuple[Any, ...]) -> Input:
    number, id, path, member, name, shown, sha256, state, reason, attempts, facts, files, *rest = row
    return Input(
        number,
        id,
        Origin(path, member),
        name,
        shown,
        sha256,
        State(state),
        reason,
        attempts,
        Facts(**json.loads(facts)),
        json.loads(files),
        *rest,
    )
