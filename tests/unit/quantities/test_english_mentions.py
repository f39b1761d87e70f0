"""Numbers in English prose: values, units, qualifiers, kinds and spans."""

import json
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import pytest
from work import calls

from summarizer.quantities import Kind, Qualifier, number_text
from summarizer.quantities.en.recogniser import mentions_en


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
    Case("negative five", "-5", number="negative five"),
    Case("- 4", "-4", number="- 4"),
    Case("point five", "0.5"),
    Case("three million, two hundred and six", "3000206"),
    Case("at least RMB 30 million", "30000000", "元", Qualifier.AT_LEAST, number="RMB 30 million"),
    Case("a RMB-10-billion fund", "10000000000", "元"),
    Case("3.2 bn yuan", "3200000000", "元", number="3.2 bn"),
    Case("320m yuan", "320000000", "元", number="320m"),
    Case("€210m", "210000000", "欧元"),
    Case("3.5m people", "3500000", "person"),
    Case("a hundred-billion-yuan industry", "100000000000", "元"),
    Case("50 million U.S. dollars", "50000000", "美元"),
    Case("renminbi 5 million", "5000000", "元"),
    Case("a half-dozen towns", "6", "town"),
    Case("several hundred towns", "100", "town", Qualifier.ABOUT, number="several hundred"),
    Case("a few dozen towns", "10", "town", Qualifier.ABOUT),
    Case("scores of towns", "20", qualifier=Qualifier.ABOUT),
    Case("30-odd thousand people", "30000", "person", Qualifier.OVER),
    Case("90-plus percent", "90", "%", Qualifier.OVER),
    Case("a tenfold rise", "10", "time"),
    Case("a 2.5-fold rise", "2.5", "time"),
    Case("two and two-thirds", "8/3"),
    Case("three and a fifth", "3.2"),
    Case("1½ mu", "1.5", "mu"),
    Case("2-1/2 mu", "2.5", "mu"),
    Case("¾ of them", "3/4"),
    Case("three quarters of a million", "750000"),
    Case("eleven twentieths", "11/20"),
    Case("two twenty-fifths", "2/25"),
    Case("seven millionths", "7/1000000"),
    Case("one thousandth of the cost", "1/1000"),
    Case("half of one percent", "0.5", "%", number="half of one percent"),
    Case("three tenths of a percentage point", "0.3", "个百分点"),
    Case("one in five", "1/5", number="one in five"),
    Case("roughly nine out of ten", "9/10", qualifier=Qualifier.ABOUT, number="nine out of ten"),
    Case("one in every three homes", "1/3"),
    Case("18 sq. km", "18", "square kilometer"),
    Case("18 km²", "18", "square kilometer"),
    Case("18 cu m", "18", "cubic meter"),
    Case("an 18-square-metre room", "18", "square meter"),
    Case("60 km/h", "60", "kilometer per hour"),
    Case("4 kWh/m2", "4", "kilowatt-hour per square meter"),
    Case("5 tonnes of standard coal", "5", "tonne of standard coal equivalent"),
    Case("9 tonne-kilometres", "9", "tonne-kilometer"),
    Case("2 kt", "2000", "tonne"),
    Case("21 degrees Celsius", "21", "degree Celsius"),
    Case("25 basis points", "25", "basis point"),
    Case("RMB 5/kg", "5", "元"),
    Case("aged 60", "60", "year of age"),
    Case("60-year-olds", "60", "year of age"),
    Case("one motion deputies tabled", "1", "motion"),
]

_RANGES = [
    Case("2 to 3 million", "2000000", upper="3000000"),
    Case("two to three hundred thousand", "200000", upper="300000"),
    Case("between two and three thousand", "2000", upper="3000"),
    Case("800 to 1 million", "800", upper="1000000"),
    Case("fifty to one hundred", "50", upper="100"),
    Case("RMB 1.2-1.5 billion", "1200000000", "元", upper="1500000000"),
    Case("RMB 1.2m to 1.5m", "1200000", "元", upper="1500000"),
    Case("$3 million-$5 million", "3000000", "美元", upper="5000000"),
    Case("between RMB 2.1 and 2.4 billion", "2100000000", "元", upper="2400000000"),
    Case("-5 to 5", "-5", upper="5"),
    Case("-18 °C to -34 °C", "-34", "degree Celsius", upper="-18"),
    Case("an 8- to 10-kilometre road", "8", "kilometer", upper="10"),
    Case("ten-to-twelve", "10", upper="12"),
    Case("20 or 30 towns", "20", "town", upper="30"),
    Case("it fell by 5 to 6 percent", "5", "%", upper="6"),
    Case("it rose by 2 to 3 million", "2000000", upper="3000000"),
    Case("it cut 10 to 20 posts", "10", "post", upper="20"),
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


@pytest.mark.parametrize("case", _RANGES, ids=[c.text for c in _RANGES])
def test_ranges(case: Case) -> None:
    (mention,) = mentions_en(case.text)
    assert (number_text(mention.value), number_text(mention.value_max)) == (case.value, case.upper)
    assert mention.qualifier is Qualifier.RANGE
    if case.unit:
        assert mention.unit == case.unit


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The rate rose from 12 percent to 18 percent.", ["12", "18"]),
        ("It rose by 12.3 million to 45.6 million yuan.", ["12300000", "45600000"]),
        ("Staff grew by about 15 to 25.", ["15", "25"]),
        ("Staff is up 12 to 45.", ["12", "45"]),
        ("It grew from 2 to 3 million.", ["2000000", "3000000"]),
        ("Output doubled to 40,000 tonnes.", ["2", "40000"]),
        ("It rose 8 % to $ 13 billion.", ["8", "13000000000"]),
        ("A half to 12 towns agreed.", ["1/2", "12"]),
        ("12 out of 15 bills passed.", ["12", "15"]),
        ("It runs 8 in 5 towns.", ["8", "5"]),
        ("12 or 15 votes", ["12", "15"]),
        ("There are 20 second-hand cars.", ["20", "2"]),
        ("It had 280 million first-time visits.", ["280000000", "1"]),
        ("three laws were passed and one was repealed", ["3", "1"]),
        ("“19 measures” and “12 reports”", ["19", "12"]),
        ("a gain of 100 plus 20", ["100", "20"]),
        ("between 5 and 5 of them", ["5", "5"]),
        ("20 percent less than 2020", ["20", "2020"]),
    ],
)
def test_two_numbers_are_two(text: str, values: list[str]) -> None:
    found = mentions_en(text)
    assert [number_text(m.value) for m in found] == values
    assert [m.value_max for m in found] == [None, None]


def test_a_unit_said_once_holds_for_a_whole_list() -> None:
    units = [m.unit for m in mentions_en("They rose 4.1, 5.0 and 6.3 percent.")]
    assert units == ["%", "%", "%"]
    assert [m.unit for m in mentions_en("20,000 and 15 percent")] == ["", "%"]


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
        ("upward of", Qualifier.OVER),
        ("in the order of", Qualifier.ABOUT),
        ("c.", Qualifier.ABOUT),
        ("≈", Qualifier.ABOUT),
        ("nearing", Qualifier.NEARLY),
        ("at the very least", Qualifier.AT_LEAST),
        ("≥", Qualifier.AT_LEAST),
        ("≤", Qualifier.AT_MOST),
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
        ("30 plus meetings", Qualifier.OVER),
        ("30-some meetings", Qualifier.OVER),
        (">30 meetings", Qualifier.OVER),
        ("> 30 meetings", Qualifier.EXACT),
        ("under 30 headings", Qualifier.EXACT),
        ("it passed 30 laws", Qualifier.EXACT),
        ("it passed RMB 30", Qualifier.OVER),
    ],
)
def test_qualifiers_around(text: str, qualifier: Qualifier) -> None:
    (mention,) = mentions_en(text)
    assert mention.qualifier is qualifier
    assert mention.value == 30


def test_the_unit_is_shared_between_the_ends_of_a_change() -> None:
    shared = mentions_en("The rate was cut from 9.8 to 7.5 percent.")
    assert [(number_text(m.value), m.unit) for m in shared] == [("9.8", "%"), ("7.5", "%")]


def test_numbers_side_by_side_stay_apart() -> None:
    text = "In 2022 eight laws, 3 hundred and 2 hundred, one two three"
    assert [number_text(m.value) for m in mentions_en(text)] == ["2022", "8", "300", "200", "1", "2", "3"]


def test_a_numeral_too_long_to_be_read_has_no_value() -> None:
    (mention,) = mentions_en("9" * 41 + " yuan")
    assert mention.value is None
    assert mention.unreadable


@pytest.mark.parametrize(
    "unit",
    [
        "one hundred and ",
        "nine million and ",
        "thousand ",
        "one point three three three ",
        "three-",
        "1+",
        "1/2/",
        "“one ",
        "9,",
        "in 2022 to ",
        "(2) a ",
        "0123-",
        "5, 6 and ",
        "5 km/",
    ],
    ids=str,
)
def test_endless_numbers_are_read_with_work_in_step_with_their_length(unit: str) -> None:
    text = unit * 800
    for mention in mentions_en(text):
        assert mention.span.of(text) == mention.text
    assert calls(lambda: mentions_en(text)) < 3 * calls(lambda: mentions_en(unit * 400))


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
