"""What of a part's markup is printed: deletions and second forms left out, properties and texts told whole."""

from typing import Protocol
from xml.etree.ElementTree import Element, TreeBuilder

__all__ = ["Printed", "Teller"]

# What is not printed, or is another form of what is: deletions, readings of characters, properties without words.
_LEFT_OUT = frozenset(
    "del moveFrom delText delInstrText rt sectPr tblPr tblPrEx tblGrid sdtEndPr fldData ffData subDoc m:ctrlPr".split()
)
_PROPERTIES = frozenset({"pPr", "rPr", "trPr", "tcPr", "sdtPr"})
_TEXTS = frozenset({"t", "m:t", "instrText"})
_BLANKS = str.maketrans("\n\r", "  ")


class Teller(Protocol):
    """Who is told what is printed, in order."""

    def start(self, name: str, attributes: dict[str, str]) -> None: ...

    def end(self, name: str) -> None: ...

    def properties(self, name: str, found: Element) -> None:
        """The properties of what was started last, whole."""

    def text(self, name: str, said: str) -> None:
        """The text of an element that holds nothing else."""


class Printed:
    """Handles the markup of a part for a teller."""

    def __init__(self, teller: Teller) -> None:
        self._teller = teller
        self._left_out = 0
        self._kept: TreeBuilder | None = None
        self._kept_depth = 0
        self._said: list[str] | None = None
        self._keeps_blanks = False
        self._chosen: list[bool] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._left_out:
            self._left_out += 1
        elif self._kept is not None:
            self._kept_depth += 1
            self._kept.start(name, attributes)
        elif name in _LEFT_OUT or not self._is_chosen(name):
            self._left_out = 1
        elif name in _PROPERTIES:
            self._kept, self._kept_depth = TreeBuilder(), 1
            self._kept.start(name, attributes)
        elif name in _TEXTS:
            self._said, self._keeps_blanks = [], attributes.get("xml:space") == "preserve"
        else:
            self._teller.start(name, attributes)

    def end(self, name: str) -> None:
        if self._left_out:
            self._left_out -= 1
        elif self._kept is not None:
            self._kept.end(name)
            self._kept_depth -= 1
            if not self._kept_depth:
                found, self._kept = self._kept.close(), None
                self._teller.properties(name, found)
        elif name in _TEXTS:
            said, self._said = "".join(self._said or ()).translate(_BLANKS), None
            self._teller.text(name, said if self._keeps_blanks else said.strip(" \t"))
        else:
            if name == "mc:AlternateContent":
                self._chosen.pop()
            self._teller.end(name)

    def text(self, data: str) -> None:
        if self._said is not None and not self._left_out and self._kept is None:
            self._said.append(data)

    def _is_chosen(self, name: str) -> bool:
        """Of several forms of one thing the first is told."""
        if name == "mc:AlternateContent":
            self._chosen.append(False)
        elif name in {"mc:Choice", "mc:Fallback"} and self._chosen:
            if self._chosen[-1]:
                return False
            self._chosen[-1] = True
        return True
