"""The sentences of the briefing: what the writer said where the source bears it out, the offline engine's words where not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from summarizer.digest.model import DigestSentence, Flagged, Origin, Repaired
from summarizer.digest.part import Part
from summarizer.digest.repairs import Replacements
from summarizer.digest.rows import REPAIRABLE, SectionIndex
from summarizer.prompting import Sentence
from summarizer.quantities import Inventory
from summarizer.verify import NumberFinding, SentenceFinding, Verdict

__all__ = ["Prose", "digest_sentence", "flagged_sentence", "prose_of"]


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


def digest_sentence(sentence: Sentence, finding: SentenceFinding, origin: Origin) -> DigestSentence:
    """A sentence with its verdict as a digest has it."""
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


def prose_of(part: Part, inventory: Inventory, sections: SectionIndex) -> Prose:
    """The sentences of a part that the source bears out, each in its section.

    One that it does not bear out never stays: where one of the repairs tells the same figures rightly it is put right by that; else it
    is replaced by those of the spare draft, and moved to the flagged ones with the reason, or recorded as put right where it is only
    imprecise. Sentences of the offline engine are checked like any other; one that fails is left out, for its figures stand in the
    table.
    """
    prose = Prose()
    told: set[int] = set()
    replacements = [pair for pair in part.spare.sentences if pair[1].verdict is Verdict.SUPPORTED]
    anew = Replacements(part.repairs.sentences)
    section = sections.at(part.chunk.span.start)
    for sentence, finding in part.draft.sentences:
        section = _place(sentence, inventory, sections, otherwise=section)
        target = prose.by_section.setdefault(section, [])
        if finding.verdict is Verdict.SUPPORTED:
            target.append(digest_sentence(sentence, finding, part.origin))
            told.update(sentence.cites)
            continue
        if part.origin == "offline":
            continue
        if better := anew.take(sentence):
            target.append(digest_sentence(*better, part.origin))
            told.update(better[0].cites)
            prose.repaired.append(_repaired(sentence, finding, section, better[0].text))
            continue
        instead = _instead(sentence, replacements, told)
        if finding.verdict is Verdict.IMPRECISE:
            text = " ".join(other.text for other, _ in instead)
            prose.repaired.append(_repaired(sentence, finding, section, text))
        else:
            prose.flagged.append(flagged_sentence(sentence, finding, section, inventory))
        for other, stands in instead:
            place = _place(other, inventory, sections, otherwise=section)
            prose.by_section.setdefault(place, []).append(digest_sentence(other, stands, "offline"))
            told.update(other.cites)
    return prose


def flagged_sentence(
    sentence: Sentence, finding: SentenceFinding, section: int, inventory: Inventory
) -> Flagged:
    """A sentence that the source does not bear out, with what the source says."""
    return Flagged(
        section=section,
        text=sentence.text,
        verdict=finding.verdict,
        reason=finding.reason,
        message=finding.message,
        source=_sources(sentence, inventory),
        repair=_proposals(finding, inventory),
        wrong=[(number.start, number.end) for number in _wrong(finding)],
    )


def _repaired(sentence: Sentence, finding: SentenceFinding, section: int, instead: str) -> Repaired:
    return Repaired(
        section=section, text=sentence.text, reason=finding.reason, message=finding.message, instead=instead
    )


def _instead(
    sentence: Sentence, replacements: Sequence[tuple[Sentence, SentenceFinding]], told: Iterable[int]
) -> list[tuple[Sentence, SentenceFinding]]:
    """The spare sentences about figures of `sentence` that have not been told."""
    wanted = set(sentence.cites) - set(told)
    return [
        pair for pair in replacements if wanted & set(pair[0].cites) and not set(pair[0].cites) & set(told)
    ]
