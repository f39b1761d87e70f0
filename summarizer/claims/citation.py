"""Markers as models write them → ids of indicators."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

__all__ = ["Citations"]

_BRACKETS = re.compile(r"[\[\](){}<>【】〔〕]")
_BETWEEN = re.compile(r"[\s,;、/&–-]+")
_BLANK_BEFORE_STOP = re.compile(r"\s+(?=[,.;:!?，。；：、])")


@dataclass(frozen=True, slots=True)
class Citations:
    """The markers of one chunk: their `letter`, and the id of the indicator behind each number."""

    letter: str
    markers: Mapping[int, int]

    def named(self, text: str) -> tuple[list[int], int]:
        """The ids that a citation field names, and how many of its words name nothing in the chunk.

        `e7`, `[e7]`, `7`, `【e7】` and lists of them are read; every other word in the field is an invalid citation.
        """
        found: list[int] = []
        invalid = 0
        for word in _BETWEEN.split(_BRACKETS.sub(" ", unicodedata.normalize("NFKC", text))):
            if not word:
                continue
            number = _name(self.letter).fullmatch(word)
            id = self.markers.get(int(number[1])) if number else None
            if id is None:
                invalid += 1
            else:
                found.append(id)
        return found, invalid

    def taken_from(self, text: str) -> tuple[str, list[int], int]:
        """`text` without the markers echoed in it, the ids they name, and how many name nothing in the chunk.

        Only bracketed markers with their letter count: `[e7]`, `（e7）`, `[e7, e8]`. A bare number is the text's own.
        """
        found: list[int] = []
        invalid = 0

        def cut(match: re.Match[str]) -> str:
            nonlocal invalid
            ids, wrong = self.named(match[0])
            found.extend(ids)
            invalid += wrong
            return ""

        rest, echoed = _echo(self.letter).subn(cut, text)
        return (_BLANK_BEFORE_STOP.sub("", rest) if echoed else rest).strip(), found, invalid


@cache
def _name(letter: str) -> re.Pattern[str]:
    """A marker's name, with or without its letter."""
    return re.compile(rf"(?:{letter})?(\d{{1,6}})", re.IGNORECASE)


@cache
def _echo(letter: str) -> re.Pattern[str]:
    """One or more markers in brackets of any width, with the blank before them."""
    more = rf"(?:\s?[,，;；、–-]\s?(?:{letter})?\s?\d{{1,6}}|\s?{letter}\s?\d{{1,6}})"
    return re.compile(rf"\s?[\[［【(（〔{{<]\s?{letter}\s?\d{{1,6}}{more}*\s?[\]］】)）〕}}>]", re.IGNORECASE)
