"""Claims as other programs and saved digests state them → `Claim`."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from summarizer.errors import InputError

if TYPE_CHECKING:
    from summarizer.claims import Claim, SentenceClaim
    from summarizer.digest import Digest, DigestIndicator
    from summarizer.quantities import Inventory

__all__ = ["claim_of_indicator", "claim_of_json", "claims_of_sentences"]


def claim_of_json(row: Mapping[str, Any], *, where: str) -> "Claim":
    """The claim in one line of a claims file, as `Claim.of` reads it. Raises InputError, naming the line, where that cannot."""
    from summarizer.claims import Claim

    try:
        return Claim.of(row)
    except ValueError as error:
        raise InputError(str(error), where=where) from error


def claim_of_indicator(row: "DigestIndicator", inventory: "Inventory") -> "Claim":
    """The claim that a digest's row makes: this figure, at this place of the source, in these words of it."""
    from summarizer.claims import Claim
    from summarizer.claims.given import number_or_text

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
        cite=_standing_at(row, inventory),
        value_text=value_text or max_text,
    )


def claims_of_sentences(digest: "Digest", inventory: "Inventory") -> "Iterator[tuple[str, SentenceClaim]]":
    """The sentences of a digest as claims, each with a name such as `s3.2`: the second sentence of section 3, from 0; `overview.1`.

    A citation of a row that stands nowhere in the source is none, so that the number it was to bear out finds no evidence.
    """
    from summarizer.claims import SentenceClaim
    from summarizer.prompting import Sentence
    from summarizer.reading import Span

    rows = {row.id: _standing_at(row, inventory) for row in digest.indicators}
    length = len(inventory.doc.text)
    for place, sentence in enumerate(digest.overview, start=1):
        cites = tuple(id for cite in sentence.cites if (id := rows.get(cite)) is not None)
        yield f"overview.{place}", SentenceClaim(Sentence(sentence.text, cites), Span(0, length))
    for number, section in enumerate(digest.sections):
        for place, sentence in enumerate(section.sentences, start=1):
            cites = tuple(id for cite in sentence.cites if (id := rows.get(cite)) is not None)
            cited = [inventory.indicator(id).span for id in cites]
            within = Span(
                max(0, min([section.start, *(span.start for span in cited)])),
                min(length, max([section.end, *(span.end for span in cited)])),
            )
            yield f"s{number}.{place}", SentenceClaim(Sentence(sentence.text, cites), within)


def _standing_at(row: "DigestIndicator", inventory: "Inventory") -> int | None:
    """The indicator of the source that a row gives its place and characters of."""
    here = (row.start, row.end, row.text)
    return next(
        (i.id for i in inventory.indicators if (i.span.start, i.span.end, i.mention.text) == here), None
    )
