"""Traditional characters as simplified ones, each for one, so that every place in the text stays what it is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from summarizer.lexicon.table import Row, table_rows

__all__ = ["half_width", "is_traditional", "plain", "shared_in", "simplified", "traditional_in"]

# Letters, digits and the signs that go with them; commas, colons and brackets are full width in simplified texts too.
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code - 0xFEE0).isalnum()}
_HALF_WIDTH |= {
    ord(wide): ord(narrow) for wide, narrow in zip("％．／＋－＆＠＿＃＝＜＞", "%./+-&@_#=<>", strict=True)
}
_WIDE = re.compile(f"[{''.join(map(chr, _HALF_WIDTH))}]")

COLUMNS = ("traditional", "simplified", "note")
SHARED_COLUMNS = ("traditional", "simplified", "within", "kept", "note")
_HAN = re.compile(r"[\u3400-\u9fff]")
_ONE_IN = 12  # characters of a traditional text that differ from a simplified one's; in fact one in three


@dataclass(frozen=True, slots=True)
class Shared:
    """A traditional character that simplified texts use too: simplified only in the words of `within` (none: in all but `kept`)."""

    simplified: str
    within: tuple[str, ...]
    kept: tuple[str, ...]


def traditional_in(table: Iterable[Row]) -> dict[str, str]:
    """The simplified character of each traditional one, checked. Raises LexiconError for the first bad row."""
    seen: dict[str, Row] = {}
    found: dict[str, str] = {}
    for row in table:
        traditional, simple = _pair(row, seen)
        found[traditional] = simple
    for traditional, simple in found.items():
        if simple in found:
            raise seen[traditional].error(f"{simple!r} is itself a traditional character of this table")
    return found


def _pair(row: Row, seen: dict[str, Row]) -> tuple[str, str]:
    """The traditional character of a row, which no row of `seen` has, and its simplified one; the row is seen then."""
    traditional = row.unique("traditional", seen)
    seen[traditional] = row
    simple = row.required("simplified")
    if len(traditional) != 1 or len(simple) != 1 or traditional == simple:
        raise row.error(f"{traditional!r} and {simple!r} are no two characters", hint="one for one")
    return traditional, simple


def shared_in(table: Iterable[Row]) -> dict[str, Shared]:
    """What becomes of each character that simplified texts use too, checked. Raises LexiconError for the first bad row."""
    seen: dict[str, Row] = {}
    found: dict[str, Shared] = {}
    for row in table:
        char, simple = _pair(row, seen)
        within, kept = tuple(row["within"].split()), tuple(row["kept"].split())
        for word in (*within, *kept):
            if char not in word:
                raise row.error(f"{word!r} does not hold {char!r}")
        found[char] = Shared(simple, within, kept)
    return found


@cache
def _characters() -> tuple[re.Pattern[str], dict[int, str]]:
    table = traditional_in(table_rows("traditional", COLUMNS))
    return re.compile(f"[{''.join(table)}]"), {ord(char): simple for char, simple in table.items()}


@cache
def _shared() -> tuple[re.Pattern[str], dict[str, str]]:
    """Words and characters, the longest first, and what each becomes."""
    become: dict[str, str] = {}
    for char, shared in shared_in(table_rows("both_scripts", SHARED_COLUMNS)).items():
        become |= {word: word for word in shared.kept}
        become |= {word: word.replace(char, shared.simplified) for word in shared.within or (char,)}
    longest_first = sorted(become, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), become


def is_traditional(text: str) -> bool:
    """Whether a text is written in traditional characters, rather than holding one or the other."""
    found, table = _characters()
    if not found.search(text):
        return False
    changed = sum(one != other for one, other in zip(text, text.translate(table), strict=True))
    return changed * _ONE_IN >= len(_HAN.findall(text))


def simplified(text: str, *, wholly: bool | None = None) -> str:
    """`text` in simplified characters, as long as before; a text without traditional ones is given back as it is.

    Characters that simplified texts use too (於, 著) are simplified in a text that is traditional as a whole: by itself, or by what is
    known of the text that it was taken from (`wholly`).
    """
    found, table = _characters()
    if wholly is None:
        wholly = is_traditional(text)
    plain = text.translate(table) if found.search(text) else text
    if not wholly:
        return plain
    words, become = _shared()
    return words.sub(lambda hit: become[hit.group()], plain)


def half_width(text: str) -> str:
    """`text` with letters, digits and their signs in half width, as long as before."""
    return text.translate(_HALF_WIDTH) if _WIDE.search(text) else text


def plain(text: str, *, wholly: bool | None = None) -> str:
    """`text` as every look-up reads it: simplified characters, letters and digits in half width, place for place.

    A text that is so already is given back itself. `wholly` as in `simplified`.
    """
    return half_width(simplified(text, wholly=wholly))
