"""The evidence viewer where report, name or reply bring markup of their own, and without scripts."""

import pytest

from browser.conftest import Open
from browser.pages import FLAWED, example_page, flawed_page
from browser.places import figure, in_view, lit, row_of

pytestmark = pytest.mark.slow


def test_markup_in_report_name_and_reply_is_text(open_page: Open) -> None:
    page = open_page(flawed_page())
    assert page.title().startswith("Work Report of the Standing Committee")
    shown = page.locator("#text").evaluate("(one) => one.textContent")
    assert shown == FLAWED
    assert page.locator(".facts").get_by_text("</script>.txt").is_visible()


def test_characters_outside_the_basic_plane_move_no_mark(open_page: Open) -> None:
    page = open_page(flawed_page())
    texts = page.locator("#text a.n").all_text_contents()
    assert texts == ["8次", "19次", "3次", "30余条", "93\n第 1 页 共 2 页\n00多人次", "**件", "41件", "15项"]
    figure(page, "15项").click()
    assert lit(page) == "听取审议专项工作报告15项"


def test_the_policy_stops_what_gets_in_all_the_same(open_page: Open) -> None:
    page = open_page(example_page())
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.ran = true";
            const image = document.createElement("img");
            image.src = "https://example.com/pixel.png";
            image.setAttribute("onerror", "window.ran = true");
            image.setAttribute("style", "width: 5000px");
            document.body.append(script, image);
        }"""
    )
    assert page.evaluate("window.ran") is None
    refused = " ".join(open_page.problems)
    for directive in ("script-src", "img-src", "style-src"):
        assert directive in refused
    open_page.problems.clear()


def test_without_scripts_every_part_is_there_and_links_lead_to_it(open_page: Open) -> None:
    page = open_page(example_page(), java_script_enabled=False)
    for panel in ("summary", "figures", "flagged", "missing", "account"):
        assert page.locator(f"#{panel}").is_visible()
    figure(page, "21项").click()
    assert page.url.endswith(f"#{row_of(page, '21项')}")
    assert in_view(page.locator(f"#{row_of(page, '21项')} .figure"))
