"""The words around a number in English prose: qualifiers before and after it, units, currencies and the noun it counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.quantities.english_number_words import words
from summarizer.quantities.english_numerals import Token
from summarizer.quantities.mention import Qualifier

__all__ = [
    "DURATION_UNITS",
    "MONTHS",
    "Money",
    "Unit",
    "counted_noun",
    "lemma",
    "money_before",
    "qualifier_after",
    "qualifier_before",
    "unit_after",
]

MONTHS = {
    name: number
    for number, name in enumerate(
        words("january february march april may june july august september october november december"),
        start=1,
    )
}
DURATION_UNITS = frozenset({"year", "month", "week", "day", "hour", "minute", "second", "decade", "quarter"})


def _phrases(table: dict[Qualifier, str]) -> dict[tuple[str, ...], Qualifier]:
    return {tuple(phrase.split()): q for q, phrases in table.items() for phrase in phrases.split(", ")}


_BEFORE = _phrases(
    {
        Qualifier.OVER: "over, just over, slightly over, a little over, well over, more than, slightly more than, "
        "a little more than, well more than, upwards of, in excess of, exceeding, exceeded, exceeds, exceed, above, "
        "greater than, higher than, larger than, beyond, topped, topping, topped out above, surpassed, surpassing, "
        "surpasses, passed the, passing the, broke through, north of",
        Qualifier.ABOUT: "about, around, approximately, some, roughly, circa, an estimated, in the region of, "
        "on the order of, in the neighborhood of, in the vicinity of",
        Qualifier.NEARLY: "nearly, almost, close to, just under, just short of, approaching, approached, approaches, "
        "not quite, slightly less than, slightly under, just below, just shy of, a little under",
        Qualifier.UNDER: "under, less than, fewer than, below, lower than, smaller than, fell short of, falling short of, "
        "short of, shy of, within",
        Qualifier.AT_LEAST: "at least, no fewer than, no less than, not fewer than, not less than, a minimum of, "
        "not below, not lower than, no lower than, no less",
        Qualifier.AT_MOST: "at most, up to, no more than, not more than, not exceeding, a maximum of, "
        "not above, not over, not higher than, no higher than",
    }
)
_LONGEST_BEFORE = max(map(len, _BEFORE))

_AFTER = _phrases(
    {
        Qualifier.OVER: "plus, odd, +",
        Qualifier.AT_LEAST: "or more, and more, or above, and above, or over, and over, or higher",
        Qualifier.AT_MOST: "or less, or fewer, or below, and below, or under, at most, at the most",
        Qualifier.ABOUT: "or so, or thereabouts",
    }
)

_CURRENCIES = {
    "元": "yuan, chinese yuan, yuan rmb, yuan renminbi, rmb, renminbi, cny, rmb yuan, ¥, ￥, rmb ¥, cn ¥",
    "美元": "us dollar, us dollars, u . s . dollars, u . s . dollar, dollar, dollars, usd, $, us $, u . s . $, u . s $",
    "港元": "hong kong dollar, hong kong dollars, hk dollars, hkd, hk $",
    "欧元": "euro, euros, eur, €, €ur",
    "日元": "yen, japanese yen, jpy",
    "英镑": "pounds sterling, pound sterling, gbp, £, british pounds",
    "分": "fen",
}
_OTHER_MONEY = (
    "cents, cent, pence, penny, pesetas, turkish lira, bitcoins, dimes, aud $, aud, cad $, cad, nzd $, nzd, "
    "mex $"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit after a number: its name in our spelling and the index of the token after it."""

    name: str
    after: int


@dataclass(frozen=True, slots=True)
class Money:
    """A currency sign or code before a number and the index of its first token."""

    name: str
    first: int


_MONEY = {tuple(p.split()): zh for zh, phrases in _CURRENCIES.items() for p in phrases.split(", ")} | {
    tuple(p.split()): p.replace(" ", "") for p in _OTHER_MONEY.split(", ")
}
_MONEY_SIGNS = {words for words in _MONEY if words[-1] in {"$", "€", "£", "¥", "￥"} or len(words[-1]) == 3}

_SHORT_UNITS = {
    "km": "kilometer",
    "km2": "square kilometer",
    "m": "meter",
    "cm": "centimeter",
    "mm": "millimeter",
    "mi": "mile",
    "kg": "kilogram",
    "g": "gram",
    "mg": "milligram",
    "t": "tonne",
    "l": "liter",
    "ml": "milliliter",
    "ha": "hectare",
    "kwh": "kilowatt-hour",
    "mwh": "megawatt-hour",
    "gwh": "gigawatt-hour",
    "kw": "kilowatt",
    "mw": "megawatt",
    "gw": "gigawatt",
    "lbs": "pound",
    "hrs": "hour",
    "rad": "radian",
    "kph": "kilometer per hour",
}
_LONG_UNITS = frozenset(
    words(
        "hectare mu acre kilometer kilometre meter metre centimeter centimetre millimeter millimetre mile foot inch yard "
        "ton tonne kilogram gram milligram jin liter litre milliliter gallon ounce pound cup tablespoon teaspoon "
        "kilowatt megawatt gigawatt kilowatt-hour megawatt-hour volt watt horsepower gigabyte kilohertz nanometer joule "
        "degree turn"
    )
)
_PREFIXES = frozenset({"square", "cubic", "metric", "light", "nautical"})
_IRREGULAR = {
    "feet": "foot",
    "inches": "inch",
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
}

_STOP = frozenset(
    words(
        "a an the and or but nor of in on at for to by with from as than that which who whom whose where when while was "
        "were is are be been being has have had do did does will would can could may might shall should must per during "
        "since until till into onto after before under over above below through across among between within without "
        "about against toward towards it its they their them this these those he she his her we our you all each every "
        "both not no so such only also up down out off if because although"
    )
)
_NO_PLURAL = ("ss", "us", "is")


def lemma(word: str) -> str:
    """The singular of an English noun in lower case, by spelling alone."""
    word = word.lower()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or not word.endswith("s") or word.endswith(_NO_PLURAL):
        return word
    if word.endswith("ies") and word != "series":
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    return word[:-1]


def _word(stream: Sequence[Token], at: int) -> str:
    return stream[at].word if 0 <= at < len(stream) else ""


def qualifier_before(stream: Sequence[Token], at: int) -> tuple[Qualifier, int] | None:
    """The qualifier whose words end just before token `at`, with the index of its first token; the longest phrase wins."""
    for length in range(min(_LONGEST_BEFORE, at), 0, -1):
        qualifier = _BEFORE.get(tuple(_word(stream, i) for i in range(at - length, at)))
        if qualifier is not None:
            return qualifier, at - length
    return None


def qualifier_after(stream: Sequence[Token], at: int) -> tuple[Qualifier, int] | None:
    """The qualifier whose words begin at token `at` (`or more`, `-plus`), with the index of the token after it."""
    hyphen = int(_word(stream, at) == "-")
    for length in (3, 2, 1):
        qualifier = _AFTER.get(tuple(_word(stream, at + hyphen + i) for i in range(length)))
        if qualifier is not None and (length > 1 or hyphen or stream[at].start == stream[at - 1].end):
            return qualifier, at + hyphen + length
    return None


def money_before(stream: Sequence[Token], at: int) -> Money | None:
    """The currency sign or code that ends just before token `at`: `RMB`, `US$`, `¥`."""
    for length in (4, 3, 2, 1):
        if at >= length:
            words = tuple(_word(stream, i) for i in range(at - length, at))
            if words in _MONEY_SIGNS:
                return Money(_MONEY[words], at - length)
    return None


def unit_after(stream: Sequence[Token], at: int) -> Unit | None:
    """The percent sign, currency or unit of measurement that begins at token `at`, a hyphen before it allowed.

    An age (`29 years old`) has the unit `year of age`, which is no duration.
    """
    at += int(_word(stream, at) in {"-", "‑"})
    return _percent(stream, at) or _money_after(stream, at) or _measure(stream, at)


def _percent(stream: Sequence[Token], at: int) -> Unit | None:
    words = tuple(_word(stream, at + i) for i in range(4))
    if words[:3] == ("of", "a", "percentage") and words[3].startswith("point"):
        return Unit("个百分点", at + 4)
    if words[:2] == ("percentage", "-") and words[2].startswith("point"):
        return Unit("个百分点", at + 3)
    if words[0] == "percentage" and words[1] in {"point", "points"}:
        return Unit("个百分点", at + 2)
    if words[0] in {"%", "％", "percent", "pct"}:
        return Unit("%", at + 1)
    if words[:2] == ("per", "cent"):
        return Unit("%", at + 2)
    if words[0] == "‰":
        return Unit("‰", at + 1)
    return Unit("‰", at + 2) if words[:2] in {("per", "thousand"), ("per", "mille")} else None


def _money_after(stream: Sequence[Token], at: int) -> Unit | None:
    for length in (4, 3, 2, 1):
        name = _MONEY.get(tuple(_word(stream, at + i) for i in range(length)))
        if name is not None:
            return Unit(name, at + length)
    return None


def _measure(stream: Sequence[Token], at: int) -> Unit | None:
    word, following = _word(stream, at), _word(stream, at + 1)
    if word in _SHORT_UNITS and at and stream[at].start <= stream[at - 1].end + 1:
        glued = stream[at].start == stream[at - 1].end
        square = word == "km" and following == "2" and stream[at + 1].start == stream[at].end
        lower = stream[at].text.islower()  # 5g is a weight, 5G a network
        if (glued and lower) or len(word) > 1 or following in {"", ".", ",", ";", ")"}:
            return Unit("square kilometer" if square else _SHORT_UNITS[word], at + 1 + square)
    if word == "in" and following in {"", "."} and at + 2 >= len(stream):
        return Unit("inch", at + 1)
    first = at
    words: list[str] = []
    if word in _PREFIXES:
        words.append(word)
        at += 1
    name = lemma(_word(stream, at))
    if _word(stream, at + 1) == "-" and lemma(_word(stream, at + 2)) == "hour":
        name, at = name + "-hour", at + 2
    elif name in {"kilowatt", "megawatt"} and lemma(_word(stream, at + 1)) == "hour":
        name, at = name + "-hour", at + 1
    if name not in _LONG_UNITS and name not in DURATION_UNITS:
        return None
    if words and name in DURATION_UNITS and first != at:
        return None
    words.append(name.replace("metre", "meter").replace("litre", "liter"))
    at += 1
    if name in {"year", "month"} and (age := _age(stream, at)):
        return Unit(f"{name} of age", age)
    if _word(stream, at) in {"per", "an", "a"} and _word(stream, at + 1) in {"hour", "second", "day", "year"}:
        words += ["per", _word(stream, at + 1)]
        at += 2
    return Unit(" ".join(words), at)


def _age(stream: Sequence[Token], at: int) -> int:
    """The index after `old` or `of age` at token `at`, 0 where neither stands there."""
    if _word(stream, at) == "old":
        return at + 1
    return at + 2 if (_word(stream, at), _word(stream, at + 1)) == ("of", "age") else 0


def counted_noun(stream: Sequence[Token], at: int, *, many: bool) -> str:
    """The lemma of the noun that a number before token `at` counts, "" if unsure: the head of the words that follow."""
    words: list[str] = []
    for i in range(at, min(at + 7, len(stream))):
        word = stream[i].text
        if not word[0].isalpha() or word.lower() in _STOP:
            if word in {"-", "'", "’"}:
                continue
            break
        words.append(word)
    plurals = [w for w in words if lemma(w) != w.lower()]
    if plurals:
        return lemma(plurals[-1])
    return "" if many or not words else words[-1].lower()
