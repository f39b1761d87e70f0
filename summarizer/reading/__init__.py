"""Bytes in any encoding that Chinese reports come in → `Document`."""

from summarizer.reading.body import body_of
from summarizer.reading.document import (
    Body,
    Document,
    Form,
    Level,
    Region,
    RegionKind,
    ReportKind,
    ReportMeta,
    Source,
    Span,
)
from summarizer.reading.encoding import Limits
from summarizer.reading.reader import read

__all__ = [
    "Body",
    "Document",
    "Form",
    "Level",
    "Limits",
    "Region",
    "RegionKind",
    "ReportKind",
    "ReportMeta",
    "Source",
    "Span",
    "body_of",
    "read",
]
