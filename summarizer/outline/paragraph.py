"""The paragraphs of a body, and what their first words and last marks tell."""

import re
from dataclasses import dataclass

__all__ = ["Paragraph", "paragraphs"]

_LINE = re.compile(r"[^\n\r]+")
_FINAL = "。！？；：!?;:…，,、"
_LATIN_STOP = re.compile(r"[a-z]\.")
_CLOSERS = "”’」』）)》】 "
# A speaker turns to the house again, admits problems or gives thanks: the subsection before is over.
_TURN = re.compile(
    r"(?:各位代表|各位委员|同志们)[，,！!：:]"
    r"|.{0,40}?(?:清醒地?(?:认识|看)到|清醒认识|来之不易|还存在(?:一些|不少|许多)|仍存在)|.{0,90}?(?:领导|奋斗|努力|拼搏)的结果"
)
_SALUTATION = re.compile(r"(?:尊敬的)?(?:主任|主席)?[、，]?(?:各位|同志们).{0,24}[：:！!]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the body without the blanks around it; `start` and `end` are places in the body's text."""

    start: int
    end: int
    text: str

    @property
    def is_closed(self) -> bool:
        """Whether it ends as a sentence or clause does."""
        core = self.text.rstrip(_CLOSERS)
        return core[-1:] in tuple(_FINAL) or _LATIN_STOP.search(core[-2:]) is not None

    @property
    def is_continuation(self) -> bool:
        """Whether it goes on with a sentence that the line before left open."""
        return self.text[0] in "，。；：、！？,;:!?》”）)"

    @property
    def is_salutation(self) -> bool:
        return _SALUTATION.fullmatch(self.text) is not None

    @property
    def is_turn(self) -> bool:
        """Whether the report leaves its subsections here and speaks of the whole again."""
        return _TURN.match(self.text) is not None


def paragraphs(text: str) -> list[Paragraph]:
    """The non-empty lines of `text`, in order."""
    found = []
    for line in _LINE.finditer(text):
        stripped = line.group().strip()
        if stripped:
            start = line.start() + line.group().index(stripped)
            found.append(Paragraph(start, start + len(stripped), stripped))
    return found
