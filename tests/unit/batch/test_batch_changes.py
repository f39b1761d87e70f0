"""Runs whose reports and directories change between one part and the next: nothing vanishes, nothing told is stale."""

import os
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from summarizer.batch import Part, Recipe, Run, Share, State
from summarizer.batch.origin import origin_bytes
from summarizer.batch.state import Input, Made
from summarizer.batch.work import Outputs, attempted
from summarizer.batch.worklist import Worklist
from summarizer.config import Settings
from summarizer.errors import InputError, UsageError

REPORT = """{place}市人民代表大会常务委员会工作报告
——2024年1月10日在{place}市第六届人民代表大会第三次会议上

各位代表：
一、2023年的主要工作
制定地方性法规{n}部，开展立法调研30余次。听取和审议专项工作报告12项，办理代表建议146件。
"""
Spoil = Callable[[Outputs], Outputs]


class Here:
    """Works in this process; `spoil` makes something else of what became of an input."""

    notes: Sequence[str] = ()

    def __init__(self, part: Part, *, spoil: Spoil = lambda outputs: outputs, stopped_by: str = "") -> None:
        self._part, self._spoil, self.stopped_by = part, spoil, stopped_by

    def results(self, work: Worklist) -> Iterator[Outputs]:
        recipe, settings = self._part.recipe, self._part.settings
        for task in map(work.take_up, range(len(work))):
            read = partial(origin_bytes, task.origin, shown=task.shown, limit=10**7)
            yield self._spoil(attempted(task, read, recipe=recipe, settings=settings, ask_for=None))


def partly(outputs: Outputs) -> Outputs:
    return replace(outputs, made=replace(outputs.made, state=State.PARTIAL, reason="1 section failed"))


def failing(outputs: Outputs) -> Outputs:
    return Outputs(Made(outputs.made.number, outputs.made.id, State.FAILED, "unlucky"))


def report(path: Path, n: int, place: str = "云桥") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(REPORT.format(n=n, place=place), encoding="utf-8")


def batch(
    folder: Path,
    *paths: str,
    base: Path | None = None,
    share: Share | None = None,
    spoil: Spoil = lambda outputs: outputs,
    stopped_by: str = "",
    work: bool = True,
) -> dict[str, Input]:
    """The inputs after one part of the run, by what they are called."""
    with Run.at(folder, Recipe()) as run:
        if paths:
            run.find(paths, base or folder.parent, notify=lambda count: None)
        if work:
            run.work(
                Settings(),
                share or Share(),
                lambda part: Here(part, spoil=spoil, stopped_by=stopped_by),
                progress=lambda tally, done, spent: None,
            )
        return {found.shown: found for found in run.store.inputs()}


def states(inputs: dict[str, Input]) -> dict[str, str]:
    return {shown: found.state.value for shown, found in inputs.items()}


def outputs(folder: Path) -> Sequence[str]:
    return sorted(
        path.relative_to(folder).as_posix()
        for part in ("digests", "briefs")
        for path in (folder / part).iterdir()
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for n, name in enumerate("ab", start=3):
        report(tmp_path / f"{name}.txt", n, place=f"{'云青'[n - 3]}桥")
    return tmp_path / "run"


# ---- content


def test_files_that_swap_their_content_are_both_digested(folder: Path) -> None:
    before = batch(folder, "a.txt", "b.txt")
    base = folder.parent
    (base / "a.txt").rename(base / "x")
    (base / "b.txt").rename(base / "a.txt")
    (base / "x").rename(base / "b.txt")
    after = batch(folder, "a.txt", "b.txt")
    assert states(after) == {"a.txt": "done", "b.txt": "done"}
    assert after["a.txt"].sha256 == before["b.txt"].sha256
    assert outputs(folder) == sorted(path for found in after.values() for path in found.files)


def test_a_copy_is_digested_when_what_it_repeated_has_changed(folder: Path) -> None:
    (folder.parent / "z.txt").write_bytes((folder.parent / "a.txt").read_bytes())
    before = batch(folder, "a.txt", "z.txt")
    assert (states(before)["z.txt"], before["z.txt"].same_as) == ("duplicate", before["a.txt"].id)
    report(folder.parent / "a.txt", 9, place="石桥")
    after = batch(folder, "a.txt", "z.txt")
    assert states(after) == {"a.txt": "done", "z.txt": "done"}
    assert after["z.txt"].same_as == ""


def test_a_file_that_takes_over_the_content_of_another_leaves_it_its_digest_until_it_has_one(
    folder: Path,
) -> None:
    batch(folder, "a.txt", "b.txt")
    (folder.parent / "a.txt").write_bytes((folder.parent / "b.txt").read_bytes())
    found = batch(folder, "a.txt", "b.txt", work=False)
    assert states(found) == {"a.txt": "waiting", "b.txt": "done"}
    after = batch(folder)
    assert states(after) == {"a.txt": "done", "b.txt": "duplicate"}
    assert after["b.txt"].same_as == after["a.txt"].id
    assert outputs(folder) == sorted(after["a.txt"].files)


@pytest.mark.parametrize("copies", [1, 3])
def test_copies_of_a_file_that_failed_are_tried_themselves(folder: Path, copies: int) -> None:
    names = [f"z{n}.txt" for n in range(copies)]
    for name in names:
        (folder.parent / name).write_bytes((folder.parent / "a.txt").read_bytes())
    batch(folder, "a.txt", *names, work=False)
    (folder.parent / "a.txt").unlink()
    after = batch(folder)
    assert states(after) == {
        "a.txt": "failed",
        names[0]: "done",
        **dict.fromkeys(names[1:], "duplicate"),
    }
    assert {after[name].same_as for name in names[1:]} <= {after[names[0]].id}


def test_a_report_of_one_name_from_another_folder_is_another_report(folder: Path) -> None:
    report(folder.parent / "other" / "a.txt", 7, place="石桥")
    batch(folder, "a.txt", "b.txt")
    after = batch(folder, "a.txt", base=folder.parent / "other")
    in_full = str(folder.parent / "other" / "a.txt")
    assert states(after) == {"a.txt": "done", "b.txt": "done", in_full: "done"}
    again = batch(folder, "other/a.txt", "./b.txt", str(folder.parent / "a.txt"))
    assert again == after, "whatever way leads to it"


def test_a_run_that_is_moved_with_its_reports_goes_on_with_them(folder: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    for n, name in enumerate("cd", start=3):
        report(project / "reports" / f"{name}.txt", n, place=f"{'云青'[n - 3]}桥")
    before = batch(project / "run", "reports", share=Share(limit=1))
    project.rename(tmp_path / "moved")
    after = batch(tmp_path / "moved" / "run")
    assert states(after) == {"reports/c.txt": "done", "reports/d.txt": "done"}
    again = batch(tmp_path / "moved" / "run", "reports")
    assert list(again) == list(before) and {one.attempts for one in again.values()} == {1}


# ---- what was there before


def test_a_limit_that_is_reached_costs_no_digest_that_is_there(folder: Path) -> None:
    before = batch(folder, "a.txt", "b.txt", spoil=partly)
    retry = Share(retry_failed=True)
    kept = outputs(folder)
    written = {path: (folder / path).read_bytes() for path in kept}

    def emptied(outputs: Outputs) -> Outputs:
        return partly(replace(outputs, files=dict.fromkeys(outputs.files, b"less")))

    after = batch(folder, share=retry, spoil=emptied, stopped_by="the limit of 1 requests is reached")
    assert states(after) == states(before) == {"a.txt": "partial", "b.txt": "partial"}
    assert {path: (folder / path).read_bytes() for path in kept} == written
    one = batch(folder, share=Share(retry_failed=True, limit=1))
    assert states(one) == {"a.txt": "done", "b.txt": "partial"}
    assert states(batch(folder)) == {"a.txt": "done", "b.txt": "done"}, "goes on with what it began"


def test_a_partial_digest_outlives_a_retry_that_fails(folder: Path) -> None:
    before = batch(folder, "a.txt", spoil=partly)
    after = batch(folder, share=Share(retry_failed=True), spoil=failing)
    assert states(after) == {"a.txt": "partial"}
    assert outputs(folder) == sorted(before["a.txt"].files)


def test_nothing_is_left_of_a_digest_whose_report_has_failed(folder: Path) -> None:
    found = batch(folder, "a.txt")["a.txt"]
    for path in found.files:
        if path.startswith("digests"):
            (folder / path).unlink()
    (folder.parent / "a.txt").unlink()
    assert states(batch(folder)) == {"a.txt": "failed"}
    assert outputs(folder) == []
    assert (folder / "indicators.csv").read_text(encoding="utf-8-sig").count("\n") == 1


def test_a_briefing_that_is_gone_is_made_from_its_digest(folder: Path) -> None:
    found = batch(folder, "a.txt")["a.txt"]
    (brief,) = (folder / path for path in found.files if path.startswith("briefs"))
    text = brief.read_bytes()
    brief.unlink()
    (folder.parent / "a.txt").unlink()
    assert batch(folder)["a.txt"] == found
    assert brief.read_bytes() == text


def test_an_output_of_its_size_that_the_disk_has_lost_is_made_anew(folder: Path) -> None:
    found = batch(folder, "a.txt")["a.txt"]
    whole = {path: (folder / path).read_bytes() for path in found.files}
    for path, content in whole.items():
        (folder / path).write_bytes(bytes(len(content)))
    batch(folder)
    assert {path: (folder / path).read_bytes() for path in whole} == whole


# ---- what was named


def test_a_mistyped_path_is_told_and_not_remembered(folder: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        batch(folder, "a.txt", "tpyo.txt")
    assert batch(folder) == {}
    batch(folder, "a.txt", "b.txt", spoil=failing)
    (folder.parent / "b.txt").unlink()
    after = batch(folder, share=Share(retry_failed=True))
    assert states(after) == {"a.txt": "done", "b.txt": "failed"}


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_no_text_is_one_failed_input_however_it_was_named(folder: Path) -> None:
    name = os.fsdecode(b"bad\xff.txt")
    (folder.parent / name).write_bytes(b"x")
    for paths in ([name], ["bad*.txt"], ["."]):
        assert batch(folder, *paths)["bad\\xff.txt"].reason.startswith("the name of the file")
    with Run.at(folder) as run:
        assert [named["path"] for named in run.store.named()] == ["bad\\xff.txt", "bad*.txt", "."]


def test_a_search_that_was_cut_short_goes_on_without_what_is_gone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(self: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("summarizer.batch.intake.Intake.put", killed)
        with pytest.raises(KeyboardInterrupt):
            batch(folder, "a.txt", "b.txt")
    (folder.parent / "b.txt").unlink()
    with Run.at(folder) as run:
        assert run.find_again(notify=lambda count: None) == ["b.txt"]
        assert [found.shown for found in run.store.inputs()] == ["a.txt"]
        assert run.find_again(notify=lambda count: None) == []


def test_what_was_named_again_and_again_is_kept_once(folder: Path) -> None:
    for paths in (["a.txt"], ["a.txt", "b.txt"], ["b.txt", "a.txt"]):
        batch(folder, *paths, work=False)
    with Run.at(folder) as run:
        assert [named["path"] for named in run.store.named()] == ["a.txt", "b.txt"]


def test_a_folder_or_archive_that_can_be_read_by_now_is_no_failure_any_more(folder: Path) -> None:
    archive = folder.parent / "old.zip"
    archive.write_bytes(b"no archive")
    assert states(batch(folder, "old.zip")) == {"old.zip": "failed"}
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("a.txt", REPORT.format(n=3, place="云桥"))
    assert states(batch(folder, share=Share(retry_failed=True))) == {"old.zip!a.txt": "done"}


def test_runs_in_a_folder_are_no_reports_of_it(folder: Path) -> None:
    batch(folder.parent / "trial", "a.txt")
    found = batch(folder, ".")
    assert set(found) == {"a.txt", "b.txt"}
    with pytest.raises(InputError, match="no file fits"):
        batch(folder, "*/*.html")
    with pytest.raises(InputError, match="this is a run, no folder of reports"):
        batch(folder, "trial")
    assert set(batch(folder, "run", "a.txt")) == {"a.txt", "b.txt"}, "a shell names it too, for `*`"


def test_a_pipe_and_a_broken_link_cost_themselves_alone(folder: Path) -> None:
    os.mkfifo(folder.parent / "pipe.txt")
    (folder.parent / "broken.txt").symlink_to("nowhere")
    found = batch(folder, "*.txt")
    assert states(found) == {"a.txt": "done", "b.txt": "done", "broken.txt": "failed", "pipe.txt": "failed"}
    with pytest.raises(InputError, match="a pipe or a device"):
        batch(folder, "pipe.txt")
    (folder.parent / "a.txt").unlink()
    os.mkfifo(folder.parent / "a.txt")
    assert states(batch(folder, share=Share(retry_failed=True)))["pipe.txt"] == "failed"


# ---- the directory


def test_what_stands_in_the_way_of_the_runs_own_files_is_told(folder: Path) -> None:
    batch(folder, "a.txt")
    (folder / "run.json").unlink()
    (folder / "run.json").mkdir()
    with pytest.raises(UsageError, match="cannot be written: Is a directory") as caught:
        batch(folder, "a.txt")
    assert caught.value.where.endswith("run.json")
    (folder / "run.json").rmdir()
    (folder / "index-9.html").mkdir()
    with pytest.raises(UsageError, match="cannot be removed"):
        batch(folder)


def test_a_folder_of_somebody_elses_is_taken_over_by_no_run(folder: Path) -> None:
    theirs = folder / "digests" / ".mine.0123abcd.part"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("mine", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(UsageError, match="this is no run, and not empty"):
            batch(folder, "a.txt")
    assert theirs.read_text(encoding="utf-8") == "mine"
    theirs.rename(folder / "digests.old")
    with pytest.raises(UsageError, match="this is no run, and not empty"):
        batch(folder, "a.txt")


def test_only_what_a_run_was_writing_is_swept_away(folder: Path) -> None:
    batch(folder, "a.txt")
    ours, theirs = folder / "digests" / ".a-1.json.0123abcd.part", folder / "digests" / ".notes.part"
    for path in (ours, theirs):
        path.write_text("x", encoding="utf-8")
    batch(folder)
    assert theirs.exists() and not ours.exists()
