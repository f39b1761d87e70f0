"""Names that say a kind of figure but not what it is of: 满意率, 完成投资, 企业."""

import re

__all__ = ["is_bare"]

# Left of a name only one of these, a reader cannot know what is counted or measured.
_GENERIC = (
    "网上可办率", "绿化率", "满意率", "满意度", "基本满意率", "办结率", "办复率", "答复率", "解决率", "整改率", "完成率", "合格率", "达标率", "覆盖率", "参与率", "成功率",
    "好评率", "参保率", "化解率", "开工率", "治理率", "利用率", "支持率", "知晓率", "采纳率", "落实率", "产值", "总产值", "产量", "总产量",
    "投资", "总投资", "投资额", "计划投资", "年度投资", "固定投资", "资金", "专项资金", "总额", "金额", "销售额", "营业额", "交易额",
    "收入", "总收入", "营业收入", "主营业务收入", "税率", "报销比例", "比例", "销售收入", "支出", "利润", "利税", "税收", "税金", "余额", "规模", "总量", "总数", "数量", "面积", "总面积",
    "建筑面积", "占地面积", "里程", "长度", "问题", "建议", "意见", "意见建议", "企业", "项目", "工程", "任务", "事项", "群众", "人员", "人数",
    "死亡人数", "受伤人数", "发案数", "案件", "单位", "部门", "占比", "比重", "增加值", "综合指数", "指数", "工作", "活动", "措施", "签约项目",
    "村庄", "增速", "增幅", "降幅", "新项目", "存款", "贷款", "标准", "平均标准", "床位", "床位数", "产能", "能力", "股", "人次", "数",
)  # fmt: skip
_FRAME = re.compile(
    r"^(?:其中|全年|累计|共计|总计|合计|预计|实际|共|已|年|新|计划|按时|力争|全市|全县|全区|全省|全国|我市|我县|我区|我省|完成|实现|引进|引入|投入|推进|"
    r"加快推进|达到|启动|实施|开工|签约|获得|争取|落实|安排|新开工|改造|减少|增加|同比|比上年)+|"
    r"(?:同比|比上年|较上年|年均|累计|已|将|已经|达到|达|为|完成|实现|增长|提高|提升|上升|下降|降低|减少|增加|突破|超过|稳定在|控制在|保持在|降至|降到|升至|增至)+$"
)
_BARE = frozenset(_GENERIC)
_LONGEST = 24
"""Characters: a longer name says more than a head."""


def is_bare(name_zh: str) -> bool:
    """Whether the name is only a generic head, with or without words of time, sum and change: 全年完成投资, 满意率达.

    Such a figure has its row, under the source's words or their plain English, but no sentence and no place at a glance.
    """
    if name_zh in _BARE:
        return True
    if len(name_zh) > _LONGEST:
        return False
    rest = name_zh
    for _ in range(2):
        rest = _FRAME.sub("", rest)
    return rest in _BARE or not rest
