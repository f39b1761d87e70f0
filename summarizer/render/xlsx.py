"""Sheets as an Excel workbook: typed cells, and text that stays text whatever it looks like."""

from collections.abc import Collection, Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Final, assert_never, cast
from unicodedata import east_asian_width

from summarizer.render.escape import one_line
from summarizer.render.sheet import CellValue, Look, Sheet
from summarizer.verify import Verdict

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

__all__ = ["CUT", "LONGEST", "workbook"]

LONGEST: Final = 32_767
"""What one cell holds at most, in UTF-16 units."""
CUT: Final = " … [cut: a cell holds no more]"
"""What stands at the end of a text that was longer."""

# Excel keeps this many digits of a number, and every decimal number of so many survives the way through a double.
_DIGITS: Final = 15
# Equal sheets give equal bytes: the file says nothing of when it was made. This is the first day that a ZIP file knows.
_NO_DAY: Final = datetime(1980, 1, 1)
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_LINE_HEIGHT: Final = 15
_MOST_LINES: Final = 20
# As many characters across can still be read on a printed page.
_PAGE_WIDTH: Final = 220
_INK = "#1F2933"
_HEAD = {"bold": True, "font_color": "#FFFFFF", "bg_color": "#2F4858", "border": 1, "border_color": "#2F4858", "text_wrap": True, "valign": "vcenter"}  # fmt: skip
_GOOD = {"font_color": "#1B5E20", "bg_color": "#E6F4EA"}
_DOUBTFUL = {"font_color": "#7A4100", "bg_color": "#FFF4E0", "bold": True}
_BAD = {"font_color": "#8B0000", "bg_color": "#FDE7E7", "bold": True}
_VERDICTS = {
    Verdict.SUPPORTED: _GOOD,
    Verdict.IMPRECISE: _DOUBTFUL,
    Verdict.AMBIGUOUS: _DOUBTFUL,
    Verdict.UNSUPPORTED: _BAD,
    Verdict.CONTRADICTED: _BAD,
}


def workbook(sheets: Sequence[Sheet], *, title: str) -> bytes:
    """The sheets as one workbook; the same sheets give the same bytes.

    Text is on one line and is never a formula, number, date or link. A number with more digits than Excel keeps stands as text.
    What a cell cannot hold is cut, with a mark.
    """
    from xlsxwriter.workbook import Workbook

    memory = BytesIO()
    book = Workbook(memory, _OPTIONS)
    book.set_properties({"title": _fitting(one_line(title), 255), "created": _NO_DAY})
    formats = _Formats(book)
    for sheet in sheets:
        _fill(book.add_worksheet(sheet.name), sheet, formats)
    book.close()
    return memory.getvalue()


class _Formats:
    """The formats of one workbook, each made once."""

    def __init__(self, book: "Workbook") -> None:
        self._book = book
        self._numbers: dict[int, Format] = {}
        self.head = book.add_format(_HEAD)
        self.word = self._format({})
        self.prose = self._format({"text_wrap": True})
        self.flag = self._format({"bold": True, "font_color": _BAD["font_color"]})
        self.verdicts = {verdict: book.add_format(look) for verdict, look in _VERDICTS.items()}

    def _format(self, look: dict[str, object]) -> "Format":
        return self._book.add_format({"font_color": _INK, "valign": "top", **look})

    def text(self, look: Look) -> "Format":
        return self.prose if look is Look.PROSE else self.word

    def number(self, value: Decimal) -> "Format":
        """Thousands apart and every decimal shown, none added."""
        exponent = value.normalize().as_tuple().exponent
        decimals = max(0, -exponent) if isinstance(exponent, int) else 0
        if decimals not in self._numbers:
            shown = "#,##0" + ("." + "0" * decimals if decimals else "")
            self._numbers[decimals] = self._format({"num_format": shown, "align": "right"})
        return self._numbers[decimals]


def _fill(page: "Worksheet", sheet: Sheet, formats: _Formats) -> None:
    last = max(1, len(sheet.rows))
    page.set_row(0, _height([column.name for column in sheet.columns], sheet))
    for at, column in enumerate(sheet.columns):
        page.set_column(at, at, column.width)
        page.write_string(0, at, _text(column.name), formats.head)
        if column.look is Look.VERDICT:
            for verdict, look in formats.verdicts.items():
                rule = {"type": "cell", "criteria": "==", "value": f'"{verdict.value}"', "format": look}
                page.conditional_format(1, at, last, at, rule)
        else:
            begins = {"type": "text", "criteria": "begins with", "value": "[!", "format": formats.flag}
            page.conditional_format(1, at, last, at, begins)
    for down, row in enumerate(sheet.rows, start=1):
        page.set_row(down, _height(row, sheet, wrapped=frozenset({Look.PROSE})))
        for at, (cell, column) in enumerate(zip(row, sheet.columns, strict=True)):
            _write(page, down, at, cell, column.look, formats)
    page.freeze_panes(1, sheet.fixed)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
    page.ignore_errors({"number_stored_as_text": f"A1:XFD{last + 1}"})
    _set_up_print(page, sheet)


def _set_up_print(page: "Worksheet", sheet: Sheet) -> None:
    page.set_landscape()
    page.set_paper(9)  # A4
    page.repeat_rows(0)
    page.set_footer("&C&P / &N")
    if sum(column.width for column in sheet.columns) <= _PAGE_WIDTH:
        page.fit_to_pages(1, 0)
    elif sheet.fixed:
        page.repeat_columns(0, sheet.fixed - 1)


def _height(cells: Sequence[CellValue], sheet: Sheet, *, wrapped: Collection[Look] = frozenset(Look)) -> int:
    """The height of a row in points: programs other than Excel do not find it out by themselves."""
    lines = [
        ceil(_across(one_line(cell)) / column.width)
        for cell, column in zip(cells, sheet.columns, strict=True)
        if isinstance(cell, str) and column.look in wrapped
    ]
    return _LINE_HEIGHT * min(max([1, *lines]), _MOST_LINES)


def _across(text: str) -> int:
    """How wide a text is, a Chinese character being twice as wide as another."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def _write(page: "Worksheet", down: int, at: int, cell: CellValue, look: Look, formats: _Formats) -> None:
    match cell:
        case None:
            page.write_blank(down, at, None, formats.word)
        case bool():
            page.write_boolean(down, at, cell, formats.word)
        case int():
            page.write_number(down, at, cell, formats.word)
        case Decimal() if len(cell.normalize().as_tuple().digits) <= _DIGITS:
            # As a Decimal: through a double the library would write 94.34999999999999 for 94.35.
            page.write_number(down, at, cast("float", cell), formats.number(cell))
        case Decimal():
            page.write_string(down, at, f"{cell:f}", formats.word)
        case str():
            page.write_string(down, at, _text(cell), formats.text(look))
        case _:
            assert_never(cell)


def _text(text: str) -> str:
    return _fitting(one_line(text), LONGEST)


def _fitting(text: str, most: int) -> str:
    """The text in at most so many UTF-16 units, its end marked where it was cut."""
    if _units(text) <= most:
        return text
    kept = text[: most - len(CUT)]
    while _units(kept) > most - len(CUT):
        kept = kept[: len(kept) - (_units(kept) - (most - len(CUT)) + 1) // 2]
    return kept + CUT


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
