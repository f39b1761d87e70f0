"""`summarizer brief`: a briefing and nothing else, in each format and length."""

import pytest

from cli.runs import Cli


def test_brief_prints_a_briefing_and_nothing_else(cli: Cli) -> None:
    result = cli("brief", "fengqiao.txt")
    assert (result.code, result.err) == (0, "")
    assert result.text.startswith("# ")
    assert "12 special work reports" in result.text
    assert "no language model was used" in result.text


@pytest.mark.parametrize(
    ("form", "start", "quoted"),
    [
        pytest.param("md", "# ", False, id="Markdown has the places only"),
        pytest.param("txt", "Work Report", False, id="so has plain text"),
        pytest.param("html", "<!DOCTYPE html>", True, id="a web page has the words too"),
    ],
)
def test_brief_writes_each_format_with_its_usual_notes(cli: Cli, form: str, start: str, quoted: bool) -> None:
    result = cli("brief", "fengqiao.txt", "--format", form)
    assert (result.code, result.err) == (0, "")
    assert result.text.startswith(start)
    full = cli("brief", "fengqiao.txt", "--format", form, "--notes", "full").text
    short = cli("brief", "fengqiao.txt", "--format", form, "--notes", "short").text
    assert short != full and result.text == (full if quoted else short)


def test_brief_is_as_long_as_it_is_asked_to_be(cli: Cli) -> None:
    short, standard, full = (
        cli("brief", "fengqiao.txt", "--length", length).text for length in ("short", "standard", "full")
    )
    assert len(short) < len(standard) <= len(full)
    assert "## Indicators" not in short and "## Closing account" in short
    assert "听取" in cli("brief", "fengqiao.txt", "--length", "short", "--bilingual").text
