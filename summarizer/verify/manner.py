"""How Chinese words mean a figure: rise or fall, level, change or share, what was added or what there is in all, and what they deny."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from summarizer.quantities import Indicator
from summarizer.verify.change_words import FALL, RISE
from summarizer.verify.english_clause import Direction

__all__ = ["Manner", "direction_told", "manner_of", "manner_of_name", "without_directions"]

Measure = Literal["change", "share", "level", ""]

_DOWN = (
    rf"{FALL}|降幅|减幅|回落|压降|压缩|缩减|缩短|缩小|收窄|下滑|下跌|跌幅|负增长|减产|减收|减支|减亏|净减|"
    r"(?<![投空沉])降(?![水雨临至到为落解])|(?<![加])减(?![灾贫排税负免肥刑轻速])"
)
_UP = rf"(?!增加值)(?:{RISE})|增幅|增速|递增|上涨|涨幅|攀升|跃升|扩大|增产|增收|增支|净增|(?<!新)增(?=了?$)|(?<![提晋])升(?=了?$)|涨(?=了?$)|翻(?=了?$)"
_TURNED = re.compile(rf"(?P<down>{_DOWN})|(?P<up>{_UP})")
# Words that change neither the rise nor that it is one: 增长了约, 提高幅度.
_TAIL = r"(?:了|率|幅度?|速度?|目标|预期|预计|实现|达到?|约|近|超过?|大约|分别|均|各|都|完成|为|[\s:：])*"
_TO = r"(?:到|至|为|成)"
_CHANGE_ENDS = re.compile(rf"(?:{_DOWN}|{_UP}|变化|变动)(?:了|率|幅度?|速度?|额|量|数|目标|预期)*$")
_CHANGE_BEFORE = re.compile(
    rf"(?:{_DOWN}|{RISE}|增幅|增速|递增|上涨|涨幅|攀升|(?<!新)增|升|涨)(?!{_TO}){_TAIL}$"
)
_CHANGE_OPENS = re.compile(r"(?:并|再|又|共|累计|净)*(?:压减|压缩|缩减|减少|降低|提高|增加(?!值)|净增)")
_REACHES = re.compile(r"[到至达为]")
_CHANGE_NAMED = re.compile(rf"{_DOWN}|{_UP}|变化|变动|[高低多快慢]于|高出|领先")
# 增幅比一季度回落: the growth has slowed, what grew has not fallen.
_OF_RATE = re.compile(r"[增降涨]幅|增速|增长")
_RATE_CHANGES = re.compile(r"(?:[增降涨]幅|增速).*(?:回落|下降|收窄|提高|提升|加快|放缓|扩大)$")
_NEITHER = re.compile(r"(?:变化|变动)(?:率|幅度?)?$")
_SHARE = re.compile(r"占比|比重|(?<![抢侵])占(?![地用有领])")
_SHARES = frozenset({"%", "个百分点"})
_NEW = re.compile(r"新增|净增|新[一-鿿]|增加(?![值到至为])|(?<!新)增(?![长至到加幅速为])")
_ADDED = re.compile(r"新增|净增")
_IN_ALL = re.compile(r"总数|总量|累计|存量|保有量|拥有量|共有|现有|达到?$|总计$|已有|数量$")
_ALL_NAMED = re.compile(r"总数|总量|累计|存量|保有量|拥有量|共有|现有|已有")
# 不批准逮捕 is not 批准逮捕; in these words nothing is denied.
_DENIED = re.compile(
    r"(?:不(?![断仅动少良含低超足及同大小高])|未(?![来成央])|非(?![遗法常洲公税])|无(?![人偿线锡为障烟纸]))(?P<what>[一-鿿]{1,2})"
)
# Of the words of one row a name means one: 进口 is neither 出口 nor 进出口.
_CONTRASTS = tuple(
    re.compile(words)
    for words in (
        r"进出口|进口|出口",
        r"城乡居民|城镇居民|农村居民|农民",
        r"一审|二审|再审",
        r"国内(?!生产)|入境|出境",
        r"职工|城乡居民|退休",
        r"民事|刑事|行政案件|行政诉讼",
        r"(?!增长|同比|环比)[一-鿿]{2}率",
        r"存贷款|存款|贷款",
    )
)
_CLAUSE_START = "，,。；;：:！？\n、"


@dataclass(frozen=True, slots=True)
class Manner:
    """What words say of a figure beside what it counts; "" and empty sets where they say nothing."""

    direction: Direction = ""
    measure: Measure = ""
    added: bool = False
    in_all: bool = False
    percent: bool = False
    of_rate: bool = False
    denied: frozenset[str] = frozenset()
    words: str = ""
    kinds: tuple[frozenset[str], ...] = ()

    def speaks_of_another(self, source: "Manner") -> bool:
        """Whether the words of a claim mean another figure than the source's: one denied, one of a contrasting kind, a share for a
        growth, a level for a change or the reverse, what was added for all there is."""
        if self.denies(source) or any(
            own and other and not own & other for own, other in zip(self.kinds, source.kinds, strict=True)
        ):
            return True
        if self._another_measure(source) or (source.of_rate and not self.of_rate):
            return True
        return (self.added and source.in_all and not source.added) or (
            self.in_all and not self.added and source.added
        )

    def denies(self, source: "Manner") -> bool:
        """Whether one denies what the other says without denying it."""
        return self.denied != source.denied and (
            _says_undenied(source, self.denied - source.denied)
            or _says_undenied(self, source.denied - self.denied)
        )

    def _another_measure(self, source: "Manner") -> bool:
        if not self.measure or not source.measure or self.measure == source.measure:
            return False
        if source.percent:
            return "change" in {self.measure, source.measure}
        return "change" in {self.measure, source.measure} and "share" not in {self.measure, source.measure}


def _says_undenied(manner: Manner, denied: frozenset[str]) -> bool:
    return any(what in manner.words and what not in manner.denied for what in denied)


def direction_told(words: str) -> Direction:
    """Rise or fall as Chinese words before a number tell it: the last that they name decides, 变化 tells neither."""
    if _NEITHER.search(words):
        return ""
    hits = list(_TURNED.finditer(words))
    return "" if not hits else "down" if hits[-1]["down"] else "up"


def _denied_in(words: str) -> frozenset[str]:
    return frozenset(hit["what"] for hit in _DENIED.finditer(words))


def _kinds(words: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(pattern.findall(words)) for pattern in _CONTRASTS)


@lru_cache(maxsize=1024)
def manner_of_name(name_zh: str) -> Manner:
    """What a claim's name says."""
    measure: Measure = "level"
    if _CHANGE_ENDS.search(name_zh):
        measure = "change"
    elif _CHANGE_NAMED.search(name_zh):
        measure = ""
    elif _SHARE.search(name_zh):
        measure = "share"
    return Manner(
        direction=direction_told(name_zh),
        measure=measure,
        added=_ADDED.search(name_zh) is not None,
        in_all=_ALL_NAMED.search(name_zh) is not None,
        of_rate=_OF_RATE.search(name_zh) is not None,
        denied=_denied_in(name_zh),
        words=name_zh,
        kinds=_kinds(name_zh),
    )


def manner_of(indicator: Indicator, text: str, floor: int) -> Manner:
    """What the source says of one of its figures; its own words begin behind `floor`, the end of the figure before."""
    name, unit = indicator.name_zh, indicator.mention.unit
    at = indicator.span.start
    start = max(floor, at - 60, *(text.rfind(mark, max(floor, at - 60), at) + 1 for mark in _CLAUSE_START))
    left = "".join(text[start:at].split())
    opens = _CHANGE_OPENS.match(left) is not None and not _REACHES.search(left)
    changes = _CHANGE_ENDS.search(name) or _CHANGE_BEFORE.search(left) or opens
    measure: Measure = "level"
    if changes or unit == "个百分点":
        measure = "change"
    elif _CHANGE_NAMED.search(name):
        measure = ""
    elif unit in _SHARES and (_SHARE.search(name) or _SHARE.search(left)):
        measure = "share"
    direction = direction_told(name) if _CHANGE_ENDS.search(name) else direction_told(left) if changes else ""
    kinds = tuple(own or other for own, other in zip(_kinds(name), _kinds(left), strict=True))
    return Manner(
        direction=direction if measure == "change" else "",
        measure=measure,
        added=_NEW.search(name + left) is not None,
        in_all=_IN_ALL.search(left) is not None or _ALL_NAMED.search(name) is not None,
        percent=unit in _SHARES,
        of_rate=unit == "个百分点" and _RATE_CHANGES.search(name) is not None,
        denied=_denied_in(name + " " + left),
        words=name + left,
        kinds=kinds,
    )


def without_directions(words: str) -> tuple[str, Direction]:
    """The words with every rise and fall left open, and the last that they tell."""
    return _TURNED.sub("↕", words), direction_told(words)
