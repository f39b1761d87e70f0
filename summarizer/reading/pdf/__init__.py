"""A PDF → its text in reading order."""

from summarizer.reading.pdf.extraction import extract_pdf

__all__ = ["extract_pdf"]
