"""Web pages as Chinese sites set them, around one small invented report. `PAGES` names them by layout."""

from summarizer.reading import Document, Extracted, Limits, extract, read

__all__ = ["ARTICLE", "FIGURES", "PAGES", "SITE", "TITLE", "extract_page", "page", "page_text", "read_page"]

TITLE = "枫桥县人民代表大会常务委员会工作报告"
SITE = "枫桥县人大网"
ARTICLE = (
    "——2024年1月10日在枫桥县第十七届人民代表大会第三次会议上",
    "枫桥县人大常委会主任 林致远",
    "各位代表：",
    "我受县人大常委会委托，向大会报告工作，请予审议，并请各位列席人员提出意见。",
    "一、2023年的主要工作",
    "（一）依法履行监督职责。全年听取和审议专项工作报告19项，开展执法检查5次，提出审议意见67条。",
    "（二）密切联系人大代表。组织代表视察活动30余次，办理代表建议146件，满意率达到98.6%。",
    "二、2024年的工作安排",
    "计划开展执法检查6次，听取专项工作报告20项，为全县高质量发展作出新的贡献！",
)
FIGURES = ["19项", "5次", "67条", "30余次", "146件", "98.6%", "6次", "20项"]

_PARAGRAPHS = "\n".join(f"<p>{line}</p>" for line in ARTICLE)


def page(body: str, *, title: str = f"{TITLE}_{SITE}", head: str = "") -> str:
    """A whole page with `body` in it."""
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n{head}\n<style>.a{{color:red}} /* 9项 */</style>\n"
        f"<script>var count = 8; document.write('<p>8项</p>');</script>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def read_page(markup: str) -> Document:
    return read(markup.encode("utf-8"), name="page", require_chinese=False)


def page_text(markup: str) -> str:
    """The text of a body that has this markup."""
    return extract_page(f"<html><body>{markup}</body></html>").text


def extract_page(markup: str) -> Extracted:
    return extract(markup.encode("utf-8"), name="page", limits=Limits())


_MENU = (
    '<ul class="clearfix">'
    + "".join(
        f'<li><a href="/c{number}/">{name}</a></li>'
        for number, name in enumerate(
            "首页 人大概况 常委会公报 代表之窗 立法工作 监督工作 理论研究 专题专栏".split()
        )
    )
    + "</ul>"
)

# Editors of the TRS system: the text in one named element, everything else told by classes.
TRS = page(
    f"""
<div class="header"><div class="logo"><h1><a href="/">{SITE}</a></h1></div><div class="nav">{_MENU}</div></div>
<div class="crumbs">当前位置：<a href="/">首页</a>&gt;<a href="/c2/">常委会公报</a>&gt;<a href="/c21/">工作报告</a></div>
<div class="detail">
  <div class="article-title"><h2>{TITLE}</h2></div>
  <div class="article-info"><span>发布时间：2024-01-15 09:30</span>&nbsp;&nbsp;<span>来源：县人大办公室</span>
    <span>浏览次数：<b id="hits">1286</b></span>
    <span class="fontsize">【字体：<a href="javascript:doZoom(18)">大</a> <a href="javascript:doZoom(16)">中</a> <a href="javascript:doZoom(14)">小</a>】</span></div>
  <div class="view TRS_UEDITOR trs_paper_default"><div class="TRS_Editor"><style>.TRS_Editor P{{line-height:2}}</style>
  {_PARAGRAPHS}
  </div></div>
  <div class="share-box">分享到：<a href="#">微信</a><a href="#">微博</a></div>
  <div class="prev-next"><p>上一篇：<a href="/1.html">关于开展2022年执法检查的通知</a></p><p>下一篇：<a href="/3.html">枫桥县召开12次主任会议</a></p></div>
  <div class="related"><h3>相关文章</h3><ul><li><a href="/5.html">2022年工作报告解读</a><span>2023-01-12</span></li>
  <li><a href="/6.html">一图读懂工作报告</a><span>2023-01-13</span></li></ul></div>
</div>
<div class="footer"><p><a href="/map">网站地图</a> | <a href="/about">关于我们</a></p><p>主办：枫桥县人大常委会办公室 电话：0571-12345678</p>
<p>浙ICP备12345678号 网站标识码：3301220001</p></div>
""",
    head=f'<meta name="ArticleTitle" content="{TITLE}"><meta name="PubDate" content="2024-01-15 09:30">',
)

# Before style sheets: the whole page in tables inside tables, nothing has a name.
TABLES = page(
    f"""
<table width="980" align="center" border="0" cellpadding="0"><tr><td colspan="2"><img src="banner.gif"></td></tr>
<tr><td colspan="2"><table width="100%"><tr>{"".join(f'<td align="center"><a href="{n}.htm">{name}</a></td>' for n, name in enumerate(["首 页", "人大概况", "工作动态", "代表工作", "法律法规"]))}</tr></table></td></tr>
<tr><td width="180" valign="top"><table><tr><td><b>站内搜索</b></td></tr><tr><td><form action="s.asp"><input name="q" value="3次"><select><option>标题 5</option></select></form></td></tr>
<tr><td><a href="a.htm">关于2021年12件建议的答复</a></td></tr><tr><td><a href="b.htm">关于2020年11件建议的答复</a></td></tr><tr><td><a href="c.htm">更多&gt;&gt;</a></td></tr></table></td>
<td width="800" valign="top"><table width="100%"><tr><td>您现在的位置：<a href="/">首页</a> &gt;&gt; <a href="/gb">公报</a> &gt;&gt; 正文</td></tr>
<tr><td align="center"><font size="5"><b>{TITLE}</b></font></td></tr>
<tr><td align="center">作者：办公室&nbsp;&nbsp;来源：本站&nbsp;&nbsp;点击数：357&nbsp;&nbsp;更新时间：2005-3-2</td></tr>
<tr><td class="zi">{"<br>".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{line}" for line in ARTICLE)}</td></tr>
<tr><td align="right">【<a href="#">打印本页</a>】【<a href="javascript:window.close()">关闭窗口</a>】</td></tr></table></td></tr>
<tr><td colspan="2" align="center">版权所有：枫桥县人大常委会 地址：枫桥县人民路88号 邮编：311800<br>建议使用1024×768分辨率浏览</td></tr></table>
"""
)

# Blocks without meaning, generated class names, spans inside figures.
SOUP = page(
    f"""
<div id="app"><div class="c1"><div class="c2"><a href="/a">新闻</a></div><div class="c2"><a href="/b">政务</a></div><div class="c2"><a href="/c">服务</a></div><div class="c2"><a href="/d">互动</a></div></div>
<div class="c3"><div class="c4">{TITLE}</div><div class="c5">2024-01-15 来源：枫桥发布</div>
<div class="c6"><div class="bdsharebuttonbox"><a href="#" class="bds_more">分享到：</a><a href="#">QQ空间</a><a href="#">新浪微博</a></div>
{"".join(f'<div style="text-indent:2em"><span style="font-size:16px">{line.replace("30余次", "<span>30</span><span lang=EN-US>余</span>次").replace("98.6%", "<font>98</font>.<b>6</b>%")}</span></div>' for line in ARTICLE)}
<div class="c7">责任编辑：陈晓</div></div>
<div class="c8"><div><a href="/x1">县医院新增床位120张</a></div><div><a href="/x2">今年将建成公园3座</a></div><div><a href="/x3">全县新增就业5000人</a></div></div></div>
<div class="c9">Copyright © 2024 枫桥融媒体中心 All Rights Reserved 备案号：浙ICP备87654321号</div></div>
"""
)

# The electronic edition of a newspaper.
NEWSPAPER = page(
    f"""
<div class="top"><a href="/">枫桥日报数字报</a></div>
<div class="left"><ul><li><a href="node_1.htm">第01版：要闻</a></li><li><a href="node_2.htm">第02版：综合</a></li><li><a href="node_3.htm">第03版：专版</a></li><li><a href="node_4.htm">第04版：副刊</a></li></ul></div>
<div class="right"><div class="date">2024年01月12日 星期五</div><div class="banner">第03版：专版</div>
<table><tr><td><a href="c_1.htm">上一篇</a></td><td><a href="c_3.htm">下一篇</a></td></tr></table>
<h1>{TITLE}</h1><h2>——2024年1月10日在枫桥县第十七届人民代表大会第三次会议上</h2>
<div id="ozoom" style="zoom:100%;"><founder-content>{"".join(f"<P>　　{line}</P>" for line in ARTICLE[1:])}</founder-content></div>
<div class="foot"><p>枫桥日报社版权所有 国内统一刊号：CN33-0099</p></div></div>
"""
)

# An article of WeChat: hidden until its script has run, one section inside the other.
WECHAT = page(
    f"""
<div id="js_article" class="rich_media"><div class="rich_media_inner"><div id="page-content" class="rich_media_area_primary">
<h1 class="rich_media_title" id="activity-name">{TITLE}</h1>
<div id="meta_content" class="rich_media_meta_list"><span class="rich_media_meta rich_media_meta_text">枫桥人大</span> <em id="publish_time">2024-01-15 08:00</em></div>
<div class="rich_media_content js_underline_content" id="js_content" style="visibility: hidden; opacity: 0; ">
{"".join(f'<section style="margin:0"><section><p style="text-indent:2em"><span leaf="">{line}</span></p></section></section>' for line in ARTICLE)}
</div></div></div>
<div class="rich_media_tool"><span>阅读 2053</span><span>在看 12</span></div></div>
<script>window.onload = function() {{ document.getElementById("js_content").style.visibility = "visible"; }}</script>
""",
    title="",
)

# A page for telephones: header, article, footer of HTML 5, links in a drawer.
MOBILE = page(
    f"""
<header class="m-header"><a href="javascript:;" class="back">返回</a><span>{SITE}</span></header>
<nav class="drawer">{_MENU}</nav>
<main><article><header><h1>{TITLE}</h1><p class="byline">枫桥发布 <time>2024-01-15</time></p></header>
{_PARAGRAPHS}
</article>
<section class="comments"><h3>评论 3</h3><p>网友甲：这份报告讲得很实在，希望明年能看到更多的变化，支持！</p></section></main>
<aside><h3>热门推荐</h3><ol><li><a href="1">枫桥新增12条公交线路</a></li><li><a href="2">枫桥古镇游客突破80万人次</a></li></ol></aside>
<footer>© 2024 {SITE}</footer>
"""
)

# Word's own export.
WORD = page(
    "<div class=WordSection1>"
    + "".join(
        f"<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'><span style='font-family:仿宋_GB2312'>{line.replace('19项', '<span lang=EN-US>19</span>项').replace('146件', '<span lang=EN-US>146<o:p></o:p></span>件')}<span lang=EN-US><o:p>&nbsp;</o:p></span></span></p>\n"
        for line in (TITLE, *ARTICLE)
    )
    + "</div>",
    head="<!--[if gte mso 9]><xml><w:WordDocument><w:Zoom>100</w:Zoom></w:WordDocument></xml><![endif]-->",
    title=TITLE,
)

PAGES = {
    "trs": TRS,
    "tables": TABLES,
    "soup": SOUP,
    "newspaper": NEWSPAPER,
    "wechat": WECHAT,
    "mobile": MOBILE,
    "word": WORD,
}
