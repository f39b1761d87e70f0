"""Things and acts that the clauses of a heading speak of, in English."""

import re
from functools import lru_cache
from itertools import pairwise

from summarizer.lexicon import TermBase
from summarizer.offline.groups import nouns_in, verb_in
from summarizer.offline.heading_words import HEADS, THINGS, VERBS
from summarizer.offline.nouns import Noun, listed
from summarizer.offline.words import Role, words_of

__all__ = ["action", "is_plain", "thing", "without_manner"]

# Ways of going about it, which the English heading leaves out.
_MANNER = re.compile(
    r"^(?:(?:始终|切实|扎实|着力|全面|大力|积极稳妥|积极|稳妥|坚定不移|毫不动摇|不断|持续|进一步|努力|全力|深入|更加|充分|务实|稳步|有效|有力|认真|坚决|主动|牢牢|"
    r"着重|突出抓好|全力以赴|坚持不懈|持之以恒|千方百计|加力|奋力|高质量|高标准|高水平|纵深|继续|重点|自觉|一体|协同|科学|合理|大幅度|更大力度|更大范围|全方位|"
    r"深层次|多渠道|整体|有序|严格|用心用情|精准发力|齐心协力|高度|尽快|必须|要|将|更好|提速|狠|不失时机|协同发力|依法|坚持以更高标准|还要|积极主动)地?(?=..))+"
)
_VERB_AT = tuple(sorted(VERBS, key=len, reverse=True))
_HEAD_AT = tuple(sorted(HEADS, key=len, reverse=True))
_LINKS = re.compile(
    r"\b(?:of|to|for|in|on|with|at|by|from|and|through|as|into|under|between|the|a|an|or)\b|,",
    re.IGNORECASE,
)
_ACT = re.compile(r"^[a-z]+ing\b", re.IGNORECASE)
_MOST_STACKED = 4
_MOST_LINKS = 3
_MOST_AND = 2
_DEPTH = 3
_IMPROVING = re.compile(r"^(?:the )?(?:improvement|building) of ")
_FIRST = ("水平", "能力", "质量")
"""Heads that are said by a word of their own, never as `education levels`."""
# The first of two things has a head of its own: 体制改革和事业发展.
_LISTED = re.compile(r"(?:改革|建设|发展|管理|治理|保护|创新|转型|增产)[和与及、]")
# Spoken of in the singular, as the only one there is.
_THE = re.compile(
    r"^(?:[a-z-]+ ){0,3}(?:economy|structure|scale|layout|process|sector|pace|market|landscape|role|direction|situation)(?= of | in |$)"
)
_STATE = re.compile(r"(?:的|情况|工作情况|等)$")
_MOST_WORDS = 14
# What is made is one of its kind: building a modernized industrial system.
_MAKING = frozenset(("building", "creating", "fostering", "developing", "establishing"))
_ONE_OF_A_KIND = re.compile(r"^the ((?:[a-z-]+ ){1,4}(?:system|environment|economy|market|landscape))$")


_ONLY_ONE = ("center", "industry", "approach", "philosophy", "transition", "model", "mission")


def is_plain(text: str) -> bool:
    """Whether the English reads: no more than four words of a noun stack, no word twice in a row, not too long."""
    words = text.lower().split()
    if len(words) > _MOST_WORDS or any(a == b for a, b in pairwise(words)):
        return False
    if (
        words.count("for") > 1
        or words.count("and") > _MOST_AND
        or sum(words.count(link) for link in ("of", "for", "in")) > _MOST_LINKS
    ):
        return False
    long = [w.strip(",") for w in words if len(w) > 5]
    if len(set(long)) < len(long):
        return False
    return all(len(_ACT.sub("", part.strip()).split()) <= _MOST_STACKED for part in _LINKS.split(text))


def without_manner(text: str) -> str:
    """The clause without the adverbs that say how."""
    return _MANNER.sub("", text)


def thing(text: str, terms: TermBase, *, depth: int = 0) -> str:
    """`the quality of legislation`, `social programs`: what a stretch without a verb names; "" where it is not understood."""
    return _thing(text, terms, depth)


@lru_cache(maxsize=8192)
def _thing(text: str, terms: TermBase, depth: int) -> str:
    text = _STATE.sub("", text.strip("“”\"'《》"))
    if not text or depth > _DEPTH:
        return ""
    if depth == 0 and text in THINGS:
        return THINGS[text]
    term = terms.get(text)
    if term is not None and term.pos == "phrase":
        return term.en
    if term is None and text.endswith(_FIRST):
        parsed = ""
    elif _LISTED.search(text):
        parsed = _pair(text, terms, depth) or _nouns(text, terms)
    else:
        parsed = _nouns(text, terms)
    if parsed:
        return parsed
    for head in _HEAD_AT:
        if not text.endswith(head) or len(text) <= len(head):
            continue
        of_what = text.removesuffix(head).removesuffix("的")
        inner = _thing(of_what, terms, depth + 1) or (
            action(of_what, terms, depth=depth + 1) if "机制" in head else ""
        )
        if inner:
            made = HEADS[head].format(inner)
            return made if is_plain(made) else ""
    return _of(text, terms, depth) or _pair(text, terms, depth)


def _of(text: str, terms: TermBase, depth: int) -> str:
    """`prospects of economic development` of X的Y."""
    owner, sign, owned = text.rpartition("的")
    if not sign or not owner or not owned:
        return ""
    one, two = _thing(owned, terms, depth + 1), _thing(owner, terms, depth + 1)
    made = f"the {one.removeprefix('the ')} of {two}" if one and two else ""
    return made if made and is_plain(made) else ""


def _nouns(text: str, terms: TermBase) -> str:
    words = words_of(text, terms)
    if not words or any(w.role is Role.VERB for w in words):
        return ""
    nouns = nouns_in(words)
    made = listed([_spoken(n) for n in nouns]) if nouns else ""
    return made if is_plain(made) else ""


def _spoken(noun: Noun) -> str:
    """As a title speaks of it: `the economy`, `deputies' vigor`."""
    one = noun.singular()
    if not noun.proper and (_THE.match(one) or (not noun.many and one.endswith(_ONLY_ONE))):
        return f"the {one}"
    return re.sub(r"^the (?=(?:overall )?Party leadership|deputies')", "", noun.generic())


def _pair(text: str, terms: TermBase, depth: int) -> str:
    """Two things joined by 和 or 、, each understood by itself."""
    for sign in ("、", "和", "与", "及"):
        first, found, second = text.partition(sign)
        if found and first and second and "的" not in first:
            one, two = _thing(first, terms, depth + 1), _thing(second, terms, depth + 1)
            made = f"{one} and {two}" if one and two else ""
            return made if made and is_plain(made) else ""
    return ""


def _verb_of(text: str, terms: TermBase) -> list[tuple[str, str]]:
    """The ways to read a verb at the start, longest first: its gerund and what follows it."""
    found = [(VERBS[v], text[len(v) :]) for v in _VERB_AT if text.startswith(v)]
    if found:
        return found
    words = words_of(text, terms)
    if not words or words[0].role is not Role.VERB:
        return []
    verb = verb_in(words[:1])
    known = verb is not None and verb.is_transitive and text.startswith(words[0].zh)
    return [(verb.gerund, text[len(words[0].zh) :])] if verb and known else []


@lru_cache(maxsize=8192)
def action(text: str, terms: TermBase, *, depth: int = 0) -> str:
    """`strengthening oversight of finance`: a verb with its object as a gerund; "" where it is not understood."""
    if depth > _DEPTH:
        return ""
    for gerund, rest in _verb_of(text, terms):
        if not rest or (rest in HEADS and text.startswith(("服务保障", "创新"))):
            continue
        if gerund == VERBS["坚持"]:
            # 坚持服务大局 is to serve, 坚持依法行政 to uphold a principle.
            inner = thing(rest, terms) or ""
            again = "" if inner else action(without_manner(rest), terms, depth=depth + 1)
            if inner or again:
                return f"{gerund} {inner}" if inner else again
            continue
        what = thing(rest, terms)
        if not what:
            continue
        if gerund in {"advancing", "promoting", "accelerating", "deepening"}:
            what = re.sub(r"^the (?=reform\b|deep\b)", "", what)
        made_better = _IMPROVING.sub("", what)
        if gerund in {"strengthening", "advancing", "promoting"} and made_better != what:
            gerund, what = ("building" if "building" in what[:12] else "improving"), made_better
        if gerund == "developing" and what.startswith("the development"):
            continue
        if gerund in _MAKING and (one := _ONE_OF_A_KIND.match(what)):
            what = f"{'an' if one[1][0] in 'aeiou' else 'a'} {one[1]}"
        made = f"{gerund} {what}"
        if is_plain(made):
            return made
    return ""
