"""A run's directory: what it takes away, and what it leaves alone."""

from dataclasses import replace
from pathlib import Path

from summarizer.batch import LocalPool, Recipe, Run, Share
from summarizer.batch.state import Made, State
from summarizer.config import Settings

REPORT = "云桥市人民代表大会常务委员会工作报告\n\n一年来，制定地方性法规3部，开展立法调研30余次。\n"


def test_outputs_of_a_report_that_has_changed_go_and_nothing_outside_the_run_whatever_its_state_names(
    tmp_path: Path,
) -> None:
    report, others = tmp_path / "report.txt", tmp_path / "others.txt"
    report.write_text(REPORT, encoding="utf-8")
    others.write_text("somebody else's", encoding="utf-8")
    with Run.at(tmp_path / "run", Recipe()) as run:
        run.find(["report.txt"], tmp_path, notify=lambda count: None)
        run.work(Settings(), Share(jobs=1), LocalPool, progress=lambda tally, done, spent: None)
        (found,) = run.store.inputs()
        own = [run.folder / path for path in found.files]
        assert len(own) == 2 and all(path.is_file() for path in own)
        named = {**found.files, "../others.txt": "1", "digests/../../others.txt": "1", str(others): "1"}
        run.store.settle(replace(Made(found.number, found.id, State.DONE), files=named))
        report.write_text(REPORT.replace("3部", "4部"), encoding="utf-8")
        run.find(["report.txt"], tmp_path, notify=lambda count: None)
        assert not any(path.exists() for path in own)
    assert others.read_text(encoding="utf-8") == "somebody else's"
