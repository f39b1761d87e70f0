"""The words around a figure, trimmed to what says what is counted."""

import re

from summarizer.lexicon.terms import Term, terms

__all__ = [
    "BESIDE",
    "CHANGE",
    "CHANGED_TO",
    "ends_in_verb",
    "level_name",
    "only_verbs",
    "plain",
    "split_at_verb",
    "split_verb",
    "trim_left",
    "trim_right",
    "without_beside",
    "without_head",
    "without_lead_up",
    "without_manner",
]

_YEAR = r"(?:19|20|１９|２０)\d{2}年(?:度|底|末|初|内)?"
_TURN = r"增长|增加|增|提高|提升|升|上升|攀升|跃升|扩大|拓展|下降|降低|降|减少|减|压减|压缩|压降|缩短|缩小|精简|优化|调整|整合|转|变"
# Particles that are words of their own only outside these words: 人均, 平均值, 送达, 惠及, 合并, 再审, 以上, 实有.
_ALL = r"(?<![人户场次件条亩地年月平])均(?![值等衡价匀线数])"
_REACH = r"(?<![送到抵表])达(?![标成])"
_ALSO = r"(?<![合吞兼])并(?![购处轨网入联])"
_SHARE = r"占(?![地用有领])"
_OVER = r"(?<!商)超(?![市声级额限载标短低高大长前])"

# Words that open a clause without saying what is counted.
_LEADING = re.compile(
    rf"^(?:[、，,\s—–]+|和(?![谐平睦])|{_ALSO}|以(?![上下内外])|及(?![时格])|其中|同时|此外|另外|另有|目前|截至目前|截至年底|截至|今年|去年|全年|年内|当年|本届以来|一年来|"
    r"五年来|五年累计|五年间|五年(?!以上|以下)|过去一年|过去五年|这一年|这五年|几年来|多年来|近年来|期间|预计|初步预计|初步核算|累计|共计|总计|合计|先后|共有|"
    r"共(?![同享建产青有])|依法|仍有|尚有|还有|实有|现有|仍$|已经|已|还(?![款本迁建])|又|再(?![审犯生造就次])|也|均(?![值等衡])|都(?!市)|"
    r"全市|全区|全县|全省|我市|我区|我县|我省|全部|及时(?!率)|积极|持续|扎实|深入|认真|切实|不断|着力|率先|首次|成功(?!率)|稳步|有序|有效|全面|大力|进一步|"
    r"一是|二是|三是|四是|五是|六是|七是|八是|特别是|尤其是|计划(?!生育)|力争|确保|努力|作为|成为|是(?=全)|将(?!军)|把(?!手|关)|中(?=[有尚仍涉达]|$)|约(?=占)|法院已|"
    rf"(?:到|至|在|由|从|于)?(?:{_YEAR}|(?:今年|明年)?年[底末](?=$|前$))(?:来|的)?|\d{{1,2}}月(?:底|份)?|市十?[一二三四五六七八九十]+届[^，。]{{0,8}}以来)+"
)
# Words between the label and the figure.
_TRAILING = re.compile(
    rf"(?:[\s、，,：:（(“]|完成|实现|分为|分成|达到|达成|突破|超过|(?:{_TURN})(?:到|至|为)|"
    r"(?:稳定|保持|控制|维持)在|始终|保持|首次|双双|实际|力争|确保|预计|有望|计划|均?已?连续[一二三四五六七八九十\d]{1,3}(?:个月|年|季度?)|"
    rf"分别达到|分别达|分别为|分别完成|分别|(?:由|从|到|至)?{_YEAR}的?|(?:今年|现在|目前|上年|去年|五年前|上届|年初)的?(?=$)|"
    rf"已达|高于|低于|多于|少于|大于|小于|最?高达|最高|最低|多达|约达|可达|{_REACH}|共计|总计|合计|累计|共有|共|计(?<!统计)(?<!设计)(?<!审计)|仅有|仅|已有|现有|实有|就有|为|至|到|是|约|"
    rf"了|(?<![所拥享国私])有|已|{_ALL}|各|近|超|居|{_SHARE}|由|从)+$"
)
_MEASURED_BY = (
    r"(?:比[^，。]{1,14}?|较[^，。]{1,14}?|近[一二三四五六七八九十\d]{1,2}年|同比|可比|环比|年均|平均|每年|年平均|实际|名义|分别|可比价|按可比价格?计?算?|按可比口径|"
    r"总体|累计|净|约|将|预计|增速|增幅|降幅|涨幅|力争|计划|逐年|已|又|再|仍|并)*"
)
CHANGE = re.compile(
    rf"^{_MEASURED_BY}(?:增长|递增|增加|提高|提升|上升|上涨|下降|降低|减少|回落|压减|缩减|缩短|前移|改善|增|降|涨|减|升|扩大|缩小|翻)(?:率|幅度?|速度?|了)?$"
    r"|^(?:比|较)[^，。]{1,14}?(?:[多少高低快慢好大小](?:出)?)$"
)
"""A change, or how much more something is than it was: what is left of a clause that names no subject."""
BESIDE = re.compile(
    r"^(?:增速|增幅|降幅|涨幅)?(?:高于|低于|高出|快于|好于|优于|大于|小于|领先)[^，。]{1,14}$|^(?:增速|增幅|降幅|涨幅)(?:达)?$"
)
"""How it stands beside something else: 高于全省."""
_BESIDE_END = re.compile(r"(?<=.)(?:高于|低于|高出|快于|好于|优于|大于|小于|领先)[^，。]{1,14}$")
_CHANGED = re.compile(
    r"(?:(?<!占)比(?![例重率值])[^，。]{1,14}?|较[^，。]{1,14}?|同比|环比|年均|实际)*(?:增长|递增|提高|提升|下降|降低|减少|增加|上升|回落|缩短|改善|净增)$"
    r"|(?<=.)(?:是|为|相当于)[^，。]{2,12}的倍数$|(?<=.)[增降涨]幅$|(?<=.)(?:高于|低于|高出|快于|优于)[^，。]{1,14}$"
)
_HEAD = re.compile(r"(?:(?:种植|播种|总)?(?:面积|产量|产值)|增加值|总?收入|主营业务收入|总量|数量)$")
_HOW = re.compile(r"^(?:继续|初次|再次|首次|一揽子|基本|全部|依法|督促|被)+(?=..)")
_COMPLEMENT = re.compile(r"(?:到位|完毕|成功)$")
_RIGHT_END = re.compile(
    r"纳入|列入|入选|获批|获评|获得|荣获|实现|顺利|投入|投产|开工|竣工|完工|建成|落地|主动|积极|全部|正在|成为|进入|通过|"
    r"得到|取得|用于|予以|进行|开展|分为|分成|达到|超过|占|为|被|已|将|均|都|并|受益|不断"
)
# Where the noun behind a figure ends at the latest: what is said of it, or the circumstances of what it does.
_ASIDE = re.compile(
    rf"分为|分成|不断|高效|有效|顺利|持续|稳步|有序|进一步|用于|{_SHARE}|{_REACH}|{_OVER}|{_ALL}|{_ALSO}|之一|对[^，。]{{2,12}}的"
)
# Where it ends before the next figure: that one has a clause of its own (5名代表围绕|20个问题, 137个问题|已整改131个).
_OWN_CLAUSE = re.compile(
    r"通过(?!率)|围绕|依托|针对|将|把|(?<![结针面配成应绝核校])对(?![外口接象标照话策应])|中(?=[有尚仍共])|(?<=中)有|已|全部"
)
# Verbs that open what was done; in a long label what is counted begins with the last of them.
_VERB = (
    r"(?:召开|举行|举办|开展|组织|发表|刊发|发布|作出|做出|听取和审议|听取审议|听取|审议|制定|颁布|制定颁布|修订|修改|废止|审议通过|通过(?!率)|成立|建立|设立|建设|"
    r"建成|新建|新增|改建|扩建|改造|完成|引进|培育|收集|征集|征求|搜集|提出|受理|办理|办结|接待|走访|慰问|培训|评选|表彰|选派|聘请|选聘|聘任|邀请|检查|抽查|视察|"
    r"督办|交办|报送|发放|投入|争取|落实|推广|清理|拆除|查处|取缔|解决|化解|编制|起草|主持|参与|参加|新开工|新制定|新修订|新订|检视|排查|梳理|转交|转办|票决|实施|打造|惠及|"
    r"资助|救助|追回|挽回|招引|任免|任命|办成|整改|回收|纠正|公开|选出|选举产生|促成|审查|批准|采纳)(?![金款费率额员])"
)
_LEAD = re.compile(
    rf"(?:向[^，、]{{1,8}}?|对[^，、]{{1,8}}?)?(?:推动)?{_VERB}(?:(?:、|或者?|和|并|及)?{_VERB})*+"
)
# Verbs that name a thing done as well: in 参加执法检查、视察调研 no second clause begins with them.
_NOUN_TOO = re.compile(r"(?:视察|检查|评议|督办|培训)")
_CIRCUMSTANCE = re.compile(
    r"^(?:在|围绕|针对|通过|按照|根据|聚焦|紧扣|坚持|依托|利用)|(?:、|并|先后|累计|共|同时|还)$"
)
_KEPT_RIGHT = 24
_NO_NOUN = ("大关", "等", "、", "和", "及", "与", "，", "（", "(")
_OF_THESE = re.compile(r"中(?:[有尚仍涉已达，]|$)")
CHANGED_TO = re.compile(
    rf"[，,]?\s*(?:逐步|稳步|大幅|进一步|快速|预计)?(?:{_TURN})?(?:到|至|为)(?:今年的?|目前的?|{_YEAR}的?)?"
)
"""What stands between the two figures of a change: 由86.7%|提高到|93.3%."""


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


def split_at_verb(name: str) -> str:
    """The words before the first verb of `name`: 法官 of 法官办理了."""
    kept = ""
    for piece in terms().segment(name):
        if kept and isinstance(piece, Term) and piece.pos == "verb":
            break
        kept += piece.zh if isinstance(piece, Term) else piece
    return kept


def only_verbs(name: str) -> bool:
    """True for 修改, 已办结, 采纳: words of doing whose object is left out."""
    if not name or CHANGE.match(name) or BESIDE.match(name):
        return True
    bare = _COMPLEMENT.sub("", without_manner(name))
    if _LEAD.fullmatch(bare):
        return True
    if len(bare) > 6:
        return False
    if (opening := _LEAD.match(bare)) and _ends_in_noun(bare[opening.end() :]):
        return False  # the termbase has 接待来访群众 as one verb, but it names whom it counts
    pieces = terms().segment(bare)
    return all(isinstance(piece, Term) and piece.pos in {"verb", "adverb"} for piece in pieces)


def _ends_in_noun(words: str) -> bool:
    pieces = terms().segment(words)
    return bool(pieces) and isinstance(pieces[-1], Term) and pieces[-1].pos == "noun"


def without_manner(name: str) -> str:
    """The name without how something was done: 审议 of 继续审议, 采纳 of 被采纳."""
    return _HOW.sub("", name)


def ends_in_verb(lead: str) -> bool:
    """Whether the words before a figure end in what is done: 残奥会获得, but not 县乡两级."""
    return re.search(rf"(?:{_VERB}|获得|取得|荣获)$", lead) is not None


def level_name(name: str) -> str:
    """What a change is of: 增加值 of 增加值同比增长, 收入 of 收入是2015年的倍数; any other name as it is."""
    return _CHANGED.sub("", name) or name


def without_beside(name: str) -> str:
    """What stands beside something else: 增速 of 增速高于全国平均; any other name as it is."""
    return _BESIDE_END.sub("", name) or name


def without_head(name: str, head: str) -> str:
    """What a head such as 产量 belongs to, in a name that has a like head: 粮食 of 粮食播种面积."""
    like = name.rfind(head[-2:])
    return (name[:like] if like > 1 else _HEAD.sub("", name)) or name


def without_lead_up(piece: str) -> str:
    """The words before a figure without those that lead up to it: 收入达到 → 收入; "" where nothing else is there."""
    return _TRAILING.sub("", piece)


def trim_left(text: str, start: int, end: int, *, lists: bool = False) -> tuple[int, int]:
    """text[start:end], the words before a figure, without those that open the clause and those that lead up to the figure.

    A verb behind a circumstance opens them, in `lists` none behind a mark does. Empty (start = end) where these are all there is.
    """
    piece = without_lead_up(text[start:end])
    head = _LEADING.match(piece)
    if head:
        start += head.end()
        piece = piece[head.end() :]
    for opening in reversed(list(_LEAD.finditer(piece))):
        # Circumstances before the verb go (在各级媒体发表稿件, 先后开展询问); a subject (市委召开会议) stays.
        before = piece[: opening.start()]
        if before.endswith("、") and (lists or _NOUN_TOO.match(opening.group())):
            continue
        if 0 < opening.start() <= len(piece) - 4 and _CIRCUMSTANCE.search(before):
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
    if piece[lead:].startswith(_NO_NOUN) or _OF_THESE.match(piece, lead) or CHANGED_TO.match(piece[lead:]):
        return start, start
    end_at = len(piece)
    if open_end:
        comma, own = piece.find("、", lead), _OWN_CLAUSE.search(piece, lead + 1)
        end_at = min([at for at in (comma, own.start() if own else -1) if at >= 0], default=end_at)
    # A bracket that closes behind the next figure holds what is said of it alone.
    bracket = piece.find("（", lead, end_at)
    if bracket >= 0 and "）" not in piece[bracket:]:
        end_at = bracket
    # What the thing counted does belongs to its name (18名代表进行述职), unless it runs long.
    stop = _ASIDE.search(piece, lead + 2, end_at)
    if stop is None and not whole and end_at - lead > _KEPT_RIGHT:
        stop = _RIGHT_END.search(piece, lead + 2, end_at)
    stop_at = min(stop.start() if stop else end_at, lead + (2 * _KEPT_RIGHT if whole else _KEPT_RIGHT))
    return start + lead, start + max(stop_at, lead)


def plain(name: str) -> str:
    """The name without blanks, marks and loose ends; a quotation mark that lost its other half gets it back."""
    name = re.sub(r"[\s，,。；;：:]+", "", name)
    name = re.sub(r"^[、和与的]|[了等]$|(?<!标)的$|[、和与]$|(?<![惠涉普])及$", "", name)
    if name.count("”") > name.count("“"):
        name = "“" + name
    return name + "”" if name.count("“") > name.count("”") else name
