"""Repetitions: whole later copies of a report, a copy that was cut off, the opening repeated as a teaser."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
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
_DIFFERENCE = 8  # characters that may differ in a row
_TITLE = 100  # characters before the first sentence that a copy may lack
_DOTS = 6  # characters in which a line may trail off
_AGREEMENT = 6  # characters that have to agree behind a difference
_LACKING = 60  # characters in sentences of its own by which a copy is the fuller one

_SENTENCE_END = "。！？；!?;"
_CLOSED = "。！？；：!?;:…”’」』）)》】"
_WORD = re.compile(r"[0-9A-Za-z０-９\u3400-\u9fff\U00020000-\U0003ffff*＊×]")
_TOKEN = re.compile(rf"({_WORD.pattern}++)|[{_SENTENCE_END}]")

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
    places: Sequence[int]
    starts: Sequence[int]


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
        if not _is_copy(squeezed, original, copy, copy.start - claimed, following):
            continue
        if _goes_on(
            squeezed, original, copy, following, broken=_breaks_off(squeezed, lines, original, copy)
        ) or (_says_more(squeezed, original, copy)):
            broken_off = _whole_lines(squeezed, lines, original)
            return [broken_off] if broken_off is not None else []
        span = _whole_lines(squeezed, lines, copy)
        if span is not None:
            kept.append(span)
            claimed += copy.end - copy.start
    return kept


def _is_copy(squeezed: _Squeezed, original: Span, copy: Span, before: int, following: int) -> bool:
    """Whether a repetition is one of the report, whole or with its end or beginning cut off, not a passage said again.

    `before` counts the characters of the report up to the copy, `following` is where the next repetition begins.
    """
    size = copy.end - copy.start
    if size < _SMALLEST:
        return False
    margin = max(200, before // 20)
    from_start, to_end = original.start <= margin, before - original.end <= 2 * margin
    if from_start and to_end:
        return True
    if to_end and size * 4 >= before:
        return True
    # A passage from the middle or the beginning is a copy only if the report does not go on behind it.
    ends = _sentences_between(squeezed, copy.end, following) <= max(300, size // 5)
    goes_on = _goes_on(squeezed, original, copy, following, broken=False)
    if size * 2 >= before:
        return ends or goes_on or size * 4 >= before * 3
    return original.start <= _TITLE and size >= 2 * _SMALLEST and (ends or goes_on)


def _squeezed(text: str, gone: list[Span]) -> _Squeezed:
    said: list[str] = []
    places = array("I")
    starts: list[int] = []
    begins = True
    position = 0
    for span in [*gone, Span(len(text), len(text) + 1)]:
        for token in _TOKEN.finditer(text, position, max(position, span.start)):
            if token.lastindex is None:
                begins = True
                continue
            if begins:
                starts.append(len(places))
                begins = False
            said.append(token.group())
            places.extend(range(token.start(), token.end()))
        position = max(position, span.end)
    return _Squeezed("".join(said), places, starts)


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
            slack = max(_DRIFT, (run.last_copy - run.copy) // 3)
            if original > run.last_original and abs(drift) <= slack and place - run.last_copy <= _STRIDE:
                run.last_original, run.last_copy = original, place
                run.sentences += 1
                break
        else:
            run = _Run(original, place, original, place)
            runs.append(run)
            recent = [*recent[-7:], run]
    return runs


def _extended(text: str, runs: list[_Run]) -> list[tuple[Span, Span]]:
    """Original and copy of each run, grown in both directions as far as they agree but for small differences.

    Copies do not overlap.
    """
    found: list[tuple[Span, Span]] = []
    floor = 0
    for run in sorted(runs, key=lambda run: run.copy):
        if run.copy < floor:
            continue
        original, copy = run.original, run.copy
        while original > 0 and copy > max(floor, run.last_original + 1):
            step = _step(text, original, copy, -1)
            if step is None or original < step[0] or copy - step[1] < max(floor, run.last_original + 1):
                break
            original, copy = original - step[0], copy - step[1]
        end, copy_end = run.last_original, run.last_copy
        while copy_end < len(text) and end < copy:
            step = _step(text, end, copy_end, 1)
            if step is None or end + step[0] > copy:
                break
            end, copy_end = end + step[0], copy_end + step[1]
        found.append((Span(original, end), Span(copy, copy_end)))
        floor = copy_end
    return found


def _step(text: str, one: int, other: int, way: int) -> tuple[int, int] | None:
    """How far to go on from two places, forward (`way` 1) or back (-1): over one character that agrees, or over a small
    difference to where they agree again. None where they part."""
    if _ahead(text, one, 1, way) == _ahead(text, other, 1, way):
        return 1, 1
    for size in range(1, _DIFFERENCE + 1):
        for left, right in ((size, size), (size, 0), (0, size), (size, size - 1), (size - 1, size)):
            again = _ahead(text, one + way * left, _AGREEMENT, way)
            if len(again) == _AGREEMENT and again == _ahead(text, other + way * right, _AGREEMENT, way):
                return left + _AGREEMENT, right + _AGREEMENT
    return None


def _ahead(text: str, place: int, size: int, way: int) -> str:
    """The characters that follow a place, or stand before it."""
    return text[place : place + size] if way > 0 else text[max(0, place - size) : max(0, place)]


def _goes_on(squeezed: _Squeezed, original: Span, copy: Span, following: int, *, broken: bool) -> bool:
    """Whether the original breaks off where the copy continues: then the copy is the complete one.

    `following` is where the next repetition begins, or the end of the text. `broken` tells that the original stops inside a
    sentence, so that little is enough.
    """
    size = original.end - original.start
    rest = _sentences_between(squeezed, copy.end, following)
    between = _sentences_between(squeezed, original.end, copy.start)
    return rest > (30 if broken else max(300, size // 5)) and between * 5 < rest


def _breaks_off(squeezed: _Squeezed, lines: list[Line], original: Span, copy: Span) -> bool:
    """Whether the line in which the original ends stops inside a sentence, while the copy goes on with it."""
    end = squeezed.places[original.end - 1]
    line = _line_at(lines, end)
    if line.end - end > _DOTS:
        return False
    goes_on = _line_at(lines, squeezed.places[copy.end - 1]).end > squeezed.places[copy.end - 1] + 1
    return line.text.endswith(("...", "……")) or (goes_on and line.text[-1] not in _CLOSED)


def _line_at(lines: list[Line], place: int) -> Line:
    return lines[max(0, bisect_right(lines, place, key=lambda line: line.start) - 1)]


def _says_more(squeezed: _Squeezed, original: Span, copy: Span) -> bool:
    """Whether the copy holds paragraphs that the original lacks, and the original none that the copy lacks."""
    missing = _own_sentences(squeezed, copy, original)
    return missing > max(_LACKING, (copy.end - copy.start) // 100) and (
        _own_sentences(squeezed, original, copy) * 5 < missing
    )


def _own_sentences(squeezed: _Squeezed, stretch: Span, other: Span) -> int:
    """Characters in sentences of a stretch that do not stand in the other one.

    The first does not count: what stands above it is part of it.
    """
    known = {squeezed.text[place : place + _GRAM // 2] for place in _starts(squeezed, other)}
    return sum(
        length
        for place, following in pairwise([*_starts(squeezed, stretch)[1:], stretch.end])
        if 12 <= (length := following - place) <= 200
        and squeezed.text[place : place + _GRAM // 2] not in known
    )


def _starts(squeezed: _Squeezed, stretch: Span) -> Sequence[int]:
    return squeezed.starts[
        bisect_left(squeezed.starts, stretch.start) : bisect_left(squeezed.starts, stretch.end)
    ]


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
