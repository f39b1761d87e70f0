"""What an English clause says beside its numbers: whether it speaks of plans or of what was done, and of rise or fall."""

import re
from typing import Literal

__all__ = [
    "Direction",
    "begins",
    "clause_around",
    "is_done",
    "is_planned",
    "is_rate",
    "is_target",
    "multiple_of",
    "negates",
    "says_difference",
    "says_sum",
    "told_direction",
    "told_measure",
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
_CHANGED = (
    r"(?:r[oi]se[sn]?|rising|gr[eo]w(?:s|n|ing)?|increas\w+|expand\w+|climb\w+|fell|fall(?:s|en|ing)?|declin\w+|drop\w*|decreas\w+|"
    r"reduc\w+|shr[aiu]nk\w*|up|down|growth|cut)"
)
_BY = re.compile(
    rf"\b{_CHANGED}\b(?: \w+)? by(?: (?:about|around|over|nearly|almost|some|more than|at least))?\W*$", re.I
)
_LEVEL = re.compile(
    r"\b(?:number(?:ed|s|ing)?|total(?:l?ed|s|l?ing)|reach(?:ed|es|ing)?|stood at|stands at|amount(?:ed|s|ing) to|came to)"
    r"(?: (?:about|around|over|nearly|almost|some))?\W*$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom(?: (?:about|around|over|nearly|almost|some|just|only))?\W*$", re.IGNORECASE)
_PER = re.compile(
    r"^\W*(?:[\w'’-]+ ){0,5}?(?:(?<!in )(?<!of )(?<!within )(?:a|per|each|every) (?:day|week|month|quarter|hour)\b|"
    r"(?:per person|per capita|on average)\b)",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\b(?:an average of|averag(?:ed|es|ing)|on average|(?:^|[,;] )(?:each|every) (?!of\b)[\w'’]+ \w+)\W*$",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"\b(?:targets?|goals?|aims?|objectives?)\b(?! (?:was|were|has|have|had) (?:been )?(?:met|reached|achieved|fulfilled))[^.;,]{0,70}"
    r"\b(?:is|are|was|were|be|of|at|to)\b[^.;,]{0,25}$",
    re.IGNORECASE,
)
_MET = re.compile(
    r"\b(?:met|meeting|exceed\w*|achiev\w+|surpass\w*|above|beat\w*|reach\w*|fulfil\w*|percent of|below)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|non|no|never|declin\w+|refus\w+|reject\w+|without|un\w+ed|drop\w*|releas\w+|exempt\w*|spar(?:ed|ing)|fail\w*|den(?:y|ied))\b",
    re.IGNORECASE,
)
_MULTIPLES = {"doubl": 2, "tripl": 3, "trebl": 3, "quadrupl": 4, "quintupl": 5}
_SUM = re.compile(
    r"\b(?:in all|in total|total\w*|altogether|combined|together|overall|sum|both|between them|jointly|taken with)\b",
    re.IGNORECASE,
)
_DIFFERENCE = re.compile(
    r"\b(?:more|fewer|less|differ\w*|net|gap|remain\w*|rest|others?|another|left|increas\w*|decreas\w*|rose|fell|up|down|"
    r"short|ahead|behind|exceed\w*|outnumber\w*|not|still|leav(?:es?|ing)|open|outstanding|pending|await\w*|un\w+ed)\b",
    re.IGNORECASE,
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


def told_measure(before: str) -> Literal["change", "level", ""]:
    """Whether the words before a number say that it is the change itself (`rose by`) or what was reached."""
    return "change" if _BY.search(before) else "level" if _LEVEL.search(before) else ""


def begins(before: str) -> bool:
    """Whether a change is told to begin at the number: `from 39`."""
    return _FROM.search(before) is not None


def is_rate(before: str, after: str) -> bool:
    """Whether the words beside a number tell it per time or per head: `13 meetings a month`, `an average of 76`."""
    return _PER.search(after) is not None or _EACH.search(before) is not None


def is_target(before: str) -> bool:
    """Whether the sentence up to a number makes it the target: `the target for growth is`."""
    return _TARGET.search(before) is not None and _MET.search(before) is None


def negates(words: str) -> bool:
    """Whether the words say that something was not done."""
    return _NOT.search(words) is not None


def multiple_of(words: str, after: str) -> int | None:
    """How many times something has become as much (`doubled`, `twice as many`), 0 for `1.36-fold`, None for no multiple."""
    low = words.lower()
    for start, times in _MULTIPLES.items():
        if low.startswith(start):
            return times
    if "fold" in low:
        return 0
    return 2 if low == "twice" and re.match(r"\s*(?:as|the|that|those)\b", after) else None
