"""Heads of invented reports as papers, sites and archives set them: what they say is read whatever the setting."""

import pytest

from summarizer.reading import Form, Level, ReportKind, ReportMeta, read

REVIEW = "一年来，我们坚持以人民为中心的发展思想，紧紧围绕中心工作依法履职，各项工作取得了新的成效。\n" * 3


def _meta(head: str) -> ReportMeta:
    return read((head + REVIEW).encode(), name="黑水县1999年.txt").meta


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param(
            "石河县人民检察院工作报告\n――2007年1月26日在石河县第十届人民代表大会第五次会议上\n石河县人民检察院检察长 田一禾\n各位代表：\n",
            ("石河县", 10, 5, "田一禾", "2007-01-26"),
            id="other dashes",
        ),
        pytest.param(
            "政府工作报告\n2025年3月21日在石河区第十九届\n人民代表大会第四次会议上\n石河区人民政府代区长 田一禾\n各位代表：\n",
            ("石河区", 19, 4, "田一禾", "2025-03-21"),
            id="occasion on two lines",
        ),
        pytest.param(
            "新桥镇人民政府工作报告\n——在新桥镇第十九届人民代表大会第四次会议上\n镇长  王 二\n（2024年1月5日）\n各位代表：\n",
            ("新桥镇", 19, 4, "王二", "2024-01-05"),
            id="day under the speaker",
        ),
        pytest.param(
            "政府工作报告\n在石林旗第十五届人民代表大会第一次会议上\n（一九九四年三月五日）\n旗长 巴音孟克图雅\n各位代表：\n",
            ("石林旗", 15, 1, "巴音孟克图雅", "1994-03-05"),
            id="Chinese numerals and a long name",
        ),
        pytest.param(
            "政府工作报告\n2020年12月24日在石南区第九届人民代表大会第五次会议上\n刘 一 禾\n各位代表：\n",
            ("石南区", 9, 5, "刘一禾", "2020-12-24"),
            id="name alone",
        ),
        pytest.param(
            "石河县政府工作报告——2003年1月11日在石河县第十届人民代表大会第一次会议上县长 田一禾各位代表：现在，我代表县人民政府向大会报告工作，请予审议。\n",
            ("石河县", 10, 1, "田一禾", "2003-01-11"),
            id="all on one line",
        ),
        pytest.param(
            "关于白石市优化营商环境工作情况的报告\n——2023年8月28日在白石市人大常委会第十四次会议上\n市发展改革局局长　田　禾\n主任、各位副主任、秘书长、各位委员：\n",
            ("白石市", None, 14, "田禾", "2023-08-28"),
            id="before a standing committee",
        ),
        pytest.param(
            "  • 政府工作报告\n  • ——2001年2月16日在云溪回族自治县第九届人民代表大会第四次会议上\n县长 田一禾\n各位代表：\n",
            ("云溪回族自治县", 9, 4, "田一禾", "2001-02-16"),
            id="bullets of a site",
        ),
        pytest.param(
            "政府工作报告\n——2024年1月12日在石河县第十届人民代表大会第三次会议第一次全体会议上\n县长 田一禾\n各位代表：\n",
            ("石河县", 10, 3, "田一禾", "2024-01-12"),
            id="first sitting of a session",
        ),
        pytest.param(
            "石河县人大常委会工作报告\n（2024.1.12 在石河县第十届人民代表大会第三次会议第二次大会上）\n主任 田一禾\n各位代表：\n",
            ("石河县", 10, 3, "田一禾", "2024-01-12"),
            id="day with dots",
        ),
        pytest.param(
            "政府工作报告\n在石河县第十届人民代表大会第三次会议上\n（2024-01-12）\n县长 田一禾\n各位代表：\n",
            ("石河县", 10, 3, "田一禾", "2024-01-12"),
            id="day with hyphens",
        ),
        pytest.param(
            "政府工作报告\n2024/1/12石河县第十届人民代表大会第三次会议上\n县长 田一禾\n各位代表：\n",
            ("石河县", 10, 3, "田一禾", "2024-01-12"),
            id="day with slashes, at the session without a preposition",
        ),
        pytest.param(
            "政府工作报告\n石河县第十届人民代表大会第三次会议\n县长 田一禾\n各位代表：\n",
            ("石河县", 10, 3, "田一禾", ""),
            id="session under a title that it would run on from",
        ),
    ],
)
def test_occasion_and_speaker(head: str, expected: tuple[object, ...]) -> None:
    meta = _meta(head)
    assert (meta.place_zh, meta.congress, meta.session, meta.speaker, meta.date) == expected


@pytest.mark.parametrize(
    ("line", "name", "office"),
    [
        ("县长 周红旗", "周红旗", "县长"),
        ("县长周建州", "周建州", "县长"),
        ("石河县人民政府代县长 田振镇", "田振镇", "石河县人民政府代县长"),
        ("县长 黄石市", "黄石市", "县长"),
        ("县长 李全文", "李全文", "县长"),
        ("县长 周代表", "周代表", "县长"),
        ("县长  田 禾（女）", "田禾", "县长"),
        ("县长 田一禾（女，蒙古族）", "田一禾", "县长"),
        ("县长 田一禾同志（满族）", "田一禾", "县长"),
        ("石河县人大财政经济委员会主任委员 田一禾", "田一禾", "石河县人大财政经济委员会主任委员"),
        ("县长\n周家乡", "周家乡", "县长"),
        ("周家乡", "周家乡", ""),
        ("田一禾县长", "田一禾", "县长"),
        ("田禾县长", "田禾", "县长"),
        ("田一禾代县长", "田一禾", "代县长"),
        ("石河县长", "", ""),
        ("石河县县长", "", ""),
        ("石河县", "", ""),
        ("代理县长", "", ""),
        ("大会主席", "", ""),
        ("县人大常委会主任会议", "", ""),
        ("县长 工作报告", "", ""),
        ("县长 书面报告", "", ""),
    ],
)
def test_the_name_of_a_speaker_may_end_in_anything(line: str, name: str, office: str) -> None:
    meta = _meta(f"政府工作报告\n——2024年1月12日在石河县第十届人民代表大会第三次会议上\n{line}\n各位代表：\n")
    assert (meta.speaker, meta.speaker_title_zh) == (name, office)


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        pytest.param(
            "白石市2023年国民经济和社会发展计划执行情况\n与2024年国民经济和社会发展计划草案的报告\n——2024年1月20日在白石市第九届人民代表大会第四次会议上\n各位代表：\n"
            "受市人民政府委托，现将计划草案提请大会审查。\n",
            ReportKind.PLAN,
            id="plan",
        ),
        pytest.param("白石市2023年财政预算执行情况和2024年财政预算草案的报告\n各位代表：\n", ReportKind.PLAN, id="budget"),
        pytest.param(
            "关于全市优化营商环境工作情况的报告\n——2023年8月28日在白石市第九届人大常委会第十四次会议上\n主任、各位副主任、秘书长、各位委员：\n",
            ReportKind.SPECIAL,
            id="one matter",
        ),
        pytest.param("白石市人大常委会2024年工作要点\n", ReportKind.WORK_PLAN, id="work plan"),
        pytest.param("在全市经济工作会议上的讲话\n田禾\n同志们：\n", ReportKind.SPEECH, id="speech"),
        pytest.param(
            "中国人民政治协商会议白石市第九届委员会常务委员会工作报告\n——2024年1月15日在政协白石市第九届委员会第三次会议上\n各位委员：\n"
            "我代表政协白石市第九届委员会常务委员会，向大会报告工作。\n",
            ReportKind.OTHER,
            id="consultative conference",
        ),
        pytest.param(
            "白石市人民政府办公室关于印发2024年政府工作报告重点任务分工的通知\n各县区人民政府，市政府各部门：\n现印发给你们，请认真组织实施。\n",
            ReportKind.OTHER,
            id="notice",
        ),
        pytest.param(
            "白石市第五届人民代表大会第一次会议\n关于白石市中级人民法院工作报告的决议\n（2023年1月7日白石市第五届人民代表大会第一次会议通过）\n"
            "白石市第五届人民代表大会第一次会议听取和审议了院长田禾所作的工作报告。会议决定批准这个报告。\n",
            ReportKind.RESOLUTION,
            id="resolution on a court's report",
        ),
        pytest.param(
            "1月3日，石河区人民法院院长田禾在石河区第十七届人民代表大会第五次会议上作《石河区人民法院工作报告》，接受大会审议。\n"
            "报告指出，2024年区法院共受理各类案件22895件。代表们一致认为，报告内容翔实。\n",
            ReportKind.PRESS,
            id="news without a title",
        ),
        pytest.param(
            "石河县法院2017年工作报告获全票通过\n12月26日，在石河县第十八届人民代表大会第二次会议上，法院工作报告经代表审议，获全票通过。\n",
            ReportKind.PRESS,
            id="news of a vote",
        ),
        pytest.param(
            "各位委员：\n值此市政协会议召开之际，我代表市政府，向大会表示热烈的祝贺，并对《政府工作报告》的起草情况作简要说明。\n",
            ReportKind.OTHER,
            id="greetings",
        ),
        pytest.param("白石乡镇长述职报告\n各位代表：\n下面，我代表镇政府将一年来的工作汇报如下。\n", ReportKind.OTHER, id="account of an official"),
        pytest.param(
            "新桥镇人大主席团工作报告\n各位代表：\n我受镇人大主席团委托，向大会报告工作，请予审议。\n", ReportKind.CONGRESS, id="township presidium"
        ),
        pytest.param(
            "北江海事法院工作报告\n各位代表：\n我代表北江海事法院，向会议报告工作，请予审议。\n", ReportKind.COURT, id="maritime court"
        ),
    ],
)  # fmt: skip
def test_what_is_no_work_report_and_what_is(head: str, kind: ReportKind) -> None:
    assert _meta(head).kind is kind


def test_work_points_are_no_guide() -> None:
    assert _meta("白石市人大常委会2024年工作要点\n").form is Form.FULL


@pytest.mark.parametrize(
    ("head", "level"),
    [
        ("政府工作报告\n各位代表：\n我代表镇人民政府向大会报告工作，请予审议。\n", Level.TOWNSHIP),
        ("政府工作报告\n——在**县第十五届人民代表大会第一次会议上\n各位代表：\n", Level.COUNTY),
        ("政府工作报告\n各位代表：\n我代表市人民政府向大会报告工作，请予审议。\n", Level.UNKNOWN),
        ("石河市中级人民法院工作报告\n各位代表：\n我代表市中级人民法院向大会报告工作。\n", Level.PREFECTURE),
    ],
)
def test_the_level_of_a_body_without_a_place_and_of_a_court(head: str, level: Level) -> None:
    assert _meta(head).level is level


@pytest.mark.parametrize(
    ("heading", "period"),
    [
        ("一、十三五工作回顾", "2016-2020"),
        ("一、“十五”时期发展的回顾", "2001-2005"),
        ("一、一九九三年工作回顾", "1993"),
    ],
)
def test_the_period_of_a_heading(heading: str, period: str) -> None:
    head = "政府工作报告\n各位代表：\n我代表石河县人民政府向大会报告工作，请予审议。\n"
    assert _meta(f"{head}{heading}\n").period == period


@pytest.mark.parametrize(
    ("title", "day", "year"),
    [
        ("石河县人民政府2023年度工作报告", "", "2023"),
        ("石河县人民政府关于2023年工作情况的报告", "", "2023"),
        ("石河县政府2023年工作报告", "", "2023"),
        ("石河县2024年政府工作报告", "", "2023"),
        ("2024年石河县政府工作报告", "", "2023"),
        ("2024年石河县政府工作报告", "2024年5月12日", "2023"),
        ("石河县政府2024年工作报告", "2024年1月12日", "2023"),
        ("石河县人大常委会2024年工作报告", "2024年1月12日", "2023"),
        ("石河县政府2024年工作报告", "2024年12月22日", "2024"),
        ("石河县人民政府关于2024年上半年工作情况的报告", "2024年7月28日", "2024"),
        ("关于2023年财政决算和2024年前三季度预算执行情况的报告", "2024年10月28日", "2024"),
        ("关于上半年全县经济运行情况的报告", "2024年7月28日", "2024"),
        ("关于全县1至6月经济运行情况的报告", "2024年7月28日", "2024"),
        ("石河县人民政府关于2024年工作情况的报告", "2024年7月28日", "2024"),
    ],
)
def test_the_year_of_a_title(title: str, day: str, year: str) -> None:
    occasion = f"——{day}在石河县第十届人大常委会第十次会议上\n" if day else ""
    so_far = "今年以来，全县上下坚持稳中求进，克服旱情，实现粮食增产、农民增收、社会稳定，完成了目标任务。\n"
    meta = read(f"{title}\n{occasion}各位委员：\n{so_far}".encode(), name="r.txt").meta
    assert meta.year == year


def test_traditional_characters_are_read_alike_and_shown_as_they_are() -> None:
    head = (
        "白石市人民代表大會常務委員會工作報告\n——二〇二三年一月十日在白石市第十屆人民代表大會第二次會議上\n市人大常委會主任 田一萬\n各位代表：\n"
        "我受市人大常委會委託，向大會報告工作，請予審議。\n一、過去一年的主要工作\n"
    )
    meta = _meta(head)
    assert (meta.kind, meta.form, meta.place_zh, meta.year) == (
        ReportKind.CONGRESS,
        Form.FULL,
        "白石市",
        "2022",
    )
    assert (meta.title_zh, meta.body_zh) == (
        "白石市人民代表大會常務委員會工作報告",
        "白石市人民代表大會常務委員會",
    )
    assert (meta.session_zh, meta.speaker) == ("第十屆人民代表大會第二次會議", "田一萬")
