"""Digests → comparison."""

from summarizer.compare.compare import comparison
from summarizer.compare.model import (
    Arrangement,
    Cell,
    Change,
    ComparedReport,
    Comparison,
    ComparisonRow,
    Counts,
    Coverage,
    Derivation,
    Derived,
    Figure,
    SummarySentence,
    Topic,
)
from summarizer.compare.order import value_of

__all__ = [
    "Arrangement",
    "Cell",
    "Change",
    "ComparedReport",
    "Comparison",
    "ComparisonRow",
    "Counts",
    "Coverage",
    "Derivation",
    "Derived",
    "Figure",
    "SummarySentence",
    "Topic",
    "comparison",
    "value_of",
]
