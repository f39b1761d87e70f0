"""Chinese in Latin letters: names of people, names of places that have no English of their own, headings left untranslated.

Source of the spelling: GB/T 16159-2012 (words), GB/T 28039-2011 (people: surname first, ü as yu).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from summarizer.lexicon.table import Row, table_rows
from summarizer.lexicon.terms import TermBase, terms

__all__ = ["joined", "name_syllables", "person_name", "pinyin", "readings_in"]

COLUMNS = ("zh", "pinyin", "note")

# Terms longer than this are phrases, which pinyin writes as several words.
_WORD = 3
_HAN_RUN = re.compile(r"[\u3400-\u9fff〇]+")
_SYLLABLES = re.compile(r"[A-Za-zü]+(?: [a-zü]+)*")
_BLANKS = re.compile(r"[\s\u3000]+")
_BRACKETED = re.compile(r"[（(][^（）()]*[）)]")
_DOT = re.compile(r"[·•・‧．.]")
_PUNCTUATION = str.maketrans(
    {
        "，": ", ",
        "、": ", ",
        "；": "; ",
        "：": ": ",
        "。": ". ",
        "！": "! ",
        "？": "? ",
        "（": " (",
        "）": ") ",
    }
    | {"《": " “", "》": "” ", "“": " “", "”": "” ", "—": "-", "％": "%", "\u3000": " "}
)
_LOOSE = re.compile(r" +([,;:.!?)”])")
_OPEN = re.compile(r"([(“]) +")


def readings_in(table: Iterable[Row]) -> dict[str, str]:
    """The readings of the rows by their Chinese, checked. Raises LexiconError for the first bad row."""
    seen: dict[str, Row] = {}
    for row in table:
        zh = row.unique("zh", seen)
        if not _HAN_RUN.fullmatch(zh):
            raise row.error(f"{zh!r} is not all Chinese characters")
        if not _SYLLABLES.fullmatch(row.required("pinyin")):
            raise row.error(
                f"{row['pinyin']!r} is no pinyin",
                hint="letters without tones, syllables separated by a blank",
            )
        seen[zh] = row
    return {zh: row["pinyin"] for zh, row in seen.items()}


@cache
def _surnames() -> Mapping[str, str]:
    return MappingProxyType(readings_in(table_rows("surnames", COLUMNS)))


@cache
def _readings() -> Mapping[str, str]:
    return MappingProxyType(readings_in(table_rows("readings", COLUMNS)))


@cache
def _read_words() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_readings(), key=len, reverse=True)))


def _plain(zh: str) -> list[str]:
    """The syllables of a stretch by the general dictionary, without tones."""
    if not zh:
        return []
    from pypinyin import lazy_pinyin

    return list(lazy_pinyin(zh, v_to_u=True))


def name_syllables(zh: str) -> list[str]:
    """The syllables of a name, lower case and without tones; characters with several readings are read as in names."""
    found: list[str] = []
    end = 0
    for word in _read_words().finditer(zh):
        found += [*_plain(zh[end : word.start()]), *_readings()[word.group()].split()]
        end = word.end()
    return found + _plain(zh[end:])


def joined(syllables: Iterable[str]) -> str:
    """One word: an apostrophe stands before a syllable that starts with a vowel (xi, an: xi'an)."""
    word = ""
    for syllable in syllables:
        word += f"'{syllable}" if word and syllable[:1] in "aoe" else syllable
    return word


def _given(zh: str) -> str:
    """A name's part as one capitalised word; whatever is not Chinese stays as it is."""
    spelt = _HAN_RUN.sub(lambda run: joined(name_syllables(run.group())), zh)
    return spelt.replace("ü", "yu").capitalize()


@lru_cache(maxsize=4096)
def person_name(zh: str) -> str:
    """The name of a person, surname first: 高启东 is Gao Qidong, 欧阳明 Ouyang Ming, 龚 正 Gong Zheng.

    A note in brackets is left out. A name with a dot, or of four and more characters without a double surname, is not Han: each
    part is one word. Text without Chinese characters comes back as it is.
    """
    name = _BLANKS.sub("", _BRACKETED.sub("", zh))
    if not _HAN_RUN.search(name):
        return zh.strip()
    parts = [part for part in _DOT.split(name) if part]
    if len(parts) > 1:
        return " ".join(_given(part) for part in parts)
    surnames = _surnames()
    size = 2 if len(name) > 2 and name[:2] in surnames else 1
    if len(name) < 2 or len(name) - size > 2:
        return _given(name)
    return f"{surnames.get(name[:size]) or _given(name[:size])} {_given(name[size:])}"


@cache
def _short_terms() -> TermBase:
    return TermBase(term for term in terms() if len(term.zh) <= _WORD)


def _words(zh: str) -> Iterator[str]:
    """The stretch cut into words: short terms; of the rest, two or four characters are most often one or two words."""
    for piece in _short_terms().segment(zh):
        if not isinstance(piece, str):
            yield piece.zh
        elif len(piece) in {2, 4}:
            yield from (piece[i : i + 2] for i in range(0, len(piece), 2))
        else:
            yield from piece


@lru_cache(maxsize=4096)
def pinyin(zh: str) -> str:
    """The text spelt out without tones in short words, a capital only at the start.

    Punctuation becomes Latin; letters and figures stay as they are.
    """

    def spelt(run: re.Match[str]) -> str:
        return f" {' '.join(joined(_plain(word)) for word in _words(run.group()))} "

    text = _HAN_RUN.sub(spelt, zh).translate(_PUNCTUATION)
    text = _OPEN.sub(r"\1", _LOOSE.sub(r"\1", _BLANKS.sub(" ", text))).strip()
    return text[:1].upper() + text[1:]
