"""Names with a numeral in them: what the report says once for several figures stands for each of them."""

import pytest

from summarizer.digest import Digest, self_checked
from summarizer.pipeline import digest_report
from summarizer.reading import read

DOC = read(
    """云桥市人民政府工作报告
各位代表：
一、2024年主要工作
深入学习贯彻党的二十大精神。其中一、二、三产增加值分别增长3.5%、7%、5%。
""".encode(),
    name="r.txt",
)


def _named(name_zh: str) -> Digest:
    """The digest with another name for its second figure."""
    digest = digest_report(DOC)
    rows = [
        row.model_copy(update={"name_zh": name_zh}) if row.text == "7%" else row for row in digest.indicators
    ]
    return digest.model_copy(update={"indicators": rows})


def test_a_list_of_numerals_bears_out_each_of_its_names() -> None:
    digest = digest_report(DOC)
    assert "二产增加值增长" in [row.name_zh for row in digest.indicators]
    assert self_checked(digest).flagged == []


@pytest.mark.parametrize("name", ["十二大增加值增长", "十九大增加值增长"])
def test_another_numeral_is_not_borne_out(name: str) -> None:
    assert self_checked(_named(name)).flagged != []
