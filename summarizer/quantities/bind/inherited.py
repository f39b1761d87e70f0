"""Labels of figures whose own clause does not say what they count: they go back to the figure or the topic before.

收入8.2亿元，增长13.6% (a change takes its subject) · 收到建议460件，办结率94% (a rate what was handled) · 制定法规3件、修改1件 (a verb
its object) · 其中大会期间702件 (a part its whole) · 由12个增加到15个 (both ends of a change count the same).
"""

import re
from dataclasses import replace

from summarizer.quantities.bind.counted import Counted, Label, counts_people
from summarizer.quantities.bind.label_words import (
    BESIDE,
    CHANGE,
    CHANGED_TO,
    ends_in_verb,
    level_name,
    only_verbs,
    plain,
    split_verb,
    without_beside,
    without_head,
)

__all__ = [
    "bare_head",
    "change",
    "changed_to",
    "converted",
    "elided",
    "is_ratio",
    "made_up",
    "multiple",
    "neighbour",
    "part",
    "rate",
]

_TIMES_OF = re.compile(r"(?:是|为|相当于|达到)[^，。]{2,12}的$")
_REACHED = re.compile(r"(?:累计|总数|总量|总计)(?:已?达到?)?$|已?达到?$")
_SAME_AS = re.compile(r"^(?:折合|折算|合|约合)(?:人民币|美元)?$")
_MAKES_UP = re.compile(r"占(?:比|总数的|全部的)?(?:达到?|为)?$")
# How things were handled; other rates (森林覆盖率 apart from a bare 覆盖率) say themselves what they are of.
_RATE = re.compile(
    r"^(?:平均|基本|不)?(?:办结|办成|办复|满意|答复|面复|面商|整改|采纳|解决|落实|完成|反馈|调解|成功|达标|合格|及时|化解|审结|执结|办理|履行|开工|竣工|完工|投产|转化|"
    r"回访|群众满意|代表满意|办结满意|覆盖|适用|介入|支持|成案|成交|溢价|挽损|改变|打通|普及|清偿|参保|回收|就业|入学|到位|利用|签约|履约|精简|压减)率$"
)
# Heads that say nothing without the thing they belong to.
_BARE_HEAD = re.compile(
    r"^(?:全年|预计|累计|其|协议|实现)*(?:(?:完成|到位)?总?投资|总额|总量|总数|总?产量|总?产值|货值|利润|(?:总|建筑)?面积|总长度?|(?:总|运营)里程|余额|(?:总|涉案)?金额|标的额?|资金|参保人数|惠及人数|参加人数|平均年龄|平均用时|"
    r"(?:平均)?每?(?:人|户|场|次|件|亩|条|期)均(?:金额|投资|收入|补助|阅读|标的|结案)?|增产|减产|增收|减收|比重|占比)$"
)
_RATES_OF_CHANGE = {"增幅", "降幅", "涨幅", "增速"}
_NEWLY = re.compile(r"^(?:新增|新登记|新认定|新培育|净增)")
_OF_WHOLE_SHARE = re.compile(r"(?:占|为|相当于)[^，。]{1,12}的?$")
_MODIFIER = re.compile(r"(?:期间|级|类|方面|领域|以上|以下|其他|其余|其它|之前|之后|会前|会后|阶段)$")
_REST = {"其他", "其余", "其它"}
_LEVEL = re.compile(r"(?:(?:实施|储备|续建|新建)类)?(?:国家|全国|自治区|省|市|县|区|乡镇?|村)级")
_TOUCHES = re.compile(r"^(?:涉及|事关|关于|属于)")
_OF_WHOLE = re.compile(r"^[，、；（(]*(?:其中|包括|涉及)")
_NEXT_PART = re.compile(r"^[、，；]")
# What is said of a topic in the clause before, when that clause has no figure.
_TOPIC = re.compile(
    r"(?P<topic>[^，、。：:]{2,24}?)(?:剔除|扣除|连续|首次|逐[月年季]|持续|稳步|大幅|明显|不断|略有|有所|总体|继续|由于)*"
    r"(?:剔除|扣除|增长|增加|提高|提升|上升|上涨|下降|降低|减少|回落|攀升|改善|好转|向好|回升|连[跨上]|[迈跨跃]上)[^，。]{0,24}，$"
)
# Verbs that are done to nothing further, or hold their object.
_COMPLETE = re.compile(
    r"(?:起诉|公诉|逮捕|批捕|罚款|拘留|判处|改判|宣判|立案|结案|审查起诉|审查逮捕|抗诉|获奖|受益|脱贫|就业|创业|化解债务|解决问题|挽回损失|惠及)$"
)


def neighbour(figure: Counted) -> Label | None:
    """来访115批766人次, 24.5∶41.2∶34.3: adjacent figures share one label."""
    return figure.previous if figure.place.gap == "" or is_ratio(figure) else None


def is_ratio(figure: Counted) -> bool:
    """Whether the figure is a later member of a ratio: 24.5∶41.2∶34.3."""
    return figure.previous is not None and figure.gap in {":", "：", "∶"}


def changed_to(figure: Counted) -> Label | None:
    """由86.7%提高到93.3%: both count the same."""
    previous = figure.previous
    if previous is None or not previous.base or not CHANGED_TO.fullmatch(figure.gap):
        return None
    return replace(previous, words=(previous.words[0], figure.mention.span.end))


def multiple(figure: Counted) -> Label | None:
    """186亿元，是2015年的1.8倍: a multiple of the level before."""
    level = figure.level()
    of = _TIMES_OF.search(figure.raw_left) if figure.mention.unit in {"倍", "番"} else None
    return figure.after(level, (level.thing() or level.name) + of.group() + "倍数") if level and of else None


def converted(figure: Counted) -> Label | None:
    """160.6亿美元，折合1148亿元: the same in another currency or measure."""
    previous = figure.previous
    if previous is None or previous.unit == figure.mention.unit or not _SAME_AS.search(figure.left_text):
        return None
    return figure.after(previous, previous.name)


def made_up(figure: Counted) -> Label | None:
    """已解决142件，占75.9%; 大专以上学历占82.6%: a share, of what was counted before where nothing else is named."""
    share = _MAKES_UP.search(figure.raw_left)
    if share is None or figure.mention.unit != "%":
        return None
    name = figure.left_text.removesuffix("的")
    if name.endswith(("占比", "比重")):
        return None
    level = figure.level()
    if not name:
        return figure.after(level, level.name.removesuffix("占比") + "占比") if level else None
    return Label(plain(name + "占比"), figure.left)


def change(figure: Counted) -> Label | None:
    """收入8.2亿元，同比增长13.6%: a change of the level before, or of the topic of the sentence."""
    name = figure.left_text
    beside = BESIDE.match(name)
    of_whole = figure.mention.unit in {"%", ""} and _OF_WHOLE_SHARE.match(name)
    if not (CHANGE.match(name) or beside or of_whole):
        return None
    previous, level = figure.previous, figure.level()
    if level and of_whole:
        return figure.after(level, level.name + name)
    if previous and not beside and _grows_itself(figure, previous):
        return figure.after(previous, previous.name + name)
    if beside and previous and name[1:2] != "幅":
        # 高于全国3个百分点，高于全省2个: both of what stands beside them.
        level = replace(previous, name=without_beside(previous.name))
    if level:
        subject = split_verb(level.name)[1] or level.name
        return figure.after(level, (level.name if only_verbs(subject) else subject) + name)
    return _of_topic(figure, name)


def _grows_itself(figure: Counted, previous: Label) -> bool:
    """投资增长18.9%，较上年提高5.2个百分点: the growth itself has changed."""
    in_points = figure.mention.unit == "个百分点" and figure.left_text[:2] not in _RATES_OF_CHANGE
    return in_points and level_name(previous.name) != previous.name


def _of_topic(figure: Counted, name: str) -> Label | None:
    """案件数量首次下降，降幅4.8%: the clause before names what changed, without a figure."""
    start = figure.place.sentence[0]
    topic = _TOPIC.search(figure.text, max(start, figure.place.left[0] - 60), figure.place.left[0])
    if topic is None or only_verbs(topic["topic"]):
        return None
    subject = topic["topic"]
    if name and name[-2:] in subject:
        subject = without_head(subject, name)
    return Label(plain(subject + name), (topic.start("topic"), figure.mention.span.end))


def rate(figure: Counted) -> Label | None:
    """收到建议460件，办结率94%: a rate of how the things before were handled."""
    if not _RATE.match(figure.left_text):
        return None
    found = figure.thing()
    if found is None:
        return None
    label, thing = found
    if "率均" in figure.raw_left:
        # 建议586件、提案642件，办复率均为100%: of all of them.
        thing = "、".join(b.thing() for b in figure.before if b.unit == label.unit and b.thing()) or thing
    # 代表建议办结率98%，满意率99%: another rate of the same.
    thing = re.sub(r"[一-鿿]{2}率(?:达)?$", "", thing)
    return figure.after(label, thing + figure.left_text) if thing else None


def bare_head(figure: Counted) -> Label | None:
    """新开工工程10项，总投资800亿元; 播种面积4157万亩、产量1146万吨: what the head belongs to stands before."""
    name = figure.left_text
    if not _BARE_HEAD.match(name):
        return None
    level = figure.level()
    if level is None:
        return _of_topic(figure, name)
    if _BARE_HEAD.match(level.name):
        return None  # 产值翻一番，利润翻两番: of the same, which nobody names
    owner = without_head(level.name, name)
    if owner == level.name:
        found = figure.thing()
        owner = found[1] if found else level.name
    if name.startswith("总"):
        owner = _NEWLY.sub("", owner)
    return replace(figure.after(level, owner + name), of=owner)


def part(figure: Counted) -> Label | None:
    """其中大会期间702件、闭会期间81件; 其中大学生459人; 省级项目5个、市级20个: parts of what was counted before in the same unit."""
    previous, name = figure.previous, figure.left_text
    if (
        previous
        and _LEVEL.fullmatch(name)
        and previous.unit == figure.mention.unit
        and figure.gap.startswith("、")
    ):
        verb, thing = split_verb(previous.name)
        return figure.after(previous, verb + name + _LEVEL.sub("", thing), verb)
    opens = _OF_WHOLE.match(figure.raw_left) or _OF_WHOLE.match(figure.gap)
    goes_on = previous is not None and previous.part and _NEXT_PART.match(figure.gap)
    if not name or not (opens or goes_on) or (only_verbs(name) and not _MODIFIER.search(name)):
        return None
    whole = next(
        (b for b in reversed(figure.before) if b.unit == figure.mention.unit and b.of_things and not b.part),
        None,
    )
    if whole is None:
        return None
    lead = previous.lead if goes_on and previous and not opens else ""
    touches = _TOUCHES.match(name) or _TOUCHES.match(lead)
    if touches or _MODIFIER.search(name):
        begun = touches.group() if touches and not _TOUCHES.match(name) and name not in _REST else ""
        label = figure.after(whole, begun + name + whole.thing(), touches.group() if touches else "")
    elif split_verb(name)[0]:
        return None
    else:
        lead = whole.lead if ends_in_verb(whole.lead) else split_verb(whole.name)[0]
        label = figure.after(whole, lead + name, lead)
    return replace(label, part=True)


def elided(figure: Counted) -> Label | None:
    """制定法规3件、修改1件: the object is the one before, counted in the same unit."""
    verb = figure.left_text
    if _COMPLETE.search(verb) or (verb.endswith("的") and figure.mention.unit in {"%", ""}):
        return Label(plain(verb), figure.left)
    if not verb and figure.previous and _REACHED.match(figure.raw_left):
        # 企业增加1.1万户，达到8.6万户: all that there are.
        reached = _NEWLY.sub("", level_name(figure.previous.name))
        if reached.endswith("新增"):
            reached = reached.removesuffix("新增") + "累计"
        return replace(figure.previous, name=reached or figure.previous.name)
    found = figure.thing(figure.mention.unit)
    if found is None:
        return Label(plain(verb), figure.left) if verb else figure.previous or _of_topic(figure, "")
    label, thing = found
    spent = figure.mention.unit.endswith("元") and label.of_things and verb
    if spent or (verb.endswith("的") and label.unit != figure.mention.unit):
        return Label(plain(verb), figure.left)
    # 举办培训班3期，培训260人: people are not more of the thing counted before.
    apart = counts_people(figure.mention) and not label.people
    named = figure.after(label, thing + verb if apart else verb + thing)
    return replace(named, of=thing, part=bool(_OF_WHOLE.match(figure.raw_left)))
