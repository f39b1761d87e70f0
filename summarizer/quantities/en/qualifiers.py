"""What English words before and after a number say about how exact it is."""

from collections.abc import Sequence

from summarizer.quantities.en.number_words import words
from summarizer.quantities.en.tokens import HYPHENS, Token, glued, word_at
from summarizer.quantities.en.words import lemma
from summarizer.quantities.mention import Qualifier

__all__ = ["qualifier_after", "qualifier_before"]


def _phrases(table: dict[Qualifier, str]) -> dict[tuple[str, ...], Qualifier]:
    return {tuple(phrase.split()): q for q, phrases in table.items() for phrase in phrases.split(", ")}


_BEFORE = _phrases(
    {
        Qualifier.OVER: "over, just over, slightly over, a little over, well over, more than, slightly more than, "
        "a little more than, well more than, upward of, upwards of, in excess of, exceeding, exceeded, exceeds, exceed, "
        "above, greater than, higher than, larger than, beyond, topped, topping, topped out above, surpassed, surpassing, "
        "surpasses, passed the, passing the, crossed the, crossing the, crosses the, broke through, broke through the, north of, >, ＞",
        Qualifier.ABOUT: "about, around, approximately, some, roughly, circa, c ., ca ., an estimated, in the region of, "
        "on the order of, in the order of, of the order of, in the neighborhood of, in the vicinity of, ≈, ~",
        Qualifier.NEARLY: "nearly, almost, close to, just under, just short of, approaching, approached, approaches, "
        "nearing, not quite, slightly less than, slightly under, just below, just shy of, a little under",
        Qualifier.UNDER: "under, less than, fewer than, below, lower than, smaller than, fell short of, falling short of, "
        "short of, shy of, within, <, ＜",
        Qualifier.AT_LEAST: "at least, at the very least, no fewer than, no less than, not fewer than, not less than, "
        "a minimum of, not below, not lower than, no lower than, no less, ≥",
        Qualifier.AT_MOST: "at most, at the very most, up to, no more than, not more than, not exceeding, a maximum of, "
        "not above, not over, not higher than, no higher than, ≤",
    }
)
_LONGEST_BEFORE = max(map(len, _BEFORE))
# Said of money and measures alone: a law is passed and a bridge crossed too.
_BEFORE_MEASURE = frozenset({"passed", "passes", "passing", "crossed", "crossing", "crosses"})
# `>` and `<` that stand apart from the number quote or compare something else.
_GLUED = frozenset({"<", ">", "~", "＜", "＞"})

_AFTER = _phrases(
    {
        Qualifier.OVER: "plus, odd, some, +",
        Qualifier.AT_LEAST: "or more, and more, or above, and above, or over, and over, or higher",
        Qualifier.AT_MOST: "or less, or fewer, or below, and below, or under, at most, at the most",
        Qualifier.ABOUT: "or so, or thereabouts",
    }
)

_PLACES = frozenset({"under", "within", "around", "below", "above"})
_HEADS = frozenset(
    words(
        "heading category topic theme chapter title head pillar aspect dimension framework condition circumstance"
    )
)


def qualifier_before(
    stream: Sequence[Token], at: int, *, measured: bool = False, noun: str = ""
) -> tuple[Qualifier, int] | None:
    """The qualifier whose words end just before token `at`, with the index of its first token; the longest phrase wins.

    `measured` says that money or a measure is stated; `noun` is what is counted: `under four headings` says where, not how many.
    """
    for length in range(min(_LONGEST_BEFORE, at), 0, -1):
        phrase = tuple(word_at(stream, i) for i in range(at - length, at))
        qualifier = _BEFORE.get(phrase)
        if qualifier is None:
            continue
        if length == 1 and phrase[0] in _PLACES and noun in _HEADS:
            return None
        if phrase[0] in _GLUED and (not glued(stream, at) or glued(stream, at - 1)):
            return None
        return qualifier, at - length
    return (Qualifier.OVER, at - 1) if measured and word_at(stream, at - 1) in _BEFORE_MEASURE else None


def qualifier_after(stream: Sequence[Token], at: int) -> tuple[Qualifier, int] | None:
    """The qualifier whose words begin at token `at` (`or more`, `-plus`), with the index of the token after it."""
    hyphen = word_at(stream, at) in HYPHENS
    for length in (3, 2, 1):
        qualifier = _AFTER.get(tuple(word_at(stream, at + hyphen + i) for i in range(length)))
        if qualifier is None:
            continue
        after = at + hyphen + length
        joined = hyphen or (glued(stream, at) and word_at(stream, at) != "some")
        if length > 1 or joined or (word_at(stream, at) == "plus" and _ends_count(stream, after)):
            return qualifier, after
    return None


def _ends_count(stream: Sequence[Token], at: int) -> bool:
    """Whether nothing is added at token `at`: `100 plus villages`, not `100 plus 20`."""
    word = word_at(stream, at)
    return not word or not word[0].isalnum() or (stream[at].text.islower() and lemma(word) != word)
