"""What whoever renders a text does not show: comments, and elements that hide themselves."""

import html
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from summarizer.reading.document import Span

__all__ = ["is_hidden", "unseen"]

_LIMIT = 4000  # characters from the mark that opens an unseen stretch to the end of the one that closes it
_LONGEST_TAG = 1200  # characters
_LONGEST_STYLE = 4000  # characters
_OPENING = re.compile(r"<(?:!--|/?[a-z])", re.IGNORECASE)
_TAG = re.compile(r"</?([a-z][\w:.-]*+)((?:[^<>\"']|\"[^\"]*+\"|'[^']*+')*+)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]++)(?:\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]++)))?")
_DECLARATION = re.compile(r"(?:^|;|\*/)\s*+([a-z-]++)\s*+:\s*+([a-z-]++)", re.IGNORECASE)
_HIDING = frozenset(
    {("display", "none"), ("visibility", "hidden"), ("visibility", "collapse"), ("mso-hide", "all")}
)
# One paragraph ends where the next begins.
_NEVER_NESTED = frozenset({"p"})


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Whether an element with these attributes (names in small letters) hides itself; style sheets are not looked into."""
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    if style is None:
        return False
    # Of two declarations of one property the later one holds.
    declared: dict[str, str] = dict(_DECLARATION.findall(style[:_LONGEST_STYLE].lower()))
    return not _HIDING.isdisjoint(declared.items())


def unseen(text: str) -> Iterator[Span]:
    """`<!-- … -->` and elements of HTML that hide themselves, in order, none inside another.

    One that is never closed, or only far away, is just its opening mark.
    """
    end = 0
    for span in sorted(_stretches(text)):
        if span.start >= end:
            yield span
            end = span.end


def _stretches(text: str) -> Iterator[Span]:
    """The comments, and the hidden elements of each name from their opening to the closing that belongs to it."""
    waiting: dict[str, list[tuple[int, int, bool]]] = defaultdict(
        list
    )  # where each begins, its tag ends, whether hidden
    at = 0
    while (opening := _OPENING.search(text, at)) is not None:
        start, at = opening.span()
        if opening.group() == "<!--":
            at = _comment_end(text, start)
            yield Span(start, at)
            continue
        tag = _TAG.match(text, start, start + _LONGEST_TAG)
        if tag is None:
            continue
        at = tag.end()
        name = tag[1].lower()
        open_now = waiting[name]
        if open_now and (text[start + 1] == "/" or name in _NEVER_NESTED):
            begin, tag_end, hides = open_now.pop()
            end = at if text[start + 1] == "/" else start
            if hides:
                yield Span(begin, end if end - begin <= _LIMIT else tag_end)
        if text[start + 1] != "/":
            open_now.append((start, at, is_hidden(_attributes(tag[2]))))
    for left in waiting.values():
        yield from (Span(begin, tag_end) for begin, tag_end, hides in left if hides)


def _comment_end(text: str, start: int) -> int:
    """Where the comment that opens at `start` ends; behind its opening mark where another one opens first."""
    at = start + len("<!--")
    limit = min(len(text), start + _LIMIT)
    following = text.find("<!--", at, limit)
    close = text.find("-->", start, following if following >= 0 else limit)
    return close + len("-->") if close >= 0 else at


def _attributes(said: str) -> dict[str, str]:
    """What is written behind the name of an element; of two attributes of one name the first holds."""
    found: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(said):
        found.setdefault(name.lower(), html.unescape("".join(values)))
    return found
