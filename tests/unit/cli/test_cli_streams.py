"""Text for terminals and streams."""

import pytest

from summarizer.cli.streams import for_terminal, one_line, readable


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


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("报告\ta\nb\r\n", "报告\ta\nb\r\n", id="plain"),
        pytest.param("\x1b[1;31mred\x1b[0m", "\x1b[1;31mred\x1b[0m", id="our own colours"),
        pytest.param("\x1b[8mhidden", "\\u001b[8mhidden", id="hidden text"),
        pytest.param("\x1b]8;;http://x\x1b\\y", "\\u001b]8;;http://x\\u001b\\y", id="link"),
        pytest.param("\x1b]0;t\x07", "\\u001b]0;t\\u0007", id="title"),
        pytest.param("12\b\b99", "12\\u0008\\u000899", id="backspace"),
        pytest.param("12\r99", "12\\u000d99", id="carriage return"),
        pytest.param("\x9b31m\x85", "\\u009b31m\\u0085", id="C1"),
        pytest.param("\u202e99\u2066", "\\u202e99\\u2066", id="direction"),
        pytest.param("\x7f\x00", "\\u007f\\u0000", id="delete and null"),
    ],
)
def test_nothing_in_a_text_steers_a_terminal(text: str, shown: str) -> None:
    assert for_terminal(text) == shown
