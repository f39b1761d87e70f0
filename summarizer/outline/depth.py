"""How deep each heading stands: read off the order in which a report nests its own styles."""

from bisect import bisect_left
from collections.abc import Sequence

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
        elif style.is_run_in:
            level = 1 + max((at for above, at in open_headings if _may_hold(above.style, style)), default=0)
        elif style in {Style.PERIOD, Style.PLAIN}:
            if style not in depth_of:
                depth_of[style] = _unnumbered_depth(headings, position, open_headings, nested, depth_of)
            level = depth_of[style]
        else:
            level = _numbered_depth(heading, open_headings, depth_of)
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
    return Style.PLAIN in styles[first:last]
