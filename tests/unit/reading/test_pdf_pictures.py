"""Pages that are pictures: told from pages of text, read where something can read them, and never passed over in silence."""

from collections.abc import Callable
from io import BytesIO

import pytest
from pdf_builder import HEIGHT, WIDTH, drawn, put, put_all, scanned, without_mapping
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from summarizer.errors import Undecodable
from summarizer.reading import Document, Limits, RegionKind, extract, read

LINES = [
    "全年召开常委会会议12次，听取和审议专项工作报告19项，",
    "作出决议决定5项，任免国家机关工作人员141人次。",
] * 3


def _page(canvas: Canvas) -> None:
    put_all(canvas, ((60, 740 - 20 * row, line) for row, line in enumerate(LINES)))


def _picture(canvas: Canvas, *, height: float = HEIGHT) -> None:
    canvas.drawImage(ImageReader(Image.new("L", (300, 400), 200)), 0, HEIGHT - height, WIDTH, height)


def _reads(*texts: str) -> Callable[[bytes], str]:
    """Something that recognises one text a page."""
    waiting = list(texts)

    def recognise(picture: bytes) -> str:
        assert picture.startswith(b"\x89PNG")
        return waiting.pop(0)

    return recognise


def _read(data: bytes, *texts: str) -> Document:
    return read(data, name="scan.pdf", recognise=_reads(*texts))


def test_a_scan_without_a_reader_is_refused_with_a_way_out() -> None:
    with pytest.raises(Undecodable, match="holds pictures of pages, not text") as caught:
        extract(drawn(_picture, _picture), name="scan.pdf", limits=Limits())
    assert "summarizer[ocr]" in caught.value.hint and "chi_sim" in caught.value.hint


def test_pages_that_cannot_be_read_are_named() -> None:
    found = extract(drawn(_page, _picture, _page, _picture), name="half.pdf", limits=Limits())
    assert found.layout.unread == (2, 4) and found.layout.recognised == ()
    assert len(found.layout.starts) == 4 and found.layout.starts[1] == found.layout.starts[2]


def test_text_read_off_a_picture_is_marked() -> None:
    doc = _read(drawn(_page, _picture), "全年办理代表建议36件，\n全部办结。\n")
    assert doc.layout.recognised == (2,) and doc.layout.unread == ()
    at = doc.text.index("36件")
    assert doc.layout.number(at) == 2 and doc.layout.is_recognised(at)
    assert not doc.layout.is_recognised(doc.text.index("141人次"))


def test_a_page_on_which_nothing_is_recognised_is_unread() -> None:
    doc = _read(drawn(_page, _picture, _picture), " \n", "办理建议36件。")
    assert doc.layout.unread == (2,) and doc.layout.recognised == (3,)


def test_a_scan_on_which_nothing_is_recognised_is_refused() -> None:
    with pytest.raises(Undecodable, match="nothing could be recognised"):
        extract(drawn(_picture), name="scan.pdf", limits=Limits(), recognise=_reads(""))


def test_running_lines_and_page_numbers_of_recognised_pages_are_none_of_the_report() -> None:
    body = "各位代表，全年办理代表建议36件，\n组织视察16次，办结率九成\n以上，群众满意，成效明显。"
    pages = [f"云桥市人大文件\n{body}\n一 {number} 一" for number in (1, 2, 3)]
    doc = _read(drawn(_picture, _picture, _picture), *pages)
    kinds = [region.kind for region in doc.regions if region.kind is not RegionKind.DUPLICATE]
    assert kinds.count(RegionKind.PAGE_NUMBER) == 3 and RegionKind.WATERMARK in kinds


@pytest.mark.parametrize(
    ("recognised", "meant"),
    [
        ("一一2023年1月8日在云桥市", "——2023年1月8日在云桥市"),
        ("一 -2023年1月8日在云桥市", "——2023年1月8日在云桥市"),
        ("2018一2022年", "2018—2022年"),
        ("一、工作回顾", "一、工作回顾"),
        ("一年来，全市上下", "一年来，全市上下"),
        ("统一思想", "统一思想"),
    ],
)
def test_a_dash_is_not_the_numeral(recognised: str, meant: str) -> None:
    assert _read(drawn(_picture), recognised).text.strip() == meant


def test_a_page_with_a_small_picture_or_a_background_is_text() -> None:
    def illustrated(canvas: Canvas) -> None:
        _page(canvas)
        _picture(canvas, height=200)

    def printed_on(canvas: Canvas) -> None:
        _picture(canvas)
        _page(canvas)

    layout = extract(drawn(illustrated, printed_on), name="report.pdf", limits=Limits()).layout
    assert layout.unread == () and layout.recognised == ()


def test_an_empty_page_is_no_picture() -> None:
    assert extract(drawn(_page, lambda canvas: None), name="report.pdf", limits=Limits()).layout.unread == ()


def test_a_stamp_on_a_scan_does_not_make_it_text() -> None:
    def stamped(canvas: Canvas) -> None:
        _picture(canvas)
        put(canvas, 400, 20, "扫描全能王 创建", 9)

    with pytest.raises(Undecodable):
        extract(drawn(stamped, stamped), name="scan.pdf", limits=Limits())


def test_text_laid_under_a_picture_was_recognised_by_somebody() -> None:
    def page(canvas: Canvas) -> None:
        _picture(canvas)
        hidden = canvas.beginText(60, 700)
        hidden.setFont("STSong-Light", 12)
        hidden.setTextRenderMode(3)
        hidden.textLines(LINES)
        canvas.drawText(hidden)

    found = extract(drawn(page), name="scan.pdf", limits=Limits())
    assert found.layout.recognised == (1,) and "141人次" in found.text


def test_letters_that_are_drawings_are_not_read_as_nothing() -> None:
    def page(canvas: Canvas) -> None:
        for row in range(20):
            for column in range(20):
                canvas.line(60 + 20 * column, 700 - 20 * row, 72 + 20 * column, 712 - 20 * row)

    with pytest.raises(Undecodable, match="not text"):
        extract(drawn(page), name="curves.pdf", limits=Limits())


def test_a_font_that_does_not_say_its_characters_is_a_picture_not_garbage() -> None:
    data = without_mapping("全年召开常委会会议听取和审议专项工作报告")
    with pytest.raises(Undecodable, match="not text"):
        extract(data, name="font.pdf", limits=Limits())
    found = extract(data, name="font.pdf", limits=Limits(), recognise=_reads("全年召开会议12次。"))
    assert found.text.strip() == "全年召开会议12次。" and found.layout.recognised == (1,)


def test_a_page_of_any_size_makes_a_picture_of_bounded_size() -> None:
    sizes: list[tuple[int, int]] = []

    def recognise(picture: bytes) -> str:
        with Image.open(BytesIO(picture)) as image:
            sizes.append(image.size)
        return "办理建议36件。"

    for width, height in ((14_400, 14_400), (3, 14_400), (1, 1)):
        out = BytesIO()
        canvas = Canvas(out, pagesize=(width, height))
        canvas.drawImage(ImageReader(Image.new("L", (30, 40), 200)), 0, 0, width, height)
        canvas.showPage()
        canvas.save()
        extract(out.getvalue(), name="poster.pdf", limits=Limits(), recognise=recognise)
    assert len(sizes) == 3
    assert all(width * height <= 12_200_000 and max(width, height) <= 12_001 for width, height in sizes)


def test_a_scan_looks_like_its_page() -> None:
    pictures: list[bytes] = []

    def recognise(picture: bytes) -> str:
        pictures.append(picture)
        return "一"

    extract(scanned(drawn(_page)), name="scan.pdf", limits=Limits(), recognise=recognise)
    with Image.open(BytesIO(pictures[0])) as image:
        assert image.mode == "L" and image.size == (2480, 3509)
        assert min(image.tobytes()) < 60
