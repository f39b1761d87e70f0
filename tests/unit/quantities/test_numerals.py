"""Numerals by value."""

from decimal import Decimal

import pytest

from summarizer.lexicon import numeral_range, numeral_value
from summarizer.lexicon.numerals import exact_product


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一百三十二", "132"),
        ("5千6百万", "56000000"),
        ("1.2万亿", "1200000000000"),
        ("二〇二三", "2023"),
        ("四百五", "450"),
        ("一亿零一", "100000001"),
        ("十三万五", "135000"),
        ("两千零三", "2003"),
        ("廿三", "23"),
        ("二百点五", "200.5"),
        ("壹拾万零叁仟肆佰伍拾叁", "103453"),
        ("零点零四", "0.04"),
        ("１，２３４．５", "1234.5"),
        ("万", "10000"),
        ("一千零十", "1010"),
        ("一百零十万", "1100000"),
        ("一万零十二", "10012"),
        ("伍佰參拾肆", "534"),
        ("一點一", "1.1"),
        ("零點77", "0.77"),
        ("一百点123", "100.123"),
        ("1千零1", "1001"),
        ("2千零30万", "20300000"),
        ("9佰", "900"),
        ("3万5", "35000"),
        ("12万3456", "123456"),
    ],
)
def test_a_numeral_has_its_value(text: str, value: str) -> None:
    assert numeral_value(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "近", "百人", "一万亿亿亿亿", "9" * 41, "1.2.3", "一兆"])
def test_what_is_no_readable_numeral_has_none(text: str) -> None:
    assert numeral_value(text) is None


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("二三十", ("20", "30")),
        ("四十五六万", ("450000", "460000")),
        ("三五百", ("300", "500")),
        ("一万六七", ("16000", "17000")),
    ],
)
def test_neighbouring_digits_say_a_range(text: str, ends: tuple[str, str]) -> None:
    assert numeral_range(text) == (Decimal(ends[0]), Decimal(ends[1]))


@pytest.mark.parametrize("text", ["二〇二三", "一一", "一二三", "三十五", "三二", "十三点六七"])
def test_other_digits_say_none(text: str) -> None:
    assert numeral_range(text) is None


@pytest.mark.parametrize(
    ("value", "factor", "product"), [("1.5", "1e8", "150000000"), ("9" * 40, "0.1", None), (None, "10", None)]
)
def test_a_product_is_exact_or_absent(value: str | None, factor: str, product: str | None) -> None:
    found = exact_product(None if value is None else Decimal(value), Decimal(factor))
    assert found == (None if product is None else Decimal(product))
