"""What sections are about, and which of them speak of the future."""

import pytest

from summarizer.outline import Section, SectionClass, headings, outline
from summarizer.outline.topic import is_plan, review_year, topic_of
from summarizer.reading import Document, ReportMeta, Source

_TEXT = "全年召开会议多次，听取了有关部门的情况汇报，提出了改进的意见，推动了问题的解决。"


def _sections(*lines: str, year: str = "") -> dict[str, Section]:
    source = Source("report.txt", "", "text/plain", "utf-8")
    doc = Document("\n".join(lines), source, meta=ReportMeta(year=year))
    return {section.title: section for section in headings(outline(doc))}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("一、坚持党的全面领导，强化政治引领", SectionClass.POLITICAL),
        ("不断提高立法质量", SectionClass.LEGISLATION),
        ("聚焦生态环境保护强化监督", SectionClass.SUPERVISION),
        ("依法行使人事任免权", SectionClass.DECISIONS),
        ("（四）发挥主体作用，激发代表履职活力", SectionClass.DEPUTIES),
        ("五、加强自身建设，提升履职水平", SectionClass.SELF_BUILDING),
        ("（一）经济运行稳中向好", SectionClass.ECONOMY),
        ("坚定不移主攻工业", SectionClass.INDUSTRY),
        ("持续优化营商环境", SectionClass.REFORM),
        ("全面推进乡村振兴", SectionClass.AGRICULTURE),
        ("提升城市功能品质", SectionClass.URBAN),
        ("深入打好污染防治攻坚战", SectionClass.ENVIRONMENT),
        ("千方百计稳定和扩大就业", SectionClass.LIVELIHOOD),
        ("牢牢守住安全底线", SectionClass.SECURITY),
        ("繁荣发展文化体育事业", SectionClass.CULTURE),
        ("三、深化审判执行工作", SectionClass.TRIALS),
        ("强化法律监督，维护公平正义", SectionClass.PROSECUTION),
        ("坚持党对检察工作的绝对领导", SectionClass.POLITICAL),
        ("二、存在的问题", SectionClass.PROBLEMS),
        ("（一）全力促进经济平稳健康发展", SectionClass.ECONOMY),
        ("（二）聚力落实重大战略任务", None),
    ],
)
def test_topic_of_a_heading(title: str, expected: SectionClass | None) -> None:
    assert topic_of(title) is expected


@pytest.mark.parametrize(
    ("title", "reported", "expected"),
    [
        ("2023年主要工作", 2022, True),
        ("2022年主要工作", 2022, False),
        ("今后五年工作建议", None, True),
        ("下一步工作打算", None, True),
        ("二、2023年经济社会发展总体要求和主要目标", None, True),
        ("“十三五”时期和2020年工作回顾", 2020, False),
        ("二、聚焦重点任务狠抓落实", None, False),
        ("一、过去五年的主要工作", None, False),
    ],
)
def test_plan_headings(title: str, reported: int | None, expected: bool) -> None:
    assert is_plan(title, reported) is expected


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (["一、2022年工作回顾", "二、2023年工作安排"], 2022),
        (["一、2022年的主要工作", "二、2023年的主要工作"], 2022),
        (["一、１９９３年工作的回顾和１９９４年工作的基本方针"], 1993),
        (["政治引领", "2023年工作思路"], None),
    ],
)
def test_the_year_reported_on(titles: list[str], expected: int | None) -> None:
    assert review_year(titles) == expected


def test_children_of_the_plan_are_planned_and_keep_their_topic() -> None:
    sections = _sections(
        "一、2022年工作回顾",
        _TEXT,
        "（一）加强监督",
        _TEXT,
        "二、2023年主要任务",
        _TEXT,
        "（一）推进就业",
        _TEXT,
    )
    assert [(s.cls, s.planned) for s in sections.values()] == [
        (SectionClass.REVIEW, False),
        (SectionClass.SUPERVISION, False),
        (SectionClass.PLAN, True),
        (SectionClass.LIVELIHOOD, True),
    ]


def test_a_numbered_list_stays_with_the_plan() -> None:
    sections = _sections(
        "一、2022年工作回顾", _TEXT, "二、2023年工作安排", _TEXT, "三、加强政府自身建设", _TEXT
    )
    assert sections["三、加强政府自身建设"].planned
    assert sections["三、加强政府自身建设"].cls is SectionClass.SELF_BUILDING


def test_an_unnumbered_line_after_the_plan_is_on_its_own() -> None:
    periods = ("过去五年主要工作", _TEXT, "今后五年工作建议", _TEXT * 2)
    sections = _sections(*periods, "制度供给", _TEXT * 3, "主体地位", _TEXT * 4)
    assert [(s.level, s.planned) for s in sections.values()] == [
        (1, False),
        (1, True),
        (1, False),
        (1, False),
    ]


def test_the_year_of_the_report_decides() -> None:
    lines = ("2023年主要工作", _TEXT)
    assert not _sections(*lines, year="2023")["2023年主要工作"].planned
    assert _sections(*lines, year="2022")["2023年主要工作"].planned


def test_a_section_without_a_topic_has_its_parents() -> None:
    sections = _sections("一、加强监督", _TEXT, "（一）抓重点", _TEXT, "（二）求实效", _TEXT)
    assert {s.cls for s in sections.values()} == {SectionClass.SUPERVISION}
