"""A page as Markdown with footnotes."""

from collections.abc import Iterable, Sequence
from typing import assert_never

from summarizer.render.escape import flat, inline
from summarizer.render.page import (
    Block,
    Bullets,
    Chart,
    Chinese,
    Facts,
    Flag,
    Heading,
    Inline,
    Item,
    NoteMark,
    Notice,
    Page,
    Paragraph,
    Quotation,
    Run,
    Style,
    Table,
)

__all__ = ["markdown"]

_DEEPEST = 6
_AROUND = {Style.PLAIN: "", Style.STRONG: "**", Style.EMPHASIS: "*", Style.CODE: "`"}


def markdown(page: Page) -> str:
    """The page as Markdown (CommonMark with tables and footnotes), ending in a line feed."""
    blocks = [text for block in page.blocks for text in _block(block)]
    notes = "\n".join(f"[^{note.number}]: {_line(note.text)}" for note in page.notes)
    return "\n\n".join([*blocks, *([notes] if notes else [])]) + "\n"


def _block(block: Block) -> list[str]:
    match block:
        case Heading(level, text, under):
            return [f"{'#' * min(level, _DEEPEST)} {_line(text)}", *([f"*{_line(under)}*"] if under else [])]
        case Paragraph(text, aside):
            return [f"*{_line(text)}*" if aside else _line(text)]
        case Notice(lead, text):
            return [f"> **{inline(lead)}**{' ' if text else ''}{_line(text)}"]
        case Bullets(items, ordered):
            marks = [f"{n}. " if ordered else "- " for n in range(1, len(items) + 1)]
            return ["\n".join(_item(mark, item) for mark, item in zip(marks, items, strict=True))]
        case Facts(pairs):
            return ["\n".join(f"- {inline(name)}: {_line(value)}" for name, value in pairs)]
        case Quotation(lines):
            return ["\n>\n".join(f"> {inline(text)}" for text in lines)]
        case Table():
            return [_table(block)]
        case Chart(title, bars):
            # A table has these figures already; a text has no bars.
            del title, bars
            return []
        case _:
            assert_never(block)


def _item(mark: str, item: Item) -> str:
    indent = " " * len(mark)
    return "\n".join([mark + _line(item.text), *(f"{indent}- {_line(under)}" for under in item.under)])


def _table(table: Table) -> str:
    rule = ["---:" if column in table.right else "---" for column in range(len(table.head))]
    return "\n".join(
        [_row(map(_line, table.head)), _row(rule), *(_row(map(_line, row)) for row in table.rows)]
    )


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _line(parts: Sequence[Inline]) -> str:
    return "".join(_inline(part) for part in parts)


def _inline(part: Inline) -> str:
    match part:
        case Run(text, style):
            around = _AROUND[style]
            # Nothing is escaped in code.
            bare = flat(text).replace("`", "'") if style is Style.CODE else _run(text)
            return f"{around}{bare}{around}" if bare.strip() else bare
        case Chinese(text):
            return _run(text)
        case Flag():
            return part.text
        case NoteMark(number):
            return f"[^{number}]"
        case _:
            assert_never(part)


def _run(text: str) -> str:
    """Escaped, with the blanks at its ends kept."""
    bare = flat(text)
    if not bare.strip():
        return bare
    return f"{' ' if bare[0] == ' ' else ''}{inline(bare)}{' ' if bare[-1] == ' ' else ''}"
