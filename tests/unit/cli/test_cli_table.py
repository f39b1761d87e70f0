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
