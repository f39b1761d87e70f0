"""Pages of the evidence viewer in Debian's Chromium, from file://. Whatever goes wrong in the page fails the test.

Without Playwright or Chromium these tests are skipped, in CI they fail: `make slow` brings both.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


def _without(what: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing: run `make slow`")
    pytest.skip(f"{what} is missing: run `make slow`")


@pytest.fixture(scope="session")
def chromium() -> "Iterator[Browser]":
    """The browser, started once."""
    path = shutil.which("chromium")
    if path is None:
        _without("chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _without("playwright")
    with sync_playwright() as playwright:
        # As root, which is what containers are, it has no sandbox.
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


class Open:
    """Opens a page given as HTML; `at` is its fragment, other options are Playwright's for a context.

    `problems` are what pages write to the console, errors, and requests for anything but the page itself.
    """

    def __init__(self, browser: "Browser", folder: Path) -> None:
        self.problems: list[str] = []
        self._browser, self._folder = browser, folder
        self._pages: list[Page] = []

    def __call__(
        self, html: str, *, at: str = "", width: int = 1440, height: int = 900, **options: Any
    ) -> "Page":
        path = self._folder / f"page{len(self._pages)}.html"
        path.write_bytes(html.encode("utf-8"))
        page = self._browser.new_context(viewport={"width": width, "height": height}, **options).new_page()
        self._pages.append(page)
        page.on("console", lambda message: self.problems.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.problems.append(f"error: {error}"))
        page.on("request", lambda request: self._noted(request.url, path.as_uri()))
        page.goto(f"{path.as_uri()}{at}")
        return page

    def _noted(self, url: str, own: str) -> None:
        if url.partition("#")[0] != own:
            self.problems.append(f"request: {url}")

    def close(self) -> None:
        for page in self._pages:
            page.context.close()


@pytest.fixture
def open_page(chromium: "Browser", tmp_path: Path) -> Iterator[Open]:
    """At the end of the test no page may have had a problem; a breach of its own policy is a line on the console."""
    opened = Open(chromium, tmp_path)
    yield opened
    opened.close()
    assert opened.problems == []
