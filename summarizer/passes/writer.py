"""The model as a writer: how it is asked, and what a run has asked so far."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from summarizer.chunks import TokenBudget, token_bound
from summarizer.claims import Malformed, draft_of
from summarizer.digest import PassName
from summarizer.model import Complete, Reply, Truncated, Usage
from summarizer.prompting import AnchorForm, Draft, Prompts, Request

__all__ = ["ALL_PASSES", "AskAll", "ModelWriter", "Spent", "draft_in"]

AskAll = Callable[[Sequence[Request]], list[Reply]]
"""Gives one reply for each request, in their order."""

ALL_PASSES: frozenset[PassName] = frozenset({"repair", "gleaning", "overview"})


@dataclass(frozen=True, slots=True)
class ModelWriter:
    """A model that writes the English: its name, how it is asked, and how much of the report one request may hold.

    `count` says how many tokens a text takes, `prompts` what it is asked in, `passes` which passes follow that over the sections,
    `form` how it is first asked to cite.
    """

    model: str
    ask_all: AskAll
    budget: TokenBudget = TokenBudget()
    count: Callable[[str], int] = token_bound
    prompts: Prompts = field(default_factory=Prompts)
    passes: frozenset[PassName] = ALL_PASSES
    form: AnchorForm = AnchorForm.INLINE


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
