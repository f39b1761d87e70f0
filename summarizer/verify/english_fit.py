"""How well English words fit an indicator, through the termbase: which figure an English sentence speaks of."""

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache

from summarizer.lexicon import synonyms_of_units, synonyms_of_verbs, synonyms_of_words, taxon, terms
from summarizer.quantities import Indicator
from summarizer.quantities.en.words import lemma

__all__ = ["EnglishFit", "Licence", "Surroundings", "content_words", "english_of", "stem"]

_WORD = re.compile(r"[A-Za-z]+")
_FUNCTION = frozenset(
    "a an the and or but of in on at for to by with from as than that which who was were is are be been being has have had "
    "it its they their this these those all each also up out over more year years per cent percent during since into "
    "total held made carried organized conducted city municipal committee county district provincial province not no "
    "respectively including further about some other one ones them there they two three four five six seven eight nine ten "
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty "
    "ninety hundred thousand million billion trillion yuan".split(" ")
)
_ENDINGS = (
    "ations ation ments ment ions ion ings ing ors or ers er ed ive al es e".split(" ")
)  # fmt: skip
_STEM = 4
_NEGATED = re.compile("不(?:予|批准|批捕|捕|起诉|支持|合格|满意)|未(?:予|办|解决|完成|批准|采纳)")
_IN_NAME, _IN_CLAUSE = 1.0, 0.6
_VOUCHED = 0.5


def content_words(text: str) -> frozenset[str]:
    """The stems of the words that tell something."""
    return frozenset(
        stem(w) for w in map(str.lower, _WORD.findall(text)) if len(w) > 2 and w not in _FUNCTION
    )


# Verbs that keep no stem.
_IRREGULAR = dict(
    pair.split(":")
    for pair in "grew:grow grown:grow rose:rise risen:rise fell:fall fallen:fall built:build drew:draw drawn:draw broke:break broken:break "
    "caught:catch withdrew:withdraw withdrawn:withdraw began:begin begun:begin sold:sell paid:pay spent:spend shut:close sent:send receive:receiv arrive:arriv".split()
)


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The lemma without common endings, so that `inspected`, `inspection` and `inspections` meet."""
    word = lemma(word)
    word = _IRREGULAR.get(word, word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word[: -len(ending)]
    return word


# Nouns that stand for any measure word.
_EMPTY = frozenset(
    map(
        stem,
        "set piece item kind type sort group number area part thing matter payment entity member".split(),
    )
)


# Verbs that are meant in one way only.
_MARKED = frozenset(
    map(
        stem,
        "lose lost resign acquit acquitted reject dismiss murder kill abolish cancel demolish destroy".split(),
    )
)


class Licence(IntEnum):
    """Where the source bears out an English noun for a figure, the nearest place.

    UNKNOWN where no table has the noun, it says nothing (`sets of regulations`), or the source names no unit.
    """

    NOWHERE = 0
    UNKNOWN = 1
    SENTENCE = 2
    CLAUSE = 3
    NAME = 4


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The Chinese words around one indicator: its clause, its sentence with the one before, and the words of its own.

    `near` are those between the figure before it and the pause behind it.
    """

    clause: str
    sentence: str
    near: str = ""


class EnglishFit:
    """The English that termbase and synonyms have for the words of each indicator of a report."""

    def __init__(self, indicators: Iterable[tuple[Indicator, Surroundings]]) -> None:
        self._name: dict[int, frozenset[str]] = {}
        self._clause: dict[int, frozenset[str]] = {}
        self._sentence: dict[int, str] = {}
        self._near: dict[int, frozenset[str]] = {}
        seen: Counter[str] = Counter()
        for indicator, around in indicators:
            self._name[indicator.id] = (
                english_of(indicator.name_zh)
                | _english_of_unit(indicator.mention.unit)
                | _english_of_key(indicator.key)
            )
            self._clause[indicator.id] = english_of(around.clause)
            self._sentence[indicator.id] = around.sentence
            self._name[indicator.id] |= _verbs(indicator.name_zh)
            self._near[indicator.id] = (
                english_of(indicator.name_zh)
                | _english_of_unit(indicator.mention.unit)
                | _verbs(indicator.name_zh)
                | english_of(around.near)
                | _verbs(around.near)
                | ({"not"} if _NEGATED.search(indicator.name_zh + around.near) else frozenset())
            )
            seen.update(self._name[indicator.id] | self._clause[indicator.id])
        self._seen, self._total = seen, len(self._name)
        # The same few words are held against every indicator in turn.
        self._weights = lru_cache(maxsize=256)(self._weights_of)

    def _weights_of(self, words: frozenset[str]) -> tuple[dict[str, float], float]:
        """How telling each of the stems is that any table knows, and their sum."""
        known = {w: math.log(1 + (self._total + 1) / (1 + self._seen[w])) for w in words if w in self._seen}
        return known, math.fsum(known.values())

    def fit(self, words: frozenset[str], indicator: Indicator) -> float:
        """The share of the stems, weighed by how telling each is, that the indicator's terms have; 0 where none is known."""
        weights, whole = self._weights(words)
        if not whole:
            return 0.0
        name, clause = self._name[indicator.id], self._clause[indicator.id]
        return (
            math.fsum(
                weight * (_IN_NAME if w in name else _IN_CLAUSE if w in clause else 0.0)
                for w, weight in weights.items()
            )
            / whole
        )

    def apart(self, one: Indicator, other: Indicator) -> tuple[frozenset[str], frozenset[str]]:
        """The stems that tell each of two figures from the other: of its name, of the words beside it and of what is done."""
        first, second = self._near[one.id], self._near[other.id]
        return first - second, second - first

    def denies(self, words: frozenset[str], indicator: Indicator) -> bool:
        """Whether the words name what the sentence of the indicator has nothing of: a verb that is meant in one way only."""
        marked = words & _MARKED
        if not marked:
            return False
        sentence = self._sentence[indicator.id]
        return not marked <= english_of(sentence) | _verbs(sentence)

    def telling(self, indicator: Indicator) -> frozenset[str]:
        """The stems of its name, of the words beside it and of what is done."""
        return self._near[indicator.id]

    def told(self, words: frozenset[str], indicator: Indicator) -> float:
        """The share of the terms of the indicator's own name that the stems tell; 1 where its name has no known term."""
        pieces = _english_pieces(indicator.name_zh)
        return sum(bool(piece & words) for piece in pieces) / len(pieces) if pieces else 1.0

    def named(self, words: frozenset[str], indicator: Indicator) -> float:
        """The share of the stems that any table knows which the indicator's own name has; 0 where none is known."""
        known, _ = self._weights(words)
        return sum(w in self._name[indicator.id] for w in known) / len(known) if known else 0.0

    def licence(self, noun: str, phrase: frozenset[str], indicator: Indicator) -> Licence:
        """Where the source bears out the noun (a stem) for what the indicator counts; `phrase` has its modifiers too.

        A noun with a modifier that stands in the name is borne out by it: research projects for 调研.
        """
        if noun in self._name[indicator.id]:
            return Licence.NAME
        if noun in self._clause[indicator.id]:
            return Licence.CLAUSE
        if (phrase - {noun}) & self._name[indicator.id]:
            return Licence.CLAUSE
        if noun in english_of(self._sentence[indicator.id]):
            return Licence.SENTENCE
        known = indicator.mention.unit and noun not in _EMPTY and noun in _vocabulary()
        return Licence.NOWHERE if known else Licence.UNKNOWN

    def vouches(self, english: str, indicator: Indicator) -> bool:
        """Whether the termbase knows half of an English name's words in this report, and finds them about this indicator."""
        words = content_words(english)
        known, _ = self._weights(words)
        return len(known) * 2 >= len(words) > 0 and self.fit(words, indicator) >= _VOUCHED


@lru_cache(maxsize=4096)
def english_of(zh: str) -> frozenset[str]:
    return frozenset().union(*_english_pieces(zh), _synonyms(zh))


@lru_cache(maxsize=4096)
def _english_pieces(zh: str) -> tuple[frozenset[str], ...]:
    """The stems of each term in the text, synonyms included."""
    found = (content_words(f"{term.en} {term.plural}") | _synonyms(term.zh) for term in terms().occurring(zh))
    return tuple(piece for piece in found if piece)


@lru_cache(maxsize=8192)
def _synonyms(zh: str) -> frozenset[str]:
    return frozenset(stem(noun) for key, nouns in synonyms_of_words().items() if key in zh for noun in nouns)


@lru_cache(maxsize=8192)
def _verbs(zh: str) -> frozenset[str]:
    """The stems of what is done; a part of another verb is none (批准 of 不批准)."""
    found = [key for key in synonyms_of_verbs() if key in zh]
    whole = [key for key in found if not any(key != longer and key in longer for longer in found)]
    return frozenset(stem(verb) for key in whole for verb in synonyms_of_verbs()[key])


@cache
def _english_of_unit(unit: str) -> frozenset[str]:
    nouns = synonyms_of_units()
    return frozenset(map(stem, nouns.get(unit) or nouns.get(unit.partition("(")[0], ())))


@cache
def _english_of_key(key: str) -> frozenset[str]:
    return content_words(taxon(key).en) if key else frozenset()


@cache
def _vocabulary() -> frozenset[str]:
    """The stems of the nouns whose Chinese the synonyms know; other words of the termbase have too many meanings to be sure."""
    tables = (synonyms_of_words(), synonyms_of_units())
    return frozenset(stem(noun) for table in tables for nouns in table.values() for noun in nouns)
