"""The benchmark of English names counts a missing name as nothing and a Chinese one as residue."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from english import Score, likeness, named, of_annotated, of_report, reported

BENCH = Path(__file__).parents[2] / "bench" / "english.py"
REPORT = "云桥市人大常委会工作报告\n一、监督工作\n开展执法检查3次，听取专项工作报告19项，魑魅魍魉7个。\n"


def gold(text: str, value: str, name_en: str, kind: str = "indicator") -> dict[str, object]:
    start = REPORT.index(text)
    return {
        "start": start,
        "end": start + len(text),
        "kind": kind,
        "value": value,
        "value_max": None,
        "name_en": name_en,
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "made.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "gold" / "made").mkdir(parents=True)
    rows = [
        gold("3次", "3", "law enforcement inspections conducted"),
        gold("19项", "19", "reports heard"),
        gold("7个", "7", "goblins"),
        gold("云桥", "1", "", kind="name"),
    ]
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (tmp_path / "gold" / "made" / "mentions.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "wanted", "expected"),
    [
        ("Studies conducted", "study conducted", 1.0),
        ("special work reports heard", "reports heard", 2 * 2 / 6),
        ("… enterprises", "enterprise", 1.0),
        ("", "enterprises", 0.0),
    ],
)
def test_likeness(name: str, wanted: str, expected: float) -> None:
    assert likeness(name, wanted) == pytest.approx(expected)


def test_an_annotated_report(folder: Path) -> None:
    score = of_annotated(folder / "gold" / "made", folder / "reports" / "made.txt")
    assert list(score.likeness) == pytest.approx([1.0, 2 * 2 / 6, 0.0])
    assert (score.chinese, score.names) == (1, 3)


def test_only_the_annotated_stretch_is_scored(folder: Path) -> None:
    end = REPORT.index("魑魅")
    (folder / "gold" / "made" / "coverage.json").write_text(json.dumps({"start": 0, "end": end}))
    assert of_annotated(folder / "gold" / "made", folder / "reports" / "made.txt").residue == 0


def test_a_file_that_cannot_be_read_is_said_and_left_out(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = folder / "reports" / "broken.txt"
    broken.write_bytes(b"%PDF-1.7 broken")
    assert of_report(broken, folder / "reports") is None
    assert "broken.txt" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("likeness", "chinese", "kept"), [((0.7,), 0, True), ((0.5,), 0, False), ((0.7,), 10, False)]
)
def test_both_promises_decide(likeness: tuple[float, ...], chinese: int, kept: bool) -> None:
    assert reported([Score("r", likeness, chinese, 100)], [])[1] is kept


def test_without_annotated_reports_a_line_says_so(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, str(BENCH), str(tmp_path / "none")],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert "skipped" in run.stdout


@pytest.mark.shared
def test_the_promises_are_kept_on_real_reports(shared: Path) -> None:
    run = subprocess.run(
        [sys.executable, str(BENCH), str(shared / "gold")], capture_output=True, encoding="utf-8"
    )
    assert run.returncode == 0, run.stdout
    assert named(shared / "reports" / "000_bcae9b10345a8bd3.txt")
