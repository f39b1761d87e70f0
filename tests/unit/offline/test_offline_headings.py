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
            "Broadening Democratic Channels and Improving the Quality of Legislation",
            id="two clauses",
        ),
        pytest.param("扎实开展地方立法", "Carrying Out Local Legislation", id="manner left out"),
        pytest.param(
            "聚焦社会公平正义强化监督",
            "Strengthening Oversight with a Focus on Social Fairness and Justice",
            id="two verbs in one clause",
        ),
        pytest.param(
            "聚焦环境保护持续监督",
            "Sustained Oversight of Environmental Protection",
            id="oversight of something",
        ),
        pytest.param(
            "立法工作质量有效提升", "Improvement in the Quality of Legislative Work", id="what became better"
        ),
        pytest.param("助推民生福祉改善", "Improving People's Wellbeing", id="promoting an improvement"),
        pytest.param("政治引领", "Political Guidance", id="noun"),
        pytest.param("四是强化政治引领", "Strengthening Political Guidance", id="run-in number"),
        pytest.param(
            "创新建议办理机制", "Innovating in Mechanisms for Handling Suggestions", id="act before thing"
        ),
        pytest.param("自觉坚持党的领导", "Upholding Party Leadership", id="no article"),
        pytest.param(
            "提升旅游业发展质效",
            "Improving the Quality and Effectiveness of the Development of Tourism",
            id="heads one around the other",
        ),
        pytest.param(
            "提升医疗卫生服务能力", "Improving Capacity for Medical and Health Services", id="capacity"
        ),
        pytest.param(
            "依法行政能力不断提高",
            "Improvement in Capacity for Law-based Government Administration",
            id="better capacity",
        ),
        pytest.param("改革开放取得新进展", "New Progress in Reform and Opening Up", id="new progress"),
        pytest.param("民生福祉得到新改善", "Further Improvement in People's Wellbeing", id="new improvement"),
        pytest.param(
            "推动代表工作开创新局面",
            "Opening New Prospects for Work Related to Deputies",
            id="made to come about",
        ),
        pytest.param("保持投资较快增长", "Maintaining Fast Growth in Investment", id="kept up"),
        pytest.param(
            "坚持以科技创新引领产业创新",
            "Leading Industrial Innovation Through Scientific and Technological Innovation",
            id="by what means",
        ),
        pytest.param(
            "在服务高质量发展中提升监督实效",
            "Improving the Effectiveness of Oversight in Serving High-quality Development",
            id="in what field",
        ),
        pytest.param("联系群众更紧密", "Closer Contact with the Public", id="more so"),
        pytest.param(
            "第二，加快国有企业改革", "Accelerating Reform of State-owned Enterprises", id="numbered in words"
        ),
        pytest.param(
            "这五年，我们坚持改革开放", "Upholding Reform and Opening Up", id="span of years before it"
        ),
        pytest.param("抓民生福祉，增进民生福祉", "Improving People's Wellbeing", id="one thing twice"),
        pytest.param(
            "“十三五”时期工作回顾", "Review of Work in the 13th Five-Year Plan Period", id="plan period"
        ),
        pytest.param(
            "2025年贵州省政府工作报告",
            "2025 Work Report of the Guizhou Provincial People's Government",
            id="the report's own title",
        ),
        pytest.param(
            "1994年国务院政府工作报告", "1994 Report on the Work of the Government", id="a national report"
        ),
        pytest.param(
            "推进经济体制改革，扩大对外开放",
            "Advancing Economic Structural Reforms and Expanding Opening Up",
            id="acts joined",
        ),
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
        pytest.param("全面加强", id="a verb without object"),
        pytest.param("加强重点领域关键环节市场秩序综合治理能力质量", id="a stack of nouns"),
    ],
)
def test_what_is_not_understood_stays_chinese(title_zh: str) -> None:
    assert heading_en(title_zh) == ""
