"""Claims as programs state them: values of any plain type, mappings, and what is refused."""

import dataclasses
from decimal import Decimal
from enum import Enum
from fractions import Fraction

import pytest

from summarizer.claims import Claim
from summarizer.claims.given import GivenNumber
from summarizer.quantities import Aspect, Number, Qualifier


@pytest.mark.parametrize(
    ("given", "value"),
    [
        pytest.param("19", Decimal(19), id="text"),
        pytest.param(" 94.35 ", Decimal("94.35"), id="text with blanks"),
        pytest.param("2/3", Fraction(2, 3), id="fraction as text"),
        pytest.param(19, Decimal(19), id="int"),
        pytest.param(94.35, Decimal("94.35"), id="float by its digits"),
        pytest.param(Decimal("0.10"), Decimal("0.10"), id="Decimal"),
        pytest.param(Fraction(2, 3), Fraction(2, 3), id="Fraction"),
        pytest.param("", None, id="empty"),
        pytest.param(None, None, id="None"),
    ],
)
def test_a_value_is_exact_whatever_type_it_comes_in(given: GivenNumber | None, value: Number | None) -> None:
    claim = Claim(value=given, value_max=given)
    assert (claim.value, claim.value_max) == (value, value)


@pytest.mark.parametrize("given", ["many", "NaN", float("inf"), Decimal("NaN"), "1/0", "1e999999999", "1,5"])
def test_what_is_no_number_is_refused_with_its_field(given: GivenNumber) -> None:
    with pytest.raises(ValueError, match=r"^'value_max' is '.+', which is no number"):
        Claim(value_max=given)


def test_a_truth_value_is_no_number() -> None:
    with pytest.raises(ValueError, match="'value' is not a text"):
        Claim(value=True)


def test_closed_sets_are_given_by_their_words() -> None:
    claim = Claim(qualifier="over", aspect="planned")
    assert claim.qualifier is Qualifier.OVER
    assert claim.aspect is Aspect.PLANNED
    with pytest.raises(ValueError, match=r"there is no qualifier 'roughly' \(there are: exact, over"):
        Claim(qualifier="roughly")


def test_a_claim_is_a_value() -> None:
    claim = Claim(name_zh="执法检查", value="5")
    assert claim == Claim("", "执法检查", value=5)
    assert dataclasses.replace(claim, value=Decimal(6)).value == 6
    with pytest.raises(dataclasses.FrozenInstanceError):
        claim.value = Decimal(6)  # type: ignore[misc]


class Word(Enum):
    OVER = "over"


def test_a_mapping_may_hold_enums_and_more_than_is_asked() -> None:
    row = {"name_zh": "走访", "value": 30, "qualifier": Word.OVER, "unit": None, "confidence": [0.9]}
    assert Claim.of(row) == Claim(name_zh="走访", value=30, qualifier=Qualifier.OVER)


@pytest.mark.parametrize(
    "field", ["id", "name_zh", "name_en", "value", "value_max", "unit", "quote", "period"]
)
@pytest.mark.parametrize("wrong", [["1"], {"a": 1}, True, b"1", object()])
def test_a_mapping_with_a_field_of_the_wrong_type_is_refused(field: str, wrong: object) -> None:
    with pytest.raises(ValueError, match=f"'{field}' is not a text"):
        Claim.of({field: wrong})
