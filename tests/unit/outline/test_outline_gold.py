"""The outlines of real reports against hand-made ones."""

import json
from pathlib import Path

import pytest
from work import calls

from summarizer.outline import headings, outline
from summarizer.reading import Document, Region, RegionKind, Source, Span, read

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


_UNHEADED = {"resolution_2013_on_gov_report.txt"}  # half a page


@pytest.mark.shared
def test_no_section_of_any_shared_report_takes_too_much_of_it_and_no_heading_is_a_sentence(
    shared: Path,
) -> None:
    """Not counted: text under headings of its own, and what is no report."""
    for path in sorted((shared / "reports").rglob("*.txt")):
        if path.name in _UNHEADED or path.name == "en.txt":
            continue
        doc = read(path.read_bytes(), name=path.name)
        root = outline(doc)
        own = {
            s.title: len(doc.body.shown(s.span)) - sum(len(doc.body.shown(c.span)) for c in s.children)
            for s in root.walk()
        }
        assert max(own.values()) < 0.4 * len(doc.body.text), (path.name, max(own, key=own.__getitem__))
        for section in headings(root):
            assert len(section.title) <= 60, (path.name, section.title)
            assert not set("。！？；") & set(section.title), (path.name, section.title)


@pytest.mark.shared
def test_traditional_characters_change_neither_outline_nor_regions(shared: Path) -> None:
    extra = shared / "reports" / "extra"
    simple, traditional = (
        read((extra / name).read_bytes(), name=name)
        for name in ("gov_2022_mancheng_footnotes.txt", "derived/gov_2022_mancheng_traditional.txt")
    )
    assert traditional.regions == simple.regions
    shapes = [
        [(s.heading, s.level, s.cls, s.planned) for s in headings(outline(doc))]
        for doc in (simple, traditional)
    ]
    assert shapes[0] == shapes[1]
