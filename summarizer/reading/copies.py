"""Repetitions: whole later copies of a report, a copy that was cut off, the opening repeated as a teaser."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from summarizer.reading.document import Region, RegionKind, Span
from summarizer.reading.lines import Line, bare

__all__ = ["copies", "teasers"]

_GRAM = 20  # characters after the start of a sentence that identify it
_DRIFT = 400  # characters by which two copies may run apart between two sentences (page lines, toolbars)
_STRIDE = 4000  # characters without a repeated sentence that end a copy
_SMALLEST = 150  # characters; a repetition below this is a manner of speaking
_ROUNDS = 4

_SENTENCE_END = "。！？；!?;"
_WORD = re.compile(r"[0-9A-Za-z０-９\u3400-\u9fff\U00020000-\U0003ffff*＊×]")

_TEASER_LABEL = re.compile(
    r"[【\[]?(?:内容|文章|新闻|本文)?(?:摘要|提要|导语|导读|核心提示|简介)[】\]]?[：:]?"
)
_TEASER_END = re.compile(
    r"(?:\.{3,}|…+|。{3,})\s*(?:[\[【(（]?(?:详细|全文|更多|阅读全文|查看全文)[\]】)）]?)?$"
)


@dataclass(slots=True)
class _Run:
    """A stretch that repeats an earlier one, sentence by sentence: places in the squeezed text, of original and copy."""

    original: int
    copy: int
    last_original: int
    last_copy: int
    sentences: int = 1


@dataclass(frozen=True, slots=True)
class _Squeezed:
    """The letters, digits and Han characters of a text outside given spans, with their places and the sentence starts."""

    text: str
    places: list[int]
    starts: list[int]


def copies(text: str, lines: list[Line], left_out: Iterable[Span]) -> list[Region]:
    """Later copies of the report, as `duplicate`; of several, the first complete one is not among them.

    A copy is found by its sentences, so line breaks, blanks and small changes do not matter; a first copy that breaks off
    where a later one goes on is the one that is left out. `left_out` (residue, page lines) does not count as text.
    Linear in the length of the text.
    """
    found: list[Span] = []
    gone = sorted(left_out)
    for _ in range(_ROUNDS):
        more = _one_round(text, lines, sorted([*gone, *found]))
        if not more:
            break
        found.extend(more)
    return [Region(span, RegionKind.DUPLICATE) for span in sorted(found)]


def _one_round(text: str, lines: list[Line], gone: list[Span]) -> list[Span]:
    squeezed = _squeezed(text, gone)
    runs = [run for run in _runs(squeezed) if run.sentences >= 3]
    stretches = _extended(squeezed.text, runs)
    kept: list[Span] = []
    claimed = 0
    for index, (original, copy) in enumerate(stretches):
        following = stretches[index + 1][1].start if index + 1 < len(stretches) else len(squeezed.text)
        before = copy.start - claimed
        size = copy.end - copy.start
        whole = size * 2 >= before
        cut_short = original.start <= max(200, before // 20) and size >= 2 * _SMALLEST
        if size < _SMALLEST or not (whole or cut_short):
            continue
        if _goes_on(squeezed, original, copy, following):
            broken_off = _whole_lines(squeezed, lines, original)
            return [broken_off] if broken_off is not None else []
        span = _whole_lines(squeezed, lines, copy)
        if span is not None:
            kept.append(span)
            claimed += size
    return kept


def _squeezed(text: str, gone: list[Span]) -> _Squeezed:
    chars: list[str] = []
    places: list[int] = []
    starts: list[int] = [0]
    begins = True
    position = 0
    for span in [*gone, Span(len(text), len(text) + 1)]:
        for place in range(position, span.start):
            char = text[place]
            if _WORD.match(char):
                if begins:
                    starts.append(len(chars))
                    begins = False
                chars.append(char)
                places.append(place)
            elif char in _SENTENCE_END:
                begins = True
        position = max(position, span.end)
    return _Squeezed("".join(chars), places, starts)


def _runs(squeezed: _Squeezed) -> list[_Run]:
    """Sentences met before, strung together where copy and original keep step; chance repetitions stay single."""
    first: dict[str, int] = {}
    runs: list[_Run] = []
    recent: list[_Run] = []
    for place in squeezed.starts:
        gram = squeezed.text[place : place + _GRAM]
        if len(gram) < _GRAM:
            continue
        original = first.setdefault(gram, place)
        if original == place:
            continue
        for run in reversed(recent):
            drift = (place - run.last_copy) - (original - run.last_original)
            if original > run.last_original and abs(drift) <= _DRIFT and place - run.last_copy <= _STRIDE:
                run.last_original, run.last_copy = original, place
                run.sentences += 1
                break
        else:
            run = _Run(original, place, original, place)
            runs.append(run)
            recent = [*recent[-7:], run]
    return runs


def _extended(text: str, runs: list[_Run]) -> list[tuple[Span, Span]]:
    """Original and copy of each run, grown in both directions as far as they agree; copies do not overlap."""
    found: list[tuple[Span, Span]] = []
    floor = 0
    for run in sorted(runs, key=lambda run: run.copy):
        if run.copy < floor:
            continue
        original, copy = run.original, run.copy
        while (
            original > 0 and copy > max(floor, run.last_original + 1) and text[original - 1] == text[copy - 1]
        ):
            original, copy = original - 1, copy - 1
        end, copy_end = run.last_original, run.last_copy
        while copy_end < len(text) and end < copy and text[end] == text[copy_end]:
            end, copy_end = end + 1, copy_end + 1
        found.append((Span(original, end), Span(copy, copy_end)))
        floor = copy_end
    return found


def _goes_on(squeezed: _Squeezed, original: Span, copy: Span, following: int) -> bool:
    """Whether the original breaks off where the copy continues: then the copy is the complete one.

    `following` is where the next repetition begins, or the end of the text.
    """
    size = original.end - original.start
    rest = _sentences_between(squeezed, copy.end, following)
    between = _sentences_between(squeezed, original.end, copy.start)
    return rest > max(300, size // 5) and between * 5 < rest


def _sentences_between(squeezed: _Squeezed, start: int, end: int) -> int:
    """Characters that stand in sentences of a paragraph's kind (12 to 200 characters) in that stretch."""
    inside = squeezed.starts[bisect_left(squeezed.starts, start) : bisect_left(squeezed.starts, end)]
    return sum(
        length for place, following in pairwise([*inside, end]) if 12 <= (length := following - place) <= 200
    )


def _whole_lines(squeezed: _Squeezed, lines: list[Line], stretch: Span) -> Span | None:
    """The whole lines of the stretch; punctuation and residue at their ends belong to them. None where it has none."""
    start, end = squeezed.places[stretch.start], squeezed.places[stretch.end - 1] + 1
    first = max(0, bisect_right(lines, start, key=lambda line: line.start) - 1)
    last = max(0, bisect_right(lines, end - 1, key=lambda line: line.start) - 1)
    if _WORD.search(bare(lines[first].text[: max(0, start - lines[first].start)])):
        first += 1
    if _WORD.search(bare(lines[last].text[end - lines[last].start :])):
        last -= 1
    return Span(lines[first].start, lines[last].end) if first <= last else None


def teasers(text: str, lines: list[Line]) -> list[Region]:
    """The opening of the report repeated above it, with its label (内容摘要：), as `abstract`.

    A teaser is labelled or trails off in dots, and its first and last words stand again, in this order, in what follows.
    """
    found: list[Region] = []
    for index, line in enumerate(lines[:60]):
        if len(line.text) < 40:
            continue
        labelled = index > 0 and _TEASER_LABEL.fullmatch(lines[index - 1].text) is not None
        if not labelled and not _TEASER_END.search(line.text[-20:]):
            continue
        said = _words(_TEASER_END.sub("", line.text[:4000]))
        below = _words(text[line.end : line.end + 3 * len(line.text) + 2000])
        opening = below.find(said[:24])
        if len(said) >= 30 and 0 <= opening < 1000 and below.find(said[-16:], opening) >= 0:
            start = lines[index - 1].start if labelled else line.start
            found.append(Region(Span(start, line.end), RegionKind.ABSTRACT))
    return found


def _words(text: str) -> str:
    return "".join(_WORD.findall(bare(text)))
