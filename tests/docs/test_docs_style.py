"""docs/style-of-english.md says how the English is written: every example of its tables is run."""

import pytest
from doc_tables import Row, named

from summarizer.digest import figure_en, name_of
from summarizer.offline.names import name_en
from summarizer.pipeline import digest_report
from summarizer.reading import Document, Source


@pytest.mark.parametrize("row", named("style-of-english.md", "Phrase", "Unit", "Name"))
def test_a_phrase_of_the_page_has_the_name_of_the_page(row: Row) -> None:
    assert name_en(row["Phrase"], row["Unit"]) == row["Name"]


@pytest.mark.parametrize("row", named("style-of-english.md", "Source", "Sentence", "In a table"))
def test_a_figure_of_the_page_is_told_and_listed_as_the_page_says(row: Row) -> None:
    digest = digest_report(Document(row["Source"], Source("docs", "", "text/plain", "utf-8")))
    told = [sentence.text for section in digest.sections for sentence in section.sentences]
    listed = [f"{name_of(figure)}: {figure_en(figure)}" for figure in digest.indicators]
    assert (told, listed) == ([row["Sentence"]] if row["Sentence"] else [], [row["In a table"]])
