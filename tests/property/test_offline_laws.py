"""Laws of the offline engine over made-up reports from the whole termbase."""

import re
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from law_examples import examples

from summarizer.chunks import Chunk
from summarizer.lexicon import PartOfSpeech, terms, units
from summarizer.offline import count_en, heading_en, quantity_en, write
from summarizer.outline import Section, SectionClass
from summarizer.quantities import Aspect, Category, Indicator, Inventory, Kind, Mention, Qualifier
from summarizer.quantities.en.recogniser import mentions_en
from summarizer.reading import Document, ReportKind, ReportMeta, Source, Span

_HAN = re.compile(r"[\u3400-\u9fff]")
_NOUNS = sorted(t.zh for t in terms() if t.pos is PartOfSpeech.NOUN)
_VERBS = sorted(t.zh for t in terms() if t.pos is PartOfSpeech.VERB)
_UNITS = (
    "项",
    "件",
    "次",
    "人次",
    "名",
    "家",
    "个",
    "批",
    "部",
    "元",
    "%",
    "公里",
    "亩",
    "个百分点",
    "户",
    "条",
)
_QUALIFIERS = [q for q in Qualifier if q not in {Qualifier.MASKED, Qualifier.RANGE}]

_names = st.one_of(
    st.sampled_from(_NOUNS),
    st.builds("".join, st.tuples(st.sampled_from(_VERBS), st.sampled_from(_NOUNS))),
    st.builds("".join, st.tuples(st.just("新增"), st.sampled_from(_NOUNS))),
    st.builds("".join, st.tuples(st.sampled_from(_NOUNS), st.sampled_from(["增长", "同比下降", "提高"]))),
    st.builds("".join, st.tuples(st.sampled_from(_NOUNS), st.sampled_from(_NOUNS))),
)
_values = st.one_of(
    st.integers(1, 50_000).map(Decimal),
    st.decimals(Decimal("0.01"), Decimal(5000), places=2),
    st.integers(1, 10**9).map(lambda n: Decimal(n) * 1000),
)


@st.composite
def _inventories(draw: st.DrawFn) -> Inventory:
    text = "报告"
    indicators = []
    for number in range(draw(st.integers(1, 6))):
        name = draw(_names)
        start = len(text)
        text += name
        span = Span(len(text), len(text) + 2)
        text += "若干，"
        value = draw(_values)
        counts = draw(st.sampled_from(_UNITS))
        if counts not in {"元", "%", "公里", "亩", "个百分点"}:
            value = Decimal(int(value) or 1)
        mention = Mention(
            span, span, "若干", Kind.INDICATOR, value, None, counts, draw(st.sampled_from(_QUALIFIERS))
        )
        clause = Span(start, len(text))
        aspect = draw(st.sampled_from(Aspect))
        indicators.append(Indicator(number + 1, mention, name, Category.OTHER, aspect, "", clause, clause))
    doc = Document(
        text, Source("made.txt", "", "text/plain", "utf-8"), meta=ReportMeta(kind=ReportKind.CONGRESS)
    )
    root = Section(Span(0, len(text)), None, 0, "", SectionClass.REVIEW)
    return Inventory(doc, root, tuple(i.mention for i in indicators), tuple(indicators))


def _chunk(inventory: Inventory) -> Chunk:
    return Chunk(1, Span(0, len(inventory.doc.text)), (), (), 0)


@examples(300)
@given(_inventories())
def test_every_number_of_a_sentence_is_the_figure_it_cites(inventory: Inventory) -> None:
    for sentence in write(_chunk(inventory), inventory).sentences:
        told = [
            (m.value, m.qualifier)
            for m in mentions_en(sentence.text)
            if m.kind in {Kind.INDICATOR, Kind.DURATION}
        ]
        cited = [inventory.indicator(c).mention for c in sentence.cites]
        assert told == [(m.value, m.qualifier) for m in cited], sentence.text


@examples(200)
@given(_inventories())
def test_no_chinese_in_what_is_called_english(inventory: Inventory) -> None:
    draft = write(_chunk(inventory), inventory)
    for english in [*(s.text for s in draft.sentences), *(row.name_en for row in draft.rows)]:
        assert not _HAN.search(english)
        assert "  " not in english


@examples(100)
@given(_inventories())
def test_a_row_for_each_figure_and_the_same_draft_again(inventory: Inventory) -> None:
    draft = write(_chunk(inventory), inventory)
    assert [row.cite for row in draft.rows] == [i.id for i in inventory.indicators]
    assert write(_chunk(inventory), inventory) == draft
    cites = [c for s in draft.sentences for c in s.cites]
    assert len(cites) == len(set(cites))
    for sentence in draft.sentences:
        assert sentence.text.endswith(".")
        assert not sentence.text[0].isdigit()
        assert list(sentence.cites) == sorted(sentence.cites)


@examples(300)
@given(_values, st.sampled_from(_QUALIFIERS), st.sampled_from(["元", "%", "个百分点", "公里", "吨"]))
def test_a_quantity_read_back_is_itself(value: Decimal, qualifier: Qualifier, unit: str) -> None:
    mention = Mention(Span(0, 1), Span(0, 1), "数", Kind.INDICATOR, value, None, unit, qualifier)
    read = mentions_en(f"It was {quantity_en(mention, units())}.")
    assert [(m.value, m.qualifier) for m in read] == [(value, qualifier)]


@examples(200)
@given(st.integers(1, 10**10), st.sampled_from(_QUALIFIERS))
def test_a_count_read_back_is_itself(value: int, qualifier: Qualifier) -> None:
    mention = Mention(Span(0, 1), Span(0, 1), "数", Kind.INDICATOR, Decimal(value), None, "件", qualifier)
    read = mentions_en(f"There were {count_en(mention)} reports.")
    assert [(m.value, m.qualifier) for m in read] == [(Decimal(value), qualifier)]


@examples(300)
@given(st.one_of(_names, st.text("一二、（）是加强坚持工作问题年2023 ，在上X*", max_size=30)))
def test_a_heading_is_english_or_nothing(title: str) -> None:
    english = heading_en(title)
    assert not _HAN.search(english)
    assert heading_en(title) == english
