"""The English name of a figure: what it counts, as a noun phrase for tables."""

import re
import unicodedata
from functools import cache, lru_cache

from summarizer.lexicon import simplified, taxon, terms, units
from summarizer.offline.gist import LEFT_OUT, gist_of, kind_of_figure
from summarizer.offline.grammar import phrase_of
from summarizer.offline.measures import without_reached
from summarizer.offline.nouns import agrees_with_unit
from summarizer.offline.numbers import is_measure
from summarizer.offline.phrase import Phrase

__all__ = ["english_name", "gist_name", "key_name", "name_en", "understood"]


def _plain(name_zh: str) -> str:
    """In simplified characters and half-width digits, as the termbase has them."""
    return simplified(unicodedata.normalize("NFKC", name_zh))


@lru_cache(maxsize=8192)
def understood(name_zh: str, unit: str) -> Phrase | None:
    """The English parts of a figure's name by this installation's termbase, None where it is not understood whole."""
    return phrase_of(without_reached(_plain(name_zh)), unit, terms=terms()) if name_zh else None


# Acts on people that are counted each time anew (人次), by the verb: the acts have the name, not the people.
_ACTS = {
    "任免": "appointments and removals of {}", "任命": "appointments of {}", "免去": "removals of {}", "免职": "removals of {}", "决定任免": "appointments and removals of {}",
    "接待": "visits by {} received", "培训": "attendances by {} at training sessions", "救助": "instances of assistance to {}",
    "资助": "instances of financial aid to {}",
}  # fmt: skip


# What a figure is one of: there is one rate, but there are losses and loans.
_ONE_AMOUNT = re.compile(
    r"^(?:[\w.'-]+ ){0,6}?(?:rate|share|ratio|proportion|percentage|level|index|degree|concentration|standard|value|amount|volume|scale|price|"
    r"income|deficit|area|output|target|quota|coverage|investment|balance|total|turnover|wage|intensity|capacity|mileage|length)\b"
)


def _named(phrase: Phrase, unit: str) -> str:
    """The phrase as a name beside a figure in the unit: of an amount in the singular, of person-times the visits or appointments."""
    act = _ACTS.get(phrase.verb.zh) if phrase.verb and unit == "人次" and not phrase.actor else None
    if act and all(agrees_with_unit(n, unit) for n in phrase.nouns):
        return " ".join((act.format(phrase.things()), *phrase.tails))
    if unit == "人次" and phrase.verb is not None and phrase.tails:
        aim = phrase.tails[0]
        if aim.startswith("to take part"):
            return f"participations by {phrase.things()} {aim.removeprefix('to take part')}".replace(
                "  ", " "
            ).strip()
        if aim.startswith("to attend "):
            return f"attendances by {phrase.things()} at {aim.removeprefix('to attend ')}"
    if unit == "天" and phrase.verb is None and phrase.change is None and not phrase.countable:
        return f"days of {phrase.things()}"
    is_level = phrase.verb is None and phrase.change is None and not phrase.rate and not phrase.number
    if (
        is_level
        and unit
        and is_measure(unit, units())
        and all(_ONE_AMOUNT.search(n.one) for n in phrase.nouns)
    ):
        return " ".join(p for p in ("new" if phrase.new else "", phrase.things(singular=True)) if p)
    return phrase.name()


def english_name(name_zh: str, unit: str = "") -> str:
    """`special work reports heard and deliberated` of 听取审议专项工作报告; "" where the phrase is not understood whole.

    `unit` helps to tell what is counted: 28名代表参与立法 counts people. Never a word-by-word gloss.
    """
    phrase = understood(name_zh, unit)
    return _named(phrase, unit) if phrase else ""


@lru_cache(maxsize=8192)
def gist_name(name_zh: str, unit: str) -> str:
    """`… enterprises fostered`: what is counted, of a name that is not understood whole; "" where not even that is clear."""
    plain = without_reached(_plain(name_zh))
    phrase = gist_of(plain, unit, terms=terms()) if name_zh else None
    known = _named(phrase, unit) if phrase else kind_of_figure(plain, unit)
    return f"{LEFT_OUT} {known}" if known else ""


def name_en(name_zh: str, unit: str, key: str = "") -> str:
    """The English name of a figure: of the whole phrase, else of its comparable indicator, else its gist; "" where none is clear."""
    return english_name(name_zh, unit) or key_name(key, name_zh, unit) or gist_name(name_zh, unit)


_MOST_BEHIND = 3
_ACTOR = re.compile(r" by |Party committee")
_PARTY_COMMITTEE = re.compile(r"[省市县区旗州]委(?!员)|党委")


@cache
def _patterns(key: str) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, taxon(key).patterns))


def key_name(key: str, name_zh: str, unit: str) -> str:
    """The name of the comparable indicator that a figure belongs to, for a name that is not understood whole; "" where that may mislead.

    What makes the figure that indicator must be what the name ends in: in 代表建议办理情况满意度测评 it is the last word, in
    就立法计划、监督重点向市委请示 it only happens to occur. An indicator that says by whom needs them in the name, and one without a unit
    is counted by nothing that could be compared.
    """
    if not key or not unit:
        return ""
    en = taxon(key).en
    if _ACTOR.search(en) and not _PARTY_COMMITTEE.search(name_zh):
        return ""
    ends = (m.end() for p in _patterns(key) for m in p.finditer(name_zh))
    return en if any(len(name_zh) - end <= _MOST_BEHIND for end in ends) else ""
