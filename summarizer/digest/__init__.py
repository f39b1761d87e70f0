"""Everything found and written about a report, as the one artefact that all output is made from."""

from summarizer.digest.account import coverage, unfitting, unreported
from summarizer.digest.assemble import Part, assemble, rows_of
from summarizer.digest.figure import figure_en, name_of, period_en
from summarizer.digest.model import (
    SCHEMA_VERSION,
    Anchors,
    Candidate,
    Coverage,
    Digest,
    DigestIndicator,
    DigestSection,
    DigestSentence,
    Engine,
    Flagged,
    Outcome,
    Pass,
    PassName,
    Quoted,
    Related,
    Repaired,
    Report,
    SourceFile,
    TokenUsage,
    Unreported,
)
from summarizer.digest.prose import checked_sentences
from summarizer.digest.repairs import Replacements
from summarizer.digest.rows import CheckedRow, check_row, check_saved_row, checked_rows
from summarizer.digest.self_check import CheckedText, checked_texts, self_checked

__all__ = [
    "SCHEMA_VERSION",
    "Anchors",
    "Candidate",
    "CheckedRow",
    "CheckedText",
    "Coverage",
    "Digest",
    "DigestIndicator",
    "DigestSection",
    "DigestSentence",
    "Engine",
    "Flagged",
    "Outcome",
    "Part",
    "Pass",
    "PassName",
    "Quoted",
    "Related",
    "Repaired",
    "Replacements",
    "Report",
    "SourceFile",
    "TokenUsage",
    "Unreported",
    "assemble",
    "check_row",
    "check_saved_row",
    "checked_rows",
    "checked_sentences",
    "checked_texts",
    "coverage",
    "figure_en",
    "name_of",
    "period_en",
    "rows_of",
    "self_checked",
    "unfitting",
    "unreported",
]
