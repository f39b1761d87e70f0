"""The evidence viewer by its keys."""

import pytest

from browser.conftest import Open
from browser.pages import example_page, flawed_page
from browser.places import current, in_view, lit

pytestmark = pytest.mark.slow


def test_keys_go_from_figure_to_figure(open_page: Open) -> None:
    page = open_page(example_page())
    page.click("#tab-figures")
    page.keyboard.press("j")
    assert current(page) == "i1"
    page.keyboard.press("j")
    assert current(page) == "i2"
    page.keyboard.press("k")
    assert current(page) == "i1"
    assert in_view(page.locator("#text a.n.on").first)


def test_keys_go_on_in_the_report_where_its_figures_have_the_focus(open_page: Open) -> None:
    page = open_page(example_page())
    page.locator("#text a.n[id]").first.focus()
    page.keyboard.press("Enter")
    assert current(page) == "i1"
    page.locator("#text a.n[id]").first.focus()
    page.keyboard.press("j")
    assert current(page) == "i2"
    assert page.evaluate("document.activeElement.closest('#text') !== null")


def test_f_goes_round_the_flagged_figures(open_page: Open) -> None:
    page = open_page(flawed_page())
    seen = []
    for _ in range(3):
        page.keyboard.press("f")
        seen.append(current(page))
    flagged = [row.get_attribute("id") or "" for row in page.locator("#figures tr[data-flagged]").all()]
    assert len(flagged) == 2
    assert seen == [*flagged, flagged[0]]
    page.keyboard.press("Shift+F")
    assert current(page) == flagged[1]


def test_slash_searches_and_escape_leaves(open_page: Open) -> None:
    page = open_page(example_page())
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "query"
    page.keyboard.type("special j k f ?")
    assert not page.locator("#help").is_visible()
    page.keyboard.press("Escape")
    assert page.input_value("#query") == ""
    page.keyboard.press("j")
    assert lit(page)
    page.keyboard.press("Escape")
    assert lit(page) == ""
    assert page.locator("[aria-current]").count() == 0
    assert "#" not in page.url


def test_the_help_opens_closes_and_gives_the_focus_back(open_page: Open) -> None:
    page = open_page(example_page())
    page.focus("#help-button")
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    for key in ("j", "f", "/", "?", "Esc"):
        assert page.locator("#help kbd", has_text=key).first.is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#help").is_visible()
    assert page.evaluate("document.activeElement.id") == "help-button"


def test_tabs_are_walked_by_arrows(open_page: Open) -> None:
    page = open_page(example_page())
    page.focus("#tab-summary")
    page.keyboard.press("ArrowRight")
    assert page.locator("#figures").is_visible()
    page.keyboard.press("End")
    assert page.locator("#account").is_visible()
    page.keyboard.press("ArrowRight")
    assert page.locator("#summary").is_visible()
    assert page.locator("[role=tabpanel]:visible").count() == 1
