"""What a briefing tells section by section, and the plans and problems among it."""

from collections.abc import Callable, Iterable, Sequence

from summarizer.digest import Digest, DigestSection, DigestSentence
from summarizer.outline import SectionClass
from summarizer.quantities import mentions_en
from summarizer.render.evidence import Evidence, section_name
from summarizer.render.options import Length
from summarizer.render.page import Block, Chinese, Heading, Inline, Notice, Paragraph, Quotation, line
from summarizer.verify import Verdict, unread

__all__ = ["body", "outcome_note", "plans", "problems", "told"]

_OUTCOMES = {
    "truncated": "The model's answer on this section broke off",
    "refused": "The model declined to write about this section",
    "failed": "The model gave no usable answer on this section",
    "offline": "The model did not write this section",
}
_DEEPEST = 5
# Passages quoted of one section, by the length of the briefing.
_QUOTED = {Length.SHORT: 1, Length.STANDARD: 1, Length.FULL: 1_000}
_MORE = Paragraph(line("More in the report."), aside=True)


def told(sentences: Iterable[DigestSentence], evidence: Evidence) -> list[Block]:
    """The sentences that the source bears out as one paragraph, each with its note; none where there is none."""
    parts: list[Inline] = []
    for sentence in sentences:
        if sentence.verdict is Verdict.SUPPORTED:
            text, beside = sentence.text, evidence.beside(sentence.cites, sentence.text)
            end = text[-1:] if beside and text[-1:] in {".", "!", "?"} else ""
            text = text.removesuffix(end)
            parts += line(" " if parts else "", text, *beside, end)
            parts += evidence.mark(sentence.cites, sentence.text)
    return [Paragraph(tuple(parts))] if parts else []


def _is_problem(section: DigestSection) -> bool:
    return section.cls is SectionClass.PROBLEMS and not section.planned


def outcome_note(section: DigestSection, digest: Digest) -> list[Notice]:
    """A visible note where the engine that was asked for did not write the section."""
    what = _OUTCOMES.get(section.outcome, "")
    if not what or (section.outcome == "offline" and digest.engine.name == "offline"):
        return []
    # A refusal is in the model's words. One with a number is left to the closing account.
    silent = mentions_en(section.note) or unread(section.note, "")
    why = f" ({section.note})" if section.note and not silent else ""
    return [Notice("Note:", line(f"{what}{why}. What follows is by the offline engine."))]


def _heading(section: DigestSection, depth: int) -> Heading:
    if section.level == 0 or not section.title_zh:
        return Heading(depth, line(section_name(section)))
    english, chinese = section.title_en, section.title_zh
    if english:
        return Heading(depth, line(english), (Chinese(chinese),))
    return Heading(depth, (Chinese(chinese),), line(section.title_pinyin))


def _quotes(section: DigestSection, roles: Sequence[str], most: int) -> list[Block]:
    quotes = [quote for quote in section.quoted if quote.role in roles]
    if not quotes:
        return []
    shown = tuple(quote.text for quote in quotes[:most])
    return [Quotation(shown), *([_MORE] if section.not_shown or len(quotes) > most else [])]


def _tree(digest: Digest, own: Callable[[DigestSection], list[Block]], *, depth: int) -> list[Block]:
    """The sections in order with what is their own; one that has nothing is printed only above one that has something."""
    blocks: list[Block] = []
    path: list[int] = []
    printed: set[int] = set()
    for index, section in enumerate(digest.sections):
        while path and digest.sections[path[-1]].level >= section.level:
            path.pop()
        path.append(index)
        content = own(section)
        if not content:
            continue
        # The report's title stands on top already; its own text has a heading all the same.
        headed = [i for i in path if digest.sections[i].level or i == index]
        for level, above in enumerate(headed, start=depth):
            if above not in printed:
                printed.add(above)
                blocks.append(_heading(digest.sections[above], min(level, _DEEPEST)))
        blocks += content
    return blocks


def body(digest: Digest, evidence: Evidence, length: Length) -> list[Block]:
    """The part *Section by section*: what was done; empty in a short briefing."""
    if length is Length.SHORT:
        return []

    def own(section: DigestSection) -> list[Block]:
        if section.planned or _is_problem(section):
            return []
        return [
            *outcome_note(section, digest),
            *told(section.sentences, evidence),
            *_quotes(section, ("key",), _QUOTED[length]),
        ]

    blocks = _tree(digest, own, depth=3)
    return [Heading(2, line("Section by section")), *blocks] if blocks else []


def plans(digest: Digest, evidence: Evidence, length: Length) -> list[Block]:
    """The part *Plans*: the sections about what is to be done, and what other sections say of it."""

    def own(section: DigestSection) -> list[Block]:
        if not section.planned:
            return _quotes(section, ("plan",), _QUOTED[length])
        sentences = told(section.sentences, evidence)
        # A short briefing has the report's words only where there is no English.
        quotes = (
            [] if sentences and length is Length.SHORT else _quotes(section, ("plan", "key"), _QUOTED[length])
        )
        return [*outcome_note(section, digest), *sentences, *quotes]

    blocks = _tree(digest, own, depth=3)
    return [Heading(2, line("Plans")), *blocks] if blocks else []


def problems(digest: Digest, evidence: Evidence, length: Length) -> list[Block]:
    """The part *Problems admitted*: what the report says is wanting, with the section that says it."""

    def own(section: DigestSection) -> list[Block]:
        if not _is_problem(section):
            return _quotes(section, ("problem",), _QUOTED[length])
        return [
            *outcome_note(section, digest),
            *told(section.sentences, evidence),
            *_quotes(section, ("problem", "key"), _QUOTED[length]),
        ]

    blocks = _tree(digest, own, depth=3)
    return [Heading(2, line("Problems admitted")), *blocks] if blocks else []
