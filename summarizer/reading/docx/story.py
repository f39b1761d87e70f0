"""The text of a Word document as it is printed, paragraph by paragraph."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from summarizer.reading.docx.fields import Fields
from summarizer.reading.docx.numbering import Numbering
from summarizer.reading.docx.paragraph import Cell, Paragraph, in_lines
from summarizer.reading.docx.properties import flag, value
from summarizer.reading.docx.styles import Style, Styles
from summarizer.reading.docx.symbols import raised, symbol

__all__ = ["Story"]

_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
# Parts of a formula that stand above, below or beside others on paper: without a sign their figures would run together.
_FORMULA_SIGNS = {"m:den": "/", "m:sup": "^", "m:sub": "_"}
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_PLACES = frozenset({"tc", "txbxContent", "footnote", "endnote"})
_CONTENTS = "TOC"
_CONTENTS_GALLERY = "Table of Contents"


@dataclass(slots=True)
class _Open:
    """A paragraph that is being read. `contents`: how much of it stands in a table of contents, -1 for nothing."""

    style: Style
    own: Element | None = None
    parts: list[str] = field(default_factory=list)
    length: int = 0
    last: str = ""
    is_blank: bool = True
    is_parted: bool = False
    marks: list[tuple[int, int]] = field(default_factory=list)
    boxes: list[Paragraph] = field(default_factory=list)
    contents: int = -1

    def say(self, text: str) -> None:
        if self.is_parted and not self.is_blank:
            text = f"\n{text}"
        self.is_parted = False
        self.parts.append(text)
        self.length += len(text)
        self.last = text[-1:] or self.last
        self.is_blank = self.is_blank and not text.strip()

    def say_mark(self, mark: str) -> None:
        self.say(mark)
        self.marks.append((self.length - len(mark), self.length))

    def runs_on(self) -> bool:
        """Whether it goes on in the next paragraph: its end was deleted or is hidden, or it is the large first letter of that one."""
        frame = None if self.own is None else self.own.find("framePr")
        if frame is not None and frame.get("dropCap", "none") != "none":
            return True
        end = None if self.own is None else self.own.find("rPr")
        if end is not None and (end.find("del") is not None or end.find("moveFrom") is not None):
            return True
        hidden = flag(end, "vanish")
        return bool(self.style.hidden if hidden is None else hidden)


@dataclass(slots=True)
class _Place:
    """What holds paragraphs of its own: the body, a cell, a text box, a note. `joined` goes on in its next paragraph."""

    attributes: dict[str, str] = field(default_factory=dict)
    paragraphs: list[Paragraph] = field(default_factory=list)
    fields: Fields = field(default_factory=Fields)
    joined: _Open | None = None
    rows: int = 0
    is_left_out: bool = False
    is_merged: bool = False


@dataclass(slots=True)
class _Row:
    cells: list[Cell] = field(default_factory=list)
    is_left_out: bool = False


@dataclass(slots=True)
class _Run:
    is_hidden: bool
    is_raised: bool = False


@dataclass(slots=True)
class _Control:
    """A content control: where it begins, and whether it is a table of contents."""

    first: int
    is_contents: bool = False


class Story:
    """Is told what is printed of a part, and keeps it as `paragraphs`, or, where it is a part with notes, as `notes` by kind and id.

    The numbers that Word counts are written before their paragraphs, hidden text is left out. `mark_of` gives the mark of a note
    that is referred to, by kind and id, "" for none. `root` is the part's outermost element; `has_foreign` says that text is kept
    beside it in another format.
    """

    def __init__(
        self, styles: Styles, numbering: Numbering, mark_of: Callable[[str, str], str] = lambda kind, id: ""
    ) -> None:
        self._styles, self._numbering, self._mark_of = styles, numbering, mark_of
        self.root = ""
        self.has_foreign = False
        self.notes: dict[tuple[str, str], list[Paragraph]] = {}
        self._places = [_Place()]
        self.paragraphs = self._places[0].paragraphs
        self._open: list[_Open] = []
        self._runs: list[_Run] = []
        self._rows: list[_Row] = []
        self._controls: list[_Control] = []

    # ---- what is told

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.root = self.root or name
        if name in _PLACES:
            self._places.append(_Place(attributes))
        elif name in _SIGNS or name in _FORMULA_SIGNS:
            self._say(_SIGNS.get(name) or _FORMULA_SIGNS[name])
        elif name in _NOTES:
            self._refer(_NOTES[name], attributes)
        match name:
            case "p":
                self._start_paragraph()
            case "r" | "m:r":
                hidden = bool(self._open and self._open[-1].style.hidden)
                self._runs.append(_Run(hidden))
            case "br":
                self._break(attributes.get("type", "textWrapping"))
            case "sym":
                self._say(symbol(attributes.get("font", ""), attributes.get("char", "")))
            case "fldChar":
                self._field(attributes.get("fldCharType", ""))
            case "fldSimple":
                self._field("begin")
                self._places[-1].fields.instruct(attributes.get("instr", ""))
                self._field("separate")
            case "tr":
                self._rows.append(_Row())
            case "sdt":
                self._controls.append(_Control(len(self._places[-1].paragraphs)))
            case "altChunk":
                self.has_foreign = True

    def end(self, name: str) -> None:
        match name:
            case "p":
                self._end_paragraph()
            case "r" | "m:r":
                self._runs.pop()
            case "fldSimple":
                self._field("end")
            case "body":
                self._closed(self._places[-1])
            case "tc":
                self._end_cell(self._places.pop())
            case "tr":
                self._end_row(self._rows.pop())
            case "txbxContent":
                self._end_box(self._places.pop())
            case "footnote" | "endnote":
                self._end_note(name, self._places.pop())
            case "sdt":
                control = self._controls.pop()
                if control.is_contents:
                    self._mark_contents(control.first)

    def text(self, name: str, said: str) -> None:
        if name == "instrText":
            self._places[-1].fields.instruct(said)
        else:
            self._say(said)

    def properties(self, name: str, found: Element) -> None:
        match name:
            case "pPr" if self._open:
                self._open[-1].own = found
                self._open[-1].style = self._styles.paragraph(value(found, "pStyle"))
            case "rPr" if self._runs:
                self._describe_run(found)
            case "trPr" if self._rows:
                self._rows[-1].is_left_out = found.find("del") is not None or bool(flag(found, "hidden"))
            case "tcPr":
                merge = found.find("vMerge")
                self._places[-1].is_merged = merge is not None and merge.get("val") != "restart"
                self._places[-1].is_left_out = found.find("cellDel") is not None
            case "sdtPr" if self._controls:
                gallery = value(found, "docPartObj/docPartGallery")
                self._controls[-1].is_contents = gallery == _CONTENTS_GALLERY

    # ---- paragraphs

    def _start_paragraph(self) -> None:
        place = self._places[-1]
        opened, place.joined = place.joined or _Open(Style()), None
        opened.own, opened.style = None, self._styles.paragraph(None)
        self._open.append(opened)

    def _end_paragraph(self) -> None:
        opened, place = self._open.pop(), self._places[-1]
        place.fields.end_paragraph()
        if opened.runs_on():
            place.joined = opened
            return
        label = self._numbering.label(opened.own, opened.style)
        place.paragraphs += _finished(opened, label)

    def _closed(self, place: _Place) -> list[Paragraph]:
        """The paragraphs of a place that is at its end."""
        if place.joined is not None and (place.joined.boxes or not place.joined.is_blank):
            place.paragraphs += _finished(place.joined, "")
        place.joined = None
        return place.paragraphs

    # ---- what stands in a paragraph

    def _describe_run(self, found: Element) -> None:
        run = self._runs[-1]
        style = self._styles.run(value(found, "rStyle"))
        hidden = flag(found, "vanish")
        hidden = style.hidden if hidden is None else hidden
        run.is_hidden = run.is_hidden if hidden is None else hidden
        place = value(found, "vertAlign")
        run.is_raised = bool(style.raised) if place is None else place == "superscript"

    def _is_printed(self) -> bool:
        hidden = bool(self._runs) and self._runs[-1].is_hidden
        return bool(self._open) and not hidden and not self._places[-1].fields.are_silent

    def _say(self, text: str) -> None:
        if text and self._is_printed():
            opened = self._open[-1]
            up = bool(self._runs) and self._runs[-1].is_raised
            opened.say(raised(text, opened.last) if up else text)

    def _break(self, kind: str) -> None:
        if kind == "textWrapping":
            self._say("\n")
        elif self._is_printed():
            # A new page or column parts what stands before and after it, and is no line of its own.
            self._open[-1].is_parted = True

    def _refer(self, kind: str, attributes: dict[str, str]) -> None:
        if self._is_printed() and (mark := self._mark_of(kind, attributes.get("id", ""))):
            self._open[-1].say_mark(mark)
        if attributes.get("customMarkFollows", "0") not in {"0", "false", "off"} and self._runs:
            self._runs[-1].is_hidden = True

    # ---- fields, contents

    def _field(self, kind: str) -> None:
        place = self._places[-1]
        match kind:
            case "begin":
                alone = not self._open or self._open[-1].is_blank
                place.fields.begin(paragraph=len(place.paragraphs), alone=alone)
            case "separate":
                place.fields.separate()
            case "end":
                ended = place.fields.end()
                if ended is not None and ended.drawn:
                    self._say(ended.drawn)
                if ended is not None and ended.kind == _CONTENTS and not place.fields.are_open:
                    self._mark_contents(ended.paragraph + (not ended.alone))
                    if self._open and (ended.alone or len(place.paragraphs) > ended.paragraph):
                        self._open[-1].contents = self._open[-1].length

    def _mark_contents(self, first: int) -> None:
        """The paragraphs from number `first` on are a table of contents."""
        paragraphs = self._places[-1].paragraphs
        paragraphs[first:] = [replace(entry, contents=True) for entry in paragraphs[first:]]

    # ---- tables, boxes, notes

    def _end_cell(self, cell: _Place) -> None:
        found = self._closed(cell)
        if cell.is_left_out:
            return
        if self._rows:
            self._rows[-1].cells.append(Cell([Paragraph("")]) if cell.is_merged else Cell(found, cell.rows))
        else:
            self._places[-1].paragraphs += found

    def _end_row(self, row: _Row) -> None:
        if not row.is_left_out:
            self._places[-1].paragraphs += in_lines(row.cells)
            self._places[-1].rows += 1

    def _end_box(self, box: _Place) -> None:
        """What stands in a box is read after the paragraph that holds it."""
        (self._open[-1].boxes if self._open else self._places[-1].paragraphs).extend(self._closed(box))

    def _end_note(self, kind: str, note: _Place) -> None:
        if note.attributes.get("type", "normal") == "normal":
            self.notes[kind, note.attributes.get("id", "")] = self._closed(note)


def _finished(opened: _Open, label: str) -> list[Paragraph]:
    """The paragraph with its number, and what stands in its boxes. A number before nothing says nothing."""
    text = "".join(opened.parts)
    before = "" if opened.is_blank else label
    marks = tuple((start + len(before), end + len(before)) for start, end in opened.marks)
    contents = opened.style.contents or (opened.contents >= 0 and not text[opened.contents :].strip())
    return [Paragraph(before + text, marks, contents), *opened.boxes]
