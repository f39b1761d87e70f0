"""Fields of a Word document: what Word computes and writes into the text, page numbers and contents among it."""

import re
from dataclasses import dataclass, field

from summarizer.reading.docx.numerals import written

__all__ = ["Field", "Fields"]

# Computed from the page or the notes; their results are no words of the report.
_UNPRINTED = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "NOTEREF"})
_CIRCLED = re.compile(r"\s*eq\s*\\o\s*\\ac\s*\(\s*○\s*[,;]\s*([0-9]{1,2})\s*\)\s*", re.IGNORECASE)


@dataclass(slots=True)
class Field:
    """One field that is being read: what it says to compute, whether its result has begun, and where it began.

    `paragraph` is the number of paragraphs that were finished before it, `alone` whether nothing stood before it in its own.
    """

    paragraph: int
    alone: bool
    instruction: list[str] = field(default_factory=list)
    has_result: bool = False

    @property
    def kind(self) -> str:
        words = "".join(self.instruction).split(maxsplit=1)
        return words[0].upper() if words else ""

    @property
    def drawn(self) -> str:
        """What an instruction without a result draws: ⑤ for a figure in a circle, as Word makes them in Chinese; else ""."""
        circled = None if self.has_result else _CIRCLED.fullmatch("".join(self.instruction))
        return written(int(circled.group(1)), "decimalEnclosedCircle") if circled else ""


class Fields:
    """The fields that are open at a place of the text, outermost first, and those among them whose result has not begun."""

    def __init__(self) -> None:
        self._open: list[Field] = []
        self._asking: list[Field] = []
        self._unprinted = 0

    @property
    def are_open(self) -> bool:
        return bool(self._open)

    @property
    def are_silent(self) -> bool:
        """Whether what stands here is not printed: an instruction, or a result that is none of the report's words."""
        return bool(self._asking or self._unprinted)

    def begin(self, *, paragraph: int, alone: bool) -> None:
        self._open.append(Field(paragraph, alone))
        self._asking.append(self._open[-1])

    def instruct(self, text: str) -> None:
        if self._is_asking():
            self._open[-1].instruction.append(text)

    def separate(self) -> None:
        """The result of the innermost field begins."""
        if self._is_asking():
            self._asking.pop().has_result = True
            self._unprinted += self._open[-1].kind in _UNPRINTED

    def end(self) -> Field | None:
        """The innermost field ends, and is given back."""
        if not self._open:
            return None
        ended = self._open.pop()
        if not ended.has_result:
            self._asking.pop()
        elif ended.kind in _UNPRINTED:
            self._unprinted -= 1
        return ended

    def end_paragraph(self) -> None:
        """An instruction ends with its paragraph, lest one that is never ended swallows the report."""
        for asking in self._asking:
            asking.has_result = True
            asking.instruction.clear()
        self._asking.clear()

    def _is_asking(self) -> bool:
        return bool(self._open) and not self._open[-1].has_result
