"""What a reader gets before it has a format: headings, paragraphs, tables, charts and notes.

Texts stand here as they are, foreign ones among them: each writer (Markdown, plain text, HTML, DOCX) puts every run through
`escape.flat` and then escapes it for its format. All types are values.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

__all__ = [
    "Bar",
    "Block",
    "Bullets",
    "Chart",
    "Chinese",
    "Facts",
    "Flag",
    "Heading",
    "Inline",
    "Item",
    "Line",
    "Note",
    "NoteMark",
    "Notice",
    "Page",
    "Paragraph",
    "Quotation",
    "Run",
    "Style",
    "Table",
    "line",
    "plain",
]


class Style(StrEnum):
    """How a run of text is set."""

    PLAIN = "plain"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one style."""

    text: str
    style: Style = Style.PLAIN


@dataclass(frozen=True, slots=True)
class Chinese:
    """The source's own characters, set in the language they are in."""

    text: str


@dataclass(frozen=True, slots=True)
class Flag:
    """`[!CODE] ` before a figure that the source does not bear out; never left out."""

    code: str

    @property
    def text(self) -> str:
        return f"[!{self.code}] "


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The reference to a note of the page, by its number."""

    number: int


Inline = Run | Chinese | Flag | NoteMark
Line = tuple[Inline, ...]


def line(*parts: str | Inline) -> Line:
    """A line of inlines; strings are plain runs, empty ones are left out."""
    return tuple(Run(part) if isinstance(part, str) else part for part in parts if part != "")


def plain(parts: Sequence[Inline]) -> str:
    """The text of a line without its styles and note marks, flags included."""
    return "".join(part.text for part in parts if not isinstance(part, NoteMark))


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (the page's title) to 6; `under` is a second line, such as the heading in Chinese."""

    level: int
    text: Line
    under: Line = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; an `aside` is a remark about the text, set apart from it."""

    text: Line
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """What a reader must not overlook; `lead` is set strong."""

    lead: str
    text: Line = ()


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list with the lines under it."""

    text: Line
    under: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, with numbers from 1 where it is `ordered`."""

    items: tuple[Item, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with their values."""

    pairs: tuple[tuple[str, Line], ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Sentences of the source, untranslated."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one row of headings; every row has as many cells as `head`.

    `right` are the columns set flush right, `widths` the relative widths of the columns, empty where the writer may choose. `across`:
    the columns behind the first are of one kind, side by side, so that a line of text has to name each.
    """

    head: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    right: frozenset[int] = frozenset()
    widths: tuple[int, ...] = ()
    across: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it stands for, its length as a share of the longest (0 to 1, None where there is no figure), the figure in words."""

    label: str
    share: float | None
    figure: Line


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars under one title."""

    title: str
    bars: tuple[Bar, ...]


Block = Heading | Paragraph | Notice | Bullets | Facts | Quotation | Table | Chart


@dataclass(frozen=True, slots=True)
class Note:
    """A note by its number, from 1 in the order of the first marks."""

    number: int
    text: Line


@dataclass(frozen=True, slots=True)
class Page:
    """A whole document: its title in plain text, its blocks in order and its notes."""

    title: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
