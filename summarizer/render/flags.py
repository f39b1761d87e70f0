"""How a flagged figure is printed, everywhere: `[!CODE] figure`; and where figures of the report disagree."""

from collections.abc import Sequence

from summarizer.digest import Digest, DigestIndicator, Flagged, figure_en, name_of
from summarizer.quantities import Kind, Mention, mentions_en, mentions_zh
from summarizer.reading import Span
from summarizer.render.escape import inline
from summarizer.verify import Reason, Verdict

__all__ = ["arithmetic_block", "figure_cell", "flagged_block", "flags_of", "repairs_block"]


def _mark(reason: Reason) -> str:
    return f"[!{reason.value}] "


def figure_cell(indicator: DigestIndicator) -> str:
    """The figure in Markdown, flagged where its verdict is not `supported`."""
    flag = "" if indicator.verdict is Verdict.SUPPORTED else _mark(indicator.reason)
    return flag + inline(figure_en(indicator))


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


def _marked(flag: Flagged) -> str:
    """What was claimed, with the flag before every wrong figure in it; before the whole where none is found."""
    text, mark = flag.text, _mark(flag.reason)
    figures = [m.span for m in mentions_en(text) if m.kind is Kind.INDICATOR and not _is_right(m, flag)]
    # A wrong year, or a number in a form that no figure has.
    others = [Span(*place) for place in flag.wrong if place[0] < place[1] <= len(text)]
    figures += [place for place in others if not any(place.overlaps(span) for span in figures)]
    if not figures:
        return mark + inline(text)
    parts, last = [], 0
    for start in sorted(span.start for span in figures):
        parts += [_inner(text[last:start], first=last == 0), mark]
        last = start
    return "".join([*parts, _inner(text[last:])])


def _is_right(figure: Mention, flag: Flagged) -> bool:
    """Whether the fault of a flagged text lies in other figures than this one, which stands in the source's words beside it."""
    if not flag.wrong or any(
        start < figure.span.end and figure.span.start < end for start, end in flag.wrong
    ):
        return False
    source = {value for m in mentions_zh(flag.source) for value in (m.value, m.value_max)}
    return figure.value is not None and {figure.value, figure.value_max or figure.value} <= source


def _inner(text: str, *, first: bool = False) -> str:
    """Escaped like `inline`, with the blanks at its ends kept."""
    lead = "" if first or text == text.lstrip() else " "
    trail = " " if text != text.rstrip() else ""
    return lead + inline(text) + trail if text.strip() else lead


def flagged_block(flags: Sequence[Flagged]) -> list[str]:
    """The section *Flagged figures*; empty where nothing is flagged."""
    if not flags:
        return []
    lines = []
    for flag in flags:
        lines.append(f"- {_marked(flag)}")
        if flag.message:
            lines.append(f"  - {flag.verdict.value.capitalize()}: {inline(flag.message)}")
        else:
            lines.append(f"  - {flag.verdict.value.capitalize()}.")
        if flag.source:
            lines.append(f"  - In the source: “{inline(flag.source)}”")
        if flag.repair:
            lines.append(f"  - Proposed repair: “{inline(flag.repair)}”")
    intro = "The source does not bear these out; no sentence above rests on them."
    return ["## Flagged figures", intro, "\n".join(lines)]


def repairs_block(digest: Digest) -> list[str]:
    """The section *Repairs*: what was written and what stands in its place; empty where nothing was put right."""
    lines = [
        f"- {inline(name_of(row))}: written {_marked_before(row.before)}; printed {inline(figure_en(row))}"
        for row in digest.indicators
        if row.before and row.verdict is Verdict.SUPPORTED
    ]
    for repaired in digest.repaired:
        lines.append(f"- {_mark(repaired.reason)}{inline(repaired.text)}")
        lines.append(f"  - {inline(repaired.message)}")
        if repaired.instead:
            lines.append(f"  - In its place: {inline(repaired.instead)}")
    intro = "Written wrongly, or less or more precisely than the source has it, and put right."
    return ["## Repairs", intro, "\n".join(lines)] if lines else []


def _marked_before(before: str) -> str:
    """`30 项 [QUALIFIER_DROPPED]` as a flagged figure is printed."""
    figure, _, code = before.rpartition(" [")
    reason = code.removesuffix("]")
    return _mark(Reason(reason)) + inline(figure) if reason in set(Reason) else inline(before)


def arithmetic_block(digest: Digest) -> list[str]:
    """The section *Arithmetic of the report*: the figures that do not follow from those beside them; empty where all do.

    What they come to stands only here, as evidence.
    """
    by_id = {indicator.id: indicator for indicator in digest.indicators}
    lines = []
    for relation in digest.relations:
        stated = by_id.get(relation.stated)
        if relation.holds or stated is None:
            continue
        lines += [
            f"- [!ARITHMETIC] {inline(name_of(stated))}: “{inline(stated.text)}” in the source, "
            f"but “{inline(relation.formula)}”.",
            f"  - In the source: “{inline(stated.quote)}”",
        ]
    intro = (
        "Figures of the report that disagree with one another. Elsewhere they stand as the report has them."
    )
    return ["## Arithmetic of the report", intro, "\n".join(lines)] if lines else []
