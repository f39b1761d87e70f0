"""The characters of a page with their boxes → runs: characters that follow each other on one line without a gap."""

from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from summarizer.reading.pdf.pieces import Piece

__all__ = ["Run", "runs_of", "without_doubles"]

# Shares of the height of a run, which is one to one and a third times the width of a Han character.
_GAP = 0.22  # a wider gap is a blank, or ends the run
_BLANK = 0.5  # a still wider one ends it always
_BACK = 0.25  # so far one character may reach back into the one before it
_COMPRESSED = 0.7  # so far one may where punctuation is set closer
_LEVEL = 0.17  # so far lines of one height may differ
_SAME = 0.8  # characters of one line are that high at least
_SHIFT = 0.2  # what is drawn twice to look bold is shifted by less

_TOP, _BOTTOM = itemgetter(3), itemgetter(5)  # of a piece
_MADE = frozenset("\r\n \0")  # what pdfium adds between runs, without any width
_NEAR = 20  # pieces before a gap in which a whole word is looked for
_SAMPLE = 5  # pieces that tell the height of a run


class Run(NamedTuple):
    """Characters of one line, one beside the other, which stand on the height `base`. `first` is the place of the first one.

    A tuple, because a page of justified text has hundreds of them.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    base: float
    first: int

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


def runs_of(text: str, pieces: Sequence[Piece]) -> list[Run]:
    """The runs of a page in the order of its content.

    What pdfium adds between runs is left out, and so is a character drawn a second time at its own place.
    """
    found: list[Run] = []
    parts: list[str] = []
    begun = first = first_piece = 0  # of the stretch not in `parts` yet; of the run
    left_end = end = bottom_line = top_line = 0.0
    low = high = 1.0  # no character stands between these: there is no run yet
    wide = back = 0.0
    spaced = False

    def finish(until: int, last: int) -> None:
        parts.append(text[begun:until])
        said = "".join(parts)
        if said.strip(" \t"):
            # The box of a character is as high as its font, or a little higher as its shape.
            sample = pieces[first_piece : last : max(1, (last - first_piece) // _SAMPLE)]
            bottom, top = min(map(_BOTTOM, sample)), max(map(_TOP, sample))
            found.append(Run(said, left_end, end, bottom, top, bottom, first))
        parts.clear()

    for index, (start, until, left, top, right, bottom) in enumerate(pieces):
        if low < bottom < high and back < left - end < wide and left < right and not spaced:
            end = right
            continue
        char = text[start]
        if left >= right and char in _MADE:
            parts.append(text[begun:start])
            begun = until
            spaced |= char == " "
            continue
        height = top_line - bottom_line
        gap = left - end
        level = low < bottom < high or (
            # Of another font, or a mark whose box is no higher than its ink.
            (abs(top - top_line) < _LEVEL * height and top - bottom > _SAME * height)
            or (bottom_line <= bottom and top <= top_line and top - bottom < height / 2)
        )
        if level and index and _is_second(pieces[index - 1], pieces[index], height):
            if char == text[start - 1]:
                parts.append(text[begun:start])
                begun = until
            continue
        words = spaced and _is_letter(char) and _is_letter(text[max(0, begun - 2)])
        if low < high and level and -_COMPRESSED * height < gap < wide and not words:
            spaced = False
            end = max(end, right)
            continue
        if (
            low < high
            and level
            and wide <= gap < _BLANK * height
            and not words
            and any(piece[1] - piece[0] > 1 for piece in pieces[max(first_piece, index - _NEAR) : index])
        ):
            # Where words are whole a gap is a blank; else every character may be spaced out.
            parts += (text[begun:start], " ")
            begun, end, spaced = start, right, False
            continue
        spaced = False
        if low < high:
            finish(start, index)
        begun = first = start
        first_piece = index
        left_end, end, bottom_line, top_line = left, right, bottom, top
        height = max(top - bottom, 0.1)
        low, high = bottom - _LEVEL * height, bottom + _LEVEL * height
        wide, back = _GAP * height, -_BACK * height
    if low < high:
        finish(len(text), len(pieces))
    return found


def _is_second(before: Piece, piece: Piece, height: float) -> bool:
    """Whether a character lies upon the one before it: a part of the same ligature, or the same one once more."""
    _, _, before_left, _, before_right, _ = before
    _, _, left, _, right, _ = piece
    slack = _SHIFT * height
    return abs(left - before_left) < slack and abs(right - before_right) < slack and left < right


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalpha()


def without_doubles(runs: Sequence[Run]) -> list[Run]:
    """The runs without those that say the same at the same place as one before them."""
    said: set[str] = set()
    seen: dict[tuple[str, int, int], Run] = {}
    kept: list[Run] = []
    for run in runs:
        text, left, _, bottom, top, _, _ = run
        size = max(top - bottom, 1.0)
        column, row = round(left / size), round(bottom / size)
        if text in said and any(
            other is not None
            and abs(other.left - left) < _SHIFT * size
            and abs(other.bottom - bottom) < _SHIFT * size
            for other in (seen.get((text, column + x, row + y)) for x in (0, -1, 1) for y in (0, -1, 1))
        ):
            continue
        said.add(text)
        seen[text, column, row] = run
        kept.append(run)
    return kept
