"""How a run stands, over all its inputs."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer.batch.account import reason_of
from summarizer.batch.state import State, Tally
from summarizer.batch.store import Spent, Store

__all__ = ["Problem", "Standing", "standing"]


@dataclass(frozen=True, slots=True)
class Problem:
    """An input that failed or came out partial, and why."""

    path: str
    state: State
    reason: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Inputs by outcome, figures, their verdicts (rows and flags; reports that repeat others left out), cost and what went wrong."""

    tally: Tally
    figures: int
    verdicts: Mapping[str, int]
    spent: Spent
    problems: Sequence[Problem]

    @property
    def flagged(self) -> int:
        return sum(count for verdict, count in self.verdicts.items() if verdict != "supported")


def standing(store: Store) -> Standing:
    """How the run stands now."""
    figures = 0
    verdicts: Counter[str] = Counter()
    problems = []
    for found in store.inputs(State.DONE, State.PARTIAL, State.FAILED):
        if not found.same_as:
            figures += found.facts.figures
            verdicts.update(found.facts.verdicts)
        if found.outcome in {State.PARTIAL, State.FAILED}:
            problems.append(Problem(found.shown, found.outcome, reason_of(found)))
    return Standing(store.tally(), figures, dict(verdicts), store.spent(), problems)
