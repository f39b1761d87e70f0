"""Characters that Word keeps in the places of symbol fonts, and figures set above the line."""

__all__ = ["raised", "symbol"]

_PRIVATE = 0xF000  # where the 8-bit symbol fonts stand in Unicode
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_OPENING = "[【（(〔［"

# Adobe Symbol, where it differs from ASCII in what reports use.
_SYMBOL = {0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "●", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈"}
_WINGDINGS = {
    **{0x81 + place: sign for place, sign in enumerate("①②③④⑤⑥⑦⑧⑨⑩")},
    **{0x8C + place: sign for place, sign in enumerate("❶❷❸❹❺❻❼❽❾❿")},
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x75: "◆", 0x9F: "•", 0xA7: "▪", 0xA8: "□", 0xB2: "☆", 0xAB: "★", 0xD8: "➢", 0xFC: "✓",
    0xFE: "☑",
}  # fmt: skip


def symbol(font: str, code: str) -> str:
    """The character that stands at the hexadecimal place `code` of a symbol font; a blank for one that is not known."""
    try:
        place = int(code, 16) if len(code) <= 6 else 0
    except ValueError:
        return " "
    own = place - _PRIVATE if _PRIVATE <= place < _PRIVATE + 0x100 else place
    if font.startswith("Wingdings"):
        return _WINGDINGS.get(own, " ")
    if font == "Symbol":
        return _SYMBOL.get(own, chr(own) if 0x20 <= own < 0x40 else " ")
    return chr(place) if 0x20 <= place < 0xD800 else " "


def raised(text: str, before: str) -> str:
    """The text as it reads above the line: its figures as ¹²³, so that they are none of the number they stand behind.

    Marks of notes in brackets ([1]) stay as they are; `before` is the character before the text.
    """
    bracketed = any(sign in text for sign in _OPENING) or (before and before in _OPENING)
    return text if bracketed else text.translate(_RAISED)
