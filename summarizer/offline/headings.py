"""Headings in English: whole from the termbase, by the patterns of the genre, or not at all."""

import re
from functools import lru_cache

from summarizer.lexicon import TermBase, terms
from summarizer.offline.heading_parts import action, is_plain, thing, without_manner
from summarizer.offline.heading_words import BETTER, COMPARED, NEW, VERBS
from summarizer.offline.naming import body_en
from summarizer.offline.nouns import listed
from summarizer.reading import ReportMeta

__all__ = ["heading_en"]

_NUMBERING = re.compile(
    r"^\s*(?:[●○◆■▪•★☆※·-]\s*)?(?:第[一二三四五六七八九十]{1,3}[章节部分]+|[（(][一二三四五六七八九十\d]{1,3}[)）]|"
    r"[一二三四五六七八九十]{1,3}[、.．]|[一二三四五六七八九十]{1,3}是|第[一二三四五六七八九十]{1,3}[，,]|\d{1,2}[.．、]|其[一二三四五六])?\s*"
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
    "总体部署": "Overall Plan for {}", "工作总体部署": "Overall Work Plan for {}", "目标任务和重点工作": "Targets, Tasks and Priorities for {}",
    "经济社会发展目标任务和重点工作": "Targets, Tasks and Priorities of Economic and Social Development for {}", "发展成就": "Achievements in {}",
    "经济社会发展总体思路和目标任务": "Approach, Targets and Tasks of Economic and Social Development for {}",
    "发展目标": "Development Targets for {}", "工作要点": "Key Points of Work for {}", "总体要求": "General Requirements for {}",
    "工作总体要求": "General Requirements for Work in {}", "工作的总体要求和主要目标": "General Requirements and Main Targets for {}",
    "工作的总体要求": "General Requirements for Work in {}", "发展思路和工作重点": "Approach to Development and Priorities for {}",
    "经济社会发展主要目标": "Main Targets for Economic and Social Development in {}", "工作部署": "Work Plan for {}",
    "工作": "Work in {}", "政府工作": "Work of the Government in {}", "政府工作回顾": "Review of the Government's Work in {}",
}  # fmt: skip
_WHOLE = {
    "工作报告": "Work Report", "存在的问题": "Problems", "存在问题": "Problems", "存在的困难和问题": "Difficulties and Problems", "存在的主要问题": "Main Problems",
    "存在的问题和不足": "Problems and Shortcomings", "存在的不足": "Shortcomings", "问题和不足": "Problems and Shortcomings",
    "困难和问题": "Difficulties and Problems", "工作回顾": "Review of Work", "政府工作报告": "Report on the Work of the Government",
    "今后工作打算": "Plans for the Future", "下一步工作打算": "Next Steps", "下一步工作": "Next Steps", "结束语": "Closing Words",
    "今后五年工作建议": "Suggestions for Work over the Next Five Years", "名词解释": "Notes on Terms", "工作体会": "Lessons Learned",
}  # fmt: skip
_YEARS = {"一": "Year", "三": "Three Years", "五": "Five Years"}
_SMALL = frozenset("a an and as at by for from in of on or over the to with".split())
_TIME = re.compile(
    r"^(?:[这过去近]{1,2}[一三五]年来?|[一五]年来|一年间|新的一年)(?:[，,：:]我们|[，,：:]|我们)(?:要)?"
)
_FIELD = re.compile(r"^在([^在]{2,20}?)(?:上|中|方面|的?基础上)((?!的).{3,})$")
_MEANS = re.compile(
    r"^(?:坚持)?以([^以]{2,14}?)((?:推动|促进|引领|带动|保障|护航|强化|坚定|增强|助推|推进|提升)[^以]{2,})$"
)
_FOCUS = re.compile(
    r"^(?:聚焦|围绕|紧扣|聚力|立足)(.{2,16}?)((?:深化|强化|加强|细化|靶向|精准|持续|深入|创新|强|开展|提升|推动|推进|促进|深入推进).{2,})$"
)
_RAISED = (
    ("a new level in ", "raising {} to a new level"),
    ("a new look for ", "giving {} a new look"),
    ("new prospects for ", "opening new prospects for {}"),
)
_KINDS = {
    "靶向": "targeted",
    "精准": "targeted",
    "持续": "sustained",
    "深入": "in-depth",
    "创新": "innovative",
    "强": "stronger",
    "细化": "detailed",
}
_MORE = re.compile(rf"^(.{{2,}}?)更(?:加|为)?({'|'.join(COMPARED)})$")
_PLAN = re.compile(r"^“?十([一二三四五六])五”?(?:规划)?(?:时期|期间)的?(?:和\d{4}年)?(.+)$")
_PROMOTED = re.compile(r"^(?P<verb>推动|促进|助推|实现|推进|保持)(.{2,})$")
# What is left of an adverb and one word was one word: 科学规划.
_SHORT = 4
_NOUN_LIKE = ("发展", "服务", "改革", "保障", "支持", "创新", "建设", "培养", "改造", "监督", "整治", "投资")
_BETTER = re.compile(
    r"(?:实现)?(?P<how>高质量)?(?:有效|明显|不断|显著|持续|稳步|进一步|全面|大幅|切实|得到|更加|逐步|巩固|继续)*(?P<verb>"
    + "|".join(BETTER)
    + ")$"
)
_REPORT = re.compile(
    r"^(?P<year>\d{4}年)?(?P<body>.{0,24}?)(?P<later>\d{4}年)?(?:政府)?工作报告(?:[（(].{1,4}[）)])?$"
)


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
    plan = _PLAN.match(title)
    if plan and plan[2] in _OF_YEAR and "和" not in title:
        number = 10 + "一二三四五六".index(plan[1]) + 1
        when = f"the {number}th Five-Year Plan Period"
        return _OF_YEAR[plan[2]].replace(" for {}", " of {}").format(when)
    return ""


def _report_title(title: str) -> str:
    """`2025 Work Report of the Jiangxi Provincial People's Government` of the report's own title."""
    found = _REPORT.match(title)
    if not found:
        return ""
    body = found["body"]
    if body in {"", "国务院"} and title.endswith("政府工作报告") and found["year"]:
        return f"{found['year'].removesuffix('年')} Report on the Work of the Government"
    if title.endswith("政府工作报告") and not body.endswith(("政府", "国务院")):
        body += "人民政府"
    place = re.sub(
        r"(?:人民代表大会常务委员会|人大常委会|人民政府|政府|高级人民法院|中级人民法院|人民法院|人民检察院|国务院)$",
        "",
        body,
    )
    if not place or place == body:
        return ""
    if "某" in place:
        return ""
    of_body = body_en(ReportMeta(body_zh=body, place_zh=place))
    year = (found["year"] or found["later"] or "").removesuffix("年")
    return " ".join(p for p in (year, "Work Report of the", of_body) if p) if of_body else ""


def _new(part: str, base: TermBase) -> str:
    """`New Progress in Legislation` of what a title says has come about."""
    for ending, pattern in NEW.items():
        if part.endswith(ending) and len(part) > len(ending) and not _PROMOTED.match(part):
            acts = "progress" in pattern or "contribution" in pattern or "level" in pattern
            about = part.removesuffix(ending)
            what = _named(about, base) if acts else thing(about, base)
            return pattern.format(what) if what and is_plain(what) else ""
    return ""


def _named(text: str, base: TermBase) -> str:
    """A thing, or an act as its gerund."""
    return thing(text, base) or action(without_manner(text), base)


def _better(part: str, base: TermBase) -> str:
    """`Improvement in the Quality of Legislation` of a title that says what has become better."""
    found = _BETTER.search(part)
    what = thing(part[: found.start()], base) if found and found.start() else ""
    if not found or not what:
        return ""
    better = "growth in" if "strength" in what else BETTER[found["verb"]]
    return f"{'high-quality ' if found['how'] else ''}{better} {what}"


def _focused(part: str, base: TermBase) -> str:
    """`Strengthening Oversight with a Focus on X` of 聚焦X强化监督, `Targeted Oversight Focused on X` of 聚焦X精准监督."""
    found = _FOCUS.match(part)
    if not found:
        return ""
    about, done = thing(found[1], base), found[2]
    if not about:
        return ""
    for kind, adjective in _KINDS.items():
        if done == f"{kind}监督":
            return f"{adjective} oversight of {about}"
    act = action(without_manner(done), base) or action(done, base)
    return f"{act} with a focus on {about}" if act else ""


def _clause(part: str, base: TermBase) -> str:
    """One clause of a title in small letters; "" where it is not understood."""
    plain = without_manner(part)
    texts = (part,) if len(plain) < _SHORT else dict.fromkeys((part, plain))
    for text in texts:
        whole = _whole(text, base)
        if whole:
            return whole
    for text in texts:
        for reading in (
            _in_field,
            _by_means,
            _focused,
            _promoted,
            _new,
            _compared,
            _acted,
            thing,
            action,
            _better,
        ):
            made = reading(text, base)
            if made:
                return made
    return ""


def _acted(part: str, base: TermBase) -> str:
    """An act that begins with a verb of titles, unless that may be a noun there: 服务保障, 发展质效."""
    noun_like = part.startswith(_NOUN_LIKE) and not part.startswith(("服务保障", "创新"))
    return "" if noun_like else action(part, base)


def _compared(part: str, base: TermBase) -> str:
    """`Closer Contact with the Public` of 联系群众更紧密."""
    found = _MORE.match(part)
    what = thing(found[1], base) if found else ""
    return f"{COMPARED[found[2]]} {what.removeprefix('the ')}" if found and what else ""


def _in_field(part: str, base: TermBase) -> str:
    field = _FIELD.match(part)
    if not field:
        return ""
    inner, outer = _named(field[1], base), _clause(field[2], base)
    return f"{outer} in {inner}" if inner and outer and " in " not in outer else ""


def _by_means(part: str, base: TermBase) -> str:
    means = _MEANS.match(part)
    if not means:
        return ""
    by, act = thing(means[1], base), action(means[2], base)
    return f"{act} through {by}" if by and act else ""


def _brought_about(new: str, *, keeps: bool) -> str:
    """The verb for what a title says is made to come about: `making new progress in X`, `raising X to a new level`."""
    if keeps:
        return f"maintaining {new}"
    if new.startswith("the "):
        return f"promoting {new}"
    for lead, pattern in _RAISED:
        if new.startswith(lead):
            return pattern.format(new.removeprefix(lead))
    return f"{'making' if 'progress' in new else 'achieving'} {new}"


def _promoted(part: str, base: TermBase) -> str:
    """`Making New Progress in X` of 推动X取得新成效; 促进X改善 is to improve it."""
    found = _PROMOTED.match(part)
    if not found:
        return ""
    new = _new(found[2], base)
    if new:
        return _brought_about(new, keeps=found["verb"] == "保持")
    better = _BETTER.search(found[2])
    what = thing(found[2][: better.start()], base) if better and better.start() else ""
    if better and what and better["verb"] in VERBS and better["verb"] != "发展":
        return f"{VERBS[better['verb']]} {what}"
    return ""


_LONGEST = 60
"""Characters: what is longer is a paragraph taken for a title."""
_GERUND = re.compile(r"^(?:[a-z]+ing)\b", re.IGNORECASE)


def _all_of(clauses: list[str]) -> str:
    """Clauses of one title: two acts are joined by `and`, others stand side by side."""
    if len(clauses) == 2 and all(_GERUND.match(c) for c in clauses):
        return f"{clauses[0]}{',' if ' and ' in ' '.join(clauses) else ''} and {clauses[1]}"
    if len(clauses) > 2 and all(_GERUND.match(c) for c in clauses) and not any(" and " in c for c in clauses):
        return listed(clauses)
    if len(clauses) == 2 and _GERUND.match(clauses[0]):
        return f"{clauses[0]}, with {clauses[1]}"
    return ", ".join(clauses)


@lru_cache(maxsize=4096)
def _heading(title: str) -> str:
    base = terms()
    stem = _ENDS.sub("", _NUMBERING.sub("", title, count=1))
    stem = _TIME.sub("", stem)
    known = _whole(stem, base) or _dated(stem) or _report_title(stem)
    if known:
        return known
    if len(stem) > _LONGEST:
        return ""
    clauses = [_clause(part, base) for part in _PARTS.split(stem) if part]
    if not clauses or not all(clauses):
        return ""
    if len({c.partition(" ")[2] for c in clauses}) < len(clauses):
        # Two acts on one thing: the last says what is aimed at.
        clauses = clauses[-1:]
    return _title(_all_of([re.sub(r"^(?:the|a) (?=\w+ ?\w* of|faster|marked|high)", "", c) for c in clauses]))


def heading_en(title_zh: str) -> str:
    """The heading in English, without its number; "" where it is not understood whole.

    >>> heading_en("一、加强自身建设")
    'Strengthening Institutional Self-improvement'
    """
    return _heading(title_zh)
