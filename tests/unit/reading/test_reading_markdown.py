"""Markdown: the text stays as it is, its marks are regions, and masks of figures are no marks."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from summarizer.errors import NoReportText
from summarizer.outline import headings, outline
from summarizer.quantities import Kind, mentions
from summarizer.reading import Limits, RegionKind, extract, read
from summarizer.reading.markdown import marks_of

REPORT = """---
title: 工作报告
date: 2024-01-15
---
# **枫桥县人民代表大会常务委员会工作报告**

> ——2024年1月10日在枫桥县第十七届人民代表大会第三次会议上

**各位代表：**

我受县人大常委会委托，向大会报告工作，请予审议。<!-- 第9稿 -->

## 一、2023年的主要工作 ##

### （一）监督工作

- 听取和审议**专项工作报告**19项[^1]，开展*执法检查*5次。
- 提出审议意见`67`条，接待群众\\*\\*\\*人次，见[附件](http://www.example.cn/12.pdf "第8版")。

![图7](a12.png)

| 指标 | 数量 |
|------|-----:|
| 行政村 | 181个 |
| 代表建议 | **146**件 |

***

## 二、2024年的工作安排

1\\. 计划开展执法检查6次。

[^1]: 含备案审查1项。
[附件]: http://www.example.cn/13.pdf
"""

BODY = """枫桥县人民代表大会常务委员会工作报告
——2024年1月10日在枫桥县第十七届人民代表大会第三次会议上
各位代表：
我受县人大常委会委托，向大会报告工作，请予审议。
一、2023年的主要工作
（一）监督工作
听取和审议专项工作报告19项，开展执法检查5次。
提出审议意见67条，接待群众***人次，见附件。
指标 数量
行政村181个
代表建议146件
二、2024年的工作安排
1.计划开展执法检查6次。
含备案审查1项。"""


def _body(text: str) -> str:
    return read(text.encode("utf-8"), name="report").body.text


def _shown(text: str) -> str:
    """`text` without its marks."""
    for region in reversed(marks_of(text)):
        text = text[: region.span.start] + text[region.span.end :]
    return text


def test_the_text_stays_as_it_is_and_reads_without_its_marks() -> None:
    doc = read(REPORT.encode("utf-8"), name="report")
    assert doc.source.media_type == "text/markdown"
    assert doc.text == REPORT
    assert doc.body.text == BODY
    assert {region.kind for region in doc.regions} == {RegionKind.ARTIFACT}
    assert (doc.meta.title_zh, doc.meta.place_zh, doc.meta.date) == (
        BODY.split("\n")[0],
        "枫桥县",
        "2024-01-10",
    )


def test_every_number_is_accounted_for() -> None:
    doc = read(REPORT.encode("utf-8"), name="report")
    told = {kind: [m.span.of(doc.text) for m in mentions(doc) if m.kind is kind] for kind in Kind}
    assert told[Kind.INDICATOR] == ["19项", "5次", "67`条", "*\\*\\*人次", "181个", "146**件", "6次", "1项"]
    assert {"9", "7", "8"} <= {number.strip("第稿版") for number in told[Kind.FURNITURE]}


def test_headings_are_those_of_the_rendered_report() -> None:
    doc = read(REPORT.encode("utf-8"), name="report")
    assert [section.title for section in headings(outline(doc))][:4] == [
        "枫桥县人民代表大会常务委员会工作报告",
        "一、2023年的主要工作",
        "（一）监督工作",
        "二、2024年的工作安排",
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("# 一、工作 #", "一、工作"),
        ("##二、工作", "二、工作"),
        ("### C#", "C#"),
        ("> > 引文", "引文"),
        ("- [x] 完成12项", "完成12项"),
        ("* 完成12项", "完成12项"),
        ("完成**12**项", "完成12项"),
        ("**“双减”**工作", "“双减”工作"),
        ("***重点***工作", "重点工作"),
        ("**一、****2023年**工作", "一、2023年工作"),
        ("完成~~11~~12项", "完成1112项"),
        ("a __b__ c_d_e", "a b c_d_e"),
        ("`**x**` 与 ``a`b``", "**x** 与 a`b"),
        ("\\``甲` \\```乙", "`甲 ```乙"),
        ("[12项](#x)与[注](略)与[甲]", "12项与[注](略)与[甲]"),
        ("见[**附件**](a.pdf)", "见附件"),
        ("![图](a.png)甲", "甲"),
        ("12项[^3]", "12项"),
        ("1\\. 甲\\*乙 C:\\temp", "1. 甲*乙 C:\\temp"),
        ("甲\\", "甲"),
        ("a | b\n--|--\n1 | 2\n3|4", "a  b\n\n1  2\n3|4"),
        ("一 | 二", "一 | 二"),
        ("甲\n===\n乙\n---\n丙", "甲\n\n乙\n\n丙"),
        ("```markdown\n# 甲\n```", "\n甲\n"),
        ("```python\n# 甲**乙**\n```\n**丙**", "\n# 甲**乙**\n\n丙"),
        ("- 12 -", "- 12 -"),
        ("-5%与-3%", "-5%与-3%"),
    ],
)
def test_marks(text: str, shown: str) -> None:
    assert _shown(text) == shown


@pytest.mark.parametrize(
    "masked",
    [
        "接待群众****多人次",
        "接待群众***人次，办理***件",
        "**市**区人大常委会",
        "听取*项、审议*件",
        "组织**余次视察，走访**户",
        "*注：初步统计数",
        "任免干部＊＊人次",
        "投入*****万元，建成****个",
    ],
)
def test_masks_are_no_marks(masked: str) -> None:
    assert _shown(masked) == masked
    assert _body(f"# 一、工作\n\n{masked}，成效明显。").split("\n")[1] == f"{masked}，成效明显。"


@pytest.mark.parametrize(
    "text",
    [
        "各位代表：\n全年接待群众****多人次，办理建议**件。\n* 注：初步统计数。\n- 完成12项\n--- 3 ---\n",
        "**市人民代表大会常务委员会工作报告\n各位代表：\n**市**区完成12项。\n",
        "***\n各位代表：完成12项。\n———\n1. 监督12次\n",
        "#1 完成12项，#2 完成3项。\n",
    ],
)
def test_a_plain_report_with_stars_and_dashes_is_no_markdown(text: str) -> None:
    assert read(text.encode("utf-8"), name="report").source.media_type == "text/plain"


@pytest.mark.parametrize("codec", ["utf-8-sig", "gb18030", "utf-16"])
def test_markdown_is_known_in_every_encoding(codec: str) -> None:
    doc = read(REPORT.encode(codec), name="report")
    assert (doc.source.media_type, doc.source.encoding, doc.body.text) == ("text/markdown", codec, BODY)


# ---- beside a parser of Markdown that knows nothing of ours

_WORDS = st.sampled_from("完成12项 增长5.1% 专项工作报告 “三个到位” 2023年 县（区） 听取30余次".split())
_INLINE = st.one_of(
    _WORDS,
    _WORDS.map(lambda word: f" **{word}** "),
    _WORDS.map(lambda word: f" *{word}* "),
    _WORDS.map(lambda word: f"`{word}`"),
    _WORDS.map(lambda word: f"[{word}](http://www.example.cn/a_9.pdf)"),
    st.sampled_from(["\\*", "\\#", "![图9](b.png)"]),
)
_SPANS = st.lists(_INLINE, min_size=1, max_size=5).map(lambda parts: "，".join(parts) + "。")
_BLOCKS = st.one_of(
    _SPANS,
    st.tuples(st.integers(1, 6), _SPANS).map(lambda part: "#" * part[0] + " " + part[1]),
    _SPANS.map(lambda words: f"> {words}"),
    st.lists(_SPANS, min_size=1, max_size=3).map(lambda items: "\n".join(f"- {item}" for item in items)),
    st.just("***"),
)


@given(blocks=st.lists(_BLOCKS, min_size=1, max_size=6))
def test_what_is_left_is_what_a_renderer_shows(blocks: list[str]) -> None:
    text = "\n\n".join(blocks)
    rendered = [
        "".join(child.content for child in token.children or () if child.type in {"text", "code_inline"})
        for token in MarkdownIt().parse(text)
        if token.type == "inline"
    ]
    shown = [line for line in _shown(text).split("\n") if line.strip()]
    assert ["".join(line.split()) for line in shown] == [
        "".join(line.split()) for line in rendered if line.strip()
    ]


@given(text=st.text(alphabet="#*_`[](){}!>|-=~\\ \t\n\r1项。市", max_size=200))
def test_marks_of_any_text_are_apart_and_in_order(text: str) -> None:
    found = [region.span for region in marks_of(text)]
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(span.end <= len(text) for span in found)


@pytest.mark.parametrize(
    "unit",
    [
        "[",
        "![",
        "](",
        "`",
        "``a`",
        "*",
        "*a ",
        "**a",
        "_a",
        "> ",
        "- ",
        "|",
        " |",
        "# ",
        " ",
        "\t",
        "-",
        "- -",
        "[a](",
        "[a](b ",
        "\\",
        "~~~\n",
        "---\na: b\n",
        " \n",
        "**甲\n",
    ],
)
def test_hostile_text_is_searched_in_step_with_its_length(unit: str) -> None:
    text = "# 甲\n---" + unit * (200_000 // len(unit)) + "x项"
    started = time.process_time()
    doc = extract(text.encode("utf-8"), name="report", limits=Limits())
    assert doc.text == text
    assert time.process_time() - started < 20


def test_the_limit_of_characters_holds() -> None:
    with pytest.raises(NoReportText, match="over the limit of 10 "):
        extract("# 一、监督工作完成12项".encode(), name="report", limits=Limits(max_chars=10))
