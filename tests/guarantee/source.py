"""The report that the guarantee is tested on, those it is compared with, and their numbers, listed by hand."""

from decimal import Decimal
from functools import cache

from summarizer.digest import Digest
from summarizer.pipeline import digest_report, survey
from summarizer.reading import read

SOURCE = """云桥市人民代表大会常务委员会工作报告
——2024年1月12日在云桥市第十六届人民代表大会第四次会议上
云桥市人大常委会主任　周明远
各位代表：
一、2023年主要工作
听取审议专项工作报告19项，开展执法检查3次，提出审议意见30余条。受理来信81件次、来访115批766人次。
完成民生项目投资1.2亿元，群众满意率94.35%。
二、做好代表工作
共收到代表建议120件，已办结114件，办结率95%。组织代表培训***人次，近六成代表参加。
三、2024年主要任务
计划听取审议专项工作报告15项，一般公共预算收入增长6%左右。
"""
DOC = read(SOURCE.encode(), name="r.txt")
INVENTORY = survey(DOC)

# By hand, from the text above: its figures, the days, years and sessions it names, the numbers of its headings.
TRUE = frozenset(
    map(
        Decimal,
        "19 3 30 81 115 766 120000000 1.2 94.35 120 114 95 60 15 6 2023 2024 1 12 16 4 2".split(),
    )
)

# What SOURCE is compared with: a year earlier, and five years of another place.
EARLIER_SOURCE = (
    SOURCE.replace("2023年主要工作", "2022年主要工作")
    .replace("2024年", "2023年")
    .replace("第四次会议", "第三次会议")
    .replace("报告19项", "报告16项")
    .replace("办结114件", "办结96件")
    .replace("办结率95%", "办结率93%")
    .replace("1.2亿元", "0.8亿元")
)
TERM_SOURCE = """南溪县人民代表大会常务委员会工作报告
——2024年1月9日在南溪县第十六届人民代表大会第四次会议上
各位代表：
一、过去五年的主要工作
五年来，听取审议专项工作报告84项，开展执法检查14次，提出审议意见200余条。受理来信411件次。
"""
EARLIER_TRUE = TRUE | frozenset(map(Decimal, "2022 16 96 93 80000000 0.8 80".split()))
TERM_TRUE = TRUE | frozenset(map(Decimal, "2019 9 84 14 200 411".split()))


@cache
def true_digest() -> Digest:
    """The digest of SOURCE by the offline engine."""
    return digest_report(DOC)
