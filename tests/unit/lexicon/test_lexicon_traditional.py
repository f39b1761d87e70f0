"""Traditional characters: one simplified one for each, and the table's validator."""

import pytest

from summarizer.errors import LexiconError
from summarizer.lexicon import simplified
from summarizer.lexicon.table import rows
from summarizer.lexicon.traditional import COLUMNS, traditional_in

HEADER = "\t".join(COLUMNS) + "\n"
GOOD = "畝\t亩\t\n"


@pytest.mark.parametrize(
    ("row", "says"),
    [
        pytest.param("\t亩\t", "the column 'traditional' is empty", id="no traditional"),
        pytest.param("萬\t\t", "the column 'simplified' is empty", id="no simplified"),
        pytest.param("億萬\t亿万\t", "no two characters", id="more than one"),
        pytest.param("万\t万\t", "no two characters", id="the same"),
        pytest.param("畝\t亩\t", "stands already", id="doubled"),
        pytest.param("田\t畝\t", "itself a traditional character", id="simplified is traditional"),
    ],
)
def test_a_bad_row_is_refused_with_its_line(row: str, says: str) -> None:
    with pytest.raises(LexiconError) as caught:
        traditional_in(rows("traditional.tsv", f"{HEADER}{GOOD}{row}\n", COLUMNS))
    assert says in str(caught.value)
    assert caught.value.where == "traditional.tsv line 3"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("完成營造林2.8萬畝，新增養老床位460張", "完成营造林2.8万亩，新增养老床位460张"),
        ("著名的乾隆年间", "著名的乾隆年间"),
        ("𠮷野家 PM2.5", "𠮷野家 PM2.5"),
    ],
)
def test_every_place_stays_what_it_is(text: str, plain: str) -> None:
    assert simplified(text) == plain
    assert len(simplified(text)) == len(text)
