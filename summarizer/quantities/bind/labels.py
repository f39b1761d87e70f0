"""What a figure counts, in the source's own words: the label before it, or the verb before and the noun behind it.

听取审议专项工作报告19项 · 聘请20名专家 · 制定法规3件、修改1件 (the second takes its object from the first) · 收入8.2亿元，增长13.6%
(a change takes its subject) · 城镇、农村居民收入分别增长8%、9% (each its own) · 来访115批766人次 (neighbours share one label).
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from summarizer.quantities.bind.clauses import Place
from summarizer.quantities.bind.counted import Counted, Label, counted
from summarizer.quantities.bind.inherited import (
    bare_head,
    change,
    changed_to,
    converted,
    elided,
    is_ratio,
    made_up,
    multiple,
    neighbour,
    part,
    rate,
)
from summarizer.quantities.bind.label_words import only_verbs, plain, split_at_verb, split_verb
from summarizer.quantities.bind.sharing import Shared, joined

__all__ = ["Label", "labels"]

_KEPT_VERB = 12
# Figures of one sentence that rules look back over; real lists are shorter, and a text without full stops stays fast.
_NEAR = 64
_LONGEST_STRETCH = 30
_LONGEST_NAME = 80  # characters; names that go back to names would grow without end in a hostile list
_PREDICATE_OF_LIST = re.compile(
    r"(?:全部|基本|均|顺利|正式|陆续|已)?(?:设立|开展|进行|完成|办理完毕|办结|荣获|获得|获评|获|受到|受聘|通过|达到|达标|实现|建成|建立|投入|投产|投用|开工|竣工|"
    r"参加|参与|入选|脱贫|落户|签约|成立|挂牌|纳入|列入|送达|作出|宣告|提出|实施|举行|召开)"
)
_ITEM_END = re.compile(r"(?:[、和与]|(?<![惠涉普])及)\s*$")
# Money says what it is for behind it: 投入12亿元实施改造工程.
_SPENT = re.compile(r"(?:投入|筹集|筹措|安排|拨付|下达|争取|整合|统筹|列支|拿出|发放)[一-鿿]{0,8}$")
_PURPOSE = re.compile(
    r"(?:，)?((?:专项)?(?:用于|支持|实施|推进|建设|改造|帮助|资助|扶持|保障|开展|解决|完善|新建|改善|补助|奖补|奖励)[^，。；、：（]{2,20})"
)
# A share of things: 32%的法官办理了….
_THINGS_OF = re.compile(
    r"(?:左右|以上)?的"
    r"(?!(?:年度|总体|预期|奋斗)?(?:目标|任务|速度|增长率|基础|水平|比例|份额|要求|幅度|规模|高位|区间|红线|底线|指标|成绩|贡献))"
    r"([^，。；：（、]{2,24})"
)
_PREDICATE = re.compile(r"达到|获|荣获|入选|被|排名|位[居列]|居|优于|进入|尚未|得到|纳入|列入")
_SAID_OF = re.compile(r"(?:已|均|都|全部|在|通过|得到|被|实现|进入|纳入|投入|用于)")


def _share(figure: Counted) -> Label | None:
    """分别: each figure has its own subject."""
    if figure.share is None:
        return None
    at = figure.text.find(figure.share[:2], *figure.place.sentence)
    start, end = (at, at + len(figure.share)) if at >= 0 else figure.place.left
    return Label(plain(figure.share), (start, max(end, start + 1)))


def _next_item(figure: Counted) -> Label | None:
    """动员7500多名代表和500多名干部, 3件议案、187件建议: the words between are the first figure's; only what leads is shared."""
    previous = figure.previous
    if previous is None or not _ITEM_END.search(figure.gap) or previous.words[1] <= figure.place.left[0]:
        return None
    if not figure.right_text:
        return None
    lead = (
        previous.lead
        if previous.lead.endswith(("的", "对", "向", "为"))
        else split_verb(previous.lead or previous.name)[0]
    )
    return figure.after(previous, lead + figure.right_text, lead)


def _share_of_things(figure: Counted) -> Label | None:
    """七成以上的行政争议得到化解: the things stand behind the share; 其中92%得到解决: of those before."""
    if figure.mention.unit != "%" and figure.mention.unit:
        return None
    behind = _THINGS_OF.match(figure.raw_right)
    start = figure.mention.span.end
    if behind:
        things = behind[1]
        if figure.place.open_end:
            things = split_at_verb(things)
        return Label(plain(things), (figure.mention.span.start, start + behind.start(1) + len(things)))
    if figure.left_text or not _SAID_OF.match(figure.raw_right):
        return None
    found = figure.thing()
    said = re.split(r"[，。；：（]", figure.raw_right)[0]
    return (
        figure.after(found[0], found[1] + said) if found else Label(plain(said), (start, start + len(said)))
    )


def _noun_behind(figure: Counted) -> Label | None:
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


def _said_of_part(figure: Counted) -> Label | None:
    """26项指标中有19项优于全市平均值: of the things before, those of which something is said."""
    if figure.left_text or not _PREDICATE.match(figure.right_text):
        return None
    found = figure.thing(figure.mention.unit)
    return replace(figure.after(found[0], found[1] + figure.right_text), of=found[1]) if found else None


def _purpose(figure: Counted) -> Label | None:
    """投入12亿元实施取暖改造: money is counted by what it is spent on."""
    spent = _SPENT.search(figure.left_text) if figure.mention.unit.endswith("元") else None
    purpose = _PURPOSE.match(figure.raw_right) if spent else None
    if purpose is None:
        return None
    end = figure.mention.span.end + purpose.end()
    return Label(plain(figure.left_text + purpose[1].removeprefix("用于")), (figure.left[0], end))


def _continued(figure: Counted) -> Label | None:
    """收入10万元以上的村占比58%: the figure before is part of what is counted."""
    previous = figure.previous
    if previous is None or not figure.gap.startswith("的"):
        return None
    stretch = figure.text[previous.words[0] : figure.left[1]]
    if len(stretch) > _LONGEST_STRETCH:
        return None
    return Label(plain(stretch), (previous.words[0], figure.left[1]))


def _label_before(figure: Counted) -> Label | None:
    """听取审议专项工作报告19项: the label stands before; in a list the verb is said once."""
    name = figure.left_text
    if not name or (only_verbs(name) and not name.endswith("率")) or name.endswith("的"):
        return None
    shared = split_verb(figure.previous.name)[0] if figure.previous and figure.gap.startswith("、") else ""
    if figure.previous and shared and not split_verb(name)[0]:
        return Label(plain(shared + name), (figure.previous.words[0], figure.left[1]), shared)
    return Label(plain(name), figure.left, split_verb(name)[0])


def _whatever_stands(figure: Counted) -> Label:
    start, end = figure.place.left
    behind = figure.text[slice(*figure.place.right)][: 2 * _KEPT_VERB]
    name = figure.left_text or figure.text[start:end] or behind
    return Label(plain(name), (min(figure.left[0], figure.mention.span.start), figure.mention.span.end))


# The first that gives a label decides.
_RULES: tuple[Callable[[Counted], Label | None], ...] = (
    neighbour,
    _share,
    changed_to,
    converted,
    _next_item,
    _share_of_things,
    _said_of_part,
    _noun_behind,
    multiple,
    made_up,
    change,
    rate,
    bare_head,
    part,
    _purpose,
    _continued,
    _label_before,
    elided,
)


def _share_predicates(figures: Sequence[Counted], result: list[Label]) -> None:
    """12个乡镇、158个村设立调解室: what is said of the last of a list is said of each; changes `result` in place."""
    said = ""
    for index in range(len(figures) - 2, -1, -1):
        figure, following = figures[index], figures[index + 1]
        if following.place.sentence != figure.place.sentence or not _ITEM_END.search(following.gap):
            said = ""
            continue
        predicate = None if following.place.open_end else _PREDICATE_OF_LIST.search(following.right_text, 1)
        said = said or (following.right_text[predicate.start() :] if predicate else "")
        own = figure.right_text
        if not result[index].name and result[index + 1].name:
            result[index] = replace(result[index], name=result[index + 1].name)
        elif said and own and split_at_verb(own) == own and result[index].name.endswith(own):
            result[index] = replace(result[index], name=result[index].name + said)


def _goes_on(text: str, previous: Place, place: Place) -> bool:
    """Whether two figures stand in one sentence, or in its parts: …的60件；列入计划的33件."""
    if place.sentence == previous.sentence:
        return True
    parted = previous.sentence[1] + 1 == place.sentence[0] and text[previous.sentence[1]] in "；;"
    return parted and text[place.mention.span.start - 1] == "的"


def labels(text: str, found: Sequence[Place]) -> list[Label]:
    """One label for each of `found`, in order; never empty unless the sentence says nothing about the figure."""
    result: list[Label] = []
    figures: list[Counted] = []
    first = floor = 0
    shared = Shared()
    for index, place in enumerate(found):
        if index == 0 or not _goes_on(text, found[index - 1], place):
            first, shared = index, Shared()
        before = result[max(first, index - _NEAR) :]
        shared = shared.at(text, place, joined(found, index), before)
        figure = counted(text, place, before, shared.subject, floor)
        floor = figure.right[1]
        figures.append(figure)
        label = next((label for rule in _RULES if (label := rule(figure)) is not None), None)
        label = label or _whatever_stands(figure)
        base = figure.base or (is_ratio(figure) and before[-1].base)
        result.append(replace(label, name=label.name[:_LONGEST_NAME], unit=place.mention.unit, base=base))
    _share_predicates(figures, result)
    return result
