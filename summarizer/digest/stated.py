"""What the rows and sentences of a digest state, as claims about the report."""

from collections.abc import Iterator

from summarizer.claims import Claim, SentenceClaim
from summarizer.claims.given import number_or_text
from summarizer.digest.model import Digest, DigestIndicator, DigestSentence
from summarizer.prompting import Sentence
from summarizer.quantities import Inventory
from summarizer.reading import Span

__all__ = ["Stated"]


class Stated:
    """The claims that a digest makes about a report."""

    def __init__(self, digest: Digest, inventory: Inventory) -> None:
        self._digest = digest
        self._length = len(inventory.doc.text)
        self._inventory = inventory
        figures = {(i.span.start, i.span.end, i.mention.text): i.id for i in inventory.indicators}
        self._cites = {row.id: figures.get((row.start, row.end, row.text)) for row in digest.indicators}

    def cite(self, row: DigestIndicator) -> int | None:
        """The figure of the report that a row gives the place and the characters of; None where there is none."""
        return self._cites[row.id]

    def claim(self, row: DigestIndicator) -> Claim:
        """What a row claims: this figure, at this place of the report, in these words of it."""
        value, value_text = number_or_text(row.value, "value")
        value_max, max_text = number_or_text(row.value_max, "value_max")
        return Claim(
            id=row.id,
            name_zh=row.name_zh,
            name_en=row.name_en,
            value=None if max_text else value,
            value_max=value_max,
            unit=row.unit,
            qualifier=row.qualifier,
            quote=row.quote,
            period=row.period or None,
            aspect=row.aspect,
            cite=self.cite(row),
            value_text=value_text or max_text,
        )

    def sentences(self) -> Iterator[tuple[str, SentenceClaim]]:
        """Each sentence with a name such as `s3.2`: the second sentence of section 3, from 0; `overview.1`.

        A citation of a row that stands nowhere in the report is none, so that the number it was to bear out finds no evidence.
        """
        for place, sentence in enumerate(self._digest.overview, start=1):
            claim = SentenceClaim(Sentence(sentence.text, self._cited(sentence)), Span(0, self._length))
            yield f"overview.{place}", claim
        for number, section in enumerate(self._digest.sections):
            for place, sentence in enumerate(section.sentences, start=1):
                cites = self._cited(sentence)
                spans = [self._inventory.indicator(id).span for id in cites]
                # Of a digest that somebody has changed the places may lie anywhere.
                start = min(max(0, min([section.start, *(span.start for span in spans)])), self._length - 1)
                end = min(self._length, max([section.end, *(span.end for span in spans)]))
                within = Span(start, max(end, start + 1))
                yield f"s{number}.{place}", SentenceClaim(Sentence(sentence.text, cites), within)

    def _cited(self, sentence: DigestSentence) -> tuple[int, ...]:
        return tuple(id for cite in sentence.cites if (id := self._cites.get(cite)) is not None)
