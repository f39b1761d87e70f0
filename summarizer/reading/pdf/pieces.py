"""Where the characters of a page stand. Asking pdfium for the box of each one takes as long as reading the page, so words of Han
characters are measured by their ends."""

import re
from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import Any, Literal

__all__ = ["Box", "Direction", "Piece", "direction_of", "pieces_of", "turned"]

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points, y upwards, as pdfium gives them."""

Direction = Literal["right", "down", "up", "left"]
"""Where the next character stands; `down` for vertical text too."""

_SAMPLES = 16
# Where every character is as wide as the next, the first and the last one tell where the others are.
_WORD = re.compile(r"[\u3400-\u9fff，。、；：（）《》“”]{3,}")
_LEVEL = 0.1  # heights by which the two may differ
_SLACK = 0.3  # widths of a character, and
_STRETCH = 0.03  # share of the whole by which it may be longer or shorter; a gap between columns is more


Piece = tuple[int, int, float, float, float, float]
"""Characters `[start, end)` of a page that lie beside each other in one box: mostly one, or a word of Han characters. Then the box."""


def direction_of(handle: Any, count: int) -> Direction:
    """Where most characters of a page have their next one, from a sample."""
    step = max(1, count // _SAMPLES)
    places = range(0, count - 1, step)
    firsts, seconds = _boxes(handle, places), _boxes(handle, [place + 1 for place in places])
    votes: dict[Direction, int] = {"right": 0, "down": 0, "up": 0, "left": 0}
    for before, after in zip(
        zip(*_sides(firsts), strict=True), zip(*_sides(seconds), strict=True), strict=True
    ):
        left, top, right, bottom = before
        next_left, next_top, next_right, next_bottom = after
        if left >= right or next_left >= next_right:
            continue
        across, up = next_left + next_right - left - right, next_top + next_bottom - top - bottom
        if max(abs(across), abs(up)) > 4 * max(right - left, top - bottom):
            continue  # another line
        if abs(across) >= abs(up):
            votes["right" if across >= 0 else "left"] += 1
        else:
            votes["up" if up > 0 else "down"] += 1
    return max(votes, key=lambda way: votes[way])


def turned(box: Box, direction: Direction) -> Box:
    """The box on the page as it lies when its text runs to the right, one line below the other.

    Lines of text that runs down follow each other to the left, lines of text that runs up to the right.
    """
    left, top, right, bottom = box
    match direction:
        case "down":
            return (-top, right, -bottom, left)
        case "up":
            return (bottom, -left, top, -right)
        case "left":
            return (-right, -bottom, -left, -top)
        case _:
            return box


def pieces_of(handle: Any, text: str, direction: Direction) -> list[Piece]:
    """The characters of a page in the order of its content, turned so that text runs to the right."""
    if direction != "right":
        boxes = zip(*_sides(_boxes(handle, range(len(text)))), strict=True)
        return [(index, index + 1, *turned(box, direction)) for index, box in enumerate(boxes)]
    words = [match.span() for match in _WORD.finditer(text)]
    wanted: list[int] = []
    behind = 0
    for start, end in words:
        wanted += range(behind, start)
        wanted += (start, end - 1)
        behind = end
    wanted += range(behind, len(text))
    return _with_words(handle, _boxes(handle, wanted), words, len(text))


def _with_words(handle: Any, boxes: list[float], words: Sequence[tuple[int, int]], count: int) -> list[Piece]:
    """The characters between the words and the words, given the boxes of those and of the ends of these."""
    found: list[Piece] = []
    behind = at = 0
    for start, end in (*words, (count, count)):
        here = at + 4 * (start - behind)
        found += _each(behind, start, boxes[at:here])
        if start < end:
            left, top, right, bottom, _, last_top, last_right, last_bottom = boxes[here : here + 8]
            if _is_whole(left, right, last_right, end - start) and _is_level(top, bottom, last_bottom):
                found.append((start, end, left, max(top, last_top), last_right, min(bottom, last_bottom)))
            else:
                found += _each(start, end, _boxes(handle, range(start, end)))
            here += 8
        behind, at = end, here
    return found


def _each(start: int, end: int, boxes: list[float]) -> Iterator[Piece]:
    return zip(range(start, end), range(start + 1, end + 1), *_sides(boxes), strict=True)


def _is_whole(left: float, right: float, end: float, count: int) -> bool:
    """Whether so many characters, the first of which goes from `left` to `right`, reach to `end`."""
    expected = count * (right - left)
    return left < right and abs(end - left - expected) <= _SLACK * (right - left) + _STRETCH * expected


def _is_level(top: float, bottom: float, last_bottom: float) -> bool:
    return abs(bottom - last_bottom) <= _LEVEL * (top - bottom)


def _sides(boxes: list[float]) -> tuple[list[float], list[float], list[float], list[float]]:
    return boxes[0::4], boxes[1::4], boxes[2::4], boxes[3::4]


def _boxes(handle: Any, places: Sequence[int]) -> list[float]:
    """Left, top, right and bottom of each of these characters."""
    from pypdfium2 import raw

    if not places:
        return []
    rectangles = (raw.FS_RECTF * len(places))()
    # A loop of the interpreter would take twice as long.
    list(map(raw.FPDFText_GetLooseCharBox, repeat(handle), places, rectangles))
    numbers: list[float] = memoryview(rectangles).cast("B").cast("f").tolist()  # type: ignore[assignment]
    return numbers
