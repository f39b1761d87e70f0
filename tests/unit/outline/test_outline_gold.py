"""The outlines of real reports against hand-made ones."""

import json
from pathlib import Path

import pytest
from work import calls

from summarizer.outline import headings, outline
from summarizer.reading import Document, Region, RegionKind, Source, Span

_REPORTS = ("000_bcae9b10345a8bd3", "002_d14c12c173fdaea6", "003_925634a4c4223f1c")
_LONG = "gov_2025_guizhou"


def _rows(path: Path) -> list[dict[str, int | str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def _document(shared: Path, name: str) -> Document:
    with (shared / "reports" / f"{name}.txt").open(encoding="utf-8", newline="") as file:
        text = file.read()
    regions = tuple(
        Region(Span(int(row["start"]), int(row["end"])), RegionKind(str(row["kind"])))
        for row in _rows(shared / "gold" / name / "regions.jsonl")
    )
    return Document(text, Source(name, "", "text/plain", "utf-8"), regions)


@pytest.mark.shared
@pytest.mark.parametrize("name", _REPORTS)
def test_headings_and_levels_of_real_reports(shared: Path, name: str) -> None:
    gold = {
        (int(row["start"]), int(row["end"])): row["level"]
        for row in _rows(shared / "gold" / name / "headings.jsonl")
    }
    sections = headings(outline(_document(shared, name)))
    found = {(s.heading.start, s.heading.end): s.level for s in sections if s.heading}
    both = gold.keys() & found.keys()
    assert 2 * len(both) / (len(gold) + len(found)) >= 0.92
    assert sum(gold[span] == found[span] for span in both) / len(both) >= 0.88


@pytest.mark.shared
def test_a_long_report_is_outlined_with_little_work_and_evenly(shared: Path) -> None:
    text = (shared / "reports" / "extra" / f"{_LONG}.txt").read_text(encoding="utf-8")
    doc = Document(text, Source(_LONG, "", "text/plain", "utf-8"))
    assert doc.body.text
    root = outline(doc)
    assert calls(lambda: outline(doc)) < 4 * len(text)
    own = [
        s.span.end - s.span.start - sum(c.span.end - c.span.start for c in s.children) for s in root.walk()
    ]
    assert max(own) < 0.4 * len(text)
