"""Which lines are headings, where they end and how deep they stand."""

import pytest
from work import calls

from summarizer.outline import Section, headings, outline
from summarizer.reading import Document, Source, Span

_TEXT = "全年召开会议多次，听取了有关部门的情况汇报，提出了改进的意见，推动了问题的解决。"


def _document(text: str) -> Document:
    return Document(text, Source("report.txt", "", "text/plain", "utf-8"))


def _outline(*lines: str) -> list[tuple[int, str]]:
    return [(s.level, s.title) for s in headings(outline(_document("\n".join(lines))))]


_HEAD = ("青川市人民代表大会常务委员会工作报告", "——2023年2月1日在青川市第六届人民代表大会第二次会议上")

_CASES: dict[str, tuple[list[str], list[tuple[int, str]]]] = {
    "numbered directly under the title": (
        [
            "一、2022年的主要工作",
            _TEXT,
            "（一）加强监督",
            _TEXT,
            "（二）做好代表工作",
            _TEXT,
            "二、存在的问题",
            _TEXT,
        ],
        [
            (1, "一、2022年的主要工作"),
            (2, "（一）加强监督"),
            (2, "（二）做好代表工作"),
            (1, "二、存在的问题"),
        ],
    ),
    "numbered under an unnumbered line": (
        ["过去一年的主要工作", _TEXT, "一、加强监督", _TEXT, "二、做好代表工作", _TEXT],
        [(1, "过去一年的主要工作"), (2, "一、加强监督"), (2, "二、做好代表工作")],
    ),
    "list begins anew under each unnumbered line": (
        ["2022年工作回顾", _TEXT, "一、监督工作", _TEXT, "2023年工作安排", _TEXT, "一、监督工作", _TEXT],
        [(1, "2022年工作回顾"), (2, "一、监督工作"), (1, "2023年工作安排"), (2, "一、监督工作")],
    ),
    "brackets outside commas": (
        ["（一）当前的形势", _TEXT, "（二）今后的方针", _TEXT, "一、发展农业", _TEXT, "二、发展工业", _TEXT],
        [(1, "（一）当前的形势"), (1, "（二）今后的方针"), (2, "一、发展农业"), (2, "二、发展工业")],
    ),
    "run-in heading that opens its paragraph": (
        ["一、加强监督", "一是聚焦民生持续监督。" + _TEXT, "二是聚焦财政精准监督。" + _TEXT],
        [(1, "一、加强监督"), (2, "一是聚焦民生持续监督"), (2, "二是聚焦财政精准监督")],
    ),
    "run-in inside a paragraph": (
        ["一、加强监督", "全年工作扎实。一是聚焦民生。" + _TEXT + "二是聚焦财政。" + _TEXT],
        [(1, "一、加强监督")],
    ),
    "bracketed run-in with a comma": (
        [
            "一、工作回顾",
            "（一）狠抓项目建设，发展后劲增强。" + _TEXT,
            "（二）狠抓民生改善，群众更加满意。" + _TEXT,
        ],
        [
            (1, "一、工作回顾"),
            (2, "（一）狠抓项目建设，发展后劲增强"),
            (2, "（二）狠抓民生改善，群众更加满意"),
        ],
    ),
    "one-sentence heading on its own line": (
        ["一、深化改革", "（一）继续推进农村改革。", _TEXT, "（二）深化国有企业改革。", _TEXT],
        [(1, "一、深化改革"), (2, "（一）继续推进农村改革"), (2, "（二）深化国有企业改革")],
    ),
    "digits and ordinals": (
        [
            "一、加快发展",
            "（一）发展产业",
            "1．壮大工业。" + _TEXT,
            "2．提升农业。" + _TEXT,
            "第一，抓投资。" + _TEXT,
        ],
        [
            (1, "一、加快发展"),
            (2, "（一）发展产业"),
            (3, "1．壮大工业"),
            (3, "2．提升农业"),
            (4, "第一，抓投资"),
        ],
    ),
    "lead sentences of parallel paragraphs": (
        ["监督工作实效增强", _TEXT, "聚焦民生福祉强化监督。" + _TEXT, "聚焦生态环境强化监督。" + _TEXT],
        [(1, "监督工作实效增强"), (2, "聚焦民生福祉强化监督"), (2, "聚焦生态环境强化监督")],
    ),
    "a single short first sentence": (
        ["自身建设", "党委有部署，人大有行动。" + _TEXT, _TEXT],
        [(1, "自身建设")],
    ),
    "leads with the same opening words": (
        [
            "一、2022年工作回顾",
            "一年来，我们全力以赴稳运行，综合实力壮大。" + _TEXT,
            "一年来，我们持之以恒补短板，城市品质提升。" + _TEXT,
            "一年来，我们倾心竭力办实事，民生福祉改善。" + _TEXT,
        ],
        [
            (1, "一、2022年工作回顾"),
            (2, "一年来，我们全力以赴稳运行，综合实力壮大"),
            (2, "一年来，我们持之以恒补短板，城市品质提升"),
            (2, "一年来，我们倾心竭力办实事，民生福祉改善"),
        ],
    ),
    "bullets with text": (
        ["一、2022年工作回顾", "——经济运行稳中向好。" + _TEXT, "●改革开放不断深化。" + _TEXT],
        [(1, "一、2022年工作回顾"), (2, "经济运行稳中向好"), (2, "改革开放不断深化")],
    ),
    "bullets without text": (
        [
            "2023年工作思路",
            "●在坚持党的领导上把准航向。",
            "●在提高立法质量上贡献智慧。",
            "●在优化服务上展现风采。",
        ],
        [(1, "2023年工作思路")],
    ),
    "list items ended by semicolons": (
        [
            "四、技术改造",
            _TEXT,
            "一、节约能源，降低成本；",
            "二、改革产品结构；",
            "三、合理利用资源。",
            _TEXT,
        ],
        [(1, "四、技术改造")],
    ),
    "names of industries": (
        ["一、2022年工作回顾", "一、二、三产业增加值分别增长3%、5%和7%。", _TEXT],
        [(1, "一、2022年工作回顾")],
    ),
    "a sentence broken by a page": (
        [
            "一、2022年工作回顾",
            "全市扎实推进各项重点工作，切实加强民主",
            "法制",
            "建设，健全了各项制度。" + _TEXT,
        ],
        [(1, "一、2022年工作回顾")],
    ),
    "counted aloud in their paragraphs, the list of one inside it": (
        [
            "一、2022年工作回顾",
            "一是抓好投资，完成投资100亿元。二是扩大消费，网上销售增长5%。" + _TEXT,
            "二、2023年工作安排",
            "一要坚定信心。" + _TEXT,
            "二要真抓实干。" + _TEXT,
        ],
        [
            (1, "一、2022年工作回顾"),
            (1, "二、2023年工作安排"),
            (2, "一要坚定信心"),
            (2, "二要真抓实干"),
        ],
    ),
    "a count without its beginning": (
        ["一、2022年工作回顾", _TEXT, "四是整顿纪律，确保令行禁止。" + _TEXT],
        [(1, "一、2022年工作回顾")],
    ),
    "numbers given twice and left out": (
        [
            "一、2022年工作回顾",
            _TEXT,
            "（一）经济",
            _TEXT,
            "（二）城建",
            _TEXT,
            "（二）民生",
            _TEXT,
            "（五）安全",
            _TEXT,
            "三、2023年安排",
            _TEXT,
        ],
        [
            (1, "一、2022年工作回顾"),
            (2, "（一）经济"),
            (2, "（二）城建"),
            (2, "（二）民生"),
            (2, "（五）安全"),
            (1, "三、2023年安排"),
        ],
    ),
    "a list inside an item of one in the same style": (
        [
            "一、计划执行情况的回顾",
            _TEXT,
            "二、今后五年的主要方针",
            _TEXT,
            "一、确定适度的增长率。",
            _TEXT,
            "二、规定恰当的投资规模。",
            _TEXT,
            "三、发展科学和教育。",
            _TEXT,
            "三、经济体制改革的深化",
            _TEXT,
            "四、对外政策",
            _TEXT,
        ],
        [
            (1, "一、计划执行情况的回顾"),
            (1, "二、今后五年的主要方针"),
            (2, "一、确定适度的增长率"),
            (2, "二、规定恰当的投资规模"),
            (2, "三、发展科学和教育"),
            (1, "三、经济体制改革的深化"),
            (1, "四、对外政策"),
        ],
    ),
    "a heading over two lines": (
        [
            "一、2022年工作回顾",
            _TEXT,
            "（一）坚持稳中求进工作总基调，推动全市经济",
            "高质量发展取得新成效",
            _TEXT,
            "（二）改善民生",
            _TEXT,
        ],
        [
            (1, "一、2022年工作回顾"),
            (2, "（一）坚持稳中求进工作总基调，推动全市经济高质量发展取得新成效"),
            (2, "（二）改善民生"),
        ],
    ),
    "headings with a colon": (
        ["2022年工作回顾：", _TEXT, "（一）抓好项目：", _TEXT, "2023年主要预期目标是：", _TEXT],
        [(1, "2022年工作回顾"), (2, "（一）抓好项目")],
    ),
    "paragraphs that say before a colon what they are about": (
        ["2022年工作回顾", "产业发展：" + _TEXT, "城市建设：" + _TEXT, "社会事业：" + _TEXT],
        [(1, "2022年工作回顾"), (2, "产业发展"), (2, "城市建设"), (2, "社会事业")],
    ),
    "sentences alone above their text": (
        [
            "一、五年工作回顾",
            "这五年，我们坚持发展第一要务，经济实力迈上新台阶。",
            _TEXT + _TEXT,
            "这五年，我们坚持改革创新驱动，发展活力实现新跃升。",
            _TEXT + _TEXT,
            "这五年，我们坚持人民至上理念，民生福祉得到新改善。",
            _TEXT + _TEXT,
        ],
        [
            (1, "一、五年工作回顾"),
            (2, "这五年，我们坚持发展第一要务，经济实力迈上新台阶"),
            (2, "这五年，我们坚持改革创新驱动，发展活力实现新跃升"),
            (2, "这五年，我们坚持人民至上理念，民生福祉得到新改善"),
        ],
    ),
    "leads in a row with the same word": (
        [
            "一、五年工作回顾",
            _TEXT,
            _TEXT,
            _TEXT,
            _TEXT,
            "必须抓住经济建设这个中心。" + _TEXT,
            "必须保持安定团结的局面。" + _TEXT,
            "必须发扬求真务实的作风。" + _TEXT,
        ],
        [
            (1, "一、五年工作回顾"),
            (2, "必须抓住经济建设这个中心"),
            (2, "必须保持安定团结的局面"),
            (2, "必须发扬求真务实的作风"),
        ],
    ),
    "what is appended": (
        [
            "一、2022年工作回顾",
            _TEXT,
            "二、2023年工作安排",
            _TEXT,
            "附件1",
            "2023年十件民生实事",
            _TEXT,
            "一、提高救助保障水平。",
            _TEXT,
            "二、新建改建学校。",
            _TEXT,
        ],
        [
            (1, "一、2022年工作回顾"),
            (1, "二、2023年工作安排"),
            (1, "2023年十件民生实事"),
            (2, "一、提高救助保障水平"),
            (2, "二、新建改建学校"),
        ],
    ),
    "a part between spans of time that comes after their parts": (
        [
            "2022年工作回顾",
            _TEXT,
            "一是经济平稳运行。" + _TEXT,
            "二是民生持续改善。" + _TEXT,
            "阔步迈上新征程",
            _TEXT,
            "2023年主要工作",
            _TEXT,
        ],
        [
            (1, "2022年工作回顾"),
            (2, "一是经济平稳运行"),
            (2, "二是民生持续改善"),
            (1, "阔步迈上新征程"),
            (1, "2023年主要工作"),
        ],
    ),
    "a further report in the same file": (
        [
            "一、2022年工作回顾",
            _TEXT,
            "青川市中级人民法院工作报告",
            "青川市中级人民法院院长 王小明",
            "各位代表：",
            _TEXT,
            "一、2022年主要工作",
            _TEXT,
        ],
        [(1, "一、2022年工作回顾"), (0, "青川市中级人民法院工作报告"), (1, "一、2022年主要工作")],
    ),
    "traditional characters": (
        ["一、2022年工作回顧", _TEXT, "（一）經濟發展", _TEXT, "二、2023年主要任務", _TEXT],
        [(1, "一、2022年工作回顧"), (2, "（一）經濟發展"), (1, "二、2023年主要任務")],
    ),
    "one-sentence paragraphs": (
        ["把牢政治方向", "毫不动摇坚持党的领导，把各项要求落到实处。", "认真学习宣传党的二十大精神。"],
        [(1, "把牢政治方向")],
    ),
    "glossary entries": (
        ["一、2022年工作回顾", _TEXT, "1.“两高”：高耗能、高排放。", "2.双招双引：指招商引资、招才引智。"],
        [(1, "一、2022年工作回顾")],
    ),
}


@pytest.mark.parametrize(("lines", "expected"), _CASES.values(), ids=_CASES.keys())
def test_headings_of_a_report(lines: list[str], expected: list[tuple[int, str]]) -> None:
    found = _outline(*_HEAD, "各位代表：", "现在，我向大会报告工作，请予审议。", *lines)
    assert found == [(0, _HEAD[0]), *expected]


_TITLE_CASES: dict[str, tuple[list[str], list[str]]] = {
    "speaker's line": ([*_HEAD, "市人大常委会主任 李小明", "各位代表：", _TEXT], [_HEAD[0]]),
    "speaker under the title": (
        ["政府工作报告", "青川市市长 李小明", _HEAD[1], "各位代表：", _TEXT],
        ["政府工作报告"],
    ),
    "web page title and the report's own": (
        ["2023年青川市政府工作报告", "政 府 工 作 报 告", _HEAD[1], "各位代表：", _TEXT],
        ["2023年青川市政府工作报告", "政府工作报告"],
    ),
    "place above the body": (
        ["青川市东山区", "人民代表大会常务委员会工作报告", _HEAD[1], "各位代表：", _TEXT],
        ["青川市东山区人民代表大会常务委员会工作报告"],
    ),
    "a name alone under the title": (
        ["政府工作报告", _HEAD[1], "李小明", "各位代表：", _TEXT],
        ["政府工作报告"],
    ),
    "a name alone and no salutation": (["政府工作报告", _HEAD[1], "李小明", _TEXT], ["政府工作报告"]),
    "a masked place": (
        ["××镇人大主席团工作报告", "——2016年1月12日", "×××", "各位代表：", _TEXT],
        ["××镇人大主席团工作报告"],
    ),
    "body above the kind of report": (
        ["青川市人民代表大会常务委员会", "工 作 报 告", _HEAD[1], "李小明", "各位代表：", _TEXT],
        ["青川市人民代表大会常务委员会工作报告"],
    ),
    "occasion in two lines": (
        ["2023年2月1日在青川市第六届", "人民代表大会第二次会议上", "青川市市长 李小明", "各位代表：", _TEXT],
        [],
    ),
    "title and occasion in one line": (
        ["青川市政府工作报告——2023年2月1日在青川市第六届人民代表大会上", "各位代表：", _TEXT],
        ["青川市政府工作报告"],
    ),
    "headline over a subtitle": (
        ["围绕中心履职 依法监督有为", "——青川市人大常委会工作报告导读", _TEXT],
        ["围绕中心履职 依法监督有为"],
    ),
    "no title": (["各位代表：", _TEXT], []),
}


@pytest.mark.parametrize(("lines", "expected"), _TITLE_CASES.values(), ids=_TITLE_CASES.keys())
def test_titles(lines: list[str], expected: list[str]) -> None:
    assert _outline(*lines) == [(0, title) for title in expected]


def test_the_heading_span_is_the_heading_without_its_stop() -> None:
    text = "\n".join(["一、加强监督", "一是聚焦民生持续监督。" + _TEXT, "二是聚焦财政精准监督。" + _TEXT])
    doc = _document(text)
    assert [s.heading.of(text) for s in headings(outline(doc)) if s.heading] == [
        "一、加强监督",
        "一是聚焦民生持续监督",
        "二是聚焦财政精准监督",
    ]


def _deepest(root: Section, text: str, words: str) -> str:
    return root.path_to(text.index(words))[-1].title


def test_a_turn_to_the_house_ends_the_subsections() -> None:
    turn = "各位代表！成绩来之不易，在此表示衷心的感谢！"
    lines = ["一、2022年工作回顾", _TEXT, "（一）加强监督", _TEXT, turn, _TEXT, "二、2023年工作安排", _TEXT]
    text = "\n".join([*_HEAD, *lines])
    root = outline(_document(text))
    assert _deepest(root, text, "各位代表！成绩") == "一、2022年工作回顾"
    assert _deepest(root, text, "（一）") == "（一）加强监督"


def test_text_before_the_first_heading_has_a_section_without_heading() -> None:
    text = "\n".join(["各位代表：", _TEXT, "一、2022年工作回顾", _TEXT])
    opening, review = outline(_document(text)).children
    assert opening.heading is None
    assert opening.span == Span(0, text.index("一、"))
    assert review.span == Span(text.index("一、"), len(text))


@pytest.mark.parametrize(
    "unit",
    [
        "政" + "?" * 38 + "府??",
        "一、",
        "“",
        "主任",
        "加强监督\n一、要点\n",
        "推进",
        "一、坚持稳中求进，推动全市经济发展\n再上台阶\n",
        "附件1\n实事\n",
        "今年来，工作好。\n",
    ],
    ids=[
        "lost characters",
        "marks",
        "quotation marks",
        "offices",
        "headings",
        "one line",
        "broken headings",
        "annexes",
        "leads",
    ],
)
def test_hostile_text_takes_work_in_step_with_its_length(unit: str) -> None:
    def work(times: int) -> int:
        doc = _document("一、" + unit * times)
        assert doc.body.text
        return calls(lambda: outline(doc))

    assert work(2000) < 3 * work(1000)


def test_the_bracketed_line_of_the_occasion_is_no_heading() -> None:
    occasion = "（2023年2月1日在青川市第六届人民代表大会第二次会议上）"
    found = _outline(_HEAD[0], occasion, _TEXT, "一、工作回顾", _TEXT)
    assert found == [(0, _HEAD[0]), (1, "一、工作回顾")]


@pytest.mark.parametrize("text", ["。", "没有标题的一段话。", "\n\n", " "])
def test_a_text_without_headings_is_a_root_alone(text: str) -> None:
    root = outline(_document(text))
    assert headings(root) == []
    assert root.span.end <= len(text)
