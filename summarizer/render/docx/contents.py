"""The table of contents: a field that Word can update, with an entry for every heading before it does."""

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.render.docx.element import Element, element, paragraph, run

__all__ = ["DEEPEST", "Entry", "contents"]

DEEPEST = 3
"""The last level of headings that it lists."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading of level 1 to DEEPEST, by the bookmark it stands in."""

    level: int
    text: str
    bookmark: str


def contents(entries: Sequence[Entry]) -> Element:
    """The table of at least one entry.

    Entries have no page numbers: only a program that lays pages out knows them. Updating the field in Word adds them.
    """
    lines = [
        paragraph(
            f"TOC{entry.level}",
            element("hyperlink", run(entry.text), anchor=entry.bookmark, history="1"),
        )
        for entry in entries
    ]
    for at, part in enumerate(_begin(), start=1):
        lines[0].insert(at, part)
    lines[-1].append(element("r", element("fldChar", fldCharType="end")))
    heading = paragraph("TOCHeading", run("Contents"))
    gallery = element(
        "docPartObj", element("docPartGallery", val="Table of Contents"), element("docPartUnique")
    )
    return element("sdt", element("sdtPr", gallery), element("sdtContent", heading, *lines))


def _begin() -> list[Element]:
    code = element("instrText")
    code.text = f' TOC \\o "1-{DEEPEST}" \\h \\z \\u '
    begin, separate = (element("fldChar", fldCharType=kind) for kind in ("begin", "separate"))
    return [element("r", part) for part in (begin, code, separate)]
