"""Running heads, running feet and page numbers: told by place and repetition, and the title never lost."""

from collections.abc import Callable

import pytest
from pdf_builder import drawn, put, put_all
from reportlab.pdfgen.canvas import Canvas

from summarizer.reading import Document, RegionKind, body_of, read

LINES = [
    "全市上下团结一心，克服困难，各项工作取得了新的成效，人民",
    "生活水平有了很大提高，社会大局保持了稳定，听取和审议专项",
    "工作报告，作出决议决定，组织视察调研，推动改造老旧小区，",
]


def _pages(count: int, margin: Callable[[Canvas, int], None], *, rows: int = 20) -> Document:
    def page(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            put_all(canvas, ((60, 740 - 20 * row, LINES[(row + number) % 3]) for row in range(rows)))
            margin(canvas, number)

        return draw

    return read(drawn(*(page(number) for number in range(1, count + 1))), name="report.pdf")


def _cut(doc: Document) -> list[tuple[str, str]]:
    return [(region.kind.value, region.span.of(doc.text).strip()) for region in doc.regions]


def _is_whole(doc: Document, pages: int, rows: int = 20) -> bool:
    """Whether nothing but the drawn lines is left."""
    left = "".join(body_of(doc.text, doc.regions).text.split())
    return left == "".join(LINES[(row + page) % 3] for page in range(1, pages + 1) for row in range(rows))


@pytest.mark.parametrize(
    "shown", ["{}", "- {} -", "—{}—", "第{}页", "第{}页 共5页", "{}/5", "· {} ·", "Page {}"], ids=str
)
def test_page_numbers(shown: str) -> None:
    doc = _pages(4, lambda canvas, number: put(canvas, 290, 40, shown.format(number), 9))
    assert _cut(doc) == [("page_number", shown.format(number)) for number in (1, 2, 3, 4)]
    assert _is_whole(doc, 4)


@pytest.mark.parametrize(
    "numbers", [["i", "ii", "iii", "iv"], ["一", "二", "三", "四"], ["九", "十", "十一", "十二"]], ids=str
)
def test_page_numbers_in_other_numerals(numbers: list[str]) -> None:
    doc = _pages(4, lambda canvas, number: put(canvas, 290, 40, numbers[number - 1], 9))
    assert _cut(doc) == [("page_number", shown) for shown in numbers]


def test_page_numbers_at_the_outer_edge() -> None:
    doc = _pages(4, lambda canvas, number: put(canvas, 500 if number % 2 else 60, 40, str(number), 9))
    assert _cut(doc) == [("page_number", str(number)) for number in (1, 2, 3, 4)]


def test_a_figure_at_the_end_of_a_page_is_no_page_number() -> None:
    """What does not count with the pages, and stands as close as any line, is text."""

    def margin(canvas: Canvas, number: int) -> None:
        put(canvas, 60, 340, ["36", "12", "141", "5"][number - 1])

    doc = _pages(4, margin)
    assert _cut(doc) == []


def test_running_heads_and_feet_with_changing_figures() -> None:
    def margin(canvas: Canvas, number: int) -> None:
        put(canvas, 60, 800, f"云桥市人大文件汇编　　　第{number}期", 9)
        put(canvas, 60, 40, "内部资料 注意保存", 9)

    doc = _pages(3, margin)
    # What ends one page and begins the next is one region.
    assert [kind for kind, _ in _cut(doc)] == ["watermark"] * 4 and _is_whole(doc, 3)


def test_heads_of_odd_and_even_pages() -> None:
    def margin(canvas: Canvas, number: int) -> None:
        put(canvas, 300 if number % 2 else 60, 800, "工作报告" if number % 2 else "云桥市人大常委会", 9)

    doc = _pages(4, margin)
    assert [kind for kind, _ in _cut(doc)] == ["watermark"] * 4 and _is_whole(doc, 4)


def test_the_title_survives_its_running_head() -> None:
    title = "云桥市人民代表大会常务委员会工作报告"

    def margin(canvas: Canvas, number: int) -> None:
        put(canvas, 200, 810, title, 9)
        if number == 1:
            put(canvas, 100, 770, title, 18)

    doc = _pages(3, margin)
    assert _cut(doc) == [("watermark", title)] * 3
    told = body_of(doc.text, doc.regions).text
    assert told.startswith(title + "\n") and told.count(title) == 1


def test_a_title_that_stands_in_the_running_head_alone_is_kept_once() -> None:
    title = "云桥市人民代表大会常务委员会工作报告"
    doc = _pages(3, lambda canvas, number: put(canvas, 200, 810, title, 9))
    assert _cut(doc) == [("watermark", title)] * 2
    told = body_of(doc.text, doc.regions).text
    assert told.startswith(title + "\n") and told.count(title) == 1


def test_lines_of_text_that_come_back_at_the_same_place_stay() -> None:
    """Pages that begin and end with the very same prose have no margins."""
    doc = _pages(4, lambda canvas, number: None, rows=3)
    assert doc.regions == () or all(region.kind is RegionKind.DUPLICATE for region in doc.regions)
