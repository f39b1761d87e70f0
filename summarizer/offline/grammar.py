"""The source's short phrase for a figure, parsed: verb, what it is done to, for whom, by whom.

`听取审议专项工作报告` is the verb `hear and deliberate` with the object `special work report`. A phrase is understood whole or not at
all: one piece that is not in the termbase, or a build that could be read in two ways, gives None rather than a guess.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from summarizer.lexicon import TermBase, units
from summarizer.offline.frames import LEVELS, without_frame
from summarizer.offline.groups import nouns_in, verb_in
from summarizer.offline.measures import addition_in, change_in, number_in, share_in, without_ending
from summarizer.offline.nouns import Noun, agrees_with_unit, is_person_unit, listed, noun_of
from summarizer.offline.numbers import is_measure
from summarizer.offline.phrase import Phrase
from summarizer.offline.shapes import shape_of
from summarizer.offline.sizes import RATES, has_size
from summarizer.offline.soundness import PERCENT, fits, is_sound
from summarizer.offline.verbs import Verb
from summarizer.offline.words import PREPOSITIONS, SCOPES, Role, Word, words_of

__all__ = ["phrase_of"]

_HOLDING = ("举办", "召开", "举行", "开展", "组织", "组织开展")
_EVENTS = frozenset(
    "lectures seminars meetings courses sessions forums symposiums activities conferences briefings campaigns".split()
)
_CONVENING = frozenset(("召开", "举办", "举行"))
_LIGHT = ("完成", "实施", "开展", "推进", "进行")
_GATHERED = frozenset(("组织", "安排"))
_GROWING = ("发展", "扩大", "改善")
_REACHED = ("实现", "达到", "突破", "完成")
_HELPING = ("推动", "促进", "助推", "督促", "带动")
_JOINING = ("配合", "协助")
_CAUSING = ("组织", "邀请", "动员", "安排", "选派", "引导", "推荐", "选送")
_RATIOS = frozenset(("%", "个百分点", "元", "美元"))
_WORKS = {
    "development": ("develop", "developed"), "construction": ("build", "built"), "renovation": ("renovate", "renovated"),
    "building": ("build", "built"), "upgrading": ("upgrade", "upgraded"), "transformation": ("renovate", "renovated"),
}  # fmt: skip
_NOT_BUILT = ("rules", "mechanisms", "systems", "standards", "groups", "teams", "committees", "platforms")
_COLLOCATIONS = (
    ("作出", ("decisions", "resolutions"), "adopt", "adopted"),
    ("作出", ("instructions", "directives"), "give", "given"),
    ("受理", ("cases",), "accept", "accepted"),
    ("取得", ("achievements", "results", "outcomes", "progress"), "make", "made"),
    ("落实", ("funds", "funding", "subsidies", "allowances", "loans", "fees"), "provide", "provided"),
    ("清理", ("waste", "garbage", "rubbish"), "clear", "cleared"),
    ("新建", _NOT_BUILT, "establish", "established"),
    ("建设", _NOT_BUILT, "establish", "established"),
)
# The work on what is counted, behind it and a verb before it: 加快铁路项目建设.
_BUILDING = re.compile(
    r"^((?:加快推进|加快|推进|支持|启动|实施|抓好|做好|批复|获批).{2,}(?:项目|工程|基地|中心|体系|设施|平台|园区|学科|实验室))建设$"
)
_LOOSE_START = re.compile(r"^(?:将|的|并|了|其中|、|，)+")
_LOOSE_END = re.compile(r"(?:等|和|与|的|为|、|，)+$")


def _before_verb(words: Sequence[Word]) -> tuple[tuple[Noun, ...], tuple[str, ...]] | None:
    """Subject and prepositional groups before a verb; an adjective right before it says how well it was done and is left out."""
    while words and words[-1].role is Role.ADJECTIVE:
        if words[-1].zh.endswith("化"):
            # 数字化改造 is another work than 改造.
            return None
        words = words[:-1]
    starts = [
        i for i, w in enumerate(words) if w.role is Role.PREPOSITION or (i == 0 and w.zh in PREPOSITIONS)
    ]
    cuts = [*starts, len(words)]
    lead = list(words[: cuts[0]])
    while starts and lead and lead[-1].role is Role.ADJECTIVE:
        lead.pop()
    subject = nouns_in(lead) if any(w.role is not Role.SCOPE for w in lead) else ()
    if subject is None:
        return None
    tails = [] if subject else [SCOPES[w.zh] for w in lead]
    for start, end in pairwise(cuts):
        inside = words[start + 1 : end]
        if len(inside) == 1 and inside[0].role is Role.SCOPE:
            tails.append(SCOPES[inside[0].zh])
            continue
        nouns = nouns_in(inside)
        if nouns is None:
            return None
        word = words[start]
        tails.append(f"{PREPOSITIONS.get(word.zh) or word.en} {listed([n.generic() for n in nouns])}")
    return subject, tuple(tails)


def _owned(objects: tuple[Noun, ...], tails: tuple[str, ...]) -> tuple[tuple[Noun, ...], tuple[str, ...]]:
    """`of` and `on` groups go to the object, the others stay with the verb: `appraisals of judges`, `submitted to the committee`."""
    own = [t for t in tails if t.startswith(("of ", "on "))]
    last = objects[-1]
    for tail in own:
        last = last.tailed(tail)
    return (*objects[:-1], last), tuple(t for t in tails if t not in own)


def _verb_end(words: Sequence[Word], first: int) -> int:
    """Where the run of verbs that starts at `first` ends."""
    end = first + 1
    while end < len(words):
        if words[end].role is Role.VERB:
            end += 1
        elif words[end].role is Role.AND and end + 1 < len(words) and words[end + 1].role is Role.VERB:
            end += 2
        else:
            break
    return end


def _purpose(verb: Verb, after: Sequence[Word]) -> tuple[Sequence[Word], str] | None:
    """Object and `to take part in training` of 组织代表参加培训; no purpose where no second verb follows."""
    if any(w.zh == "关于" for w in after):
        return after, ""
    second = next((i for i, w in enumerate(after) if w.role is Role.VERB), None)
    if second is None:
        return after, ""
    then, what = verb_in(after[second : second + 1]), nouns_in(after[second + 1 :])
    if second == 0 or then is None or what is None or not verb.zh.endswith(_CAUSING):
        return None
    return after[:second], f"to {then.on(listed([n.generic() for n in what]), then.base)}"


def _subject_tail(subject: tuple[Noun, ...]) -> str:
    """`by the municipal Party committee`, `in the urban area`; "" where the noun can be neither doer nor place."""
    whose = listed([n.generic() for n in subject])
    if all(n.is_agent for n in subject):
        return f"by {whose}"
    return f"in {whose}" if all(n.is_place for n in subject) else ""


def _verbless(words: Sequence[Word]) -> Phrase | None:
    if words[0].role is Role.PREPOSITION or (words[0].zh in PREPOSITIONS and len(words) > 2):
        # 向市委请示报告: the body asked, then what was sent to it.
        to, nouns = nouns_in(words[1:2]), nouns_in(words[2:])
        if not to or not nouns or not to[0].is_agent:
            return None
        tail = f"{PREPOSITIONS.get(words[0].zh) or words[0].en} {to[0].generic()}"
        return Phrase((*nouns[:-1], nouns[-1].tailed(tail)))
    nouns = nouns_in(words)
    return Phrase(nouns, rate=words[-1].zh.endswith("率")) if nouns else None


def _verb_alone(verb: Verb) -> Phrase | None:
    """A verb with its object in it: `public interest lawsuits filed` is the lawsuits and what was done."""
    things, _, done = verb.participle.rpartition(" ")
    participle = Verb(verb.base, done, verb.zh)
    if (
        verb.is_transitive
        or not things
        or not participle.is_transitive
        or things.split()[0] in {"having", "on"}
    ):
        return None
    many = things if things.endswith("s") else ""
    return Phrase((Noun(things.removesuffix("s") if many else things, many),), participle)


def _fronted(subject: tuple[Noun, ...], verb: Verb, tails: tuple[str, ...], unit: str) -> Phrase | None:
    """The verb comes last: 代表建议已办结 tells what was done to it, 代表参加 what people did."""
    if not subject:
        return _verb_alone(verb) if not tails else None
    if verb.is_transitive and (verb.zh in _GROWING or any(n.is_agent and not n.many for n in subject)):
        # 中央财政安排: who did it, not what it was done to; 专业村发展到10个: a level.
        return None
    if verb.is_transitive:
        return Phrase(subject, verb, tails)
    if tails or not is_person_unit(unit) or not verb.participle.split()[0].endswith("ing"):
        return None
    return Phrase(subject, verb, actor=True)


def _said_of(verb: Verb, objects: tuple[Noun, ...]) -> Verb:
    """The verb that English uses with these objects: decisions are adopted, rules established, cases accepted."""
    for zh, ends, base, participle in _COLLOCATIONS:
        if verb.zh == zh and all(
            (n.many or n.one).split(" for ")[0].split(" on ")[0].endswith(ends) for n in objects
        ):
            return Verb(base, participle, zh)
    if verb.zh == "增加" and all(n.many for n in objects):
        return Verb("add", "added", verb.zh)
    if verb.zh == "安排" and all(n.many for n in objects) and "funds" not in objects[-1].many.split():
        return Verb("arrange", "arranged", verb.zh)
    return verb


def _work(objects: tuple[Noun, ...], verb: Verb, tails: tuple[str, ...], unit: str) -> Phrase:
    """The object and what was done; 完成高标准农田建设 says of the farmland that it was developed, not of the development."""
    if verb.zh.endswith("抓好"):
        return Phrase(objects)
    if verb.zh in _REACHED and unit in _RATIOS and all(map(has_size, objects)) and not tails:
        rate = unit in PERCENT
        if not rate or all(RATES & set(n.one.split()) for n in objects):
            return Phrase(objects, rate=rate)
    verb = _said_of(verb, objects)
    head, _, thing = objects[-1].one.partition(" of ")
    done = _WORKS.get(head)
    if verb.zh != "完成" or len(objects) > 1 or done is None or objects[-1].many or not thing:
        return Phrase(objects, verb, tails)
    return Phrase((Noun(thing, "", objects[-1].tail),), Verb(done[0], done[1], verb.zh), tails)


def _event_on(words: Sequence[Word]) -> Phrase | None:
    """`lectures on studying and implementing Xi Jinping Thought` held: the second verb says what the event is on."""
    if len(words) < 4 or words[0].zh not in _HOLDING or words[1].role is not Role.VERB:
        return None
    end = _verb_end(words, 1)
    held, done, what, head = (
        verb_in(words[:1]),
        verb_in(words[1:end]),
        nouns_in(words[end:-1]),
        nouns_in(words[-1:]),
    )
    if not (held and done and what and head) or len(head) > 1:
        return None
    if not any(word in _EVENTS for word in head[0].many.split()):
        return None
    topic = f"on {done.gerund} {listed([n.generic() for n in what])}"
    return Phrase((head[0].tailed(topic),), held)


def _with_help(words: Sequence[Word], unit: str) -> Phrase | None:
    """`problems resolved with its help` of 推动解决问题; `studies conducted in support of the congress` of 配合人大开展调研."""
    if words[0].zh in _HELPING and len(words) > 2 and words[1].role is Role.VERB:
        done = _clause(words[1:], unit)
        return (
            replace(done, tails=(*done.tails, "with its help"))
            if done and done.verb and not done.actor
            else None
        )
    if words[0].zh not in _JOINING:
        return None
    second = next((i for i, w in enumerate(words) if i and w.role is Role.VERB), None)
    whom = nouns_in(words[1:second]) if second and second > 1 else None
    done = _clause(words[second:], unit) if second and whom and all(n.is_agent for n in whom) else None
    if not done or not whom or done.verb is None or done.actor:
        return None
    return replace(done, tails=(*done.tails, "in support of " + listed([n.generic() for n in whom])))


def _brought_by(words: Sequence[Word], first: int) -> Phrase | None:
    """`bills put forward by deputies` of 代表提出的议案, `opinions collected` of 收集的意见."""
    end = _verb_end(words, first)
    if end + 1 >= len(words) or words[end].role is not Role.OF:
        return None
    verb, things = verb_in(words[first:end]), nouns_in(words[end + 1 :])
    whom = nouns_in(words[:first]) if first else ()
    if (
        verb is None
        or not verb.is_transitive
        or not things
        or whom is None
        or not all(n.is_agent for n in whom)
    ):
        return None
    return Phrase(things, verb, ("by " + listed([n.generic() for n in whom]),) if whom else ())


def _national(words: Sequence[Word]) -> Sequence[Word]:
    """What is created or won 全国 is national, not all over the nation."""
    if words and words[0].zh == "全国" and words[0].term is not None:
        return (replace(words[0], role=Role.ADJECTIVE), *words[1:])
    return words


def _clause(words: Sequence[Word], unit: str) -> Phrase | None:
    first = next((i for i, w in enumerate(words) if w.role is Role.VERB), None)
    if first is None:
        return _verbless(words)
    end = _verb_end(words, first)
    special = (
        _event_on(words) or _with_help(words, unit) or _brought_by(words, first)
        if first == 0
        else _brought_by(words, first)
    )
    if special:
        return special
    front, verb = _before_verb(words[:first]), verb_in(words[first:end])
    if front is None or verb is None:
        return None
    subject, tails = front
    if end == len(words):
        return _fronted(subject, verb, tails, unit)
    if words[first].zh in _LIGHT and words[-1].role is Role.VERB and not subject and not tails:
        # 完成学校改造: the work is the last verb, or the last verbs.
        last = next(i for i in range(len(words) - 1, 0, -1) if words[i - 1].role is not Role.VERB)
        work, done = nouns_in(words[end:last]), verb_in(words[last:])
        return Phrase(work, done) if work and done and done.is_transitive else None
    aim = _purpose(verb, words[end:])
    objects = nouns_in(_national(aim[0])) if aim else None
    if aim is None or objects is None or (verb.zh == "安排" and words[-1].zh.endswith(("就业", "赤字"))):
        return None
    if verb.zh in _GATHERED and not aim[1] and all(agrees_with_unit(n, "名") for n in objects):
        # 组织代表120人: for what stands outside the name.
        return Phrase(objects, verb, ("to take part",)) if is_person_unit(unit) and not subject else None
    objects, tails = _owned(objects, tails)
    if aim[1]:
        tails = (*tails, aim[1])
    if not subject:
        return _work(objects, verb, tails, unit) if verb.is_transitive else None
    if is_person_unit(unit) and not agrees_with_unit(objects[-1], unit):
        # 28名代表参与立法: the people are counted, not what they do.
        if tails or not all(agrees_with_unit(n, unit) for n in subject):
            return None
        return Phrase(subject, verb, actor=True, rest=listed([n.generic() for n in objects]))
    if not verb.is_transitive:
        return None
    if verb.zh in _CONVENING and all(
        n.many and n.is_agent and not n.generic().startswith("the ") for n in subject
    ):
        # People come to a meeting; who called it the name does not say.
        return Phrase(objects, verb, tails)
    tail = _subject_tail(subject)
    return Phrase(objects, verb, (*tails, tail)) if tail else None


def _of_what_is_built(name: str, unit: str) -> str:
    """加快铁路项目 of 加快铁路项目建设 where the unit counts: so many projects, not so much development."""
    return name if is_measure(unit, units()) else _BUILDING.sub(r"\1", name)


def phrase_of(name_zh: str, unit: str, *, terms: TermBase) -> Phrase | None:
    """The English parts of what a figure in `unit` counts, or None where the phrase is not understood whole."""
    name = _LOOSE_START.sub("", _LOOSE_END.sub("", name_zh))
    if name_zh.startswith("将") and unit in PERCENT:
        # 将资金80%以上投入: a part of it, for what the name does not say.
        return None
    if not name or name.count("率") > 1:
        return None
    for text in dict.fromkeys((_of_what_is_built(name, unit), without_frame(_of_what_is_built(name, unit)))):
        phrase = _phrase(text, unit, terms)
        if phrase and is_sound(phrase) and fits(phrase, unit):
            return phrase
    return None


def _phrase(name_zh: str, unit: str, terms: TermBase) -> Phrase | None:
    whole = terms.get(name_zh)
    if whole is not None and whole.pos in {"noun", "proper"}:
        return Phrase((noun_of(whole),), rate=name_zh.endswith("率"))
    change = change_in(name_zh, terms)
    if change is not None:
        return change
    shape = shape_of(name_zh, unit, terms)
    if shape is not None:
        return shape
    text, level = without_ending(name_zh, LEVELS)
    share = share_in(text, terms)
    if share is not None:
        return share
    addition = addition_in(text, terms)
    if addition is not None:
        return addition
    # 学校改造完成 tells work done; 财政收入完成 tells a level.
    words = words_of(name_zh if level == "完成" and unit not in _RATIOS else text, terms)
    return _clause(words, unit) if words else number_in(text, terms)
