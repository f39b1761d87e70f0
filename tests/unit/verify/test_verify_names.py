"""English names of claims: whose they are, and claims that have no other name."""

import pytest

from summarizer import Claim, check, read, survey
from summarizer.quantities import Inventory
from summarizer.verify import Reason, Verdict

_REPORT = """
云桥市人民代表大会常务委员会工作报告
——2023年2月1日在云桥市第六届人民代表大会第二次会议上
一、2022年的主要工作
受理来信81件次、来访115批。任命国家工作人员58人次、免职38人次。制定地方性法规3件、修改2件。
收到代表建议460件，办结434件，办结率94.35%。
地区生产总值108亿元，同比增长6.2%，城镇居民人均可支配收入3.9万元，农村居民人均可支配收入1.8万元。
听取审议专项工作报告21项。
二、2023年的主要任务
听取审议专项工作报告18项。
"""


@pytest.fixture(scope="module")
def report() -> Inventory:
    return survey(read(_REPORT.encode(), name="report.txt"))


_ROWS = {
    "受理来信": ("81", "件次", "letters of petition received"),
    "受理来访": ("115", "批", "visits by petitioners received"),
    "任命国家工作人员": ("58", "人次", "state functionaries appointed"),
    "国家工作人员免职": ("38", "人次", "state functionaries removed"),
    "制定地方性法规": ("3", "件", "local regulations enacted"),
    "修改地方性法规": ("2", "件", "local regulations amended"),
    "收到代表建议": ("460", "件", "deputies' suggestions received"),
    "代表建议办结率": ("94.35", "%", "completion rate of deputies' suggestions"),
    "地区生产总值": ("10800000000", "元", "regional GDP"),
    "地区生产总值增长": ("6.2", "%", "growth of regional GDP"),
    "城镇居民人均可支配收入": ("39000", "元", "per capita disposable income of urban residents"),
    "农村居民人均可支配收入": ("18000", "元", "per capita disposable income of rural residents"),
}
_EXCHANGED = [
    ("受理来信", "受理来访"),
    ("任命国家工作人员", "国家工作人员免职"),
    ("制定地方性法规", "修改地方性法规"),
    ("收到代表建议", "代表建议办结率"),
    ("地区生产总值", "地区生产总值增长"),
    ("城镇居民人均可支配收入", "农村居民人均可支配收入"),
]


@pytest.mark.parametrize("name_zh", _ROWS)
def test_its_own_english_name_stands(name_zh: str, report: Inventory) -> None:
    value, unit, name_en = _ROWS[name_zh]
    found = check(Claim(name_zh=name_zh, name_en=name_en, value=value, unit=unit), report)
    assert found.verdict is Verdict.SUPPORTED, found.message


@pytest.mark.parametrize(("one", "other"), [*_EXCHANGED, *((b, a) for a, b in _EXCHANGED)])
def test_the_english_name_of_a_neighbour_contradicts(one: str, other: str, report: Inventory) -> None:
    value, unit, _ = _ROWS[one]
    found = check(Claim(name_zh=one, name_en=_ROWS[other][2], value=value, unit=unit), report)
    assert (found.verdict, found.reason) == (Verdict.CONTRADICTED, Reason.SWAPPED), found.message
    assert _ROWS[other][2] in found.message


def test_a_name_of_unknown_words_is_not_judged(report: Inventory) -> None:
    found = check(Claim(name_zh="受理来信", name_en="billets-doux", value="81", unit="件次"), report)
    assert (found.verdict, found.name_checked) == (Verdict.SUPPORTED, False)


@pytest.mark.parametrize("name_zh", _ROWS)
def test_a_claim_is_found_by_its_english_name_alone(name_zh: str, report: Inventory) -> None:
    value, unit, name_en = _ROWS[name_zh]
    assert check(Claim(name_en=name_en, value=value, unit=unit), report).verdict is Verdict.SUPPORTED
    wrong = check(Claim(name_en=name_en, value="17", unit=unit), report)
    assert wrong.verdict is Verdict.CONTRADICTED


def test_what_nothing_marks_as_a_plan_is_told_as_done(report: Inventory) -> None:
    name = "听取审议专项工作报告"
    assert check(Claim(name_zh=name, value="21", unit="项"), report).verdict is Verdict.SUPPORTED
    assert check(Claim(name_zh=name, value="18", unit="项"), report).verdict is Verdict.CONTRADICTED
    assert (
        check(Claim(name_zh=name, value="18", unit="项", aspect="planned"), report).verdict
        is Verdict.SUPPORTED
    )
