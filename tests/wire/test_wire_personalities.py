"""What the scripted models say. A test that trusts a personality rests on this."""

import json

import pytest

from summarizer.claims import draft_of
from summarizer.prompting import Draft
from wire.requests import TEXT, request
from wire.server import Seen, broken, figures_in, honest


def seen(text: str) -> Seen:
    messages = [{"role": message.role, "content": message.content} for message in request(text).messages]
    return Seen("/v1/chat/completions", {}, {"messages": messages})


def said(personality: object, text: str) -> Draft:
    body = json.loads(personality(seen(text)).body)  # type: ignore[operator]
    draft = draft_of(body["choices"][0]["message"]["content"], request(text))
    assert isinstance(draft, Draft)
    return draft


@pytest.mark.parametrize(
    ("clause", "value", "value_max", "qualifier", "name_zh"),
    [
        ("召开常委会会议12次", "12", None, "exact", "召开常委会会议"),
        ("听取报告30余项", "30", None, "over", "听取报告"),
        ("生产总值1.2万亿元", "1200000000000", None, "exact", "生产总值"),
        ("投资12.5亿元", "1250000000", None, "exact", "投资"),
        ("参加1.5万余人次", "15000", None, "over", "参加"),
        ("增长6.8%", "6.8", None, "exact", "增长"),
        ("占比百分之六十五", "65", None, "exact", "占比"),
        ("制定法规三件", "3", None, "exact", "制定法规"),
        ("办理建议一百二十件", "120", None, "exact", "办理建议"),
        ("召开会议2～3次", "2", "3", "range", "召开会议"),
        ("走访代表近5,000人", "5000", None, "nearly", "走访代表"),
        ("走访代表约２００人", "200", None, "about", "走访代表"),
        ("提高1.3个百分点", "1.3", None, "exact", "提高"),
        ("走访代表200人以上", "200", None, "over", "走访代表"),
        ("办理建议***件", None, None, "masked", "办理建议"),
        ("两项决定", "2", None, "exact", "项决定"),
    ],
)
def test_the_honest_one_reads_the_figure_before_each_marker(
    clause: str, value: str | None, value_max: str | None, qualifier: str, name_zh: str
) -> None:
    (figure,) = figures_in(seen(f"前文，{clause}[e1]。"))
    assert (figure.value, figure.value_max, figure.qualifier, figure.name_zh) == (
        value,
        value_max,
        qualifier,
        name_zh,
    )


def test_a_table_of_right_answers_comes_first() -> None:
    (figure,) = figures_in(seen("共计半数[e1]。"), right={"共计半数": ("1/2", None, "exact")})
    assert figure.value == "1/2"


def test_the_honest_one_cites_rightly_and_leaves_masks_alone() -> None:
    draft = said(honest(), TEXT)
    assert [(row.cite, row.value) for row in draft.rows] == [(11, "12"), (12, "30"), (13, None)]
    assert [sentence.cites for sentence in draft.sentences] == [(11,), (12,)]
    assert "over 30" in draft.sentences[1].text
    assert draft.rows[1].name_en == "special work report"
    assert draft.invalid_cites == 0


def test_the_broken_one_errs_in_every_way() -> None:
    text = "甲1次[e1]，乙2次[e2]，丙3余次[e3]，丁4次[e4]，戊***次[e5]。"
    digit, swap, qualifier, citation, masked = said(broken(), text).rows
    assert digit.value not in {None, "1"}
    assert swap.value == "3"
    assert (qualifier.value, qualifier.qualifier) == ("3", "exact")
    assert citation.cite is None
    assert masked.value == "42"
    assert said(broken(), text).invalid_cites == 2
