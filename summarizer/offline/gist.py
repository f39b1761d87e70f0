"""The gist of a name that is not understood whole: what is counted or measured, without the words around it.

A name such as 培育魑魅创新型企业 is read as 培育 … 企业, `… enterprises fostered`. The dots stand for what was left out, so that a
reader sees that the source says more. What is kept goes through the same grammar as a whole name; only what narrows or places the
thing may be left out, never what turns it around (不, 未) or counts it by something else (每, 人均).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.lexicon import Term, TermBase, UnitClass, units
from summarizer.offline.grammar import phrase_of
from summarizer.offline.nouns import Noun, agrees_with_unit
from summarizer.offline.numbers import is_measure
from summarizer.offline.phrase import Phrase
from summarizer.offline.shapes import is_counted_by
from summarizer.offline.sizes import QUANTITIES, has_size
from summarizer.offline.soundness import PERCENT
from summarizer.offline.words import NOMINAL

__all__ = ["LEFT_OUT", "gist_of", "kind_of_figure"]

LEFT_OUT = "…"
"""Stands before a name that leaves something out."""

# Right before what is kept these turn it around; these anywhere make another figure of it.
_TURNS = re.compile(r"[不未非无没否免零应]")
# 10亿元以上项目 cut before 亿 would be another size.
_IN_NUMBER = (
    re.compile(r"[0-9.一二三四五六七八九十百千万亿两几数]$"),
    re.compile(r"[亿万千百十元个家名项件年月日级米吨人户]"),
)
_COUNTS_OTHERWISE = re.compile(r"每|[人户亩地日月年单平]均|单位|单个|取消|停止|剔除|扣除|相当于")
_CHANGE = re.compile(
    r"(?:递增|增长|增加|提高|提升|上升|上涨|下降|降低|减少|回落|压减|削减|压缩|缩短|精简|改善|增幅|降幅|增速|涨幅)(?:率|幅度)?$"
)
_ASIDE = (
    re.compile(
        r"(?:比|较|相比)[^，,、的占]{0,14}?(?:上年|去年|上一年度|上季度|季度|年初|末|时期|以前|之前|预算|计划)(?=$|[增提下降上减回])"
    ),
    re.compile(r"[“《‘][^”》’]{1,24}[”》’]等?(?=..)"),
    re.compile(r"^.{1,40}等(?=[^等的]{2,}$)"),
)
# What a clause with one of these says of its object comes behind that: 对X情况开展检查.
_ABOUT = re.compile(r"^(?:对|就|围绕|针对|按照|根据|通过|在)|情况(?:开展|进行|作出|提出)")
_DONE_ABOUT = (
    "开展",
    "进行",
    "实施",
    "作出",
    "做出",
    "提出",
    "组织",
    "组织开展",
    "举办",
    "召开",
    "予以",
    "给予",
)
_JOINS = frozenset(("和", "及", "与", "、", "或", "以及", "“", "（", "("))
# Before a thing these say only that it comes about: the thing is what counts.
_PROMOTING = frozenset(
    (
        "推动",
        "促进",
        "助推",
        "带动",
        "引导",
        "推进",
        "加快推进",
        "加快",
        "全力推进",
        "抓好",
        "突出抓好",
        "做好",
        "拥有",
        "实现",
        "达到",
        "突破",
        "有",
    )
)
_WORKING = frozenset(
    ("建设", "工作", "改造", "治理", "发展", "整治", "升级", "提升", "创建", "任务", "项目建设")
)
# Heads that say nothing once what they are of is left out.
_EMPTY = frozenset(
    "level levels number proportion proportions share shares aspect aspects ability abilities function functions procedure procedures"
    " content contents part parts time times condition conditions problem scale work situation area areas step steps".split()
)
_PIVOTS = ("指导", "支持", "帮助", "引导", "督促", "推动", "鼓励")
_ACTS = re.compile(
    r"\b(?:inspections?|meetings?|sessions?|surveys?|assessments?|inquiries|instructions|directives|lectures|courses|activities|campaigns|"
    r"conferences|forums|exchanges|trainings?|drills|performances|exhibitions|competitions|reports|visits|tours|studies|projects|appraisals|"
    r"talks|events|disasters?|accidents?|incidents?|cases?|disputes?|consultations|reviews|examinations|patrols|operations)\b"
)
_PREPOSITIONS = frozenset(("在", "对", "向", "从", "由", "以", "按"))
_SHORTEST = 2
_MOST_TRIED = 80
_LONGEST = 60
"""Characters: a longer name is a sentence, in which no end is the head."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """What may be left of a name.

    `done` is the verb that may be said of it, "" where that is left out too; `gone` all that is left out, `beside` what of that stood
    right before what is kept. `cut` tells that the thing has lost words of its own, `head` that it has lost all of them.
    """

    kept: str
    gone: str
    done: str = ""
    beside: str = ""
    cut: bool = False
    head: bool = False


def _is_event(unit: str) -> bool:
    known = units().get(unit)
    return unit == "项" or (known is not None and known.cls is UnitClass.EVENT)


def _pieces(text: str, terms: TermBase) -> list[str]:
    return [piece.zh if isinstance(piece, Term) else piece for piece in terms.segment(text)]


def _is_verb(piece: str, terms: TermBase) -> bool:
    term = terms.get(piece)
    return term is not None and term.pos == "verb"


def _main(pieces: Sequence[str], text: str, terms: TermBase) -> tuple[int, int]:
    """Where the verbs that govern the name stand, empty where it has none."""
    verbs = [i for i, piece in enumerate(pieces) if _is_verb(piece, terms) and not (i and piece in NOMINAL)]
    if _ABOUT.search(text):
        verbs = [i for i in verbs if pieces[i] in _DONE_ABOUT][-1:]
    if not verbs or "的" in pieces[verbs[0] + 1 : verbs[0] + 2]:
        return 0, 0
    end = verbs[0] + 1
    while end < len(pieces) - 1 and _is_verb(pieces[end], terms):
        end += 1
    return verbs[0], end


def _starts(pieces: Sequence[str], end: int) -> Iterator[int]:
    """Where what is kept of a thing may begin: behind the last 的, and never inside a list."""
    least = max((i for i, piece in enumerate(pieces[:end]) if "的" in piece), default=-1) + 1
    return (at for at in range(end) if not at or (at >= least and pieces[at - 1][-1:] not in _JOINS))


def _ends(pieces: Sequence[str], main: tuple[int, int], terms: TermBase) -> Iterator[_Reading]:
    """Ever shorter ends of the name behind its verb, each with the verb and without it."""
    first, start = main
    done, before, after = "".join(pieces[first:start]), "".join(pieces[:first]), pieces[start:]
    stop = len(after)
    if done and stop > 1 and after[-1] in _WORKING:
        stop -= 1
    for end in dict.fromkeys((len(after), stop)):
        for at in _starts(after, end):
            kept, gone = "".join(after[at:end]), before + "".join(after[:at])
            of_thing = bool(at) and after[at - 1] != "的"
            beside, head = "".join(after[at - 1 : at]), end - at == 1
            # What was done is done to the object of the last verb, not to that of a verb before it.
            skips = any(_is_verb(p, terms) and p not in NOMINAL for p in after[:at]) and "的" not in "".join(
                after[:at]
            )
            if done and done not in _PROMOTING and not skips:
                yield _Reading(done + kept, gone, done, before[-2:] + beside, of_thing, head)
            yield _Reading(kept, gone, "", beside, of_thing, head)


def _fronted(pieces: Sequence[str], terms: TermBase) -> Iterator[_Reading]:
    """Ever shorter ends with the verb that closes the name: 魑魅等项目建成投产."""
    end = len(pieces)
    while end and _is_verb(pieces[end - 1], terms):
        end -= 1
    done = "".join(pieces[end:])
    if not done or any(_is_verb(piece, terms) for piece in pieces[:end]):
        return
    for at in _starts(pieces, end):
        kept, gone, beside = "".join(pieces[at:end]), "".join(pieces[:at]), "".join(pieces[at - 1 : at])
        yield _Reading(kept + done, gone, done, beside, bool(at), end - at == 1)
        yield _Reading(kept, gone, "", beside, bool(at), end - at == 1)


def _looked_at(text: str, terms: TermBase) -> Iterator[_Reading]:
    """Ever shorter ends of what something is done about: 对10件实事进行测评 is of the matters, where the unit counts no acts."""
    pieces = _pieces(text.removeprefix("对"), terms)
    end = next((i for i, piece in enumerate(pieces) if "的" in piece or _is_verb(piece, terms)), 0)
    for at in _starts(pieces, end):
        yield _Reading("".join(pieces[at:end]), "", "", "".join(pieces[at - 1 : at]), bool(at), end - at == 1)


def _readings(text: str, unit: str, terms: TermBase) -> Iterator[_Reading]:
    """What may be left of the text, the fullest first."""
    if text.startswith("对") and not _is_event(unit):
        yield from _looked_at(text, terms)
        return
    if text.startswith(_PIVOTS) and any(_is_verb(piece, terms) for piece in _pieces(text, terms)[2:]):
        # Whether those who are helped or what they do is counted, only the unit can say.
        return
    variants = [text]
    for aside in _ASIDE:
        variants += [
            shorter for shorter in (aside.sub("", v) for v in tuple(variants)) if shorter not in variants
        ]
    for plain in variants[1:]:
        yield _Reading(plain, "", plain)  # whatever it says was done
    for whole in variants:
        pieces = _pieces(whole, terms)
        yield from _fronted(pieces, terms)
        yield from _ends(pieces, _main(pieces, whole, terms), terms)


def _may_go(reading: _Reading, name_zh: str) -> bool:
    """Whether what is left out only narrows or places what is kept."""
    if _CHANGE.search(name_zh) and not _CHANGE.search(reading.kept):
        return False
    number, unit = _IN_NUMBER
    if number.search(reading.beside) and unit.match(reading.kept.removeprefix(reading.done)):
        return False
    return not _COUNTS_OTHERWISE.search(reading.gone) and not _TURNS.search(reading.beside)


def _says_something(phrase: Phrase) -> bool:
    heads = (re.split(r" (?:of|for|in|on) ", n.plural(), maxsplit=1) for n in phrase.nouns)
    return all(len(head) > 1 or head[0].lower() not in _EMPTY for head in heads)


def _countable(nouns: Sequence[Noun], unit: str) -> bool:
    return all(n.many and agrees_with_unit(n, unit) for n in nouns)


def _can_be(phrase: Phrase, unit: str, reading: _Reading) -> bool:
    """Whether a figure in the unit can be of this. Stricter than for a whole name: what was left out could have said otherwise.

    Of an amount either all words are kept or none: 信息服务业增加值 is no part of it, and not the service sector's.
    """
    known = units().get(unit)
    sized = phrase.change is not None or unit in PERCENT or is_measure(unit, units())
    if sized and phrase.verb is None and reading.cut and not reading.head:
        return False
    if phrase.change is not None:
        return all(QUANTITIES & set(n.plural().lower().split()) for n in phrase.nouns)
    if unit in PERCENT:
        return phrase.verb is None
    if phrase.rate or phrase.number or phrase.actor:
        return True
    if known is not None and known.cls is UnitClass.MONEY:
        return all(QUANTITIES & set(n.plural().lower().split()) for n in phrase.nouns)
    if sized:
        return phrase.verb is not None or all(map(has_size, phrase.nouns)) or not _countable(phrase.nouns, "")
    if _is_event(unit) and unit != "项" and not _ACTS.search(phrase.things()):
        # 对草案进行两次审议: the acts are counted.
        return False
    if unit in {"", "家", "所"} and not is_counted_by(phrase.nouns, unit):
        return False
    if not unit:
        return True
    return _countable(phrase.nouns, unit) and not QUANTITIES & {phrase.nouns[-1].plural().lower()}


def _is_of(phrase: Phrase, reading: _Reading, terms: TermBase) -> bool:
    """Whether what the phrase says was done is what the name says was done, and no verb inside a longer word."""
    if phrase.verb is not None:
        return bool(reading.done) and phrase.verb.zh in reading.done and phrase.verb.zh != "通过"
    inside = (p for p in _pieces(reading.kept, terms) if _is_verb(p, terms) and p not in NOMINAL)
    return phrase.change is not None or phrase.new or reading.kept == reading.done or not any(inside)


def _subject(name_zh: str, unit: str, terms: TermBase) -> Phrase | None:
    """The things before a verb where the unit counts nothing else: 企业通过魑魅进入市场 with 家 is of enterprises."""
    pieces = _pieces(name_zh, terms)
    verbs = [_is_verb(piece, terms) for piece in pieces]
    if _COUNTS_OTHERWISE.search(name_zh):
        return None
    ends_in_thing = not verbs[-1] and terms.get(pieces[-1]) is not None
    for end in range(1, len(pieces)):
        told = verbs[end] or pieces[end] in _PREPOSITIONS or terms.get(pieces[end]) is None
        if (
            not told
            or len(pieces[end - 1]) < _SHORTEST
            or not (any(verbs[end:]) or terms.get(pieces[-1]) is None)
        ):
            continue
        for start in _starts(pieces, end):
            # Of 启动住宅区改善工程 the last thing is what is done, unless the unit says otherwise.
            if any(verbs[start:end]) or (unit in {"个", "项"} and ends_in_thing and any(verbs[:start])):
                continue
            phrase = phrase_of("".join(pieces[start:end]), unit, terms=terms)
            if (
                phrase
                and not (phrase.verb or phrase.change or phrase.actor)
                and is_counted_by(phrase.nouns, unit)
            ):
                return phrase
    return None


def gist_of(name_zh: str, unit: str, *, terms: TermBase) -> Phrase | None:
    """The English parts of the gist, None where not even that is clear.

    `name_zh` in simplified characters.
    """
    if len(name_zh) > _LONGEST:
        return None
    seen: set[str] = set()
    for reading in _readings(name_zh, unit, terms):
        if len(seen) >= _MOST_TRIED:
            break
        kept = reading.kept
        if kept in seen or len(kept) < _SHORTEST or kept == name_zh:
            continue
        seen.add(kept)
        if not _may_go(reading, name_zh):
            continue
        phrase = phrase_of(kept, unit, terms=terms)
        if (
            phrase
            and _can_be(phrase, unit, reading)
            and _says_something(phrase)
            and _is_of(phrase, reading, terms)
        ):
            return phrase
    return _subject(name_zh, unit, terms)


_GROWTH = re.compile(r"(?:增长|递增|增速|增幅)(?:率|幅度)?$")
_MORE = re.compile(r"(?:增加|上升|上涨|涨幅)(?:率|幅度)?$")
_BETTER = re.compile(r"(?:提高|提升|改善)(?:率|幅度)?$")
_KINDS = {
    UnitClass.MONEY: "amount", UnitClass.PERCENT: "percentage", UnitClass.POINTS: "change in percentage points", UnitClass.AREA: "area",
    UnitClass.LENGTH: "length", UnitClass.MASS: "quantity", UnitClass.VOLUME: "volume", UnitClass.ENERGY: "quantity of energy",
    UnitClass.POWER: "capacity", UnitClass.HOUSEHOLD: "households or businesses", UnitClass.PERSON: "people",
}  # fmt: skip
# Measure words that are only said of one kind of thing.
_COUNTED = {
    "人次": "visits or attendances", "家": "organizations", "所": "institutions", "处": "sites", "栋": "buildings", "幢": "buildings", "辆": "vehicles",
    "篇": "articles", "株": "plants", "棵": "trees", "艘": "ships", "支": "teams", "场": "events", "场次": "events", "起": "cases or incidents",
    "倍": "multiple",
}  # fmt: skip


def kind_of_figure(name_zh: str, unit: str) -> str:
    """What a figure in the unit can only be, `people` or `amount`, or the change that its name says; "" where the unit tells nothing."""
    known = units().get(unit)
    if _GROWTH.search(name_zh):
        return "growth"
    if _MORE.search(name_zh) or (unit in PERCENT and _BETTER.search(name_zh)):
        return "increase"
    if _CHANGE.search(name_zh) and not _BETTER.search(name_zh):
        return "decrease"
    if known is None or "/" in unit or "每" in name_zh:
        return ""
    if unit in _COUNTED:
        return _COUNTED[unit]
    return known.plural if known.cls is UnitClass.EVENT else _KINDS.get(known.cls, "")
