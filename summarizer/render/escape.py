"""Foreign text made harmless: on one line, without unseen characters; in Markdown it can start no link, HTML, cell, list or footnote."""

import re

__all__ = ["flat", "inline", "one_line", "window"]

_BLANK = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]+")
# Overrides of the writing direction, which can show a figure backwards, characters without a width, and what is no character.
_UNSEEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufffe\uffff]")
_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"
_INSIDE_CHINESE = re.compile(rf"(?<={_WIDE}) (?={_WIDE})")
# An underscore between letters or digits starts nothing, and file names are full of them.
_SPECIAL = re.compile(r"[\\`*\[\]<>|#&~$]|(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])")
_BLOCK_START = re.compile(r"^(?:[-+=]|\d{1,9}(?=[.)](?:\s|$)))")
_LINK = re.compile(r"(?i)(?:https?|ftp)(?=://)|www(?=\.)")
_ELLIPSIS = "…"


def one_line(text: str) -> str:
    """The text on one line: line breaks, tabs and control characters are blanks, blanks between Chinese characters go."""
    flat = _UNSEEN.sub("", _BLANK.sub(" ", text)).strip()
    return _INSIDE_CHINESE.sub("", _BLANK.sub(" ", flat))


def flat(text: str) -> str:
    """`one_line` for a run inside a line: a blank at an end stays, for the run beside it."""
    bare = one_line(text)
    if not bare:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{bare}{' ' if text[-1].isspace() else ''}"


def inline(text: str) -> str:
    """Text of a report, model or file name as Markdown that shows exactly its characters, on one line.

    Safe in a paragraph, at the start of one, in a list item, a heading and a table cell.
    """
    escaped = _SPECIAL.sub(r"\\\g<0>", one_line(text))
    escaped = _LINK.sub(lambda m: f"{m.group()}\\", escaped)
    start = _BLOCK_START.match(escaped)
    if start is None:
        return escaped
    if start.group()[0].isdigit():
        return f"{start.group()}\\{escaped[start.end() :]}"
    return f"\\{escaped}"


def window(quote: str, start: int, end: int, *, width: int = 40) -> str:
    """About `width` characters of a quote around its number at `start` to `end`, on one line, cut ends shown by an ellipsis.

    Plain text; indices beyond the quote are taken for its ends.
    """
    start, end = max(0, min(start, len(quote))), max(0, min(end, len(quote)))
    before, number, after = one_line(quote[:start]), one_line(quote[start:end]), one_line(quote[end:])
    if len(before) + len(number) + len(after) <= width:
        return before + number + after
    if len(number) >= width:
        return number[: width - 1] + _ELLIPSIS
    room = width - len(number)
    right = min(len(after), max(room // 3, room - len(before)))
    left = min(len(before), room - right)
    head = f"{_ELLIPSIS}{before[-left:] if left else ''}" if left < len(before) else before
    tail = f"{after[:right]}{_ELLIPSIS}" if right < len(after) else after
    return head + number + tail
