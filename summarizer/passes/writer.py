"""The model as a writer: how it is asked, and what a run has asked so far."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from summarizer.chunks import TokenBudget, token_bound
from summarizer.claims import Malformed, draft_of
from summarizer.digest import Digest, Part, Pass
from summarizer.model import Complete, Reply, Truncated, Usage
from summarizer.prompting import AnchorForm, Draft, Prompts, Request
from summarizer.quantities import Inventory

__all__ = ["AskAll", "Called", "DigestPass", "ModelWriter", "PartsPass", "Spent", "draft_in"]

AskAll = Callable[[Sequence[Request]], list[Reply]]
"""Gives one reply for each request, in their order."""


@dataclass(frozen=True, slots=True)
class ModelWriter:
    """A model that writes the English: its name, how it is asked, and how much of the report one request may hold.

    `count` says how many tokens a text takes, `prompts` what it is asked in, `passes` which passes follow that over the sections
    (None: all there are), `form` how it is first asked to cite.
    """

    model: str
    ask_all: AskAll
    budget: TokenBudget = TokenBudget()
    count: Callable[[str], int] = token_bound
    prompts: Prompts = field(default_factory=Prompts)
    passes: frozenset[str] | None = None
    form: AnchorForm = AnchorForm.INLINE

    def makes(self, name: str) -> bool:
        """Whether the pass of this name is wanted."""
        return self.passes is None or name in self.passes


@dataclass
class Spent:
    """The requests of a run by prompt, with their replies' usage."""

    usage: Usage = field(default_factory=Usage)
    prompts: dict[str, str] = field(default_factory=dict)
    requests: Counter[str] = field(default_factory=Counter)

    def ask(self, writer: ModelWriter, requests: Sequence[Request]) -> list[Reply]:
        """The replies to `requests`, in their order."""
        if not requests:
            return []
        replies = writer.ask_all(requests)
        for request, reply in zip(requests, replies, strict=True):
            self.prompts[request.prompt] = request.prompt_version
            self.requests[request.prompt] += 1
            self.usage += reply.usage
        return replies


def draft_in(reply: Reply, request: Request) -> Draft | Malformed:
    """What a reply says; one that did not come, or not whole, says nothing, and why."""
    if isinstance(reply, Complete):
        return draft_of(reply.content, request)
    return Malformed("the reply ran into its length limit" if isinstance(reply, Truncated) else reply.why)


@dataclass(frozen=True, slots=True)
class Called:
    """What the schedule calls a pass: its name in digests, and the file of its prompt."""

    name: str
    prompt: str


class _RunOnParts(Protocol):
    def __call__(
        self,
        parts: Sequence[Part],
        inventory: Inventory,
        writer: ModelWriter,
        spent: Spent,
        *,
        called: Called,
        form: AnchorForm,
    ) -> tuple[list[Part], Pass]: ...


class _RunOnDigest(Protocol):
    def __call__(
        self, digest: Digest, inventory: Inventory, writer: ModelWriter, spent: Spent, *, called: Called
    ) -> Digest: ...


_Most = Callable[[int, int, ModelWriter], tuple[int, int]]
"""(figures, sections, writer) → how many requests the pass may come to at most for a report of so many, and the tokens of what they show."""


@dataclass(frozen=True, slots=True)
class PartsPass:
    """A pass over the parts of a report before its digest is put together: the parts with what it found, and its record."""

    run: _RunOnParts
    most: _Most


@dataclass(frozen=True, slots=True)
class DigestPass:
    """A pass over a digest: the digest with what it found, its record among the engine's passes."""

    run: _RunOnDigest
    most: _Most
