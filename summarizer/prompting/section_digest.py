"""The request for one chunk: summarise this stretch and list its figures."""

from summarizer.chunks import Chunk
from summarizer.lexicon import PartOfSpeech, Term, taxonomy, terms
from summarizer.prompting.anchors import anchored
from summarizer.prompting.prompt import prompt
from summarizer.prompting.request import Request
from summarizer.quantities import Inventory

__all__ = ["request_for"]

_PROMPT = "section_digest.md"

_TERMS_OF_ART = {PartOfSpeech.NOUN, PartOfSpeech.PROPER, PartOfSpeech.PHRASE}
_EVERYDAY = "general"


def request_for(chunk: Chunk, inventory: Inventory, *, reply_tokens: int) -> Request:
    """What a model is asked about `chunk`: the marked text, its context and the terms that occur in it.

    Of the document only its text, headings, period and reporting body go out, never its name or path.
    Raises ConfigError where the prompt file is missing or malformed.
    """
    from summarizer.prompting.reply_schema import SCHEMA_NAME, reply_schema

    template = prompt(_PROMPT)
    marked = anchored(chunk.span, inventory)
    meta = inventory.doc.meta
    slots = {
        "letter": marked.letter,
        "keys": ", ".join(taxon.key for taxon in taxonomy()),
        "body": _fenced(meta.body_zh) or "not stated",
        "period": meta.period or "not stated",
        "titles": _fenced(" > ".join(chunk.titles)) or "none",
        "terms": _glossary(marked.plain),
        "chunk": _fenced(marked.text),
    }
    return Request(
        chunk=chunk.number,
        messages=template.messages(slots),
        schema_name=SCHEMA_NAME,
        schema=reply_schema(),
        prompt=template.name,
        prompt_version=template.version,
        letter=marked.letter,
        markers=marked.markers,
        max_reply_tokens=reply_tokens,
    )


def _glossary(text: str) -> str:
    """The terms of art that occur in `text`, one a line."""
    found = (term for term in terms().occurring(text) if _is_term_of_art(term))
    return "\n".join(f"- {term.zh} = {term.en}" for term in found) or "none"


def _is_term_of_art(term: Term) -> bool:
    """Whether English prose should hold to the term: names and nouns of the system, not everyday verbs and modifiers."""
    if term.pos in _TERMS_OF_ART:
        return term.domain != _EVERYDAY or term.pos is PartOfSpeech.PROPER
    return term.pos is PartOfSpeech.VERB and len(term.zh) > 2 and term.domain != _EVERYDAY


def _fenced(text: str) -> str:
    """`text` with any tag of the prompt's own fence made harmless, so that a report cannot end its quotation."""
    return text.replace("<report", "＜report").replace("</report", "＜/report")
