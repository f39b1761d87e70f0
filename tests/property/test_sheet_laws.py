"""Laws of tables: whatever a cell holds, it is shown as text or as its number, and nothing runs."""

import csv
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from law_examples import examples
from workbook_dump import opened

from summarizer.render import csv_text, workbook
from summarizer.render.escape import one_line
from summarizer.render.sheet import CellValue, Column, Look, Sheet

_NASTY = st.sampled_from(
    ["=", "+", "-", "@", "＝", "＋", "－", "＠", "'", '"', ",", ";", "\t", "\r\n", "\n", "|", "1/2", "[!VALUE] ", "http://", "_x000A_",
     "\x00", "\u202e", "\u200b", "\ufffe", "\ud800", "<x>", "&", "字"]
)  # fmt: skip
_TEXTS = st.lists(st.one_of(_NASTY, st.text(max_size=5)), max_size=6).map("".join)
_NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12)
_CELLS = st.one_of(_TEXTS, _NUMBERS, st.integers(-(10**9), 10**9), st.booleans(), st.none())
_ROWS = st.lists(st.tuples(_CELLS, _CELLS, _CELLS), max_size=6)
_FORMULA = tuple("=+-@＝＋－＠\t\r\n")


def _sheet(rows: list[tuple[CellValue, ...]]) -> Sheet:
    return Sheet(
        "s", (Column("a"), Column("b", look=Look.PROSE), Column("verdict", look=Look.VERDICT)), tuple(rows)
    )


@given(rows=_ROWS)
def test_no_cell_of_a_csv_is_a_formula_and_every_text_can_be_had_back(
    rows: list[tuple[CellValue, ...]],
) -> None:
    head, *read = csv.reader(csv_text(_sheet(rows)).removeprefix("\ufeff").splitlines(keepends=True))
    assert head == ["a", "b", "verdict"]
    assert len(read) == len(rows)
    for row, cells in zip(rows, read, strict=True):
        for value, cell in zip(row, cells, strict=True):
            if isinstance(value, str):
                assert not cell.startswith(_FORMULA)
                assert cell.removeprefix("'").replace("；", ";") == one_line(value).replace("；", ";")
            elif isinstance(value, Decimal | int) and not isinstance(value, bool):
                assert Decimal(cell) == value


@examples(40)
@given(rows=_ROWS)
def test_every_text_of_a_workbook_is_text_and_every_number_is_exact(
    rows: list[tuple[CellValue, ...]],
) -> None:
    page = opened(workbook([_sheet(rows)], title="t"))["s"]
    for row, cells in zip(rows, page.iter_rows(min_row=2), strict=False):
        for value, cell in zip(row, cells, strict=True):
            assert cell.data_type != "f"
            assert cell.hyperlink is None
            if isinstance(value, str):
                assert (cell.value or "") == one_line(value)
            elif isinstance(value, Decimal):
                assert Decimal(str(cell.value)) == value
            else:
                assert cell.value == value
