"""The table of figures as the page shows it. Text from outside is plain and on one line here."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from summarizer.digest import Digest, DigestIndicator, name_of, period_en
from summarizer.quantities import Aspect, Indicator, Inventory
from summarizer.reading import Layout, Span, Unit
from summarizer.render.escape import one_line
from summarizer.render.evidence import section_name
from summarizer.render.flags import figure_cell, marked_before
from summarizer.render.html import line_html
from summarizer.render.tables import CATEGORIES
from summarizer.render.viewer.standing import STATUS_NAMES, Figures, Standing, figure_id

__all__ = ["Choice", "FigureRow", "Passage", "Weighed", "choices", "figure_rows", "passage"]


@dataclass(frozen=True, slots=True)
class Passage:
    """The report's words for a figure: before it, itself, behind it."""

    before: str
    number: str
    after: str


@dataclass(frozen=True, slots=True)
class Weighed:
    """A figure of the report that was weighed for a row; `mark` is what the page calls it there."""

    mark: str
    text: str
    name_zh: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure, with its flag where the report does not bear it out; `written` is what was put right, flagged.

    `passage`, `mark` and `name_zh` are the report's own; None and "" where no figure stands at the place that the digest gives.
    `path` numbers the row's section and all above it.
    """

    id: str
    mark: str
    figure: Markup
    name: str
    name_is_chinese: bool
    unchecked: bool
    name_zh: str
    period: str
    status: str
    status_name: str
    flagged: bool
    category: str
    category_name: str
    section_name: str
    path: str
    passage: Passage | None
    message: str
    weighed: Sequence[Weighed]
    written: Markup
    repair: str
    by_model: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter, how it reads and how many rows have it."""

    value: str
    name: str
    count: int
    depth: int = 0


def figure_rows(digest: Digest, inventory: Inventory, figures: Figures) -> list[FigureRow]:
    """The rows of the table, in order of the digest."""
    paths = _paths(digest)
    places = {(i.span.start, i.span.end): i for i in inventory.indicators}
    return [_row(standing, digest, inventory, paths, places) for standing in figures.rows]


def choices(digest: Digest, rows: Sequence[FigureRow]) -> dict[str, list[Choice]]:
    """The values that rows can be filtered by, `status`, `category` and `section`; those that some row has."""
    statuses = Counter(row.status for row in rows)
    categories = Counter(row.category for row in rows)
    sections = Counter(number for row in rows for number in row.path.split())
    return {
        "status": [Choice(s.value, name, n) for s, name in STATUS_NAMES.items() if (n := statuses[s.value])],
        "category": [
            Choice(c.value, name, n) for c, name in CATEGORIES.items() if (n := categories[c.value])
        ],
        "section": [
            Choice(str(number), one_line(section_name(section)), n, max(section.level - 1, 0))
            for number, section in enumerate(digest.sections)
            if section.level and (n := sections[str(number)])
        ],
    }


def passage(figure: Indicator, inventory: Inventory) -> Passage:
    """The report's words for a figure, without page furniture."""
    quote, span = figure.quote, figure.span

    def shown(start: int, end: int) -> str:
        return inventory.doc.body.shown(Span(start, end)) if start < end else ""

    # Apart, so that a blank beside the number goes with the rest of the line breaks.
    return Passage(
        one_line(shown(quote.start, span.start)),
        one_line(shown(span.start, span.end)),
        one_line(shown(span.end, quote.end)),
    )


def _paths(digest: Digest) -> list[str]:
    found: list[str] = []
    path: list[int] = []
    for number, section in enumerate(digest.sections):
        while path and digest.sections[path[-1]].level >= section.level:
            path.pop()
        path.append(number)
        found.append(" ".join(map(str, path)))
    return found


def _row(
    standing: Standing,
    digest: Digest,
    inventory: Inventory,
    paths: Sequence[str],
    places: Mapping[tuple[int, int], Indicator],
) -> FigureRow:
    row, about = standing.row, standing.about
    flagged = standing.flagged
    written = marked_before(row.before) if row.before and not flagged else ()
    weighed = [places[at] for c in row.candidates if (at := (c.start, c.end)) in places] if flagged else []
    return FigureRow(
        id=standing.id,
        mark=figure_id(about) if about else "",
        figure=line_html(figure_cell(row)),
        name=one_line(name_of(row)),
        name_is_chinese=not row.name_en,
        unchecked=bool(row.name_en) and not row.name_checked,
        name_zh=one_line(about.name_zh) if about else "",
        period=_when(row),
        status=standing.status.value,
        status_name=STATUS_NAMES[standing.status],
        flagged=flagged,
        category=row.category.value,
        category_name=CATEGORIES[row.category],
        section_name=_where(row, digest, inventory.doc.layout),
        path=paths[row.section],
        passage=passage(about, inventory) if about else None,
        message=one_line(row.message) if flagged else "",
        weighed=[_weighed(figure, inventory) for figure in weighed],
        written=line_html(written),
        repair=one_line(row.repair) if flagged else "",
        by_model=row.origin == "model",
    )


def _when(row: DigestIndicator) -> str:
    period = one_line(period_en(row.period))
    if row.aspect is Aspect.REPORTED:
        return period
    return f"{period} (plan)" if period else "plan"


def _where(row: DigestIndicator, digest: Digest, layout: Layout) -> str:
    parts = [one_line(section_name(digest.sections[row.section]))]
    if layout.unit is Unit.PAGE:
        parts.append(f"page {layout.number(row.start)}")
    if layout.is_recognised(row.start):
        parts.append("recognised from a picture")
    return " · ".join(parts)


def _weighed(figure: Indicator, inventory: Inventory) -> Weighed:
    return Weighed(
        figure_id(figure), one_line(inventory.doc.body.shown(figure.span)), one_line(figure.name_zh)
    )
