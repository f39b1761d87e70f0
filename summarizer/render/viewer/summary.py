"""The summary as the page shows it: sections with their sentences, each figure in them tied to its row."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from summarizer.digest import Digest, DigestSection, DigestSentence
from summarizer.quantities import Kind, mentions_en, number_of
from summarizer.render.escape import one_line
from summarizer.render.evidence import section_name
from summarizer.render.html import line_html
from summarizer.render.sections import outcome_note
from summarizer.render.viewer.report_pane import quote_id
from summarizer.render.viewer.standing import Figures, Standing, figure_id
from summarizer.verify import Verdict

__all__ = ["Piece", "Quotation", "SectionBlock", "Sentence", "glance", "section_blocks", "told"]

_LEADS = {
    "plan": "Plans, in the report's words",
    "problem": "Problems admitted, in the report's words",
    "key": "In the report's words",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a sentence; `row` is the id of the row whose figure it tells, "" for none."""

    text: str
    row: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that holds, cut at its figures; `rows` and `marks` are what it rests on, in the table and in the report."""

    pieces: Sequence[Piece]
    rows: str
    marks: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage of the report that stands untranslated."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class SectionBlock:
    """A section. `depth` is 0 for what stands under the report's title, 1 for the outermost heading; `beside` is its other title.

    `quotations` are the passages it quotes, by what leads in to them; `figures` and `flagged` count its own rows.
    """

    number: int
    title: str
    title_is_chinese: bool
    beside: str
    beside_is_chinese: bool
    depth: int
    notes: Sequence[tuple[str, Markup]]
    sentences: Sequence[Sentence]
    quotations: Sequence[tuple[str, Sequence[Quotation]]]
    more: bool
    figures: int
    flagged: int


def section_blocks(digest: Digest, figures: Figures) -> list[SectionBlock]:
    """Every section that has a heading or anything to show, in order."""
    counts = Counter(standing.row.section for standing in figures.rows)
    flags = Counter(standing.row.section for standing in figures.rows if standing.flagged)
    blocks = [
        _block(number, section, digest, figures, counts[number], flags[number])
        for number, section in enumerate(digest.sections)
    ]
    return [block for block in blocks if block.depth or block.sentences or block.quotations or block.notes]


def glance(digest: Digest, figures: Figures) -> list[Standing]:
    """The figures that stand for the whole report, as far as they hold."""
    chosen = [figures.by_id[id] for id in digest.glance if id in figures.by_id]
    return [one for one in chosen if not one.flagged and one.row.value is not None]


def told(sentences: Sequence[DigestSentence], figures: Figures) -> list[Sentence]:
    """The sentences that the report bears out."""
    return [_sentence(one, figures) for one in sentences if one.verdict is Verdict.SUPPORTED]


def _block(
    number: int, section: DigestSection, digest: Digest, figures: Figures, count: int, flagged: int
) -> SectionBlock:
    headed = section.level > 0 and bool(section.title_zh)
    beside = (section.title_zh if section.title_en else section.title_pinyin) if headed else ""
    quotations = []
    for role, lead in _LEADS.items():
        quotes = [
            Quotation(quote_id(number, place), one_line(quote.text))
            for place, quote in enumerate(section.quoted, start=1)
            if quote.role == role
        ]
        if quotes:
            quotations.append((lead, quotes))
    return SectionBlock(
        number=number,
        title=one_line(section_name(section)),
        title_is_chinese=headed and not section.title_en,
        beside=one_line(beside),
        beside_is_chinese=bool(section.title_en),
        depth=min(section.level, 3),
        notes=[(note.lead, line_html(note.text)) for note in outcome_note(section, digest)],
        sentences=told(section.sentences, figures),
        quotations=quotations,
        more=bool(quotations) and section.not_shown > 0,
        figures=count,
        flagged=flagged,
    )


def _sentence(sentence: DigestSentence, figures: Figures) -> Sentence:
    cited = [figures.by_id[id] for id in dict.fromkeys(sentence.cites) if id in figures.by_id]
    return Sentence(
        pieces=_pieces(one_line(sentence.text), cited),
        rows=" ".join(standing.id for standing in cited),
        marks=" ".join(figure_id(standing.about) for standing in cited if standing.about),
    )


def _pieces(text: str, cited: Sequence[Standing]) -> list[Piece]:
    """The sentence cut before and behind each figure that one of the cited rows has; the first that has it and is not told yet."""
    left = list(cited)
    pieces: list[Piece] = []
    last = 0
    for mention in mentions_en(text):
        value = mention.value, mention.value_max
        row = next((s for s in left if (number_of(s.row.value), number_of(s.row.value_max)) == value), None)
        if mention.kind is not Kind.INDICATOR or mention.value is None or row is None:
            continue
        left.remove(row)
        start, end = mention.span.start, mention.number.end
        pieces += [Piece(text[last:start]), Piece(text[start:end], row.id)]
        last = end
    return [piece for piece in [*pieces, Piece(text[last:])] if piece.text]
