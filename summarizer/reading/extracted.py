"""What every format gives: a text, and what only the format could tell about it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from summarizer.reading.document import Layout, Region

__all__ = ["Extracted", "Recognise"]

Recognise = Callable[[bytes], str]
"""The picture of a page (PNG) → the text on it, line by line. May raise InputError."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a file, final from here on: every place in the program is a place in `text`.

    `encoding` is a Python codec name, "" where the format has none of its own to tell. `regions` are stretches that the format
    itself shows not to be the report (menus of a web page, running heads of a PDF), in order, none overlapping.
    """

    text: str
    media_type: str
    encoding: str = ""
    regions: tuple[Region, ...] = ()
    layout: Layout = field(default_factory=Layout)
