"""Ledger and workers of a cluster, without Ray: calls go straight from the one to the other."""

import pickle
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.batch import LocalPool, Part, Recipe, Run, Share
from summarizer.batch.cluster import RayCluster
from summarizer.batch.cluster import pool as cluster_pool
from summarizer.batch.cluster import worker as cluster_worker
from summarizer.batch.cluster.ledger import Assignment, Ledger, shares
from summarizer.batch.cluster.worker import Call, ClusterWorker, Told, _Turns, share_of
from summarizer.batch.state import State, Tally
from summarizer.batch.store import Spent
from summarizer.batch.work import Outputs
from summarizer.batch.worklist import Worklist
from summarizer.config import Settings
from summarizer.errors import UsageError

REPORT = """{place}市人民代表大会常务委员会工作报告
——2024年1月10日在{place}市第六届人民代表大会第三次会议上

各位代表：
一、2023年的主要工作
制定地方性法规{n}部，开展立法调研30余次。听取和审议专项工作报告12项，办理代表建议146件。
"""


class Cluster:
    """The work of a part, by two workers in this process that send everything as bytes, as over a line."""

    stopped_by = ""
    notes = ()

    def __init__(self, part: Part) -> None:
        self._part = part

    def results(self, work: Worklist) -> Iterator[Outputs]:
        given = assignment(self._part.folder, self._part.share.limit, recipe=self._part.recipe)
        ledger = Ledger(given)
        workers = [ClusterWorker(given, straight(ledger), name=name) for name in ("a", "b")]
        with ThreadPoolExecutor(2) as threads:
            told = threads.map(lambda place: workers[place % 2].told(place), reversed(range(len(work))))
            for answer in map(pickle.loads, told):
                assert answer.outputs is not None
                yield answer.outputs


def assignment(folder: Path, limit: int | None = None, *, recipe: Recipe | None = None) -> Assignment:
    return Assignment(recipe or Recipe(), Settings(), folder.resolve(), workers=2, limit=limit)


def straight(ledger: Ledger) -> Call:
    def call(name: str, *args: Any) -> Any:
        return pickle.loads(
            pickle.dumps(getattr(ledger, name)(*(pickle.loads(pickle.dumps(a)) for a in args)))
        )

    return call


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    """A run over three reports and a file that is none, nothing done yet."""
    reports = tmp_path / "reports"
    reports.mkdir()
    for n, place in enumerate("云青石"):
        (reports / f"r{n}.txt").write_bytes(REPORT.format(place=f"{place}桥", n=n + 3).encode("utf-8"))
    (reports / "r3.txt").write_bytes(b"No Chinese here.")
    with Run.at(tmp_path / "run", Recipe()) as made:
        made.find(["reports"], tmp_path, notify=lambda count: None)
        yield made


def silent(tally: Tally, done_now: int, spent: Spent) -> None:
    return


def outputs(folder: Path) -> dict[str, bytes]:
    wanted = [path for path in folder.rglob("*") if path.is_file() and "sqlite" not in path.name]
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(wanted)
        if path.name != "account.jsonl"
    }


def test_a_run_on_a_cluster_gives_what_one_on_this_machine_gives(run: Run, tmp_path: Path) -> None:
    assert run.work(Settings(), Share(), Cluster, progress=silent).worked_on == 4
    with Run.at(tmp_path / "local", Recipe()) as local:
        local.find(["reports"], tmp_path, notify=lambda count: None)
        local.work(Settings(), Share(jobs=1), LocalPool, progress=silent)
        assert local.store.tally() == run.store.tally() == Tally(done=3, failed=1)
        told = [[replace(found, seconds=0.0) for found in one.store.inputs()] for one in (run, local)]
    assert told[0] == told[1]
    assert outputs(tmp_path / "run") == outputs(tmp_path / "local")


def test_the_limit_of_a_part_holds(run: Run) -> None:
    assert run.work(Settings(), Share(limit=2), Cluster, progress=silent).worked_on == 2
    assert run.store.tally() == Tally(done=2, waiting=2)


def test_what_brings_its_process_down_again_and_again_has_failed_and_nothing_else(run: Run) -> None:
    given = assignment(run.folder)
    ledger = Ledger(given)
    call = straight(ledger)

    def dies(name: str, *args: Any) -> Any:
        if name == "begin":
            call(name, *args)
            raise MemoryError
        return call(name, *args)

    def dies_alone(name: str, *args: Any) -> Any:
        if name == "begin_alone":
            call(name, *args)
            raise MemoryError
        return call(name, *args)

    # A process had three of them in hand when it died; which of them it was cannot be told.
    for place in range(3):
        with pytest.raises(MemoryError):
            ClusterWorker(given, dies, name="a").told(place)
    for _ in range(2):
        with pytest.raises(MemoryError):
            ClusterWorker(given, dies_alone, name="a").told(1)
    told: list[Told] = [pickle.loads(ClusterWorker(given, call, name="a").told(place)) for place in range(3)]
    states = [one.outputs.made.state for one in told if one.outputs is not None]
    assert states == [State.DONE, State.FAILED, State.DONE]
    assert told[1].outputs is not None and "brings down the process" in told[1].outputs.made.reason


def test_a_suspect_that_survives_is_a_suspect_no_more_often_than_it_was_tried(run: Run) -> None:
    ledger = Ledger(assignment(run.folder))
    first, again = ledger.begin(0), ledger.begin(0)
    assert first is not None and not first.suspect
    assert again is not None and again.suspect
    for _ in range(5):
        assert ledger.begin_alone(0)
        ledger.end_alone(0)
    assert [ledger.begin_alone(0) for _ in range(3)] == [True, True, False]


def test_a_file_that_has_gone_is_told_for_it_alone(run: Run) -> None:
    (run.folder.parent / "reports" / "r0.txt").unlink()
    given = assignment(run.folder)
    told: Told = pickle.loads(ClusterWorker(given, straight(Ledger(given)), name="a").told(0))
    assert told.outputs is not None and told.outputs.made.state is State.FAILED
    assert told.outputs.made.reason == "there is no such file"


def test_a_node_with_another_version_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_worker, "__version__", "0.0.1")
    given = assignment(run.folder)
    told: Told = pickle.loads(ClusterWorker(given, straight(Ledger(given)), name="a").told(0))
    assert "a node of the cluster has summarizer 0.0.1" in str(told.error)


def test_a_worker_that_is_started_anew_keeps_its_seat(run: Run) -> None:
    ledger = Ledger(assignment(run.folder))
    assert [ledger.seat(name) for name in ("a", "b", "a")] == [(0, False), (1, False), (0, True)]


def test_a_worker_that_is_started_anew_waits_until_its_share_of_the_minute_is_free(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    monkeypatch.setattr("summarizer.batch.cluster.worker.time.sleep", waited.append)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test-5ecret5ecret5ecret")
    settings = Settings(engine="model", model="openai:test", base_url="http://127.0.0.1:9/v1", rpm=10)
    recipe = Recipe(engine="model", model="openai:test", base_url=settings.base_url)
    given = replace(assignment(run.folder), recipe=recipe, settings=settings)
    call = straight(Ledger(given))
    for name in ("a", "b", "a"):
        ClusterWorker(given, call, name=name)
    assert waited == [60.0]


def test_a_node_whose_environment_names_another_address_asks_nobody(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OLLAMA_HOST", "http://here.example")
    settings = Settings(engine="model", model="ollama:test")
    recipe = Recipe(engine="model", model="ollama:test", base_url="http://there.example")
    given = replace(assignment(run.folder), recipe=recipe, settings=settings)
    told: Told = pickle.loads(ClusterWorker(given, straight(Ledger(given)), name="a").told(0))
    assert "would ask at http://here.example, not at http://there.example" in str(told.error)


def test_a_limit_that_cannot_be_kept_is_told_before_ray_is_started(run: Run) -> None:
    run.store.keep_reply(1, "key", None, Spent(1, 10, 10, 0, None))
    settings = Settings(engine="model", model="openai:test", max_cost=1.0)
    recipe = Recipe(engine="model", model="openai:test")
    with pytest.raises(UsageError, match="its cost cannot be limited"):
        RayCluster(Part(recipe, settings, run.folder, run.store, Share()))


def test_more_processes_than_the_cluster_has_cores_are_told(run: Run) -> None:
    class Ray:
        def cluster_resources(self) -> dict[str, float]:
            return {"CPU": 2.0}

    pool = RayCluster(Part(Recipe(), Settings(), run.folder, run.store, Share(jobs=6)))
    assert pool._assignment(Ray()).workers == 2
    assert pool.notes == ["the cluster has 2 cores, so that 2 processes worked, not 6"]


def test_the_folder_of_a_cluster_of_its_own_is_private_and_takes_the_place_of_a_killed_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = tmp_path / "short"
    short.mkdir()
    monkeypatch.setattr(cluster_pool, "_SHORT", short)
    with cluster_pool._private_folder(tmp_path / "run") as killed:
        (killed / "left").write_bytes(b"")
        with cluster_pool._private_folder(tmp_path / "run") as again:
            assert (again, list(again.iterdir()), again.stat().st_mode & 0o777) == (killed, [], 0o700)
        (short / "elsewhere").mkdir()
        killed.symlink_to(short / "elsewhere")
        with cluster_pool._private_folder(tmp_path / "run") as other:
            assert other != killed and (short / "elsewhere").is_dir()
        with cluster_pool._private_folder(tmp_path / "other run") as other:
            assert other != killed
    assert [path.name for path in short.iterdir() if not path.is_symlink()] == ["elsewhere"]


def test_a_cluster_of_this_machines_is_one_with_a_token_however_it_is_asked_for(run: Run) -> None:
    part = Part(Recipe(), Settings(), run.folder, run.store, Share())
    assert RayCluster(part, address="local")._address == RayCluster(part)._address == ""


@given(whole=st.integers(1, 10_000), parts=st.integers(1, 200))
def test_shares_add_up_to_the_whole(whole: int, parts: int) -> None:
    found = [part or 0 for part in shares(whole, parts)]
    assert sum(found) == whole
    assert max(found) - min(found) <= 1


def test_the_limits_of_all_workers_add_up_to_those_of_the_run() -> None:
    settings = Settings(concurrency=10, rpm=500, tpm=100_001)
    parts = [share_of(settings, part, 4) for part in range(4)]
    assert sum(part.concurrency for part in parts) == 10
    assert sum(part.rpm or 0 for part in parts) == 500
    assert sum(part.tpm or 0 for part in parts) == 100_001
    assert share_of(Settings(), 0, 4).rpm is None


def test_one_that_wants_to_be_alone_is_alone() -> None:
    turns = _Turns()
    inside: list[str] = []
    together: list[tuple[str, ...]] = []
    lock = threading.Lock()

    def work(name: str, alone: bool) -> None:
        with turns.taken(alone=alone):
            with lock:
                inside.append(name)
                together.append(tuple(inside))
            threading.Event().wait(0.02)
            with lock:
                inside.remove(name)

    with ThreadPoolExecutor(6) as threads:
        for n in range(12):
            threads.submit(work, f"{'alone' if n % 4 == 3 else 'one'}{n}", n % 4 == 3)
    assert len(together) == 12
    assert all(len(group) == 1 for group in together if any(name.startswith("alone") for name in group))
    assert any(len(group) > 1 for group in together)
