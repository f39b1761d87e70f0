"""English and Chinese told apart in one text, so that each is read with its own recogniser."""

import re

__all__ = ["by_language"]

_HAN = re.compile(r"[㐀-鿿]")
_LATIN = re.compile(r"[A-Za-z]")
# A quotation from the source inside an English line: Chinese with its own figures and marks.
_CHINESE_STRETCH = re.compile(r"[㐀-鿿](?:[^A-Za-z\n|]{0,80}[㐀-鿿])*(?:[0-9０-９.．%％*＊]+)?[”」』）)》]?")
# Lines, and cells of a table.
_PARTING = ("|", "\n")
_PIECE = re.compile(r"([|\n])")
# Footnotes of Markdown: the marks, and the notes themselves, which quote their evidence.
# Blanks that a broken export has spelled out.
_NOTE = re.compile(
    r"^\[\^\w+\]:.*$|\[\^\w+\]|<U\+(?:00A0|3000|200[0-9A-F]|FEFF|00AD)>|&(?:nbsp|ensp|emsp|#160);",
    re.MULTILINE,
)


def _blank(text: str, pattern: re.Pattern[str]) -> str:
    return pattern.sub(lambda hit: " " * len(hit.group()), text)


def by_language(text: str) -> tuple[str, str]:
    """The text twice, of the same length: what is English and what is Chinese, with blanks in place of the other.

    A line or table cell is of the language that most of it is written in, one without letters of that of the one before; of an English one the Chinese it quotes is left out of both, being
    the source's own words. Footnotes of Markdown are left out.
    """
    english, chinese = [], []
    in_chinese = False
    for piece in _PIECE.split(_blank(text, _NOTE)):
        han, latin = len(_HAN.findall(piece)), len(_LATIN.findall(piece))
        if han or latin:
            in_chinese = han * 2 > latin
        if in_chinese and piece not in _PARTING:
            english.append(" " * len(piece))
            chinese.append(piece)
        else:
            english.append(_blank(piece, _CHINESE_STRETCH))
            chinese.append(piece if piece in _PARTING else " " * len(piece))
    return "".join(english), "".join(chinese)
