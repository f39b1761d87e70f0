"""Figures of Chinese report prose: value, unit, qualifier and span."""

import pytest

from summarizer.quantities import Kind, Mention, Qualifier, mentions_zh, number_text


def figures(text: str) -> list[Mention]:
    return [m for m in mentions_zh(text) if m.kind is Kind.INDICATOR]


@pytest.mark.parametrize(
    ("text", "span", "value", "value_max", "unit", "qualifier"),
    [
        ("听取专项工作报告19项", "19项", "19", None, "项", "exact"),
        ("走访群众 7500 多名", "7500 多名", "7500", None, "名", "over"),
        ("开展调研30余次", "30余次", "30", None, "次", "over"),
        ("办结率94.35%", "94.35%", "94.35", None, "%", "exact"),
        ("收到建议１２３件", "１２３件", "123", None, "件", "exact"),
        ("投入１，２３４．５万元", "１，２３４．５万元", "12345000", None, "元", "exact"),
        ("贷款1,234.5亿元", "1,234.5亿元", "123450000000", None, "元", "exact"),
        ("总产值达1.2万亿元", "1.2万亿元", "1200000000000", None, "元", "exact"),
        ("新建农村公路三公里", "三公里", "3", None, "公里", "exact"),
        ("治理沙化土地三公顷", "三公顷", "3", None, "公顷", "exact"),
        ("审议通过四部法规", "四部", "4", None, "部", "exact"),
        ("任免干部一百三十二人次", "一百三十二人次", "132", None, "人次", "exact"),
        ("拨付一万两千亿元", "一万两千亿元", "1200000000000", None, "元", "exact"),
        ("收购5千6百万斤", "5千6百万斤", "56000000", None, "斤", "exact"),
        ("近六成来自基层", "近六成", "60", None, "%", "nearly"),
        ("下降4.9‰", "4.9‰", "0.49", None, "%", "exact"),
        ("增长百分之十三点四", "百分之十三点四", "13.4", None, "%", "exact"),
        ("提高3.5个百分点", "3.5个百分点", "3.5", None, "个百分点", "exact"),
        ("三分之二以上代表", "三分之二以上", "2/3", None, "", "over"),
        ("每年3至5件", "3至5件", "3", "5", "件", "range"),
        ("开展2～3次询问", "2～3次", "2", "3", "次", "range"),
        ("走访二三十户", "二三十户", "20", "30", "户", "range"),
        ("投资3至5万元", "3至5万元", "30000", "50000", "元", "range"),
        ("增长6%左右", "6%左右", "6", None, "%", "about"),
        ("面积不足300亩", "不足300亩", "300", None, "亩", "under"),
        ("至少听取2项报告", "2项", "2", None, "项", "exact"),
        ("培训***人次", "***人次", None, None, "人次", "masked"),
        ("培训****多人次", "****多人次", None, None, "人次", "masked"),
        ("争取资金***万元", "***万元", None, None, "元", "masked"),
        ("召开座谈会数十次", "数十次", "10", None, "次", "about"),
        ("征集意见上百件", "上百件", "100", None, "件", "over"),
        ("解决十余项难题", "十余项", "10", None, "项", "over"),
        ("产值增长1.5倍", "1.5倍", "1.5", None, "倍", "exact"),
        ("装机477万千瓦", "477万千瓦", "4770000", None, "千瓦", "exact"),
        ("近万人次参加", "近万人次", "10000", None, "人次", "nearly"),
        ("惠及12,600余户", "12,600余户", "12600", None, "户", "over"),
        ("赤字一百几十亿元", "一百几十亿元", "10000000000", None, "元", "over"),
        ("空气优良天数189天", "189天", "189", None, "天", "exact"),
        # Scales: 千 before 瓦 belongs to the unit, and what is left open stands below the larger scale.
        ("装机三万千瓦", "三万千瓦", "30000", None, "千瓦", "exact"),
        ("用电五百万千瓦时", "五百万千瓦时", "5000000", None, "千瓦时", "exact"),
        ("拨付1亿3千余万元", "1亿3千余万元", "130000000", None, "元", "over"),
        ("办理12万3456件", "12万3456件", "123456", None, "件", "exact"),
        ("3万5", "3万5", "35000", None, "", "exact"),
        ("一点五个亿", "一点五个亿", "150000000", None, "", "exact"),
        ("八亿农民", "八亿", "800000000", None, "", "exact"),
        ("提高1百分点", "1百分点", "1", None, "个百分点", "exact"),
        ("税率1.2‱", "1.2‱", "0.012", None, "%", "exact"),
        ("增长两倍半", "两倍半", "2.5", None, "倍", "exact"),
        ("2又1/3", "2又1/3", "7/3", None, "", "exact"),
        # Words before and behind.
        ("来了三百来名", "三百来名", "300", None, "名", "about"),
        ("讨论卅余项", "卅余项", "30", None, "项", "over"),
        ("收入过百亿元", "过百亿元", "10000000000", None, "元", "over"),
        ("参加3万人次多。", "3万人次多", "30000", None, "人次", "over"),
        ("二百件有余。", "二百件有余", "200", None, "件", "over"),
        ("增长三成多", "三成多", "30", None, "%", "over"),
        ("接待300左右人次", "300左右人次", "300", None, "人次", "about"),
        ("超过总额的1/3", "1/3", "1/3", None, "", "over"),
        ("占百分之几十", "百分之几十", "10", None, "%", "about"),
        ("产值翻了近两番", "翻了近两番", "4", None, "番", "nearly"),
        ("产值翻一番多", "翻一番多", "2", None, "番", "over"),
        ("投入***.**亿元", "***.**亿元", None, None, "元", "masked"),
        ("帮扶*** 余名", "*** 余名", None, None, "名", "masked"),
        ("成绩超过了80分", "超过了80分", "80", None, "分", "over"),
        ("占比过20", "过20", "20", None, "", "over"),
        ("人数过万的乡镇", "过万", "10000", None, "", "over"),
        ("至少有10个型号", "至少有10个", "10", None, "个", "at_least"),
        ("最多为5件", "最多为5件", "5", None, "件", "at_most"),
        ("小于或等于100吨", "小于或等于100吨", "100", None, "吨", "at_most"),
        ("最少四毫升", "最少四毫升", "4", None, "毫升", "at_least"),
        ("年龄在三十或者以上", "三十或者以上", "30", None, "", "over"),
        ("能耗5000吨标准煤及以上", "5000吨标准煤及以上", "5000", None, "吨标准煤", "over"),
        ("税金约为84亿元", "约为84亿元", "8400000000", None, "元", "about"),
        ("占比过半", "过半", "1/2", None, "", "over"),
        ("新建农村公路30多万公里", "30多万公里", "300000", None, "公里", "over"),
        # Money: the currency before the figure, behind the unit, and in parts.
        ("人民币 8千元", "人民币 8千元", "8000", None, "元", "exact"),
        ("港币两千九百六十元", "港币两千九百六十元", "2960", None, "港元", "exact"),
        ("出口额US$1.5亿", "US$1.5亿", "150000000", None, "美元", "exact"),
        ("单价￥300", "￥300", "300", None, "元", "exact"),
        ("借款三万元欧元", "三万元欧元", "30000", None, "欧元", "exact"),
        (
            "六十四万零一百四十三元一角七分",
            "六十四万零一百四十三元一角七分",
            "640143.17",
            None,
            "元",
            "exact",
        ),
        ("三块四分", "三块四分", "3.04", None, "元", "exact"),
        ("两美元又三美分", "两美元又三美分", "2.03", None, "美元", "exact"),
        ("肆佰叁拾萬圆整", "肆佰叁拾萬圆整", "4300000", None, "元", "exact"),
        # Measures that are not counts.
        ("身高168CM", "168CM", "168", None, "厘米", "exact"),
        ("三斤半", "三斤半", "3.5", None, "斤", "exact"),
        ("半斤", "半斤", "0.5", None, "斤", "exact"),
        ("二两", "二两", "2", None, "两", "exact"),
        ("四分之一公升", "四分之一公升", "1/4", None, "升", "exact"),
        ("华氏温度98.6度", "华氏温度98.6度", "98.6", None, "华氏度", "exact"),
        ("最低气温零下12℃", "零下12℃", "-12", None, "℃", "exact"),
        ("五十兆字节", "五十兆字节", "50", None, "MB", "exact"),
        ("一千克", "一千克", "1", None, "公斤", "exact"),
        ("三千米", "三千米", "3", None, "公里", "exact"),
        ("一万三千米", "一万三千米", "13000", None, "米", "exact"),
        ("五打", "五打", "60", None, "", "exact"),
        # Signs, blanks, shares and fractions.
        ("负 1200000", "负 1200000", "-1200000", None, "", "exact"),
        ("負一百二十萬", "負一百二十萬", "-1200000", None, "", "exact"),
        ("负的百分之二十", "负的百分之二十", "-20", None, "%", "exact"),
        ("共有一百 五 十 二户", "一百 五 十 二户", "152", None, "户", "exact"),
        ("百分之五 十", "百分之五 十", "50", None, "%", "exact"),
        ("七成六", "七成六", "76", None, "%", "exact"),
        ("百万分之五", "百万分之五", "0.0005", None, "%", "exact"),
        ("千分之二点五", "千分之二点五", "0.25", None, "%", "exact"),
        ("三百五又三分之一", "三百五又三分之一", "1051/3", None, "", "exact"),
        ("３／５", "３／５", "3/5", None, "", "exact"),
        (".77", ".77", "0.77", None, "", "exact"),
        ("产值翻了两番", "翻了两番", "4", None, "番", "exact"),
        # Measure words in brackets, and those that only begin a word.
        ("新建学校25所（个）", "25所（个）", "25", None, "所(个)", "exact"),
        ("处理信访523件（人）次", "523件（人）次", "523", None, "件(人)次", "exact"),
        ("发案率12.3起/万人", "12.3起/万人", "12.3", None, "起/万人", "exact"),
        ("死亡率8.6/10万", "8.6/10万", "8.6", None, "/10万", "exact"),
        ("能耗56千瓦时/吨", "56千瓦时/吨", "56", None, "千瓦时/吨", "exact"),
        ("占比提高2.3个点", "2.3个点", "2.3", None, "个百分点", "exact"),
        ("高出1.2个和0.8个百分点", "1.2个", "1.2", None, "个百分点", "exact"),
        ("获奖2案", "2案", "2", None, "案", "exact"),
        ("接听来电9641通", "9641通", "9641", None, "通", "exact"),
        ("检查企业9050家（次）", "9050家（次）", "9050", None, "家次", "exact"),
        ("获报道500余篇次", "500余篇次", "500", None, "篇次", "over"),
        ("有上亿市场主体", "上亿", "100000000", None, "", "over"),
        ("惠及5000市民", "5000", "5000", None, "", "exact"),
        # Broken by the layout, parted by blanks, in traditional characters.
        ("同比增长8. 5%", "8. 5%", "8.5", None, "%", "exact"),
        ("完成投资12 .6亿元", "12 .6亿元", "1260000000", None, "元", "exact"),
        ("组织代表1 200多人次", "1 200多人次", "1200", None, "人次", "over"),
        ("产值1 234.5万元", "1 234.5万元", "12345000", None, "元", "exact"),
        ("共12\u2009345户", "12\u2009345户", "12345", None, "户", "exact"),
        ("完成營造林2.8萬畝", "2.8萬畝", "28000", None, "亩", "exact"),
        ("引入項目餘下的二十餘個", "二十餘個", "20", None, "个", "over"),
        ("共受理1 2 3件", "1 2 3件", "123", None, "件", "exact"),
        # Ranges.
        ("由3—5个增加到8—10个", "3—5个", "3", "5", "个", "range"),
        ("需五至六成", "五至六成", "50", "60", "%", "range"),
        ("八九成群众", "八九成", "80", "90", "%", "range"),
        ("每年两、三次", "两、三次", "2", "3", "次", "range"),
        ("动员七、八十人", "七、八十人", "70", "80", "人", "range"),
        ("走访3、4家企业", "3、4家", "3", "4", "家", "range"),
        ("新增3∼5个", "3∼5个", "3", "5", "个", "range"),
        ("气温-5℃至3℃", "-5℃至3℃", "-5", "3", "℃", "range"),
        ("10000与20000之间", "10000与20000之间", "10000", "20000", "", "range"),
        ("1万(含)-5万元", "1万(含)-5万元", "10000", "50000", "元", "range"),
        ("八百到九百亿泰铢", "八百到九百亿泰铢", "80000000000", "90000000000", "泰铢", "range"),
        ("请给我一到五个苹果", "一到五个", "1", "5", "个", "range"),
        ("长1.6m-3.9m", "1.6m-3.9m", "1.6", "3.9", "米", "range"),
        ("增长10%-12%", "10%-12%", "10", "12", "%", "range"),
        ("下降百分之五六", "百分之五六", "5", "6", "%", "range"),
        ("占百分之二三十", "百分之二三十", "20", "30", "%", "range"),
        ("占比十分之三四", "十分之三四", "3/10", "2/5", "", "range"),
        ("买来四五打", "四五打", "48", "60", "", "range"),
        # Words on both sides of a share; halves; problems and laws that are counted.
        ("约占全省的10%", "10%", "10", None, "%", "about"),
        ("节约占全省的10%", "10%", "10", None, "%", "exact"),
        ("提高五个半百分点", "五个半百分点", "5.5", None, "个百分点", "exact"),
        ("推动解决三十余个问题", "三十余个", "30", None, "个", "over"),
        ("梳理五十个突出问题", "五十个", "50", None, "个", "exact"),
        ("制定法规一件，", "一件", "1", None, "件", "exact"),
        ("通过法律一部。", "一部", "1", None, "部", "exact"),
        ("造成死亡一人，", "一人", "1", None, "人", "exact"),
        # Numbers that a sentence equates something with, and that are all there is.
        ("共计六十五，", "六十五", "65", None, "", "exact"),
        ("得票一千零三。", "一千零三", "1003", None, "", "exact"),
        ("答案是四不是五", "四", "4", None, "", "exact"),
        ("四百五", "四百五", "450", None, "", "exact"),
        ("两", "两", "2", None, "", "exact"),
    ],
)
def test_a_figure_is_read_by_value(
    text: str, span: str, value: str | None, value_max: str | None, unit: str, qualifier: str
) -> None:
    found = [m for m in figures(text) if m.text == span]
    assert found, [m.text for m in figures(text)]
    (mention,) = found
    assert (number_text(mention.value), number_text(mention.value_max)) == (value, value_max)
    assert (mention.unit, mention.qualifier) == (unit, Qualifier(qualifier))


def test_at_least_stands_directly_before_its_figure() -> None:
    (mention,) = figures("至少3次")
    assert (mention.text, mention.qualifier) == ("至少3次", Qualifier.AT_LEAST)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("受理来信81件次、来访115批766人次", ["81件次", "115批", "766人次"]),
        ("由12%提高到18%", ["12%", "18%"]),
        ("制定法规3件、修改1件、废止1件", ["3件", "1件", "1件"]),
        ("分别增长8.5%、9.5%", ["8.5%", "9.5%"]),
        ("交办6类36个具体问题", ["6类", "36个"]),
        ("从3项到5项", ["3项", "5项"]),
        ("三百 四百户", ["三百", "四百户"]),
        ("4人民币5美元", ["4人民币", "5美元"]),
    ],
)
def test_neighbouring_figures_stay_apart(text: str, expected: list[str]) -> None:
    assert [m.text for m in figures(text)] == expected


def test_a_numeral_too_long_to_read_keeps_its_place_and_has_no_value() -> None:
    (mention,) = figures("投入" + "9" * 60 + "元")
    assert mention.unreadable
    assert mention.value is None


def test_figures_with_fenbie_share_the_unit_said_once() -> None:
    found = [
        (m.text, number_text(m.value), m.unit)
        for m in figures("分别提高11.1、11.2个百分点，分别为1.2、3.4亿元")
    ]
    assert found == [
        ("11.1", "11.1", "个百分点"),
        ("11.2个百分点", "11.2", "个百分点"),
        ("1.2", "120000000", "元"),
        ("3.4亿元", "340000000", "元"),
    ]


def test_an_abbreviation_before_a_sum_makes_no_name_of_it() -> None:
    assert [(m.kind, m.text) for m in mentions_zh("人均GDP2.5万元")] == [(Kind.INDICATOR, "2.5万元")]


def test_a_scale_of_two_meanings_has_no_value() -> None:
    (mention,) = figures("一共有一兆零三百人")
    assert (mention.text, mention.value, mention.unreadable) == ("一兆零三百人", None, True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("进出口增长-2.1%", "-2.1"),
        ("净利润-3亿元", "-300000000"),
        ("增速为-0.5%", "-0.5"),
        ("社零-1.5%", "-1.5"),
        ("同比－３．５％", "-3.5"),
        ("由-0.3%转正", "-0.3"),
        ("百分之负五", "-5"),
        ("上涨+2.1%", "2.1"),
        ("产能5万千升", "50000"),
    ],
)
def test_a_sign_after_a_word_and_a_unit_with_a_prefix_are_read(text: str, value: str) -> None:
    assert [number_text(m.value) for m in figures(text)] == [value]


def test_a_hostile_run_of_numerals_is_read_to_its_end() -> None:
    text = "1" + "十" * 20_000 + "分" + "百" * 20_000 + "*" * 20_000
    assert all(m.span.of(text) == m.text for m in mentions_zh(text))


@pytest.mark.parametrize("text", ["生产装备、零部件、材料。", "生产零件和整机。"])
def test_a_zero_that_is_part_of_a_word_is_no_figure(text: str) -> None:
    assert figures(text) == []
