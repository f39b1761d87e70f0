"""The numbers of a text that a source does not bear out.

The scan for digits, number words and Chinese numerals is the oracle's own: it knows nothing of the product's readers.
"""

import html
import re
import unicodedata
from collections.abc import Collection, Iterator
from decimal import Decimal
from functools import cache

from guarantee.source import SOURCE, TRUE

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen"
).split()
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = (
    {word: at for at, word in enumerate(_SMALL)}
    | {word: at for at, word in enumerate(_ORDINALS)}
    | {word: 10 * at for at, word in enumerate(_TENS, start=2)}
    | {word[:-1] + "ieth": 10 * at for at, word in enumerate(_TENS, start=2)}
)
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
# Words that are numbers which SOURCE does not have, whatever stands beside them.
_NEVER = re.compile(
    r"\b(?:half|halves|thirds|quarters?|twice|thrice|double[ds]?|tripled?|\w+fold|dozens?|score|scores|couple|tens|hundreds|thousands)\b"
)
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?(?:\s(?:million|billion|trillion|thousand)\b)?")
_HAN = re.compile(r"[〇零一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟廿卅]{2,}")
_ROMAN = re.compile(r"(?<![A-Za-z])[IVXLCDM]{2,}(?![A-Za-z])")
_LETTERS_AS_DIGITS = re.compile(r"(?<![A-Za-z])[lIO]{2,}(?![A-Za-z])|(?<![A-Za-z])[lIO]+\d|\d[lIO]+(?![a-z])")
_FOREIGN = str.maketrans("ІХСМОЗ", "IXCMO3")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


def _shown(text: str) -> str:
    """What a reader may see: escapes and markup undone, compatibility forms and foreign digits folded, unseen characters gone."""
    text = re.sub(r"\\(.)", r"\1", text)
    text = re.sub(r"<[^<>]*>", "", html.unescape(text))
    text = re.sub(r"[*~`_]+", "", text)
    flat = unicodedata.normalize("NFKD", text)
    flat = "".join(filter(_is_seen, flat)).translate(_FOREIGN)
    flat = re.sub(r"(?<=\d)'(?=\d)", "", unicodedata.normalize("NFKC", flat))
    return "".join(_digit(c) for c in flat)


@cache
def _is_seen(char: str) -> bool:
    return unicodedata.category(char) not in {"Cf", "Mn", "Me"}


@cache
def _digit(char: str) -> str:
    if char.isascii() or unicodedata.category(char).startswith("L"):
        return char
    value = unicodedata.numeric(char, None)
    return char if value is None or value != int(value) else str(int(value))


def _worded(text: str) -> Iterator[tuple[str, Decimal]]:
    """The numbers in words, each run of them read as one."""
    word = "|".join(sorted([*_VALUES, *_SCALES], key=len, reverse=True))
    for run in re.finditer(rf"\b(?:{word})(?:(?:[\s-]+|\sand\s)(?:{word}))*\b", text):
        total = part = 0
        for one in re.findall(word, run.group()):
            if one == "hundred":
                part = (part or 1) * 100
            elif one in _SCALES:
                total, part = total + (part or 1) * _SCALES[one], 0
            else:
                part += _VALUES[one]
        yield run.group(), Decimal(total + part)


def unsupported(text: str, *, true: Collection[Decimal] = TRUE, source: str = SOURCE) -> list[str]:
    """The numbers in a text that a source does not bear out, as they are shown; rather one too many than one too few.

    `true` are the numbers of `source`, which is SOURCE unless given.
    """
    found = [f"bidi {m.group()!r}" for m in _BIDI.finditer(text)]
    shown = _shown(text)
    lower = shown.lower()
    found += [m.group() for pattern in (_ROMAN, _LETTERS_AS_DIGITS) for m in pattern.finditer(shown)]
    found += [m.group() for m in _NEVER.finditer(lower)]
    found += [said for said, value in _worded(_NUMBER.sub(" 0 ", lower)) if value not in true]
    for number in _NUMBER.finditer(lower):
        bare, _, scale = number.group().partition(" ")
        if Decimal(bare.replace(",", "").rstrip(".")) * _SCALES.get(scale, 1) not in true:
            found.append(number.group())
    whole = re.sub(r"\s", "", source)
    return found + [m.group() for m in _HAN.finditer(shown) if m.group() not in whole]
