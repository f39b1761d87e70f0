"""LibreOffice opens what we write: a Word document becomes the pages that a reader is meant to see."""

import subprocess
from pathlib import Path

import pytest
from office_tools import needed
from page_builder import linjiang_page

from summarizer.render.docx import word_document

pytestmark = pytest.mark.slow


def _pages(data: bytes, folder: Path) -> list[list[str]]:
    """The lines of every page as LibreOffice sets it, from top to bottom."""
    office, to_text = needed("soffice"), needed("pdftotext")
    source = folder / "page.docx"
    source.write_bytes(data)
    own = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    subprocess.run(
        [office, own, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)],
        check=True,
        capture_output=True,
        timeout=240,
    )
    text = subprocess.run(
        [to_text, "-layout", str(source.with_suffix(".pdf")), "-"],
        check=True,
        capture_output=True,
        timeout=60,
    ).stdout.decode("utf-8")
    pages = text.split("\f")[:-1]
    return [[" ".join(line.split()) for line in page.splitlines() if line.strip()] for page in pages]


def test_pages_as_a_reader_sees_them(tmp_path: Path) -> None:
    pages = _pages(word_document(linjiang_page(rows=60)), tmp_path)
    assert 3 <= len(pages) <= 4
    assert [page[-1] for page in pages] == [
        f"Page {number} of {len(pages)}" for number in range(1, len(pages) + 1)
    ]
    first = pages[0]
    assert first[0].startswith("Work Report of the Standing Committee")
    # Headings: once in the contents, once in the text.
    for heading in ("At a glance", "Main work in 2022", "Oversight"):
        assert first.count(heading) == 2
    # Notes stand at the foot of the page that marks them, nowhere else.
    for marked, note in (
        ("Special work reports: 19", "听取专项工作报告"),
        ("It inspected how", "部法律的实施情况"),
    ):
        (page,) = [
            page
            for page in pages
            if any(line.startswith("Oversight, char") and note in line for line in page)
        ]
        notes = [at for at, line in enumerate(page) if "Oversight, characters" in line]
        assert any(marked in line for line in page[: notes[0]])
        # Below them are only their own numbers, which stand a little higher, and the number of the page.
        rest = [line for line in page[notes[0] : -1] if "Oversight, characters" not in line]
        assert all(line.isdecimal() for line in rest)
    assert "[!SWAPPED] 12 inspections" in " ".join(first)


def test_a_table_that_goes_on_has_its_headings_again_and_all_its_rows(tmp_path: Path) -> None:
    pages = _pages(word_document(linjiang_page(rows=60)), tmp_path)
    with_rows = [page for page in pages if any(line.startswith("Inspections of kind") for line in page)]
    assert len(with_rows) == 2
    for page in with_rows:
        first = next(at for at, line in enumerate(page) if line.startswith("Inspections of kind"))
        assert page[first - 1] == "Indicator Figure In the source"
    rows = [line for page in pages for line in page if line.startswith("Inspections of kind")]
    assert [row.split()[3] for row in rows] == [str(number) for number in range(1, 61)]
    assert [row.split()[5] for row in rows if "[!VALUE]" in row] == ["90", "180", "270", "360", "450", "540"]
