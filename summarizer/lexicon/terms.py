"""The termbase: the standard English of the people's congress, government, court and procuratorate system."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from summarizer.lexicon.table import Row, table_rows

__all__ = ["PartOfSpeech", "Term", "TermBase", "terms", "terms_in"]

COLUMNS = ("zh", "en", "plural", "pos", "domain", "note")
DOMAINS = ("congress", "economy", "environment", "general", "justice", "livelihood", "party", "slogan")

_HAN = re.compile(r"[\u3400-\u9fff]")


class PartOfSpeech(StrEnum):
    NOUN = "noun"
    VERB = "verb"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    PROPER = "proper"
    DETERMINER = "determiner"
    PREPOSITION = "preposition"
    PHRASE = "phrase"


@dataclass(frozen=True, slots=True)
class Term:
    """A Chinese term with its English. `plural` is "" where the noun has none or the plural is regular."""

    zh: str
    en: str
    plural: str
    pos: PartOfSpeech
    domain: str
    note: str = ""


class TermBase:
    """Terms by their Chinese, found in text in time linear in its length. Never changes after it is built."""

    __slots__ = ("_by_zh", "_lengths")

    def __init__(self, entries: Iterable[Term]) -> None:
        self._by_zh = {term.zh: term for term in entries}
        lengths: dict[str, set[int]] = {}
        for zh in self._by_zh:
            lengths.setdefault(zh[0], set()).add(len(zh))
        self._lengths = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}

    def __len__(self) -> int:
        return len(self._by_zh)

    def __iter__(self) -> Iterator[Term]:
        return iter(self._by_zh.values())

    def get(self, zh: str) -> Term | None:
        """The term written exactly so, None where there is none."""
        return self._by_zh.get(zh)

    def at(self, text: str, start: int) -> Iterator[Term]:
        """The terms that stand at `start`, longest first."""
        for length in self._lengths.get(text[start : start + 1], ()):
            term = self._by_zh.get(text[start : start + length])
            if term is not None:
                yield term

    def occurring(self, text: str) -> list[Term]:
        """The terms found in `text` read from the left, the longest at each place; each once, in order of first sight."""
        found: dict[str, Term] = {}
        start = 0
        while start < len(text):
            term = next(self.at(text, start), None)
            if term is not None:
                found.setdefault(term.zh, term)
            start += len(term.zh) if term is not None else 1
        return list(found.values())

    def segment(self, text: str) -> list[Term | str]:
        """`text` cut into terms and stretches that no term covers; the pieces joined are the text.

        Of all ways to cut, one with the fewest uncovered characters, among those with the fewest pieces; of several such, one
        that begins uncovered, else the one with the longest first term.
        """
        # Read from the end: _Cut is the best way to cut the rest of the text.
        best: list[_Cut] = [_Cut(0, 0, None, 0)] * (len(text) + 1)
        for start in range(len(text) - 1, -1, -1):
            rest = best[start + 1]
            # An uncovered character joins the uncovered stretch that follows it; that is why ties are cut bare first.
            joins = rest.term is None and start + 1 < len(text)
            choice = _Cut(rest.uncovered + 1, rest.pieces + (not joins), None, start + 1)
            for term in self.at(text, start):
                rest = best[start + len(term.zh)]
                if (rest.uncovered, rest.pieces + 1) < (choice.uncovered, choice.pieces):
                    choice = _Cut(rest.uncovered, rest.pieces + 1, term, start + len(term.zh))
            best[start] = choice
        return list(_pieces(text, best))


@dataclass(frozen=True, slots=True)
class _Cut:
    """The best cut from one place on: characters left uncovered, pieces, the first term (None: uncovered), where it ends."""

    uncovered: int
    pieces: int
    term: Term | None
    end: int


def _pieces(text: str, best: list[_Cut]) -> Iterator[Term | str]:
    start = bare = 0
    while start < len(text):
        cut = best[start]
        if cut.term is not None:
            if bare < start:
                yield text[bare:start]
            yield cut.term
            bare = cut.end
        start = cut.end
    if bare < len(text):
        yield text[bare:]


def terms_in(table: Iterable[Row]) -> list[Term]:
    """The terms of the rows, checked. Raises LexiconError for the first bad row."""
    seen: dict[str, Row] = {}
    found = []
    parts = {str(pos): pos for pos in PartOfSpeech}
    for row in table:
        zh = row.unique("zh", seen)
        seen[zh] = row
        if not _HAN.search(zh):
            raise row.error(f"{zh!r} has no Chinese character")
        row.required("en")
        found.append(
            Term(
                zh=zh,
                en=row.english("en"),
                plural=row.english("plural"),
                pos=parts[row.choice("pos", parts)],
                domain=row.choice("domain", DOMAINS),
                note=row["note"],
            )
        )
    return found


@cache
def terms() -> TermBase:
    """The termbase of this installation: all rows of all its term tables. Raises LexiconError for a bad one."""
    return TermBase(terms_in(table_rows("terms", COLUMNS)))
