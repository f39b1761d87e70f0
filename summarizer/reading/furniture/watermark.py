"""What sellers of documents write into them."""

import re

from summarizer.lexicon import portal_pattern
from summarizer.reading.lines import Line

__all__ = ["has_sellers_sign", "is_advert", "seller_tail"]

_ADVERT = re.compile(
    r"[【\[（(]?\s*(?:会员|VIP|充值|付费|开通)(?:专?享|用户|可|免费).{0,40}"
    r"|[【\[][^】\]]{0,20}会员(?:专享|专属|免费)[^】\]]{0,20}[】\]]"
    r"|.{0,20}(?:每天|每日|天天|持续|实时)(?:稳定)?更新.{0,10}"
    r"|(?:更多|海量|全套|最新)[^。，；]{0,20}(?:资料|文档|范文|模板|公文|材料|数据|下载)[^。，；]{0,30}"
    r"|(?:本)?(?:文档|资料|文件|资源)(?:由|来自|来源于|下载自|仅供)[^。，；]{0,40}"
    r"|[^。，；]{0,16}(?:文库|文档|范文|资料|公文|文秘)[^。，；]{0,8}[（(]?(?:https?://|www\.)[^。，；]{0,60}"
    r"|[【\[〔]\s*(?:https?://|www\.)[^。，；【】]{4,50}[】\]〕]"
    r"|(?:详见|登录|访问|关注|搜索|添加|扫码)[^。，；]{0,10}(?:官网|微信|公众号|QQ群?|网站)[^。，；]{0,40}",
    re.IGNORECASE,
)
_PRICE = re.compile(r"\d{1,4}\s?金币.{0,20}")
_SELLER_TAIL = re.compile(
    r"[ \t\u3000\xa0]{2,8}(?:详见|更多|下载|来源|登录|访问|资料)[^\s。，；！？]{0,16}[：:]?\s?(?:https?://|www\.)[A-Za-z0-9./_?=&-]{3,100}"
)
_SELLERS_SIGN = re.compile(r"www\.|https?:|\.(?:com|cn|net)\b|[【】@#￥$★]|QQ|微信|会员|扫码", re.IGNORECASE)


def is_advert(line: Line) -> bool:
    """A seller's line: members' offers, more documents, the name of a document site."""
    text = line.text
    if len(text) <= 160 and "。" not in text[:-1] and portal_pattern("«seller»").search(line.bare):
        return True
    return len(text) <= 60 and (
        _ADVERT.fullmatch(text.rstrip("!！。~ ")) is not None or _PRICE.fullmatch(text) is not None
    )


def has_sellers_sign(line: Line) -> bool:
    """Whether a line shows an address, loud brackets or a way to pay; alone no reason to call it a watermark."""
    return _SELLERS_SIGN.search(line.text) is not None


def seller_tail(line: Line) -> int | None:
    """How many characters at the end of a line of report text are a seller's address; None without one."""
    match = _SELLER_TAIL.search(line.text[-200:])
    return len(match.group()) if match and line.text.endswith(match.group()) else None
