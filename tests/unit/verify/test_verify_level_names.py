"""English names of levels given to changes: a percentage of growth is no amount."""

import pytest

from summarizer import Claim, check, read, survey
from summarizer.quantities import Inventory
from summarizer.verify import Reason, Verdict


@pytest.fixture(scope="module")
def report() -> Inventory:
    text = "云桥市人民政府工作报告\n一、2024年工作\n社会消费品零售总额64亿元，增长8.1%。PM2.5平均浓度下降31.5%，单位生产总值能耗下降13.5%，森林覆盖率48.3%。\n"
    return survey(read(text.encode(), name="report.txt"))


@pytest.mark.parametrize(
    ("name_zh", "name_en", "value", "unit"),
    [
        ("社会消费品零售总额增长", "growth of total retail sales of consumer goods", "8.1", "%"),
        ("PM2.5平均浓度下降", "decrease in the average PM2.5 concentration", "31.5", "%"),
        ("PM2.5平均浓度下降", "PM2.5 savings", "31.5", "%"),
        ("森林覆盖率", "forest coverage rate", "48.3", "%"),
        ("社会消费品零售总额", "total retail sales of consumer goods", "6400000000", "元"),
    ],
)
def test_a_name_of_its_own_kind_stands(
    name_zh: str, name_en: str, value: str, unit: str, report: Inventory
) -> None:
    found = check(Claim(name_zh=name_zh, name_en=name_en, value=value, unit=unit), report)
    assert found.verdict is Verdict.SUPPORTED, found.message


@pytest.mark.parametrize(
    ("name_zh", "name_en", "value"),
    [
        ("单位生产总值能耗下降", "energy consumption per unit of GDP", "13.5"),
        ("PM2.5平均浓度下降", "average PM2.5 concentration", "31.5"),
    ],
)
def test_the_name_of_a_level_is_none_for_its_change(
    name_zh: str, name_en: str, value: str, report: Inventory
) -> None:
    found = check(Claim(name_zh=name_zh, name_en=name_en, value=value, unit="%"), report)
    assert (found.verdict, found.reason) == (Verdict.UNSUPPORTED, Reason.NAME_NOT_FOUND)
    assert "by how much it changed" in found.message
