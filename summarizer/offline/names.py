"""The English name of a figure: what it counts, as a noun phrase for tables."""

from functools import lru_cache

from summarizer.lexicon import terms
from summarizer.offline.grammar import phrase_of
from summarizer.offline.phrase import Phrase

__all__ = ["english_name", "understood"]


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
