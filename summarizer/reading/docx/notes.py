"""Footnotes and endnotes: numbered in the order in which the text refers to them."""

from dataclasses import dataclass, field

from summarizer.reading.docx.paragraph import Paragraph
from summarizer.reading.note_marks import note_mark

__all__ = ["Notes"]


@dataclass(slots=True)
class Notes:
    """The notes of a document by kind and id; `numbers` fills as the text refers to them."""

    found: dict[tuple[str, str], list[Paragraph]] = field(default_factory=dict)
    numbers: dict[tuple[str, str], int] = field(default_factory=dict)

    def mark(self, kind: str, id: str) -> str:
        """The mark of a note, 【1】; "" for one that is not there or says nothing."""
        note = self.found.get((kind, id))
        if note is None or not any(paragraph.text.strip() for paragraph in note):
            return ""
        return note_mark(self.numbers.setdefault((kind, id), len(self.numbers) + 1))

    def lines(self) -> list[Paragraph]:
        """Each note that is referred to, with its mark: the paragraphs of one note on one line."""
        lines = []
        for key, number in self.numbers.items():
            said = [p.text.strip().replace("\n", " ") for p in self.found[key] if p.text.strip()]
            lines += [
                Paragraph(note_mark(number) + said[0]),
                *(Paragraph(more, lead=" ") for more in said[1:]),
            ]
        return lines
