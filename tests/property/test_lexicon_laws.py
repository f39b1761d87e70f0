"""Laws of the lexicon: segmenting loses nothing, look-ups never raise."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from summarizer.lexicon import (
    PartOfSpeech,
    Term,
    TermBase,
    key_for,
    level_of,
    person_name,
    pinyin,
    place_name,
)

LETTERS = "甲乙丙丁"
words = st.text(LETTERS, min_size=1, max_size=4)
texts = st.text(LETTERS + "，", max_size=14)
# Enough of the genre to reach every branch of the readers of names.
names = st.text("某大同市县区省自治州族苗回镇新长安单欧阳·*XＸ （）a1%增长建议率", max_size=12)

LEVELS = {"national", "province", "prefecture", "county", "township", "unknown"}


def _base(entries: set[str]) -> TermBase:
    return TermBase(Term(zh, "x", "", PartOfSpeech.NOUN, "test") for zh in entries)


def _cost(pieces: list[Term | str]) -> tuple[int, int]:
    return sum(len(piece) for piece in pieces if isinstance(piece, str)), len(pieces)


def _cheapest(base: TermBase, text: str) -> tuple[int, int]:
    """The least cost over all ways to cut, by trying them all."""
    best: list[tuple[int, int]] = []

    def cut(rest: str, uncovered: int, pieces: int, in_bare: bool) -> None:
        if not rest:
            best.append((uncovered, pieces))
            return
        cut(rest[1:], uncovered + 1, pieces + (not in_bare), True)
        for size in range(1, min(len(rest), 4) + 1):
            if base.get(rest[:size]) is not None:
                cut(rest[size:], uncovered, pieces + 1, False)

    cut(text, 0, 0, False)
    return min(best)


@given(entries=st.sets(words, max_size=8), text=texts)
def test_pieces_join_to_the_text_and_bare_stretches_never_touch(entries: set[str], text: str) -> None:
    pieces = _base(entries).segment(text)
    assert "".join(piece if isinstance(piece, str) else piece.zh for piece in pieces) == text
    assert not any(isinstance(a, str) and isinstance(b, str) for a, b in pairwise(pieces))


@given(entries=st.sets(words, max_size=6), text=st.text(LETTERS, max_size=9))
def test_no_other_cut_covers_more_or_has_fewer_pieces(entries: set[str], text: str) -> None:
    base = _base(entries)
    assert _cost(base.segment(text)) == _cheapest(base, text)


@given(entries=st.sets(words, max_size=8), text=texts)
def test_what_occurs_stands_in_the_text_and_once_in_the_list(entries: set[str], text: str) -> None:
    found = [term.zh for term in _base(entries).occurring(text)]
    assert len(found) == len(set(found))
    assert all(zh in text for zh in found)
    assert bool(found) == any(zh in text for zh in entries)


@given(zh=names)
def test_look_ups_take_any_text(zh: str) -> None:
    assert place_name(zh).level in LEVELS
    assert level_of(zh) in LEVELS
    assert isinstance(person_name(zh), str)
    assert isinstance(pinyin(zh), str)
    assert isinstance(key_for(zh, "件"), str)
