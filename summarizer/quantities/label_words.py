"""The words around a figure, trimmed to what says what is counted."""

import re

from summarizer.lexicon.terms import Term, terms

__all__ = [
    "CHANGE",
    "is_change",
    "only_verbs",
    "plain",
    "split_verb",
    "trim_left",
    "trim_right",
    "without_lead_up",
]

_YEAR = r"(?:19|20)\d{2}年(?:度|底|末|初)?"

# Words that open a clause without saying what is counted.
_LEADING = re.compile(
    r"^(?:[、，,和并以\s—–]+|及(?!时)|其中|同时|此外|另外|目前|截至目前|截至年底|截至|今年|去年|全年|年内|当年|本届以来|一年来|五年来|五年累计|五年间|五年|过去一年|"
    r"过去五年|这一年|这五年|几年来|多年来|近年来|期间|预计|初步预计|初步核算|累计|共计|总计|合计|先后|共有|共|依法|仍有|尚有|还有|已经|已|还|又|再|也|均|都|"
    r"全市|全区|全县|全省|我市|我区|我县|我省|全部|及时(?!率)|积极|持续|扎实|深入|认真|切实|不断|着力|率先|首次|成功(?!率)|稳步|有序|有效|全面|大力|进一步|"
    r"一是|二是|三是|四是|五是|六是|七是|八是|特别是|尤其是|计划|力争|确保|努力|"
    rf"(?:到|至|在|由|从|于)?{_YEAR}(?:来|的)?|\d{{1,2}}月(?:底|份)?|市十?[一二三四五六七八九十]+届[^，。]{{0,8}}以来)+"
)
# Words between the label and the figure.
_TRAILING = re.compile(
    rf"(?:[\s、，,：:（(“]|完成|实现|分为|分成|达到|达成|突破|超过|(?:增加|增长|提高|提升|上升|攀升|跃升|扩大|压减|压缩|缩小|减少|降低|下降|调整|优化|变|降|增|升)(?:到|至|为)|"
    rf"(?:稳定|保持|控制|维持)在|分别达到|分别达|分别为|分别完成|分别|(?:由|从|到|至)?{_YEAR}的?|(?:上年|去年|五年前|上届|年初)的?(?=$)|"
    r"已达|高达|多达|约达|可达|总数达|总量达|总额达|规模达|达|共计|总计|合计|累计|共有|共|计|仅有|仅|已有|现有|就有|为|至|到|是|约|了|有|已|均|各|近|超|居|占|由|从)+$"
)
CHANGE = re.compile(
    r"^(?:比[^，。]{1,10}?|较[^，。]{1,10}?|同比|可比|环比|年均|平均|每年|年平均|实际|名义|分别|可比价|按可比价格?计?算?|按可比口径|"
    r"总体|累计|净|约|将|预计|增速|增幅|降幅|涨幅|力争|计划|逐年|已|又|再|仍|并)*"
    r"(?:增长|递增|增加|提高|提升|上升|上涨|下降|降低|减少|回落|压减|缩减|增|降|涨|减|升|扩大|缩小|翻)(?:率|幅度?|速度?|了)?$"
)
_IS_CHANGE = re.compile(r"(?:增长|递增|提高|提升|下降|降低|减少|增加|上升|回落|的倍数)$")
_RIGHT_END = re.compile(
    r"纳入|列入|入选|获批|获评|获得|荣获|实现|顺利|投入|投产|开工|竣工|完工|建成|落地|主动|积极|全部|正在|成为|进入|通过|"
    r"得到|取得|用于|予以|进行|开展|分为|分成|达到|超过|占|为|被|已|将|均|都|并|受益|不断"
)
_ASIDE = re.compile(r"分为|分成|不断|高效|有效|顺利|持续|稳步|有序|进一步|用于|占|达|超|均|并")
# Verbs that open what was done; in a long label what is counted begins with the last of them.
_LEAD = re.compile(
    r"(?:向[^，、]{1,8}?|对[^，、]{1,8}?)?(?:推动)?(?:召开|举行|举办|开展|组织|发表|刊发|发布|作出|做出|听取和审议|听取审议|听取|审议|制定|颁布|制定颁布|修订|"
    r"修改|废止|审议通过|通过|成立|建立|设立|建设|建成|新建|新增|改建|扩建|改造|完成|引进|培育|收集|征集|征求|搜集|提出|受理|办理|办结|接待|走访|慰问|"
    r"培训|评选|表彰|选派|聘请|选聘|聘任|邀请|检查|抽查|视察|督办|交办|报送|发放|投入|争取|落实|推广|清理|拆除|查处|取缔|解决|化解)+"
)
_CIRCUMSTANCE = re.compile(
    r"^(?:在|围绕|针对|通过|按照|根据|聚焦|紧扣|坚持|依托|利用)|(?:、|并|先后|累计|共|同时|还)$"
)
_KEPT_RIGHT = 24


def split_verb(name: str) -> tuple[str, str]:
    """The words of doing that lead `name`, and the rest: 制定|地方性法规, 向市委报送|专题调研报告."""
    opening = _LEAD.match(name)
    if opening and opening.end() < len(name):
        return name[: opening.end()], name[opening.end() :]
    lead = ""
    for piece in terms().segment(name):
        if isinstance(piece, Term) and piece.pos in {"verb", "adverb"} and len(lead) <= 8:
            lead += piece.zh
        else:
            break
    return lead, name[len(lead) :]


def only_verbs(name: str) -> bool:
    """True for 修改, 已办结, 采纳: words of doing whose object is left out."""
    if not name or len(name) > 6:
        return not name
    pieces = terms().segment(name)
    return CHANGE.match(name) is not None or all(
        isinstance(piece, Term) and piece.pos in {"verb", "adverb"} for piece in pieces
    )


def is_change(name: str) -> bool:
    """Whether what is counted is a change of something (收入增长), not its level."""
    return _IS_CHANGE.search(name) is not None


def without_lead_up(piece: str) -> str:
    """The words before a figure without those that lead up to it: 收入达到 → 收入; "" where nothing else is there."""
    return _TRAILING.sub("", piece)


def trim_left(text: str, start: int, end: int) -> tuple[int, int]:
    """text[start:end], the words before a figure, without those that open the clause and those that lead up to the figure.

    Empty (start = end) where these are all there is.
    """
    piece = without_lead_up(text[start:end])
    head = _LEADING.match(piece)
    if head:
        start += head.end()
        piece = piece[head.end() :]
    for opening in reversed(list(_LEAD.finditer(piece))):
        # Circumstances before the verb go (在各级媒体发表稿件, 先后开展询问); a subject (市委召开会议) stays.
        if 0 < opening.start() <= len(piece) - 4 and _CIRCUMSTANCE.search(piece[: opening.start()]):
            start += opening.start()
            piece = piece[opening.start() :]
            break
    return (start, start + len(piece)) if piece.strip() else (end, end)


def trim_right(text: str, start: int, end: int, *, open_end: bool, whole: bool) -> tuple[int, int]:
    """The noun behind a figure: up to a verb that says something about it (unless `whole`), or a mark.

    Where the words run into the next figure's own (`open_end`) they end at the first item of a list.
    """
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip(" 的"))
    if piece[lead:].startswith(("等", "、", "和", "及", "与", "，")):
        return start, start
    comma = piece.find("、", lead) if open_end else -1
    end_at = comma if comma >= 0 else len(piece)
    # What the thing counted does belongs to its name (18名代表进行述职), unless it runs long.
    stop = _ASIDE.search(piece, lead + 2, end_at)
    if stop is None and not whole and end_at - lead > _KEPT_RIGHT:
        stop = _RIGHT_END.search(piece, lead + 2, end_at)
    stop_at = min(stop.start() if stop else end_at, lead + (2 * _KEPT_RIGHT if whole else _KEPT_RIGHT))
    return start + lead, start + max(stop_at, lead)


def plain(name: str) -> str:
    """The name without blanks, marks and loose ends; a quotation mark that lost its other half gets it back."""
    name = re.sub(r"[\s，,。；;：:]+", "", name)
    name = re.sub(r"^[、和与]|[了的等]$|[、和及与]$", "", name)
    if name.count("”") > name.count("“"):
        name = "“" + name
    return name + "”" if name.count("“") > name.count("”") else name
