"""The bare number of a figure: digits or numerals with their scales, and what is left open behind them (30余, 十几亿)."""

import re
from dataclasses import dataclass
from decimal import Decimal

from summarizer.lexicon.numerals import (
    CN_DIGITS,
    CN_NUMERAL,
    CN_SCALES,
    MAX_NUMERAL,
    exact_product,
    numeral_range,
    numeral_value,
)
from summarizer.quantities.mention import Qualifier
from summarizer.quantities.zh.candidate import BLANKS, DASHES
from summarizer.quantities.zh.measure import unit_at

__all__ = ["DIGITS", "HAN_NUMERAL", "Amount", "amount_at"]

DIGITS = "0-9０-９"
"""Arabic digits, half- and full-width, for a class of characters."""

_SP = f"[{BLANKS}]?"
_DIGIT = frozenset("0123456789０１２３４５６７８９")
_LARGE = "万亿"
# 千 and 兆 that begin a unit (千瓦, 千米, 兆字节) are no scale.
_KILO = "瓦伏米克卡赫帕焦字升"
_SCALE = rf"(?:[{re.sub('[千百]', '', CN_SCALES)}]|千(?![{_KILO}])|百(?!分点))"
# 12万3456 and 3万5 go on below the scale; 3万2022年 and 1万2-3 do not.
_BELOW = rf"(?<=万)[{DIGITS}]{{1,4}}+(?![{DASHES}{DIGITS}.．,，/／:：A-Za-z%％‰]|{_SP}(?:[年月日号时届成]|{_SCALE}))"
# Possessive quantifiers: a numeral is taken whole or not at all, so nothing here can backtrack into it.
_ARABIC = re.compile(
    # Thousands parted by commas, or by (thin) blanks as GB/T 15835 has it; a plain blank only before a word.
    rf"(?:[{DIGITS}]{{1,3}}+(?:[,，][{DIGITS}]{{3}}){{1,13}}+(?![{DIGITS}])"
    rf"|[{DIGITS}]{{1,3}}+(?:[\u2009\u202f][{DIGITS}]{{3}}){{1,13}}+(?![{DIGITS}])"
    rf"|[{DIGITS}]{{1,3}}+(?:[ \u00a0][{DIGITS}]{{3}}){{1,13}}+(?=(?:[.．][{DIGITS}]++)?{_SP}[一-鿿%％])"
    # Letters spaced out by the layout: 1 2 3件.
    rf"|(?<![{DIGITS}] )[{DIGITS}](?: [{DIGITS}]){{2,12}}+(?=[一-鿿%％])"
    rf"|[{DIGITS}]++)"
    # A blank beside the point comes from the layout; only a share or a scale behind the decimals tells it from a list.
    rf"(?:[.．][{DIGITS}]++|{_SP}[.．]{_SP}[{DIGITS}]{{1,2}}+(?={_SP}(?:[%％‰万亿]|个百分)))?"
    rf"(?:{_SP}{_SCALE}++(?:[零〇][{DIGITS}]++|[{DIGITS}]++(?:[.．][{DIGITS}]++)?(?={_SP}{_SCALE})|{_BELOW})?)*+"
)
HAN_NUMERAL = rf"(?:[{CN_NUMERAL}]|参(?=[拾佰仟万亿])|兆(?![{_KILO}]))++"
"""A run of Chinese numerals, as a pattern that never gives back."""

_HAN = re.compile(HAN_NUMERAL)
_POINT = re.compile(rf"{_SP}点{_SP}(?:[{CN_DIGITS}]++|[{DIGITS}]++)[{_LARGE}千]*+")
_OPEN = re.compile(rf"{_SP}([多余几来])(?:{_SP}({_SCALE}++))?")
# Spoken: 一点五个亿; but 三个亿元村 counts villages.
_OF_YI = re.compile(r"个亿(?!级|元?以上|元[一-鿿])")
_YI = Decimal(10**8)
_BLANK = frozenset(BLANKS)
_TENS = frozenset(CN_SCALES + "廿卅")
_OPEN_STARTS = frozenset("多余几来") | frozenset(BLANKS)
_LARGE_SCALE = re.compile(rf"[{_LARGE}]")
_ENDING_SCALE = re.compile(rf"[{_LARGE}]++\Z")
_HAS_SCALE = re.compile(rf"[{CN_SCALES}]")
_ORDER = {
    scale: order for order, scales in enumerate(("十拾", "百佰", "千仟", "万", "亿")) for scale in scales
}


@dataclass(slots=True)
class Amount:
    """A number as written in text[start:end]; with what is left open (多, 余, 几) it ends at `close`.

    `scale` is the 万 or 亿 that ends it, 1 for none; `value` is None where it cannot be read. `left_open` is how exact
    the open end leaves it.
    """

    start: int
    end: int
    close: int
    value: Decimal | None
    value_max: Decimal | None
    scale: Decimal
    in_digits: bool
    scaled: bool
    left_open: Qualifier | None = None


def _goes_on(left: str, right: str) -> bool:
    """Whether a numeral goes on behind a blank: 一百 五十, 八十五 万, but not 三百 四百 or 二 三."""
    if right[0] in _ORDER:
        return left[-1] in CN_DIGITS or _ORDER[right[0]] > _ORDER.get(left[-1], 0)
    if left[-1] not in _ORDER:
        return False
    return max((_ORDER.get(c, -1) for c in right), default=-1) < _ORDER[left[-1]]


def _han_end(text: str, at: int) -> int:
    """The end of the Chinese numeral at `at`, blanks and decimal point included; `at` where there is none."""
    hit = _HAN.match(text, at)
    if hit is None:
        return at
    end, read = hit.end(), hit.group()
    while text[end : end + 1] in _BLANK and (more := _HAN.match(text, end + 1)):
        if len(read) > MAX_NUMERAL or not _goes_on(read, more.group()):
            break
        end, read = more.end(), read + more.group()
    # 三千米 is three of 千米, and 三万千瓦 30,000 of 千瓦; 一万三千米 is 13,000 of 米.
    if read[-1] == "千" and text[end : end + 1] in tuple(_KILO):
        if read[-2:-1] in tuple(CN_SCALES) or not _LARGE_SCALE.search(read):
            return end - 1
    elif read[-1] == "百" and text.startswith("分点", end):
        return end - 1
    if len(read) > 1 and read[-1] == "两" and (unit := unit_at(text, end - 1)) and unit[1] == end:
        return end - 1
    point = _POINT.match(text, end)
    return point.end() if point else end


def _scale_of(written: str) -> Decimal:
    ending = _ENDING_SCALE.search(written)
    return numeral_value(ending.group()) or Decimal(1) if ending else Decimal(1)


def amount_at(text: str, at: int) -> Amount | None:
    """The number that starts at `at`, None where none does. Never raises: one too long or too large has no value."""
    in_digits = text[at] in _DIGIT
    if in_digits:
        hit = _ARABIC.match(text, at)
        end = hit.end() if hit else at
    else:
        end = _han_end(text, at)
    if end == at:
        return None
    written = text[at:end]
    spread = None if in_digits else numeral_range(written)
    low, high = spread if spread else (numeral_value(written), None)
    amount = Amount(
        at, end, end, low, high, _scale_of(written), in_digits, _HAS_SCALE.search(written) is not None
    )
    following = text[end : end + 1]
    if following in _OPEN_STARTS:
        _leave_open(text, amount, written)
    elif following == "个" and _OF_YI.match(text, end):
        amount.value = exact_product(amount.value, _YI)
        amount.value_max = exact_product(amount.value_max, _YI)
        amount.end = amount.close = end + 2
        amount.scale, amount.scaled = _YI, True
    return amount


def _scaled(value: Decimal | None, power: Decimal, written: str) -> Decimal | None:
    """The value times the scale behind what is left open, which holds below a larger scale only: 1亿3千余万 is 130,000,000."""
    above = Decimal(10**8) if power == 10**4 and "亿" in written else None
    if above is None or value is None:
        return exact_product(value, power)
    whole = value // above * above
    rest = exact_product(value - whole, power)
    return None if rest is None else whole + rest


def _leave_open(text: str, amount: Amount, written: str) -> None:
    """Takes 多, 余, 几 or 来 behind the number into it, and the scale behind those: 30多万, 一百几十亿."""
    hit = _OPEN.match(text, amount.end)
    if hit is None or (len(written) == 1 and written not in _TENS):
        return
    if hit[1] == "来" and not hit[2] and not unit_at(text, hit.end()):
        return
    amount.close = hit.end()
    amount.left_open = Qualifier.ABOUT if hit[1] == "来" else Qualifier.OVER
    if hit[2]:
        # 一百几十亿 is some hundred and odd 亿: the 十 belongs to what is left open.
        scale = hit[2].lstrip("十百千") if hit[1] == "几" else hit[2]
        power = numeral_value(scale) or Decimal(1)
        amount.value = _scaled(amount.value, power, written)
        amount.value_max = _scaled(amount.value_max, power, written)
        amount.end, amount.scale, amount.scaled = hit.end(), power, True
