"""Numbers that count nothing: dates, durations, ordinals, enumerators, names and idioms.

A form is a pattern that begins with the number, tried where a number begins; what stands before it (第, a bracket, the start of
a line) decides which forms are tried. Of several the first that fits wins: words of the lexicon, slogans in quotation marks,
the forms in the order of `fixed_forms`, titles. No pattern can backtrack beyond a few characters.
"""

import re

from summarizer.lexicon.numerals import numeral_value
from summarizer.quantities.mention import Kind, Mention
from summarizer.quantities.zh.candidate import BLANKS, MASKS
from summarizer.quantities.zh.fixed_forms import (
    BRACKETED,
    CLAUSED,
    FIRST_OF,
    HALF_YEAR,
    IN_DIGITS,
    IN_MASKS,
    IN_NUMERALS,
    LISTED,
    OTHER,
    RANKED,
    STOPPED,
)
from summarizer.quantities.zh.known import known_word
from summarizer.quantities.zh.measure import currency_before
from summarizer.quantities.zh.patterns import SP, D, N
from summarizer.quantities.zh.stretches import Stretches, addresses, quotations, titles
from summarizer.quantities.zh.times import timed
from summarizer.reading import Span

__all__ = ["NonFigures"]

_LINE_START = frozenset("\n\r")
_SENTENCE_ENDS = frozenset("。；;!！?？:：")
_CLAUSE_ENDS = frozenset("，,\u3000 ")
_OPENING = frozenset("〔[［(（【")
_SPACE = frozenset(BLANKS)
_DIGIT = frozenset("0123456789０１２３４５６７８９")
_CIRCLED = frozenset(map(chr, range(ord("①"), ord("⑳") + 1)))
_NOT_RANKED = tuple("目此以提日之当空年午史先从")
_FURTHEST = 40
_HALVES = frozenset("上下")
# What a rank stands behind: 排名第一, 位居全省第一.
_PLACED = re.compile(r"[名列居排位省国市县区州球夺获得]\Z")
# Standards: GB/T 19001-2016, ISO 14001, HJ 2.2.
_STANDARD = re.compile(r"(?:GB|DB|HJ|NY|SL|CJ|JGJ|ISO|IEC|IATF|OHSAS|WS|GA)(?:[/／][A-Z]{1,2})?[ \u00a0-]?\Z")
_STANDARD_NUMBER = re.compile(rf"([{D}]++)(?:[.．—–-][{D}]++)*+")

_IN_QUOTES = re.compile(
    rf"([{D}]++)(?:[.．][{D}]++)?(?:[ +＋·・]{{1,3}}(?:[{D}]++|[NnXx]))*|([{N}]++)[个大条项]?"
)
_IN_TITLES = re.compile(rf"[{D}]++|[{N}]{{2,}}+|[二三四五六七八九](?=[个大])")
_LETTERED = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ]{1,8}[-－]?\Z")
_LETTERED_NUMBER = re.compile(rf"[{D}]++(?:[.．][{D}]++)?+(?!{SP}(?:[%％‰]|[万亿千百]|元|个百分|倍))")


def _led(text: str, at: int, floor: int) -> int:
    """The place before `at`, one blank skipped; -1 where something else reaches that far."""
    before = at - 1
    if before >= floor and text[before] in _SPACE:
        before -= 1
    return before if before >= floor else -1


def _named(text: str, kind: Kind, start: int, end: int, number: Span | None = None) -> Mention:
    span = Span(start, end)
    number = number or span
    return Mention(span, number, text[start:end], kind, numeral_value(number.of(text)))


class NonFigures:
    """The numbers of one text that count nothing, asked for from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._quotations = Stretches(quotations(text))
        self._titles = Stretches(titles(text))
        self._addresses = Stretches(addresses(text))

    def at(self, at: int, floor: int) -> Mention | None:
        """What the number at `at` is, if it is no figure; nothing before `floor` belongs to it."""
        text = self._text
        first = text[at]
        in_digits = first in _DIGIT
        if in_digits:
            address = self._addresses.holding(at)
            if address is not None:
                return _named(text, Kind.NAME, max(address[0], floor), address[1])
        elif first in MASKS:
            return self._ranked(at, floor) or IN_MASKS.at(text, at, at)
        elif first in _CIRCLED:
            return _named(text, Kind.ENUMERATOR, at, at + 1)
        elif known := known_word(text, at, floor):
            return self._ranked(at, floor, beyond=known) if known.text[0] == "第" else known
        quotation = self._quotations.holding(at)
        if quotation is not None and (hit := _IN_QUOTES.match(text, at, quotation[1])):
            group = hit.lastindex or 1
            return _named(text, Kind.NAME, at, hit.end(), Span(*hit.span(group)))
        return self._by_form(at, floor, in_digits=in_digits) or self._in_title(at)

    def _ranked(self, at: int, floor: int, *, beyond: Mention | None = None) -> Mention | None:
        """The rank behind 第; `beyond` is a word of the lexicon there (第一书记), which only a longer form or a place outdoes."""
        text = self._text
        before = _led(text, at, floor)
        ranked = RANKED.at(text, at, before) if before >= 0 and text[before] == "第" else None
        if beyond is None or ranked is None or ranked.span.end > beyond.span.end:
            return ranked or beyond
        placed = beyond.text == "第一" and _PLACED.search(text, max(floor, before - 4), before)
        return ranked if placed or ranked.kind is Kind.ENUMERATOR else beyond

    def _by_form(self, at: int, floor: int, *, in_digits: bool) -> Mention | None:
        text = self._text
        first = text[at]
        before = _led(text, at, floor)
        lead = text[before] if before >= 0 else "\n" if at == 0 else ""
        found = None
        if lead == "第":
            return RANKED.at(text, at, before)
        if lead == "前" and text[before - 1 : before] not in _NOT_RANKED:
            found = FIRST_OF.at(text, at, before)
        elif first == "半" and lead in _HALVES:
            found = HALF_YEAR.at(text, at, before)
        elif lead == "其":
            found = OTHER.at(text, at, before)
        elif lead in _OPENING:
            found = BRACKETED.at(text, at, before)
        elif lead in _LINE_START or self._opens_line(at):
            found = LISTED.at(text, at, at)
        elif lead in _SENTENCE_ENDS:
            found = STOPPED.at(text, at, at)
        elif lead in _CLAUSE_ENDS:
            found = CLAUSED.at(text, at, at)
        if found is not None:
            return found
        found = (IN_DIGITS if in_digits else IN_NUMERALS).at(text, at, at)
        if found is None:
            return self._lettered(at, floor) if in_digits else None
        return timed(found) if found.kind is Kind.DURATION else found

    def _opens_line(self, at: int) -> bool:
        """Whether only blanks stand before `at` on its line."""
        text = self._text
        before = at - 1
        furthest = max(-1, at - _FURTHEST)
        while before > furthest and text[before] in _SPACE:
            before -= 1
        return before == -1 or (before >= 0 and text[before] in _LINE_START)

    def _lettered(self, at: int, floor: int) -> Mention | None:
        """A number written on to letters: PM2.5, G60; but not a sum or a share behind an abbreviation (GDP2万亿元)."""
        text = self._text
        if "一" <= text[at - 1 : at] <= "鿿":
            return None
        if (standard := _STANDARD.search(text, max(floor, at - 10), at)) and (
            number := _STANDARD_NUMBER.match(text, at)
        ):
            return _named(text, Kind.NAME, standard.start(), number.end(), Span(*number.span(1)))
        letters = _LETTERED.search(text, max(floor, at - 9), at)
        number = _LETTERED_NUMBER.match(text, at) if letters else None
        if letters is None or number is None or currency_before(text, at, floor):
            return None
        return _named(text, Kind.NAME, letters.start(), number.end(), Span(*number.span()))

    def _in_title(self, at: int) -> Mention | None:
        """Numbers in the titles of laws and documents are parts of names, unless they are dates."""
        title = self._titles.holding(at)
        hit = _IN_TITLES.match(self._text, at, title[1]) if title else None
        return None if hit is None else _named(self._text, Kind.NAME, at, hit.end())
