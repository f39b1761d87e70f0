"""Claims as programs state them: values of any plain type, mappings, and what is refused."""

import dataclasses
from decimal import Decimal
from enum import Enum
from fractions import Fraction

import pytest
from pydantic import BaseModel

from summarizer import check, read
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


REPORT = read(
    """云桥市人民政府工作报告
各位代表：
原煤产量1.68亿吨，增长4.4%，接待游客60万人以上，公路里程突破9000公里，走访群众30余次，受理来信81件，造林30万亩，完成投资23.8亿元，任免96人次，惠及农户600户，绿地面积12平方公里。
到2022年，建成学校5所。2018年至2022年新建医院7所。
""".encode(),
    name="r.txt",
)


def said(name_zh: str, value: object, unit: str | None = None, **more: object) -> tuple[str, str]:
    finding = check({"name_zh": name_zh, "value": value, "unit": unit, **more}, REPORT)
    return finding.verdict.value, finding.reason.value


@pytest.mark.parametrize(
    ("name_zh", "value", "unit"),
    [
        ("原煤产量", 1.68, "亿吨"),
        ("原煤产量", "16800", "万吨"),
        ("原煤产量", 168, "million tonnes"),
        ("原煤产量", "168 million", "tonnes"),
        ("原煤产量", "168 million tonnes", None),
        ("原煤产量", "1.68亿", "亿吨"),
        ("原煤产量", "168,000,000", "metric tons"),
        ("原煤产量增长", "4.4%", None),
        ("原煤产量增长", "4.4", "percent"),
        ("接待游客", "60万人以上", None),
        ("接待游客", "over 600,000", "people"),
        ("公路里程", "over 9,000 km", None),
        ("公路里程", "9000", "kilometres"),
        ("走访群众", "30余", "次"),
        ("走访群众", 30, "times"),
        ("惠及农户", "600户农户", None),
        ("惠及农户", "six hundred households", None),
        ("走访群众", 30, "visits"),
        ("受理来信", 81, "letters"),
        ("受理来信", "81 letters", None),
        ("造林", 30, "万亩"),
        ("造林", 300, "thousand mu"),
        ("完成投资", 2.38, "billion yuan"),
        ("完成投资", 23.8, "亿元"),
        ("任免", 96, "person-times"),
        ("惠及农户", 600, "households"),
        ("绿地面积", 12, "square kilometres"),
        ("绿地面积", 12, "sq km"),
    ],
)
def test_a_figure_is_read_as_programs_and_people_write_it(
    name_zh: str, value: object, unit: str | None
) -> None:
    assert said(name_zh, value, unit) == ("supported", "EXACT")


@pytest.mark.parametrize(
    ("name_zh", "value", "unit", "reason"),
    [
        pytest.param("原煤产量", 1.86, "亿吨", "VALUE", id="another value"),
        pytest.param("原煤产量", 1.68, "万吨", "SCALE", id="another scale"),
        pytest.param("原煤产量", 1.68, "亿元", "UNIT", id="another unit"),
        pytest.param("原煤产量增长", 4.4, "percentage points", "PERCENT_ABSOLUTE", id="points"),
        pytest.param("原煤产量增长", 4.4, "cases", "PERCENT_ABSOLUTE", id="a count for a share"),
        pytest.param("受理来信", 81, "people", "UNIT", id="people for letters"),
        pytest.param("受理来信", 81, "kilometres", "UNIT", id="a length for letters"),
    ],
)
def test_a_scale_or_an_english_unit_does_not_hide_what_is_wrong(
    name_zh: str, value: object, unit: str, reason: str
) -> None:
    assert said(name_zh, value, unit) == ("contradicted", reason)


def test_a_qualifier_in_the_value_is_judged() -> None:
    assert said("受理来信", "over 81") == ("imprecise", "QUALIFIER_ADDED")
    assert said("走访群众", "30余", qualifier="exact") == ("imprecise", "QUALIFIER_DROPPED")


@pytest.mark.parametrize("value", ["12 out of 19", "5 or so, 6", "4.4% of 3", "2022年", "第三"])
def test_a_value_that_is_no_one_figure_stays_text(value: str) -> None:
    finding = check({"name_zh": "受理来信", "value": value}, REPORT)
    assert (finding.reason, f"“{value}” is no figure" in finding.message) == ("NOT_A_FIGURE", True)
    assert "wanted are digits such as 19" in finding.message


def test_a_unit_that_contradicts_the_unit_of_the_value_makes_it_no_figure() -> None:
    assert said("原煤产量增长", "4.4%", "个百分点") == ("unsupported", "NOT_A_FIGURE")


def test_a_claim_without_a_value_says_so() -> None:
    assert check({"name_zh": "受理来信"}, REPORT).message == "The claim states no value."


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "1e400", Decimal("Infinity")])
def test_a_value_without_a_size_is_a_finding_of_one_sentence(value: object) -> None:
    finding = check({"name_zh": "受理来信", "value": value}, REPORT)
    assert (finding.reason, finding.message.count(". ")) == ("NOT_A_FIGURE", 0)


@pytest.mark.parametrize(
    ("period", "read_as"),
    [
        ("2022年", "2022"),
        ("2022年度", "2022"),
        ("FY2022", "2022"),
        (2022, "2022"),
        ("2018–2022", "2018-2022"),
        ("2018年至2022年", "2018-2022"),
        ("2018-22", "2018-2022"),
        ("last year", None),
        ("", None),
    ],
)
def test_a_period_is_the_years_it_names(period: str | int, read_as: str | None) -> None:
    assert Claim.of({"period": period}).period == read_as


def test_a_period_in_any_spelling_is_judged() -> None:
    assert said("建成学校", 5, period="2022年") == ("supported", "EXACT")
    assert said("建成学校", 5, period="FY2021") == ("contradicted", "PERIOD")
    assert said("新建医院", 7, period="2018–2022") == ("supported", "EXACT")


def test_a_repair_keeps_the_hedge_of_the_source() -> None:
    finding = check({"name_zh": "公路里程", "value": 9000, "unit": "公里", "qualifier": "exact"}, REPORT)
    assert (finding.reason, finding.repair) == ("QUALIFIER_DROPPED", "突破9000公里")


@dataclasses.dataclass
class Row:
    name_zh: str
    value: int


class Model(BaseModel):
    name_zh: str
    value: int


@pytest.mark.parametrize("row", [Row("受理来信", 81), Model(name_zh="受理来信", value=81)])
def test_a_dataclass_or_a_pydantic_model_is_a_claim(row: Row | Model) -> None:
    assert check(Claim.of(row), REPORT).verdict == "supported"


@pytest.mark.parametrize("row", ["text", None, 5, Model, [("name_zh", "受理来信")]])
def test_what_has_no_fields_is_refused_in_one_sentence(row: object) -> None:
    with pytest.raises(TypeError, match=r"^a claim is a Claim, a mapping .+, not \w+$"):
        check(row, REPORT)  # type: ignore[arg-type]


def test_a_source_that_is_no_document_is_refused_in_one_sentence() -> None:
    with pytest.raises(TypeError, match=r"^a report is the Document that `read` makes .+, not str$"):
        check({"value": 1}, "text")  # type: ignore[arg-type]


@pytest.mark.parametrize("field", ["name_zh", "name_en", "quote", "unit"])
def test_a_number_is_no_name(field: str) -> None:
    with pytest.raises(ValueError, match=f"'{field}' is not a text: int"):
        Claim.of({field: 5})
