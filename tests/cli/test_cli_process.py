"""What only a process of its own shows: streams, pipes, signals, imports."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cli.runs import REPORT, Cli

LOADED = "import sys; from summarizer.cli.main import run; run({args}); print(*sorted(sys.modules), file=sys.stderr)"


@pytest.fixture
def command(folder: Path) -> list[str]:
    return [sys.executable, "-m", "summarizer"]


@pytest.mark.parametrize(
    "env",
    [
        pytest.param({"LC_ALL": "C"}, id="C locale"),
        pytest.param({"PYTHONIOENCODING": "gbk", "LC_ALL": "C", "PYTHONUTF8": "0"}, id="gbk"),
    ],
)
def test_output_is_utf8_whatever_the_console_speaks(
    cli: Cli, process: Cli, folder: Path, env: dict[str, str]
) -> None:
    (folder / "报告.txt").write_bytes(REPORT.encode("gb18030"))
    result = process("digest", "报告.txt", env=env)
    assert (result.code, result.err) == (0, "")
    assert result.out == cli("digest", "报告.txt").out
    missing = process("outline", "无此.txt", env=env)
    assert (missing.code, missing.err) == (3, "summarizer: 无此.txt: there is no such file\n")


def test_standard_input_is_read_as_bytes(cli: Cli, process: Cli) -> None:
    assert (
        process("numbers", "-", "--json", stdin=REPORT.encode("utf-16")).out
        == cli("numbers", "fengqiao.txt", "--json").out
    )


def test_a_reader_who_leaves_is_no_error(command: list[str], folder: Path) -> None:
    (folder / "long.txt").write_text(REPORT * 30, encoding="utf-8")
    run = subprocess.Popen(
        [*command, "numbers", "long.txt", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
    )
    assert run.stdout is not None and run.stderr is not None
    run.stdout.close()
    assert (run.wait(timeout=60), run.stderr.read()) == (0, b"")
    run.stderr.close()


@pytest.mark.parametrize(
    ("shell", "code", "says"),
    [
        pytest.param("outline fengqiao.txt >&-", 2, "standard output is closed", id="no stdout"),
        pytest.param("outline fengqiao.txt >/dev/full", 2, "standard output cannot be written", id="full"),
        pytest.param("outline - <&-", 2, "standard input is closed", id="no stdin"),
        pytest.param("outline none.txt 2>&-", 3, "", id="no stderr"),
    ],
)
def test_streams_that_are_closed_or_full(folder: Path, shell: str, code: int, says: str) -> None:
    line = f'"{sys.executable}" -m summarizer {shell}'
    run = subprocess.run(line, shell=True, cwd=folder, capture_output=True, text=True, check=False)
    assert run.returncode == code
    assert says in run.stderr and run.stderr.count("\n") == bool(says)


def test_an_interrupt_ends_the_run(command: list[str], folder: Path) -> None:
    with subprocess.Popen(
        [*command, "brief", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
    ) as run:
        assert run.stdin is not None
        # More than a pipe holds: once it is written, the run is reading.
        run.stdin.write(REPORT.encode() * 2000)
        run.stdin.flush()
        run.send_signal(signal.SIGINT)
        out, err = run.communicate(timeout=60)
    assert (run.returncode, out, err) == (130, b"", b"summarizer: interrupted\n")


@pytest.mark.parametrize(
    "args", [["brief", "fengqiao.txt"], ["check", "later.txt", "--source", "fengqiao.txt"]]
)
def test_an_offline_run_does_not_load_the_model_stack(process: Cli, args: list[str]) -> None:
    result = process(python=("-c", LOADED.format(args=args)))
    loaded = {name.partition(".")[0] for name in result.err.split()}
    assert "summarizer" in loaded
    assert not loaded & {"langchain", "langchain_core", "langchain_openai", "openai", "httpx", "tiktoken"}
    assert not loaded & {"docx", "lxml", "xlsxwriter"}


@pytest.mark.parametrize(
    ("args", "env"),
    [
        pytest.param(["--help"], {}, id="help"),
        pytest.param([], {"_SUMMARIZER_COMPLETE": "complete_bash", "COMP_WORDS": "summarizer br", "COMP_CWORD": "1"}, id="completion"),
    ],
)  # fmt: skip
def test_help_and_completion_load_nothing_heavy(process: Cli, args: list[str], env: dict[str, str]) -> None:
    code = f"import atexit, sys; atexit.register(lambda: print(*sys.modules, file=sys.stderr)); sys.argv = ['summarizer', *{args}]; from summarizer.cli.main import main; main()"
    result = process(python=("-c", code), env=env)
    assert b"brief" in result.out
    heavy = {
        "langchain",
        "langchain_core",
        "openai",
        "httpx",
        "rich",
        "tiktoken",
        "docx",
        "lxml",
        "xlsxwriter",
        "summarizer.pipeline",
    }
    assert not heavy & set(result.err.split())
    assert len(result.err.split()) < 600


def test_the_installed_command_is_this_one(folder: Path) -> None:
    script = Path(sys.executable).with_name("summarizer")
    run = subprocess.run([script, "--version"], capture_output=True, env=os.environ, check=True, cwd=folder)
    assert run.stdout.startswith(b"summarizer ")
