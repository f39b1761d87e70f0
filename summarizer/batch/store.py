"""The state of a run, in one SQLite file: what is told there as done is done, whenever the process ends."""

import json
import os
import sqlite3
import threading
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from summarizer.batch.origin import Origin
from summarizer.batch.schema import COLUMNS, COPIES, EMPTIED, FREED, SCHEMA, SCHEMA_VERSION
from summarizer.batch.state import Facts, Input, Made, NewInput, State, Tally
from summarizer.errors import InputError, UsageError
from summarizer.paths import is_file

__all__ = ["Spent", "Store"]

_WAIT_S: Final = 10.0


@dataclass(frozen=True, slots=True)
class Spent:
    """What a run has asked of a model, over all its parts; `kept` counts replies that cost nothing, `cost_usd` None is not known."""

    requests: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    kept: int = 0
    cost_usd: Decimal | None = Decimal(0)


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
            self._db.execute("PRAGMA temp_store = MEMORY")
            (version,) = self._db.execute("PRAGMA user_version").fetchone()
            if version == 0 and make:
                self._db.executescript(f"BEGIN; {SCHEMA} PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;")
                version = SCHEMA_VERSION
        except (sqlite3.Error, OSError) as error:
            raise self._unusable(error) from error
        if version == 0:
            raise InputError(
                "the run ended before it began",
                where=str(path.parent),
                hint="begin it again with the same command",
            )
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

    def named(self) -> list[dict[str, str]]:
        """What the run was told to read: paths, and the folders at which they begin, in their order."""
        rows = self._all("SELECT base, path FROM named ORDER BY rowid")
        return [{"base": base, "path": path} for base, path in rows]

    def keep_named(self, base: str, paths: Iterable[str]) -> None:
        with self._transaction() as db:
            db.executemany("INSERT OR IGNORE INTO named VALUES (?, ?)", ((base, path) for path in paths))

    # ---- inputs

    def put(self, rows: Iterable[NewInput]) -> None:
        """Inputs that are new, or whose content is: those take the place of what was there at their origin, of which nothing is left."""
        columns = "id, path, inside, member, name, shown, stamp, sha256, state, reason"
        renewed = ", ".join(f"{column} = excluded.{column}" for column in columns.split(", "))
        with self._transaction() as db:
            for new in rows:
                origin = new.origin
                for number, files in db.execute(
                    "SELECT number, files FROM inputs WHERE path = ? AND inside = ?",
                    (origin.path, origin.inside),
                ).fetchall():
                    _give_up(db, number, json.loads(files))
                db.execute(
                    f"INSERT INTO inputs ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                    f"ON CONFLICT (path, inside) DO UPDATE SET {renewed}, attempts = 0, same_as = '', {EMPTIED}",
                    (
                        new.id,
                        origin.path,
                        origin.inside,
                        origin.member,
                        new.name,
                        new.shown,
                        new.stamp,
                        new.sha256,
                        new.state.value,
                        new.reason,
                    ),
                )

    def seen(self, number: int, origin: Origin, stamp: str) -> None:
        """The input has the content that it had; only its file looks otherwise, or it has another place in its archive."""
        self._change("UPDATE inputs SET member = ?, stamp = ? WHERE number = ?", origin.member, stamp, number)

    def drop(self, number: int) -> None:
        """The input is none any more."""
        self._change("DELETE FROM inputs WHERE number = ?", number)

    def at(self, origin: Origin) -> tuple[str, Input] | None:
        """The input of this origin, and how its file looked when it was found; None for a new one."""
        row = self._one(
            f"SELECT stamp, {COLUMNS} FROM inputs WHERE path = ? AND inside = ?", origin.path, origin.inside
        )
        return None if row is None else (str(row[0]), _input(row[1:]))

    def is_shown(self, shown: str) -> bool:
        """Whether an input is called so."""
        return self._one("SELECT 1 FROM inputs WHERE shown = ?", shown) is not None

    def move(self, moved: Callable[[str], str]) -> None:
        """Gives every origin the path that `moved` has for it."""
        paths = [path for (path,) in self._all("SELECT DISTINCT path FROM inputs")]
        others = [(other, path) for path in paths if (other := moved(path)) != path]
        with self._transaction() as db:
            db.executemany("UPDATE OR IGNORE inputs SET path = ? WHERE path = ?", others)

    def inputs(self, *states: State) -> Iterator[Input]:
        """The inputs in these states, all where none is named, in order; read as they are asked for."""
        wanted = [state.value for state in states or tuple(State)]
        marks = ", ".join("?" * len(wanted))
        number = 0
        while True:
            page = self._all(
                f"SELECT {COLUMNS} FROM inputs WHERE number > ? AND state IN ({marks}) ORDER BY number LIMIT 1000",
                number,
                *wanted,
            )
            if not page:
                return
            yield from map(_input, page)
            number = page[-1][0]

    def input(self, number: int) -> Input:
        """The input of that number."""
        row = self._one(f"SELECT {COLUMNS} FROM inputs WHERE number = ?", number)
        assert row is not None
        return _input(row)

    def due(self, limit: int | None = None) -> "array[int]":
        """The numbers of the inputs that wait or are to be tried again, in order, the first `limit` of them."""
        rows = self._all(
            "SELECT number FROM inputs WHERE state = ? UNION SELECT number FROM inputs WHERE again ORDER BY number LIMIT ?",
            State.WAITING.value,
            -1 if limit is None else limit,
        )
        return array("q", (number for (number,) in rows))

    def number_of(self, id: str) -> int | None:
        """The number of the input of that id, None for none."""
        row = self._one("SELECT number FROM inputs WHERE id = ?", id)
        return None if row is None else int(row[0])

    def every(self, count: int) -> list[int]:
        """The numbers of the first input and of each `count`-th after it."""
        rows = self._all(
            "SELECT number FROM (SELECT number, row_number() OVER (ORDER BY number) AS place FROM inputs) "
            "WHERE (place - 1) % ? = 0",
            count,
        )
        return [number for (number,) in rows]

    def tally(self, *, again_waits: bool = False) -> Tally:
        """How many inputs came to what; those that are to be tried again are counted as waiting on request."""
        again = "WHEN again THEN 'waiting'" if again_waits else ""
        outcome = f"CASE {again} WHEN same_as <> '' THEN 'duplicate' ELSE state END"
        found = dict(self._all(f"SELECT {outcome} AS outcome, count(*) FROM inputs GROUP BY outcome"))
        return Tally(**found)

    def settle(self, made: Made) -> None:
        """Writes down what became of an input; nothing of what it was before is left, and no reply that it needs no more."""
        with self._transaction() as db:
            (files,) = db.execute("SELECT files FROM inputs WHERE number = ?", (made.number,)).fetchone()
            # What is missing in a partial one may be asked for again, the rest is paid for.
            _give_up(db, made.number, json.loads(files), keep_replies=made.state is State.PARTIAL)
            db.executemany("DELETE FROM stale WHERE path = ?", ((path,) for path in made.files))
            db.execute(
                "UPDATE inputs SET state = ?, reason = ?, facts = ?, files = ?, sentences = ?, marks = ?, seconds = ?, "
                "same_as = '', similar_to = '', similarity = 0, again = 0, attempts = attempts + 1 WHERE number = ?",
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
                db.execute("INSERT INTO rows VALUES (?, ?, ?)", (made.number, made.rows_csv, made.rows_arrow))

    def leave(self, number: int) -> None:
        """The input stays as it is, though it was tried again."""
        self._change("UPDATE inputs SET again = 0, attempts = attempts + 1 WHERE number = ?", number)

    def wait_again(self, numbers: Iterable[int]) -> None:
        """Sets inputs back to be read anew; their files stay theirs until they are."""
        with self._transaction() as db:
            db.executemany(
                "UPDATE inputs SET state = 'waiting', reason = '', same_as = '' WHERE number = ?",
                ((n,) for n in numbers),
            )

    def try_again(self, number: int) -> None:
        """The input is to be worked on once more, and keeps what it has until there is something better."""
        self._change("UPDATE inputs SET again = 1 WHERE number = ?", number)

    def stale(self) -> list[str]:
        """Outputs that belong to no input any more."""
        return [path for (path,) in self._all("SELECT path FROM stale")]

    def forget_stale(self) -> None:
        self._change("DELETE FROM stale")

    # ---- duplicates

    def tell_copies(self) -> int:
        """Settles which inputs repeat the bytes of another, and so need no work; how many wait now that did not."""
        with self._transaction() as db:
            for statement in COPIES:
                db.execute(statement)
            freed = db.execute(FREED).rowcount
            db.execute("DROP TABLE copies")
            return freed

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


def _give_up(
    db: sqlite3.Connection, number: int, files: Mapping[str, object], *, keep_replies: bool = False
) -> None:
    """Nothing that was made of the input is its own any more."""
    db.executemany("INSERT OR IGNORE INTO stale VALUES (?)", ((path,) for path in files))
    db.execute("DELETE FROM rows WHERE number = ?", (number,))
    if not keep_replies:
        db.execute("DELETE FROM replies WHERE number = ?", (number,))


def _input(row: tuple[Any, ...]) -> Input:
    number, id, path, inside, member, name, shown, sha256, state, reason, attempts, facts, files, *rest = row
    origin, about = Origin(path, member, inside), Facts(**json.loads(facts))
    return Input(
        number,
        id,
        origin,
        name,
        shown,
        sha256,
        State(state),
        reason,
        attempts,
        about,
        json.loads(files),
        *rest,
    )
