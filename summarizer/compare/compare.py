"""Digests → comparison."""

from collections.abc import Sequence
from operator import is_

from summarizer.compare.align import aligned
from summarizer.compare.changes import with_changes
from summarizer.compare.charts import charts
from summarizer.compare.coverage import coverage
from summarizer.compare.labels import compared_reports
from summarizer.compare.model import Cell, Change, Comparison, ComparisonRow, Counts, Figure
from summarizer.compare.order import ranks
from summarizer.compare.setting import arrangement, warnings
from summarizer.compare.summary import ENOUGH, summary
from summarizer.digest import Digest, in_plain_characters

__all__ = ["comparison"]

_SHORT = "The reports have too few comparable figures, or too few differences, to say more."


def _counts(digests: Sequence[Digest], rows: Sequence[ComparisonRow]) -> Counts:
    return Counts(
        rows=len(rows),
        shared=sum(len(row.cells) > 1 for row in rows),
        compared=sum(bool(row.compared) for row in rows),
        others=sum(cell.others for row in rows for cell in row.cells),
        without_key=sum(not indicator.key for digest in digests for indicator in digest.indicators),
    )


def _with_ranks(row: ComparisonRow) -> ComparisonRow:
    rank = ranks(row.compared)
    cells = [cell.model_copy(update={"rank": rank.get(cell.cite)}) for cell in row.cells]
    return row.model_copy(update={"cells": cells})


def comparison(digests: Sequence[Digest]) -> Comparison:
    """The reports side by side, with a summary in English and what to beware of.

    Any number of digests will do, also of different kinds of reports, or the same one twice. Reports in traditional characters are
    compared in simplified ones, and quoted as they are.
    """
    read = [in_plain_characters(digest) for digest in digests]
    compared = _compared(read)
    return compared if all(map(is_, read, digests)) else _quoted(compared, digests)


def _quoted(compared: Comparison, digests: Sequence[Digest]) -> Comparison:
    """The comparison with titles and quotations in the characters of each report."""
    own = {
        f"{report.id}:{row.id}": row.quote
        for report, digest in zip(compared.reports, digests, strict=True)
        for row in digest.indicators
    }

    def figure(of: Figure) -> Figure:
        return of.model_copy(update={"quote": own.get(of.cite, of.quote)})

    def cell(of: Cell) -> Cell:
        also = [figure(other) for other in of.also]
        return of.model_copy(update={"quote": own.get(of.cite, of.quote), "also": also})

    def change(of: Change) -> Change:
        return of.model_copy(update={"stated": figure(of.stated) if of.stated else None})

    rows = [
        row.model_copy(
            update={"cells": list(map(cell, row.cells)), "changes": list(map(change, row.changes))}
        )
        for row in compared.rows
    ]
    titles = zip(compared.reports, digests, strict=True)
    reports = [r.model_copy(update={"title_zh": digest.report.title_zh}) for r, digest in titles]
    return compared.model_copy(update={"rows": rows, "reports": reports})


def _compared(digests: Sequence[Digest]) -> Comparison:
    reports = compared_reports(digests)
    how = arrangement(reports)
    compared = Comparison(
        arrangement=how,
        warnings=warnings(digests, reports, how),
        reports=reports,
        rows=aligned(digests, reports),
        coverage=[],
        charts=[],
        summary=[],
        note="",
        counts=_counts(digests, ()),
    )
    rows = compared.rows
    if how == "ranking":
        rows = [_with_ranks(row) for row in rows]
    if how == "trend":
        by_id = {report.id: digest for report, digest in zip(reports, digests, strict=True)}
        rows = with_changes(rows, compared.ordered, by_id)
    compared = compared.model_copy(update={"rows": rows})
    sentences = summary(compared)
    return compared.model_copy(
        update={
            "coverage": coverage(rows, reports),
            "charts": charts(rows, reports=len(reports)),
            "summary": sentences,
            "note": _SHORT if len(sentences) < ENOUGH else "",
            "counts": _counts(digests, rows),
        }
    )
