"""What reading gives: one text that never changes, and what was found out about it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from summarizer.lexicon.traditional import is_traditional, plain

__all__ = [
    "LOST",
    "Body",
    "Document",
    "Form",
    "Layout",
    "Level",
    "Missing",
    "Region",
    "RegionKind",
    "ReportKind",
    "ReportMeta",
    "Source",
    "Span",
    "Unit",
]


LOST = "\ufffd"
"""What stands in the text for a character that could not be read (U+FFFD)."""


_HAN = re.compile(r"[\u3007\u3400-\u9fff]+")
_LATIN = re.compile(r"[A-Za-z]{3}")
_WORDS = ("title_zh", "body_zh", "place_zh", "session_zh", "speaker", "speaker_title_zh")
_BESIDE, _NOT_FAR = (
    200,
    4_000,
)  # characters around a place in which its words stand, and in which others of it do


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open stretch `[start, end)` of one document's text, in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"empty or reversed span: [{self.start}, {self.end})")

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The characters this span covers in `text`."""
        return text[self.start : self.end]


class RegionKind(StrEnum):
    """Why a stretch of the file is not the report."""

    WATERMARK = "watermark"
    PAGE_NUMBER = "page_number"
    NAVIGATION = "navigation"
    BYLINE = "byline"
    FOOTER = "footer"
    DUPLICATE = "duplicate"
    ABSTRACT = "abstract"
    GLOSSARY = "glossary"
    ARTIFACT = "artifact"


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch that is not the report. Regions of a document are in order and never overlap."""

    span: Span
    kind: RegionKind


@dataclass(frozen=True, slots=True)
class Source:
    """Provenance of a text. `sha256` is of the bytes as given, in hex; `encoding` is a Python codec name, "" where the format
    has none to tell."""

    name: str
    sha256: str
    media_type: str
    encoding: str


class ReportKind(StrEnum):
    """Whose report this is, or what else the text is."""

    CONGRESS = "congress_report"
    GOVERNMENT = "government_report"
    COURT = "court_report"
    PROCURATORATE = "procuratorate_report"
    RESOLUTION = "resolution"
    PRESS = "press_report"
    STATISTICS = "statistical_communique"
    PLAN = "plan_report"  # on the economic plan or the budget
    SPECIAL = "special_report"  # on one matter, to a standing committee
    WORK_PLAN = "work_plan"
    SPEECH = "speech"
    OTHER = "other"

    @property
    def is_work_report(self) -> bool:
        return self in {self.CONGRESS, self.GOVERNMENT, self.COURT, self.PROCURATORATE}


class Form(StrEnum):
    """How the report is told: itself, or a newspaper's guide (导读) or infographic (图解) of it."""

    FULL = "full"
    GUIDE = "guide"
    INFOGRAPHIC = "infographic"


class Missing(StrEnum):
    """Which part of a report its file does not hold."""

    BEGINNING = "beginning"
    END = "end"


class Level(StrEnum):
    """Administrative level of the place the report is about."""

    NATIONAL = "national"
    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"
    TOWNSHIP = "township"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ReportMeta:
    """What the text says about itself; "" where it does not say.

    `body_zh` is the body that reports (`大同市人民代表大会常务委员会`), `place_zh` its place (`大同市`, for a district with the
    city where the text names it: `呼和浩特市新城区`). `year` is the year reported on, or the last of several (`2022`);
    `period` the years covered (`2022`, `2018-2022`). `session_zh` is the session as written (`第十六届人民代表大会第三次会议`),
    `congress` and `session` its two numbers. `speaker` is the name as written, `speaker_title_zh` the office. `date` is ISO
    (`2023-03-21`), the day of delivery. `missing` are the parts that the file was cut off from, `reports` how many reports it holds
    one after the other; the other fields are of the first. `evidence` holds for each field that says something the stretch of the
    text that shows it.
    """

    kind: ReportKind = ReportKind.OTHER
    form: Form = Form.FULL
    title_zh: str = ""
    body_zh: str = ""
    place_zh: str = ""
    level: Level = Level.UNKNOWN
    year: str = ""
    period: str = ""
    session_zh: str = ""
    congress: int | None = None
    session: int | None = None
    speaker: str = ""
    speaker_title_zh: str = ""
    date: str = ""
    missing: tuple[Missing, ...] = ()
    reports: int = 1
    evidence: Mapping[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Body:
    """The report as its author wrote it: regions left out, hard-wrapped lines joined, stray blanks inside words dropped.

    `offsets[i]` is the place of `text[i]` in the document's text; they rise strictly.
    """

    text: str
    offsets: Sequence[int]

    def raw(self, start: int, end: int) -> Span:
        """The stretch of the document that shows `text[start:end]`, with whatever was left out between its ends."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def shown(self, span: Span) -> str:
        """What a reader of the report sees of a stretch of the document: page furniture, wraps and stray blanks left out."""
        return self.text[bisect_left(self.offsets, span.start) : bisect_left(self.offsets, span.end)]


class Unit(StrEnum):
    """What a file is divided into."""

    PAGE = "page"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Layout:
    """Where in its file the text stands.

    The text from `starts[i]` up to the next start is page or paragraph number i + 1 of the file; `starts` never fall and one that
    has no text starts where the next one does. `recognised` are the numbers of the pages whose text was recognised from a picture,
    `unread` those of pages that are pictures and could not be read, in order. A file without such a division has no unit.
    """

    unit: Unit | None = None
    starts: tuple[int, ...] = ()
    recognised: tuple[int, ...] = ()
    unread: tuple[int, ...] = ()

    def number(self, offset: int) -> int | None:
        """The page or paragraph, counted from 1, that holds the character at `offset`; None without a division."""
        return bisect_right(self.starts, offset) or None

    def is_recognised(self, offset: int) -> bool:
        """Whether the character at `offset` was read off a picture, where any character may be mistaken for another."""
        return bool(self.recognised) and self.number(offset) in self.recognised


@dataclass(frozen=True)
class Document:
    """A decoded text with its regions and metadata. Every span in the program points into `text`, which never changes."""

    text: str
    source: Source
    regions: tuple[Region, ...] = ()
    meta: ReportMeta = field(default_factory=ReportMeta)
    layout: Layout = field(default_factory=Layout)

    @cached_property
    def plain(self) -> "Document":
        """The same document as everything that looks words up reads it: in simplified characters and half width, place for place.

        A span is good in both. The document itself where there is nothing to change.
        """
        text = plain(self.text)
        if text == self.text:
            return self
        meta, wholly = self.meta, is_traditional(self.text)
        words = {name: plain(getattr(meta, name), wholly=wholly) for name in _WORDS}
        return replace(self, text=text, meta=replace(meta, **words))  # type: ignore[arg-type]  # texts all

    @cached_property
    def body(self) -> Body:
        from summarizer.reading.body import body_of

        if self.plain is self:
            return body_of(self.text, self.regions)
        # Where lines are joined is decided by the words, whatever characters they are in.
        read = self.plain.body
        own = (
            char if self.plain.text[at] != char else self.text[at]
            for char, at in zip(read.text, read.offsets, strict=True)
        )
        return Body("".join(own), read.offsets)

    def with_meta(self, meta: ReportMeta) -> "Document":
        """The same document with this said about it."""
        told = replace(self, meta=meta)
        # Text and regions are the same, and so is the body, which takes a while to make.
        told.__dict__["body"] = self.body
        if self.plain is not self:
            told.plain.__dict__["body"] = self.plain.body
        return told

    def written(self, words: str, *, near: int = 0) -> str:
        """Words of the plain document in the characters of this one, as they stand beside `near`.

        Words that stand there in pieces are put together from the pieces; what stands nowhere stays as it is. Of an English sentence
        only the Chinese it quotes is changed.
        """
        if self.plain is self:
            return words
        if _LATIN.search(words):
            return _HAN.sub(lambda run: self._written_run(run.group(), near), words)
        return self._written_run(words, near)

    def _written_run(self, words: str, near: int) -> str:
        own: list[str] = []
        at = 0
        while at < len(words):
            # The longest piece that stands beside; a single character that does not as it stands anywhere.
            size = self._longest_beside(words, at, near)
            if size:
                place = self._beside(words[at : at + size], near)
                own.append(self.text[place : place + size])
            else:
                own.append(self._characters.get(words[at], words[at]))
            at += size or 1
        return "".join(own)

    def _longest_beside(self, words: str, at: int, near: int) -> int:
        """How many characters of `words` from `at` on stand beside `near` in one piece.

        Where a piece stands its beginnings do, so that the search takes steps of two sizes: twice as many, then half of the rest.
        """
        size, step = 0, 1
        while at + size < len(words) and self._beside(words[at : at + size + step], near) >= 0:
            size, step = min(size + step, len(words) - at), step * 2
        while step := step // 2:
            if at + size < len(words) and self._beside(words[at : at + size + step], near) >= 0:
                size = min(size + step, len(words) - at)
        return size

    def _beside(self, words: str, near: int) -> int:
        text = self.plain.text
        close = text.find(words, max(0, near - _BESIDE), near + _BESIDE)
        return close if close >= 0 else text.find(words, max(0, near - _NOT_FAR), near + _NOT_FAR)

    @cached_property
    def _characters(self) -> dict[str, str]:
        """Characters of the plain document as they stand in this one."""
        return {plain: own for plain, own in zip(self.plain.text, self.text, strict=True) if plain != own}
