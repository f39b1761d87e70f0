from decimal import Decimal
from fractions import Fraction

import pytest
from wire.reports import Fig, chunk_of, inventory_of

from summarizer.claims import claims_in, sentence_claims_in
from summarizer.prompting import Draft, Row, Sentence
from summarizer.quantities import Aspect, Number, Qualifier

INVENTORY = inventory_of(
    "召开会议", Fig("12次", "12", "次"), "，满意率达到", Fig("94.35%", "94.35", "%"), "。"
)
CHUNK = chunk_of(INVENTORY, number=4)


def row(cite: int | None = 1, value: str | None = "12", qualifier: str = "exact", **more: str) -> Row:
    return Row(
        cite,
        value,
        more.get("value_max"),
        qualifier,
        "召开会议",
        "meetings held",
        quote=more.get("quote", ""),
    )


def test_a_cited_row_takes_from_the_indicator_what_the_recogniser_knows() -> None:
    (claim,) = claims_in(Draft(rows=(row(value="13"),)), CHUNK, INVENTORY)
    assert (claim.id, claim.cite, claim.within) == ("c4r1", 1, CHUNK.span)
    assert (claim.unit, claim.aspect, claim.period, claim.quote) == (
        "次",
        Aspect.REPORTED,
        "2022",
        "召开会议12次",
    )
    assert (claim.value, claim.qualifier) == (Decimal(13), Qualifier.EXACT), (
        "the value is the row's own, right or not"
    )
    assert (claim.name_zh, claim.name_en) == ("召开会议", "meetings held")


def test_a_row_without_a_citation_brings_its_own_quote() -> None:
    (claim,) = claims_in(Draft(rows=(row(cite=None, quote="会议12次"),)), CHUNK, INVENTORY)
    assert (claim.cite, claim.quote, claim.unit, claim.period, claim.aspect) == (
        None,
        "会议12次",
        None,
        None,
        None,
    )


def test_each_row_has_its_own_id() -> None:
    assert [claim.id for claim in claims_in(Draft(rows=(row(), row(), row())), CHUNK, INVENTORY)] == [
        "c4r1",
        "c4r2",
        "c4r3",
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1200000000000", Decimal(1200000000000)),
        ("94.35", Decimal("94.35")),
        ("2/3", Fraction(2, 3)),
        ("1,200,000", Decimal(1200000)),
        (" 12 ", Decimal(12)),
        ("1200000000000.0", Decimal(1200000000000)),
        ("1e+16", Decimal(10) ** 16),
    ],
)
def test_values_that_are_numbers(text: str, value: Number) -> None:
    (claim,) = claims_in(Draft(rows=(row(value=text),)), CHUNK, INVENTORY)
    assert (claim.value, claim.value_text) == (value, "")


@pytest.mark.parametrize(
    "text",
    ["twelve", "12次", "1,2", "nan", "Infinity", "1/0", "2/3/4", "1e999999999", "9" * 200, "12–15", "94%"],
    ids=lambda text: text[:12],
)
def test_values_that_are_none_are_kept_as_text(text: str) -> None:
    (claim,) = claims_in(Draft(rows=(row(value=text),)), CHUNK, INVENTORY)
    assert claim.value is None
    assert claim.value_text == text


def test_a_percent_sign_is_forgiven_where_the_figure_is_in_percent() -> None:
    (claim,) = claims_in(Draft(rows=(row(cite=2, value="94.35%"),)), CHUNK, INVENTORY)
    assert claim.value == Decimal("94.35")


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [("at_least", Qualifier.AT_LEAST), ("At least", Qualifier.AT_LEAST), ("roughly", None), ("", None)],
)
def test_qualifiers(text: str, qualifier: Qualifier | None) -> None:
    (claim,) = claims_in(Draft(rows=(row(qualifier=text),)), CHUNK, INVENTORY)
    assert claim.qualifier is qualifier


def test_a_masked_row_has_no_value() -> None:
    (claim,) = claims_in(Draft(rows=(row(value=None, qualifier="masked"),)), CHUNK, INVENTORY)
    assert (claim.value, claim.value_text, claim.qualifier) == (None, "", Qualifier.MASKED)


def test_sentences_are_claims_about_the_chunk() -> None:
    sentence = Sentence("It met 12 times.", (1,))
    (claim,) = sentence_claims_in(Draft(sentences=(sentence,)), CHUNK)
    assert (claim.sentence, claim.within) == (sentence, CHUNK.span)
