"""The fixed forms of numbers that count nothing: ordinals, enumerators, names and codes; dates and durations are in `times`."""

import re

from summarizer.quantities.mention import Kind
from summarizer.quantities.zh.candidate import BLANKS, DASHES, MASKS
from summarizer.quantities.zh.patterns import ALONE, RUN, SP, YEAR, D, Form, Forms, N
from summarizer.quantities.zh.times import DATES, DURATIONS, MASKED_DATES

__all__ = [
    "BRACKETED",
    "CLAUSED",
    "FIRST_OF",
    "HALF_YEAR",
    "IN_DIGITS",
    "IN_MASKS",
    "IN_NUMERALS",
    "LISTED",
    "OTHER",
    "RANKED",
    "STOPPED",
]

_M = re.escape(MASKS)
_CONGRESS = r"十[一二三四五六七八九]|二十[一二三四五六七八九]?"
_SMALL = "一二三四五六七八九十"
_QUARTERS = Form(Kind.DATE, r"([一二三四1-4])(?:(?:[、和]第?|至)[一二三四1-4]){0,3}+季度", "季度")
_GRADE = Form(Kind.NAME, rf"([{N}]{{1,2}}+|[{D}]{{1,2}}+)年级")
_ITEM_IS = Form(Kind.ENUMERATOR, rf"([{N}]{{1,2}}+)(?:是|要)(?![否不])")
# 举办三届 counts; 第三届 and 三届一次 rank.
_NOT_HELD = "(?<!举办)(?<!承办)(?<!办了)"
# What a number of services stands before; 12345, 95598, 96333 and their kin are numbers nobody counts by.
_HOTLINE = rf"(?<![{D}.．])((?:12|95|96)[{D}]{{3}})(?=[“”\"]?[一-鿿]{{0,6}}(?:热线|平台|中心|电话|系统|客服|工作法))(?!{SP}(?:[个件人次家户项名条元亩吨]|[万亿]))"

# Behind 第 (or 前, of quarters).
RANKED = Forms(
    (
        _QUARTERS,
        Form(Kind.ENUMERATOR, rf"(?:(?<=[。；;：:\n\u3000]第)|(?<=\A第))([{_SMALL}]{{1,3}}+)(?=[，,])"),
        Form(
            Kind.ORDINAL,
            rf"({RUN}|[{_M}]{{1,3}})(?:(?:至|到|[{DASHES}])第?{RUN}(?=届|次|个五年|批|期|位|名|条|章|号|部分|阶段|轮|季度|版|页|款))?+{SP}(?:届|次|个五年|批|期|位|名|条|章|号|部分|方面|阶段|方阵|轮|季度|产业|类|代|版|页|款|项|者|人|个|时间|台|种|家|座|支(?![部撑持])|件|部|场|套|所|艘|枚|道)?",
        ),
    )
)
FIRST_OF = Forms(
    (
        _QUARTERS,
        Form(Kind.ORDINAL, rf"({RUN}){SP}(?:[名位强]|(?=[的甲、，。；,;]|\Z))"),
    )
)
# Behind 上 or 下.
HALF_YEAR = Forms((Form(Kind.DATE, "(半)年", "半年"),))
# Behind 其.
OTHER = Forms((Form(Kind.ENUMERATOR, rf"([{_SMALL}])(?=[，,是])"),))
# Behind an opening bracket.
BRACKETED = Forms(
    (
        Form(Kind.NAME, rf"({YEAR}){SP}[〕\]］)）]{SP}[{D}]{{1,5}}{SP}号"),
        # Cases of courts: （2021）豫01民终123号.
        Form(Kind.NAME, rf"({YEAR})[〕\]］)）][一-鿿][{D}]{{0,4}}[一-鿿]{{1,4}}[{D}]{{1,6}}号"),
        Form(Kind.ENUMERATOR, rf"(?<=[（({BLANKS}])([{N}]{{1,3}}|[{D}]{{1,2}}){SP}[)）](?!{SP}[级层第])"),
        Form(Kind.ENUMERATOR, r"(?<=[【\[])([0-9]{1,3})[】\]]"),
    )
)
# At the start of a line, and behind the end of a sentence or a clause.
LISTED = Forms(
    (
        Form(Kind.ENUMERATOR, rf"([{_SMALL}〇壹贰叁肆伍陆柒捌玖拾]{{1,3}}+)、(?![一二三四]季度)"),
        Form(Kind.ENUMERATOR, rf"([{D}]{{1,2}}+)(?:[.．、](?!(?!{YEAR}{SP}年)[{D}])|[)）])"),
        _ITEM_IS,
    )
)
STOPPED = Forms((Form(Kind.ENUMERATOR, rf"([{D}]{{1,2}}+)[.．、](?![{D}])"), _ITEM_IS))
CLAUSED = Forms((_ITEM_IS,))

IN_MASKS = Forms((*MASKED_DATES, Form(Kind.ORDINAL, rf"([{_M}]{{1,3}}){SP}届(?:{SP}[{_M}]{{1,3}}{SP}次)?")))
# Numbers in digits.
IN_DIGITS = Forms(
    (
        # Telephone numbers, post codes and licences.
        Form(Kind.NAME, rf"{ALONE}(0[{D}]{{2,3}})[-－][{D}]{{7,8}}(?![{D}])"),
        Form(
            Kind.NAME,
            rf"{ALONE}([48]00[-－][{D}]{{3}}[-－][{D}]{{4}}|1[3-9][{D}]{{9}})(?![{D}.．]|{SP}[一-鿿])",
        ),
        Form(Kind.NAME, rf"(?:(?<=邮编)|(?<=邮编：)|(?<=邮政编码)|(?<=邮政编码：))([0-9]{{6}})(?![{D}])"),
        Form(Kind.NAME, rf"(?<=ICP备)([{D}]{{6,10}})号(?:[-－][{D}]{{1,3}})?"),
        *DATES,
        Form(Kind.ORDINAL, rf"(?<![{D}.]){_NOT_HELD}([{D}]++){SP}届"),
        _GRADE,
        *DURATIONS,
        # Versions, festivals and incidents by their date, hours of service.
        Form(Kind.NAME, r"([1-9]\.0)(?=版|升级)"),
        Form(Kind.NAME, r"(?<=工业)([1-9]\.0)"),
        Form(Kind.NAME, r"(?<=[一-鿿“])([1-9]\.0)(?=[、，。；”）])"),
        Form(Kind.NAME, rf"([{D}]{{1,2}}+)[·・•‧][{D}]{{1,2}}+(?![{D}])"),
        Form(Kind.NAME, rf"([{D}]++)(?=[×✕][{D}])"),
        Form(Kind.NAME, rf"([{D}]++)(?:{SP}[+＋]{SP}(?:[{D}]++|[NnXx]))+"),
        Form(
            Kind.NAME,
            rf"([{D}]++)(?=[A-Za-z]++(?![²³/])(?:[级网基智+＋]|[一-鿿]))(?!(?:km|m|kg|cm|mm|GW|MW|kW|KW|kV|L|g|t|h)(?![A-Za-z]))",
        ),
        Form(
            Kind.NAME,
            rf"(?<![{D}.．])([{D}]{{3,11}}+)(?=[“”\"]?(?:[一-鿿]{{0,6}})?(?:热线|平台投诉|特服))",
        ),
        Form(Kind.NAME, _HOTLINE),
        Form(
            Kind.NAME,
            rf"([{D}]++){SP}(?=强企|强县|强市|强榜|强[、，。（(]|路公交|路车|号楼|号线|号机|号文|号令|号院|号地|国道|省道)",
        ),
        Form(Kind.NAME, rf"(?<=[国省县SGsg]道)([{D}]{{3}})(?![{D}])"),
        # Figures and tables: 图3-1, 表2显示.
        Form(
            Kind.NAME,
            rf"(?<=[图表])([{D}]{{1,2}})[{DASHES}][{D}]{{1,2}}(?![{D}.．%％]|{SP}[个幅张份篇次名人位件项])",
        ),
        Form(Kind.NAME, rf"(?<=[图表])([{D}]{{1,2}})(?=显示|所示|可见|[）)：:])"),
    )
)
# Numbers in Chinese numerals.
IN_NUMERALS = Forms(
    (
        *DATES,
        Form(
            Kind.ORDINAL,
            rf"{_NOT_HELD}([{N}]++){SP}届(?:{SP}[{N}历]++{SP}(?:次|中(?!全会)))?",
        ),
        Form(Kind.ORDINAL, r"([一二三四五六七八九])中(?:、|全会)"),
        Form(Kind.ORDINAL, rf"(?:(?<![一-鿿])|(?<=[党共的]))({_CONGRESS})大(?=[^气量力家小型批专学数]|\Z)"),
        Form(Kind.ORDINAL, rf"(?<=[大会协委])([{N}]++)次(?=会议|全体会议)"),
        Form(Kind.ORDINAL, rf"([{N}]++)次(?=全会)"),
        # Acts that are held several times are 两次.
        Form(Kind.ORDINAL, r"(?<!召开)(?<!举行)(?<!开了)(二)次(?=会议|全体会议)"),
        Form(Kind.ORDINAL, rf"(?<=届)([{N}]++)次(?=[会人全党])"),
        _GRADE,
        *DURATIONS,
        # The phase of a project: 电厂二期, 园区一期; but not 培训班三期.
        Form(Kind.NAME, rf"(?<![班训座动举办])([{N.replace('两', '')}])(?=期(?![间望货限末]))"),
    )
)
