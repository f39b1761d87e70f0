"""-o: whole files or none, nothing overwritten unasked, and in the format that the file's name says."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from workbook_dump import shown

from cli.runs import Cli


def test_output_goes_to_a_file_and_only_there(cli: Cli, folder: Path) -> None:
    printed = cli("brief", "fengqiao.txt").out
    result = cli("brief", "fengqiao.txt", "-o", "b.md")
    assert (result.code, result.out, result.err) == (0, b"", "")
    assert (folder / "b.md").read_bytes() == printed
    assert sorted(path.name for path in folder.iterdir()) == ["b.md", "fengqiao.txt", "later.txt"]


def test_a_file_is_overwritten_only_by_force(cli: Cli, folder: Path) -> None:
    target = folder / "b.md"
    target.write_text("mine", encoding="utf-8")
    refused = cli("brief", "fengqiao.txt", "-o", "b.md")
    assert refused.code == 2
    assert (
        refused.err == "summarizer: b.md: the file exists and is left as it is (overwrite it with --force)\n"
    )
    assert target.read_text(encoding="utf-8") == "mine"
    target.chmod(0o640)
    assert cli("brief", "fengqiao.txt", "-o", "b.md", "--force").code == 0
    assert target.read_text(encoding="utf-8").startswith("# ")
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(cli: Cli, folder: Path) -> None:
    (folder / "real.md").write_text("old", encoding="utf-8")
    (folder / "link.md").symlink_to("real.md")
    assert cli("brief", "fengqiao.txt", "-o", "link.md", "--force").code == 0
    assert (folder / "link.md").is_symlink()
    assert (folder / "real.md").read_text(encoding="utf-8").startswith("# ")


def test_the_report_itself_is_never_overwritten(cli: Cli, folder: Path) -> None:
    before = (folder / "fengqiao.txt").read_bytes()
    assert cli("brief", "fengqiao.txt", "-o", "fengqiao.txt").code == 2
    forced = cli("numbers", "fengqiao.txt", "-o", "./fengqiao.txt", "--force")
    assert (forced.code, forced.err) == (
        2,
        "summarizer: ./fengqiao.txt: this is the file that is read (write to another one)\n",
    )
    assert (folder / "fengqiao.txt").read_bytes() == before


def test_a_failed_write_leaves_nothing(cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    result = cli("brief", "fengqiao.txt", "-o", "b.md")
    assert (result.code, result.err) == (2, "summarizer: b.md: cannot be written: No space left on device\n")
    assert sorted(path.name for path in folder.iterdir()) == ["fengqiao.txt", "later.txt"]


def test_a_device_is_written_to_not_replaced(cli: Cli) -> None:
    assert cli("brief", "fengqiao.txt", "-o", "/dev/null").code == 0
    assert Path("/dev/null").is_char_device()


def test_the_ending_of_the_file_says_the_format(cli: Cli, folder: Path) -> None:
    for ending, command in (("csv", "digest"), ("xlsx", "digest"), ("json", "digest"), ("json", "compare")):
        reports = ["fengqiao.txt", "later.txt"] if command == "compare" else ["fengqiao.txt"]
        printed = cli(command, *reports, "--format", ending)
        written = cli(command, *reports, "-o", f"{command}.{ending}")
        assert (printed.code, written.code, written.out, written.err) == (0, 0, b"", "")
        assert (folder / f"{command}.{ending}").read_bytes() == printed.out
    assert cli("digest", "fengqiao.txt", "--format", "csv", "-o", "odd.json").code == 0
    assert (folder / "odd.json").read_bytes() == (folder / "digest.csv").read_bytes()
    assert (
        cli("brief", "fengqiao.txt", "-o", "b.docx").code
        == cli("brief", "fengqiao.txt", "-o", "b.html").code
        == 0
    )
    assert (folder / "b.docx").read_bytes().startswith(b"PK")
    assert (folder / "b.html").read_bytes() == cli("brief", "fengqiao.txt", "--format", "html").out
    refused = cli("digest", "fengqiao.txt", "-o", "d.docx")
    assert (refused.code, (folder / "d.docx").exists()) == (2, False)
    assert "does not write .docx" in refused.err


def test_a_workbook_goes_through_a_pipe_and_can_be_opened(process: Cli) -> None:
    piped = process("digest", "fengqiao.txt", "--format", "xlsx")
    assert (piped.code, piped.err) == (0, "")
    rows = shown(piped.out)["Indicators"]
    assert [row["value"] for row in rows if row["name_zh"] == "制定地方性法规"] == [3, 4]
    compared = process("compare", "fengqiao.txt", "later.txt", "--format", "xlsx")
    assert list(shown(compared.out)) == ["Comparison", "Figures", "Derived", "Coverage", "Summary", "Reports"]


def test_a_saved_digest_becomes_a_table_without_its_report(cli: Cli, folder: Path) -> None:
    table = cli("digest", "fengqiao.txt", "--format", "csv").out
    assert cli("digest", "fengqiao.txt", "-o", "saved.json").code == 0
    (folder / "fengqiao.txt").unlink()
    assert cli("digest", "saved.json", "--format", "csv").out == table


@pytest.mark.slow
@pytest.mark.parametrize(("command", "form"), [("digest", "xlsx"), ("brief", "docx")])
def test_two_processes_write_the_same_bytes(process: Cli, command: str, form: str) -> None:
    one, two = (
        process(command, "fengqiao.txt", "--format", form, env={"PYTHONHASHSEED": seed}) for seed in "12"
    )
    assert (one.code, one.err) == (0, "")
    assert one.out == two.out != b""


@pytest.mark.parametrize(("command", "form"), [("digest", "xlsx"), ("brief", "docx")])
def test_a_terminal_gets_no_binary_file(folder: Path, command: str, form: str) -> None:
    mine, its = pty.openpty()
    run = subprocess.run(
        [sys.executable, "-m", "summarizer", command, "fengqiao.txt", "--format", form],
        stdout=its,
        stderr=subprocess.PIPE,
        cwd=folder,
        timeout=60,
        check=False,
    )
    os.close(its)
    os.close(mine)
    assert run.returncode == 2
    assert run.stderr == (
        b"summarizer: this format is no text for a terminal (write it to a file with --output (-o))\n"
    )
