"""Numbers that stand in a name or label in English prose: `COVID-19`, `No. 1`, `88 Renmin Road`, `the “two upholds”`."""

from summarizer.quantities.en.money import money_before
from summarizer.quantities.en.number_words import words
from summarizer.quantities.en.numerals import Form
from summarizer.quantities.en.place import Place, Taken
from summarizer.quantities.en.tokens import DASHES, HYPHENS
from summarizer.quantities.en.units import unit_after
from summarizer.quantities.en.words import lemma
from summarizer.quantities.mention import Kind

__all__ = ["SENTENCE_END", "name_at"]

SENTENCE_END = frozenset(".!?;:")
_OPENING_QUOTES = frozenset("\"“‘'「『")
_CLOSING_QUOTES = frozenset("\"”’'」』")
_LABELS = frozenset(
    words(
        "no number article chapter phase table figure grade level type class route highway line file document version "
        "stage item section tier paragraph para page pages pp clause annex appendix room"
    )
)
_BEFORE_VERB = frozenset(words("now already currently today they which that who and together still"))
# With a capital, and nothing counted behind it: building 5 schools is work.
_CAPITAL_LABELS = frozenset(words("building block lot ward gate flight box step part volume unit"))
_NAME_AFTER = frozenset(words("hotline helpline hotlines system incident"))
_NAME_BEFORE = frozenset(words("hotline helpline fortune forbes iso gb"))
_UNIVERSITY_PROJECTS = frozenset({"985", "211"})
_STREETS = frozenset(words("road street avenue lane boulevard alley"))
_JOINTS = frozenset("+/×·")
# In words, more than this many in quotes are a count: slogans are small.
_LARGEST_SLOGAN = 20
_QUOTE_REACH = 12


def name_at(place: Place) -> Taken | None:
    """The name or labelled thing (`No. 1`) that the numeral stands in; None for none."""
    at, after = place.numeral.first, place.numeral.after
    if place.numeral.in_digits and (name := _digit_name(place, at, after)):
        return name
    if _is_quoted_name(place, at, after):
        return place.make(at, after, Kind.NAME)
    if _is_labelled(place, at, after):
        return place.make(at, after, Kind.ORDINAL)
    if place.numeral.form is Form.CARDINAL and (_is_title(place, at, after) or _is_policy(place, after)):
        return place.make(at, after, Kind.NAME)
    return None


def _is_labelled(place: Place, at: int, after: int) -> bool:
    """`No. 1`, `Tier-1`, `item (3)`, `Building 5`."""
    if place.raw(at - 1) == "." and place.word(at - 2) == "no" and place.glued(at - 1):
        return True
    before = at - 1
    opened = place.raw(before) in {"(", "（"} and place.raw(after) in {")", "）"}
    hyphen = place.raw(before) in HYPHENS and place.glued(at) and place.glued(before)
    before -= opened or hyphen
    if place.raw(before) == "number" and _is_verb(place, before):
        return False
    if place.word(before) in _LABELS:
        return place.numeral.in_digits or place.word(before) != "no"
    noun = place.raw(after)
    counted = noun.islower() and lemma(noun) != noun
    return place.word(before) in _CAPITAL_LABELS and place.raw(before)[0].isupper() and not counted


def _is_verb(place: Place, at: int) -> bool:
    """Whether `number` counts: `the firms now number 1,813`."""
    before = place.word(at - 1)
    return before in _BEFORE_VERB or (before.isalpha() and lemma(before) != before)


def _digit_name(place: Place, at: int, after: int) -> Taken | None:
    """Digits joined to letters or other digits, or beside a word that makes a name of them."""
    if _follows_letters(place, at) or _is_named(place, at, after):
        return place.make(at, after, Kind.NAME)
    if place.raw(at)[0] == "0" and place.raw(at).isdecimal() and len(place.raw(at)) > 2:
        return _telephone(place, at, after)
    if place.raw(after) in _JOINTS and place.glued(after) and place.glued(after + 1):
        return _joined_name(place, at, after)
    if street := _street(place, after):
        return place.make(at, street, Kind.NAME)
    lettered = place.glued(after) and place.raw(after).isalpha() and place.numeral.form is Form.CARDINAL
    if lettered and not unit_after(place.stream, after) and place.word(after) not in {"plus", "odd", "s"}:
        return place.make(at, after + 1, Kind.NAME)
    return None


def _follows_letters(place: Place, at: int) -> bool:
    """`PM10`, `COVID-19`; not `US$5` or `RMB-10`."""
    if not place.glued(at) or money_before(place.stream, at):
        return False
    before = place.raw(at - 1)
    hyphened = before in DASHES and place.glued(at - 1) and place.raw(at - 2).isalpha()
    return before.isalpha() or (hyphened and place.raw(at - 2).isupper())


def _is_named(place: Place, at: int, after: int) -> bool:
    """`12345 hotline`, `hotline 12345`, `Fortune 500`, `the 985 and 211 universities`, `9.18 Incident`."""
    if place.numeral.form is not Form.CARDINAL:
        return False
    if place.word(after) in _NAME_AFTER:
        return place.word(after) != "incident" or place.raw(after) == "Incident"
    if place.word(at - 1) in _NAME_BEFORE:
        return True
    return place.raw(at) in _UNIVERSITY_PROJECTS and any(
        place.word(i).startswith(("universit", "project")) for i in range(after, after + 3)
    )


def _telephone(place: Place, at: int, after: int) -> Taken:
    """Digits that begin with 0, with the groups of digits that follow: `0571-8765 4321`."""
    taken = 1
    while True:
        start = after + (place.raw(after) in DASHES and place.glued(after))
        if place.numeral_at(start) != taken or len(place.raw(start)) < 3 or not place.raw(start).isdecimal():
            return place.make(at, after, Kind.NAME, taken)
        after, taken = start + 1, taken + 1
        if taken > 4:
            return place.make(at, after, Kind.NAME, taken)


def _joined_name(place: Place, at: int, after: int) -> Taken | None:
    """`1+9`, `24/7`, `7×24`, `1+3+N`: as many parts as follow without a blank; not the price `5/kg`."""
    if place.raw(after) == "/" and unit_after(place.stream, after + 1):
        return None
    taken, end = 1, after
    while place.raw(end) in _JOINTS and place.glued(end) and place.glued(end + 1):
        ahead = place.numeral_at(end + 1)
        if ahead is None and not place.raw(end + 1).isalpha():
            break
        taken = ahead + 1 if ahead else taken
        end += 2
    return place.make(at, end, Kind.NAME, taken) if end > after else None


def _street(place: Place, after: int) -> int | None:
    """The token after the street that begins at token `after`: `88 Renmin Road`."""
    for i in range(after, after + 4):
        if not place.raw(i)[:1].isupper():
            return None
        if i > after and place.word(i) in _STREETS:
            return i + 1
    return None


def _is_quoted_name(place: Place, at: int, after: int) -> bool:
    """Whether a quoted phrase that opens with a number is a name: `“two upholds”`, `“One Belt, One Road”`; not `“19 measures”`."""
    end = next((i for i in range(after, after + _QUOTE_REACH) if place.raw(i) in _CLOSING_QUOTES), None)
    if end is None or any(place.raw(i) in SENTENCE_END for i in range(after, end)):
        return False
    capital = place.raw(after + (place.raw(after) in HYPHENS))[:1].isupper()
    if _opens_quote(place, at - 1):
        if place.numeral.in_digits:
            return end == after or capital
        return capital or (end > after and (place.numeral.value or 0) <= _LARGEST_SLOGAN)
    if place.numeral.in_digits:
        return False
    opening = next((i for i in range(at - 2, max(-1, at - _QUOTE_REACH), -1) if _opens_quote(place, i)), None)
    earlier = place.found[max(0, place.index - 4) : place.index]
    return any(numeral.first - 1 == opening and not numeral.in_digits for numeral in earlier)


def _opens_quote(place: Place, at: int) -> bool:
    mark = place.raw(at)
    return mark in _OPENING_QUOTES and place.glued(at + 1) and (mark not in "\"'" or not place.glued(at))


def _is_policy(place: Place, after: int) -> bool:
    """`the three-child policy`."""
    return place.raw(after) in HYPHENS and (place.word(after + 1), place.word(after + 2)) == (
        "child",
        "policy",
    )


def _is_title(place: Place, at: int, after: int) -> bool:
    """A number word with a capital before another capital inside a sentence: `the Two Upholds`, `Five-Year Plan`."""
    if not place.raw(at)[0].isupper() or at == 0 or place.raw(at - 1) in SENTENCE_END | _OPENING_QUOTES:
        return False
    following = after + int(place.raw(after) in DASHES)
    if not place.raw(following)[:1].isupper():
        return False
    return "\n" not in place.text[place.stream[at - 1].end : place.stream[at].start]
