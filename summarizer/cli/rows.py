"""Mentions, headings, regions and findings as the JSON rows that other programs rely on (design: commands and contracts)."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarizer.digest import CheckedText, Unreported
    from summarizer.outline import Section
    from summarizer.quantities import Indicator, Inventory, Mention
    from summarizer.reading import Document, Span
    from summarizer.verify import Finding, NumberFinding, SentenceFinding

__all__ = [
    "Row",
    "account_row",
    "case_row",
    "finding_row",
    "glance_row",
    "heading_rows",
    "json_lines_of",
    "mention_row",
    "missing_row",
    "number_finding_row",
    "numbers_rows",
    "region_rows",
    "sentence_finding_row",
    "text_row",
]

Row = dict[str, Any]


def json_lines_of(rows: Iterable[Mapping[str, Any]]) -> str:
    """The rows as JSON Lines, Chinese as it is."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def mention_row(mention: "Mention") -> Row:
    """A number where it stands; `unreadable` only where it is."""
    from summarizer.quantities import number_text

    row = {
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "kind": mention.kind.value,
        "value": number_text(mention.value),
        "value_max": number_text(mention.value_max),
        "unit": mention.unit,
        "qualifier": mention.qualifier.value,
    }
    return row | {"unreadable": True} if mention.unreadable else row


def case_row(mention: "Mention") -> Row:
    """A number of a test sentence, with the bare number's own place."""
    row = mention_row(mention) | {"num_start": mention.number.start, "num_end": mention.number.end}
    return row | {"masked": True} if mention.masked else row


def numbers_rows(inventory: "Inventory") -> Iterator[Row]:
    """Every number of a report in order, the indicators with what they count."""
    indicators = {indicator.span: indicator for indicator in inventory.indicators}
    for mention in inventory.mentions:
        indicator = indicators.get(mention.span)
        row = mention_row(mention) | (_counted(indicator) if indicator else {})
        yield row | page_of(mention.span.start, inventory.doc)


def page_of(offset: int, doc: "Document") -> Row:
    """The page of a file that has pages, and whether it was recognised from a picture."""
    from summarizer.reading import Unit

    if doc.layout.unit is not Unit.PAGE:
        return {}
    seen = {"recognised": True} if doc.layout.is_recognised(offset) else {}
    return {"page": doc.layout.number(offset)} | seen


def _counted(indicator: "Indicator") -> Row:
    from summarizer.offline import row_of

    return {
        "name_zh": indicator.name_zh,
        "name_en": row_of(indicator).name_en,
        "category": indicator.category.value,
        "aspect": indicator.aspect.value,
        "period": indicator.period,
        "quote_start": indicator.quote.start,
        "quote_end": indicator.quote.end,
        "key": indicator.key,
    }


def heading_rows(root: "Section") -> Iterator[Row]:
    """The headings of a report in order."""
    from summarizer.outline import headings

    for section in headings(root):
        if section.heading is not None:
            yield {
                "start": section.heading.start,
                "end": section.heading.end,
                "level": section.level,
                "title": section.title,
                "class": section.cls.value,
            }


def region_rows(doc: "Document") -> Iterator[Row]:
    """The stretches that are not the report, in order."""
    for region in doc.regions:
        yield {"start": region.span.start, "end": region.span.end, "kind": region.kind.value}


def finding_row(id: str | int, finding: "Finding") -> Row:
    """The verdict on a claim."""
    from summarizer.quantities import number_text

    return {
        "id": id,
        "verdict": finding.verdict.value,
        "reason": finding.reason.value,
        "evidence": _offsets(finding.evidence),
        "candidates": [
            {
                "start": candidate.span.start,
                "end": candidate.span.end,
                "value": number_text(candidate.mention.value),
                "unit": candidate.mention.unit,
                "qualifier": candidate.mention.qualifier.value,
                "name_zh": candidate.name_zh,
            }
            for candidate in finding.candidates
        ],
        "repair": finding.repair,
        "message": finding.message,
    }


def sentence_finding_row(id: str, text: str, finding: "SentenceFinding") -> Row:
    """The verdict on a sentence of a digest: the row of a claim, with the sentence and the verdicts on its numbers.

    A sentence without a number has none.
    """
    numbered = any(number.verdict is not None for number in finding.numbers)
    return {
        "id": id,
        "verdict": finding.verdict.value if numbered else None,
        "reason": finding.reason.value if numbered else None,
        "evidence": _offsets(span for number in finding.numbers for span in number.evidence),
        "candidates": [],
        "repair": None,
        "message": finding.message,
        "text": text,
        "numbers": [number_finding_row(number) for number in finding.numbers],
    }


def text_row(checked: "CheckedText") -> Row:
    """The verdict on a name, heading, quotation or other text of a digest; null where it has no number."""
    if checked.borne_out is None:
        return _plain_row(checked.id, None, None, "It has no number.") | {"text": checked.text}
    good = checked.borne_out
    return _plain_row(
        checked.id,
        "supported" if good else "unsupported",
        "EXACT" if good else "NUMBER_NOT_FOUND",
        "The report has this." if good else "The report does not bear this out.",
    ) | {"text": checked.text}


def glance_row(number: int, shown: Row) -> Row:
    """The verdict on a line of the glance: that of the row it shows."""
    id, verdict = shown["id"], shown["verdict"]
    message = f"It shows {id}, which is {verdict}."
    return _plain_row(f"glance.{number}", verdict, shown["reason"], message) | {"text": shown["text"]}


def account_row(field: str, said: str, right: str) -> Row:
    """The verdict on a field of a digest's closing account that does not fit its rows and its report."""
    message = f"The rows of the digest and the report come to {right}, not {said}."
    return _plain_row(f"coverage.{field}", "contradicted", "VALUE", message) | {"text": said}


def missing_row(number: int, figure: "Unreported", title: str) -> Row:
    """A figure of the report that nothing in a digest reports; it has no verdict."""
    where = f"section “{title}”" if title else "the text before the first heading"
    return _plain_row(
        f"not_reported.{number}", None, None, f"In {where} stands “{figure.text}”, which nothing reports."
    ) | {"evidence": [[figure.start, figure.end]], "text": figure.text, "section": title}


def _plain_row(id: str, verdict: str | None, reason: str | None, message: str) -> Row:
    return {
        "id": id,
        "verdict": verdict,
        "reason": reason,
        "evidence": [],
        "candidates": [],
        "repair": None,
        "message": message,
    }


def number_finding_row(finding: "NumberFinding") -> Row:
    """The verdict on one number of a text; null for the numbers of lists and headings."""
    return {
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "kind": finding.kind,
        "verdict": finding.verdict.value if finding.verdict else None,
        "reason": finding.reason.value if finding.reason else None,
        "evidence": _offsets(finding.evidence),
        "message": finding.message,
    }


def _offsets(spans: "Iterable[Span]") -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
