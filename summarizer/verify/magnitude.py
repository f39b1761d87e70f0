"""Comparing a stated figure with a mention: value, unit and qualifier, exactly."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from fractions import Fraction
from functools import cache, lru_cache

from summarizer.lexicon import UnitClass, units, units_named
from summarizer.quantities import Mention, Number, Qualifier
from summarizer.verify.finding import Reason, Verdict

__all__ = [
    "Figure",
    "Judgement",
    "family",
    "hedge",
    "judge",
    "same_family",
    "same_value",
    "unit_beside",
]

_PERCENT = frozenset({"%", "％", "‰", "percent", "成"})
_POINTS = frozenset({"个百分点", "百分点", "percentage point"})
# Measure words that stand for one another; a word of one family where the source has another is another unit.
_FAMILIES: Mapping[str, str] = {
    word: family
    for family, words in {
        "person": "名 人 位 员 person 代表 委员",
        "attendance": "人次 人(次) 人（次） 人·次",
        "event": "次 场 场(次) 场（次） 轮 期 批 批次 回 届 遍 time 场次",
        "item": "件 条 项 部 份 篇 册 件次 方面 类 起 宗 则 本 幅 件(次) 件（次） 种 桩 款 门 笔 卷 套 首 道 例 张",
        "place": "家 户 所 处 座 间 栋 幢 站 片 村 镇 乡 社区",
        "thing": "个 只 台 辆 颗 株 头 支 条块",
    }.items()
    for word in words.split(" ")
}
# 个 is said where one of these would be more precise.
_AS_WELL_AS_GE = frozenset("项 件 条 种 类 方面 家 所 处 座 站 户".split(" "))
_HEDGES = {
    Qualifier.OVER: "more than",
    Qualifier.AT_LEAST: "at least",
    Qualifier.NEARLY: "nearly",
    Qualifier.ABOUT: "about",
    Qualifier.UNDER: "less than",
    Qualifier.AT_MOST: "at most",
}
_OTHER_FORM = {
    Qualifier.MASKED: "the source does not mask this figure",
    Qualifier.RANGE: "the source gives one figure, not a range",
}
_NEAR = Fraction(1, 20)
_ALIKE = frozenset({Qualifier.OVER, Qualifier.AT_LEAST})


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as somebody states it. `unit` and `qualifier` are None where they say nothing about it."""

    value: Number
    value_max: Number | None = None
    unit: str | None = None
    qualifier: Qualifier | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a figure stands to one mention; `note` is what a sentence about it should add, "" for nothing.

    `told_wrong` where the number is the source's and what is said of it is not: a fall told as a rise.
    """

    verdict: Verdict
    reason: Reason
    note: str = ""
    told_wrong: bool = False


def same_value(a: Number | None, b: Number | None) -> bool:
    """Whether two values are equal exactly, a Decimal and a Fraction alike; unknown equals only unknown."""
    return a is b if a is None or b is None else a == b


@lru_cache(maxsize=4096)
def family(unit: str) -> str:
    """The family of a unit: `percent`, `points`, a currency, a family of measure words or physical units, else the unit."""
    if unit in _PERCENT:
        return "percent"
    if unit in _POINTS:
        return "points"
    if unit in _FAMILIES:
        return _FAMILIES[unit]
    found = units().get(unit)
    if found is None and "(" in unit:
        return family(unit.partition("(")[0])  # 件(套) is one of 件
    return (found.base or found.cls) if found is not None and found.factor is not None else unit


def same_family(claimed: str | None, source: str) -> bool:
    """Whether a unit as claimed may stand for the source's; an unstated one may, except for a percentage."""
    if not claimed or not source:
        return True
    if family(claimed) == family(source):
        return True
    return (claimed == "个" and source in _AS_WELL_AS_GE) or (source == "个" and claimed in _AS_WELL_AS_GE)


@lru_cache(maxsize=8192)
def unit_beside(claimed: str | None, source: str) -> str | None:
    """A claimed unit by the name to hold against the source's: of several that are called so in English the one of its kind.

    An English noun that is no unit is None beside a measure word: which nouns one may stand for only the name can tell.
    """
    if not claimed or not claimed.isascii() or claimed in units() or claimed in _FAMILIES:
        return claimed
    named = units_named(claimed)
    alike = next((unit.zh for unit in named if same_family(unit.zh, source)), None)
    if alike or any(unit.measures for unit in named):
        return alike or named[0].zh
    known = units().get(source)
    # Attendances and families are told as visits, trips, homes.
    counts = known is None or not known.measures or known.cls in {UnitClass.PERSON, UnitClass.HOUSEHOLD}
    return None if counts else claimed


def judge(figure: Figure, mention: Mention) -> Judgement:
    """The verdict on a figure that is known to be about this mention.

    Values are compared exactly in base units. `over` and `at_least` count as one; any other exchange of qualifiers is imprecise.
    A value rounded to fewer digits is imprecise, whether hedged or not; one in another unit of the same kind is supported when it
    is exact to the digits it states.
    """
    if mention.masked:
        return Judgement(Verdict.CONTRADICTED, Reason.MASKED_INVENTED, "the source masks this figure")
    if mention.value is None:
        return Judgement(Verdict.UNSUPPORTED, Reason.NUMBER_NOT_FOUND, "the source's figure cannot be read")
    if same_value(figure.value, mention.value) and same_value(figure.value_max, mention.value_max):
        return _judge_unit(figure, mention)
    if (converted := _converted(figure, mention)) is not None:
        return converted
    return _judge_value(figure, mention)


def _judge_unit(figure: Figure, mention: Mention) -> Judgement:
    if figure.unit and mention.unit and figure.unit != mention.unit:
        shares = {"percent", "points"}
        claimed, source = family(figure.unit), family(mention.unit)
        if claimed != source and (claimed in shares or source in shares):
            note = f"the source's unit is {mention.unit}, not {figure.unit}"
            return Judgement(Verdict.CONTRADICTED, Reason.PERCENT_ABSOLUTE, note)
        if {claimed, source} == {"person", "attendance"}:
            note = f"the source counts in {mention.unit}, and one person may come more than once"
            return Judgement(Verdict.IMPRECISE, Reason.UNIT, note)
        if not same_family(figure.unit, mention.unit) or _different_scale(figure.unit, mention.unit):
            note = f"the source counts in {mention.unit}, not in {figure.unit}"
            return Judgement(Verdict.CONTRADICTED, Reason.UNIT, note)
    return _judge_qualifier(figure, mention)


def _judge_qualifier(figure: Figure, mention: Mention) -> Judgement:
    claimed, source = figure.qualifier, mention.qualifier
    if claimed is None or claimed is source or {claimed, source} <= _ALIKE or mention.value_max is not None:
        return Judgement(Verdict.SUPPORTED, Reason.EXACT)
    if (note := _OTHER_FORM.get(claimed)) is not None:
        return Judgement(Verdict.IMPRECISE, Reason.QUALIFIER_ADDED, note)
    if claimed is Qualifier.EXACT:
        return Judgement(
            Verdict.IMPRECISE, Reason.QUALIFIER_DROPPED, f"the source says “{hedge(source)}” that figure"
        )
    if source is Qualifier.EXACT:
        return Judgement(
            Verdict.IMPRECISE,
            Reason.QUALIFIER_ADDED,
            f"the source gives the exact figure, without “{hedge(claimed)}”",
        )
    note = f"the source says “{hedge(source)}”, not “{hedge(claimed)}”"
    return Judgement(Verdict.IMPRECISE, Reason.QUALIFIER_ADDED, note)


def hedge(qualifier: Qualifier) -> str:
    """The English words for a qualifier."""
    return _HEDGES.get(qualifier, qualifier.value)


def _judge_value(figure: Figure, mention: Mention) -> Judgement:
    assert mention.value is not None
    if mention.value_max is not None:
        ends = (mention.value, mention.value_max)
        if figure.value_max is None and any(same_value(figure.value, end) for end in ends):
            return Judgement(
                Verdict.CONTRADICTED, Reason.VALUE, "the source gives a range, of which this is one end"
            )
        return Judgement(Verdict.CONTRADICTED, Reason.VALUE)
    if figure.value_max is not None:
        return Judgement(Verdict.CONTRADICTED, Reason.VALUE, "the source gives one figure, not a range")
    if figure.unit and mention.unit and not same_family(figure.unit, mention.unit):
        return Judgement(Verdict.CONTRADICTED, Reason.VALUE)
    if _rounded(figure, mention.value):
        return Judgement(Verdict.IMPRECISE, Reason.ROUNDED, _hedge_note(figure, mention))
    if _same_digits(figure.value, mention.value):
        return Judgement(Verdict.CONTRADICTED, Reason.SCALE, "the digits are right, the scale is not")
    return Judgement(Verdict.CONTRADICTED, Reason.VALUE)


def _hedge_note(figure: Figure, mention: Mention) -> str:
    value, source = Fraction(figure.value), Fraction(mention.value or 0)
    match figure.qualifier:
        case Qualifier.OVER | Qualifier.AT_LEAST:
            right = value <= source
        case Qualifier.NEARLY | Qualifier.UNDER | Qualifier.AT_MOST:
            right = value >= source and mention.qualifier is not Qualifier.OVER
        case Qualifier.ABOUT:
            right = True
        case _:
            return "it is rounded, and nothing says so"
    return f"it is rounded, and “{hedge(figure.qualifier)}” is {'right' if right else 'wrong'}"


def _same_digits(a: Number, b: Number) -> bool:
    """Whether two unequal values differ by a power of ten only."""
    if isinstance(a, Decimal) and isinstance(b, Decimal):
        if a.as_tuple().digits[0] != b.as_tuple().digits[0]:
            return False  # As most are.
        return (a < 0) is (b < 0) and _significant(a) == _significant(b) != ""
    if not a or not b:
        return False
    ratio = Fraction(a) / Fraction(b)
    big = max(ratio.numerator, ratio.denominator)
    return min(ratio.numerator, ratio.denominator) == 1 and str(big).strip("0") == "1"


def _significant(value: Decimal) -> str:
    """The significant digits, trailing zeros left out; "" for 0."""
    return "".join(map(str, value.as_tuple().digits)).strip("0")


def _digits(value: Decimal) -> int:
    """The number of significant digits, trailing zeros not counted."""
    return len(_significant(value)) or 1


def _round_to(value: Decimal, digits: int) -> Decimal:
    with localcontext(Context(prec=digits, rounding=ROUND_HALF_UP)):
        return +value


def _rounded(figure: Figure, source: Number) -> bool:
    if not isinstance(source, Decimal) or not isinstance(figure.value, Decimal) or not source:
        return False
    if abs(figure.value) > 2 * abs(source) or abs(source) > 2 * abs(figure.value):
        return False  # No rounding goes so far, and most figures that are compared are as unlike.
    digits = _digits(figure.value)
    if digits >= _digits(source):
        return False
    if _round_to(source, digits) == figure.value:
        return True
    gap = Fraction(figure.value) - Fraction(source)
    if abs(gap) > abs(Fraction(source)) * _NEAR:
        return False
    match figure.qualifier:
        case Qualifier.OVER | Qualifier.AT_LEAST:
            return gap < 0
        case Qualifier.NEARLY | Qualifier.UNDER | Qualifier.AT_MOST:
            return gap > 0
        case _:
            return figure.qualifier is Qualifier.ABOUT


def _converted(figure: Figure, mention: Mention) -> Judgement | None:
    """The verdict where the figure is the mention's in another unit: 15亩 as 1 hectare, 四分之三 as 75 %."""
    bare = figure.unit is None and isinstance(figure.value, Fraction)
    ratio = _unit_ratio("" if bare else figure.unit, mention.unit)
    if ratio is None or ratio == 1 or mention.value is None:
        return None
    value = Fraction(mention.value) * ratio
    upper = None if mention.value_max is None else Fraction(mention.value_max) * ratio
    if bare and figure.value_max is upper is None and _near_fraction(Fraction(figure.value), mention.value):
        return Judgement(Verdict.IMPRECISE, Reason.ROUNDED, "the fraction is near it")
    if not (_states(figure.value, value) and (figure.value_max is None) is (upper is None)):
        return None
    if figure.value_max is not None and upper is not None and not _states(figure.value_max, upper):
        return None
    judged = _judge_qualifier(figure, mention)
    return (
        judged if judged.verdict is not Verdict.SUPPORTED else Judgement(Verdict.SUPPORTED, Reason.CONVERTED)
    )


def _near_fraction(fraction: Fraction, percent: Number) -> bool:
    """Whether a fraction in words is a percentage to the digits that has: two thirds and 67 %."""
    if not isinstance(percent, Decimal) or Fraction(percent) == 100 * fraction:
        return False
    step = Fraction(Decimal(1).scaleb(int(percent.as_tuple().exponent)))
    return abs(100 * fraction - Fraction(percent)) * 2 <= step


def _states(stated: Number, exact: Fraction) -> bool:
    """Whether a converted value is stated exactly, or to the two or more digits it has."""
    if Fraction(stated) == exact:
        return True
    if not isinstance(stated, Decimal) or _digits(stated) < 2:
        return False
    step = Fraction(Decimal(1).scaleb(int(stated.normalize().as_tuple().exponent)))
    return abs(Fraction(stated) - exact) * 2 <= step


def _different_scale(claimed: str, source: str) -> bool:
    ratio = _unit_ratio(claimed, source)
    return ratio is not None and ratio != 1


@lru_cache(maxsize=4096)
def _unit_ratio(claimed: str | None, source: str) -> Fraction | None:
    """What to multiply a value in the source's unit with to have it in the claimed one; None where they are not comparable."""
    if not claimed and not source:
        return None
    shares = {"": Fraction(1), "%": Fraction(1, 100)}
    if claimed is not None and claimed != source and {claimed, source} <= shares.keys():
        return shares[source] / shares[claimed]
    a, b = _physical(claimed or ""), _physical(source)
    if a is None or b is None or a[0] != b[0]:
        return None
    return b[1] / a[1]


@cache
def _physical(unit: str) -> tuple[str, Fraction] | None:
    """The base unit and factor of a unit of measurement, named in Chinese or in English."""
    table = units()
    found = table.get(unit)
    if found is None:
        by_english = (u for u in table.values() if unit and unit.lower() in {u.en.lower(), u.plural.lower()})
        found = next((u for u in by_english if u.factor is not None), None)
    if found is None or found.factor is None:
        return None
    return found.base or found.canonical, found.factor
