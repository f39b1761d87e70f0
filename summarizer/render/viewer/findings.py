"""What is not in order, as the page shows it: flags, repairs, figures that nobody reports, arithmetic that does not come out."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from summarizer.digest import Digest, Flagged, figure_en, name_of
from summarizer.quantities import Inventory
from summarizer.render.escape import one_line
from summarizer.render.evidence import section_name
from summarizer.render.flags import flags_of, marked, marked_before
from summarizer.render.html import line_html
from summarizer.render.page import Flag, line
from summarizer.render.viewer.figure_table import Passage, passage
from summarizer.render.viewer.report_pane import missing_id
from summarizer.render.viewer.standing import Figures, figure_id

__all__ = ["Arithmetic", "FlagEntry", "Missing", "Repair", "arithmetic", "flags", "missing", "repairs"]


@dataclass(frozen=True, slots=True)
class FlagEntry:
    """What the report does not bear out, the flag before every wrong figure in it.

    `row` is the id of the row that says so, "" where none does; `rows` are those of the figures that `source` quotes.
    """

    claimed: Markup
    verdict: str
    message: str
    source: str
    repair: str
    row: str
    rows: str


@dataclass(frozen=True, slots=True)
class Repair:
    """What was written, flagged, and what stands in its place; `row` and `name` are those of a row, "" for a sentence."""

    written: Markup
    instead: str
    message: str
    row: str
    name: str


@dataclass(frozen=True, slots=True)
class Missing:
    """A figure of the report that no row is about."""

    id: str
    mark: str
    passage: Passage
    section: str


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """A figure of the report that does not follow from those beside it."""

    row: str
    name: str
    stated: str
    formula: str


def flags(digest: Digest, figures: Figures) -> list[FlagEntry]:
    """Everything flagged, as briefings list it."""
    said = {(s.row.reason, s.row.message): s.id for s in figures.rows if s.flagged}
    quoted: dict[str, list[str]] = {}
    for standing in figures.rows:
        if standing.about:
            quoted.setdefault(standing.row.quote, []).append(standing.id)
    return [_flag(flag, said.get((flag.reason, flag.message), ""), quoted) for flag in flags_of(digest)]


def _flag(flag: Flagged, row: str, quoted: Mapping[str, Sequence[str]]) -> FlagEntry:
    rows = [row] if row else [id for quote in flag.source.split("；") for id in quoted.get(quote, ())]
    return FlagEntry(
        claimed=line_html(marked(flag)),
        verdict=flag.verdict.value,
        message=one_line(flag.message),
        source=one_line(flag.source),
        repair=one_line(flag.repair),
        row=row,
        rows=" ".join(dict.fromkeys(rows)),
    )


def repairs(digest: Digest, figures: Figures) -> list[Repair]:
    """The rows and sentences that were put right."""
    found = []
    for standing in figures.rows:
        if standing.row.before and not standing.flagged:
            found.append(
                Repair(
                    written=line_html(marked_before(standing.row.before)),
                    instead=one_line(figure_en(standing.row)),
                    message="",
                    row=standing.id,
                    name=one_line(name_of(standing.row)),
                )
            )
    for repaired in digest.repaired:
        found.append(
            Repair(
                written=line_html(line(Flag(repaired.reason.value), repaired.text)),
                instead=one_line(repaired.instead),
                message=one_line(repaired.message),
                row="",
                name="",
            )
        )
    return found


def missing(digest: Digest, inventory: Inventory, figures: Figures) -> list[Missing]:
    """The figures of the report that no row is about, in its order."""
    starts = [node.span.start for node in inventory.outline.walk()]
    found = []
    for figure in figures.missing:
        at = max(bisect_right(starts, figure.span.start) - 1, 0)
        section = section_name(digest.sections[at]) if at < len(digest.sections) else ""
        found.append(
            Missing(missing_id(figure), figure_id(figure), passage(figure, inventory), one_line(section))
        )
    return found


def arithmetic(digest: Digest, figures: Figures) -> list[Arithmetic]:
    """The figures of the report that disagree with those beside them."""
    found = []
    for relation in digest.relations:
        standing = figures.by_id.get(relation.stated)
        if relation.holds or standing is None:
            continue
        found.append(
            Arithmetic(
                row=standing.id,
                name=one_line(name_of(standing.row)),
                stated=one_line(standing.row.text),
                formula=one_line(relation.formula),
            )
        )
    return found
