"""`Document` → tree of `Section`s."""

from summarizer.outline.numbering import unnumbered
from summarizer.outline.section import Section, SectionClass
from summarizer.outline.tree import headings, outline

__all__ = ["Section", "SectionClass", "headings", "outline", "unnumbered"]
