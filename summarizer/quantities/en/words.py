"""Nouns and months in English prose."""

from collections.abc import Sequence

from summarizer.quantities.en.number_words import SMALL, words
from summarizer.quantities.en.tokens import Token

__all__ = ["MONTHS", "STOP", "counted_noun", "lemma"]

_MONTHS = words("january february march april may june july august september october november december")
MONTHS = {name: number for number, name in enumerate(_MONTHS, start=1)}
"""The months by their names and by what they are cut to (`Jan.`, `Sept.`)."""
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
_IRREGULAR = {
    "feet": "foot",
    "inches": "inch",
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
}

STOP = frozenset(
    words(
        "a an the and or but nor of in on at for to by with from as than that which who whom whose where when while was "
        "were is are be been being has have had do did does will would can could may might shall should must per during "
        "since until till into onto after before under over above below through across among between within without "
        "about against toward towards it its they their them this these those he she his her we our you all each every "
        "both not no so such only also up down out off if because although"
    )
)
_NO_PLURAL = ("ss", "us", "is")


def lemma(word: str) -> str:
    """The singular of an English noun in lower case, by spelling alone."""
    word = word.lower()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or not word.endswith("s") or word.endswith(_NO_PLURAL):
        return word
    if word.endswith("ies") and word != "series":
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    return word[:-1]


def _joins_modifiers(stream: Sequence[Token], at: int, before: str) -> bool:
    """Whether token `at` is the `and` of `10 municipal and county deputies`: what stands before it is no plural."""
    behind = stream[at + 1].text.lower() if at + 1 < len(stream) else ""
    return (
        stream[at].text.lower() == "and"
        and lemma(before) == before.lower()
        and behind.isalpha()
        and behind not in STOP
        and behind not in SMALL
    )


def _first_head(plurals: Sequence[int]) -> int:
    """The plural that ends the noun: clubs of `sports clubs`, reports of `reports heard covered state assets`."""
    head = plurals[0]
    for place in plurals[1:]:
        if place != head + 1:
            break
        head = place
    return head


def counted_noun(stream: Sequence[Token], at: int, *, many: bool) -> str:
    """The lemma of the noun that a number before token `at` counts, "" if unsure: the head of the words that follow."""
    words: list[str] = []
    for i in range(at, min(at + 7, len(stream))):
        word = stream[i].text
        if not word[0].isalpha() or word.lower() in STOP or word.lower() in SMALL:
            if word in {"-", "'", "’"} or (many and words and _joins_modifiers(stream, i, words[-1])):
                continue
            break
        words.append(word)
    plurals = [i for i, w in enumerate(words) if lemma(w) != w.lower()]
    if many:
        return lemma(words[_first_head(plurals)]) if plurals else ""
    head = next((i for i in plurals if i), len(words)) - 1
    return "" if not words or (len(words[head]) > 4 and words[head].endswith("ed")) else lemma(words[head])
