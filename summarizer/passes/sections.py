"""The first pass: a draft of every chunk, asked again in another way where the first reply cannot be used."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import assert_never

from summarizer.chunks import Chunk, cut
from summarizer.claims import Malformed, draft_of
from summarizer.digest import Anchors, Checked, CheckedRow, Outcome, Part, Pass, checked
from summarizer.model import Complete, Failed, Refused, Reply, Truncated
from summarizer.offline import write
from summarizer.passes.writer import ModelWriter, Spent
from summarizer.prompting import AnchorForm, Draft, Request, request_for
from summarizer.quantities import Inventory
from summarizer.verify import Verdict, check, indicator_quoted

__all__ = ["Written", "first_request", "located", "write_sections"]

# Over this share of bad citations, of so many rows or more, another form is tried.
_BAD, _ENOUGH_ROWS = 0.2, 5
_SMALLER, _DEEPEST = 0.6, 3  # a chunk that is too long is cut to this part of it, so many times over
_ATTEMPTS = 2


@dataclass(frozen=True, slots=True)
class _Task:
    """One chunk to be asked about; `kept` is the best draft so far, checked, and how many rows of it cite what they tell."""

    chunk: Chunk
    form: AnchorForm
    attempt: int = 0
    depth: int = 0
    kept: tuple[Draft, Checked, int] | None = None


@dataclass
class Written:
    """What the pass came to: a part for every chunk, in order of the text, the form that worked, and what was asked again."""

    parts: list[Part] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    form: AnchorForm = AnchorForm.INLINE
    fell_back: int = 0
    split: int = 0
    again: int = 0

    @property
    def anchors(self) -> Anchors:
        """How the citations of all drafts held, but for the rows that cite a figure wrongly, which assembling counts."""
        return Anchors(
            form=self.form.value,
            cited=sum(draft.cited for draft in self.drafts),
            invalid=sum(draft.invalid_cites for draft in self.drafts),
            mismatched=0,
            malformed=sum(draft.malformed for draft in self.drafts),
            quoted=sum(draft.quoted for draft in self.drafts),
            fell_back=self.fell_back,
        )

    def record(self, requests: int, chunks: int) -> Pass:
        """The pass in a digest."""
        notes = [
            f"{count} {what}"
            for count, what in (
                (self.split, "split and asked again"),
                (self.again, "asked again"),
                (self.fell_back, "asked again in another form of citation"),
            )
            if count
        ]
        settled = sum(part.origin == "model" for part in self.parts)
        asked = max(len(self.parts), chunks)
        return Pass(name="sections", requests=requests, asked=asked, settled=settled, note=", ".join(notes))


def write_sections(
    chunks: Sequence[Chunk], inventory: Inventory, writer: ModelWriter, spent: Spent
) -> Written:
    """A draft for every chunk. What the model could not do is by the offline engine instead, and says why.

    A reply that cannot be read is asked for once more; a chunk that is too long for the model is split; one whose citations do not
    hold is asked again in the next anchor form as long as there is one, and what follows keeps to the form that worked. All requests of a round go out
    together, so that the result does not depend on which reply is in first.
    """
    written = Written(form=writer.form)
    tasks = [_Task(chunk, writer.form) for chunk in chunks]
    numbers = len(chunks)
    while tasks:
        requests = [_request(task, inventory, writer) for task in tasks]
        replies = spent.ask(writer, requests)
        following: list[_Task] = []
        for task, request, reply in zip(tasks, requests, replies, strict=True):
            for next_task in _read(task, request, reply, inventory, writer, written):
                if next_task.chunk is not task.chunk:
                    numbers += 1
                    next_task = replace(next_task, chunk=replace(next_task.chunk, number=numbers))
                following.append(next_task)
        tasks = following
    written.parts.sort(key=lambda part: part.chunk.span.start)
    return written


def located(draft: Draft, chunk: Chunk, inventory: Inventory) -> Draft:
    """The draft with every quote that holds one figure of the chunk resolved to that figure."""

    def id_of(quote: str) -> int | None:
        found = indicator_quoted(quote, inventory, chunk.span)
        return found.id if found else None

    rows = [
        replace(row, cite=id_of(row.quote)) if row.cite is None and row.quote else row for row in draft.rows
    ]
    sentences = []
    for sentence in draft.sentences:
        ids = [id for quote in sentence.quotes if (id := id_of(quote)) is not None]
        sentences.append(replace(sentence, cites=tuple(dict.fromkeys([*sentence.cites, *ids]))))
    return replace(draft, rows=tuple(rows), sentences=tuple(sentences))


def first_request(chunk: Chunk, inventory: Inventory, writer: ModelWriter) -> Request:
    """What a model is asked about a chunk before anything is known of its replies."""
    return _request(_Task(chunk, writer.form), inventory, writer)


def _request(task: _Task, inventory: Inventory, writer: ModelWriter) -> Request:
    return request_for(
        task.chunk,
        inventory,
        reply_tokens=writer.budget.reply,
        prompts=writer.prompts,
        form=task.form,
        attempt=task.attempt,
    )


def _read(
    task: _Task, request: Request, reply: Reply, inventory: Inventory, writer: ModelWriter, written: Written
) -> list[_Task]:
    """What is to be asked next about the chunk; where there is nothing, its part is `written`."""
    match reply:
        case Complete(content=content):
            draft = draft_of(content, request)
            if isinstance(draft, Malformed):
                return _again(task, inventory, written, "failed", draft.why)
            # Where there are figures there is something to tell.
            wanted = draft.malformed or any(inventory.indicators_in(task.chunk.span))
            if not draft.rows and not draft.sentences and wanted:
                return _again(task, inventory, written, "failed", "the reply has nothing that can be used")
            return _weighed(task, located(draft, task.chunk, inventory), inventory, written)
        case Truncated():
            if smaller := _smaller(task, inventory, writer):
                written.split += 1
                return smaller
            return _left(task, inventory, written, "truncated", "the reply ran into its length limit")
        case Refused(why=why):
            return _left(task, inventory, written, "refused", why)
        case Failed(why=why):
            return _left(task, inventory, written, "failed", why)
        case _:
            assert_never(reply)


def _again(task: _Task, inventory: Inventory, written: Written, outcome: Outcome, why: str) -> list[_Task]:
    if task.attempt + 1 < _ATTEMPTS:
        written.again += 1
        return [replace(task, attempt=task.attempt + 1)]
    return _left(task, inventory, written, outcome, why)


def _left(task: _Task, inventory: Inventory, written: Written, outcome: Outcome, why: str) -> list[_Task]:
    """The best draft there is, or the offline engine's."""
    if task.kept is not None:
        _done(task, *task.kept[:2], inventory, written)
    else:
        spare = _spare(task.chunk, inventory)
        written.parts.append(Part(task.chunk, spare, spare, "offline", outcome, why))
    return []


def _weighed(task: _Task, draft: Draft, inventory: Inventory, written: Written) -> list[_Task]:
    """The draft is kept, unless its citations call for another form; of several forms the draft with most good rows stands."""
    own = checked(draft, task.chunk, inventory, origin="model")
    good, bad = _citations(own.rows, inventory)
    best = task.kept if task.kept is not None and task.kept[2] >= good else (draft, own, good)
    form = task.form.next
    if good + bad >= _ENOUGH_ROWS and bad > _BAD * (good + bad) and form is not None:
        written.fell_back += 1
        return [replace(task, form=form, attempt=0, kept=best)]
    if best[0] is draft:
        written.form = max(written.form, task.form, key=list(AnchorForm).index)
    _done(task, *best[:2], inventory, written)
    return []


def _done(task: _Task, draft: Draft, own: Checked, inventory: Inventory, written: Written) -> None:
    written.drafts.append(draft)
    written.parts.append(Part(task.chunk, own, _spare(task.chunk, inventory), "model", "complete"))


def _spare(chunk: Chunk, inventory: Inventory) -> Checked:
    """What the offline engine says of the chunk."""
    return checked(write(chunk, inventory), chunk, inventory, origin="offline")


def _citations(rows: Sequence[CheckedRow], inventory: Inventory) -> tuple[int, int]:
    """How many rows cite the figure that they tell, and how many cite nothing or another."""
    bad = sum(_is_badly_cited(row, inventory) for row in rows)
    return len(rows) - bad, bad


def _is_badly_cited(row: CheckedRow, inventory: Inventory) -> bool:
    """Whether the row cites nothing, or tells truly, name and value, a figure other than the one that it cites."""
    cite = row.claim.cite
    if cite is None or (row.about is not None and row.about.id != cite):
        return True
    if row.holds:
        return False
    # What a citation brings with it would keep the row from being found where it is true.
    told = check(replace(row.claim, cite=None, quote="", unit=None, period=None, aspect=None), inventory)
    borne_out = told.verdict.rank <= Verdict.IMPRECISE.rank
    return borne_out and bool(told.candidates) and told.candidates[0].id != cite


def _smaller(task: _Task, inventory: Inventory, writer: ModelWriter) -> list[_Task]:
    """The chunk in pieces, none where it is one sentence or was cut often enough."""
    if task.depth >= _DEEPEST:
        return []
    text = max(int(task.chunk.tokens * _SMALLER), 1)
    chunks = cut(
        inventory.outline,
        inventory.doc,
        budget=replace(writer.budget, text=text),
        count=writer.count,
        within=task.chunk.span,
    )
    if len(chunks) < 2:
        return []
    return [_Task(chunk, task.form, depth=task.depth + 1) for chunk in chunks]
