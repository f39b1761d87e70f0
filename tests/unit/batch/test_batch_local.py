"""Worker processes of this machine: how many there are, what they are given, and what becomes of them."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import failing_workers
import pytest

from summarizer.batch import LocalPool, Part, Recipe, Run, Share, local
from summarizer.batch.state import Made, State
from summarizer.batch.worklist import Worklist
from summarizer.config import Settings

REPORT = "{place}市人民代表大会常务委员会工作报告\n\n一年来，制定地方性法规3部，开展立法调研30余次。\n"


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    """A run over three reports, nothing done yet."""
    for name, place in {"a": "云桥", "large": "青桥", "z": "石桥"}.items():
        (tmp_path / f"{name}.txt").write_text(REPORT.format(place=place), encoding="utf-8")
    with Run.at(tmp_path / "run", Recipe()) as made:
        made.find(["*.txt"], tmp_path, notify=lambda count: None)
        yield made


def results(run: Run, pool: LocalPool, limit: int | None = None) -> dict[str, Made]:
    done = [outputs.made for outputs in pool.results(Worklist(run.store, limit=limit))]
    return {made.id.split("-")[0]: made for made in done}


def pool(run: Run, jobs: int | None = 1, settings: Settings | None = None) -> LocalPool:
    return LocalPool(Part(run.recipe, settings or Settings(), run.folder, run.store, Share(jobs)))


@pytest.mark.slow
def test_what_nobody_foresaw_costs_the_input_that_it_happens_to(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "work", failing_workers.runs_out_of_memory)
    made = results(run, pool(run))
    assert {name: one.state for name, one in made.items()} == {
        "a": State.DONE,
        "large": State.FAILED,
        "z": State.DONE,
    }
    assert made["large"].reason == (
        "brings down the process that reads it (exit code 70): too large, or made to do harm"
    )


@pytest.mark.slow
def test_an_input_without_end_is_given_up(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "work", failing_workers.hangs)
    monkeypatch.setattr(local, "_PATIENCE_S", 0.3)
    (made,) = results(run, pool(run), limit=1).values()
    assert made.state is State.FAILED
    assert made.reason == "takes longer than 0.005 minutes: too large, or made to do harm"


def test_a_larger_limit_of_bytes_is_given_more_time(run: Run) -> None:
    assert pool(run, settings=Settings(max_input=60_000_000))._patience_s == 3 * pool(run)._patience_s


@pytest.mark.parametrize("jobs", [6, None])
def test_no_more_processes_are_started_than_there_are_inputs(
    run: Run, monkeypatch: pytest.MonkeyPatch, jobs: int | None
) -> None:
    monkeypatch.setattr(local, "_cores", lambda: 8)
    made: list[object] = []

    class Counted(local._Worker):
        def __init__(self, *given: Any) -> None:
            super().__init__(*given)
            made.append(self)

    monkeypatch.setattr(local, "_Worker", Counted)
    assert len(results(run, pool(run, jobs), limit=1)) == len(made) == 1


class Spent:
    """The door of a run, as far as it is asked whether there is more to spend."""

    failure = None
    reached = ""


def test_once_a_limit_is_reached_nothing_more_is_begun_or_told_as_begun(run: Run) -> None:
    begun: list[str] = []

    class Log:
        def __call__(self, event: str, /, **facts: Any) -> None:
            begun.append(facts["path"])

    one, door = pool(run), Spent()
    one._door = door  # type: ignore[assignment]
    made = one.results(Worklist(run.store, log=Log()))  # type: ignore[arg-type]
    next(made)
    door.reached = "the limit of 3 requests is reached"
    assert list(made) == []
    assert begun == ["a.txt"]


def test_a_core_that_may_not_be_used_is_not_counted() -> None:
    assert 1 <= local._cores() <= (os.cpu_count() or 1)
    if hasattr(os, "sched_setaffinity"):
        whole = os.sched_getaffinity(0)
        os.sched_setaffinity(0, {min(whole)})
        try:
            assert local._cores() == 1
        finally:
            os.sched_setaffinity(0, whole)
