"""Footnotes: for every sentence the stretches of the source that it rests on."""

from collections.abc import Iterable, Sequence

from summarizer.digest import Digest, DigestIndicator, DigestSection
from summarizer.outline import SectionClass
from summarizer.render.escape import inline, window

__all__ = ["Footnotes", "section_name"]

_QUOTE_WIDTH = 60
_NAME_WIDTH = 40
_CHINESE_NAME_WIDTH = 20


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


class Footnotes:
    """The footnotes of one briefing, numbered in the order in which they are asked for; equal citations share one."""

    def __init__(self, digest: Digest) -> None:
        self._sections = digest.sections
        self._indicators = {indicator.id: indicator for indicator in digest.indicators}
        self._numbers: dict[tuple[str, ...], int] = {}

    def mark(self, cites: Iterable[str]) -> str:
        """`[^3]` for what a sentence rests on; "" where it cites nothing."""
        known = tuple(dict.fromkeys(id for id in cites if id in self._indicators))
        if not known:
            return ""
        number = self._numbers.setdefault(known, len(self._numbers) + 1)
        return f"[^{number}]"

    def lines(self) -> list[str]:
        """The notes themselves, one line each."""
        return [
            f"[^{number}]: {self._note([self._indicators[id] for id in ids])}"
            for ids, number in self._numbers.items()
        ]

    def _note(self, indicators: Sequence[DigestIndicator]) -> str:
        parts = []
        section = -1
        for indicator in indicators:
            place = f"{indicator.quote_start}–{indicator.quote_end}"
            if indicator.section != section:
                section = indicator.section
                parts.append(
                    f"{inline(_shortened(section_name(self._sections[section])))}, characters {place}"
                )
            else:
                parts.append(place)
            parts[-1] += f": “{inline(_quoted(indicator, _QUOTE_WIDTH))}”"
        return "; ".join(parts)


def _quoted(indicator: DigestIndicator, width: int) -> str:
    start = indicator.start - indicator.quote_start
    return window(indicator.quote, start, start + indicator.end - indicator.start, width=width)
