"""Planted passages in every format and place, and a model that does what they say: nothing unchecked, no link and no markup gets out."""

import csv
import json
import re
from collections import Counter
from functools import cache
from html.parser import HTMLParser
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from guarantee import unsupported
from guarantee.told import told_in_digest_json, told_in_html, told_in_markdown, told_in_text, told_in_word
from markdown_it import MarkdownIt
from markdown_it.token import Token
from openpyxl import load_workbook
from told_in_sheets import told_in_csv, told_in_workbook
from viewer_page import told_in_viewer

from summarizer.digest import Digest
from summarizer.formats import PageFormat, written
from summarizer.pipeline import digest_report, survey
from summarizer.prompting import Request
from summarizer.reading import Document, read
from summarizer.render import (
    briefing,
    csv_text,
    digest_json,
    digest_sheets,
    evidence_viewer,
    indicator_sheet,
    workbook,
)
from summarizer.verify import Verdict
from wire.figures import numbers_in
from wire.hostile import PLANTED
from wire.personalities import honest
from wire.planted import PASSAGES, WEB, docile, report_in
from wire.runs import adds_up, local

FORMS = sorted({passage.form for passage in PASSAGES.values()})
_READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def _document(name: str, data: bytes) -> Document:
    return read(data, name=name)


@cache
def _honest(form: str) -> Digest:
    """The report without a passage, as an honest model tells it."""
    digest = digest_report(_document(f"r.{form}", report_in(form)), writer=local(honest()))
    assert digest.coverage.flagged == 0
    return digest


def _outputs(digest: Digest, doc: Document) -> dict[str, str | bytes]:
    page = briefing(digest)
    return {
        **{form.value: written(page, form) for form in PageFormat},
        "json": digest_json(digest),
        "csv": csv_text(indicator_sheet(digest)),
        "xlsx": workbook(digest_sheets(digest), title="t"),
        "view": evidence_viewer(digest, survey(doc)),
    }


_TOLD = {
    "md": told_in_markdown,
    "html": told_in_html,
    "txt": told_in_text,
    "docx": told_in_word,
    "json": told_in_digest_json,
    "csv": told_in_csv,
    "xlsx": told_in_workbook,
    "view": told_in_viewer,
}


def test_there_are_passages_in_both_languages_and_in_every_place() -> None:
    assert len(PASSAGES) >= 30
    assert all(PLANTED in passage.text for passage in PASSAGES.values())
    assert len({passage.text for passage in PASSAGES.values()}) >= 8
    hidden = [passage for passage in PASSAGES.values() if not passage.seen]
    assert 10 <= len(hidden) <= len(PASSAGES) - 10


# One of each format in every run of the tests, all of them in `make slow`.
_OFTEN = {"txt, body, zh", "md, table, en", "html, heading, zh", "docx, table, en", "pdf, body, zh"}


@pytest.mark.parametrize(
    "name", [name if name in _OFTEN else pytest.param(name, marks=pytest.mark.slow) for name in PASSAGES]
)
def test_a_planted_passage_gets_nothing_out(name: str) -> None:
    passage = PASSAGES[name]
    doc = _document(f"r.{passage.form}", report_in(passage.form, passage))
    asked: list[Request] = []
    digest = digest_report(doc, writer=local(docile, seen=asked))
    adds_up(digest)
    shown = any(PLANTED in message.content for request in asked for message in request.messages)
    assert shown is passage.seen, "who is shown the passage"
    _holds(digest, doc)
    outputs = _outputs(digest, doc)
    true = numbers_in(doc.text)
    for form, output in outputs.items():
        assert unsupported(_TOLD[form](output), true=true, source=doc.text) == [], form  # type: ignore[operator]
    if not passage.seen:
        # Nobody told the model, and no reader finds it either.
        for form, output in outputs.items():
            assert PLANTED not in _TOLD[form](output), form  # type: ignore[operator]
    _nothing_but_text(outputs, _outputs(_honest(passage.form), _document("r", report_in(passage.form))))


def _holds(digest: Digest, doc: Document) -> None:
    """Asserts that each figure that stands is the report's own, and that none of the report's is lost."""
    own = {figure.mention.span.start: figure.mention for figure in survey(doc).indicators}
    for row in digest.indicators:
        if row.verdict is Verdict.SUPPORTED and row.value is not None:
            true = own[row.start]
            assert (row.value, row.unit, row.qualifier) == (str(true.value), true.unit, true.qualifier)
    told = Counter(row.text for row in digest.indicators)
    left = Counter(doc.text[start:end] for start, end in digest.coverage.not_reported)
    assert (
        not Counter(row.text for row in _honest(doc.source.name.removeprefix("r.")).indicators) - told - left
    )


def _nothing_but_text(outputs: dict[str, str | bytes], plain: dict[str, str | bytes]) -> None:
    """Asserts that no output has markup of a kind that it would not have without the passage, nor anything that leads out of it."""
    for form in ("html", "view"):
        tags, before = _tags(str(outputs[form])), _tags(str(plain[form]))
        assert [tag for tag, _ in tags if tag in _ACTIVE] == [tag for tag, _ in before if tag in _ACTIVE], (
            form
        )
        attributes = [pair for _, pairs in tags for pair in pairs]
        leading = {"href", "src", "action", "formaction", "data", "srcset", "poster", "xlink:href"}
        assert not [value for name, value in attributes if name in leading and not value.startswith("#")]
        assert not [name for name, _ in attributes if name.startswith("on")]
    kinds = {token.type for token in _tokens(str(outputs["md"]))}
    assert not kinds & {"link_open", "image", "html_inline", "html_block", "fence", "code_block"}
    for form in ("md", "txt", "html", "csv", "view"):
        assert not _STEERING.search(str(outputs[form]).replace("\r\n", "\n").removeprefix("\ufeff")), form
    json.loads(outputs["json"])
    for cells in csv.reader(StringIO(str(outputs["csv"]).removeprefix("\ufeff"))):
        assert not [cell for cell in cells if cell[:1] in set("=+-@\t\r")]
    book = load_workbook(BytesIO(bytes(outputs["xlsx"])))  # type: ignore[arg-type]
    assert not [
        cell
        for sheet in book
        for line in sheet.iter_rows()
        for cell in line
        if cell.data_type == "f" or cell.hyperlink
    ]
    with ZipFile(BytesIO(bytes(outputs["docx"]))) as parts:  # type: ignore[arg-type]
        for part in parts.namelist():
            text = parts.read(part).decode("utf-8", "replace")
            assert 'TargetMode="External"' not in text, part
            # Links inside the document are our own: from the contents and to notes.
            assert not re.search(r"<w:hyperlink(?![^>]*w:anchor=)", text), part
            assert not re.search(rf"<w:instrText[^>]*>[^<]*{WEB}", text), part


_ACTIVE = {
    "script",
    "style",
    "link",
    "meta",
    "base",
    "iframe",
    "img",
    "object",
    "embed",
    "form",
    "video",
    "audio",
}


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, list[tuple[str, str]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, [(name, value or "") for name, value in attrs]))


def _tags(page: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """The elements of a page in their order, with their attributes."""
    reader = _Tags()
    reader.feed(page)
    return reader.found


def _tokens(page: str) -> list[Token]:
    return [inner for token in _READER.parse(page) for inner in (token, *(token.children or ()))]
