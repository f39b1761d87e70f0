"""The XML of a part, read piece by piece by expat: no document type, no depth or number of elements without limit."""

from collections.abc import Iterable
from typing import Protocol
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers.expat import ExpatError, ParserCreate

from summarizer.errors import NoReportText, Undecodable

__all__ = ["Element", "Handler", "tree", "walk"]

_DEEPEST = (
    256  # elements inside one another; as libxml2 has it, and so most programs that read Word documents
)
_MOST_ELEMENTS = 3_000_000  # a part's: one and a half for each character of the longest text that is read; a report has 0.2
_MOST_KEPT = 300_000  # elements of a part that is kept as a whole

# The namespaces whose names are read, in the editions ECMA-376 calls transitional and strict, and how their names are told here.
_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/package/2006/relationships": "",
    "http://schemas.openxmlformats.org/package/2006/content-types": "",
    "http://www.w3.org/XML/1998/namespace": "xml:",
}
_FOREIGN = "other:"
_ENCODINGS = frozenset("utf-8 utf8 utf-16 utf-16le utf-16be us-ascii".split())


class Handler(Protocol):
    """Who is told the markup of a part, in order.

    Names of WordprocessingML stand alone (`p`), those of mathematics and of compatibility have a prefix (`m:t`,
    `mc:Choice`), all others are `other:…`. Attributes likewise.
    """

    def start(self, name: str, attributes: dict[str, str]) -> None: ...

    def end(self, name: str) -> None: ...

    def text(self, data: str) -> None: ...


def walk(
    chunks: Iterable[bytes], handler: Handler, *, part: str, name: str, most: int = _MOST_ELEMENTS
) -> None:
    """Tells `handler` what the bytes of `part`, a part of the file `name`, hold.

    Raises Undecodable for what is no well-formed XML, has a document type or is nested too deeply, NoReportText for more than
    `most` elements.
    """
    reader = _Reader(handler, part, name, most)
    parser = ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = handler.text
    parser.XmlDeclHandler = reader.declaration
    parser.StartDoctypeDeclHandler = reader.doctype
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except ExpatError as error:
        raise reader.damaged("is no well-formed XML") from error


def tree(chunks: Iterable[bytes], *, part: str, name: str) -> Element:
    """What the bytes of `part` hold, as a whole. Raises as `walk` does."""
    builder = TreeBuilder()
    walk(chunks, _Keeper(builder), part=part, name=name, most=_MOST_KEPT)
    return builder.close()


class _Keeper:
    def __init__(self, builder: TreeBuilder) -> None:
        self._builder = builder

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._builder.start(name, attributes)

    def end(self, name: str) -> None:
        self._builder.end(name)

    def text(self, data: str) -> None:
        """Parts that are kept say everything in attributes."""


class _Reader:
    """Between expat and a handler: short names, and the limits."""

    def __init__(self, handler: Handler, part: str, name: str, most: int) -> None:
        self._handler, self._part, self._name, self._most = handler, part, name, most
        self._short: dict[str, str] = {}
        self._depth = self._count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._count += 1
        if self._depth > _DEEPEST:
            raise self.damaged(f"has more than {_DEEPEST} elements inside one another")
        if self._count > self._most:
            raise NoReportText(
                f"{self._part!r} in this Word document has more than {self._most:,} pieces of markup",
                where=self._name,
                hint="save its text as .txt and try again",
            )
        short = self._short_name
        self._handler.start(short(name), {short(key): value for key, value in attributes.items()})

    def end(self, name: str) -> None:
        self._depth -= 1
        self._handler.end(self._short_name(name))

    def declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        if (encoding or "utf-8").lower() not in _ENCODINGS:
            raise self.damaged(f"says that its encoding is {encoding!r}, which Word documents never have")

    def doctype(self, *_: object) -> None:
        """Raised before anything of the document type is read: entities cannot be defined, let alone fetched."""
        raise self.damaged("has a document type, which Word documents never have")

    def damaged(self, why: str) -> Undecodable:
        return Undecodable(
            f"this Word document is damaged: {self._part!r} in it {why}",
            where=self._name,
            hint="open it in Word, save it anew and try again",
        )

    def _short_name(self, name: str) -> str:
        short = self._short.get(name)
        if short is None:
            namespace, _, local = name.rpartition(" ")
            short = local if not namespace else f"{_PREFIXES.get(namespace, _FOREIGN)}{local}"
            self._short[name] = short
        return short
