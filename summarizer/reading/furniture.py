"""What a single line is when it is not report: menu, byline, watermark, page line, footer. No knowledge of its neighbours."""

import re

from summarizer.reading.lines import Line

__all__ = [
    "has_sellers_sign",
    "is_advert",
    "is_byline",
    "is_category",
    "is_certain_byline",
    "is_certain_navigation",
    "is_closing_mark",
    "is_dated",
    "is_footer",
    "is_glossary_entry",
    "is_glossary_title",
    "is_licence",
    "is_navigation",
    "is_opening",
    "is_page_number",
    "is_prose",
    "is_title_like",
    "page_count",
    "seller_tail",
]

_SENTENCE_END = re.compile(r"[。！？；!?;]")
_HAN = re.compile(r"[\u3400-\u9fff]")

# ---- navigation

_MENU_WORDS = frozenset(
    (
        "下载 打印 全屏 收藏 分享 转发 首页 网站首页 返回首页 返回 关闭 关闭窗口 打印本页 加大 还原 减小 放大 缩小 大 中 小 EN English "
        "繁體中文 繁体中文 繁體 简体 简体中文 繁体 无障碍 无障碍浏览 无障碍阅读 长者模式 长者版 关怀版 适老模式 登录 注册 登陆 搜索 检索 站内搜索 网站地图 设为首页 加入收藏 "
        "收藏本站 收藏首页 在线投稿 联系我们 手机版 移动版 客户端 微信 微博 公众号 邮箱 RSS 导航 网站导航 更多 更多>> 字体 字号 打印本文 "
        "政务公开 信息公开 政府信息公开 政务服务 政府数据 数据开放 互动交流 政民互动 公众参与 办事服务 领导之窗 领导信息 机构概况 机构职能 "
        "新闻中心 新闻动态 要闻动态 通知公告 专题专栏 政策文件 政策解读 中国政府网 我要纠错 纠错 智能问答"
    ).split()
)
_NAVIGATION = re.compile(
    r"(?:您?(?:现在|所在|当前)?(?:的)?(?:当前)?位置|您现在所在的位置|当前页面|所在位置)(?:是)?\s*[：:].{0,120}"
    r"|.{0,20}(?:新闻热线|投稿热线|设为首页|加入收藏|收藏首页|收藏本站|在线投稿).{0,80}"
    r"|[【\[（(]?\s*(?:字体|字号|文字大小|文章字号)\s*(?:大小)?\s*[：:]?[\s大中小加还原减特超\[\]【】|/+-]*[】\])）]?"
    r"|[【\[]\s*(?:打印|关闭|收藏|返回|纠错|大|中|小|下载|全屏|分享|推荐|评论|E-?mail\s*推荐|我要纠错).{0,20}[】\]]?"
    r"|(?:>{1,3}|＞{1,2}|»|›|\||【|】|\[|\]|/|·|©|-{1,3})",
    re.IGNORECASE,
)
_CRUMB_MARK = re.compile(r"[>＞»›→]+")
_CATEGORY = re.compile(
    r"(?:政府|人大|常委会|法院|检察院|历年|市|县|区|省)?(?:工作)?报告|(?:领导|重要)?讲话|(?:重要|政府|规范性)?文件|公文|公报|规划计划|统计信息"
)


def is_navigation(line: Line) -> bool:
    """Menu words, breadcrumbs, switches of font size, hot lines."""
    text = line.said
    if len(text) > 160 or _SENTENCE_END.search(text):
        return False
    if text in _MENU_WORDS or _NAVIGATION.fullmatch(text):
        return True
    crumbs = [crumb.strip() for crumb in _CRUMB_MARK.split(text)]
    if len(crumbs) > 1 and any(crumbs) and all(len(crumb) <= 16 and "，" not in crumb for crumb in crumbs):
        return True
    words = re.split(r"[\s|｜\u3000]+", text)
    return len(words) > 1 and all(word in _MENU_WORDS or not word for word in words)


_CERTAIN_NAVIGATION = re.compile(
    r"[【\[（(]\s*(?:字体|字号|文章字号)\s*(?:大小)?\s*[：:]?[\s大中小加还原减特超]{2,20}[】\])）]"
    r"|(?:您?(?:现在|所在|当前)?的?(?:当前)?位置)(?:是)?\s*[：:][^。，]{0,80}[>＞»][^。，]{0,80}"
)


def is_certain_navigation(line: Line) -> bool:
    """Navigation wherever it stands: a breadcrumb trail with its label, a switch of font size in brackets."""
    return len(line.said) <= 160 and _CERTAIN_NAVIGATION.fullmatch(line.said) is not None


def is_category(line: Line) -> bool:
    """The name of a column of a site (工作报告), which may stand above the title of the report itself."""
    return _CATEGORY.fullmatch(line.bare) is not None


# ---- byline

_LABEL = (
    r"(?:文章|信息|稿件|内容|新闻)?(?:来源|出处)|稿源|(?:文章|本文)?作者|时间|日期|(?:发布|发文|更新|成文|印发|公开|生成|制发|录入|上传|发稿|添加)(?:日期|时间|机构|单位|机关|者|人)"
    r"|发文字号|文号|(?:责任|本文|网络|本期)?(?:编辑|校对|审核|编审)|责编|录入|上传|审核|撰稿|摄影|供稿|通讯员|记者|(?:浏览|阅读|点击|访问)(?:次数|量|数|率|人数)?|评论(?:数)?|字数"
    r"|报告人|标题|来源\s*URL|URL|网址|原文链接|正文|索引号|信息索引|主题词|关键词|主题分类|信息分类|公开方式|公开形式|有效性|信息名称|名称|公文种类|体裁分类|文章编号"
)
_BYLINE_LABEL = re.compile(rf"(?:{_LABEL})\s*[：:]", re.IGNORECASE)
_BYLINE_START = re.compile(rf"[（(【\[]?\s*(?:{_LABEL})\s*[：:]", re.IGNORECASE)
_CERTAIN_BYLINE = re.compile(
    r"[（(【\[]?\s*(?:(?:发布|发文|上传|录入|更新)(?:日期|时间|机构|单位)|文章来源|信息来源|稿件来源|稿源|责任编辑|责编|点击(?:量|数|率|次数)?|浏览(?:量|次数)"
    r"|阅读(?:量|次数)?|来源\s*URL|原文链接|本文来源)\s*[：:]",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:19|20)\d{2}\s*(?:[-./]|年)\s*\d{1,2}\s*(?:[-./]|月)\s*\d{1,2}\s*日?(?:\s*\d{1,2}\s*[:：时]\s*\d{1,2}\s*分?(?:\s*[:：]\s*\d{1,2})?)?"
)
_STAMP = re.compile(
    r"[\u3400-\u9fff]{2,12}(?:日报|晚报|时报|晨报|早报|商报|都市报|周报|报|导刊)\s*[/／|\s（(《》,，].{0,60}"
)
_URL = re.compile(r"https?://\S+|www\.\S+\.\S+", re.IGNORECASE)


def is_byline(line: Line) -> bool:
    """Source, date, author, counters, the stamp of a newspaper, a collector's record head: lines at the head of a page."""
    text = line.said
    if len(text) > 200 or "。" in text:
        return False
    if _BYLINE_START.match(text) or len(_BYLINE_LABEL.findall(text)) >= 2:
        return True
    if _URL.match(text):
        return True
    if _STAMP.fullmatch(text) and ("版" in text or _DATE.search(re.sub(r"[/／\s]", "", text))):
        return True
    rest = _DATE.sub("", text).strip(" \t\u3000\xa0|｜")
    dated = len(rest) < len(text.strip())
    return dated and (not rest or (bool(_BYLINE_LABEL.search(rest)) and len(rest) <= 80))


def is_certain_byline(line: Line) -> bool:
    """A byline wherever it stands: no report line begins with such a label."""
    return len(line.said) <= 120 and "。" not in line.said and _CERTAIN_BYLINE.match(line.said) is not None


def is_dated(line: Line) -> bool:
    """Whether the line begins with a full date."""
    return _DATE.match(line.text[:60]) is not None


# ---- watermark

_ADVERT = re.compile(
    r"[【\[（(]?\s*(?:会员|VIP|充值|付费|开通)(?:专?享|用户|可|免费).{0,40}"
    r"|.{0,20}(?:每天|每日|天天|持续|实时)(?:稳定)?更新.{0,10}"
    r"|(?:更多|海量|全套|最新)[^。，；]{0,20}(?:资料|文档|范文|模板|公文|材料|数据|下载)[^。，；]{0,30}"
    r"|(?:本)?(?:文档|资料|文件|资源)(?:由|来自|来源于|下载自|仅供)[^。，；]{0,40}"
    r"|[^。，；]{0,16}(?:百度文库|豆丁网|道客巴巴|原创力文档|人人文库|文秘(?:网|站|114)|第一文库|公文网|淘豆网)[^。，；]{0,30}"
    r"|(?:详见|登录|访问|关注|搜索|添加|扫码)[^。，；]{0,10}(?:官网|微信|公众号|QQ群?|网站)[^。，；]{0,40}",
    re.IGNORECASE,
)
_SELLER_TAIL = re.compile(
    r"[ \t\u3000\xa0]{2,8}(?:详见|更多|下载|来源|登录|访问|资料)[^\s。，；！？]{0,16}[：:]?\s?(?:https?://|www\.)[A-Za-z0-9./_?=&-]{3,100}"
)


def is_advert(line: Line) -> bool:
    """A seller's line: members' offers, more documents, the name of a document site."""
    return len(line.text) <= 60 and _ADVERT.fullmatch(line.text.rstrip("!！。~ ")) is not None


_SELLERS_SIGN = re.compile(r"www\.|https?:|\.(?:com|cn|net)\b|[【】@#￥$★]|QQ|微信|会员|扫码", re.IGNORECASE)


def has_sellers_sign(line: Line) -> bool:
    """Whether a line shows an address, loud brackets or a way to pay; alone no reason to call it a watermark."""
    return _SELLERS_SIGN.search(line.text) is not None


def seller_tail(line: Line) -> int | None:
    """How many characters at the end of a line of report text are a seller's address; None without one."""
    match = _SELLER_TAIL.search(line.text[-200:])
    return len(match.group()) if match and line.text.endswith(match.group()) else None


# ---- page lines

_PAGE_NUMBER = re.compile(
    r"第\s*[\d一二三四五六七八九十百]{1,5}\s*页(?:\s*[,，、/|｜（(]?\s*(?:总\s*)?共\s*[\d一二三四五六七八九十百]{1,5}\s*页\s*[)）]?)?"
    r"|共\s*\d{1,4}\s*页\s*[,，、/]?\s*第\s*\d{1,4}\s*页"
    r"|[-—–－―~·•‐]{1,3}\s*\d{1,4}\s*[-—–－―~·•‐]{1,3}"
    r"|\d{1,4}\s*[/／]\s*\d{1,4}"
    r"|(?:Page|P\.?)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?",
    re.IGNORECASE,
)


def is_page_number(line: Line) -> bool:
    """A page line that shows itself as one; bare figures need their neighbours (`page_count`)."""
    return len(line.text) <= 30 and _PAGE_NUMBER.fullmatch(line.text) is not None


def page_count(line: Line) -> int | None:
    """The figure of a line that is nothing but a figure of at most three digits."""
    return int(line.text) if re.fullmatch(r"[0-9]{1,3}", line.text) else None


# ---- footer and glossary

_FOOTER = re.compile(
    r"(?:分享(?:到|至)?|上一(?:篇|条|页)|下一(?:篇|条|页)|(?:相关|延伸|推荐|扩展|热门)(?:文章|报道|链接|新闻|阅读|评论|推荐|信息|稿件|附件|文档|专题)|友情链接|本栏(?:最新|推荐|热点)"
    r"|阅读排行|点击排行|热点排行|标签云|热门标签|打印本页|关闭窗口|返回顶部|回到顶部|扫一扫.{0,20}|网站地图|站点地图|关于(?:本站|我们|网站)|法律声明|网站声明|免责声明|隐私声明|联系我们|联系方式)\s*[：:|]?.{0,40}"
    r"|.{0,30}(?:版权所有|Copyright|©|All Rights Reserved).{0,120}"
    r"|.{0,12}(?:ICP\s*备|公网安备|网安备|网站标识码|备案号|备案编号|政府网站标识|广告经营许可证|邮发代号|邮发代码|国内统一刊号|国际标准刊号|ISSN|举报电话|举报邮箱|技术支持|总访问量)\s*.{0,80}"
    r"|(?:.{0,16})(?:主办|承办|协办|维护|建设)(?:单位)?\s*[：:].{0,60}"
    r"|(?:违法和不良信息|不良信息|纠错|监督|值班|联系|传真|服务)?(?:举报)?(?:电话|热线|传真|邮箱|邮编|地址)\s*[：:].{0,60}"
    r"|(?:QQ空间|新浪微博|腾讯微博|人人网|开心网|百度空间|天涯社区|微信好友|朋友圈)"
    r"|[【\[]\s*E-?mail\s*推荐.{0,20}"
    r"|Public domain.{0,60}",
    re.IGNORECASE,
)
_LICENCE = re.compile(
    r"本作品(?:来自|是|在|出自)中华人民共和国|本作品.{0,40}(?:公有领域|公有領域)|《?中华人民共和国著作权法》?.{0,30}(?:不适用|第五条)"
)
_CLOSING_MARK = re.compile(r"[)）】\]》>\s]{1,6}")
_GLOSSARY_TITLE = re.compile(
    r"(?:附件?(?:[一二三四五\d]{1,2})?\s*[：:、.]?\s*)?(?:《?.{0,24}工作报告》?)?(?:中)?(?:的)?(?:有关|部分|相关|若干)?(?:(?:名词|词语|词汇|术语|用语|短语|概念|内容|缩略语|专有名词|专业名词)\s*)+"
    r"(?:和|及|与)?(?:名词)?(?:解释|注释|注解|说明|释义|解读)\s*[：:]?"
    r"|(?:附件?\s*[：:]?\s*)?(?:名词解释|名词注释|注释|注解|注)\s*[：:]?",
)
_GLOSSARY_ENTRY = re.compile(
    r"(?:\d{1,3}\s*[.．、）)](?!\d)|[【\[〔（(]\s*\d{1,3}\s*[】\]〕）)]|[①-⑳㉑-㉟]|\*{1,3}|注\s*\d{1,3}|[一二三四五六七八九十]{1,3}、).{1,60}?(?:[：:]|(?:是)?指|——)",
)


def is_footer(line: Line) -> bool:
    """Licences, record numbers, share buttons, links to other pages: what stands below the report."""
    text = line.text
    if _LICENCE.search(text) and len(text) <= 300:
        return True
    return len(text) <= 240 and "。" not in text and _FOOTER.fullmatch(text) is not None


def is_licence(line: Line) -> bool:
    """The beginning of a licence text; everything below it is footer."""
    return len(line.text) <= 300 and _LICENCE.search(line.text) is not None


def is_closing_mark(line: Line) -> bool:
    """A line of closing punctuation left over from a bracket."""
    return _CLOSING_MARK.fullmatch(line.text) is not None


def is_glossary_title(line: Line) -> bool:
    """The title above notes on terms (名词解释)."""
    return len(line.text) <= 50 and _GLOSSARY_TITLE.fullmatch(line.bare) is not None


def is_glossary_entry(line: Line) -> bool:
    """A numbered note that explains a term: number, term, colon or 指."""
    return _GLOSSARY_ENTRY.match(line.text) is not None


# ---- report text

_OPENING = re.compile(
    r"(?:尊敬的|敬爱的)?(?:主席、|主任、)?(?:各位|同志们)(?:代表|委员|同志|领导|来宾|人大代表)?.{0,12}[：:!！]|同志们[：:!！]"
)
_TITLE_LIKE = re.compile(
    r".{0,40}(?:工\s*作\s*报\s*告|工作的报告|情况的报告|公\s*报|决\s*议|决\s*定|工作报告[（(]?(?:图解|导读|摘要|解读|摘登)[)）]?)\s*(?:[（(].{1,12}[)）])?"
)


def is_prose(line: Line, *, least: int = 30) -> bool:
    """A line long enough to be a paragraph (`least` characters), with the end of a sentence in it."""
    return (
        len(line.text) >= least
        and bool(_SENTENCE_END.search(line.text))
        and len(_HAN.findall(line.text)) * 2 >= least
    )


def is_opening(line: Line) -> bool:
    """The salutation that opens a report (各位代表：)."""
    return len(line.text) <= 30 and _OPENING.fullmatch(line.bare) is not None


def is_title_like(line: Line) -> bool:
    """A line that could be the title of a report."""
    return len(line.said) <= 80 and _TITLE_LIKE.fullmatch(line.said) is not None
