"""What a run knows of each of its inputs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from summarizer.batch.origin import Origin

__all__ = ["Facts", "Input", "Made", "NewInput", "State", "Tally"]


class State(StrEnum):
    """How far an input is. Partial: there is a digest, and a model left something of it undone."""

    WAITING = "waiting"
    DONE = "done"
    PARTIAL = "partial"
    FAILED = "failed"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a digest says of its report in a line, for account, index and duplicates. `verdicts` counts rows and flags by verdict,
    `caveats` say that a text is no work report, or not a whole one."""

    title_zh: str = ""
    title_en: str = ""
    kind: str = ""
    body_zh: str = ""
    body: str = ""
    place: str = ""
    level: str = ""
    year: str = ""
    period: str = ""
    date: str = ""
    figures: int = 0
    masked: int = 0
    not_reported: int = 0
    verdicts: Mapping[str, int] = field(default_factory=dict)
    unread_pages: int = 0
    caveats: Sequence[str] = ()

    @property
    def flagged(self) -> int:
        """Rows and sentences that the source does not bear out."""
        return sum(count for verdict, count in self.verdicts.items() if verdict != "supported")


@dataclass(frozen=True, slots=True)
class NewInput:
    """An input as it was found; `stamp` tells whether its file has changed since. One with a `reason` has failed, all others wait."""

    id: str
    origin: Origin
    name: str
    shown: str
    stamp: str
    sha256: str
    reason: str = ""

    @property
    def state(self) -> State:
        return State.FAILED if self.reason else State.WAITING


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one input: its state, why it is no better, and what was found; `files` are its outputs, each with its `hash_of`.

    `rows_csv` and `rows_arrow` are its part of the table of all figures, `sentences` and `marks` what tells it from other reports
    (`fingerprint`). `seconds` is how long it took.
    """

    number: int
    id: str
    state: State
    reason: str = ""
    facts: Facts = Facts()
    files: Mapping[str, str] = field(default_factory=dict)
    rows_csv: bytes = b""
    rows_arrow: bytes = b""
    sentences: bytes = b""
    marks: bytes = b""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Input:
    """One input of a run, in order of `number`; `id` names its outputs. `same_as` is the input that it repeats, `similar_to` one that it
    resembles, by that share of their sentences."""

    number: int
    id: str
    origin: Origin
    name: str
    shown: str
    sha256: str
    state: State
    reason: str
    attempts: int
    facts: Facts = Facts()
    files: Mapping[str, str] = field(default_factory=dict)
    same_as: str = ""
    similar_to: str = ""
    similarity: float = 0.0
    seconds: float = 0.0

    @property
    def outcome(self) -> State:
        """What is told of it: that it repeats another goes before how it was digested."""
        return State.DUPLICATE if self.same_as else self.state


@dataclass(frozen=True, slots=True)
class Tally:
    """How many inputs came to what."""

    waiting: int = 0
    done: int = 0
    partial: int = 0
    failed: int = 0
    duplicate: int = 0

    @property
    def total(self) -> int:
        return self.waiting + self.done + self.partial + self.failed + self.duplicate

    def moved(self, state: State) -> "Tally":
        """One that waited is in this state now."""
        return replace(self, **{"waiting": self.waiting - 1, state.value: getattr(self, state.value) + 1})
