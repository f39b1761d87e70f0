"""What stands below a report: links to other pages, addresses, record numbers, licences, disclaimers."""

import re

from summarizer.lexicon import portal_pattern
from summarizer.reading.lines import Line

__all__ = ["ends_report", "is_closing_mark", "is_disclaimer", "is_footer", "is_licence"]

_LEAD = r"[·•▪◆■★☆*>》\s]{0,3}(?:[【《\[][^】》\]]{0,40}[】》\]])?[【\[]?"
_FOOTER = (
    rf"{_LEAD}«link»[】\]]?[：:|>》…+]{{0,3}}.{{0,40}}"
    r"|.{0,80}«mark».{0,160}"
    r"|.{0,16}«contact»[：:].{0,80}"
    r"|[【\[]E-?mail推荐.{0,20}"
    r"|Publicdomain.{0,60}"
    r"|附件[：:]?(?:\d[.、．])?[^。，]{0,60}\.(?:docx?|pdf|xlsx?|wps|ofd|zip|rar)"
    r"|[<＜◀\d]{0,2}[上下]一[篇条页版][>＞▶\d]{0,2}"
    r"|本页.{0,10}(?:浏览|访问).{0,12}"
)
_END = rf"{_LEAD}«end»(?:[】\]：:|>》…+].{{0,60}})?"
_DISCLAIMER = r"[（(【\[*]?«disclaimer»"
_LICENCE = re.compile(
    r"本作品(?:来自|是|在|出自)中华人民共和国|本作品.{0,40}(?:公有领域|公有領域)|《?中华人民共和国著作权法》?.{0,30}(?:不适用|第五条)"
)
_CLOSING_MARK = re.compile(r"[)）】\]》>\s]{1,6}")


def is_footer(line: Line) -> bool:
    """Licences, record numbers, share buttons, links to other pages: what stands below the report."""
    text = line.text
    if is_licence(line) or is_disclaimer(line):
        return True
    return len(text) <= 240 and "。" not in text and portal_pattern(_FOOTER).fullmatch(line.bare) is not None


def ends_report(line: Line) -> bool:
    """A line of a page after which only page follows: the way to the next one, links to others."""
    return len(line.text) <= 80 and portal_pattern(_END).fullmatch(line.bare) is not None


def is_disclaimer(line: Line) -> bool:
    """What a site says about rights and copying; it may run to sentences."""
    return len(line.text) <= 600 and portal_pattern(_DISCLAIMER).match(line.bare[:40]) is not None


def is_licence(line: Line) -> bool:
    """The beginning of a licence text; everything below it is footer."""
    return len(line.text) <= 300 and _LICENCE.search(line.text) is not None


def is_closing_mark(line: Line) -> bool:
    """A line of closing punctuation left over from a bracket."""
    return _CLOSING_MARK.fullmatch(line.text) is not None
