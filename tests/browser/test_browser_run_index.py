"""The index of a run in a browser: found, sorted and filtered without loading anything."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from cli.runs import OTHER_REPORT, REPORT

from browser.conftest import Open
from summarizer.cli.main import run

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.slow

HOSTILE = "<img src=x onerror=alert(1)>.txt"
FILES = {
    "2022.txt": OTHER_REPORT,
    "2021.txt": REPORT,
    "again.txt": REPORT,
    "menu.txt": "no report",
    HOSTILE: REPORT.replace("枫桥", "云桥"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run over two reports, a copy, a file that is none, and one with a hostile name."""
    made = tmp_path_factory.mktemp("runs")
    before = Path.cwd()
    os.chdir(made)
    try:
        Path("reports").mkdir()
        for name, text in FILES.items():
            (Path("reports") / name).write_text(text, encoding="utf-8")
        assert run(["batch", "reports", "-d", "run", "-q"]) == 5
    finally:
        os.chdir(before)
    return made / "run"


def _shown(page: "Page") -> Sequence[str]:
    """The file names of the lines that are to be seen, from top to bottom."""
    lines = page.locator("tbody tr:visible .path").all_inner_texts()
    return [line.removeprefix("reports/") for line in lines]


def test_every_input_has_a_line_and_every_link_a_file(open_page: Open, folder: Path) -> None:
    page = open_page((folder / "index.html").read_text(encoding="utf-8"))
    assert set(_shown(page)) == set(FILES)
    links = [link.get_attribute("href") for link in page.locator("header a, td:last-child a").all()]
    assert len(links) >= 4 + 2 * 3
    assert all((folder / str(link)).is_file() for link in links)
    states = dict(zip(_shown(page), page.locator("tbody .state").all_inner_texts(), strict=True))
    assert states == {**dict.fromkeys(FILES, "done"), "again.txt": "duplicate", "menu.txt": "failed"}


def test_lines_are_found_by_words_and_state(open_page: Open, folder: Path) -> None:
    page = open_page((folder / "index.html").read_text(encoding="utf-8"))
    page.get_by_label("Show").select_option("failed")
    assert _shown(page) == ["menu.txt"]
    assert page.locator("#shown").inner_text() == "1 of 5"
    page.get_by_label("Show").select_option("")
    page.get_by_label("Find").fill("ONERROR done")
    assert _shown(page) == [HOSTILE]
    page.get_by_label("Find").fill("no such words")
    assert _shown(page) == []
    page.get_by_label("Find").fill("")
    assert len(_shown(page)) == len(FILES)
    assert page.locator("#shown").inner_text() == ""


def test_lines_are_sorted_by_a_click_and_by_the_keyboard(open_page: Open, folder: Path) -> None:
    page = open_page((folder / "index.html").read_text(encoding="utf-8"))
    as_found = list(_shown(page))
    head = page.get_by_role("button", name="Report", exact=True)
    head.click()
    up = list(_shown(page))
    head.press("Enter")
    titles = page.locator("tbody .title").all_inner_texts()
    assert sorted(up) == sorted(as_found)
    assert titles == sorted(titles, key=str.casefold, reverse=True)
    assert page.locator("th[aria-sort=descending]").inner_text() == "Report"


def test_a_copy_leads_to_its_first(open_page: Open, folder: Path) -> None:
    page = open_page((folder / "index.html").read_text(encoding="utf-8"))
    link = page.locator("tr[data-state=duplicate] a.reason")
    target = str(link.get_attribute("href"))
    first = page.locator(f"[id='{target.removeprefix('#')}']")
    assert first.get_attribute("data-state") == "done"
    link.click()
    assert page.url.endswith(target)


@pytest.mark.parametrize("width", [360, 1440])
def test_the_page_scrolls_sideways_at_no_width(open_page: Open, folder: Path, width: int) -> None:
    page = open_page((folder / "index.html").read_text(encoding="utf-8"), width=width)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
