"""Evidence markers: names for the figures of a text, in it or in a list below it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, product
from string import ascii_lowercase

from summarizer.prompting.request import AnchorForm
from summarizer.quantities import Indicator, Inventory
from summarizer.reading import Span

__all__ = ["Anchored", "anchored", "clause_lines", "listed", "marker_letter"]

_MARKER_LIKE = re.compile(r"[\[［【(（]\s?([a-z]{1,4})\s?\d", re.IGNORECASE)
_CONTINUES = "和与及、"  # a clause that begins so has its head in the one before: 分别达到33560元和16280元
_STOP = re.compile(r"[，。；：！？\n]")
_LONGEST = 160  # characters of a clause with the head before it; of a longer one only the clause is shown


@dataclass(frozen=True, slots=True)
class Anchored:
    """A stretch of the body's text with markers, and `plain` without; `markers` maps each one's number to its indicator's id."""

    text: str
    plain: str
    letter: str
    markers: Mapping[int, int]


def marker_letter(text: str) -> str:
    """The letter of the markers for a whole document: `e`, or the first that the text does not use in a marker's place."""
    taken = {match[1].lower() for match in _MARKER_LIKE.finditer(text)}
    return next(letter for letter in _letters() if letter not in taken)


def anchored(span: Span, inventory: Inventory) -> Anchored:
    """The report's text inside `span`, hard wraps and regions gone, with `(e1)`, `(e2)`, … directly behind each indicator.

    Masked figures are indicators too. The numbers start from 1 in each span. A figure inside a region that the body leaves
    out has no marker.
    """
    letter = marker_letter(inventory.doc.text)
    indicators = [i for i in inventory.indicators_in(span) if _is_shown(i, inventory)]
    markers = {number: indicator.id for number, indicator in enumerate(indicators, start=1)}
    names = {id: f"({letter}{number})" for number, id in markers.items()}
    return Anchored(
        text=_marked(span, indicators, names, inventory),
        plain=inventory.doc.body.shown(span).strip(),
        letter=letter,
        markers=markers,
    )


def clause_lines(
    indicators: Sequence[Indicator], inventory: Inventory, *, form: AnchorForm
) -> tuple[str, dict[int, int]]:
    """The clauses that hold these figures, each on a line, and what the markers stand for, which are numbered from 1.

    By `inline` the figures asked for are marked in their clauses; else there is a line `e7 | figure | clause` for each.
    """
    letter = marker_letter(inventory.doc.text)
    asked = sorted(indicators, key=lambda indicator: indicator.id)
    markers = {number: indicator.id for number, indicator in enumerate(asked, start=1)}
    names = {id: f"{letter}{number}" for number, id in markers.items()}
    if form is not AnchorForm.INLINE:
        starts = {i.id: _start(i, inventory) for i in asked}
        return "\n".join(_line(i, names[i.id], inventory, starts[i.id]) for i in asked), markers
    marks = {id: f"({name})" for id, name in names.items()}
    lines = [_marked(stretch, group, marks, inventory) for stretch, group in _stretches(asked, inventory)]
    return "\n".join(" ".join(line.split()) for line in lines), markers


def listed(markers: Mapping[int, int], letter: str, inventory: Inventory) -> str:
    """The list of a stretch's figures, `e7 | figure | clause`, one a line."""
    return "\n".join(
        _line(inventory.indicator(id), f"{letter}{number}", inventory) for number, id in markers.items()
    )


def _line(indicator: Indicator, name: str, inventory: Inventory, start: int | None = None) -> str:
    """The figure's line in a list; its clause from `start`, where nothing else shows what stands before that."""
    clause = inventory.doc.body.shown(
        Span(indicator.clause.start if start is None else start, indicator.clause.end)
    )
    clause = "".join(clause.split())
    return f"{name} | {indicator.mention.text} | {clause}"


def _stretches(indicators: Sequence[Indicator], inventory: Inventory) -> list[tuple[Span, list[Indicator]]]:
    """What of the text is shown for the figures: their clauses from where their quotes begin, those that overlap as one."""
    found: list[tuple[Span, list[Indicator]]] = []
    for indicator in indicators:
        start = _start(indicator, inventory)
        if found and start < found[-1][0].end:
            before, group = found.pop()
            found.append((Span(before.start, max(before.end, indicator.clause.end)), [*group, indicator]))
        else:
            found.append((Span(start, indicator.clause.end), [indicator]))
    return found


def _start(indicator: Indicator, inventory: Inventory) -> int:
    """Where what says what the figure counts begins: its quote, its clause, or the clause before one that only continues it."""
    first = indicator.clause.start
    start = min(first, indicator.quote.start)
    if start == first and inventory.doc.text[first] in _CONTINUES:
        before = list(_STOP.finditer(inventory.doc.text, max(first - _LONGEST, 0), first))
        start = before[-1].end() if before else first
    return start if indicator.clause.end - start <= _LONGEST else first


def _is_shown(indicator: Indicator, inventory: Inventory) -> bool:
    offsets = inventory.doc.body.offsets
    first = bisect_left(offsets, indicator.span.start)
    return first < len(offsets) and offsets[first] == indicator.span.start


def _marked(
    span: Span, indicators: Sequence[Indicator], names: Mapping[int, str], inventory: Inventory
) -> str:
    """The body's text inside `span` with each indicator's name behind it."""
    body = inventory.doc.body
    start, end = bisect_left(body.offsets, span.start), bisect_left(body.offsets, span.end)
    pieces: list[str] = []
    done = start
    for indicator in indicators:
        behind = min(bisect_left(body.offsets, indicator.span.end), end)
        pieces += [body.text[done:behind], names[indicator.id]]
        done = max(done, behind)
    return "".join([*pieces, body.text[done:end]]).strip()


def _letters() -> Iterator[str]:
    """`e`, then the other letters, then pairs of letters and so on without end."""
    yield "e"
    for length in count(1):
        yield from ("".join(letters) for letters in product(ascii_lowercase, repeat=length))
