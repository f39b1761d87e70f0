"""Lists of Word documents: their definitions, and paragraphs that are in them."""

from word_builder import p

__all__ = ["item", "level", "levels", "listing", "start"]


def level(place: int, form: str, text: str, *more: str, start: int = 1) -> str:
    """A level of a list; `more` is what else stands in it."""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{"".join(more)}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def levels(id: int, *inside: str) -> str:
    """A definition that lists take their levels from."""
    return f'<w:abstractNum w:abstractNumId="{id}"><w:multiLevelType w:val="multilevel"/>{"".join(inside)}</w:abstractNum>'


def listing(id: int, definition: int, *inside: str) -> str:
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{definition}"/>{"".join(inside)}</w:num>'


def start(place: int, number: int) -> str:
    """Where a list starts a level anew."""
    return f'<w:lvlOverride w:ilvl="{place}"><w:startOverride w:val="{number}"/></w:lvlOverride>'


def item(id: int, place: int, text: str) -> str:
    """A paragraph at a level of a list."""
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{id}"/></w:numPr>')
