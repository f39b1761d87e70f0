"""What figures count, in English: whole phrases or nothing."""

import pytest

from summarizer.offline import english_name


@pytest.mark.parametrize(
    ("name_zh", "unit", "expected"),
    [
        pytest.param(
            "听取审议专项工作报告", "项", "special work reports heard and deliberated", id="verb and object"
        ),
        pytest.param("废止地方性法规", "件", "local regulations repealed", id="plural of a compound"),
        pytest.param(
            "向市委报送专题调研报告",
            "项",
            "special research reports submitted to the municipal Party committee",
            id="to whom",
        ),
        pytest.param(
            "市委书记作出批示",
            "次",
            "written instructions made by the secretary of the municipal Party committee",
            id="by whom",
        ),
        pytest.param("代表建议办结率", "%", "completion rate for deputies' suggestions", id="rate"),
        pytest.param(
            "代表建议已办结", "件", "deputies' suggestions fully handled", id="object before the verb"
        ),
        pytest.param("新增高新技术企业", "家", "new high-tech enterprises", id="additions"),
        pytest.param("一般公共预算收入增长", "%", "growth of general public budget revenue", id="change"),
        pytest.param("生产总值同比增长", "%", "year-on-year growth of regional GDP", id="change on the year"),
        pytest.param("意见和建议", "条", "opinions and suggestions", id="list"),
        pytest.param(
            "征求各方面意见建议",
            "条",
            "opinions and suggestions from all quarters solicited",
            id="modifier that stands behind",
        ),
        pytest.param(
            "检查法律法规实施情况", "部", "enforcement of laws and regulations inspected", id="uncountable"
        ),
        pytest.param(
            "组织审查规范性文件", "件", "normative documents reviewed", id="verb of support left out"
        ),
        pytest.param(
            "初任代表参加履职能力培训",
            "人",
            "first-time deputies taking part in training in performing duties",
            id="people who act",
        ),
        pytest.param(
            "邀请代表列席常委会会议",
            "名",
            "deputies invited to attend Standing Committee meetings as non-voting participants",
            id="purpose",
        ),
        pytest.param(
            "推广“专精特新”中小企业",
            "家",
            "specialized, refined, distinctive and innovative small and medium-sized enterprises promoted",
            id="quoted words",
        ),
        pytest.param(
            "听取了区人民政府关于优化营商环境工作情况的报告",
            "次",
            "reports of the district people's government on improving the business environment heard",
            id="report on a topic",
        ),
        pytest.param(
            "在全市高标准建设乡镇(街道)代表联络站",
            "个",
            "township liaison stations for deputies built in the city",
            id="where, how well, and in brackets",
        ),
        pytest.param("作出决议决定", "个", "resolutions and decisions adopted", id="collocation"),
        pytest.param(
            "完成高标准农田建设", "亩", "high-standard farmland developed", id="work named as a noun"
        ),
    ],
)
def test_names(name_zh: str, unit: str, expected: str) -> None:
    assert english_name(name_zh, unit) == expected


@pytest.mark.parametrize(
    "name_zh",
    [
        pytest.param("", id="empty"),
        pytest.param("听取审议魑魅报告", id="a word outside the termbase"),
        pytest.param("未办结代表建议", id="negation"),
        pytest.param("办结率满意率", id="two rates"),
        pytest.param("推动代表联络站", id="promoting that something happens"),
        pytest.param("更加自觉", id="manner without a thing"),
        pytest.param("“气代煤”改造", id="the same work twice"),
        pytest.param("魑魅魍魉", id="nothing known"),
    ],
)
def test_what_is_not_understood_whole_has_no_name(name_zh: str) -> None:
    assert english_name(name_zh, "件") == ""
