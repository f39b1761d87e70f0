"""The report as its author wrote it: a view of the text without regions, hard wraps and stray blanks."""

import re
from array import array
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
_COLUMN = 4  # blanks that part columns, not words
_BEHIND, _AHEAD = 16, 3  # characters on either side of a blank that tell what it parts
_TOKEN = re.compile(rf"([^\s{''.join(sorted(_INVISIBLE))}]++)|.", re.DOTALL)


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


@dataclass(frozen=True, slots=True)
class _Run:
    """Characters that stand together in the text, and what was left out before them in their line (None: nothing to speak of)."""

    start: int
    end: int
    gap: _Gap | None


@dataclass(slots=True)
class _Piece:
    """What is report of one line between two line breaks: its runs and, in one string, their characters."""

    before: _Gap
    runs: list[_Run]
    text: str = ""

    @property
    def tabs(self) -> int:
        """In how many places a tab parts what stands in the line."""
        return sum(run.gap is not None and run.gap.tabbed for run in self.runs)


def body_of(text: str, regions: Sequence[Region]) -> Body:
    """The body of the report in `text`, with the place of every character.

    A line break is dropped where it falls inside a sentence (`wrapping.is_wrap`), so is a blank that separates neither two
    numbers, nor two Latin words, nor the parts of a title or speaker's line; paragraphs are parted by one `\n`. `offsets` rise
    strictly; a `\n` or blank of the body stands for the break, blank or escape of one at its place.
    """
    pieces = list(_pieces(text, regions))
    style = wrapping_of([(piece.text, piece.before.indented) for piece in pieces])
    said: list[str] = []
    places = array("I")
    for paragraph in _paragraphs(pieces, style):
        if said:
            said.append("\n")
            places.append(max(paragraph[0].before.line_break, places[-1] + 1))
        _append(paragraph, text, said, places)
    return Body("".join(said), places)


def _pieces(text: str, regions: Sequence[Region]) -> Iterator[_Piece]:
    """The lines of the text as far as they are report."""
    piece: _Piece | None = None
    gap = _Gap()
    for start, end, solid in _tokens(text, regions):
        if solid:
            if piece is None or gap.line_break >= 0:
                if piece is not None:
                    yield _told(piece, text)
                piece = _Piece(gap, [_Run(start, end, None)])
            else:
                piece.runs.append(_Run(start, end, gap if gap.blank >= 0 or gap.region else None))
            gap = _Gap()
        elif solid is None:
            _note_region(gap, start, text[start:end])
        elif text[start] in _BREAKS:
            _note_break(gap, start, crlf=text[start] == "\n" and start > 0 and text[start - 1] == "\r")
        elif text[start] not in _INVISIBLE:
            _note_blank(gap, start, text[start])
    if piece is not None:
        yield _told(piece, text)


def _told(piece: _Piece, text: str) -> _Piece:
    piece.text = "".join(text[run.start : run.end] for run in piece.runs)
    return piece


def _tokens(text: str, regions: Sequence[Region]) -> Iterator[tuple[int, int, bool | None]]:
    """In order: runs of characters that are seen (True), each blank, break and invisible character (False), each region (None)."""
    position = 0
    for region in [*sorted(regions, key=lambda region: region.span), None]:
        end = region.span.start if region else len(text)
        if position < end:
            for token in _TOKEN.finditer(text, position, end):
                yield token.start(), token.end(), token.lastindex == 1
        if region and region.span.end > position:
            yield max(position, region.span.start), region.span.end, None
            position = region.span.end


def _note_region(gap: _Gap, place: int, content: str) -> None:
    """A region is nothing at all, but a line break in it, spelt out or real, stays one, and so does an indent spelt out.

    One that ends with a line break has taken those around it along: the line before it goes on behind it.
    """
    gap.region = True
    gap.empty_lines = 0
    if content[-1] in _BREAKS:
        return
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
        joined = (
            bool(current)
            and not _are_rows(current[-1], piece)
            and is_wrap(
                so_far,
                line,
                last_line=current[-1].text,
                opened_indented=current[0].before.indented,
                indented=piece.before.indented,
                parted=piece.before.empty_lines > 0,
                paged=piece.before.region,
                style=style,
            )
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


def _are_rows(piece: _Piece, following: _Piece) -> bool:
    """Whether one of two lines is a row of a table: figures that end one row and begin the next are never one number."""
    tabs, more = piece.tabs, following.tabs
    return (tabs > 0 and (more > 0 or following.before.tabbed)) or tabs > 1 or more > 1


def _append(paragraph: list[_Piece], text: str, said: list[str], places: "array[int]") -> None:
    """The characters of a paragraph, with the blanks that mean something."""
    whole = "".join(piece.text for piece in paragraph)
    prose = len(whole) > _LONG or _SENTENCE_MARK.search(whole) is not None
    lone = _lone_characters(paragraph)
    before = ""
    for number, piece in enumerate(paragraph):
        at = 0
        for index, run in enumerate(piece.runs):
            gap = run.gap if index else piece.before
            blank = -1 if gap is None else gap.blank if gap.blank >= 0 else gap.line_break
            ahead = piece.text[at : at + _AHEAD]
            if gap and blank >= 0 and before and (number == 0 or index or _both_latin(before[-1], ahead[0])):
                wide = prose and not gap.tabbed and gap.blanks < _COLUMN
                if _separates(before, ahead, prose=wide, lone=(number, at) in lone):
                    said.append(" ")
                    places.append(blank)
                    before += " "
            told = text[run.start : run.end]
            said.append(told)
            places.extend(range(run.start, run.end))
            before = (before + told[-_BEHIND:])[-_BEHIND:]
            at += len(told)


def _lone_characters(paragraph: list[_Piece]) -> frozenset[tuple[int, int]]:
    """Where a Han character that stands alone between blanks follows another such (政 府 工 作, 张 三): piece, and place in it."""
    found: set[tuple[int, int]] = set()
    for number, piece in enumerate(paragraph):
        starts = [0]
        at = 0
        for run in piece.runs:
            if run.gap is not None and run.gap.blank >= 0:
                starts.append(at)
            at += run.end - run.start
        single = [end - start == 1 for start, end in pairwise([*starts, at])]
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
