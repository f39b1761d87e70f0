"""Runs on a Ray cluster of this machine, with two worker processes at least."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from wire.server import Answer, Seen, WireServer

from cli.batch_runs import Timed, account, children, command, outputs
from cli.runs import OTHER_REPORT, REPORT

pytest.importorskip("ray", reason="the extra `ray` is not installed")
pytestmark = pytest.mark.slow

_PATIENCE_S = 240
_RAY = str(Path(sys.executable).with_name("ray"))
_WORKER = "ray::MapWorker"
KEY = "sk-test-5ecret5ecret5ecret"


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)


@pytest.fixture
def reports(folder: Path) -> Path:
    """Reports in a folder and an archive, with a repetition and files that cannot be used."""
    made = folder / "reports"
    made.mkdir()
    for n, place in enumerate("云青石河山林"):
        (made / f"r{n}.txt").write_bytes(REPORT.replace("枫桥", f"{place}桥").encode("utf-8"))
    (made / "again.txt").write_bytes((made / "r0.txt").read_bytes())
    (made / "english.txt").write_bytes(b"No Chinese here.")
    with zipfile.ZipFile(made / "old.zip", "w") as archive:
        archive.writestr("2024/later.txt", OTHER_REPORT)
    return made


def on_ray(*args: str) -> list[str]:
    return [*command(*args), "--on", "ray"]


def done(args: list[str], folder: Path, *, code: int = 0) -> str:
    ended = subprocess.run(args, cwd=folder, capture_output=True, text=True, timeout=_PATIENCE_S)
    assert (ended.returncode, "Traceback" in ended.stderr) == (code, False), ended.stderr
    return ended.stderr


def workers(pid: int) -> list[int]:
    """The worker processes of the run that this process is."""
    return [child for child in children(pid) if _command_line(child)[0].startswith(_WORKER)]


def test_a_run_on_ray_gives_what_one_on_this_machine_gives(folder: Path, reports: Path) -> None:
    told = done(on_ray("reports", "-d", "ray", "--jobs", "2", "-q", "--briefs", "md,docx"), folder, code=5)
    assert told == ""
    done(command("reports", "-d", "local", "--jobs", "2", "-q", "--briefs", "md,docx"), folder, code=5)
    assert outputs(folder / "ray") == outputs(folder / "local")
    assert account(folder / "ray") == account(folder / "local")


def with_model(at: WireServer) -> list[str]:
    model = ["--budget", "60", "-m", "openai:test", "--base-url", at.url, "--no-cache", "-q"]
    return [*model, "--concurrency", "4", "--jobs", "2"]


def test_a_limit_holds_over_all_processes_and_what_is_not_finished_waits(folder: Path, reports: Path) -> None:
    whole, limited = Timed(), Timed()
    with WireServer(whole) as at:
        done(command("reports", "-d", "whole", *with_model(at)), folder, code=5)
    with WireServer(limited) as at:
        done(on_ray("reports", "-d", "limited", *with_model(at), "--max-requests", "7"), folder, code=5)
        assert len(limited.answered) == 7
        assert {row["state"] for row in account(folder / "limited")} >= {"waiting", "failed"}
        done(command("resume", "limited", "-q", "--no-cache", "--on", "ray"), folder, code=5)
    assert outputs(folder / "limited") == outputs(folder / "whole")
    assert account(folder / "limited") == account(folder / "whole")
    assert len(limited.answered) == len(whole.answered), "what was answered is not paid for twice"


class Patient(Timed):
    """One that goes on answering when it is told that all are there."""

    def __init__(self) -> None:
        super().__init__()
        self.both_there = threading.Event()

    def __call__(self, seen: Seen) -> Answer:
        if len(self.answered) >= 2:
            self.both_there.wait(_PATIENCE_S)
        return super().__call__(seen)


def test_a_killed_worker_costs_what_it_had_in_flight(folder: Path, reports: Path) -> None:
    whole, hurt = Timed(), Patient()
    with WireServer(whole) as at:
        done(command("reports", "-d", "whole", *with_model(at)), folder, code=5)
    with (
        WireServer(hurt) as at,
        subprocess.Popen(on_ray("reports", "-d", "hurt", *with_model(at)), cwd=folder) as run,
    ):
        until = time.monotonic() + _PATIENCE_S
        while len(found := workers(run.pid)) < 2 and time.monotonic() < until:
            time.sleep(0.02)
        assert len(found) == 2, "two processes share the work"
        hurt.both_there.set()
        while len(hurt.answered) < len(whole.answered) // 3 and time.monotonic() < until:
            time.sleep(0.02)
        os.kill(found[0], signal.SIGKILL)
        assert run.wait(_PATIENCE_S) == 5
    assert outputs(folder / "hurt") == outputs(folder / "whole")
    assert account(folder / "hurt") == account(folder / "whole")
    bodies = [body for _, body in hurt.answered]
    assert {*bodies} == {body for _, body in whole.answered}
    assert len(bodies) - len({*bodies}) <= 2, "one process may have two requests in flight"


def test_a_killed_run_goes_on_here_or_there(folder: Path, reports: Path) -> None:
    done(command("reports", "-d", "whole", "-q"), folder, code=5)
    with subprocess.Popen(on_ray("reports", "-d", "hurt", "-q", "--jobs", "2"), cwd=folder) as run:
        until = time.monotonic() + _PATIENCE_S
        while not list(folder.glob("hurt/digests/*.json")) and time.monotonic() < until:
            time.sleep(0.02)
        run.kill()
    done(command("resume", "hurt", "-q"), folder, code=5)
    assert outputs(folder / "hurt") == outputs(folder / "whole")
    assert account(folder / "hurt") == account(folder / "whole")


def test_an_interrupt_ends_it_and_says_how_to_go_on(folder: Path, reports: Path) -> None:
    with subprocess.Popen(
        on_ray("reports", "-d", "run", "--jobs", "2"), cwd=folder, stderr=subprocess.PIPE, text=True
    ) as run:
        until = time.monotonic() + _PATIENCE_S
        while not workers(run.pid) and time.monotonic() < until:
            time.sleep(0.02)
        run.send_signal(signal.SIGINT)
        _, told = run.communicate(timeout=_PATIENCE_S)
    assert run.returncode == 130
    assert "go on with: summarizer batch resume run" in told and "Traceback" not in told
    done(command("resume", "run", "-q"), folder, code=5)


def test_a_cluster_of_the_runs_own_serves_nobody_else_and_is_told_no_key(folder: Path, reports: Path) -> None:
    model = Timed()
    with (
        WireServer(model) as at,
        subprocess.Popen(on_ray("reports", "-d", "run", *with_model(at)), cwd=folder) as run,
    ):
        until = time.monotonic() + _PATIENCE_S
        while len(model.answered) < 5 and time.monotonic() < until:
            time.sleep(0.02)
        (node,) = [told for told in map(_command_line, children(run.pid)) if told[0].endswith("/raylet")]
        own = Path(_value(node, "--session_dir")).parents[1]
        assert own.stat().st_mode & 0o077 == 0
        told = b"".join(path.read_bytes() for path in own.rglob("*") if path.is_file())
        assert len(told) > 1_000 and KEY.encode() not in told
        asked = subprocess.run(
            [_RAY, "status", "--address", _value(node, "--gcs-address")],
            capture_output=True,
            text=True,
            timeout=_PATIENCE_S,
            check=False,
        )
        assert asked.returncode != 0 and "AuthenticationError" in asked.stderr
        assert run.wait(_PATIENCE_S) == 5
    assert not own.exists()


def _command_line(pid: int) -> list[str]:
    try:
        return (Path("/proc") / str(pid) / "cmdline").read_text(encoding="utf-8").split("\0")
    except OSError:
        return [""]


def _value(line: list[str], option: str) -> str:
    (found,) = [part.partition("=")[2] for part in line if part.partition("=")[0] == option]
    return found


@pytest.fixture
def cluster(folder: Path) -> Iterator[str]:
    """The address of a cluster of two nodes, each with a core for a worker."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    shared = ["--num-cpus=1", "--disable-usage-stats", "--node-ip-address=127.0.0.1"]
    head = [_RAY, "start", "--head", f"--port={port}", "--include-dashboard=false", *shared]
    try:
        for start in (head, [_RAY, "start", f"--address=127.0.0.1:{port}", *shared]):
            subprocess.run(start, cwd=folder, check=True, capture_output=True, timeout=_PATIENCE_S)
        yield f"127.0.0.1:{port}"
    finally:
        subprocess.run([_RAY, "stop", "--force"], check=False, capture_output=True, timeout=_PATIENCE_S)


def test_a_cluster_that_is_there_is_used_and_left_running(folder: Path, reports: Path, cluster: str) -> None:
    done(command("reports", "-d", "local", "-q"), folder, code=5)
    for name in ("one", "two"):
        done(on_ray("reports", "-d", name, "-q", "--ray-address", cluster), folder, code=5)
        assert outputs(folder / name) == outputs(folder / "local")
        assert account(folder / name) == account(folder / "local")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("127.0.0.1:9", "127.0.0.1:9: no Ray cluster can be reached"),
        ("ray://127.0.0.1:10001", "Ray Data does not work through a Ray Client address"),
    ],
)
def test_a_cluster_that_cannot_be_had_is_told_in_a_sentence(
    folder: Path, reports: Path, address: str, said: str
) -> None:
    told = done(on_ray("reports", "-d", "run", "-q", "--ray-address", address), folder, code=2)
    assert said in told and len(told.splitlines()) == 1
