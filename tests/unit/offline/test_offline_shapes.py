"""Names whose build says what is counted."""

import pytest

from summarizer.offline import english_name


@pytest.mark.parametrize(
    ("name_zh", "unit", "expected"),
    [
        pytest.param("对法规实施情况开展执法检查", "部", "regulations covered by law enforcement inspections", id="documents inspected"),
        pytest.param("由专业人才组成的专家库", "名", "professionals making up the pool of experts", id="members of a body"),
        pytest.param("项目列入国家科技计划", "项", "projects included in national science and technology programs", id="come to a state"),
        pytest.param("企业完成数字化改造", "家", "enterprises that completed digital transformation", id="work completed by those counted"),
        pytest.param("城镇居民人均可支配收入是“十二五”末的倍数", "倍", "per capita disposable income of urban residents as a multiple of the earlier level", id="multiple"),
        pytest.param("民生支出占一般公共预算支出", "%", "spending on people's livelihoods as a share of general public budget expenditure", id="share without the word"),
        pytest.param("规模以上工业企业实现利润", "元", "profits of industrial enterprises above designated size", id="reached says nothing"),
        pytest.param("任免国家机关工作人员", "人次", "appointments and removals of state functionaries", id="appointments"),
        pytest.param("接待群众", "人次", "visits by members of the public received", id="visits"),
        pytest.param("组织代表参加执法检查", "人次", "participations by deputies in law enforcement inspections", id="participations"),
        pytest.param("邀请代表列席常委会会议", "人次", "attendances by deputies at Standing Committee meetings as non-voting participants", id="attendances as guests"),
        pytest.param("免职国家机关工作人员", "人次", "removals of state functionaries", id="removals"),
        pytest.param("培训代表", "人次", "attendances by deputies at training sessions", id="attendances"),
        pytest.param("培训代表", "人", "deputies trained", id="heads"),
        pytest.param("落实困难学生补助", "元", "subsidies for students in financial difficulty provided", id="funds are provided"),
        pytest.param("报销比例", "%", "reimbursement rate", id="one rate"),
    ],
)  # fmt: skip
def test_names_by_their_build(name_zh: str, unit: str, expected: str) -> None:
    assert english_name(name_zh, unit) == expected


@pytest.mark.parametrize(
    ("name_zh", "unit"),
    [
        pytest.param("对法规实施情况开展执法检查", "次", id="inspections by number"),
        pytest.param("项目列入国家科技计划", "%", id="a share of them"),
    ],
)
def test_another_unit_counts_something_else(name_zh: str, unit: str) -> None:
    assert "covered by" not in english_name(name_zh, unit)
    assert "included" not in english_name(name_zh, unit)
