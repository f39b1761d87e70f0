"""Everything found and written about a report, put together as one digest."""

from collections.abc import Mapping, Sequence

from summarizer.digest.account import coverage
from summarizer.digest.context import context
from summarizer.digest.model import (
    Digest,
    DigestIndicator,
    DigestSection,
    Engine,
    Flagged,
    Outcome,
    Quoted,
    Related,
    Report,
    SourceFile,
    TokenUsage,
)
from summarizer.digest.part import Part
from summarizer.digest.prose import Prose, prose_of
from summarizer.digest.rows import CheckedRow, SectionIndex, table
from summarizer.lexicon import headlines, pinyin
from summarizer.offline import (
    LEFT_OUT,
    body_en,
    glance,
    heading_en,
    place_en,
    quotations,
    session_en,
    speaker_en,
    title_en,
)
from summarizer.outline import Section, unnumbered
from summarizer.quantities import Inventory, number_text
from summarizer.reading import LOST, Document, Unit
from summarizer.verify import Verdict, relations

__all__ = ["assemble"]


def _report(doc: Document) -> Report:
    meta = doc.meta
    return Report(
        kind=meta.kind,
        form=meta.form,
        title_zh=meta.title_zh,
        title_en=title_en(meta),
        body=body_en(meta),
        body_zh=meta.body_zh,
        place=place_en(meta),
        place_zh=meta.place_zh,
        level=meta.level,
        year=meta.year,
        period=meta.period,
        session=session_en(meta),
        session_zh=meta.session_zh,
        speaker=speaker_en(meta),
        speaker_zh=meta.speaker,
        date=meta.date,
        missing=list(meta.missing),
        several=meta.reports > 1,
    )


def _source(doc: Document) -> SourceFile:
    source, layout = doc.source, doc.layout
    return SourceFile(
        name=source.name,
        sha256=source.sha256,
        media_type=source.media_type,
        encoding=source.encoding,
        pages=len(layout.starts) if layout.unit is Unit.PAGE else 0,
        recognised=list(layout.recognised),
        unread=list(layout.unread),
        lost=doc.text.count(LOST),
    )


def _merged(found: Sequence[Prose]) -> Prose:
    whole = Prose()
    for prose in found:
        for section, sentences in prose.by_section.items():
            whole.by_section.setdefault(section, []).extend(sentences)
        whole.flagged.extend(prose.flagged)
        whole.repaired.extend(prose.repaired)
    return whole


def _outcomes(parts: Sequence[Part], sections: SectionIndex) -> Mapping[int, tuple[Outcome, str]]:
    """The worst outcome of the chunks that a section's own text went into."""
    found: dict[int, tuple[Outcome, str]] = {}
    for part in parts:
        for section in part.chunk.sections:
            index = sections.at(section.span.start)
            if index not in found or found[index][0] in ("complete", "offline"):
                found[index] = (part.outcome, part.note)
    return found


def _told(prose: Prose) -> set[int]:
    return {int(id[1:]) for sentences in prose.by_section.values() for s in sentences for id in s.cites}


def _heading(node: Section, doc: Document) -> str:
    """The section's title in English, "" where no rule gives it; the report's own title is the report's."""
    if not node.title:
        return ""
    return heading_en(node.title) or (title_en(doc.meta) if node.level == 0 else "")


def _sections(
    nodes: Sequence[Section],
    prose: Prose,
    parts: Sequence[Part],
    sections: SectionIndex,
    inventory: Inventory,
) -> list[DigestSection]:
    doc = inventory.doc
    quoted = quotations(doc, inventory, told=_told(prose))
    outcomes = _outcomes(parts, sections)
    default: Outcome = "offline" if all(part.origin == "offline" for part in parts) else "complete"
    found = []
    for index, node in enumerate(nodes):
        outcome, note = outcomes.get(index, (default, ""))
        english = _heading(node, doc)
        found.append(
            DigestSection(
                title_zh=node.title,
                title_en=english,
                title_pinyin="" if english or not node.title else pinyin(unnumbered(node.title)),
                start=node.span.start,
                end=node.span.end,
                level=node.level,
                cls=node.cls,
                planned=node.planned,
                outcome=outcome,
                note=note,
                sentences=prose.by_section.get(index, []),
                quoted=[
                    Quoted(text=q.text, start=q.span.start, end=q.span.end, role=q.role)
                    for q in quoted.in_section(node)
                ],
                not_shown=quoted.not_shown(node),
            )
        )
    return found


def _glance(inventory: Inventory, rows: Sequence[DigestIndicator]) -> list[str]:
    good = {
        int(row.id[1:])
        for row in rows
        if row.verdict is Verdict.SUPPORTED
        and row.name_en
        and row.name_checked
        and not row.name_en.startswith(LEFT_OUT)
    }
    flagged = {int(row.id[1:]) for row in rows if row.verdict is not Verdict.SUPPORTED}
    first = headlines(inventory.doc.meta.kind)
    chosen = glance(inventory.indicators, inventory.outline, named=good, flagged=flagged, headlines=first)
    return [f"i{id}" for id in chosen]


def _relations(inventory: Inventory) -> list[Related]:
    return [
        Related(
            kind=relation.kind,
            operands=[f"i{operand.id}" for operand in relation.operands],
            stated=f"i{relation.stated.id}",
            formula=relation.formula,
            computed=number_text(relation.computed) or "0",
            holds=relation.holds,
        )
        for relation in relations(inventory)
    ]


def assemble(inventory: Inventory, parts: Sequence[Part], *, engine: Engine, usage: TokenUsage) -> Digest:
    """The digest of a report from the drafts about its chunks: every row and sentence verified, every number accounted for.

    What the source does not bear out is flagged; what nobody wrote about has the offline engine's row. Replies in any order
    give the same digest.
    """
    nodes = list(inventory.outline.walk())
    sections = SectionIndex([node.span.start for node in nodes])
    written: list[CheckedRow] = []
    spare: list[CheckedRow] = []
    prose: list[Prose] = []
    for part in parts:
        if part.origin == "model":
            written += part.rows
        spare += part.spare.rows
        prose.append(prose_of(part, inventory, sections))
    rows, flagged_rows = table(written, spare, inventory, sections)
    whole = _merged(prose)
    cited = [row for row in written if row.claim.cite is not None]
    if engine.anchors is not None:
        wrong = sum(not row.holds or bool(row.before) for row in cited)
        engine = engine.model_copy(
            update={"anchors": engine.anchors.model_copy(update={"mismatched": wrong})}
        )
    flagged: list[Flagged] = sorted([*flagged_rows, *whole.flagged], key=lambda flag: flag.section)
    return Digest(
        source=_source(inventory.doc),
        report=_report(inventory.doc),
        engine=engine,
        glance=_glance(inventory, rows),
        sections=_sections(nodes, whole, parts, sections, inventory),
        indicators=rows,
        context=context(inventory),
        relations=_relations(inventory),
        flagged=flagged,
        repaired=sorted(whole.repaired, key=lambda repaired: repaired.section),
        coverage=coverage(inventory, rows, flagged),
        usage=usage,
    )
