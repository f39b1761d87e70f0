"""Where sections begin and end, and which stand inside which."""

import pytest
from outline_builder import HEAD, TEXT, document
from work import calls

from summarizer.outline import Section, headings, outline
from summarizer.reading import Span


def test_the_heading_span_is_the_heading_without_its_stop() -> None:
    text = "\n".join(["一、加强监督", "一是聚焦民生持续监督。" + TEXT, "二是聚焦财政精准监督。" + TEXT])
    doc = document(text)
    assert [s.heading.of(text) for s in headings(outline(doc)) if s.heading] == [
        "一、加强监督",
        "一是聚焦民生持续监督",
        "二是聚焦财政精准监督",
    ]


def _deepest(root: Section, text: str, words: str) -> str:
    return root.path_to(text.index(words))[-1].title


def test_a_turn_to_the_house_ends_the_subsections() -> None:
    turn = "各位代表！成绩来之不易，在此表示衷心的感谢！"
    lines = ["一、2022年工作回顾", TEXT, "（一）加强监督", TEXT, turn, TEXT, "二、2023年工作安排", TEXT]
    text = "\n".join([*HEAD, *lines])
    root = outline(document(text))
    assert _deepest(root, text, "各位代表！成绩") == "一、2022年工作回顾"
    assert _deepest(root, text, "（一）") == "（一）加强监督"


def test_text_before_the_first_heading_has_a_section_without_heading() -> None:
    text = "\n".join(["各位代表：", TEXT, "一、2022年工作回顾", TEXT])
    opening, review = outline(document(text)).children
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
        doc = document("一、" + unit * times)
        assert doc.body.text
        return calls(lambda: outline(doc))

    assert work(2000) < 3 * work(1000)


@pytest.mark.parametrize("text", ["。", "没有标题的一段话。", "\n\n", " "])
def test_a_text_without_headings_is_a_root_alone(text: str) -> None:
    root = outline(document(text))
    assert headings(root) == []
    assert root.span.end <= len(text)
