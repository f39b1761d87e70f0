"""How exact a figure is said to be: the words before it (近, 超过, 至少有) and behind it (以上, 左右)."""

import re

from summarizer.lexicon.numerals import CN_SCALES
from summarizer.quantities.mention import Qualifier
from summarizer.quantities.zh.candidate import BLANKS

__all__ = ["qualifier_after", "qualifier_before", "qualifier_of_share", "some_before"]

_SP = f"[{BLANKS}]?"

_BEFORE = {
    Qualifier.NEARLY: ("将近", "接近", "近"),
    Qualifier.ABOUT: ("大约", "约"),
    Qualifier.OVER: ("超过", "多于", "高于", "大于", "超", "逾", "突破", "过"),
    Qualifier.UNDER: ("不足", "不到", "低于", "少于", "小于"),
    Qualifier.AT_LEAST: (
        "至少",
        "最少",
        "不少于",
        "不低于",
        "不小于",
        "大于或等于",
        "大于等于",
        "高于或等于",
    ),
    Qualifier.AT_MOST: (
        "至多",
        "最多",
        "不超过",
        "不高于",
        "不大于",
        "不多于",
        "小于或等于",
        "小于等于",
        "低于或等于",
    ),
}
_AFTER = {
    Qualifier.OVER: ("以上", "之多"),
    Qualifier.UNDER: ("以下", "以内", "之内"),
    Qualifier.ABOUT: ("左右", "上下"),
}
_MEANING = {
    word: qualifier for table in (_BEFORE, _AFTER) for qualifier, words in table.items() for word in words
}
# These tell how exact the figure is but belong to its verb (gold convention); they stay outside the span.
_OUTSIDE = ("突破", "高于", "低于", "多于", "少于", "大于", "小于")
# What makes the word part of another one: 节约, 附近, 反超; 过 is 超过 only after what can be exceeded (占比过半), else a particle.
_GUARDS = {
    "约": "(?<![节签条特合预契公违邀大简制集])",
    "近": "(?<![附最靠邻临亲接相远新将])",
    "超": "(?<![反赶高英治])",
    "过": "(?<=[比率额值量数分绩])",
}


def _words_before() -> str:
    words = sorted((w for table in _BEFORE.values() for w in table), key=len, reverse=True)
    return "|".join(_GUARDS.get(word, "") + _SP.join(word) for word in words)


_PRE = re.compile(rf"({_words_before()}){_SP}(?:[了有为]{_SP})?\Z")
_PRE_ENDS = frozenset(word[-1] for words in _BEFORE.values() for word in words) | frozenset("了有为")
_PRE_WINDOW = 12
_POST = re.compile(
    rf"{_SP}(?:[（(]含[)）]|或者?|及|含)?(以上|之多|以下|以内|之内|左右(?![岸手两])|上下(?![游联级班功同一学文]))"
)
_POST_STARTS = frozenset("以之左上或及含(（") | frozenset(BLANKS)


# 过百亿元 and 过六成 are more than that; 经过百日 and 走过百年 are not.
_PAST = re.compile(r"(?<![通经超不越透跨度走迈渡穿闯路])过\Z")
_ROUND = frozenset("百千万亿")
_SOME = re.compile(r"(?:好?几|(?<![人总件户基分指倍系岁参])数|(?<![以晚网线海会路早向之])(上))\Z")
_OF_ALL = re.compile(
    r"(?:(超过|不足|不到|接近)|(?<![节签条特合预契公违邀大简制集])(约)占)[总全][一-鿿]{1,6}的\Z"
)


def qualifier_of_share(text: str, at: int, floor: int) -> Qualifier | None:
    """What is said about the share at `at` before the whole it is one of: 超过总额的1/3, 约占全省的10%."""
    hit = _OF_ALL.search(text, max(floor, at - _PRE_WINDOW), at) if text[at - 1 : at] == "的" else None
    return _MEANING[hit[1] or hit[2]] if hit else None


def qualifier_before(text: str, at: int, floor: int) -> tuple[Qualifier | None, int]:
    """What the words before `at` say about the figure that starts there, and where the figure with them starts.

    They are looked for behind `floor`.
    """
    end = at - 1 if at > floor and text[at - 1] in BLANKS else at
    if end <= floor or text[end - 1] not in _PRE_ENDS:
        return None, at
    hit = _PRE.search(text, max(floor, at - _PRE_WINDOW), at)
    if hit is None:
        is_round = text[at] in _ROUND or text[at + 1 : at + 2] == "成"
        past = _PAST.search(text, max(floor, at - 2), at) if is_round else None
        return (Qualifier.OVER, past.start()) if past else (None, at)
    word = "".join(hit[1].split())
    return _MEANING[word], at if word in _OUTSIDE else hit.start()


def some_before(text: str, at: int, floor: int) -> tuple[Qualifier, int] | None:
    """What stands for the digits before the scale at `at` (数|十, 几|百, 上|万): how exact that is, and where the number begins."""
    if text[at] not in CN_SCALES:
        return None
    some = _SOME.search(text, max(floor, at - 5), at)
    return (Qualifier.OVER if some[1] else Qualifier.ABOUT, some.start()) if some else None


def qualifier_after(text: str, at: int) -> tuple[Qualifier | None, int]:
    """What the words from `at` on say about the figure that ends there, and where it ends with them."""
    if text[at : at + 1] not in _POST_STARTS:
        return None, at
    hit = _POST.match(text, at)
    return (None, at) if hit is None else (_MEANING[hit[1]], hit.end())
