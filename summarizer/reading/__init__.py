"""Bytes in any encoding that Chinese reports come in → `Document`."""

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

__all__ = [
    "Body",
    "Document",
    "Form",
    "Level",
    "Region",
    "RegionKind",
    "ReportKind",
    "ReportMeta",
    "Source",
    "Span",
]
