"""Word documents: styles, contents, footnotes, tables, and text that stays text."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Twips
from page_builder import linjiang_page
from word_dump import body, fields, footnotes, lines, part

from summarizer.render.docx import word_document
from summarizer.render.page import (
    Bar,
    Block,
    Bullets,
    Chart,
    Chinese,
    Facts,
    Flag,
    Heading,
    Item,
    Note,
    NoteMark,
    Notice,
    Page,
    Paragraph,
    Quotation,
    Table,
    line,
)

PAGE = word_document(linjiang_page(rows=3))


def _made(*blocks: Block, notes: tuple[Note, ...] = ()) -> bytes:
    return word_document(Page("t", blocks, notes))


def test_every_block_stands_in_its_style_and_order() -> None:
    assert lines(PAGE) == [
        "Title: Work Report of the Standing Committee of the Linjiang Municipal People's Congress",
        "Subtitle: 临江市人民代表大会常务委员会工作报告",
        "Notice: This text is no work report but a press report. It is summarised all the same.",
        "Reporting body | Standing Committee of Linjiang (临江市人大常委会)",
        "Period | 2022",
        "AfterTable: ",
        "Aside: Written by the offline engine.",
        "TOCHeading: Contents",
        "TOC1: At a glance",
        "TOC1: Main work in 2022",
        "TOC2: Oversight",
        "TOC3: Follow-up",
        "TOC1: Indicators",
        "TOC1: Closing account",
        "Heading1: At a glance",
        "ListBullet: Special work reports: 19{1}",
        "ListBullet: [!SWAPPED] 12 inspections",
        "ListContinue: Contradicted: the source says 3.",
        "ListContinue: In the source: “执法检查3次”",
        "Caption: Special work reports heard",
        "Linjiang 2022 |  | 19",
        "Linjiang 2021 |  |  | about 9",
        "Yunqiao 2022 |  | masked in the source",
        "Yanxi 2022 |  |  | [!SCALE] 13 million",
        "AfterTable: ",
        "Heading1: Main work in 2022",
        "UnderHeading: 2022年主要工作",
        "Heading2: Oversight",
        "UnderHeading: 监督工作",
        "Normal: The Standing Committee heard 19 special work reports.{1} It inspected how three laws are applied.{2}",
        "Normal: In the report's words (not translated):",
        "Quote: 2023年，制定地方性法规4件。",
        "Quote: “十四五”规划纲要中期评估……",
        "Heading3: Follow-up",
        "ListNumber: First.",
        "ListNumber: Second.",
        "ListNumber: First again.",
        "Heading1: Indicators",
        "Indicator | Figure | In the source",
        "Inspections of kind 1 | 11 | 开展第1类执法检查11次",
        "Inspections of kind 2 | 21 | 开展第2类执法检查21次",
        "Inspections of kind 3 | 31 | 开展第3类执法检查31次",
        "AfterTable: ",
        "Heading1: Closing account",
        f"ListBullet: Source file: SHA-256 {'ab' * 32}",
    ]


def test_every_style_that_is_used_is_there() -> None:
    styles = part(PAGE, "word/styles.xml")
    known = {style.get(qn("w:styleId")) for style in styles.iter(qn("w:style"))}
    used = {
        element.get(qn("w:val"))
        for name in ("word/document.xml", "word/footnotes.xml", "word/footer1.xml")
        for element in part(PAGE, name).iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
    }
    assert used <= known
    assert used >= {"Flag", "Chinese", "Strong", "Code", "FootnoteReference", "FootnoteText", "ReportTable"}
    based = {e.get(qn("w:val")) for e in styles.iter(qn("w:basedOn"), qn("w:next"))}
    assert based <= known


def _runs(data: bytes, style: str) -> list[str]:
    return [
        "".join(t.text or "" for t in run.iter(qn("w:t")))
        for run in body(data).iter(qn("w:r"))
        if any(found.get(qn("w:val")) == style for found in run.iter(qn("w:rStyle")))
    ]


def test_a_flag_is_text_in_its_own_style_wherever_it_stands() -> None:
    assert _runs(PAGE, "Flag") == ["[!SWAPPED] ", "[!SCALE] "]
    flag = Flag("VALUE")
    everywhere = _made(
        Heading(2, line(flag, "1"), line(flag, "2")),
        Notice("x", line(flag, "3")),
        Facts((("f", line(flag, "4")),)),
        Table((line(flag, "5"),), ((line(flag, "6"),),)),
        Chart("c", (Bar("b", 0.2, line(flag, "7")),)),
        Bullets((Item(line(flag, "8"), (line(flag, "9"),)),)),
        Paragraph(line(flag, "10", NoteMark(1)), aside=True),
        notes=(Note(1, line(flag, "11")),),
    )
    assert _runs(everywhere, "Flag") == ["[!VALUE] "] * 10
    assert footnotes(everywhere) == {"1": "[!VALUE] 11"}
    styles = {
        style.get(qn("w:styleId")): style for style in part(PAGE, "word/styles.xml").iter(qn("w:style"))
    }
    (color,) = styles["Flag"].iter(qn("w:color"))
    assert color.get(qn("w:val")) == "8B0000"
    assert list(styles["Flag"].iter(qn("w:b")))


def test_chinese_is_set_as_chinese() -> None:
    assert "监督工作" in _runs(PAGE, "Chinese")
    assert "“十四五”规划纲要中期评估……" in _runs(PAGE, "Chinese")
    styles = {
        style.get(qn("w:styleId")): style for style in part(PAGE, "word/styles.xml").iter(qn("w:style"))
    }
    (language,) = styles["Chinese"].iter(qn("w:lang"))
    assert language.get(qn("w:eastAsia")) == "zh-CN"
    (fonts,) = styles["Chinese"].iter(qn("w:rFonts"))
    assert fonts.get(qn("w:eastAsia")) == "Microsoft YaHei"


def test_notes_are_footnotes_of_word_and_a_second_mark_refers_to_the_first() -> None:
    assert footnotes(PAGE) == {
        "1": "Oversight, characters 100–112: “听取专项工作报告19项”",
        "2": "Oversight, characters 200–207: “检查3部法律的实施情况”",
    }
    root = part(PAGE, "word/footnotes.xml")
    assert [note.get(qn("w:type")) for note in root][:2] == ["separator", "continuationSeparator"]
    with ZipFile(BytesIO(PAGE)) as file:
        assert "footnotes+xml" in file.read("[Content_Types].xml").decode()
        assert "relationships/footnotes" in file.read("word/_rels/document.xml.rels").decode()
    references = [code for code in fields(body(PAGE)) if code.startswith("NOTEREF")]
    assert references == ["NOTEREF _Note1 \\f \\h"]
    assert "_Note1" in {mark.get(qn("w:name")) for mark in body(PAGE).iter(qn("w:bookmarkStart"))}


def test_notes_are_numbered_as_their_first_marks_stand() -> None:
    notes = tuple(Note(number, line(f"note {number}")) for number in (3, 7, 9))
    made = _made(Paragraph(line("a", NoteMark(7), "b", NoteMark(3), "c", NoteMark(7))), notes=notes)
    assert footnotes(made) == {"1": "note 7", "2": "note 3"}
    assert lines(made) == ["Normal: a{1}b{2}c{1}"]


def test_a_mark_without_its_note_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="no note 5"):
        _made(Paragraph(line(NoteMark(5))))


def test_bookmarks_have_names_and_numbers_of_their_own_and_the_contents_lead_to_them() -> None:
    starts = list(body(PAGE).iter(qn("w:bookmarkStart")))
    names, ids = ([mark.get(qn(f"w:{name}")) for mark in starts] for name in ("name", "id"))
    assert len(set(names)) == len(names) > 6
    assert len(set(ids)) == len(ids)
    assert sorted(ids) == sorted(mark.get(qn("w:id")) for mark in body(PAGE).iter(qn("w:bookmarkEnd")))
    led = [link.get(qn("w:anchor")) for link in body(PAGE).iter(qn("w:hyperlink"))]
    assert len(led) == 6
    assert set(led) <= set(names)


def test_the_contents_are_a_field_that_is_whole_and_asks_no_question() -> None:
    assert [code for code in fields(body(PAGE)) if "TOC" in code] == ['TOC \\o "1-3" \\h \\z \\u']
    kinds = [char.get(qn("w:fldCharType")) for char in body(PAGE).iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"] * 2
    assert not list(part(PAGE, "word/settings.xml").iter(qn("w:updateFields")))
    assert not any(char.get(qn("w:dirty")) for char in body(PAGE).iter(qn("w:fldChar")))


def test_few_headings_need_no_contents() -> None:
    two = _made(Heading(1, line("t")), Heading(2, line("a")), Heading(2, line("b")))
    assert lines(two) == ["Title: t", "Heading1: a", "Heading1: b"]


def test_levels_below_the_last_style_share_it() -> None:
    made = _made(*(Heading(level, line("x")) for level in range(1, 7)))
    assert [text for text in lines(made) if text.startswith(("Title", "Heading"))] == [
        "Title: x", "Heading1: x", "Heading2: x", "Heading3: x", "Heading4: x", "Heading4: x",
    ]  # fmt: skip


def test_the_heading_row_of_a_table_repeats_and_no_row_is_parted() -> None:
    *_, table = body(PAGE).iter(qn("w:tbl"))
    rows = list(table.iter(qn("w:tr")))
    assert [bool(list(row.iter(qn("w:tblHeader")))) for row in rows] == [True, False, False, False]
    assert all(list(row.iter(qn("w:cantSplit"))) for row in rows)
    styles = [[style.get(qn("w:val")) for style in row.iter(qn("w:pStyle"))] for row in rows]
    assert styles == [
        ["TableHead", "TableNumberHead", "TableHead"],
        *[["TableText", "TableNumber", "TableText"]] * 3,
    ]


@pytest.mark.parametrize("widths", [(), (3, 1, 2), (1, 1, 1)])
def test_a_table_fills_the_width_of_the_text(widths: tuple[int, ...]) -> None:
    made = _made(
        Table((line("a"), line("b"), line("c")), ((line("x" * 90), line("1"), line("字")),), widths=widths)
    )
    (grid,) = body(made).iter(qn("w:tblGrid"))
    columns = [int(str(column.get(qn("w:w")))) for column in grid]
    assert sum(columns) == Mm(170).twips
    if widths:
        assert columns[0] * widths[1] == pytest.approx(columns[1] * widths[0], abs=3)


def test_a_bar_is_as_long_as_its_share() -> None:
    shares = (1.0, 0.5, 0.001, 0.0, None, 7.0)
    made = _made(Chart("c", tuple(Bar(f"b{share}", share, line("1")) for share in shares)))
    spans = []
    for row in body(made).iter(qn("w:tr")):
        cells = list(row.iter(qn("w:tc")))
        spans.append(
            [int(str(span.get(qn("w:val")))) for cell in cells for span in cell.iter(qn("w:gridSpan"))]
        )
        shaded = [bool(list(cell.iter(qn("w:shd")))) for cell in cells]
        assert (
            sum(int(str(w.get(qn("w:w")))) for cell in cells for w in cell.iter(qn("w:tcW"))) == Mm(170).twips
        )
        assert shaded[0] is shaded[-1] is False
    assert spans == [[40], [20, 20], [39], [40], [40], [40]]


def test_each_list_with_numbers_counts_from_one() -> None:
    ordered = Bullets((Item(line("a")), Item(line("b"))), ordered=True)
    made = _made(ordered, ordered)
    used = [number.get(qn("w:val")) for number in body(made).iter(qn("w:numId"))]
    assert used == ["3", "3", "4", "4"]
    numbering = part(made, "word/numbering.xml")
    assert [num.get(qn("w:numId")) for num in numbering.iter(qn("w:num"))] == ["1", "2", "3", "4"]
    assert len(list(numbering.iter(qn("w:startOverride")))) == 2


def test_page_language_title_and_nothing_made_up() -> None:
    document = Document(BytesIO(PAGE))
    section = document.sections[0]
    assert (section.page_width, section.page_height) == (Twips(11906), Twips(16838))
    properties = document.core_properties
    assert properties.title == linjiang_page().title
    assert (properties.language, properties.author, properties.comments) == ("en-GB", "", "")
    assert fields(part(PAGE, "word/footer1.xml")) == ["PAGE", "NUMPAGES"]
    with ZipFile(BytesIO(PAGE)) as file:
        assert not {
            name for name in file.namelist() if "thumbnail" in name or "customXml" in name or "app" in name
        }
        whole = b"".join(map(file.read, file.namelist()))
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert b"python-docx" not in whole
    assert b"dcterms:created" not in whole


def test_equal_pages_give_equal_bytes() -> None:
    assert word_document(linjiang_page(rows=3)) == PAGE


_HOSTILE = (
    "a\x00b", "\x0b\x0c\x1b", "\ud800", "\ufffe\uffff", "\u202e1234", "x\r\ny\tz", "<w:p/>", "&amp;", "]]>",
    'INCLUDETEXT "/etc/passwd"', "{ DDEAUTO c:\\\\x }", "http://x.example/", "=1+1", "[^1]", " ", "",
)  # fmt: skip


@pytest.mark.parametrize("text", _HOSTILE, ids=map(repr, _HOSTILE))
def test_foreign_text_is_text_in_every_place(text: str) -> None:
    own = line(text, Chinese(text)) if text else (Chinese(text),)
    made = word_document(
        Page(
            text,
            (
                Heading(1, own, own),
                *(Heading(level, own, own) for level in (2, 3, 4)),
                Notice(text, own),
                Facts(((text, own),)),
                Quotation((text,)),
                Bullets((Item(own, (own,)),), ordered=True),
                Table((own, own), ((own, own),)),
                Chart(text, (Bar(text, 0.5, own),)),
                Paragraph((*own, NoteMark(1))),
            ),
            (Note(1, own),),
        )
    )
    assert [code for code in fields(body(made)) if "TOC" not in code] == []
    with ZipFile(BytesIO(made)) as file:
        assert not [name for name in file.namelist() if b"External" in file.read(name)]
    assert Document(BytesIO(made)).core_properties.title is not None


def test_blanks_at_the_ends_of_runs_are_kept() -> None:
    assert lines(_made(Paragraph(line("a ", Chinese("字"), "\n b", " ", "c")))) == ["Normal: a 字 b c"]


def test_empty_blocks_leave_no_empty_tables() -> None:
    assert lines(_made(Facts(()), Chart("c", ()), Bullets(()), Quotation(()))) == []
