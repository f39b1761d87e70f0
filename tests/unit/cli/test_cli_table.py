"""Tables for people."""

import pytest

from summarizer.cli.table import table

HEADERS = ("unit", "verdict", "message")
ROWS = [("人次", "supported", "as in\nthe source"), ("%", "contradicted", "not")]


def test_plain_columns_count_chinese_as_two() -> None:
    assert table(HEADERS, ROWS, color="auto") == (
        "unit  verdict       message\n"
        "人次  supported     as in the source\n"
        "%     contradicted  not\n"
    )  # fmt: skip


def test_a_table_without_rows_is_its_headers() -> None:
    assert table(HEADERS, [], color="never") == "unit  verdict  message\n"


def test_color_is_forced_on_only_when_asked() -> None:
    assert "\x1b[" not in table(HEADERS, ROWS, color="auto")
    assert "\x1b[" in table(HEADERS, ROWS, color="always")


@pytest.mark.parametrize(("no_color", "colored"), [("", True), ("1", False)])
def test_a_terminal_has_color_unless_told_otherwise(
    no_color: str, colored: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    drawn = table(HEADERS, ROWS, color="auto")
    assert ("\x1b[" in drawn) == colored
    assert "─" in drawn
    assert "\x1b[" not in table(HEADERS, ROWS, color="never")


def test_a_long_cell_does_not_widen_its_column_for_the_others() -> None:
    rows = [("a", "x" * 200, "one"), ("b", "y", "two")]
    assert table(HEADERS, rows, color="never").splitlines()[2] == "b     y        two"


@pytest.mark.parametrize("columns", [80, 120])
def test_a_sentence_has_the_width_of_the_terminal_to_itself(
    columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    message = "word " * (columns // 5 - 2)
    drawn = table(HEADERS, [("人次", "supported", message)], color="never", sentences=True)
    assert drawn.splitlines()[2:] == ["人次  supported", "    " + message.rstrip()]
