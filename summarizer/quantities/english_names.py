"""Numbers in English prose that count nothing: names, list numbers, ordinals, idioms and pronouns."""

from summarizer.quantities.english_number_words import words
from summarizer.quantities.english_numerals import Form
from summarizer.quantities.english_place import DASHES, Place, Taken
from summarizer.quantities.english_words import (
    money_before,
    unit_after,
)
from summarizer.quantities.mention import Kind

__all__ = ["enumerator_at", "idiom_at", "name_at", "ordinal_at"]

_OPENING_QUOTES = frozenset("\"“‘'「『")
_CLOSING_QUOTES = frozenset("\"”’'」』")
_SENTENCE_END = frozenset(".!?;:")
_INDENT = 16
_LABELS = frozenset(
    words(
        "no number article chapter phase table figure grade level type class route highway line file document version "
        "stage item section tier"
    )
)
_ORDINAL_IDIOMS = frozenset(
    words("class rate hand ever of and time priority choice come serve served step name")
)
_PERIOD_NOUNS = frozenset({"half", "quarter", "halves", "quarters", "decade"})
_NAME_AFTER = frozenset({"hotline", "helpline", "hotlines", "system"})
_COMPOUND_IDIOMS = frozenset(
    words("stop way sided size off side tolerance handed hand distance person person's fold time")
)
_PRONOUN_AFTER_ONE = frozenset(
    words(
        "another who whose that which can could may might must should would will has is was does you i we they after such"
    )
)
_PRONOUN_BEFORE_ONE = frozenset(
    words("the this that which no each every any another last next other only new old good better big")
)


def name_at(place: Place) -> Taken | None:
    """The name or labelled thing (`No. 1`) that the numeral stands in; None for none."""
    at, after = place.numeral.first, place.numeral.after
    if place.numeral.in_digits and (name := _digit_name(place, at, after)):
        return name
    if place.raw(at - 1) in _OPENING_QUOTES and place.glued(at) and _quoted_name(place, after):
        return place.make(at, after, Kind.NAME)
    if place.word(at - 1).rstrip(".") in _LABELS or (
        place.raw(at - 1) == "." and place.word(at - 2) == "no" and place.glued(at - 1)
    ):
        return place.make(at, after, Kind.ORDINAL)
    if place.numeral.form is Form.CARDINAL and _is_title(place, at, after):
        return place.make(at, after, Kind.NAME)
    return None


def _digit_name(place: Place, at: int, after: int) -> Taken | None:
    if place.glued(at):
        before = place.raw(at - 1)
        letters = before.isalpha() and not money_before(place.stream, at)
        hyphened = before in DASHES and place.glued(at - 1) and place.raw(at - 2).isalpha()
        if letters or (hyphened and place.raw(at - 2).isupper()):
            return place.make(at, after, Kind.NAME)
    if place.raw(after) in {"+", "/"} and place.glued(after) and place.glued(after + 1):
        return _joined_name(place, at, after)
    if place.word(after) in _NAME_AFTER and place.numeral.form is Form.CARDINAL:
        return place.make(at, after, Kind.NAME)
    lettered = place.glued(after) and place.raw(after).isalpha() and place.numeral.form is Form.CARDINAL
    if lettered and not unit_after(place.stream, after) and place.word(after) not in {"plus", "odd", "s"}:
        return place.make(at, after + 1, Kind.NAME)
    return None


def _joined_name(place: Place, at: int, after: int) -> Taken | None:
    """`1+9`, `24/7`, `1+3+N`: as many parts as follow without a blank."""
    taken, end = 1, after
    while place.raw(end) in {"+", "/"} and place.glued(end) and place.glued(end + 1):
        ahead = place.numeral_at(end + 1)
        if ahead is None and not place.raw(end + 1).isalpha():
            break
        taken = ahead + 1 if ahead else taken
        end += 2
    return place.make(at, end, Kind.NAME, taken) if end > after else None


def _quoted_name(place: Place, after: int) -> bool:
    for i in range(after, min(after + 7, len(place.stream))):
        if place.raw(i) in _CLOSING_QUOTES:
            return True
        if place.raw(i) in _SENTENCE_END or place.raw(i) == ",":
            return False
    return False


def _is_title(place: Place, at: int, after: int) -> bool:
    """A number word with a capital before another capital inside a sentence: `the Two Upholds`, `Five-Year Plan`."""
    if not place.raw(at)[0].isupper() or at == 0 or place.raw(at - 1) in _SENTENCE_END | _OPENING_QUOTES:
        return False
    following = after + int(place.raw(after) in DASHES)
    if not place.raw(following)[:1].isupper():
        return False
    return "\n" not in place.text[place.stream[at - 1].end : place.stream[at].start]


def enumerator_at(place: Place) -> Taken | None:
    """A list or heading number at the start of a line: `1.`, `2)`, `(3)`, `# 4`."""
    at, after = place.numeral.first, place.numeral.after
    window = max(0, place.numeral.start - _INDENT)
    start = place.text.rfind("\n", window, place.numeral.start) + 1
    if not start and window:
        return None
    line = place.text[start : place.numeral.start]
    if line.strip(" \t#>*(（-–•") or not place.numeral.in_digits or after - at != 1:
        return None
    closed = place.raw(after) in {".", ")", "）", "、"} and place.glued(after)
    heading = "#" in line and "." not in place.raw(at)
    spaced = after + 1 < len(place.stream) and not place.stream[after + 1].is_digits
    if (closed and spaced) or (heading and not unit_after(place.stream, after)):
        return place.make(at, after, Kind.ENUMERATOR)
    return None


def ordinal_at(place: Place) -> Taken | None:
    """The ordinal that the numeral is, as such or in an idiom or a date; None for none."""
    at, after = place.numeral.first, place.numeral.after
    if place.numeral.form is not Form.ORDINAL:
        return None
    following = place.word(after + int(place.raw(after) == "-"))
    if place.word(at) == "first" or place.word(at) == "second":
        if following in _ORDINAL_IDIOMS or place.word(at - 1) == "at" or following in {"to", "thoughts"}:
            return place.make(at, after, Kind.IDIOM)
        starts = at == 0 or place.raw(at - 1) in _SENTENCE_END
        if starts and place.raw(after) == ",":
            return place.make(at, after, Kind.ENUMERATOR)
    ahead = place.numeral_at(after)
    if ahead and place.found[place.index + ahead].after:
        covered = place.found[place.index + ahead]
        if place.word(covered.after - 1) in _PERIOD_NOUNS or place.word(covered.after) in _PERIOD_NOUNS:
            return place.make(at, covered.after, Kind.DATE, ahead + 1)
    if following in _PERIOD_NOUNS:
        return place.make(at, after + 1, Kind.DATE)
    return place.make(at, after, Kind.ORDINAL)


def idiom_at(place: Place) -> Taken | None:
    """The idiom or pronoun (`one of`, `one another`) that the numeral is; None for none."""
    at, after = place.numeral.first, place.numeral.after
    word, following, before = place.word(at), place.word(after), place.word(at - 1)
    if after - at != 1:
        return None
    compound = place.raw(after) == "-" and place.glued(after) and place.word(after + 1) in _COMPOUND_IDIOMS
    if not place.numeral.in_digits and compound:
        return place.make(at, after, Kind.IDIOM)
    if word == "zero" and following in _COMPOUND_IDIOMS:
        return place.make(at, after, Kind.IDIOM)
    if word != "one" or place.numeral.form is not Form.CARDINAL:
        return None
    counts = unit_after(place.stream, after) or (following.isalpha() and before in {"the", "only", "new"})
    pronoun = following in _PRONOUN_AFTER_ONE or (before in _PRONOUN_BEFORE_ONE and not counts)
    by_one = (following == "by" and place.word(after + 1) == "one") or (
        before == "by" and place.word(at - 2) == "one"
    )
    some_day = following == "day" and place.raw(at - 1) in {"", ","}
    if pronoun or by_one or some_day or (following == "of" and before != "exactly"):
        return place.make(at, after, Kind.IDIOM)
    return None
