"""Which place a report is about: names that begin like words of a sentence are names, and such words are none."""

import pytest

from summarizer.reading import ReportMeta, read

NUMBER_OF_CONGRESS = "第十届人民代表大会第三次会议"
REVIEW = "一年来，我们坚持以人民为中心的发展思想，紧紧围绕中心工作依法履职，各项工作取得了新的成效。\n" * 3
NAMES = (
    "于田县", "于洪区", "向阳区", "向阳乡", "对山镇", "由里镇", "全州县", "全椒县", "全胜镇", "本溪市", "本溪满族自治县",
    "本斋镇", "新县", "新河县", "老河镇", "我山乡", "河南省焦作市",
)  # fmt: skip


def _meta(text: str) -> ReportMeta:
    return read((text + REVIEW).encode(), name="r.txt").meta


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "head",
    [
        pytest.param("政府工作报告\n——2024年1月12日在{name}{number}上\n各位代表：\n", id="occasion"),
        pytest.param("{name}人民政府工作报告\n各位代表：\n", id="title"),
        pytest.param("2024年{name}政府工作报告\n各位代表：\n", id="title with a year"),
        pytest.param("政府工作报告\n{name}人民政府县长 田一禾\n各位代表：\n", id="speaker"),
        pytest.param("工作报告\n各位代表：\n我受{name}人大常委会委托，向大会报告工作。\n", id="mandate"),
        pytest.param(
            "{name}{number}隆重开幕\n1月12日上午，{name}{number}隆重开幕，应到代表181名。\n", id="news"
        ),
        pytest.param("隆重开幕\n1月12日上午，{name}{number}举行，应到代表181名。\n", id="sentence"),
    ],
)
def test_names_that_begin_like_words_of_a_sentence(head: str, name: str) -> None:
    assert _meta(head.format(name=name, number=NUMBER_OF_CONGRESS)).place_zh == name


@pytest.mark.parametrize("word", ["全市", "我县", "本区", "新区", "全州", "各县区", "我们县", "本届市"])
def test_words_for_the_place_itself_are_no_names(word: str) -> None:
    assert _meta(f"政府工作报告\n——2024年1月12日在{word}{NUMBER_OF_CONGRESS}上\n各位代表：\n").place_zh == ""
    assert _meta(f"{word}人大常委会2023年工作报告\n各位代表：\n").place_zh == ""


@pytest.mark.parametrize("preposition", ["于", "向", "对", "出席", "参加"])
def test_a_preposition_in_a_sentence_is_no_part_of_the_name(preposition: str) -> None:
    text = f"县长作报告\n1月12日上午，{preposition}石河县{NUMBER_OF_CONGRESS}作报告，代表181名。\n"
    assert _meta(text).place_zh == "石河县"


def test_the_whole_prefecture_is_no_county() -> None:
    told = "围绕中心 依法履职\n——县人大常委会工作报告导读\n五年来，全县上下同心，位居全州前列，全县农业稳居全州第一，全县满意。\n"
    assert _meta(told).place_zh == ""


def test_a_clause_of_a_title_is_no_place() -> None:
    assert (
        _meta("周明远在市人大常委会会议上强调 依法履职尽责\n2月3日，市人大常委会召开会议。\n").place_zh == ""
    )
