"""Subjects that several figures share or divide among them: 分别, and lists of things said once."""

import re
from dataclasses import dataclass

from summarizer.quantities.clauses import Place
from summarizer.quantities.label_words import trim_left, without_lead_up

__all__ = ["Shares", "shares_in"]

_AND = re.compile(r"[、和与及]")
_TWINS = (
    ("城乡", ("城镇", "农村")),
    ("存贷款", ("存款", "贷款")),
    ("进出口", ("进口", "出口")),
)
# What several subjects share, said once with the last: 高技术制造业、装备制造业增加值.
_HEAD = re.compile(
    r"(?:(?:常住)?居民人均(?:可支配|纯)收入|人均(?:可支配|纯)收入|(?:一般公共)?预算收入|(?:一般公共)?预算支出|增加值|总产值|产值|销售额|零售额|总额|余额|收入|支出|产量|面积|人数|数量|投资|"
    r"增速|占比|比重|覆盖率|参保率|办结率|满意率|率)$"
)
# How a change is measured; before 分别 it belongs to the change: 年均分别增长.
_MEASURE = re.compile(r"(?:同比|年均|平均|实际|名义|比上年|较上年|累计)+$")
_RATE = re.compile(r"^[一-鿿]{0,4}率$")
_LISTED = re.compile(
    r"(?:对|听取|围绕)?(?P<items>[^，。；：、]{2,14}(?:、[^，。；：、]{2,14}){0,6}(?:和|及|与)?[^，。；：、]*)$"
)
_DONE_TO = re.compile(r"(?:开展|进行|实施|作|办理|工作评议|评议).*$")


@dataclass(frozen=True, slots=True)
class Shares:
    """The subjects of figures joined by 分别, in order, and what is said of each (增长; "" for a level)."""

    subjects: tuple[str, ...]
    change: str


def _conjuncts(subject: str) -> list[str]:
    """城镇和农村居民收入 → 城镇居民收入, 农村居民收入; 城乡居民收入 likewise; 高技术制造业、装备制造业增加值 share their head."""
    for word, (first, second) in _TWINS:
        if word in subject and not _AND.search(subject):
            return [subject.replace(word, first), subject.replace(word, second)]
    parts = [part for part in _AND.split(subject) if part]
    head = _HEAD.search(parts[-1]) if len(parts) > 1 else None
    if head is None or any(_HEAD.search(part) for part in parts[:-1]):
        return parts
    return [part + head.group() for part in parts[:-1]] + parts[-1:]


def _rated(text: str, start: int, floor: int, rate: str, count: int) -> list[str]:
    """The things whose rates follow, named in the clause before: 对甲局、乙局开展评议，满意率分别为…"""
    clause = re.split(r"[。；;\n]", text[floor:start].rstrip("，, "))[-1]
    listed = _LISTED.search(re.split(r"[，,]", clause)[-1])
    if listed is None:
        return []
    items = [_DONE_TO.sub("", item) for item in _AND.split(listed["items"]) if item]
    return [item + rate for item in items] if len(items) == count and all(items) else []


def shares_in(text: str, place: Place, following: int) -> Shares | None:
    """The shares that 分别 gives out before the figure at `place`, with `following` more figures joined to it; None without 分别.

    No subjects where the clause itself names none: then they are those of the figures before.
    """
    clause = text[place.left[0] : place.mention.span.start]
    if "分别" not in clause:
        return None
    before, _, after = clause.rpartition("分别")
    change = without_lead_up(after).strip()
    measure = _MEASURE.search(before)
    if measure and change:
        before, change = before[: measure.start()], measure.group() + change
    start, end = trim_left(text, place.left[0], place.left[0] + len(before))
    subject = text[start:end]
    if following and _RATE.match(subject):
        rated = _rated(text, place.left[0], place.sentence[0], subject, following + 1)
        if rated:
            return Shares(tuple(rated), change)
    return Shares(tuple(_conjuncts(subject)) if subject else (), change)
