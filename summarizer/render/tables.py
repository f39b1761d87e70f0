"""The tables of a briefing: indicators by category, and the closing account."""

from collections.abc import Sequence

from summarizer.digest import Coverage, Digest, DigestIndicator, name_of, period_en
from summarizer.quantities import Aspect, Category, Kind
from summarizer.render.escape import inline, window
from summarizer.render.flags import figure_cell, flags_of
from summarizer.render.footnotes import section_name
from summarizer.verify import Verdict

__all__ = ["CATEGORIES", "account_blocks", "indicator_blocks", "markdown_table"]

_PASSES = {"repair": "correction", "gleaning": "second look for missing figures", "overview": "summary"}

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
_UNCHECKED = "†"
_KINDS = {
    Kind.DATE: "Dates",
    Kind.DURATION: "Durations",
    Kind.ORDINAL: "Ordinals",
    Kind.ENUMERATOR: "Numbers of lists and headings",
    Kind.NAME: "Numbers in names",
    Kind.IDIOM: "Numbers in idioms",
}


def markdown_table(head: Sequence[str], rows: Sequence[Sequence[str]], *, right: Sequence[int] = ()) -> str:
    """A Markdown table of cells that are escaped already; the columns in `right` are set flush right."""
    rule = ["---:" if i in right else "---" for i in range(len(head))]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *rows))


def _when(indicator: DigestIndicator) -> str:
    period = inline(period_en(indicator.period))
    if indicator.aspect is Aspect.REPORTED:
        return period or "–"
    return f"{period} (plan)" if period else "plan"


def _verdict(indicator: DigestIndicator) -> str:
    if indicator.verdict is not Verdict.SUPPORTED:
        return indicator.verdict.value
    return "repaired" if indicator.before else ""


def _unchecked(indicator: DigestIndicator) -> bool:
    return bool(indicator.name_en) and not indicator.name_checked


def _row(indicator: DigestIndicator) -> list[str]:
    start = indicator.start - indicator.quote_start
    quote = window(indicator.quote, start, start + indicator.end - indicator.start)
    mark = _UNCHECKED if _unchecked(indicator) else ""
    return [inline(name_of(indicator)) + mark, figure_cell(indicator), _when(indicator), inline(quote)]


def _category_table(rows: Sequence[DigestIndicator]) -> str:
    head = ["Indicator", "Figure", "Period", "In the source"]
    verdicts = [_verdict(row) for row in rows]
    if not any(verdicts):
        return markdown_table(head, [_row(row) for row in rows])
    cells = []
    for row, verdict in zip(rows, verdicts, strict=True):
        name, figure, when, quote = _row(row)
        cells.append([name, figure, when, verdict or "supported", quote])
    return markdown_table([*head[:3], "Verdict", head[3]], cells)


def indicator_blocks(digest: Digest) -> list[str]:
    """The section *Indicators*: a table for each category; empty where the digest has no figures."""
    if not digest.indicators:
        return []
    blocks = ["## Indicators"]
    if any(_unchecked(indicator) for indicator in digest.indicators):
        blocks.append(f"{_UNCHECKED} The English name could not be checked; the figure was.")
    for category, title in CATEGORIES.items():
        rows = [indicator for indicator in digest.indicators if indicator.category is category]
        if rows:
            blocks += [f"### {title}", _category_table(rows)]
    return blocks


def _account_rows(coverage: Coverage) -> list[tuple[str, int]]:
    kinds = coverage.mentions_by_kind
    return [
        ("Figures reported here", coverage.reported),
        ("Figures not reported", len(coverage.not_reported)),
        ("Figures masked in the source", coverage.masked),
        ("Figures that cannot be read", coverage.unreadable),
        ("Figures missing from this digest", max(0, coverage.indicators - _figures(coverage))),
        *((title, kinds.get(kind.value, 0)) for kind, title in _KINDS.items()),
    ]


def _figures(coverage: Coverage) -> int:
    """The figures that stand under one of the heads of the account."""
    return coverage.reported + len(coverage.not_reported) + coverage.masked + coverage.unreadable


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _usage(digest: Digest) -> str:
    usage = digest.usage
    replies = _count(usage.from_cache, "reply was", "replies were")
    kept = f" {replies} kept from an earlier run." if usage.from_cache else ""
    cost = f"cost USD {inline(usage.cost_usd)}" if usage.cost_usd is not None else "cost unknown"
    return (
        f"The model was asked {_count(usage.requests, 'time', 'times')}: {usage.input_tokens:,} tokens in, "
        f"{usage.output_tokens:,} out, {cost}.{kept}"
    )


def _remarks(digest: Digest) -> list[str]:
    coverage = digest.coverage
    quoted = sum(len(section.quoted) for section in digest.sections)
    hidden = sum(section.not_shown for section in digest.sections)
    lines = [
        f"Of the figures reported, {_count(coverage.supported, 'is', 'are')} supported by the source as written, "
        f"{coverage.repaired:,} repaired and {coverage.flagged:,} flagged."
    ]
    if flags := flags_of(digest):
        lines.append(f"{_count(len(flags), 'entry stands', 'entries stand')} under *Flagged figures*.")
    if coverage.proposed:
        lines.append(f"{_count(coverage.proposed, 'flag has', 'flags have')} a repair proposed, not made.")
    if digest.repaired:
        put_right = _count(len(digest.repaired), "sentence of the model was", "sentences of the model were")
        lines.append(f"{put_right} imprecise and put right.")
    if digest.engine.anchors and digest.engine.anchors.malformed:
        left_out = digest.engine.anchors.malformed
        lines.append(
            f"{_count(left_out, 'row or sentence', 'rows or sentences')} of the model could not be read."
        )
    lines += _unreported(digest)
    if not _adds_up(digest):
        lines.append("This account does not fit the digest's own rows. Check it against its report.")
    notes = dict.fromkeys(section.note for section in digest.sections if section.note)
    if notes:
        lines.append(f"Why the model did not write some sections: {inline('; '.join(notes))}.")
    for made in digest.engine.passes:
        if made.undone:
            lines.append(f"The model's {_PASSES[made.name]} is missing or not whole: {inline(made.undone)}.")
    if coverage.untranslated:
        lines.append(f"{_count(coverage.untranslated, 'name stands', 'names stand')} in Chinese.")
    if coverage.name_unchecked:
        lines.append(
            f"{_count(coverage.name_unchecked, 'English name', 'English names')} could not be checked."
        )
    if quoted or hidden:
        more = f"; {hidden:,} more of their kind are not shown" if hidden else ""
        lines.append(f"{_count(quoted, 'passage is', 'passages are')} quoted in Chinese{more}.")
    if digest.relations:
        checked, hold = len(digest.relations), sum(relation.holds for relation in digest.relations)
        what = _count(checked, "sum, share or change", "sums, shares and changes")
        lines.append(f"Arithmetic of the report: {what} checked, {hold:,} right.")
    if coverage.outside:
        lines.append(
            f"{_count(coverage.outside, 'more number stands', 'more numbers stand')} around the report, on the page."
        )
    if digest.engine.name == "model":
        lines.append(_usage(digest))
    lines.append(
        f"Source file: SHA-256 `{inline(digest.source.sha256)}`; written by summarizer {inline(digest.engine.version)}."
    )
    return lines


def _unreported(digest: Digest) -> list[str]:
    """The figures that nothing reports, a line for each section that has some."""
    by_section: dict[int, list[str]] = {}
    for figure in digest.coverage.unreported:
        by_section.setdefault(figure.section, []).append(
            f"{figure.text} (characters {figure.start}–{figure.end})"
        )
    return [
        f"Not reported in “{inline(section_name(digest.sections[number]))}”: {inline('; '.join(figures))}."
        for number, figures in sorted(by_section.items())
        if 0 <= number < len(digest.sections)
    ]


def _adds_up(digest: Digest) -> bool:
    """Whether the account is that of the digest's own rows, and its sums are right."""
    coverage = digest.coverage
    good = [row for row in digest.indicators if row.verdict is Verdict.SUPPORTED and row.value is not None]
    return (
        coverage.numbers == sum(coverage.mentions_by_kind.values())
        and coverage.reported == coverage.supported + coverage.repaired + coverage.flagged
        and coverage.indicators == _figures(coverage)
        and coverage.repaired == sum(bool(row.before) for row in good)
        and coverage.supported + coverage.repaired == len(good)
    )


def account_blocks(digest: Digest) -> list[str]:
    """The section *Closing account*: every number of the report under one head, in a table that adds up."""
    coverage = digest.coverage
    rows = [[title, f"{count:,}"] for title, count in _account_rows(coverage) if count]
    rows.append(["**Numbers in the report**", f"**{coverage.numbers:,}**"])
    table = markdown_table(["Every number once", "Count"], rows, right=[1])
    return ["## Closing account", table, "\n".join(f"- {line}" for line in _remarks(digest))]
