"""What a section is about and whether it speaks of the future: words of its heading, and where it stands."""

import re
from collections.abc import Sequence

from summarizer.outline.section import SectionClass

__all__ = ["is_plan", "is_review", "leads_to_plan", "review_year", "topic_of"]

# A heading has the class whose words weigh most in it; of equals, the one whose word comes last: the object stands before what
# is done with it. 10: whatever else is named (环境保护 is supervised), 4 and more: says the class outright, 1: where nothing else
# does, 0: means something else than the shorter word in it.
_TABLE = """
problems                   6  存在的问题 存在问题 存在的不足 困难和问题 问题和不足 问题与不足 差距和不足 主要问题 困难和挑战 困难与挑战
political                  8  绝对领导
political                  4  党的领导 X的领导 X的全面领导 党的全面领导 政治引领 ZZ引领
political                  3  政治方向 政治站位 政治建设 政治担当 政治自觉 政治能力 政治责任 理论武装 首个议题 第一议题 思想自觉 ZZ自觉
political                  2  行动自觉 党对 对党
political                  1  政治 忠诚 学习贯彻
legislation                4  地方立法
legislation                3  立法 良法 制度供给 法规 备案审查 法律法规
legislation                2  宪法 人大主导 法治保障
legislation                1  法治 依法治
supervision               10  监督
supervision                5  执法检查
supervision                4  工作评议 专题询问
supervision                2  跟踪问效
supervision                1  履职效能 助推
decisions_appointments     4  人事任免 任免 重大事项 讨论决定 决定权
decisions_appointments     3  任命
decisions_appointments     2  选举
deputies                   4  代表工作 代表主体 主体地位 主体作用 代表履职 代表作用 代表建议 代表联系 代表行动 人大代表
deputies                   3  为民履职 建议办理 票决制
deputies                   2  代表
deputies                   1  履职机制 履职平台 履职举措
self_building              6  检察队伍 法院队伍 政法队伍 干警队伍 过硬队伍 过硬铁军
self_building              5  自身建设 机关建设 四个机关 治院 治检 治警 管党治党 铁军
self_building              4  队伍建设 人大建设 政府建设 政府治理 作风建设 政风建设 廉政建设 法治政府 依法行政 行政效能 政府职能 政府机构改革 从严治党 正风肃纪 廉洁 清廉 高效施政 政府作风
self_building              3  宣传工作 履职能力 履职水平 履职质效 忠诚执政 从政 施政
self_building              2  能力建设 法治建设 政府服务 正风 依法履职 整体功能 联系指导
trials                     6  审判
trials                     4  执行难 执行工作 诉讼服务
trials                     3  司法为民
trials                     2  司法公正 司法改革
prosecution               11  法律监督
prosecution                4  检察 公益诉讼 批捕 起诉
economy                    4  经济运行 经济增长 经济平稳 经济形势 有效需求 内需 宏观调控 稳增长
economy                    3  经济发展 经济建设 综合实力 投资 消费 财政
economy                    2  金融 项目 发展后劲 外贸 经济
economy                    1  高质量发展
industry_innovation        4  产业 工业 科技 科创 创新驱动 新质生产力 制造业 服务业 数字经济 数字产业 动能转换 新动能 技术改造
industry_innovation        3  实体经济 中医药 能源
industry_innovation        2  平台基础 旅游 企业 智能
industry_innovation        1  创新
reform_opening             4  招商 营商环境 自贸 经济体制 一带一路
reform_opening             3  改革 开放 外资 国企 国资 国有企业 市场体系
reform_opening             2  外交
rural                      6  粮食安全
rural                      5  乡村振兴 三农 农业
rural                      4  农村 农民 粮食 乡村 脱贫 扶贫 返贫
urban_infrastructure       4  新型城镇化 区域协调 区域经济 基础设施
urban_infrastructure       3  城市 城乡 城镇 交通 规划管控 房地产
urban_infrastructure       2  区域 协同发展 一体化
environment                5  环境保护
environment                4  生态 环境质量 污染 绿色 低碳 碳达峰 节能减排 碧水 蓝天 绿地 空气
environment                2  美丽
livelihood                 4  民生 就业 社会保障 社保 养老 人民生活 基本生活 困难群众
livelihood                 3  福祉 惠民 生活品质 社会事业 收入
livelihood                 2  居民 群众关切 人民群众 幸福 居住
security_governance        4  安全 平安 社会治理 社会稳定 和谐稳定 风险 防疫 疫情 维护稳定 民主法制 民主和法制
security_governance        3  双统筹 信访 国防
security_governance        2  公平正义 司法
security_governance        1  城市治理
culture_education_health   6  文化产业 人才队伍
culture_education_health   5  城市精神
culture_education_health   4  文化 教育 卫生 健康 体育 医疗 精神文明 文明程度 文旅 教体
culture_education_health   2  人才
culture_education_health   0  健康发展
closing                    6  结束语 结语
"""


def _read(table: str) -> dict[SectionClass, dict[str, int]]:
    words: dict[SectionClass, dict[str, int]] = {}
    for line in table.strip().splitlines():
        cls, weight, *row = line.split()
        words.setdefault(SectionClass(cls), {}).update(dict.fromkeys(row, int(weight)))
    return words


_WORDS = _read(_TABLE)

_PLAN = re.compile(
    r"工作思路|发展思路|总体思路|工作安排|工作打算|工作建议|工作部署|总体部署|总体要求|目标任务|主要任务|重点任务|工作任务|主要目标|奋斗目标|预期目标"
    r"|规划纲要|今后|下一步|下一阶段|未来|明年|新一年|新的一年|展望|前景|工作重点|工作要点|重点工作$"
)
_REVIEW = re.compile(
    r"回顾|过去|以来|[一两三四五]年来|工作总结|主要成绩|主要成就|所做的工作|工作情况|主要工作|基本情况|当前的.*形势"
)
# What is done to reach a target is no plan as such: 聚焦重点任务狠抓落实.
_ACTION = re.compile(
    r"坚持|着力|聚焦|围绕|扎实|全面|狠抓|抓好|抓实|推进|推动|加强|落实|服务|确保|助推|取得|完成|强化|提升|促进"
)
_LOOKING_BACK = re.compile(r"回顾|总结")
_YEAR = re.compile(r"((?:19|20)\d{2}|[１２][０-９]{3})年")


def topic_of(title: str) -> SectionClass | None:
    """The class that a heading's words speak for, None where none does."""
    best: tuple[int, int] = (0, -1)
    topic = None
    for cls, words in _WORDS.items():
        found = {word: weight for word, weight in words.items() if word in title}
        # A word inside a longer one that was found says nothing more: 监督 in 法律监督.
        heard = [word for word in found if not any(word != longer and word in longer for longer in found)]
        if heard:
            score = sum(found[word] for word in heard), max(title.rfind(word) + len(word) for word in heard)
            if score[0] and score > best:
                best, topic = score, cls
    return topic


def review_year(titles: Sequence[str]) -> int | None:
    """The year reported on as far as headings say: that of 2022年工作回顾, else the first of several years."""
    years: list[int] = []
    for title in titles:
        looking_back = _LOOKING_BACK.search(title)
        reviewed = _years(title[: looking_back.start()]) if looking_back else []
        if reviewed:
            return max(reviewed)
        years += _years(title)
    return min(years) if len(set(years)) > 1 else None


def is_plan(title: str, reported: int | None) -> bool:
    """Whether a heading opens the part about the future: a year after the one reported on, or words of planning."""
    if _LOOKING_BACK.search(title):
        return False
    years = _years(title)
    if reported is not None and years:
        return max(years) > reported
    return _PLAN.search(title) is not None and _ACTION.search(title) is None


def is_review(title: str, reported: int | None) -> bool:
    """Whether a heading opens the part about what was done."""
    return (
        _REVIEW.search(title) is not None and _ACTION.search(title) is None and not is_plan(title, reported)
    )


def leads_to_plan(title: str, reported: int | None) -> bool:
    """Whether what follows a heading is the future: it opens the plan, or looks back and gives a later year's policy as well."""
    return is_plan(title, reported) or (reported is not None and max(_years(title), default=0) > reported)


def _years(title: str) -> list[int]:
    return [int(year) for year in _YEAR.findall(title)]
