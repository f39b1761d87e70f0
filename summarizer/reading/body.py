"""The report as its author wrote it: a view of the text without regions, hard wraps and stray blanks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarizer.reading.document import Body, Region
from summarizer.reading.lines import ESCAPED_BREAK, LINE_BREAKS
from summarizer.reading.wrapping import Wrapping, is_wrap, wrapping_of

__all__ = ["body_of"]

_INVISIBLE = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\xad")
_BREAKS = frozenset(LINE_BREAKS)
_INDENT_ESCAPES = re.compile(r"(?:<U\+[0-9A-Fa-f]{4,6}>|&(?:nbsp|ensp|emsp|#160);){4}", re.IGNORECASE)
_ANY_BREAK = re.compile(rf"[{LINE_BREAKS}]|{ESCAPED_BREAK.pattern}", re.IGNORECASE)
_SENTENCE_MARK = re.compile(r"[，。！？；,!?;]")
_LONG = 120  # characters; a longer line without punctuation is still prose


@dataclass(slots=True)
class _Gap:
    """What stood between two kept characters: place of its first line break and blank (-1: none), and how much of it."""

    line_break: int = -1
    blank: int = -1
    blanks: int = 0
    empty_lines: int = 0
    tabbed: bool = False
    indented: bool = False
    region: bool = False


@dataclass(slots=True)
class _Piece:
    """Characters of one line between two line breaks, with the gap before each of them."""

    before: _Gap
    chars: list[str]
    places: list[int]
    gaps: list[_Gap | None]

    @property
    def text(self) -> str:
        return "".join(self.chars)


def body_of(text: str, regions: Sequence[Region]) -> Body:
    """The body of the report in `text`, with the place of every character.

    A line break is dropped where it falls inside a sentence (`wrapping.is_wrap`), so is a blank that separates neither two
    numbers, nor two Latin words, nor the parts of a title or speaker's line; paragraphs are parted by one `\\n`. `offsets` rise
    strictly; a `\\n` or blank of the body stands for the break, blank or escape of one at its place.
    """
    pieces = list(_pieces(text, regions))
    style = wrapping_of([(piece.text, piece.before.indented) for piece in pieces])
    chars: list[str] = []
    places: list[int] = []
    for paragraph in _paragraphs(pieces, style):
        if chars:
            chars.append("\n")
            places.append(max(paragraph[0].before.line_break, places[-1] + 1))
        _append(paragraph, chars, places)
    return Body("".join(chars), tuple(places))


def _pieces(text: str, regions: Sequence[Region]) -> Iterator[_Piece]:
    """The lines of the text as far as they are report, each character with what was left out before it."""
    piece: _Piece | None = None
    gap = _Gap()
    for place, char, in_region in _walk(text, regions):
        if in_region:
            _note_region(gap, place, char)
        elif char in _BREAKS:
            _note_break(gap, place, crlf=char == "\n" and place > 0 and text[place - 1] == "\r")
        elif char in _INVISIBLE:
            continue
        elif char.isspace():
            _note_blank(gap, place, char)
        else:
            if piece is None or gap.line_break >= 0:
                if piece is not None:
                    yield piece
                piece = _Piece(gap, [], [], [])
            piece.gaps.append(gap if piece.chars and (gap.blank >= 0 or gap.region) else None)
            piece.chars.append(char)
            piece.places.append(place)
            gap = _Gap()
    if piece is not None:
        yield piece


def _walk(text: str, regions: Sequence[Region]) -> Iterator[tuple[int, str, bool]]:
    """Every character outside regions with its place; for each region its beginning, with its whole text."""
    position = 0
    for region in sorted(regions, key=lambda region: region.span):
        for place in range(position, region.span.start):
            yield place, text[place], False
        if region.span.end > position:
            yield max(position, region.span.start), region.span.of(text), True
            position = region.span.end
    for place in range(position, len(text)):
        yield place, text[place], False


def _note_region(gap: _Gap, place: int, content: str) -> None:
    """A region is nothing at all, but a line break in it, spelt out or real, stays one, and so does an indent spelt out."""
    gap.region = True
    gap.empty_lines = 0
    if gap.line_break < 0:
        line_break = _ANY_BREAK.search(content)
        if line_break is not None:
            gap.line_break = place + line_break.start()
        elif _INDENT_ESCAPES.match(content):
            gap.line_break, gap.indented = place, True


def _note_break(gap: _Gap, place: int, *, crlf: bool) -> None:
    if gap.line_break < 0:
        gap.line_break = place
    elif not crlf and not gap.region:
        gap.empty_lines += 1
    gap.indented = False
    gap.blanks = 0


def _note_blank(gap: _Gap, place: int, char: str) -> None:
    if gap.blank < 0:
        gap.blank = place
    gap.blanks += 1
    gap.tabbed |= char == "\t"
    # Two ideographic spaces, or blanks that fill their place, open a paragraph.
    gap.indented |= gap.line_break >= 0 and (char == "\u3000" or gap.blanks >= 2)


def _paragraphs(pieces: list[_Piece], style: Wrapping) -> Iterator[list[_Piece]]:
    """Lines that belong together: the first of a paragraph and those that a hard wrap parted from it."""
    current: list[_Piece] = []
    so_far = ""
    for piece in pieces:
        line = piece.text
        joined = bool(current) and is_wrap(
            so_far,
            line,
            last_line=current[-1].text,
            indented=piece.before.indented,
            parted=piece.before.empty_lines > 0,
            paged=piece.before.region,
            style=style,
        )
        if joined:
            current.append(piece)
            so_far = (so_far + line)[-4000:] if len(so_far) > 8000 else so_far + line
        else:
            if current:
                yield current
            current, so_far = [piece], line
    if current:
        yield current


def _append(paragraph: list[_Piece], chars: list[str], places: list[int]) -> None:
    """The characters of a paragraph, with the blanks that mean something."""
    first = len(chars)
    whole = "".join(piece.text for piece in paragraph)
    prose = len(whole) > _LONG or _SENTENCE_MARK.search(whole) is not None
    lone = _lone_characters(paragraph)
    for number, piece in enumerate(paragraph):
        for index, (char, place) in enumerate(zip(piece.chars, piece.places, strict=True)):
            gap = piece.before if index == 0 else piece.gaps[index]
            blank = -1 if gap is None else gap.blank if gap.blank >= 0 else gap.line_break
            parted = blank >= 0 and len(chars) > first and gap is not None
            if parted and gap is not None and (number == 0 or index > 0 or _both_latin(chars[-1], char)):
                before = "".join(chars[max(first, len(chars) - 16) :])
                ahead = "".join(piece.chars[index : index + 3])
                wide = prose and not gap.tabbed and gap.blanks < 4
                if _separates(before, ahead, prose=wide, lone=(number, index) in lone):
                    chars.append(" ")
                    places.append(blank)
            chars.append(char)
            places.append(place)


def _lone_characters(paragraph: list[_Piece]) -> frozenset[tuple[int, int]]:
    """Where a Han character that stands alone between blanks follows another such (政 府 工 作, 张 三)."""
    found: set[tuple[int, int]] = set()
    for number, piece in enumerate(paragraph):
        starts = [
            0,
            *(index for index, gap in enumerate(piece.gaps) if gap is not None and gap.blank >= 0),
            len(piece.chars),
        ]
        single = [end - start == 1 for start, end in pairwise(starts)]
        for index, (one, other) in enumerate(pairwise(single)):
            if one and other:
                found.add((number, starts[index + 1]))
    return frozenset(found)


# ---- which blanks mean something

_DECIMAL_LEFT = re.compile(r"[\u3400-\u9fff（(约达近超]\d{1,8}[.．]$")


def _separates(before: str, ahead: str, *, prose: bool, lone: bool) -> bool:
    """Whether the blank between these two stretches has to stay."""
    left, right = before[-1], ahead[0]
    if left.isdecimal() and right.isdecimal():
        return True
    if left in ".．" and right.isdecimal():
        return _DECIMAL_LEFT.search(before) is None
    if left.isdecimal() and right in ".．":
        return not ahead[1:2].isdecimal()
    if left in ",，:：/" and right.isdecimal() and before[-2:-1].isdecimal():
        return True
    if left.isascii() and right.isascii():
        closing = right in "%,;:!?)]}" and not ahead[1:2].isdecimal()
        return not (closing or (left.isdecimal() and right == "%"))
    if _is_han(left) and _is_han(right):
        return not (prose or lone)
    return False


def _both_latin(left: str, right: str) -> bool:
    return left.isascii() and right.isascii() and left.isalpha() and right.isalpha()


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or char >= "\U00020000"
