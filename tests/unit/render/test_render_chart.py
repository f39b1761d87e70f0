"""Charts as SVG: lengths, labels, what cannot be drawn, escaping, and what those hear who do not see them."""

import re
import xml.etree.ElementTree as ET

import pytest
from digest_builder import digest, indicator, masked, report

from summarizer.compare import comparison
from summarizer.formats import PageFormat, written
from summarizer.render import side_by_side
from summarizer.render.chart import bars_svg
from summarizer.render.comparison_charts import chart_of
from summarizer.render.page import Bar, Chart, Flag, line
from summarizer.verify import Reason, Verdict

_SVG = "{http://www.w3.org/2000/svg}"
CHART = Chart(
    "Special work reports heard",
    (
        Bar("Linjiang", 1.0, line("30 (2022)")),
        Bar("临江市", 0.5, line("15 (2022)")),
        Bar("Haibei", None, line("masked in the source (2022)")),
        Bar("Shanqian", None, (Flag("VALUE"), *line("77 (2022)"))),
    ),
)


def _tree(chart: Chart = CHART) -> ET.Element:
    return ET.fromstring(bars_svg(chart, name="c1"))


def _texts(tree: ET.Element) -> list[str]:
    return [text.text or "" for text in tree.iter(f"{_SVG}text")]


def test_bars_are_as_long_as_their_share() -> None:
    lengths = [float(bar.get("width", "")) for bar in _tree().iter(f"{_SVG}rect")]
    assert len(lengths) == 2 and lengths[0] == 2 * lengths[1] > 0


def test_every_bar_has_its_label_and_figure() -> None:
    assert _texts(_tree()) == [
        "Special work reports heard",
        "Linjiang", "30 (2022)", "临江市", "15 (2022)", "Haibei", "masked in the source (2022)", "Shanqian", "[!VALUE] 77 (2022)",
    ]  # fmt: skip


def test_what_is_masked_or_flagged_has_no_bar() -> None:
    assert len(list(_tree().iter(f"{_SVG}line"))) == 2


def test_title_and_description_say_it_all_to_those_who_do_not_see_it() -> None:
    tree = _tree()
    title, desc = tree.find(f"{_SVG}title"), tree.find(f"{_SVG}desc")
    assert title is not None and desc is not None and tree.get("role") == "img"
    assert tree.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert desc.text == (
        "Linjiang: 30 (2022); 临江市: 15 (2022); Haibei: masked in the source (2022); Shanqian: [!VALUE] 77 (2022)"
    )


@pytest.mark.parametrize(
    "hostile", ["</text><script>alert(1)</script>", '"onload="x', "a&b<c", "x\ny\u202ez"]
)
def test_labels_titles_and_figures_stay_text(hostile: str) -> None:
    svg = bars_svg(Chart(hostile, (Bar(hostile, 1.0, line(hostile)),)), name="c1")
    assert "<script" not in svg and "\u202e" not in svg
    assert {element.tag.removeprefix(_SVG) for element in ET.fromstring(svg).iter()} == {
        "svg", "title", "desc", "text", "rect",
    }  # fmt: skip


def test_the_chart_brings_no_font_no_style_and_nothing_from_elsewhere() -> None:
    svg = str(bars_svg(CHART, name="c1")).replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"(?<!font-)style=|font-family|<style|<image|href|url\(|http", svg)


@pytest.mark.parametrize("label", ["W" * 200, "临" * 200], ids=["English", "Chinese"])
def test_a_long_label_is_cut(label: str) -> None:
    (_, shown, _) = _texts(_tree(Chart("t", (Bar(label, 1.0, line("3")),))))
    assert shown.endswith("…") and len(shown) < 40


@pytest.mark.parametrize("share", [-1.0, 0.0, 7.0])
def test_a_bar_stays_in_the_picture(share: float) -> None:
    (bar,) = _tree(Chart("t", (Bar("a", share, line("3")),))).iter(f"{_SVG}rect")
    assert 0 < float(bar.get("width", "")) <= 720


def test_a_row_as_a_chart_has_a_bar_for_each_report_that_can_be_compared() -> None:
    places = ("Linjiang", "Haibei", "Shanqian", "Beishan", "Nanxi")
    key = "special_reports_heard"
    rows = [
        [indicator(1, value="30", key=key)],
        [indicator(1, value="15", key=key)],
        [masked(1, key=key).model_copy(update={"unit": "项"})],
        [indicator(1, value="77", key=key, verdict=Verdict.CONTRADICTED, reason=Reason.VALUE)],
        [],
    ]
    result = comparison(
        [digest(own, meta=report(place=name), source=name) for name, own in zip(places, rows, strict=True)]
    )
    chart = chart_of(result.rows[0], result.ordered)
    assert [(bar.label, bar.share) for bar in chart.bars] == [
        ("Linjiang", 1.0), ("Haibei", 0.5), ("Shanqian", None), ("Beishan", None), ("Nanxi", None),
    ]  # fmt: skip
    assert chart.bars[3].figure[0] == Flag("VALUE")
    assert chart.bars[4].figure == line("not reported")


def test_a_page_of_html_has_the_charts_of_a_comparison_each_with_ids_of_its_own() -> None:
    keys = ("special_reports_heard", "standing_committee_meetings")
    made = [
        digest(
            [indicator(n, value=str(value + n), key=key) for n, key in enumerate(keys, start=1)],
            meta=report(place=name),
            source=name,
        )
        for name, value in (("Linjiang", 30), ("Haibei", 15))
    ]
    page = written(side_by_side(comparison(made)), PageFormat.HTML)
    assert page.count("<svg ") == 2
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
