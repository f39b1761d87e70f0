"""Traditional characters: one simplified one for each, and the table's validator."""

import pytest

from summarizer.errors import LexiconError
from summarizer.lexicon import is_traditional, plain, simplified
from summarizer.lexicon.table import rows
from summarizer.lexicon.traditional import COLUMNS, SHARED_COLUMNS, shared_in, traditional_in

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


@pytest.mark.parametrize(
    ("row", "says"),
    [
        pytest.param("著\t着\t\t显名\t", "'显名' does not hold '著'", id="word without it"),
        pytest.param("著\t著\t\t\t", "no two characters", id="the same"),
        pytest.param("乾\t\t\t\t", "the column 'simplified' is empty", id="no simplified"),
    ],
)
def test_a_bad_row_of_a_shared_character_is_refused(row: str, says: str) -> None:
    header = "\t".join(SHARED_COLUMNS)
    with pytest.raises(LexiconError) as caught:
        shared_in(rows("both_scripts.tsv", f"{header}\n{row}\n", SHARED_COLUMNS))
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("關於沿著發展道路，成效顯著，徵求意見後反覆研究", "关于沿着发展道路，成效显著，征求意见后反复研究"),
        (
            "覆蓋面擴大，幹部瞭解情況，站高瞭望，乾淨的乾隆花園",
            "覆盖面扩大，干部了解情况，站高瞭望，干净的乾隆花园",
        ),
        ("臺灣、台灣與裡、裏、衞、衛、説、說、羣、綫", "台湾、台湾与里、里、卫、卫、说、说、群、线"),
    ],
)
def test_characters_of_both_scripts_are_simplified_in_a_traditional_text(text: str, expected: str) -> None:
    assert is_traditional(text)
    assert simplified(text) == expected
    assert simplified(expected) is expected


def test_in_a_simplified_text_they_stay() -> None:
    text = "於先生著书论乾坤，覆盖面广，瞭望塔下张瑄的名字写作張瑄，其余都是简体字，前後一致"
    assert not is_traditional(text)
    assert simplified(text) == text.replace("張", "张")


def test_letters_digits_and_their_signs_in_half_width() -> None:
    assert plain("ＧＤＰ增长１２．５％，（一）是：") == "GDP增长12.5%，（一）是："
    text = "GDP增长12.5%"
    assert plain(text) is text
