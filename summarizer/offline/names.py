"""The English name of a figure: what it counts, as a noun phrase for tables."""

import re
from functools import cache, lru_cache

from summarizer.lexicon import taxon, terms
from summarizer.offline.grammar import phrase_of
from summarizer.offline.phrase import Phrase

__all__ = ["english_name", "key_name", "understood"]


@lru_cache(maxsize=8192)
def understood(name_zh: str, unit: str) -> Phrase | None:
    """The English parts of a figure's name by this installation's termbase, None where it is not understood whole."""
    return phrase_of(name_zh, unit, terms=terms()) if name_zh else None


def english_name(name_zh: str, unit: str = "") -> str:
    """`special work reports heard and deliberated` of 听取审议专项工作报告; "" where the phrase is not understood whole.

    `unit` helps to tell what is counted: 28名代表参与立法 counts people. Never a word-by-word gloss.
    """
    phrase = understood(name_zh, unit)
    return phrase.name() if phrase else ""


_MOST_BEHIND = 3
_ACTOR = re.compile(r" by |Party committee")
_PARTY_COMMITTEE = re.compile(r"[省市县区旗州]委(?!员)|党委")


@cache
def _patterns(key: str) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, taxon(key).patterns))


def key_name(key: str, name_zh: str, unit: str) -> str:
    """The name of the comparable indicator that a figure belongs to, for a name that is not understood whole; "" where that may mislead.

    What makes the figure that indicator must be what the name ends in: in 代表建议办理情况满意度测评 it is the last word, in
    就立法计划、监督重点向市委请示 it only happens to occur. An indicator that says by whom needs them in the name, and one without a unit
    is counted by nothing that could be compared.
    """
    if not key or not unit:
        return ""
    en = taxon(key).en
    if _ACTOR.search(en) and not _PARTY_COMMITTEE.search(name_zh):
        return ""
    ends = (m.end() for p in _patterns(key) for m in p.finditer(name_zh))
    return en if any(len(name_zh) - end <= _MOST_BEHIND for end in ends) else ""
