"""Digests → comparison."""

from collections.abc import Sequence

from summarizer.compare.align import aligned
from summarizer.compare.labels import compared_reports
from summarizer.compare.model import Comparison, ComparisonRow, Counts
from summarizer.compare.summary import LENGTH, summary
from summarizer.digest import Digest

__all__ = ["comparison"]


def _counts(digests: Sequence[Digest], rows: Sequence[ComparisonRow]) -> Counts:
    return Counts(
        rows=len(rows),
        shared=sum(len(row.cells) > 1 for row in rows),
        compared=sum(bool(row.compared) for row in rows),
        others=sum(cell.others for row in rows for cell in row.cells),
        without_key=sum(not indicator.key for digest in digests for indicator in digest.indicators),
    )


def comparison(digests: Sequence[Digest]) -> Comparison:
    """The reports side by side, in the order given, with a summary in English.

    Any number of digests will do, also of different kinds of reports, or the same one twice.
    """
    reports = compared_reports(digests)
    rows = aligned(digests, reports)
    sentences = summary(rows, reports)
    short = len(sentences) < LENGTH
    return Comparison(
        reports=reports,
        rows=rows,
        summary=sentences,
        note="The reports have too few comparable figures, or too few differences, to say more."
        if short
        else "",
        counts=_counts(digests, rows),
    )
