"""The index of a run: everything about every file, nothing of a file but text."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from summarizer.batch.index_page import index_pages
from summarizer.batch.origin import Origin
from summarizer.batch.recipe import Recipe
from summarizer.batch.state import Facts, Made, NewInput, State
from summarizer.batch.store import Store

_NONE = Facts()
HOSTILE = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "state.sqlite3", make=True)
    yield made
    made.close()


def put(store: Store, number: int, name: str, facts: Facts = _NONE, **changes: str) -> None:
    reason = changes.get("reason", "")
    store.put([NewInput(f"id-{number}", Origin(f"/{name}"), name, name, "", str(number))])
    state = State(changes.get("state", "done"))
    store.settle(
        Made(
            number,
            f"id-{number}",
            state,
            reason,
            facts,
            {f"digests/id-{number}.json": "1", f"briefs/id-{number}.md": "1"},
        )
    )


def text(page: str) -> str:
    return unescape(re.sub(r"<[^>]*>", " ", page))


def test_foreign_text_is_nothing_but_text(store: Store) -> None:
    put(
        store,
        1,
        HOSTILE,
        Facts(title_en=HOSTILE, title_zh=HOSTILE, place=HOSTILE, year=HOSTILE),
        state="failed",
        reason=HOSTILE,
    )
    ((name, page),) = index_pages(store, Recipe(engine="model", model=HOSTILE))
    ((_, clean),) = index_pages(store, Recipe())
    assert name == "index.html"
    assert page.count("<script>") == 1 and "<img" not in page
    assert text(page).count("alert(1)") >= 5
    assert "default-src 'none'" in unescape(page) and "script-src 'sha256-" in unescape(page)
    assert clean.count("<script>") == 1


def test_links_are_paths_below_the_run_and_only_of_what_is_there(store: Store) -> None:
    put(store, 1, "a#b?.txt")
    put(store, 2, "b.txt", state="failed", reason="no text")
    ((_, page),) = index_pages(store, Recipe())
    links = re.findall(r'<td>(?:<a href="([^"]+)">)', page)
    assert links == ["briefs/id-1.md"]
    assert set(re.findall(r'href="((?:digests|briefs)/[^"]+)"', page)) == {
        "briefs/id-1.md",
        "digests/id-1.json",
    }


def test_thousands_of_files_are_parted_into_pages(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarizer.batch.index_page.ROWS_ON_A_PAGE", 10)
    for number in range(1, 26):
        put(store, number, f"{number:02}.txt")
    pages = dict(index_pages(store, Recipe()))
    assert list(pages) == ["index.html", "index-2.html", "index-3.html"]
    assert [page.count("<tr id=") for page in pages.values()] == [10, 10, 5]
    assert all('href="index-2.html"' in pages[name] for name in ("index.html", "index-3.html"))


def test_a_run_without_files_has_an_index(store: Store) -> None:
    ((_, page),) = index_pages(store, Recipe())
    assert "0 report files" in page


def test_what_is_repeated_is_found_on_its_page(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarizer.batch.index_page.ROWS_ON_A_PAGE", 10)
    for number in range(1, 26):
        put(store, number, f"{number:02}.txt")
    store.drop(3)
    store.relate(
        [(22, "id-12", "", 0.0), (23, "", "id-1", 0.7), (24, "id-3", "", 0.0), (25, "id-22", "", 0.0)]
    )
    pages = dict(index_pages(store, Recipe()))
    links = re.findall(r'class="reason" href="([^"]*)"', pages["index-3.html"])
    assert links == ["index-2.html#id-12", "index.html#id-1", "#id-22"]
    assert 'id="id-12"' in pages["index-2.html"] and 'id="id-1"' in pages["index.html"]
