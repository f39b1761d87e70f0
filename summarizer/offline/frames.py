"""What stands around the name of a figure without naming anything: numbering, time, sum and level words."""

import re

__all__ = ["LEVELS", "without_frame"]

LEVELS = (
    "稳定在", "控制在", "保持在", "维持在", "增加到", "增加至", "提高到", "提高至", "提升到", "提升至", "扩大到", "扩大至", "上升到", "上升至", "下降到", "下降至",
    "降低到", "降低至", "发展到", "增至", "升至", "降至", "降到", "达到", "达", "实现", "完成", "突破", "保持", "超过", "首次突破", "首次超过", "力争", "为", "在",
)  # fmt: skip
"""After a name these say only that the figure is a level."""

_NUMBERED = re.compile(r"^(?:[（(]?\d{1,2}[）)]?[.．、]|[一二三四五六七八九十]+是|[①-⑳])")
_LEAD = re.compile(
    r"^(?:五年来?|近五年|过去五年|[近这]三年来?|一年来|全年内?|年内|去年|今年以来|今年|本届以来|本届|期内|上半年|截至目前|目前|现有|其中|累计|共计|总计|共|计划|预计|拟|"
    r"力争|确保|争取(?=实现|完成)|继续|再(?=新|建|造)|可|要|将|还|又(?=新|建)|已|均|年度|当年|全市|全县|全区|全省|我市|我县|我区|我省|"
    r"成功(?=举办|创建|申报)|圆满(?=完成)|全力(?=推进|推动)|基本(?=建成|完成|实现)|初步(?=建成))+"
)


def without_frame(name: str) -> str:
    """The name without numbering and words of time and sum at its head; unchanged where nothing else would be left."""
    rest = _LEAD.sub("", _NUMBERED.sub("", name))
    return rest if len(rest) > 1 else name
