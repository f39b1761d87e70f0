"""Word documents → text."""

from summarizer.reading.docx.document import extract_docx

__all__ = ["extract_docx"]
