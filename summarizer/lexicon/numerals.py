"""Numerals of Chinese prose, read by value: 一百三十二, 5千6百万, 1.2万亿, 二〇二三, １，２３４．５, 二三十.

Exact: values are Decimals built from digits and powers of ten. Source of the grammar: GB/T 15835-2011, and for the elided last
scale (四百五 is 450) spoken usage.
"""

import re
from decimal import Context, Decimal, Inexact, InvalidOperation, localcontext
from functools import lru_cache

__all__ = [
    "CN_DIGITS",
    "CN_NUMERAL",
    "CN_SCALES",
    "MAX_NUMERAL",
    "exact_product",
    "numeral_range",
    "numeral_value",
]

CN_DIGITS = "零〇一二两兩三四五六七八九壹贰貳叁肆伍陆陸柒捌玖"
CN_SCALES = "十百千万萬亿億拾佰仟"
CN_NUMERAL = CN_DIGITS + CN_SCALES + "廿卅"

MAX_NUMERAL = 40
"""Characters; a longer numeral is not read (its value would be None, never a rounded one)."""

_ORDERED = "零一二三四五六七八九"
_DIGIT_OF = {**{c: i for i, c in enumerate(_ORDERED)}, **{c: i for i, c in enumerate("〇壹贰叁肆伍陆柒捌玖")}}
# 参 is a digit only where scales stand behind it (参万); alone it is a word.
_DIGIT_OF |= {"两": 2, "兩": 2, "貳": 2, "參": 3, "参": 3, "陸": 6}
_FOLD = str.maketrans(
    {"萬": "万", "億": "亿", "拾": "十", "佰": "百", "仟": "千", "，": ",", "．": ".", "點": "点"}
)
_FOLD |= {ord("０") + i: str(i) for i in range(10)}
_FOLD |= {ord(c): str(i) for c, i in _DIGIT_OF.items()}
# Folded, every digit is ASCII; what is left of Chinese are the scales and the decimal point.
_POWERS = (
    ("亿", Decimal(10**8)),
    ("万", Decimal(10**4)),
    ("千", Decimal(1000)),
    ("百", Decimal(100)),
    ("十", Decimal(10)),
)
_LIMIT = Decimal(10**24)
# Wide enough for every numeral that is read at all; a result that would have to be rounded is an error, not a figure.
_EXACT = Context(prec=120, traps=[Inexact, InvalidOperation])
_SPACES = re.compile(r"[ \t\u00a0\u2009\u202f\u3000]+")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?=$|[^\d,])")
_PLAIN = re.compile(r"\d+(?:[.点]\d+)?$|[.点]\d+$")
_ELIDED = re.compile(r"([1-9])([.点]\d+)?$")
# 3万5 is 35,000.
_ELIDED_TEN = re.compile(r"万\d\Z")
_PAIR = re.compile(rf"[{CN_DIGITS}]{{2}}")
_CACHED = 4096


def _folded(text: str) -> str:
    text = _SPACES.sub("", text).translate(_FOLD).replace("廿", "2十").replace("卅", "3十")
    return _GROUPED.sub(lambda m: m.group().replace(",", ""), text) if "," in text else text


def _value(text: str, *, spoken: bool) -> Decimal | None:
    """The value of a folded numeral; `spoken` allows the last scale to be left out (450 said 四百五)."""
    for scale, power in _POWERS:
        left, found, right = text.rpartition(scale)
        if not found:
            continue
        # 一千零十: the zero only says that a scale is passed over, the ten is whole.
        head = _value(left, spoken=False) if left.strip("0") else Decimal(1)
        if head is None:
            return None
        if not right:
            return head * power
        elided = _ELIDED.match(right) if spoken else None
        if elided:
            tail = Decimal(elided.group(2).replace("点", ".")) if elided.group(2) else Decimal(0)
            return head * power + Decimal(elided.group(1)) * power / 10 + tail
        rest = _value(right, spoken=spoken and not right.startswith("0"))
        return None if rest is None or rest >= power else head * power + rest
    return Decimal(text.replace("点", ".")) if _PLAIN.match(text) else None


@lru_cache(maxsize=_CACHED)
def _read(text: str) -> Decimal | None:
    if text.isascii() and text.isdigit():
        value: Decimal | None = Decimal(text)
    else:
        with localcontext(_EXACT):
            value = _value(
                _folded(text), spoken=text[-1] in CN_NUMERAL or _ELIDED_TEN.search(text) is not None
            )
    return None if value is None or value > _LIMIT else value


def numeral_value(text: str) -> Decimal | None:
    """The value of a numeral in Chinese or Arabic digits, half- or full-width, with scales; None where it is no numeral.

    `两千零三` is 2003, `1.2万亿` is 1200000000000, `二〇二三` is 2023, `四百五` is 450, `万` is 10000. None too beyond
    40 characters or 10^24.
    """
    return _read(text) if 0 < len(text) <= MAX_NUMERAL else None


@lru_cache(maxsize=_CACHED)
def _range(text: str) -> tuple[Decimal, Decimal] | None:
    if "点" in text or "點" in text:  # 三点六七 is a decimal
        return None
    for pair in _PAIR.finditer(text):
        low, high = (_DIGIT_OF[c] for c in pair.group())
        rest = text[: pair.start()] + text[pair.end() :]
        lone = not (
            text[: pair.start()][-1:] in tuple(CN_DIGITS) or text[pair.end() :][:1] in tuple(CN_DIGITS)
        )
        if low and lone and (high == low + 1 or (low, high) == (3, 5)) and not _PAIR.search(rest):
            ends = [text[: pair.start()] + c + text[pair.end() :] for c in pair.group()]
            # 十七八万: the scale after the pair belongs to both ends, an elided one before it (一万六七) too.
            first, second = numeral_value(ends[0]), numeral_value(ends[1])
            if first is not None and second is not None and first < second:
                return first, second
    return None


def numeral_range(text: str) -> tuple[Decimal, Decimal] | None:
    """The two ends of a range said with neighbouring digits: 二三十 (20, 30), 四十五六万, 三五百, 七八; None where it is none."""
    return _range(text) if 1 < len(text) <= MAX_NUMERAL else None


def exact_product(value: Decimal | None, factor: Decimal) -> Decimal | None:
    """The product without rounding, None beyond 10^24 or where there is no value."""
    if value is None or factor == 1:
        return value
    product = _EXACT.multiply(value, factor)
    return None if abs(product) > _LIMIT else product
