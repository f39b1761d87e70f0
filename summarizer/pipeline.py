"""One run on one page: a document in, a digest out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import assert_never

from summarizer import __version__
from summarizer.chunks import Chunk, TokenBudget, cut, token_bound
from summarizer.claims import Malformed, draft_of
from summarizer.digest import Anchors, Digest, Engine, Outcome, Part, TokenUsage, assemble
from summarizer.model import Complete, Failed, Refused, Reply, Truncated, Usage
from summarizer.offline import write
from summarizer.outline import outline
from summarizer.prompting import Draft, Request, request_for
from summarizer.quantities import Inventory, inventory
from summarizer.reading import Document

__all__ = ["AskAll", "ModelWriter", "Progress", "digest_report", "survey"]

AskAll = Callable[[Sequence[Request]], list[Reply]]
"""Gives one reply for each request, in their order."""

Progress = Callable[[str, int, int], None]
"""Told the step at work, how many of its parts are done, and how many there are (0: not known)."""


def _silent(stage: str, done: int, total: int) -> None:
    return


@dataclass(frozen=True, slots=True)
class ModelWriter:
    """A model that writes the English: its name, how it is asked, and how much of the report one request may hold.

    `count` says how many tokens a text takes.
    """

    model: str
    ask_all: AskAll
    budget: TokenBudget = TokenBudget()
    count: Callable[[str], int] = token_bound


def survey(doc: Document) -> Inventory:
    """The outline of a document and every number in it: what all later steps decide by."""
    return inventory(doc, outline(doc))


def digest_report(
    doc: Document, *, writer: ModelWriter | None = None, progress: Progress = _silent
) -> Digest:
    """The digest of one report, written by the model of `writer` or else by the offline engine, verified against the document.

    Every chunk that a model could not do (refused, truncated, failed, unreadable) is written by the offline engine instead, and
    the digest says so. Raises ModelError where the endpoint failed for the whole run.
    """
    progress("reading figures", 0, 0)
    found = survey(doc)
    budget, count = (writer.budget, writer.count) if writer else (TokenBudget(), token_bound)
    chunks = cut(found.outline, doc, budget=budget, count=count)
    spare = []
    for done, chunk in enumerate(chunks):
        progress("writing sections", done, len(chunks))
        spare.append(write(chunk, found))
    if writer is None:
        progress("checking figures", 0, 0)
        parts = [Part(c, d, d, "offline", "offline") for c, d in zip(chunks, spare, strict=True)]
        return assemble(found, parts, engine=_offline(), usage=TokenUsage())
    requests = [request_for(chunk, found, reply_tokens=budget.reply) for chunk in chunks]
    replies = writer.ask_all(requests)
    progress("checking figures", 0, 0)
    parts = [
        _part(chunk, request, reply, draft)
        for chunk, request, reply, draft in zip(chunks, requests, replies, spare, strict=True)
    ]
    return assemble(found, parts, engine=_model(writer.model, requests, parts), usage=_usage(replies))


def _part(chunk: Chunk, request: Request, reply: Reply, spare: Draft) -> Part:
    outcome: Outcome
    match reply:
        case Complete(content=content):
            draft = draft_of(content, request)
            if isinstance(draft, Malformed):
                return Part(chunk, spare, spare, "offline", "failed", draft.why)
            return Part(chunk, draft, spare, "model", "complete")
        case Truncated():
            outcome, note = "truncated", "the reply ran into its length limit"
        case Refused(why=why):
            outcome, note = "refused", why
        case Failed(why=why):
            outcome, note = "failed", why
        case _:
            assert_never(reply)
    return Part(chunk, spare, spare, "offline", outcome, note)


def _offline() -> Engine:
    return Engine(name="offline", version=__version__, model="", prompts={}, anchors=None)


def _model(name: str, requests: Sequence[Request], parts: Sequence[Part]) -> Engine:
    drafts = [part.draft for part in parts if part.origin == "model"]
    anchors = Anchors(
        form="inline",
        cited=sum(draft.cited for draft in drafts),
        invalid=sum(draft.invalid_cites for draft in drafts),
        # Counted when the rows are checked.
        mismatched=0,
        malformed=sum(draft.malformed for draft in drafts),
        quoted=sum(row.cite is None for draft in drafts for row in draft.rows),
        fell_back=0,
    )
    prompts = {request.prompt: request.prompt_version for request in requests}
    return Engine(name="model", version=__version__, model=name, prompts=prompts, anchors=anchors)


def _usage(replies: Sequence[Reply]) -> TokenUsage:
    total = sum((reply.usage for reply in replies), Usage())
    return TokenUsage(
        requests=total.requests,
        input_tokens=total.input_tokens,
        output_tokens=total.output_tokens,
        cached_tokens=total.cached_tokens,
        from_cache=total.from_cache,
        cost_usd=None if total.cost_usd is None else format(total.cost_usd, "f"),
    )
