"""Which of the first lines are the title of the report."""

import pytest
from outline_builder import HEAD, TEXT, outlined

_CASES: dict[str, tuple[list[str], list[str]]] = {
    "speaker's line": ([*HEAD, "市人大常委会主任 李小明", "各位代表：", TEXT], [HEAD[0]]),
    "speaker under the title": (
        ["政府工作报告", "青川市市长 李小明", HEAD[1], "各位代表：", TEXT],
        ["政府工作报告"],
    ),
    "web page title and the report's own": (
        ["2023年青川市政府工作报告", "政 府 工 作 报 告", HEAD[1], "各位代表：", TEXT],
        ["2023年青川市政府工作报告", "政府工作报告"],
    ),
    "place above the body": (
        ["青川市东山区", "人民代表大会常务委员会工作报告", HEAD[1], "各位代表：", TEXT],
        ["青川市东山区人民代表大会常务委员会工作报告"],
    ),
    "a name alone under the title": (
        ["政府工作报告", HEAD[1], "李小明", "各位代表：", TEXT],
        ["政府工作报告"],
    ),
    "a name alone and no salutation": (["政府工作报告", HEAD[1], "李小明", TEXT], ["政府工作报告"]),
    "a masked place": (
        ["××镇人大主席团工作报告", "——2016年1月12日", "×××", "各位代表：", TEXT],
        ["××镇人大主席团工作报告"],
    ),
    "body above the kind of report": (
        ["青川市人民代表大会常务委员会", "工 作 报 告", HEAD[1], "李小明", "各位代表：", TEXT],
        ["青川市人民代表大会常务委员会工作报告"],
    ),
    "occasion in two lines": (
        ["2023年2月1日在青川市第六届", "人民代表大会第二次会议上", "青川市市长 李小明", "各位代表：", TEXT],
        [],
    ),
    "title and occasion in one line": (
        ["青川市政府工作报告——2023年2月1日在青川市第六届人民代表大会上", "各位代表：", TEXT],
        ["青川市政府工作报告"],
    ),
    "headline over a subtitle": (
        ["围绕中心履职 依法监督有为", "——青川市人大常委会工作报告导读", TEXT],
        ["围绕中心履职 依法监督有为"],
    ),
    "no title": (["各位代表：", TEXT], []),
}


@pytest.mark.parametrize(("lines", "expected"), _CASES.values(), ids=_CASES.keys())
def test_titles(lines: list[str], expected: list[str]) -> None:
    assert outlined(*lines) == [(0, title) for title in expected]


def test_the_bracketed_line_of_the_occasion_is_no_heading() -> None:
    occasion = "（2023年2月1日在青川市第六届人民代表大会第二次会议上）"
    found = outlined(HEAD[0], occasion, TEXT, "一、工作回顾", TEXT)
    assert found == [(0, HEAD[0]), (1, "一、工作回顾")]
