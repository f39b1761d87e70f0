"""Headings: whole, by pattern, or not at all."""

import pytest

from summarizer.offline import heading_en


@pytest.mark.parametrize(
    ("title_zh", "expected"),
    [
        pytest.param("2023年工作回顾", "Review of Work in 2023", id="year and review"),
        pytest.param("一、2022年的主要工作", "Main Work in 2022", id="numbered, with 的"),
        pytest.param("2025年主要目标任务", "Main Targets and Tasks for 2025", id="targets"),
        pytest.param("过去五年主要工作", "Main Work of the Past Five Years", id="five years past"),
        pytest.param("过去一年的主要工作", "Main Work of the Past Year", id="one year past"),
        pytest.param(
            "今后五年工作建议", "Suggestions for Work over the Next Five Years", id="five years to come"
        ),
        pytest.param("存在的问题", "Problems", id="problems"),
        pytest.param("（三）加强自身建设", "Strengthening Institutional Self-improvement", id="gerund"),
        pytest.param(
            "拓宽民主渠道，提高立法质量",
            "Broadening Democratic Channels, Improving the Quality of Legislation",
            id="two clauses",
        ),
        pytest.param("扎实开展地方立法", "Conducting Local Legislation", id="manner left out"),
        pytest.param(
            "聚焦社会公平正义强化监督",
            "Focusing on Social Fairness and Justice, Reinforcing Oversight",
            id="two verbs in one clause",
        ),
        pytest.param(
            "聚焦环境保护持续监督",
            "Sustained Oversight Focused on Environmental Protection",
            id="oversight of something",
        ),
        pytest.param(
            "立法工作质量有效提升", "Improvement in the Quality of Legislative Work", id="what became better"
        ),
        pytest.param("助推民生福祉改善", "Improving People's Wellbeing", id="promoting an improvement"),
        pytest.param("政治引领", "Political Guidance", id="noun"),
        pytest.param("四是强化政治引领", "Reinforcing Political Guidance", id="run-in number"),
    ],
)
def test_headings(title_zh: str, expected: str) -> None:
    assert heading_en(title_zh) == expected


@pytest.mark.parametrize(
    "title_zh",
    [
        pytest.param("", id="empty"),
        pytest.param("魑魅魍魉", id="unknown"),
        pytest.param("加强魑魅魍魉", id="known verb, unknown object"),
        pytest.param("加强自身建设，魑魅魍魉", id="one clause of two"),
        pytest.param("提升旅游业发展质效", id="a verb that is a noun there"),
    ],
)
def test_what_is_not_understood_stays_chinese(title_zh: str) -> None:
    assert heading_en(title_zh) == ""
