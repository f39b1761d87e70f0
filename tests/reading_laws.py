"""What holds of every document that reading gives, whatever the bytes were: for property tests and fuzzing."""

from itertools import pairwise

from summarizer.outline import headings, outline
from summarizer.quantities import inventory
from summarizer.reading import Document, body_of

__all__ = ["assert_laws"]


def assert_laws(doc: Document) -> None:
    """Spans stand where they say, in order and inside the text; raises AssertionError where one does not."""
    text = doc.text
    assert all(one.span.end <= other.span.start for one, other in pairwise(doc.regions))
    assert all(region.span.end <= len(text) for region in doc.regions)
    _body(doc)
    _layout(doc)
    assert all(span.end <= len(text) for span in doc.meta.evidence.values())
    root = outline(doc)
    for section in headings(root):
        assert section.heading is not None
        assert section.span.start <= section.heading.start
        assert section.heading.end <= section.span.end <= max(1, len(text))
    found = inventory(doc, root)
    for mention in found.mentions:
        assert mention.span.of(text) == mention.text
    for indicator in found.indicators:
        assert indicator.quote.contains(indicator.span)
        assert indicator.clause.end <= len(text)


def _body(doc: Document) -> None:
    body = doc.body
    # The lines of a text in full width or traditional characters are joined as those of its plain twin are.
    read = body_of(doc.plain.text, doc.regions)
    assert len(body.text) == len(read.text)
    assert list(body.offsets) == list(read.offsets)
    assert len(body.offsets) == len(body.text)
    assert all(one < other for one, other in pairwise(body.offsets))
    hidden = [region.span for region in doc.regions]
    upcoming = 0
    for char, place in zip(body.text, body.offsets, strict=True):
        if char.isspace():
            continue
        assert doc.text[place] == char
        while upcoming < len(hidden) and hidden[upcoming].end <= place:
            upcoming += 1
        assert upcoming == len(hidden) or place < hidden[upcoming].start


def _layout(doc: Document) -> None:
    layout = doc.layout
    assert (layout.unit is None) == (not layout.starts)
    assert all(one <= other for one, other in pairwise(layout.starts))
    assert all(0 <= start <= len(doc.text) for start in layout.starts)
    for pages in (layout.recognised, layout.unread):
        assert list(pages) == sorted(set(pages))
        assert all(1 <= page <= len(layout.starts) for page in pages)
