"""What a figure counts, in the source's own words: the label before it, or the verb before and the noun behind it.

听取审议专项工作报告19项 · 聘请20名专家 · 制定法规3件、修改1件 (the second takes its object from the first) · 收入8.2亿元，增长13.6%
(a change takes its subject) · 城镇、农村居民收入分别增长8%、9% (each its own) · 来访115批766人次 (neighbours share one label).
"""

import re
from dataclasses import dataclass, replace

from summarizer.lexicon.terms import Term, terms
from summarizer.lexicon.units import units
from summarizer.quantities.clauses import Place
from summarizer.quantities.mention import Mention

__all__ = ["Label", "labels"]

# Words that open a clause without saying what is counted.
_LEADING = re.compile(
    r"^(?:[、，,和并以\s“”]+|及(?!时)|其中|同时|此外|另外|目前|截至目前|截至年底|截至|今年|去年|全年|年内|当年|本届以来|一年来|五年来|过去一年|过去五年|"
    r"这一年|这五年|五年间|几年来|多年来|近年来|期间|预计|初步预计|初步核算|累计|共计|总计|合计|先后|共有|共|依法|仍有|尚有|还有|已经|已|还|又|再|也|均|都|"
    r"全市|全区|全县|全省|我市|我区|我县|我省|全部|及时|积极|持续|扎实|深入|认真|切实|不断|着力|率先|首次|稳步|有序|有效|全面|大力|进一步|"
    r"一是|二是|三是|四是|五是|六是|七是|八是|特别是|尤其是|计划|力争|确保|努力|"
    r"(?:20|19)?\d{2}年(?:度|底|末|来)?|\d{1,2}月(?:底|份)?|市十?[一二三四五六七八九十]+届[^，。]{0,8}以来)+"
)
# Words between the label and the figure.
_TRAILING = re.compile(
    r"(?:[\s、，,：:（(“]|完成|实现|分为|分成|达到|达成|突破|超过|增加到|增至|增长到|提高到|提升到|提高至|提升至|降至|降低到|降到|下降到|下降至|减少到|减少至|分别达到|分别达|分别为|分别完成|分别|"
    r"已达|高达|多达|约达|可达|总数达|总量达|总额达|规模达|达|共计|总计|合计|累计|共有|共|计|仅有|仅|已有|现有|就有|为|至|到|是|约|了|有|已|均|各|近|超|居|占|由|从)+$"
)
_CHANGE = re.compile(
    r"^(?:比[^，。]{1,10}?|较[^，。]{1,10}?|同比|可比|环比|年均|平均|每年|年平均|实际|名义|分别|可比价|按可比价格?计?算?|按可比口径|"
    r"总体|累计|净|约|将|预计|增速|增幅|降幅|涨幅|力争|计划|逐年|已|又|再|仍|并)*"
    r"(?:增长|递增|增加|提高|提升|上升|上涨|下降|降低|减少|回落|压减|缩减|增|降|涨|减|升|扩大|缩小|翻)(?:率|幅度?|速度?|了)?$"
)
_AND = re.compile(r"[、和与及]")
_RIGHT_END = re.compile(
    r"纳入|列入|入选|获批|获评|获得|荣获|实现|顺利|投入|投产|开工|竣工|完工|建成|落地|主动|积极|全部|正在|成为|进入|通过|"
    r"得到|取得|用于|予以|进行|开展|分为|分成|达到|超过|占|为|被|已|将|均|都|并|受益|不断"
)
_ASIDE = re.compile(r"分为|分成|不断|高效|有效|顺利|持续|稳步|有序|进一步|用于|占|达|超|均|并|[（(]")
# Verbs that open what was done; in a long label what is counted begins with the last of them.
_LEAD = re.compile(
    r"(?:向[^，、]{1,8}?|对[^，、]{1,8}?)?(?:召开|举行|举办|开展|组织|发表|刊发|发布|作出|做出|听取和审议|听取审议|听取|审议|制定|颁布|制定颁布|修订|修改|"
    r"废止|审议通过|通过|成立|建立|设立|建设|建成|新建|改造|完成|引进|培育|收集|征集|征求|搜集|提出|受理|办理|办结|接待|走访|慰问|培训|"
    r"评选|表彰|选派|聘请|选聘|聘任|邀请|检查|抽查|视察|督办|交办|报送|发放|投入|争取|落实|推广|清理|拆除|查处|取缔|解决|化解)+"
)
_KEPT_VERB = 12
_KEPT_RIGHT = 24
_ITEM_END = re.compile(r"[、和及与]\s*$")
_CIRCUMSTANCE = re.compile(
    r"^(?:在|围绕|针对|通过|按照|根据|聚焦|紧扣|坚持|依托|利用)|(?:、|并|先后|累计|共|同时|还)$"
)
_DONE = re.compile(r"(?:已经?|全部|均已?)[一-鿿]{2,4}$")
_BARE_RATE = re.compile(r"^[一-鿿]{0,4}率$")


@dataclass(frozen=True, slots=True)
class Label:
    """`name` is what is counted; `words` the stretch of the text that holds those words, where it stands in one piece.

    `people` tells that the figure counts persons.
    """

    name: str
    words: tuple[int, int]
    people: bool = False


def _split(name: str) -> tuple[str, str]:
    """The words of doing that lead `name`, and the rest: 制定|地方性法规, 向市委报送|专题调研报告."""
    opening = _LEAD.match(name)
    if opening and opening.end() < len(name):
        return name[: opening.end()], name[opening.end() :]
    lead = ""
    for piece in terms().segment(name):
        if isinstance(piece, Term) and piece.pos in {"verb", "adverb"} and not (lead and len(lead) > 8):
            lead += piece.zh
        else:
            break
    return lead, name[len(lead) :]


def _only_verbs(name: str) -> bool:
    """True for 修改, 已办结, 采纳: words of doing whose object is left out."""
    if not name or len(name) > 6:
        return not name
    return (
        all(isinstance(p, Term) and p.pos in {"verb", "adverb"} for p in terms().segment(name))
        or _CHANGE.match(name) is not None
    )


def _trim_left(text: str, start: int, end: int) -> tuple[int, int]:
    """text[start:end] without the words that open a clause and those that lead up to the figure."""
    piece = text[start:end]
    tail = _TRAILING.search(piece)
    if tail and tail.start() > 0:
        piece = piece[: tail.start()]
    head = _LEADING.match(piece)
    if head and head.end() < len(piece):
        start += head.end()
        piece = piece[head.end() :]
    for opening in reversed(list(_LEAD.finditer(piece))):
        # Circumstances before the verb go (在各级媒体发表稿件, 先后开展询问); a subject (市委召开会议) stays.
        if 0 < opening.start() < len(piece) - 4 and _CIRCUMSTANCE.search(piece[: opening.start()]):
            start += opening.start()
            piece = piece[opening.start() :]
            break
    return start, start + len(piece)


def _trim_right(text: str, start: int, end: int, *, open_end: bool, whole: bool) -> tuple[int, int]:
    """The noun behind the figure: up to a verb that says something about it (unless `whole`), or a mark.

    Where the words run into the next figure's own (`open_end`) they end at the first item of a list.
    """
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip(" 的"))
    if piece[lead:].startswith("等"):
        return start, start
    if piece[lead:][:1] in ("、", "和", "及", "与", "，", "“") and piece[lead:][:1] != "“":
        return start, start
    stop = None if whole else _RIGHT_END.search(piece, lead + 2)
    comma = piece.find("、", lead) if open_end else -1
    stop_at = min(
        stop.start() if stop else len(piece), comma if comma >= 0 else len(piece), lead + _KEPT_RIGHT
    )
    return start + lead, start + max(stop_at, lead)


def _shares(text: str, place: Place) -> tuple[list[str], str] | None:
    """Subjects and change of a clause with 分别: (城镇居民收入, 农村居民收入), 增长."""
    clause = text[place.left[0] : place.mention.span.start]
    if "分别" not in clause:
        return None
    before, _, after = clause.rpartition("分别")
    change = _TRAILING.sub("", after).strip() if not _TRAILING.fullmatch(after or "为") else ""
    lead = _LEADING.match(before)
    before = before[lead.end() :] if lead and lead.end() < len(before) else before
    return _conjuncts(_TRAILING.sub("", before) or before), change


_TWINS = (("城乡", ("城镇", "农村")), ("存贷款", ("存款", "贷款")), ("进出口", ("进口", "出口")))


# What several subjects share, said once with the last: 高技术制造业、装备制造业增加值.
_HEAD = re.compile(
    r"(?:人均(?:可支配|纯)收入|(?:一般公共)?预算收入|(?:一般公共)?预算支出|增加值|总产值|产值|销售额|零售额|总额|余额|收入|支出|产量|面积|人数|数量|投资|"
    r"增速|占比|比重|覆盖率|参保率|办结率|满意率|率)$"
)


def _conjuncts(subject: str) -> list[str]:
    """城镇和农村居民收入 → 城镇居民收入, 农村居民收入; 城乡居民收入 likewise; 高技术制造业、装备制造业增加值 share their head."""
    for word, (first, second) in _TWINS:
        if word in subject and not _AND.search(subject):
            return [subject.replace(word, first), subject.replace(word, second)]
    parts = [p for p in _AND.split(subject) if p]
    if len(parts) < 2:
        return parts
    head = _HEAD.search(parts[-1])
    if head is None or any(_HEAD.search(part) for part in parts[:-1]):
        return parts
    return [part + head.group() for part in parts[:-1]] + parts[-1:]


def _object_of(label: Label | None) -> str:
    """The thing that a label's verb is done to: 代表建议 of 收到代表建议, 问题 of 问题已整改."""
    if label is None:
        return ""
    thing = _split(label.name)[1]
    done = _DONE.search(thing)
    return thing[: done.start()] if done and done.start() >= 2 else thing


def _subject_of(label: Label | None) -> str:
    """What a change is said of: the level named before, without its verb (完成一般公共预算收入 → 一般公共预算收入)."""
    if label is None:
        return ""
    name = _split(label.name)[1] or label.name
    return re.sub(r"(?:同比|比上年|较上年|年均)?(?:增长|提高|提升|下降|降低|减少|增加|上升)$", "", name)


def _counts(mention: Mention) -> bool:
    """Whether the figure counts things, so that a noun behind it is what it counts."""
    unit = units().get(mention.unit)
    return mention.unit not in {"%", "个百分点", "倍", ""} and (
        unit is None or unit.cls not in {"money", "percent", "points"}
    )


def _counts_people(mention: Mention) -> bool:
    unit = units().get(mention.unit)
    return unit is not None and unit.cls == "person"


def _label(
    text: str, place: Place, before: list[Label], shares: tuple[list[str], str] | None, nth: int
) -> Label:
    mention = place.mention
    previous = before[-1] if before else None
    if place.gap == "" and previous:
        return previous
    if shares and nth < len(shares[0]):
        subject = shares[0][nth]
        at = text.find(subject[:2], *place.sentence)
        words = (at, at + len(subject)) if at >= 0 else place.left
        return Label(subject + shares[1], (words[0], max(words[1], words[0] + 1)))
    left = _trim_left(text, *place.left)
    left_text = text[left[0] : left[1]]
    whole = left_text.startswith("对")
    right = (mention.span.end, mention.span.end)
    if _counts(mention):
        right = _trim_right(text, *place.right, open_end=place.open_end, whole=whole)
    if not _TRAILING.sub("", left_text) or _LEADING.fullmatch(left_text):
        left, left_text = (mention.span.start, mention.span.start), ""
    right_text = (
        text[right[0] : right[1]].strip(" ，、“”").removesuffix("和").removesuffix("及").removesuffix("与")
    )
    if previous and _ITEM_END.search(place.gap or "") and previous.words[1] > place.left[0]:
        # 动员7500多名代表和500多名干部: the words between are those of the figure before; only its verb is shared.
        left, left_text = (
            (mention.span.start, mention.span.start),
            _split(previous.name)[0] if right_text else "",
        )
        return Label(_plain(left_text + right_text), (previous.words[0], max(right[1], mention.span.end)))
    if right_text:
        if len(left_text) > _KEPT_VERB and len(right_text) > 4:
            # The words before belong to another thing, unless they begin with the verb.
            opening = _LEAD.match(left_text)
            left_text = opening.group() if opening else ""
        return Label(_plain(left_text + right_text), (left[0] if left_text else mention.span.start, right[1]))
    if previous and _BARE_RATE.match(left_text):
        return Label(
            _plain(_object_of(_base(before, len(before) - 1)) + left_text),
            (previous.words[0], mention.span.end),
        )
    if left_text and not _only_verbs(left_text):
        if previous and left_text.startswith("的"):
            # 收入10万元以上的村占比: the figure before is part of what is counted.
            return Label(_plain(text[previous.words[0] : left[1]]), (previous.words[0], left[1]))
        shared = _split(previous.name)[0] if previous and (place.gap or "").startswith("、") else ""
        if shared and not _LEAD.match(left_text) and previous:
            return Label(_plain(shared + left_text), (previous.words[0], left[1]))
        return Label(_plain(left_text), left)
    if _CHANGE.match(left_text) or (left_text and mention.unit in {"%", "个百分点"}):
        base = _base(before, nth if shares else len(before) - 1)
        start = base.words[0] if base else left[0]
        return Label(_plain(_subject_of(base) + left_text), (start, mention.span.end))
    base = _base(before, len(before) - 1)
    if base:
        words = (base.words[0], mention.span.end)
        thing = _object_of(base) or base.name
        # 举办培训班3期，培训260人: people are not more of the thing counted before.
        apart = _counts_people(mention) and not base.people
        return Label(_plain(thing + left_text if apart else left_text + thing), words)
    bare = (
        left_text
        or text[place.left[0] : place.left[1]]
        or text[place.right[0] : place.right[1]][:_KEPT_RIGHT]
    )
    return Label(_plain(bare), (min(left[0], mention.span.start), mention.span.end))


def _base(before: list[Label], index: int) -> Label | None:
    """The label a change goes back to: the nearest one that is no change itself."""
    for label in reversed(before[: index + 1]):
        if not re.search(r"(?:增长|提高|提升|下降|降低|减少|增加|上升|回落)$", label.name):
            return label
    return before[-1] if before else None


def _plain(name: str) -> str:
    return re.sub(r"[\s，,。；;：:]+|[“”](?=$)|^[、和与]|[了的]$", "", name)


def labels(text: str, found: list[Place]) -> list[Label]:
    """One label for each of `found`, in order; never empty unless the sentence says nothing about the figure."""
    result: list[Label] = []
    sentence: tuple[int, int] | None = None
    start = 0
    shares: tuple[list[str], str] | None = None
    nth = 0
    for place in found:
        if place.sentence != sentence:
            sentence, start, shares = place.sentence, len(result), None
        own = _shares(text, place)
        if own is not None:
            shares, nth = own, 0
            if not own[0]:
                # 增加值36亿元、52亿元，分别增长…: the subjects are the figures before.
                names = [_subject_of(label) for label in result[start:]][-2:]
                shares = (names, own[1])
        elif (
            shares is not None
            and place.gap is not None
            and re.fullmatch(r"[、和与及，,]?", place.gap.strip())
        ):
            nth += 1
        else:
            shares = None
        label = _label(text, place, result[start:], shares, nth)
        result.append(replace(label, people=_counts_people(place.mention)))
    return result
