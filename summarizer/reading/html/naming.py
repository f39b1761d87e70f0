"""What the names of an element (tag, role, id, classes) say about its place on the page."""

import re

from summarizer.reading.document import RegionKind

__all__ = ["furniture_named", "is_article_named"]


def _pattern(words: str) -> re.Pattern[str]:
    """Any of these as a whole word of a name, digits behind it allowed: `nav` in `top_nav2`, not in `navy`."""
    return re.compile(rf"(?:^|[ _-])(?:{'|'.join(words.split())})\d*(?=$|[ _-])")


# What templates of Chinese sites call the parts around an article, pinyin and its initials among them (wzdh 网站导航, xgyd 相关阅读).
_NAMES: tuple[tuple[RegionKind, re.Pattern[str]], ...] = (
    (
        RegionKind.FOOTER,
        _pattern(
            "footer foot footbox page-?foot copyright copy-?right beian icp friend-?links? friendlink yqlj youqing contentinfo "
            "statement shengming mianze"
        ),
    ),
    (
        RegionKind.NAVIGATION,
        _pattern(
            "nav navs navbar navigation navi menu menus menubar crumbs? breadcrumbs? location curpos weizhi dqwz wz wzdh szwz "
            "sitepath path topbar top-?bar tools? tool-?bar toolbars banner logo search searchbox login sidebar aside complementary "
            "share sharebox share-?bar share-?box shares bdsharebuttonbox bdshare bshare jiathis social-?share social addthis fenxiang fx "
            "font-?size fontsizes zihao ziti print printer dayin close-?window qr-?code qrcode ewm erweima "
            "related relate relateds relation relevant rel-?documents reldocuments rel-?news relnews xgwz xgxw xgyd xgbd xgzx xglj "
            "xiangguan recommend recommends tuijian hot hots hotnews rank ranking paihang more-?news "
            "prev-?next prevnext pre-?next shangxia sxp pager pagination page-?nav page-?list fenye "
            "comments? pinglun reply replies feedback jiucuo dianzan zan like-?area reward "
            "go-?top gotop back-?top backtop to-?top totop alert dialog popup pop-?up popwin modal mask tips? float floatbar "
            "tags? tag-?list keywords? advert adverts adv ads ad-?box guanggao"
        ),
    ),
    (
        RegionKind.BYLINE,
        _pattern(
            "by-?line source sources laiyuan pub-?time pubtime pub-?date pubdate publish publish-?time time date datetime author "
            "info article-?info meta meta-?data meta-?main attr article-?attr news-?info xxsx sx xinxi xx-?info msg desc-?info "
            "zebian bianji zrbj ly llcs views? hits counter visit"
        ),
    ),
)
_KINDS_OF_TAGS = {
    "nav": RegionKind.NAVIGATION,
    "aside": RegionKind.NAVIGATION,
    "menu": RegionKind.NAVIGATION,
    "footer": RegionKind.FOOTER,
}

_ARTICLE = re.compile(
    r"^article\b|^ucapcontent\b|^founder-content\b|(?:^|[ _-])(?:trs-?_?u?editor(?:-?view)?|custom-?_?union-?style|ucap-?content|articlebody"
    r"|article-?_?(?:content|body|con|text|txt|main|detail)|pages-?_?content|js-?_?content|o?zoom(?:con)?|news-?_?(?:content|body|text|txt|con)"
    r"|content-?_?(?:body|text|txt|article|detail)|detail-?_?(?:content|body|con)|main-?_?(?:content|text|txt)|text-?_?content|bt-?_?content"
    r"|view|artical|zhengwen|zw|wzzw|contenttext|vsb-?_?content|wp-?_?articlecontent|rich-?_?media-?_?content|entry-?_?content)\d*(?=$|[ _-])"
)


def furniture_named(tag: str, names: str) -> RegionKind | None:
    """What an element is that calls itself a part of the page beside the article; None for all others."""
    kind = _KINDS_OF_TAGS.get(tag)
    if kind is not None or tag == names:
        return kind
    said = names[len(tag) :]
    return next((kind for kind, pattern in _NAMES if pattern.search(said)), None)


def is_article_named(names: str) -> bool:
    """Whether an element calls itself the text of an article, as editors and templates common in China do."""
    return _ARTICLE.search(names) is not None
