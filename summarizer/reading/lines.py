"""The lines of a text, with the line breaks that a copying tool wrote out as escapes."""

import re
from dataclasses import dataclass

from summarizer.reading.document import Span

__all__ = ["ESCAPED_BREAK", "LINE_BREAKS", "Line", "bare", "lines"]

LINE_BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"

# `\r\n` spelt out in four characters. A lone `\n` counts only where no Latin letter follows, as one would in a path.
ESCAPED_BREAK = re.compile(r"(?:\\r\\n|\\[nr](?![A-Za-z]))+|<br ?/?>|</?p>", re.IGNORECASE)

_BREAK = re.compile(rf"[{LINE_BREAKS}]+|{ESCAPED_BREAK.pattern}", re.IGNORECASE)

# Blanks and the residue that stands for them; what is left of a line without these is what it says.
_SPELT_BLANK = r"<U\+[0-9A-Fa-f]{4,6}>|&(?:nbsp|ensp|emsp|#160);"
_RESIDUE = re.compile(rf"(?:{_SPELT_BLANK})+")
_BLANK = re.compile(rf"(?:{_SPELT_BLANK}|[\s\u200b-\u200f\u2060\ufeff\xad])+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that says something: `start` and `end` leave out the blanks around it and the line break."""

    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def said(self) -> str:
        """The line with the residue of blanks read as blanks."""
        return _RESIDUE.sub(" ", self.text).strip()

    @property
    def bare(self) -> str:
        """The line without any blanks or residue of blanks."""
        return bare(self.text)


def bare(text: str) -> str:
    """The text without blanks and without the residue of blanks (`&nbsp;`, `<U+00A0>`)."""
    return _BLANK.sub("", text)


def lines(text: str) -> list[Line]:
    """Every line of `text` that is not blank, in order."""
    found: list[Line] = []
    start = 0
    for match in _BREAK.finditer(text):
        _append(found, text, start, match.start())
        start = match.end()
    _append(found, text, start, len(text))
    return found


def _append(found: list[Line], text: str, start: int, end: int) -> None:
    raw = text[start:end]
    core = raw.strip()
    if core:
        begin = start + len(raw) - len(raw.lstrip())
        found.append(Line(begin, begin + len(core), core))
