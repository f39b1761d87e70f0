"""PDFs of other programs and scans are read back: LibreOffice and Chromium as makers, Tesseract as reader."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from docx import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from pdf_builder import Setting, scanned, set_report

from summarizer.ocr import recogniser
from summarizer.quantities import mentions_zh
from summarizer.reading import Document, body_of, read

pytestmark = pytest.mark.slow

REPORT = Path(__file__).parent.parent.parent / "examples" / "yanxi_government_2021.txt"
FONT = "WenQuanYi Micro Hei"


def _needed(program: str) -> str:
    """The path of a program that `.ci/slow-tools` installs."""
    found = shutil.which(program)
    if found is None and os.environ.get("CI"):
        pytest.fail(f"{program} is not installed; run .ci/slow-tools")
    if found is None:
        pytest.skip(f"{program} is not installed; .ci/slow-tools installs it")
    return found


def _paragraphs() -> list[str]:
    doc = read(REPORT.read_bytes(), name=REPORT.name)
    return body_of(doc.text, doc.regions).text.split("\n")


def _word_file(paragraphs: list[str], columns: int, path: Path) -> None:
    word = WordFile()
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Liberation Serif", Pt(11)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    section = word.sections[0]
    section.header.paragraphs[0].text = "县人大文件汇编"
    section.footer.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = section.footer.paragraphs[0].add_run("— ")
    for kind, code in (("begin", ""), ("", "PAGE"), ("end", "")):
        mark = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            mark.set(qn("w:fldCharType"), kind)
        mark.text = code or None
        run._r.append(mark)
    section.footer.paragraphs[0].add_run(" —")
    layout = section._sectPr.find(qn("w:cols"))
    if layout is None:
        layout = OxmlElement("w:cols")
        section._sectPr.append(layout)
    layout.set(qn("w:num"), str(columns))
    layout.set(qn("w:space"), "425")
    for text in paragraphs:
        paragraph = word.add_paragraph(text)
        paragraph.paragraph_format.first_line_indent = Pt(22)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    word.save(str(path))


def _figures(doc: Document) -> list[str]:
    return [mention.text for mention in mentions_zh(body_of(doc.text, doc.regions).text)]


def _is_read(doc: Document, paragraphs: list[str]) -> None:
    plain = read("\n".join(paragraphs).encode(), name="plain.txt")
    assert _figures(doc) == _figures(plain)
    assert doc.layout.starts and doc.layout.recognised == doc.layout.unread == ()


@pytest.mark.parametrize("columns", [1, 2])
def test_a_pdf_of_libreoffice(columns: int, tmp_path: Path) -> None:
    paragraphs = _paragraphs()
    source = tmp_path / "report.docx"
    _word_file(paragraphs, columns, source)
    own = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    subprocess.run(
        [
            _needed("soffice"),
            own,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    _is_read(read(source.with_suffix(".pdf").read_bytes(), name="report.pdf"), paragraphs)


@pytest.mark.parametrize("columns", [1, 2])
def test_a_pdf_of_chromium(columns: int, tmp_path: Path) -> None:
    paragraphs = _paragraphs()
    page, pdf = tmp_path / "report.html", tmp_path / "report.pdf"
    page.write_text(
        f"<!doctype html><meta charset=utf-8><style>body{{font:14px '{FONT}';columns:{columns}}}p{{text-indent:2em;margin:0}}</style>"
        + "".join(f"<p>{text}</p>" for text in paragraphs),
        encoding="utf-8",
    )
    subprocess.run(
        [
            _needed("chromium"),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            # Of the program's own date and address only several pages can show that they are none of the report.
            *(["--no-pdf-header-footer"] if columns == 2 else []),
            f"--user-data-dir={tmp_path / 'profile'}",
            f"--print-to-pdf={pdf}",
            page.as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    _is_read(read(pdf.read_bytes(), name="report.pdf"), paragraphs)


def test_a_scan_is_read_back_and_marked() -> None:
    _needed("tesseract")
    recognise = recogniser()
    assert recognise is not None
    paragraphs = [
        "青河市人民代表大会常务委员会工作报告",
        "各位代表：",
        "全年召开常委会会议12次，听取和审议专项工作报告19项，作出决议决定5项，任免国家机关工作人员141人次，财政收入完成320.5亿元，增长4.9%。",
    ]
    data, _ = set_report(paragraphs, Setting(width=28, lines=4, size=15))
    doc = read(scanned(data, dpi=300), name="scan.pdf", recognise=recognise)
    assert doc.layout.recognised == (1, 2) and doc.layout.unread == ()
    found = _figures(doc)
    assert [
        text for text in ("12次", "19项", "5项", "141人次", "320.5亿元", "4.9%") if text not in found
    ] == []
    assert all(doc.layout.is_recognised(place) for place in range(len(doc.text.rstrip())))
