"""Headings in English: whole from the termbase, by the patterns of the genre, or not at all."""

import re
from functools import lru_cache

from summarizer.lexicon import TermBase, terms
from summarizer.offline.groups import nouns_in, verb_in
from summarizer.offline.nouns import listed
from summarizer.offline.words import Role, Word, words_of

__all__ = ["heading_en"]

_NUMBERING = re.compile(
    r"^\s*(?:[●○◆■▪•★☆※·-]\s*)?(?:第[一二三四五六七八九十]{1,3}[章节部分]+|[（(][一二三四五六七八九十\d]{1,3}[)）]|"
    r"[一二三四五六七八九十]{1,3}[、.．]|[一二三四五六七八九十]{1,3}是|\d{1,2}[.．、]|其[一二三四五六])?\s*"
)
_ENDS = re.compile(r"[。：:；;，,\s]+$")
_PARTS = re.compile(r"[，,；;\s]+")
_YEAR = re.compile(r"^(\d{4})年的?(.+)$")
_SPAN = re.compile(r"^(过去|今后|未来)?的?([一三五])年来?的?(.+)$")
_OF_YEAR = {
    "工作回顾": "Review of Work in {}", "主要工作回顾": "Review of Main Work in {}", "工作情况": "Work in {}", "主要工作情况": "Main Work in {}",
    "主要工作": "Main Work in {}", "工作总结": "Summary of Work in {}", "重点工作": "Priorities for {}", "工作重点": "Priorities for {}",
    "主要任务": "Main Tasks for {}", "工作任务": "Tasks for {}", "重点任务": "Key Tasks for {}", "目标任务": "Targets and Tasks for {}",
    "主要目标任务": "Main Targets and Tasks for {}", "工作安排": "Work Plan for {}", "工作思路": "Approach to Work in {}",
    "工作打算": "Work Plan for {}", "工作建议": "Suggestions for Work in {}", "工作计划": "Work Plan for {}", "主要目标": "Main Targets for {}",
    "发展目标": "Development Targets for {}", "工作要点": "Key Points of Work for {}", "总体要求": "General Requirements for {}",
    "工作总体要求": "General Requirements for Work in {}", "工作的总体要求和主要目标": "General Requirements and Main Targets for {}",
    "工作的总体要求": "General Requirements for Work in {}", "发展思路和工作重点": "Approach to Development and Priorities for {}",
    "经济社会发展主要目标": "Main Targets for Economic and Social Development in {}", "工作部署": "Work Plan for {}",
    "工作": "Work in {}", "政府工作": "Work of the Government in {}", "政府工作回顾": "Review of the Government's Work in {}",
}  # fmt: skip
_WHOLE = {
    "存在的问题": "Problems", "存在问题": "Problems", "存在的困难和问题": "Difficulties and Problems", "存在的主要问题": "Main Problems",
    "存在的问题和不足": "Problems and Shortcomings", "存在的不足": "Shortcomings", "问题和不足": "Problems and Shortcomings",
    "困难和问题": "Difficulties and Problems", "工作回顾": "Review of Work", "政府工作报告": "Report on the Work of the Government",
    "今后工作打算": "Plans for the Future", "下一步工作打算": "Next Steps", "下一步工作": "Next Steps", "结束语": "Closing Words",
    "今后五年工作建议": "Suggestions for Work over the Next Five Years", "名词解释": "Notes on Terms", "工作体会": "Lessons Learned",
}  # fmt: skip
_YEARS = {"一": "Year", "三": "Three Years", "五": "Five Years"}
_SMALL = frozenset("a an and as at by for from in of on or over the to with".split())
# Ways of going about it, which the English heading leaves out.
_MANNER = re.compile(
    r"^(?:(?:始终|切实|扎实|着力|全面|大力|积极|坚定不移|毫不动摇|不断|持续|进一步|努力|全力|深入|更加|充分|务实|稳步|有效|认真|坚决|主动|牢牢|"
    r"着重|突出抓好|全力以赴|坚持不懈|持之以恒|千方百计|统筹|加力|奋力|高质量|高标准|高水平|纵深)地?)+"
)


_FIELD = re.compile(r"^在([^在]{2,20}?)(?:上|中|方面)((?!的).{3,})$")
_BETTER = re.compile(
    r"(?:实现)?(?P<how>高质量)?(?:有效|明显|不断|显著|持续|稳步|进一步|全面|大幅|切实)?(?P<verb>提升|提高|改善|进步|增强|优化|向好)$"
)
_FOCUS = frozenset(("聚焦", "围绕", "紧扣"))
# After an object these name what it is about rather than another act: 提升旅游业发展质效.
_NOUN_LIKE = frozenset(
    (
        "发展",
        "服务",
        "建设",
        "管理",
        "生产",
        "保护",
        "治理",
        "改造",
        "创新",
        "改革",
        "合作",
        "使用",
        "利用",
        "投资",
        "保障",
    )
)
_PROMOTE = frozenset(("助推", "推动", "促进", "推进"))


def _title(text: str) -> str:
    words = text.split()
    return " ".join(w if i and w.lower() in _SMALL else w[:1].upper() + w[1:] for i, w in enumerate(words))


def _whole(title: str, terms: TermBase) -> str:
    """The title as one entry of the termbase or of the genre's stock of titles."""
    if title in _WHOLE:
        return _WHOLE[title]
    term = terms.get(title)
    if term is None or term.pos == "verb" or term.pos == "adverb":
        return ""
    return _title(term.en)


def _dated(title: str) -> str:
    """Titles made of a year, or a span of years, and what is told of it."""
    year = _YEAR.match(title)
    if year and year[2] in _OF_YEAR:
        return _OF_YEAR[year[2]].format(year[1])
    span = _SPAN.match(title)
    if span and span[3] in _OF_YEAR:
        when = "Next" if span[1] in {"今后", "未来"} else "Past"
        pattern = _OF_YEAR[span[3]].replace(" in {}", " of {}")
        return pattern.format(f"the {when} {_YEARS[span[2]]}")
    return ""


def _gerund(verbs: list[Word]) -> str:
    """`Safeguarding and improving`; two verbs without a conjunction are understood only as `focusing on improving`."""
    if len(verbs) == 1 or any(w.role is Role.AND for w in verbs):
        verb = verb_in(verbs)
        return verb.gerund if verb else ""
    first, second = verb_in(verbs[:1]), verb_in(verbs[1:])
    if len(verbs) > 2 or verbs[0].zh not in _FOCUS or first is None or second is None:
        return ""
    return f"{first.gerund} {second.gerund}"


def _takes_object(verbs: list[Word]) -> bool:
    verb = verb_in(verbs)
    return verb is not None and verb.is_transitive


def _object(words: list[Word]) -> str:
    nouns = nouns_in(words)
    return listed([n.generic() for n in nouns]) if nouns else ""


def _action(verbs: list[Word], objects: list[Word]) -> str:
    """One verb with its object as a gerund; "" where it is not understood."""
    if not objects:
        verb = verb_in(verbs)
        return verb.gerund if verb and not verb.is_transitive else ""
    if verbs[-1].zh in _FOCUS and len(objects) > 1 and objects[-1].zh.endswith("监督"):
        # 聚焦环境保护持续监督: two things, the second done about the first.
        oversight, about = _object(objects[-1:]), _object(objects[:-1])
        return f"{oversight} focused on {about}" if oversight and about else ""
    done, what = _gerund(verbs), _object(objects)
    return f"{done} {what}" if done and what else ""


def _actions(words: list[Word]) -> str:
    """Verbs with their objects, each as a gerund: `focusing on people's livelihood, reinforcing oversight`."""
    groups: list[tuple[list[Word], list[Word]]] = []
    for i, word in enumerate(words):
        joins = word.role is Role.AND and i + 1 < len(words) and words[i + 1].role is Role.VERB
        if word.role is Role.VERB or joins:
            if not groups or groups[-1][1]:
                groups.append(([], []))
            groups[-1][0].append(word)
        elif not groups:
            return ""
        else:
            groups[-1][1].append(word)
    if any(verbs[0].zh in _NOUN_LIKE for verbs, _ in groups[1:]):
        return ""
    if (
        len(groups) == 2
        and not groups[1][1]
        and groups[0][0][-1].zh in _PROMOTE
        and _takes_object(groups[1][0])
    ):
        # 助推城市能级提升: improving it is what is promoted.
        groups = [(groups[1][0], groups[0][1])]
    parts = [_action(verbs[1:] if verbs[0].role is Role.AND else verbs, objects) for verbs, objects in groups]
    return ", ".join(parts) if all(parts) else ""


def _improved(part: str, terms: TermBase) -> str:
    """`Improvement in the Quality of Legislative Work` of a title that says what has become better."""
    better = _BETTER.search(part)
    words = words_of(part[: better.start()], terms) if better and better.start() else None
    what = _object(words) if words and all(w.role is not Role.VERB for w in words) else ""
    if not better or not what:
        return ""
    noun = "strengthening of" if better["verb"] == "增强" else "improvement in"
    return _title(f"{'high-quality ' if better['how'] else ''}{noun} {what}")


def _clause(part: str, terms: TermBase) -> str:
    """One clause of a title: an action, a thing, what became better, or an action in some field."""
    whole = _whole(part, terms)
    if whole:
        return whole
    field = _FIELD.match(part)
    if field:
        inner, outer = _clause(field[1], terms), _clause(field[2], terms)
        return f"{outer} in {inner}" if inner and outer else ""
    for text in dict.fromkeys((part, _MANNER.sub("", part))):
        words = words_of(text, terms) if text else None
        if not words:
            continue
        if words[0].role is Role.VERB:
            actions = _actions(words)
            if actions:
                return _title(actions)
        elif all(w.role is not Role.VERB for w in words):
            what = _object(words)
            if what:
                return _title(what)
    return _improved(part, terms)


@lru_cache(maxsize=4096)
def _heading(title: str) -> str:
    base = terms()
    stem = _ENDS.sub("", _NUMBERING.sub("", title, count=1))
    known = _whole(stem, base) or _dated(stem)
    if known:
        return known
    clauses = [_clause(part, base) for part in _PARTS.split(stem) if part]
    return ", ".join(clauses) if clauses and all(clauses) else ""


def heading_en(title_zh: str) -> str:
    """The heading in English, without its number; "" where it is not understood whole.

    >>> heading_en("一、加强自身建设")
    'Strengthening Institutional Self-improvement'
    """
    return _heading(title_zh)
