"""The figure style, rule by rule."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from summarizer.lexicon import units
from summarizer.offline.numbers import count_en, is_measure, number_en, quantity_en
from summarizer.quantities import Kind, Mention, Number, Qualifier
from summarizer.reading import Span


def _mention(
    value: Number | None, unit: str = "", qualifier: Qualifier = Qualifier.EXACT, most: Number | None = None
) -> Mention:
    return Mention(Span(0, 1), Span(0, 1), "数", Kind.INDICATOR, value, most, unit, qualifier)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(Decimal("3"), "3", id="digits where nothing is counted"),
        pytest.param(Decimal("7434"), "7,434", id="thousands comma"),
        pytest.param(Decimal("94.35"), "94.35", id="decimals stay"),
        pytest.param(Decimal("13.60"), "13.6", id="no trailing zero"),
        pytest.param(Decimal("0.5"), "0.5", id="below one"),
        pytest.param(Decimal("999999"), "999,999", id="below a million"),
        pytest.param(Decimal("1000000"), "1 million", id="a million"),
        pytest.param(Decimal("12345000"), "12.345 million", id="three decimals of a million"),
        pytest.param(Decimal("12345600"), "12,345,600", id="never rounded to a scale"),
        pytest.param(Decimal("823000000"), "823 million", id="below a billion"),
        pytest.param(Decimal("10800000000"), "10.8 billion", id="billions"),
        pytest.param(
            Decimal("1084560000"),
            "1,084.56 million",
            id="the next scale where the larger needs too many decimals",
        ),
        pytest.param(Decimal("1200000000000"), "1.2 trillion", id="trillions"),
        pytest.param(Fraction(2, 3), "two thirds", id="small fraction"),
        pytest.param(Fraction(1, 2), "one half", id="half"),
        pytest.param(Fraction(37, 100), "37/100", id="large fraction"),
    ],
)
def test_bare_numbers(value: Number, expected: str) -> None:
    assert number_en(value) == expected


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        pytest.param(_mention(Decimal(1)), "one", id="one"),
        pytest.param(_mention(Decimal(9)), "nine", id="words below ten"),
        pytest.param(_mention(Decimal(10)), "10", id="digits from ten"),
        pytest.param(_mention(Decimal(30), qualifier=Qualifier.OVER), "over 30", id="over"),
        pytest.param(_mention(Decimal(100), qualifier=Qualifier.ABOUT), "about 100", id="about"),
        pytest.param(_mention(Decimal(2000), qualifier=Qualifier.NEARLY), "nearly 2,000", id="nearly"),
        pytest.param(_mention(Decimal(50), qualifier=Qualifier.UNDER), "under 50", id="under"),
        pytest.param(_mention(Decimal(3), qualifier=Qualifier.AT_LEAST), "at least three", id="at least"),
        pytest.param(_mention(Decimal(5), qualifier=Qualifier.AT_MOST), "at most five", id="at most"),
        pytest.param(
            _mention(Decimal(2), qualifier=Qualifier.RANGE, most=Decimal(3)), "2 to 3", id="range in digits"
        ),
    ],
)
def test_counts(mention: Mention, expected: str) -> None:
    assert count_en(mention) == expected


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        pytest.param(_mention(Decimal("94.35"), "%"), "94.35 percent", id="percent"),
        pytest.param(_mention(Decimal("3.5"), "个百分点"), "3.5 percentage points", id="percentage points"),
        pytest.param(_mention(Decimal(1), "个百分点"), "1 percentage point", id="one percentage point"),
        pytest.param(_mention(Decimal("823000000"), "元"), "823 million yuan", id="money"),
        pytest.param(_mention(Decimal("10500000"), "美元"), "10.5 million US dollars", id="dollars"),
        pytest.param(_mention(Decimal(18), "公里"), "18 kilometers", id="plural unit"),
        pytest.param(_mention(Decimal(1), "公里"), "1 kilometer", id="singular unit"),
        pytest.param(_mention(Decimal(6340), "亩"), "6,340 mu", id="unit without plural"),
        pytest.param(
            _mention(Decimal(5), "%", Qualifier.RANGE, Decimal(6)), "5 to 6 percent", id="range of percent"
        ),
        pytest.param(_mention(Decimal(6), "%", Qualifier.ABOUT), "about 6 percent", id="qualified percent"),
        pytest.param(_mention(Decimal(6), "件"), None, id="measure word without English"),
    ],
)
def test_quantities(mention: Mention, expected: str | None) -> None:
    assert quantity_en(mention, units()) == expected


@pytest.mark.parametrize(
    ("value", "written", "expected"),
    [
        pytest.param(1, "1家以上", "at least one", id="the figure itself is meant"),
        pytest.param(30, "30家以上", "over 30", id="large"),
        pytest.param(5, "5家多", "over five", id="not the figure itself"),
    ],
)
def test_or_more(value: int, written: str, expected: str) -> None:
    mention = replace(_mention(Decimal(value), "家", Qualifier.OVER), text=written)
    assert count_en(mention) == expected


def test_a_masked_figure_has_no_english() -> None:
    with pytest.raises(ValueError, match="no value"):
        count_en(_mention(None, "次", Qualifier.MASKED))


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("元", True),
        ("%", True),
        ("亩", True),
        ("元/月", True),
        ("微克/立方米", True),
        ("件", False),
        ("天", False),
        ("倍", False),
    ],
)
def test_measures_are_told_from_counts(unit: str, expected: bool) -> None:
    assert is_measure(unit, units()) is expected
