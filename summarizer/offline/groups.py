"""Noun groups and runs of verbs of a parsed phrase, each as one English piece."""

from collections.abc import Sequence

from summarizer.offline.nouns import Noun, compound, listed, noun_of
from summarizer.offline.verbs import Verb, verb_of
from summarizer.offline.words import SCOPES, Role, Word

__all__ = ["nouns_in", "verb_in"]

# What a report is on adds nothing in English: 营商环境工作情况 is the business environment.
_STATE_OF_THINGS = frozenset(("情况", "工作", "工作情况", "进展情况", "开展情况", "推进情况"))
_RATED_FOR = frozenset(
    "completion satisfaction handling settlement clearance conclusion approval execution response".split()
)
_MOST_PARTS = 5
"""Words in a row before and with a head; a longer chain is not English."""
# Without meaning of their own before another verb: 组织审查 is to review.
_SUPPORTING = frozenset(("组织", "开展", "进行", "组织开展", "予以"))
# What is promoted is that something happens, which such a short phrase leaves out.
_PIVOTS = frozenset(("推动", "促进", "助推", "引导", "带动", "确保", "加快", "配合", "协助"))
# Of two verbs in a row after these the second belongs to what they are done to: 启动改造项目, 批复建设.
_NOT_CHAINED = frozenset(
    ("启动", "完成", "批复", "支持", "争取", "带动", "举办", "召开", "举行", "列入", "推进", "加快推进", "推动", "实施", "引导", "帮助", "参加", "承办",
     "批准", "出台", "加强", "建立", "增加", "减少", "扶持", "安排", "办理", "提升", "加快", "抓好", "稳定")
)  # fmt: skip
_HOW = frozenset(("集中",))


def _rate(words: Sequence[Word], head: Noun) -> Noun | None:
    whose = _group(words[:-1])
    if whose is None:
        return None
    link = "for" if _RATED_FOR & set(head.one.split()) else "of"
    if "satisfaction" in head.one.split() and whose.many and whose.is_agent:
        link = "among"
    return head.tailed(f"{link} {whose.generic()}")


def _on_topic(owner: Sequence[Word], rest: Sequence[Word]) -> Noun | None:
    """`reports of the district government on improving the business environment` of 政府关于优化营商环境的报告."""
    cut = max((i for i, w in enumerate(rest) if w.role is Role.OF), default=None)
    if cut is None:
        return None
    topic, head = list(rest[:cut]), _group(rest[cut + 1 :])
    while topic and topic[-1].zh in _STATE_OF_THINGS:
        topic.pop()
    verb = verb_in(topic[:1]) if topic and topic[0].role is Role.VERB else None
    if head is None or not topic or (topic[0].role is Role.VERB and verb is None):
        return None
    what = nouns_in(topic[1:] if verb else topic)
    whose = nouns_in(owner) if owner else ()
    if not what or whose is None:
        return None
    if whose:
        head = head.tailed("of " + listed([n.generic() for n in whose]))
    return head.tailed(
        " ".join(p for p in ("on", verb.gerund if verb else "", listed([n.generic() for n in what])) if p)
    )


def _group(words: Sequence[Word]) -> Noun | None:
    """One noun with what stands before it; `X 的 Y` is `Y of X`."""
    if any(w.role is Role.SUCH for w in words):
        return None
    about = next((i for i, w in enumerate(words) if w.zh == "关于"), None)
    if about is not None:
        return _on_topic(words[:about], words[about + 1 :])
    cut = max((i for i, w in enumerate(words) if w.role is Role.OF), default=None)
    if cut is not None:
        front, back = words[:cut], _group(words[cut + 1 :])
        if back is None or not front:
            return None
        if all(w.role is Role.ADJECTIVE for w in front):
            return compound([w.en for w in front], back) if front[-1].zh not in _HOW else None
        owner = nouns_in(front)
        return back.tailed("of " + listed([n.generic() for n in owner])) if owner else None
    if not words or words[-1].role is not Role.NOUN or len(words) > _MOST_PARTS:
        return None
    if words[0].zh == "监督" and len(words) > 1 and words[1].role is Role.NOUN:
        # 监督公安机关立案: someone is overseen, which no noun before a noun says.
        return None
    if any(w.role not in {Role.NOUN, Role.ADJECTIVE} for w in words):
        return None
    parts = [noun_of(w.term) if w.role is Role.NOUN else w.en for w in words if w.term]
    head = parts[-1]
    if isinstance(head, str):
        return None
    if words[-1].zh == "占比" and len(words) > 1:
        whole = _group(words[:-1])
        return (
            Noun(f"{whole.singular()} as a share of the total", "", proper=True)
            if whole and not whole.many
            else None
        )
    if words[-1].zh.endswith("率") and any(w.role is Role.NOUN for w in words[:-1]):
        return _rate(words, head)
    return compound(parts[:-1], head)


def _owned_by_all(groups: Sequence[Sequence[Word]]) -> tuple[Noun, ...] | None:
    """`special work reports of courts and procuratorates` of 法院、检察院专项工作报告: bodies listed before what each of them has."""
    owners = [_group(g) for g in (*groups[:-1], groups[-1][:1])]
    thing = _group(groups[-1][1:])
    known = [n for n in owners if n is not None and n.is_agent]
    if thing is None or len(known) < len(owners):
        return None
    return (thing.tailed("of " + listed([n.generic() for n in known])),)


def nouns_in(words: Sequence[Word]) -> tuple[Noun, ...] | None:
    """A noun or a list of nouns, with a scope before them; None where it is not clear what belongs to what."""
    scope = ""
    if words and words[0].role is Role.SCOPE:
        scope, words = SCOPES[words[0].zh], words[1:]
    such = next((i for i, w in enumerate(words) if w.role is Role.SUCH), None)
    if such is not None:
        examples, kind = nouns_in(words[:such]), _group(words[such + 1 :])
        if not examples or kind is None:
            return None
        return (kind.tailed("such as " + listed([n.generic() for n in examples])).tailed(scope),)
    groups: list[list[Word]] = [[]]
    for word in words:
        if word.role is Role.AND:
            groups.append([])
        else:
            groups[-1].append(word)
    sizes = [len(g) for g in groups]
    # `A、B C`: C may belong to B alone or to both.
    if len(groups) > 1 and not (all(s == 1 for s in sizes[1:]) or all(s > 1 for s in sizes)):
        return _owned_by_all(groups)
    found = tuple(n for n in map(_group, groups) if n is not None)
    if len(found) < len(groups):
        return None
    return (*found[:-1], found[-1].tailed(scope)) if scope else found


def _flat(verbs: Sequence[str]) -> str:
    """`newly built, renovated and expanded` of a list whose members are lists themselves."""
    return listed([part for verb in verbs for part in verb.split(" and ")])


def verb_in(words: Sequence[Word]) -> Verb | None:
    """Verbs in a row as one: `hear and deliberate`. None where there is none or one has no participle."""
    verbs = [verb_of(w.term) for w in words if w.term]
    known = [v for v in verbs if v is not None]
    if not known or len(known) < len(verbs):
        return None
    if len(known) > 1 and known[0].zh in _SUPPORTING:
        known = known[1:]
    if any(v.zh in _PIVOTS for v in known):
        return None
    if len(known) == 1:
        return known[0]
    if known[0].zh in _NOT_CHAINED and not any(w.role is Role.AND for w in words):
        return None
    return Verb(
        _flat([v.base for v in known]), _flat([v.participle for v in known]), "".join(v.zh for v in known)
    )
