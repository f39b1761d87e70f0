"""Text for terminals and streams."""

import pytest

from summarizer.cli.streams import one_line, readable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("报告 a", "报告 a", id="plain"),
        pytest.param("a\n  b\u3000c\r", "a b c", id="breaks and blanks"),
        pytest.param("a\x1b[31mb", "a\\x1b[31mb", id="escape sequence"),
        pytest.param("\u202eabc", "\\u202eabc", id="turned round"),
    ],
)
def test_one_line(text: str, shown: str) -> None:
    assert one_line(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param(
            "报告".encode().decode("ascii", "surrogateescape"), "报告", id="undecoded by the locale"
        ),
        pytest.param("a\udcff", "a\\xff", id="no UTF-8"),
        pytest.param("a\ud800", "a\\ud800", id="half a pair"),
    ],
)
def test_readable(text: str, shown: str) -> None:
    assert readable(text) == shown
    assert readable(text).encode("utf-8")
