"""Names of one thing: the validator, and what the table makes of names."""

import pytest

from summarizer.errors import LexiconError
from summarizer.lexicon import canonical
from summarizer.lexicon.alike import COLUMNS, names_alike, names_in
from summarizer.lexicon.table import rows

HEADER = "\t".join(COLUMNS) + "\n"


@pytest.mark.parametrize(
    ("row", "says"),
    [
        pytest.param("\t生产总值", "the column 'zh' is empty", id="no name"),
        pytest.param("gdp\t", "the column 'like' is empty", id="no other"),
        pytest.param("gdp\t生产总值\ngdp\t产值", "stands already", id="twice"),
        pytest.param("gdp\t生产总值\n生产总值\t产值", "stands in both columns", id="chain"),
    ],
)
def test_a_bad_row_is_refused(row: str, says: str) -> None:
    with pytest.raises(LexiconError) as caught:
        names_in(rows("t.tsv", HEADER + row + "\n", COLUMNS))
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("GDP增速", "地区生产总值增长"),
        ("规上工业增加值", "规模以上工业增加值"),
        ("R&D经费", "研发经费"),
        ("办结率上升", "办结率提高"),
        ("医保参保率", "医疗保险参保率"),
    ],
)
def test_names_of_one_thing_meet(name: str, same: str) -> None:
    assert canonical(name) == canonical(same)


def test_every_name_is_compared_as_itself_in_the_end() -> None:
    assert [like for like in names_alike().values() if canonical(like) != like] == []
