"""The sentences and clauses of a Chinese text with their numbers left out: where else the same is said, whatever the numbers."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from summarizer.quantities import Kind, Mention
from summarizer.reading import Body, Span
from summarizer.verify.english_clause import Direction
from summarizer.verify.manner import without_directions
from summarizer.verify.passage import squeezed

__all__ = ["Clause", "Sentence", "Skeletons", "sentences_of"]

_SENTENCE_END = frozenset("。！？；!?;\n")
_CLAUSE_END = frozenset("，,：:")
_LEFT_OUT = frozenset({Kind.INDICATOR, Kind.DATE, Kind.ORDINAL, Kind.DURATION})
_MOST_PLACES = 12
_LONGEST_RUN = 16  # clauses on either side


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause without its numbers: `slots` are those in order, `turns` the rise or fall told before each and behind the last."""

    skeleton: str
    slots: tuple[Mention, ...]
    turns: tuple[Direction, ...]
    span: Span

    def turn(self, at: int) -> Direction:
        """Rise or fall beside the slot `at`."""
        last = at + 1 == len(self.slots)
        return self.turns[at] or (self.turns[at + 1] if last else "")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as its clauses."""

    clauses: tuple[Clause, ...]

    @property
    def skeleton(self) -> str:
        return "".join(clause.skeleton for clause in self.clauses)

    @property
    def span(self) -> Span:
        return Span(self.clauses[0].span.start, self.clauses[-1].span.end)


class _Cutter:
    """Cuts one body into sentences; marks inside numbers cut nothing."""

    def __init__(self, body: Body, mentions: Iterable[Mention]) -> None:
        self._body = body
        self._gaps: list[tuple[int, int, Mention | None]] = []
        for mention in mentions:
            number = mention.number if mention.kind in _LEFT_OUT else mention.span
            start = bisect_left(body.offsets, number.start)
            end = bisect_left(body.offsets, number.end)
            if mention.kind in _LEFT_OUT or mention.kind is Kind.ENUMERATOR:
                self._gaps.append((start, end, mention if mention.kind in _LEFT_OUT else None))

    def sentences(self) -> list[Sentence]:
        text = self._body.text
        found: list[Sentence] = []
        clauses: list[Clause] = []
        pieces, begun, start = [""], 0, 0
        slots: list[Mention] = []

        def close(at: int) -> None:
            nonlocal pieces, slots, begun
            pieces[-1] += text[start:at]
            clause = self._clause(pieces, slots, begun, at)
            if clause is not None:
                clauses.append(clause)
            pieces, slots, begun = [""], [], at + 1

        gaps = iter([*self._gaps, (len(text), len(text), None)])
        gap = next(gaps)
        at = 0
        while at < len(text):
            if at >= gap[0]:
                if gap[1] > at:
                    pieces[-1] += text[start:at]
                    if gap[2] is not None:
                        slots.append(gap[2])
                        pieces.append("")
                    at = start = gap[1]
                gap = next(gaps, (len(text), len(text), None))
                continue
            if text[at] in _CLAUSE_END or text[at] in _SENTENCE_END:
                close(at)
                start = at + 1
                if text[at] in _SENTENCE_END and clauses:
                    found.append(Sentence(tuple(clauses)))
                    clauses = []
            at += 1
        close(len(text))
        if clauses:
            found.append(Sentence(tuple(clauses)))
        return found

    def _clause(self, pieces: Sequence[str], slots: Sequence[Mention], start: int, end: int) -> Clause | None:
        if end <= start:
            return None
        bare = [without_directions(squeezed(piece)[0]) for piece in pieces]
        skeleton = "#".join(words for words, _ in bare)
        if not skeleton:
            return None
        return Clause(skeleton, tuple(slots), tuple(turn for _, turn in bare), self._body.raw(start, end))


def sentences_of(body: Body, mentions: Iterable[Mention]) -> list[Sentence]:
    """The sentences of a body whose numbers are `mentions`, in order; those without a word are left out."""
    return _Cutter(body, mentions).sentences()


class Skeletons:
    """The sentences of a source, found by what they say without their numbers."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences

    @cached_property
    def _whole(self) -> dict[str, list[Sentence]]:
        found: defaultdict[str, list[Sentence]] = defaultdict(list)
        for sentence in self._sentences:
            found[sentence.skeleton].append(sentence)
        return found

    @cached_property
    def _parts(self) -> dict[str, list[tuple[Sentence, int]]]:
        found: defaultdict[str, list[tuple[Sentence, int]]] = defaultdict(list)
        for sentence in self._sentences:
            for at, clause in enumerate(sentence.clauses):
                found[clause.skeleton].append((sentence, at))
        return found

    def like(self, sentence: Sentence) -> Sequence[Sequence[Clause]]:
        """The sentences of the source that say the same."""
        own = [clause.skeleton for clause in sentence.clauses]
        same = self._whole.get(sentence.skeleton, [])[:_MOST_PLACES]
        return [other.clauses for other in same if [c.skeleton for c in other.clauses] == own]

    def runs(self, own: Sequence[str], at: int) -> list[tuple[int, Sequence[Clause]]]:
        """The longest runs of clauses around own[at] that stand in the source: where each begins, and the source's clauses."""
        best: list[tuple[int, Sequence[Clause]]] = []
        for other, place in self._parts.get(own[at], [])[:_MOST_PLACES]:
            skeletons = other.clauses
            back = 0
            while (
                back < min(at, place, _LONGEST_RUN)
                and own[at - back - 1] == skeletons[place - back - 1].skeleton
            ):
                back += 1
            on = 1
            while (
                on < _LONGEST_RUN
                and at + on < len(own)
                and place + on < len(skeletons)
                and own[at + on] == skeletons[place + on].skeleton
            ):
                on += 1
            best.append((at - back, skeletons[place - back : place + on]))
        return sorted(best, key=lambda run: -len(run[1]))
