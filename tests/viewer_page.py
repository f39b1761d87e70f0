"""The evidence viewer's page as its readers get it: elements with their text, and what it tells outside flags, evidence and account."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

__all__ = ["Element", "page_of", "told_in_viewer"]

_VOID = {"meta", "input", "br", "link", "img"}
_READ_OUT = ("title", "aria-label", "placeholder", "label", "alt")
_APART = {"report", "flagged", "account"}
_INLINE = frozenset("span a b strong q p td th li dd dt h1 h3 blockquote".split())
_FLAGGED = re.compile(r"\[![A-Z_]+\] ")


@dataclass
class Element:
    """One element; `children` are elements and texts in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[Element | str]" = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def walk(self) -> "Iterator[Element]":
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def by_id(self, id: str) -> "Element":
        (found,) = [one for one in self.walk() if one.attributes.get("id") == id]
        return found

    def by_class(self, name: str) -> "list[Element]":
        return [one for one in self.walk() if name in one.classes]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open[-1].tag == tag, f"</{tag}> closes <{self._open[-1].tag}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def page_of(html: str) -> Element:
    """The page as a tree. Fails for elements that are not closed in order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert reader._open == [reader.root]
    return reader.root


def told_in_viewer(html: str) -> str:
    """What the page tells: every text and every attribute that is read out, without the report itself, flags, evidence and account."""
    return "\n".join(_told(page_of(html)))


def _told(element: Element) -> Iterator[str]:
    if element.tag in {"style", "script"} or element.attributes.get("id") in _APART:
        return
    if element.classes & {"evidence", "count", "provenance"}:
        return
    if "figure" in element.classes and _FLAGGED.match(element.text):
        return
    yield from (element.attributes[name] for name in _READ_OUT if name in element.attributes)
    inline = element.tag in _INLINE
    texts = []
    for child in element.children:
        texts += [child] if isinstance(child, str) else list(_told(child))
    yield from ["".join(texts)] if inline else texts
