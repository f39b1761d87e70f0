"""What a run and its worker processes say to each other."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.batch.work import Outputs
from summarizer.errors import SummarizerError

if TYPE_CHECKING:
    from summarizer.model import Reply
    from summarizer.prompting import Request

__all__ = ["Answered", "Asked", "Broken", "Finished", "Ready", "Stop"]


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker has loaded what it needs."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The worker wants replies to these requests about an input."""

    number: int
    requests: "list[Request]"


@dataclass(frozen=True, slots=True)
class Answered:
    """The replies, in their order."""

    number: int
    replies: "list[Reply]"


@dataclass(frozen=True, slots=True)
class Finished:
    """The worker is through with an input."""

    outputs: Outputs


@dataclass(frozen=True, slots=True)
class Broken:
    """The worker met with what ends the run."""

    number: int
    error: SummarizerError


@dataclass(frozen=True, slots=True)
class Stop:
    """There is no more work for this worker."""
