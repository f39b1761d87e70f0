"""Whether the English found for a name can be right: said once, and of something that its unit can count."""

import re

from summarizer.offline.nouns import agrees_with_unit
from summarizer.offline.phrase import Phrase
from summarizer.offline.sizes import MONEY, RATES

__all__ = ["PERCENT", "fits", "is_sound"]

_MONEY_NOUNS = frozenset(("funds", "revenue", "expenditure", "subsidies", "loans"))
# With the rates these are said in percent.
_SAID_IN_PERCENT = frozenset(
    ("rise", "increase", "decrease", "growth", "intensity", "margin", "discount", "multiple")
)
PERCENT = frozenset(("%", "‰", "个百分点", "倍"))
_NOT_TO_PEOPLE = frozenset(
    ("通过", "审议", "审议通过", "制定", "修改", "废止", "听取", "办理", "解决", "整改")
)
_WORK_NAMES = ("conversion", "renovation", "redevelopment", "upgrading", "development", "construction")
_DOUBLED = re.compile(
    r"\b(\w{3,})(?: of| the| for| of the)? \1\b|\b(\w{3,})\b[^,]{1,40} of (?:the )?\2$", re.IGNORECASE
)
_LONG = 6
_MAY_RECUR = frozenset(("people's", "meetings", "development"))


def is_sound(phrase: Phrase) -> bool:
    """Whether the English says no word and no work twice, as it does where the source names a thing by two of its names."""
    if phrase.verb and phrase.verb.zh in {"改造", "建设"} and phrase.nouns[-1].one.endswith(_WORK_NAMES):
        return False
    if phrase.verb and not phrase.actor and _does_itself(phrase):
        return False
    name = phrase.name()
    return not _DOUBLED.search(name) and not _says_twice(name)


def fits(phrase: Phrase, unit: str) -> bool:
    """Whether a figure in the unit can be of this: a rate is in percent, and nothing is built, held or bought by percent."""
    if phrase.change is not None or phrase.number:
        return True
    if phrase.verb is not None and unit in PERCENT:
        return False
    if phrase.rate or phrase.nouns[-1].one.split()[-1] in {"rate", "coverage"}:
        return unit in PERCENT or not unit or "/" in unit
    if phrase.verb is None:
        shares = all(
            (RATES | _SAID_IN_PERCENT) & set(re.split(r"[ -]", n.singular().lower())) for n in phrase.nouns
        )
        return unit not in PERCENT or shares
    if phrase.verb.zh in _NOT_TO_PEOPLE and any(agrees_with_unit(n, "名") for n in phrase.nouns):
        # 代表通过联络站: by way of it, for what the name does not say.
        return False
    if phrase.verb.zh == "培训" and not all(
        agrees_with_unit(n, "名") or agrees_with_unit(n, "户") for n in phrase.nouns
    ):
        return False
    funds = phrase.nouns[-1].one.split(" of ")[0].split()[-1] in _MONEY_NOUNS
    return not funds or unit in MONEY or "元" in unit


def _does_itself(phrase: Phrase) -> bool:
    """Whether the thing is the act over again: certification certified."""
    if phrase.verb is None:
        return False
    things, done = (
        text.split(" of ")[0].split()[-1] for text in (phrase.nouns[-1].one, phrase.verb.participle)
    )
    return len(things) > _LONG and things[:_LONG] == done[:_LONG] and not phrase.nouns[-1].many


def _says_twice(name: str) -> bool:
    """Whether a long word stands twice in one part of the name, as in `suggestions of deputies of deputies`."""
    for part in re.split(r" and | or |, | as a share of ", name):
        words = [w for w in part.lower().split() if len(w) >= _LONG and w not in _MAY_RECUR]
        if len(set(words)) < len(words):
            return True
    return False
