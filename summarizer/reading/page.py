"""The body of a report as metadata reads it: paragraphs, the head above the first of them, and where each stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.lexicon.traditional import half_width, plain
from summarizer.reading import furniture
from summarizer.reading.document import Body, Span
from summarizer.reading.lines import Line, bare

__all__ = ["Page", "Said", "Stretch", "page_of"]

_YEAR_DIGITS = dict(zip("〇○零一二三四五六七八九", "000123456789", strict=True))
_YEAR_NUMERAL = re.compile(r"(?<![〇○零一二三四五六七八九])[一二][〇○零九][〇○零一二三四五六七八九]{2}(?=年)")
_HEAD_LINES = 30
_TOP = 3000  # characters; a salutation below is no opening
_LONGEST_TOP = 300
_SALUTATION = re.compile(r"(?:主任、)?(?:各位|同志们)(?:代表|委员|同志)?[：:]")
_MOST_JOINED = 3  # lines that a title or an occasion may be set on
_LONGEST_JOINED = 90
_NEAR = 4  # lines between a title, occasion or speaker and the salutation


@dataclass(frozen=True, slots=True)
class Said:
    """A value that the text states, and the stretch of the body that states it."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """One line of the body, or several in a row read as one: what a pattern finds in it is placed in the body."""

    text: str
    lines: tuple[Line, ...]

    def said(self, match: re.Match[str], group: str | int = 0, value: str | None = None) -> Said | None:
        """What a group of the match holds, without blanks unless `value` says it; None where it holds nothing."""
        start, end = match.span(group)
        if start == end or start < 0:
            return None
        words = bare(match[group]) if value is None else value
        return Said(words, self._place(start), self._place(end - 1) + 1)

    def _place(self, at: int) -> int:
        for line in self.lines:
            if at < len(line.text):
                return line.start + at
            at -= len(line.text)
        raise IndexError(at)


@dataclass(frozen=True, slots=True)
class Page:
    """Paragraphs of a body in simplified characters, with ASCII digits and letters and years in digits, place for place.

    `plain` is the whole of it. `head` counts the paragraphs above the salutation or the first full one.
    """

    body: Body
    plain: str
    paragraphs: tuple[Line, ...]
    head: int

    @property
    def head_lines(self) -> tuple[Line, ...]:
        return self.paragraphs[: self.head]

    def opening(self, count: int) -> tuple[Line, ...]:
        """The first `count` paragraphs after the head."""
        return self.paragraphs[self.head : self.head + count]

    def stretches(self, count: int) -> Iterator[Stretch]:
        """The first `count` paragraphs, each alone and, where they are short, with those that follow as one."""
        for index, _line in enumerate(self.paragraphs[:count]):
            joined: tuple[Line, ...] = ()
            for following in self.paragraphs[index : index + _MOST_JOINED]:
                joined = (*joined, following)
                text = "".join(part.text for part in joined)
                if len(joined) > 1 and len(text) > _LONGEST_JOINED:
                    break
                yield Stretch(text, joined)
                if furniture.is_opening(following):
                    break

    def span(self, said: Said) -> Span:
        """Where in the document the stretch of the body stands."""
        return self.body.raw(said.start, said.end)

    def shown(self, start: int, end: int) -> str:
        """The characters of a stretch of the body, as patterns read them."""
        return self.plain[start:end]

    def written(self, said: Said) -> str:
        """The value in the characters that the report has."""
        own = half_width(bare(self.body.text[said.start : said.end]))
        if _plain(own) != bare(_plain(said.value)):
            return said.value
        chars = iter(own)
        return "".join(char if char.isspace() else next(chars) for char in said.value)

    def in_its_characters(self, name: str) -> str:
        """A name put together by us in the characters of the report: 常务委员会 as 常務委員會 where it writes so."""
        if self.plain == self.body.text:
            return name
        pairs = zip(self.plain, self.body.text, strict=True)
        own = {plain: char for plain, char in pairs if plain != char and not plain.isascii()}
        at = self.plain.find(name)
        if at >= 0:
            return self.body.text[at : at + len(name)]
        return "".join(own.get(char, char) for char in name)


def _plain(text: str) -> str:
    """Simplified, in half width, years in digits: as long as before."""
    return _YEAR_NUMERAL.sub(lambda year: "".join(_YEAR_DIGITS[char] for char in year.group()), plain(text))


def page_of(body: Body) -> Page:
    """The paragraphs of `body`; one that is short and has no end of a sentence can belong to the head."""
    paragraphs: list[Line] = []
    start = 0
    whole = _plain(body.text)
    for text in whole.split("\n"):
        if text:
            paragraphs += (
                _parted(Line(start, start + len(text), text))
                if start < _TOP
                else [Line(start, start + len(text), text)]
            )
        start += len(text) + 1
    return Page(body, whole, tuple(paragraphs), _head_size(paragraphs))


def _parted(line: Line) -> list[Line]:
    """A paragraph that begins with title, occasion, speaker and salutation, as a copy without line breaks does, in its lines."""
    greeting = _SALUTATION.search(line.text, 1, _LONGEST_TOP)
    if greeting is None or greeting.end() == len(line.text) or "。" in line.text[: greeting.start()]:
        return [line]
    ends = [
        *(blank.start() for blank in re.finditer(" ", line.text[: greeting.start()])),
        greeting.start(),
        greeting.end(),
    ]
    parts, start = [], 0
    for end in [*ends, len(line.text)]:
        text = line.text[start:end]
        core = text.strip()
        if core:
            first = line.start + start + len(text) - len(text.lstrip())
            parts.append(Line(first, first + len(core), core))
        start = end
    return parts


def _head_size(paragraphs: list[Line]) -> int:
    """Up to the first paragraph; a site's notices above the title are passed where the salutation is under title and occasion."""
    top = paragraphs[: _HEAD_LINES + 1]
    first = next(
        (i for i, line in enumerate(top) if furniture.is_opening(line) or furniture.is_prose(line)), 0
    )
    greeting = next((i for i, line in enumerate(top) if furniture.is_opening(line)), first)
    titled = any(furniture.is_title_like(line) for line in top[max(0, greeting - _NEAR) : greeting])
    return greeting if greeting > first and titled else first
