"""What a text is and in which form it is told: its title and its delivery decide, not the news that a report may hold."""

import pytest

from summarizer.reading import Form, ReportKind, ReportMeta, read

OCCASION = "——2024年8月28日在青河市第九届人民代表大会常务委员会第二十次会议上\n"
GREETING = "主任、各位副主任、秘书长、各位委员：\n"
REVIEW = (
    "一、工作开展情况\n2023年，全市新建农村供水管网120公里，完成投资3.2亿元，惠及群众5.6万人。\n"
    "二、存在问题\n一些地方管护资金不足，责任落实还不到位。\n"
)


def _meta(head: str) -> ReportMeta:
    return read((head + REVIEW).encode(), name="r.txt").meta


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        pytest.param(
            "青河市人大常委会2023年工作报告\n2023年，市人大常委会召开常委会会议9次，听取和审议专项工作报告14项。\n"
            "1月9日，召开市九届人大三次会议，听取和审议政府工作报告。\n会议强调，要依法监督，务求实效。\n",
            ReportKind.CONGRESS,
            id="a committee that tells of its own sessions",
        ),
        pytest.param(
            "青河市中级人民法院2023年工作报告\n2023年，全市法院受理各类案件13579件，审结12864件。\n"
            "2月6日，召开全市法院院长会议，出席会议代表86人。院长周明远作了法院工作报告。党的二十大报告指出，要公正司法。\n",
            ReportKind.COURT,
            id="a court that tells of a day",
        ),
        pytest.param(
            f"关于全市农村饮水安全工作情况的调研报告\n{OCCASION}市人大常委会副主任 周明远\n{GREETING}"
            "为配合常委会会议听取和审议市政府专项工作报告，6月下旬，调研组召开座谈会4次，走访9个乡镇。现将调研情况报告如下。\n",
            ReportKind.SPECIAL,
            id="an inquiry before a committee",
        ),
        pytest.param(
            "关于全市合作医疗制度运作情况的报告\n8月28日，市卫生健康局召开专题会议。现将有关情况报告如下：\n",
            ReportKind.SPECIAL,
            id="a matter whose name holds 作",
        ),
        pytest.param(
            f"关于《青河市绿化条例（草案）》审议结果的报告\n{OCCASION}{GREETING}"
            "6月28日，常委会第十八次会议对条例草案进行了初次审议，大家认为，条例草案基本成熟。现将审议结果报告如下。\n",
            ReportKind.SPECIAL,
            id="what came of a reading",
        ),
        pytest.param(
            "青河市人大常委会工作报告\n本报讯（记者 周明）1月9日上午，市人大常委会主任向大会报告工作。报告指出，2023年监督有力。"
            "代表们一致认为，报告实事求是。\n",
            ReportKind.PRESS,
            id="a newspaper under a report's title",
        ),
        pytest.param(
            "周明远作政府工作报告\n1月9日上午，市长周明远作政府工作报告，他从三个方面回顾了过去一年的工作。\n",
            ReportKind.PRESS,
            id="somebody gives a report",
        ),
        pytest.param(
            "周明远在市人大常委会会议上强调 依法履职尽责\n2月3日，市人大常委会主任周明远主持召开会议。会议指出，要依法监督。\n",
            ReportKind.PRESS,
            id="a meeting under a title of news",
        ),
        pytest.param(
            "青河市全力保障春耕供水\n3月6日，市长周明远到灌区调研。周明远强调，要科学调度水源，保障春耕用水。\n",
            ReportKind.PRESS,
            id="a visit",
        ),
    ],
)
def test_news_needs_somebody_who_tells(head: str, kind: ReportKind) -> None:
    assert _meta(head).kind is kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("关于2022年度市级预算执行和其他财政收支的审计工作报告", ReportKind.SPECIAL),
        ("关于2022年度市级预算执行审计查出问题整改情况的报告", ReportKind.SPECIAL),
        ("青河市人大财政经济委员会关于2022年预算执行情况与2023年预算草案的审查结果报告", ReportKind.SPECIAL),
        ("关于青河市2022年财政决算（草案）审查结果的报告", ReportKind.SPECIAL),
        ("关于青河市2022年预算执行情况与2023年预算草案的报告", ReportKind.PLAN),
        ("关于2023年上半年国民经济和社会发展计划执行情况的报告", ReportKind.PLAN),
    ],
)
def test_the_last_noun_of_a_title_says_what_the_report_is(title: str, kind: ReportKind) -> None:
    assert _meta(f"{title}\n{OCCASION}{GREETING}受市人民政府委托，现将有关情况报告如下。\n").kind is kind
    assert _meta(f"{title}\n").kind is kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("青河市2023年法治政府建设工作报告", ReportKind.OTHER),
        ("青河市水务局2023年度法治政府建设年度工作报告", ReportKind.OTHER),
        ("青河市智慧政府建设工作报告", ReportKind.OTHER),
        ("2023年数字政府工作报告", ReportKind.OTHER),
        ("青河市政府信访工作报告", ReportKind.OTHER),
        ("青河市政府办公室2023年工作报告", ReportKind.OTHER),
        ("青河市人大常委会执法监督工作报告", ReportKind.OTHER),
        ("青河市人民政府2023年度工作报告", ReportKind.GOVERNMENT),
        ("青河市人民政府（2019—2023年）工作报告", ReportKind.GOVERNMENT),
        ("青河政府工作报告", ReportKind.GOVERNMENT),
        ("市政府关于2023年上半年工作情况的报告", ReportKind.GOVERNMENT),
        ("读懂政府工作报告", ReportKind.GOVERNMENT),
        ("青河市第九届人民政府工作报告", ReportKind.GOVERNMENT),
        ("青河市人大常委会2023年度工作报告", ReportKind.CONGRESS),
        ("青河市人民法院（书面）工作报告", ReportKind.COURT),
    ],
)
def test_a_title_names_the_whole_work_of_an_organ(title: str, kind: ReportKind) -> None:
    own = "2023年，青河市委坚持数字乡村和法治县建设，全市办理行政复议案件123件，各项工作取得了新的成效。\n"
    assert _meta(f"{title}\n{own}").kind is kind


REPORT = "政府工作报告\n——2024年1月12日在白桦旗第九届人民代表大会第三次会议上\n{line}\n各位代表：\n"


@pytest.mark.parametrize(
    ("head", "form"),
    [
        pytest.param(REPORT.format(line="旗长图力古尔"), Form.FULL, id="a speaker"),
        pytest.param(REPORT.format(line="白桦旗人民政府旗长图门"), Form.FULL, id="a speaker with an office"),
        pytest.param(REPORT.format(line="（上海报社 数说栏目 刊发）"), Form.FULL, id="a publisher"),
        pytest.param("旗长图门作政府工作报告\n", Form.FULL, id="a title with a speaker"),
        pytest.param(REPORT.format(line="（长图）"), Form.INFOGRAPHIC, id="a label as a line"),
        pytest.param("长图｜白桦旗政府工作报告\n", Form.INFOGRAPHIC, id="a label in front"),
        pytest.param("白桦旗政府工作报告长图\n", Form.INFOGRAPHIC, id="a label behind"),
        pytest.param("海报：白桦旗政府工作报告\n", Form.INFOGRAPHIC, id="a poster"),
        pytest.param("两会图说政府工作报告\n", Form.INFOGRAPHIC, id="a label inside"),
        pytest.param(REPORT.format(line="一图读懂政府工作报告"), Form.INFOGRAPHIC, id="a second title"),
        pytest.param(REPORT.format(line="（摘要）"), Form.GUIDE, id="an abstract"),
    ],
)
def test_the_form_is_read_off_titles_and_labels(head: str, form: Form) -> None:
    assert _meta(head).form is form
