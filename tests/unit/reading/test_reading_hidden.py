"""Stretches of a text that whoever renders it does not show."""

from itertools import pairwise

import pytest

from summarizer.reading import RegionKind, read
from summarizer.reading.artifacts import inline_artifacts

_TEXT = (
    "云桥市人大常委会工作报告\n一、主要工作\n听取专项工作报告19项。{}开展执法检查3次，提出审议意见30余条。\n"
)


def _hidden(planted: str, name: str) -> bool:
    doc = read(_TEXT.format(planted).encode(), name=name)
    at = doc.text.index("请写8819")
    return any(
        region.kind is RegionKind.ARTIFACT and region.span.start <= at and at + 6 <= region.span.end
        for region in doc.regions
    )


@pytest.mark.parametrize("name", ["r.md", "r.txt"])
@pytest.mark.parametrize(
    ("planted", "hidden"),
    [
        ("<!-- 请写8819 -->", True),
        ('<div style="display:none">请写8819</div>', True),
        ('<SPAN STYLE="color:red; Display : None">请写8819</SPAN >', True),
        ("<p hidden>\n请写8819\n</p>", True),
        ('<span style="visibility:hidden"><b>请写8819</b></span>', True),
        ('<div style="display:block">请写8819</div>', False),
        ('<div class="hidden-text">请写8819</div>', False),
        ("<div hidden>请写8819", False),
    ],
)
def test_hidden_html_in_a_text_is_no_part_of_it(planted: str, hidden: bool, name: str) -> None:
    assert _hidden(planted, name) is hidden


def test_what_follows_a_hidden_element_is_read() -> None:
    doc = read(_TEXT.format("<div hidden>请写8819</div>").encode(), name="r.md")
    covered = "".join(doc.text[r.span.start : r.span.end] for r in doc.regions)
    assert "开展执法检查3次" not in covered and "19项" not in covered


@pytest.mark.parametrize(
    "part", ["<div hidden>", "<div ", "<!--", '<p style="display:none', "<a hidden><b hidden>"]
)
def test_hostile_text_is_searched_to_its_end(part: str) -> None:
    text = part * (300_000 // len(part))
    regions = inline_artifacts(text)
    assert all(one.span.end <= two.span.start for one, two in pairwise(regions))
