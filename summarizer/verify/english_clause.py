"""What an English clause says beside its numbers: whether it speaks of plans or of what was done, and of rise or fall."""

import re
from typing import Literal

from summarizer.quantities import Indicator

__all__ = [
    "Direction",
    "clause_around",
    "direction_of",
    "is_done",
    "is_planned",
    "says_difference",
    "says_sum",
    "told_direction",
]

Direction = Literal["up", "down", ""]

_FUTURE = re.compile(
    r"\b(?:will|shall|(?:intend|aim|plan|hope)s? to|(?:is|are) (?:set|slated|scheduled|expected|planned) to|"
    r"(?:is|are) (?:still )?to (?:be )?(?!the\b|a\b))",
    re.IGNORECASE,
)
# Words that speak of what is to come, anywhere in a clause, and verbs that speak of what was.
_AHEAD = re.compile(
    r"\b(?:will|would|shall|should|must|plans (?:to|for)|plan to|planning to|planned|target\w*|aim\w*|goals?|objectives?|propos\w+|"
    r"expect\w*|intend\w*|hop(?:es?|ed|ing)|seeks?|striv\w+|forecast\w*|project(?:s|ed) to|calls? for|called for|sets? out|to be|next|"
    r"coming|(?:is|are|was|were|needs?) to|(?:is|are) set to)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:was|were|had|ha(?:s|ve) (?:already )?been|rose|grew|fell|built|took|made|held|heard|gave|saw|spent|won|brought|went|put|"
    r"(?<!\bare )(?<!\bis )(?<!\bbe )[a-z]{2,}(?<!e)ed)\b",
    re.IGNORECASE,
)
_CLAUSE_CUT = re.compile(r"[;:]|, (?:and|while|but) ")
_UP = re.compile(
    r"\b(?:rose|rise[sn]?|rising|grew|grow[ns]?|growing|growth|increas\w*|up|expand\w*|climb\w*|gain\w*|higher|jump\w*|surg\w*|improv\w*)\b",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:fell|fall(?:s|en|ing)?|declin\w*|drop\w*|decreas\w*|down|reduc\w*|shr[aiu]nk\w*|lower\w*|cut\w*|contract(?:ed|ion)|slid|slump\w*)\b",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"\b(?:in all|in total|total\w*|altogether|combined|together|overall|sum|both|between them|jointly|taken with)\b",
    re.IGNORECASE,
)
_DIFFERENCE = re.compile(
    r"\b(?:more|fewer|less|differ\w*|net|gap|remain\w*|rest|others?|another|left|increas\w*|decreas\w*|rose|fell|up|down|"
    r"short|ahead|behind|exceed\w*|outnumber\w*|not yet|still)\b",
    re.IGNORECASE,
)
_CHANGE_ZH = re.compile(
    r"(?P<down>下降|降低|减少|回落|压减|压缩|缩减|下滑|降幅|负增长)|(?P<up>增长|增加|提高|提升|上升|上涨|增幅|增速|递增|涨幅)"
)


def says_sum(sentence: str) -> bool:
    """Whether it adds figures up."""
    return _SUM.search(sentence) is not None


def says_difference(clause: str) -> bool:
    """Whether it sets figures against each other, or tells what is left."""
    return _DIFFERENCE.search(clause) is not None


def clause_around(sentence: str, place: int) -> str:
    """The part of an English sentence that holds the character `place`, cut at semicolons, colons and `, and`."""
    cuts = [0, *(hit.end() for hit in _CLAUSE_CUT.finditer(sentence)), len(sentence)]
    start = max(cut for cut in cuts if cut <= place)
    return sentence[start : min((cut for cut in cuts if cut > place), default=len(sentence))]


def is_planned(clause: str) -> bool:
    """Whether its verb speaks of the future."""
    return _FUTURE.search(clause) is not None


def is_done(clause: str, sentence: str) -> bool:
    """Whether it speaks of the past alone; a clause without a verb of either kind is told by its sentence."""
    said = clause if _DONE.search(clause) or _AHEAD.search(clause) else sentence
    return _DONE.search(said) is not None and _AHEAD.search(said) is None


def told_direction(words: str) -> Direction:
    """Rise or fall as the English words beside a number tell it, "" where they tell neither or both."""
    up, down = _UP.search(words) is not None, _DOWN.search(words) is not None
    return "" if up == down else "up" if up else "down"


def direction_of(indicator: Indicator) -> Direction:
    """Rise or fall of what the indicator counts, "" for a level."""
    if indicator.mention.unit not in {"%", "个百分点", "倍"}:
        return ""
    hits = list(_CHANGE_ZH.finditer(indicator.name_zh))
    if not hits or indicator.mention.text.startswith(("-", "－", "−", "负")):
        return ""
    return "down" if hits[-1]["down"] else "up"
