"""The benchmark of copies pairs files with what they were made from; the shared ones keep their figures."""

import subprocess
import sys
from pathlib import Path

import pytest
from same_answer import LEAST, Pair, Score, figures_of, pairs_in, plain, score

BENCH = Path(__file__).parents[2] / "bench" / "same_answer.py"
REPORT = "云桥市人大常委会工作报告\n一、监督工作\n开展执法检查3次，听取专项工作报告19项，新建养老机构12个。\n"
TRADITIONAL = (
    "雲橋市人大常委會工作報告\n一、監督工作\n開展執法檢查3次，聽取專項工作報告19項，新建養老機構12個。\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(TRADITIONAL, encoding="utf-8")
    (tmp_path / "a.gb.txt").write_bytes(REPORT.encode("gb18030"))
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 broken")
    rows = "| `b.txt` | `a.txt` | traditional characters |\n| `a.gb.txt` | `a.txt` | same text as GB18030 |\n| `no.txt` | `a.txt` | gone |\n"
    (tmp_path / "INDEX.md").write_text(
        f"| copy | made from | how |\n| --- | --- | --- |\n{rows}", encoding="utf-8"
    )
    return tmp_path


def test_copies_are_found_by_the_index_and_by_their_names(folder: Path) -> None:
    pairs = [(p.kind, p.copy.name if p.copy else "", p.original.name) for p in pairs_in(folder)]
    assert pairs[:3] == [
        ("traditional", "b.txt", "a.txt"),
        ("encoding", "a.gb.txt", "a.txt"),
        ("pdf", "a.pdf", "a.txt"),
    ]
    assert set(pairs[3:]) == {("full width", "", name) for name in ("a.txt", "b.txt", "a.gb.txt")}


def test_a_copy_is_scored_by_the_figures_in_common(folder: Path) -> None:
    for pair in pairs_in(folder):
        found = score(pair)
        assert found.kept
        assert found.unread or (found.same, found.original, found.share) == (3, 3, 1.0)
    wrong = folder / "b.txt"
    wrong.write_text(TRADITIONAL.replace("19項", "18項"), encoding="utf-8")
    found = score(Pair("traditional", wrong, folder / "a.txt"))
    assert (found.same, round(found.share, 2), found.kept) == (2, 0.67, False)


def test_a_copy_that_is_not_read_is_shown_and_missed_by_none(folder: Path) -> None:
    run = subprocess.run(
        [sys.executable, str(BENCH), str(folder)], capture_output=True, encoding="utf-8", check=False
    )
    assert run.returncode == 0
    assert "a.pdf" in run.stdout
    assert "not read: " in run.stdout


def test_names_are_compared_in_simplified_characters() -> None:
    assert plain("ＧＤＰ與國內生產總值") == "GDP与国内生产总值"
    assert figures_of(REPORT.encode(), "r.txt") == figures_of(TRADITIONAL.encode(), "r.txt")


def test_a_share_below_the_bound_is_missed() -> None:
    pair = Pair("pdf", None, Path("a.txt"))
    assert not Score(pair, 100, 100, 96).kept
    assert Score(pair, 100, 100, 97).kept
    assert min(LEAST.values()) >= 0.97


@pytest.mark.shared
def test_every_shared_copy_keeps_its_figures(shared: Path) -> None:
    for pair in pairs_in(shared / "reports"):
        found = score(pair)
        assert found.kept, (pair, found.share)
