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
    ],
)
def test_neighbouring_figures_stay_apart(text: str, expected: list[str]) -> None:
    assert [m.text for m in figures(text)] == expected


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
    ],
)
def test_a_number_that_counts_nothing_has_its_kind(text: str, kind: Kind, span: str) -> None:
    assert [(m.kind, m.text) for m in mentions_zh(text)] == [(kind, span)]


@pytest.mark.parametrize(
    "text", ["统一部署", "十分重要", "一部分干部", "**市人大", "**人大代表", "进一步加强", "零售总额"]
)
def test_a_numeral_that_is_part_of_a_word_is_no_number(text: str) -> None:
    assert mentions_zh(text) == []


def test_a_numeral_too_long_to_read_keeps_its_place_and_has_no_value() -> None:
    (mention,) = figures("投入" + "9" * 60 + "元")
    assert mention.unreadable
    assert mention.value is None


def test_a_hostile_run_of_numerals_takes_linear_time() -> None:
    text = "1" + "十" * 20_000 + "分" + "百" * 20_000 + "*" * 20_000
    assert all(m.span.of(text) == m.text for m in mentions_zh(text))
