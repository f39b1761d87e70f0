"""Workbooks: typed cells, text that stays text, and the same bytes each time."""

from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet
from workbook_dump import opened

from summarizer.render import workbook
from summarizer.render.sheet import CellValue, Column, Look, Sheet
from summarizer.render.xlsx import CUT, LONGEST
from summarizer.verify import Verdict


def _sheet(*cells: CellValue, look: Look = Look.WORD) -> Sheet:
    return Sheet("s", tuple(Column(f"c{at}", look=look) for at in range(len(cells))), (cells,), fixed=1)


def _page(sheet: Sheet) -> Worksheet:
    page = opened(workbook([sheet], title="t")).active
    assert isinstance(page, Worksheet)
    return page


def _cells(*cells: CellValue) -> tuple[Cell | MergedCell, ...]:
    return _page(_sheet(*cells))[2]


@pytest.mark.parametrize(
    ("value", "shown", "format"),
    [
        (Decimal("94.35"), 94.35, "#,##0.00"),
        (Decimal("1200000000000"), 1200000000000, "#,##0"),
        (Decimal("-0.5"), -0.5, "#,##0.0"),
        (Decimal("8.10"), 8.1, "#,##0.0"),
        (Decimal("123456789012345"), 123456789012345, "#,##0"),
    ],
)
def test_a_number_is_a_number_with_all_its_digits(value: Decimal, shown: float, format: str) -> None:
    (cell,) = _cells(value)
    assert (cell.value, cell.data_type, cell.number_format) == (shown, "n", format)


@pytest.mark.parametrize("value", ["1234567890123456", "0.1234567890123456"])
def test_a_number_with_more_digits_than_excel_keeps_stands_as_text(value: str) -> None:
    (cell,) = _cells(Decimal(value))
    assert (cell.value, cell.data_type) == (value, "s")


def test_other_types() -> None:
    assert [(c.value, c.data_type) for c in _cells(7, True, False, None)] == [(7, "n"), (True, "b"), (False, "b"), (None, "n")]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["=1+1", "{=1+1}", "+1", "-1", "@SUM(A1)", "＝1+1", "12", "2/3", "TRUE", "http://x.example/", "mailto:a@x.example", "#N/A",
     "internal:s!A1", "_x0041_", "<b>&amp;</b>", "' quoted"],
)  # fmt: skip
def test_text_stays_text(text: str) -> None:
    data = workbook([_sheet(text)], title=text)
    cell = opened(data)["s"]["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)
    with ZipFile(BytesIO(data)) as file:
        whole = "".join(file.read(name).decode() for name in file.namelist() if "worksheets" in name)
    assert "<f>" not in whole
    assert "hyperlink" not in whole


def test_what_xml_cannot_hold_is_left_out() -> None:
    (cell,) = _cells("a\x00\x0b\x1f\ud800\ufffe\uffffb\n\tc\u202e")
    assert cell.value == "a b c"


@pytest.mark.parametrize("char", ["x", "字", "\U0001f600"], ids=["one", "chinese", "two units"])
def test_what_a_cell_cannot_hold_is_cut_visibly(char: str) -> None:
    (fits,) = _cells("x" * LONGEST)
    assert fits.value == "x" * LONGEST
    (cell,) = _cells(char * (LONGEST + 1))
    assert isinstance(cell.value, str)
    assert cell.value.endswith(f"{char}{CUT}")
    assert LONGEST - 1 <= len(cell.value.encode("utf-16-le")) // 2 <= LONGEST
    title = opened(workbook([_sheet("x")], title=char * 1000)).properties.title
    assert title is not None
    assert title.endswith(CUT)


def test_the_first_row_stays_in_sight_and_filters() -> None:
    page = _page(_sheet("a", "b"))
    assert page.freeze_panes == "B2"
    assert page.auto_filter.ref == "A1:B2"
    assert page["A1"].font.bold
    assert page.print_title_rows == "$1:$1"


def test_a_sheet_without_rows_can_be_opened() -> None:
    page = _page(Sheet("s", (Column("a"), Column("verdict", look=Look.VERDICT)), ()))
    assert [cell.value for cell in page[1]] == ["a", "verdict"]
    assert page.max_row == 1


def test_every_verdict_has_its_colour_beside_its_word_and_flags_have_theirs() -> None:
    page = _page(_sheet("contradicted", look=Look.VERDICT))
    rules = [rule for found in page.conditional_formatting for rule in found.rules]
    assert {rule.formula[0] for rule in rules} == {f'"{verdict.value}"' for verdict in Verdict}
    assert all(rule.dxf is not None and rule.dxf.font is not None for rule in rules)
    (flag,) = [rule for found in _page(_sheet("x")).conditional_formatting for rule in found.rules]
    assert (flag.type, flag.text) == ("beginsWith", "[!")


def test_long_text_has_a_row_high_enough() -> None:
    wide = Sheet("s", (Column("a", 10, Look.PROSE),), (("字" * 20,), ("x",), ("x" * 10_000,)))
    heights = [_page(wide).row_dimensions[row].height for row in (2, 3, 4)]
    assert heights == [60, None, 300]  # None: as high as any other


def test_equal_sheets_give_equal_bytes_that_name_no_day() -> None:
    one, two = (workbook([_sheet("a", Decimal("1.5"))], title="t") for _ in range(2))
    assert one == two
    assert opened(one).properties.created.year == 1980


def test_nothing_is_written_to_disk_on_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/no/such/folder")
    assert workbook([_sheet("a")], title="t")
