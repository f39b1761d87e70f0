"""How well a Chinese name fits an indicator: by the characters of what is counted, never by the number."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarizer.quantities import Indicator
from summarizer.reading import Document, Span
from summarizer.verify.passage import squeezed

__all__ = ["NameWeights", "Naming", "fit", "naming"]

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


class NameWeights:
    """What each gram is worth in one report: the rarer among its indicators, the more."""

    def __init__(self, namings: Iterable[Naming]) -> None:
        seen: Counter[str] = Counter()
        total = 0
        for n in namings:
            seen.update(n.name | n.beside)
            total += 1
        self._seen: Mapping[str, int] = seen
        self._total = total

    def of(self, gram: str) -> float:
        rarity = math.log(1 + (self._total + 1) / (1 + self._seen.get(gram, 0)))
        weight = rarity * (_BIGRAM if len(gram) == 2 else 1.0)
        return weight * (_GENERIC_WEIGHT if gram in _GENERIC else 1.0)

    def fit(self, grams: frozenset[str], names: Naming) -> float:
        """How well the grams of a name fit an indicator, from 0 to 1; 1 where it is the indicator's own name.

        Three parts in four: how much of the name stands in the indicator's name or around its number; one part: how much of the
        indicator's name stands in the name.
        """
        if not grams:
            return 0.0
        if grams == names.name:
            return 1.0
        weights = {gram: self.of(gram) for gram in grams}
        covered = sum(
            weight
            * (
                _IN_NAME
                if gram in names.name
                else _BESIDE
                if gram in names.beside
                else _IN_SENTENCE
                if gram in names.sentence
                else 0.0
            )
            for gram, weight in weights.items()
        )
        own = sum(self.of(gram) for gram in names.name)
        shared = sum(weights[gram] for gram in names.name & grams)
        back = shared / own if own else 0.0
        return (1 - _NAME_SHARE) * covered / sum(weights.values()) + _NAME_SHARE * back


def fit(name_zh: str, indicator: Indicator, doc: Document, *, others: Sequence[Indicator] = ()) -> float:
    """How well `name_zh` fits what the indicator counts, from 0 to 1, whatever the order of its words.

    `others` are the report's other indicators, by which common words are told from telling ones.
    """
    names = naming(indicator, doc, beside=indicator.clause, sentence=indicator.clause)
    around = [naming(other, doc, beside=other.clause, sentence=other.clause) for other in others]
    return NameWeights([names, *around]).fit(name_grams(name_zh), names)
