"""English ordinals, dates and durations: borne out by the same kind of thing, not by any number of the report."""

import pytest

from summarizer import read, survey
from summarizer.quantities import Inventory
from summarizer.verify import NumberFinding, Verdict, check_text

_REPORT = """
云桥市人民政府工作报告
——2024年1月18日在云桥市第六届人民代表大会第二次会议上
一、2023年工作回顾
（一）经济稳中有进。港口吞吐量居世界第一位，连续16年位居榜首。专利密度提升幅度全国第3，绿化率居中部地区第2。
（二）改革继续深化。第五届云桥国际陶瓷博览会成交12亿元，第二批试点启动。贸易额由上年居全国第四位上升为第三位。
（三）审结一审案件210件。判处五年以上有期徒刑31人，7日内答复率100%。
（四）完成“十三五”规划目标，编制第十四个五年规划纲要。上半年出口增长8%。落实八项规定。7家企业入选全国500强。
八、结语
"""


@pytest.fixture(scope="module")
def report() -> Inventory:
    return survey(read(_REPORT.encode(), name="report.txt"))


def _flagged(text: str, report: Inventory) -> list[str]:
    found: list[NumberFinding] = check_text(text, report)
    assert found
    return [f.text for f in found if f.verdict not in {None, Verdict.SUPPORTED}]


@pytest.mark.parametrize(
    "text",
    [
        "The port ranked first in the world for the 16th straight year.",
        "It had the third-largest rise in the country.",
        "Patent density rose third fastest nationwide.",
        "The fifth Yunqiao International Ceramics Expo was held.",
        "The second batch of pilots was launched.",
        "Trade moved up from fourth to third place.",
        "The report was given at the second session of the sixth people's congress.",
        "The report was given on 18 January 2024.",
        "The outline of the 14th Five-Year Plan was drawn up and the 13th Five-Year Plan fulfilled.",
        "Five-year plan targets were met.",
        "In the first half of the year exports grew 8 percent.",
        "First-instance cases came to 210.",
        "Prison terms of five years or more were given to 31 people.",
        "All got an answer within seven days.",
        "The eight-point decision was implemented.",
        "Seven companies made the national top 500.",
    ],
)
def test_what_the_report_has_stands(text: str, report: Inventory) -> None:
    assert _flagged(text, report) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        pytest.param("The port ranked fourth in the world.", ["fourth"], id="a rank among others"),
        pytest.param("The port ranked eighth in the world.", ["eighth"], id="the number of a heading"),
        pytest.param("The greening rate ranked second in the country.", ["second"], id="among fewer"),
        pytest.param(
            "It had the sixth-largest rise in the country.", ["sixth"], id="the number of a congress"
        ),
        pytest.param("The sixth Yunqiao International Ceramics Expo was held.", ["sixth"], id="expo"),
        pytest.param("The third batch of pilots was launched.", ["third"], id="batch"),
        pytest.param("It led for the 15th straight year.", ["15th"], id="years"),
        pytest.param("Trade went from third to fourth place.", ["third", "fourth"], id="the other way"),
        pytest.param("The third session of the sixth people's congress met.", ["third"], id="session"),
        pytest.param("The second session of the fifth people's congress met.", ["fifth"], id="congress"),
        pytest.param("The 12th Five-Year Plan was fulfilled.", ["12th"], id="plan"),
        pytest.param("The report was given on 18 January 2023.", ["2023"], id="a year of another date"),
        pytest.param("In the second half of the year exports grew 8 percent.", ["second"], id="half"),
        pytest.param("Second-instance cases came to 210.", ["Second"], id="instance"),
        pytest.param("Prison terms of at most five years were given to 31 people.", ["five"], id="hedge"),
    ],
)
def test_what_it_has_of_something_else_does_not(text: str, wrong: list[str], report: Inventory) -> None:
    assert _flagged(text, report) == wrong
