"""Digest or comparison → what people read."""

from summarizer.render.briefing_page import briefing
from summarizer.render.comparison_page import side_by_side
from summarizer.render.comparison_sheets import comparison_sheets
from summarizer.render.csv import csv_head, csv_rows, csv_text
from summarizer.render.digest_sheets import digest_sheets, indicator_sheet
from summarizer.render.evidence import NoteStyle
from summarizer.render.front import caveats
from summarizer.render.json import comparison_json, digest_from_json, digest_json, saved_digest
from summarizer.render.markdown import markdown
from summarizer.render.options import BriefingOptions, Length
from summarizer.render.run_sheet import run_columns, run_sheet
from summarizer.render.schema import schemas
from summarizer.render.sheet import Sheet
from summarizer.render.viewer import evidence_viewer, viewer_page
from summarizer.render.xlsx import workbook

__all__ = [
    "BriefingOptions",
    "Length",
    "NoteStyle",
    "Sheet",
    "briefing",
    "caveats",
    "comparison_json",
    "comparison_sheets",
    "csv_head",
    "csv_rows",
    "csv_text",
    "digest_from_json",
    "digest_json",
    "digest_sheets",
    "evidence_viewer",
    "indicator_sheet",
    "markdown",
    "run_columns",
    "run_sheet",
    "saved_digest",
    "schemas",
    "side_by_side",
    "viewer_page",
    "workbook",
]
