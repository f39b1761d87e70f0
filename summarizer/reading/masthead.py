"""Above the report: menus, columns, record heads and bylines between the beginning of the file and the first paragraph."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from summarizer.reading import furniture
from summarizer.reading.artifacts import is_file_name
from summarizer.reading.document import Region, RegionKind
from summarizer.reading.lines import Line

__all__ = ["masthead", "paragraph_size"]

_HEAD_LINES = 150  # a portal's menus; beyond this a text that has not begun is not going to
_MENU_LINES = 3  # of a run of short lines, to make a menu of it
_PORTAL_LINES = 5  # of a head, to take words between them for items of a menu
_LONGEST_VALUE = 30
_RECORD_LINES = 3
_OFFICE = re.compile(r"主任|主席|[省市县区州旗盟镇乡院]长|检察长|总理")
_WITH_PAGE = re.compile(r".{0,40}报告[.…·]*\d{1,4}")
_LONGEST_OCCASION = 80
_OCCASION_LINES = 6
_FIELD = re.compile(r"[^：:，。]{2,8}[：:].")
_DIGITS = re.compile(r"\d+")
_COUNT = re.compile(r"[\[（(]?\d{1,9}[\]）)]?\s?(?:次|人次)?|次|人次|未知|无")


def masthead(kept: Sequence[Line]) -> Iterator[Region]:
    """The regions of the head; where in doubt a line stays."""
    head = list(kept[: _head_size(kept)])
    navigation = [furniture.is_navigation(line) for line in head]
    items = _menu_items(head, navigation) | _archive(head) | _list_of_reports(head)
    record = _record(head)
    value_of = False
    for index, line in enumerate(head):
        value = value_of and _is_value(line, head[index + 1 :])
        value_of = False
        if value:
            # A counter's figure may have its unit on a line of its own.
            value_of = line.text.isdigit()
            yield Region(line.span, RegionKind.BYLINE)
        elif navigation[index]:
            yield Region(line.span, RegionKind.NAVIGATION)
        elif index < record or furniture.is_byline(line) or furniture.is_caption(line):
            yield Region(line.span, RegionKind.BYLINE)
            value_of = furniture.awaits_value(line)
        elif is_file_name(line.text):
            yield Region(line.span, RegionKind.ARTIFACT)
        elif (
            index in items
            or _is_column(head, index, navigation)
            or (furniture.is_footer(line) and not furniture.is_title_like(line))
        ):
            yield Region(line.span, RegionKind.NAVIGATION)


def paragraph_size(kept: Sequence[Line]) -> int:
    """How long a line is that can only be a paragraph: less in a text that is set to a narrow width."""
    return 30 if any(furniture.is_prose(line) for line in kept) else 14


def _head_size(kept: Sequence[Line]) -> int:
    least = paragraph_size(kept)
    for index, line in enumerate(kept[:_HEAD_LINES]):
        if furniture.is_opening(line):
            return index
        if furniture.is_prose(line, least=least) and not (
            furniture.is_byline(line) or furniture.is_caption(line) or furniture.is_disclaimer(line)
        ):
            return _up_to_salutation(kept, index)
    return 0


def _up_to_salutation(kept: Sequence[Line], index: int) -> int:
    """Where the head ends if a sentence on the occasion stands in it: at the salutation a few lines below."""
    if len(kept[index].text) > _LONGEST_OCCASION:
        return index
    below = range(index + 1, min(index + _OCCASION_LINES, len(kept)))
    return next((at for at in below if furniture.is_opening(kept[at])), index)


def _is_value(line: Line, below: Sequence[Line]) -> bool:
    """Whether a line says what the label above it has left open, not the title of the report."""
    if _COUNT.fullmatch(line.text):
        return True
    if len(line.text) > _LONGEST_VALUE or furniture.is_opening(line) or furniture.is_navigation(line):
        return False
    return not _is_label(line) and any(furniture.is_title_like(other) for other in below)


def _record(head: Sequence[Line]) -> int:
    """How many lines a record head has: labels with what they say, from the very first line, most of them known ones."""
    size = next((at for at, line in enumerate(head) if not _FIELD.match(line.bare)), len(head))
    known = [at for at in range(size) if furniture.is_byline(head[at])]
    return known[-1] + 1 if len(known) >= _RECORD_LINES and len(known) * 3 >= size * 2 else 0


def _is_label(line: Line) -> bool:
    return furniture.is_byline(line) and not furniture.is_dated(line)


def _menu_items(head: Sequence[Line], navigation: Sequence[bool]) -> set[int]:
    """Short lines above the title in one run with items of a menu, and those between the items of a portal's."""
    found: set[int] = set()
    title = max((i for i, line in enumerate(head) if furniture.is_title_like(line)), default=0)
    run: list[int] = []
    for index in range(title + 1):
        short = index < title and (navigation[index] or _could_be_item(head[index]))
        if index < title and furniture.is_bar_menu(head[index]):
            found.add(index)
        if short:
            run.append(index)
            continue
        # The name above a title set in two lines belongs to it.
        while run and not navigation[run[-1]] and furniture.is_body_name(head[run[-1]]):
            run.pop()
        if sum(navigation[at] for at in run) >= min(_MENU_LINES, len(run)):
            found.update(run)
        run = []
    menus = [index for index, menu in enumerate(navigation) if menu]
    if len(menus) >= _PORTAL_LINES:
        # A menu may begin with the names of places and go on behind a byline.
        first, last = max(0, menus[0] - 12), min(menus[-1], title or menus[-1])
        found.update(
            at
            for at in range(first, last)
            if _could_be_item(head[at]) and not furniture.is_body_name(head[at])
        )
    return found


def _could_be_item(line: Line) -> bool:
    if furniture.is_title_like(line) or _OFFICE.search(line.text):
        return False
    return furniture.is_menu_word(line) or furniture.is_latin_item(line)


def _archive(head: Sequence[Line]) -> set[int]:
    """A list of reports that differ in nothing but their years, above another title."""
    found: set[int] = set()
    titles = [furniture.is_title_like(line) for line in head]
    run = [0] if head else []
    for index, (line, following) in enumerate(pairwise(head), start=1):
        if titles[index - 1] and _DIGITS.sub("", line.bare) == _DIGITS.sub("", following.bare):
            run.append(index)
            continue
        if len(run) >= 3 and any(titles[index:]):
            found.update(run)
        run = [index]
    return found


def _list_of_reports(head: Sequence[Line]) -> set[int]:
    """The list of what a collection holds: titles of reports, each with the number of its page."""
    listed = [index for index, line in enumerate(head) if _WITH_PAGE.fullmatch(line.bare)]
    return set(listed) if len(listed) >= 3 else set()


def _is_column(head: Sequence[Line], index: int, navigation: Sequence[bool]) -> bool:
    """Whether the name of a column is not the title: a fuller title or the very same one stands below it."""
    line = head[index]
    after_mark = index > 0 and furniture.is_crumb_mark(head[index - 1])
    if not (furniture.is_category(line) or (after_mark and furniture.is_title_like(line))):
        return False
    below = [other for other in head[index + 1 :] if furniture.is_title_like(other)]
    if any(other.bare == line.bare for other in below):
        return True
    if after_mark:
        return bool(below) or any(furniture.is_body_name(other) for other in head[index + 1 :])
    beside = next((at for at in range(index + 1, len(head)) if not navigation[at]), None)
    if beside is None or not furniture.is_title_like(head[beside]):
        return False
    return len(head[beside].bare) > len(line.bare) and (index == 0 or any(navigation[:index]))
