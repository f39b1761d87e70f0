"""Years and plans in Chinese text: what is told of another year than the source's, or as planned what was done."""

import re

from summarizer.quantities import Aspect, Indicator
from summarizer.verify.choice import years_in
from summarizer.verify.finding import Reason, Verdict
from summarizer.verify.grounds import Grounds
from summarizer.verify.magnitude import Judgement

__all__ = ["is_planned", "told_time"]

_SENTENCE = "。！？；!?;\n"
_SEARCHED = 200  # characters before a figure in which its time may be said
_THIS = re.compile(
    r"(?<![比较与])(?P<this>今年|本年度?)|(?P<next>明年|来年)|(?<![比较与])(?P<last>去年|上年)(?!同期|[底末]|的)"
)
_PLANNED = re.compile(
    r"力争|(?<!超额完成)预期目标|计划(?=[新建完实投开引培推用到于组])|拟(?=[新建安开推])|"
    r"将(?![军近来士领])(?=[^，。]{0,6}(?:达到|新增|建成|增加|完成|实现|突破|推送|新建|开展|召开|举办|组织|听取|培训|受理|办理|发放|投入|培育|改造|引进|推进|建设|增长|下降|制定|审议|修订|保持|确保|超过))"
)
_DONE = re.compile(r"(?<=[一-鿿])了(?=[约近超]?[\d一二三四五六七八九十百千万亿])|已经?(?=[一-鿿])|圆满|超额")


def _before(text: str, figure: Indicator) -> str:
    at = figure.span.start
    start = max(at - _SEARCHED, 0, *(text.rfind(mark, 0, at) + 1 for mark in _SENTENCE))
    return text[start:at]


def _told_year(words: str, grounds: Grounds) -> str:
    """The year that words such as 今年 name: that of the report's day for a report that was given."""
    hits = list(_THIS.finditer(words))
    day = grounds.doc.meta.date[:4]
    if not hits or not day.isdigit():
        return ""
    shift = 0 if hits[-1]["this"] else 1 if hits[-1]["next"] else -1
    return str(int(day) + shift)


def is_planned(text: str, figure: Indicator) -> bool:
    """Whether a text tells a figure as what is to come."""
    words = _before(text, figure)
    times = list(_THIS.finditer(words))
    ahead = bool(times) and times[-1]["next"] is not None
    return figure.aspect is Aspect.PLANNED or ahead or _PLANNED.search(words) is not None


def told_time(text: str, figure: Indicator, source: Indicator, grounds: Grounds) -> Judgement | None:
    """The verdict where a text tells a figure of other years than the source's, or as planned what is done there, or the reverse.

    None where it says nothing of its time or says it rightly.
    """
    words = _before(text, figure)
    said = _before(grounds.doc.text, source)
    own = _told_year(words, grounds)
    known = years_in(source.period)
    named = figure.period or own
    if own and _THIS.search(said):
        named = figure.period  # both say 今年 of the same figure
    if named and known and not years_in(named) & known:
        note = f"the source's figure is for {source.period}, not {named}"
        return Judgement(Verdict.CONTRADICTED, Reason.PERIOD, note)
    if source.aspect is Aspect.REPORTED and _PLANNED.search(words) and not _PLANNED.search(said):
        return Judgement(
            Verdict.CONTRADICTED, Reason.ASPECT, "the source tells it as reported, not as planned"
        )
    if source.aspect is Aspect.PLANNED and _DONE.search(words) and not _DONE.search(said):
        return Judgement(
            Verdict.CONTRADICTED, Reason.ASPECT, "the source tells it as planned, not as reported"
        )
    return None
