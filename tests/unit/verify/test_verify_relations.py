"""Relations between figures of a report: which are found, which hold, and which are left alone."""

import time
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.claims import SentenceClaim
from summarizer.pipeline import survey
from summarizer.prompting import Sentence
from summarizer.quantities import Inventory, number_text
from summarizer.reading import read
from summarizer.verify import Reason, Relation, Verdict, check_sentence, relations
from summarizer.verify.derivation import derived


def report(body: str) -> Inventory:
    text = f"云桥市人民代表大会常务委员会工作报告\n各位代表：\n一、2023年主要工作\n{body}\n"
    return survey(read(text.encode(), name="r.txt"))


def found(body: str) -> list[Relation]:
    return relations(report(body))


def said(body: str) -> list[tuple[str, str, bool]]:
    return [(r.kind.value, r.formula, r.holds) for r in found(body)]


HOLDING = {
    "parts of a whole": ("审议法规19件，其中制定3件、修改16件。", "sum", "3件 + 16件 = 19件"),
    "parts in brackets": ("任免干部96人次（任命58人次、免职38人次）。", "sum", "58人次 + 38人次 = 96人次"),
    "parts after a stop": ("审结案件300件。其中，民事200件，刑事100件。", "sum", "200件 + 100件 = 300件"),
    "parts with their own changes": (
        "审结案件300件，其中民事200件，增长5%；刑事100件，下降3%。", "sum", "200件 + 100件 = 300件",
    ),
    "a part of a part": ("审结案件300件，其中民事200件（离婚50件）、刑事100件。", "sum", "200件 + 100件 = 300件"),
    "the rest": (
        "受理案件300件，其中民事200件、刑事60件，其余40件为行政案件。", "sum", "200件 + 60件 + 40件 = 300件",
    ),
    "summed up": ("制定3件、修改1件、废止1件，共计5件。", "sum", "3件 + 1件 + 1件 = 5件"),
    "rounded parts": (
        "完成投资12.3亿元，其中政府投资5.1亿元，社会投资7.3亿元。", "sum", "5.1亿元 + 7.3亿元 = 12.4亿元",
    ),
    "Chinese numerals": ("召开会议十二次，其中常委会会议八次、主任会议四次。", "sum", "8次 + 4次 = 12次"),
    "rate of what was handled": (
        "共收到代表建议460件，已办结434件，办结率94.35%。", "share", "434件 ÷ 460件 ≈ 94.35%",
    ),
    "rate under another verb": ("共收到建议460件，已处理434件，办结率94.35%。", "share", "434件 ÷ 460件 ≈ 94.35%"),
    "a part's share": ("市人大代表300人，其中女性90人，占30%。", "share", "90人 ÷ 300人 = 30%"),
    "share of the total": ("市人大代表300名，其中女性90名、占代表总数的30%。", "share", "90名 ÷ 300名 = 30%"),
    "share with the whole behind": ("办结434件，占总数460件的94.35%。", "share", "434件 ÷ 460件 ≈ 94.35%"),
    "increase": ("高新技术企业由86家增加到94家，增加8家。", "difference", "94家 − 86家 = 8家"),
    "decrease": ("积案由94件减少到86件，减少8件。", "difference", "94件 − 86件 = 8件"),
    "points": ("覆盖率从86.7%提高到93.3%，提高6.6个百分点。", "difference", "93.3% − 86.7% = 6.6个百分点"),
    "growth": ("高新技术企业由86家增加到94家，增长9.3%。", "growth", "(94家 − 86家) ÷ 86家 ≈ 9.3%"),
    "fall": ("在编职工由80人减少到60人，减少25%。", "growth", "(80人 − 60人) ÷ 80人 = 25%"),
    "growth beside the increase": (
        "高新技术企业达到94家，比上年增加8家，增长9.3%。", "growth", "8家 ÷ (94家 − 8家) ≈ 9.3%",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "kind", "formula"), HOLDING.values(), ids=HOLDING)
def test_a_relation_that_comes_out_is_found(body: str, kind: str, formula: str) -> None:
    assert said(body) == [(kind, formula, True)]


WRONG = {
    "all parts promised": ("受理案件300件，分为民事200件、刑事90件。", "200件 + 90件 = 290件", "290"),
    "the rest": ("受理案件300件，其中民事200件、刑事60件，其余50件为行政案件。", "200件 + 60件 + 50件 = 310件", "310"),
    "summed up": ("民事案件200件、刑事案件100件，合计310件。", "200件 + 100件 = 300件", "300"),
    "digits of a rate exchanged": (
        "共收到代表建议460件，已办结434件，办结率93.45%。", "434件 ÷ 460件 ≈ 94.35%", "94.35",
    ),
    "a part's share": ("市人大代表300人，其中女性90人，占35%。", "90人 ÷ 300人 = 30%", "30"),
    "share with the whole behind": ("办结434件，占建议总数460件的98.35%。", "434件 ÷ 460件 ≈ 94.35%", "94.35"),
    "increase": ("高新技术企业由86家增加到94家，增加9家。", "94家 − 86家 = 8家", "8"),
    "a fall told as an increase": ("高新技术企业由94家增加到86家，增加8家。", "86家 − 94家 = −8家", "-8"),
    "points": ("失业率由4.5%下降到4.1%，下降0.9个百分点。", "4.5% − 4.1% = 0.4个百分点", "0.4"),
    "growth": ("高新技术企业由86家增加到94家，增长9.5%。", "(94家 − 86家) ÷ 86家 ≈ 9.3%", "9.3"),
    "growth beside the increase": (
        "高新技术企业达到94家，比上年增加8家，增长8.3%。", "8家 ÷ (94家 − 8家) ≈ 9.3%", "9.3",
    ),
    "money in other scales": (
        "完成投资12.3亿元，分为政府投资5.1亿元、社会投资7900万元。", "5.1亿元 + 7900万元 ≈ 5.9亿元", "590000000",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "formula", "computed"), WRONG.values(), ids=WRONG)
def test_an_explicit_relation_that_does_not_come_out_is_reported(
    body: str, formula: str, computed: str
) -> None:
    (relation,) = found(body)
    assert (relation.formula, number_text(relation.computed), relation.holds) == (formula, computed, False)


SILENT = {
    "some of the parts": "审议法规19件，其中制定3件、修改1件。",
    "parts and others": "受理案件300件，分为民事200件、刑事90件等。",
    "parts that overlap": "市人大代表300人，其中女性90人，党员250人。",
    "over": "收到建议460件，已办结430余件，办结率98.45%。",
    "about": "企业由86家增加到约94家，增加12家。",
    "a range": "企业由86家增加到94家，增加9至10家。",
    "masked": "收到建议***件，已办结434件，办结率98.45%。",
    "a stock that is not told": "新收案件100件，审结90件，结案率85%。",
    "handled in time": "收到建议460件，按期办结434件，按期办结率98.45%。",
    "of something else": "新增企业300家，其中规上90家，占全市的35%。",
    "real growth": "生产总值由100亿元增加到120亿元，增长15%。",
    "annual average": "企业由86家增加到94家，年均增长2.3%。",
    "another base": "五年来，企业由86家增加到94家，比上年增加2家。",
    "gross and net": "企业由86家增加到94家，新增12家。",
    "of another thing": "企业由86家增加到94家，增加3家外资企业。",
    "summed up with more": "召开座谈会3次、听证会5次，共计开展活动10次。",
    "siblings of a list": "共召开会议12次、视察8次、调研4次。",
    "two wholes": "受理案件300件，审结280件，其中民事150件，占45%。",
    "a school level": "新建企业90家、中小企业60家，占50%。",
    "across sentences": "收到建议460件。已办结434件。办结率98.45%。",
}


@pytest.mark.parametrize("body", SILENT.values(), ids=SILENT)
def test_what_may_be_read_otherwise_is_left_alone(body: str) -> None:
    assert said(body) == []


def test_a_rate_cut_off_instead_of_rounded_is_left_alone() -> None:
    assert said("市人大代表93人，其中女性26人，占27.9%。") == []
    assert said("市人大代表93人，其中女性26人，占27.8%。") == [("share", "26人 ÷ 93人 ≈ 28.0%", False)]


@pytest.mark.parametrize(
    ("rate", "holds"), [("12.4%", True), ("12.5%", True), ("12.6%", True), ("12.7%", False), ("13%", True)]
)
def test_half_a_unit_of_the_last_digit_may_be_rounded_either_way(rate: str, holds: bool) -> None:
    """1.25亿 of 10.0亿 lies between 12.39 and 12.61 percent."""
    one = said(f"完成投资10.0亿元，其中政府投资1.25亿元，占{rate}。")
    assert [h for _, _, h in one] == [holds]


@pytest.mark.parametrize("rate", ["12%", "13%"])
def test_a_half_may_go_up_or_to_the_even_digit(rate: str) -> None:
    assert [r.holds for r in found(f"市人大代表80人，其中女性10人，占{rate}。")] == [True]


def test_operands_and_the_stated_figure_are_the_indicators_of_the_report() -> None:
    inventory = report("共收到代表建议460件，已办结434件，办结率94.35%。")
    (relation,) = relations(inventory)
    part, whole = relation.operands
    assert [part.mention.text, whole.mention.text, relation.stated.mention.text] == [
        "434件",
        "460件",
        "94.35%",
    ]
    assert relation.stated == inventory.indicators[-1]


def test_furniture_inside_a_sentence_changes_nothing() -> None:
    assert [r.holds for r in found("共收到代表建议460件，已办结434\n— 3 —\n件，办结率94.35%。")] == [True]


def test_marks_in_half_width_and_blanks_change_nothing() -> None:
    assert said("共收到代表建议460件, 已办结434件, 办结率 93.45%。") == [
        ("share", "434件 ÷ 460件 ≈ 94.35%", False)
    ]
    assert said("审结案件300件(民事200件,刑事100件)。") == [("sum", "200件 + 100件 = 300件", True)]


def test_where_a_figure_follows_in_two_ways_the_one_that_holds_is_meant() -> None:
    assert said("审查案件400件，受理案件300件，其中民事150件，占案件总数的50%。") == [
        ("share", "150件 ÷ 300件 = 50%", True)
    ]


def test_a_sentence_of_a_thousand_figures_costs_no_more_than_its_length() -> None:
    def seconds(figures: int) -> float:
        inventory = report(
            "审结案件9999999件，其中" + "、".join(f"民事{n % 97 + 1}件" for n in range(figures)) + "。"
        )
        start = time.perf_counter()
        relations(inventory)
        return time.perf_counter() - start

    seconds(100)
    # The best of three: the collector may pass over the whole heap within one of them.
    assert min(seconds(2000) for _ in range(3)) < 20 * max(seconds(500), 0.005)


# ---- generated sentences


_SOME = st.integers(1, 9999)
_ROUNDING = st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN])


def rounded(value: Fraction, places: int, mode: str) -> Decimal:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal(1).scaleb(-places), rounding=mode)


@st.composite
def sentences(draw: st.DrawFn, *, wrong: bool) -> str:
    """A sentence with one explicit relation, right or wrong by more than any rounding."""
    by = draw(st.integers(3, 60)) if wrong else 0
    kind = draw(st.sampled_from(["sum", "handled", "share", "difference", "points", "growth"]))
    a, b = draw(_SOME), draw(_SOME)
    low, high = sorted((a, a + b))
    places, mode = draw(st.integers(0, 2)), draw(_ROUNDING)
    off = by * Decimal(1).scaleb(-places)
    share = rounded(Fraction(100 * low, high), places, mode) + off
    match kind:
        case "sum":
            third = draw(_SOME)
            return f"共受理案件{a + b + third + by}件，分为民事{a}件、刑事{b}件、行政{third}件。"
        case "handled":
            return f"共收到代表建议{high}件，已办结{low}件，办结率{share}%。"
        case "share":
            return f"市人大代表{high}人，其中女性{low}人，占{share}%。"
        case "difference":
            return f"高新技术企业由{low}家增加到{high}家，增加{high - low + by}家。"
        case "points":
            before, after = (Decimal(n) / 100 for n in (min(a, b), max(a, b) + 1))
            return f"森林覆盖率由{before:.2f}%提高到{after:.2f}%，提高{after - before + by:.2f}个百分点。"
        case _:
            growth = rounded(Fraction(100 * (high - low), low), places, mode) + off
            return f"高新技术企业由{low}家增加到{high}家，增长{growth}%。"


@settings(max_examples=150, deadline=None)
@given(sentences(wrong=False))
def test_a_consistent_sentence_never_gives_a_mismatch(body: str) -> None:
    assert [r.formula for r in found(body) if not r.holds] == []


@settings(max_examples=150, deadline=None)
@given(sentences(wrong=True))
def test_a_changed_figure_gives_one(body: str) -> None:
    assert [r.holds for r in found(body)] == [False], body


# ---- what prose may derive


BUILT = (
    "共收到代表建议460件，已办结434件，办结率94.35%。受理案件300件，其中民事200件、刑事100件。培训代表120人。"
)


@pytest.mark.parametrize(
    ("value", "unit", "told", "formula"),
    [
        pytest.param("26", "件", [1], "460件 − 434件", id="what is left"),
        pytest.param("94", "%", [2], "434件 ÷ 460件 ≈ 94%", id="share, rounded"),
        pytest.param("66.7", "%", [4], "200件 ÷ 300件 ≈ 66.7%", id="share of a part"),
        pytest.param("100", "件", [5], "300件 − 200件", id="whole without a part"),
    ],
)
def test_two_figures_of_a_relation_give_a_third(value: str, unit: str, told: list[int], formula: str) -> None:
    made = derived(found(BUILT), told, Decimal(value), unit)
    assert made is not None and made.formula == formula


@pytest.mark.parametrize(
    ("value", "unit", "told"),
    [
        pytest.param("26", "件", [7], id="nothing of the relation is told"),
        pytest.param("66.6", "%", [4], id="another percentage"),
        pytest.param("34", "%", [4, 5], id="no share of a part in a part"),
        pytest.param("26", "人", [1], id="another unit"),
        pytest.param("126", "件", [1, 2, 4, 6], id="figures of two relations"),
    ],
)
def test_nothing_else_follows(value: str, unit: str, told: list[int]) -> None:
    assert derived(found(BUILT), told, Decimal(value), unit) is None


def test_nothing_follows_from_a_relation_that_does_not_hold() -> None:
    wrong = found("共收到代表建议460件，已办结434件，办结率93.45%。")
    assert [r.holds for r in wrong] == [False]
    assert derived(wrong, [1, 2], Decimal(26), "件") is None


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Of 460 suggestions, 26 are still open.", Verdict.SUPPORTED),
        ("Of 460 suggestions, 94 percent were settled.", Verdict.SUPPORTED),
        ("Of 460 suggestions, 27 are still open.", Verdict.UNSUPPORTED),
    ],
)
def test_a_sentence_may_state_what_follows_from_figures_of_one_relation(text: str, verdict: Verdict) -> None:
    inventory = report(BUILT)
    finding = check_sentence(SentenceClaim(Sentence(text, (1,)), inventory.outline.span), inventory)
    assert finding.verdict is verdict
    if verdict is Verdict.SUPPORTED:
        assert Reason.DERIVED in {number.reason for number in finding.numbers}
        assert any("460件" in number.message for number in finding.numbers)
