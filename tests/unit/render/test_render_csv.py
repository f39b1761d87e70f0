"""CSV: what a spreadsheet makes of the cells."""

import csv
from decimal import Decimal

import pytest

from summarizer.render import csv_text
from summarizer.render.sheet import CellValue, Column, Sheet


def _sheet(*cells: CellValue) -> Sheet:
    return Sheet("s", tuple(Column(f"c{at}") for at in range(len(cells))), (cells,))


def _cells(*cells: CellValue) -> list[str]:
    text = csv_text(_sheet(*cells))
    (_, row) = csv.reader(text.removeprefix("\ufeff").splitlines(keepends=True))
    return row


def test_it_opens_right_in_excel_a_byte_order_mark_commas_and_crlf() -> None:
    assert csv_text(_sheet("报告", "a,b", None)) == '\ufeffc0,c1,c2\r\n报告,"a,b",\r\n'


def test_numbers_stand_as_they_are_signs_included() -> None:
    cells = (Decimal("1200000000000"), Decimal("94.35"), Decimal("-3.5"), -3, True, False, None)
    assert _cells(*cells) == ["1200000000000", "94.35", "-3.5", "-3", "TRUE", "FALSE", ""]
    assert _cells(Decimal("1E+3")) == ["1000"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+86 10", "'+86 10"),
        ("-5 of them", "'-5 of them"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1+1", "'＝1+1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠SUM(A1)", "'＠SUM(A1)"),
        ('=HYPERLINK("http://x.example","click")', '\'=HYPERLINK("http://x.example","click")'),
        ("\t=1+1", "'=1+1"),
        ("\r=1+1", "'=1+1"),
        ("\u200b=1+1", "'=1+1"),
        ("'quoted'", "''quoted'"),
        ("19 reports", "19 reports"),
        ("[!VALUE] 640", "[!VALUE] 640"),
        ("a=b", "a=b"),
        ("–", "–"),
    ],
)
def test_no_text_becomes_a_formula(text: str, written: str) -> None:
    assert _cells(text) == [written]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2/3", "'2/3"),
        ("12:30", "'12:30"),
        ("5 - 6", "'5 - 6"),
        ("37/100", "'37/100"),
        ("2018-2022", "2018-2022"),
        ("2023", "2023"),
        ("2024-01-12", "2024-01-12"),
        ("2/3 of them", "2/3 of them"),
    ],
)
def test_no_text_becomes_a_day_or_a_time_that_it_is_not(text: str, written: str) -> None:
    assert _cells(text) == [written]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1; =cmd|' /C calc'!A0", "1； =cmd|' /C calc'!A0"),
        ('1;"=1+1"', '1；"=1+1"'),
        ("12; 13", "12; 13"),
    ],
)
def test_where_a_semicolon_ends_a_cell_none_begins_with_a_formula(text: str, written: str) -> None:
    assert _cells(text) == [written]


def test_a_cell_is_one_line_without_control_characters() -> None:
    assert _cells("12\r\n5项", "a\x00b\u202ec", "x\ud800y") == ["12 5项", "a bc", "xy"]


def test_a_row_of_another_length_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="has not the 2 cells"):
        Sheet("s", (Column("a"), Column("b")), (("x",),))
