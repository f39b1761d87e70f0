"""Sentences of the source that stand in the briefing untranslated: plans, admitted problems, and key ones without figures."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from summarizer.outline import Section, SectionClass
from summarizer.quantities import Indicator, Inventory
from summarizer.reading import Body, Document, Span

__all__ = ["MOST_QUOTED", "Quotation", "Quotations", "Role", "quotations"]

Role = Literal["plan", "problem", "key"]

MOST_QUOTED = 5
"""For each role, over the whole report."""

_SENTENCE = re.compile(r"[^。！？!?\n●]+[。！？!?]?")
_PLAN = re.compile(
    r"将(?!军|领|近)|要(?!求|点|素|闻|案|件|务)|力争|计划|打算|努力|确保|着力|争取|推动|加快|坚持"
)
_PROBLEM = re.compile(
    r"存在|不足|差距|还不够|不够|有待|仍需|薄弱|短板|困难|问题|不强|不高|不平衡|不充分|制约|滞后"
)
_ADMITS = re.compile(r"(?:存在|面临|还有|仍有|仍然).{0,40}(?:问题|不足|差距|短板|困难|挑战|薄弱)|(?:问题|不足|差距|短板|困难).{0,12}(?:仍|依然|还)|"
                    r"还不够|不够(?:强|高|深|紧|细|实|广|多|密切|明显|充分|到位|完善)|有待(?:进一步)?(?:加强|提高|提升|改进|完善)")  # fmt: skip
# What a sentence before admits, told one by one.
_NAMELY = re.compile(
    r"^(?:主要(?:是|有|表现|体现|集中)|具体(?:是|表现)|比如|例如|[一二三四五六七八九]是|[（(][一二三四五六七八九][)）])"
)
_CUES = (
    "首次",
    "率先",
    "首个",
    "出台",
    "建成",
    "获评",
    "荣获",
    "获得",
    "获批",
    "创新",
    "全国",
    "全省",
    "第一",
    "制定",
    "圆满",
    "试点",
    "肯定",
)
_LEAST, _MOST, _MOST_ADMITTED = 12, 220, 500
"""Characters: shorter is a heading or a slogan, longer no quotation; of problems with what they are."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A whole sentence of the source and why it is quoted. `text` is it as its author wrote it, without page furniture in it."""

    span: Span
    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Quotations:
    """What is quoted, in order of the text; `left_out` counts for each section the sentences of the same kinds that are not."""

    shown: tuple[Quotation, ...]
    left_out: tuple[tuple[Section, int], ...]

    def in_section(self, section: Section) -> tuple[Quotation, ...]:
        """The quotations in the section's own text."""
        return tuple(q for q in self.shown if _owner_is(section, q.span))

    def not_shown(self, section: Section) -> int:
        return next((count for owner, count in self.left_out if owner == section), 0)


def _owner_is(section: Section, span: Span) -> bool:
    inside = section.span.start <= span.start < section.span.end
    return inside and not any(c.span.start <= span.start < c.span.end for c in section.children)


@dataclass(frozen=True, slots=True)
class _Candidate:
    section: Section
    span: Span
    text: str
    role: Role


def _sentences(body: Body) -> Iterable[tuple[Span, str]]:
    """The sentences of the body with their place in the document."""
    for match in _SENTENCE.finditer(body.text):
        text = match.group()
        lead = len(text) - len(text.lstrip())
        text = text.strip()
        if text:
            start = match.start() + lead
            yield body.raw(start, start + len(text)), text


def _role(section: Section, text: str) -> Role | None:
    if section.cls is SectionClass.PROBLEMS:
        return "problem" if _PROBLEM.search(text) else None
    if section.planned:
        return "plan" if _PLAN.search(text) else None
    if _ADMITS.search(text):
        return "problem"
    return "key" if any(cue in text for cue in _CUES) else None


def _goes_on(before: _Candidate, section: Section, span: Span, text: str, doc: Document) -> bool:
    """Whether a sentence tells what the one right before it in its paragraph admits."""
    beside = before.section == section and not doc.text[before.span.end : span.start].strip(" \u3000")
    whole = len(before.text) + len(text)
    return before.role == "problem" and beside and whole <= _MOST_ADMITTED and bool(_NAMELY.search(text))


def _score(candidate: _Candidate) -> tuple[int, int]:
    """More cues first, then the shorter sentence."""
    return -sum(cue in candidate.text for cue in _CUES), len(candidate.text)


def _spread(candidates: list[_Candidate], most: int) -> list[_Candidate]:
    """The best of each section in turn, so that no section takes all places."""
    by_section: dict[Section, list[_Candidate]] = {}
    for candidate in candidates:
        by_section.setdefault(candidate.section, []).append(candidate)
    queues = [sorted(own, key=lambda c: (_score(c), c.span.start)) for own in by_section.values()]
    rounds = max(map(len, queues), default=0)
    order = [
        q[i]
        for i in range(rounds)
        for q in sorted((q for q in queues if i < len(q)), key=lambda q: _score(q[i]))
    ]
    return order[:most]


def quotations(doc: Document, inventory: Inventory, *, told: Collection[int] = ()) -> Quotations:
    """At most five plans, five admitted problems and five key sentences, whole, in the source's own words.

    Key sentences are those of the review with a cue (首次, 率先, 建成 …) and no figure that a sentence of the briefing already tells:
    `told` are the ids of such figures. The same report gives the same choice.
    """
    headings = [s.heading for s in inventory.outline.walk() if s.heading is not None]
    starts = {h.start: h for h in headings}
    figures: list[Indicator] = sorted(inventory.indicators, key=lambda i: i.span.start)
    candidates: list[_Candidate] = []
    for span, text in _sentences(doc.body):
        section = inventory.outline.path_to(span.start)[-1]
        before = candidates[-1] if candidates else None
        if before is not None and _goes_on(before, section, span, text, doc):
            candidates[-1] = replace(before, span=Span(before.span.start, span.end), text=before.text + text)
            continue
        heading = starts.get(span.start)
        if not _LEAST <= len(text) <= _MOST or (heading is not None and heading.end >= span.end - 1):
            continue
        if section.cls in {SectionClass.OPENING, SectionClass.CLOSING} or section.level == 0:
            continue
        role = _role(section, text)
        inside = [i for i in figures if span.start <= i.span.start < span.end]
        if role is None or (role == "key" and any(i.id in told for i in inside)):
            continue
        candidates.append(_Candidate(section, span, text, role))
    roles: tuple[Role, ...] = ("plan", "problem", "key")
    chosen = [c for role in roles for c in _spread([c for c in candidates if c.role == role], MOST_QUOTED)]
    kept = {c.span for c in chosen}
    left: dict[Section, int] = {}
    for candidate in candidates:
        if candidate.span not in kept:
            left[candidate.section] = left.get(candidate.section, 0) + 1
    shown = tuple(Quotation(c.span, c.role, c.text) for c in sorted(chosen, key=lambda c: c.span))
    return Quotations(shown, tuple(left.items()))
