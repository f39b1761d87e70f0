"""The passes after the first: rows and sentences that failed are put right, figures that no row told are asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from summarizer.claims import Malformed
from summarizer.digest import Checked, CheckedRow, Part, Pass, Replacements, checked
from summarizer.model import Reply
from summarizer.passes.writer import Called, ModelWriter, PartsPass, Spent, draft_in
from summarizer.prompting import (
    AnchorForm,
    Draft,
    Prompt,
    Request,
    built,
    clause_lines,
    fenced,
    glossary,
    report_slots,
)
from summarizer.quantities import Indicator, Inventory
from summarizer.verify import Verdict

__all__ = [
    "GLEANING",
    "REPAIR",
    "FailedClaim",
    "glean",
    "gleaning_request",
    "repair",
    "repair_request",
]

# What a row or sentence takes in a reply, and its clauses in a request, in tokens with room to spare.
_ROW, _SENTENCE, _CLAUSE = 60, 90, 120
_MOST_SENTENCES = 6  # of one heading, for a bound


def repair(
    parts: Sequence[Part],
    inventory: Inventory,
    writer: ModelWriter,
    spent: Spent,
    *,
    called: Called,
    form: AnchorForm,
) -> tuple[list[Part], Pass]:
    """The parts with what the model says anew of its failed rows and sentences, which replaces them where the source bears it out.

    Sent are the clauses in question, not the chunks.
    """
    failed = [claim for part in parts for claim in _failed(part)]
    requests = [
        repair_request(
            failed[start:end],
            inventory,
            reply_tokens=writer.budget.reply,
            prompt=writer.prompts.read(called.prompt),
            form=form,
        )
        for start, end in _batches(len(failed), _most(writer, _SENTENCE))
    ]
    drafts, note = _drafts(requests, spent.ask(writer, requests))
    repaired = [
        replace(part, repairs=own)
        for part, own in zip(parts, _given_out(parts, drafts, inventory), strict=True)
    ]
    left = sum(len(list(_failed(part))) for part in repaired)
    return repaired, Pass(
        name=called.name, requests=len(requests), asked=len(failed), settled=len(failed) - left, note=note
    )


def glean(
    parts: Sequence[Part],
    inventory: Inventory,
    writer: ModelWriter,
    spent: Spent,
    *,
    called: Called,
    form: AnchorForm,
) -> tuple[list[Part], Pass]:
    """The parts with rows for the figures that none of the model's rows told, as far as it has any now.

    Stretches that the model did not do at all are not asked about again.
    """
    missing = [indicator for part in parts for indicator in _missing(part, inventory)]
    wanted = {indicator.id for indicator in missing}
    requests = [
        gleaning_request(
            missing[start:end],
            inventory,
            reply_tokens=writer.budget.reply,
            prompt=writer.prompts.read(called.prompt),
            form=form,
        )
        for start, end in _batches(len(missing), _most(writer, _ROW))
    ]
    read, note = _drafts(requests, spent.ask(writer, requests))
    drafts = [Draft(rows=tuple(row for row in draft.rows if row.cite in wanted)) for draft in read]
    gleaned = [
        replace(part, draft=replace(part.draft, rows=(*part.draft.rows, *own.rows)))
        for part, own in zip(parts, _given_out(parts, drafts, inventory), strict=True)
    ]
    left = sum(len(_missing(part, inventory)) for part in gleaned)
    return gleaned, Pass(
        name=called.name, requests=len(requests), asked=len(missing), settled=len(missing) - left, note=note
    )


def _most_repairs(figures: int, sections: int, writer: ModelWriter) -> tuple[int, int]:
    """All figures fail, and so does every sentence; a heading is taken to have more of them than the prompt asks for."""
    return _at_most(figures + sections * _MOST_SENTENCES, _SENTENCE, writer)


def _most_gleanings(figures: int, sections: int, writer: ModelWriter) -> tuple[int, int]:
    """None of the figures is told."""
    return _at_most(figures, _ROW, writer)


def _at_most(items: int, answer: int, writer: ModelWriter) -> tuple[int, int]:
    return -(-items // _most(writer, answer)), items * _CLAUSE


@dataclass(frozen=True, slots=True)
class FailedClaim:
    """A row or sentence of a model that the source does not bear out: what it said, about which figures, and what is wrong.

    `cites` are ids of indicators, `reason` the code of the verdict, `message` its sentence.
    """

    said: str
    cites: tuple[int, ...]
    reason: str
    message: str
    is_sentence: bool


def repair_request(
    failed: Sequence[FailedClaim],
    inventory: Inventory,
    *,
    reply_tokens: int,
    prompt: Prompt,
    form: AnchorForm,
) -> Request:
    """What a model is asked about its own wrong rows and sentences: those, each with its reason, and the clauses in question."""
    ids = sorted({id for claim in failed for id in claim.cites})
    clauses, markers = clause_lines([inventory.indicator(id) for id in ids], inventory, form=form)
    slots = report_slots(inventory)
    names = {id: f"{slots['letter']}{number}" for number, id in markers.items()}
    lines = [
        f"- {'Sentence' if claim.is_sentence else 'Row'} citing {', '.join(names[id] for id in claim.cites)}: "
        f"{claim.said} [{claim.reason}] {claim.message}"
        for claim in failed
    ]
    slots |= {"clauses": fenced(clauses), "failed": fenced("\n".join(lines))}
    return _request(prompt, slots, markers, reply_tokens=reply_tokens, form=form)


def gleaning_request(
    figures: Sequence[Indicator],
    inventory: Inventory,
    *,
    reply_tokens: int,
    prompt: Prompt,
    form: AnchorForm,
) -> Request:
    """What a model is asked about figures that none of its rows told: their clauses."""
    clauses, markers = clause_lines(figures, inventory, form=form)
    slots = {**report_slots(inventory), "clauses": fenced(clauses), "terms": glossary(clauses)}
    return _request(prompt, slots, markers, reply_tokens=reply_tokens, form=form)


def _request(
    prompt: Prompt, slots: dict[str, str], markers: dict[int, int], *, reply_tokens: int, form: AnchorForm
) -> Request:
    # There are markers even where whole stretches do without: the list names few figures, each with its own line.
    listed = AnchorForm.INLINE if form is AnchorForm.INLINE else AnchorForm.LIST
    return built(prompt, slots, markers, reply_tokens=reply_tokens, form=listed)


def _failed(part: Part) -> Iterator[FailedClaim]:
    """What the source does not bear out of a part by the model, its repairs taken in.

    A row about nothing known and a sentence that cites nothing leave nothing to ask about.
    """
    if part.origin != "model":
        return
    told = {row.about.id for row in part.rows if row.about is not None and row.holds}
    for row in part.rows:
        if row.about is not None and row.about.id not in told:
            yield _failed_row(row, row.about)
    anew = Replacements(part.repairs.sentences)
    for sentence, finding in part.draft.sentences:
        if finding.verdict is Verdict.SUPPORTED or not sentence.cites or anew.take(sentence):
            continue
        said = f"“{sentence.text}”"
        yield FailedClaim(said, sentence.cites, finding.reason.value, finding.message, is_sentence=True)


def _failed_row(row: CheckedRow, about: Indicator) -> FailedClaim:
    names = (row.claim.name_zh or "no Chinese name", row.claim.name_en or "no English name")
    said = ", ".join((row.claim.figure, *names))
    return FailedClaim(said, (about.id,), row.finding.reason.value, row.finding.message, is_sentence=False)


def _missing(part: Part, inventory: Inventory) -> list[Indicator]:
    if part.origin != "model":
        return []
    told = {row.about.id for row in part.rows if row.about is not None}
    return [i for i in inventory.indicators_in(part.chunk.span) if i.id not in told]


def _most(writer: ModelWriter, answer: int) -> int:
    """How many items one request may ask about, so that their clauses and the answers have room."""
    return max(min(writer.budget.reply // answer, 2 * writer.budget.text // _CLAUSE), 1)


def _batches(count: int, most: int) -> Iterator[tuple[int, int]]:
    for start in range(0, count, most):
        yield start, min(start + most, count)


def _drafts(requests: Sequence[Request], replies: Sequence[Reply]) -> tuple[list[Draft], str]:
    """What the replies say, and why some say nothing: what those were asked about then stays as it was."""
    found: list[Draft] = []
    whys: list[str] = []
    for request, reply in zip(requests, replies, strict=True):
        draft = draft_in(reply, request)
        if isinstance(draft, Malformed):
            whys.append(draft.why)
        found.append(Draft() if isinstance(draft, Malformed) else draft)
    return found, "; ".join(dict.fromkeys(whys))


def _given_out(parts: Sequence[Part], drafts: Sequence[Draft], inventory: Inventory) -> list[Checked]:
    """The rows and sentences of all drafts, each checked with the part whose chunk holds the figure it cites first."""
    inside = {
        i.id: number for number, part in enumerate(parts) for i in inventory.indicators_in(part.chunk.span)
    }
    rows = [row for draft in drafts for row in draft.rows if row.cite in inside]
    sentences = [s for draft in drafts for s in draft.sentences if s.cites and s.cites[0] in inside]
    own = (
        Draft(
            rows=tuple(row for row in rows if row.cite is not None and inside[row.cite] == number),
            sentences=tuple(s for s in sentences if inside[s.cites[0]] == number),
        )
        for number in range(len(parts))
    )
    return [
        checked(draft, part.chunk, inventory, origin="model") for part, draft in zip(parts, own, strict=True)
    ]


REPAIR = PartsPass(repair, _most_repairs)
GLEANING = PartsPass(glean, _most_gleanings)
