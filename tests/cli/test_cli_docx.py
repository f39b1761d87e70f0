"""Reports as Word documents: the same briefing as from their text, whatever the file is called and however it comes."""

import json
from pathlib import Path

import pytest
from word_builder import p, row, tbl, word

from cli.runs import REPORT, Cli
from summarizer.reading import read

WORD = word("".join(p(line) for line in REPORT.split("\n")))


def _figures(out: bytes) -> list[tuple[str, ...]]:
    """Every figure and what is said of it, but for the file it comes from."""
    fields = ("text", "value", "unit", "qualifier", "name_zh", "name_en", "start", "end")
    return [tuple(str(figure[field]) for field in fields) for figure in json.loads(out)["indicators"]]


@pytest.mark.parametrize(
    ("args", "stdin"),
    [
        pytest.param(["digest", "report.docx"], b"", id="a file"),
        pytest.param(["digest", "report.txt"], b"", id="a file with another ending"),
        pytest.param(["digest", "-"], WORD, id="standard input"),
    ],
)
def test_a_digest_of_a_word_document_is_that_of_its_text(
    cli: Cli, folder: Path, args: list[str], stdin: bytes
) -> None:
    (folder / "report.docx").write_bytes(WORD)
    (folder / "report.txt").write_bytes(WORD)
    result = cli(*args, stdin=stdin)
    assert result.code == 0
    assert json.loads(result.out)["source"]["media_type"].endswith("wordprocessingml.document")
    assert _figures(result.out) == _figures(cli("digest", "fengqiao.txt").out) != []


def test_a_briefing_of_a_word_document(cli: Cli, folder: Path) -> None:
    (folder / "report.docx").write_bytes(WORD)
    result = cli("brief", "report.docx")
    assert (result.code, "Work Report of the Standing Committee" in result.text) == (0, True)


@pytest.mark.parametrize("command", ["numbers", "outline"])
def test_places_are_those_of_the_text(cli: Cli, folder: Path, command: str) -> None:
    (folder / "report.docx").write_bytes(WORD)
    assert cli(command, "report.docx", "--json").out == cli(command, "fengqiao.txt", "--json").out


def test_a_briefing_as_a_word_document_is_checked(cli: Cli, folder: Path) -> None:
    cli("brief", "fengqiao.txt", "-o", "briefing.docx", "--length", "short")
    result = cli("check", "briefing.docx", "--source", "fengqiao.txt", "--json")
    numbers = json.loads(result.out)["numbers"]
    assert {"three", "12", "146"} <= {n["text"] for n in numbers if n["verdict"] == "supported"}
    # The numbers of notes are no figures of the text.
    doc = read((folder / "briefing.docx").read_bytes(), name="briefing.docx", require_chinese=False)
    assert doc.text.count("【") >= 8
    assert not [n for n in numbers if doc.text[: n["start"]].endswith("【")]


def test_a_wrong_figure_in_a_word_document_is_found(cli: Cli, folder: Path) -> None:
    body = tbl(row("Special reports heard", "14")) + p("The committee handled 146 suggestions.")
    (folder / "text.docx").write_bytes(word(body))
    result = cli("check", "text.docx", "--source", "fengqiao.txt", "--json")
    verdicts = {n["text"]: n["verdict"] for n in json.loads(result.out)["numbers"]}
    assert result.code == 1
    assert verdicts["14"] in {"contradicted", "unsupported"} and verdicts["146"] == "supported"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param(WORD[:-30], "r.docx: this looks like a Word document (DOCX) or another ZIP file that is broken or cut off", id="cut off"),
        pytest.param(word("<!--" + p("甲")), "r.docx: this Word document is damaged: 'word/document.xml' in it is no well-formed XML", id="markup"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "r.docx: this looks like an Office document with a password", id="password"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le"), "r.docx: this looks like an old Word document (DOC, WPS), not text (open it in Word or WPS, save it as .docx and try again)", id="doc"),
        pytest.param(b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n<pkg:package xmlns:pkg="x"><pkg:part/>', "r.docx: this looks like a Word document in XML", id="flat opc"),
        pytest.param(word(p("Report on 2023")), "r.docx: the text holds no Chinese", id="English"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_one_sentence(cli: Cli, folder: Path, data: bytes, says: str) -> None:
    (folder / "r.docx").write_bytes(data)
    result = cli("brief", "r.docx", "-o", "out.md")
    assert (result.code, result.out) == (3, b"")
    assert result.err.startswith(f"summarizer: {says}") and result.err.count("\n") == 1
    assert not (folder / "out.md").exists()
