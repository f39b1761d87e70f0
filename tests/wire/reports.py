"""Little reports whose figures are known by hand, so that a test needs no recogniser."""

from dataclasses import dataclass
from fractions import Fraction

from summarizer.chunks import Chunk
from summarizer.outline import Section, SectionClass
from summarizer.quantities import (
    Aspect,
    Category,
    Indicator,
    Inventory,
    Kind,
    Mention,
    Number,
    Qualifier,
    number_of,
)
from summarizer.reading import Document, Region, ReportMeta, Source, Span

__all__ = ["Fig", "chunk_of", "inventory_of"]


@dataclass(frozen=True)
class Fig:
    """A figure as it stands in the text; `value` as `number_of` reads it, None where it is masked."""

    text: str
    value: str | None
    unit: str = ""
    qualifier: Qualifier = Qualifier.EXACT
    value_max: str | None = None
    name_zh: str = ""


def inventory_of(
    *pieces: str | Fig, regions: tuple[Region, ...] = (), meta: ReportMeta | None = None
) -> Inventory:
    """The inventory of the text that `pieces` make up. Each indicator's quote is the clause before it with the figure."""
    text = "".join(piece if isinstance(piece, str) else piece.text for piece in pieces)
    indicators: list[Indicator] = []
    at = clause = 0
    for piece in pieces:
        if isinstance(piece, str):
            at += len(piece)
            continue
        span = Span(at, at + len(piece.text))
        value: Number | Fraction | None = number_of(piece.value)
        mention = Mention(
            span=span,
            number=span,
            text=piece.text,
            kind=Kind.INDICATOR,
            value=value,
            value_max=number_of(piece.value_max),
            unit=piece.unit,
            qualifier=piece.qualifier,
        )
        quote = Span(min(clause, span.start), span.end)
        indicators.append(
            Indicator(
                id=len(indicators) + 1,
                mention=mention,
                name_zh=piece.name_zh or text[quote.start : span.start].strip("，。；"),
                category=Category.OTHER,
                aspect=Aspect.REPORTED,
                period="2022",
                quote=quote,
                clause=quote,
            )
        )
        at = clause = span.end
    source = Source(name="secret-folder/report.txt", sha256="", media_type="text/plain", encoding="utf-8")
    doc = Document(text=text, source=source, regions=regions, meta=meta or ReportMeta())
    root = Section(span=Span(0, len(text)), heading=None, level=0, title="", cls=SectionClass.OTHER)
    return Inventory(doc, root, tuple(i.mention for i in indicators), tuple(indicators))


def chunk_of(
    inventory: Inventory, span: Span | None = None, *, number: int = 1, titles: tuple[str, ...] = ()
) -> Chunk:
    """A chunk over `span`, or over the whole document."""
    whole = span or Span(0, len(inventory.doc.text))
    return Chunk(
        number=number,
        span=whole,
        sections=(inventory.outline,),
        titles=titles,
        tokens=len(inventory.doc.text),
    )
