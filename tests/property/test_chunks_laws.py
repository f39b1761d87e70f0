"""Laws of cutting and counting, on generated reports."""

import re
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st
from law_examples import examples

from summarizer.chunks import TokenBudget, cut, token_bound, tokens
from summarizer.outline import outline
from summarizer.reading import Document, Region, RegionKind, Source, Span

_HAN = "的一是在人工作会市大代表监督法治建设经济发展推进加强全年民生教育改革农村企业项目投资增长完成实施"
_RARE = "鑫淼燚暨堃甯邕圳犍梓潼郫濮阚谯"
_MARKS = "，。；：、？！“”《》（）—…·%％"

_sentences = st.builds(
    lambda words, mark: words + mark,
    st.text(_HAN + "，0123456789", min_size=1, max_size=60),
    st.sampled_from("。！？；"),
)
_headings = st.builds(
    lambda mark, words: mark + words,
    st.sampled_from(["一、", "二、", "（一）", "（二）", "1.", "一是", "●", "——", "各位代表：", ""]),
    st.text(_HAN, min_size=1, max_size=16),
)
_paragraphs = st.lists(_sentences, min_size=1, max_size=5).map("".join)
_reports = st.lists(_headings | _paragraphs, min_size=1, max_size=14).map("\n".join)


def _document(text: str, regions: tuple[Region, ...] = ()) -> Document:
    return Document(text, Source("report.txt", "", "text/plain", "utf-8"), regions)


@given(report=_reports, limit=st.integers(5, 400), cut_out=st.tuples(st.integers(0, 200), st.integers(1, 30)))
@examples(150)
def test_chunks_tile_the_body(report: str, limit: int, cut_out: tuple[int, int]) -> None:
    start, length = cut_out
    end = min(len(report), start + length)
    regions = (Region(Span(start, end), RegionKind.WATERMARK),) if start < end else ()
    doc = _document(report, regions)
    chunks = cut(outline(doc), doc, budget=TokenBudget(text=limit), count=token_bound)
    held = [
        place for chunk in chunks for place in doc.body.offsets if chunk.span.start <= place < chunk.span.end
    ]
    assert held == list(doc.body.offsets)
    assert [chunk.number for chunk in chunks] == list(range(1, len(chunks) + 1))
    assert all(a.span.end <= b.span.start for a, b in pairwise(chunks))


@given(report=_reports, limit=st.integers(20, 400))
@examples(100)
def test_a_chunk_cut_smaller_is_tiled_by_its_pieces(report: str, limit: int) -> None:
    doc = _document(report)
    root = outline(doc)
    for chunk in cut(root, doc, budget=TokenBudget(text=limit), count=token_bound):
        smaller = TokenBudget(text=max(chunk.tokens // 2, 1))
        pieces = cut(root, doc, budget=smaller, count=token_bound, within=chunk.span)
        whole = [at for at in doc.body.offsets if chunk.span.start <= at < chunk.span.end]
        held = [at for piece in pieces for at in whole if piece.span.start <= at < piece.span.end]
        assert held == whole
        assert {s.span for piece in pieces for s in piece.sections} == {s.span for s in chunk.sections}


def _ended(text: str) -> list[str]:
    return [part for part in re.split(r"[。！？!?\n]", text) if re.search(r"\w", part)]


@given(report=_reports, limit=st.integers(5, 400))
@example(report="●一\n一一一一\n●一", limit=5)
@examples(150)
def test_chunks_keep_the_budget_and_never_cut_a_sentence(report: str, limit: int) -> None:
    doc = _document(report)
    root = outline(doc)
    starts = {section.span.start for section in root.walk()}
    ends = {section.span.end for section in root.walk()}
    for chunk in cut(root, doc, budget=TokenBudget(text=limit), count=token_bound):
        places = zip(doc.body.text, doc.body.offsets, strict=True)
        text = "".join(char for char, place in places if chunk.span.start <= place < chunk.span.end)
        assert chunk.span.end in ends | starts or re.search(r"[。！？\n]\s*$", text)
        if chunk.tokens > limit:
            # The lines above a title are of its heading.
            led = [doc.text[s.span.start : s.heading.end] for s in chunk.sections if s.heading is not None]
            headings = sum(len(_ended(text)) for text in led)
            assert len(_ended(text)) <= 1 + headings


@given(text=st.text(_HAN + _RARE + _MARKS + "0123456789０１２ \n", max_size=200))
@examples(300)
def test_the_bound_is_never_under_the_count(text: str) -> None:
    assert token_bound(text) >= tokens(text)


@given(text=st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=60))
@examples(200)
def test_the_bound_holds_for_rare_characters(text: str) -> None:
    assert token_bound(text) >= tokens(text)
