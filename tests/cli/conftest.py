"""The command in this process and in one of its own, and a folder with invented reports to run it on."""

import io
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from wire.asking import KEY, Start, servers

from cli.runs import OTHER_REPORT, REPORT, Cli, Result
from summarizer.cli.main import run


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with the invented report `fengqiao.txt` and its successor `later.txt`."""
    made = tmp_path / "work"
    made.mkdir()
    (made / "fengqiao.txt").write_bytes(REPORT.encode("utf-8"))
    (made / "later.txt").write_bytes(OTHER_REPORT.encode("utf-8"))
    monkeypatch.chdir(made)
    return made


@pytest.fixture
def cli(folder: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Runs the command in this process: fast, for tables of cases."""

    def call(*args: str, stdin: bytes = b"") -> Result:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capsysbinary.readouterr()
        code = run(list(args))
        captured = capsysbinary.readouterr()
        return Result(code, captured.out, captured.err.decode("utf-8"))

    return call


@pytest.fixture
def server() -> Iterator[Start]:
    """Starts a scripted model on loopback."""
    with servers() as start:
        yield start


@pytest.fixture
def model_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key, so that a model can be asked, and each request once."""
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("SUMMARIZER_RETRIES", "0")


@pytest.fixture
def process(folder: Path) -> Cli:
    """Runs the command in a process of its own, for what streams and exits do."""

    def call(
        *args: str, stdin: bytes = b"", env: Mapping[str, str] | None = None, python: tuple[str, ...] = ()
    ) -> Result:
        done = subprocess.run(
            [sys.executable, *python, *(() if python else ("-m", "summarizer")), *args],
            input=stdin,
            capture_output=True,
            env={**os.environ, **(env or {})},
            cwd=folder,
            timeout=60,
            check=False,
        )
        return Result(done.returncode, done.stdout, done.stderr.decode("utf-8"))

    return call
