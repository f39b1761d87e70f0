"""The words around a number in its clause."""

import re

__all__ = ["words_after", "words_before"]

_WINDOW = 24
_CLAUSE_BACK = re.compile(r"[，,。；;！？!?\n]")
_CLAUSE_AHEAD = re.compile(r"[，,。；;！？!?、\n]")
_BLANK = re.compile(r"\s")


def words_before(text: str, start: int) -> str:
    """What stands before in the same clause, at most 24 characters, without blanks."""
    return _BLANK.sub("", _CLAUSE_BACK.split(text[max(0, start - _WINDOW) : start])[-1])


def words_after(text: str, end: int) -> str:
    """What stands behind in the same clause, at most 24 characters, without blanks."""
    return _BLANK.sub("", _CLAUSE_AHEAD.split(text[end : end + _WINDOW], maxsplit=1)[0])
