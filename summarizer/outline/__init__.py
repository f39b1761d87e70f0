"""`Document` → tree of `Section`s."""

from summarizer.outline.section import Section, SectionClass

__all__ = ["Section", "SectionClass"]
