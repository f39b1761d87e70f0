"""Small reports made of clauses with known figures, so that the offline engine is tested without the recogniser."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

import pytest

from summarizer.outline import Section, SectionClass
from summarizer.quantities import Aspect, Category, Indicator, Inventory, Kind, Mention, Number, Qualifier
from summarizer.reading import Document, ReportKind, ReportMeta, Source, Span


@dataclass(frozen=True)
class Figure:
    """One figure of a made-up report: its name and value as the recogniser would give them."""

    name_zh: str
    value: str | None
    unit: str
    qualifier: Qualifier = Qualifier.EXACT
    value_max: str | None = None
    aspect: Aspect = Aspect.REPORTED
    period: str = ""
    key: str = ""
    category: Category = Category.OTHER
    clause: str = ""


MakeReport = Callable[..., Inventory]


def _number(text: str | None) -> Number | None:
    return Decimal(text) if text is not None else None


def _report(*sections: list[Figure], kind: ReportKind = ReportKind.CONGRESS, opening: str = "") -> Inventory:
    """A report with one first-level section for each list of figures, all of a list in one sentence."""
    text = opening or "报告"
    indicators: list[Indicator] = []
    children: list[Section] = []
    for number, figures in enumerate(sections):
        start = len(text)
        title = f"第{number + 1}部分"
        text += "\n" + title + "\n"
        for figure in figures:
            begin = len(text)
            text += figure.clause or figure.name_zh
            at = Span(len(text), len(text) + 3)
            text += "共计数，"
            mention = Mention(
                at,
                at,
                at.of(text),
                Kind.INDICATOR,
                _number(figure.value),
                _number(figure.value_max),
                figure.unit,
                figure.qualifier,
            )
            whole = Span(begin, len(text))
            indicators.append(
                Indicator(
                    len(indicators) + 1,
                    mention,
                    figure.name_zh,
                    figure.category,
                    figure.aspect,
                    figure.period,
                    whole,
                    whole,
                    figure.key,
                )
            )
        text += "。"
        heading = Span(start + 1, start + 1 + len(title))
        children.append(Section(Span(start, len(text)), heading, 1, title, SectionClass.REVIEW))
    doc = Document(text, Source("made.txt", "", "text/plain", "utf-8"), meta=ReportMeta(kind=kind))
    root = Section(Span(0, len(text)), None, 0, "", SectionClass.OTHER, children=tuple(children))
    return Inventory(doc, root, tuple(i.mention for i in indicators), tuple(indicators))


@pytest.fixture
def make_report() -> MakeReport:
    return _report


@pytest.fixture
def figure() -> type[Figure]:
    return Figure
