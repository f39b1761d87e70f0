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
        ("——调解案件300件，成功率95%", ["调解案件", "调解案件成功率"]),
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
    ("text", "aspects", "periods"),
    [
        pytest.param(
            "这五年，经济实力明显增强。新增学位3550个，建成养老床位600张。",
            [Aspect.REPORTED, Aspect.REPORTED],
            ["2018-2022", "2018-2022"],
            id="what the old plan came to",
        ),
        pytest.param(
            "五年来，新增学位3550个。今后五年，新增学位4000个。",
            [Aspect.REPORTED, Aspect.PLANNED],
            ["2018-2022", "2023-2027"],
            id="and what the new one is to bring",
        ),
        pytest.param(
            "这五年，新增学位3550个。\n办好民生实事，新增学位700个。",
            [Aspect.REPORTED, Aspect.PLANNED],
            ["2018-2022", "2023"],
            id="in its paragraph only",
        ),
        pytest.param("抓好这五年规划，新增学位700个。", [Aspect.PLANNED], ["2023"], id="no look back"),
    ],
)
def test_a_section_about_the_future_may_look_back_first(
    text: str, aspects: list[Aspect], periods: list[str]
) -> None:
    found = indicators(text, planned=True)
    assert [i.aspect for i in found] == aspects
    assert [i.period for i in found] == periods


@pytest.mark.parametrize(
    ("text", "planned", "period"),
    [
        ("制定法规3件", False, "2022"),
        ("2018—2022年，制定法规23件", False, "2018-2022"),
        ("2021年，制定法规3件", False, "2021"),
        ("听取和批准2021年度决算报告2项", False, "2022"),
        ("比2006年增长24.47亿元", False, "2022"),
        ("新增就业3550人", True, "2023"),
        ("第四季度工业利润增长4.1%", False, "2022"),
        ("今后五年，新增就业3万人", True, "2023-2027"),
        ("未来三年，新建学校3所", True, "2023-2025"),
        ("2019年率先启动改革，目前已建成学校5所", False, "2022"),
        ("2020年以来，制定法规9件", False, "2020-2022"),
        ("近三年，制定法规9件", False, "2020-2022"),
        ("水质优良率从2018年的51%提升至2021年的88%", False, "2021"),
        ("投诉由2021年的9件降到今年的3件", False, "2022"),
    ],
)
def test_a_figure_covers_the_period_its_sentence_names(text: str, planned: bool, period: str) -> None:
    assert indicators(text, planned=planned)[-1].period == period


@pytest.mark.parametrize(
    ("text", "kind", "category"),
    [
        ("受理来信81件次", ReportKind.CONGRESS, Category.PETITIONS),
        ("代表建议办结率94%", ReportKind.CONGRESS, Category.SUGGESTIONS),
        ("任免国家机关工作人员99人次", ReportKind.CONGRESS, Category.DECISIONS),
        ("召开主任会议18次", ReportKind.CONGRESS, Category.MEETINGS),
        ("地区生产总值108亿元", ReportKind.GOVERNMENT, Category.ECONOMY),
        ("地区生产总值108亿元", ReportKind.CONGRESS, Category.ECONOMY),
        ("决定逮捕犯罪嫌疑人30人", ReportKind.PROCURATORATE, Category.OTHER),
        ("脱贫人口1200人", ReportKind.CONGRESS, Category.ECONOMY),
        ("接待来访考察团30批", ReportKind.CONGRESS, Category.OTHER),
        ("接待来访群众30人", ReportKind.PROCURATORATE, Category.PETITIONS),
        ("适用认罪认罚从宽制度审结案件30件", ReportKind.COURT, Category.OTHER),
    ],
)
def test_the_words_of_what_is_counted_give_the_category(
    text: str, kind: ReportKind, category: Category
) -> None:
    assert [i.category for i in indicators(text, kind=kind)] == [category]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("指导培训代表3期，培训260人", ["指导培训代表", "代表培训"]),
        ("代表提出的3件议案、187件建议", ["代表提出的议案", "代表提出的建议"]),
        ("新增学位2600个、养老床位320张", ["新增学位", "新增养老床位"]),
        ("4.36万贫困人口全部脱贫", ["贫困人口全部脱贫"]),
        ("完成造林3.2万亩，森林覆盖率达到38.5%", ["完成造林", "森林覆盖率"]),
        (
            "问题已整改119个，整改率达94.4%，比上年提高2.7个百分点",
            ["问题已整改", "问题整改率", "问题整改率比上年提高"],
        ),
        ("收入12亿元，是2015年的1.8倍，年均增长12.5%", ["收入", "收入是2015年的倍数", "收入年均增长"]),
        ("三次产业结构由24.5∶41.2调整为18.2∶43.1", ["三次产业结构"] * 4),
        ("对市教育局、市民政局开展工作评议，满意率分别为96.5%、93.8%", ["市教育局满意率", "市民政局满意率"]),
        (
            "城镇和农村居民人均可支配收入年均分别增长7.5%和9.1%",
            ["城镇居民人均可支配收入年均增长", "农村居民人均可支配收入年均增长"],
        ),
        ("“三公”经费压减12.5%", ["“三公”经费压减"]),
        ("1.新建幼儿园3所", ["新建幼儿园"]),
        ("通过好声音直播间，18名人大代表进行述职", ["人大代表进行述职"]),
    ],
)
def test_words_said_once_or_elsewhere_are_restored(text: str, names: list[str]) -> None:
    assert [i.name_zh for i in indicators(text)] == names


def test_what_something_was_before_it_changed_is_of_an_earlier_year_and_compared_with_nothing() -> None:
    before, now, growth = indicators("地区生产总值由2015年的118.6亿元增加到2020年的186.4亿元，年均增长7.2%")
    assert (before.name_zh, before.period, before.key) == ("地区生产总值", "2015", "")
    assert (now.name_zh, now.period, now.key) == ("地区生产总值", "2020", "gdp")
    assert (growth.name_zh, growth.period) == ("地区生产总值年均增长", "2016-2020")
    assert [i.period for i in indicators("优良率由86.7%提高到93.3%")] == ["2021", "2022"]


def test_a_plan_period_and_a_year_that_opens_the_paragraph_hold_for_it() -> None:
    text = (
        "“十四五”时期，新增就业6000人。\n2020年，财政收入12亿元。全年进出口总额8亿元。五年来，新建学校5所。"
    )
    meta = ReportMeta(kind=ReportKind.GOVERNMENT, year="2020", period="2016-2020")
    doc = Document(text, Source("r.txt", "", "text/plain", "utf-8"), (), meta)
    root = Section(Span(0, len(text)), None, 0, "", SectionClass.REVIEW)
    assert [i.period for i in inventory(doc, root).indicators] == ["2021-2025", "2020", "2020", "2016-2020"]


def test_a_report_on_a_term_turns_to_its_last_year_until_it_says_otherwise() -> None:
    text = "新增就业6000人。\n2020年是收官之年。一年来，我们攻坚克难。\n财政收入12亿元。五年来，新建学校5所。\n2019年审计查出问题9个。整改问题8个。\n"
    meta = ReportMeta(kind=ReportKind.GOVERNMENT, year="2020", period="2016-2020")
    doc = Document(text, Source("r.txt", "", "text/plain", "utf-8"), (), meta)
    root = Section(Span(0, len(text)), None, 0, "", SectionClass.REVIEW)
    periods = [i.period for i in inventory(doc, root).indicators]
    assert periods == ["2016-2020", "2020", "2016-2020", "2019", "2016-2020"]


def test_a_part_has_the_category_of_its_whole() -> None:
    assert [i.category for i in indicators("收到代表建议80件，其中已办成60件，办成率75%")] == [
        Category.SUGGESTIONS
    ] * 3


@pytest.mark.parametrize(
    ("base", "keys"),
    [
        ("比2020年", [""]),
        ("较2019年", [""]),
        ("比2021年", ["gdp_growth"]),
        ("同比", ["gdp_growth"]),
        ("", ["gdp_growth"]),
    ],
)
def test_a_change_from_longer_ago_than_the_year_before_has_no_key_of_a_yearly_change(
    base: str, keys: list[str]
) -> None:
    assert [i.key for i in indicators(f"地区生产总值{base}增长40%")] == keys
