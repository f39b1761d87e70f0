"""--help of every command, and its two examples run as they stand there."""

import subprocess
import sys
from pathlib import Path

import pytest

from cli.runs import Cli

COMMANDS = [
    "brief",
    "digest",
    "compare",
    "check",
    "view",
    "batch run",
    "batch resume",
    "batch status",
    "numbers",
    "outline",
    "schema",
    "cache stats",
    "cache clear",
    "cache path",
    "config show",
]
ROOT = Path(__file__).parent.parent.parent


def _examples(cli: Cli, command: str) -> list[str]:
    shown = cli(*command.split(), "--help").text
    _, _, below = shown.partition("Examples:\n")
    return [line.strip() for line in below.splitlines() if line.strip()]


def test_every_command_is_in_the_help(cli: Cli) -> None:
    shown = cli("--help")
    assert (shown.code, shown.err) == (0, "")
    assert all(f"  {command.partition(' ')[0]} " in shown.text for command in COMMANDS)
    assert cli().out == shown.out


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
def test_the_examples_of_the_help_work(cli: Cli, command: str, tmp_path: Path) -> None:
    lines = _examples(cli, command)
    assert len(lines) == 2
    # Some write files where they are run.
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    for line in lines:
        assert f"summarizer {command}" in line
        # In a shell as a reader would, with the command of this environment.
        run = subprocess.run(
            f'PATH="{Path(sys.executable).parent}:$PATH"\n{line}',
            shell=True,
            cwd=tmp_path,
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert (run.returncode, run.stderr.decode("utf-8")) == (0, ""), line
        assert run.stdout
