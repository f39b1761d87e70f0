"""Claims as other programs state them."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from summarizer.cli.claims_in import claim_of_json
from summarizer.errors import InputError
from summarizer.quantities import Aspect, Qualifier


def test_all_fields_are_taken_over() -> None:
    row = {
        "id": 7,
        "name_zh": "代表建议",
        "name_en": "deputies' suggestions",
        "value": "146",
        "value_max": "150",
        "unit": "件",
        "qualifier": "range",
        "quote": "代表建议146至150件",
        "period": 2022,
        "aspect": "planned",
        "more": {"is": "ignored"},
    }
    claim = claim_of_json(row, where="f:1")
    assert (claim.id, claim.name_zh, claim.value, claim.value_max) == (
        "7",
        "代表建议",
        Decimal(146),
        Decimal(150),
    )
    assert (claim.unit, claim.qualifier, claim.period, claim.aspect) == (
        "件",
        Qualifier.RANGE,
        "2022",
        Aspect.PLANNED,
    )


def test_what_is_missing_or_null_is_unknown() -> None:
    for row in ({}, dict.fromkeys(("id", "value", "unit", "qualifier", "quote", "period", "aspect"))):
        claim = claim_of_json(row, where="f:1")
        assert (claim.value, claim.unit, claim.qualifier, claim.period, claim.aspect) == (None,) * 5
        assert (claim.id, claim.quote, claim.value_text) == ("", "", "")


def test_an_empty_unit_is_a_unit() -> None:
    assert claim_of_json({"unit": ""}, where="f:1").unit == ""


@pytest.mark.parametrize(
    ("value", "number", "text"),
    [
        pytest.param("12.50", Decimal("12.50"), "", id="decimal"),
        pytest.param("2/3", Fraction(2, 3), "", id="fraction"),
        pytest.param(146, Decimal(146), "", id="a JSON number"),
        pytest.param("many", None, "many", id="a word"),
        pytest.param("1/0", None, "1/0", id="no fraction"),
        pytest.param("NaN", None, "NaN", id="not a number"),
        pytest.param("1e999999999", None, "1e999999999", id="a thousand million digits"),
        pytest.param(Decimal("1e999999999"), None, "1E+999999999", id="the same as a JSON number"),
    ],
)
def test_values(value: Any, number: Decimal | Fraction | None, text: str) -> None:
    claim = claim_of_json({"value": value}, where="f:1")
    assert (claim.value, claim.value_text) == (number, text)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({"qualifier": "roughly"}, "there is no qualifier 'roughly'"),
        ({"aspect": "hoped"}, "there is no aspect 'hoped'"),
        ({"value": ["1"]}, "'value' is not a text"),
        ({"unit": True}, "'unit' is not a text"),
    ],
)
def test_a_bad_field_names_its_line(row: dict[str, Any], says: str) -> None:
    with pytest.raises(InputError) as caught:
        claim_of_json(row, where="claims.jsonl:4")
    assert str(caught.value).startswith(f"claims.jsonl:4: {says}")
