"""What the Chinese words before a figure say of it: rise or fall, where a change began, a rate per time or head, a forecast."""

import re
from dataclasses import dataclass
from typing import Literal

from summarizer.quantities import Indicator, Qualifier
from summarizer.reading import Span
from summarizer.verify.change_words import FALL, RISE
from summarizer.verify.english_clause import Direction

__all__ = ["Measure", "Saying", "said_of"]

Measure = Literal["change", "level", ""]

_CHANGE = re.compile(
    rf"(?P<down>{FALL}|回落|压缩|缩减|下滑|降幅|负增长|收窄|缩小|[再双又连齐]降|降至|降到|下跌|跌|减至)|"
    rf"(?P<up>{RISE}|上涨|增幅|增速|递增|涨幅|[再双又连净]增|扩大|拓展|攀升|升至|增至)"
)
# Directly before the figure: it is the change itself, or what a change ended in.
_BY = re.compile(rf"(?:{RISE}|{FALL}|上涨|回落|净增|增产|减产|增收|多|少)(?:了|约|近|超|超过|逾)?$")
_TO = re.compile(r"(?:达到?|至|到|为|突破|超过|总[量数额计]|累计|共|合计)(?:了|约|近)?$")
_FROM = re.compile(r"(?:从|由)[^，。；、到至为]{0,12}$")
_RATE = re.compile(r"每|均|各|平均|[年月日周]人?次?$")
_FORECAST = re.compile(r"预计|预期|估计|有望|可望|将|力争|预测")
_PLAN = re.compile(r"力争|计划|要|确保|争取|目标|将|预期|打算|拟|安排|努力|左右|以上")
_RETOLD = re.compile(r"五年来|(?:过去|这|近|回顾)(?:的)?五年|时期[^。]{0,30}(?:收官|取得|完成|实现了)")
_YEAR = re.compile(r"((?:19|20|１９|２０)\d\d)年[^，。；、]{0,8}$")
_PARAGRAPH = 600  # characters before a figure in which its paragraph may say of what time it speaks
_ROW = re.compile(r"(?:[、和][\d０-９.．]+[%％]?)+(左右|以上)")
_HEDGES = {"左右": Qualifier.ABOUT, "以上": Qualifier.AT_LEAST}
_MARK = re.compile("[，,；;：:。\n]")


@dataclass(frozen=True, slots=True)
class Saying:
    """`direction` is the rise or fall that is told; `measure` says whether the figure is the change itself or a level.

    `begins` tells that a change is told to begin there (从39个), `is_rate` that it is told per time or head, `is_forecast` that the
    sentence expects it, `is_retold` that it speaks of what was, whatever its section does; `year` is the one right before it, `hedge`
    one that stands behind the last figure of its row; `is_shared` tells that its words are those of several figures (分别).
    """

    direction: Direction = ""
    measure: Measure = ""
    begins: bool = False
    is_rate: bool = False
    is_forecast: bool = False
    is_retold: bool = False
    year: int | None = None
    hedge: Qualifier | None = None
    is_shared: bool = False


def said_of(indicator: Indicator, text: str, sentence: Span) -> Saying:
    """What the words before the indicator's number say of it; `text` is the report's, `sentence` holds the number."""
    start = indicator.span.start
    before = text[sentence.start : start] if sentence.start <= start else ""
    clause = _MARK.split(before)[-1]
    name, rest = indicator.name_zh, text[start : min(sentence.end, indicator.span.end + 12)]
    paragraph = text[max(0, start - _PARAGRAPH) : start].rpartition("\n")[2]
    measure: Measure = "change" if _BY.search(clause) else "level" if _TO.search(clause) else ""
    return Saying(
        _direction(indicator, clause, name, measure),
        measure,
        _FROM.search(clause) is not None,
        _RATE.search(clause + name) is not None or re.search(r"每|／|/", rest) is not None,
        _FORECAST.search(before) is not None,
        _RETOLD.search(paragraph) is not None and _PLAN.search(clause) is None,
        int(year[1]) if (year := _YEAR.search(clause)) else None,
        _HEDGES[row[1]] if (row := _ROW.match(text, indicator.span.end)) else None,
        re.search("分别|均", clause) is not None,
    )


def _direction(indicator: Indicator, clause: str, name: str, measure: Measure) -> Direction:
    """Rise or fall; a count is one only where it is the change itself."""
    mention = indicator.mention
    if mention.text.startswith(("-", "－", "−", "负")):
        return ""
    if mention.unit not in {"%", "个百分点", "倍"} and measure != "change":
        return ""
    hits = list(_CHANGE.finditer(clause)) if measure == "change" or "降" in clause else []
    hits = hits or list(_CHANGE.finditer(name))
    if not hits:
        return ""
    return "down" if hits[-1]["down"] else "up"
