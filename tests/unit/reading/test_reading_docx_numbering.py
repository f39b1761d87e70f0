"""The numbers that Word counts: in every form that Chinese documents have, started and continued as Word does."""

import pytest
from word_builder import p, word
from word_lists import item, level, levels, listing, start

from summarizer.outline import headings, outline
from summarizer.quantities import Kind, mentions_zh
from summarizer.reading import Limits, extract, read
from summarizer.reading.docx.numerals import written


def _lines(body: str, numbering: str, styles: str = "") -> list[str]:
    return extract(word(body, numbering=numbering, styles=styles), name="x", limits=Limits()).text.split("\n")


@pytest.mark.parametrize(
    ("form", "signs"),
    [
        ("decimal", "1 2 10 11 20 21 100 105 110 1000"),
        ("chineseCounting", "一 二 十 十一 二十 二十一 一〇〇 一〇五 一一〇 一〇〇〇"),
        ("chineseCountingThousand", "一 二 十 十一 二十 二十一 一百 一百零五 一百一十 一千"),
        ("taiwaneseCountingThousand", "一 二 十 十一 二十 二十一 一百 一百零五 一百一十 一千"),
        ("japaneseCounting", "一 二 十 十一 二十 二十一 一百 一百零五 一百一十 一千"),
        ("ideographDigital", "一 二 一〇 一一 二〇 二一 一〇〇 一〇五 一一〇 一〇〇〇"),
        ("chineseLegalSimplified", "壹 贰 壹拾 壹拾壹 贰拾 贰拾壹 壹佰 壹佰零伍 壹佰壹拾 壹仟"),
        ("decimalEnclosedCircle", "① ② ⑩ ⑪ ⑳ 21 100 105 110 1000"),
        ("decimalEnclosedParen", "⑴ ⑵ ⑽ ⑾ ⒇ 21 100 105 110 1000"),
        ("decimalFullWidth", "１ ２ １０ １１ ２０ ２１ １００ １０５ １１０ １０００"),
        ("decimalZero", "01 02 10 11 20 21 100 105 110 1000"),
        ("upperRoman", "I II X XI XX XXI C CV CX M"),
        ("lowerLetter", "a b j k t u vvvv aaaaa fffff 1000"),
        ("ideographTraditional", "甲 乙 癸 11 20 21 100 105 110 1000"),
        ("ordinal", "1st 2nd 10th 11th 20th 21st 100th 105th 110th 1000th"),
        ("hebrew1", "1 2 10 11 20 21 100 105 110 1000"),
    ],
)
def test_forms_of_numbers(form: str, signs: str) -> None:
    assert " ".join(written(number, form) for number in (1, 2, 10, 11, 20, 21, 100, 105, 110, 1000)) == signs


@pytest.mark.parametrize(
    "form", ["chineseCounting", "lowerLetter", "lowerRoman", "decimalEnclosedCircle", "ordinal"]
)
@pytest.mark.parametrize("number", [0, 10_010, 99_999, 999_999_999])
def test_every_number_has_a_short_form(form: str, number: int) -> None:
    assert 0 < len(written(number, form)) <= 20


def test_chinese_numerals_read_back() -> None:
    for number in [*range(1, 1200), 10_005, 10_010, 10_500, 99_999]:
        [mention] = mentions_zh(f"第{written(number, 'chineseCountingThousand')}条规定")
        assert mention.value == number


REPORT = levels(
    0, level(0, "chineseCountingThousand", "%1、"), level(1, "chineseCountingThousand", "（%2）"), level(2, "decimal", "%3.")
)  # fmt: skip
STEPS = levels(0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3"))


@pytest.mark.parametrize(
    ("numbering", "places", "labels"),
    [
        pytest.param(REPORT + listing(1, 0), "00 01 02 02 01 02 00 01", "一、 （一） 1. 2. （二） 1. 二、 （一）", id="a report's"),
        pytest.param(STEPS + listing(1, 0), "01 01 00 01 02 00", "1.1 1.2 2. 2.1 2.1.1 3.", id="deeper first"),
        pytest.param(levels(0, level(0, "decimal", "%1."), level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>')) + listing(1, 0), "00 01 01 00 01", "1. 1) 2) 2. 3)", id="never started anew"),
        pytest.param(levels(0, *(level(n, "decimal", f"%{n + 1}", '<w:lvlRestart w:val="1"/>' if n == 2 else "") for n in range(3))) + listing(1, 0), "00 01 02 01 02 00 01 02", "1 1 1 2 2 2 1 1", id="started anew by the first level alone"),
        pytest.param(STEPS + listing(0, 0) + listing(1, 0) + listing(2, 0, start(0, 1)), "10 10 20 20 10", "1. 2. 1. 2. 3.", id="a list that starts by itself"),
        pytest.param(STEPS + listing(0, 0) + listing(1, 0) + listing(2, 0), "10 20 10", "1. 2. 3.", id="lists that continue"),
        pytest.param(STEPS + listing(0, 0) + listing(1, 0) + listing(2, 0, start(0, 5) + start(1, 3)), "10 20 21 21 20 21", "1. 5. 5.3 5.4 6. 6.3", id="starts of two levels"),
        pytest.param(levels(0, level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2", "<w:isLgl/>")) + listing(1, 0), "00 01 00 01", "一、 1.1 二、 2.1", id="in digits throughout"),
        pytest.param(levels(0, level(0, "decimal", "第%1项", start=7)) + listing(1, 0), "00 00", "第7项 第8项", id="from seven on"),
        pytest.param(levels(0, level(0, "none", "注")) + listing(1, 0), "00", "注", id="no number"),
        pytest.param(STEPS + listing(1, 0, '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1，"/></w:lvl></w:lvlOverride>'), "00 00", "三， 四，", id="a level of its own"),
        pytest.param(levels(0, level(0, "custom", "%1.").replace('<w:numFmt w:val="custom"/>', '<mc:AlternateContent><mc:Choice><w:numFmt w:val="custom" w:format="001"/></mc:Choice></mc:AlternateContent>')) + listing(1, 0), "00", "1.", id="a form of its own"),
    ],
)  # fmt: skip
def test_counting(numbering: str, places: str, labels: str) -> None:
    """`places`: list and level of each paragraph; list 0 stands for list 1."""
    body = "".join(item(int(place[0]) or 1, int(place[1]), "甲") for place in places.split())
    assert [line.removesuffix("甲").strip() for line in _lines(body, numbering)] == labels.split()


@pytest.mark.parametrize(
    ("own", "line"),
    [
        pytest.param(level(0, "decimal", "%1."), "1. 2023年", id="a tab"),
        pytest.param(level(0, "decimal", "%1.", '<w:suff w:val="nothing"/>'), "1. 2023年", id="nothing, but two figures are parted"),
        pytest.param(level(0, "decimal", "第%1章", '<w:suff w:val="nothing"/>'), "第1章2023年", id="nothing"),
        pytest.param(level(0, "chineseCounting", "第%1章", '<w:suff w:val="space"/>'), "第一章 2023年", id="a blank"),
        pytest.param(level(0, "chineseCounting", "%1、", '<w:suff w:val="space"/>'), "一、2023年", id="none after Chinese punctuation"),
        pytest.param(level(0, "bullet", "\uf0b7"), "●2023年", id="a bullet of a symbol font"),
        pytest.param(level(0, "bullet", "-"), "●2023年", id="a dash is no minus"),
        pytest.param(level(0, "bullet", "——"), "——2023年", id="a Chinese dash"),
        pytest.param(level(0, "bullet", "■"), "■2023年", id="a bullet"),
        pytest.param(level(0, "bullet", ""), "2023年", id="a picture"),
        pytest.param(level(0, "decimal", "%1.", "<w:rPr><w:vanish/></w:rPr>"), "2023年", id="hidden"),
        pytest.param(level(0, "decimal", "%1." * 100), "2023年", id="a label without measure"),
        pytest.param(level(0, "decimal", "%3.%1"), ".1 2023年", id="a deeper level's number"),
        pytest.param(level(7, "decimal", "%1."), "2023年", id="another level"),
    ],
)  # fmt: skip
def test_what_stands_between_number_and_text(own: str, line: str) -> None:
    assert _lines(item(1, 0, "2023年"), levels(0, own) + listing(1, 0)) == [line]


def test_an_empty_paragraph_is_counted_and_says_nothing() -> None:
    body = item(1, 0, "甲") + item(1, 0, "") + item(1, 0, "乙")
    assert _lines(body, REPORT + listing(1, 0)) == ["一、甲", "", "三、乙"]


def test_a_paragraph_joined_by_a_deletion_has_one_number() -> None:
    deleted = item(1, 0, "甲").replace("</w:numPr>", "</w:numPr><w:rPr><w:del/></w:rPr>")
    assert _lines(deleted + item(1, 0, "乙") + item(1, 0, "丙"), REPORT + listing(1, 0)) == [
        "一、甲乙",
        "二、丙",
    ]


def _style(id: str, *inside: str) -> str:
    return f'<w:style w:type="paragraph" w:styleId="{id}">{"".join(inside)}</w:style>'


def _based(id: str) -> str:
    return f'<w:basedOn w:val="{id}"/>'


def _numbered(*inside: str) -> str:
    return f"<w:pPr><w:numPr>{''.join(inside)}</w:numPr></w:pPr>"


ONE, FIRST, SECOND, NONE = (
    '<w:numId w:val="1"/>', '<w:ilvl w:val="0"/>', '<w:ilvl w:val="1"/>', '<w:numId w:val="0"/>'
)  # fmt: skip


@pytest.mark.parametrize(
    ("styles", "label"),
    [
        pytest.param(_style("h", _numbered(SECOND, ONE)), "（一）", id="list and level"),
        pytest.param(_style("h", _based("top")) + _style("top", _numbered(ONE)), "一、", id="of the style it is based on"),
        pytest.param(_style("h", _based("top"), _numbered(SECOND)) + _style("top", _numbered(ONE)), "（一）", id="a level of its own"),
        pytest.param(_style("h", _based("top"), _numbered(NONE)) + _style("top", _numbered(ONE)), "", id="taken back"),
        pytest.param(_style("linked", _numbered(ONE)), "", id="another style"),
        pytest.param(_style("h", _based("h"), _numbered(ONE)), "一、", id="based on itself"),
        pytest.param(_style("h", _based("b")) + _style("b", _based("h")), "", id="a circle"),
        pytest.param(_style("h", _based("nowhere"), _numbered(ONE)), "一、", id="based on nothing"),
    ],
)  # fmt: skip
def test_numbers_by_style(styles: str, label: str) -> None:
    body = p("甲", properties='<w:pStyle w:val="h"/>')
    assert _lines(body, REPORT + listing(1, 0), styles) == [f"{label}甲"]


def test_a_level_that_names_its_style() -> None:
    numbering = levels(0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2", '<w:pStyle w:val="h"/>')) + listing(1, 0)  # fmt: skip
    assert _lines(p("甲", properties='<w:pStyle w:val="h"/>'), numbering, _style("h", _numbered(ONE))) == ["1.1 甲"]  # fmt: skip


def test_what_a_paragraph_says_goes_before_its_style() -> None:
    body = p("甲", properties=f'<w:pStyle w:val="h"/><w:numPr>{NONE}</w:numPr>')
    assert _lines(body, REPORT + listing(1, 0), _style("h", _numbered(ONE))) == ["甲"]


def test_a_list_whose_levels_are_those_of_a_style_for_lists() -> None:
    linked = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="chapters"/></w:abstractNum>'
    styles = _style("chapters", _numbered(ONE))
    assert _lines(item(9, 0, "甲"), REPORT + linked + listing(1, 0) + listing(9, 5), styles) == ["一、甲"]


@pytest.mark.parametrize(
    "numbering",
    [
        pytest.param("", id="none"),
        pytest.param(listing(1, 9), id="no definition"),
        pytest.param(levels(0) + listing(1, 0), id="no levels"),
        pytest.param("<w:num/><w:num w:numId='x'/><w:abstractNum/>" + listing(2, 0), id="no ids"),
    ],
)
def test_a_list_that_is_not_there(numbering: str) -> None:
    odd = p("乙", properties='<w:numPr><w:ilvl w:val="99"/><w:numId w:val="-1"/></w:numPr>')
    assert _lines(item(1, 0, "甲") + item(1, 77, "丙") + odd, numbering) == ["甲", "丙", "乙"]


def test_counted_numbers_are_headings_and_enumerators() -> None:
    body = (
        p("青河市政府工作报告")
        + item(1, 0, "2022年工作回顾")
        + item(1, 1, "经济稳步增长")
        + item(1, 2, "2022年，全市新增企业30家，办结建议12件，工作取得新的进展。")
        + item(1, 0, "2023年主要任务")
        + p("新增就业5万人。")
    )
    doc = read(word(body, numbering=REPORT + listing(1, 0)), name="report.docx")
    titles = {section.heading.of(doc.text) for section in headings(outline(doc)) if section.heading}
    assert {"一、2022年工作回顾", "（一）经济稳步增长", "二、2023年主要任务"} <= titles
    kinds = {mention.text: mention.kind for mention in mentions_zh(doc.body.text)}
    assert kinds["1."] is Kind.ENUMERATOR
    assert "1. 2022" not in kinds
