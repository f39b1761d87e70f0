"""Chinese text and claims with Chinese names: rise and fall, what is denied, levels and changes, lists, years and plans."""

import random
import re
from pathlib import Path

import pytest

from summarizer import Document, check, check_text, read, survey
from summarizer.quantities import Kind
from summarizer.verify import Reason, Verdict, names
from summarizer.verify.passage import squeezed
from summarizer.verify.skeleton import sentences_of

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.txt"))
ECONOMY = (
    "2024年，全市地区生产总值3120.5亿元，增长5.6%；一般公共预算收入210.3亿元，下降2.1%；固定资产投资下降4.8%，其中工业投资增长9.7%。"
    "进出口总额450亿元，其中出口280亿元、增长12%，进口170亿元、下降3.5%。城镇、农村居民人均可支配收入分别增长4.8%、6.9%。"
    "空气质量优良天数比率86.5%，比上年提高1.2个百分点。贫困人口减少3.2万人。民营企业达到8.6万户，增加1.1万户。压减公用经费15%。"
    "批准逮捕各类犯罪嫌疑人1325人，不批准逮捕602人。审结案件11500件，未结500件。每千人口床位数由5.8张提高到6.3张。"
    "连续16年排名全省第一。生产安全事故起数、死亡人数分别下降8.9%、4.6%。外贸增长25%，增幅比一季度回落17个百分点。"
)
CONGRESS = """云桥市人民代表大会常务委员会工作报告
——2025年1月14日在云桥市第五届人民代表大会第四次会议上
一、2024年的主要工作
共召开常委会会议9次、主任会议21次，听取和审议专项工作报告18项。城镇新增就业64.1万人。制定地方性法规3件、修改2件。
任免国家机关工作人员98人次。粮食总产439.2亿斤、连续12年超430亿斤。
二、2025年的主要任务
计划制定法规4件，组织代表培训300人次。
"""


@pytest.fixture(scope="module")
def economy() -> Document:
    return read(ECONOMY.encode(), name="report.txt")


@pytest.fixture(scope="module")
def congress() -> Document:
    return read(CONGRESS.encode(), name="report.txt")


def worst(text: str, report: Document) -> Verdict:
    judged = [f.verdict for f in check_text(text, report) if f.verdict is not None]
    return max(judged, key=lambda verdict: verdict.rank)


@pytest.mark.parametrize(
    "text",
    [
        "GDP为3120.5亿元，同比增长5.6%。",
        "一般公共预算收入降至210.3亿元，降幅2.1%。",
        "出口增长12%，进口下降3.5%。",
        "农村和城镇居民收入分别增长6.9%和4.8%。",
        "贫困人口减少3.2万人。",
        "民营企业增加1.1万户，达到8.6万户。",
        "审结案件11500件、未结500件。",
        "每千人口床位数达到6.3张。",
        "批准逮捕1325人、不批准逮捕602人。",
        "公用经费压减15%。",
        "死亡人数下降4.6%。",
    ],
)
def test_the_same_in_other_words_is_borne_out(text: str, economy: Document) -> None:
    assert worst(text, economy) is Verdict.SUPPORTED


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("地区生产总值下降5.6%。", id="fall for rise"),
        pytest.param("固定资产投资增长4.8%。", id="rise for fall"),
        pytest.param("优良天数比率下降1.2个百分点。", id="points"),
        pytest.param("贫困人口增加3.2万人。", id="count"),
        pytest.param("贫困人口3.2万人。", id="change as level"),
        pytest.param("民营企业增加8.6万户。", id="level as change"),
        pytest.param("公用经费增长15%。", id="verb before"),
        pytest.param("批准逮捕602人。", id="denied"),
        pytest.param("审结案件500件。", id="not yet"),
        pytest.param("城镇、农村居民人均可支配收入分别增长6.9%、4.8%。", id="list exchanged"),
        pytest.param("工业投资占比9.7%。", id="share"),
        pytest.param("进出口总额280亿元。", id="a part for all"),
        pytest.param("每千人口床位数由6.3张提高到5.8张。", id="ends exchanged"),
        pytest.param("每千人口床位数由5.8张减少到6.3张。", id="turned"),
        pytest.param("连续18年排名全省第一。", id="another time"),
        pytest.param("2023年全市地区生产总值增长5.6%。", id="year"),
        pytest.param("力争贫困人口减少3.2万人。", id="plan"),
    ],
)
def test_what_is_turned_exchanged_or_denied_is_contradicted(text: str, economy: Document) -> None:
    assert worst(text, economy).rank > Verdict.IMPRECISE.rank


@pytest.mark.parametrize(
    "text",
    [
        "2023年召开常委会会议9次。",
        "今年城镇新增就业64.1万人。",
        "2025年将听取和审议专项工作报告18项。",
        "已组织代表培训300人次。",
        "计划召开主任会议21次。",
    ],
)
def test_other_years_and_plans_are_contradicted(text: str, congress: Document) -> None:
    reasons = {f.reason for f in check_text(text, congress) if f.verdict is Verdict.CONTRADICTED}
    assert reasons & {Reason.PERIOD, Reason.ASPECT}


def test_a_plan_told_as_one_is_borne_out(congress: Document) -> None:
    assert worst("2025年计划制定法规4件。", congress) is Verdict.SUPPORTED
    assert worst("制定法规3件，修改2件。", congress) is Verdict.SUPPORTED


CLAIMS_TRUE: list[dict[str, object]] = [
    {"name_zh": "GDP增速", "value": "5.6", "unit": "%"},
    {"name_zh": "固定资产投资变化", "value": "-4.8", "unit": "%"},
    {"name_zh": "批准逮捕犯罪嫌疑人", "value": "1325"},
    {"name_zh": "生产安全事故死亡人数下降", "value": "4.6", "unit": "%"},
    {"name_zh": "进口下降", "value": "3.5", "unit": "%"},
    {"name_zh": "每千人口床位数", "value": "6.3", "unit": "张"},
    {"name_zh": "每千人口床位数", "value": "6.3", "value_max": "6.3", "unit": "张"},
    {"name_zh": "优良天数比率", "value": "0.865"},
    {"name_zh": "不批准逮捕", "value": "602", "quote": "不批准逮捕"},
]
CLAIMS_FALSE: list[dict[str, object]] = [
    {"name_zh": "地区生产总值下降", "value": "5.6", "unit": "%"},
    {"name_zh": "地区生产总值增速", "value": "-5.6", "unit": "%"},
    {"name_zh": "地区生产总值", "value": "5.6", "unit": "%"},
    {"name_zh": "工业投资占比", "value": "9.7", "unit": "%"},
    {"name_zh": "批准逮捕", "value": "602", "unit": "人"},
    {"name_zh": "贫困人口", "value": "32000", "unit": "人"},
    {"name_zh": "出口总额", "value": "45000000000", "unit": "元"},
    {"name_zh": "进口增速", "value": "12", "unit": "%"},
    {"name_zh": "民营企业新增", "value": "86000", "unit": "户"},
    {"name_zh": "生产安全事故死亡人数下降", "value": "8.9", "unit": "%"},
    {"name_zh": "外贸下降", "value": "17", "unit": "个百分点"},
    {"name_zh": "任免法官", "value": "1325"},
]


@pytest.mark.parametrize("claim", CLAIMS_TRUE, ids=lambda c: f"{c['name_zh']} {c['value']}")
def test_true_claims_are_supported(claim: dict[str, object], economy: Document) -> None:
    assert check(claim, economy).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize("claim", CLAIMS_FALSE, ids=lambda c: f"{c['name_zh']} {c['value']}")
def test_false_claims_are_not(claim: dict[str, object], economy: Document) -> None:
    assert check(claim, economy).verdict.rank > Verdict.AMBIGUOUS.rank


def test_a_record_kept_for_years_is_not_this_years_figure(congress: Document) -> None:
    claim = {"name_zh": "粮食总产量", "value": "43920000000", "unit": "斤"}
    assert check(claim, congress).verdict is Verdict.SUPPORTED
    assert check({**claim, "value": "43000000000"}, congress).verdict is not Verdict.SUPPORTED


def test_persons_for_attendances_are_imprecise(congress: Document) -> None:
    found = check({"name_zh": "任免国家机关工作人员", "value": 98, "unit": "人"}, congress)
    assert (found.verdict, found.reason) == (Verdict.IMPRECISE, Reason.UNIT)
    assert "more than once" in found.message


@pytest.mark.parametrize(
    ("claim", "says"),
    [
        ({"value": "5.6"}, "Nothing says what 5.6 counts, and a number alone is no evidence."),
        ({"name_zh": "地区生产总值增长"}, "The claim states no value."),
        (
            {"name_zh": "地区生产总值增长", "value": "5.6", "qualifier": "masked"},
            "the source does not mask this figure",
        ),
        ({"name_zh": "植树", "value": "7", "quote": "连续"}, "The source has no figure 7 for “植树”"),
    ],
)
def test_messages_say_what_is_the_matter(claim: dict[str, object], says: str, economy: Document) -> None:
    assert says in check(claim, economy).message


def test_a_long_value_is_not_echoed_whole(economy: Document) -> None:
    assert len(check({"name_zh": "地区生产总值", "value": "9" * 5000}, economy).message) < 300
    assert len(check({"name_zh": "地区生产总值", "value": "x" * 5000}, economy).message) < 300


# -- a report checked against itself


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_report_bears_itself_out(path: Path) -> None:
    doc = read(path.read_bytes(), name=path.name)
    judged = [f for f in check_text(doc.text, doc) if f.verdict is not None]
    assert [f for f in judged if f.verdict is not Verdict.SUPPORTED] == []
    assert len(judged) > 100


_TURNS = {"增长": "下降", "下降": "增长", "提高": "降低", "增加": "减少", "减少": "增加"}


def _altered(sentence: str, numbers: list[tuple[int, int]], draw: random.Random) -> list[str]:
    """The sentence with a digit changed, two numbers exchanged, a rise turned."""
    found = []
    digits = [i for start, end in numbers for i in range(start, end) if sentence[i].isdecimal()]
    if digits:
        i = draw.choice(digits)
        other = draw.choice([d for d in "123456789" if d != sentence[i]])
        found.append(sentence[:i] + other + sentence[i + 1 :])
    if len(numbers) > 1:
        (a, b), (c, d) = sorted(draw.sample(numbers, 2))
        if sentence[a:b] != sentence[c:d] and "*" not in sentence:
            found.append(sentence[:a] + sentence[c:d] + sentence[b:c] + sentence[a:b] + sentence[d:])
    turned = list(re.finditer(rf"({'|'.join(_TURNS)})(?=\d)", sentence))
    if turned:
        hit = draw.choice(turned)
        found.append(sentence[: hit.start()] + _TURNS[hit.group()] + sentence[hit.end() :])
    return found


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_altered_sentences_are_caught_and_untouched_ones_are_not(path: Path) -> None:
    draw = random.Random(7)
    doc = read(path.read_bytes(), name=path.name)
    source = survey(doc)
    altered = caught = 0
    for sentence in sentences_of(doc.body, source.mentions):
        span = sentence.span
        words = span.of(doc.text)
        slots = [m.number for c in sentence.clauses for m in c.slots if m.kind is Kind.INDICATOR]
        if not slots or "\n" in words:
            continue
        assert worst(words + "。", doc) is Verdict.SUPPORTED
        numbers = [(slot.start - span.start, slot.end - span.start) for slot in slots]
        for text in _altered(words, numbers, draw):
            altered += 1
            caught += worst(text + "。", doc) is not Verdict.SUPPORTED
    assert altered >= 15
    assert caught >= 0.97 * altered


def test_the_lines_of_the_page_have_no_verdict() -> None:
    doc = read(EXAMPLES[-1].read_bytes(), name="report.txt")
    text = "召开常委会会议8次。\n第 1 页 共 5 页\n主任会议19次。\n第 2 页 共 5 页\n"
    verdicts = [f.verdict for f in check_text(text, doc)]
    assert verdicts == [Verdict.SUPPORTED, None, None, Verdict.SUPPORTED, None, None]


# -- the work grows with the text


@pytest.mark.parametrize(
    "repeated", ["听取报告19项，", "听取报告19项、", "受理案件300件，其中", "增长5.1%，"]
)
def test_a_sentence_without_end_takes_linear_work(repeated: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read_chars = 0

    def counted(text: str) -> tuple[str, list[int]]:
        nonlocal read_chars
        read_chars += len(text)
        return squeezed(text)

    monkeypatch.setattr(names, "squeezed", counted)
    work = []
    for times in (400, 800):
        doc = read((repeated * times + "100件。").encode(), name="report.txt")
        read_chars = 0
        check({"name_zh": "听取报告", "value": 19}, doc)
        work.append(read_chars)
    assert work[1] < 2.5 * work[0]
