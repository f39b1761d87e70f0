"""Numbers that the report of `guarantee` does not have, in every disguise in which they could reach a reader."""

from collections.abc import Callable

from hypothesis import strategies as st

# What no number of the source, nor the sum or difference of two of one unit, comes to.
WRONG = (8819, 57, 44)


def _words(number: int) -> str:
    return {8819: "eight thousand eight hundred and nineteen", 57: "fifty-seven", 44: "forty-four"}[number]


def _han(number: int) -> str:
    return {8819: "八千八百一十九", 57: "五十七", 44: "四十四"}[number]


def _roman(number: int) -> str:
    return {8819: "MMMMMMMMDCCCXIX", 57: "LVII", 44: "XLIV"}[number]


def _drawn(zero: int) -> Callable[[int], str]:
    """The digits of a script whose zero has this code point."""
    return lambda number: "".join(chr(zero + int(d)) for d in str(number))


def _inside(mark: str) -> Callable[[int], str]:
    """The digits with something between the first and the rest."""
    return lambda number: f"{str(number)[0]}{mark}{str(number)[1:]}"


DISGUISES: dict[str, Callable[[int], str]] = {
    "plain": str,
    "grouped": lambda number: f"{number:,}",
    "apostrophe": lambda number: f"{number:,}".replace(",", "'") if number > 999 else _inside("'")(number),
    "words": _words,
    "capital words": lambda number: _words(number).title(),
    "split words": lambda number: f"{_words(number)[:3]}\u200b{_words(number)[3:]}",
    "bold words": lambda number: f"{_words(number)[:3]}**{_words(number)[3:]}**",
    "chinese": _han,
    "chinese digits": lambda number: str(number).translate(str.maketrans("0123456789", "〇一二三四五六七八九")),
    "full width": _drawn(0xFF10),
    "bold": lambda number: f"**{str(number)[0]}**{str(number)[1:]}",
    "tags": lambda number: f"<b>{str(number)[0]}</b>{str(number)[1:]}",
    "entity": lambda number: f"&#{ord(str(number)[0])};{str(number)[1:]}",
    "underscore": _inside("_"),
    "zero-width space": _inside("\u200b"),
    "zero-width joiner": _inside("\u200d"),
    "word joiner": _inside("\u2060"),
    "soft hyphen": _inside("\u00ad"),
    "byte order mark": _inside("\ufeff"),
    "bidi override": lambda number: f"\u202e{str(number)[::-1]}\u202c",
    "bidi isolate": _inside("\u2066"),
    "combining stroke": _inside("\u0336"),
    "keycaps": lambda number: "".join(f"{d}\ufe0f\u20e3" for d in str(number)),
    "mathematical bold": _drawn(0x1D7CE),
    "mathematical sans": _drawn(0x1D7E2),
    "arabic-indic": _drawn(0x0660),
    "bengali": _drawn(0x09E6),
    "circled": lambda number: "".join(chr(0x2460 + int(d) - 1) for d in str(number)),
    "negative circled": lambda number: "".join(chr(0x2776 + int(d) - 1) for d in str(number)),
    "superscript": lambda number: str(number).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")),
    "subscript": _drawn(0x2080),
    "roman": _roman,
    "roman letters of their own": lambda number: _roman(number).translate(str.maketrans("IVXLCDM", "ⅠⅤⅩⅬⅭⅮⅯ")),
    "cyrillic roman": lambda number: _roman(number).translate(str.maketrans("IXCM", "ІХСМ")),
    "letters for digits": lambda number: f"{number}O",
    "a letter one": lambda number: f"l{number}",
    "letters alone": lambda _: "lO",
    "scale": lambda number: f"{number} million",
    "ten thousands": lambda number: f"{number}万",
    "fold": lambda number: f"{_words(number).split('-')[0].split()[-1]}fold",
    "score": lambda _: "four score",
    "percent": lambda number: f"{number}%",
    "ordinal": lambda number: f"{number}th",
    "year": lambda number: f"in 20{number % 100}",
}  # fmt: skip
DISGUISED = st.sampled_from(list(DISGUISES.values()))
