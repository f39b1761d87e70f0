"""Names whose build says what is counted: documents that are inspected, people who make up a body, things that have come to a state."""

import re
from collections.abc import Sequence

from summarizer.lexicon import TermBase, UnitClass, units
from summarizer.offline.groups import nouns_in, verb_in
from summarizer.offline.nouns import Noun, agrees_with_unit, is_people, is_person_unit, listed
from summarizer.offline.phrase import Phrase
from summarizer.offline.sizes import has_size
from summarizer.offline.soundness import PERCENT
from summarizer.offline.verbs import Verb
from summarizer.offline.words import Role, Word, words_of

__all__ = ["is_counted_by", "shape_of"]

_COVERED = re.compile(
    r"^(?:配合.{0,12}?)?(?:对|就|围绕)?(?P<what>.{2,40}?)(?:的)?(?:贯彻|实施|落实|执行)+情况(?:进行|开展|组织开展|组织)(?P<act>[^的]{2,12})$"
)
_MEMBERS = re.compile(r"^(?:组建|建立|成立|设立)?(?:由)?(?P<who>.{2,30}?)(?:构成|组成)的?(?P<body>.{2,14})$")
_MULTIPLE = re.compile(r"^(?P<what>.{2,30}?)(?:是|为|相当于)(?P<of>.{2,24}?)的倍数$")
_LEVEL_OF_TIME = re.compile(r"末|时期|年|期间|初")
# What has come to be so of the things before these verbs, as English says it of them.
_STATES = {
    "列入": "included in", "纳入": "included in", "入选": "selected for", "入围": "shortlisted for", "上榜": "listed among", "通过": "that passed",
    "达到": "that reached", "实现": "that achieved", "完成": "that completed", "获": "that won", "获得": "that won", "荣获": "that won",
    "进入": "that entered", "入驻": "settled in", "参加": "that took part in", "参与": "that took part in", "申报": "that applied for",
    "启动": "that started", "免征": "exempted from", "享受": "that enjoyed", "列为": "listed as", "获评": "recognized as", "被评为": "recognized as",
    "评为": "recognized as", "获批": "approved as", "升级为": "upgraded to", "签约": "that signed agreements", "正式签约": "that formally signed agreements",
    "落户": "that settled in",
}  # fmt: skip
_ALONE = frozenset(("签约", "正式签约"))
# What large round numbers count without any measure word, beside people: 上亿市场主体, 2.5亿人口.
_UNCOUNTED = ("population", "entity", "migrant")
# What is counted one by one under these measure words, and so what of a clause they count.
_OF_UNIT = {
    "家": frozenset(
        "enterprises companies firms institutions hospitals stores banks agencies organizations groups entities shops centers operators"
        " laboratories institutes alliances museums workshops factories plants farms cooperatives associations"
        " venues restaurants hotels clinics homes stations offices taxpayers businesses headquarters courts studios canteens consortia".split()
    ),
    "所": frozenset(
        "schools kindergartens hospitals universities colleges institutions centers homes".split()
    ),
    "户": frozenset("households families enterprises taxpayers businesses homes".split()),
    "项": frozenset("projects items policies services results outcomes achievements tasks".split()),
    "部": frozenset("laws regulations rules documents".split()),
    "个": frozenset(
        "projects villages counties towns townships communities cities districts zones schools institutions brigades departments organs".split()
    ),
}


def _nouns(text: str, terms: TermBase) -> tuple[Noun, ...] | None:
    words = words_of(text, terms)
    return nouns_in(words) if words else None


def _covered(text: str, unit: str, terms: TermBase) -> Phrase | None:
    """`regulations covered by law enforcement inspections` of 对法规实施情况开展执法检查: the unit counts the documents."""
    found, known = _COVERED.match(text), units().get(unit)
    if not found or known is None or known.cls is not UnitClass.DOCUMENT:
        return None
    act = _nouns(found["act"], terms)
    for start in range(len(found["what"]) - 1):
        what = _nouns(found["what"][start:], terms)
        if what and act and all(n.many.endswith(("laws", "regulations", "rules", "documents")) for n in what):
            return Phrase(
                what, Verb("cover", "covered", "覆盖"), (f"by {listed([n.plural() for n in act])}",)
            )
    return None


def _members(text: str, unit: str, terms: TermBase) -> Phrase | None:
    """`professionals in the expert pool` of 由专业人才构成的专家库: the unit counts people, not the body that they make up."""
    found = _MEMBERS.match(text) if is_person_unit(unit) else None
    if not found:
        return None
    who, body = _nouns(found["who"], terms), _nouns(found["body"], terms)
    if not who or not body or len(body) > 1 or not all(agrees_with_unit(n, unit) for n in who):
        return None
    return Phrase((*who[:-1], who[-1].tailed(f"making up the {body[0].singular()}")))


def _multiple(text: str, unit: str, terms: TermBase) -> Phrase | None:
    """`per capita income as a multiple of the earlier level` of 人均收入是“十二五”末的倍数."""
    found = _MULTIPLE.match(text) if unit == "倍" else None
    what = _nouns(found["what"], terms) if found else None
    if (
        not found
        or not what
        or len(what) > 1
        or not has_size(what[0])
        or not _LEVEL_OF_TIME.search(found["of"])
    ):
        return None
    return Phrase((Noun(f"{what[0].singular()} as a multiple of the earlier level", "", proper=True),))


def is_counted_by(nouns: Sequence[Noun], unit: str) -> bool:
    """Whether the unit counts these things rather than others of a clause: enterprises by 家, schools by 所, people by 名."""
    if not unit:
        return all(is_people(n) or n.singular().endswith(_UNCOUNTED) for n in nouns)
    if is_person_unit(unit) and unit != "户":
        return all(map(is_people, nouns))
    heads = [n.many.split(" of ")[0].split()[-1] if n.many else "" for n in nouns]
    return bool(_OF_UNIT.get(unit)) and all(head in _OF_UNIT[unit] for head in heads)


def _come_to(words: Sequence[Word], unit: str) -> Phrase | None:
    """`projects included in national plans` of 项目列入国家计划: the unit counts what comes before the verb."""
    at = next((i for i, w in enumerate(words) if w.role is Role.VERB), 0)
    state = _STATES.get(words[at].zh) if at else None
    people = is_person_unit(unit) and unit != "户"
    if state is None or people or unit in PERCENT or any(w.role is Role.PREPOSITION for w in words[:at]):
        return None
    things = nouns_in(words[:at])
    if not things or not is_counted_by(things, unit):
        return None
    rest = words[at + 1 :]
    if not rest:
        done = state if words[at].zh in _ALONE else ""
        return Phrase((*things[:-1], things[-1].tailed(done))) if done else None
    what = _what_of(rest)
    if words[at].zh in _ALONE or what is None:
        return None
    return Phrase((*things[:-1], things[-1].tailed(f"{state} {what}")))


def _what_of(rest: Sequence[Word]) -> str | None:
    """The object: nouns, or the work that a verb at the end names: 数字化改造."""
    nouns = nouns_in(rest)
    if nouns:
        return listed([n.generic() for n in nouns])
    last = verb_in(rest[-1:]) if rest[-1].role is Role.VERB else None
    front = nouns_in(rest[:-1]) if last and len(rest) > 1 else None
    return f"the {last.gerund} of {listed([n.generic() for n in front])}" if last and front else None


def shape_of(text: str, unit: str, terms: TermBase) -> Phrase | None:
    """The phrase of a name whose build decides what its figure counts, None for any other name."""
    for shape in (_covered, _members, _multiple):
        phrase = shape(text, unit, terms)
        if phrase is not None:
            return phrase
    words = words_of(text, terms)
    return _come_to(words, unit) if words else None
