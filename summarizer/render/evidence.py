"""Notes: for every sentence and figure the stretches of the source that it rests on."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from summarizer.compare import Figure
from summarizer.digest import Digest, DigestIndicator, DigestSection
from summarizer.outline import SectionClass
from summarizer.quantities import mentions_en, number_of
from summarizer.render.escape import window
from summarizer.render.page import Chinese, Inline, Line, Note, NoteMark, Run, line

__all__ = ["Evidence", "NoteStyle", "place_in_source", "section_name"]

_QUOTE_WIDTH = 60
_NAME_WIDTH = 40
_CHINESE_NAME_WIDTH = 20


class NoteStyle(StrEnum):
    """What a note says: the place with the source's words, the place alone, or nothing, for a page without notes."""

    FULL = "full"
    SHORT = "short"
    NONE = "none"


def section_name(section: DigestSection) -> str:
    """What a section is called where its heading is not printed, on one line, in plain text."""
    if section.level > 0 and section.title_zh:
        return section.title_en or section.title_zh
    if section.cls is SectionClass.CLOSING:
        return "Closing"
    return (
        "Opening"
        if section.level == 0 or section.cls is SectionClass.OPENING
        else "Section without a heading"
    )


def _shortened(name: str) -> str:
    width = _NAME_WIDTH if name.isascii() else _CHINESE_NAME_WIDTH
    if len(name) <= width:
        return name
    head = name[:width]
    return f"{head.rpartition(' ')[0] or head} …"


def _quoted(indicator: DigestIndicator, width: int = _QUOTE_WIDTH) -> str:
    start = indicator.start - indicator.quote_start
    return window(indicator.quote, start, start + indicator.end - indicator.start, width=width)


def place_in_source(lead: str, figure: DigestIndicator | Figure) -> str:
    """`Oversight, page 3, characters 100–111`; without `lead` what stands behind another place of its section or report."""
    parts = [lead] if lead else []
    if figure.page is not None:
        parts.append(f"page {figure.page}")
    parts.append(f"{'characters ' if lead else ''}{figure.quote_start}–{figure.quote_end}")
    if figure.recognised:
        parts.append("recognised from a picture")
    return ", ".join(parts)


class Evidence:
    """What sentences and figures of one page rest on, as notes and, in a bilingual page, as clauses beside them.

    Notes are numbered in the order in which they are asked for; equal citations share one.
    """

    def __init__(self, digest: Digest, *, notes: NoteStyle, bilingual: bool = False) -> None:
        self._sections = digest.sections
        self._indicators = {indicator.id: indicator for indicator in digest.indicators}
        self._style = notes
        self._bilingual = bilingual
        self._numbers: dict[tuple[str, ...], int] = {}

    def mark(self, cites: Iterable[str], said: str = "") -> Line:
        """The mark of the note on what `said` rests on, its figures in the order in which they are said there.

        Empty where nothing is cited or the page has no notes.
        """
        known = self._known(cites, said)
        if not known or self._style is NoteStyle.NONE:
            return ()
        return (NoteMark(self._numbers.setdefault(known, len(self._numbers) + 1)),)

    def beside(self, cites: Iterable[str], said: str = "") -> Line:
        """` (选聘9名立法顾问)`: the source's clauses for what `said` rests on; empty where the page is not bilingual."""
        known = self._known(cites, said) if self._bilingual else ()
        quotes = dict.fromkeys(_quoted(self._indicators[id]) for id in known)
        # The clause of the second figure of a sentence often begins with that of the first.
        clauses = [one for one in quotes if not any(one in other for other in quotes if other != one)]
        return line(" (", Chinese("；".join(clauses)), ")") if clauses else ()

    def notes(self) -> tuple[Note, ...]:
        """The notes that have been asked for."""
        return tuple(
            Note(number, self._note([self._indicators[id] for id in ids]))
            for ids, number in self._numbers.items()
        )

    def _known(self, cites: Iterable[str], said: str) -> tuple[str, ...]:
        known = tuple(dict.fromkeys(id for id in cites if id in self._indicators))
        if len(known) < 2 or not said:
            return known
        places: dict[object, int] = {}
        for mention in mentions_en(said):
            places.setdefault(mention.value, mention.span.start)
        return tuple(
            sorted(known, key=lambda id: places.get(number_of(self._indicators[id].value), len(said)))
        )

    def _note(self, indicators: Sequence[DigestIndicator]) -> Line:
        parts: list[Inline] = []
        section = -1
        for indicator in indicators:
            lead = ""
            if indicator.section != section:
                section = indicator.section
                lead = _shortened(section_name(self._sections[section]))
            place = place_in_source(lead, indicator)
            parts.append(Run(f"{'; ' if parts else ''}{place}"))
            if self._style is NoteStyle.FULL:
                parts += line(": “", Chinese(_quoted(indicator)), "”")
        return tuple(parts)
