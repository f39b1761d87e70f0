"""Rows and sentences that a model was asked for anew, in the place of those that the source does not bear out."""

from collections.abc import Sequence
from dataclasses import replace

from summarizer.digest.rows import CheckedRow
from summarizer.prompting import Sentence
from summarizer.verify import SentenceFinding, Verdict

__all__ = ["Replacements", "with_repairs"]


def with_repairs(written: Sequence[CheckedRow], again: Sequence[CheckedRow]) -> list[CheckedRow]:
    """The rows, a failed one replaced by the row about the same figure that holds; `before` keeps what it said."""
    good: dict[int, CheckedRow] = {}
    for row in again:
        if row.about is not None and row.holds:
            good.setdefault(row.about.id, row)
    found = []
    for row in written:
        better = good.get(row.about.id) if row.about is not None and not row.holds else None
        if better is not None:
            before = f"{row.claim.figure} [{row.finding.reason.value}]"
            row = replace(better, before=before)
        found.append(row)
    return found


class Replacements:
    """Sentences written anew, each to be taken once."""

    def __init__(self, checked: Sequence[tuple[Sentence, SentenceFinding]]) -> None:
        self._free = [pair for pair in checked if pair[1].verdict is Verdict.SUPPORTED and pair[0].cites]

    def take(self, sentence: Sentence) -> tuple[Sentence, SentenceFinding] | None:
        """The sentence that tells most of the same figures, the first of several; None where none tells any."""
        wanted = set(sentence.cites)
        best = max(self._free, key=lambda pair: len(wanted & set(pair[0].cites)), default=None)
        if best is None or not wanted & set(best[0].cites):
            return None
        self._free.remove(best)
        return best
