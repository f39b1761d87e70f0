"""The example reports show what they were written to show, and the library script runs on them."""

import subprocess
import sys
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from summarizer.pipeline import survey
from summarizer.quantities import Inventory, Kind, Qualifier
from summarizer.reading import RegionKind, ReportKind, read

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"


@cache
def _inventory(name: str) -> Inventory:
    path = EXAMPLES / name
    return survey(read(path.read_bytes(), name=path.name))


@pytest.fixture
def congress() -> Inventory:
    return _inventory("yunqiao_congress_2023.txt")


@pytest.fixture
def government() -> Inventory:
    return _inventory("yanxi_government_2021.txt")


def test_the_congress_report_comes_with_the_furniture_of_its_page(congress: Inventory) -> None:
    kinds = [region.kind for region in congress.doc.regions]
    assert kinds.count(RegionKind.BYLINE) == 1
    assert kinds.count(RegionKind.WATERMARK) == 2
    assert kinds.count(RegionKind.PAGE_NUMBER) == 5
    assert kinds[-1] is RegionKind.FOOTER
    assert "ICP备" in congress.doc.regions[-1].span.of(congress.doc.text)


def test_the_congress_report_says_who_reports_to_whom_and_when(congress: Inventory) -> None:
    meta = congress.doc.meta
    assert (meta.kind, meta.place_zh, meta.period) == (ReportKind.CONGRESS, "云桥市", "2023")
    assert (meta.congress, meta.session, meta.date) == (5, 4, "2024-01-18")
    assert meta.speaker == "周明远"


def test_a_figure_broken_by_a_page_line_is_one_figure(congress: Inventory) -> None:
    broken = [i for i in congress.indicators if "页" in i.mention.text]
    assert [(i.mention.value, i.mention.unit, i.mention.qualifier) for i in broken] == [
        (Decimal(9300), "人次", Qualifier.OVER)
    ]


def test_the_congress_report_masks_two_figures(congress: Inventory) -> None:
    masked = [i.mention for i in congress.indicators if i.mention.masked]
    assert [(m.text, m.unit, m.value) for m in masked] == [("**件", "件", None), ("***人次", "人次", None)]


def test_the_government_report_covers_five_years(government: Inventory) -> None:
    meta = government.doc.meta
    assert (meta.kind, meta.place_zh, meta.period) == (ReportKind.GOVERNMENT, "雁溪县", "2016-2020")
    assert (meta.date, meta.speaker) == ("2021-01-21", "")


def test_figures_of_the_notes_on_terms_are_no_figures_of_the_report(government: Inventory) -> None:
    glossary = next(r.span for r in government.doc.regions if r.kind is RegionKind.GLOSSARY)
    inside = [m for m in government.mentions if glossary.contains(m.span)]
    assert "2000万元及以上" in {m.text for m in inside}
    assert {m.kind for m in inside} == {Kind.FURNITURE}


def test_the_library_script_prints_figures_with_their_sources_and_catches_a_wrong_one() -> None:
    run = subprocess.run(
        [sys.executable, "-X", "utf8", "examples/library.py"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    lines = run.stdout.splitlines()
    assert lines[0] == "云桥市人民代表大会常务委员会工作报告, 2023"
    assert any("听取和审议专项工作报告21项" in line for line in lines[1:-1])
    assert "contradicted (VALUE)" in lines[-1]
    assert run.stderr == ""
