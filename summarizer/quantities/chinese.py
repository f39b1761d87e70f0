"""Every number of Chinese report text, by value: figures with unit and qualifier, and the numbers that count nothing.

One pass marks what is no figure (`nonfigures`), a second reads what is left: digits and numerals with scale, unit and
qualifier, percentages, fractions, multiples, ranges and masked figures. Every pattern is linear in the text.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache

from summarizer.lexicon.numerals import CN_DIGITS, CN_NUMERAL, numeral_range, numeral_value
from summarizer.lexicon.units import units
from summarizer.quantities.context import counts_something
from summarizer.quantities.mention import Kind, Mention, Number, Qualifier
from summarizer.quantities.nonfigures import nonfigures
from summarizer.reading import Span

__all__ = ["mentions_zh"]

_D = "0-9０-９"
_SP = "[ \\t\\u00a0\\u3000]?"
_SCALE = "十百千万亿萬億"
# 千 that begins a unit (千瓦, 千伏, 千米) is no scale.
_SCALES = "(?:[十百万亿萬億]|千(?![瓦伏米克卡赫帕焦字]))"
# Possessive quantifiers: a numeral is taken whole or not at all, so nothing here can backtrack into it.
_ARABIC = (
    rf"(?:[{_D}]{{1,3}}+(?:[,，][{_D}]{{3}})++(?![{_D}])|[{_D}]{{1,3}} [0０][{_D}]{{2}}(?![{_D}])|[{_D}]++)(?:[.．][{_D}]++)?"
    rf"(?:{_SP}{_SCALES}++(?:[{_D}]++(?:[.．][{_D}]++)?(?={_SP}{_SCALES}))?)*+"
)
_CHINESE = rf"[{CN_NUMERAL}]++(?:点[{CN_DIGITS}]++[万亿千]*+)?|半(?=[{_SCALE}]?(?:数|斤|亩|吨))"
_NUMBER = rf"(?:{_ARABIC}|{_CHINESE})"
_MASK = r"[*＊※×■□]{1,12}"

# What may stand before a figure and say how exact it is.
_BEFORE = {
    Qualifier.NEARLY: ("将近", "接近", "近"),
    Qualifier.ABOUT: ("大约", "约"),
    Qualifier.OVER: ("超过", "多于", "高于", "大于", "超", "逾", "突破"),
    Qualifier.UNDER: ("不足", "不到", "低于", "少于", "小于"),
    Qualifier.AT_LEAST: ("至少", "不少于", "不低于", "不小于"),
    Qualifier.AT_MOST: ("至多", "最多", "不超过", "不高于", "不大于", "不多于"),
}
_AFTER = {
    Qualifier.OVER: ("以上", "之多"),
    Qualifier.UNDER: ("以下", "以内", "之内"),
    Qualifier.ABOUT: ("左右", "上下"),
}
_WORD_OF = {
    word: qualifier for table in (_BEFORE, _AFTER) for qualifier, words in table.items() for word in words
}
# 突破 tells how exact the figure is but belongs to the verb (gold convention); it stays outside the span.
_OUTSIDE = ("突破", "高于", "低于", "多于", "少于", "大于", "小于")
# Characters before 约, 近, 超 that make it the end of another word: 节约, 附近, 反超.
_NOT_AFTER = {"约": "节签条特合预契公违邀大简制集", "近": "附最靠邻临亲接相远新", "超": "反赶高英"}


def _any(words: tuple[str, ...]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_PRE = _any(tuple(w for words in _BEFORE.values() for w in words))
_POST = _any(tuple(w for words in _AFTER.values() for w in words))


@cache
def _unit_pattern() -> str:
    names = sorted(units(), key=len, reverse=True)
    return "|".join(re.escape(name) for name in names)


@cache
def _figure() -> re.Pattern[str]:
    unit = _unit_pattern()
    return re.compile(
        rf"(?:(?P<pre>{_PRE}){_SP})?"
        rf"(?P<sign>负的?|(?<![{_D}A-Za-z一-鿿%％)）])[-－−])?"
        r"(?:"
        rf"(?P<per>百分之?|千分之|万分之){_SP}(?P<percent>{_NUMBER})"
        rf"|(?P<bottom>{_NUMBER})分之(?P<top>{_NUMBER})"
        rf"|翻(?P<doublings>[一二两三四])番"
        rf"|(?P<half>一半|过?半数)"
        rf"|(?P<mask>{_MASK})[多余几]?{_SP}[{_SCALE}]{{0,2}}(?P<maskunit>{unit})"
        rf"|(?P<indef>(?:好?几|数|上)(?=[{_SCALE}]))?(?P<num>{_NUMBER})"
        rf"(?P<more>{_SP}[多余几来])?(?:{_SP}(?P<scale>(?<=[多余几来 ]){_SCALES}++))?"
        rf"(?P<tenths>{_SP}成半?(?![立员果为功效本都长绩分熟品型交群]))?"
        rf"(?:(?P<gap>{_SP})(?P<unit>{unit}))?"
        r")"
        rf"(?P<late>(?<=[倍年个元月%％])多)?{_SP}(?P<post>{_POST})?"
    )


_RANGE = re.compile(rf"{_SP}(?:[-－–—~～]{{1,2}}|至|到){_SP}(?={_NUMBER})")
_SLASHED = re.compile(rf"(?<![{_D}/.])([{_D}]{{1,3}})/([{_D}]{{1,3}})(?![{_D}/.])")
_DIGIT = re.compile(rf"[{_D}]")
_PERCENT_UNITS = {"百分": 1, "百分之": 1, "千分之": 10, "万分之": 100}
_PER_MILLE = "‰"


@dataclass(frozen=True, slots=True)
class _Reading:
    """A figure as read, before it is known whether it counts something."""

    start: int
    end: int
    number: Span
    value: Number | None
    value_max: Number | None
    unit: str
    qualifier: Qualifier
    written_in_digits: bool
    has_unit: bool
    scaled: bool
    hedged: bool = False
    unreadable: bool = False


def _shifted(value: Decimal, power: int) -> Decimal:
    return value.scaleb(-power)


def _divided(value: Decimal | None, by: int) -> Decimal | None:
    """Per mille and per ten thousand in percent; powers of ten, so exact."""
    return None if value is None else _shifted(value, len(str(by)) - 1)


def _qualifier(pre: str | None, hit: re.Match[str]) -> Qualifier:
    if hit["mask"]:
        return Qualifier.MASKED
    if hit["post"]:
        return _WORD_OF[hit["post"]]
    if pre:
        return _WORD_OF[pre]
    match hit["indef"]:
        case "上":
            return Qualifier.OVER
        case "数" | "几" | "好几":
            return Qualifier.ABOUT
    over = hit["more"] or hit["late"] or (hit["half"] or "").startswith("过")
    return Qualifier.OVER if over else Qualifier.EXACT


def _value_of(hit: re.Match[str]) -> tuple[Number | None, Number | None, str, tuple[int, int], bool]:
    """Value, upper end, unit as written, span of the bare number and whether it has a unit or percent sign."""
    if hit["per"]:
        value = _divided(numeral_value(hit["percent"]), _PERCENT_UNITS[hit["per"]])
        return value, None, "%", (hit.start("per"), hit.end("percent")), True
    if hit["bottom"]:
        bottom, top = numeral_value(hit["bottom"]), numeral_value(hit["top"])
        ratio = Fraction(top) / Fraction(bottom) if top is not None and bottom else None
        return ratio, None, "", (hit.start("bottom"), hit.end("top")), True
    if hit["doublings"]:
        times = numeral_value(hit["doublings"])
        return (None if times is None else Decimal(2) ** int(times)), None, "番", hit.span(), True
    if hit["half"]:
        return Fraction(1, 2), None, "", hit.span("half"), True
    if hit["mask"]:
        return None, None, hit["maskunit"], hit.span("mask"), True
    text = hit["num"]
    if text == "半":
        return Decimal("0.5"), None, hit["unit"] or "", hit.span("num"), bool(hit["unit"])
    spread = None if _DIGIT.search(text) else numeral_range(text)
    low, high = spread if spread else (numeral_value(text), None)
    end = hit.end("num")
    if hit["scale"] and low is not None:
        # 一百几十亿 is some hundred and odd 亿: the 十 belongs to what is left open.
        open_end = (hit["more"] or "").strip() == "几"
        power = numeral_value(hit["scale"].lstrip("十百千") if open_end else hit["scale"]) or Decimal(1)
        low, high = low * power, None if high is None else high * power
        end = hit.end("scale")
    if hit["tenths"] and low is not None:
        half = Decimal(5) if hit["tenths"].endswith("半") else Decimal(0)
        return (
            low * 10 + half,
            None if high is None else high * 10,
            "%",
            (hit.start("num"), hit.end("tenths")),
            True,
        )
    if hit["unit"] == _PER_MILLE:
        return _divided(low, 10), _divided(high, 10), "%", (hit.start("num"), hit.end("unit")), True
    if hit["sign"] and low is not None:
        low = -low
    return low, high, hit["unit"] or "", (hit.start("num"), end), bool(hit["unit"])


def _read(text: str, hit: re.Match[str]) -> _Reading:
    pre = hit["pre"]
    start = hit.start()
    if pre:
        before = text[hit.start() - 1 : hit.start()]
        if before and before in _NOT_AFTER.get(pre, ""):
            pre = None
        if pre is None or pre in _OUTSIDE:
            start = hit.start() + len(hit["pre"])
            start += len(text[start : hit.end()]) - len(text[start : hit.end()].lstrip(" \t\u00a0\u3000"))
    value, value_max, unit, number, has_unit = _value_of(hit)
    canonical = units()[unit].canonical if unit in units() else unit
    body = hit["num"] or hit["percent"] or hit["top"] or ""
    return _Reading(
        start=start,
        end=hit.end() - (len(hit.group()) - len(hit.group().rstrip(" \t\u00a0\u3000"))),
        number=Span(*number),
        value=value,
        value_max=value_max,
        unit=canonical,
        qualifier=Qualifier.RANGE if value_max is not None else _qualifier(pre, hit),
        written_in_digits=bool(_DIGIT.search(body)) or bool(hit["mask"]),
        has_unit=has_unit,
        scaled=any(c in _SCALE for c in body) or bool(hit["scale"]),
        hedged=bool(pre or hit["indef"] or hit["more"] or hit["late"]),
        unreadable=value is None and not hit["mask"],
    )


def _joined(low: _Reading, high: _Reading, *, same_unit: bool) -> _Reading | None:
    """The two as one range, None where they are two figures (由12%到18%, 从3项到5家)."""
    if low.value is None or high.value is None or low.value_max is not None or high.value_max is not None:
        return None
    value = low.value
    if not low.has_unit and high.scaled and not low.scaled and isinstance(value, Decimal):
        # 3至5万 means 30,000 to 50,000: the scale is said once.
        for power in (Decimal(10**8), Decimal(10**4)):
            if isinstance(high.value, Decimal) and high.value >= power and value * power < high.value:
                value *= power
                break
    if not same_unit or value >= high.value:
        return None
    return _Reading(
        start=low.start,
        end=high.end,
        number=Span(low.number.start, high.number.end),
        value=value,
        value_max=high.value,
        unit=high.unit or low.unit,
        qualifier=Qualifier.RANGE,
        written_in_digits=low.written_in_digits,
        has_unit=low.has_unit or high.has_unit,
        scaled=low.scaled or high.scaled,
    )


def _readings(text: str, taken: bytearray) -> list[_Reading]:
    found: list[_Reading] = []
    figure = _figure()
    at = 0
    while (hit := figure.search(text, at)) is not None:
        core = hit.start(next(g for g in ("per", "bottom", "doublings", "half", "mask", "num") if hit[g]))
        if taken[core]:
            at = core + 1
            while at < len(text) and taken[at]:
                at += 1
            continue
        reading = _read(text, hit)
        if any(taken[reading.start : reading.end]):
            clear = next(i for i in range(core, reading.end + 1) if i == len(text) or taken[i])
            clipped = figure.fullmatch(text, core, clear)
            if clipped is None:
                at = core + 1
                continue
            reading = _read(text, clipped)
        gap = _RANGE.match(text, reading.end)
        if (
            gap
            and not reading.unreadable
            and text[max(0, reading.start - 1) : reading.start] not in ("由", "从")
        ):
            second = figure.match(text, gap.end())
            if second and not second["mask"] and not any(taken[second.start() : second.end()]):
                upper = _read(text, second)
                joined = _joined(
                    reading, upper, same_unit=not reading.unit or not upper.unit or reading.unit == upper.unit
                )
                reading = joined or reading
        found.append(reading)
        at = max(reading.end, core + 1)
    return found


def _slashed(text: str, taken: bytearray) -> list[_Reading]:
    """Fractions with a stroke: 1/16."""
    found = []
    for hit in _SLASHED.finditer(text):
        top, bottom = numeral_value(hit[1]), numeral_value(hit[2])
        if top and bottom and top < bottom and not any(taken[hit.start() : hit.end()]):
            value = Fraction(top) / Fraction(bottom)
            span = Span(*hit.span())
            found.append(_Reading(*hit.span(), span, value, None, "", Qualifier.EXACT, True, True, False))
    return found


def _mention(text: str, reading: _Reading, kind: Kind) -> Mention:
    return Mention(
        span=Span(reading.start, reading.end),
        number=reading.number,
        text=text[reading.start : reading.end],
        kind=kind,
        value=reading.value,
        value_max=reading.value_max,
        unit=reading.unit,
        qualifier=reading.qualifier,
        unreadable=reading.unreadable,
    )


def mentions_zh(text: str) -> list[Mention]:
    """Every number written in Chinese report text, in order, none overlapping.

    Spans are code points into `text` as given. Values are exact and in base units: `1.2万人` is 12000, `67%` is 67, `4.9‰` is
    0.49 %, `三分之二` is Fraction(2, 3); `2～3次` fills `value` and `value_max`; `***人次` is masked. Never raises: a figure it
    cannot read keeps its span with value None and `unreadable`. Does not say what is counted: `inventory` does, given the outline.
    Source: GB/T 15835-2011; conventions of spans and qualifiers: docs/figures.md.
    """
    others = nonfigures(text)
    taken = bytearray(len(text) + 1)
    for mention in others:
        taken[mention.span.start : mention.span.end] = b"\x01" * (mention.span.end - mention.span.start)
    slashed = _slashed(text, taken)
    for reading in slashed:
        taken[reading.start : reading.end] = b"\x01" * (reading.end - reading.start)
    found = list(others)
    for reading in [*slashed, *_readings(text, taken)]:
        kind = counts_something(
            text,
            start=reading.start,
            number=reading.number,
            end=reading.end,
            unit=reading.unit,
            value=reading.value,
            in_digits=reading.written_in_digits,
            hedged=reading.hedged,
            has_unit=reading.has_unit,
            scaled=reading.scaled,
        )
        if kind is not None:
            found.append(_mention(text, reading, kind))
    return sorted(found, key=lambda m: m.span)
