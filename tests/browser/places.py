"""What a reader of the evidence viewer finds on its page."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


def lit(page: "Page") -> str:
    """The stretch of the report that is marked as evidence, without what is not the report."""
    return str(
        page.evaluate(
            "[...document.querySelectorAll('#text .lit')].map((one) => one.textContent).join('').replace(/\\n/g, '')"
        )
    )


def in_view(one: "Locator") -> bool:
    """Whether an element lies inside its pane."""
    return bool(
        one.evaluate(
            """(one) => {
                const [box, pane] = [one, one.closest(".scroll")].map((e) => e.getBoundingClientRect());
                return box.height > 0 && box.top >= pane.top - 1 && box.bottom <= pane.bottom + 1;
            }"""
        )
    )


def figure(page: "Page", text: str) -> "Locator":
    """The mark of a figure in the report."""
    return page.locator("#text a.n[id]").filter(has_text=text).first


def current(page: "Page") -> str:
    return page.locator("[aria-current]").get_attribute("id") or ""


def row_of(page: "Page", text: str) -> str:
    return (figure(page, text).get_attribute("href") or "").removeprefix("#")
