"""The request for the executive summary, made from English that is checked already."""

from collections.abc import Mapping, Sequence

from summarizer.prompting.build import built
from summarizer.prompting.prompt import Prompts
from summarizer.prompting.request import Request
from summarizer.prompting.slots import fenced, report_slots
from summarizer.quantities import Inventory

__all__ = ["OVERVIEW", "overview_request"]

OVERVIEW = "overview.md"


def overview_request(
    sections: Sequence[tuple[str, Sequence[str]]],
    markers: Mapping[int, int],
    inventory: Inventory,
    *,
    title: str,
    reply_tokens: int,
    prompts: Prompts,
) -> Request:
    """What a model is asked for the summary on top: `sections` are headings, each with its checked lines, figures marked in them.

    `markers` maps the numbers of those markers to ids of indicators.
    """
    text = "\n\n".join("\n".join([f"## {heading}", *lines]) for heading, lines in sections)
    slots = {**report_slots(inventory), "title": fenced(title), "digest": fenced(text)}
    return built(prompts.read(OVERVIEW), slots, markers, reply_tokens=reply_tokens)
