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
from summarizer.quantities.candidate import BLANKS
from summarizer.quantities.measure import unit_at

__all__ = ["DIGITS", "HAN_NUMERAL", "Amount", "amount_at"]

DIGITS = "0-9０-９"
"""Arabic digits, half- and full-width, for a class of characters."""

_SP = f"[{BLANKS}]?"
_DIGIT = frozenset("0123456789０１２３４５６７８９")
_LARGE = "万亿"
# 千 and 兆 that begin a unit (千瓦, 千米, 兆字节) are no scale.
_KILO = "瓦伏米克卡赫帕焦字升"
_SCALE = rf"(?:[{CN_SCALES.replace('千', '')}]|千(?![{_KILO}]))"
# Possessive quantifiers: a numeral is taken whole or not at all, so nothing here can backtrack into it.
_ARABIC = re.compile(
    # Thousands parted by commas, or by (thin) blanks as GB/T 15835 has it; a plain blank only before a word.
    rf"(?:[{DIGITS}]{{1,3}}+(?:[,，][{DIGITS}]{{3}}){{1,13}}+(?![{DIGITS}])"
    rf"|[{DIGITS}]{{1,3}}+(?:[\u2009\u202f][{DIGITS}]{{3}}){{1,13}}+(?![{DIGITS}])"
    rf"|[{DIGITS}]{{1,3}}+(?:[ \u00a0][{DIGITS}]{{3}}){{1,13}}+(?=(?:[.．][{DIGITS}]++)?{_SP}[一-鿿%％])"
    rf"|[{DIGITS}]++)"
    # A blank beside the point comes from the layout; only a share or a scale behind the decimals tells it from a list.
    rf"(?:[.．][{DIGITS}]++|{_SP}[.．]{_SP}[{DIGITS}]{{1,2}}+(?={_SP}(?:[%％‰万亿]|个百分)))?"
    rf"(?:{_SP}{_SCALE}++(?:[零〇][{DIGITS}]++|[{DIGITS}]++(?:[.．][{DIGITS}]++)?(?={_SP}{_SCALE}))?)*+"
)
HAN_NUMERAL = rf"(?:[{CN_NUMERAL}]|参(?=[拾佰仟万亿])|兆(?![{_KILO}]))++"
"""A run of Chinese numerals, as a pattern that never gives back."""

_HAN = re.compile(HAN_NUMERAL)
_POINT = re.compile(rf"{_SP}点{_SP}(?:[{CN_DIGITS}]++|[{DIGITS}]++)[{_LARGE}千]*+")
_OPEN = re.compile(rf"{_SP}([多余几来])(?:{_SP}({_SCALE}++))?")
_BLANK = frozenset(BLANKS)
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

    `scale` is the 万 or 亿 that ends it, 1 for none; `value` is None where it cannot be read.
    """

    start: int
    end: int
    close: int
    value: Decimal | None
    value_max: Decimal | None
    scale: Decimal
    in_digits: bool
    scaled: bool
    left_open: bool = False


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
    # 三千米 is three of 千米; 一万三千米 is 13,000 of 米.
    if read[-1] == "千" and text[end : end + 1] in tuple(_KILO) and not _LARGE_SCALE.search(read):
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
    if text[end : end + 1] in _OPEN_STARTS:
        _leave_open(text, amount, written)
    return amount


def _leave_open(text: str, amount: Amount, written: str) -> None:
    """Takes 多, 余, 几 or 来 behind the number into it, and the scale behind those: 30多万, 一百几十亿."""
    hit = _OPEN.match(text, amount.end)
    if hit is None or (len(written) == 1 and written not in CN_SCALES):
        return
    if hit[1] == "来" and not hit[2] and not unit_at(text, hit.end()):
        return
    amount.close, amount.left_open = hit.end(), True
    if hit[2]:
        # 一百几十亿 is some hundred and odd 亿: the 十 belongs to what is left open.
        scale = hit[2].lstrip("十百千") if hit[1] == "几" else hit[2]
        power = numeral_value(scale) or Decimal(1)
        amount.value = exact_product(amount.value, power)
        amount.value_max = exact_product(amount.value_max, power)
        amount.end, amount.scale, amount.scaled = hit.end(), power, True
