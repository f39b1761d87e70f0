"""What fills the slots that several prompts share."""

from summarizer.chunks import token_bound
from summarizer.lexicon import PartOfSpeech, Term, terms
from summarizer.prompting.anchors import marker_letter
from summarizer.quantities import Inventory

__all__ = ["fenced", "glossary", "report_slots"]

_TERMS_OF_ART = {PartOfSpeech.NOUN, PartOfSpeech.PROPER, PartOfSpeech.PHRASE}
_EVERYDAY = "general"
_MOST_TERM_TOKENS = 520  # by the bound, which is about 40% over


def report_slots(inventory: Inventory) -> dict[str, str]:
    """The letter of the markers, and who reports on what period."""
    meta = inventory.doc.meta
    return {
        "letter": marker_letter(inventory.doc.text),
        "body": fenced(meta.body_zh) or "not stated",
        "period": meta.period or "not stated",
    }


def glossary(text: str) -> str:
    """The terms of art that occur in `text`, one a line; where they are too many, the longest, in the order of the text."""
    found = [term for term in terms().occurring(text) if _is_term_of_art(term)]
    lines = {term.zh: f"- {term.zh} = {term.en}" for term in found}
    kept: set[str] = set()
    room = _MOST_TERM_TOKENS
    for zh in sorted(lines, key=lambda zh: (-len(zh), zh)):
        room -= token_bound(lines[zh]) + 1
        if room < 0:
            break
        kept.add(zh)
    return "\n".join(line for zh, line in lines.items() if zh in kept) or "none"


def fenced(text: str) -> str:
    """`text` with any tag of the prompt's own fence made harmless, so that a report cannot end its quotation."""
    return text.replace("<report", "＜report").replace("</report", "＜/report")


def _is_term_of_art(term: Term) -> bool:
    """Whether English prose should hold to the term: names and nouns of the system, not everyday verbs and modifiers."""
    if term.pos in _TERMS_OF_ART:
        return term.domain != _EVERYDAY or term.pos is PartOfSpeech.PROPER
    return term.pos is PartOfSpeech.VERB and len(term.zh) > 2 and term.domain != _EVERYDAY
