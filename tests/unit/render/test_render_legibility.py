"""Pages, text recognised from pictures and what could not be read: said on top of everything and at every figure."""

from dataclasses import replace

import pytest

from summarizer.compare import comparison
from summarizer.digest import Digest
from summarizer.formats import PageFormat, written
from summarizer.pipeline import digest_report
from summarizer.reading import Document, Layout, Unit, read
from summarizer.render import briefing, digest_json, evidence_viewer, side_by_side
from summarizer.render.digest_sheets import indicator_sheet

FIRST = (
    "青河市人民代表大会常务委员会工作报告\n各位代表：\n一、监督工作\n一年来，听取和审议专项工作报告19项。\n"
)
SECOND = "二、代表工作\n办理代表建议128件，满意率96.5%。\n"
RECOGNISED = "recognised from a picture"


def _document(
    *, recognised: tuple[int, ...] = (), unread: tuple[int, ...] = (), text: str = FIRST + SECOND
) -> Document:
    doc = read(text.encode(), name="r.pdf")
    return replace(doc, layout=Layout(Unit.PAGE, (0, len(FIRST)), recognised, unread))


def _digest(*, recognised: tuple[int, ...] = (), unread: tuple[int, ...] = ()) -> Digest:
    return digest_report(_document(recognised=recognised, unread=unread))


def _brief(digest: Digest, format: PageFormat = PageFormat.MARKDOWN) -> str:
    page = written(briefing(digest), format)
    return page if isinstance(page, str) else page.decode("utf-8")


def test_notes_name_the_page_of_each_figure() -> None:
    text = _brief(_digest())
    assert "page 1, characters" in text
    assert "page 2, characters" in text
    assert RECOGNISED not in text
    assert "could not be read" not in text


def test_a_file_without_pages_names_none() -> None:
    digest = digest_report(read((FIRST + SECOND).encode(), name="r.txt"))
    assert "page 1" not in _brief(digest)
    assert {row.page for row in digest.indicators} == {None}
    assert digest.source.pages == 0


@pytest.mark.parametrize("format", [PageFormat.MARKDOWN, PageFormat.HTML, PageFormat.TEXT])
def test_text_recognised_from_pictures_says_so_on_top_and_at_its_figures(format: PageFormat) -> None:
    text = _brief(_digest(recognised=(2,)), format)
    assert "Part of the text of this file was recognised from pictures." in text
    assert text.count(RECOGNISED) >= 2
    assert "Recognised from pictures: page 2 of 2." in text
    whole = _brief(_digest(recognised=(1, 2)), format)
    assert "The text of this file was recognised from pictures." in whole
    assert "Recognised from pictures: pages 1–2 of 2." in whole


def test_pages_that_could_not_be_read_are_said_on_top() -> None:
    text = _brief(_digest(unread=(2,)))
    assert "could not be read: pages that are pictures." in text
    assert "Not read, pictures without text: page 2 of 2." in text


def test_damaged_characters_are_said_on_top() -> None:
    text = _brief(digest_report(_document(text=FIRST.replace("专项", "专\ufffd") + SECOND)))
    assert "Some characters of this file are damaged" in text
    assert "1 character was damaged." in text


def test_digest_and_table_carry_page_and_recognition() -> None:
    digest = _digest(recognised=(2,))
    assert (digest.source.pages, digest.source.recognised) == (2, [2])
    assert [(row.page, row.recognised) for row in digest.indicators] == [(1, False), (2, True), (2, True)]
    assert '"recognised": [' in digest_json(digest)
    sheet = indicator_sheet(digest)
    names = [column.name for column in sheet.columns]
    cells = [(row[names.index("page")], row[names.index("recognised")]) for row in sheet.rows]
    assert cells == [(1, False), (2, True), (2, True)]


def test_the_viewer_shows_page_and_recognition() -> None:
    page = evidence_viewer(_digest(recognised=(2,)), _document(recognised=(2,)))
    assert page.count("page 2 · recognised from a picture") == 2
    assert "page 1 · recognised" not in page
    assert "was recognised from pictures" in page


def test_a_comparison_warns_of_what_was_recognised_or_not_read() -> None:
    plain = digest_report(read((FIRST + SECOND).replace("青河", "临江").encode(), name="b.txt"))
    page = written(
        side_by_side(comparison([_digest(recognised=(2,), unread=(1,)), plain])), PageFormat.MARKDOWN
    )
    assert isinstance(page, str)
    assert "text recognised from pictures, in which figures may be misread" in page
    assert "part of the file could not be read" in page
    assert "A, page 1, characters" in page
    assert "; page 2, " in page
    assert RECOGNISED in page
