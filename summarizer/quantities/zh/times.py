"""Dates and durations: how they are written, and when a time is measured (平均用时12分钟) rather than told."""

import re
from dataclasses import replace
from decimal import Decimal

from summarizer.quantities.mention import Kind, Mention
from summarizer.quantities.zh.candidate import MASKS
from summarizer.quantities.zh.patterns import ALONE, APART, DAY, MONTH, RUN, SP, TO, YEAR, D, Form, N
from summarizer.quantities.zh.surroundings import words_after, words_before

__all__ = ["DATES", "DURATIONS", "MASKED_DATES", "counts_time", "measured", "timed"]

_M = re.escape(MASKS)
_TO_DAY = rf"(?:{TO}(?:{MONTH}{SP}月{SP})?{DAY}{SP}[日号])"
_OF_DAY = rf"{DAY}(?:{SP}[日号]{_TO_DAY}?|{_TO_DAY})"

DATES = (
    Form(Kind.DATE, rf"{ALONE}({YEAR})[.．/／](?:1[0-2]|0?[1-9])(?=[\s，。、；）)\-—–~～至到]|\Z)"),
    Form(Kind.DATE, rf"{ALONE}({YEAR})[-－./／](?:{MONTH})[-－./／](?:{DAY})(?![{D}])"),
    Form(Kind.DATE, rf"{ALONE}({YEAR})[/／][{D}]{{2}}{SP}(?:年度?|学年|赛季)", "年"),
    Form(Kind.DATE, rf"({YEAR}){SP}年?(?:{TO}|[/／])({YEAR}){SP}(?:年度?|学年)", "年"),
    Form(Kind.DATE, rf"{ALONE}({YEAR}){TO}({YEAR})(?![{D}.．%％万亿余多]|{SP}[年个项件人元])"),
    Form(
        Kind.DATE,
        rf"({YEAR}){SP}年{SP}[/／]?{SP}{MONTH}{SP}月(?:份|底|初)?(?:{SP}[/／]?{SP}{_OF_DAY}|{_TO_DAY})?",
        "年",
    ),
    Form(Kind.DATE, rf"{ALONE}({YEAR}){SP}年度", "年度"),
    Form(Kind.DATE, rf"{APART}({YEAR}){SP}年", "年"),
    Form(Kind.DATE, rf"(?<=[’‘'])([{D}]{{2}})年", "年份"),
    Form(
        Kind.DATE, rf"{ALONE}([{D}]{{2,3}}[{_M}]{{1,2}}){SP}年(?:[{_M}]{{1,2}}月(?:[{_M}]{{1,2}}日)?)?", "年"
    ),
    Form(Kind.DATE, rf"{ALONE}({YEAR})(?=、{YEAR})"),
    Form(Kind.DATE, rf"(?<=、)({YEAR})(?=[两三四五]年)"),
    Form(Kind.DATE, rf"{ALONE}({MONTH}){TO}({MONTH}){SP}月份?", "月"),
    Form(Kind.DATE, rf"(?<![{D}{N}个])({MONTH}){SP}月{SP}{_OF_DAY}", "月"),
    Form(
        Kind.DATE,
        rf"(?<![{D}{N}个])({MONTH}){SP}月(?:份|底|初|末|上旬|中旬|下旬)?(?![{D}]|子|饼)",
        "月",
    ),
    Form(Kind.DATE, rf"(?<![{D}{N}])({DAY}){SP}日{TO}({DAY}){SP}日(?!内|以内)", "日"),
    Form(Kind.DATE, rf"(?<=[每本当次上下]月)({DAY}){SP}[日号]", "日"),
    Form(Kind.DATE, rf"{APART}([{D}]{{2}}|[{N}]{{1,3}}+){SP}(?:年代|世纪)", "年代"),
    Form(Kind.DATE, r"([一二三四1-4])(?:、[一二三四1-4]){1,2}季度", "季度"),
    Form(Kind.DATE, rf"([一二三四1-4]){TO}([一二三四1-4])季度", "季度"),
    Form(Kind.DATE, r"([一二三四1-4])季度", "季度"),
    Form(
        Kind.DATE,
        rf"(?<=[午晚晨早夜间日])([{D}]{{1,2}}+|[{N}]{{1,3}}+)[点时](?:[{D}]{{1,2}}分|整|半|许)?(?![{D}{N}])",
        "时",
    ),
    # 9:30 and 15:24:05, but no ratio: 结构为12:40:48, 由3:10调整为….
    Form(
        Kind.DATE,
        rf"(?<![{D}.．:：一-鿿])([0-2０-２]?[{D}])[:：][0-5０-５][{D}][:：][0-5０-５][{D}](?![{D}:：])",
        "时",
    ),
    Form(
        Kind.DATE,
        rf"(?<![{D}.．:：构例由从比])(?<![整化例比]为)([0-2０-２]?[{D}])[:：][0-5０-５][{D}](?![{D}:：∶])",
        "时",
    ),
    # The mark of ratios parts hours only where they are full or half.
    Form(Kind.DATE, rf"(?<![{D}.．∶构例由从比为])([0-2]?[{D}])∶[03]0(?![{D}:：∶])", "时"),
)
MASKED_DATES = (
    Form(
        Kind.DATE,
        rf"([{_M}]{{2,4}}){SP}年{SP}[{_M}{D}]{{1,2}}{SP}月(?:{SP}[{_M}{D}]{{1,2}}{SP}[日号])?",
        "年",
    ),
    Form(Kind.DATE, rf"([{_M}]{{1,2}}){SP}月{SP}[{_M}{D}]{{1,2}}{SP}[日号]", "月"),
)
DURATIONS = (
    Form(
        Kind.DURATION,
        rf"(?<![{D}{N}.．第])({RUN}|半){SP}[多余几]?{SP}个?[多半]?{SP}"
        rf"(?:周年|年度|年期|年(?!级)(?:半(?!数|壁))?|个月|月|周(?!岁)|星期|季度|小时|分钟|秒钟|昼夜)(?:多|来|间|以来|以上|左右|内|以内)?",
    ),
    Form(Kind.DURATION, rf"(?<![{D}{N}.．第])({RUN}){SP}[多余]?{SP}(?:日|天)(?:内|以内|左右)", "天"),
)

_UNIT = re.compile("周年|年|月|周|星期|季度|小时|分钟|秒|昼夜")
_UNIT_OF = {"月": "个月", "星期": "周"}
_HALF = Decimal("0.5")

# What a clause says that measures a time: of days only, and of hours and minutes as well.
_MEASURED_DAYS = re.compile(
    r"优良|空气|天数|晴|蓝天|达标|污染|雾霾|人均|累计|时长|学时|工日|平均|用时|耗时|周期|期限|时限|审限|办理时间|审理时间"
)
_MEASURED_HOURS = re.compile(r"平均|用时|耗时|时长|人均|累计")
_CHANGED = re.compile(
    r"[^。；;\n]{0,16}(?:增加|增长|增|减少|缩短|压缩|延长|减|降|多|少|提高)(?:了|到|至|为)?\Z"
)
_HOURS = frozenset("小时 分钟 秒".split())
_FIGURED = _HOURS | {"天"}
_FURTHEST = 24


def timed(found: Mention) -> Mention:
    """The duration with its unit, and with the half that is said of it: 半年 is 0.5 年, 两年半 2.5 年, 18个月 18 个月."""
    written = found.number.end - found.span.start
    unit = found.unit or (hit.group() if (hit := _UNIT.search(found.text, written)) else "")
    value = found.value
    if found.text[:written] == "半":
        value = _HALF
    elif isinstance(value, Decimal) and "半" in found.text[written:]:
        value += _HALF
    return replace(found, value=value, unit=_UNIT_OF.get(unit, unit))


def counts_time(text: str, start: int, end: int, unit: str, previous: Mention | None) -> bool:
    """Whether the clause measures the time in text[start:end], or tells by how much one measured before has changed."""
    measured = _MEASURED_HOURS if unit in _HOURS else _MEASURED_DAYS
    if measured.search(words_before(text, start) + words_after(text, end)):
        return True
    if unit == "天" and "." in text[start:end]:
        return True
    return (
        previous is not None
        and previous.kind is Kind.INDICATOR
        and previous.unit == unit
        and start - previous.span.end < _FURTHEST
        and _CHANGED.match(text, previous.span.end, start) is not None
    )


def measured(text: str, found: Mention, previous: Mention | None) -> bool:
    """Whether the duration is a figure after all: 平均用时12分钟."""
    return found.unit in _FIGURED and counts_time(
        text, found.span.start, found.span.end, found.unit, previous
    )
