"""The requests about single figures: rows and sentences to be put right, and figures that no row told."""

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.prompting.anchors import clause_lines
from summarizer.prompting.build import built
from summarizer.prompting.prompt import Prompts
from summarizer.prompting.request import AnchorForm, Request
from summarizer.prompting.slots import fenced, glossary, report_slots
from summarizer.quantities import Indicator, Inventory

__all__ = ["GLEANING", "REPAIR", "FailedClaim", "gleaning_request", "repair_request"]

REPAIR, GLEANING = "repair.md", "gleaning.md"


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
    prompts: Prompts,
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
    return _request(REPAIR, slots, markers, reply_tokens=reply_tokens, prompts=prompts, form=form)


def gleaning_request(
    figures: Sequence[Indicator],
    inventory: Inventory,
    *,
    reply_tokens: int,
    prompts: Prompts,
    form: AnchorForm,
) -> Request:
    """What a model is asked about figures that none of its rows told: their clauses."""
    clauses, markers = clause_lines(figures, inventory, form=form)
    slots = {**report_slots(inventory), "clauses": fenced(clauses), "terms": glossary(clauses)}
    return _request(GLEANING, slots, markers, reply_tokens=reply_tokens, prompts=prompts, form=form)


def _request(
    name: str,
    slots: dict[str, str],
    markers: dict[int, int],
    *,
    reply_tokens: int,
    prompts: Prompts,
    form: AnchorForm,
) -> Request:
    # There are markers even where whole stretches do without: the list names few figures, each with its own line.
    listed = AnchorForm.INLINE if form is AnchorForm.INLINE else AnchorForm.LIST
    return built(prompts.read(name), slots, markers, reply_tokens=reply_tokens, form=listed)
