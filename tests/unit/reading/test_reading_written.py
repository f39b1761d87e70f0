"""Words of the simplified text in the characters of the report."""

import pytest
from work import calls

from summarizer.reading import read

_DOC = read(
    (
        "雲橋縣人民代表大會常務委員會工作報告\n聽取專項工作報告１９項，後來皇后鎮開展執法檢查５次。\n" * 40
    ).encode(),
    name="r.txt",
)


@pytest.mark.parametrize(
    ("words", "own"),
    [
        ("听取专项工作报告19项", "聽取專項工作報告１９項"),
        ("开展执法检查5次，听取专项工作报告", "開展執法檢查５次，聽取專項工作報告"),
        ("后来", "後來"),
        ("皇后镇", "皇后鎮"),
        ("犇听取犇工作报告犇", "犇聽取犇工作報告犇"),
        ("It heard 专项工作报告 of the 县.", "It heard 專項工作報告 of the 縣."),
        ("犇", "犇"),
        ("", ""),
    ],
)
def test_words_are_put_together_from_the_longest_pieces_beside(words: str, own: str) -> None:
    assert _DOC.written(words, near=60) == own


@pytest.mark.parametrize("unit", ["犇羴猋", "听取", "听取犇", _DOC.plain.text[:60]], ids=len)
def test_words_are_written_with_work_in_step_with_their_length(unit: str) -> None:
    assert calls(lambda: _DOC.written(unit * 200)) < 3 * calls(lambda: _DOC.written(unit * 100))
