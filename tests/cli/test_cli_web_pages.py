"""Web pages and Markdown on the command line: from standard input, and under names that lie."""

from pathlib import Path

import pytest
from web_pages import FIGURES, PAGES, TITLE, page

from cli.runs import Cli


def test_a_page_on_standard_input_gives_a_briefing(process: Cli) -> None:
    done = process("brief", "-", stdin=PAGES["trs"].encode("gb18030"))
    assert (done.code, done.err) == (0, "")
    assert f"- Chinese title: {TITLE}" in done.text
    assert "Fengqiao County" in done.text and "- Date" in done.text
    assert "1286" not in done.text and "12345678" not in done.text


@pytest.mark.parametrize("name", ["report.txt", "report.pdf", "report", "report.md"])
def test_a_page_is_one_whatever_its_name(cli: Cli, folder: Path, name: str) -> None:
    (folder / name).write_bytes(PAGES["tables"].encode("utf-8"))
    found = cli("numbers", name, "--json").rows
    assert [row["text"] for row in found if row["kind"] == "indicator"] == FIGURES
    assert "357" in {row["value"] for row in found if row["kind"] == "furniture"}


def test_the_regions_of_a_page_are_listed(cli: Cli, folder: Path) -> None:
    (folder / "a.html").write_bytes(PAGES["mobile"].encode("utf-8"))
    rows = cli("outline", "a.html", "--regions", "--json").rows
    assert {row["kind"] for row in rows} == {"navigation", "byline", "footer"}


def test_a_page_without_a_report_ends_with_one_sentence(cli: Cli) -> None:
    shell = page('<div id="app"></div><script src="app.js"></script>', title="").encode("utf-8")
    done = cli("brief", "-", stdin=shell)
    assert (done.code, done.out) == (3, b"")
    assert "a browser puts it together by script" in done.err and done.err.count("\n") == 1


def test_markdown_gives_the_briefing_of_its_text(cli: Cli, folder: Path) -> None:
    report = (folder / "fengqiao.txt").read_text(encoding="utf-8")
    marked = "# " + report.replace("一、2023", "## 一、2023").replace("12项", "**12**项").replace(
        "***", "\\*\\*\\*"
    )
    (folder / "fengqiao.md").write_text(marked, encoding="utf-8", newline="")
    plain, found = cli("brief", "fengqiao.txt"), cli("brief", "fengqiao.md")
    assert found.code == 0
    assert _pages(found.text.replace("fengqiao.md", "fengqiao.txt")) == _pages(plain.text)


def _pages(briefing: str) -> list[str]:
    """The lines of a briefing that do not name places in the file or its hash."""
    return [line for line in briefing.splitlines() if not line.startswith("[^") and "SHA-256" not in line]
