"""Every number of Chinese report text, by value: figures with unit and qualifier, and the numbers that count nothing.

One pass from left to right: where a number begins, the forms of what is no figure are tried first (`nonfigures`), then a figure
is read (`figure`) and judged by the words around it (`context`). The cost is linear in the text.
"""

import re
from dataclasses import replace

from summarizer.lexicon.numerals import CN_NUMERAL
from summarizer.lexicon.traditional import simplified
from summarizer.quantities.mention import Kind, Mention
from summarizer.quantities.zh.amount import DIGITS
from summarizer.quantities.zh.candidate import MASKS, Candidate
from summarizer.quantities.zh.context import kind_of
from summarizer.quantities.zh.figure import figure_at
from summarizer.quantities.zh.nonfigures import NonFigures
from summarizer.quantities.zh.times import measured
from summarizer.reading import Span

__all__ = ["mentions_zh"]

_BEGIN = re.compile(rf"[{DIGITS}{CN_NUMERAL}参半{re.escape(MASKS)}①-⑳]")
# 二○二三年: the circle is typed for the zero.
_ROUND_ZERO = re.compile(r"(?<=[一二三四五六七八九〇○])○(?=[一二三四五六七八九〇○年])")
_RUN = re.compile(rf"[{re.escape(MASKS)}]++|[{DIGITS}]++|[{CN_NUMERAL}参兆半]++|.", re.DOTALL)


def _mention(text: str, found: Candidate, kind: Kind) -> Mention:
    return Mention(
        Span(found.start, found.end),
        Span(found.number_start, found.number_end),
        text[found.start : found.end],
        kind,
        found.value,
        found.value_max,
        found.unit,
        found.qualifier,
        found.unreadable,
    )


def mentions_zh(text: str) -> list[Mention]:
    """Every number written in Chinese report text, in order, none overlapping.

    Spans are code points into `text` as given. Values are exact and in base units: `1.2万人` is 12000, `67%` is 67, `4.9‰` is
    0.49 %, `三分之二` is Fraction(2, 3); `2～3次` fills `value` and `value_max`; `***人次` is masked. Never raises: a figure it
    cannot read keeps its span with value None and `unreadable` (so does `兆`, 10^6 or 10^12). Does not say what is counted:
    `inventory` does, given the outline.
    Source: GB/T 15835-2011; conventions of spans and qualifiers: docs/quantities.md.
    """
    plain = simplified(text)
    if "○" in plain:
        plain = _ROUND_ZERO.sub("〇", plain)
    found: list[Mention] = []
    others = NonFigures(plain)
    floor = at = 0
    while hit := _BEGIN.search(plain, at):
        at = hit.start()
        mention = others.at(at, floor)
        previous = found[-1] if found else None
        if mention is not None and mention.kind is Kind.DURATION and measured(plain, mention, previous):
            mention = None
        if mention is None:
            figure = figure_at(plain, at, floor)
            kind = None if figure is None else kind_of(plain, figure, previous)
            if figure is None or kind is None:
                run = _RUN.match(plain, at)
                at = run.end() if run else at + 1
                continue
            mention = _mention(plain, figure, kind)
        found.append(mention)
        floor = at = mention.span.end
    return found if plain is text else [replace(m, text=m.span.of(text)) for m in found]
