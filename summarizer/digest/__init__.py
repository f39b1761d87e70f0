"""Everything found and written about a report, as the one artefact that all output is made from."""

from summarizer.digest.account import coverage, unfitting, unreported
from summarizer.digest.assemble import assemble
from summarizer.digest.characters import as_read, as_written, in_plain_characters
from summarizer.digest.completeness import undone
from summarizer.digest.figure import figure_en, name_of, period_en, unit_en
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
    Quoted,
    Related,
    Repaired,
    Report,
    SourceFile,
    TokenUsage,
    Unreported,
)
from summarizer.digest.overview import with_overview
from summarizer.digest.part import Checked, Part, checked
from summarizer.digest.prose import digest_sentence, flagged_sentence
from summarizer.digest.recheck import rechecked
from summarizer.digest.repairs import Replacements
from summarizer.digest.rows import CheckedRow, check_row, check_saved_row
from summarizer.digest.self_check import CheckedText, checked_texts, self_checked
from summarizer.digest.stated import Stated

__all__ = [
    "SCHEMA_VERSION",
    "Anchors",
    "Candidate",
    "Checked",
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
    "Quoted",
    "Related",
    "Repaired",
    "Replacements",
    "Report",
    "SourceFile",
    "Stated",
    "TokenUsage",
    "Unreported",
    "as_read",
    "as_written",
    "assemble",
    "check_row",
    "check_saved_row",
    "checked",
    "checked_texts",
    "coverage",
    "digest_sentence",
    "figure_en",
    "flagged_sentence",
    "in_plain_characters",
    "name_of",
    "period_en",
    "rechecked",
    "self_checked",
    "undone",
    "unfitting",
    "unit_en",
    "unreported",
    "with_overview",
]
