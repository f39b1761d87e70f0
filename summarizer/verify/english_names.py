"""English names of figures: which indicator one fits, and whether it is a neighbour's."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarizer.quantities import Indicator
from summarizer.quantities.en.words import STOP, lemma
from summarizer.verify.change_words import FALL, RISE
from summarizer.verify.english_fit import EnglishFit, content_words, stem
from summarizer.verify.magnitude import family

__all__ = ["EnglishNames"]

# A name is a neighbour's where it fits that clearly better: in the sentence, and elsewhere in the section.
_BETTER, _BETTER_FAR = 0.05, 0.3
_OTHER_MEASURE = 0.5
_TOLD = 0.3
_CHANGE_EN = re.compile(
    r"\b(?:growth|grew|grow|grown|rise|rose|risen|increas\w*|decreas\w*|declin\w*|drop\w*|fall|fell|fallen|reduction|reduced|"
    r"year[- ]on[- ]year|year[- ]over[- ]year|yoy|up|down|higher|lower|improvement|gain|cut|change|"
    r"expan\w+|surg\w+|shr[iau]nk\w*|shorten\w*|compress\w*|sav(?:ed|ing|ings)|slow\w*|additional|extra|more|less|fewer)\b",
    re.IGNORECASE,
)
_CHANGE_ZH = re.compile(
    rf"(?:{RISE}|{FALL}|递增|上涨|回落|压缩|缩短|增|降|涨|减|高于|低于|高出)(?:率|幅|速|了)?$"
)
_GROWTH_EN = re.compile(r"\b(?:growth|year[- ]on[- ]year|year[- ]over[- ]year)\b", re.IGNORECASE)
_SHARE_EN = re.compile(r"\b(?:rate|ratio|share|proportion|percentage|percent|coverage)\b", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]+")
_ASIDE = re.compile(r"\([^()]*\)")
_SHARES = frozenset({"percent", "points"})


@dataclass(frozen=True, slots=True)
class _Name:
    """An English name as read: the stems of its words, of the noun it is about, and what it says of growth and shares."""

    words: frozenset[str]
    head: str
    is_change: bool
    is_growth: bool
    is_share: bool


@lru_cache(maxsize=4096)
def _read(name_en: str) -> _Name:
    return _Name(
        content_words(name_en),
        head_of(name_en),
        _CHANGE_EN.search(name_en) is not None,
        _GROWTH_EN.search(name_en) is not None,
        _SHARE_EN.search(name_en) is not None,
    )


class EnglishNames:
    """The English names of one report's figures."""

    def __init__(self, english: EnglishFit) -> None:
        self._english = english

    def fit(self, name_en: str, indicator: Indicator) -> float:
        """How well the name fits, from 0 to 1; a level is no change, and a share no count."""
        name = _read(name_en)
        if family(indicator.mention.unit) in _SHARES:
            changed = _CHANGE_ZH.search(indicator.name_zh) is not None
            alike = changed == name.is_change and (changed or name.is_share)
        else:
            alike = not name.is_share and not name.is_growth
        fit = (1 - _TOLD) * self._english.fit(name.words, indicator)
        fit += _TOLD * self._english.told(name.words, indicator)
        return fit if alike else fit * _OTHER_MEASURE

    @staticmethod
    def is_level_of_change(name_en: str, indicator: Indicator) -> bool:
        """Whether the name is that of a level, while the figure says by how many percent or points it has changed."""
        is_share = family(indicator.mention.unit) in _SHARES
        return is_share and not _read(name_en).is_change and _CHANGE_ZH.search(indicator.name_zh) is not None

    def rival(
        self, name_en: str, indicator: Indicator, beside: Sequence[Indicator], around: Sequence[Indicator]
    ) -> Indicator | None:
        """The neighbour that the name fits clearly better than the indicator it is given to, None where there is none.

        `beside` are the figures of its sentence, `around` those of its section.
        """
        own = self.fit(name_en, indicator)
        head = _read(name_en).head
        is_own = self._has(head, indicator)
        for pool, better in ((beside, _BETTER), (around, _BETTER_FAR)):
            if own + better >= 1:
                break
            others = [
                (self.fit(name_en, other), -other.id, other)
                for other in pool
                if other.id != indicator.id and (not is_own or self._has(head, other))
            ]
            best = max(others, default=None)
            if best is not None and best[0] > own + better:
                return best[2]
        return None

    def _has(self, head: str, indicator: Indicator) -> bool:
        return bool(head) and self._english.named(frozenset({head}), indicator) == 1


def head_of(name_en: str) -> str:
    """The stem of the noun that an English name is about: deputies of `deputies to congresses`, "" where it has none."""
    words: list[str] = []
    for word in _WORD.findall(_ASIDE.sub(" ", name_en)):
        if word.lower() in STOP and words:
            break
        words.append(word)
    plural = [word for word in words if lemma(word) != word.lower()]
    nouns = plural or [word for word in words if not word.endswith("ed") and word.lower() not in STOP]
    return stem(nouns[-1].lower()) if nouns else ""
