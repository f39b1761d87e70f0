"""The tables of a briefing: the indicators by category."""

from collections.abc import Sequence

from summarizer.digest import Digest, DigestIndicator, name_of, period_en
from summarizer.quantities import Aspect, Category
from summarizer.render.escape import window
from summarizer.render.flags import figure_cell
from summarizer.render.page import Block, Chinese, Heading, Line, Paragraph, Table, line
from summarizer.verify import Verdict

__all__ = ["CATEGORIES", "indicator_blocks"]

_UNCHECKED = "†"

CATEGORIES = {
    Category.MEETINGS: "Meetings",
    Category.LEGISLATION: "Legislation",
    Category.SUPERVISION: "Supervision",
    Category.DECISIONS: "Decisions and appointments",
    Category.DEPUTIES: "Deputies",
    Category.SUGGESTIONS: "Motions and suggestions",
    Category.PETITIONS: "Petitions",
    Category.STUDY_PARTY: "Study and Party work",
    Category.PUBLICITY: "Publicity",
    Category.ECONOMY: "Economy and livelihoods",
    Category.SELF_BUILDING: "Self-building",
    Category.OTHER: "Other",
}


def _when(indicator: DigestIndicator) -> str:
    period = period_en(indicator.period)
    if indicator.aspect is Aspect.REPORTED:
        return period or "–"
    return f"{period} (plan)" if period else "plan"


def _verdict(indicator: DigestIndicator) -> str:
    if indicator.verdict is not Verdict.SUPPORTED:
        return indicator.verdict.value
    return "repaired" if indicator.before else ""


def _unchecked(indicator: DigestIndicator) -> bool:
    return bool(indicator.name_en) and not indicator.name_checked


def _name(indicator: DigestIndicator) -> Line:
    name = name_of(indicator)
    if not indicator.name_en:
        return (Chinese(name),)
    return line(name + (_UNCHECKED if _unchecked(indicator) else ""))


def _quote(indicator: DigestIndicator) -> Line:
    start = indicator.start - indicator.quote_start
    return (Chinese(window(indicator.quote, start, start + indicator.end - indicator.start)),)


def _table(rows: Sequence[DigestIndicator], *, sources: bool) -> Table:
    """The figures of one category; a column of verdicts where one is not simply `supported`."""
    verdicts = [_verdict(row) for row in rows]
    columns = [
        ("Indicator", 34, [_name(row) for row in rows]),
        ("Figure", 18, [figure_cell(row) for row in rows]),
        ("Period", 12, [line(_when(row)) for row in rows]),
    ]
    if any(verdicts):
        columns.append(("Verdict", 12, [line(verdict or "supported") for verdict in verdicts]))
    if sources:
        columns.append(("In the source", 34, [_quote(row) for row in rows]))
    return Table(
        head=tuple(line(title) for title, _, _ in columns),
        rows=tuple(zip(*(cells for _, _, cells in columns), strict=True)),
        widths=tuple(width for _, width, _ in columns),
    )


def indicator_blocks(digest: Digest, *, sources: bool) -> list[Block]:
    """The section *Indicators*: a table for each category; empty where the digest has no figures.

    With `sources` the source's clause stands beside each figure.
    """
    if not digest.indicators:
        return []
    blocks: list[Block] = [Heading(2, line("Indicators"))]
    if any(_unchecked(indicator) for indicator in digest.indicators):
        remark = f"{_UNCHECKED} The English name could not be checked; the figure was."
        blocks.append(Paragraph(line(remark)))
    for category, title in CATEGORIES.items():
        rows = [indicator for indicator in digest.indicators if indicator.category is category]
        if rows:
            blocks += [Heading(3, line(title)), _table(rows, sources=sources)]
    return blocks
