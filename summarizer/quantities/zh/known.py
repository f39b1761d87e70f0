"""Words of the lexicon that hold a numeral and count nothing (三公, 万家), where they are meant and no figure is.

At one place 三公 may be the word and may begin 三公里. The longer reading wins: the word gives way to a figure whose unit or counted
noun reaches beyond it (三公升, 走访五化工企业), and behind an approximator to one that reaches as far (近万|村民, 上百|企). A row of
the table may name what it does not stand before (两头|牛).
"""

import re
from functools import cache
from typing import NamedTuple

from summarizer.lexicon import numbered_names
from summarizer.lexicon.numerals import numeral_value
from summarizer.quantities.mention import Kind, Mention
from summarizer.quantities.zh.approximation import qualifier_before, some_before
from summarizer.quantities.zh.counting import counted_noun_end, done_noun_end, is_noun_at
from summarizer.quantities.zh.measure import unit_at
from summarizer.quantities.zh.patterns import D, N
from summarizer.reading import Span

__all__ = ["known_word"]

_SHARE_AHEAD = re.compile(rf"[{N}]|分?之[{N}{D}]")
_PARTS_AHEAD = re.compile(rf"分?之[{N}{D}]")
# Nouns that stand in one character behind an approximator: 近千企, 上百城.
_SHORT_NOUNS = frozenset("企城园店厂")


class _Word(NamedTuple):
    """`offset` is how far in its first numeral stands; the numeral ends at `tail`."""

    offset: int
    tail: int
    zh: str
    kind: Kind
    not_before: tuple[str, ...]


@cache
def _words() -> dict[str, tuple[_Word, ...]]:
    """The words by their first numeral and the character behind it, the longest first."""
    found: dict[str, list[_Word]] = {}
    for row in sorted(numbered_names(), key=lambda row: -len(row.zh)):
        at = next(i for i, char in enumerate(row.zh) if char in N or char == "半")
        tail = next((i for i in range(at, len(row.zh)) if row.zh[i] not in N), len(row.zh))
        word = _Word(at, tail, row.zh, Kind(row.kind), row.not_before)
        found.setdefault(row.zh[at : at + 2], []).append(word)
    return {key: tuple(group) for key, group in found.items()}


def known_word(text: str, at: int, floor: int) -> Mention | None:
    """The word whose first numeral stands at `at`, where no numeral goes on before or behind it and no figure is meant."""
    for key in (text[at : at + 2], text[at]):
        for word in _words().get(key, ()):
            start = at - word.offset
            if start < floor or not text.startswith(word.zh, start):
                continue
            end = start + len(word.zh)
            goes_on = _SHARE_AHEAD if word.zh[-1] in N else _PARTS_AHEAD
            if (
                (word.offset or text[start - 1 : start] != "第")
                and not goes_on.match(text, end)
                and (start == 0 or text[start - 1] != "分")
                and not text.startswith(word.not_before, end)
                and (word.offset or not _counts(text, start, start + word.tail, end, floor))
            ):
                span = Span(start, end)
                return Mention(span, span, word.zh, word.kind, numeral_value(word.zh))
    return None


def _counts(text: str, start: int, tail: int, end: int, floor: int) -> bool:
    """Whether the numeral in text[start:tail] counts what a word that ends at `end` is only the beginning of."""
    if tail == end:
        return False
    unit = unit_at(text, tail)
    reach = unit[1] if unit else tail
    # Of the approximators only what belongs to the figure: 突破一批技术 exceeds nothing.
    if qualifier_before(text, start, floor)[1] < start or some_before(text, start, floor):
        reach = max(reach, counted_noun_end(text, tail), tail + (text[tail] in _SHORT_NOUNS))
        return reach >= end
    if reach > end:
        return True
    # The noun must cut the word in two, and leave no other noun: 三|星级 stays, and 办理两会议案 is about 两会.
    return end - tail == 1 and done_noun_end(text, start, tail) > end and not is_noun_at(text, end)
