"""Sentences, template by template and for each point of agreement."""

from typing import Any

import pytest

from summarizer.chunks import Chunk
from summarizer.offline import write
from summarizer.prompting import Draft
from summarizer.quantities import Aspect, Inventory, Qualifier
from summarizer.reading import ReportKind, Span

Spec = tuple[Any, ...]


def _draft(inventory: Inventory) -> Draft:
    return write(Chunk(1, Span(0, len(inventory.doc.text)), (), (), 0), inventory)


def _texts(inventory: Inventory) -> list[str]:
    return [s.text for s in _draft(inventory).sentences]


@pytest.mark.parametrize(
    ("name_zh", "value", "unit", "expected"),
    [
        pytest.param("听取审议专项工作报告", "19", "项", "The Standing Committee heard and deliberated 19 special work reports.", id="act of the committee"),
        pytest.param("废止地方性法规", "1", "件", "The Standing Committee repealed one local regulation.", id="one"),
        pytest.param("设立立法联系点", "7", "家", "Seven legislative outreach offices were established.", id="done to things, in words"),
        pytest.param("选聘立法顾问", "27", "名", "A total of 27 legislative advisers were engaged.", id="no digits at the start"),
        pytest.param("聘请专家", "1", "名", "One expert was engaged.", id="singular verb"),
        pytest.param("常委会会议", "12", "次", "A total of 12 Standing Committee meetings were held.", id="meetings are held"),
        pytest.param("执法检查", "2", "次", "Two law enforcement inspections were conducted.", id="inspections are conducted"),
        pytest.param("满意度测评", "15", "项", "A total of 15 satisfaction assessments were conducted.", id="events counted as items"),
        pytest.param("审查和批准市本级预算调整方案", "2", "次", "Municipal-level budget adjustment plans were reviewed and approved on two occasions.", id="acts counted, not things"),
        pytest.param("任免国家机关工作人员", "99", "人次", "A total of 99 appointments and removals of state functionaries were made.", id="acts on people"),
        pytest.param("接待群众", "10290", "人次", "A total of 10,290 visits by members of the public were received.", id="visits received"),
        pytest.param("受理来访", "115", "批", "A total of 115 batches of petitioner visits were accepted and handled.", id="batches"),
        pytest.param("检查法律法规实施情况", "8", "部", "Enforcement of eight laws and regulations was inspected.", id="the documents are counted"),
        pytest.param("人大代表全程参与立法工作", "28", "名", "A total of 28 people's congress deputies took part throughout legislative work.", id="people who act"),
        pytest.param("新增制度", "17", "项", "A total of 17 new rules were added.", id="additions"),
        pytest.param("新增高新技术企业", "1", "家", "One new high-tech enterprise was added.", id="one addition"),
        pytest.param("新建农村公路", "18", "公里", "A total of 18 kilometers of rural roads were newly built.", id="measured work"),
        pytest.param("完成石漠化综合治理", "600", "平方公里", "The comprehensive control of rocky desertification was completed on 600 square kilometers.", id="work on an area"),
        pytest.param("拨付困难学生补助", "2110000", "元", "A total of 2.11 million yuan in subsidies for students in financial difficulty was allocated.", id="money takes a singular verb"),
        pytest.param("一般公共预算收入", "823000000", "元", "General public budget revenue reached 823 million yuan.", id="level of money"),
        pytest.param("粮食总产量", "130000", "吨", "Total grain output stood at 130,000 tonnes.", id="other measured level"),
        pytest.param("代表建议办结率", "94.35", "%", "The completion rate for deputies' suggestions was 94.35 percent.", id="rate"),
        pytest.param("固定资产投资增长", "6", "%", "Fixed-asset investment grew by 6 percent.", id="growth"),
        pytest.param("PM2.5平均浓度同比下降", "14.7", "%", "The average PM2.5 concentration fell by 14.7 percent year on year.", id="a number in a name"),
        pytest.param("实施亿元以上项目", "20", "个", None, id="no sentence with another figure in its words"),
        pytest.param("城镇化率提高", "3.5", "个百分点", "The urbanization rate rose by 3.5 percentage points.", id="change by points"),
        pytest.param("一般公共预算收入增加", "2447000000", "元", "General public budget revenue rose by 2.447 billion yuan.", id="change by an amount"),
        pytest.param("生产总值年均递增", "13", "%", "Regional GDP grew by an average of 13 percent a year.", id="average growth"),
        pytest.param("生产总值同比增长", "4", "%", "Regional GDP grew by 4 percent year on year.", id="on the year"),
        pytest.param("推广洁净煤", "63000", "户", None, id="coal is not counted in households"),
        pytest.param("魑魅魍魉", "3", "个", None, id="no sentence for what is not understood"),
    ],
)  # fmt: skip
def test_each_template(
    make_report: Any, figure: Any, name_zh: str, value: str, unit: str, expected: str | None
) -> None:
    assert _texts(make_report([figure(name_zh, value, unit)])) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("figure_fields", "expected"),
    [
        pytest.param(("30", Qualifier.OVER, None), "Over 30 special inquiries were conducted.", id="over"),
        pytest.param(("30", Qualifier.ABOUT, None), "About 30 special inquiries were conducted.", id="about"),
        pytest.param(
            ("30", Qualifier.NEARLY, None), "Nearly 30 special inquiries were conducted.", id="nearly"
        ),
        pytest.param(("30", Qualifier.UNDER, None), "Under 30 special inquiries were conducted.", id="under"),
        pytest.param(
            ("3", Qualifier.AT_LEAST, None), "At least three special inquiries were conducted.", id="at least"
        ),
        pytest.param(
            ("2", Qualifier.RANGE, "3"), "A total of 2 to 3 special inquiries were conducted.", id="range"
        ),
    ],
)
def test_qualifiers_stand_before_the_figure(
    make_report: Any, figure: Any, figure_fields: Spec, expected: str
) -> None:
    value, qualifier, most = figure_fields
    assert _texts(make_report([figure("专题询问", value, "次", qualifier, most)])) == [expected]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(
            [("制定地方性法规", "3", "件"), ("修改地方性法规", "1", "件"), ("废止地方性法规", "1", "件")],
            ["The Standing Committee enacted three local regulations, amended one and repealed one."],
            id="one thing, several acts",
        ),
        pytest.param(
            [("主任会议", "18", "次"), ("常委会会议", "12", "次")],
            ["A total of 18 chairpersons' council meetings and 12 Standing Committee meetings were held."],
            id="one act, several things",
        ),
        pytest.param(
            [("搜集建议意见", "60", "条"), ("采纳建议意见", "40", "条")],
            ["A total of 60 suggestions and opinions were collected and 40 were adopted."],
            id="collected and adopted",
        ),
        pytest.param(
            [("固定资产投资", "8050000000", "元"), ("固定资产投资增长", "6", "%")],
            ["Fixed-asset investment reached 8.05 billion yuan, up 6 percent."],
            id="level and growth",
        ),
        pytest.param(
            [("生产总值增长", "4.8", "%"), ("固定资产投资增长", "8.6", "%")],
            ["Regional GDP grew by 4.8 percent and fixed-asset investment by 8.6 percent."],
            id="several grew",
        ),
        pytest.param(
            [("新建城区公厕", "7", "座"), ("改造城区公厕", "1", "座")],
            ["Seven public toilets in the urban area were newly built and one public toilet in the urban area was renovated."],
            id="no bare one",
        ),
        pytest.param(
            [("代表建议办结率", "94.35", "%"), ("专题询问", "2", "次")],
            ["The completion rate for deputies' suggestions was 94.35 percent.", "Two special inquiries were conducted."],
            id="what does not fit together stays apart",
        ),
    ],
)  # fmt: skip
def test_neighbours_are_joined(
    make_report: Any, figure: Any, names: list[tuple[str, str, str]], expected: list[str]
) -> None:
    inventory = make_report([figure(*name) for name in names])
    assert _texts(inventory) == expected
    cites = [c for s in _draft(inventory).sentences for c in s.cites]
    assert cites == list(range(1, len(names) + 1))


@pytest.mark.parametrize(
    ("name_zh", "value", "unit", "qualifier", "expected"),
    [
        pytest.param("生产总值增长", "6", "%", Qualifier.ABOUT, "The report plans for regional GDP to grow by about 6 percent.", id="growth"),
        pytest.param("提出立法项目", "25", "件", Qualifier.EXACT, "The report plans for 25 legislative items to be put forward.", id="count"),
        pytest.param("新建农村公路", "18", "公里", Qualifier.EXACT, "The report plans for 18 kilometers of rural roads to be newly built.", id="work"),
        pytest.param("一般公共预算收入", "900000000", "元", Qualifier.OVER, "The report plans for general public budget revenue to reach over 900 million yuan.", id="level"),
        pytest.param("代表建议办结率", "98", "%", Qualifier.EXACT, "The report plans for the completion rate for deputies' suggestions to be 98 percent.", id="rate"),
    ],
)  # fmt: skip
def test_plans_are_told_as_plans(
    make_report: Any, figure: Any, name_zh: str, value: str, unit: str, qualifier: Qualifier, expected: str
) -> None:
    planned = figure(name_zh, value, unit, qualifier, aspect=Aspect.PLANNED, period="2023")
    assert _texts(make_report([planned], opening="2023年")) == [expected]


def test_only_the_first_plan_of_a_section_says_whose_it_is(make_report: Any, figure: Any) -> None:
    plans = [
        figure("一般公共预算收入增长", "5", "%", aspect=Aspect.PLANNED),
        figure("建设高标准农田", "3000", "亩", aspect=Aspect.PLANNED),
        figure("社会消费品零售总额增长", "4", "%", aspect=Aspect.PLANNED, clause="。社会消费品零售总额"),
        figure("立法联系点", "20", "个", aspect=Aspect.PLANNED, clause="。立法联系点达到"),
    ]
    assert _texts(make_report(plans)) == [
        "The report plans for general public budget revenue to grow by 5 percent.",
        "A total of 3,000 mu of high-standard farmland are to be built.",
        "Total retail sales of consumer goods are to grow by 4 percent.",
        "Plans call for 20 legislative outreach offices.",
    ]


@pytest.mark.parametrize(
    ("name_zh", "value", "unit"),
    [
        pytest.param("满意率", "96.5", "%", id="rate of nothing"),
        pytest.param("完成投资", "2000000000", "元", id="investment in nothing"),
        pytest.param("引进项目", "12", "个", id="projects of any kind"),
        pytest.param("主任会议成员联系重点项目", "18", "个", id="kept in contact with"),
        pytest.param("城镇低保平均标准", "778", "元/月", id="unit with a stroke"),
        pytest.param("组织市人大代表", "120", "名", id="organized for what"),
    ],
)
def test_what_would_say_nothing_has_a_row_and_no_sentence(
    make_report: Any, figure: Any, name_zh: str, value: str, unit: str
) -> None:
    draft = _draft(make_report([figure(name_zh, value, unit)]))
    assert draft.sentences == ()
    assert draft.rows[0].value == value


def test_one_thing_done_in_two_numbers_is_not_told(make_report: Any, figure: Any) -> None:
    assert _texts(make_report([figure("问题已整改", "126", "个"), figure("问题已整改", "119", "个")])) == []


def test_where_a_change_began_is_no_level(make_report: Any, figure: Any) -> None:
    start = figure("森林覆盖率", "48.3", "%", clause="森林覆盖率由2015年的")
    end = figure("森林覆盖率", "52.1", "%", clause="提高到")
    assert _texts(make_report([start, end])) == ["The forest coverage rate was 52.1 percent."]


def test_training_draws_so_many_attendances(make_report: Any, figure: Any) -> None:
    assert _texts(make_report([figure("培训代表", "310", "人次")])) == [
        "Training sessions for deputies drew 310 attendances."
    ]
    assert _texts(make_report([figure("培训代表", "310", "人")])) == ["A total of 310 deputies were trained."]


def test_a_span_of_years_is_not_said_of_a_change_on_the_year(make_report: Any, figure: Any) -> None:
    growth = figure("生产总值同比增长", "4.8", "%", period="2016-2020")
    assert _texts(make_report([growth], opening="2016年至2020年")) == [
        "Regional GDP grew by 4.8 percent year on year."
    ]


def test_the_period_is_told_once_in_each_section(make_report: Any, figure: Any) -> None:
    section = [figure("专题询问", "2", "次", period="2022"), figure("选聘立法顾问", "9", "名", period="2022")]
    assert (
        _texts(make_report(section, section, opening="2022年"))
        == [
            "In 2022, two special inquiries were conducted.",
            "Nine legislative advisers were engaged.",
        ]
        * 2
    )


def test_a_span_of_years(make_report: Any, figure: Any) -> None:
    inventory = make_report([figure("专题询问", "2", "次", period="2018-2022")], opening="2018年至2022年")
    assert _texts(inventory) == ["From 2018 to 2022, two special inquiries were conducted."]


def test_a_year_that_the_report_does_not_name_is_not_told(make_report: Any, figure: Any) -> None:
    assert _texts(make_report([figure("专题询问", "2", "次", period="2022")])) == [
        "Two special inquiries were conducted."
    ]


def test_a_period_is_said_where_it_begins(make_report: Any, figure: Any) -> None:
    section = [figure("专题询问", "2", "次", period="2022"), figure("选聘立法顾问", "9", "名", period="2021")]
    first, second = _texts(make_report(section, opening="2021年2022年"))
    assert first.startswith("In 2022, ")
    assert second.startswith("In 2021, ")


def test_another_body_is_not_replaced_by_the_committee(make_report: Any, figure: Any) -> None:
    inventory = make_report([figure("听取审议专项工作报告", "4", "项", clause="市政府听取审议专项工作报告")])
    assert _texts(inventory) == ["Four special work reports were heard and deliberated."]


def test_only_a_congress_report_names_the_committee(make_report: Any, figure: Any) -> None:
    inventory = make_report([figure("听取审议专项工作报告", "4", "项")], kind=ReportKind.GOVERNMENT)
    assert _texts(inventory) == ["Four special work reports were heard and deliberated."]


def test_a_masked_figure_has_a_row_and_no_sentence(make_report: Any, figure: Any) -> None:
    draft = _draft(make_report([figure("专题询问", None, "次", Qualifier.MASKED)]))
    assert draft.sentences == ()
    assert [(row.cite, row.value, row.qualifier, row.name_en) for row in draft.rows] == [
        (1, None, "masked", "special inquiries")
    ]


def test_rows_hold_what_the_source_says(make_report: Any, figure: Any) -> None:
    draft = _draft(make_report([figure("魑魅魍魉", "12.50", "个", Qualifier.RANGE, "13")]))
    (row,) = draft.rows
    assert (row.cite, row.value, row.value_max, row.qualifier, row.unit) == (1, "12.5", "13", "range", "个")
    assert (row.name_zh, row.name_en) == ("魑魅魍魉", "")
    assert draft.cited == 1


def test_six_sentences_a_section_keyed_figures_first(make_report: Any, figure: Any) -> None:
    plain = [figure(name, "2", unit) for name, unit in (
        ("设立立法联系点", "家"), ("选聘立法顾问", "名"), ("代表建议办结率", "%"), ("新增制度", "项"), ("收集问题", "件"), ("接待群众", "人次"),
    )]  # fmt: skip
    keyed = figure("执法检查", "3", "次", key="law_enforcement_inspections")
    sentences = _draft(make_report([*plain, keyed])).sentences
    assert len(sentences) == 6
    assert 7 in {c for s in sentences for c in s.cites}


def test_only_the_chunk_is_told(make_report: Any, figure: Any) -> None:
    inventory = make_report([figure("专题询问", "2", "次")], [figure("执法检查", "3", "次")])
    first = inventory.outline.children[0].span
    assert [row.cite for row in write(Chunk(1, first, (), (), 0), inventory).rows] == [1]
