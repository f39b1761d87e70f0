"""Bytes in any format and encoding that Chinese reports come in → `Document`."""

from summarizer.reading.body import body_of
from summarizer.reading.document import (
    LOST,
    Body,
    Document,
    Form,
    Layout,
    Level,
    Missing,
    Region,
    RegionKind,
    ReportKind,
    ReportMeta,
    Source,
    Span,
    Unit,
)
from summarizer.reading.extracted import Extracted, Recognise
from summarizer.reading.formats import ENDINGS, MediaType, extract, is_read_apart, media_type_of
from summarizer.reading.limits import Limits
from summarizer.reading.note_marks import note_marks
from summarizer.reading.reader import document_from, read

__all__ = [
    "ENDINGS",
    "LOST",
    "Body",
    "Document",
    "Extracted",
    "Form",
    "Layout",
    "Level",
    "Limits",
    "MediaType",
    "Missing",
    "Recognise",
    "Region",
    "RegionKind",
    "ReportKind",
    "ReportMeta",
    "Source",
    "Span",
    "Unit",
    "body_of",
    "document_from",
    "extract",
    "is_read_apart",
    "media_type_of",
    "note_marks",
    "read",
]
