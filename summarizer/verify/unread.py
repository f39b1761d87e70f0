"""Numbers of an English text that its reader does not read: what cannot be read cannot be borne out, so it never passes."""

import html
import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from summarizer.quantities import Kind, Mention, mentions_en
from summarizer.verify.finding import NumberFinding, Reason, Verdict
from summarizer.verify.sentences import sentence_for

__all__ = ["disguised", "unread", "unread_finding"]

_HAN_NUMERALS = "〇零一二三四五六七八九十百千万亿两兩廿卅壹贰叁肆伍陆柒捌玖拾佰仟"
# Numbers hidden in words of their own; a plain `double` or `half` the reader knows is not among them.
_WORDS = re.compile(
    r"\b(?:\w+-?fold|doubl(?:e|ed|es|ing)|trebl\w+|tripl\w+|quadrupl\w+|quintupl\w+|halv(?:e|ed|es|ing)|umpteen|"
    r"(?:a\s+)?(?:couple|pair|score|handful|gross)\s+of|scores\s+of|\w+-teen|(?:two|three|four|five)[-\s]?score|baker['’]s\s+dozen|"
    r"trio|quartet|quintet|sextet|octet|nought|naught)\b",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"\b(?=[IVXLCDM]{2,}\b)(?!(?:CD|DC|DM|MD|CV|DI|MC|LCD|CCD|MIX|DIM)\b)[IVXLCDM]+\b")
# Letters and digits in one word, but for ordinals, decades and units of measurement written onto the number.
_MIXED = re.compile(r"(?<![\w.])(?=[\w.]*\d)(?=[\w.]*[A-Za-z])[\w.]*\w")
_PLAIN_MIXED = re.compile(
    r"\d+(?:st|nd|rd|th)|\d{2,4}s|[\d.,]+(?:km|kg|kWh|MWh|GWh|kW|MW|GW|mm|cm|kV|ha)", re.IGNORECASE
)
# Letters alone that are read as digits: lO, OO.
_LOOKALIKE = re.compile(r"(?<![\w'’])(?:[lI|][oO]+|[oO]{2,}|l{2,}|[IVX]+l+[IVX]*|l+[VX]+)(?!\w)")
# Digits parted by what groups digits elsewhere, or by a comma that groups none here.
_GROUPED = re.compile(r"\d['’`´·˙_]\d|\d,\d{1,2}(?!\d)|\d,\d{4}")
# Scales and measures that are not the source's and that nothing converts.
_FOREIGN = re.compile(
    r"\d\s*(?:(?:thousand|million|billion)\s+)?(?:lakh|crore|mln|wan\b|acres?|square\s+(?:feet|foot|miles?|yards?)|sq\.?\s?(?:mi|ft|yd)\b|miles?\b|yards?\b|"
    r"feet|foot\b|inch(?:es)?|pounds?\b|ounces?|gallons?|euros?\b|yen\b|rubles?|[KM]\b)"
)
_SIGNS = re.compile(r"[~≈><≥≤＞＜±∼]\s*\d|[₽₩€£₹฿₫₴₺]")
# The number before it is part of an adjective: three-star, one-hundred-person.
_JOINED = re.compile(r"[-‐‑–][^\W\d_]")
_LIST_NUMBER = re.compile(r"^\s*(?:#+\s*)?[(（]?\d{1,4}[)）.:、]\s|^\s*#+\s*\d")


_MARKUP = re.compile(r"<[^<>]*>|[*_~`^\\]+")
# Letters of other scripts in which a Roman numeral or a round digit is written.
_LATIN = str.maketrans(
    "АВЕІЈКМНОРСТХУІVЗабсеіјорхуΑΒΕΖΗΙΚΜΝΟΡΤΥΧοԀԁⅬ", "ABEIJKMHOPCTXYIV3abceijopxyABEZHIKMNOPTYXoDdL"
)


def _odd_digits(text: str) -> Iterator[tuple[int, int]]:
    for at, char in enumerate(text):
        if char in _HAN_NUMERALS or (
            char > "\x7f" and not char.isdecimal() and unicodedata.numeric(char, None) is not None
        ):
            yield at, at + 1


def _unseen(char: str) -> bool:
    """Without a width, or drawn over the character before it."""
    return unicodedata.category(char) in {"Cf", "Mn", "Me"}


def _bare(text: str) -> str:
    """The text as it may look: markup set, entities drawn, unseen characters gone, foreign letters taken for Latin ones."""
    shown = unicodedata.normalize("NFKD", _MARKUP.sub("", html.unescape(text)))
    return unicodedata.normalize("NFKC", "".join(c for c in shown if not _unseen(c))).translate(_LATIN)


def _hidden(text: str) -> Iterator[tuple[int, int]]:
    """The whole text where its numbers are others, or more, once it is shown."""
    bare = _bare(text)
    if bare == text:
        return
    read = [(m.value, m.value_max) for m in mentions_en(text)]
    shown = [(m.value, m.value_max) for m in mentions_en(bare)]
    if read != shown or len(_ROMAN.findall(bare)) != len(_ROMAN.findall(text)):
        yield 0, len(text)


def _spoken(text: str) -> Iterator[tuple[int, int]]:
    """Two numbers in words that are heard as one: `nineteen three` is read as 19 and 3, and heard as 1903; `one nineteen` as 119.

    Not so where the second is part of an adjective: nine three-star hotels.
    """
    for one, other in pairwise(mentions_en(text)):
        between = text[one.span.end : other.span.start]
        if (
            one.kind is other.kind is Kind.INDICATOR
            and not between.strip(" \t-")
            and (one.text + other.text).replace("-", "").replace(" ", "").isalpha()
            and _is_short(one)
            and _is_short(other)
            and not _JOINED.match(text, other.span.end)
        ):
            yield one.span.start, other.span.end


def _is_short(mention: Mention) -> bool:
    """Whether it is a number of one or two digits, of which years and telephone numbers are spoken."""
    return mention.value is not None and mention.value_max is None and 0 <= mention.value < 100


def unread(text: str, source: str) -> list[tuple[int, int]]:
    """The stretches of an English sentence or name that hold a number which is not read: ½, XIX, 19M, tenfold, 三十, ~19, 1**9.

    All that `disguised` finds, and what a sentence of ours never says. In order of place.
    """
    found = [
        match.span()
        for pattern in (_WORDS, _ROMAN, _FOREIGN, _SIGNS, _LIST_NUMBER)
        for match in pattern.finditer(text)
    ]
    return sorted([*found, *disguised(text, source)])


def disguised(text: str, source: str) -> list[tuple[int, int]]:
    """The stretches of any text, line by line, that look or sound like another number than is read, or like none: 1**9, ⑲, lO, 19M.

    What a writer may say in good faith (XIX, tenfold, 12 miles) is not among them. A word of letters and digits may stand where
    `source` has it too (PM2.5, 5G).
    """
    found = [match.span() for pattern in (_LOOKALIKE, _GROUPED) for match in pattern.finditer(text)]
    found += [*_odd_digits(text), *_mixed(text, source)]
    start = 0
    for line in text.split("\n"):
        found += [(start + begin, start + end) for begin, end in _spoken(line)]
        found += [(start, start + len(line.rstrip())) for _ in _hidden(line)]
        start += len(line) + 1
    return sorted(found)


def _mixed(text: str, source: str) -> Iterator[tuple[int, int]]:
    for word in _MIXED.finditer(text):
        if _PLAIN_MIXED.fullmatch(word.group()):
            continue
        if re.search(rf"(?<![A-Za-z0-9]){re.escape(word.group())}(?![A-Za-z0-9])", source) is None:
            yield word.span()


def unread_finding(text: str, start: int, end: int) -> NumberFinding:
    """The verdict on what looks like a number in a text and is read as none."""
    said = text[start:end]
    message = sentence_for(Reason.NOT_A_FIGURE, said)
    return NumberFinding(start, end, said, "unread", Verdict.UNSUPPORTED, Reason.NOT_A_FIGURE, (), message)
