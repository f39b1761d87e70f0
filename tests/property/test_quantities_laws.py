"""Laws of spans and values: what a mention claims to be is what stands there."""

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from numerals import DIGITS, FULL_WIDTH, forms, in_numerals

from summarizer.quantities import mentions, mentions_en, mentions_zh
from summarizer.reading import Document, Region, RegionKind, Source, Span

_PIECES = st.sampled_from(
    ["听取报告", "19项", "，", "30余次", "。", "2022年", "三分之二", "94.35%", "\n", "***人次", "1.2万亿元", "3至5件", "“两个维护”",
     "第十六届", "百分之", "约", "近", "一是", "十", "万", "1,234", "．5", " ", "　", "多名", "由", "到", "*", "亿", "半", "成", "分之", "𠮷",
     "、", "-", "+", "/", "（套）", "千瓦", "天", "案", "发", "翻了", "个亿", "超过", "同比增加", "上下", "第"]
)  # fmt: skip
_TEXT = st.lists(_PIECES, max_size=40).map("".join)
_ANY = st.text(
    alphabet="0123456789０１,，.．一二三四十百千万亿两半点分之%‰个项次年月日第届余多近约*※ \n（）、-−∼/+.来过翻番负又其上下发展案左右元/",
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


_WORDS = st.sampled_from(
    "1 7 12 2023 1,234 2.5 one two three twenty hundred thousand million half quarter third a an and or to of from between over about "
    "-plus percent % yuan RMB $ - – . , ( ) January 1st the years meetings reports dozen points fold times per".split()
)


@given(st.lists(st.tuples(_WORDS, st.sampled_from([" ", ""])), max_size=24))
def test_numbers_of_english_are_the_text_they_cover_and_none_overlap(words: list[tuple[str, str]]) -> None:
    text = "".join(word + gap for word, gap in words)
    found = mentions_en(text)
    for mention in found:
        assert text[mention.span.start : mention.span.end] == mention.text
        assert mention.span.contains(mention.number)
        assert mention.value is None or mention.value_max is None or mention.value < mention.value_max
    for first, second in pairwise(found):
        assert first.span.end <= second.span.start


_WHOLE = st.one_of(
    st.integers(1, 10**4), st.integers(1, 10**16 - 1), st.integers(1, 9999).map(lambda n: n * 10**6)
)


@given(st.data(), _WHOLE, st.sampled_from(["元", "户", "亩", "公里", "人次"]))
def test_a_quantity_in_any_of_its_forms_is_read_back(data: st.DataObject, value: int, unit: str) -> None:
    written = data.draw(st.sampled_from(forms(value)))
    found = [(m.value, m.unit, m.text) for m in mentions_zh(f"完成{written}{unit}，")]
    if value == 1 and written == "一" and unit in ("户", "人次"):
        assert found == []  # an article, not a count
    else:
        assert found == [(Decimal(value), unit, written + unit)]


_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def _in_words(value: int) -> str:
    """A whole number from 1 to 999,999 in English words."""
    if value >= 1_000:
        rest = value % 1_000
        return f"{_in_words(value // 1_000)} thousand" + (f" {_in_words(rest)}" if rest else "")
    if value >= 100:
        rest = value % 100
        return f"{_ONES[value // 100]} hundred" + (f" and {_in_words(rest)}" if rest else "")
    if value >= 20:
        return _TENS[value // 10] + (f"-{_ONES[value % 10]}" if value % 10 else "")
    return _ONES[value]


@given(st.data(), st.integers(2, 999_999))
def test_an_english_count_in_any_of_its_forms_is_read_back(data: st.DataObject, value: int) -> None:
    thousands = format(Decimal(value) / 1_000, "f")
    written = data.draw(
        st.sampled_from([str(value), f"{value:,}", f"{thousands} thousand", _in_words(value)])
    )
    found = [m.value for m in mentions_en(f"The courts closed {written} cases.")]
    assert found == [Decimal(value)], written


@given(st.data(), st.decimals(min_value="0.01", max_value="999.99", places=2))
def test_a_share_in_any_of_its_forms_is_read_back(data: st.DataObject, value: Decimal) -> None:
    whole, _, rest = format(value, "f").partition(".")
    said = (in_numerals(int(whole)) or "零") + "点" + "".join(DIGITS[int(digit)] for digit in rest)
    shares = [
        f"{value}%",
        f"{value} %",
        f"{value}％".translate(FULL_WIDTH),
        f"百分之{value}",
        f"百分之{said}",
    ]
    written = data.draw(st.sampled_from(shares))
    (mention,) = mentions_zh(f"增长{written}。")
    assert (mention.value, mention.unit, mention.text) == (value, "%", written)


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
