"""English texts in which a true number stands by the wrong words: verbs, rows, changes, rates, multiples, plans."""

import pytest

from summarizer import read, survey
from summarizer.quantities import Inventory
from summarizer.verify import NumberFinding, Reason, Verdict, check_text

_REPORT = """
云桥市人民政府工作报告
——2024年1月18日在云桥市第六届人民代表大会第二次会议上
一、2023年工作回顾
撤并小学41所，新建学校56所。受理案件930件，审结870件，结案率93.5%，法定审限内结案率98.2%。监督立案21件、撤案34件。
批准逮捕87人、不批准逮捕29人。外贸进出口总额增长4.2%，其中出口增长9.1%。新增公园12座，累计达到140座。
城镇、农村居民人均可支配收入分别增长5.1%、7.3%。监管事项从24个增加到63个。诈骗案件再降11.4%。贫困人口减少1800人。
全年召开协调会15次，人均办案112件。粮食总产量达到37万吨。新能源汽车产量增长2倍。预计零售总额突破90亿元。
交办建议240件，办结225件。建成投产78个亿元以上产业项目。财政赤字2021年为3亿元、2022年为4亿元。全市地区生产总值增长6.2%。
二、2024年工作安排
2024年地区生产总值增长6.5%左右。
"""


@pytest.fixture(scope="module")
def report() -> Inventory:
    return survey(read(_REPORT.encode(), name="report.txt"))


def _flagged(text: str, report: Inventory) -> list[NumberFinding]:
    found = check_text(text, report)
    assert found
    return [f for f in found if f.verdict not in {None, Verdict.SUPPORTED}]


@pytest.mark.parametrize(
    "text",
    [
        "A total of 41 primary schools were closed and 56 were built.",
        "The courts accepted 930 cases and concluded 870.",
        "The closure rate was 93.5 percent, and 98.2 percent of cases were closed within the statutory time limit.",
        "It oversaw the filing of 21 cases and the withdrawal of 34.",
        "The arrest of 87 people was approved and that of 29 was not.",
        "Imports and exports grew 4.2 percent, with exports up 9.1 percent.",
        "It opened 12 new parks, bringing the total to 140.",
        "Urban and rural incomes rose 5.1 percent and 7.3 percent respectively.",
        "Items under oversight rose from 24 to 63.",
        "Fraud cases fell 11.4 percent.",
        "The number of the poor fell by 1,800.",
        "It held 15 coordination meetings, and officials handled 112 cases each on average.",
        "Grain output reached 370,000 tonnes.",
        "Retail sales are expected to exceed 9 billion yuan.",
        "Of the 240 suggestions, 225 were handled, leaving 15 open.",
        "Of the 240 suggestions, 225 were handled; 15 are still outstanding.",
        "A total of 78 projects worth over 100 million yuan each went into production.",
        "The 2024 target for GDP growth is about 6.5 percent.",
        "It held fifteen (15) coordination meetings.",
    ],
)
def test_true_sentences_stand(text: str, report: Inventory) -> None:
    assert [(f.text, f.message) for f in _flagged(text, report)] == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        pytest.param("A total of 56 schools were closed and 41 were built.", ["56", "41"], id="verbs"),
        pytest.param("The courts accepted 870 cases and concluded 930.", ["870", "930"], id="accepted, concluded"),
        pytest.param("It oversaw the filing of 34 cases and the withdrawal of 21.", ["34", "21"], id="nouns of verbs"),
        pytest.param("The closure rate was 98.2 percent.", ["98.2 percent"], id="a plainer name"),
        pytest.param("Exports grew 4.2 percent.", ["4.2 percent"], id="a part told as the whole"),
        pytest.param("It opened 140 new parks.", ["140"], id="the total told as new"),
        pytest.param("The arrest of 29 people was approved.", ["29"], id="what was not done"),
        pytest.param("Urban and rural incomes rose 7.3 percent and 5.1 percent respectively.", ["7.3 percent", "5.1 percent"], id="row"),
        pytest.param("Items under oversight fell from 63 to 24.", ["63", "24"], id="the way back"),
        pytest.param("Fraud cases rose 11.4 percent.", ["11.4 percent"], id="a fall told as a rise"),
        pytest.param("The poor numbered 1,800.", ["1,800"], id="a change told as a level"),
        pytest.param("Grain output rose by 370,000 tonnes.", ["370,000"], id="a level told as a change"),
        pytest.param("It held 15 coordination meetings a month.", ["15"], id="a sum told as a rate"),
        pytest.param("Coordination meetings doubled.", ["doubled"], id="a multiple of nothing"),
        pytest.param("The 2024 target for GDP growth is 6.2 percent.", ["6.2 percent"], id="a result told as a target"),
        pytest.param("The deficit was 400 million yuan in 2021.", ["400 million"], id="the year of a neighbour"),
        pytest.param("The courts rejected 930 cases.", ["930"], id="a verb that is nowhere"),
    ],
)  # fmt: skip
def test_their_twins_are_flagged(text: str, wrong: list[str], report: Inventory) -> None:
    assert [f.text for f in _flagged(text, report)] == wrong


def test_two_numbers_exchanged_are_each_named_the_other(report: Inventory) -> None:
    first, second = _flagged("The courts accepted 870 cases and concluded 930.", report)
    assert {first.reason, second.reason} == {Reason.SWAPPED}
    assert "930件" in first.message and "870件" in first.message
    assert "930件" in second.message


def test_a_message_says_rise_or_fall(report: Inventory) -> None:
    (found,) = _flagged("Fraud cases rose 11.4 percent.", report)
    assert found.message == "The source says “诈骗案件再降11.4%”: it tells a fall, not a rise."


def test_a_fraction_near_a_percentage_is_a_rounding() -> None:
    report = survey(read("一、工作\n已解决的占67%。\n".encode(), name="x.txt"))
    (found,) = _flagged("About two thirds have been resolved.", report)
    assert found.reason is Reason.ROUNDED
