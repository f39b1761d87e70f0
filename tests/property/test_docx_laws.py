"""Laws of Word documents: however a text is cut into runs, wrapped and tracked, it is the text, and each place is in its paragraph."""

from hypothesis import given
from hypothesis import strategies as st
from law_examples import examples
from reading_laws import assert_laws
from word_builder import p, r, t, word

from summarizer.pipeline import survey
from summarizer.reading import Limits, Unit, extract, read

SENTENCES = st.lists(
    st.sampled_from(
        [
            "召开常委会会议12次，",
            "听取和审议专项工作报告1,230项，",
            "财政收入完成320.5亿元，",
            "增长5.1%。",
            "接待群众2022人次，",
            "办结率达到百分之九十八点六，",
            "修订《青河市饮用水条例》等7部法规。",
            "2022年，",
            "比上年提高3个百分点；",
        ]
    ),
    min_size=1,
    max_size=6,
).map("".join)
REPORTS = st.lists(
    SENTENCES | st.sampled_from(["一、工作回顾", "（二）监督工作", ""]), min_size=1, max_size=6
)

# What may stand around or between runs without changing what is printed.
AROUND = st.sampled_from(
    [
        "{}", "<w:ins>{}</w:ins>", "<w:moveTo>{}</w:moveTo>", "<w:hyperlink>{}</w:hyperlink>", "<w:smartTag>{}</w:smartTag>",
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", '<w:fldSimple w:instr="REF x">{}</w:fldSimple>',
        "<mc:AlternateContent><mc:Choice Requires='x'>{}</mc:Choice><mc:Fallback><w:r><w:t>9</w:t></w:r></mc:Fallback></mc:AlternateContent>",
    ]
)  # fmt: skip
BETWEEN = st.sampled_from(
    [
        "", "<w:proofErr w:type='spellStart'/>", "<w:del><w:r><w:delText>7</w:delText></w:r></w:del>", "<w:bookmarkStart w:id='1'/>",
        "<w:moveFrom><w:r><w:t>8</w:t></w:r></w:moveFrom>", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>6</w:t></w:r>",
        "<w:r><w:lastRenderedPageBreak/></w:r>", "<w:r><w:commentReference w:id='1'/></w:r>", "<w:r><w:footnoteReference w:id='404'/></w:r>",
    ]
)  # fmt: skip


def _cut(text: str, data: st.DataObject) -> list[str]:
    places = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    return [text[start:end] for start, end in zip([0, *places], [*places, len(text)], strict=True)]


def _paragraph(text: str, data: st.DataObject) -> str:
    runs = [data.draw(AROUND).format(r(piece)) + data.draw(BETWEEN) for piece in _cut(text, data)]
    return p(data.draw(BETWEEN), *runs)


@examples(40)
@given(report=REPORTS.filter(any), data=st.data())
def test_runs_and_tracked_changes_change_nothing(report: list[str], data: st.DataObject) -> None:
    packed = word("".join(_paragraph(text, data) for text in report))
    found = extract(packed, name="r.docx", limits=Limits())
    assert found.text == "\n".join(report)
    doc = read(packed, name="r.docx")
    plain = read(found.text.encode(), name="r.txt")
    assert survey(doc).mentions == survey(plain).mentions
    assert survey(doc).indicators == survey(plain).indicators
    assert_laws(doc)


@examples(40)
@given(report=REPORTS.filter(any), data=st.data())
def test_every_place_is_in_its_paragraph(report: list[str], data: st.DataObject) -> None:
    found = extract(word("".join(_paragraph(text, data) for text in report)), name="r", limits=Limits())
    assert found.layout.unit is Unit.PARAGRAPH and len(found.layout.starts) == len(report)
    place = 0
    for number, text in enumerate(report, start=1):
        assert all(found.layout.number(at) == number for at in range(place, place + len(text)))
        place += len(text) + 1


@examples(40)
@given(report=REPORTS.filter(any), data=st.data())
def test_a_deleted_end_anywhere_joins_what_it_parted(report: list[str], data: st.DataObject) -> None:
    body = ""
    for text in report:
        *heads, last = _cut(text, data)
        body += "".join(p(head, properties="<w:rPr><w:del/></w:rPr>") for head in heads) + p(last)
    assert extract(word(body), name="r", limits=Limits()).text == "\n".join(report)


@examples(60)
@given(markup=st.recursive(
    st.sampled_from([r("3项"), r("，"), p("增长5%"), "<w:br/>", "<w:fldChar w:fldCharType='begin'/>", "<w:fldChar w:fldCharType='end'/>", t("一")]),
    lambda inside: st.tuples(
        st.sampled_from("p r tbl tr tc sdt sdtContent ins del txbxContent pPr rPr tcPr trPr footnote fldSimple".split()), st.lists(inside, max_size=4)
    ).map(lambda made: f"<w:{made[0]}>{''.join(made[1])}</w:{made[0]}>"),
    max_leaves=30,
))  # fmt: skip
def test_markup_in_any_order_is_read_by_the_laws(markup: str) -> None:
    assert_laws(read(word(p("甲") + markup), name="r.docx", require_chinese=False))
