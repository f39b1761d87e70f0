"""The figures of one sentence in a row, each with the words around it and the whole that it is a part of."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from summarizer.lexicon.units import UnitClass, units
from summarizer.quantities import Indicator, Inventory
from summarizer.verify.change_words import FALL, RISE
from summarizer.verify.magnitude import family
from summarizer.verify.printed import printed
from summarizer.verify.relation import Term

__all__ = ["CHANGE", "FALLS", "NEAR", "Figure", "Part", "lines"]

NEAR = 12
"""How many figures back a relation reaches at most, so that a sentence of a thousand figures costs no more than its length."""
_WINDOW = 60  # characters of the words on either side
# 受理案件300件。其中，民事200件 goes on with what stands before.
_SENTENCE_END = re.compile(r"[。！？!?\n](?!\s{0,2}其中)")
_RATIOS = frozenset({"%", "个百分点", "倍", "番"})
_MEASURED = frozenset(
    {UnitClass.AREA, UnitClass.LENGTH, UnitClass.MASS, UnitClass.VOLUME, UnitClass.ENERGY, UnitClass.POWER}
)

FALLS = rf"{FALL}|降|减|压缩|缩短|缩小|回落|下调|精简"
CHANGE = rf"(?P<verb>{RISE}|新增|净增|增|上涨|升|涨|攀升|扩大|拓展|扩展|上调|{FALLS})"
"""A verb of change, up or down."""
_FULL_WIDTH = str.maketrans(",;:()!?", "，；：（）！？")
_ASIDE = re.compile(rf"{CHANGE}(?:了|幅度?|率)?(?:达到?|为)?$")
_MADE_OF = re.compile(r"(?:分为|分成|分别是|分别为)[^，。；、]{0,12}$")
# 其中民事200件; 460件建议中，434件…
_OF_WHICH = re.compile(
    r"(?:其中|包括|包含)[^。；]{0,24}$|^[^，。；、]{1,12}(?<![集其初高年])中(?:[，有已]|$)[^，。；、]{0,8}$"
)
_REST = re.compile(r"(?:其余|余下)[^，。；、]{0,8}$|(?:其他|其它)[^，。；、]{0,2}$")
_NEXT = re.compile(r"^[^，。；、（]{0,10}[，；、和及与][^，。；（]{0,32}$")
_NEXT_CLOSE = re.compile(r"^[^，。；、（]{0,10}[；、和及与][^，。；、（]{0,14}$")
_NO_PART = re.compile(r"共|合计|总|全年|全市|全区|全县|全省|累计")


@dataclass(frozen=True, slots=True)
class Part:
    """That a figure is presented as part of the one numbered `whole` in its line.

    `complete` tells that the words promise all parts (分为), `sure` that no other figure can be meant as the whole.
    """

    whole: int
    complete: bool
    sure: bool


@dataclass(slots=True)
class Figure:
    """An indicator in its line: `left` and `right` are the words up to the figures beside it, `term` None where unchecked.

    `depth` counts the brackets it stands in.
    """

    indicator: Indicator
    term: Term | None
    left: str
    right: str
    depth: int
    part: Part | None = field(default=None)

    @property
    def unit(self) -> str:
        return self.indicator.mention.unit

    @property
    def name(self) -> str:
        return self.indicator.name_zh

    @property
    def aside(self) -> bool:
        """Whether it is a share or a change rather than an amount of its own."""
        return self.unit in _RATIOS or _ASIDE.search(self.left) is not None

    def like(self, other: "Figure") -> bool:
        """Whether both are amounts that may be added: one unit, or measure words of one family."""
        if self.unit == other.unit:
            return self.unit not in _RATIOS
        classes = {known.cls for known in (units().get(self.unit), units().get(other.unit)) if known}
        measured = classes & {*_MEASURED, UnitClass.MONEY} or not self.unit or not other.unit
        return not measured and family(self.unit) == family(other.unit)


def lines(inventory: Inventory) -> Iterator[list[Figure]]:
    """The figures of each sentence; the parts between semicolons are one sentence, and so is what goes on with 其中."""
    body = inventory.doc.body
    text = body.text
    ends = [mark.end() for mark in _SENTENCE_END.finditer(text)]
    line: list[tuple[int, int, Indicator]] = []
    last = -1
    for indicator in inventory.indicators:
        start = bisect_left(body.offsets, indicator.span.start)
        end = bisect_left(body.offsets, indicator.span.end)
        sentence = bisect_left(ends, start + 1)
        if line and sentence != last:
            yield _line(text, ends, last, line)
            line = []
        last = sentence
        line.append((start, end, indicator))
    if line:
        yield _line(text, ends, last, line)


def _line(
    text: str, ends: list[int], sentence: int, placed: list[tuple[int, int, Indicator]]
) -> list[Figure]:
    begin = ends[sentence - 1] if sentence else 0
    stop = ends[sentence] if sentence < len(ends) else len(text)
    figures: list[Figure] = []
    at, depth = begin, 0
    for number, (start, end, indicator) in enumerate(placed):
        between = text[at:start]
        depth = max(0, depth + sum(between.count(c) for c in "（(") - sum(between.count(c) for c in "）)"))
        following = placed[number + 1][0] if number + 1 < len(placed) else stop
        figure = printed(indicator.mention, text[start:end])
        figures.append(
            Figure(
                indicator,
                Term(indicator, figure) if figure else None,
                _words(between[-_WINDOW:]),
                _words(text[end : min(following, end + _WINDOW)]),
                depth,
            )
        )
        at = end
    for number, one in enumerate(figures):
        one.part = _part(figures, number, one)
    return figures


def _words(text: str) -> str:
    """The text without blanks, its marks in full width."""
    return "".join(text.split()).translate(_FULL_WIDTH)


def _part(figures: list[Figure], at: int, figure: Figure) -> Part | None:
    """What the figure is a part of: said in so many words, or going on with a list whose first item is."""
    if figure.aside or at == 0:
        return None
    complete = _MADE_OF.search(figure.left) is not None
    if complete or _OF_WHICH.search(figure.left):
        return _opened(figures, at, figure, complete=complete)
    back = range(at - 1, max(-1, at - NEAR), -1)
    before = next((i for i in back if not figures[i].aside and figures[i].depth <= figure.depth), None)
    if before is None or figures[before].part is None or figures[before].depth != figure.depth:
        return None
    part = figures[before].part
    if not figure.like(figures[before]) or not _NEXT.search(figure.left) or _NO_PART.search(figure.left):
        return None
    assert part is not None
    rest = _REST.search(figure.left) is not None
    sure = part.sure and (rest or _NEXT_CLOSE.search(figure.left) is not None)
    return Part(part.whole, part.complete or rest, sure)


def _opened(figures: list[Figure], at: int, figure: Figure, *, complete: bool) -> Part | None:
    """The part that the words 其中, 分为 open: of the nearest like amount before."""
    back = range(at - 1, max(-1, at - NEAR), -1)
    found = [i for i in back if figures[i].like(figure) and not figures[i].aside]
    if not found:
        return None
    # What stands between the whole and 其中 is said of the whole: a change, a share.
    direct = all(figures[i].aside for i in range(found[0] + 1, at))
    return Part(found[0], complete, len(found) == 1 and direct)
