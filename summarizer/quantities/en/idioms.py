"""Numbers in English prose that count nothing: list numbers, ordinals, idioms and pronouns."""

from summarizer.quantities.en.names import SENTENCE_END
from summarizer.quantities.en.number_words import words
from summarizer.quantities.en.numerals import Form
from summarizer.quantities.en.place import Place, Taken
from summarizer.quantities.en.tokens import HYPHENS
from summarizer.quantities.en.units import unit_after
from summarizer.quantities.en.words import STOP
from summarizer.quantities.mention import Kind

__all__ = ["enumerator_at", "idiom_at", "ordinal_at"]

_INDENT = 16
# How far the next number of a list inside a sentence may stand, in characters.
_LIST_REACH = 1000
_LIST_JOINTS = frozenset({",", ";", ".", "and", "or"})
_ORDINAL_IDIOMS = frozenset(words("class rate hand ever of time priority choice come serve served step name"))
# Parts of a time, with how many of them there are: the 16th half is none.
_PERIODS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4, "decade": 10}
_COMPOUND_IDIOMS = frozenset(
    words("stop way sided size off side tolerance handed hand distance person person's time")
)
_AFTER_PRONOUN = frozenset(
    words("another who whose that which can could may might must should would does you i we they after such")
)
_BEFORE_PRONOUN = frozenset(
    words("the this that which no each every any another last next other new old good better big not")
)
_IS = frozenset(
    words("is are was were be been being become becomes became remain remains remained as rank ranks ranked")
)
# `one of the largest` ranks, and does not count.
_RANKS = frozenset(words("most best first top leading main major key few only foremost worst several many"))
_FIXED = frozenset(
    words(
        "for-one-thing on-one-hand the-one-hand one-by-one one-after-another one-and-all one-and-the one-way-or"
    )
)


def enumerator_at(place: Place) -> Taken | None:
    """A list or heading number: `1.`, `2)`, `(3)`, `# 4` at the start of a line, `(1) … (2) …` inside one."""
    at, after = place.numeral.first, place.numeral.after
    if not place.numeral.in_digits or after - at != 1:
        return None
    if _in_list(place, at, after):
        return place.make(at, after, Kind.ENUMERATOR)
    window = max(0, place.numeral.start - _INDENT)
    start = place.text.rfind("\n", window, place.numeral.start) + 1
    if not start and window:
        return None
    line = place.text[start : place.numeral.start]
    if line.strip(" \t#>*(（-–•"):
        return None
    closed = place.raw(after) in {".", ")", "）", "、"} and place.glued(after)
    heading = "#" in line and "." not in place.raw(at)
    spaced = after + 1 < len(place.stream) and not place.stream[after + 1].is_digits
    if (closed and spaced) or (heading and not unit_after(place.stream, after)):
        return place.make(at, after, Kind.ENUMERATOR)
    return None


def _in_list(place: Place, at: int, after: int) -> bool:
    """Whether it is `(2)` before a word, with `(1)` before it; `(1)` with `(2)` behind it."""
    text, start, end = place.text, place.numeral.start, place.numeral.end
    closed = place.raw(at - 1) == "(" and place.raw(after) == ")" and place.raw(after + 1).isalpha()
    if not closed or not place.raw(at).isdecimal() or len(place.raw(at)) > 2:
        return False
    number = int(place.raw(at))
    if number == 1:
        return place.word(after + 1) not in _LIST_JOINTS and text.find("(2)", end, end + _LIST_REACH) >= 0
    return (
        place.word(at - 2) in _LIST_JOINTS
        and text.find(f"({number - 1})", max(0, start - _LIST_REACH), start) >= 0
    )


def _is_period(place: Place, at: int) -> bool:
    """Whether the word at token `at` makes a time of the ordinal: the first half, the third quarter."""
    value = place.numeral.value
    return value is not None and value <= _PERIODS.get(place.word(at), 0)


def ordinal_at(place: Place) -> Taken | None:
    """The ordinal that the numeral is, as such or in an idiom or a date; None for none."""
    at, after = place.numeral.first, place.numeral.after
    if place.numeral.form is not Form.ORDINAL:
        return None
    noun = after + int(place.raw(after) == "-")
    following = place.word(noun)
    if place.word(at) == "first" or place.word(at) == "second":
        foremost = following == "and" and place.word(noun + 1) == "foremost"
        if (
            foremost
            or following in _ORDINAL_IDIOMS
            or place.word(at - 1) == "at"
            or following in {"to", "thoughts"}
        ):
            return place.make(at, after, Kind.IDIOM)
        starts = at == 0 or place.raw(at - 1) in SENTENCE_END
        if starts and place.raw(after) == ",":
            return place.make(at, after, Kind.ENUMERATOR)
    ahead = place.numeral_at(after)
    if ahead and place.found[place.index + ahead].after:
        covered = place.found[place.index + ahead]
        if _is_period(place, covered.after - 1) or _is_period(place, covered.after):
            return place.make(at, covered.after, Kind.DATE, ahead + 1)
    if _is_period(place, noun):
        return place.make(at, noun + 1, Kind.DATE)
    return place.make(at, after, Kind.ORDINAL)


def idiom_at(place: Place) -> Taken | None:
    """The idiom or pronoun (`one of the largest`, `one another`) that the numeral is; None for none."""
    at, after = place.numeral.first, place.numeral.after
    if after - at != 1:
        return None
    if pair := _pair(place, at, after):
        return pair
    compound = (
        place.raw(after) in HYPHENS and place.glued(after) and place.word(after + 1) in _COMPOUND_IDIOMS
    )
    zero = place.word(at) == "zero" and place.word(after) in _COMPOUND_IDIOMS
    if (not place.numeral.in_digits and compound) or zero or _is_pronoun(place, at, after):
        return place.make(at, after, Kind.IDIOM)
    return None


def _pair(place: Place, at: int, after: int) -> Taken | None:
    """`one-on-one`, `one-to-one`, `one-two`."""
    if place.word(at) != "one" or place.raw(after) not in HYPHENS or not place.glued(after):
        return None
    last = after + 1 if place.word(after + 1) == "two" else after + 3
    joint = tuple(place.word(i) for i in range(after + 1, last + 1))
    if joint not in {("two",), ("on", "-", "one"), ("to", "-", "one")}:
        return None
    return place.make(at, last + 1, Kind.IDIOM, 2)


def _is_pronoun(place: Place, at: int, after: int) -> bool:
    """Whether `one` stands for somebody or something; what was counted before (`and one was repealed`) is a figure."""
    if place.word(at) != "one" or place.numeral.form is not Form.CARDINAL:
        return False
    before, following = place.word(at - 1), place.word(after)
    if following in _AFTER_PRONOUN or (following == "has" and place.word(after + 1) == "to"):
        return True
    counts = unit_after(place.stream, after) or (
        following.isalpha() and following not in STOP and before in {"the", "new"}
    )
    if before in _BEFORE_PRONOUN and not counts:
        return True
    if before == "only" and place.word(at - 2) == "the" and not counts:
        return True
    if following == "of":
        return before != "exactly" and _ranks(place, at, after)
    if before == "including" and (
        following.endswith("ing") or following in {"on", "to", "for", "about", "from"}
    ):
        return True
    phrases = {f"{before}-one-{following}", f"one-{following}-{place.word(after + 1)}"}
    if phrases & _FIXED or (before == "by" and place.word(at - 2) == "one"):
        return True
    return following == "day" and place.raw(at - 1) in {"", ","}


def _ranks(place: Place, at: int, after: int) -> bool:
    """Whether `one of` places a thing among others: `is one of the pilot cities`, `one of China's largest ports`."""
    if place.word(at - 1) in _IS:
        return True
    for i in range(after + 1, after + 6):
        word = place.word(i)
        if word in _RANKS or (len(word) > 5 and word.endswith("est")):
            return True
        if not word.replace("'", "").replace("’", "").isalpha():
            return False
    return False
