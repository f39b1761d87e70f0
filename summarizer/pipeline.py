"""One run on one page: a document in, a digest out."""

from collections.abc import Callable, Sequence

from summarizer import __version__
from summarizer.chunks import Chunk, TokenBudget, cut, token_bound
from summarizer.compare import Comparison, comparison
from summarizer.digest import (
    Anchors,
    Digest,
    Engine,
    Part,
    Pass,
    TokenUsage,
    as_written,
    assemble,
    checked,
    with_overview,
)
from summarizer.offline import write
from summarizer.outline import outline
from summarizer.passes import (
    Called,
    DigestPass,
    ModelWriter,
    PartsPass,
    Spent,
    compared_in_words,
    first_request,
    write_sections,
)
from summarizer.prompting import Request
from summarizer.quantities import Inventory, inventory
from summarizer.reading import Document
from summarizer.schedule import COMPARISON, LATER

__all__ = [
    "ModelWriter",
    "Progress",
    "compare_reports",
    "digest_report",
    "later_requests",
    "section_requests",
    "survey",
]

Progress = Callable[[str, int, int], None]
"""Told the step at work, how many of its parts are done, and how many there are (0: not known)."""


def _silent(stage: str, done: int, total: int) -> None:
    return


def survey(doc: Document) -> Inventory:
    """The outline of a document and every number in it: what all later steps decide by."""
    return inventory(doc, outline(doc))


def section_requests(doc: Document, writer: ModelWriter) -> list[tuple[Chunk, Request]]:
    """The stretches of a report and what a model is first asked about each; none is sent."""
    found = survey(doc).plain
    return [(chunk, first_request(chunk, found, writer)) for chunk in _chunks(found, writer)]


def later_requests(planned: Sequence[tuple[Chunk, Request]], writer: ModelWriter) -> tuple[int, int]:
    """How many requests may follow those of `section_requests` at most, and the tokens that they may take at most."""
    if not planned:
        return 0, 0
    figures = sum(len(request.markers) for _, request in planned)
    sections = sum(len(chunk.sections) for chunk, _ in planned)
    most = [later.work().most(figures, sections, writer) for later in LATER if writer.makes(later.name)]
    requests, tokens = sum(count for count, _ in most), sum(shown for _, shown in most)
    _, request = planned[0]
    around = writer.count(request.messages[0].content) + writer.count(str(request.schema))
    return requests, tokens + requests * around


def digest_report(
    doc: Document | Inventory, *, writer: ModelWriter | None = None, progress: Progress = _silent
) -> Digest:
    """The digest of one report, written by the model of `writer` or else by the offline engine, verified against the document.

    A report whose figures are known already (`survey`) is not read for them again. Every chunk that a model could not do (refused, truncated, failed, unreadable) is written by the offline engine instead, and
    the digest says so. Raises ModelError where the endpoint failed for the whole run.
    """
    progress("reading figures", 0, 0)
    found = doc if isinstance(doc, Inventory) else survey(doc)
    digest = _offline(found.plain, progress) if writer is None else _by_model(found.plain, writer, progress)
    return as_written(digest, found)


def compare_reports(digests: Sequence[Digest], *, writer: ModelWriter | None = None) -> Comparison:
    """The reports side by side; the summary is by the model of `writer` as far as the figures compared bear it out, else by rule."""
    compared = comparison(digests)
    if writer is None or not any(later.sums_up and writer.makes(later.name) for later in LATER):
        return compared
    return compared_in_words(compared, writer, Spent(), prompt=COMPARISON.file)


def _offline(found: Inventory, progress: Progress) -> Digest:
    chunks = cut(found.outline, found.doc, budget=TokenBudget(), count=token_bound)
    parts = []
    for done, chunk in enumerate(chunks):
        progress("writing sections", done, len(chunks))
        draft = checked(write(chunk, found), chunk, found, origin="offline")
        parts.append(Part(chunk, draft, draft, "offline", "offline"))
    progress("checking figures", 0, 0)
    engine = Engine(name="offline", version=__version__, model="", prompts={}, anchors=None)
    return with_overview(assemble(found, parts, engine=engine, usage=TokenUsage()), found)


def _by_model(found: Inventory, writer: ModelWriter, progress: Progress) -> Digest:
    """Section by section, then the passes of the schedule that are wanted: those on parts, then those on the digest put together."""
    spent = Spent()
    chunks = _chunks(found, writer)
    progress("writing sections", 0, 0)
    written = write_sections(chunks, found, writer, spent)
    parts: Sequence[Part] = written.parts
    passes: list[Pass] = [written.record(spent.requests.total(), len(chunks))]
    wanted = [
        (later.doing, Called(later.name, later.prompt.file), later.work())
        for later in LATER
        if writer.makes(later.name)
    ]
    for doing, called, work in wanted:
        if isinstance(work, PartsPass):
            progress(doing, 0, 0)
            parts, made = work.run(parts, found, writer, spent, called=called, form=written.form)
            passes.append(made)
    progress("checking figures", 0, 0)
    digest = assemble(found, parts, engine=_engine(writer, written.anchors, passes), usage=TokenUsage())
    for doing, called, work in wanted:
        if isinstance(work, DigestPass):
            progress(doing, 0, 0)
            digest = work.run(digest, found, writer, spent, called=called)
    digest = with_overview(digest, found)
    engine = digest.engine.model_copy(update={"prompts": dict(spent.prompts)})
    return digest.model_copy(update={"engine": engine, "usage": _usage(spent)})


def _chunks(found: Inventory, writer: ModelWriter) -> list[Chunk]:
    return cut(found.outline, found.doc, budget=writer.budget, count=writer.count)


def _engine(writer: ModelWriter, anchors: Anchors, passes: list[Pass]) -> Engine:
    return Engine(
        name="model", version=__version__, model=writer.model, prompts={}, anchors=anchors, passes=passes
    )


def _usage(spent: Spent) -> TokenUsage:
    total = spent.usage
    return TokenUsage(
        requests=total.requests,
        input_tokens=total.input_tokens,
        output_tokens=total.output_tokens,
        cached_tokens=total.cached_tokens,
        from_cache=total.from_cache,
        cost_usd=None if total.cost_usd is None else format(total.cost_usd, "f"),
    )
