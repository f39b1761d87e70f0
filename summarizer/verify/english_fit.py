"""How well English words fit an indicator, through the termbase: which figure an English sentence speaks of."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from summarizer.lexicon import terms
from summarizer.quantities import Indicator
from summarizer.quantities.en.words import lemma
from summarizer.reading import Document

__all__ = ["EnglishFit", "content_words"]

_WORD = re.compile(r"[A-Za-z]+")
_FUNCTION = frozenset(
    "a an the and or but of in on at for to by with from as than that which who was were is are be been being has have had "
    "it its they their this these those all each also up out over more year years per cent percent during since into "
    "total held made carried organized conducted city municipal committee county district province provincial not no "
    "respectively including further about some other".split(" ")
)
_IN_NAME, _IN_CLAUSE = 1.0, 0.6
_VOUCHED = 0.5


def content_words(text: str) -> frozenset[str]:
    """The words that tell something, as lemmas without endings of verb and noun."""
    return frozenset(
        _stem(w) for w in map(str.lower, _WORD.findall(text)) if len(w) > 2 and w not in _FUNCTION
    )


def _stem(word: str) -> str:
    """The word without common endings, so that `inspected`, `inspection` and `inspections` meet."""
    word = lemma(word)
    for ending in (
        "ations",
        "ation",
        "ments",
        "ment",
        "ions",
        "ion",
        "ings",
        "ing",
        "ors",
        "or",
        "ers",
        "er",
        "ed",
        "ive",
        "al",
        "es",
        "e",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


class EnglishFit:
    """The English that the termbase has for the words of each indicator of a report."""

    def __init__(self, indicators: Sequence[Indicator], doc: Document) -> None:
        self._name = {i.id: _english_of(i.name_zh) for i in indicators}
        self._clause = {i.id: _english_of(i.clause.of(doc.text)) for i in indicators}
        seen: Counter[str] = Counter()
        for i in indicators:
            seen.update(self._name[i.id] | self._clause[i.id])
        self._seen, self._total = seen, len(indicators)

    def fit(self, words: Iterable[str], indicator: Indicator) -> float:
        """The share of the words, weighed by how telling each is, that the indicator's terms have; 0 where none is known."""
        known = [w for w in words if w in self._seen]
        weights = {w: math.log(1 + (self._total + 1) / (1 + self._seen[w])) for w in known}
        whole = sum(weights.values())
        if not whole:
            return 0.0
        name, clause = self._name[indicator.id], self._clause[indicator.id]
        return (
            sum(
                weight * (_IN_NAME if w in name else _IN_CLAUSE if w in clause else 0.0)
                for w, weight in weights.items()
            )
            / whole
        )

    def vouches(self, english: str, indicator: Indicator) -> bool:
        """Whether the termbase knows half of an English name's words in this report, and finds them about this indicator."""
        words = content_words(english)
        known = [word for word in words if word in self._seen]
        return len(known) * 2 >= len(words) > 0 and self.fit(known, indicator) >= _VOUCHED


def _english_of(zh: str) -> frozenset[str]:
    return frozenset(
        word for term in terms().occurring(zh) for word in content_words(f"{term.en} {term.plural}")
    )
