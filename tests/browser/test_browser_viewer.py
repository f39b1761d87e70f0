"""The evidence viewer in a browser: clicks both ways, filters, keys, links, light and dark, paper, small screens.

Every test also fails for a console message, an error, a request or a breach of the page's policy (see conftest).
"""

from typing import TYPE_CHECKING

import pytest

from browser.conftest import Open
from browser.pages import FLAWED, example_page, flawed_page, large_report, page_for

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.slow


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


# -- both ways


def test_a_click_on_a_figure_of_the_digest_shows_its_evidence(open_page: Open) -> None:
    page = open_page(example_page())
    page.click("#tab-figures")
    last = page.locator("#figures tbody tr").last
    mark = page.locator(f"#{last.get_attribute('data-marks')}")
    assert not in_view(mark)
    last.locator("a.figure").click()
    assert in_view(mark)
    assert "on" in (mark.get_attribute("class") or "")
    quote = last.locator(".words").text_content()
    assert lit(page) == (quote or "").replace(" ", "")
    assert last.locator(".evidence").is_visible()


def test_a_click_on_a_number_of_the_report_shows_its_row(open_page: Open) -> None:
    page = open_page(example_page())
    mark = page.locator("#text a.n[id]").last
    id = (mark.get_attribute("href") or "").removeprefix("#")
    mark.click()
    assert page.locator("#tab-figures").get_attribute("aria-selected") == "true"
    assert current(page) == id
    assert in_view(page.locator(f"#{id}"))
    assert page.evaluate("document.activeElement.id") == id
    assert page.url.endswith(f"#{id}")


def test_a_row_that_is_filtered_away_comes_back_when_its_number_is_clicked(open_page: Open) -> None:
    page = open_page(example_page())
    page.click("#tab-figures")
    page.fill("#query", "nothing has these words")
    assert page.locator("#nothing").is_visible()
    figure(page, "21项").click()
    assert page.locator(f"#{row_of(page, '21项')}").is_visible()
    assert page.input_value("#query") == ""


def test_quotes_that_cross_are_marked_each_as_a_whole(open_page: Open) -> None:
    page = open_page(flawed_page())
    figure(page, "8次").click()
    assert lit(page) == "召开常委会会议8次"
    figure(page, "19次").click()
    assert lit(page) == "召开常委会会议8次、主任会议19次"


def test_a_figure_cut_by_a_page_line_is_marked_whole_without_the_page_line(open_page: Open) -> None:
    page = open_page(flawed_page())
    figure(page, "93").click()
    assert lit(page) == "接待群众9300多人次"
    assert page.locator("#text a.n.on").count() == 1


def test_a_sentence_shows_all_it_rests_on_and_its_figure_only_its_own(open_page: Open) -> None:
    page = open_page(example_page())
    sentence = page.locator(".sentence", has_text="chairpersons' council meetings were held").first
    sentence.click(position={"x": 4, "y": 6})
    assert page.locator("#text a.n.on").count() == 2
    sentence.locator("a").first.click()
    assert page.locator("#text a.n.on").count() == 1
    assert page.locator("#tab-summary").get_attribute("aria-selected") == "true"


def test_a_flagged_figure_shows_reason_and_what_was_weighed(open_page: Open) -> None:
    page = open_page(flawed_page())
    figure(page, "3次").click()
    row = page.locator(f"#{row_of(page, '3次')}")
    assert (row.locator(".figure").text_content() or "").startswith("[!VALUE] 7")
    assert "The source says “开展执法检查3次”" in (row.locator(".message").text_content() or "")
    assert page.locator("#text .weighed").count() >= 1
    weighed = row.locator(".rivals a").last
    weighed.click()
    assert in_view(page.locator(weighed.get_attribute("href") or ""))


def test_a_figure_that_nobody_reports_leads_to_its_entry(open_page: Open) -> None:
    page = open_page(flawed_page())
    figure(page, "41件").click()
    assert page.locator("#tab-missing").get_attribute("aria-selected") == "true"
    assert "督促整改问题41件" in (page.locator(".item.current").text_content() or "")


def test_a_flag_leads_to_its_row(open_page: Open) -> None:
    page = open_page(flawed_page())
    page.click("#tab-flagged")
    page.click("#flagged a:has-text('Its row') >> nth=0")
    assert page.locator("#tab-figures").get_attribute("aria-selected") == "true"
    assert page.locator(f"#{current(page)}").get_attribute("data-flagged") == ""


# -- filters


def test_filters_by_verdict_category_section_and_words(open_page: Open) -> None:
    page = open_page(flawed_page())
    page.click("#tab-figures")
    rows = page.locator("#figures tbody tr:visible")
    total = rows.count()
    assert page.locator("#shown").text_content() == f"{total} of {total}"
    page.select_option("#by-status", "masked")
    assert rows.count() == 1
    assert "masked in the source" in (rows.first.text_content() or "")
    page.select_option("#by-status", "")
    page.select_option("#by-category", "supervision")
    assert 0 < rows.count() < total
    page.select_option("#by-category", "")
    page.select_option("#by-section", label="Main Tasks for 2024 (1)")
    assert rows.count() == 1
    page.select_option("#by-section", "")
    page.fill("#query", "开展执法检查3次 value")
    assert rows.count() == 1
    page.fill("#query", "no such words")
    assert page.locator("#shown").text_content() == f"0 of {total}"
    page.click("#clear")
    assert rows.count() == total


def test_the_figures_of_a_section_are_a_click_away(open_page: Open) -> None:
    page = open_page(example_page())
    button = page.locator("button[data-section]").last
    wanted = int((button.text_content() or "").split()[0])
    button.click()
    assert page.locator("#figures tbody tr:visible").count() == wanted


# -- keys


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


# -- links


def test_a_link_to_a_figure_opens_at_it(open_page: Open) -> None:
    page = open_page(example_page(), at="#i40")
    assert current(page) == "i40"
    assert in_view(page.locator("#i40"))
    assert in_view(page.locator("#text a.n.on").first)


def test_a_link_to_a_section_opens_at_it_on_both_sides(open_page: Open) -> None:
    page = open_page(example_page(), at="#s12")
    assert page.locator("#summary").is_visible()
    assert in_view(page.locator("#s12 h3"))
    assert in_view(page.locator("#h12"))


def test_a_link_followed_later_does_the_same(open_page: Open) -> None:
    page = open_page(example_page())
    page.evaluate("location.hash = '#i7'")
    page.wait_for_selector("#i7[aria-current]")
    page.evaluate("location.hash = '#no-such-thing'")
    assert current(page) == "i7"


# -- what is foreign


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


# -- how it looks


_CONTRAST = """() => {
    const light = (rgb) => rgb.map((c) => c / 255).map((c) => c <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
        .reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    const rgb = (color) => {
        canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const behind = (one) => {
        for (; one; one = one.parentElement) {
            const color = rgb(getComputedStyle(one).backgroundColor);
            if (color[3] === 255) return color.slice(0, 3);
        }
    };
    const found = [];
    for (const one of document.querySelectorAll("main *, header *")) {
        const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
        if (!own || !one.checkVisibility() || one.closest(".unseen, option")) continue;
        const [a, b] = [light(rgb(getComputedStyle(one).color).slice(0, 3)), light(behind(one))].sort((x, y) => y - x);
        if ((a + .05) / (b + .05) < 4.5) found.push(one.className + ": " + one.textContent.slice(0, 20));
    }
    return found;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_stands_out_from_what_is_behind_it(open_page: Open, scheme: str) -> None:
    page = open_page(flawed_page(), color_scheme=scheme)
    for tab in ("summary", "figures", "flagged", "missing", "account"):
        page.click(f"#tab-{tab}")
        page.keyboard.press("j")
        assert page.evaluate(_CONTRAST) == []


def test_dark_follows_the_system_and_a_button(open_page: Open) -> None:
    background = "getComputedStyle(document.body).backgroundColor"
    light = open_page(example_page(), color_scheme="light")
    dark = open_page(example_page(), color_scheme="dark")
    assert light.evaluate(background) != dark.evaluate(background)
    dark.click("#theme-button")
    assert dark.evaluate(background) == light.evaluate(background)
    dark.keyboard.press("t")
    assert dark.evaluate(background) != light.evaluate(background)


def test_verdicts_differ_by_sign_and_word_not_by_colour_alone(open_page: Open) -> None:
    page = open_page(flawed_page())
    page.click("#tab-figures")
    signs: dict[str, str] = {}
    for chip in page.locator("#figures .verdict").all():
        sign = chip.evaluate("(one) => getComputedStyle(one, '::before').content")
        signs[chip.text_content() or ""] = sign
    assert len(set(signs.values())) == len(signs) >= 4


def test_everything_that_can_be_used_has_a_name(open_page: Open) -> None:
    page = open_page(flawed_page())
    for tab in ("summary", "figures", "flagged", "missing", "account"):
        page.click(f"#tab-{tab}")
        shown = page.locator("body").aria_snapshot()
        nameless = [
            line for line in shown.splitlines()
            if line.strip().rstrip(":") in {"- button", "- link", "- textbox", "- searchbox", "- combobox", "- tab", "- table", "- tabpanel"}
        ]  # fmt: skip
        assert nameless == []


def test_the_reader_of_a_screen_is_told_the_evidence(open_page: Open) -> None:
    page = open_page(example_page())
    figure(page, "21项").click()
    assert "听取和审议专项工作报告21项" in (page.locator("#said").text_content() or "")


@pytest.mark.parametrize("width", [360, 768])
def test_on_a_small_screen_the_report_stands_above_the_digest(open_page: Open, width: int) -> None:
    page = open_page(flawed_page(), width=width, height=800)
    report, digest = page.locator("#report").bounding_box(), page.locator("#digest").bounding_box()
    assert report and digest
    assert report["y"] + report["height"] <= digest["y"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.keyboard.press("f")
    assert in_view(page.locator("#text a.n.on").first)
    assert page.locator(f"#{current(page)} .figure").is_visible()
    assert page.locator("#digest > .scroll").evaluate("(one) => one.scrollWidth <= one.clientWidth")


def test_paper_has_the_whole_digest_and_the_report_and_no_buttons(open_page: Open) -> None:
    page = open_page(flawed_page(), color_scheme="dark")
    page.emulate_media(media="print")
    for panel in ("summary", "figures", "flagged", "missing", "account", "text"):
        assert page.locator(f"#{panel}").is_visible()
    assert page.locator("button:visible").count() == 0
    assert page.locator("#figures .words").first.is_visible()
    paper = page.evaluate("getComputedStyle(document.querySelector('.pane')).color")
    assert paper == "rgb(29, 33, 38)"
    assert page.pdf().startswith(b"%PDF")


def test_original_line_breaks_and_kinds_can_be_shown(open_page: Open) -> None:
    page = open_page(example_page())
    height = "document.querySelector('#text').scrollHeight"
    joined = page.evaluate(height)
    page.click("[data-toggle=lines]")
    assert page.locator("[data-toggle=lines]").get_attribute("aria-pressed") == "true"
    assert page.evaluate(height) != joined
    date = page.locator("#text [data-kind=date]").first
    kind = "(one) => getComputedStyle(one, '::after').content"
    before = date.evaluate(kind)
    page.click("[data-toggle=kinds]")
    assert before == "none" and "date" in date.evaluate(kind)


# -- size


def test_a_report_of_60_000_characters_is_quick_to_use(open_page: Open) -> None:
    doc = large_report()
    assert len(doc.text) == 60_000
    page = open_page(page_for(doc))
    assert page.locator("#figures tbody tr").count() > 1000
    page.click("#tab-figures")
    filtered = page.evaluate(
        """() => {
            const query = document.getElementById("query");
            const times = ["a", "an", "and", "项", "19"].map((words) => {
                const start = performance.now();
                query.value = words;
                query.dispatchEvent(new Event("input"));
                document.body.getBoundingClientRect();
                return performance.now() - start;
            });
            query.value = "";
            query.dispatchEvent(new Event("input"));
            return Math.max(...times);
        }"""
    )
    chosen = page.evaluate(
        """() => {
            const figures = [...document.querySelectorAll("#figures a.figure")];
            const start = performance.now();
            figures.at(-1).click();
            document.body.getBoundingClientRect();
            return performance.now() - start;
        }"""
    )
    last = page.locator("#text a.n[id]").last
    assert in_view(last)
    assert lit(page)
    # Ten times what they take on a machine of its own.
    assert filtered < 2_000
    assert chosen < 2_000
