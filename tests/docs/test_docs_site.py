"""The site is built without a warning, holds every page, loads nothing from the network, and its search works from a file."""

import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from doc_tables import DOCS, PAGES, page_name

import summarizer

ROOT = DOCS.parent
_CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built as `make docs` does."""
    folder = tmp_path_factory.mktemp("site")
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8")
    (options,) = re.findall(
        r"^\t\$\(BIN\)/sphinx-build (.+) -d build/doctrees \. build/site$", recipe, flags=re.M
    )
    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "sphinx",
            *options.split(),
            "-d",
            str(folder / "doctrees"),
            ".",
            str(folder / "site"),
        ],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    assert run.returncode == 0, run.stderr
    assert run.stderr == ""
    return folder / "site"


class _Loaded(HTMLParser):
    """The addresses that a browser fetches to show a page; where a link leads is no such address."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.addresses += [given[name] or "" for name in ("src", "srcset", "data", "poster") if name in given]
        if tag == "link":
            self.addresses.append(given.get("href") or "")

    handle_startendtag = handle_starttag


def loaded(html: str) -> list[str]:
    parser = _Loaded()
    parser.feed(html)
    return parser.addresses


def _is_far(address: str) -> bool:
    return re.match(r"\s*(?:[a-z]+:)?//", address, flags=re.I) is not None


def test_what_is_loaded_is_seen() -> None:
    page = (
        '<link href="https://a/x.css"><script src="//b/x.js"></script><img src="c.png"/><a href="https://d">'
    )
    assert [address for address in loaded(page) if _is_far(address)] == ["https://a/x.css", "//b/x.js"]


def test_every_page_is_in_the_site(site: Path) -> None:
    missing = [
        page_name(page) for page in PAGES if not (site / page_name(page)).with_suffix(".html").is_file()
    ]
    assert missing == []


def test_nothing_is_loaded_from_the_network(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > len(PAGES)
    far = {
        str(page): [address for address in loaded(page.read_text(encoding="utf-8")) if _is_far(address)]
        for page in pages
    }
    assert {page: addresses for page, addresses in far.items() if addresses} == {}
    for sheet in site.rglob("*.css"):
        found = re.findall(r"(?:url\(|@import)\s*[\"']?([^\"')]+)", sheet.read_text(encoding="utf-8"))
        assert [address for address in found if _is_far(address)] == [], sheet


def test_what_is_loaded_is_there(site: Path) -> None:
    for page in site.rglob("*.html"):
        for address in loaded(page.read_text(encoding="utf-8")):
            path = address.partition("?")[0].partition("#")[0]
            assert (page.parent / path).exists(), f"{page}: {address}"


def test_every_public_name_has_its_entry(site: Path) -> None:
    page = (site / "docs/reference/library.html").read_text(encoding="utf-8")
    assert [name for name in summarizer.__all__ if f'id="summarizer.{name}"' not in page] == []


def test_signatures_are_whole(site: Path) -> None:
    """What is no Python in one breaks it up: a default that is made by a factory, a function."""
    page = re.sub(r"<[^>]+>", "", (site / "docs/reference/library.html").read_text(encoding="utf-8"))
    assert "regions: tuple[Region, ...] = ()" in page
    assert "&lt;factory" not in page
    assert "&lt;function" not in page


def test_the_first_page_leads_to_the_contents(site: Path) -> None:
    first = (site / "index.html").read_text(encoding="utf-8")
    (target,) = re.findall(r'http-equiv="refresh" content="0; url=([^"]+)"', first)
    assert (site / target).is_file()


@pytest.mark.slow
@pytest.mark.skipif(_CHROMIUM is None, reason="no browser here")
@pytest.mark.parametrize(
    ("words", "page"), [("scanned", "faq"), ("MASKED_INVENTED", "reasons"), ("人次", "faq")]
)
def test_the_search_works_from_a_file(words: str, page: str, site: Path, tmp_path: Path) -> None:
    assert _CHROMIUM is not None
    run = subprocess.run(
        [
            _CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}",
            "--virtual-time-budget=10000", "--dump-dom", f"{(site / 'search.html').as_uri()}?q={words}",
        ],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )  # fmt: skip
    results = run.stdout.partition('id="search-results"')[2]
    assert re.search(rf'<a [^>]*href="[^"]*{page}\.html', results), results[:2000]
