"""Subjects that several figures share or divide among them: 分别, and lists of things said once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.quantities.bind.clauses import Place
from summarizer.quantities.bind.counted import Label
from summarizer.quantities.bind.label_words import (
    CHANGE,
    CHANGED_TO,
    level_name,
    split_verb,
    trim_left,
    without_lead_up,
)

__all__ = ["Shared", "joined"]

_JOINED = re.compile(r"[、和与及，,]?")
# Figures of one list; real ones are shorter, and a text without full stops stays fast.
_NEAR = 64
_LONGEST_PAIR = 40
_LONGEST_LIST = 160

_COMMA = re.compile(r"、")
_AND = re.compile(r"[、和与及]")
_TWINS = (
    ("城乡", ("城镇", "农村")),
    ("存贷款", ("存款", "贷款")),
    ("进出口", ("进口", "出口")),
    ("博士硕士", ("博士", "硕士")),
)
# What several subjects share, said once with the last: 高技术制造业、装备制造业增加值.
_HEAD = re.compile(
    r"(?:(?:常住)?居民人均(?:可支配|纯)收入|人均(?:可支配|纯)收入|(?:一般公共)?预算收入|(?:一般公共)?预算支出|增加值|总产值|产值|销售额|零售额|(?:进出口|零售|贸易)?总额|余额|(?:年均|平均)?浓度|吞吐量|标准|收入|支出|产量|面积|人数|数量|投资|"
    r"增速|占比|比重|覆盖率|参保率|办结率|满意率|率)$"
)
# How a change is measured; before 分别 it belongs to the change: 年均分别增长.
_MEASURE = re.compile(
    r"(?:同比|年均|平均|实际|名义|累计|(?<!占)比(?![例重率值])[^，、]{1,8}?|较[^，、]{1,8}?)+$"
)
_RATE_END = re.compile(r"(?:基本|不)?[一-鿿]{2}率$")
_RATE = re.compile(r"^[一-鿿]{0,4}率$")
_ADDED = re.compile(r"(?<=.)新增$")
_MULTIPLE = re.compile(r"(?:是|为|相当于|达到)([^，。]{2,12}的)$")
# Heads of their own, which take nothing from the last of a list.
_WORD = 2  # characters of an ordinary word
_SUFFIX = re.compile(r"[业者员品量额费金区县市省村镇乡院所校率]")
_OWN_HEAD = re.compile(r"(?:人次|起数|件数|户数|次数|指数|天数|花费|[一-鿿]率)$")
_LISTED = re.compile(
    r"(?:对|听取|围绕)?(?P<items>[^，。；：、]{2,14}(?:、[^，。；：、]{2,14}){0,8}(?:和|及|与)?[^，。；：、]*)$"
)
_DONE_TO = re.compile(r"(?:开展|进行|实施|作|办理|工作评议|评议).*$")


# A count of what the thing before it has: 生产安全事故|起数, 电信网络诈骗|发案数.
_COUNT = re.compile(
    r"(?<=.)(?:(?<=[^起件户次例])[起件户次例]数|(?<=.[^起件户次例])[一-鿿][^起件户次例](?:数|率|额))$"
)
_BARE_COUNT = re.compile(r"[一-鿿]{1,3}(?:数|率|额)")


def _conjuncts(subject: str, count: int = 0) -> list[str]:
    """城镇和农村居民收入 → 城镇居民收入, 农村居民收入; 城乡居民收入 likewise; 高技术制造业、装备制造业增加值 share their head.

    Where the marks alone part as many things as there are figures (`count`), an 和 stands inside one of them.
    """
    for word, (first, second) in _TWINS:
        if word in subject and not _AND.search(subject):
            return [subject.replace(word, first), subject.replace(word, second)]
    parts = [part for part in _COMMA.split(subject) if part]
    if len(parts) != count or count < 2:
        parts = [part for part in _AND.split(subject) if part]
    if len(parts) > 1 and all(len(part) == 1 for part in parts[:-1]) and len(parts[-1]) > _WORD:
        return [part + parts[-1][1:] for part in parts[:-1]] + parts[-1:]  # 一、二、三产增加值
    own = _COUNT.search(parts[0]) if len(parts) > 1 else None
    if own and own.start() > 1 and all(_BARE_COUNT.fullmatch(part) for part in parts[1:]):
        # 生产安全事故起数、死亡人数: both of the accidents.
        return [parts[0], *(parts[0][: own.start()] + part for part in parts[1:])]
    head = _HEAD.search(parts[-1]) if len(parts) > 1 else None
    if (
        head
        and all(len(part) == _WORD for part in parts[1:-1] or parts[:1])
        and (tail := parts[-1][_WORD:])
        and not _SUFFIX.match(tail)
        and not _SUFFIX.match(parts[0][-1])
    ):
        # 医疗、失业、生育保险参保人数: all behind the last one's own word is shared.
        return [part + tail for part in parts[:-1]] + parts[-1:]
    if head is None or any(_HEAD.search(part) for part in parts[:-1]):
        return parts
    lacking = (part if _OWN_HEAD.search(part) else part + head.group() for part in parts[:-1])
    return [*lacking, parts[-1]]


def _rated(text: str, start: int, floor: int, rate: str, count: int) -> list[str]:
    """The things whose rates follow, named in the clause before: 对甲局、乙局开展评议，满意率分别为…"""
    clause = re.split(r"[。；;\n]", text[max(floor, start - _LONGEST_LIST) : start].rstrip("，, "))[-1]
    listed = _LISTED.search(re.split(r"[，,]", clause)[-1])
    if listed is None:
        return []
    # 住房和城乡建设局 is one thing: the list is cut at 和 only where the marks alone give too few.
    for mark in (_COMMA, _AND):
        items = [_DONE_TO.sub("", item) for item in mark.split(listed["items"]) if item]
        if len(items) == count and all(items):
            return [item + rate for item in items]
    return []


@dataclass(frozen=True, slots=True)
class _Given:
    """The subjects of figures joined in a list, in order, and what is said of each (增长; "" for a level)."""

    subjects: tuple[str, ...]
    change: str


def _apart(text: str, place: Place, following: int) -> _Given | None:
    """What 分别 gives out before the figure at `place`, with `following` more figures joined to it; None without 分别.

    No subjects where the clause itself names none: then they are those of the figures before.
    """
    clause = text[place.left[0] : place.mention.span.start]
    if "分别" not in clause:
        return None
    count = following + 1
    before, _, after = clause.rpartition("分别")
    change = without_lead_up(after).strip()
    measure = _MEASURE.search(before)
    if measure and (change or measure.group().endswith("累计")):
        before, change = before[: measure.start()], measure.group() + change
    end = place.left[0] + len(before)
    start, end = trim_left(text, place.left[0], end)
    whole, whole_end = trim_left(text, place.left[0], place.left[0] + len(before), lists=True)
    if len(_conjuncts(text[start:end], count)) != count == len(_conjuncts(text[whole:whole_end], count)):
        start, end = whole, whole_end  # a verb inside the list opens one of its things: 新增就业、新增贷款
    subject = text[start:end]
    if following and _RATE.match(subject):
        rated = _rated(text, place.left[0], place.sentence[0], subject, count)
        if rated:
            return _Given(tuple(rated), change)
    subjects = _conjuncts(subject, count) if subject else []
    if len(subjects) == 1 and count == len(_TWINS[0][1]):
        subjects = _of_twins(subject, text[place.sentence[0] : place.left[1]][-_LONGEST_PAIR:]) or subjects
    return _Given(tuple(subjects), change)


def _of_twins(subject: str, before: str) -> list[str]:
    """博士硕士学位授予单位均新增2家、授权点分别新增26个和52个: the twins of the clause before have one each."""
    clause = re.split(r"[，。；;\n]", before)[-1]
    return next(
        (
            [one + subject for one in twins]
            for word, twins in _TWINS
            if word in clause and word not in subject
        ),
        [],
    )


def _pairwise(text: str, place: Place, following: Sequence[Place]) -> _Given | None:
    """新建污水处理厂和垃圾处理场24座和12座: as many subjects as figures of one unit, and the verb said once."""
    alike = all(other.gap and other.mention.unit == place.mention.unit for other in following)
    if not following or not alike or place.left[1] - place.left[0] > _LONGEST_PAIR:
        return None
    start, end = trim_left(text, *place.left)
    subjects = _conjuncts(text[start:end], 1 + len(following))
    if len(subjects) != 1 + len(following) or not all(
        len(subject) > 1 and "等" not in subject for subject in subjects
    ):
        return None
    verb = split_verb(subjects[0])[0]
    return _Given(tuple(s if i == 0 or split_verb(s)[0] else verb + s for i, s in enumerate(subjects)), "")


def _with_subjects(given: _Given, before: Sequence[Label], count: int) -> _Given:
    """What is given to `count` figures, with the subjects that the clause leaves out: those of the figures before.

    增加值36亿元、52亿元，分别增长…; 甲、乙分别增长…，占比重分别提高到….
    """
    if len(given.subjects) > 1 and all(_RATE_END.fullmatch(subject) for subject in given.subjects[1:]):
        return _rates_of(given, before)
    share = given.subjects[0] if len(given.subjects) == 1 and count > 1 else ""
    if _RATE.match(share):
        # 办理建议586件、提案642件，满意率分别为…: one rate for each thing.
        things = [label.thing() for label in before if label.of_things and label.thing()][-count:]
        return _Given(
            tuple(thing + share for thing in things) if len(things) == count else (share,) * count,
            given.change,
        )
    if given.subjects and not share.startswith("占"):
        return given
    things = [_ADDED.sub("", _level(label.name)) for label in before[-count:]]
    return _Given(tuple(thing + share for thing in things), given.change)


def _rates_of(given: _Given, before: Sequence[Label]) -> _Given:
    """办结率、满意率分别为: rates of what was counted before; 建议满意率、基本满意率: of what the first names."""
    first, *others = given.subjects
    own = _RATE_END.sub("", first)
    things = [own] if own else [thing for label in reversed(before) if (thing := label.thing())]
    if not things:
        return given
    return _Given(
        (things[0] + first.removeprefix(own), *(things[0] + other for other in others)), given.change
    )


def _level(name: str) -> str:
    """增加值 of 实现增加值同比增长."""
    return level_name(split_verb(name)[1] or name)


def joined(found: Sequence[Place], start: int) -> Sequence[Place]:
    """The figures that follow found[start] with nothing but a comma or an 'and' between."""
    count = 0
    for place in found[start + 1 : start + 1 + _NEAR]:
        apart = place.sentence != found[start].sentence or place.gap is None
        if apart or not _JOINED.fullmatch((place.gap or "").strip()):
            break
        count += 1
    return found[start + 1 : start + 1 + count]


@dataclass(frozen=True, slots=True)
class Shared:
    """Where the figures of a sentence stand in a list of subjects: `index` of those `given` last, -1 before any."""

    given: _Given | None = None
    index: int = -1
    over: bool = True

    @property
    def subject(self) -> str | None:
        """The subject of the figure reached, with what is said of it; None where it has no share."""
        if self.given is None or self.over or self.index >= len(self.given.subjects):
            return None
        return self.given.subjects[self.index] + self.given.change

    def at(self, text: str, place: Place, following: Sequence[Place], before: Sequence[Label]) -> "Shared":
        """Where the figure at `place` stands, `following` being joined to it; `before` are the labels so far."""
        own = _apart(text, place, len(following))
        if own is not None:
            return Shared(_with_subjects(own, before, 1 + len(following)), 0, over=False)
        if not self.over and place.gap is not None and _JOINED.fullmatch(place.gap.strip()):
            return Shared(self.given, self.index + 1, over=False)
        again = self._again(text, place, len(following)) or _pairwise(text, place, following)
        return Shared(again, 0, over=False) if again else Shared(self.given, self.index, over=True)

    def _again(self, text: str, place: Place, following: int) -> _Given | None:
        """…分别达到4.5万元、2.1万元，增长5.4%和7.3%: as many changes as subjects before are of the same subjects."""
        if self.given is None or len(self.given.subjects) != following + 1 or not following:
            return None
        if place.gap and CHANGED_TO.fullmatch(place.gap) and self.index == len(self.given.subjects) - 1:
            # 甲、乙分别从771家、481家增加到1076家、636家
            return _Given(self.given.subjects, "")
        said = text[slice(*trim_left(text, *place.left))]
        if said.startswith("占") and len(wholes := _conjuncts(said.removeprefix("占"))) == 1 + following:
            # 增加值和税金…，占生产总值和财政收入的52.8%和56%: each of its own whole.
            pairs = zip(self.given.subjects, wholes, strict=True)
            return _Given(tuple(f"{_level(subject)}占{whole}" for subject, whole in pairs), "")
        multiple = _MULTIPLE.search(text, *place.left)
        if multiple and place.mention.unit in {"倍", "番"}:
            said = multiple.group() + "倍数"
        elif not CHANGE.match(said):
            return None
        return _Given(tuple(_level(subject) for subject in self.given.subjects), said)
