"""Numbers of an English text that its reader does not read: what cannot be read cannot be borne out, so it never passes."""

import re
import unicodedata
from collections.abc import Iterator

__all__ = ["unread"]

_HAN_NUMERALS = "〇零一二三四五六七八九十百千万亿两兩廿卅壹贰叁肆伍陆柒捌玖拾佰仟"
# Numbers hidden in words of their own; a plain `double` or `half` the reader knows is not among them.
_WORDS = re.compile(
    r"\b(?:\w+-?fold|doubl(?:e|ed|es|ing)|trebl\w+|tripl\w+|quadrupl\w+|quintupl\w+|halv(?:e|ed|es|ing)|umpteen|"
    r"(?:a\s+)?(?:couple|score|handful|gross)\s+of|scores\s+of)\b",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"\b(?=[IVXLCDM]{2,}\b)(?!(?:CD|DC|DM|MD|CV|DI|MC|LCD|CCD|MIX|DIM)\b)[IVXLCDM]+\b")
# Letters and digits in one word, but for ordinals, decades and units of measurement written onto the number.
_MIXED = re.compile(r"(?<![\w.])(?=[\w.]*\d)(?=[\w.]*[A-Za-z])[\w.]*\w")
_PLAIN_MIXED = re.compile(
    r"\d+(?:st|nd|rd|th)|\d{2,4}s|[\d.,]+(?:km|kg|kWh|MWh|GWh|kW|MW|GW|mm|cm|kV|ha)", re.IGNORECASE
)
# Scales and measures that are not the source's and that nothing converts.
_FOREIGN = re.compile(
    r"\d\s*(?:(?:thousand|million|billion)\s+)?(?:lakh|crore|mln|wan\b|acres?|square\s+(?:feet|foot|miles?|yards?)|sq\.?\s?(?:mi|ft|yd)\b|miles?\b|yards?\b|"
    r"feet|foot\b|inch(?:es)?|pounds?\b|ounces?|gallons?|euros?\b|yen\b|rubles?|[KM]\b)"
)
_SIGNS = re.compile(r"[~≈><≥≤＞＜±∼]\s*\d|[₽₩€£₹฿₫₴₺]")
_LIST_NUMBER = re.compile(r"^\s*(?:#+\s*)?[(（]?\d{1,4}[)）.:、]\s|^\s*#+\s*\d")


def _odd_digits(text: str) -> Iterator[tuple[int, int]]:
    for at, char in enumerate(text):
        if char in _HAN_NUMERALS or (
            char > "\x7f" and not char.isdecimal() and unicodedata.numeric(char, None) is not None
        ):
            yield at, at + 1


def unread(text: str, source: str) -> list[tuple[int, int]]:
    """The stretches of an English sentence or name that hold a number which is not read: ½, XIX, 19M, tenfold, 三十, ~19.

    A word of letters and digits may stand where `source` has it too (PM2.5, 5G). In order of place.
    """
    found = [
        (m.start(), m.end())
        for pattern in (_WORDS, _ROMAN, _FOREIGN, _SIGNS, _LIST_NUMBER)
        for m in pattern.finditer(text)
    ]
    found += _odd_digits(text)
    for word in _MIXED.finditer(text):
        if _PLAIN_MIXED.fullmatch(word.group()):
            continue
        if re.search(rf"(?<![A-Za-z0-9]){re.escape(word.group())}(?![A-Za-z0-9])", source) is None:
            found.append(word.span())
    return sorted(found)
