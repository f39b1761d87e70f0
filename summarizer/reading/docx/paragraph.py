"""A paragraph as it is printed, and the paragraphs of a table put into lines."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

__all__ = ["Cell", "Paragraph", "in_lines"]

_LONG = 80  # characters; a cell with several paragraphs and more text than this is set as text, not as a line of figures


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: what parts it from the one before (`\\n`, between cells `\\t`), and its text with the number Word gives it.

    `marks` are the stretches of `text` that refer to notes; `contents` is for entries of a table of contents.
    """

    text: str
    marks: tuple[tuple[int, int], ...] = ()
    contents: bool = False
    lead: str = "\n"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, with the number of rows of tables inside it."""

    paragraphs: Sequence[Paragraph]
    rows: int = 0

    @property
    def is_blank(self) -> bool:
        return all(not paragraph.text.strip() for paragraph in self.paragraphs)

    @property
    def is_text(self) -> bool:
        """Whether the cell holds text of several lines, as where a table only sets out the page."""
        said = [len(paragraph.text) for paragraph in self.paragraphs if paragraph.text.strip()]
        return self.rows > 1 or (len(said) > 1 and sum(said) > _LONG)


def in_lines(cells: Sequence[Cell]) -> list[Paragraph]:
    """A row of a table: one line with a tab between cells, or, where the row holds text rather than figures, its paragraphs as lines."""
    if len(cells) <= 1 or any(cell.is_text for cell in cells):
        return [paragraph for cell in cells if not cell.is_blank for paragraph in cell.paragraphs]
    line: list[Paragraph] = []
    for cell in cells:
        for place, paragraph in enumerate(cell.paragraphs or (Paragraph(""),)):
            lead = "\t" if place == 0 or paragraph.lead == "\t" else " "
            line.append(replace(paragraph, text=paragraph.text.replace("\n", " "), lead=lead))
    return [replace(line[0], lead="\n"), *line[1:]]
