"""Laws of the outline, on generated reports and on arbitrary text."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from law_examples import examples

from summarizer.outline import Section, headings, outline
from summarizer.reading import Document, Region, RegionKind, Source, Span

_HAN = "的一是在人工作会市大代表监督法治建设经济发展推进加强全年民生教育"
_MARKS = [
    "一、",
    "二、",
    "三、",
    "（一）",
    "（二）",
    "1.",
    "2.",
    "第一，",
    "一是",
    "二是",
    "●",
    "——",
    "各位代表：",
    "2022年工作回顾",
    "",
]
_lines = st.builds(
    lambda mark, words, stop, rest: mark + words + stop + rest,
    st.sampled_from(_MARKS),
    st.text(_HAN + "，", min_size=1, max_size=20),
    st.sampled_from(["", "。", "：", "；"]),
    st.text(_HAN + "，。2", max_size=40),
)
_reports = st.lists(_lines, min_size=1, max_size=20).map("\n".join)


def _document(text: str, regions: tuple[Region, ...] = ()) -> Document:
    return Document(text, Source("report.txt", "", "text/plain", "utf-8"), regions)


def _nested(section: Section) -> bool:
    """Whether children lie inside, in order, and deeper."""
    place = section.span.start
    for child in section.children:
        inside = place <= child.span.start and child.span.end <= section.span.end
        deeper = child.level > section.level or child.level == 0
        if not (inside and deeper and _nested(child)):
            return False
        place = child.span.end
    return True


@given(text=_reports | st.text(min_size=1, max_size=300))
@examples(300)
def test_sections_nest_and_headings_are_what_they_claim(text: str) -> None:
    root = outline(_document(text))
    assert _nested(root)
    for section in headings(root):
        assert section.heading is not None
        assert section.span.contains(section.heading)
        assert not section.heading.of(text).endswith(("。", "\n", " "))
        assert section.title


@given(text=_reports)
@examples(150)
def test_every_place_belongs_to_one_section_below_the_root(text: str) -> None:
    root = outline(_document(text))
    if root.children:
        assert root.children[0].span.start == root.span.start
        for before, after in pairwise(root.children):
            assert before.span.end <= after.span.start
            assert not text[before.span.end : after.span.start].strip()


@given(text=_reports, watermark=st.sampled_from(["第 1 页 共 6 页", "【会员专享】"]), data=st.data())
@examples(100)
def test_a_region_between_paragraphs_moves_headings_and_nothing_else(
    text: str, watermark: str, data: st.DataObject
) -> None:
    breaks = [place for place, char in enumerate(text) if char == "\n"]
    place = data.draw(st.sampled_from(breaks or [len(text)]))
    stamped = f"{text[:place]}\n{watermark}{text[place:]}"
    region = Region(Span(place + 1, place + 1 + len(watermark)), RegionKind.WATERMARK)
    plain, moved = outline(_document(text)), outline(_document(stamped, (region,)))
    assert [(s.level, s.title, s.cls, s.planned) for s in headings(moved)] == [
        (s.level, s.title, s.cls, s.planned) for s in headings(plain)
    ]
