"""Characters of a PDF → the characters that were meant: what fonts and producers put in the place of the usual ones."""

import re
import unicodedata

__all__ = ["clean", "raised"]

# Radicals and the ideographs that look the same. Source: EquivalentUnifiedIdeograph.txt of Unicode 15, U+2E80 to U+2EF3.
_RADICALS = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛"
    "⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑"
    "⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
# Unicode has 戶 for the radical ⼾, but fonts of simplified characters have one glyph for it and 户, and 用⼾ is a common find.
_SIMPLIFIED = "⼾户"
# What the symbol fonts of word processors put at the head of list items.
_BULLETS = "\uf06c●\uf06e■\uf075◆\uf076◆\uf0a7▪\uf0b7•\uf0d8►\uf0fc●\uf06f□\uf0a8□\uf09f•\uf077◆"

_COMPATIBLE = ((0x2F00, 0x2FD6), (0xF900, 0xFB00), (0x2F800, 0x2FA20), (0xFB00, 0xFB07))
_LOST = "\ufffd"
_HYPHEN = "-"  # pdfium's mark for one at the end of a line, which it shows in two ways

_TABLE = {
    **{
        code: unicodedata.normalize("NFKC", chr(code))
        for first, end in _COMPATIBLE
        for code in range(first, end)
    },
    **dict(zip(map(ord, _RADICALS[::2]), _RADICALS[1::2], strict=True)),
    **dict(zip(map(ord, _SIMPLIFIED[::2]), _SIMPLIFIED[1::2], strict=True)),
    **dict.fromkeys((*range(9), 0xB, 0xC, *range(0xE, 0x20), *range(0x7F, 0xA0)), _LOST),
    **dict.fromkeys((*range(0xE000, 0xF900), 0xFFFF), _LOST),
    **dict(zip(map(ord, _BULLETS[::2]), _BULLETS[1::2], strict=True)),
    0x02: _HYPHEN,
    0xFFFE: _HYPHEN,
}
_ODD = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2e80-\u2fd5\ud800-\udfff\ue000-\ufb06\ufffe\uffff\U0002f800-\U0010ffff]"
)
_SUPERSCRIPTS = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")


def clean(text: str) -> str:
    """The text with each radical and compatibility form as the ideograph that it stands for, ligatures as their letters.

    Many PDFs carry `⽇` (a radical) where 日 was written, because both look the same in the font; nobody could find the word
    again. One such character becomes one, as Unicode has it. Bullets of symbol fonts become bullets; what has no meaning
    outside its font (private use, control characters, halves of surrogates) becomes U+FFFD, one for one. Full-width digits,
    soft hyphens and what has no width stay.
    """
    if not _ODD.search(text):
        return text
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return "".join(_LOST if char >= "\U000f0000" else char for char in whole.translate(_TABLE))


def raised(text: str) -> str:
    """Digits and signs as superscripts: the 2 of km²."""
    return text.translate(_SUPERSCRIPTS)
