"""Any text + inventory → findings: the numbers of a text that cites nothing, English or Chinese."""

from collections.abc import Sequence
from dataclasses import replace

from summarizer.lexicon import plain
from summarizer.quantities import Inventory, Kind
from summarizer.reading import Region
from summarizer.verify.chinese_check import ChineseCheck, page_around
from summarizer.verify.english_check import EnglishCheck
from summarizer.verify.finding import NumberFinding
from summarizer.verify.grounds import grounds_of
from summarizer.verify.languages import by_language

__all__ = ["check_text"]


def check_text(text: str, inventory: Inventory) -> list[NumberFinding]:
    """The verdict on every number of a text, in order, checked against the whole report.

    An English figure is matched by value, by the noun it counts and the words around it, as far as termbase and synonyms know
    them; a Chinese one by its place where its sentence stands in the source, else by what it counts, in which direction and when.
    Years, ordinals, durations and names must stand in the source. The numbers of lists and headings, idioms, and in Chinese text
    those of the page around it have no verdict. English and Chinese lines may be mixed; Chinese quoted in an
    English line is not checked.
    """
    grounds = grounds_of(inventory)
    given, text = text, plain(text)
    english, chinese = by_language(text)
    page = page_around(text)
    found = [
        *(_on_page(finding, page) for finding in EnglishCheck(english, grounds).findings()),
        *ChineseCheck(chinese, page, grounds).findings(),
    ]
    found = [replace(finding, text=given[finding.start : finding.end]) for finding in found]
    return sorted(found, key=lambda finding: finding.start)


def _on_page(finding: NumberFinding, page: Sequence[Region]) -> NumberFinding:
    """The finding, without a verdict where the number is none of the text's own."""
    if not any(region.span.start <= finding.start < region.span.end for region in page):
        return finding
    return replace(finding, kind=Kind.FURNITURE.value, verdict=None, reason=None, evidence=(), message="")
