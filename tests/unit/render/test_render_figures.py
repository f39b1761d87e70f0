"""Figures of a digest in English: the style of the offline engine, in digits."""

from decimal import Decimal
from fractions import Fraction

import pytest
from digest_builder import indicator, masked

from summarizer.digest.figure import figure_en, name_of, period_en
from summarizer.lexicon import units
from summarizer.offline import quantity_en
from summarizer.quantities import Kind, Mention, Qualifier, number_of
from summarizer.reading import Span


@pytest.mark.parametrize(
    ("value", "unit", "name_en", "figure"),
    [
        pytest.param("3", "件", "local regulations enacted", "3", id="digits below ten"),
        pytest.param("12345000", "元", "investment", "12.345 million yuan", id="money"),
        pytest.param("94.35", "%", "completion rate", "94.35 percent", id="percent"),
        pytest.param("1", "个百分点", "rise", "1 percentage point", id="one point"),
        pytest.param("2/3", "", "share of members", "two thirds", id="fraction"),
        pytest.param("110", "人", "deputies trained", "110", id="people go without saying"),
        pytest.param("18", "次", "meetings", "18", id="times go without saying"),
        pytest.param("7434", "人次", "receptions", "7,434 person-times", id="attendances do not"),
        pytest.param("5", "轮", "inspection rounds", "5", id="said by the name"),
        pytest.param("400", "户", "new enterprises", "400", id="firms are no households"),
        pytest.param("400", "户", "subsidies paid", "400 households", id="households"),
        pytest.param("145", "套", "government-subsidised homes", "145", id="homes are no sets"),
        pytest.param("5", "件", "", "5 件", id="Chinese name, Chinese measure word"),
        pytest.param("5", "", "", "5", id="no unit"),
        pytest.param("5", "坨坨", "things", "5", id="unknown unit beside an English name"),
    ],
)
def test_figures(value: str, unit: str, name_en: str, figure: str) -> None:
    assert figure_en(indicator(1, value=value, unit=unit, name_en=name_en)) == figure


def test_masked_and_unreadable_figures_have_words() -> None:
    assert figure_en(masked(1)) == "masked in the source"
    assert figure_en(indicator(1, value=None)) == "unreadable in the source"


@pytest.mark.parametrize("qualifier", [q for q in Qualifier if q is not Qualifier.MASKED])
@pytest.mark.parametrize("value", ["7", "823000000", "6.5"])
def test_qualifiers_read_as_the_offline_engine_writes_them(qualifier: Qualifier, value: str) -> None:
    top = "900000000" if qualifier is Qualifier.RANGE else None
    row = indicator(1, value=value, value_max=top, unit="件", qualifier=qualifier)
    span = Span(0, 1)
    yuan = Mention(span, span, "", Kind.INDICATOR, number_of(value), number_of(top), "元", qualifier)
    assert f"{figure_en(row)} yuan" == quantity_en(yuan, units())


def test_the_value_is_exact() -> None:
    assert number_of("2/3") == Fraction(2, 3)
    assert figure_en(indicator(1, value=str(Decimal("1234567.89")))) == "1,234,567.89"


def test_names_and_periods() -> None:
    assert name_of(indicator(1, name_en="reports heard")) == "Reports heard"
    assert name_of(indicator(1, name_en="", name_zh="听取报告")) == "听取报告"
    assert period_en("2018-2022") == "2018–2022"
