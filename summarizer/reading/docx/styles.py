"""What the styles of a Word document say of the paragraphs and runs that have them."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from summarizer.reading.docx.properties import flag, number, value

__all__ = ["Style", "Styles"]

_LONGEST_CHAIN = 32  # styles based on one another; Word's own are a handful, and a circle ends here too
_CONTENTS = re.compile(r"toc\s?\d|目录\s?\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says, with what it takes over from the styles it is based on; None where none of them says anything.

    `chain` are their ids, its own first. `list_id` and `list_level` put a paragraph into a list, `hidden` text is not printed,
    `raised` text is superscript, `contents` is for the entries of a table of contents.
    """

    chain: tuple[str, ...] = ()
    list_id: int | None = None
    list_level: int | None = None
    hidden: bool | None = None
    raised: bool | None = None
    contents: bool = False


class Styles:
    """The styles of one document."""

    def __init__(self, root: Element | None = None) -> None:
        self._entries: dict[str, Element] = {}
        self._known: dict[str, Style] = {}
        self._default = Style()
        for entry in [] if root is None else root.iter("style"):
            id = entry.get("styleId", "")
            self._entries.setdefault(id, entry)
            if entry.get("type") == "paragraph" and entry.get("default", "0") in {"1", "true", "on"}:
                self._default = self._style(id)

    def paragraph(self, id: str | None) -> Style:
        """The style of a paragraph; one that is not there, or not named, is the document's default."""
        return self._default if id is None or id not in self._entries else self._style(id)

    def run(self, id: str | None) -> Style:
        """The style of a run, that of no text in particular where it has none."""
        return Style() if id is None or id not in self._entries else self._style(id)

    def list_id(self, id: str) -> int | None:
        """The list that a style for lists stands for."""
        return self._style(id).list_id if id in self._entries else None

    def _style(self, id: str) -> Style:
        found = self._known.get(id)
        if found is None:
            chain: list[str] = []
            named: str | None = id
            while named in self._entries and named not in chain and len(chain) < _LONGEST_CHAIN:
                chain.append(named)
                named = value(self._entries[named], "basedOn")
            found = self._known[id] = _merged(chain, [self._entries[member] for member in chain])
        return found


def _merged(chain: list[str], entries: list[Element]) -> Style:
    """The nearest style that says something decides."""
    lists = [number(value(entry, "pPr/numPr/numId")) for entry in entries]
    levels = [number(value(entry, "pPr/numPr/ilvl")) for entry in entries]
    return Style(
        chain=tuple(chain),
        list_id=next((id for id in lists if id is not None), None),
        list_level=next((level for level in levels if level is not None), None),
        hidden=next((on for entry in entries if (on := flag(entry.find("rPr"), "vanish")) is not None), None),
        raised=next(
            (up == "superscript" for entry in entries if (up := value(entry, "rPr/vertAlign"))), None
        ),
        contents=_CONTENTS.fullmatch(value(entries[0], "name") or "") is not None,
    )
