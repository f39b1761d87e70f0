"""Units: the validator, spellings, and conversions that are exact."""

from fractions import Fraction

import pytest

from summarizer.errors import LexiconError
from summarizer.lexicon import UnitClass, units
from summarizer.lexicon.table import rows
from summarizer.lexicon.units import COLUMNS, units_in

HEADER = "\t".join(COLUMNS) + "\n"
GOOD = "公里\t公里\tkilometer\tkilometers\tlength\t1\tkilometer\t\n"


@pytest.mark.parametrize(
    ("row", "says"),
    [
        pytest.param("\t米\tmeter\tmeters\tlength\t\t\t", "the column 'zh' is empty", id="no spelling"),
        pytest.param(
            "米\t\tmeter\tmeters\tlength\t\t\t", "the column 'canonical' is empty", id="no canonical"
        ),
        pytest.param(
            "千米\t千公尺\tkm\tkm\tlength\t1\tkilometer\t", "has no row of its own", id="canonical unknown"
        ),
        pytest.param(
            "千米\t公里\tkm\tkm\tlength\t2\tkilometer\t", "differ from those of '公里'", id="other factor"
        ),
        pytest.param("米\t米\tmeter\t\tlength\t\t\t", "singular and plural go together", id="no plural"),
        pytest.param("米\t米\t米\t米\tlength\t\t\t", "is not English", id="Chinese for English"),
        pytest.param("米\t米\tmeter\tmeters\tlenght\t\t\t", "'lenght' is no class", id="unknown class"),
        pytest.param("米\t米\tmeter\tmeters\tlength\t0.001\t\t", "factor and base go together", id="no base"),
        pytest.param("米\t米\tmeter\tmeters\tlength\t1/x\tkilometer\t", "'1/x' is no factor", id="no number"),
        pytest.param(
            "米\t米\tmeter\tmeters\tlength\t1/0\tkilometer\t", "'1/0' is no factor", id="division by zero"
        ),
        pytest.param("米\t米\tmeter\tmeters\tlength\t-1\tkilometer\t", "is not above zero", id="negative"),
        pytest.param(
            "米\t米\tmeter\tmeters\tlength\t1\tmeter\t", "the base 'meter' of class length", id="second base"
        ),
        pytest.param("公里\t公里\tkm\tkm\tlength\t1\tkilometer\t", "stands already", id="doubled"),
    ],
)
def test_a_bad_row_is_refused_with_its_line(row: str, says: str) -> None:
    with pytest.raises(LexiconError) as caught:
        units_in(rows("units.tsv", f"{HEADER}{GOOD}{row}\n", COLUMNS))
    assert says in str(caught.value)
    assert caught.value.where == "units.tsv line 3"


def test_there_are_at_least_150_units() -> None:
    assert len(units()) >= 150


@pytest.mark.parametrize(
    ("zh", "canonical"),
    [("％", "%"), ("台（套）", "台(套)"), ("元人民币", "元"), ("千米", "公里"), ("百分点", "个百分点")],
)
def test_spellings_have_one_canonical_form(zh: str, canonical: str) -> None:
    assert units()[zh].canonical == canonical


@pytest.mark.parametrize(
    ("zh", "factor", "base"),
    [
        ("亩", Fraction(1, 15), "hectare"),
        ("斤", Fraction(1, 2), "kilogram"),
        ("吨", Fraction(1000), "kilogram"),
        ("‰", Fraction(1, 10), "percent"),
        ("成", Fraction(10), "percent"),
        ("平方公里", Fraction(100), "hectare"),
        ("兆瓦", Fraction(1000), "kilowatt"),
    ],
)
def test_conversions_are_exact(zh: str, factor: Fraction, base: str) -> None:
    assert (units()[zh].factor, units()[zh].base) == (factor, base)


def test_a_percentage_point_is_no_percent() -> None:
    assert units()["个百分点"].cls is UnitClass.POINTS
    assert units()["%"].cls is UnitClass.PERCENT


@pytest.mark.parametrize("zh", ["件", "个", "项", "条", "名", "家", "座"])
def test_english_does_not_say_mere_measure_words(zh: str) -> None:
    assert (units()[zh].en, units()[zh].plural) == ("", "")
