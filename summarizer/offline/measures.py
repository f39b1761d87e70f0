"""Names of figures that measure: what has changed, what share of what, how many new, the number of what."""

import re
from collections.abc import Sequence

from summarizer.lexicon import TermBase
from summarizer.offline.groups import nouns_in
from summarizer.offline.nouns import Noun, listed
from summarizer.offline.phrase import Change, Phrase
from summarizer.offline.sizes import has_size
from summarizer.offline.words import words_of

__all__ = ["addition_in", "change_in", "number_in", "share_in", "without_ending", "without_reached"]

_CHANGES = {
    "改善": Change.IMPROVEMENT, "递增": Change.GROWTH, "增长": Change.GROWTH, "增速": Change.GROWTH, "增加": Change.INCREASE, "提高": Change.INCREASE,
    "上升": Change.INCREASE, "提升": Change.INCREASE, "增幅": Change.INCREASE, "下降": Change.DECREASE, "降低": Change.DECREASE,
    "减少": Change.DECREASE, "降幅": Change.DECREASE, "压减": Change.DECREASE, "压缩": Change.DECREASE, "缩短": Change.DECREASE,
    "回落": Change.DECREASE, "削减": Change.DECREASE, "上涨": Change.INCREASE, "涨幅": Change.INCREASE, "扩大": Change.INCREASE,
}  # fmt: skip
_YEAR_ON_YEAR, _AVERAGE, _ANNUAL = "year-on-year", "average annual", "annual"
_MEASURES = {
    "同比": _YEAR_ON_YEAR, "比上年": _YEAR_ON_YEAR, "较上年": _YEAR_ON_YEAR, "比去年": _YEAR_ON_YEAR, "较去年": _YEAR_ON_YEAR,
    "年均": _AVERAGE, "年平均": _AVERAGE, "每年": _ANNUAL, "累计": "", "预计": "", "又": "", "再": "", "均": "", "已": "", "将": "",
}  # fmt: skip
_NUMBER_OF = ("总数", "数量", "人数", "数")
_NEW = ("新增", "净增")
_SHARE = re.compile(r"^(.{2,30}?)占(.{2,16}?)(?:的?(?:比重|比例|份额|总量|总数))?$")
# Between what is measured and its amount these say nothing: 工业企业实现利润.
_REACHED = re.compile(
    r"(?<=..)(?:累计)?(?:实现|完成)(?=(?:营业|销售|总)?(?:增加值|产值|利润|税收|收入|投资|销售额|交易额|进出口总额)(?!的))"
)
_WHOLES = {
    "全省": "the provincial total",
    "全市": "the city total",
    "全国": "the national total",
    "全县": "the county total",
    "全区": "the district total",
}


def without_ending(text: str, endings: Sequence[str]) -> tuple[str, str]:
    """`text` without the first of `endings` it has, and that ending; unchanged and "" where it has none."""
    for ending in endings:
        if text.endswith(ending) and len(text) > len(ending):
            return text.removesuffix(ending), ending
    return text, ""


def without_reached(name_zh: str) -> str:
    """规模以上工业企业利润 of 规模以上工业企业实现利润."""
    return _REACHED.sub("", name_zh)


def share_in(text: str, terms: TermBase) -> Phrase | None:
    """`exports of mechanical products as a share of exports` of X占Y比重."""
    found = _SHARE.match(text)
    if not found:
        return None
    words = [words_of(part, terms) for part in found.groups()]
    part, whole = (nouns_in(w) if w else None for w in words)
    of = _WHOLES.get(found[2]) or (
        listed([n.singular() if has_size(n) else n.generic() for n in whole]) if whole else ""
    )
    if not part or len(part) > 1 or not of:
        return None
    share = part[0].singular() if has_size(part[0]) else part[0].plural()
    return Phrase((Noun(f"{share} as a share of {of}", "", proper=True),))


def change_in(name_zh: str, terms: TermBase) -> Phrase | None:
    """`growth of fiscal revenue` of a name that ends in a word of change; None for another or where it is not understood."""
    base, ending = without_ending(name_zh, tuple(_CHANGES))
    measures: set[str] = set()
    while ending:
        base, measure = without_ending(base, tuple(_MEASURES))
        if not measure:
            break
        measures.add(_MEASURES[measure])
    kept = [m for m in measures if m]
    if not ending or len(kept) > 1:
        return None
    share = share_in(base, terms)
    words = None if share else words_of(base, terms)
    nouns = share.nouns if share else nouns_in(words) if words else None
    return Phrase(nouns, change=_CHANGES[ending], measure="".join(kept), base_zh=base) if nouns else None


def addition_in(text: str, terms: TermBase) -> Phrase | None:
    """`new enterprises` of 新增企业."""
    for new in _NEW:
        if text != new and (text.startswith(new) or text.endswith(new)):
            words = words_of(text.removeprefix(new).removesuffix(new), terms)
            nouns = nouns_in(words) if words else None
            return Phrase(nouns, new=True) if nouns else None
    return None


def number_in(text: str, terms: TermBase) -> Phrase | None:
    """`number of villages` of 村庄数."""
    counted, ending = without_ending(text, _NUMBER_OF)
    words = words_of(counted, terms) if ending else None
    nouns = nouns_in(words) if words else None
    if not nouns or not all(n.many for n in nouns):
        return None
    head = Noun("number", "numbers", tail="of " + listed([n.plural() for n in nouns]))
    return Phrase((head,), number=True)
