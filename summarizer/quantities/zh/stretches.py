"""Stretches in which numbers are parts of names: short quotations, titles, addresses of the web."""

import re
from collections.abc import Iterator

__all__ = ["Stretches", "addresses", "quotations", "titles"]

_QUOTATION = re.compile(r"[“\"「『][^“”\"」』，。；\n]{1,14}+[”\"」』]")
_SHARE = re.compile(r"[0-9０-９.][ \t\u00a0\u3000]?(?:[%％‰]|[万亿])")
_TITLE = re.compile(r"《[^《》\n]{2,80}+》")
_LINK = re.compile(r"(?:https?://|www\.)[!-~]++")
_AT = re.compile(r"@[A-Za-z0-9.-]++")
_MAILBOX = re.compile(r"[A-Za-z0-9._+-]++\Z")
_LONGEST_MAILBOX = 64
_DIGIT = re.compile(r"[0-9]")

Stretch = tuple[int, int]


class Stretches:
    """Half-open stretches in order, asked about from left to right."""

    def __init__(self, found: Iterator[Stretch]) -> None:
        self._found = found
        self._current = next(found, None)

    def holding(self, at: int) -> Stretch | None:
        """The stretch that `at` stands in; `at` never falls from one call to the next."""
        current = self._current
        while current is not None and current[1] <= at:
            current = self._current = next(self._found, None)
        return current if current is not None and current[0] <= at else None


def quotations(text: str) -> Iterator[Stretch]:
    """What stands inside short quotation marks, unless it speaks of shares and sums: “两个确立”, “1 10 100”."""
    for hit in _QUOTATION.finditer(text):
        if not _SHARE.search(text, hit.start(), hit.end()):
            yield hit.start() + 1, hit.end() - 1


def titles(text: str) -> Iterator[Stretch]:
    """What stands inside 《》."""
    return (hit.span() for hit in _TITLE.finditer(text))


def _mails(text: str) -> Iterator[Stretch]:
    for hit in _AT.finditer(text):
        box = _MAILBOX.search(text, max(0, hit.start() - _LONGEST_MAILBOX), hit.start())
        if box:
            yield box.start(), hit.end()


def addresses(text: str) -> Iterator[Stretch]:
    """Links and mail addresses that hold a digit."""
    found = [hit.span() for hit in _LINK.finditer(text)]
    if "@" in text:
        found = sorted([*found, *_mails(text)])
    end = 0
    for start, stop in found:
        if start >= end and _DIGIT.search(text, start, stop):
            end = stop
            yield start, stop
