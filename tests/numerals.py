"""Whole numbers in every form that Chinese reports write them in, made without the program."""

from decimal import Decimal

__all__ = ["DIGITS", "FULL_WIDTH", "forms", "in_numerals"]

DIGITS = "零一二三四五六七八九"
FULL_WIDTH = str.maketrans("0123456789.,", "０１２３４５６７８９．，")
_FINANCIAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")


def _below_ten_thousand(value: int) -> str:
    written, passed_over = "", False
    for power, scale in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // power % 10
        if digit:
            written += ("零" if passed_over and written else "") + DIGITS[digit] + scale
        passed_over = not digit
    return written


def in_numerals(value: int) -> str:
    """A whole number above 0 and below 10^16 in Chinese numerals: 10200 is 一万零二百."""
    written, above = "", 0
    for power, scale in ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"), (1, "")):
        part = value // power % 10_000
        if part:
            # 一万亿 carries its 亿 only where no 亿 follows.
            shown = "万" if scale == "万亿" and value // 10**8 % 10_000 else scale
            zero = "零" if written and (part < 1000 or above % 10 == 0) else ""
            written += zero + _below_ten_thousand(part) + shown
        above = part
    return written


def forms(value: int) -> list[str]:
    """The ways to write a whole number."""
    numerals = in_numerals(value)
    found = [str(value), f"{value:,}", numerals]
    if len(numerals) > 1:  # a lone formal digit is a word of another meaning (伍家)
        found.append(numerals.translate(_FINANCIAL))
    found += [f"{value}".translate(FULL_WIDTH), f"{value:,}".translate(FULL_WIDTH)]
    for scale, power in (("万", 10**4), ("亿", 10**8), ("万亿", 10**12)):
        if value >= power // 100:
            short = format(Decimal(value).scaleb(-(len(str(power)) - 1)), "f")
            found += [f"{short}{scale}", f"{short} {scale}", f"{short}{scale}".translate(FULL_WIDTH)]
    return found
