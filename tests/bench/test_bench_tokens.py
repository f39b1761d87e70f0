"""The benches of tokens and models: what they count, and when they fail."""

from pathlib import Path

import model
import pytest
import tokens
from wire.answers import Personality
from wire.personalities import honest, markers_ignored
from wire.runs import EXAMPLES, example, in_process

from summarizer.prompting import AnchorForm

SMALL = "云桥市人大常委会工作报告\n一、监督工作\n听取专项工作报告19项，开展执法检查3次，办理代表建议120件。\n"


def folder(tmp_path: Path, text: str = SMALL) -> list[str]:
    (tmp_path / "r.txt").write_text(text, encoding="utf-8")
    return ["--reports", str(tmp_path)]


def test_a_report_within_its_limits_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tokens.main(folder(tmp_path)) == 0
    said = capsys.readouterr().out
    assert "fixed part of a section request" in said
    assert "at most 1,500" in said
    assert said.endswith("every limit is kept\n")


def test_a_limit_that_is_passed_is_named_and_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tokens, "FIXED", 100)
    assert tokens.main(folder(tmp_path)) == 1
    line = next(line for line in capsys.readouterr().out.splitlines() if "fixed part" in line)
    assert line.endswith("at most 100   PASSED")


def test_a_folder_without_reports_fails(tmp_path: Path) -> None:
    assert tokens.main(["--reports", str(tmp_path)]) == 1


@pytest.mark.parametrize("most", [True, False])
def test_a_limit_itself_is_kept(most: bool) -> None:
    assert tokens.Line("x", 3, 3, most).holds
    assert tokens.Line("x", 4, 3, most).holds is not most


@pytest.mark.parametrize(
    ("personality", "fell_back"),
    [(honest(), [0, 0, 0]), (markers_ignored("quote"), [2, 1, 0])],
    ids=["honest", "quotes-only"],
)
def test_a_model_is_scored_in_each_form(personality: Personality, fell_back: list[int]) -> None:
    found = model.results("scripted:x", in_process(personality), [example(EXAMPLES[0])], known=True)
    assert [result.form for result in found] == list(AnchorForm)
    anchors = [result.digests[0].engine.anchors for result in found]
    assert [one.fell_back for one in anchors if one] == fell_back
    assert all("%" in str(result) for result in found)


def test_a_scripted_model_is_scored_without_a_network(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert model.main(["--scripted", "honest", *folder(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[2:]] == ["inline", "list", "quote"]
    assert all("3/3 100%" in line for line in lines[2:])


def test_a_model_that_cannot_be_asked_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert model.main(["--model", "openai:x", *folder(tmp_path)]) == 2
    assert "OPENAI_API_KEY" in capsys.readouterr().err


def test_what_was_recorded_is_scored_again_without_asking(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = str(tmp_path / "kept")
    assert model.main(["--scripted", "careless", "--record", kept, *folder(tmp_path)]) == 0
    asked = capsys.readouterr().out
    assert model.main(["--scripted", "careless", "--replay", kept, *folder(tmp_path)]) == 0
    again = capsys.readouterr().out
    assert [line.split()[:6] for line in again.splitlines()] == [
        line.split()[:6] for line in asked.splitlines()
    ]
