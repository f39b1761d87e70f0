"""Cutting a report into chunks along its sections, under a token budget."""

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from summarizer.chunks.chunk import Chunk, TokenBudget
from summarizer.outline import Section
from summarizer.reading import Body, Document, Span

__all__ = ["cut"]

# A sentence ends with its mark and whatever closes after it, or with its paragraph.
_SENTENCE_END = re.compile(r"[。！？!?]+[”’」』）)》]*\s*|\n\s*")

_CRUMB = 8  # parts of the budget; a piece smaller than one of them is not worth a request

Count = Callable[[str], int]


def cut(
    root: Section, doc: Document, *, budget: TokenBudget, count: Count, within: Span | None = None
) -> list[Chunk]:
    """The chunks of a report or of the stretch `within` it, in order; together they hold every character of its body once.

    A chunk follows the borders of sections: a section that fits the budget with all below it is never split, and neighbours
    under one parent share a chunk as long as they fit. A text over the budget is split at sentence ends; a sentence over
    the budget stands alone. Spans are into `doc.text` and may run across regions. `count` gives the tokens of a text and is
    applied to the body's text; no chunk is over `budget.text` by it but a single sentence, with its heading. No chunks for an
    empty body.
    """
    body = doc.body
    if not body.text:
        return []
    cutter = _Cutter(body, budget.text, count)
    start = bisect_left(body.offsets, within.start) if within else 0
    end = bisect_left(body.offsets, within.end) if within else len(body.text)
    pieces = cutter.pieces(_laid_out(root, body, start, end))
    owners = _owners(root, body)
    return [_chunk(number, piece, cutter, owners) for number, piece in enumerate(pieces, start=1)]


@dataclass(frozen=True, slots=True)
class _Node:
    """A section in places of the body's text; its heading ends at `heading_end`, which is `start` where it has none."""

    start: int
    end: int
    heading_end: int
    children: tuple["_Node", ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the body that stays in one chunk; `whole` where it covers sections completely."""

    start: int
    end: int
    tokens: int
    whole: bool


@dataclass(frozen=True, slots=True)
class _Owner:
    """A stretch of the body that is a section's own text, and the path of sections down to it."""

    start: int
    end: int
    path: tuple[Section, ...]


class _Cutter:
    """Text, budget and counter of one run."""

    def __init__(self, body: Body, limit: int, count: Count) -> None:
        self.body, self.limit, self.count = body, limit, count

    def tokens(self, start: int, end: int) -> int:
        return self.count(self.body.text[start:end])

    def pieces(self, node: _Node) -> list[_Piece]:
        """What `node` is cut into: itself where it fits, else its own text and its children, small neighbours joined."""
        whole = _Piece(node.start, node.end, self.tokens(node.start, node.end), True)
        if whole.tokens <= self.limit:
            return [whole]
        found: list[_Piece] = []
        start = node.start
        heading_end = node.heading_end
        for child in node.children:
            if start < child.start and self._has_words(max(start, heading_end), child.start):
                found += self._sentences(start, child.start, heading_end)
                start = child.start
            # A heading without text of its own goes with the first thing under it.
            found += self.pieces(_Node(start, child.end, max(child.heading_end, start), child.children))
            start = child.end
        if start < node.end:
            found += self._sentences(start, node.end, heading_end)
        return self._joined(found)

    def _has_words(self, start: int, end: int) -> bool:
        return any(char.isalnum() for char in self.body.text[start:end])

    def _sentence_borders(self, start: int, end: int, heading_end: int) -> list[int]:
        """Where the sentences of `[start, end)` begin, and `end`. A heading belongs to the sentence after it."""
        borders = [start]
        for found in _SENTENCE_END.finditer(self.body.text, start, end):
            if found.end() > heading_end and self._has_words(max(borders[-1], heading_end), found.end()):
                borders.append(found.end())
        if len(borders) > 1 and not self._has_words(borders[-1], end):
            borders.pop()
        return [*borders, end]

    def _sentences(self, start: int, end: int, heading_end: int) -> list[_Piece]:
        """`[start, end)` cut at sentence ends, as few pieces as the budget allows."""
        borders = self._sentence_borders(start, end, heading_end)
        sizes = [self.tokens(a, b) for a, b in pairwise(borders)]
        found_pieces: list[_Piece] = []
        first = 0
        while first < len(sizes):
            last, total = first + 1, sizes[first]
            while last < len(sizes) and total + sizes[last] <= self.limit:
                total += sizes[last]
                last += 1
            tokens = self.tokens(borders[first], borders[last])
            # The count of a join may be above the sum of its parts.
            while tokens > self.limit and last > first + 1:
                last -= 1
                tokens = self.tokens(borders[first], borders[last])
            is_all = first == 0 and last == len(sizes)
            found_pieces.append(_Piece(borders[first], borders[last], tokens, is_all))
            first = last
        return found_pieces

    def _joined(self, pieces: list[_Piece]) -> list[_Piece]:
        """Neighbouring whole pieces put together while they fit.

        Parts of a split section stay by themselves, but for a crumb (a title block) before them.
        """
        joined: list[_Piece] = []
        for piece in pieces:
            last = joined[-1] if joined else None
            alike = last is not None and last.whole and (piece.whole or last.tokens * _CRUMB <= self.limit)
            if last is not None and alike and last.tokens + piece.tokens <= self.limit:
                tokens = self.tokens(last.start, piece.end)
                if tokens <= self.limit:
                    joined[-1] = _Piece(last.start, piece.end, tokens, piece.whole)
                    continue
            joined.append(piece)
        # To the parent's neighbours they are parts of a section that did not fit.
        return [_Piece(piece.start, piece.end, piece.tokens, False) for piece in joined]


def _laid_out(section: Section, body: Body, start: int, end: int) -> _Node:
    """`section` as the stretch `[start, end)` of the body."""
    children: list[_Node] = []
    reached = start
    for child in section.children:
        first = max(reached, bisect_left(body.offsets, child.span.start))
        last = min(end, bisect_left(body.offsets, child.span.end))
        if first < last:
            children.append(_laid_out(child, body, first, last))
            reached = last
    heading_end = bisect_left(body.offsets, section.heading.end) if section.heading else start
    return _Node(start, end, heading_end, tuple(children))


def _owners(root: Section, body: Body) -> list[_Owner]:
    """Whose own text each stretch of the body is, in order, without gap."""
    found: list[_Owner] = []

    def visit(section: Section, path: tuple[Section, ...], start: int, end: int) -> None:
        for child in section.children:
            first = max(start, bisect_left(body.offsets, child.span.start))
            last = min(end, bisect_left(body.offsets, child.span.end))
            if first < last:
                if start < first:
                    found.append(_Owner(start, first, path))
                visit(child, (*path, child), first, last)
                start = last
        if start < end:
            found.append(_Owner(start, end, path))

    visit(root, (root,), 0, len(body.text))
    return found


def _chunk(number: int, piece: _Piece, cutter: _Cutter, owners: list[_Owner]) -> Chunk:
    """The chunk of one piece, with the sections in it and the headings above it."""
    here = [owner for owner in owners if owner.start < piece.end and piece.start < owner.end]
    span = cutter.body.raw(piece.start, piece.end)
    sections: dict[int, Section] = {id(owner.path[-1]): owner.path[-1] for owner in here}
    root, *path = here[0].path
    above = [s.title for s in path if s.heading and s.heading.start < span.start]
    if root.title and piece.start > 0:
        above.insert(0, root.title)
    return Chunk(number, span, tuple(sections.values()), tuple(above), piece.tokens)
