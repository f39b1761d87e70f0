"""A page as plain text, for a mail or a terminal: a line for each paragraph, item and figure."""

from collections.abc import Sequence
from typing import assert_never

from summarizer.render.escape import flat
from summarizer.render.page import (
    Block,
    Bullets,
    Chart,
    Facts,
    Heading,
    Inline,
    NoteMark,
    Notice,
    Page,
    Paragraph,
    Quotation,
    Table,
)

__all__ = ["plain_text"]

_RULES = {1: "=", 2: "-"}


def plain_text(page: Page) -> str:
    """The page as plain text, ending in a line feed. Lines are not wrapped; a table is a list of its rows; notes stand at the end."""
    blocks = [text for block in page.blocks if (text := _block(block))]
    if page.notes:
        blocks.append("\n".join(["Notes", *(f"[{note.number}] {_line(note.text)}" for note in page.notes)]))
    return "\n\n".join(blocks) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(level, text, under):
            return _heading(level, _line(text), _line(under))
        case Paragraph(text):
            return _line(text)
        case Notice(lead, text):
            return f"! {flat(lead)}{' ' if text else ''}{_line(text)}"
        case Bullets(items, ordered):
            return "\n".join(
                "\n".join(
                    [
                        f"{f'{number}.' if ordered else '-'} {_line(item.text)}",
                        *(f"    {_line(u)}" for u in item.under),
                    ]
                )
                for number, item in enumerate(items, start=1)
            )
        case Facts(pairs):
            return "\n".join(f"{flat(name)}: {_line(value)}" for name, value in pairs)
        case Quotation(lines):
            return "\n".join(f"    {flat(text)}" for text in lines)
        case Table():
            return "\n".join((_across if block.across else _row)(block.head, row) for row in block.rows)
        case Chart():
            return ""
        case _:
            assert_never(block)


def _heading(level: int, text: str, under: str) -> str:
    lines = [text.upper() if level == 2 else text, *([under] if under else [])]
    rule = _RULES.get(level)
    return "\n".join([*lines, *([rule * min(len(text), 78)] if rule else [])])


def _across(head: Sequence[Sequence[Inline]], row: Sequence[Sequence[Inline]]) -> str:
    """`- Meetings held: A · Linjiang: 8 (2023); C · Haibei: 7 (2023)`: every cell with its heading, without those that are –."""
    name, *others = (_line(cell) for cell in row)
    said = [f"{_line(title)}: {cell}" for title, cell in zip(head[1:], others, strict=True) if cell != "–"]
    return f"- {name}: {'; '.join(said) or '–'}"


def _row(head: Sequence[Sequence[Inline]], row: Sequence[Sequence[Inline]]) -> str:
    """`- Meetings held: 8 (Period: 2023)`: the first two cells are name and figure, the others say what they are."""
    name, figure, *others = (_line(cell) for cell in row)
    said = "; ".join(f"{_line(title)}: {cell}" for title, cell in zip(head[2:], others, strict=True) if cell)
    return f"- {name}: {figure}{f' ({said})' if said else ''}"


def _line(parts: Sequence[Inline]) -> str:
    return "".join(f"[{part.number}]" if isinstance(part, NoteMark) else flat(part.text) for part in parts)
