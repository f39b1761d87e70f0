"""Word documents to text: what is printed is there once, in reading order; what is not printed is not there."""

import pytest
from word_builder import p, package, r, relations, row, t, tbl, word, word_parts

from summarizer.reading import Extracted, Limits, RegionKind, Unit, extract, read

HIDDEN = "<w:vanish/>"


def _extract(body: str, **parts: str) -> Extracted:
    return extract(word(body, **parts), name="report.docx", limits=Limits())


def _text(body: str, **parts: str) -> str:
    return _extract(body, **parts).text


def _field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _box(inside: str) -> str:
    return f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(p("甲"), "甲", id="one paragraph"),
        pytest.param(p("甲") + p() + p("乙"), "甲\n\n乙", id="an empty paragraph is an empty line"),
        pytest.param(p("增长5", ".", "1", "%"), "增长5.1%", id="runs are joined"),
        pytest.param(p(f"<w:r>{t('甲')}<w:tab/>{t('乙')}<w:br/>{t('丙')}<w:cr/>{t('丁')}</w:r>"), "甲\t乙\n丙\n丁", id="tab and line breaks"),
        pytest.param(p("甲", '<w:r><w:br w:type="page"/></w:r>') + p("乙"), "甲\n乙", id="page break at an end"),
        pytest.param(p("12", '<w:r><w:br w:type="page"/></w:r>', "34"), "12\n34", id="page break inside"),
        pytest.param(p("5", "<w:r><w:noBreakHyphen/></w:r>", "6月", "<w:r><w:softHyphen/></w:r>", "底"), "5-6月底", id="hyphens"),
        pytest.param(p("<w:r><w:t>  甲 </w:t></w:r>", "<w:r><w:t>\n  乙\n</w:t></w:r>"), "甲乙", id="blanks that are not to be kept"),
        pytest.param(p("<w:r><w:sym w:font='Wingdings' w:char='F06C'/></w:r>", "甲"), "●甲", id="a bullet of Wingdings"),
        pytest.param(p("气温", "<w:r><w:sym w:font='Symbol' w:char='F0B3'/></w:r>", "5"), "气温≥5", id="a sign of Symbol"),
        pytest.param(p("5", "<w:r><w:sym w:font='Webdings' w:char='F021'/></w:r>", "6"), "5 6", id="an unknown sign is a blank"),
        pytest.param(p("&lt;", r("a & b < c")), "&lt;a & b < c", id="markup is text"),
        pytest.param(p("<w:hyperlink>" + r("甲") + "</w:hyperlink>", "<w:smartTag>" + r("乙") + "</w:smartTag>", "<w:customXml>" + r("丙") + "</w:customXml>"), "甲乙丙", id="what wraps runs"),
        pytest.param("<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>" + p("甲", "<w:sdt><w:sdtContent>" + r("乙") + "</w:sdtContent></w:sdt>") + "</w:sdtContent></w:sdt>", "甲乙", id="content controls"),
        pytest.param(p("<w:r><w:ruby><w:rt>" + r("han") + "</w:rt><w:rubyBase>" + r("汉") + "</w:rubyBase></w:ruby></w:r>"), "汉", id="readings are left out"),
        pytest.param(p("甲<乙"), "甲<乙", id="angle brackets in text"),
        pytest.param(p("2", properties="<w:framePr w:dropCap='drop'/>") + p("022年"), "2022年", id="a large first letter"),
        pytest.param(p("总量10", r("8", '<w:vertAlign w:val="superscript"/>'), "元"), "总量10⁸元", id="a power is none of the number's digits"),
        pytest.param(p("增长5", r("[3]", '<w:vertAlign w:val="superscript"/>')), "增长5[3]", id="a mark in brackets stays"),
        pytest.param(p("PM", r("2.5", '<w:vertAlign w:val="subscript"/>')), "PM2.5", id="what stands below the line"),
        pytest.param(p("约", "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f></m:oMath>"), "约1/3", id="a fraction"),
    ],
)  # fmt: skip
def test_what_stands_in_paragraphs(body: str, text: str) -> None:
    assert _text(body) == text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(p("办结", "<w:del>" + "<w:r><w:delText>12</w:delText></w:r>" + "</w:del>", "<w:ins>" + r("13") + "</w:ins>", "件"), "办结13件", id="deleted and put in"),
        pytest.param(p("<w:ins><w:del>" + r("乙") + "</w:del>" + r("丙") + "</w:ins>"), "丙", id="put in, then deleted"),
        pytest.param(p("<w:moveFrom>" + r("甲") + "</w:moveFrom>") + p("乙", "<w:moveTo>" + r("甲") + "</w:moveTo>"), "\n乙甲", id="moved"),
        pytest.param(p("审议报告1", properties="<w:rPr><w:del/></w:rPr>") + p("9项"), "审议报告19项", id="a deleted end of a paragraph joins two"),
        pytest.param(p("<w:del>" + r("甲") + "</w:del>", properties="<w:rPr><w:del/></w:rPr>") + p("乙"), "乙", id="a paragraph deleted whole"),
        pytest.param(p("甲") + p("乙", properties="<w:rPr><w:del/></w:rPr>"), "甲\n乙", id="the last end cannot be joined"),
        pytest.param(tbl(row("甲", "1"), row("乙", "2").replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>")), "甲\t1", id="a deleted row"),
        pytest.param(p("甲", properties='<w:pPrChange><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:pPrChange>') + p("乙"), "甲\n乙", id="what properties were before"),
        pytest.param(p("甲", r("秘", HIDDEN), r("乙", '<w:vanish w:val="0"/>')), "甲乙", id="hidden text"),
        pytest.param(p("甲", properties=f"<w:rPr>{HIDDEN}</w:rPr>") + p("乙"), "甲乙", id="a hidden end of a paragraph"),
        pytest.param(p("甲", "<w:commentRangeStart/>", "乙", "<w:commentRangeEnd/><w:r><w:commentReference/></w:r>"), "甲乙", id="comments"),
    ],
)  # fmt: skip
def test_tracked_changes_are_taken_as_accepted_and_hidden_text_is_not_printed(body: str, text: str) -> None:
    assert _text(body) == text


def test_styles_hide_text_along_what_they_are_based_on() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="secret"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="child"><w:basedOn w:val="secret"/></w:style>'
        '<w:style w:type="character" w:styleId="open"><w:basedOn w:val="secret"/><w:rPr><w:vanish w:val="false"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="note"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="up"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    )
    body = p("甲", r("乙", '<w:rStyle w:val="child"/>'), r("丙", '<w:rStyle w:val="open"/>'))
    body += p("丁", properties='<w:pStyle w:val="note"/>') + p("戊9", r("2", '<w:rStyle w:val="up"/>'))
    assert _text(body, styles=styles) == "甲丙\n戊9²"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(p("见", _field(" REF x ", r("第三节")), "。"), "见第三节。", id="a result is text"),
        pytest.param(p(_field(r"eq \o\ac(○,5)", "").replace("separate", "x"), "甲"), "⑤甲", id="a figure in a circle"),
        pytest.param(p("- ", _field("PAGE \\* MERGEFORMAT", r("12")), " -"), "-  -", id="a page number is none of the report's"),
        pytest.param(p("甲", '<w:fldSimple w:instr=" NUMPAGES ">' + r("9") + "</w:fldSimple>", '<w:fldSimple w:instr="AUTHOR">' + r("乙") + "</w:fldSimple>"), "甲乙", id="simple fields"),
        pytest.param(p("甲", _field("IF " + "</w:instrText></w:r>" + _field("PAGE", r("1")) + "<w:r><w:instrText>", r("乙"))), "甲乙", id="a field in an instruction"),
        pytest.param(p("甲", '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>XE</w:instrText></w:r>') + p("乙"), "甲\n乙", id="one that is never ended swallows nothing"),
        pytest.param(p('<w:r><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/></w:r>', "甲"), "甲", id="one that never began"),
    ],
)  # fmt: skip
def test_fields(body: str, text: str) -> None:
    assert _text(body) == text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(p("甲") + tbl(row("指标", "2022年"), row("产值", "3亿元")) + p("乙"), "甲\n指标\t2022年\n产值\t3亿元\n乙", id="rows are lines"),
        pytest.param(tbl(row("甲", "", "3"), row("乙", "2", "")), "甲\t\t3\n乙\t2\t", id="empty cells keep their place"),
        pytest.param(tbl(row("<w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" + p("合计"), "9")), "合计\t9", id="cells merged across are told once"),
        pytest.param(tbl(row("<w:tcPr><w:vMerge w:val='restart'/></w:tcPr>" + p("市区"), "1"), row("<w:tcPr><w:vMerge/></w:tcPr>" + p("市区"), "2")), "市区\t1\n\t2", id="cells merged down are told once"),
        pytest.param(tbl(row("<w:tcPr><w:cellDel/></w:tcPr>" + p("甲"), "乙", "丙")), "乙\t丙", id="a deleted cell"),
        pytest.param(tbl(row(p("产值") + p("（亿元）"), "3")), "产值 （亿元）\t3", id="short paragraphs of a cell"),
        pytest.param(tbl(row(p("第一段") + p("第二段"))), "第一段\n第二段", id="one cell is no table"),
        pytest.param(tbl(row(p("左" * 50) + p("左下" * 20), p("右"))), "左" * 50 + "\n" + "左下" * 20 + "\n右", id="a table that sets out text"),
        pytest.param(tbl(row(tbl(row("1", "2"), row("3", "4")) + p(), "甲")), "1\t2\n3\t4\n\n甲", id="a table in a cell"),
        pytest.param(tbl(row(p(f"<w:r>{t('产')}<w:br/>{t('值')}</w:r>"), "3")), "产 值\t3", id="a line break in a cell"),
        pytest.param(tbl("<w:sdt><w:sdtContent>" + row("甲", "1") + "</w:sdtContent></w:sdt>"), "甲\t1", id="a row in a content control"),
        pytest.param(tbl("<w:tr/>", "<w:tr><w:tc/></w:tr>") + p("甲"), "甲", id="rows and cells of nothing"),
    ],
)  # fmt: skip
def test_tables_in_reading_order(body: str, text: str) -> None:
    assert _text(body) == text


def test_a_figure_alone_in_its_row_is_none_of_the_row_above() -> None:
    merged = "<w:tcPr><w:vMerge/></w:tcPr>" + p()
    rows = [row("全市规模以上工业企业研究与试验发展经费支出占比", f"{n}") for n in (12, 34)] + [
        row(merged, "5")
    ]
    assert read(word(tbl(*rows)), name="report.docx").body.text.split("\n")[2] == "5"


def test_figures_of_two_rows_are_never_one_number() -> None:
    rows = [row(str(n), f"第{n}项指标", "亿元", f"{n}00.5") for n in range(1, 9)]
    doc = read(word(p("主要指标完成情况如下") + tbl(*rows)), name="report.docx")
    assert [line.split(" ")[-1][-5:] for line in doc.body.text.split("\n")[1:]] == [
        f"{n}00.5" for n in range(1, 9)
    ]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(p("正文", _box(p("框一") + p("框二")), "续") + p("后"), "正文续\n框一\n框二\n后", id="after the paragraph that holds it"),
        pytest.param(p("<mc:AlternateContent><mc:Choice Requires='wps'>" + _box(p("新")) + "</mc:Choice><mc:Fallback>" + _box(p("旧")) + "</mc:Fallback></mc:AlternateContent>", "甲"), "甲\n新", id="one of two forms"),
        pytest.param(p("<mc:AlternateContent><mc:Fallback>" + _box(p("旧")) + "</mc:Fallback></mc:AlternateContent>", "甲"), "甲\n旧", id="the only form"),
        pytest.param(tbl(row(p("甲", _box(p("框"))), "1")), "甲 框\t1", id="in a cell"),
        pytest.param(p(_box(p("框")), properties="<w:rPr><w:del/></w:rPr>"), "\n框", id="in a paragraph whose end was deleted"),
    ],
)  # fmt: skip
def test_text_boxes(body: str, text: str) -> None:
    assert _text(body) == text


def _regions(found: Extracted) -> list[tuple[RegionKind, str]]:
    return [(region.kind, region.span.of(found.text)) for region in found.regions]


NOTES = (
    '<w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote>'
    f'<w:footnote w:id="1">{p("<w:r><w:footnoteRef/></w:r>", " 双控：指总量3项控制。")}{p("另指强度。")}</w:footnote>'
    f'<w:footnote w:id="7">{p("第二条")}</w:footnote><w:footnote w:id="8">{p("无人引用")}</w:footnote>'
)


def _refer(id: int, kind: str = "footnote", more: str = "") -> str:
    return f'<w:r><w:{kind}Reference w:id="{id}"{more}/></w:r>'


def test_notes_stand_at_the_end_and_never_at_a_figure() -> None:
    ends = f'<w:endnote w:id="1">{p("尾注")}</w:endnote>'
    body = p("增长5.1%", _refer(7), "，落实“双控”", _refer(1), "3项", _refer(1, "endnote"), "。")
    found = _extract(body, footnotes=NOTES, endnotes=ends)
    assert found.text.split("\n") == [
        "增长5.1%【1】，落实“双控”【2】3项【3】。",
        "【1】第二条",
        "【2】双控：指总量3项控制。 另指强度。",
        "【3】尾注",
    ]
    *marks, notes = _regions(found)
    assert marks == [(RegionKind.ARTIFACT, f"【{number}】") for number in (1, 2, 3)]
    assert notes == (RegionKind.GLOSSARY, "\n".join(found.text.split("\n")[1:]))
    doc = read(word(body, footnotes=NOTES, endnotes=ends), name="report.docx")
    assert doc.body.text == "增长5.1%，落实“双控”3项。"


def test_a_mark_of_a_note_that_parts_two_figures_stays() -> None:
    doc = read(word(p("增长5", _refer(7), "3月底"), footnotes=NOTES), name="report.docx")
    assert doc.body.text == "增长5【1】3月底"


def test_references_to_no_note_leave_no_mark() -> None:
    body = p("甲", _refer(99), "<w:del>" + _refer(7) + "</w:del>", r("", HIDDEN), "乙")
    assert _text(body, footnotes=NOTES) == "甲乙"


def test_a_mark_of_the_authors_own_is_replaced() -> None:
    own = '<w:r><w:footnoteReference w:id="7" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    assert _text(p("增长5", own, "。"), footnotes=NOTES) == "增长5【1】。\n【1】第二条"


def _contents_field() -> str:
    begin, end = _field('TOC \\o "1-3"', "|").split("|")
    entries = p(begin, "一、工作回顾\t1") + p("二、主要任务\t9") + p(end)
    return p("目　录") + entries


@pytest.mark.parametrize(
    "contents",
    [
        pytest.param(_contents_field(), id="a field"),
        pytest.param(
            '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
            f"<w:sdtContent>{_contents_field()}</w:sdtContent></w:sdt>",
            id="a content control",
        ),
        pytest.param(
            p("目　录") + "".join(p(entry, properties='<w:pStyle w:val="toc1"/>') for entry in ("一、工作回顾\t1", "二、主要任务\t9", "")),
            id="styles",
        ),
    ],
)  # fmt: skip
def test_a_table_of_contents_is_navigation(contents: str) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="toc1"><w:name w:val="toc 1"/></w:style>'
    found = _extract(p("青河市政府工作报告") + contents + p("一、工作回顾") + p("增长5%。"), styles=styles)
    assert _regions(found) == [(RegionKind.NAVIGATION, "目　录\n一、工作回顾\t1\n二、主要任务\t9")]
    assert found.text.endswith("一、工作回顾\n增长5%。")


def test_contents_that_never_end_are_text() -> None:
    begin = _field("TOC", "|").split("|")[0]
    found = _extract(p(begin, "一、工作回顾") + p("增长5%。"))
    assert (found.text, found.regions) == ("一、工作回顾\n增长5%。", ())


def test_contents_inside_a_paragraph_leave_its_other_text() -> None:
    found = _extract(p("甲", _field("TOC", r("目录一")), "乙") + p("丙"))
    assert (found.text, found.regions) == ("甲目录一乙\n丙", ())


def test_paragraphs_of_the_layout_are_those_of_the_text() -> None:
    found = _extract(
        p("甲") + p() + tbl(row("乙", "丙")) + p("丁", _refer(7)) + p("戊", properties="<w:rPr><w:del/></w:rPr>") + p("己"),
        footnotes=NOTES,
    )  # fmt: skip
    assert found.text == "甲\n\n乙\t丙\n丁【1】\n戊己\n【1】第二条"
    assert found.layout.unit is Unit.PARAGRAPH
    numbers = {char: found.layout.number(found.text.index(char)) for char in "甲乙丙丁戊己第"}
    assert numbers == {"甲": 1, "乙": 3, "丙": 4, "丁": 5, "戊": 6, "己": 6, "第": 7}


def test_headers_footers_and_other_parts_are_not_read() -> None:
    parts = word_parts(p("正文"))
    parts |= {
        f"word/{name}.xml": "<w:hdr>不读" for name in ("header1", "footer1", "comments", "glossary/document")
    }
    parts["word/_rels/document.xml.rels"] = relations(
        {"header": "header1.xml", "footer": "footer1.xml", "comments": "comments.xml"}
    )
    assert extract(package(parts), name="report.docx", limits=Limits()).text == "正文"


def _strict(parts: dict[str, str | bytes]) -> dict[str, str | bytes]:
    return {
        path: str(part)
        .replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
        .replace("http://schemas.openxmlformats.org/officeDocument/2006", "http://purl.oclc.org/ooxml/officeDocument")
        for path, part in parts.items()
    }  # fmt: skip


PARTS = word_parts(p("增长5", _refer(7), "%"), footnotes=NOTES)


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param(_strict(PARTS), id="strict"),
        pytest.param({path.upper(): part for path, part in PARTS.items()}, id="upper case"),
        pytest.param({path.replace("/", "\\"): part for path, part in PARTS.items()}, id="backslashes"),
        pytest.param({path: b"\xef\xbb\xbf" + str(part).encode() for path, part in PARTS.items()}, id="byte-order marks"),
        pytest.param({path: f'<?xml version="1.0" encoding="UTF-16"?>{part!s}'.encode("utf-16") for path, part in PARTS.items()}, id="utf-16"),
        pytest.param(PARTS | {"_rels/.rels": relations({"officeDocument": "/word/document.xml"})}, id="absolute target"),
        pytest.param(PARTS | {"_rels/.rels": relations({"officeDocument": "./x/../word/document.xml"})}, id="winding target"),
        pytest.param({path: part for path, part in PARTS.items() if path != "_rels/.rels"}, id="by content type"),
        pytest.param({path: part for path, part in PARTS.items() if path != "[Content_Types].xml"}, id="without content types"),
        pytest.param({path.replace("word/", "doc/").replace("document.xml", "main.xml"): str(part).replace("word/document.xml", "doc/main.xml").replace("/word/", "/doc/") for path, part in PARTS.items()}, id="other paths"),
        pytest.param({path: str(part).replace("document.main+xml", "template.macroEnabledTemplate.main+xml") for path, part in PARTS.items()} | {"word/vbaProject.bin": b"\0"}, id="with macros"),
    ],
)  # fmt: skip
def test_packages_as_others_write_them(parts: dict[str, str | bytes]) -> None:
    found = extract(package(parts), name="report.docx", limits=Limits())
    assert found.text == "增长5【1】%\n【1】第二条"
    assert found.media_type.endswith("wordprocessingml.document")
