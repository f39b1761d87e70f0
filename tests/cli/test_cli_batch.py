"""Runs over many reports on the command line, without a model."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest

from cli.runs import OTHER_REPORT, REPORT, Cli
from summarizer.batch.lock import locked
from summarizer.batch.work import Task


def account(run: Path) -> dict[str, dict[str, Any]]:
    lines = (run / "account.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["path"]: row for row in map(json.loads, lines)}


def digests(run: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((run / "digests").iterdir())}


@pytest.fixture
def reports(folder: Path) -> Path:
    """Reports in a folder and an archive, with repetitions and files that cannot be used."""
    made = folder / "reports"
    (made / "sub").mkdir(parents=True)
    for n in range(3):
        text = (
            REPORT.replace("146件", f"{n + 3}46件")
            .replace("枫桥", f"{'云青石'[n]}桥")
            .replace("12项", f"{n + 20}项")
        )
        (made / f"r{n}.txt").write_bytes(text.encode("utf-8"))
    (made / "sub" / "again.txt").write_bytes((made / "r0.txt").read_bytes())
    (made / "sub" / "big5.txt").write_bytes((made / "r1.txt").read_text(encoding="utf-8").encode("gb18030"))
    (made / "sub" / "empty.txt").write_bytes(b"")
    (made / "sub" / "english.txt").write_bytes(b"No Chinese here.")
    (made / "sub" / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    with zipfile.ZipFile(made / "old.zip", "w") as archive:
        archive.writestr("2024/later.txt", OTHER_REPORT)
    return made


def test_a_folder_becomes_a_run(cli: Cli, reports: Path, folder: Path) -> None:
    done = cli("batch", "reports", "-d", "run", "--jobs", "2")
    assert done.code == 5
    assert done.text.splitlines()[:1] == ["8 files: 4 done, 2 failed, 2 duplicate"]
    assert "1 files in folders and archives" in done.err
    rows = account(folder / "run")
    assert {path: row["state"] for path, row in rows.items()} == {
        "reports/old.zip!2024/later.txt": "done",
        "reports/r0.txt": "done",
        "reports/r1.txt": "done",
        "reports/r2.txt": "done",
        "reports/sub/again.txt": "duplicate",
        "reports/sub/big5.txt": "duplicate",
        "reports/sub/empty.txt": "failed",
        "reports/sub/english.txt": "failed",
    }
    assert rows["reports/sub/again.txt"]["same_as"] == rows["reports/r0.txt"]["id"]
    assert rows["reports/sub/big5.txt"]["same_as"] == rows["reports/r1.txt"]["id"]
    assert rows["reports/sub/big5.txt"]["digest"] and not rows["reports/sub/again.txt"]["digest"]
    assert rows["reports/sub/english.txt"]["reason"].startswith("the text holds no Chinese")
    assert "empty" in rows["reports/sub/empty.txt"]["reason"]
    table = (folder / "run" / "indicators.csv").read_text(encoding="utf-8-sig")
    assert rows["reports/r1.txt"]["id"] in table and rows["reports/sub/big5.txt"]["id"] not in table
    for row in rows.values():
        assert all(
            (folder / "run" / path).is_file() for path in [row["digest"], *row["briefs"].values()] if path
        )
    assert (folder / "run" / "index.html").is_file()


def test_a_digest_is_that_of_the_command_for_one(cli: Cli, reports: Path, folder: Path) -> None:
    cli("batch", "reports", "-d", "run", "--briefs", "md,html,txt,docx")
    rows = account(folder / "run")
    row = rows["reports/r2.txt"]
    one = cli("digest", "reports/r2.txt").out
    assert (folder / "run" / row["digest"]).read_bytes() == one
    assert sorted(row["briefs"]) == ["docx", "html", "md", "txt"]
    for form, path in row["briefs"].items():
        assert (folder / "run" / path).read_bytes() == cli("brief", "reports/r2.txt", "--format", form).out
    member = json.loads((folder / "run" / rows["reports/old.zip!2024/later.txt"]["digest"]).read_bytes())
    alone = json.loads(cli("digest", "later.txt").out)
    assert member == alone


@pytest.mark.slow
def test_neither_processes_nor_their_number_change_anything(cli: Cli, reports: Path, folder: Path) -> None:
    cli("batch", "reports", "-d", "one", "--jobs", "1")
    cli("batch", "reports", "-d", "three", "--jobs", "3")
    cli("batch", "reports", "-d", "parts", "--limit", "2")
    cli("batch", "resume", "parts", "--jobs", "2")
    for other in ("three", "parts"):
        assert digests(folder / "one") == digests(folder / other)
        for name in ("indicators.csv", "indicators.parquet", "index.html"):
            assert (folder / "one" / name).read_bytes() == (folder / other / name).read_bytes(), name


@pytest.mark.slow
def test_a_limit_leaves_the_rest_waiting(cli: Cli, reports: Path) -> None:
    first = cli("batch", "reports", "-d", "run", "--limit", "2", "--json")
    told = json.loads(first.text)
    assert (told["done"], told["waiting"], told["inputs"]) == (2, 5, 8)
    assert json.loads(cli("batch", "status", "run", "--json").text) == told
    assert json.loads(cli("batch", "resume", "run", "--json").text)["waiting"] == 0


@pytest.mark.slow
def test_the_same_command_takes_up_what_is_new_and_what_has_changed(
    cli: Cli, reports: Path, folder: Path
) -> None:
    cli("batch", "reports", "-d", "run")
    before = account(folder / "run")
    (reports / "new.txt").write_bytes(REPORT.replace("枫桥", "河桥").encode("utf-8"))
    (reports / "r2.txt").write_bytes(REPORT.replace("枫桥", "山桥").encode("utf-8"))
    cli("batch", "reports", "-d", "run")
    after = account(folder / "run")
    assert after["reports/new.txt"]["state"] == "done"
    assert after["reports/r2.txt"]["id"] != before["reports/r2.txt"]["id"]
    assert not (folder / "run" / before["reports/r2.txt"]["digest"]).exists()
    assert after["reports/r0.txt"]["attempts"] == before["reports/r0.txt"]["attempts"] == 1


@pytest.mark.slow
def test_failed_inputs_are_tried_again_on_request(cli: Cli, reports: Path, folder: Path) -> None:
    cli("batch", "reports", "-d", "run")
    (reports / "sub" / "empty.txt").write_bytes(REPORT.replace("枫桥", "河桥").encode("utf-8"))
    cli("batch", "resume", "run")
    assert account(folder / "run")["reports/sub/empty.txt"]["state"] == "failed"
    cli("batch", "resume", "run", "--retry-failed")
    assert account(folder / "run")["reports/sub/empty.txt"]["state"] == "done"


@pytest.mark.slow
def test_an_output_that_is_gone_or_cut_is_made_anew(cli: Cli, reports: Path, folder: Path) -> None:
    cli("batch", "reports", "-d", "run")
    whole = digests(folder / "run")
    first, second, *_ = sorted((folder / "run" / "digests").iterdir())
    first.unlink()
    second.write_bytes(b"{")
    (folder / "run" / "digests" / ".x.json.0123abcd.part").write_bytes(b"half")
    cli("batch", "resume", "run")
    assert digests(folder / "run") == whole


@pytest.mark.slow
@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--briefs", "html"], "--briefs 'md', not 'html'"),
        (["--length", "short"], "--length 'standard', not 'short'"),
        (["--bilingual"], "--bilingual False, not True"),
        (["--max-input", "1MB"], "--max-input 20000000, not 1000000"),
        (["-m", "openai:test"], "--engine 'offline', not 'model'"),
        (["--briefs", "odt"], "there is no format 'odt'"),
        (["--log-text"], "--log-text has no sense"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_a_changed_setting_is_refused_and_named(
    cli: Cli, reports: Path, options: list[str], says: str
) -> None:
    cli("batch", "reports", "-d", "run", "--limit", "1")
    changed = cli("batch", "reports", "-d", "run", *options)
    assert (changed.code, changed.out) == (2, b"")
    assert says in changed.err


@pytest.mark.slow
def test_another_version_does_not_go_on_with_a_run(
    cli: Cli, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli("batch", "reports", "-d", "run", "--limit", "1")
    monkeypatch.setattr("summarizer.batch.recipe.__version__", "9.9")
    refused = cli("batch", "resume", "run")
    assert refused.code == 2
    assert "the version of summarizer" in refused.err


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (["batch", "none.txt", "-d", "run"], 3, "no such file or folder"),
        (["batch", "reports/*.doc", "-d", "run"], 3, "no file fits the pattern"),
        (["batch", "reports", "-d", "fengqiao.txt"], 2, "this is no run"),
        (["batch", "reports", "-d", "reports"], 2, "this is no run, and not empty"),
        (["batch", "reports"], 2, "-d"),
        (["batch", "resume", "nowhere"], 3, "there is no run"),
        (["batch", "status", "nowhere"], 3, "there is no run"),
        (["batch", "reports/sub/english.txt", "-d", "run"], 3, "no input could be used"),
        (["batch", "reports/twice", "-d", "run"], 3, "no input could be used"),
        (["batch", "reports/pictures", "-d", "run"], 3, "no file was found that may be a report"),
        (["batch", "reports", "-d", "run", "--ray-address", "auto"], 2, "no sense without --on ray"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_meant_is_one_sentence(
    cli: Cli, reports: Path, args: list[str], code: int, says: str
) -> None:
    for name in ("twice/one.txt", "twice/two.txt", "pictures/photo.jpg"):
        (reports / name).parent.mkdir(exist_ok=True)
        (reports / name).write_bytes(b"\xff\xd8\xff")
    result = cli(*args)
    assert result.code == code
    assert says in result.err.splitlines()[-1]
    assert "Traceback" not in result.err


def test_an_address_of_ray_in_the_environment_is_nothing_to_a_run_without_it(
    cli: Cli, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAY_ADDRESS", "127.0.0.1:9")
    assert cli("batch", "reports/r0.txt", "-d", "run").code == 0


def test_findings_decide_the_exit_code_on_request(cli: Cli, reports: Path) -> None:
    assert cli("batch", "reports/r0.txt", "-d", "run", "--fail-on", "imprecise").code == 0


@pytest.mark.slow
def test_a_second_process_is_refused(cli: Cli, reports: Path, folder: Path) -> None:
    cli("batch", "reports", "-d", "run", "--limit", "1")
    with locked(folder / "run"):
        refused = cli("batch", "resume", "run")
        assert refused.code == 2
        assert "another process is at work on this run" in refused.err
        assert json.loads(cli("batch", "status", "run", "--json").text)["working"] is True
    assert cli("batch", "resume", "run").code == 5


def test_an_interrupted_run_says_how_to_go_on(folder: Path, reports: Path) -> None:
    for n in range(40):
        (reports / f"more{n}.txt").write_bytes(REPORT.replace("146件", f"{n}46件").encode("utf-8"))
    command = [sys.executable, "-m", "summarizer", "batch", "reports", "-d", "my run", "--jobs", "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder) as run:
        until = time.monotonic() + 60
        while not list((folder / "my run").glob("digests/*.json")) and time.monotonic() < until:
            time.sleep(0.02)
        run.send_signal(signal.SIGINT)
        out, told = run.communicate(timeout=30)
    assert (run.returncode, out) == (130, b"")
    assert b"go on with: summarizer batch resume 'my run'" in told
    assert b"Traceback" not in told


@pytest.mark.slow
def test_a_file_that_brings_its_process_down_costs_itself_alone(
    cli: Cli, reports: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed: list[int] = []

    def give(self: Any, task: Task) -> None:
        self.tasks[task.number] = task
        self.given += 1
        self._say(task)
        if task.name == "r1.txt":
            killed.append(self._process.pid)
            os.kill(self._process.pid, signal.SIGSEGV)

    monkeypatch.setattr("summarizer.batch.local._Worker.give", give)
    done = cli("batch", "reports", "-d", "run", "--jobs", "2", "--json")
    assert len(set(killed)) == 2, "tried once more, in another process"
    rows = account(folder / "run")
    assert rows["reports/r1.txt"]["state"] == "failed"
    assert "brings down the process that reads it (signal 11)" in rows["reports/r1.txt"]["reason"]
    assert [rows[f"reports/r{n}.txt"]["state"] for n in (0, 2)] == ["done", "done"]
    assert rows["reports/sub/big5.txt"]["state"] == "done", "what it repeats has no digest"
    assert json.loads(done.text)["failed"] == 3


@pytest.mark.slow
def test_a_run_may_be_moved_and_gone_on_with_elsewhere(
    cli: Cli, reports: Path, folder: Path, tmp_path: Path
) -> None:
    cli("batch", "reports", "-d", "run", "--limit", "2")
    shutil.move(folder / "run", tmp_path / "moved")
    os.chdir(tmp_path)
    assert json.loads(cli("batch", "resume", "moved", "--json").text)["waiting"] == 0
