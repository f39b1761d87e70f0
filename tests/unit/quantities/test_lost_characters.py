"""Characters that a damaged file has lost: a figure that may be more or less than what is left of it has no value."""

import pytest

from summarizer.pipeline import survey
from summarizer.reading import read


@pytest.mark.parametrize(
    ("clause", "text", "value"),
    [
        pytest.param("完成投资12\ufffd5万元", "12\ufffd5万元", None, id="inside"),
        pytest.param("完成投资\ufffd5万元", "5万元", None, id="before"),
        pytest.param("完成投资5\ufffd元", "5\ufffd元", None, id="where scale or unit should be"),
        pytest.param("完成投资5万\ufffd", "5万", None, id="scale without its unit"),
        pytest.param("完成投资三\ufffd亿元", "三\ufffd亿元", None, id="in Chinese numerals"),
        pytest.param("完成投资12??5万元", "12??5万元", None, id="converter's question marks inside"),
        pytest.param("完成投资??5万元", "5万元", "50000", id="question marks for blanks"),
        pytest.param("完成投\ufffd5万元", "5万元", None, id="a whole word lost before"),
        pytest.param("完成投资5万元\ufffd", "5万元", "50000", id="behind the unit"),
        pytest.param("完成\ufffd资5万元", "5万元", "50000", id="in another word"),
    ],
)
def test_a_figure_beside_a_lost_character(clause: str, text: str, value: str | None) -> None:
    doc = read(f"青河市政府工作报告\n一年来，我们{clause}，听取报告3项。\n".encode(), name="r.txt")
    first, second = survey(doc).indicators
    assert first.mention.text == text
    assert first.mention.unreadable is (value is None)
    assert (None if first.mention.value is None else str(first.mention.value)) == value
    assert str(second.mention.value) == "3"
