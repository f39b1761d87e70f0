"""Which figure a quote means."""

import pytest

from summarizer.pipeline import survey
from summarizer.reading import Span, read
from summarizer.verify import indicator_quoted

TEXT = """云桥市人民代表大会常务委员会工作报告
各位代表：
一、2023年主要工作
听取审议专项工作报告19项，开展执法检查3次，约谈3次。
二、做好代表工作
听取审议专项工作报告19项，办理建议***件。
"""
DOC = read(TEXT.encode(), name="r.txt")
FOUND = survey(DOC)
FIRST = Span(0, TEXT.index("二、"))
SECOND = Span(TEXT.index("二、"), len(TEXT))


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("开展执法检查3次", "3次"),
        ("开展 执法检查 3 次", "3次"),
        ("听取审议专项工作报告19项", "19项"),
    ],
)
def test_words_that_hold_one_figure_mean_it(quote: str, text: str) -> None:
    found = indicator_quoted(quote, FOUND, FIRST)
    assert found is not None
    assert found.mention.text == text
    assert found.span.end <= FIRST.end


def test_the_same_words_mean_the_figure_of_their_own_stretch() -> None:
    one = indicator_quoted("听取审议专项工作报告19项", FOUND, FIRST)
    other = indicator_quoted("听取审议专项工作报告19项", FOUND, SECOND)
    assert one is not None and other is not None
    assert one.id < other.id


def test_a_masked_figure_can_be_quoted() -> None:
    found = indicator_quoted("办理建议***件", FOUND, SECOND)
    assert found is not None and found.mention.masked


@pytest.mark.parametrize(
    "quote",
    [
        pytest.param("听取审议专项工作报告19项，开展执法检查3次", id="two-figures"),
        pytest.param("开展执法检查", id="no-figure"),
        pytest.param("开展执法检查4次", id="not-in-the-text"),
        pytest.param("办理建议***件", id="in-another-stretch"),
        pytest.param("听取审议专项工作报告1", id="half-a-figure"),
        pytest.param("", id="empty"),
    ],
)
def test_other_words_mean_none(quote: str) -> None:
    assert indicator_quoted(quote, FOUND, FIRST) is None


def test_words_that_stand_in_several_places_mean_none() -> None:
    assert indicator_quoted("听取审议专项工作报告19项", FOUND, Span(0, len(TEXT))) is None
