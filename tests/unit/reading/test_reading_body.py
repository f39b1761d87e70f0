"""The body view: which line breaks and blanks go, which stay."""

import pytest

from summarizer.reading import Region, RegionKind, Span, body_of

PROSE = "一年来,我们召开会议12次,审议报告30项。我们坚持服务大局"


def _body(text: str, *cut: str) -> str:
    regions = [
        Region(Span(text.index(part), text.index(part) + len(part)), RegionKind.PAGE_NUMBER) for part in cut
    ]
    return body_of(text, regions).text


@pytest.mark.parametrize(
    ("text", "body"),
    [
        pytest.param("接待群众 99 人次", "接待群众99人次", id="blank around a figure"),
        pytest.param(
            "拥护“ 两个确立”、践行“ 两个维护” 。",
            "拥护“两个确立”、践行“两个维护”。",
            id="blank inside quotation marks",
        ),
        pytest.param("增长 5.1 %,其中", "增长5.1%,其中", id="blank before a percent sign"),
        pytest.param("增长12. 5%,其中", "增长12.5%,其中", id="broken decimal"),
        pytest.param("增长12 .5%,其中", "增长12.5%,其中", id="decimal broken before the point"),
        pytest.param("1. 2022年工作", "1. 2022年工作", id="number of a list before a year"),
        pytest.param("分别为 6 12 和 18 项。", "分别为6 12和18项。", id="two numbers"),
        pytest.param("为 6, 120 和 18 项。", "为6, 120和18项。", id="two numbers after a comma"),
        pytest.param("引进 Big Data 平台。", "引进Big Data平台。", id="two Latin words"),
        pytest.param("市人大常委会主任　高一鸣", "市人大常委会主任 高一鸣", id="office and name"),
        pytest.param("青河市市长 田 禾", "青河市市长 田禾", id="spread name"),
        pytest.param("政 府 工 作 报 告", "政府工作报告", id="spread title"),
        pytest.param("围绕中心履职　创新工作有为", "围绕中心履职 创新工作有为", id="title of two clauses"),
        pytest.param(
            "我们依法 履职尽责,服务大局。", "我们依法履职尽责,服务大局。", id="stray blank in prose"
        ),
        pytest.param(
            "　　第一段。\n　　第二段。\n\n\n　　第三段。",
            "第一段。\n第二段。\n第三段。",
            id="indents and empty lines",
        ),
        pytest.param("第一段。\r\n第二段。\r\n", "第一段。\n第二段。", id="CRLF"),
        pytest.param("零\u200b宽\ufeff字符。", "零宽字符。", id="zero width"),
    ],
)
def test_blanks(text: str, body: str) -> None:
    assert _body(text) == body


@pytest.mark.parametrize(
    ("text", "body"),
    [
        pytest.param(f"{PROSE}、关\n注民生。", f"{PROSE}、关注民生。", id="inside a word"),
        pytest.param(f"{PROSE},审议\n了报告。", f"{PROSE},审议了报告。", id="after a comma clause"),
        pytest.param("践行“两个维\n护”。", "践行“两个维护”。", id="open quotation mark"),
        pytest.param("根据《\n青河市条例\n》的规定。", "根据《青河市条例》的规定。", id="linked title"),
        pytest.param(f"{PROSE}75\n00多人。", f"{PROSE}7500多人。", id="inside a number"),
        pytest.param("一、20\n22年工作回顾", "一、2022年工作回顾", id="inside a year of a heading"),
        pytest.param(f"{PROSE}增长0.\n5%。", f"{PROSE}增长0.5%。", id="after a decimal point"),
        pytest.param(
            "报告指出\n,过去一年成绩很大。", "报告指出,过去一年成绩很大。", id="next line begins with a comma"
        ),
        pytest.param(
            "第三，切实加强民主\n法制\n建设。健全制度。",
            "第三，切实加强民主法制建设。健全制度。",
            id="linked word",
        ),
        pytest.param(
            "一、工作回顾\n一年来，我们努力工作。", "一、工作回顾\n一年来，我们努力工作。", id="heading"
        ),
        pytest.param("政治引领\n坚持学习制度。", "政治引领\n坚持学习制度。", id="heading without a number"),
        pytest.param("过去一年,成绩很大。\n二、问题", "过去一年,成绩很大。\n二、问题", id="paragraph end"),
        pytest.param(
            f"{PROSE}\n二、今后工作", f"{PROSE}\n二、今后工作", id="numbered line stands for itself"
        ),
        pytest.param("各位代表:\n现在报告工作。", "各位代表:\n现在报告工作。", id="salutation"),
        pytest.param("合计\n12\n30", "合计\n12\n30", id="figures of a table"),
        pytest.param("市长\n田一禾\n各位代表:", "市长\n田一禾\n各位代表:", id="name below the office"),
    ],
)
def test_line_breaks(text: str, body: str) -> None:
    assert _body(text) == body


@pytest.mark.parametrize(
    ("text", "cut", "body"),
    [
        pytest.param(
            f"{PROSE}、云\n第 1 页\n\n【广告】\n山区发展。",
            ("第 1 页", "【广告】"),
            f"{PROSE}、云山区发展。",
            id="word",
        ),
        pytest.param(f"{PROSE}75\n- 3 -\n00人。", ("- 3 -",), f"{PROSE}7500人。", id="number"),
        pytest.param(f"{PROSE}。\n- 3 -\n接着讲。", ("- 3 -",), f"{PROSE}。\n接着讲。", id="paragraph end"),
        pytest.param("市长??田一禾", ("??",), "市长田一禾", id="inline residue"),
        pytest.param("工作报告\\r\\n各位代表:", ("\\r\\n",), "工作报告\n各位代表:", id="escaped line break"),
        pytest.param(
            "增长5%。&nbsp;&nbsp;&nbsp;&nbsp;——工业向好。",
            ("&nbsp;&nbsp;&nbsp;&nbsp;",),
            "增长5%。\n——工业向好。",
            id="indent",
        ),
    ],
)
def test_regions_are_nothing_at_all(text: str, cut: tuple[str, ...], body: str) -> None:
    assert _body(text, *cut) == body


@pytest.mark.parametrize(
    ("text", "body"),
    [
        pytest.param(
            "1\t规模以上工业增加值及其增长速度一览\t5.1\n2\t一般公共预算收入\t6.2",
            "1规模以上工业增加值及其增长速度一览5.1\n2一般公共预算收入6.2",
            id="two rows",
        ),
        pytest.param(
            "规模以上工业增加值及其增长速度一览表，\t12\n\t5",
            "规模以上工业增加值及其增长速度一览表，12\n5",
            id="a row whose first cell is empty",
        ),
        pytest.param(
            "规模以上工业增加值，\t亿元\t12\n5月起施行",
            "规模以上工业增加值，亿元12\n5月起施行",
            id="a row and a paragraph",
        ),
        pytest.param(
            "1.\t一年来,我们召开会议12次,\n审议报告",
            "1.一年来,我们召开会议12次,审议报告",
            id="one tab is no row",
        ),
    ],
)
def test_rows_of_a_table_are_never_joined(text: str, body: str) -> None:
    assert _body(text) == body


def test_a_text_set_to_a_width_is_joined_at_full_lines_even_after_a_full_stop() -> None:
    prose = "我们召开会议审议各项报告并且提出意见建议推动问题解决。" * 20
    set_text = "　　" + "\n".join(prose[start : start + 28] for start in range(0, len(prose), 28))
    assert _body(set_text) == prose


def test_raw_spans_cover_what_was_left_out_between_their_ends() -> None:
    text = f"{PROSE}75\n- 3 -\n00人。"
    region = Region(Span(text.index("- 3 -"), text.index("- 3 -") + 5), RegionKind.PAGE_NUMBER)
    body = body_of(text, [region])
    start = body.text.index("7500")
    assert body.raw(start, start + 4).of(text) == "75\n- 3 -\n00"


def test_a_line_without_the_indent_of_paragraphs_goes_on_with_one() -> None:
    indented = "　　一年来，我们坚持以人民为中心，扎实做好各项工作，完成投资三亿元。\n" * 4
    opening = "　　2025年1月17日在青河市第十四届人民代表大会第三次会议上市长田一禾作政\n府工作报告。\n"
    assert "作政府工作报告。" in body_of("青河市政府工作报告\n" + opening + indented, ()).text
    heading = "　　推动高质量发展\n　　全市经济稳中有进。\n"
    assert "推动高质量发展\n全市" in body_of(heading + indented, ()).text
