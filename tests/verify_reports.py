"""Small invented reports, built clause by clause with every figure bound by hand."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from summarizer.outline import Section, SectionClass
from summarizer.quantities import Aspect, Category, Indicator, Inventory, Kind, Mention, Number, Qualifier
from summarizer.reading import Document, Region, RegionKind, ReportKind, ReportMeta, Source, Span


@dataclass(frozen=True)
class Fact:
    """One clause: words, figure and words; `name` and `value` are what the figure is and counts."""

    before: str
    figure: str
    after: str = ""
    name: str = ""
    value: Number | None = None
    unit: str = ""
    qualifier: Qualifier = Qualifier.EXACT
    value_max: Number | None = None
    kind: Kind = Kind.INDICATOR
    aspect: Aspect = Aspect.REPORTED
    period: str = "2022"
    stop: str = "。"
    section: int = 0
    double: bool = False
    unreadable: bool = False


def build_report(*facts: Fact, meta: ReportMeta | None = None) -> Inventory:
    """The report that the facts make, clause by clause."""
    text = ""
    mentions: list[Mention] = []
    indicators: list[Indicator] = []
    regions: list[Region] = []
    starts: dict[int, int] = {}
    for fact in facts:
        starts.setdefault(fact.section, len(text))
        start = len(text)
        text += fact.before + fact.figure + fact.after + fact.stop
        at = start + len(fact.before)
        span, clause = Span(at, at + len(fact.figure)), Span(start, len(text) - len(fact.stop))
        mention = Mention(
            span,
            span,
            fact.figure,
            fact.kind,
            fact.value,
            fact.value_max,
            fact.unit,
            fact.qualifier,
            fact.unreadable,
        )
        mentions.append(mention)
        if fact.double:
            regions.append(Region(Span(start, len(text)), RegionKind.DUPLICATE))
        if fact.kind is Kind.INDICATOR:
            name = fact.name or fact.before + fact.after
            indicators.append(
                Indicator(
                    len(indicators) + 1,
                    mention,
                    name,
                    Category.OTHER,
                    fact.aspect,
                    fact.period,
                    clause,
                    clause,
                )
            )
    ends = [*list(starts.values())[1:], len(text)]
    sections = tuple(
        Section(Span(a, b), None, 1, "", SectionClass.OTHER)
        for a, b in zip(starts.values(), ends, strict=True)
    )
    root = Section(Span(0, len(text)), None, 0, "", SectionClass.OTHER, children=sections)
    meta = meta or ReportMeta(kind=ReportKind.CONGRESS, year="2022", period="2022", congress=16, session=3)
    doc = Document(text, Source("invented.txt", "0" * 64, "text/plain", "utf-8"), tuple(regions), meta)
    return Inventory(doc, root, tuple(mentions), tuple(indicators))


@cache
def town_report() -> Inventory:
    """A report of an invented town, one figure of each kind that a claim can be wrong about.

    Indicators: 1 hearings 19项, 2 assessments 15次, 3 visits over 30, 4 rate 94.35%, 5 masked visits, 6 legislation planned 25件,
    7 grain area 4500亩, 8 training 2 to 3, 9 opinions 7434条, 10 fiscal revenue 38.5亿元, 11 growth 0.5个百分点, 12 petitions 81件.
    """
    figures = [
        Fact("听取专项工作报告", "19项", name="听取专项工作报告", value=Decimal(19), unit="项", stop="，"),
        Fact("开展满意度测评", "15次", name="开展满意度测评", value=Decimal(15), unit="次"),
        Fact(
            "走访困难群众",
            "30余次",
            name="走访困难群众",
            value=Decimal(30),
            unit="次",
            qualifier=Qualifier.OVER,
            stop="，",
        ),
        Fact("代表建议办结率", "94.35%", name="代表建议办结率", value=Decimal("94.35"), unit="%"),
        Fact("接待来访", "***人次", name="接待来访", unit="人次", qualifier=Qualifier.MASKED),
        Fact(
            "计划审议法规草案",
            "25件",
            name="审议法规草案",
            value=Decimal(25),
            unit="件",
            aspect=Aspect.PLANNED,
            period="2023",
        ),
        Fact(
            "新增粮食种植面积", "4500亩", name="新增粮食种植面积", value=Decimal(4500), unit="亩", section=1
        ),
        Fact(
            "每名代表参加培训",
            "2～3次",
            name="代表参加培训",
            value=Decimal(2),
            value_max=Decimal(3),
            unit="次",
            qualifier=Qualifier.RANGE,
            section=1,
        ),
        Fact("征集群众意见", "7434条", name="征集群众意见", value=Decimal(7434), unit="条", section=1),
        Fact(
            "完成财政收入", "38.5亿元", name="完成财政收入", value=Decimal(3850000000), unit="元", section=1
        ),
        Fact(
            "失业率下降", "0.5个百分点", name="失业率下降", value=Decimal("0.5"), unit="个百分点", section=1
        ),
        Fact("受理信访件", "81件", name="受理信访件", value=Decimal(81), unit="件", section=1),
        Fact("受理信访件", "99件", name="受理信访件", value=Decimal(99), unit="件", section=1, double=True),
        Fact("第", "三次会议", kind=Kind.ORDINAL, value=Decimal(3), unit="次", stop="召开。", section=1),
        Fact("自", "2021年", kind=Kind.DATE, value=Decimal(2021), unit="年", stop="以来，", section=1),
        Fact("连续", "4年", kind=Kind.DURATION, value=Decimal(4), unit="年", stop="。", section=1),
        Fact("第", "12页", kind=Kind.FURNITURE, value=Decimal(12), unit="页", section=1),
    ]
    return build_report(*figures)
