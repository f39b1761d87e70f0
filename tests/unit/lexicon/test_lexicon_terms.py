"""The termbase: its validator, its look-ups, its size."""

import pytest

from summarizer.errors import LexiconError
from summarizer.lexicon import PartOfSpeech, Term, TermBase, terms
from summarizer.lexicon.table import rows
from summarizer.lexicon.terms import COLUMNS, terms_in

HEADER = "\t".join(COLUMNS) + "\n"


def _base(*words: str) -> TermBase:
    return TermBase(Term(zh, f"<{zh}>", "", PartOfSpeech.NOUN, "test") for zh in words)


def _written(pieces: list[Term | str]) -> list[str]:
    return [piece if isinstance(piece, str) else f"[{piece.zh}]" for piece in pieces]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        pytest.param("\treport\t\tnoun\tcongress\t", "the column 'zh' is empty", id="no Chinese"),
        pytest.param(
            "report\treport\t\tnoun\tcongress\t", "has no Chinese character", id="Latin for Chinese"
        ),
        pytest.param("报告\t\t\tnoun\tcongress\t", "the column 'en' is empty", id="no English"),
        pytest.param("报告\t报告\t\tnoun\tcongress\t", "is not English", id="Chinese for English"),
        pytest.param(
            "报告\treport\treports，\tnoun\tcongress\t", "is not English", id="wide comma in the plural"
        ),
        pytest.param("报告\treport\t\tNoun\tcongress\t", "'Noun' is no pos", id="unknown part of speech"),
        pytest.param("报告\treport\t\tnoun\t\t", "'' is no domain", id="no domain"),
        pytest.param("大会\treport\t\tnoun\tcongress\t", "stands already in t.tsv line 2", id="doubled"),
    ],
)
def test_a_bad_row_is_refused_with_its_line(row: str, says: str) -> None:
    text = f"{HEADER}大会\tcongress\tcongresses\tnoun\tcongress\t\n{row}\n"
    with pytest.raises(LexiconError) as caught:
        terms_in(rows("t.tsv", text, COLUMNS))
    assert says in str(caught.value)
    assert caught.value.where == "t.tsv line 3"


def test_a_term_may_not_stand_in_two_files() -> None:
    row = "大会\tcongress\t\tnoun\tcongress\t\n"
    both = [*rows("a.tsv", HEADER + row, COLUMNS), *rows("b.tsv", HEADER + row, COLUMNS)]
    with pytest.raises(LexiconError, match=r"b\.tsv line 2: '大会' stands already in a\.tsv line 2"):
        terms_in(both)


def test_the_termbase_is_large_and_sound() -> None:
    assert len(terms()) >= 600
    assert terms().get("不在此表") is None


@pytest.mark.parametrize(
    ("words", "text", "pieces"),
    [
        pytest.param(("工作", "工作报告", "报告"), "工作报告", ["[工作报告]"], id="fewest pieces"),
        pytest.param(
            ("甲乙丙", "甲乙", "丙丁"), "甲乙丙丁", ["[甲乙]", "[丙丁]"], id="fewest uncovered beats longest"
        ),
        pytest.param(
            ("报告",), "听取报告三次", ["听取", "[报告]", "三次"], id="uncovered stretches stay whole"
        ),
        pytest.param(("甲乙", "乙丙"), "甲乙丙", ["甲", "[乙丙]"], id="on a tie uncovered first"),
        pytest.param(
            ("甲", "甲乙", "乙丙", "丙"), "甲乙丙", ["[甲乙]", "[丙]"], id="then the longest first term"
        ),
        pytest.param((), "报告", ["报告"], id="no terms"),
        pytest.param(("报告",), "", [], id="no text"),
    ],
)
def test_segments(words: tuple[str, ...], text: str, pieces: list[str]) -> None:
    assert _written(_base(*words).segment(text)) == pieces


def test_occurring_takes_the_longest_from_the_left_once_and_in_order() -> None:
    base = _base("工作", "工作报告", "报告", "大会")
    assert [term.zh for term in base.occurring("大会听取工作报告，报告工作。大会")] == [
        "大会",
        "工作报告",
        "报告",
        "工作",
    ]
