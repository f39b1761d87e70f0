"""Web pages: what a reader sees of them, which of it is the article, and what is no report at all."""

import pytest
from web_pages import ARTICLE, FIGURES, PAGES, TITLE, extract_page, page, page_text, read_page

from summarizer.errors import NoReportText
from summarizer.outline import outline
from summarizer.quantities import Kind, inventory, mentions
from summarizer.reading import RegionKind, ReportKind

# ---- the text that a reader sees


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>一<p>二<div>三</div>四", "一\n二\n三\n四"),
        ("甲<br>乙<br/>丙", "甲\n乙\n丙"),
        ("<p>开展检查<span>30</span><span>余</span><b>次</b></p>", "开展检查30余次"),
        ("<p><font>98</font>.<b><i>6</i></b>%</p>", "98.6%"),
        ("<p>完成\n      120亿元\n</p>", "完成 120亿元"),
        ("<p>依法\n      监督</p>", "依法监督"),
        ("<p>A  B\tC</p>", "A B C"),
        ("<p>&nbsp;&nbsp;&nbsp; 一、工作</p><p>　　二、工作</p>", "\xa0\xa0\xa0一、工作\n　　二、工作"),
        ("<p>&nbsp;</p><p>　</p><p>有</p>", "有"),
        ("<p>&ldquo;双减&rdquo; &#24037;&#x4f5c; &lt;3项&gt; &amp;nbsp;</p>", "“双减” 工作 <3项> &nbsp;"),
        ("<p>一<o:p>&nbsp;</o:p></p><p><st1:chsdate>2023年</st1:chsdate></p>", "一\xa0\n2023年"),
        ("<pre>一、甲\n  二、乙\r\n三、丙</pre>", "一、甲\n二、乙\n三、丙"),
        ("<ul><li>甲<ul><li>乙</ul><li>丙</ul>", "甲\n乙\n丙"),
        ("<ruby>县<rp>(</rp><rt>xiàn</rt><rp>)</rp></ruby>长", "县长"),
        ("<b><p>甲</b>乙</p></div></font>丙", "甲乙\n丙"),
        ("<p>甲</p></body></html><p>乙", "甲\n乙"),
    ],
)
def test_blocks_are_lines_and_marks_inside_a_line_leave_no_trace(markup: str, text: str) -> None:
    assert page_text(markup) == text


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>document.write('<p>9项</p>')</script>",
        "<script>var a = '</scr' + 'ipt>9项'; </script>",
        "<style>p::after{content:'9项'}</style>",
        "<!-- 9项 -->",
        "<!--[if gte mso 9]><xml><w:Zoom>9</w:Zoom></xml><![endif]-->",
        "<xml><w:Zoom>9</w:Zoom></xml>",
        "<noscript>9项</noscript>",
        "<template><p>9项</p></template>",
        "<iframe src=x>9项</iframe>",
        "<select><option>9项</option></select>",
        "<textarea>9项</textarea>",
        "<input value=9项>",
        "<button>9项</button>",
        "<svg><text>9项</text></svg>",
        "<p hidden>9项</p>",
        '<p style="color:red; display : none">9项</p>',
        '<div style="VISIBILITY:hidden"><p>9项</div>',
        '<p style="mso-hide:all">9项</p>',
        "<del>9项</del>",
        "<deepl-input-controller><template shadowrootmode=open><div>9项</div></template></deepl-input-controller>",
    ],
)
def test_what_no_reader_sees_is_no_text(unseen: str) -> None:
    assert page_text(f"<p>甲1项</p>{unseen}<p>乙2项</p>") == "甲1项\n乙2项"


def test_a_style_that_only_mentions_hiding_hides_nothing() -> None:
    assert page_text('<p style="-x-display:none-such; backface-visibility:hidden">甲</p>') == "甲"


@pytest.mark.parametrize(
    ("markup", "text", "marks"),
    [
        ("完成投资12<sup>3</sup>亿元", "完成投资12³亿元", ["³"]),
        ("完成投资12亿元<sup>[3]</sup>", "完成投资12亿元[3]", ["[3]"]),
        ('完成投资12<a href="#_ftn3" name="_ftnref3"><span>[3]</span></a>亿元', "完成投资12[3]亿元", ["[3]"]),
        ("面积5km<sup>2</sup>", "面积5km²", []),
        ("浓度31μg/m<sup>3</sup>", "浓度31μg/m³", []),
        ("产量2×10<sup>4</sup>吨", "产量2×10⁴吨", []),
        ("PM<sub>2.5</sub>浓度", "PM2.5浓度", []),
        ("第<sup>一百二十个</sup>项目", "第一百二十个项目", []),
    ],
)
def test_raised_marks_stay_off_the_figure_before_them(markup: str, text: str, marks: list[str]) -> None:
    found = extract_page(f"<html><p>{markup}</p></html>")
    assert found.text == text
    assert [region.span.of(text) for region in found.regions] == marks
    assert {region.kind for region in found.regions} <= {RegionKind.ARTIFACT}


def test_a_footnote_inside_a_figure_changes_nothing_about_it() -> None:
    doc = read_page("<html><p>全年完成投资12<sup>3</sup>亿元，增长5.1%<sup>4</sup>。</p></html>")
    assert doc.body.text == "全年完成投资12亿元，增长5.1%。"


def test_a_hidden_menu_larger_than_the_text_stays_hidden() -> None:
    menu = "".join(f"<li>第{number}项服务" for number in range(50))
    assert page_text(f'<ul style="display:none">{menu}</ul><p>完成12项。</p>') == "完成12项。"


# ---- tables


def test_a_row_of_a_table_is_a_line_with_tabs() -> None:
    markup = """<table><caption>表1 主要指标</caption>
    <thead><tr><th>指标<th>单位<th>2023年</thead>
    <tbody><tr><td>生产总值</td><td><p>亿元</p></td><td><p>262.6</p></td></tr>
    <tr><td>行政村</td><td>个</td><td>181<br>（初步数）</td></tr></tbody></table><p>注：初步统计。</p>"""
    assert page_text(markup) == (
        "表1 主要指标\n指标\t单位\t2023年\n生产总值\t亿元\t262.6\n行政村\t个\t181 （初步数）\n注：初步统计。"
    )


def test_cells_over_rows_and_columns_keep_the_columns_below_each_other() -> None:
    markup = """<table><tr><td rowspan=2>指标</td><td colspan=2>2023年</td><td>备注</td></tr>
    <tr><td>总量</td><td>增长</td><td></td></tr>
    <tr><td></td><td>262.6</td><td>5.3</td><td>无</td></tr></table>"""
    assert page_text(markup) == "指标\t2023年\t\t备注\n\t总量\t增长\n\t262.6\t5.3\t无"


def test_figures_of_a_table_are_figures_about_their_row() -> None:
    doc = read_page(
        "<html><table><tr><td>指标</td><td>本年</td></tr><tr><td>行政村</td><td>181个</td></tr>"
        "<tr><td>办理代表建议</td><td>146件</td></tr></table></html>"
    )
    found = inventory(doc, outline(doc))
    assert [(one.mention.span.of(doc.text), one.name_zh) for one in found.indicators] == [
        ("181个", "行政村"),
        ("146件", "办理代表建议"),
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "<table><tr><td>甲甲</td></tr><tr><td>乙乙</td></tr></table>",
        "<table><tr><td>甲甲</td><td>乙乙</td></tr></table>",
        "<table><tr><td>甲甲<table><tr><td>乙乙</td></tr></table></td><td></td></tr><tr><td></td></tr></table>",
    ],
)
def test_a_table_that_sets_the_page_is_blocks(markup: str) -> None:
    assert page_text(markup) == "甲甲\n乙乙"


def test_a_table_with_a_paragraph_in_a_cell_is_blocks() -> None:
    prose = "全年听取和审议专项工作报告19项。" * 10
    row = f"<tr><td>监督</td><td>{prose}</td></tr>"
    assert page_text(f"<table>{row}{row}</table>") == f"监督\n{prose}\n监督\n{prose}"


# ---- which of it is the article


@pytest.mark.parametrize("layout", PAGES)
def test_of_every_layout_the_article_is_what_stays(layout: str) -> None:
    doc = read_page(PAGES[layout])
    assert doc.body.text == "\n".join([TITLE, *ARTICLE])
    meta = doc.meta
    assert (meta.kind, meta.place_zh, meta.year, meta.speaker, meta.date) == (
        ReportKind.CONGRESS,
        "枫桥县",
        "2023",
        "林致远",
        "2024-01-10",
    )


@pytest.mark.parametrize("layout", PAGES)
def test_figures_of_every_layout_are_those_of_the_report_and_no_others(layout: str) -> None:
    doc = read_page(PAGES[layout])
    figures = [one for one in mentions(doc) if one.kind is Kind.INDICATOR]
    assert [doc.body.shown(figure.span) for figure in figures] == FIGURES


def test_nothing_of_a_page_is_lost_but_stands_in_regions() -> None:
    doc = read_page(PAGES["trs"])
    told = {region.kind: "" for region in doc.regions}
    for region in doc.regions:
        told[region.kind] += region.span.of(doc.text)
    assert "理论研究" in told[RegionKind.NAVIGATION]
    assert "枫桥县召开12次主任会议" in told[RegionKind.NAVIGATION]
    assert "浏览次数：1286" in told[RegionKind.BYLINE]
    assert "0571-12345678" in told[RegionKind.FOOTER]


def test_an_infographic_with_little_text_keeps_it() -> None:
    slogans = ["听取专项工作报告19项", "开展执法检查5次", "办理代表建议146件"]
    figures = "".join(
        f'<div class="card"><img src="{n}.png"><p>{line}</p></div>' for n, line in enumerate(slogans)
    )
    doc = read_page(
        page(
            '<div class="nav"><a href="/">首页</a><a href="/a">要闻</a></div>'
            f'<h1>一图读懂枫桥县人大常委会工作报告</h1><div class="content">{figures}</div>'
            '<div class="footer">主办：枫桥县人大常委会 浙ICP备12345678号</div>',
            title="一图读懂枫桥县人大常委会工作报告",
        )
    )
    assert doc.body.text.split("\n")[1:] == slogans


def test_report_text_beside_the_article_stays() -> None:
    rest = "同时，全年接待来访群众1500人次，督促解决一批群众反映强烈的困难和问题，群众满意度不断提高。"
    short = "附：主要数据12项"
    markup = PAGES["trs"].replace(
        '<div class="share-box">', f'<div><p>{rest}</p><p>{short}</p></div><div class="share-box">'
    )
    body = read_page(markup).body.text
    assert body.endswith(f"{rest}\n{short}")


def test_a_wrong_name_does_not_cost_the_article() -> None:
    markup = (
        PAGES["trs"]
        .replace("view TRS_UEDITOR trs_paper_default", "sidebar share nav")
        .replace("TRS_Editor", "footer")
    )
    assert read_page(markup).body.text == "\n".join([TITLE, *ARTICLE])


def test_a_title_that_only_the_head_of_the_page_names_is_the_first_line() -> None:
    markup = PAGES["trs"].replace(f"<h2>{TITLE}</h2>", '<h2><img src="title.png"></h2>')
    assert read_page(markup).body.text == "\n".join([TITLE, *ARTICLE])


def test_a_title_of_no_report_is_not_put_into_the_text() -> None:
    found = extract_page("<html><head><title>首页_枫桥县人民政府</title></head><body><p>甲</p></body></html>")
    assert found.text == "甲"


def test_contents_that_link_into_the_page_are_no_part_of_the_report() -> None:
    parts = ["一、2023年的主要工作", "二、2024年的工作安排", "三、自身建设"]
    contents = "".join(f'<li><a href="#{n}">{part}</a></li>' for n, part in enumerate(parts))
    markup = PAGES["trs"].replace('<div class="TRS_Editor">', f'<div class="TRS_Editor"><ul>{contents}</ul>')
    assert read_page(markup).body.text == "\n".join([TITLE, *ARTICLE])


# ---- pages without a report


@pytest.mark.parametrize(
    ("markup", "sentence"),
    [
        (
            '<html><frameset rows="80,*"><frame src="top.htm"><frame src="main.htm"></frameset></html>',
            "only holds frames",
        ),
        (
            page('<div class="nav">首页</div><iframe src="article.htm"></iframe>', title=""),
            "only holds frames",
        ),
        (
            page(
                '<noscript>请启用JavaScript</noscript><div id="app">加载中</div><script src="app.js"></script>',
                title="",
            ),
            "by script",
        ),
        ("<html><body><img src=1.jpg></body></html>", "holds no text"),
        (
            page(
                "<h2>工作动态</h2><ul>"
                + "".join(
                    f'<li><a href="{n}.htm">枫桥县召开第{n}次主任会议</a><span>2023-01-{n}</span></li>'
                    for n in range(10, 30)
                )
                + "</ul><div>共12页 第1页</div>"
            ),
            "menus and links but no text",
        ),
    ],
    ids=["frameset", "iframe", "script", "picture", "list"],
)
def test_a_page_without_a_report_is_refused_in_one_sentence(markup: str, sentence: str) -> None:
    with pytest.raises(NoReportText, match=sentence) as caught:
        read_page(markup)
    assert "\n" not in str(caught.value) and caught.value.hint
