"""How deep each heading stands: read off the order in which a report nests its own styles."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarizer.outline.heading import Heading
from summarizer.outline.numbering import Style

__all__ = ["depths"]


def depths(headings: Sequence[Heading], turns: Sequence[int] = ()) -> list[int]:
    """The level of each heading, 0 for titles, 1 for the outermost.

    A numbering style keeps the depth at which the report first uses it, under the style that was open then; so 一、 is 1
    directly under the title and 2 under an unnumbered 过去一年的主要工作. Where the list starts anew under such a line that had
    stood beside it, it goes one deeper. Run-in styles (第一， 一是, ●, lead sentences) stand one below whatever is open.
    `turns` are the places, in order, where the speaker leaves all sections but the outermost.
    """
    levels: list[int] = []
    lists: dict[Style, list[_List]] = {}
    depth_of: dict[Style, int] = {}
    open_headings: list[tuple[Heading, int]] = []
    nested = _plain_under_periods(headings)
    left = 0
    for position, heading in enumerate(headings):
        style = heading.style
        passed = bisect_left(turns, heading.start)
        if passed > left:
            del open_headings[1:]
            left = passed
        if style is Style.TITLE:
            level = 0
            open_headings.clear()
            depth_of.clear()
            lists.clear()
        elif style is Style.ANNEX:
            # What is appended has a numbering of its own.
            level = 1
            depth_of.clear()
            lists.clear()
        elif style.is_run_in:
            level = 1 + max((at for above, at in open_headings if _may_hold(above.style, style)), default=0)
        elif style in {Style.PERIOD, Style.PLAIN}:
            if style not in depth_of:
                depth_of[style] = _unnumbered_depth(headings, position, open_headings, nested, depth_of)
            level = depth_of[style]
        else:
            level = _level_in_list(headings, position, lists, open_headings, depth_of)
            depth_of[style] = level
        while open_headings and open_headings[-1][1] >= level:
            open_headings.pop()
        if level:
            open_headings.append((heading, level))
        levels.append(level)
    return levels


def _may_hold(above: Style, style: Style) -> bool:
    """Whether a heading in the run-in `style` can stand under one of `above`."""
    return not above.is_run_in or above.rank < style.rank


def _level_in_list(
    headings: Sequence[Heading],
    position: int,
    lists: dict[Style, list["_List"]],
    open_headings: Sequence[tuple[Heading, int]],
    depth_of: dict[Style, int],
) -> int:
    """The level of a numbered heading; a list inside an item of one in the same style goes one deeper than that."""
    heading = headings[position]
    nested = lists.setdefault(heading.style, [])
    if heading.number == 1:
        if nested and _resumes(headings, position, nested[-1].last):
            level = nested[-1].level + 1
        else:
            nested.clear()
            level = _numbered_depth(heading, open_headings, depth_of)
        nested.append(_List(1, level))
        return level
    while len(nested) > 1 and heading.number <= nested[-1].last:
        nested.pop()
    if len(nested) > 1 or (nested and depth_of.get(heading.style) != nested[-1].level):
        level = nested[-1].level
    else:
        level = _numbered_depth(heading, open_headings, depth_of)
    nested[-1:] = [_List(heading.number, level)]
    return level


def _resumes(headings: Sequence[Heading], position: int, outer: int) -> bool:
    """Whether the list that begins here breaks off for the item after `outer` of the list around it."""
    last = 1
    for later in headings[position + 1 :]:
        if later.style in {Style.TITLE, Style.ANNEX, Style.PERIOD}:
            return False
        if later.style is not headings[position].style:
            continue
        if later.number == 1:
            return False
        if later.number <= last:
            return later.number == outer + 1
        last = later.number
    return False


@dataclass(frozen=True, slots=True)
class _List:
    """A numbered list that is open: the number it has come to, and the level of its items."""

    last: int
    level: int


def _numbered_depth(
    heading: Heading, open_headings: Sequence[tuple[Heading, int]], depth_of: dict[Style, int]
) -> int:
    solid = [(above, level) for above, level in open_headings if not above.style.is_run_in]
    kept = depth_of.get(heading.style)
    if kept is None:
        return 1 + (solid[-1][1] if solid else 0)
    above = solid[-1] if solid else None
    if heading.number == 1 and above and above[0].style is Style.PERIOD and above[1] == kept:
        return kept + 1
    return kept


def _unnumbered_depth(
    headings: Sequence[Heading],
    position: int,
    open_headings: Sequence[tuple[Heading, int]],
    nested: bool,
    depth_of: dict[Style, int],
) -> int:
    """Under the deepest open numbered heading whose list goes on behind this line; else outermost, or under a period."""
    for above, level in reversed(open_headings):
        if above.number and not above.style.is_run_in and _goes_on(headings, position, above):
            return level + 1
    if headings[position].style is Style.PLAIN and nested:
        return depth_of.get(Style.PERIOD, 0) + 1
    return 1


def _goes_on(headings: Sequence[Heading], position: int, above: Heading) -> bool:
    """Whether the next heading in the style of `above` has a higher number."""
    later = next((h for h in headings[position + 1 :] if h.style is above.style), None)
    return later is not None and later.number > above.number


def _plain_under_periods(headings: Sequence[Heading]) -> bool:
    """Whether unnumbered headings belong to the spans of time before them (回顾, …, 今后, …) rather than stand beside them."""
    styles = [h.style for h in headings if h.style in {Style.PERIOD, Style.PLAIN}]
    if Style.PERIOD not in styles or Style.PLAIN not in styles:
        return False
    first = styles.index(Style.PERIOD)
    last = len(styles) - 1 - styles[::-1].index(Style.PERIOD)
    if first == last:
        return first == 0
    # One that comes after the parts of a span of time, not before them, is no part itself.
    follows = any(
        one.style is Style.PERIOD and other.style is Style.PLAIN for one, other in pairwise(headings)
    )
    return follows and Style.PLAIN in styles[first:last]
