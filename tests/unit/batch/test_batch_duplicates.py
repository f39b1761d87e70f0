"""One report in several files, and reports that have most of their sentences in common."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest

from summarizer.batch.duplicates import Relation, relations
from summarizer.batch.fingerprint import SIZE, figure_marks, likeness, numbers_in, sentence_sketch
from summarizer.batch.origin import Origin
from summarizer.batch.state import Input, State
from summarizer.batch.work import facts_of
from summarizer.errors import UsageError
from summarizer.pipeline import digest_report
from summarizer.reading import Document, read

SENTENCES = [f"第{n}项工作取得新的进展成效明显，共办理群众反映的事项{n}{n % 7}件" for n in range(60)]
HEAD = "枫桥市人民代表大会常务委员会工作报告\n——2024年1月10日在枫桥市第六届人民代表大会第三次会议上\n\n一、2023年的主要工作\n"


def document(sentences: Sequence[str], head: str = HEAD) -> Document:
    return read((head + "。\n".join(sentences) + "。\n").encode("utf-8"), name="r.txt")


def fingerprint(number: int, doc: Document) -> tuple[Input, bytes, bytes]:
    digest = digest_report(doc)
    found = Input(
        number, f"id-{number}", Origin(""), "", f"p{number}", "", State.DONE, "", 1, facts_of(digest)
    )
    return found, sentence_sketch(doc), figure_marks(digest)


def related(*docs: Document) -> list[Relation]:
    return list(relations(fingerprint(number, doc) for number, doc in enumerate(docs, start=1)))


@pytest.mark.parametrize(("common", "of"), [(0, 60), (30, 60), (45, 60), (60, 60)])
def test_the_share_of_common_sentences_is_estimated(common: int, of: int) -> None:
    other = [*SENTENCES[:common], *(f"别处的第{n}句话说的是完全不同的事情" for n in range(of - common))]
    sketches = [numbers_in(sentence_sketch(document(s, head=""))) for s in (SENTENCES, other)]
    assert likeness(*sketches) == pytest.approx(common / (2 * of - common), abs=0.01)


def test_a_sketch_has_a_fixed_size_and_no_report_is_like_nothing() -> None:
    long = document([f"这是第{n}句不同的话并且足够长" for n in range(2_000)], head="")
    assert len(numbers_in(sentence_sketch(long))) == SIZE
    assert likeness((), ()) == 0.0


def test_the_same_report_in_another_wrapping_is_the_same_report() -> None:
    one = document(SENTENCES)
    other = document(SENTENCES, head=f"来源：枫桥人大网　浏览次数：183\n{HEAD}")
    first, second = related(one, other)
    assert (first.same_as, second.same_as) == ("", "id-1")


def test_another_year_or_body_with_the_same_words_is_no_repetition() -> None:
    later = document(SENTENCES, head=HEAD.replace("2024", "2025").replace("2023", "2024"))
    elsewhere = document(SENTENCES, head=HEAD.replace("枫桥", "云桥"))
    found = related(document(SENTENCES), later, elsewhere)
    assert [one.same_as for one in found] == ["", "", ""]
    assert [one.similar_to for one in found] == ["", "id-1", "id-1"]
    assert all(one.similarity > 0.9 for one in found[1:])


def test_the_same_body_and_year_with_other_figures_is_no_repetition() -> None:
    others = [s.replace("件", "8件") for s in SENTENCES]
    assert [one.same_as for one in related(document(SENTENCES), document(others))] == ["", ""]


def test_reports_that_share_a_form_of_speech_are_not_alike() -> None:
    forms = SENTENCES[:5]
    docs = [
        document(
            [*forms, *(f"{n}号报告的第{k}句话与其他报告都不相同" for k in range(55))],
            head=HEAD.replace("枫桥", f"枫{n}"),
        )
        for n in range(3)
    ]
    assert [one.similar_to for one in related(*docs)] == ["", "", ""]


def test_the_most_alike_of_the_earlier_is_told() -> None:
    half = [*SENTENCES[:48], *(f"别处的第{n}句话说的是完全不同的事情" for n in range(12))]
    most = [*SENTENCES[:57], *(f"再别处的第{n}句话说的是不同的事情" for n in range(3))]
    heads = [HEAD.replace("枫桥", place) for place in ("云桥", "青山", "石河")]
    found = related(document(half, heads[0]), document(most, heads[1]), document(SENTENCES, heads[2]))
    assert found[2].similar_to == "id-2"


def test_a_temporary_folder_without_room_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def small(name: str) -> sqlite3.Connection:
        db = connect(name)
        db.execute("PRAGMA max_page_count = 3")
        return db

    connect = sqlite3.connect
    monkeypatch.setattr("summarizer.batch.duplicates.sqlite3.connect", small)
    monkeypatch.setenv("SQLITE_TMPDIR", str(tmp_path))
    with pytest.raises(UsageError, match="database or disk is full") as caught:
        related(document(SENTENCES))
    assert caught.value.where == str(tmp_path)
