"""Names that are not understood whole: what is counted is told, and nothing that the words left out could turn around."""

import pytest

from summarizer.offline.names import english_name, gist_name, name_en


@pytest.mark.parametrize(
    ("name_zh", "unit", "expected"),
    [
        pytest.param("培育魑魅创新型企业", "家", "… innovation-oriented enterprises fostered", id="modifier left out"),
        pytest.param("魑魅等项目建成投产", "个", "… projects completed and put into operation", id="list and verb at the end"),
        pytest.param("对魑魅情况开展执法检查", "次", "… law enforcement inspections conducted", id="what it is about left out"),
        pytest.param("魑魅获得金牌", "枚", "… gold medals won", id="who left out"),
        pytest.param("城镇化率较魑魅末提高", "个百分点", "… increase in the urbanization rate", id="comparison left out"),
        pytest.param("企业通过魑魅进入资本市场", "家", "… enterprises", id="the unit counts who does it"),
        pytest.param("农业转移人口在魑魅落户", "", "… rural migrants", id="people without a measure word"),
        pytest.param("魑魅", "元", "… amount", id="money of anything"),
        pytest.param("魑魅增长", "%", "… growth", id="growth of anything"),
        pytest.param("魑魅下降", "%", "… decrease", id="fall of anything"),
        pytest.param("魑魅", "人", "… people", id="people of any kind"),
        pytest.param("取缔“魑魅”企业", "家", "… enterprises shut down", id="quoted words left out"),
        pytest.param("對魑魅開展執法檢查", "次", "… law enforcement inspections conducted", id="traditional characters"),
    ],
)  # fmt: skip
def test_the_gist_is_told(name_zh: str, unit: str, expected: str) -> None:
    assert english_name(name_zh, unit) == ""
    assert name_en(name_zh, unit) == expected


@pytest.mark.parametrize(
    ("name_zh", "unit"),
    [
        pytest.param("魑魅未办结代表建议", "件", id="not"),
        pytest.param("不起诉魑魅率", "件", id="no prosecution"),
        pytest.param("每魑魅拥有托位数", "个", id="for each of something"),
        pytest.param("魑魅魍魉", "个", id="nothing known"),
        pytest.param("", "元", id="no name"),
    ],
)
def test_no_gist_of_what_could_be_turned_around(name_zh: str, unit: str) -> None:
    name = name_en(name_zh, unit)
    assert name in {"", "… amount"} or not any(word in name for word in ("handled", "prosecut", "number"))


@pytest.mark.parametrize("size", ["10", "两", "50"])
def test_a_size_is_never_cut_in_two(size: str) -> None:
    assert "worth" not in name_en(f"魑魅{size}亿元以上项目", "个")


@pytest.mark.parametrize("piece", ["建设项目", "支持的", "魑魅", "企业、"])
def test_a_name_as_long_as_a_report_costs_nothing(piece: str) -> None:
    assert gist_name(piece * 1000, "个") == ""


def test_an_amount_keeps_all_its_words_or_none() -> None:
    assert name_en("魑魅服务业利润增长", "%") in {"… growth of profits", "… growth"}


def test_a_verb_is_never_said_of_another_verbs_object() -> None:
    assert "guided" not in name_en("指导街道魑魅建成文化广场", "个")


def test_changes_are_never_told_as_levels() -> None:
    assert name_en("魑魅投资比上年增加", "元").split()[1] in {"increase", "year-on-year"}
