"""-o: whole files or none, and nothing overwritten unasked."""

from pathlib import Path

import pytest

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
