"""The marks of notes in the text of a Word document, where they are referred to and before each of them."""

import re

from summarizer.reading.document import Document, RegionKind, Unit

__all__ = ["note_mark", "note_marks"]

_BEFORE_NOTE = re.compile(r"^【[0-9]+】", re.MULTILINE)


def note_mark(number: int) -> str:
    """The mark of a note, 【1】."""
    return f"【{number}】"


def note_marks(doc: Document) -> frozenset[int]:
    """The places of a Word document's text that only number its notes; none of any other document's."""
    marks: set[int] = set()
    if doc.layout.unit is Unit.PARAGRAPH:
        for region in doc.regions:
            if region.kind is RegionKind.ARTIFACT:
                marks.update(range(region.span.start, region.span.end))
            elif region.kind is RegionKind.GLOSSARY:
                for mark in _BEFORE_NOTE.finditer(region.span.of(doc.text)):
                    marks.update(range(region.span.start + mark.start(), region.span.start + mark.end()))
    return frozenset(marks)
