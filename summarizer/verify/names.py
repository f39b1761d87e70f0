"""How well a Chinese name fits an indicator: by the characters of what is counted, never by the number."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarizer.lexicon import canonical
from summarizer.quantities import Indicator
from summarizer.reading import Document, Span
from summarizer.verify.passage import squeezed

__all__ = ["NameIndex", "Naming", "fit", "naming"]

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
    return _grams(canonical(squeezed(name_zh)[0]))


def naming(indicator: Indicator, doc: Document, *, beside: Span, sentence: Span) -> Naming:
    """The grams around an indicator; `beside` reaches from the number before it to the number after it."""
    number = indicator.mention.number
    around = doc.text[beside.start : number.start] + "\n" + doc.text[number.end : beside.end]
    clause = indicator.clause if sentence.contains(indicator.clause) else sentence
    return Naming(
        name_grams(indicator.name_zh),
        _grams(canonical(squeezed(around)[0])),
        _grams(canonical(squeezed(sentence.of(doc.text))[0]))
        | _grams(canonical(squeezed(clause.of(doc.text))[0])),
    )


class NameIndex:
    """The grams of all indicators of a report with what each is worth, and where: a name is held against all of them at once.

    The rarer a gram among the indicators, the more it is worth. Indicators go by their ids.
    """

    def __init__(self, namings: Mapping[int, Naming]) -> None:
        seen: Counter[str] = Counter()
        for words in namings.values():
            seen.update(words.name | words.beside)
        self._total = len(namings)
        self._worth = {gram: self._weight(gram, count) for gram, count in seen.items()}
        self._own = {id: math.fsum(map(self._worth_of, words.name)) for id, words in namings.items()}
        self._size = {id: len(words.name) for id, words in namings.items()}
        # Most indicators of a report share nothing with a name; those that do are found by their grams.
        self._standing: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for id, words in namings.items():
            beside = words.beside - words.name
            for place, grams in enumerate((words.name, beside, words.sentence - words.name - beside)):
                for gram in grams:
                    self._standing[gram].append((id, place))

    def _weight(self, gram: str, count: int) -> float:
        rarity = math.log(1 + (self._total + 1) / (1 + count))
        weight = rarity * (_BIGRAM if len(gram) == 2 else 1.0)
        return weight * (_GENERIC_WEIGHT if gram in _GENERIC else 1.0)

    def _worth_of(self, gram: str) -> float:
        return self._worth.get(gram) or self._weight(gram, 0)

    def fits(self, name_zh: str) -> dict[int, float]:
        """How well a name fits each indicator that shares a gram with it, from 0 to 1; 1 where it is the indicator's own name.

        Three parts in four: how much of the name stands in the indicator's name or around its number; one part: how much of the
        indicator's name stands in the name.
        """
        grams = name_grams(name_zh)
        weights = {gram: self._worth_of(gram) for gram in grams}
        # fsum: the order of a set must not show in a verdict.
        total = math.fsum(weights.values())
        shared: defaultdict[int, tuple[list[float], ...]] = defaultdict(lambda: ([], [], []))
        for gram, weight in weights.items():
            for id, place in self._standing.get(gram, ()):
                shared[id][place].append(weight)
        found = {}
        for id, (in_name, beside, in_sentence) in shared.items():
            if len(in_name) == len(grams) == self._size[id]:
                found[id] = 1.0
                continue
            own = math.fsum(in_name)
            covered = own * _IN_NAME + math.fsum(beside) * _BESIDE + math.fsum(in_sentence) * _IN_SENTENCE
            back = own / self._own[id] if self._own[id] else 0.0
            found[id] = (1 - _NAME_SHARE) * covered / total + _NAME_SHARE * back
        return found


def fit(name_zh: str, indicator: Indicator, doc: Document, *, others: Sequence[Indicator] = ()) -> float:
    """How well `name_zh` fits what the indicator counts, from 0 to 1, whatever the order of its words.

    `others` are the report's other indicators, by which common words are told from telling ones.
    """
    around = [naming(one, doc, beside=one.clause, sentence=one.clause) for one in (indicator, *others)]
    return NameIndex(dict(enumerate(around))).fits(name_zh).get(0, 0.0)
