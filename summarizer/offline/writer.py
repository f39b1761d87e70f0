"""The offline engine: the rows and sentences of a chunk by rules and termbase."""

import re

from summarizer.chunks import Chunk
from summarizer.lexicon import units
from summarizer.offline.bareness import is_bare
from summarizer.offline.clauses import clause_of
from summarizer.offline.names import name_en, understood
from summarizer.offline.sentences import Told, sentences_of
from summarizer.outline import Section
from summarizer.prompting import Draft, Row, Sentence
from summarizer.quantities import Indicator, Inventory, number_text

__all__ = ["row_of", "write"]


def row_of(indicator: Indicator) -> Row:
    """The table row of a figure, with the source's own value and qualifier; value None where the source masks it."""
    mention = indicator.mention
    return Row(
        cite=indicator.id,
        value=number_text(mention.value),
        value_max=number_text(mention.value_max),
        qualifier=mention.qualifier.value,
        name_zh=indicator.name_zh,
        name_en=name_en(indicator.name_zh, mention.unit, indicator.key),
        unit=mention.unit,
    )


_EXISTS = re.compile(
    r"有|共|达|现存|保有|总数|拥有|设|收到|运转|运营|覆盖|联系|推动.{0,30}(?:完善|发展)|将.{0,20}分为"
)


_START = re.compile(r"(?:由|从|自)(?:[^，,；;、。！？由从到至]{0,14})$")


def _is_start(indicator: Indicator, text: str) -> bool:
    """Whether the figure is where a change began: 由86家增加到143家 is no level to report."""
    lead = text[max(0, indicator.mention.span.start - 16) : indicator.mention.span.start]
    return bool(_START.search(lead.replace("\n", "")))


def _told(indicator: Indicator, text: str) -> Told | None:
    phrase = understood(indicator.name_zh, indicator.mention.unit)
    if phrase is None or is_bare(indicator.name_zh) or _is_start(indicator, text):
        return None
    exists = bool(indicator.key) or bool(_EXISTS.search(indicator.clause.of(text)))
    clause = clause_of(indicator, phrase, units(), exists=exists)
    return Told(indicator, clause, phrase.verb.zh if phrase.verb else "") if clause else None


def _first_level(section: Section, inventory: Inventory) -> int:
    """Where the first-level section that holds the section starts."""
    path = inventory.outline.path_to(section.span.start)
    return path[min(1, len(path) - 1)].span.start


def write(chunk: Chunk, inventory: Inventory) -> Draft:
    """A row for every figure of the chunk, and up to six sentences for each section's own text.

    A masked or unreadable figure has a row without value and no sentence; neither has one whose name is not understood or that no
    template fits. Same input, same draft.
    """
    indicators = inventory.indicators_in(chunk.span)
    sections: dict[Section, list[Indicator]] = {}
    for indicator in indicators:
        sections.setdefault(inventory.outline.path_to(indicator.span.start)[-1], []).append(indicator)
    text = inventory.doc.text
    sentences: list[Sentence] = []
    # A period is said once in each first-level section, and again where it changes.
    said: tuple[int, str] = (-1, "")
    for section, own in sections.items():
        told = [t for t in (_told(i, text) for i in own) if t is not None]
        top = _first_level(section, inventory)
        known = said[1] if said[0] == top else ""
        made, known = sentences_of(
            told, text=text, term=inventory.doc.meta.period, kind=inventory.doc.meta.kind, said=known
        )
        said = (top, known)
        sentences += made
    return Draft(rows=tuple(map(row_of, indicators)), sentences=tuple(sentences), cited=len(indicators))
