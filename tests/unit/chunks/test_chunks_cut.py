"""Where chunks begin and end, and what they know of their place."""

import pytest

from summarizer.chunks import Chunk, TokenBudget, cut
from summarizer.outline import outline
from summarizer.reading import Document, Region, RegionKind, Source, Span

_TITLE = "青川市人民代表大会常务委员会工作报告"
_SENTENCE = "听取了有关部门的情况汇报，提出了改进的意见。"


def _document(text: str, regions: tuple[Region, ...] = ()) -> Document:
    return Document(text, Source("report.txt", "", "text/plain", "utf-8"), regions)


def _cut(doc: Document, limit: int) -> list[Chunk]:
    return cut(outline(doc), doc, budget=TokenBudget(text=limit), count=len)


def _texts(doc: Document, limit: int) -> list[str]:
    return [chunk.span.of(doc.text).strip() for chunk in _cut(doc, limit)]


def test_a_report_within_the_budget_is_one_chunk() -> None:
    doc = _document("\n".join([_TITLE, "一、加强监督", _SENTENCE, "二、做好代表工作", _SENTENCE]))
    [chunk] = _cut(doc, 1000)
    assert chunk.span == Span(0, len(doc.text))
    assert [s.title for s in chunk.sections] == [_TITLE, "一、加强监督", "二、做好代表工作"]
    assert (chunk.number, chunk.titles, chunk.tokens) == (1, (), len(doc.text))


def test_chunks_follow_the_borders_of_sections() -> None:
    first, second, third = (f"{n}、加强第{n}项工作\n{_SENTENCE}" for n in "一二三")
    doc = _document("\n".join([first, second, third]))
    assert _texts(doc, 2 * len(first) + 2) == [f"{first}\n{second}", third]
    assert _texts(doc, len(first) + 1) == [first, second, third]


def test_a_long_section_is_split_at_sentence_ends_and_keeps_its_heading_with_the_text() -> None:
    doc = _document("一、加强监督\n" + _SENTENCE * 4 + "\n二、做好代表工作\n" + _SENTENCE)
    chunks = _cut(doc, 60)
    assert [chunk.span.of(doc.text).strip() for chunk in chunks] == [
        "一、加强监督\n" + _SENTENCE * 2,
        _SENTENCE * 2,
        "二、做好代表工作\n" + _SENTENCE,
    ]
    assert [chunk.titles for chunk in chunks] == [(), ("一、加强监督",), ()]


def test_a_heading_without_text_goes_with_what_is_under_it() -> None:
    doc = _document("一、加强监督\n（一）民生\n" + _SENTENCE * 3 + "\n（二）财政\n" + _SENTENCE * 3)
    chunks = _cut(doc, 50)
    assert chunks[0].span.of(doc.text).startswith("一、加强监督\n（一）民生\n听取")
    assert [chunk.titles for chunk in chunks if "（二）" in chunk.span.of(doc.text)] == [("一、加强监督",)]


def test_a_sentence_over_the_budget_stands_alone() -> None:
    long = "推进" * 40 + "。"
    doc = _document(_SENTENCE + long + _SENTENCE)
    assert _texts(doc, 30) == [_SENTENCE, long, _SENTENCE]


def test_a_closing_quotation_mark_stays_with_its_sentence() -> None:
    doc = _document("会议提出“要办好实事。”" + _SENTENCE)
    assert _texts(doc, 25) == ["会议提出“要办好实事。”", _SENTENCE]


def test_a_title_block_joins_what_follows() -> None:
    body = "一、加强监督\n" + "\n".join(f"（{n}）做好第{n}项\n{_SENTENCE * 10}" for n in "一二三")
    doc = _document(f"{_TITLE}\n{body}")
    first = _cut(doc, 400)[0]
    assert first.span.of(doc.text).startswith(_TITLE + "\n一、加强监督")


def test_a_region_lies_inside_a_chunk_and_is_not_counted() -> None:
    text = "一、加强监督\n听取了有关部门的\n第 1 页\n情况汇报。"
    start = text.index("第 1 页")
    doc = _document(text, (Region(Span(start, start + 5), RegionKind.PAGE_NUMBER),))
    [chunk] = _cut(doc, 100)
    assert chunk.span == Span(0, len(text))
    assert chunk.tokens == len(doc.body.text) < len(text)


@pytest.mark.parametrize("text", ["\n", "　"])
def test_no_chunk_of_nothing(text: str) -> None:
    assert _cut(_document(text), 10) == []
