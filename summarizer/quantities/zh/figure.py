"""A figure at a place in the text: its number, unit, qualifier and span, whatever form it is written in.

Counts and measures (30余次, 1.2万亿元, 三斤半), percentages (六成半, 4.9‰), sums of money in parts (三元五角) and ranges
(2～3次, 10与20之间); the forms that need no unit are in `forms`.
"""

import re
from dataclasses import replace
from decimal import Decimal

from summarizer.lexicon.numerals import CN_NUMERAL, CN_SCALES, exact_product, numeral_range, numeral_value
from summarizer.lexicon.units import Unit, UnitClass, units
from summarizer.quantities.mention import Number, Qualifier
from summarizer.quantities.zh.amount import DIGITS, HAN_NUMERAL, Amount, amount_at
from summarizer.quantities.zh.approximation import (
    qualifier_after,
    qualifier_before,
    qualifier_of_share,
    some_before,
)
from summarizer.quantities.zh.candidate import BLANKS, DASHES, MASKS, Candidate, is_measured
from summarizer.quantities.zh.forms import doubled, fraction, half, masked, share, stroke
from summarizer.quantities.zh.measure import YUAN, currency_before, part_of, unit_at

__all__ = ["figure_at"]

_SP = f"[{BLANKS}]?"
_NUMBER_AHEAD = rf"(?=[{DIGITS}]|{HAN_NUMERAL})"
_TENTHS = re.compile(
    rf"{_SP}成(?![立员果为功效本长绩分熟品型交套]|群结队|都(?![是有能会在来由可已达])|人(?:教育|礼|高考|用品|大专|中专|学历|仪))"
    rf"(?:(半)|{_SP}([一二三四五六七八九])(?![{CN_SCALES}]))?(多(?!为))?"
)
_AND_A_HALF = re.compile(r"半(?:(?![一-鿿A-Za-z])|(?=[的以左]))")
_HALVED = re.compile("个半百分点")
_LATE = re.compile(r"(?<=[倍年个元月%％])多|(?:有余|余|多)(?=[，,。；;、：:）)的\s]|\Z)")
_LATE_STARTS = frozenset("多余有")
# 300左右人次: said before the unit.
_LOOSELY = re.compile(rf"{_SP}(?:左右|上下){_SP}(?=[一-鿿])")
_LOOSELY_STARTS = frozenset("左上")
_DOZEN = re.compile(r"打(?![造击破开通响牢赢好算压印黑黄拐假非工卡包官扫法进出下成动断扮消仗架])")
_NEXT_PART = re.compile(rf"又?{_NUMBER_AHEAD}")
_LEADS = frozenset("几数上负下的-－−–﹣+＋氏度.．" + BLANKS)
_MINUS = re.compile(
    rf"(?:(?<![肩担抱自胜欠背减辜])负{_SP}的?{_SP}|零下|(?<![{DIGITS}A-Za-z一-鿿%％）)”》〕\]—–－-])[-－−﹣]"
    rf"|(?<=[长降为达至到是收出额率幅润增减])[-－−﹣]|(?<=[、，,：:])–)\Z"
)
# Behind any other character a hyphen may belong to a name (项目-3): it is a sign only of what falls as well as it rises.
_SIGN = re.compile(rf"(?<=[一-鿿])(?<![{CN_NUMERAL.replace('零', '')}])[-－−﹣]\Z")
_PLUS = re.compile(rf"(?<![{DIGITS}A-Za-z”])[+＋]\Z")
_SIGNED = frozenset("% 个百分点 ℃".split())
_DEGREES = re.compile(r"(?:华氏|摄氏)(?:温度)?\Z")
_POINT = re.compile(rf"(?<![{DIGITS}A-Za-z一-鿿。、.．])[.．]\Z")
_TO = re.compile(
    rf"(?:{_SP}[(（]不?含[)）])?{_SP}(?:[{DASHES}]{{1,2}}+|至|到){_SP}(?=[-－−负]?(?:[{DIGITS}]|{HAN_NUMERAL}))"
)
_AND_TO = re.compile(rf"{_SP}[与和]{_SP}{_NUMBER_AHEAD}")
_RANGE_STARTS = frozenset(DASHES + "至到与和(（" + BLANKS)
_TO_MARKS = frozenset(DASHES + "至到")
_FINER = {"‰": Decimal("0.1"), "‱": Decimal("0.01")}
_MASK = frozenset(MASKS.replace("×", ""))
_NUMBER = re.compile(_NUMBER_AHEAD)
_LISTING = "、和与及"
_PAIR = re.compile(r"[二两三四五六七八2-8]、[三四五六七八九3-9]")
# 第二、三条 and 三、四、五个 are lists, 二、三类 and 三、四线 classes.
_LISTS = frozenset("第、至和一" + "-—")
_CLASSES = frozenset("类 级 期 批 线 层 代 号 版 条 款 章 节 档 产 轮".split())
_FROM = ("由", "从")
_NEAR = 24
_STROKES = frozenset("/／")
_PART_STARTS = frozenset("分又" + BLANKS)
_BETWEEN = re.compile(r"之?间(?![接或隔断歇])")
_SPACE = frozenset(BLANKS)


def _unit(text: str, candidate: Candidate, at: int) -> Unit | None:
    """Takes the unit at `at`, one blank before it allowed, into the candidate."""
    found = unit_at(text, at + 1 if text[at : at + 1] in _SPACE else at)
    if found is None:
        return None
    candidate.measure(*found)
    return found[0]


def _counted(text: str, amount: Amount) -> Candidate:
    """The amount with its unit: 30余次, 六成半, 4.9‰, 三斤半, 五打."""
    candidate = Candidate(
        amount.start,
        amount.close,
        amount.start,
        amount.end,
        amount.value,
        amount.value_max,
        in_digits=amount.in_digits,
        hedged=amount.left_open is not None,
        scaled=amount.scaled,
        scale=amount.scale,
        close=amount.close,
    )
    if amount.left_open:
        candidate.qualifier = amount.left_open
    at = amount.close
    following = text[at : at + 1]
    if (following == "成" or following in _SPACE) and (tenths := _TENTHS.match(text, at)):
        _tenths(candidate, tenths)
        return candidate
    if following == "打" and _DOZEN.match(text, at):
        candidate.value = exact_product(amount.value, Decimal(12))
        candidate.value_max = exact_product(amount.value_max, Decimal(12))
        candidate.end = candidate.number_end = at + 1
        candidate.whole = True
        return candidate
    unit = _unit(text, candidate, at)
    if following == "个" and (halved := _HALVED.match(text, at)) and isinstance(candidate.value, Decimal):
        candidate.value += Decimal("0.5")
        candidate.measure(units()["个百分点"], halved.end())
        return candidate
    if unit is None and following in _LOOSELY_STARTS and (loosely := _LOOSELY.match(text, at)):
        unit = _unit(text, candidate, loosely.end())
        if unit is not None:
            candidate.hedged, candidate.qualifier = True, Qualifier.ABOUT
    if unit is None:
        return candidate
    if unit.zh in _FINER:
        candidate.value = exact_product(amount.value, _FINER[unit.zh])
        candidate.value_max = exact_product(amount.value_max, _FINER[unit.zh])
        candidate.unit, candidate.number_end = "%", candidate.end
    elif unit.cls is UnitClass.MONEY and not amount.left_open:
        _sum(text, candidate, unit)
    elif unit.zh == "块" and not amount.left_open:
        # Pieces, unless parts of a yuan follow.
        _sum(text, candidate, units()[YUAN])
    elif unit.zh == "个" and text.startswith("点", candidate.end) and _is_broken(candidate.value):
        # 提高2.3个点: points are the only things that come in tenths.
        candidate.measure(units()["个百分点"], candidate.end + 1)
    following = text[candidate.end : candidate.end + 1]
    if (
        following == "半"
        and (is_measured(unit) or unit.zh == "倍")
        and _AND_A_HALF.match(text, candidate.end)
    ):
        if isinstance(candidate.value, Decimal):
            candidate.value += Decimal("0.5")
        candidate.end += 1
    elif following in _LATE_STARTS and (late := _LATE.match(text, candidate.end)):
        candidate.end = late.end()
        candidate.hedged, candidate.qualifier = True, Qualifier.OVER
    return candidate


def _tenths(candidate: Candidate, tenths: re.Match[str]) -> None:
    """六成 is 60%, 七成半 75%, 七成六 76%."""
    units_digit = Decimal(5) if tenths[1] else (numeral_value(tenths[2]) if tenths[2] else None) or Decimal(0)
    if isinstance(candidate.value, Decimal):
        candidate.value = candidate.value * 10 + units_digit
    if isinstance(candidate.value_max, Decimal):
        candidate.value_max *= 10
    candidate.end = candidate.number_end = tenths.end()
    candidate.unit, candidate.cls = "%", UnitClass.PERCENT
    candidate.scale = Decimal(10)
    if tenths[3]:
        candidate.number_end -= 1
        candidate.hedged, candidate.qualifier = True, Qualifier.OVER


def _sum(text: str, candidate: Candidate, whole: Unit) -> None:
    """Takes the smaller parts of a sum of money into it: 三元五角, 两美元又三美分."""
    while (ahead := _NEXT_PART.match(text, candidate.end)) and isinstance(candidate.value, Decimal):
        amount = amount_at(text, ahead.end())
        part = part_of(text, amount.close, whole) if amount else None
        if amount is None or part is None or amount.value is None:
            return
        candidate.value += exact_product(amount.value, part[0]) or Decimal(0)
        candidate.measure(whole, part[1])


def _core(text: str, at: int, floor: int) -> Candidate | None:
    """The number at `at` with its unit, before the words around it are read."""
    first = text[at]
    if first in MASKS:
        return masked(text, at)
    if first in "半一" and (found := half(text, at, floor)):
        return found
    if first in "一百千万亿" and (found := share(text, at)):
        return found
    if at > floor and text[at - 1] in "翻了近约超过" and (found := doubled(text, at)):
        return found
    amount = amount_at(text, at)
    if amount is None:
        return None
    following = text[amount.end : amount.end + 1]
    if following in _MASK and following and (found := masked(text, at)):
        return found
    if following in _STROKES and (found := stroke(text, at)):
        return found
    if following in _PART_STARTS and (found := fraction(text, amount)):
        return found
    return _counted(text, amount)


def _minus(text: str, candidate: Candidate, window: int, floor: int) -> re.Match[str] | None:
    """The sign before the number; what joins it to a number before it (3月-5月) is none."""
    start = candidate.start
    if 0 < floor == start - 1 and text[floor - 1] not in _TO_MARKS:
        return None
    sign = _MINUS.search(text, window, start)
    if sign is None and candidate.unit in _SIGNED:
        sign = _SIGN.search(text, window, start)
    return sign


def _lead(text: str, candidate: Candidate, floor: int) -> None:
    """Takes what stands directly before the number into it: 数十, 负五, 零下3度, 人民币8千元."""
    start = candidate.start
    if start <= floor:
        return
    before = text[start - 1]
    if before in _LEADS:
        window = max(floor, start - 5)
        if some := some_before(text, start, floor):
            candidate.hedged = True
            candidate.qualifier, candidate.start = some
            candidate.number_start = candidate.start
        elif minus := _minus(text, candidate, window, floor):
            candidate.start = candidate.number_start = minus.start()
            candidate.value = -candidate.value if candidate.value is not None else None
        elif candidate.unit in _SIGNED and (plus := _PLUS.search(text, window, start)):
            candidate.start = candidate.number_start = plus.start()
        elif candidate.in_digits and _POINT.search(text, window, start):
            candidate.value = numeral_value(text[start - 1 : candidate.number_end])
            candidate.start = candidate.number_start = start - 1
        elif candidate.unit == "度" and (degrees := _DEGREES.search(text, window, start)):
            candidate.start = degrees.start()
            if degrees.group().startswith("华氏"):
                candidate.unit = "华氏度"
    if not candidate.unit or candidate.unit == YUAN:
        currency = currency_before(text, candidate.start, floor)
        if currency is not None:
            unit, candidate.start = currency
            candidate.unit, candidate.cls = unit.canonical, unit.cls


def _alone(text: str, at: int, floor: int) -> Candidate | None:
    """The figure at `at`, not yet joined with another to a range."""
    candidate = _core(text, at, floor)
    if candidate is None:
        return None
    _lead(text, candidate, floor)
    before, candidate.start = qualifier_before(text, candidate.start, floor)
    if before is None and (candidate.whole or candidate.unit == "%"):
        before = qualifier_of_share(text, candidate.start, floor)
    after, candidate.end = qualifier_after(text, candidate.end)
    candidate.hedged = candidate.hedged or before is not None
    candidate.bounded = after is not None
    if candidate.value_max is not None:
        candidate.qualifier = Qualifier.RANGE
    elif candidate.qualifier is not Qualifier.MASKED:
        candidate.qualifier = after or before or candidate.qualifier
    return candidate


def _joined(low: Candidate, high: Candidate) -> Candidate | None:
    """The two as one range, None where they are two figures (从3项到5家, 提高3%到2%)."""
    least, most = low.value, high.value
    if least is None or most is None or low.value_max is not None or high.value_max is not None:
        return None
    if low.unit and high.unit and low.unit != high.unit:
        return None
    if not low.unit and high.scale > 1 and low.scale == 1 and isinstance(least, Decimal):
        # 3至5万 means 30,000 to 50,000: the scale is said once.
        shared = exact_product(least, high.scale)
        least = shared if shared is not None and shared < most else least
    if least >= most:
        return None
    return replace(
        high,
        start=low.start,
        number_start=low.number_start,
        value=least,
        value_max=most,
        unit=high.unit or low.unit,
        cls=high.cls or low.cls,
        qualifier=Qualifier.RANGE,
        in_digits=low.in_digits,
        hedged=False,
        scaled=low.scaled or high.scaled,
    )


def _is_broken(value: Number | None) -> bool:
    return value is not None and value % 1 != 0


def _share_unit(text: str, low: Candidate) -> None:
    """Gives the first of two figures the unit and scale said once behind the second: 分别提高1.1、1.2个百分点, 高1.2个和0.8个百分点."""
    points = low.unit == "个" and _is_broken(low.value)
    if not points and "分别" not in text[max(0, low.start - _NEAR) : low.start]:
        return
    start = low.end + 1
    second = _alone(text, start, start) if _NUMBER.match(text, start) else None
    if second is None or not second.unit or second.start != start:
        return
    if points and second.cls is not UnitClass.POINTS:
        return
    if low.scale == 1:
        low.value = exact_product(low.value, second.scale) if isinstance(low.value, Decimal) else None
    low.unit, low.cls, low.scaled = second.unit, second.cls, second.scaled


def _neighbours(text: str, low: Candidate) -> Candidate | None:
    """两、三次 and 七、八十人: two digits next to each other are the ends of a range, with the unit behind the second."""
    pair = _PAIR.match(text, low.start)
    if pair is None or low.end != low.start + 1 or text[low.start - 1 : low.start] in _LISTS:
        return None
    high = _alone(text, low.end + 1, low.end + 1)
    if high is None or not high.unit or high.unit in _CLASSES or high.number_start != low.end + 1:
        return None
    written = text[high.number_start : high.number_end]
    if low.in_digits:
        ends = (
            (low.value, high.value)
            if len(written) == 1 and low.value and high.value == low.value + 1
            else None
        )
    else:
        ends = numeral_range(text[low.start] + written)
    if ends is None:
        return None
    return replace(
        high,
        start=low.start,
        number_start=low.start,
        value=ends[0],
        value_max=ends[1],
        qualifier=Qualifier.RANGE,
    )


def figure_at(text: str, at: int, floor: int) -> Candidate | None:
    """The figure whose number starts at `at`, None where there is none; nothing before `floor` belongs to it.

    Where a second number makes it a range, both are one figure; 由12%提高到18% and 从3到5 are two.
    """
    low = _alone(text, at, floor)
    if low is None or low.unreadable:
        return low
    following = text[low.end : low.end + 1]
    if following in _LISTING and following and not low.whole and (not low.unit or low.unit == "个"):
        if following == "、" and (both := _neighbours(text, low)):
            return both
        _share_unit(text, low)
    return _range_from(text, low) if following in _RANGE_STARTS else low


def _range_from(text: str, low: Candidate) -> Candidate:
    """The range that begins with `low`, else `low` itself."""
    to = _TO.match(text, low.end)
    between = None if to else _AND_TO.match(text, low.end)
    link = to or between
    if link is None:
        return low
    start = link.end()
    if text[max(0, low.start - 1) : low.start] in _FROM and ("至" in link.group() or "到" in link.group()):
        return low
    if text[low.start : low.end] == "零":
        return low  # 社零-1.5%: a word before a sign
    high = _alone(text, start + 1 if text[start] in "-－−负" else start, start)
    if high is None or high.qualifier is Qualifier.MASKED:
        return low
    if between:
        end = _BETWEEN.match(text, high.end)
        if end is None and high.unit == "间":
            # 10000与20000间 are no rooms.
            end, high.unit, high.cls = _BETWEEN.match(text, high.number_end), "", None
        if end is None:
            return low
        high.end = end.end()
    return _joined(low, high) or low
