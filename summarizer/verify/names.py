"""How well a Chinese name fits an indicator: by the characters of what is counted, never by the number."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarizer.quantities import Indicator
from summarizer.reading import Document, Span
from summarizer.verify.passage import squeezed

__all__ = ["NameWeights", "Naming", "WeighedName", "fit", "naming"]

# What a character of a name is worth by where the source has it: in the binding's own name, beside the number up to the next
# one, elsewhere in the sentence.
_IN_NAME, _BESIDE, _IN_SENTENCE = 1.0, 0.85, 0.4
_NAME_SHARE = 0.25
_BIGRAM = 2.0
# Verbs that stand before anything in a report and tell nothing about what is counted.
_GENERIC = frozenset(
    "开展 组织 召开 举行 举办 进行 实施 完成 共计 累计 达到 实现 推动 推进 加强 全年 先后 全市 全县 全区 全省 各项 有关 相关".split(
        " "
    )
)
_GENERIC_WEIGHT = 0.3
_NOT_CONTENT = frozenset("的了在和与及对等为是并将了共各其已")


@dataclass(frozen=True, slots=True)
class Naming:
    """The words around one indicator as grams: in its name, beside its number, in its sentence."""

    name: frozenset[str]
    beside: frozenset[str]
    sentence: frozenset[str]


def _grams(text: str) -> frozenset[str]:
    """The content characters of squeezed text and the pairs of neighbours among them, without digits."""
    chars = [c for c in text if not c.isdigit() and c not in _NOT_CONTENT]
    return frozenset(chars) | frozenset(a + b for a, b in pairwise(chars))


def name_grams(name_zh: str) -> frozenset[str]:
    """The grams of a name."""
    return _grams(squeezed(name_zh)[0])


def naming(indicator: Indicator, doc: Document, *, beside: Span, sentence: Span) -> Naming:
    """The grams around an indicator; `beside` reaches from the number before it to the number after it."""
    number = indicator.mention.number
    around = doc.text[beside.start : number.start] + "\n" + doc.text[number.end : beside.end]
    clause = indicator.clause if sentence.contains(indicator.clause) else sentence
    return Naming(
        name_grams(indicator.name_zh),
        _grams(squeezed(around)[0]),
        _grams(squeezed(sentence.of(doc.text))[0]) | _grams(squeezed(clause.of(doc.text))[0]),
    )


@dataclass(frozen=True, slots=True)
class WeighedName:
    """The grams of a name with what each is worth in one report, and their sum."""

    weights: Mapping[str, float]
    total: float


class NameWeights:
    """What each gram is worth in one report: the rarer among its indicators, the more."""

    def __init__(self, namings: Iterable[Naming]) -> None:
        seen: Counter[str] = Counter()
        total = 0
        for n in namings:
            seen.update(n.name | n.beside)
            total += 1
        self._total = total
        self._worth = {gram: self._weight(gram, count) for gram, count in seen.items()}

    def _weight(self, gram: str, count: int) -> float:
        rarity = math.log(1 + (self._total + 1) / (1 + count))
        weight = rarity * (_BIGRAM if len(gram) == 2 else 1.0)
        return weight * (_GENERIC_WEIGHT if gram in _GENERIC else 1.0)

    def weigh(self, grams: frozenset[str]) -> WeighedName:
        """The grams with what they are worth here."""
        weights = {gram: self._worth.get(gram) or self._weight(gram, 0) for gram in grams}
        # fsum: the order of a set must not show in a verdict.
        return WeighedName(weights, math.fsum(weights.values()))

    def fit(self, name: WeighedName, names: Naming, own: float) -> float:
        """How well a name fits an indicator, from 0 to 1; 1 where it is the indicator's own name, whose grams are worth `own`.

        Three parts in four: how much of the name stands in the indicator's name or around its number; one part: how much of the
        indicator's name stands in the name.
        """
        weights = name.weights
        if not weights:
            return 0.0
        if weights.keys() == names.name:
            return 1.0
        # Sets first: most indicators of a report share nothing with a name.
        in_name = weights.keys() & names.name
        beside = (weights.keys() & names.beside) - in_name
        in_sentence = (weights.keys() & names.sentence) - in_name - beside
        shared = math.fsum(weights[gram] for gram in in_name)
        covered = (
            shared * _IN_NAME
            + math.fsum(weights[gram] for gram in beside) * _BESIDE
            + math.fsum(weights[gram] for gram in in_sentence) * _IN_SENTENCE
        )
        back = shared / own if own else 0.0
        return (1 - _NAME_SHARE) * covered / name.total + _NAME_SHARE * back


def fit(name_zh: str, indicator: Indicator, doc: Document, *, others: Sequence[Indicator] = ()) -> float:
    """How well `name_zh` fits what the indicator counts, from 0 to 1, whatever the order of its words.

    `others` are the report's other indicators, by which common words are told from telling ones.
    """
    names = naming(indicator, doc, beside=indicator.clause, sentence=indicator.clause)
    around = [naming(other, doc, beside=other.clause, sentence=other.clause) for other in others]
    worth = NameWeights([names, *around])
    return worth.fit(worth.weigh(name_grams(name_zh)), names, worth.weigh(names.name).total)
