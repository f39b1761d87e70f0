"""Foreign text in Markdown shows its characters and does nothing else."""

import pytest

from summarizer.render.escape import inline, one_line, window


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        pytest.param("a|b", r"a\|b", id="cell border"),
        pytest.param("[x](http://y.cn)", r"\[x\](http\://y.cn)", id="link"),
        pytest.param("见www.x.cn", r"见www\.x.cn", id="bare link"),
        pytest.param("<script>", r"\<script\>", id="html"),
        pytest.param("&lt;", r"\&lt;", id="entity"),
        pytest.param("***人次", r"\*\*\*人次", id="mask"),
        pytest.param("a`b`", r"a\`b\`", id="code"),
        pytest.param("# 一", r"\# 一", id="heading"),
        pytest.param("- 一", r"\- 一", id="bullet"),
        pytest.param("2. 二", r"2\. 二", id="numbered"),
        pytest.param("94.35 percent", "94.35 percent", id="decimal stays"),
        pytest.param("a_b_c.txt", "a_b_c.txt", id="underscore in a word stays"),
        pytest.param("_x_", r"\_x\_", id="underscore around"),
        pytest.param("一\n\n二\t三", "一二三", id="line breaks in Chinese"),
        pytest.param("one\r\ntwo", "one two", id="line breaks in English"),
        pytest.param("1\u202e23", "123", id="direction override"),
        pytest.param("[^1]: x", r"\[^1\]: x", id="footnote"),
        pytest.param("$x$ ~~y~~", r"\$x\$ \~\~y\~\~", id="formula and strike"),
    ],
)
def test_inline_escapes(text: str, markdown: str) -> None:
    assert inline(text) == markdown


def test_one_line_has_no_control_characters() -> None:
    assert one_line("\x00a\x1b[31m\u2028b\ufeff") == "a [31m b"


@pytest.mark.parametrize(
    ("quote", "number", "shown"),
    [
        pytest.param("制定法规3件", "3件", "制定法规3件", id="short quote whole"),
        pytest.param("前" * 60 + "3件", "3件", "…" + "前" * 38 + "3件", id="number last"),
        pytest.param("3件" + "后" * 60, "3件", "3件" + "后" * 38 + "…", id="number first"),
    ],
)
def test_window_keeps_the_number(quote: str, number: str, shown: str) -> None:
    at = quote.index(number)
    assert window(quote, at, at + len(number)) == shown


def test_window_in_the_middle_cuts_both_ends() -> None:
    shown = window("前" * 60 + "3件" + "后" * 60, 60, 62)
    assert shown.startswith("…前") and shown.endswith("后…") and "3件" in shown and len(shown) == 42


def test_window_takes_places_outside_the_quote_for_its_ends() -> None:
    assert window("三件", -5, 99) == "三件"


def test_window_cuts_a_number_that_is_too_long() -> None:
    assert len(window("9" * 500, 0, 500)) == 40
