"""A figure with the words around it, and the label that says what it counts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from summarizer.lexicon.units import units
from summarizer.quantities.bind.clauses import Place
from summarizer.quantities.bind.label_words import (
    CHANGED_TO,
    level_name,
    only_verbs,
    plain,
    split_verb,
    trim_left,
    trim_right,
    without_manner,
)
from summarizer.quantities.mention import Mention

__all__ = ["Counted", "Label", "counted", "counts_people"]

# What a change starts from: 由2015年的118亿元, 从原来的12个, 由每人每年800元.
_FROM = re.compile(
    r"(?:由|从)\s*(?:(?:19|20)\d{2}年(?:底|末)?的?|上年的?|去年的?|[一二三四五]年前的?|最初的?|原来的?|原先的?|预计的?|(?:平均)?每[人户亩件名](?:每[年月天])?)?$"
)
_RATIO_REST = re.compile(r"(?:[:：∶][\d.．]{1,6}+){0,5}")
_SAID = re.compile(r"(?<=..)(?:在|被|荣?获[得评]?|入选|进入|纳入|列入)")
_DONE = re.compile(r"(?:已经?|全部|均已?)[一-鿿]{2,4}$")
# A law by its title is one of its class: 修改《河道管理条例》1部、废止1部.
_TITLE = re.compile(r"《[^》]*?(条例|办法|规定|决定|决议|法规|规则|方案|规划|意见)》$")


# Rates and averages are of a thing, and are none.
_NO_THING = re.compile(r"(?:[一-鿿]{2}率[、和及与]?)+$|[人户场次件亩条]均")


@dataclass(frozen=True, slots=True)
class Label:
    """`name` is what is counted; `words` the stretch of the text that holds those words, where it stands in one piece.

    `lead` are the words of the name before the figure, `unit` is the figure's, `base` tells that it is what something was
    before it changed (由86.7%提高到93.3%), `of` is the thing that a name built on an earlier one is about, `part` that it is a part of something counted before (其中…).
    """

    name: str
    words: tuple[int, int]
    lead: str = ""
    unit: str = ""
    base: bool = False
    of: str = ""
    part: bool = False

    @property
    def people(self) -> bool:
        unit = units().get(self.unit)
        return unit is not None and unit.cls == "person"

    @property
    def of_things(self) -> bool:
        """Whether the figure counts things, rather than money, shares or changes."""
        unit = units().get(self.unit)
        return bool(self.unit) and self.unit not in _RATIOS and (unit is None or unit.cls != "money")

    def thing(self) -> str:
        """What the label's verb is done to: 代表建议 of 收到代表建议, 问题 of 问题已整改; "" where it names no thing."""
        return self.of or _thing_of(self.name)


@lru_cache(maxsize=1024)  # asked again for every figure that follows in the sentence
def _thing_of(name: str) -> str:
    name = without_manner(name)
    thing = split_verb(name)[1] or name
    done = _DONE.search(thing)
    thing = thing[: done.start()] if done and done.start() >= 2 else thing
    thing = _SAID.split(thing, maxsplit=1)[0]
    title = _TITLE.search(thing)
    return title[1] if title else "" if only_verbs(thing) or _NO_THING.match(thing) else thing


_RATIOS = frozenset({"%", "个百分点", "倍", "番"})


@dataclass(frozen=True, slots=True)
class Counted:
    """One figure with what the rules look at: trimmed words on both sides and the labels before it in its sentence."""

    text: str
    place: Place
    left: tuple[int, int]
    right: tuple[int, int]
    before: Sequence[Label]
    share: str | None
    base: bool

    @property
    def mention(self) -> Mention:
        return self.place.mention

    @property
    def gap(self) -> str:
        """What stands between the figure before in the sentence and this one."""
        return self.place.gap or ""

    @property
    def previous(self) -> Label | None:
        return self.before[-1] if self.before else None

    @property
    def left_text(self) -> str:
        return self.text[slice(*self.left)]

    @property
    def right_text(self) -> str:
        noun = self.text[slice(*self.right)].strip(" ，、")
        return re.sub(r"(?:和|与|(?<![惠涉普])及)$", "", noun)

    @property
    def raw_left(self) -> str:
        return self.text[self.place.left[0] : self.mention.span.start].strip()

    @property
    def raw_right(self) -> str:
        return self.text[self.mention.span.end : self.place.right[1]]

    def level(self) -> Label | None:
        """What a change or a share goes back to: the label before; of a change, what changed."""
        return replace(self.previous, name=level_name(self.previous.name)) if self.previous else None

    def thing(self, unit: str = "") -> tuple[Label, str] | None:
        """The nearest thing counted before, where there is one in this `unit`; money and shares only for want of things."""
        things = [(label, thing) for label in reversed(self.before) if (thing := label.thing())]
        same = [(label, thing) for label, thing in things if unit and label.unit == unit]
        counted = [(label, thing) for label, thing in things if label.of_things]
        return next(iter([*same, *counted, *things]), None)

    def after(self, label: Label, name: str, lead: str = "") -> Label:
        """A label that goes back to an earlier one."""
        end = max(self.right[1] if lead or self.right_text else 0, self.mention.span.end)
        return Label(plain(name), (label.words[0], end), lead)


def _counts(mention: Mention) -> bool:
    """Whether the figure counts things, so that a noun behind it is what it counts."""
    unit = units().get(mention.unit)
    if not mention.unit:
        return mention.text[-1:] in "万亿千百多余"
    return mention.unit not in _RATIOS and (unit is None or unit.cls not in {"money", "percent", "points"})


def counts_people(mention: Mention) -> bool:
    unit = units().get(mention.unit)
    return unit is not None and unit.cls == "person"


def _says_something(text: str, start: int, end: int) -> bool:
    left, right = trim_left(text, start, end)
    return right - left > 1


def counted(text: str, place: Place, before: Sequence[Label], share: str | None, floor: int) -> Counted:
    """The figure at `place` with its words; those up to `floor` are the words of the figure before."""
    start, end = place.left
    if start < floor and _says_something(text, floor, end):
        start = floor
    origin = _FROM.search(text[start:end].rstrip())
    ratio = _RATIO_REST.match(text, place.mention.span.end)
    base = origin is not None and ratio is not None and CHANGED_TO.match(text, ratio.end()) is not None
    left = trim_left(text, start, start + origin.start() if base and origin else end)
    right = (place.mention.span.end,) * 2
    if _counts(place.mention) and not base:
        whole = text[slice(*left)].startswith("对")
        right = trim_right(text, *place.right, open_end=place.open_end, whole=whole)
    return Counted(text, place, left, right, before, share, base)
