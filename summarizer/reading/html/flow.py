"""The elements of a page → its text, a line for each block, and the place of every element in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.reading.document import Span
from summarizer.reading.html.elements import BLOCKS
from summarizer.reading.html.tables import is_data, rows_of
from summarizer.reading.html.tree import BREAK, Node

__all__ = ["Flow", "flow_of"]

_BLANKS = re.compile(r"[ \t\n\r\f]+")  # what HTML takes for one blank
_INDENT = re.compile(r"[\xa0\u2002\u2003\u2007\u3000]+")
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff“”‘’…—·]")
_EXPONENT = re.compile(r"[+-]?[0-9]{1,3}")
_LONGEST_MARK = 8  # characters
_NOTE_MARK = re.compile(r"[\[【(（〔]?(?:注|注释)?\s*[0-9]{1,3}[\]】)）〕]?|[①-⑳㉑-㉟*＊※†‡]{1,4}")
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_POWER_OF_TEN = re.compile(r"[×xX*]\s?10$")


@dataclass(frozen=True, slots=True)
class Flow:
    """The text of a page; where its links stand, and the marks of footnotes, each in order."""

    text: str
    links: tuple[Span, ...]
    note_marks: tuple[Span, ...]


def flow_of(root: Node) -> Flow:
    """The text below `root`, and `start` and `end` of every node set to its place in it.

    Blocks stand on lines of their own; marks inside a line leave no trace, so a figure that a page sets in two spans is one. The
    cells of a row are parted by tabs, one for each column on the way. A blank of the markup is one blank, none at a line break
    of the markup between Chinese characters; blanks that a page spells out (`&nbsp;`, the ideographic space) stay.
    A raised figure is an exponent behind a Latin letter, else the mark of a footnote: neither is part of the figure before it.
    """
    writer = _Writer()
    waiting: list[_Step] = [root]
    while waiting:
        step = waiting.pop()
        if isinstance(step, str):
            writer.text(step)
        elif isinstance(step, _Leave):
            writer.leave(step.node)
        elif isinstance(step, _Enter):
            writer.enter(step.node, step.column)
            waiting += [_Leave(step.node), *reversed(step.node.children)]
        elif isinstance(step, _Row):
            writer.begin_row()
            waiting += [_EndRow(), *reversed(step.cells)]
        elif isinstance(step, _EndRow):
            writer.end_row()
        elif step is BREAK:
            writer.break_line()
        elif step.tag == "sup" and (mark := _raised(step)):
            writer.raise_mark(mark)
        elif step.tag == "table" and is_data(step):
            waiting += reversed(list(_table(step)))
        else:
            waiting.append(_Enter(step))
    return Flow("".join(writer.parts), tuple(writer.links), tuple(writer.note_marks))


@dataclass(frozen=True, slots=True)
class _Enter:
    """Begin a node; a cell of a row begins in `column`."""

    node: Node
    column: int = -1


@dataclass(frozen=True, slots=True)
class _Leave:
    node: Node


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a table with data."""

    cells: tuple[_Enter, ...]


class _EndRow:
    """The row is over."""


_Step = Node | str | _Enter | _Leave | _Row | _EndRow


def _raised(node: Node) -> str:
    """The text of a raised mark, "" where it is none: too long, or not a figure or sign."""
    if node.size > _LONGEST_MARK:
        return ""
    said: list[str] = []
    waiting: list[Node | str] = [node]
    while waiting:
        step = waiting.pop()
        if isinstance(step, str):
            said.append(step)
        else:
            waiting += reversed(step.children)
    text = "".join("".join(said).split())
    return text if _NOTE_MARK.fullmatch(text) or _EXPONENT.fullmatch(text) else ""


def _table(table: Node) -> Iterator[_Step]:
    """A table with data: what stands beside its rows, then a line for each row."""
    rows = iter(rows_of(table))
    for child in table.children:
        if isinstance(child, str) or child.tag != "tr":
            yield child
            continue
        yield _Row(tuple(_Enter(cell, column) for column, cell in next(rows)))


class _Writer:
    """Puts the text together, line by line."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.links: list[Span] = []
        self.note_marks: list[Span] = []
        self._length = 0
        self._tail = ""  # the last characters of the line
        self._fresh = True  # nothing is on the line yet
        self._indent: list[str] = []
        self._gap = ""
        self._tabs = 0
        self._columns = -1  # of the row at hand: tabs put so far, -1 outside rows
        self._unstarted: list[Node] = []
        self._literal = 0  # depth of `pre`

    def enter(self, node: Node, column: int = -1) -> None:
        """Begin a node; a cell of a row, which is one line, in its column."""
        if column >= 0:
            self._tabs = column - self._columns
            self._columns = column
            self._gap = ""
        elif node.tag in BLOCKS:
            self.break_line()
        self._literal += node.tag == "pre"
        self._unstarted.append(node)

    def leave(self, node: Node) -> None:
        self._literal -= node.tag == "pre"
        if self._unstarted and self._unstarted[-1] is node:
            self._unstarted.pop()
        elif node.start >= 0:
            node.end = self._length
            if node.tag == "a":
                self.links.append(Span(node.start, node.end))
        if node.tag in BLOCKS:
            self.break_line()

    def begin_row(self) -> None:
        self.break_line()
        self._columns = 0

    def end_row(self) -> None:
        self._columns = -1
        self.break_line()

    def break_line(self) -> None:
        """End the line; inside the cell of a row, which is one line, a blank."""
        if self._columns >= 0:
            self._gap += " "
        else:
            self._fresh, self._gap, self._tabs = True, "", 0
            self._indent.clear()

    def text(self, text: str) -> None:
        if self._literal:
            for number, line in enumerate(text.replace("\r\n", "\n").split("\n")):
                if number:
                    self.break_line()
                self._run(line)
        else:
            self._run(text)

    def raise_mark(self, mark: str) -> None:
        """An exponent behind a Latin letter or ten, else the mark of a footnote, that stays off the figure before it."""
        figure = _EXPONENT.fullmatch(mark)
        raised = mark.translate(_RAISED) if figure else mark
        exponent = figure and (
            (self._tail[-1:].isascii() and self._tail[-1:].isalpha()) or _POWER_OF_TEN.search(self._tail)
        )
        self._word(raised)
        if not exponent:
            self.note_marks.append(Span(self._length - len(raised), self._length))

    def _run(self, text: str) -> None:
        position = 0
        for blank in _BLANKS.finditer(text):
            if blank.start() > position:
                self._word(text[position : blank.start()])
            self._gap += "\n" if "\n" in blank.group() else " "
            position = blank.end()
        if position < len(text):
            self._word(text[position:])

    def _word(self, word: str) -> None:
        if self._fresh:
            word = self._open_line(word)
            if not word:
                return
        elif self._tabs:
            self._put("\t" * self._tabs)
        elif self._gap and not ("\n" in self._gap and _WIDE.match(self._tail[-1:]) and _WIDE.match(word)):
            self._put(" ")
        self._gap, self._tabs = "", 0
        for node in self._unstarted:
            node.start = self._length
        self._unstarted.clear()
        self._put(word)

    def _open_line(self, word: str) -> str:
        """Begin a line if there is more in `word` than indent; what there is of it besides."""
        indent = _INDENT.match(word)
        if indent:
            self._indent.append((" " if self._indent and self._gap else "") + indent.group())
            word = word[indent.end() :]
            self._gap = ""
        if word:
            if self._length:
                self._put("\n")
            self._tail = ""
            self._put("\t" * self._tabs + "".join(self._indent))
            self._fresh = False
            self._indent.clear()
        return word

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self._length += len(text)
        self._tail = (self._tail + text[-4:])[-4:]
