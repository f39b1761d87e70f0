"""Metadata of invented reports: read off their lines, unknown where they are silent."""

import pytest

from summarizer.reading import Document, Form, Level, ReportKind, read

REVIEW = "一年来,我们坚持以人民为中心,召开会议12次,审议专项工作报告30项,各项工作取得了新的成效。\n" * 2
CONGRESS = (
    "大同市人民代表大会常务委员会工作报告\n——2023 年 3 月 21 日在大同市第十六届人民代表大会第三次会议上\n大同市人大常委会主任 谷一鸣\n"
    "各位代表:\n受市人大常委会委托,我向大会报告工作,请予审议。\n过去一年的主要工作\n" + REVIEW
)
GOVERNMENT = (
    "政 府 工 作 报 告\n——2020年1月9日在青河县第七届人民代表大会第五次会议上\n青河县代县长　田 禾\n各位代表：\n"
    "现在，我代表县人民政府，向大会报告工作，请予审议，并请政协委员和列席人员提出意见。\n一、2019年工作回顾\n"
    + REVIEW
)


def _read(text: str) -> Document:
    return read(text.encode(), name="白石市2001年.txt")


def test_a_congress_report_says_all_there_is_to_say() -> None:
    meta = _read(CONGRESS).meta
    assert (meta.kind, meta.form) == (ReportKind.CONGRESS, Form.FULL)
    assert meta.title_zh == "大同市人民代表大会常务委员会工作报告"
    assert (meta.body_zh, meta.place_zh, meta.level) == (
        "大同市人民代表大会常务委员会",
        "大同市",
        Level.PREFECTURE,
    )
    assert (meta.year, meta.period, meta.date) == ("2022", "2022", "2023-03-21")
    assert (meta.session_zh, meta.congress, meta.session) == ("第十六届人民代表大会第三次会议", 16, 3)
    assert (meta.speaker, meta.speaker_title_zh) == ("谷一鸣", "大同市人大常委会主任")


def test_a_government_report_with_a_bare_title_takes_its_place_from_the_occasion() -> None:
    meta = _read(GOVERNMENT).meta
    assert (meta.kind, meta.title_zh) == (ReportKind.GOVERNMENT, "政府工作报告")
    assert (meta.body_zh, meta.place_zh, meta.level) == ("青河县人民政府", "青河县", Level.COUNTY)
    assert (meta.year, meta.date) == ("2019", "2020-01-09")
    assert (meta.speaker, meta.speaker_title_zh) == ("田禾", "青河县代县长")


def test_evidence_shows_where_the_text_says_it() -> None:
    doc = _read(CONGRESS)
    shown = {field: span.of(doc.text) for field, span in doc.meta.evidence.items()}
    assert shown["date"] == "2023 年 3 月 21 日"
    assert shown["place_zh"] == "大同市"
    assert shown["speaker"] == "谷一鸣"
    assert shown["year"] == "过去一年"
    assert shown["title_zh"] == doc.meta.title_zh


@pytest.mark.parametrize(
    ("change", "field", "value"),
    [
        pytest.param(("大同市人大常委会主任 谷一鸣\n", ""), "speaker", "", id="no speaker"),
        pytest.param(
            ("——2023 年 3 月 21 日在大同市第十六届人民代表大会第三次会议上\n", ""), "date", "", id="no date"
        ),
        pytest.param(
            ("——2023 年 3 月 21 日在大同市第十六届人民代表大会第三次会议上\n", ""), "year", "", id="no year"
        ),
        pytest.param(("过去一年的主要工作", "过去五年工作回顾"), "period", "2018-2022", id="five years"),
        pytest.param(
            ("过去一年的主要工作", "“十三五”时期和2020年工作回顾"), "period", "2016-2020", id="plan period"
        ),
        pytest.param(("过去一年的主要工作", "一、2022年工作总结"), "year", "2022", id="review heading"),
        pytest.param(
            ("2023 年 3 月 21 日", "二〇二三年三月二十一日"),
            "date",
            "2023-03-21",
            id="date in Chinese numerals",
        ),
        pytest.param(
            ("2023 年 3 月 21 日", "２０２３年３月２１日"), "date", "2023-03-21", id="full-width date"
        ),
        pytest.param(("2023 年 3 月 21 日", "2023 年 13 月 21 日"), "date", "", id="impossible date"),
        pytest.param(("2023 年 3 月 21 日", "2023年2月29日"), "date", "", id="29 February of a common year"),
        pytest.param(("2023 年 3 月 21 日", "2024年2月29日"), "date", "2024-02-29", id="29 February"),
        pytest.param(("2023 年 3 月 21 日", "2023-4-31"), "date", "", id="31 April"),
        pytest.param(("大同市第十六届", "第十六届"), "place_zh", "大同市", id="place from the title"),
    ],
)
def test_single_fields(change: tuple[str, str], field: str, value: str) -> None:
    assert getattr(_read(CONGRESS.replace(*change)).meta, field) == value


@pytest.mark.parametrize(
    ("head", "kind", "form", "place", "year"),
    [
        pytest.param(
            "某市人大常委会2022年工作报告\n2022年，是**市*届人大常委会履职的开局之年。一年来，我们依法履职，成效明显，群众满意。\n",
            ReportKind.CONGRESS,
            Form.FULL,
            "",
            "2022",
            id="anonymised",
        ),
        pytest.param(
            "围绕中心依法履职 创新工作彰显作为\n——市五届人大常委会工作报告导读\n过去五年主要工作\n五年来,市五届人大常委会为大同发展作出了贡献,"
            "建设美丽大同,编制五年(2017-2021)立法规划,市委高度重视,全市上下支持,谱写了大同新篇章。\n",
            ReportKind.CONGRESS,
            Form.GUIDE,
            "大同市",
            "2021",
            id="guide to a five-year report",
        ),
        pytest.param(
            "大同市人民代表大会常务委员会工作报告(图解)\n2022年,市人大常委会切实履行各项职责,圆满完成了市十六届人大一次会议确定的任务。\n",
            ReportKind.CONGRESS,
            Form.INFOGRAPHIC,
            "大同市",
            "2022",
            id="infographic",
        ),
        pytest.param(
            "大同市\n人民代表大会常务委员会工作报告\n——2024年1月13日在大同市第十八届人民代表大会第三次会议上\n各位代表:\n"
            "我受大同市人民代表大会常务委员会的委托,向大会报告工作。\n2023年工作回顾\n",
            ReportKind.CONGRESS,
            Form.FULL,
            "大同市",
            "2023",
            id="title on two lines",
        ),
        pytest.param(
            "保定市青河区2022年政府工作报告\n政府工作报告\n——2022年1月27日在青河区第三届人民代表大会第二次会议上\n各位代表：\n一、2021年工作回顾\n",
            ReportKind.GOVERNMENT,
            Form.FULL,
            "保定市青河区",
            "2021",
            id="district with its city",
        ),
        pytest.param(
            "政府工作报告\n——1994年3月10日在第八届全国人民代表大会第二次会议上\n国务院总理 田一禾\n各位代表：\n"
            "现在，我代表国务院向大会作政府工作报告，请予审议。\n一、１９９３年国内工作的回顾\n",
            ReportKind.GOVERNMENT,
            Form.FULL,
            "全国",
            "1993",
            id="national",
        ),
        pytest.param(
            "大同市中级人民法院工作报告\n——2023年1月8日在大同市第十六届人民代表大会第三次会议上\n大同市中级人民法院院长 田一禾\n各位代表：\n"
            "现在，我代表市中级人民法院向大会报告工作，请予审议。\n一、2022年工作回顾\n",
            ReportKind.COURT,
            Form.FULL,
            "大同市",
            "2022",
            id="court",
        ),
        pytest.param(
            "大同市人民检察院工作报告\n——2023年1月8日在大同市第十六届人民代表大会第三次会议上\n各位代表：\n"
            "现在，我代表市人民检察院向大会报告工作，请予审议。\n过去一年的工作\n",
            ReportKind.PROCURATORATE,
            Form.FULL,
            "大同市",
            "2022",
            id="procuratorate",
        ),
        pytest.param(
            "青河县第八届人民代表大会第三次会议隆重开幕\n1月12日上午，青河县第八届人民代表大会第三次会议隆重开幕，会议应出席代表181名。\n"
            "县长田一禾作政府工作报告。报告指出，2022年成绩很大，全县经济社会发展取得了新的成绩。\n",
            ReportKind.PRESS,
            Form.FULL,
            "青河县",
            "",
            id="news item",
        ),
        pytest.param(
            "第十二届全国人民代表大会第一次会议听取和审议了国务院总理所作的政府工作报告。会议认为报告切实可行。会议决定批准这个报告。\n",
            ReportKind.RESOLUTION,
            Form.FULL,
            "全国",
            "",
            id="resolution",
        ),
        pytest.param(
            "大同市2022年国民经济和社会发展统计公报\n2022年，全市生产总值完成1842.5亿元，比上年增长5.1%，经济运行总体平稳。\n",
            ReportKind.STATISTICS,
            Form.FULL,
            "大同市",
            "2022",
            id="statistical communiqué",
        ),
        pytest.param(
            "关于开展环境整治的通知\n各单位要认真做好环境整治工作，按照职责分工，抓好落实，确保取得实际效果。\n",
            ReportKind.OTHER,
            Form.FULL,
            "",
            "",
            id="something else",
        ),
    ],
)
def test_kinds_of_text(head: str, kind: ReportKind, form: Form, place: str, year: str) -> None:
    meta = _read(head + REVIEW).meta
    assert (meta.kind, meta.form, meta.place_zh, meta.year) == (kind, form, place, year)


def test_places_in_links_and_record_heads_do_not_win() -> None:
    text = (
        "发文单位：白石县人民政府\n"
        + GOVERNMENT
        + "分享到：\n相关文章\n白石县2021年政府工作报告\n黑水县2021年政府工作报告\n"
    )
    meta = _read(text).meta
    assert (meta.place_zh, meta.year) == ("青河县", "2019")


def test_the_speaker_of_a_sentence() -> None:
    text = GOVERNMENT.replace("——2020", "2020").replace(
        "会议上\n青河县代县长　田 禾\n", "会议上代县长田一禾作政府工作报告。\n"
    )
    meta = _read(text).meta
    assert (meta.speaker, meta.speaker_title_zh, meta.date) == ("田一禾", "代县长", "2020-01-09")


def test_a_masked_mention_of_a_session_in_the_text_is_not_the_occasion() -> None:
    text = (
        "青河县人大常委会工作报告\n圆满完成了县十六届人大一次会议确定的各项任务,各项工作都取得了明显的成效。\n"
        + REVIEW
    )
    meta = _read(text).meta
    assert (meta.session_zh, meta.congress, meta.session) == ("", None, None)


def test_a_session_at_the_end_of_the_year_hears_of_that_year() -> None:
    text = (
        "和安县人民检察院工作报告\n——2024年12月26日在和安县第十八届人民代表大会第四次会议上\n各位代表：\n"
        "一、2024年工作情况\n办理案件1376件。\n二、2025年工作打算\n开展检察开放日10次。\n"
    )
    assert (read(text.encode(), name="r.txt").meta.year) == "2024"
    earlier = text.replace("2024年12月26日", "2025年1月26日")
    assert (read(earlier.encode(), name="r.txt").meta.year) == "2024"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        pytest.param("青河街道人大工委2023年工作报告\n", "青河街道人大工作委员会", id="subdistrict"),
        pytest.param("青河地区人大工作委员会工作报告\n", "青河地区人大工作委员会", id="prefecture without a congress"),
        pytest.param("白石县人大常委会青河街道工作委员会工作报告\n", "白石县人大常委会青河街道工作委员会", id="office of a committee"),
        pytest.param("青河市人大常委会\n工作报告\n", "青河市人民代表大会常务委员会", id="short name over the title"),
        pytest.param("青河街道人大工作报告\n", "", id="no organ named where there is no congress"),
        pytest.param("青河镇人大工作报告\n", "青河镇人民代表大会主席团", id="township"),
        pytest.param("青河苏木人大主席团工作报告\n", "青河苏木人民代表大会主席团", id="sum"),
        pytest.param(
            "青河乡人大工作报告\n各位代表：\n一年来，在县人大常委会的指导下，乡人大依法履职，成效明显，群众满意。\n",
            "青河乡人民代表大会主席团",
            id="the committee above is not the body",
        ),
        pytest.param("青河县人大常委会工作报告\n", "青河县人民代表大会常务委员会", id="county"),
        pytest.param("青河县人大工作报告\n", "青河县人民代表大会常务委员会", id="county without the organ"),
        pytest.param(
            "青河新区政府工作报告\n各位代表：\n我代表新区管委会，向大会报告工作，请予审议。\n", "青河新区管理委员会", id="new area"
        ),
        pytest.param(
            "青河经济开发区2023年政府工作报告\n管委会主任 田一禾\n各位代表：\n", "青河经济开发区管理委员会", id="office of the speaker"
        ),
        pytest.param(
            "政府工作报告\n——2024年1月9日在青河市第八届人民代表大会第三次会议上\n各位代表：\n我代表高新区管理委员会，向大会报告工作。\n",
            "高新区管理委员会",
            id="a zone inside the place",
        ),
        pytest.param("青河开发区政府工作报告\n", "", id="zone that names no body"),
        pytest.param("青河地区政府工作报告\n各位代表：\n受青河地区行署委托，向会议报告工作。\n", "青河地区行政公署", id="prefecture"),
        pytest.param("浦东新区政府工作报告\n", "浦东新区人民政府", id="a new area that is a district"),
        pytest.param(
            "滨河新区政府工作报告\n各位代表：\n我代表新区人民政府，向大会报告工作，请予审议。\n", "滨河新区人民政府", id="new area with a government"
        ),
        pytest.param("高明区政府工作报告\n", "高明区人民政府", id="district"),
    ],
)  # fmt: skip
def test_no_body_is_named_that_such_a_place_does_not_have(head: str, body: str) -> None:
    assert _read(head + REVIEW).meta.body_zh == body
