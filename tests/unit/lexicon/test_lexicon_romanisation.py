"""Names of people, and headings that stay untranslated."""

import pytest

from summarizer.errors import LexiconError
from summarizer.lexicon import person_name, pinyin
from summarizer.lexicon.romanisation import COLUMNS, readings_in
from summarizer.lexicon.table import rows


@pytest.mark.parametrize(
    ("row", "says"),
    [
        pytest.param("Shan\tShan\t", "is not all Chinese characters", id="Latin for Chinese"),
        pytest.param("单\t\t", "the column 'pinyin' is empty", id="no reading"),
        pytest.param("单\tshàn\t", "is no pinyin", id="with a tone"),
        pytest.param("单\tshan  dan\t", "is no pinyin", id="two blanks"),
        pytest.param("仇\tchou\t", "stands already", id="doubled"),
    ],
)
def test_a_bad_reading_is_refused_with_its_line(row: str, says: str) -> None:
    text = "\t".join(COLUMNS) + f"\n仇\tQiu\t\n{row}\n"
    with pytest.raises(LexiconError) as caught:
        readings_in(rows("surnames.tsv", text, COLUMNS))
    assert says in str(caught.value)
    assert caught.value.where == "surnames.tsv line 3"


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        pytest.param("高启东", "Gao Qidong", id="surname first"),
        pytest.param("谷明", "Gu Ming", id="two characters"),
        pytest.param("龚 正", "Gong Zheng", id="a blank inside"),
        pytest.param("龚\u3000正", "Gong Zheng", id="a wide blank inside"),
        pytest.param("单志刚", "Shan Zhigang", id="surname read differently: 单"),
        pytest.param("仇和", "Qiu He", id="surname read differently: 仇"),
        pytest.param("解振华", "Xie Zhenhua", id="surname read differently: 解"),
        pytest.param("曾庆红", "Zeng Qinghong", id="surname read differently: 曾"),
        pytest.param("查培新", "Zha Peixin", id="surname read differently: 查"),
        pytest.param("朴正", "Piao Zheng", id="surname read differently: 朴"),
        pytest.param("尉迟恭", "Yuchi Gong", id="double surname with its own reading"),
        pytest.param("欧阳修文", "Ouyang Xiuwen", id="double surname"),
        pytest.param("吕建国", "Lyu Jianguo", id="ü as yu"),
        pytest.param("李长安", "Li Chang'an", id="apostrophe, and 长 as in names"),
        pytest.param("那顺孟和", "Nashunmenghe", id="four characters without a double surname"),
        pytest.param("买买提·艾力", "Maimaiti Aili", id="a dot between the parts"),
        pytest.param("张三（女）", "Zhang San", id="a note in brackets"),
        pytest.param("***", "***", id="masked"),
        pytest.param("", "", id="empty"),
    ],
)
def test_names_of_people(zh: str, en: str) -> None:
    assert person_name(zh) == en


@pytest.mark.parametrize(
    ("zh", "spelt"),
    [
        ("加强自身建设", "Jiaqiang zishen jianshe"),
        ("（一）强化监督，提高实效", "(yi) qianghua jiandu, tigao shixiao"),
        ("2023年工作", "2023 nian gongzuo"),
        ("", ""),
    ],
)
def test_headings_are_spelt_in_words(zh: str, spelt: str) -> None:
    assert pinyin(zh) == spelt
