"""Reports cut off at an end, and several in one file; whole ones, however they end, are not called so."""

import pytest

from summarizer.reading import Document, Missing, read

HEAD = "政府工作报告\n——2023年1月10日在石河县第十届人民代表大会第二次会议上\n县长 田一禾\n各位代表：\n我代表县人民政府，向大会报告工作，请予审议。\n"
PROSE = (
    "一年来，我们坚持稳中求进，全县生产总值增长5.2%，一般公共预算收入增长6.1%，各项工作取得了新的成效。\n" * 3
)
WHOLE = f"{HEAD}一、2022年工作回顾\n{PROSE}二、2023年工作安排\n{PROSE}"


def _read(text: str) -> Document:
    return read(text.encode(), name="r.txt")


@pytest.mark.parametrize(
    "end",
    [
        "新建道路12公里，完成投资3.4亿元。实施老旧小",
        "完善操作办法，推动代表联络站建设，形成了",
        "三、加强政府自身建设",
        "新建道路12公里，完成投资3.4亿元，",
        "（未完待续）",
        "我们要牢记为民宗旨，切实兜牢民生底线，不断",
        "要加强队伍建设，全面提高执法水平，其中",
        "新建道路12公里，惠及群众3.4万人（其中农村居民",
        "全面落实惠民政策，着力办好民生实事，完成了",
        "我们坚持为人民而奋斗，实施供水管网改造工程，新建农村道路，建成一批养老服务中心，改造老旧小",
    ],
)
def test_a_report_that_breaks_off(end: str) -> None:
    doc = _read(WHOLE + end)
    assert doc.meta.missing == (Missing.END,)
    assert doc.meta.evidence["missing"].of(doc.text) in end


@pytest.mark.parametrize(
    "end",
    [
        "",
        "谢谢大家",
        "为建设美丽石河而努力奋斗",
        "石河县人民政府",
        "新增城镇就业",
        "2023年1月10日",
        "附件：\n1.主要指标完成情况\n2.民生实事清单",
        "指标\n生产总值\n120亿元\n财政收入\n8亿元",
        "● 代表评议政府工作报告，提出建议",
        "名词解释\n1.三保：指保基本民生、保工资、保运转。",
        "让我们团结一心，奋勇前进，共同谱写石河高质量发展新篇章",
        "让我们携起手来，为加快建设山清水秀的新石河而团结奋进",
        "各位代表，让我们更加紧密地团结起来，同心同德、奋力拼搏，开创石河高质量发展新局面",
        "各位代表！号角已经吹响。让我们以更加昂扬的姿态，向着2035年远景目标奋勇前行",
        "凝心聚力，再启新程",
        "新时代赋予新使命。我们坚信，只要全县上下锐意进取、真抓实干，石河的发展必将迈上新台阶",
        "以上报告如有不妥，请各位代表批评指正",
        "石河县人民政府办公室，县长信箱",
        "新建道路12公里，惠及群众3.4万人",
    ],
)
def test_a_whole_report_may_end_in_anything(end: str) -> None:
    assert _read(WHOLE + end).meta.missing == ()


@pytest.mark.parametrize(
    "text",
    [
        f"，全县生产总值增长5.2%，各项工作取得了新的成效，得到了群众的认可。\n{PROSE}",
        f"二、2023年工作安排\n{PROSE}",
        f"济社会发展取得新成就。全县生产总值增长5.2%，各项工作取得了新的成效。\n（三）推进城乡建设\n{PROSE}",
    ],
)
def test_a_report_that_begins_inside(text: str) -> None:
    assert Missing.BEGINNING in _read(text).meta.missing


def test_a_report_with_its_head_has_its_beginning() -> None:
    assert _read(f"{HEAD}二、2023年工作安排\n{PROSE}").meta.missing == ()


def test_several_reports_in_one_file() -> None:
    other = (
        WHOLE.replace("石河县", "白石县")
        .replace("5.2", "7.3")
        .replace("6.1", "8.4")
        .replace("稳中求进", "开拓创新")
    )
    doc = _read(f"{WHOLE}{other}")
    assert doc.meta.reports == 2
    assert doc.meta.place_zh == "石河县"
    assert doc.meta.evidence["reports"].of(doc.text) == "政府工作报告"
    assert _read(WHOLE).meta.reports == 1


@pytest.mark.parametrize(
    "occasion",
    [
        "白石县第十一届人民代表大会第三次会议上",
        "（2023年1月11日在白石县第十一届人民代表大会第三次会议第二次全体会议上）",
        "2023.1.11 在白石县第十一届人大三次会议上",
        "——在白石县第十一届人大常委会第三次会议上",
    ],
)
def test_a_second_report_is_known_by_any_occasion_that_is_read_as_one(occasion: str) -> None:
    other = f"白石县人大常委会工作报告\n{occasion}\n主任 周一禾\n各位代表：\n我受县人大常委会委托，向大会报告工作，请予审议。\n"
    assert _read(f"{WHOLE}{other}").meta.reports == 2
    assert _read(f"{WHOLE}{other.replace(occasion, '白石县人大')}").meta.reports == 1
