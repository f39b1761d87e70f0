"""Laws of reading PDFs: a report is the same report however it is set, and every figure stands on the page it was drawn on."""

from hypothesis import assume, given
from hypothesis import strategies as st
from law_examples import examples
from pdf_builder import Setting, set_report

from summarizer.quantities import Mention, mentions_zh
from summarizer.reading import Body, Document, body_of, read

CLAUSES = st.sampled_from(
    [
        "召开常委会会议12次",
        "听取和审议专项工作报告1,230项",
        "财政收入完成2320.5亿元",
        "增长4.9%",
        "接待群众20,230人次",
        "总投资达到2.3万亿元",
        "坚持“三个到位”工作法",
        "修订《青河市饮用水条例》等7部法规",
        "推动高质量发展取得新成效",
        "办结率达到百分之九十八点六",
        "服务全市经济社会发展大局",
        "新增造林30余万亩",
        "比上年提高0.5个百分点",
    ]
)
SENTENCES = st.lists(CLAUSES, min_size=4, max_size=7).map("，".join)
PARAGRAPHS = st.lists(SENTENCES, min_size=3, max_size=6)
HEADINGS = st.sampled_from(["工作回顾", "监督工作", "今后五年的主要任务", "代表工作"])
NUMERALS = "一二三四五六七八"

# Two columns of a handful of lines, most of them headings, may as well be a table.
SETTINGS = st.builds(
    Setting,
    width=st.integers(14, 24),
    lines=st.integers(10, 20),
    columns=st.sampled_from([1, 1, 2]),
    head=st.sampled_from(["", "青河市人大文件汇编"]),
    numbered=st.booleans(),
    interleaved=st.booleans(),
    backwards=st.booleans(),
    size=st.sampled_from([9.0, 10.5]),
)


def _paragraphs(sections: list[tuple[str, list[str]]]) -> list[str]:
    """A title, headings and paragraphs; each sentence opens with a year of its own, so that nothing looks like a copy."""
    told = ["青河市人民代表大会常务委员会工作报告"]
    year = 1950
    for numeral, (heading, sentences) in zip(NUMERALS, sections, strict=False):
        told.append(f"{numeral}、{heading}")
        paragraph = ""
        for sentence in sentences:
            paragraph += f"{year}年，{sentence}。"
            year += 1
        told.append(paragraph)
    return told


REPORTS = st.lists(st.tuples(HEADINGS, PARAGRAPHS), min_size=2, max_size=5).map(_paragraphs)


def _body(doc: Document) -> Body:
    return body_of(doc.text, doc.regions)


def _told(mention: Mention) -> tuple[str, ...]:
    return (mention.text, str(mention.kind), str(mention.value), str(mention.unit), str(mention.qualifier))


@examples(60)
@given(paragraphs=REPORTS, setting=SETTINGS)
def test_the_figures_are_those_of_the_plain_text(paragraphs: list[str], setting: Setting) -> None:
    data, pages = set_report(paragraphs, setting)
    assume(len(pages) > 1 or not setting.head)
    told = _body(read(data, name="report.pdf")).text
    plain = _body(read("\n".join(paragraphs).encode(), name="report.txt")).text
    assert [_told(mention) for mention in mentions_zh(told)] == [
        _told(mention) for mention in mentions_zh(plain)
    ]


@examples(40)
@given(paragraphs=REPORTS, setting=SETTINGS)
def test_every_character_stands_on_its_page(paragraphs: list[str], setting: Setting) -> None:
    data, pages = set_report(paragraphs, setting)
    assume(len(pages) > 1 or not setting.head)  # one page alone cannot show what runs over all
    doc = read(data, name="report.pdf")
    body = _body(doc)
    drawn = [(char, number) for number, lines in enumerate(pages, start=1) for char in "".join(lines)]
    kept = [
        (char, doc.layout.number(place))
        for char, place in zip(body.text, body.offsets, strict=True)
        if not char.isspace()
    ]
    assert kept == drawn
