"""The five sample reports side by side, against a table made by hand from their texts.

A Datong 2022 · B a city that hides its figures, 2022 · C Xianning 2017–2021 (a guide) · D Xiangtan 2022 (an infographic) ·
E Xincheng District 2023. A figure is written as the table prints it, without the words for attendances and batches; a report that
does not stand in a row states none.
"""

import re
from functools import cache
from pathlib import Path

import pytest

from summarizer.compare import Cell, Comparison, ComparisonRow, comparison
from summarizer.pipeline import digest_report
from summarizer.quantities import Qualifier
from summarizer.reading import read

MASKED = "masked in the source"
_COUNTED = re.compile(r" (?:person-times|batches)$")

# key, what the unit counts, aspect: report → figure, all read in the Chinese text.
BY_HAND: dict[tuple[str, str, str], dict[str, str]] = {
    # 常委会会议12次 / 常委会会议7次
    ("standing_committee_meetings", "次", "reported"): {"A": "12", "E": "7"},
    # 主任会议18次 / 主任会议12次
    ("chairpersons_council_meetings", "次", "reported"): {"A": "18", "E": "12"},
    # 任免国家机关工作人员99人次 / ***人次 / 98人次
    ("appointments_removals", "人次", "reported"): {
        "A": "99",
        "B": MASKED,
        "E": "98",
    },
    # 依法任命国家工作人员298人次: appointments alone, in a row of their own
    ("appointments", "人次", "reported"): {"C": "298"},
    # 听取审议专项工作报告19项 / 听取和审议专项工作报告11项
    ("special_reports_heard", "项", "reported"): {"A": "19", "D": "11"},
    # 开展执法检查2次
    ("law_enforcement_inspections", "次", "reported"): {"D": "2"},
    # the laws inspected, not the inspections: 检查8部法律法规实施情况 / 对5部法规实施情况开展执法检查
    ("laws_inspected", "部", "reported"): {"A": "8", "C": "5"},
    # 围绕……六部条例贯彻实施情况开展执法检查, a plan
    ("laws_inspected", "部", "planned"): {"E": "6"},
    # 配合省人大常委会对30部法律法规实施情况进行监督: another's inspections
    ("law_enforcement_inspections_assisted", "部", "reported"): {"C": "30"},
    # 制定地方性法规3件 / 制定颁布……4部法规
    ("regulations_enacted", "件", "reported"): {"A": "3", "C": "4"},
    # 修改1件, 废止1件
    ("regulations_amended", "件", "reported"): {"A": "1"},
    ("regulations_repealed", "件", "reported"): {"A": "1"},
    # 审查规范性文件83件 / 45件, 纠错3件
    ("normative_documents_reviewed", "件", "reported"): {"A": "83", "D": "45"},
    ("normative_documents_corrected", "件", "reported"): {"D": "3"},
    # 代表提出的***件建议 / 收集到460件代表建议 / 代表提出的76件建议、批评和意见
    ("suggestions_received", "件", "reported"): {"B": MASKED, "D": "460", "E": "76"},
    # 已办结434件
    ("suggestions_handled", "件", "reported"): {"D": "434"},
    # 办结率94.35%; of E (提高了4%) only the change is stated
    ("suggestions_completion_rate", "%", "reported"): {"D": "94.35 percent"},
    # 建议办理答复率为100%
    ("suggestions_response_rate", "%", "reported"): {"E": "100 percent"},
    # 接待群众6300多人次 / 进站接待群众10290人次
    ("public_received_by_deputies", "人次", "reported"): {
        "A": "over 6,300",
        "D": "10,290",
    },
    # 来访115批766人次 / 接待群众来访32人(次)
    ("petition_visits", "人次", "reported"): {"D": "766", "E": "32"},
    ("petition_visits", "批", "reported"): {"D": "115"},
    # 受理来信81件次 / 受理人民群众来信来访16件: letters alone, and both together
    ("petition_letters", "件次", "reported"): {"D": "81"},
    ("petitions_handled", "件", "reported"): {"E": "16"},
}
NAMES = (
    "000_bcae9b10345a8bd3",
    "001_966bb696377ad052",
    "002_d14c12c173fdaea6",
    "003_925634a4c4223f1c",
    "004_031ce8af2aa5712c",
)


@cache
def _compared(reports: Path) -> Comparison:
    paths = [reports / f"{name}.txt" for name in NAMES]
    return comparison([digest_report(read(path.read_bytes(), name=path.name)) for path in paths])


@pytest.fixture
def samples(shared: Path) -> Comparison:
    return _compared(shared / "reports")


def _of_hand(row: ComparisonRow) -> dict[str, str] | None:
    """The hand-made row, told by one of the measure words that its cells have."""
    units = {cell.unit.replace("(次)", "次").replace("（次）", "次") for cell in row.cells}
    found = [figures for (key, unit, aspect), figures in BY_HAND.items() if (key, aspect) == (row.key, row.aspect.value) and unit in units]  # fmt: skip
    return found[0] if found else None


@pytest.mark.shared
@pytest.mark.parametrize("wanted", BY_HAND, ids="-".join)
def test_figures_of_one_meaning_stand_in_one_row(samples: Comparison, wanted: tuple[str, str, str]) -> None:
    rows = [row for row in samples.rows if _of_hand(row) is BY_HAND[wanted]]
    figures = [{cell.report: _COUNTED.sub("", cell.figure) for cell in row.cells} for row in rows]
    assert figures == [BY_HAND[wanted]]


@pytest.mark.shared
def test_nothing_else_stands_under_these_keys(samples: Comparison) -> None:
    keys = {key for key, _, _ in BY_HAND}
    strays = [(row.key, row.unit) for row in samples.rows if row.key in keys and _of_hand(row) is None]
    assert strays == []


@pytest.mark.shared
def test_masked_figures_of_the_samples_stay_masked(samples: Comparison) -> None:
    masked: list[Cell] = [
        cell for row in samples.rows for cell in row.cells if cell.qualifier is Qualifier.MASKED
    ]
    assert {cell.report for cell in masked} == {"B"}
    assert all(cell.value is None and cell.figure == MASKED for cell in masked)


@pytest.mark.shared
def test_five_years_of_one_sample_are_not_set_against_one_year_of_another(samples: Comparison) -> None:
    of_xianning = [cell for row in samples.rows for cell in row.cells if cell.report == "C"]
    assert of_xianning and all(cell.hindrance for cell in of_xianning)


@pytest.mark.shared
def test_the_samples_are_no_ranking_and_a_reader_is_told_why(samples: Comparison) -> None:
    assert samples.arrangement == "mixed"
    told = " ".join(samples.warnings)
    for said in (
        "different levels (prefecture: Datong, Xianning and Xiangtan; county: Xincheng District)",
        "periods differ in length",
        "Xianning and Xiangtan: a guide or infographic",
        "report B: the place is not named",
    ):
        assert said in told
