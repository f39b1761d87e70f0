"""Digests → comparison."""

from summarizer.compare.compare import comparison
from summarizer.compare.model import (
    Cell,
    ComparedReport,
    Comparison,
    ComparisonRow,
    Counts,
    SummarySentence,
)

__all__ = [
    "Cell",
    "ComparedReport",
    "Comparison",
    "ComparisonRow",
    "Counts",
    "SummarySentence",
    "comparison",
]
