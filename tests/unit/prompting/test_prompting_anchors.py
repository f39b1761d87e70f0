import pytest
from wire.reports import Fig, inventory_of

from summarizer.prompting import anchored, marker_letter
from summarizer.quantities import Qualifier
from summarizer.reading import Region, RegionKind, Span

MASKED = Fig("***件", None, "件", Qualifier.MASKED)


def test_a_marker_stands_directly_behind_each_figure_masked_ones_too() -> None:
    inventory = inventory_of("召开会议", Fig("12次", "12", "次"), "，办理建议", MASKED, "。")
    marked = anchored(Span(0, len(inventory.doc.text)), inventory)
    assert marked.text == "召开会议12次(e1)，办理建议***件(e2)。"
    assert marked.plain == inventory.doc.text
    assert dict(marked.markers) == {1: 1, 2: 2}


def test_markers_are_numbered_from_one_in_each_stretch() -> None:
    inventory = inventory_of("召开会议", Fig("12次", "12"), "。\n听取报告", Fig("19项", "19"), "。")
    end = len("召开会议12次。\n")
    marked = anchored(Span(end, len(inventory.doc.text)), inventory)
    assert marked.text == "听取报告19项(e1)。"
    assert dict(marked.markers) == {1: 2}


def test_a_figure_cut_by_a_page_line_is_marked_once_and_reads_whole() -> None:
    figure = Fig("1第3页2次", "12")
    page = Region(Span(len("召开会议1"), len("召开会议1第3页")), RegionKind.PAGE_NUMBER)
    inventory = inventory_of("召开会议", figure, "。", regions=(page,))
    assert anchored(Span(0, len(inventory.doc.text)), inventory).text == "召开会议12次(e1)。"


def test_a_figure_inside_a_region_has_no_marker() -> None:
    region = Region(Span(0, len("导读：12件。")), RegionKind.ABSTRACT)
    inventory = inventory_of(
        "导读：", Fig("12件", "12"), "。召开会议", Fig("3次", "3"), "。", regions=(region,)
    )
    marked = anchored(Span(0, len(inventory.doc.text)), inventory)
    assert marked.text == "召开会议3次(e1)。"
    assert dict(marked.markers) == {1: 2}


def test_a_stretch_without_figures_has_no_markers() -> None:
    inventory = inventory_of("坚持党的领导。")
    assert anchored(Span(0, 7), inventory).markers == {}


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        pytest.param("召开会议12次。", "e", id="plain"),
        pytest.param("见附件(e3)。", "a", id="marker-in-source"),
        pytest.param("见附件［E3］和【a1】。", "b", id="wide-brackets-and-capitals"),
        pytest.param("[email]", "e", id="a-word-is-no-marker"),
        pytest.param("".join(f"[{chr(97 + n)}1]" for n in range(26)), "aa", id="all-letters-taken"),
    ],
)
def test_the_letter_is_one_that_the_source_does_not_use(text: str, letter: str) -> None:
    assert marker_letter(text) == letter


def test_markers_cannot_be_mistaken_for_what_the_source_itself_holds() -> None:
    inventory = inventory_of("见附件(e1)，召开会议", Fig("3次", "3"), "。")
    marked = anchored(Span(0, len(inventory.doc.text)), inventory)
    assert marked.letter == "a"
    assert marked.text == "见附件(e1)，召开会议3次(a1)。"
