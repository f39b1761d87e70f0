"""Public verifiers: libraries that check, without a model, that a quote or a value stands in its source.

None of them reads numbers, so each is given its best chance: source and quote without blanks, every usual spelling of the claimed
value, and only exact finds count. A claim passes where the quote is found in the source (without a quote: the sentence that fits the
name best) and a spelling of the value in that place, not as a part of a longer number.
"""

import re
from collections.abc import Callable
from importlib import import_module
from typing import Any

from statements import Statement

Place = tuple[int, int]
Find = Callable[[str, str, bool], Place | None]
"""Where a text (source, wanted, whether only exactly) stands in a source."""

_STOP = re.compile(r"[。；！？]")
_NUMERAL = frozenset("0123456789.,零一二三四五六七八九十百千万亿两")
_LIKE_ENOUGH = (
    60.0  # a name is seldom in the source word for word; the best place counts, however poor the others
)


def passes(find: Find, said: Statement, source: str) -> bool:
    """Whether a verifier that finds texts so would let a claim pass. `source` is without blanks."""
    if said.quote:
        place = find(source, said.quote, True)
    else:
        place = find(source, said.name, False)
        place = place and _sentence(source, place)
    if place is None:
        return False
    words = source[place[0] : place[1]]
    return any(_whole(words, found) for value in said.spellings if (found := find(words, value, True)))


def _sentence(source: str, place: Place) -> Place:
    stops = [0, *(stop.end() for stop in _STOP.finditer(source, 0, place[0]))]
    stop = _STOP.search(source, place[1])
    return stops[-1], stop.start() if stop else len(source)


def _whole(words: str, place: Place) -> bool:
    start, end = place
    before, after = words[start - 1 : start], words[end : end + 1]
    return not (before in _NUMERAL and words[start] in _NUMERAL) and not (
        after in _NUMERAL and words[end - 1] in _NUMERAL
    )


def rapidfuzz() -> Find:
    """`fuzz.partial_ratio_alignment`, what citation checkers score quotes with."""
    align: Any = import_module("rapidfuzz.fuzz").partial_ratio_alignment

    def find(source: str, wanted: str, exactly: bool) -> Place | None:
        if len(wanted) > len(source):
            return None
        found = align(wanted, source, score_cutoff=100.0 if exactly else _LIKE_ENOUGH)
        return None if found is None else (found.dest_start, found.dest_end)

    return find


def instructor() -> Find:
    """Instructor's `CitationMixin`, with the source as validation context; it finds up to five slips of the pen."""
    mixin: Any = import_module("instructor").CitationMixin

    def find(source: str, wanted: str, exactly: bool) -> Place | None:
        kept = mixin.model_validate(
            {"substring_quotes": [wanted]}, context={"context": source}
        ).substring_quotes
        if not kept or (exactly and kept[0] != wanted):
            return None
        start = source.find(kept[0])
        return start, start + len(kept[0])

    return find


def langextract() -> Find:
    """LangExtract's aligner of extractions, with its tokenizer for languages without blanks; a source is tokenized once."""
    resolver: Any = import_module("langextract.resolver")
    data: Any = import_module("langextract.core.data")
    tokenizer: Any = import_module("langextract.core.tokenizer")
    aligner = resolver.WordAligner()
    kept: dict[str, Any] = {}

    class Once(tokenizer.UnicodeTokenizer):  # type: ignore[misc] # the package is not always there
        def tokenize(self, text: str) -> Any:
            if text not in kept:
                kept[text] = super().tokenize(text)
            return kept[text]

    once = Once()

    def find(source: str, wanted: str, exactly: bool) -> Place | None:
        extraction = data.Extraction("quote", wanted)
        ((found,),) = aligner.align_extractions(
            [[extraction]], source, tokenizer_impl=once, enable_fuzzy_alignment=not exactly
        )
        exact = found.alignment_status is data.AlignmentStatus.MATCH_EXACT
        if found.char_interval is None or (exactly and not exact):
            return None
        return found.char_interval.start_pos, found.char_interval.end_pos

    return find


PUBLIC: dict[str, Callable[[], Find]] = {
    "rapidfuzz alignment": rapidfuzz,
    "Instructor CitationMixin": instructor,
    "LangExtract aligner": langextract,
}


def installed() -> dict[str, Find | None]:
    """The public verifiers by name, None for those that are not installed."""
    found: dict[str, Find | None] = {}
    for name, made in PUBLIC.items():
        try:
            found[name] = made()
        except ImportError:
            found[name] = None
    return found
