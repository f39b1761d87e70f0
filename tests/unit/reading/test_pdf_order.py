"""Reading order of pages: columns, titles across them, notes, tables, and lines that belong together."""

from itertools import pairwise

import pytest
from pdf_builder import HEIGHT, Setting, drawn, put, put_all, set_report
from reportlab.pdfgen.canvas import Canvas

from summarizer.reading import Body, Document, Limits, RegionKind, Unit, body_of, extract, read

REPORT = (
    "云桥市人民代表大会常务委员会工作报告",
    "各位代表：",
    "一、2023年的主要工作",
    "全年召开常委会会议12次，听取和审议专项工作报告19项，作出决议决定5项，任免国家机关工作人员141人次，财政收入完成1,320.5亿元，"
    "增长4.9%，接待群众20,230人次，开展执法检查6次，跟踪督办重点建议38件，补选市级代表7名，备案审查规范性文件52件。",
    "修订《云桥市饮用水条例》等7部法规，办结率达到98.6%，代表建议2.3万件全部办结。",
    "二、2024年的主要任务",
    "新的一年，听取和审议专项工作报告21项，完成立法项目8件，组织代表开展视察调研16次，推动改造老旧小区36个。",
)


def _read(data: bytes) -> Document:
    return read(data, name="report.pdf")


def _body(doc: Document) -> Body:
    return body_of(doc.text, doc.regions)


def _text(data: bytes) -> str:
    return extract(data, name="report.pdf", limits=Limits()).text


@pytest.mark.parametrize(
    "setting",
    [
        Setting(),
        Setting(width=17, lines=7, head="云桥市人大文件汇编", numbered=True),
        Setting(width=18, lines=8, columns=2, head="云桥市人大文件汇编", numbered=True),
        Setting(width=18, lines=8, columns=2, interleaved=True),
        Setting(width=18, lines=8, columns=2, backwards=True, numbered=True),
        Setting(width=12, lines=9, columns=3, size=11, numbered=True),
        Setting(width=12, lines=9, columns=3, size=11, interleaved=True),
        Setting(width=12, lines=5, columns=3, size=11, backwards=True, head="云桥日报"),
    ],
    ids=str,
)
def test_the_body_is_the_report_however_it_is_set(setting: Setting) -> None:
    data, _ = set_report(REPORT, setting)
    assert _body(_read(data)).text == "\n".join(REPORT)


def test_every_line_is_on_its_page() -> None:
    data, pages = set_report(REPORT, Setting(width=17, lines=5, head="云桥市人大文件汇编", numbered=True))
    doc = _read(data)
    assert doc.layout.unit is Unit.PAGE and len(doc.layout.starts) == len(pages)
    ends = [*doc.layout.starts[1:], len(doc.text)]
    shown = [doc.text[start:end] for start, end in zip(doc.layout.starts, ends, strict=True)]
    for number, (lines, text) in enumerate(zip(pages, shown, strict=True), start=1):
        assert "".join(lines) in "".join(text.split())
        assert doc.layout.number(doc.text.index(lines[0])) == number
        assert f"- {number} -" in text


def test_a_title_over_two_columns_comes_first_and_a_line_below_them_last() -> None:
    left = [
        "全年召开常委会会议十二次，听取审",
        "议专项工作报告十九项，作出决议决",
        "定五项，任免工作人员一百人次，接",
        "待群众两万人次，办结率达到九成。",
    ]
    right = [
        "修订饮用水条例等七部地方法规，代",
        "表建议全部办结，组织视察调研十六",
        "次，推动改造老旧小区三十六个，备",
        "案审查规范性文件五十二件有回音。",
    ]

    def page(canvas: Canvas) -> None:
        put_all(canvas, ((310, 600 - 18 * row, text) for row, text in enumerate(right)))
        put_all(canvas, ((60, 600 - 18 * row, text) for row, text in enumerate(left)))
        put(canvas, 60, 500, "以上报告，请予审议，并请各位列席人员提出意见，常委会将认真研究，逐条落实。")
        put(canvas, 150, 660, "云桥市人民代表大会常务委员会工作报告", 16)

    assert "".join(_text(drawn(page)).split()) == "".join(
        [
            "云桥市人民代表大会常务委员会工作报告",
            *left,
            *right,
            "以上报告，请予审议，并请各位列席人员提出意见，常委会将认真研究，逐条落实。",
        ]
    )


def test_a_row_of_a_table_is_a_line_and_its_figures_stay_apart() -> None:
    rows = [
        ("指标", "单位", "2022年", "2023年"),
        ("地区生产总值", "亿元", "1,234.5", "1,320.5"),
        ("一般公共预算收入", "亿元", "98.6", "101.2"),
        ("城镇新增就业", "人", "20230", "21450"),
        ("常住人口", "万人", "212", "211"),
    ]

    def page(canvas: Canvas) -> None:
        put(canvas, 220, 700, "主要指标完成情况")
        for row, cells in enumerate(rows):
            put_all(canvas, zip((80, 240, 320, 420), [660 - 24 * row] * 4, cells, strict=True))

    doc = _read(drawn(page))
    assert [line for line in doc.text.split("\n") if line][1:] == ["\t".join(cells) for cells in rows]
    told = _body(doc).text
    assert "1,234.5 1,320.5" in told and "98.6 101.2" in told and "20230 21450" in told
    assert "1,320.5一般" not in told.replace("\n", "¶") and "101.2城镇" not in told


def test_a_table_row_is_not_joined_with_the_figure_that_begins_the_next() -> None:
    def page(canvas: Canvas) -> None:
        for row, cells in enumerate([("合计，其中：", "1,234"), ("2023年", "1,456"), ("2022年", "1,398")]):
            put_all(canvas, zip((80, 300), [660 - 24 * row] * 2, cells, strict=True))

    assert _body(_read(drawn(page))).text.split("\n") == ["合计，其中：1,234", "2023年1,456", "2022年1,398"]


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("全市生产总值达到2320亿元，按照可比价格计算比上年增长4", ".9%，财政收入增长6%。", "增长4.9%，"),
        ("全市生产总值比上年增长百分之五点六，总量达到了一万2.", "3万亿元，财政收入增长6%。", "2.3万亿元"),
        ("全市各项事业稳步推进，民生福祉持续改善，我们回顾20", "23年，财政收入增长6%。", "2023年"),
        ("全市各项事业稳步推进，民生福祉持续改善，接待群众1,2", "34人次，收入增长6%。", "1,234人次"),
        ("全市各项事业稳步推进，民生福祉持续改善，收入增长6.5", "%，支出增长3.2%。", "6.5%，"),
        ("全市各项事业稳步推进，民生福祉持续改善，新增就业3.2", "万人，支出增长3.2%。", "3.2万人"),
        ("全市各项事业稳步推进，民生福祉持续改善，新增造林12", "余万亩，支出增长3%。", "12余万亩"),
    ],
)
@pytest.mark.parametrize("on_the_next_page", [False, True])
def test_what_a_line_or_page_breaks_is_one_figure(
    before: str, after: str, whole: str, on_the_next_page: bool
) -> None:
    def first(canvas: Canvas) -> None:
        put(canvas, 84, 740, "过去的一年，全市上下团结一心，克服困难，各项工作取得新")
        put(canvas, 60, 720, "的成效，人民生活水平有了很大提高，社会大局保持了稳定。")
        put(canvas, 84, 700, before)
        if not on_the_next_page:
            put(canvas, 60, 680, after)
        put(canvas, 280, 40, "- 1 -", 9)
        put(canvas, 200, 800, "云桥市人大文件汇编", 9)

    def second(canvas: Canvas) -> None:
        if on_the_next_page:
            put(canvas, 60, 740, after)
        put(canvas, 84, 720, "新的一年，任务更加繁重，我们要更加努力工作。")
        put(canvas, 280, 40, "- 2 -", 9)
        put(canvas, 200, 800, "云桥市人大文件汇编", 9)

    doc = _read(drawn(first, second))
    body = _body(doc)
    start = body.text.index(whole)
    raw = body.raw(start, start + len(whole)).of(doc.text)
    assert raw.startswith(whole[0]) and raw.endswith(whole[-1])
    assert ("- 1 -" in raw) == on_the_next_page


def test_notes_at_the_foot_are_no_part_of_the_sentence_that_goes_on() -> None:
    def first(canvas: Canvas) -> None:
        put(canvas, 84, 740, "过去的一年，全市上下团结一心，实施“三问三评”")
        put(canvas, 84 + 12 * 22.3, 745, "①", 7)
        put(canvas, 60, 720, "行动，人民生活水平有了很大提高，社会大局保持了稳定，全市")
        put(canvas, 60, 100, "① “三问三评”：问需于民、问计于民、问效于民，共36项。", 8)
        put(canvas, 280, 40, "- 1 -", 9)

    def second(canvas: Canvas) -> None:
        put(canvas, 60, 740, "财政收入增长6%。")
        put(canvas, 84, 720, "新的一年，任务更加繁重，我们要更加努力工作，争取更大的进步")
        put(canvas, 60, 700, "和更好的成绩。")
        put(canvas, 280, 40, "- 2 -", 9)

    doc = _read(drawn(first, second))
    assert "社会大局保持了稳定，全市财政收入增长6%。" in _body(doc).text
    notes = [region for region in doc.regions if region.kind is RegionKind.GLOSSARY]
    assert ["三问三评" in region.span.of(doc.text) for region in notes] == [True]


@pytest.mark.parametrize("mark", ["①", "[3]", "〔12〕", "5", "1,2", "*"])
def test_a_raised_note_mark_does_not_become_part_of_the_figure(mark: str) -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, 60, 700, "全年办理代表建议36")
        put(canvas, 60 + 12 * 8 + 11.5, 705, mark, 7)
        put(canvas, 200, 700, "件，全部办结，满意率达到了九成以上。")

    doc = _read(drawn(page))
    assert "建议36件，" in _body(doc).text
    assert [region.span.of(doc.text) for region in doc.regions] == [mark]


def test_a_raised_figure_behind_a_unit_is_its_power() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, 60, 700, "新增绿地36km")
        put(canvas, 60 + 12 * 4 + 28, 705, "2", 7)
        put(canvas, 60 + 12 * 4 + 34, 700, "，超额完成任务。")

    assert "36km²，" in _text(drawn(page))


def test_paragraphs_are_told_by_indents_and_by_gaps() -> None:
    text = ["民生福祉持续改善，各项事业稳步推进，社会大局和谐稳定。"] * 3

    def indented(canvas: Canvas) -> None:
        put_all(canvas, ((84, 740 - 20 * row, line) for row, line in enumerate(text)))
        put(canvas, 60, 680, "全市上下团结一心，克服困难，取得了新的成效。")
        put(canvas, 84, 660, "新的一年任务繁重，我们要更加努力。")

    def spaced(canvas: Canvas) -> None:
        put_all(canvas, ((60, 740 - 40 * row, line) for row, line in enumerate(text)))
        put_all(
            canvas,
            (
                (60, 600 - 20 * row, "全市上下团结一心，克服困难，各项工作取得了新的成效，")
                for row in range(6)
            ),
        )

    assert _body(_read(drawn(indented))).text.count("\n") == 3
    assert _body(_read(drawn(spaced))).text.count("\n") == 3


def test_spaced_out_titles_and_figures_are_whole() -> None:
    def page(canvas: Canvas) -> None:
        for y, text, spacing in ((740, "政府工作报告", 14), (700, "共完成投资2023亿元，开工项目36个", 4)):
            line = canvas.beginText(120, y)
            line.setFont("STSong-Light", 16)
            line.setCharSpace(spacing)
            line.textOut(text)
            canvas.drawText(line)

    assert _text(drawn(page)).split() == ["政府工作报告", "共完成投资2023亿元，开工项目36个"]


def test_english_words_stay_apart_and_lines_of_it_too() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 12)
        canvas.drawString(60, 700, "The municipal government completed investment of 320 million")
        canvas.drawString(60, 684, "yuan in the year and opened six new schools in the district.")

    assert "320 million yuan in the year" in " ".join(_text(drawn(page)).split())


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_lies_on_its_side_is_read(turn: int) -> None:
    lines = [
        "全年召开常委会会议12次，听取和审议专项工作报告19项，作出",
        "决议决定5项，任免国家机关工作人员141人次。",
    ]

    def page(canvas: Canvas) -> None:
        canvas.translate({90: 400, 180: 500, 270: 200}[turn], {90: 100, 180: 400, 270: 700}[turn])
        canvas.rotate(turn)
        put_all(canvas, ((0, -20 * row, line) for row, line in enumerate(lines)))

    assert "".join(_text(drawn(page)).split()) == "".join(lines)


def test_vertical_text_is_read_from_the_right() -> None:
    lines = [
        "全年召开会议十二次听取报告十九项",
        "作出决议五项任免工作人员百余人次",
        "办结率达到九成以上群众十分满意呀",
    ]

    def page(canvas: Canvas) -> None:
        for column, line in enumerate(lines):
            put_all(canvas, ((500 - 30 * column, 740 - 14 * row, char) for row, char in enumerate(line)))

    assert "".join(_text(drawn(page)).split()) == "".join(lines)


def test_text_across_the_page_is_a_watermark() -> None:
    def page(canvas: Canvas) -> None:
        put_all(
            canvas,
            (
                (60, 740 - 20 * row, line)
                for row, line in enumerate(["全市上下团结一心，克服困难，各项工作取得了新的成效，"] * 6)
            ),
        )
        canvas.translate(150, 600)
        canvas.rotate(40)
        put(canvas, 0, 0, "内部资料300份", 40)

    doc = _read(drawn(page))
    assert [(region.kind, region.span.of(doc.text)) for region in doc.regions] == [
        (RegionKind.WATERMARK, "内部资料300份")
    ]


def test_bold_text_drawn_twice_is_there_once() -> None:
    def page(canvas: Canvas) -> None:
        for shift in (0, 0.4):
            put(canvas, 60 + shift, 700, "完成投资2023亿元")
        for index, char in enumerate("增长45%"):
            put(canvas, 60 + 12 * index, 680, char)
            put(canvas, 60.4 + 12 * index, 680, char)

    assert "".join(_text(drawn(page)).split()) == "完成投资2023亿元增长45%"


def test_what_no_reader_sees_is_not_there() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, 60, 700, "全年召开常委会会议12次，听取和审议专项工作报告19项。")
        put(canvas, 60, HEIGHT + 50, "全年召开常委会会议99次。")
        hidden = canvas.beginText(60, 600)
        hidden.setFont("STSong-Light", 12)
        hidden.setTextRenderMode(3)
        hidden.textOut("全年召开常委会会议88次。")
        canvas.drawText(hidden)

    assert _text(drawn(page)).strip() == "全年召开常委会会议12次，听取和审议专项工作报告19项。"


def test_pages_follow_each_other_in_the_layout() -> None:
    data, pages = set_report(REPORT * 3, Setting(width=20, lines=6))
    layout = extract(data, name="report.pdf", limits=Limits()).layout
    assert len(layout.starts) == len(pages)
    assert all(before <= after for before, after in pairwise(layout.starts))
