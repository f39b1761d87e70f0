"""Laws of spans and values: what a mention claims to be is what stands there."""

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from summarizer.quantities import mentions, mentions_zh
from summarizer.reading import Document, Region, RegionKind, Source, Span

_PIECES = st.sampled_from(
    ["听取报告", "19项", "，", "30余次", "。", "2022年", "三分之二", "94.35%", "\n", "***人次", "1.2万亿元", "3至5件", "“两个维护”",
     "第十六届", "百分之", "约", "近", "一是", "十", "万", "1,234", "．5", " ", "　", "多名", "由", "到", "*", "亿", "半", "成", "分之", "𠮷"]
)  # fmt: skip
_TEXT = st.lists(_PIECES, max_size=40).map("".join)
_ANY = st.text(
    alphabet="0123456789０１,，.．一二三四十百千万亿两半点分之%‰个项次年月日第届余多近约*※ \n（）",
    max_size=80,
)


def _document(text: str, regions: tuple[Region, ...] = ()) -> Document:
    return Document(text, Source("r.txt", "", "text/plain", "utf-8"), regions)


@given(st.one_of(_TEXT, _ANY))
def test_a_mention_is_the_text_it_covers_and_none_overlap(text: str) -> None:
    found = mentions_zh(text)
    for mention in found:
        assert text[mention.span.start : mention.span.end] == mention.text
        assert mention.span.contains(mention.number)
    for first, second in pairwise(found):
        assert first.span.end <= second.span.start


@given(st.one_of(_TEXT, _ANY))
def test_a_value_is_exact_or_absent(text: str) -> None:
    for mention in mentions_zh(text):
        assert not isinstance(mention.value, float)
        assert mention.value is None or mention.value_max is None or mention.value < mention.value_max
        assert not mention.masked or mention.value is None


@given(st.integers(min_value=1, max_value=10**12), st.sampled_from(["项", "人次", "亩", "公里", "万元", "%"]))
def test_a_rendered_quantity_is_read_back(value: int, unit: str) -> None:
    (mention,) = mentions_zh(f"完成{value}{unit}")
    assert mention.value == (Decimal(value) * 10_000 if unit == "万元" else Decimal(value))


@given(st.data())
def test_a_region_inside_a_number_changes_only_its_raw_span(data: st.DataObject) -> None:
    text = "全年听取审议专项工作报告1234项，督办重点建议56件。"
    at = data.draw(st.integers(min_value=1, max_value=len(text) - 1))
    page = "\n第 2 页 共 6 页\n"
    broken = text[:at] + page + text[at:]
    region = Region(Span(at + 1, at + len(page) - 1), RegionKind.PAGE_NUMBER)
    whole = [(m.value, m.unit, m.kind) for m in mentions(_document(text))]
    parted = [
        (m.value, m.unit, m.kind)
        for m in mentions(_document(broken, (region,)))
        if m.kind.value != "furniture"
    ]
    assert parted == whole
