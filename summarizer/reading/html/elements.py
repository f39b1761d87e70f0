"""What the elements of HTML are to a reader: unseen, a block of its own, part of a line."""

import re
from collections.abc import Mapping

__all__ = ["BLOCKS", "HEADINGS", "UNSEEN", "names_of"]

UNSEEN = frozenset(
    # what no browser shows as text
    "title meta link base script style noscript template iframe noframes object embed applet param "
    "svg math canvas audio video map area datalist dialog "
    # what a reader fills in or presses
    "input select option optgroup textarea button keygen "
    # how a character is read aloud beside the character; what an editor took out; settings of Word
    "rt rp del xml".split()
)
"""Elements whose content is no text of the page."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

BLOCKS = frozenset(
    "html body frameset address article aside blockquote caption center dd details dir div dl dt fieldset figcaption figure "
    "footer form header hgroup hr legend li main menu nav ol p pre search section summary table tr td th ul "
    "ucapcontent ucaptitle founder-content founder-title".split()
) | frozenset(HEADINGS)
"""Elements that begin and end a line; the last row is of the systems that Chinese sites and newspapers are made with."""

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def names_of(tag: str, attributes: Mapping[str, str]) -> str:
    """What an element calls itself: tag, role, id and classes in small letters, parted by blanks; humps parted by hyphens."""
    if not attributes:
        return tag
    said = (attributes.get(name, "")[:200] for name in ("role", "id", "class"))
    return " ".join([tag, *(_HUMP.sub("-", part).lower() for part in said if part)])
