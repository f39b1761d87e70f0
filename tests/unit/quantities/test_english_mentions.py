"""Numbers in English prose: values, units, qualifiers, kinds and spans."""

import json
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from time import process_time

import pytest

from summarizer.quantities import Kind, Qualifier, number_text
from summarizer.quantities.english import mentions_en


@dataclass(frozen=True)
class Case:
    text: str
    value: str
    unit: str = ""
    qualifier: Qualifier = Qualifier.EXACT
    upper: str | None = None
    number: str = ""


_FIGURES = [
    Case("19 special work reports", "19", "report", number="19"),
    Case("nineteen reports", "19", "report", number="nineteen"),
    Case("ninety-nine appointments", "99", "appointment", number="ninety-nine"),
    Case("four hundred and sixty suggestions", "460", "suggestion"),
    Case("three thousand two hundred opinions", "3200", "opinion"),
    Case("seven and a half thousand deputies", "7500", "deputy"),
    Case("half a dozen offices", "6", "office", number="half a dozen"),
    Case("two dozen laws", "24", "law"),
    Case("a thousand pieces", "1000", "piece", number="a thousand"),
    Case("one hundred and five million people", "105000000", "person"),
    Case("1.2 million people", "1200000", "person", number="1.2 million"),
    Case("120,000 yuan", "120000", "元", number="120,000"),
    Case("RMB 385.67 billion", "385670000000", "元", number="385.67 billion"),
    Case("¥5 billion", "5000000000", "元"),
    Case("US$5 million", "5000000", "美元", number="5 million"),
    Case("10 US dollars", "10", "美元"),
    Case("94.35 percent", "94.35", "%", number="94.35 percent"),
    Case("94.35 per cent", "94.35", "%", number="94.35 per cent"),
    Case("94.35%", "94.35", "%", number="94.35%"),
    Case("0.5 percentage points", "0.5", "个百分点", number="0.5"),
    Case("a 0.2-percentage-point rise", "0.2", "个百分点"),
    Case("5.2‰ of births", "0.52", "%"),
    Case("300 hectares", "300", "hectare", number="300"),
    Case("18.9 square kilometres", "18.9", "square kilometer"),
    Case("half of the deputies", "1/2"),
    Case("three quarters of them", "3/4", number="three quarters"),
    Case("one third of the cases", "1/3"),
    Case("two-thirds of the cases", "2/3"),
    Case("twice reviewed", "2", "time", number="twice"),
    Case("income doubled", "2", "time", number="doubled"),
    Case("hundreds of deputies", "100", qualifier=Qualifier.ABOUT),
    Case("tens of thousands of visitors", "10000", qualifier=Qualifier.ABOUT),
    Case("2 to 3 sessions", "2", "session", Qualifier.RANGE, "3"),
    Case("2–3 sessions", "2", "session", Qualifier.RANGE, "3"),
    Case("between two and three sessions", "2", "session", Qualifier.RANGE, "3"),
    Case("from 3km to 5km", "3", "kilometer", Qualifier.RANGE, "5"),
    Case("amended one.", "1"),
    Case("minus 5 percent", "-5", "%"),
]


@pytest.mark.parametrize("case", _FIGURES, ids=[c.text for c in _FIGURES])
def test_figures(case: Case) -> None:
    mentions = mentions_en(case.text)
    assert len(mentions) == 1, mentions
    mention = mentions[0]
    assert mention.kind is Kind.INDICATOR
    assert number_text(mention.value) == case.value
    assert number_text(mention.value_max) == case.upper
    assert mention.qualifier is case.qualifier
    if case.unit:
        assert mention.unit == case.unit
    if case.number:
        assert mention.number.of(case.text) == case.number
    assert mention.span.of(case.text) == mention.text


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("over", Qualifier.OVER),
        ("more than", Qualifier.OVER),
        ("upwards of", Qualifier.OVER),
        ("in excess of", Qualifier.OVER),
        ("exceeding", Qualifier.OVER),
        ("exceeded", Qualifier.OVER),
        ("above", Qualifier.OVER),
        ("about", Qualifier.ABOUT),
        ("around", Qualifier.ABOUT),
        ("approximately", Qualifier.ABOUT),
        ("some", Qualifier.ABOUT),
        ("roughly", Qualifier.ABOUT),
        ("nearly", Qualifier.NEARLY),
        ("almost", Qualifier.NEARLY),
        ("close to", Qualifier.NEARLY),
        ("just under", Qualifier.NEARLY),
        ("under", Qualifier.UNDER),
        ("less than", Qualifier.UNDER),
        ("fewer than", Qualifier.UNDER),
        ("below", Qualifier.UNDER),
        ("fell short of", Qualifier.UNDER),
        ("at least", Qualifier.AT_LEAST),
        ("no fewer than", Qualifier.AT_LEAST),
        ("not less than", Qualifier.AT_LEAST),
        ("at most", Qualifier.AT_MOST),
        ("up to", Qualifier.AT_MOST),
        ("no more than", Qualifier.AT_MOST),
    ],
)
def test_qualifiers_before(words: str, qualifier: Qualifier) -> None:
    text = f"it held {words} 30 meetings"
    (mention,) = mentions_en(text)
    assert mention.qualifier is qualifier
    assert mention.text == f"{words} 30"
    assert mention.number.of(text) == "30"


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("30 or more meetings", Qualifier.AT_LEAST),
        ("30-odd meetings", Qualifier.OVER),
        ("30-plus meetings", Qualifier.OVER),
        ("30+ meetings", Qualifier.OVER),
        ("30 or so meetings", Qualifier.ABOUT),
        ("30 meetings", Qualifier.EXACT),
    ],
)
def test_qualifiers_after(text: str, qualifier: Qualifier) -> None:
    (mention,) = mentions_en(text)
    assert mention.qualifier is qualifier
    assert mention.value == 30


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("in 2023", [Kind.DATE]),
        ("on March 21, 2023", [Kind.DATE]),
        ("on 21 March", [Kind.DATE]),
        ("in March 2023", [Kind.DATE]),
        ("2023-03-21", [Kind.DATE]),
        ("from 2018 to 2022", [Kind.DATE, Kind.DATE]),
        ("in 2018–2022", [Kind.DATE]),
        ("the 1990s", [Kind.DATE]),
        ("in the first half of the year", [Kind.DATE]),
        ("over the past five years", [Kind.DURATION]),
        ("a five-year term", [Kind.DURATION]),
        ("the 14th Five-Year Plan", [Kind.ORDINAL, Kind.NAME]),
        ("the 16th congress", [Kind.ORDINAL]),
        ("its third session", [Kind.ORDINAL]),
        ("the 20th National Congress", [Kind.ORDINAL]),
        ("No. 1 document", [Kind.ORDINAL]),
        ("the 12345 hotline", [Kind.NAME]),
        ("the 1+9 plan", [Kind.NAME]),
        ("after COVID-19", [Kind.NAME]),
        ("5G networks", [Kind.NAME]),
        ("the “two upholds”", [Kind.NAME]),
        ("the Two Upholds", [Kind.NAME]),
        ("one of the most important", [Kind.IDIOM]),
        ("one another", [Kind.IDIOM]),
        ("the one that failed", [Kind.IDIOM]),
        ("for the first time", [Kind.IDIOM]),
        ("zero tolerance", [Kind.IDIOM]),
        ("1. Overview", [Kind.ENUMERATOR]),
        ("2) Overview", [Kind.ENUMERATOR]),
        ("# 3 Overview", [Kind.ENUMERATOR]),
        ("more than 2000 deputies", [Kind.INDICATOR]),
        ("2023 yuan", [Kind.INDICATOR]),
        ("aged 29 years old", [Kind.INDICATOR]),
        ("a nation of deputies", []),
        ("one hundred and", [Kind.INDICATOR]),
        ("three and", [Kind.INDICATOR]),
        ("half a", [Kind.INDICATOR]),
    ],
)
def test_kinds(text: str, kinds: list[Kind]) -> None:
    assert [m.kind for m in mentions_en(text)] == kinds


def test_a_change_is_two_figures_and_a_range_is_one() -> None:
    rise = mentions_en("The rate rose from 12 percent to 18 percent.")
    assert [number_text(m.value) for m in rise] == ["12", "18"]
    shared = mentions_en("The rate was cut from 9.8 to 7.5 percent.")
    assert [(number_text(m.value), m.unit) for m in shared] == [("9.8", "%"), ("7.5", "%")]
    assert [number_text(m.value_max) for m in mentions_en("GDP growth of 6–6.5 percent")] == ["6.5"]


def test_numbers_side_by_side_stay_apart() -> None:
    text = "In 2022 eight laws, 3 hundred and 2 hundred, one two three"
    assert [number_text(m.value) for m in mentions_en(text)] == ["2022", "8", "300", "200", "1", "2", "3"]


def test_a_numeral_too_long_to_be_read_has_no_value() -> None:
    (mention,) = mentions_en("9" * 41 + " yuan")
    assert mention.value is None
    assert mention.unreadable


@pytest.mark.parametrize(
    "text",
    [
        "one hundred and " * 2000,
        "nine million and " * 2000,
        "thousand " * 2000,
        "one point " + "three " * 6000,
        "three-" * 2000,
        "1+" * 2000,
        "1/2/" * 2000,
        "“one " * 2000,
        "9," * 2000,
        "in 2022 to " * 2000,
    ],
    ids=lambda text: text[:12],
)
def test_endless_numbers_are_read_in_little_time(text: str) -> None:
    before = process_time()
    for mention in mentions_en(text):
        assert mention.span.of(text) == mention.text
    assert process_time() - before < 3


def test_fractions_are_fractions() -> None:
    assert mentions_en("two thirds")[0].value == Fraction(2, 3)


@pytest.mark.shared
def test_public_number_suites(shared: Path) -> None:
    """Values and places agree with at least nine in ten of the public suites' expectations."""
    wanted = found = 0
    with (shared / "suites" / "numbers_en.jsonl").open(encoding="utf-8") as lines:
        for case in map(json.loads, lines):
            mentions = mentions_en(case["text"])
            for expected in case["mentions"]:
                if expected["value"] is None or expected.get("optional"):
                    continue
                value = Fraction(expected["value"])
                wanted += 1
                found += any(
                    m.value is not None
                    and m.span.start < expected["end"]
                    and expected["start"] < m.span.end
                    and abs(Fraction(m.value) - value) <= abs(value) / 10**9
                    for m in mentions
                )
    assert found / wanted >= 0.9
