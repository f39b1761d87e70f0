"""What figures count: labels, aspect, period, category."""

import pytest

from summarizer.outline import Section, SectionClass
from summarizer.quantities import Aspect, Category, Indicator, inventory
from summarizer.reading import Document, ReportKind, ReportMeta, Source, Span


def indicators(
    text: str, *, planned: bool = False, kind: ReportKind = ReportKind.CONGRESS
) -> list[Indicator]:
    meta = ReportMeta(kind=kind, year="2022", period="2022")
    doc = Document(text, Source("r.txt", "", "text/plain", "utf-8"), (), meta)
    cls = SectionClass.PLAN if planned else SectionClass.REVIEW
    return list(inventory(doc, Section(Span(0, len(text)), None, 0, "", cls, planned)).indicators)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("听取审议专项工作报告19项", ["听取审议专项工作报告"]),
        ("聘请20名专家", ["聘请专家"]),
        ("制定地方性法规3件、修改1件、废止1件", ["制定地方性法规", "修改地方性法规", "废止地方性法规"]),
        ("受理来信81件次、来访115批766人次", ["受理来信", "受理来访", "受理来访"]),
        ("一般公共预算收入8.2亿元，同比增长13.6%", ["一般公共预算收入", "一般公共预算收入同比增长"]),
        (
            "城乡居民人均可支配收入分别达到2.9万元和2万元",
            ["城镇居民人均可支配收入", "农村居民人均可支配收入"],
        ),
        (
            "高技术制造业、装备制造业增加值分别增长12.5%、13.1%",
            ["高技术制造业增加值增长", "装备制造业增加值增长"],
        ),
        ("交办6类36个具体问题", ["交办具体问题", "交办具体问题"]),
        ("向市委报送调研报告10项、工作建议15件", ["向市委报送调研报告", "向市委报送工作建议"]),
        (
            "共收到代表建议460件，已办结434件，办结率94.35%",
            ["收到代表建议", "办结代表建议", "代表建议办结率"],
        ),
    ],
)
def test_a_figure_is_bound_to_what_it_counts(text: str, names: list[str]) -> None:
    assert [i.name_zh for i in indicators(text)] == names


def test_the_quote_holds_the_number_and_the_words() -> None:
    text = "一年来，市委高度重视，听取审议专项工作报告19项，成效明显。"
    (found,) = indicators(text)
    assert found.quote.of(text) == "听取审议专项工作报告19项"


@pytest.mark.parametrize(
    ("text", "planned", "aspect"),
    [
        ("新增就业3550人", False, Aspect.REPORTED),
        ("新增就业3550人", True, Aspect.PLANNED),
        ("力争新增就业3550人", False, Aspect.PLANNED),
        ("开展计划和预算审查8项", False, Aspect.REPORTED),
        ("完成年度投资计划的140%", False, Aspect.REPORTED),
    ],
)
def test_a_plan_is_told_from_a_result(text: str, planned: bool, aspect: Aspect) -> None:
    assert [i.aspect for i in indicators(text, planned=planned)] == [aspect]


@pytest.mark.parametrize(
    ("text", "planned", "period"),
    [
        ("制定法规3件", False, "2022"),
        ("2018—2022年，制定法规23件", False, "2018-2022"),
        ("2021年，制定法规3件", False, "2021"),
        ("听取和批准2021年度决算报告2项", False, "2022"),
        ("比2006年增长24.47亿元", False, "2022"),
        ("新增就业3550人", True, "2023"),
    ],
)
def test_a_figure_covers_the_period_its_sentence_names(text: str, planned: bool, period: str) -> None:
    assert [i.period for i in indicators(text, planned=planned)] == [period]


@pytest.mark.parametrize(
    ("text", "kind", "category"),
    [
        ("受理来信81件次", ReportKind.CONGRESS, Category.PETITIONS),
        ("代表建议办结率94%", ReportKind.CONGRESS, Category.SUGGESTIONS),
        ("任免国家机关工作人员99人次", ReportKind.CONGRESS, Category.DECISIONS),
        ("召开主任会议18次", ReportKind.CONGRESS, Category.MEETINGS),
        ("地区生产总值108亿元", ReportKind.GOVERNMENT, Category.ECONOMY),
    ],
)
def test_the_words_of_what_is_counted_give_the_category(
    text: str, kind: ReportKind, category: Category
) -> None:
    assert [i.category for i in indicators(text, kind=kind)] == [category]
