"""Lines of a page as runs, and its notes as footnotes."""

from collections.abc import Sequence
from typing import assert_never

from summarizer.render.docx.element import Element, element, field, paragraph, run
from summarizer.render.page import Chinese, Flag, Inline, Line, Note, NoteMark, Run, Style

__all__ = ["Lines"]

_STYLES = {Style.PLAIN: "", Style.STRONG: "Strong", Style.EMPHASIS: "Emphasis", Style.CODE: "Code"}
_REFERENCE = "FootnoteReference"
# Word's own two: the rule above the notes, and above those that go on from the page before.
_SEPARATORS = (("-1", "separator"), ("0", "continuationSeparator"))


class Lines:
    """The lines of one page; it knows which of the notes have been marked already."""

    def __init__(self, notes: Sequence[Note]) -> None:
        self._notes = {note.number: note for note in notes}
        self._marked: list[int] = []

    def runs(self, line: Line) -> list[Element]:
        """The line as runs. Raises ValueError for a mark of a note that is not there."""
        return [part for inline in line for part in self._run(inline)]

    def _run(self, inline: Inline) -> list[Element]:
        match inline:
            case Run():
                return [run(inline.text, _STYLES[inline.style])]
            case Chinese():
                # The hint gives quotation marks and dashes, which both scripts have, the Chinese form.
                return [run(inline.text, "Chinese", element("rFonts", hint="eastAsia"))]
            case Flag():
                return [run(inline.text, "Flag")]
            case NoteMark():
                return self._mark(inline.number)
            case _:
                assert_never(inline)

    def _mark(self, number: int) -> list[Element]:
        """The reference to a note: the first makes the footnote, every other refers to the first."""
        if number not in self._notes:
            raise ValueError(f"the page has no note {number}")
        place = f"_Note{number}"
        if number in self._marked:
            at = str(self._marked.index(number) + 1)
            return field(f"NOTEREF {place} \\f \\h", at, _REFERENCE)
        self._marked.append(number)
        id = str(len(self._marked))
        mark = _reference(element("footnoteReference", id=id))
        # Footnotes and headings share the numbers of bookmarks; headings take the even ones.
        bookmark = str(2 * len(self._marked) + 1)
        return [
            element("bookmarkStart", id=bookmark, name=place),
            mark,
            element("bookmarkEnd", id=bookmark),
        ]

    def footnotes(self) -> Element:
        """The notes marked so far as the root of `footnotes.xml`, in the order of their marks."""
        notes = [
            element("footnote", paragraph("Normal", element("r", element(kind))), type=kind, id=id)
            for id, kind in _SEPARATORS
        ]
        for at, number in enumerate(self._marked, start=1):
            # A note has no notes of its own.
            text = tuple(part for part in self._notes[number].text if not isinstance(part, NoteMark))
            content = [_reference(element("footnoteRef")), run(" "), *self.runs(text)]
            notes.append(element("footnote", paragraph("FootnoteText", *content), id=str(at)))
        return element("footnotes", *notes)


def _reference(mark: Element) -> Element:
    return element("r", element("rPr", element("rStyle", val=_REFERENCE)), mark)
