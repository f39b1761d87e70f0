"""English texts that cite nothing: each number is found by its value, the noun it counts and the words around it."""

import pytest

from summarizer import read, survey
from summarizer.quantities import Inventory
from summarizer.verify import NumberFinding, Reason, Verdict, check_text
from summarizer.verify.wording import stated_numbers

_REPORT = """
云桥市人民代表大会常务委员会工作报告
——2023年2月1日在云桥市第六届人民代表大会第二次会议上
一、2022年的主要工作
全年召开常委会会议8次、主任会议19次、党组会议23次，听取审议专项工作报告21项，检查5部法律法规实施情况，开展专题调研5项、集中视察2次。
受理来信81件次、来访115批766人次。任命国家工作人员58人次、免职38人次。
搜集建议意见60余条，采纳40余条。代表7434人次进站接待群众10290人次。修订制度49项，新增制度17项。
对物业管理持续4年跟踪监督。动员7500多名代表和500多名干部投身防汛。
二、2023年的主要任务
制定2023年立法计划，提出立法项目25件。
"""


@pytest.fixture(scope="module")
def report() -> Inventory:
    return survey(read(_REPORT.encode(), name="report.txt"))


def _verdicts(found: list[NumberFinding]) -> list[tuple[str, str]]:
    return [(f.text, f.verdict.value if f.verdict else "") for f in found]


@pytest.mark.parametrize(
    "text",
    [
        "The Standing Committee met eight times and heard 21 special work reports.",
        "It dealt with 81 letters and received 115 groups of petitioners, 766 visitors in all.",
        "Fifty-eight officials were appointed and 38 removed.",
        "Over 60 suggestions were gathered, more than 40 of which were adopted.",
        "Deputies attended the stations 7,434 times and received 10,290 visits from the public.",
        "Five special studies and two collective inspections were carried out.",
        "The implementation of five laws and regulations was inspected.",
        "More than 7,500 deputies and over 500 officials joined flood control.",
        "A total of 25 legislative projects are planned for 2023.",
        "It followed up on property management for four years.",
        "The committee revised 49 rules and drew up 17 new ones.",
    ],
)
def test_true_sentences_stand(text: str, report: Inventory) -> None:
    found = check_text(text, report)
    assert found
    assert {f.verdict for f in found} == {Verdict.SUPPORTED}, [f.message for f in found]


@pytest.mark.parametrize(
    ("text", "number", "says"),
    [
        pytest.param("It heard 12 special work reports.", "12", "21项", id="digits exchanged"),
        pytest.param("It received 81 lawsuits.", "81", "来信", id="a noun of nothing in the report"),
        pytest.param("It received 81 visits.", "81", "来访", id="a noun of the neighbour"),
        pytest.param("Fifty-eight officials were removed.", "Fifty-eight", "免职", id="a verb of the neighbour"),
        pytest.param("It held 23 chairpersons' council meetings.", "23", "主任会议", id="swapped"),
        pytest.param("Over 40 suggestions were gathered, more than 40 of which were adopted.", "40", "60余条", id="told twice"),
        pytest.param("The committee revised 49 rules and drew up 49 new ones.", "49", "17项", id="told for the other too"),
        pytest.param("Five special studies and five collective inspections were carried out.", "five", "2次", id="a neighbour of the same value elsewhere"),
        pytest.param("It followed up on property management for nearly four years.", "four", "exact time", id="a hedged duration"),
        pytest.param("It followed up on property management for six years.", "six", "no figure", id="another duration"),
        pytest.param("The committee has enacted 25 legislative projects.", "25", "planned", id="a plan told as done"),
        pytest.param("It trained 31 lawyers.", "31", "no figure", id="nothing"),
    ],
)  # fmt: skip
def test_their_twins_are_flagged(text: str, number: str, says: str, report: Inventory) -> None:
    found = check_text(text, report)
    flagged = [f for f in found if f.verdict is not Verdict.SUPPORTED]
    assert [f.text for f in flagged] == [number], _verdicts(found)
    assert says in flagged[0].message


def test_a_year_in_words_must_stand_in_the_report(report: Inventory) -> None:
    verdicts = [
        f.verdict for f in check_text("It met in twenty twenty-three, not in nineteen eighty.", report)
    ]
    assert verdicts == [Verdict.SUPPORTED, Verdict.UNSUPPORTED]


def test_a_rise_is_no_fall() -> None:
    text = "某市人民法院工作报告\n一、2022年工作\n受理案件860件，同比下降7.3%；审结820件，同比上升5.1%。\n"
    court = survey(read(text.encode(), name="court.txt"))
    fell = check_text("Cases accepted fell 7.3 percent and those concluded rose 5.1 percent.", court)
    rose = check_text("Cases accepted rose 7.3 percent.", court)
    assert {f.verdict for f in fell} == {Verdict.SUPPORTED}
    assert [f.verdict for f in rose] == [Verdict.CONTRADICTED]


@pytest.mark.parametrize(
    "text", ["It held 1\u200b9 meetings.", "It dealt with ８1 letters and l9 visits.", "It took ⑲ decisions."]
)
def test_what_looks_like_another_number_is_flagged(text: str, report: Inventory) -> None:
    assert Reason.NOT_A_FIGURE in {f.reason for f in check_text(text, report)}


def test_a_sum_must_be_said_to_be_one(report: Inventory) -> None:
    said = check_text("It appointed 58 officials and removed 38, 96 in all.", report)
    unsaid = check_text("It appointed 96 officials and removed 38.", report)
    assert [f.reason for f in said] == [Reason.EXACT, Reason.EXACT, Reason.DERIVED]
    assert unsaid[0].verdict is not Verdict.SUPPORTED


def test_a_noun_that_no_table_has_is_not_judged(report: Inventory) -> None:
    (found,) = check_text("It dealt with 81 billets-doux.", report)
    assert found.verdict is Verdict.SUPPORTED


def test_a_sentence_without_end_is_judged_in_parts(report: Inventory) -> None:
    text = "It met eight times and heard 21 special work reports, " * 100
    found = check_text(text, report)
    assert [text[f.start : f.end] for f in found] == ["eight", "21"] * 100
    assert len({stated.sentence for stated in stated_numbers(text)}) == 2
    assert all(found[at].verdict is Verdict.SUPPORTED for at in (0, 1))


def test_a_number_is_not_cut_where_a_sentence_is(report: Inventory) -> None:
    text = "x" * 3_998 + " 7,434 deputies"
    assert [(f.text, f.verdict) for f in check_text(text, report)] == [("7,434", Verdict.SUPPORTED)]
