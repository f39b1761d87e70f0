"""English nouns that stand for Chinese words: the validator, and what the table may not hold."""

import re

import pytest

from summarizer.errors import LexiconError
from summarizer.lexicon import synonyms_of_units, synonyms_of_words, units
from summarizer.lexicon.synonyms import COLUMNS, synonyms_in
from summarizer.lexicon.table import rows

HEADER = "\t".join(COLUMNS) + "\n"


@pytest.mark.parametrize(
    ("row", "says"),
    [
        pytest.param("\tofficial\tword", "the column 'zh' is empty", id="no Chinese"),
        pytest.param("干部\t\tword", "the column 'en' is empty", id="no English"),
        pytest.param("干部\tOfficial\tword", "no English words in small letters", id="capital"),
        pytest.param("干部\tofficial, cadre\tword", "parted by one blank", id="comma"),
        pytest.param("干部\tofficial\tnoun", "'noun' is no use", id="use"),
        pytest.param("干部\tofficial\tword\n干部\tcadre\tword", "stands already", id="twice"),
    ],
)
def test_a_bad_row_is_refused(row: str, says: str) -> None:
    with pytest.raises(LexiconError) as caught:
        synonyms_in(rows("t.tsv", HEADER + row + "\n", COLUMNS))
    assert says in str(caught.value)


def test_measure_words_of_the_table_are_units() -> None:
    assert [zh for zh in synonyms_of_units() if zh not in units()] == []


def test_words_are_chinese() -> None:
    assert [zh for zh in synonyms_of_words() if not re.fullmatch("[一-鿿]+", zh)] == []
