"""docs/quantities.md says what the program does: every example of its tables is run."""

import pytest
from doc_tables import Row, named, source_of

from summarizer.quantities import Indicator, Kind, Mention, mentions_en, mentions_zh, number_text


def value(mention: Mention) -> str:
    top = number_text(mention.value_max)
    return (number_text(mention.value) or "none") + (f" to {top}" if top else "")


def indicator(row: Row) -> Indicator:
    found = [i for i in source_of(row["Text"]).indicators if i.mention.text == row["Figure"]]
    assert len(found) == 1, [i.mention.text for i in source_of(row["Text"]).indicators]
    return found[0]


@pytest.mark.parametrize("row", named("quantities.md", "Text", "Figure", "Value", "Unit", "Qualifier"))
def test_a_figure_of_the_page_is_read_as_the_page_says(row: Row) -> None:
    mention = indicator(row).mention
    assert (value(mention), mention.unit, mention.qualifier) == (row["Value"], row["Unit"], row["Qualifier"])


@pytest.mark.parametrize("row", named("quantities.md", "Qualifier", "Said by", "Text", "Figure", "Value"))
def test_a_qualifier_of_the_page_is_read_as_the_page_says(row: Row) -> None:
    mention = indicator(row).mention
    assert (value(mention), mention.qualifier) == (row["Value"], row["Qualifier"])


@pytest.mark.parametrize("row", named("quantities.md", "Kind", "Text", "Number"))
def test_a_number_that_is_no_figure_has_the_kind_of_the_page(row: Row) -> None:
    assert [(m.kind.value, m.text) for m in mentions_zh(row["Text"])] == [(row["Kind"], row["Number"])]


@pytest.mark.parametrize("row", named("quantities.md", "Text", "Figure", "Counts"))
def test_a_figure_of_the_page_counts_what_the_page_says(row: Row) -> None:
    assert indicator(row).name_zh == row["Counts"]


@pytest.mark.parametrize(
    "row", named("quantities.md", "Text", "Figure", "Period", "Aspect", "Category", "Key")
)
def test_a_figure_of_the_page_has_the_period_aspect_category_and_key_of_the_page(row: Row) -> None:
    found = indicator(row)
    assert (found.period, found.aspect, found.category, found.key) == (
        row["Period"],
        row["Aspect"],
        row["Category"],
        row["Key"],
    )


def english_figure(row: Row) -> Mention:
    found = [m for m in mentions_en(row["English"]) if m.text == row["Figure"]]
    assert len(found) == 1, mentions_en(row["English"])
    assert found[0].kind is Kind.INDICATOR
    return found[0]


@pytest.mark.parametrize("row", named("quantities.md", "English", "Figure", "Value", "Unit", "Qualifier"))
def test_an_english_figure_of_the_page_is_read_as_the_page_says(row: Row) -> None:
    mention = english_figure(row)
    assert (value(mention), mention.unit, mention.qualifier) == (row["Value"], row["Unit"], row["Qualifier"])


@pytest.mark.parametrize(
    "row", named("quantities.md", "Qualifier", "Said in English by", "English", "Figure", "Value")
)
def test_an_english_qualifier_of_the_page_is_read_as_the_page_says(row: Row) -> None:
    mention = english_figure(row)
    assert (value(mention), mention.qualifier) == (row["Value"], row["Qualifier"])


@pytest.mark.parametrize("row", named("quantities.md", "Kind", "English", "Number"))
def test_an_english_number_that_is_no_figure_has_the_kind_of_the_page(row: Row) -> None:
    assert [(m.kind.value, m.text) for m in mentions_en(row["English"])] == [(row["Kind"], row["Number"])]
