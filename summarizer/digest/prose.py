"""The sentences of the briefing: what the writer said where the source bears it out, the offline engine's words where not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from summarizer.chunks import Chunk
from summarizer.claims import sentence_claims_in
from summarizer.digest.model import DigestSentence, Flagged, Origin, Repaired
from summarizer.digest.repairs import Replacements
from summarizer.digest.rows import REPAIRABLE, SectionIndex
from summarizer.prompting import Draft, Sentence
from summarizer.quantities import Inventory
from summarizer.verify import NumberFinding, SentenceFinding, Verdict, check_sentence

__all__ = ["Prose", "checked_prose", "checked_sentences"]


@dataclass
class Prose:
    """Sentences by section, what was flagged, and what was put right."""

    by_section: dict[int, list[DigestSentence]] = field(default_factory=dict)
    flagged: list[Flagged] = field(default_factory=list)
    repaired: list[Repaired] = field(default_factory=list)


def _place(sentence: Sentence, inventory: Inventory, sections: SectionIndex, *, otherwise: int) -> int:
    """The section a sentence belongs to: that of its first figure, else that of the sentence before it."""
    if sentence.cites:
        return sections.at(inventory.indicator(sentence.cites[0]).span.start)
    return otherwise


def _sentence(sentence: Sentence, finding: SentenceFinding, origin: Origin) -> DigestSentence:
    return DigestSentence(
        text=sentence.text,
        cites=[f"i{id}" for id in sentence.cites],
        verdict=finding.verdict,
        reason=finding.reason,
        origin=origin,
    )


def _sources(sentence: Sentence, inventory: Inventory) -> str:
    shown = inventory.doc.body.shown
    return "；".join(dict.fromkeys(shown(inventory.indicator(id).quote) for id in sentence.cites))


def _proposals(finding: SentenceFinding, inventory: Inventory) -> str:
    """The source's figures for the numbers that are wrong in unit or scale alone; "" where another number is wrong too."""
    wrong = _wrong(finding)
    if not all(n.reason in REPAIRABLE and n.evidence for n in wrong):
        return ""
    return "；".join(inventory.doc.body.shown(n.evidence[0]) for n in wrong)


def _wrong(finding: SentenceFinding) -> list[NumberFinding]:
    return [n for n in finding.numbers if n.verdict is not None and n.verdict.rank > Verdict.IMPRECISE.rank]


def checked_prose(
    draft: Draft,
    repairs: Draft,
    spare: Draft,
    chunk: Chunk,
    inventory: Inventory,
    sections: SectionIndex,
    *,
    origin: Origin,
) -> Prose:
    """The sentences of `draft` that the source bears out, each in its section.

    One that it does not bear out never stays: where one of `repairs` tells the same figures rightly it is put right by that; else it
    is replaced by those of `spare`, and moved to the flagged ones with the reason, or recorded as put right where it is only
    imprecise. Sentences of the offline engine are checked like any other; one that fails is left out, for its figures stand in the
    table.
    """
    prose = Prose()
    told: set[int] = set()
    replacements = [
        s for s, f in checked_sentences(spare, chunk, inventory) if f.verdict is Verdict.SUPPORTED
    ]
    anew = Replacements(checked_sentences(repairs, chunk, inventory))
    section = sections.at(chunk.span.start)
    for sentence, finding in checked_sentences(draft, chunk, inventory):
        section = _place(sentence, inventory, sections, otherwise=section)
        target = prose.by_section.setdefault(section, [])
        if finding.verdict is Verdict.SUPPORTED:
            target.append(_sentence(sentence, finding, origin))
            told.update(sentence.cites)
            continue
        if origin == "offline":
            continue
        if better := anew.take(sentence):
            target.append(_sentence(*better, origin))
            told.update(better[0].cites)
            prose.repaired.append(_repaired(sentence, finding, section, better[0].text))
            continue
        instead = _instead(sentence, replacements, told)
        if finding.verdict is Verdict.IMPRECISE:
            text = " ".join(other.text for other in instead)
            prose.repaired.append(_repaired(sentence, finding, section, text))
        else:
            prose.flagged.append(
                Flagged(
                    section=section,
                    text=sentence.text,
                    verdict=finding.verdict,
                    reason=finding.reason,
                    message=finding.message,
                    source=_sources(sentence, inventory),
                    repair=_proposals(finding, inventory),
                    wrong=[(number.start, number.end) for number in _wrong(finding)],
                )
            )
        for other in instead:
            place = _place(other, inventory, sections, otherwise=section)
            stand_in = next(f for s, f in checked_sentences(Draft(sentences=(other,)), chunk, inventory))
            prose.by_section.setdefault(place, []).append(_sentence(other, stand_in, "offline"))
            told.update(other.cites)
    return prose


def checked_sentences(
    draft: Draft, chunk: Chunk, inventory: Inventory
) -> list[tuple[Sentence, SentenceFinding]]:
    """Every sentence of `draft` with its verdict."""
    return [(claim.sentence, check_sentence(claim, inventory)) for claim in sentence_claims_in(draft, chunk)]


def _repaired(sentence: Sentence, finding: SentenceFinding, section: int, instead: str) -> Repaired:
    return Repaired(
        section=section, text=sentence.text, reason=finding.reason, message=finding.message, instead=instead
    )


def _instead(sentence: Sentence, replacements: Sequence[Sentence], told: Iterable[int]) -> list[Sentence]:
    """The spare sentences about figures of `sentence` that have not been told."""
    wanted = set(sentence.cites) - set(told)
    return [other for other in replacements if wanted & set(other.cites) and not set(other.cites) & set(told)]
