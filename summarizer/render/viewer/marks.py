"""Stretches of a text as nested HTML elements, however they overlap.

All places are counted here, in code points; a browser counts in UTF-16 and is told none of them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from markupsafe import Markup, escape

__all__ = ["Evidence", "Stretch", "marked"]

# Controls, and marks that turn the writing direction, which can show a figure backwards.
_HARMFUL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """The stretch `[start, end)` of a text that one element shows.

    `every` are attributes of each piece that the element is cut into, `first` those of the first piece alone, such as its id. `lead` is
    HTML inside the first piece, before the text. With `quiet` no evidence is shown inside.
    """

    start: int
    end: int
    tag: str
    every: Mapping[str, str]
    first: Mapping[str, str] = field(default_factory=dict)
    lead: Markup = field(default_factory=Markup)
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """The stretch `[start, end)` that bears out whatever is named `key`; it may cross anything."""

    start: int
    end: int
    key: str


def _attributes(of: Mapping[str, str]) -> str:
    """The attributes as they stand in a tag; only their values come from outside."""
    return "".join(f' {name}="{escape(value)}"' for name, value in of.items())


def marked(text: str, stretches: Sequence[Stretch], evidence: Sequence[Evidence]) -> Markup:
    """The text as HTML with an element for every stretch and, innermost, a `span` with `data-of` for every piece of evidence.

    Of two elements that overlap the longer is the outer one, where they cross the shorter is cut. A piece of evidence names in
    `data-of` all that it bears out. Stretches and evidence that do not lie in the text are left out.
    """
    stretches = [s for s in stretches if 0 <= s.start < s.end <= len(text)]
    evidence = [e for e in evidence if 0 <= e.start < e.end <= len(text)]
    outermost = sorted(range(len(stretches)), key=lambda i: (stretches[i].start - stretches[i].end, i))
    rank = {number: place for place, number in enumerate(outermost)}
    starts, ends = _events((s.start, s.end, number) for number, s in enumerate(stretches))
    begins, stops = _events((e.start, e.end, number) for number, e in enumerate(evidence))
    places = sorted({0, len(text), *starts, *ends, *begins, *stops})

    out: list[str] = []
    opened: list[int] = []
    begun: set[int] = set()
    active: set[int] = set()
    bearing: dict[int, None] = {}
    for start, end in pairwise(places):
        active -= set(ends.get(start, ()))
        active |= set(starts.get(start, ()))
        for number in stops.get(start, ()):
            bearing.pop(number, None)
        bearing |= dict.fromkeys(begins.get(start, ()))
        wanted = sorted(active, key=rank.__getitem__)
        kept = _common(opened, wanted)
        out += [_end(stretches[number]) for number in reversed(opened[kept:])]
        for number in wanted[kept:]:
            stretch = stretches[number]
            out.append(_start(stretch, first=number not in begun))
            begun.add(number)
        opened = wanted
        shown = escape(_HARMFUL.sub("\ufffd", text[start:end]))
        if bearing and not any(stretches[number].quiet for number in opened):
            keys = " ".join(dict.fromkeys(evidence[number].key for number in bearing))
            shown = Markup('<span data-of="{}">{}</span>').format(keys, shown)
        out.append(shown)
    out += [_end(stretches[number]) for number in reversed(opened)]
    return Markup("".join(out))


def _start(stretch: Stretch, *, first: bool) -> str:
    attributes = {**stretch.every, **stretch.first} if first else stretch.every
    return f"<{stretch.tag}{_attributes(attributes)}>{stretch.lead if first else ''}"


def _end(stretch: Stretch) -> str:
    return f"</{stretch.tag}>"


def _events(spans: Iterable[tuple[int, int, int]]) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """What starts and what ends at each place."""
    starts, ends = defaultdict(list), defaultdict(list)
    for start, end, number in spans:
        starts[start].append(number)
        ends[end].append(number)
    return starts, ends


def _common(one: Sequence[int], other: Sequence[int]) -> int:
    """How many members from the first on both have alike."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
