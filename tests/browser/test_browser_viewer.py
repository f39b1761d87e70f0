"""The evidence viewer in a browser: clicks both ways, filters, links, and a large report.

Every test of the viewer also fails for a console message, an error, a request or a breach of the page's policy (see conftest).
"""

import pytest

from browser.conftest import Open
from browser.pages import example_page, flawed_page, large_report, page_for
from browser.places import current, figure, in_view, lit, row_of

pytestmark = pytest.mark.slow


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
