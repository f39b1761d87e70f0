"""What a figure counts, in the source's own words: the label before it, or the verb before and the noun behind it.

听取审议专项工作报告19项 · 聘请20名专家 · 制定法规3件、修改1件 (the second takes its object from the first) · 收入8.2亿元，增长13.6%
(a change takes its subject) · 城镇、农村居民收入分别增长8%、9% (each its own) · 来访115批766人次 (neighbours share one label).
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from summarizer.lexicon.units import units
from summarizer.quantities.clauses import Place
from summarizer.quantities.label_words import (
    CHANGE,
    is_change,
    only_verbs,
    plain,
    split_verb,
    trim_left,
    trim_right,
)
from summarizer.quantities.mention import Mention
from summarizer.quantities.sharing import Shares, shares_in

__all__ = ["Label", "labels"]

_KEPT_VERB = 12
# Figures of one sentence that rules look back and ahead over; real lists are shorter, and a text without full stops stays fast.
_NEAR = 64
_ITEM_END = re.compile(r"[、和及与]\s*$")
_JOINED = re.compile(r"[、和与及，,]?")
_RATIO = re.compile(r"[:：∶]")
_CHANGED = re.compile(
    r"(?:同比|比上年|较上年|年均|实际)?(?:增长|递增|提高|提升|下降|降低|减少|增加|上升|回落)$"
)
_DONE = re.compile(r"(?:已经?|全部|均已?)[一-鿿]{2,4}$")
_TIMES_OF = re.compile(r"(?:是|为|相当于|达到)[^，。]{2,12}的$")
_FROM = re.compile(r"(?:由|从)\s*(?:(?:19|20)\d{2}年(?:底|末)?的?|上年的?|[一二三四五]年前的?|最初的?)?$")
_TO = re.compile(
    r"^[，,]?\s*(?:逐步|稳步|大幅|进一步|快速)?(?:提高|提升|上升|增加|增长|增|扩大|下降|降低|减少|压减|缩小|降|升|调整|变)?(?:到|至|为)"
)
# Rates of how things were handled; other rates (森林覆盖率) say themselves what they are of.
_HANDLING_RATE = re.compile(
    r"^(?:办结|满意|答复|整改|采纳|解决|落实|完成|反馈|调解|成功|达标|合格|及时|化解|审结|结案|执结|办理|办成|履行|开工|投产|转化|回访|解决|群众满意|代表满意|办结满意)率$"
)


@dataclass(frozen=True, slots=True)
class Label:
    """`name` is what is counted; `words` the stretch of the text that holds those words, where it stands in one piece.

    `lead` are the words of the name before the figure, `people` tells that the figure counts persons, `base` that it is what
    something was before it changed (由86.7%提高到93.3%).
    """

    name: str
    words: tuple[int, int]
    lead: str = ""
    people: bool = False
    base: bool = False


@dataclass(frozen=True, slots=True)
class _Figure:
    """One figure with what the rules look at: trimmed words on both sides and the labels before it in its sentence."""

    text: str
    place: Place
    left: tuple[int, int]
    right: tuple[int, int]
    before: Sequence[Label]
    share: str | None

    @property
    def mention(self) -> Mention:
        return self.place.mention

    @property
    def previous(self) -> Label | None:
        return self.before[-1] if self.before else None

    @property
    def left_text(self) -> str:
        return self.text[slice(*self.left)]

    @property
    def right_text(self) -> str:
        noun = self.text[slice(*self.right)].strip(" ，、")
        return noun.removesuffix("和").removesuffix("及").removesuffix("与")

    @property
    def raw_left(self) -> str:
        return self.text[self.place.left[0] : self.mention.span.start].strip()

    def level(self) -> Label | None:
        """The nearest label before that is no change itself: what a change, a share or an elided object goes back to."""
        found = [label for label in self.before if not is_change(label.name)]
        return found[-1] if found else self.previous

    def after(self, label: Label, name: str, lead: str = "") -> Label:
        """A label that goes back to an earlier one."""
        end = max(self.right[1] if lead or self.right_text else 0, self.mention.span.end)
        return Label(plain(name), (label.words[0], end), lead)


def _neighbour(figure: _Figure) -> Label | None:
    """来访115批766人次, 24.5∶41.2∶34.3: adjacent figures share one label."""
    joined = figure.place.gap == "" or _RATIO.fullmatch(figure.place.gap or "")
    return figure.previous if joined else None


def _share(figure: _Figure) -> Label | None:
    """分别: each figure has its own subject."""
    if figure.share is None:
        return None
    at = figure.text.find(figure.share[:2], *figure.place.sentence)
    start, end = (at, at + len(figure.share)) if at >= 0 else figure.place.left
    return Label(plain(figure.share), (start, max(end, start + 1)))


def _next_item(figure: _Figure) -> Label | None:
    """动员7500多名代表和500多名干部, 3件议案、187件建议: the words between are the first figure's; only what leads is shared."""
    previous = figure.previous
    if (
        previous is None
        or not _ITEM_END.search(figure.place.gap or "")
        or previous.words[1] <= figure.place.left[0]
    ):
        return None
    if not figure.right_text:
        return None
    lead = previous.lead if previous.lead.endswith("的") else split_verb(previous.lead or previous.name)[0]
    return figure.after(previous, lead + figure.right_text, lead)


def _noun_behind(figure: _Figure) -> Label | None:
    """聘请20名专家: the verb before and the noun behind."""
    noun = figure.right_text
    if not noun:
        return None
    lead = figure.left_text
    if len(lead) > _KEPT_VERB and len(noun) > 2:
        # The words before belong to another thing, unless they begin with the verb.
        lead = split_verb(lead)[0]
    start = figure.left[0] if lead else figure.mention.span.start
    return Label(plain(lead + noun), (start, figure.right[1]), lead)


def _multiple(figure: _Figure) -> Label | None:
    """186亿元，是2015年的1.8倍: a multiple of the level before."""
    level = figure.level()
    of = _TIMES_OF.search(figure.raw_left) if figure.mention.unit in {"倍", "番"} else None
    return figure.after(level, _thing(level) + of.group() + "倍数") if level and of else None


def _part(figure: _Figure) -> Label | None:
    """已解决142件，占75.9%: a share of what was counted before."""
    level = figure.level()
    alone = figure.mention.unit == "%" and figure.raw_left.strip("，, ") in {
        "占",
        "占比",
        "占比达",
        "占总数的",
    }
    return figure.after(level, level.name + "占比") if level and alone else None


def _handling_rate(figure: _Figure) -> Label | None:
    """收到建议460件，办结率94%: a rate of how the things before were handled."""
    level = figure.level()
    return (
        figure.after(level, _thing(level) + figure.left_text)
        if level and _HANDLING_RATE.match(figure.left_text)
        else None
    )


def _continued(figure: _Figure) -> Label | None:
    """收入10万元以上的村占比58%: the figure before is part of what is counted."""
    previous = figure.previous
    if previous is None or figure.place.gap is None or not figure.place.gap.startswith("的"):
        return None
    stretch = figure.text[previous.words[0] : figure.left[1]]
    return Label(plain(stretch), (previous.words[0], figure.left[1]))


def _label_before(figure: _Figure) -> Label | None:
    """听取审议专项工作报告19项: the label stands before; in a list the verb is said once."""
    name = figure.left_text
    if not name or only_verbs(name) or name.endswith("的"):
        return None
    shared = (
        split_verb(figure.previous.name)[0]
        if figure.previous and (figure.place.gap or "").startswith("、")
        else ""
    )
    if figure.previous and shared and not split_verb(name)[0]:
        return Label(plain(shared + name), (figure.previous.words[0], figure.left[1]), shared)
    return Label(plain(name), figure.left, split_verb(name)[0])


def _change(figure: _Figure) -> Label | None:
    """收入8.2亿元，同比增长13.6%: a change of the level before."""
    level, name = figure.level(), figure.left_text
    if level is None or not (CHANGE.match(name) or (name and figure.mention.unit in {"%", "个百分点"})):
        return None
    return figure.after(level, (split_verb(level.name)[1] or level.name) + name)


def _elided(figure: _Figure) -> Label | None:
    """制定法规3件、修改1件: the object is the one before."""
    level, verb = figure.level(), figure.left_text
    if level is None:
        return None
    thing = _thing(level)
    # 举办培训班3期，培训260人: people are not more of the thing counted before.
    apart = _counts_people(figure.mention) and not level.people
    return figure.after(level, thing + verb if apart else verb + thing)


def _whatever_stands(figure: _Figure) -> Label:
    start, end = figure.place.left
    behind = figure.text[slice(*figure.place.right)][: 2 * _KEPT_VERB]
    name = figure.left_text or figure.text[start:end] or behind
    return Label(plain(name), (min(figure.left[0], figure.mention.span.start), figure.mention.span.end))


_RULES: tuple[Callable[[_Figure], Label | None], ...] = (
    _neighbour,
    _share,
    _next_item,
    _noun_behind,
    _multiple,
    _part,
    _handling_rate,
    _continued,
    _label_before,
    _change,
    _elided,
)


def _thing(label: Label) -> str:
    """The thing that a label's verb is done to: 代表建议 of 收到代表建议, 问题 of 问题已整改."""
    thing = split_verb(label.name)[1] or label.name
    done = _DONE.search(thing)
    return thing[: done.start()] if done and done.start() >= 2 else thing


def _counts(mention: Mention) -> bool:
    """Whether the figure counts things, so that a noun behind it is what it counts."""
    unit = units().get(mention.unit)
    if not mention.unit:
        return mention.text[-1:] in "万亿千百多余"
    return mention.unit not in {"%", "个百分点", "倍", "番"} and (
        unit is None or unit.cls not in {"money", "percent", "points"}
    )


def _counts_people(mention: Mention) -> bool:
    unit = units().get(mention.unit)
    return unit is not None and unit.cls == "person"


def _figure(text: str, place: Place, before: Sequence[Label], share: str | None) -> _Figure:
    end = place.mention.span.end
    left = trim_left(text, *place.left)
    right = (end, end)
    if _counts(place.mention):
        whole = text[slice(*left)].startswith("对")
        right = trim_right(text, *place.right, open_end=place.open_end, whole=whole)
    return _Figure(text, place, left, right, before, share)


def _is_base(text: str, place: Place) -> bool:
    """由86.7%提高到93.3%: the first is what was, not what is."""
    end = place.mention.span.end
    return (
        _FROM.search(text[place.left[0] : place.mention.span.start]) is not None
        and _TO.match(text[end : end + 14]) is not None
    )


def _joined(found: Sequence[Place], start: int) -> int:
    """How many figures follow found[start] with nothing but a comma or an 'and' between."""
    count = 0
    for place in found[start + 1 : start + 1 + _NEAR]:
        if (
            place.sentence != found[start].sentence
            or place.gap is None
            or not _JOINED.fullmatch(place.gap.strip())
        ):
            break
        count += 1
    return count


def _with_subjects(shares: Shares, before: Sequence[Label], count: int) -> Shares:
    """The shares of `count` figures with their subjects; those that the clause leaves out are the figures before.

    增加值36亿元、52亿元，分别增长…; 甲、乙分别增长…，占比重分别提高到….
    """
    share = shares.subjects[0] if len(shares.subjects) == 1 and count > 1 else ""
    if shares.subjects and not share.startswith("占"):
        return shares
    things = [_level_name(label.name) for label in before[-count:]]
    return Shares(tuple(thing + share for thing in things), shares.change)


def _level_name(name: str) -> str:
    """What a change is of: 增加值 of 增加值同比增长."""
    return _CHANGED.sub("", split_verb(name)[1] or name)


def labels(text: str, found: Sequence[Place]) -> list[Label]:
    """One label for each of `found`, in order; never empty unless the sentence says nothing about the figure."""
    result: list[Label] = []
    first = 0
    given: tuple[Shares, int] | None = None
    for index, place in enumerate(found):
        if index == 0 or place.sentence != found[index - 1].sentence:
            first, given = index, None
        before = result[max(first, index - _NEAR) :]
        own = shares_in(text, place, _joined(found, index))
        if own is not None:
            given = (_with_subjects(own, before, 1 + _joined(found, index)), 0)
        elif given and place.gap is not None and _JOINED.fullmatch(place.gap.strip()):
            given = (given[0], given[1] + 1)
        else:
            given = None
        share = None
        if given and given[1] < len(given[0].subjects):
            share = given[0].subjects[given[1]] + given[0].change
        figure = _figure(text, place, before, share)
        label = next(
            (label for rule in _RULES if (label := rule(figure)) is not None), None
        ) or _whatever_stands(figure)
        result.append(replace(label, people=_counts_people(place.mention), base=_is_base(text, place)))
    return result
