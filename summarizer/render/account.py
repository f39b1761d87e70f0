"""The closing account of a briefing: every number of the report under one head."""

import re
from collections.abc import Sequence

from summarizer.digest import Coverage, Digest, SourceFile
from summarizer.offline import LEFT_OUT
from summarizer.quantities import Kind
from summarizer.render.evidence import section_name
from summarizer.render.flags import flags_of
from summarizer.render.page import Block, Bullets, Heading, Item, Line, Paragraph, Run, Style, Table, line
from summarizer.schedule import LATER
from summarizer.verify import Verdict

__all__ = ["account_blocks", "account_rows", "remarks", "source_line"]

_GIVES = {later.name: later.gives for later in LATER}
# What a version is called; anything else in a saved digest could say something.
_VERSION = re.compile(r"\d+\.\d+[\w.+-]{0,30}")
_KINDS = {
    Kind.DATE: "Dates",
    Kind.DURATION: "Durations",
    Kind.ORDINAL: "Ordinals",
    Kind.ENUMERATOR: "Numbers of lists and headings",
    Kind.NAME: "Numbers in names",
    Kind.IDIOM: "Numbers in idioms",
}


def account_rows(coverage: Coverage) -> list[tuple[str, int]]:
    """The heads that count something, in order; they add up to the numbers of the report."""
    kinds = coverage.mentions_by_kind
    heads = [
        ("Figures reported", coverage.reported),
        ("Figures not reported", len(coverage.not_reported)),
        ("Figures masked in the source", coverage.masked),
        ("Figures that cannot be read", coverage.unreadable),
        ("Figures missing from this digest", max(0, coverage.indicators - _figures(coverage))),
        *((title, kinds.get(kind.value, 0)) for kind, title in _KINDS.items()),
    ]
    return [(title, count) for title, count in heads if count]


def _figures(coverage: Coverage) -> int:
    """The figures that stand under one of the heads of the account."""
    return coverage.reported + len(coverage.not_reported) + coverage.masked + coverage.unreadable


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _usage(digest: Digest) -> str:
    usage = digest.usage
    replies = _count(usage.from_cache, "reply was", "replies were")
    kept = f" {replies} kept from an earlier run." if usage.from_cache else ""
    cost = f"cost USD {usage.cost_usd}" if usage.cost_usd is not None else "cost unknown"
    return (
        f"The model was asked {_count(usage.requests, 'time', 'times')}: {usage.input_tokens:,} tokens in, "
        f"{usage.output_tokens:,} out, {cost}.{kept}"
    )


def remarks(digest: Digest) -> list[str]:
    """What there is to say of the account, a sentence each; text from outside stands in it as it is."""
    coverage = digest.coverage
    quoted = sum(len(section.quoted) for section in digest.sections)
    hidden = sum(section.not_shown for section in digest.sections)
    lines = [
        f"Of the figures reported, {_count(coverage.supported, 'is', 'are')} supported by the source as written, "
        f"{coverage.repaired:,} repaired and {coverage.flagged:,} flagged."
    ]
    if flags := flags_of(digest):
        lines.append(f"{_count(len(flags), 'entry stands', 'entries stand')} under “Flagged figures”.")
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
        lines.append(f"Why the model did not write some sections: {'; '.join(notes)}.")
    for made in digest.engine.passes:
        if made.undone:
            # A digest may have a pass of another version of the program; its name is that one's word.
            gives = _GIVES.get(made.name, "further pass")
            lines.append(f"The model's {gives} is missing or not whole: {made.undone}.")
    if coverage.untranslated:
        lines.append(f"{_count(coverage.untranslated, 'name stands', 'names stand')} in Chinese.")
    gists = sum(row.name_en.startswith(LEFT_OUT) for row in digest.indicators)
    if gists:
        lines.append(f"{_count(gists, 'name gives', 'names give')} the gist of what is counted, behind “…”.")
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
    lines += _legibility(digest.source)
    if digest.engine.name == "model":
        lines.append(_usage(digest))
    return lines


def _legibility(source: SourceFile) -> list[str]:
    """How much of the file was read off pictures, or could not be read."""
    lines = []
    if source.recognised:
        lines.append(f"Recognised from pictures: {_pages(source.recognised)} of {source.pages:,}.")
    if source.unread:
        lines.append(f"Not read, pictures without text: {_pages(source.unread)} of {source.pages:,}.")
    if source.lost:
        lines.append(f"{_count(source.lost, 'character was', 'characters were')} damaged.")
    return lines


def _pages(numbers: Sequence[int]) -> str:
    """`page 3`, `pages 1–4, 7`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    listed = ", ".join(f"{first}–{last}" if first < last else f"{first}" for first, last in runs)
    return f"{'page' if len(numbers) == 1 else 'pages'} {listed}"


def _unreported(digest: Digest) -> list[str]:
    """The figures that nothing reports, a line for each section that has some."""
    by_section: dict[int, list[str]] = {}
    for figure in digest.coverage.unreported:
        by_section.setdefault(figure.section, []).append(
            f"{figure.text} (characters {figure.start}–{figure.end})"
        )
    return [
        f"Not reported in “{section_name(digest.sections[number])}”: {'; '.join(figures)}."
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


def account_blocks(digest: Digest) -> list[Block]:
    """The section *Closing account*: every number of the report under one head, in a table that adds up."""
    coverage = digest.coverage
    rows = [(line(title), line(f"{count:,}")) for title, count in account_rows(coverage)]
    rows.append((_strong("Numbers in the report"), _strong(f"{coverage.numbers:,}")))
    return [
        Heading(2, line("Closing account")),
        Table(
            head=(line("Every number once"), line("Count")),
            rows=tuple(rows),
            right=frozenset({1}),
            widths=(5, 1),
        ),
        Bullets(tuple(Item(line(remark)) for remark in remarks(digest))),
        Paragraph(source_line(digest), aside=True),
    ]


def _strong(text: str) -> Line:
    return (Run(text, Style.STRONG),)


def source_line(digest: Digest) -> Line:
    """The file the digest was made from, and what made it."""
    version = digest.engine.version
    program = f"summarizer {version}" if _VERSION.fullmatch(version) else "summarizer"
    return line("Source file: SHA-256 ", Run(digest.source.sha256, Style.CODE), f"; written by {program}.")
