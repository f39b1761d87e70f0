"""The outputs that stand beside the example reports are, byte for byte, what the program writes today."""

import csv
import os
import re
import subprocess
import sys
from difflib import unified_diff
from functools import cache
from pathlib import Path

import pytest
from word_dump import footnotes, lines
from workbook_dump import Shown, shown

from summarizer.compare import comparison
from summarizer.digest import Digest
from summarizer.formats import PageFormat, usual_notes, written
from summarizer.pipeline import digest_report
from summarizer.reading import Document, read
from summarizer.render import (
    BriefingOptions,
    NoteStyle,
    briefing,
    csv_text,
    digest_from_json,
    digest_json,
    digest_sheets,
    evidence_viewer,
    indicator_sheet,
    markdown,
    side_by_side,
    workbook,
)

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
# Where a reader would not look for them: a text beside the reports would be taken for one of them.
OTHERS = Path(__file__).parent / "outputs"
REPORTS = ("yunqiao_congress_2023", "yanxi_government_2021")
OUTPUTS = (
    *(f"{report}.briefing.md" for report in REPORTS),
    f"{REPORTS[0]}.briefing.html",
    f"{REPORTS[0]}.briefing.txt",
    f"{REPORTS[0]}.briefing.docx.txt",
    *(f"{report}.digest.json" for report in REPORTS),
    *(f"{report}.digest.csv" for report in REPORTS),
    "comparison.md",
    "trend.md",
    f"{REPORTS[0]}.view.html",
)
COMPARED = {
    "comparison": REPORTS,
    "trend": ("yunqiao_congress_2022", "yunqiao_congress_2023"),
}
_UPDATE = "pytest tests/golden --update-golden"
_SHOWN = 60  # lines of a difference


@cache
def _document(report: str) -> Document:
    path = EXAMPLES / f"{report}.txt"
    return read(path.read_bytes(), name=path.name)


@cache
def _digest(report: str) -> Digest:
    return digest_report(_document(report))


def _without_style_and_script(html: str) -> str:
    """The page without the files that are put into it, whose changes are read there."""
    html = re.sub(r"<(style|script)>.*?</\1>", r"<\1></\1>", html, flags=re.S)
    return re.sub(r"sha256-[\w+/]+=*", "sha256-", html)


def _path(output: str) -> Path:
    return (OTHERS if output.endswith((".txt", ".view.html")) else EXAMPLES) / output


def _written(output: str) -> str:
    """What the program writes for one of the outputs."""
    report, _, form = output.partition(".")
    match form:
        case "briefing.md" | "briefing.html" | "briefing.txt":
            page_format = PageFormat(form.rpartition(".")[2])
            options = BriefingOptions(notes=usual_notes(page_format))
            text = written(briefing(_digest(report), options), page_format)
            assert isinstance(text, str)
            return text
        case "briefing.docx.txt":
            made = written(briefing(_digest(report), BriefingOptions(notes=NoteStyle.FULL)), PageFormat.WORD)
            notes = (f"{{{number}}} {note}" for number, note in footnotes(made).items())
            return "\n".join([*lines(made), *notes, ""])
        case "digest.json":
            return digest_json(_digest(report))
        case "digest.csv":
            return csv_text(indicator_sheet(_digest(report)))
        case "view.html":
            return _without_style_and_script(evidence_viewer(_digest(report), _document(report)))
        case _:
            return markdown(side_by_side(comparison([_digest(name) for name in COMPARED[report]])))


def _difference(stored: str, written: str, name: str) -> str:
    lines = list(
        unified_diff(
            stored.splitlines(), written.splitlines(), f"stored {name}", "written now", lineterm="", n=1
        )
    )
    more = [f"… and {len(lines) - _SHOWN} lines more"] if len(lines) > _SHOWN else []
    return "\n".join([*lines[:_SHOWN], *more, f"If this is meant, read it and run: {_UPDATE}"])


@pytest.mark.parametrize("output", OUTPUTS)
def test_the_program_writes_what_is_stored(output: str, update_golden: bool) -> None:
    path = _path(output)
    written = _written(output).encode("utf-8")
    if update_golden:
        path.write_bytes(written)
    assert path.is_file(), f"{output} is not stored; run: {_UPDATE}"
    stored = path.read_bytes()
    if stored != written:
        pytest.fail(_difference(stored.decode("utf-8"), written.decode("utf-8"), output), pytrace=False)


def test_nothing_else_is_stored_beside_the_reports() -> None:
    beside = {p for p in EXAMPLES.iterdir() if p.suffix not in {".txt", ".py"} and p.name != "README.md"}
    assert beside | set(OTHERS.iterdir()) == set(map(_path, OUTPUTS))


@pytest.mark.parametrize("report", REPORTS)
def test_a_second_run_writes_the_same(report: str) -> None:
    again = digest_report(_document(report))
    assert digest_json(again) == _written(f"{report}.digest.json")


@pytest.mark.parametrize("report", REPORTS)
def test_a_stored_digest_gives_the_same_briefing(report: str) -> None:
    stored = digest_from_json((EXAMPLES / f"{report}.digest.json").read_text(encoding="utf-8"))
    assert written(briefing(stored), PageFormat.MARKDOWN) == _written(f"{report}.briefing.md")


@pytest.mark.parametrize("report", REPORTS)
def test_the_workbook_says_what_the_stored_table_says(report: str) -> None:
    stored = (EXAMPLES / f"{report}.digest.csv").read_bytes().decode("utf-8-sig")
    table = list(csv.DictReader(stored.splitlines(keepends=True)))
    pages = shown(workbook(digest_sheets(_digest(report)), title=report))
    assert len(pages["Indicators"]) == len(table) > 100
    for row, cells in zip(table, pages["Indicators"], strict=True):
        assert {name: _as_in_csv(cell) for name, cell in cells.items()} == {
            name: cell.removeprefix("'") for name, cell in row.items()
        }
    digest = _digest(report)
    told = [*digest.overview, *(sentence for section in digest.sections for sentence in section.sentences)]
    assert [row["text"] for row in pages["Sentences"]] == [sentence.text for sentence in told]


def _as_in_csv(cell: Shown) -> str:
    if isinstance(cell, bool):
        return str(cell).upper()
    return "" if cell is None else str(cell)


def test_a_stored_digest_gives_the_same_page() -> None:
    stored = digest_from_json((EXAMPLES / f"{REPORTS[0]}.digest.json").read_text(encoding="utf-8"))
    page = _without_style_and_script(evidence_viewer(stored, _document(REPORTS[0])))
    assert page == _written(f"{REPORTS[0]}.view.html")


def test_a_comparison_of_a_digest_and_a_report_is_the_comparison_of_the_reports() -> None:
    congress, government = REPORTS
    stored = digest_from_json((EXAMPLES / f"{congress}.digest.json").read_text(encoding="utf-8"))
    assert markdown(side_by_side(comparison([stored, _digest(government)]))) == _written("comparison.md")


def test_rewriting_is_refused_in_ci() -> None:
    before = {output: _path(output).read_bytes() for output in OUTPUTS}
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "tests/golden", "--update-golden", "-p", "no:cacheprovider"],
        cwd=ROOT,
        env={**os.environ, "CI": "true"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == pytest.ExitCode.USAGE_ERROR
    assert "refused in CI" in run.stderr
    assert before == {output: _path(output).read_bytes() for output in OUTPUTS}
