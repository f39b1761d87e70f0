"""The request for one chunk: summarise this stretch and list its figures."""

from summarizer.chunks import Chunk
from summarizer.prompting.anchors import anchored, listed
from summarizer.prompting.build import built
from summarizer.prompting.prompt import Prompts
from summarizer.prompting.request import AnchorForm, Request
from summarizer.prompting.slots import fenced, glossary, report_slots
from summarizer.quantities import Inventory

__all__ = ["SECTION_DIGEST", "request_for"]

SECTION_DIGEST = "section_digest.md"


def request_for(
    chunk: Chunk,
    inventory: Inventory,
    *,
    reply_tokens: int,
    prompts: Prompts,
    form: AnchorForm = AnchorForm.INLINE,
    attempt: int = 0,
) -> Request:
    """What a model is asked about `chunk`: the text with its figures named by `form`, its context and the terms that occur in it.

    Of the document only its text, headings, period and reporting body go out, never its name or path.
    Raises ConfigError where the prompt file is missing or malformed.
    """
    marked = anchored(chunk.span, inventory)
    figures = ""
    if form is AnchorForm.LIST:
        figures = f"\nFigures:\n{fenced(listed(marked.markers, marked.letter, inventory))}\n"
    slots = {
        **report_slots(inventory),
        "titles": fenced(" > ".join(chunk.titles)) or "none",
        "terms": glossary(marked.plain),
        "chunk": fenced(marked.text if form is AnchorForm.INLINE else marked.plain),
        "figures": figures,
    }
    return built(
        prompts.read(SECTION_DIGEST),
        slots,
        {} if form is AnchorForm.QUOTE else marked.markers,
        reply_tokens=reply_tokens,
        chunk=chunk.number,
        form=form,
        attempt=attempt,
    )
