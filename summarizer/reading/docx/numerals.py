"""Numbers as a Word document writes them before its paragraphs: 一, 壹, ①, iv, １."""

from collections.abc import Callable

__all__ = ["written"]

_DIGITS = "〇一二三四五六七八九"
_ORDINARY = ("零一二三四五六七八九", "十百千", "万")
_LEGAL_SIMPLIFIED = ("零壹贰叁肆伍陆柒捌玖", "拾佰仟", "万")
_LEGAL_TRADITIONAL = ("零壹貳參肆伍陸柒捌玖", "拾佰仟", "萬")
_TRADITIONAL = ("零一二三四五六七八九", "十百千", "萬")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"),
    (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN = 3999
_MOST_LETTERS = 26 * 10
_MOST_CHINESE = 99_999
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_WITH_POINT = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"
_IN_BRACKETS = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
_CIRCLED_HAN = "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def written(number: int, form: str) -> str:
    """`number` in one of the forms of ECMA-376's `ST_NumberFormat` (`chineseCounting`); "" for `none` and `bullet`.

    In Arabic digits where the form is of another language than Chinese or English, or does not go so far.
    """
    if form in {"none", "bullet"}:
        return ""
    writer = _FORMS.get(form)
    return (writer and writer(number)) or str(number)


def _counted(signs: tuple[str, str, str], *, short: bool = True) -> Callable[[int], str]:
    """二十一, 一百零五; without `short` 一十一 for 十一 too."""
    digits, places, myriad = signs

    def below_myriad(number: int) -> str:
        text, gap = "", False
        for power in range(3, -1, -1):
            digit = number // 10**power % 10
            if digit:
                text += (
                    (digits[0] if gap and text else "") + digits[digit] + (places[power - 1] if power else "")
                )
            gap = not digit
        return text

    def count(number: int) -> str:
        if not 0 < number <= _MOST_CHINESE:
            return ""
        high, low = divmod(number, 10_000)
        text = below_myriad(high) + myriad if high else ""
        text += (digits[0] if high and 0 < low < 1000 else "") + below_myriad(low)
        return text[1:] if short and text.startswith(digits[1] + places[0]) else text

    return count


def _digit_by_digit(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number)) if number > 0 else ""


def _short_counting(number: int) -> str:
    """Word's 一, 十, 二十一, but 一〇〇: counted as far as 99."""
    return _SIMPLE(number) if number < 100 else _digit_by_digit(number)


def _roman(number: int) -> str:
    if not 0 < number <= _MOST_ROMAN:
        return ""
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text


def _letter(number: int) -> str:
    """a to z, then aa to zz: the same letter over again."""
    if not 0 < number <= _MOST_LETTERS:
        return ""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _one_of(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else ""


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


_SIMPLE = _counted(_ORDINARY)

_FORMS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _one_of(_CIRCLED),
    "decimalEnclosedCircleChinese": _one_of(_CIRCLED),
    "decimalEnclosedFullstop": _one_of(_WITH_POINT),
    "decimalEnclosedParen": _one_of(_IN_BRACKETS),
    "numberInDash": lambda number: f"- {number} -",
    "ordinal": _ordinal,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerLetter": _letter,
    "chineseCounting": _short_counting,
    "chineseCountingThousand": _SIMPLE,
    "chineseLegalSimplified": _counted(_LEGAL_SIMPLIFIED, short=False),
    "ideographDigital": _digit_by_digit,
    "ideographTraditional": _one_of(_STEMS),
    "ideographZodiac": _one_of(_BRANCHES),
    "ideographEnclosedCircle": _one_of(_CIRCLED_HAN),
    "ideographLegalTraditional": _counted(_LEGAL_TRADITIONAL, short=False),
    "japaneseCounting": _SIMPLE,
    "japaneseDigitalTenThousand": _digit_by_digit,
    "taiwaneseCounting": _short_counting,
    "taiwaneseCountingThousand": _counted(_TRADITIONAL),
    "taiwaneseDigital": _digit_by_digit,
}
