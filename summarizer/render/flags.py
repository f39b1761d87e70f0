"""How a flagged figure is printed, everywhere: `[!CODE] figure`; and where figures of the report disagree."""

from collections.abc import Sequence
from itertools import pairwise

from summarizer.digest import Digest, DigestIndicator, Flagged, figure_en, name_of
from summarizer.quantities import Kind, Mention, Qualifier, mentions_en, mentions_zh
from summarizer.reading import Span
from summarizer.render.page import (
    Block,
    Bullets,
    Chinese,
    Flag,
    Heading,
    Inline,
    Item,
    Line,
    Paragraph,
    line,
)
from summarizer.verify import Reason, Verdict

__all__ = [
    "arithmetic_blocks",
    "figure_cell",
    "flagged_blocks",
    "flags_of",
    "marked",
    "marked_before",
    "masked_blocks",
    "repairs_blocks",
]


def figure_cell(indicator: DigestIndicator) -> Line:
    """The figure, flagged where its verdict is not `supported`."""
    flag = () if indicator.verdict is Verdict.SUPPORTED else (Flag(indicator.reason.value),)
    return line(*flag, figure_en(indicator))


def flags_of(digest: Digest) -> list[Flagged]:
    """All that is flagged: what the digest lists, and rows and sentences that failed without being on that list."""
    found = list(digest.flagged)
    listed = {(flag.reason, flag.message) for flag in found}
    for indicator in digest.indicators:
        if indicator.verdict is Verdict.SUPPORTED or (indicator.reason, indicator.message) in listed:
            continue
        found.append(
            Flagged(
                section=indicator.section,
                text=f"{name_of(indicator)}: {figure_en(indicator)}",
                verdict=indicator.verdict,
                reason=indicator.reason,
                message=indicator.message,
                source=indicator.quote,
                repair=indicator.repair,
            )
        )
    texts = {flag.text for flag in found}
    sentences = [(0, sentence) for sentence in digest.overview]
    sentences += [
        (at, sentence) for at, section in enumerate(digest.sections) for sentence in section.sentences
    ]
    for at, sentence in sentences:
        if sentence.verdict is not Verdict.SUPPORTED and sentence.text not in texts:
            found.append(
                Flagged(
                    section=at,
                    text=sentence.text,
                    verdict=sentence.verdict,
                    reason=sentence.reason,
                    message="",
                    source="",
                )
            )
    return found


def marked(flag: Flagged) -> Line:
    """What was claimed, with the flag before every wrong figure in it; before the whole where none is found."""
    text, mark = flag.text, Flag(flag.reason.value)
    figures = [m.span for m in mentions_en(text) if m.kind is Kind.INDICATOR and not _is_right(m, flag)]
    # A wrong year, or a number in a form that no figure has.
    others = [Span(*place) for place in flag.wrong if place[0] < place[1] <= len(text)]
    figures += [place for place in others if not any(place.overlaps(span) for span in figures)]
    if not figures:
        return line(mark, text)
    cuts = sorted({0, *(span.start for span in figures), len(text)})
    parts: list[str | Inline] = []
    for start, end in pairwise(cuts):
        parts += [mark] if any(span.start == start for span in figures) else []
        parts.append(text[start:end])
    return line(*parts)


def _is_right(figure: Mention, flag: Flagged) -> bool:
    """Whether the fault of a flagged text lies in other figures than this one, which stands in the source's words beside it."""
    if not flag.wrong or any(
        start < figure.span.end and figure.span.start < end for start, end in flag.wrong
    ):
        return False
    source = {value for m in mentions_zh(flag.source) for value in (m.value, m.value_max)}
    return figure.value is not None and {figure.value, figure.value_max or figure.value} <= source


def flagged_blocks(flags: Sequence[Flagged]) -> list[Block]:
    """The section *Flagged figures*; empty where nothing is flagged."""
    if not flags:
        return []
    items = []
    for flag in flags:
        said = f": {flag.message}" if flag.message else "."
        under = [line(f"{flag.verdict.value.capitalize()}{said}")]
        if flag.source:
            under.append(_in_the_source(flag.source))
        if flag.repair:
            under.append(line("Proposed repair: “", Chinese(flag.repair), "”"))
        items.append(Item(marked(flag), tuple(under)))
    intro = "The source does not bear these out; no sentence above rests on them."
    return [Heading(2, line("Flagged figures")), Paragraph(line(intro)), Bullets(tuple(items))]


def masked_blocks(digest: Digest) -> list[Block]:
    """The section *Masked figures*: what the source counts without giving the number; empty where it masks nothing."""
    items = [
        Item(line(name_of(row)), (_in_the_source(row.quote),))
        for row in digest.indicators
        if row.qualifier is Qualifier.MASKED and row.value is None and row.verdict is Verdict.SUPPORTED
    ]
    intro = "The source counts these and prints signs in place of the number."
    return (
        [Heading(2, line("Masked figures")), Paragraph(line(intro)), Bullets(tuple(items))] if items else []
    )


def _in_the_source(words: str) -> Line:
    return line("In the source: “", Chinese(words), "”")


def repairs_blocks(digest: Digest) -> list[Block]:
    """The section *Repairs*: what was written and what stands in its place; empty where nothing was put right."""
    items = [
        Item(line(f"{name_of(row)}: written ", *marked_before(row.before), f"; printed {figure_en(row)}"))
        for row in digest.indicators
        if row.before and row.verdict is Verdict.SUPPORTED
    ]
    for repaired in digest.repaired:
        under = [line(repaired.message)]
        if repaired.instead:
            under.append(line(f"In its place: {repaired.instead}"))
        items.append(Item(line(Flag(repaired.reason.value), repaired.text), tuple(under)))
    intro = "Written wrongly, or less or more precisely than the source has it, and put right."
    return [Heading(2, line("Repairs")), Paragraph(line(intro)), Bullets(tuple(items))] if items else []


def marked_before(before: str) -> Line:
    """`30 项 [QUALIFIER_DROPPED]` as a flagged figure is printed."""
    figure, _, code = before.rpartition(" [")
    reason = code.removesuffix("]")
    return line(Flag(reason), figure) if reason in set(Reason) else line(before)


def arithmetic_blocks(digest: Digest) -> list[Block]:
    """The section *Arithmetic of the report*: the figures that do not follow from those beside them; empty where all do.

    What they come to stands only here, as evidence.
    """
    by_id = {indicator.id: indicator for indicator in digest.indicators}
    items = []
    for relation in digest.relations:
        stated = by_id.get(relation.stated)
        if relation.holds or stated is None:
            continue
        text = line(
            Flag("ARITHMETIC"),
            f"{name_of(stated)}: “",
            Chinese(stated.text),
            "” in the source, but “",
            Chinese(relation.formula),
            "”.",
        )
        items.append(Item(text, (_in_the_source(stated.quote),)))
    intro = (
        "Figures of the report that disagree with one another. Elsewhere they stand as the report has them."
    )
    return (
        [Heading(2, line("Arithmetic of the report")), Paragraph(line(intro)), Bullets(tuple(items))]
        if items
        else []
    )
