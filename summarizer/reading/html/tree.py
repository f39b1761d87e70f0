"""Markup → the elements of a page that matter to a reader, in step with its length whatever it holds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from summarizer.reading.html.elements import BLOCKS, UNSEEN, names_of
from summarizer.reading.limits import Limits
from summarizer.reading.unseen import is_hidden

__all__ = ["BREAK", "Node", "Tree", "tree_of"]

_DEEPEST = 200  # blocks inside each other; what is nested deeper is text of the block there
_MOST_SPAN = 20  # columns or rows of a cell
# How links to footnotes begin, as Word and wikis write them.
_NOTES = ("#_ftn", "#_edn", "#fn", "#cite_note", "#note", "#ref")


@dataclass(slots=True, eq=False)
class Node:
    """A block, a link, a raised mark or a line break. `size` counts the characters in it that are no blanks.

    `start` and `end` are places in the text of the page, both -1 where the node has none.
    """

    tag: str
    names: str = ""
    children: list["Node | str"] = field(default_factory=list)
    size: int = 0
    holds_table: bool = False
    columns: int = 1
    rows: int = 1
    start: int = -1
    end: int = -1

    def walk(self) -> Iterator["Node"]:
        """This node and all below it that have text, in order of the text."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            if node.start >= 0:
                yield node
            waiting += [child for child in reversed(node.children) if isinstance(child, Node)]


BREAK = Node("br")
_EMPTY_CELL = Node("td")


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed page: its outermost node, what it calls itself in its head, and what it is besides text."""

    root: Node
    title: str
    frames: int
    scripts: int


def tree_of(markup: str, *, name: str, limits: Limits) -> Tree:
    """The elements of a page or of a piece of one. Raises NoReportText for a text over `limits`.

    Elements that hide themselves are left out, unless one of them holds more in sentences than all that is seen: such a page shows
    its article by script (WeChat does).
    """
    built = _built(markup, name, limits, shown=-1)
    if built.largest_hidden[0] > built.root.size:
        built = _built(markup, name, limits, shown=built.largest_hidden[1])
    return Tree(built.root, built.title, built.frames, built.scripts)


def _built(markup: str, name: str, limits: Limits, *, shown: int) -> "_Builder":
    builder = _Builder(name, limits, shown)
    # The input is limited already; without `huge_tree` a long text would be cut off silently.
    parser = etree.HTMLParser(target=builder, encoding="utf-8", huge_tree=True)
    data = markup.encode("utf-8", "replace")
    if data.strip():
        etree.fromstring(data, parser)
    return builder


class _Builder:
    """Receives the events of the parser; `shown` is the number of the element that is read though it hides itself."""

    def __init__(self, name: str, limits: Limits, shown: int) -> None:
        self.root = Node("body")
        self.title = ""
        self.frames = 0
        self.scripts = 0
        self.largest_hidden = (0, -1)
        self._name, self._limits, self._shown = name, limits, shown
        self._open: list[Node] = [self.root]
        self._kept: list[bool] = []  # for each open element: whether it has a node
        self._count = 0
        self._unseen = 0  # depth below an element that is left out
        self._hidden = -1  # the number of that element, where it hides itself
        self._hidden_size = 0
        self._in_title = False
        self._headline = ""

    # ---- what the parser calls

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._count += 1
        self._note(tag, attributes)
        if self._unseen:
            self._unseen += 1
        elif tag in UNSEEN:
            self._unseen = 1
        elif is_hidden(attributes) and self._count != self._shown:
            self._unseen, self._hidden, self._hidden_size = 1, self._count, 0
        else:
            self._begin(tag, attributes)

    def end(self, tag: str) -> None:
        self._in_title = False
        if self._unseen:
            self._unseen -= 1
            if not self._unseen and self._hidden >= 0:
                self.largest_hidden = max(self.largest_hidden, (self._hidden_size, self._hidden))
                self._hidden = -1
        elif self._kept and self._kept.pop():
            self._leave(self._open.pop(), self._open[-1])

    def data(self, text: str) -> None:
        if self._in_title:
            self.title += text[:300]
        elif self._unseen:
            # Menus that open on a click are hidden too; they have no commas.
            self._hidden_size += len(text) if "，" in text or "。" in text else 0
        else:
            node = self._open[-1]
            node.children.append(text)
            node.size += sum(map(len, text.split()))

    def comment(self, text: str) -> None:
        """Comments are no text."""

    def pi(self, target: str, data: str | None = None) -> None:
        """Nor are instructions to programs."""

    def close(self) -> None:
        while len(self._open) > 1:
            self._kept.append(True)
            self.end("")
        self.title = (self._headline or self.title).strip()
        self._limits.check_chars(self.root.size, name=self._name)

    # ---- what becomes of it

    def _note(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.frames += tag in {"frame", "iframe"}
        self.scripts += tag == "script"
        self._in_title = tag == "title" and not self.title
        if tag == "meta" and attributes.get("name", "").lower() == "articletitle":
            self._headline = attributes.get("content", "")[:300]

    def _begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        block = tag in BLOCKS and tag not in {"html", "body"}
        keep = block or tag == "sup" or (tag == "a" and bool(attributes.get("href")))
        keep = keep and len(self._open) < _DEEPEST
        self._kept.append(keep)
        if not keep:
            # A block below the deepest that is kept still stands on a line of its own.
            if block or tag == "br":
                self._break(self._open[-1])
            return
        if tag == "a" and attributes["href"].startswith(_NOTES):
            tag = "sup"
        node = Node(tag, names_of(tag, attributes) if block else tag)
        if tag in {"td", "th"}:
            node.columns = _span(attributes.get("colspan"))
            node.rows = _span(attributes.get("rowspan"))
        self._open[-1].children.append(node)
        self._open.append(node)

    def _leave(self, node: Node, above: Node) -> None:
        """Close `node`; one without text leaves no more than a break or an empty cell."""
        above.size += node.size
        above.holds_table |= node.holds_table or (node.tag == "table" and node.size > 0)
        if node.size:
            return
        if node.tag not in {"td", "th"}:
            above.children.pop()
            if node.names != node.tag or node.tag not in {"a", "sup"}:
                self._break(above)
        elif node.columns == node.rows == 1:
            above.children[-1] = _EMPTY_CELL

    @staticmethod
    def _break(node: Node) -> None:
        if not node.children or node.children[-1] is not BREAK:
            node.children.append(BREAK)


def _span(said: str | None) -> int:
    """How many columns or rows a cell takes; 1 for what is no number."""
    if said is None or not said.isascii() or not said.isdecimal():
        return 1
    return max(1, min(int(said[:6]), _MOST_SPAN))
