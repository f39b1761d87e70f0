"""What headings are made of: verbs that are only said in titles, heads that take their object behind them, and praise."""

__all__ = ["BETTER", "COMPARED", "HEADS", "NEW", "THINGS", "VERBS"]

# Verbs of titles as gerunds. What is done to a thing is said plainly; all else comes from the termbase.
VERBS = {
    "坚持": "upholding", "做好": "carrying out", "搞好": "carrying out", "抓好": "carrying out", "抓实": "carrying out", "办好": "delivering",
    "推动": "promoting", "促进": "promoting", "助推": "promoting", "推进": "advancing", "加快推进": "accelerating", "加快": "accelerating",
    "加强": "strengthening", "强化": "strengthening", "增强": "enhancing", "夯实": "consolidating", "筑牢": "consolidating",
    "巩固": "consolidating", "提升": "improving", "提高": "improving", "改善": "improving", "优化": "improving", "完善": "improving",
    "健全": "improving", "深化": "deepening", "扩大": "expanding", "拓展": "expanding", "拓宽": "broadening", "激发": "stimulating",
    "释放": "releasing", "增进": "improving", "守护": "protecting", "维护": "safeguarding", "保障": "ensuring", "保持": "maintaining",
    "突出": "giving priority to", "聚焦": "focusing on", "聚力": "focusing on", "围绕": "focusing on", "紧扣": "focusing on", "致力": "working for",
    "抓住": "seizing", "抢抓": "seizing", "打造": "building", "建设": "building", "构建": "building", "锻造": "building", "建立": "establishing",
    "壮大": "expanding", "做大做强": "expanding", "发展": "developing", "大力发展": "developing", "加快发展": "accelerating the development of",
    "培育": "fostering", "培育发展": "fostering", "培育壮大": "fostering", "实施": "implementing", "开展": "carrying out", "落实": "implementing",
    "贯彻": "implementing", "贯彻落实": "implementing", "践行": "practicing", "把牢": "keeping to", "坚定": "keeping to",
    "提振": "boosting", "繁荣": "promoting", "繁荣发展": "promoting", "弘扬": "carrying forward", "守牢": "holding", "守住": "holding",
    "严守": "holding", "攻坚": "tackling", "创新": "innovating in", "护航": "supporting", "积蓄": "building up", "兑现": "delivering", "履行": "performing", "依法履行": "performing", "认真履行": "performing", "发挥": "giving play to", "充分发挥": "giving full play to",
    "凝聚": "pooling", "彰显": "showing", "展现": "showing", "体现": "showing", "服务": "serving", "服务保障": "serving and supporting", "惩治": "punishing", "依法惩治": "punishing", "尊重": "respecting", "转变": "transforming",
    "防范化解": "forestalling and defusing", "防范": "forestalling", "化解": "defusing", "稳定": "stabilizing", "控制": "controlling",
    "改进": "improving", "创造": "creating", "营造": "creating", "统筹": "coordinating", "统筹推进": "coordinating", "改革": "reforming",
    "全面深化": "deepening", "全面加强": "strengthening", "全面推进": "advancing", "全面提升": "improving", "全面落实": "implementing", "深入推进": "advancing", "鼓励": "encouraging", "支持": "supporting", "引导": "guiding", "调动": "mobilizing", "增加": "increasing",
    "狠抓": "focusing on", "抓": "pursuing", "主攻": "focusing on", "对接融入": "integrating into", "融入": "integrating into",
    "融入和服务": "integrating into and serving", "服务和融入": "serving and integrating into", "维护和促进": "safeguarding and promoting",
    "保障和改善": "ensuring and improving", "加强和改善": "strengthening and improving", "巩固拓展": "consolidating and expanding",
    "巩固和拓展": "consolidating and expanding", "改革和完善": "reforming and improving", "贯通": "implementing", "整顿": "rectifying",
    "依靠": "relying on", "重视": "attending to", "注重": "attending to", "坚决打好": "fighting", "打好": "fighting", "理顺": "straightening out",
    "树立和落实": "establishing and implementing", "稳定和扩大": "stabilizing and expanding", "建立健全": "establishing and improving",
    "挖掘释放": "tapping and releasing", "挖掘": "tapping", "恪守": "observing", "永葆": "preserving", "厚植": "consolidating", "用好": "making good use of",
    "实行": "implementing", "讲究": "attending to", "调整": "adjusting", "改造": "renovating", "培养": "fostering", "密切": "strengthening",
    "密切联系": "keeping close ties with", "履职尽责": "performing duties diligently", "促改革": "promoting reform",
}  # fmt: skip

# What titles speak of at the end, around the thing it is of; longest first in use.
HEADS = {
    "高质量发展": "the high-quality development of {}", "协调发展": "the coordinated development of {}", "融合发展": "the integrated development of {}",
    "健康发展": "the sound development of {}", "平稳健康发展": "the steady and sound development of {}", "加快发展": "the faster development of {}",
    "创新发展": "the innovative development of {}", "改革发展": "the reform and development of {}", "改革和发展": "the reform and development of {}",
    "深度融合": "the deep integration of {}", "优化升级": "the upgrading of {}", "转型升级": "the transformation and upgrading of {}",
    "升级": "the upgrading of {}", "转型": "the transformation of {}", "提质增效": "better quality and efficiency in {}",
    "质量和效益": "the quality and returns of {}", "质量效益": "the quality and returns of {}", "保护修复": "the protection and restoration of {}",
    "综合治理": "the comprehensive management of {}", "现代化": "the modernization of {}", "一体化发展": "the integrated development of {}",
    "一体化": "the integration of {}", "精细化管理": "the fine-tuned management of {}", "发展": "the development of {}",
    "建设": "the development of {}", "改革": "the reform of {}", "管理": "the management of {}", "治理": "the governance of {}",
    "保护": "the protection of {}", "监督": "oversight of {}", "保障": "support for {}", "水平": "{}", "能力": "capacity for {}",
    "质量": "the quality of {}", "质效": "the quality and effectiveness of {}", "效能": "the effectiveness of {}", "实效": "the effectiveness of {}",
    "成效": "the effectiveness of {}", "效率": "the efficiency of {}", "活力": "the vitality of {}", "动力": "the drivers of {}",
    "动能": "the drivers of {}", "机制": "mechanisms for {}", "长效机制": "long-term mechanisms for {}", "制度体系": "the institutions of {}",
    "方式": "methods of {}", "渠道": "channels for {}", "基础": "the foundations of {}", "根基": "the foundations of {}", "空间": "room for {}",
    "成果": "the gains of {}", "格局": "the pattern of {}", "工作": "work on {}", "底线": "the line on {}", "领域": "{}", "战略": "the strategy of {}",
    "主动性": "initiative in {}", "主体地位": "the principal position of {}", "主体作用": "the principal role of {}", "作用": "the role of {}",
    "需求": "demand for {}", "增长": "growth in {}", "稳定增长": "steady growth in {}", "平稳较快增长": "steady and fast growth in {}",
    "合理增长": "reasonable growth in {}", "增收": "income growth for {}", "普及": "the spread of {}", "结构": "the structure of {}",
    "潜力": "the potential of {}", "布局": "the layout of {}", "品质": "the quality of {}", "意识": "awareness of {}", "大局": "the overall interests of {}",
    "攻坚战": "the battle for {}", "行动": "the campaign for {}", "专项行动": "the special campaign for {}", "攻坚行动": "the campaign for {}",
    "有效供给": "the effective supply of {}", "供给": "the supply of {}", "设施": "facilities for {}", "体制": "the system of {}", "规模": "the scale of {}",
    "职能": "the functions of {}", "力量": "the strength of {}", "作为": "the contribution of {}", "进程": "the process of {}", "步伐": "the pace of {}",
    "投入": "investment in {}", "力度": "efforts in {}", "优势": "the strengths of {}", "实力": "the strength of {}", "竞争力": "the competitiveness of {}",
    "关系": "the relations of {}", "创新": "innovation in {}", "转化应用": "the application of {}", "推广": "the spread of {}", "统一": "the unity of {}",
    "有效实施": "the effective implementation of {}", "贯彻实施": "the implementation of {}", "满意度": "satisfaction with {}", "整体功能": "the overall functioning of {}",
}  # fmt: skip

# What a title says has come about with its thing: a noun that takes it behind.
NEW = {
    "取得新成效": "new progress in {}", "取得新进展": "new progress in {}", "取得新的进展": "new progress in {}", "取得积极进展": "positive progress in {}",
    "取得明显成效": "marked progress in {}", "取得显著成效": "marked progress in {}", "取得新成绩": "new achievements in {}", "取得新成就": "new achievements in {}",
    "取得重大进展": "major progress in {}", "取得新突破": "new breakthroughs in {}", "取得新胜利": "new victories in {}", "实现新突破": "new breakthroughs in {}",
    "得到新突破": "new breakthroughs in {}", "取得重大突破": "major breakthroughs in {}", "实现新发展": "new progress in {}", "实现新进步": "new progress in {}",
    "实现新提升": "further improvement in {}", "实现新提高": "further improvement in {}", "得到新提升": "further improvement in {}",
    "得到新提高": "further improvement in {}", "得到新改善": "further improvement in {}", "有了新提升": "further improvement in {}", "有新提升": "further improvement in {}",
    "迈上新台阶": "a new level in {}", "再上新台阶": "a new level in {}", "达到新高度": "a new level in {}", "达到新水平": "a new level in {}",
    "迈出新步伐": "new steps in {}", "发生新变化": "new changes in {}", "实现新变化": "new changes in {}", "呈现新气象": "a new look for {}",
    "呈现新风貌": "a new look for {}", "展现新风貌": "a new look for {}", "呈现新活力": "new vitality in {}", "展现新作为": "a new contribution to {}",
    "开创新局面": "new prospects for {}", "成效显著": "marked progress in {}", "成效明显": "marked progress in {}", "取得成效": "progress in {}",
    "扎实推进": "steady progress in {}", "深入推进": "further progress in {}", "加快推进": "faster progress in {}", "有序推进": "orderly progress in {}",
    "稳步推进": "steady progress in {}", "纵深推进": "further progress in {}", "顺利推进": "smooth progress in {}", "全面推进": "progress in {}",
    "进展顺利": "smooth progress in {}", "扎实开展": "steady progress in {}", "全面完成": "the completion of {}", "深入实施": "further progress in {}",
    "持续深化": "deeper {}", "不断深化": "deeper {}", "扎实有力": "solid {}", "有序有效": "effective {}", "加快落地": "the faster delivery of {}",
    "稳中向好": "steady improvement in {}", "持续向好": "continued improvement in {}", "回升向好": "recovery and improvement in {}", "企稳向好": "stabilization and improvement in {}",
    "平稳较快发展": "the steady and fast development of {}", "快速增长": "fast growth in {}", "较快增长": "fast growth in {}", "持续增长": "continued growth in {}",
    "进一步发展": "further progress in {}", "稳步提升": "steady improvement in {}", "加快发展": "the faster development of {}", "势头强劲": "strong momentum in {}",
    "保持稳定": "stability of {}", "和谐稳定": "harmony and stability of {}", "实现高质量发展": "the high-quality development of {}", "更加殷实": "further improvement in {}",
    "充分发挥": "giving full play to {}", "步伐加快": "the faster pace of {}", "有效释放": "the release of {}", "明显增强": "the marked strengthening of {}",
}  # fmt: skip

# `X has become better`, however it is said, with the noun for it.
BETTER = {
    "提升": "improvement in", "提高": "improvement in", "改善": "improvement in", "改进": "improvement in", "进步": "progress in", "优化": "improvement in",
    "增强": "the strengthening of", "加强": "the strengthening of", "增进": "improvement in", "攀升": "improvement in", "壮大": "the growth of",
    "夯实": "the consolidation of", "巩固": "the consolidation of", "深化": "the deepening of", "扩大": "the expansion of", "完善": "improvement in",
    "向好": "improvement in", "发展": "progress in",
}  # fmt: skip

# What in a title names a thing, though before a noun it is an adjective or elsewhere a verb.
THINGS = {
    "民生": "people's wellbeing", "发展质效": "the quality and effectiveness of development", "经济": "the economy", "社会": "society", "农业": "agriculture", "工业": "industry", "城市": "the city", "稳定": "stability",
    "招商": "investment promotion", "监督": "oversight", "立法": "legislation", "改革": "reform", "开放": "opening up", "创新": "innovation", "发展": "development",
    "履职": "the performance of duties", "保障": "support", "服务": "services", "管理": "management", "协调": "coordination", "群众": "the people", "犯罪": "crime", "良法": "good laws", "善治": "good governance",
    "中心": "central tasks", "联系指导": "contact and guidance", "全局": "overall interests", "大局": "overall interests",
}  # fmt: skip

# `X is more so`, as the adjective before X.
COMPARED = {
    "紧密": "closer", "有力": "stronger", "扎实": "better", "完善": "better", "健全": "sounder", "活跃": "livelier", "深入": "deeper", "高效": "more efficient",
    "优化": "better", "规范": "better regulated", "顺畅": "smoother", "显著": "more marked", "稳固": "firmer", "牢固": "firmer", "精准": "better targeted",
    "丰富": "richer", "坚实": "firmer", "凸显": "more visible", "突出": "more visible", "密切": "closer",
}  # fmt: skip
