"""Menus, toolbars, trails of links, switches of the size of the letters."""

import re

from summarizer.lexicon import PortalRole, portal_pattern, portal_words
from summarizer.reading.furniture.prose import SENTENCE_END
from summarizer.reading.lines import Line

__all__ = [
    "is_bar_menu",
    "is_category",
    "is_certain_navigation",
    "is_crumb_mark",
    "is_latin_item",
    "is_menu_word",
    "is_navigation",
]

_BETWEEN_ITEMS = re.compile(r"[\s|｜/／·•【】\[\]()（）+,，—_-]+")
_SWITCH_LABEL = r"«switch»\s?[：:]"
_SIZES = r"[\s大中小加还原减特超默认TtA\[\]()（）【】|/+-]{0,40}"
_NAVIGATION = (
    r"«crumb»\s?(?:是\s?)?[：:].{0,120}"
    r"|.{0,20}(?:新闻热线|投稿热线|设为首页|加入收藏|收藏首页|收藏本站|在线投稿).{0,80}"
    rf"|[【\[（(]?\s?«switch»\s?[：:]?{_SIZES}"
    r"|[【\[]\s?(?:打印|关闭|收藏|返回|纠错|大|中|小|下载|全屏|分享|推荐|评论|E-?mail\s?推荐|我要纠错)[^【】\[\]]{0,20}[】\]]?"
    r"|今天是.{0,40}|[<＜◀\d]{0,2}[上下]一[版期][>＞▶\d]{0,2}|第\s?[\dA-Z]{1,4}\s?版[：:].{0,16}"
    r"|[》>＞]{1,3}.{0,30}[《<＜]{1,3}"
    r"|(?:>{1,3}|＞{1,2}|»|›|→|\||【|】|\[|\]|/|·|©|×|-{1,3})"
)
_CERTAIN = (
    r"[【\[（(]\s?«switch»\s?[：:]?[\s大中小加还原减特超|/\[\]【】]{2,30}[】\])）]"
    r"|«crumb»\s?(?:是\s?)?[：:][^。，]{0,80}[>＞»][^。，]{0,80}"
)
_CRUMB_MARK = re.compile(r"[>＞»›→]+")
_TRAIL = re.compile(r"(?:网站)?首\s?页\s?[-/—·|_]\s?[^。，；]{2,80}")
_CATEGORY = re.compile(
    r"(?:政府|人大|常委会|法院|检察院|历年|市|县|区|省)?(?:工作)?报告|(?:领导|重要)?讲话|(?:重要|政府|规范性)?文件|公文|公报|规划计划|统计信息"
)
_LATIN_ITEM = re.compile(r"[A-Z][a-z]{1,15}(?: [A-Za-z][a-z]{1,15}){0,3}")
_NO_ITEM = re.compile(r"[，。：；—“”《》、！？（）()\d×*＊XＸ]")


def is_navigation(line: Line) -> bool:
    """Menu words, breadcrumbs, switches of font size, hot lines."""
    text = line.said
    if len(text) > 160 or SENTENCE_END.search(text):
        return False
    menu = portal_words(PortalRole.MENU)
    if text in menu or line.bare in menu or is_latin_item(line):
        return True
    if portal_pattern(_NAVIGATION).fullmatch(text) or _TRAIL.fullmatch(text):
        return True
    crumbs = [crumb.strip() for crumb in _CRUMB_MARK.split(text)]
    if len(crumbs) > 1 and any(crumbs) and all(_is_crumb(crumb, of=len(crumbs)) for crumb in crumbs):
        return True
    items = [item for item in _BETWEEN_ITEMS.split(portal_pattern(_SWITCH_LABEL).sub("", text)) if item]
    if items and all(item in menu for item in items):
        return True
    links = [item for item in re.split(r"\s*[|｜]\s*", text) if item]
    return len(links) >= 3 and sum(link in menu or link.endswith("网") for link in links) * 2 >= len(links)


def _is_crumb(text: str, *, of: int) -> bool:
    return len(text) <= (30 if of > 2 else 16) and "，" not in text


def is_certain_navigation(line: Line) -> bool:
    """Navigation wherever it stands: a breadcrumb trail with its label, a switch of font size in brackets."""
    return len(line.said) <= 160 and portal_pattern(_CERTAIN).fullmatch(line.said) is not None


def is_category(line: Line) -> bool:
    """The name of a column of a site (工作报告), which may stand above the title of the report itself."""
    return _CATEGORY.fullmatch(line.bare.strip("|｜")) is not None


def is_bar_menu(line: Line) -> bool:
    """Short names between bars, as a menu has them; so has the head of a table."""
    items = [item for item in re.split(r"\s*[|｜]\s*", line.said) if item]
    return len(items) >= 3 and all(len(item) <= 8 and not _NO_ITEM.search(item) for item in items)


def is_crumb_mark(line: Line) -> bool:
    """A line that holds nothing but the mark between two links of a trail."""
    return _CRUMB_MARK.fullmatch(line.said) is not None


def is_menu_word(line: Line) -> bool:
    """A short line without any punctuation or figure, as items of a menu are; so are many others."""
    return len(line.text) <= 12 and _NO_ITEM.search(line.text) is None


def is_latin_item(line: Line) -> bool:
    """An English item of a menu (About Us)."""
    return _LATIN_ITEM.fullmatch(line.said) is not None
