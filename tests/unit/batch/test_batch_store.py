"""The state of a run: all of a change or nothing of it, for whoever reads it."""

import sqlite3
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from summarizer.batch.lock import is_locked, locked
from summarizer.batch.origin import Origin
from summarizer.batch.state import Facts, Made, NewInput, State, Tally
from summarizer.batch.store import Spent, Store
from summarizer.errors import InputError, UsageError


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "state.sqlite3", make=True)
    yield made
    made.close()


def new(name: str, state: State = State.WAITING, sha256: str = "") -> NewInput:
    why = "no text" if state is State.FAILED else ""
    return NewInput(f"id-{name}", Origin(f"/x/{name}"), name, name, "1:1", sha256 or f"sha-{name}", why)


def made(number: int, **changes: object) -> Made:
    values: dict[str, object] = {
        "facts": Facts(title_en="T", figures=3, verdicts={"supported": 2, "contradicted": 1}),
        "files": {"digests/x.json": "10"},
        "rows_csv": b"1,2\r\n",
        "rows_arrow": b"arrow",
        "sentences": b"s",
        "marks": b"m",
    }
    return Made(number, f"id-{number}", **{"state": State.DONE, **values, **changes})  # type: ignore[arg-type]


def test_what_was_settled_is_read_back(store: Store, tmp_path: Path) -> None:
    store.put([new("a"), new("b"), new("c", State.FAILED)])
    store.settle(made(1))
    other = Store(tmp_path / "state.sqlite3")
    first, second, third = other.inputs()
    assert (first.state, first.facts.flagged, dict(first.files)) == (State.DONE, 1, {"digests/x.json": "10"})
    assert (second.state, third.state) == (State.WAITING, State.FAILED)
    assert other.rows(1) == (b"1,2\r\n", b"arrow")
    assert [row[1:] for row in other.fingerprints()] == [(b"s", b"m")]
    assert other.tally() == Tally(waiting=1, done=1, failed=1)
    assert [found.name for found in other.inputs(State.WAITING, State.FAILED)] == ["b", "c"]
    other.close()


def test_inputs_by_the_thousand_come_in_order_whatever_changes_meanwhile(store: Store) -> None:
    store.put(new(f"{n:05}") for n in range(2_500))
    numbers = []
    for found in store.inputs(State.WAITING):
        numbers.append(found.number)
        store.settle(made(found.number))
    assert numbers == list(range(1, 2_501))


def test_an_input_with_new_content_takes_the_place_of_the_old(store: Store) -> None:
    store.put([new("a")])
    store.settle(made(1))
    store.put([new("a", sha256="other")])
    (found,) = store.inputs()
    assert (found.number, found.state, found.sha256, dict(found.files)) == (1, State.WAITING, "other", {})


def test_a_repetition_is_told_as_such_however_it_was_digested(store: Store) -> None:
    store.put([new("a"), new("b")])
    store.settle(made(1))
    store.settle(made(2))
    store.relate([(2, "id-1", "", 0.0)])
    assert store.tally() == Tally(done=1, duplicate=1)
    assert [found.outcome for found in store.inputs()] == [State.DONE, State.DUPLICATE]
    store.relate([(2, "", "", 0.0)])
    assert store.tally() == Tally(done=2)


def test_replies_and_their_cost_are_kept_together_until_the_input_is_done(store: Store) -> None:
    store.put([new("a")])
    store.keep_reply(1, "k", {"kind": "x"}, Spent(1, 100, 20, 0, Decimal("0.10")))
    store.keep_reply(1, "k2", None, Spent(2, 0, 0, 0, Decimal("0.005")))
    assert store.reply(1, "k") == {"kind": "x"}
    assert store.reply(1, "k2") is None and store.reply(2, "k") is None
    assert store.spent() == Spent(3, 100, 20, 0, Decimal("0.105"))
    store.settle(made(1))
    assert store.reply(1, "k") is None
    store.keep_reply(1, "k3", None, Spent(1, 1, 1, 0, None))
    assert store.spent().cost_usd is None, "what is not known once stays so"


def test_a_partial_input_keeps_what_was_paid_for(store: Store) -> None:
    store.put([new("a")])
    store.keep_reply(1, "k", {"kind": "x"}, Spent(1))
    partial = made(1)
    store.settle(Made(1, "id-1", State.PARTIAL, "1 section failed", partial.facts))
    assert store.reply(1, "k") == {"kind": "x"}
    store.wait_again([1])
    assert store.tally() == Tally(waiting=1)


def test_a_change_that_fails_half_way_leaves_nothing(store: Store) -> None:
    store.put([new("a")])
    broken = Made(1, "id-1", State.DONE, facts=Facts(), rows_csv=b"x", rows_arrow=None)  # type: ignore[arg-type]
    with pytest.raises((UsageError, InputError)):
        store.settle(broken)
    assert store.tally() == Tally(waiting=1)
    store.settle(made(1))
    assert store.tally() == Tally(done=1)


@pytest.mark.parametrize("data", [b"no database, but a text that is long enough" * 30], ids=["text"])
def test_what_is_no_state_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "state.sqlite3"
    with pytest.raises(InputError, match="no run in this folder"):
        Store(path)
    path.write_bytes(data)
    with pytest.raises(InputError, match="no state of a run"):
        Store(path)


def test_a_state_of_another_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite3"
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 99")
    db.commit()
    db.close()
    with pytest.raises(InputError, match="another version"):
        Store(path)


def test_the_state_is_its_owners_alone(store: Store, tmp_path: Path) -> None:
    assert (tmp_path / "state.sqlite3").stat().st_mode & 0o077 == 0


def test_one_holds_a_run_at_a_time(tmp_path: Path) -> None:
    assert not is_locked(tmp_path)
    with locked(tmp_path):
        assert is_locked(tmp_path)
        with pytest.raises(UsageError, match="another process is at work"), locked(tmp_path):
            raise AssertionError
    assert not is_locked(tmp_path)


def test_nothing_is_left_of_what_an_input_was_before(store: Store) -> None:
    store.put([new("a")])
    store.keep_reply(1, "k", {"kind": "x"}, Spent(1))
    store.settle(made(1, state=State.PARTIAL, files={"digests/x.json": "1", "briefs/x.md": "2"}))
    store.settle(made(1, rows_csv=b"", rows_arrow=b"", files={"digests/x.json": "3"}))
    assert store.rows(1) == (b"", b"") and store.stale() == ["briefs/x.md"]
    store.settle(made(1, files={"digests/x.json": "1", "briefs/x.md": "2"}))
    assert store.stale() == [], "it is written again"
    store.keep_reply(1, "k", {"kind": "x"}, Spent(1))
    store.put([new("a", sha256="other")])
    assert store.rows(1) == (b"", b"") and store.reply(1, "k") is None
    assert store.stale() == ["briefs/x.md", "digests/x.json"]


def test_a_state_that_was_never_filled_says_how_to_begin(tmp_path: Path) -> None:
    (tmp_path / "state.sqlite3").touch()
    with pytest.raises(InputError, match="the run ended before it began") as caught:
        Store(tmp_path / "state.sqlite3")
    assert caught.value.hint == "begin it again with the same command"
    Store(tmp_path / "state.sqlite3", make=True).close()
