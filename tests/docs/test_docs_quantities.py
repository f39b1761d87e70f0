"""docs/quantities.md and docs/verification.md say what the program does: every example of their tables is run."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarizer.cli.claims_in import claim_of_json
from summarizer.pipeline import survey
from summarizer.quantities import Indicator, Inventory, Kind, Mention, mentions_en, mentions_zh, number_text
from summarizer.reading import Document, Source
from summarizer.verify import Reason, Verdict, check

DOCS = Path(__file__).parent.parent.parent / "docs"

Row = dict[str, str]


def rows(page: str, *columns: str) -> Iterator[Row]:
    """The rows of the page's tables that have these columns, as texts without backticks."""
    header: list[str] = []
    for line in (DOCS / page).read_text(encoding="utf-8").splitlines():
        cells = [cell.strip().strip("`") for cell in line[1:-1].split("|")] if line.startswith("|") else []
        if not cells:
            header = []
        elif not header:
            header = cells
        elif set(columns) <= set(header) and not set(line) <= set("|- "):
            yield dict(zip(header, cells, strict=True))


def named(page: str, *columns: str) -> list[object]:
    found = [
        pytest.param(row, id=f"{n}-{row[columns[0]][:24]}") for n, row in enumerate(rows(page, *columns), 1)
    ]
    assert found, f"{page} has no table with the columns {columns}"
    return list(found)


def source_of(text: str) -> Inventory:
    return survey(Document(text, Source("docs", "", "text/plain", "utf-8")))


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


@pytest.mark.parametrize("row", named("verification.md", "Reason", "Source", "Claim", "Verdict"))
def test_a_claim_of_the_page_has_the_verdict_of_the_page(row: Row) -> None:
    source = source_of(row["Source"].replace("⏎", "\n"))
    found = check(claim_of_json(json.loads(row["Claim"]), where="docs"), source)
    assert (found.verdict, found.reason) == (row["Verdict"], row["Reason"])


def test_every_verdict_and_reason_stands_on_the_page() -> None:
    page = (DOCS / "verification.md").read_text(encoding="utf-8")
    missing = [str(word) for word in [*Verdict, *Reason] if f"`{word}`" not in page]
    assert missing == []
