"""How a flagged figure is printed, everywhere: `[!CODE] figure`; and where figures of the report disagree."""

from collections.abc import Sequence

from summarizer.digest import Digest, DigestIndicator, Flagged, figure_en, name_of
from summarizer.quantities import Kind
from summarizer.quantities.en.recogniser import mentions_en
from summarizer.render.escape import inline, one_line
from summarizer.verify import Reason, Verdict

__all__ = ["arithmetic_block", "figure_cell", "flagged_block", "flags_of"]


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
            )
        )
    texts = {flag.text for flag in found}
    for number, section in enumerate(digest.sections):
        for sentence in section.sentences:
            if sentence.verdict is not Verdict.SUPPORTED and sentence.text not in texts:
                found.append(
                    Flagged(
                        section=number,
                        text=sentence.text,
                        verdict=sentence.verdict,
                        reason=sentence.reason,
                        message="",
                        source="",
                    )
                )
    return found


def _marked(flag: Flagged) -> str:
    """What was claimed, with the flag before every figure in it; before the whole where none is found."""
    text, mark = one_line(flag.text), _mark(flag.reason)
    figures = [m for m in mentions_en(text) if m.kind is Kind.INDICATOR]
    if not figures:
        return mark + inline(text)
    parts, last = [], 0
    for figure in figures:
        parts += [_inner(text[last : figure.span.start], first=last == 0), mark]
        last = figure.span.start
    return "".join([*parts, _inner(text[last:])])


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
    intro = "The source does not bear these out; no sentence above rests on them."
    return ["## Flagged figures", intro, "\n".join(lines)]


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
