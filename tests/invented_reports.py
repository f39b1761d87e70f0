"""Invented work reports of any size whose every figure is known beforehand: where it stands, its value, what it counts, of when.

What the program should find is put down while the report is written, never read back from the program.
"""

from dataclasses import dataclass
from decimal import Decimal

from hypothesis import strategies as st
from numerals import forms

from summarizer.claims import Claim
from summarizer.pipeline import survey
from summarizer.quantities import Aspect, Indicator, Inventory, Qualifier
from summarizer.reading import read

__all__ = ["TRADITIONAL", "Fact", "Report", "inventory_of", "reports", "true_claim"]

_TITLE = "枫桥市人民代表大会常务委员会工作报告\n——2024年1月10日在枫桥市第六届人民代表大会第三次会议上\n\n各位代表：\n我受市人大常委会委托，向大会报告工作，请予审议。\n"
# Long enough that a line of it is prose and no heading, wherever it is broken behind.
_LEAD = "市人大常委会坚持以人民为中心的发展思想，依法履行宪法和法律赋予的各项职责，忠诚担当，"
_HEADINGS = {Aspect.REPORTED: "一、2023年的主要工作\n", Aspect.PLANNED: "二、2024年的工作安排\n"}
_PERIODS = {Aspect.REPORTED: "2023", Aspect.PLANNED: "2024"}

# What is done, to what, in which unit: no two things share a word that tells them apart.
_THINGS = (
    ("听取", "专项工作报告", "项"), ("开展", "执法检查", "次"), ("办理", "代表建议", "件"), ("走访", "困难群众", "户"), ("审查", "规范性文件", "件"),
    ("培训", "基层干部", "人次"), ("建成", "联络站", "个"), ("制定", "地方性法规", "部"), ("接待", "来访群众", "人次"), ("改造", "老旧小区", "个"),
    ("整治", "黑臭水体", "处"), ("新建", "农村公路", "公里"), ("治理", "沙化土地", "亩"), ("完成", "财政收入", "元"),
)  # fmt: skip
_RATES = (("办结率", "%"), ("满意率", "%"), ("覆盖率", "%"))
_HEDGES: dict[Qualifier, tuple[str, ...]] = {
    Qualifier.EXACT: ("{n}{u}",),
    Qualifier.OVER: ("超过{n}{u}", "{n}{u}以上", "{n}余{u}"),
    Qualifier.ABOUT: ("约{n}{u}", "{n}{u}左右"),
    Qualifier.NEARLY: ("近{n}{u}", "接近{n}{u}"),
    Qualifier.UNDER: ("不足{n}{u}", "不到{n}{u}"),
    Qualifier.AT_LEAST: ("至少{n}{u}", "不少于{n}{u}"),
    Qualifier.AT_MOST: ("不超过{n}{u}", "最多{n}{u}"),
    Qualifier.MASKED: ("***{u}", "＊＊＊{u}", "××{u}"),
}


@dataclass(frozen=True)
class Fact:
    """One figure of a report: the thing that it counts, the number as written, and what that number is. `value` None is masked."""

    thing: str
    number: str
    value: Decimal | None
    unit: str
    qualifier: Qualifier
    aspect: Aspect
    clause: str

    @property
    def period(self) -> str:
        return _PERIODS[self.aspect]


@dataclass(frozen=True)
class Report:
    """A report and its facts, in the order of the text; `numbers` are where their bare numbers begin."""

    text: str
    facts: tuple[Fact, ...]

    @property
    def numbers(self) -> list[int]:
        places, at = [], 0
        for fact in self.facts:
            clause = self.text.index(fact.clause, at)
            at = clause + len(fact.clause)
            places.append(clause + fact.clause.index(fact.number, len(fact.thing)))
        return places


@st.composite
def _facts(draw: st.DrawFn, verb: str, thing: str, unit: str, aspect: Aspect) -> Fact:
    qualifier = draw(st.sampled_from([Qualifier.EXACT] * 6 + list(_HEDGES)))
    if unit == "%":
        value: Decimal | None = draw(st.decimals("1", "99.9", places=1))
        number, qualifier = str(value), Qualifier.EXACT
    else:
        whole = draw(
            st.integers(2, 99_999) | st.integers(2, 60) | st.integers(1, 9_999).map(lambda n: n * 10**6)
        )
        written = forms(whole)
        value, number = Decimal(whole), draw(st.sampled_from(written))
    hedge = draw(st.sampled_from(_HEDGES[qualifier]))
    if "余" in hedge:  # it stands behind round numbers
        value = Decimal(draw(st.integers(1, 999)) * 10)
        number = str(value)
    if qualifier is Qualifier.MASKED:
        value, number = None, hedge.removesuffix("{u}")
    figure = hedge.format(n=number, u=unit)
    planned = "计划" if aspect is Aspect.PLANNED else ""
    return Fact(thing, number, value, unit, qualifier, aspect, f"{planned}{verb}{thing}{figure}")


@st.composite
def reports(draw: st.DrawFn, *, least: int = 1, exact: bool = False) -> Report:
    """A report with one to ten figures, each of another thing, in one or two sections; `exact` leaves hedges and masks out."""
    things = draw(st.permutations((*_THINGS, *(("", rate, unit) for rate, unit in _RATES))))
    done = draw(st.lists(st.sampled_from(range(10)), min_size=least, max_size=7, unique=True))
    text, facts = _TITLE, []
    for aspect, chosen in (
        (Aspect.REPORTED, things[: len(done)]),
        (Aspect.PLANNED, things[10 : 10 + draw(st.integers(0, 3))]),
    ):
        if not chosen:
            continue
        text += _HEADINGS[aspect] + _LEAD
        for at, (verb, thing, unit) in enumerate(chosen):
            fact = draw(
                _facts(verb, thing, unit, aspect).filter(
                    lambda fact: not exact or fact.qualifier is Qualifier.EXACT
                )
            )
            if not verb:
                fact = Fact(
                    thing,
                    fact.number,
                    fact.value,
                    unit,
                    fact.qualifier,
                    aspect,
                    fact.clause.replace(thing, f"{thing}达到", 1),
                )
            facts.append(fact)
            # A rate after a list is one of what was listed last, as it should be; here it is one of its own.
            alone = at == len(chosen) - 1 or not chosen[at + 1][0]
            text += fact.clause + (
                f"。\n{_LEAD}" if alone else draw(st.sampled_from(["，", "。", "；", f"。\n{_LEAD}"]))
            )
        text = text.removesuffix(_LEAD)
    return Report(text, tuple(facts))


def inventory_of(text: str) -> Inventory:
    """The report as the program reads it."""
    return survey(read(text.encode("utf-8"), name="report.txt"))


def true_claim(fact: Fact, indicator: Indicator | None = None) -> Claim:
    """The claim that states the fact; with the indicator also cited."""
    return Claim(
        "c", name_zh=fact.thing, value=fact.value, unit=fact.unit, qualifier=fact.qualifier, period=fact.period, aspect=fact.aspect,
        cite=indicator.id if indicator else None,
    )  # fmt: skip


TRADITIONAL = str.maketrans(
    "枫桥会务员报书届会议为说读审议给请位区级计划听取专项报执检办议访难众审规导训层干部联络站制来访众区水体处农村公里万亿余约过满达约过财务员时间内订习务设导进个开户",
    "楓橋會務員報書屆會議為說讀審議給請位區級計劃聽取專項報執檢辦議訪難眾審規導訓層幹部聯絡站制來訪眾區水體處農村公里萬億餘約過滿達約過財務員時間內訂習務設導進個開戶",
)
"""Characters of these reports in their traditional form."""
