"""The stretches of prose that binding works in: sentences, and the words before and behind a figure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from summarizer.quantities.mention import Mention

__all__ = ["Place", "places", "sentences"]

_SENTENCE_END = re.compile(r"[。！？!?；;\n]")
_CLAUSE_END = "，,：:。！？!?；;\n"
_OPENERS = "（("
_CLOSERS = "）)"


def sentences(text: str, breaks: Iterable[int] = ()) -> list[tuple[int, int]]:
    """The sentences of `text` as half-open pairs, without their final mark; semicolons and line breaks end one too.

    `breaks` are further places where one ends, such as the end of a heading that runs into its paragraph.
    """
    ends = sorted(
        {*((mark.start(), mark.end()) for mark in _SENTENCE_END.finditer(text)), *((b, b) for b in breaks)}
    )
    found, start = [], 0
    for end, after in ends:
        if end > start:
            found.append((start, end))
        start = max(after, start)
    if start < len(text):
        found.append((start, len(text)))
    return found


@dataclass(frozen=True, slots=True)
class Place:
    """One figure in its sentence: `left` are the words since the last figure or mark, `right` those up to the next.

    `gap` tells what parts it from the figure before it in the same sentence: "" for an adjacent one (115批766人次), the text
    between otherwise; None for the first of a sentence. `open_end` tells that `right` runs into the next figure's own words.
    """

    mention: Mention
    sentence: tuple[int, int]
    left: tuple[int, int]
    right: tuple[int, int]
    gap: str | None
    open_end: bool


def _last(text: str, start: int, end: int, marks: str) -> int:
    """The place behind the last of `marks` in text[start:end] that is not inside brackets or quotes.

    Else behind a bracket that closes there and opens before `start`, else `start`.
    """
    depth, closed = 0, start
    for at in range(end - 1, start - 1, -1):
        char = text[at]
        if char in _CLOSERS or char in "”》":
            if depth == 0 and char in _CLOSERS:
                closed = at + 1
            depth += 1
        elif char in _OPENERS or char in "“《":
            if depth == 0 and char in _OPENERS:
                return at + 1
            depth = max(0, depth - 1)
        elif depth == 0 and char in marks:
            return at + 1
    return closed if depth else start


def _next(text: str, start: int, end: int) -> int:
    """The place of the first clause mark in text[start:end] outside brackets and quotes, else `end`."""
    depth = 0
    for at in range(start, end):
        char = text[at]
        if char in _OPENERS or char in "“《":
            depth += 1
        elif char in _CLOSERS or char in "”》":
            if depth == 0:
                return at
            depth -= 1
        elif depth == 0 and char in _CLAUSE_END:
            return at
    return end


def places(text: str, mentions: list[Mention], *, breaks: Iterable[int] = ()) -> list[Place]:
    """The place of every mention of `mentions` (figures only, in order) in `text`; spans are indices into `text`.

    `breaks` are places where a sentence ends without a mark.
    """
    found: list[Place] = []
    bounds = iter(sentences(text, breaks))
    sentence = next(bounds, (0, len(text)))
    for i, mention in enumerate(mentions):
        while mention.span.start >= sentence[1]:
            sentence = next(bounds, (mention.span.start, len(text)))
        before = mentions[i - 1] if i and mentions[i - 1].span.start >= sentence[0] else None
        after = (
            mentions[i + 1] if i + 1 < len(mentions) and mentions[i + 1].span.start < sentence[1] else None
        )
        floor = before.span.end if before else sentence[0]
        left = _last(text, floor, mention.span.start, _CLAUSE_END)
        right = _next(text, mention.span.end, after.span.start if after else sentence[1])
        found.append(
            Place(
                mention=mention,
                sentence=sentence,
                left=(left, mention.span.start),
                right=(mention.span.end, right),
                gap=text[before.span.end : mention.span.start] if before else None,
                open_end=after is not None and right == after.span.start,
            )
        )
    return _chained(found)


def _chained(found: list[Place]) -> list[Place]:
    """Adjacent figures (6类36个具体问题) share the words before the first and behind the last of them."""
    for i in range(len(found) - 2, -1, -1):
        if found[i + 1].gap == "":
            found[i] = replace(found[i], right=found[i + 1].right, open_end=found[i + 1].open_end)
    for i in range(1, len(found)):
        if found[i].gap == "":
            found[i] = replace(found[i], left=found[i - 1].left)
    return found
