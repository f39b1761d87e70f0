"""Runs that are killed, that fill the disk, that meet each other: nothing is lost, nothing is paid for twice."""

import random
import resource
import subprocess
import time
from pathlib import Path

import pytest
from wire.asking import Start
from wire.server import WireServer

from cli.batch_runs import Timed, account, children, command, outputs
from cli.runs import REPORT

pytestmark = pytest.mark.slow

_KILLS = 20
# From an answer that left the server to its place in the run's state.
_ON_ITS_WAY_S = 0.5


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test-5ecret5ecret5ecret")


@pytest.fixture
def reports(folder: Path) -> Path:
    made = folder / "reports"
    made.mkdir()
    places = [one + other for one in "云青石河山林" for other in "桥溪岭洲湖"]
    # The name of the place is in every request, so that no two reports are asked about in the same words.
    for n, place in enumerate(places):
        (made / f"r{n:02}.txt").write_bytes(REPORT.replace("枫桥", place).encode("utf-8"))
    return made


def with_model(at: WireServer) -> list[str]:
    return ["--budget", "60", "-m", "openai:test", "--base-url", at.url, "--concurrency", "4", "--jobs", "2"]


def killed_twenty_times(args: list[str], folder: Path, *, patience_s: tuple[float, float]) -> list[float]:
    """Starts the same command again and again and kills it at a random moment; when it did."""
    moments = []
    chance = random.Random(8)
    for _ in range(_KILLS):
        with subprocess.Popen(args, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder) as run:
            try:
                run.wait(chance.uniform(*patience_s))
            except subprocess.TimeoutExpired:
                run.kill()
                moments.append(time.monotonic())
                run.wait()
    return moments


def test_a_run_killed_twenty_times_ends_like_one_that_was_not(
    server: Start, folder: Path, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Kept replies of the one would spare the other its requests.
    options = [*with_model(server(Timed())), "--no-cache"]
    done = subprocess.run(command("reports", "-d", "whole", *options), cwd=folder, capture_output=True)
    assert done.returncode == 0, done.stderr
    model = Timed()
    # The endpoint is part of what a run was begun with, not of what it gives.
    options = [*with_model(server(model)), "--no-cache"]
    moments = killed_twenty_times(command("reports", "-d", "killed", *options), folder, patience_s=(0.5, 4.0))
    assert len(moments) >= 10, "most of the kills met a run at work"
    last = subprocess.run(command("resume", "killed", "--no-cache"), cwd=folder, capture_output=True)
    assert last.returncode == 0, last.stderr
    assert outputs(folder / "killed") == outputs(folder / "whole")
    assert account(folder / "killed") == account(folder / "whole")
    answers: dict[str, list[float]] = {}
    for when, body in model.answered:
        answers.setdefault(body, []).append(when)
    lost = [when for times in answers.values() for when in times[:-1]]
    # What was answered and asked again was on its way when the process was killed.
    assert [
        t
        for t in lost
        if not any(t - Timed.ANSWER_S <= m + _ON_ITS_WAY_S and m <= t + _ON_ITS_WAY_S for m in moments)
    ] == []
    assert len(lost) <= 4 * len(moments), "no more than was in flight at a kill"
    assert not list((folder / "killed").rglob("*.part"))


def test_an_offline_run_killed_twenty_times_ends_like_one_that_was_not(folder: Path, reports: Path) -> None:
    subprocess.run(command("reports", "-d", "whole", "-q"), cwd=folder, check=True, capture_output=True)
    killed_twenty_times(
        command("reports", "-d", "killed", "-q", "--jobs", "2"), folder, patience_s=(0.2, 3.0)
    )
    last = subprocess.run(command("reports", "-d", "killed", "-q"), cwd=folder, capture_output=True)
    assert (last.returncode, last.stderr) == (0, b"")
    assert outputs(folder / "killed") == outputs(folder / "whole")
    assert account(folder / "killed") == account(folder / "whole")


def test_two_processes_on_one_run_do_not_meet(folder: Path, reports: Path) -> None:
    args = command("reports", "-d", "run", "-q", "--jobs", "1")
    both = [
        subprocess.Popen(args, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder) for _ in range(2)
    ]
    told = [run.communicate(timeout=120) for run in both]
    assert sorted(run.returncode for run in both) == [0, 2]
    (refused,) = [err for run, (_, err) in zip(both, told, strict=True) if run.returncode == 2]
    assert b"another process is at work on this run" in refused
    assert {row["state"] for row in account(folder / "run")} == {"done"}


def test_a_full_disk_is_told_and_the_run_goes_on_later(folder: Path, reports: Path) -> None:
    subprocess.run(command("reports", "-d", "whole", "-q"), cwd=folder, check=True, capture_output=True)
    small = folder / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", str(small)], capture_output=True
    )
    if mounted.returncode:
        pytest.skip("a small disk cannot be mounted here")
    try:
        full = subprocess.run(
            command("reports", "-d", "small/run", "-q"), cwd=folder, capture_output=True, text=True
        )
        assert full.returncode == 2
        assert "No space left" in full.stderr or "disk is full" in full.stderr or "full" in full.stderr
        assert "Traceback" not in full.stderr and len(full.stderr.splitlines()) == 1
        again = subprocess.run(
            command("resume", "small/run", "-q"), cwd=folder, capture_output=True, text=True
        )
        assert (again.returncode, len(again.stderr.splitlines())) == (2, 1)
        subprocess.run(["mount", "-o", "remount,size=50m", str(small)], check=True)
        last = subprocess.run(
            command("resume", "small/run", "-q"), cwd=folder, capture_output=True, text=True
        )
        assert (last.returncode, last.stderr) == (0, "")
        assert outputs(small / "run") == outputs(folder / "whole")
    finally:
        subprocess.run(["umount", str(small)], check=False)


def test_a_file_that_may_not_grow_is_told_and_the_run_goes_on_later(folder: Path, reports: Path) -> None:
    subprocess.run(command("reports", "-d", "whole", "-q"), cwd=folder, check=True, capture_output=True)

    def hold_down() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, resource.RLIM_INFINITY))

    held = subprocess.run(
        command("reports", "-d", "run", "-q"),
        cwd=folder,
        capture_output=True,
        text=True,
        preexec_fn=hold_down,
    )
    assert held.returncode == 2
    assert "Traceback" not in held.stderr and len(held.stderr.splitlines()) == 1
    last = subprocess.run(command("reports", "-d", "run", "-q"), cwd=folder, capture_output=True, text=True)
    assert (last.returncode, last.stderr) == (0, "")
    assert outputs(folder / "run") == outputs(folder / "whole")


def test_a_killed_run_leaves_no_process_behind(folder: Path, reports: Path) -> None:
    with subprocess.Popen(
        command("reports", "-d", "run", "-q", "--jobs", "2"), stdout=subprocess.DEVNULL, cwd=folder
    ) as run:
        until = time.monotonic() + 60
        while not list((folder / "run").glob("digests/*.json")) and time.monotonic() < until:
            time.sleep(0.05)
        found = list(children(run.pid))
        run.kill()
        run.wait()
    assert found
    until = time.monotonic() + 10
    while any(Path(f"/proc/{child}").exists() for child in found) and time.monotonic() < until:
        time.sleep(0.05)
    assert not [child for child in found if Path(f"/proc/{child}").exists()]
