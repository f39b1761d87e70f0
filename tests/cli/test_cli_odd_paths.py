"""Homes, names and files that no system has or that have no end: one sentence, the right code. Found by fuzzing the command line."""

import json
import os
from pathlib import Path

import pytest
import typer

from cli.runs import Cli
from summarizer.cli import main

LONG = "n" * 300


def _refused(cli: Cli, *args: str, says: str, code: int = 2) -> None:
    result = cli(*args)
    assert (result.code, result.out) == (code, b""), result.err
    assert result.err.startswith("summarizer: ") and result.err.count("\n") == 1, result.err
    assert says in result.err


@pytest.mark.parametrize(
    "args",
    [
        ("config", "show", "--config", "~nosuchuser/x.toml"),
        ("prompt", "fengqiao.txt", "--prompts", "~nosuchuser/p"),
    ],
)
def test_a_user_that_there_is_not(cli: Cli, args: tuple[str, ...]) -> None:
    _refused(cli, *args, says="the home folder is not known (name the folder in full, or set HOME)")


def test_a_cache_of_a_user_that_there_is_not(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_CACHE_DIR", "~nosuchuser/replies")
    _refused(cli, "cache", "path", says="'~nosuchuser/replies': the home folder is not known")


def test_whoever_has_no_home_has_no_settings_there(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(path: Path) -> Path:
        raise RuntimeError("Could not determine home directory.")

    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name)
    monkeypatch.setattr(Path, "expanduser", unknown)
    assert cli("numbers", "fengqiao.txt").code == 0
    _refused(cli, "cache", "path", says="the home folder is not known")


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (("numbers", "fengqiao.txt", "-o", LONG), 2, "cannot be written: File name too long"),
        (("numbers", "fengqiao.txt", "-o", f"{LONG}/x"), 2, "there is no such folder"),
        (("check", "--claims", "c.jsonl", "--reports", LONG), 3, "there is no such folder"),
        (("batch", "fengqiao.txt", "-d", LONG, "-q"), 2, "cannot be made: File name too long"),
        (("batch", LONG, "-d", "run", "-q"), 3, "there is no such file or folder"),
        (("batch", "status", LONG), 3, "there is no run in this folder"),
    ],
)
def test_a_name_that_no_system_takes(
    cli: Cli, folder: Path, args: tuple[str, ...], code: int, says: str
) -> None:
    (folder / "c.jsonl").write_bytes(b"{}\n")
    _refused(cli, *args, says=says, code=code)


def test_a_link_that_leads_to_itself_is_no_file_to_write(cli: Cli, folder: Path) -> None:
    (folder / "ring.txt").symlink_to("ring.txt")
    _refused(
        cli,
        "numbers",
        "fengqiao.txt",
        "-o",
        "ring.txt",
        says="cannot be written: Too many levels of symbolic links",
    )


def _account(folder: Path) -> dict[str, str]:
    rows = [
        json.loads(line)
        for line in (folder / "run" / "account.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    return {row["path"]: row["reason"] for row in rows}


def test_a_folder_with_links_and_names_that_lead_nowhere(cli: Cli, folder: Path) -> None:
    """A ring of links, and a name that is no text, cost nothing but themselves."""
    (folder / "many").mkdir()
    (folder / "many" / "report.txt").write_bytes((folder / "fengqiao.txt").read_bytes())
    (folder / "many" / "ring.txt").symlink_to("ring.txt")
    (folder / "many" / os.fsdecode(b"\xff\xe4.txt")).write_bytes(b"x")
    result = cli("batch", "many", "-d", "run", "-q", "-j", "1")
    assert result.code == 5, result.err
    reasons = _account(folder)
    assert reasons["many/ring.txt"] == "no file, or a broken link"
    assert sum("no text (UTF-8)" in reason for reason in reasons.values()) == 1
    assert reasons["many/report.txt"] == ""


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "is no settings file: over 1,000,000 bytes"),
        (b"budget = " + b"[" * 100_000, "is not valid TOML: a number or a nesting without measure"),
        (b"budget = " + b"9" * 5_000, "is not valid TOML: a number or a nesting without measure"),
    ],
    ids=["no end", "deep", "long number"],
)
def test_settings_without_measure(cli: Cli, folder: Path, content: bytes | None, says: str) -> None:
    if content is None:
        (folder / "s.toml").symlink_to("/dev/zero")
    else:
        (folder / "s.toml").write_bytes(content)
    _refused(cli, "config", "show", "--config", "s.toml", says=says)


@pytest.mark.parametrize("written", ["9" * 400, "9" * 400 + "GB", "10000TB", "99999999999GB"])
def test_a_size_without_measure(cli: Cli, written: str) -> None:
    _refused(
        cli, "numbers", "fengqiao.txt", "--max-input", written, says="max_input wants a size such as 20MB"
    )


def test_a_report_is_no_log(cli: Cli, folder: Path) -> None:
    before = (folder / "later.txt").read_bytes()
    _refused(
        cli,
        "brief",
        "fengqiao.txt",
        "--log-file",
        "later.txt",
        says="later.txt: this file is no log, and is left as it is",
    )
    assert (folder / "later.txt").read_bytes() == before


def test_a_log_is_gone_on_with(cli: Cli, folder: Path) -> None:
    for _ in range(2):
        assert cli("brief", "fengqiao.txt", "--log-file", "log.jsonl", "-o", "-").code == 0
    lines = (folder / "log.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 4 and all(json.loads(line) for line in lines)


def test_a_prompt_file_without_end(cli: Cli, folder: Path) -> None:
    (folder / "p").mkdir()
    (folder / "p" / "repair.md").symlink_to("/dev/zero")
    _refused(cli, "prompt", "fengqiao.txt", "--prompts", "p", says="is no prompt: over 1,000,000 bytes")


@pytest.mark.parametrize("lock", [None, b"no database at all" * 99])
def test_a_lock_that_is_none(cli: Cli, folder: Path, lock: bytes | None) -> None:
    assert cli("batch", "fengqiao.txt", "-d", "run", "-q", "-j", "1").code == 0
    (folder / "run" / "lock.sqlite3").unlink()
    if lock is None:
        (folder / "run" / "lock.sqlite3").mkdir()
    else:
        (folder / "run" / "lock.sqlite3").write_bytes(lock)
    _refused(cli, "batch", "status", "run", says="the run's directory cannot be written")


def test_a_table_that_cannot_be_put_in_its_place_leaves_no_part(cli: Cli, folder: Path) -> None:
    assert cli("batch", "fengqiao.txt", "-d", "run", "-q", "-j", "1").code == 0
    (folder / "run" / "indicators.parquet").unlink()
    (folder / "run" / "indicators.parquet").mkdir()
    _refused(cli, "batch", "resume", "run", "-q", says="the results cannot be put together: Is a directory")
    assert list((folder / "run").rglob("*.part")) == []


def test_a_file_that_breaks_off_inside_the_program_is_no_interrupt(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ends_early(*args: object, **options: object) -> None:
        raise typer.Abort from EOFError("marshal data too short")

    monkeypatch.setattr(main, "app", ends_early)
    result = cli("numbers", "fengqiao.txt")
    assert result.code == 70
    assert "this is a bug in summarizer (EOFError)" in result.err
