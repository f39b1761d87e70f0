"""Numbers of Chinese report prose that count nothing, and what tells them from figures."""

import pytest

from summarizer.quantities import Kind, Mention, mentions_zh, number_text


def figures(text: str) -> list[Mention]:
    return [m for m in mentions_zh(text) if m.kind is Kind.INDICATOR]


@pytest.mark.parametrize(
    ("text", "kind", "span"),
    [
        ("2023年3月21日召开", Kind.DATE, "2023年3月21日"),
        ("2018—2022年累计", Kind.DATE, "2018—2022年"),
        ("1-6月份计划执行情况", Kind.DATE, "1-6月份"),
        ("五年来，我们坚持", Kind.DURATION, "五年来"),
        ("持续4年跟踪监督", Kind.DURATION, "4年"),
        ("第十六届人民代表大会", Kind.ORDINAL, "第十六届"),
        ("市人大二次会议票决", Kind.ORDINAL, "二次"),
        ("党的二十大精神", Kind.NAME, "二十大"),
        ("一、坚持党的领导", Kind.ENUMERATOR, "一、"),
        ("措施。二是依法履职", Kind.ENUMERATOR, "二是"),
        ("做到“两个维护”", Kind.NAME, "两个维护"),
        ("“1+9”监督机制", Kind.NAME, "1+9"),
        ("“12345”便民热线", Kind.NAME, "12345"),
        ("我们千方百计稳增长", Kind.IDIOM, "千方百计"),
        ("PM2.5平均浓度", Kind.NAME, "PM2.5"),
        ("“一府一委两院”依法履职", Kind.NAME, "一府一委两院"),
        ("百名专家下乡", Kind.NAME, "百名"),
        ("亿元以上项目", Kind.NAME, "亿元以上"),
        ("长株潭三市协同", Kind.NAME, "三市"),
        ("两件大事", Kind.NAME, "两件"),
        ("长三角一体化发展", Kind.NAME, "长三角"),
        ("第一批试点", Kind.ORDINAL, "第一批"),
        ("质量第一", Kind.IDIOM, "第一"),
        ("位居全省前三", Kind.ORDINAL, "前三"),
        ("跻身城市前五位", Kind.ORDINAL, "前五位"),
        ("上午9时", Kind.DATE, "9时"),
        ("前三季度运行情况", Kind.DATE, "前三季度"),
        ("二十一世纪", Kind.DATE, "二十一世纪"),
        ("5—10年信访积案", Kind.DURATION, "5—10年"),
        ("深化G60走廊建设", Kind.NAME, "G60"),
        ("见https://a.cn/t2023号", Kind.NAME, "https://a.cn/t2023"),
        ("来信寄abc12@x.cn。", Kind.NAME, "abc12@x.cn"),
        ("国发〔2022〕15号", Kind.NAME, "〔2022〕15号"),
        ("1.2022年工作", Kind.ENUMERATOR, "1."),
        ("二○二三年三月五日召开", Kind.DATE, "二○二三年三月五日"),
        ("1994／1995年选举", Kind.DATE, "1994／1995年"),
        ("截至2023.5，", Kind.DATE, "2023.5"),
        ("一至三季度", Kind.DATE, "一至三季度"),
        ("面对下半年形势", Kind.DATE, "下半年"),
        ("3月1日—15日举行", Kind.DATE, "3月1日—15日"),
        ("5日至8日举行", Kind.DATE, "5日至8日"),
        ("每月15日接访", Kind.DATE, "15日"),
        ("第一、二、三季度", Kind.DATE, "第一、二、三季度"),
        ("20**年", Kind.DATE, "20**年"),
        ("历时3个多月", Kind.DURATION, "3个多月"),
        ("暂停半年", Kind.DURATION, "半年"),
        ("15分钟生活圈", Kind.DURATION, "15分钟"),
        ("市*届人大", Kind.ORDINAL, "*届"),
        ("位居全省第一", Kind.ORDINAL, "第一"),
        ("第一台机组", Kind.ORDINAL, "第一台"),
        ("措施。第二，抓落实", Kind.ENUMERATOR, "第二"),
        ("其一，要抓早", Kind.ENUMERATOR, "其一"),
        ("12309检察服务中心", Kind.NAME, "12309"),
        ("通过GB/T 19001-2016认证", Kind.NAME, "GB/T 19001-2016"),
        ("见图3-1", Kind.NAME, "3-1"),
        ("（2021）豫01民终123号", Kind.NAME, "（2021）豫01民终123号"),
        ("二次供水改造", Kind.NAME, "二次"),
        ("三年级学生", Kind.NAME, "三年级"),
        ("整治七里河", Kind.NAME, "七里"),
        ("打破二元分割", Kind.NAME, "二元"),
        ("化解三角债", Kind.NAME, "三角"),
        ("抓好四方面工作", Kind.NAME, "四方面"),
        ("法治、德治、自治三项。", Kind.NAME, "三项"),
        ("这两件，", Kind.NAME, "两件"),
        ("7×24小时服务", Kind.NAME, "7"),
        ("手机13812345678，", Kind.NAME, "13812345678"),
        ("客服400-820-8820", Kind.NAME, "400-820-8820"),
        ("“5·12”地震", Kind.NAME, "5·12"),
        ("2.0升级版", Kind.NAME, "2.0"),
        ("4K超高清", Kind.NAME, "4"),
        ("会议于１５：２４开始", Kind.DATE, "１５：２４"),
        ("15∶00召开", Kind.DATE, "15∶00"),
        ("发布于 2023-01-08 09:30:05", Kind.DATE, "09:30:05"),
        ("2023/24年度", Kind.DATE, "2023/24年度"),
        ("第1、2、3、4季度", Kind.DATE, "第1、2、3、4季度"),
        ("第5至7次会议", Kind.ORDINAL, "第5至7次"),
        ("连上两个百亿台阶", Kind.NAME, "百亿"),
        ("打造百万人口大县", Kind.NAME, "百万"),
        ("推行12345工作法", Kind.NAME, "12345"),
        ("开通96333服务热线", Kind.NAME, "96333"),
        ("十二个方面工作", Kind.NAME, "十二个"),
        ("忠誠踐行“兩個維護”", Kind.NAME, "兩個維護"),
    ],
)
def test_a_number_that_counts_nothing_has_its_kind(text: str, kind: Kind, span: str) -> None:
    assert (kind, span) in [(m.kind, m.text) for m in mentions_zh(text)]
    assert figures(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "统一部署",
        "十分重要",
        "一部分干部",
        "**市人大",
        "**人大代表",
        "进一步加强",
        "零售总额",
        "千兆光网",
        "一亩泉水源",
        "最后一公里",
        "登陆部队",
        "小明拾起石子",
        "■重点工作",
        "\n　　■家风建设",
        "**********************人次",
    ],
)
def test_a_numeral_that_is_part_of_a_word_is_no_number(text: str) -> None:
    assert mentions_zh(text) == []


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("实施10亿元以上项目3个", ["3个"]),
        ("收入10万元以上的村占比达到58%", ["58%"]),
        ("每千人口拥有3岁以下婴幼儿托位数达到4个", ["4个"]),
        ("30户以上自然村寨覆盖率80%", ["80%"]),
        ("培育规上企业100户以上", ["100户以上"]),
        ("300户以上自然村通宽带", []),
        ("超10亿元项目1个", ["1个"]),
        ("完成投资100亿元以上，增长6%以上", ["100亿元以上", "6%以上"]),
    ],
)
def test_a_bound_that_says_which_things_are_meant_is_no_figure(text: str, counted: list[str]) -> None:
    assert [m.text for m in figures(text)] == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        # At the end of a clause behind what is counted, or a verb.
        ("地方性法规五件、决定三项。", ["五件", "三项"]),
        ("立案七件，改判三件。", ["七件", "三件"]),
        # Behind a verb of doing, or with something that can only be counted.
        ("设置三道防线", ["三道"]),
        ("涉及四个部门、六个乡镇", ["四个", "六个"]),
        ("全县八个乡镇", ["八个"]),
        ("两件法规获得通过，三件提请二审。", ["两件", "三件"]),
        ("跨三省五市", ["三省", "五市"]),
        ("开展禁毒、反诈、治超三项行动", ["三项"]),
        ("举办三届文化节", ["三届"]),
        ("引进五六个大项目", ["五六个"]),
        ("汇聚上万家伙伴", ["上万家"]),
        # Summed up or called for.
        ("突出三个重点，做到四个。", []),
        ("上述三项。", []),
        ("打造三个高地", []),
        ("走进万家", []),
    ],
)
def test_a_single_numeral_counts_where_the_clause_says_so(text: str, counted: list[str]) -> None:
    assert [m.text for m in figures(text)] == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("优良天数318天，同比增加12天。", ["318天", "12天"]),
        ("平均用时由30分钟减至12分钟", ["30分钟", "12分钟"]),
        ("办理时间由5.5天缩短为3.2天", ["5.5天", "3.2天"]),
        ("培训15天，休息3天", []),
        ("在90天内办结", []),
    ],
)
def test_a_time_is_a_figure_where_it_is_measured(text: str, counted: list[str]) -> None:
    assert [m.text for m in figures(text)] == counted


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("历时18个月", "18", "个月"),
        ("等候半小时", "0.5", "小时"),
        ("持续两年半", "2.5", "年"),
        ("成立70周年", "70", "周年"),
    ],
)
def test_a_duration_has_its_own_unit(text: str, value: str, unit: str) -> None:
    (mention,) = mentions_zh(text)
    assert (mention.kind, number_text(mention.value), mention.unit) == (Kind.DURATION, value, unit)


def test_more_than_in_a_year_is_no_long_time() -> None:
    found = [(m.kind, m.text) for m in mentions_zh("比2022年多2次")]
    assert found == [(Kind.DATE, "2022年"), (Kind.INDICATOR, "2次")]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("结构由12:40:48调整为10：38：52", ["12", "40", "48", "10", "38", "52"]),
        ("比例为3:10", ["3", "10"]),
        ("产业结构为24.5∶41.2∶34.3", ["24.5", "41.2", "34.3"]),
        ("突破3000公里大关", ["3000公里"]),
        ("服务人口120万人", ["120万人"]),
        ("占地35亩", ["35亩"]),
        ("得票三成", ["三成"]),
    ],
)
def test_what_looks_like_a_time_or_a_name_and_counts(text: str, counted: list[str]) -> None:
    assert [m.text for m in figures(text)] == counted


def test_a_doubling_and_a_half_has_no_value() -> None:
    (mention,) = figures("产值翻了一番半")
    assert (mention.text, mention.value, mention.unreadable) == ("翻了一番半", None, True)


@pytest.mark.parametrize(
    ("text", "said", "value", "unit"),
    [
        # A longer unit begins with the word.
        ("发放饮水三公升", "三公升", "3", "升"),
        ("收购蚕茧三公担", "三公担", "3", "公担"),
        ("加固河堤三公尺", "三公尺", "3", "米"),
        # A noun that is counted does.
        ("走访五化工企业", "五", "5", ""),
        ("购置三公务用车", "三", "3", ""),
        ("建成两高新技术企业", "两", "2", ""),
        ("慰问三农户", "三", "3", ""),
        # An approximator stands before it.
        ("惠及近万村民", "近万", "10000", ""),
        ("带动上千企业", "上千", "1000", ""),
        ("联系逾百校", "逾百校", "100", "校"),
        ("覆盖数百村", "数百村", "100", "村"),
        ("服务约万家", "约万家", "10000", "家"),
        ("结对近百城", "近百", "100", ""),
        # Or the row says so.
        ("每户饲养两头奶牛", "两头", "2", "头"),
        ("惠及万家市场主体", "万家", "10000", "家"),
        # A unit that nobody has told.
        ("编印民谣集锦340帖。", "340", "340", ""),
        ("征集楹联1260阕，", "1260", "1260", ""),
        ("赠送屏风28扆（含旧藏）", "28", "28", ""),
    ],
)
def test_a_word_of_the_lexicon_gives_way_to_a_longer_figure(
    text: str, said: str, value: str, unit: str
) -> None:
    assert [(m.text, number_text(m.value), m.unit) for m in figures(text)] == [(said, value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "压减三公经费",
        "落实三农政策",
        "办理两会议案",
        "贴近百姓生活",
        "接近百姓",
        "提升四化水平",
        "推动三审判决",
        "两头在外",
        "走进万家",
        "全国三级联动",
        "百村示范",
        "突破一批核心技术",
        "新开三星级酒店",
        "新建四车道公路",
        "建成五星级联系点",
        "国道340线。",
        "引进歼20机。",
        "增至500强。",
        "装备T340帖。",
        "第52阕。",
        "2023年版，",
    ],
)
def test_a_word_of_the_lexicon_and_a_name_in_digits_stay_what_they_are(text: str) -> None:
    assert not figures(text)


def test_what_another_number_counts_is_not_counted_twice() -> None:
    assert [m.text for m in figures("改造三高速公路3条，新开三星级酒店9家")] == ["3条", "9家"]
