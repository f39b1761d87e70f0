"""How the evidence viewer looks: light and dark, to those who see no colour or no screen, on small screens and on paper."""

import pytest

from browser.conftest import Open
from browser.pages import example_page, flawed_page
from browser.places import current, figure, in_view

pytestmark = pytest.mark.slow


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
