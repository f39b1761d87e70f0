"""What a document, a claims file, an archive or a link names is no way out of where it stands."""

import json
import os
from pathlib import Path
from zipfile import ZipFile

import pytest
from pdf_builder import HEIGHT, drawn, put
from reportlab.pdfgen.canvas import Canvas
from web_pages import ARTICLE, TITLE, page
from wire.server import WireServer
from word_builder import p, package, relations, word_parts

from cli.runs import REPORT, Cli

links = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="links want rights on Windows")


def _word(url: str) -> bytes:
    parts = word_parts("".join(map(p, (TITLE, *ARTICLE))) + '<w:altChunk r:id="r0"/>')
    kinds = ("attachedTemplate", "image", "hyperlink", "aFChunk", "oleObject", "subDocument", "frame")
    parts["word/_rels/document.xml.rels"] = relations(dict.fromkeys(kinds, url), external=True)
    parts["word/_rels/settings.xml.rels"] = relations({"attachedTemplate": url}, external=True)
    return package(parts)


def _pdf(url: str) -> bytes:
    def draw(canvas: Canvas) -> None:
        for number, line in enumerate((TITLE, *ARTICLE)):
            put(canvas, 60, HEIGHT - 80 - 20 * number, line, 11)
        canvas.linkURL(url, (0, 0, 600, 800))

    return drawn(draw)


def _web(url: str) -> bytes:
    head = (
        f'<base href="{url}"><link rel="stylesheet" href="{url}/a.css"><link rel="preload" href="{url}/b" as="image">'
        f'<meta http-equiv="refresh" content="0;url={url}"><script src="{url}/c.js"></script>'
    )
    body = (
        f'<h1>{TITLE}</h1><img src="{url}/d.png"><iframe src="{url}/e"></iframe><object data="{url}/f"></object>'
        f'<a href="{url}/g">全文</a><video src="{url}/h"></video>'
        + "".join(f"<p>{line}</p>" for line in ARTICLE)
    )
    return page(body, head=head).encode()


def _text(url: str) -> bytes:
    lines = "\n\n".join(ARTICLE)
    return f"# {TITLE}\n\n![图]({url}/a.png) [全文]({url}/b) <{url}/c> {url}/d\n\n{lines}\n\n[x]: {url}/e\n".encode()


DOCUMENTS = {"r.docx": _word, "r.pdf": _pdf, "r.html": _web, "r.md": _text, "r.txt": _text}


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("command", ["brief", "view", "numbers"])
def test_no_address_in_a_document_is_fetched(cli: Cli, folder: Path, name: str, command: str) -> None:
    with WireServer() as at:
        (folder / name).write_bytes(DOCUMENTS[name](at.url))
        assert cli(command, name, "-o", "out").code == 0
        assert at.seen == []


@pytest.mark.parametrize(
    "how", ["../secret", "../secret.txt", "{folder}/secret", "inside/../../secret", "~/secret", ""]
)
def test_a_claim_names_no_report_outside_the_folder(cli: Cli, folder: Path, how: str) -> None:
    (folder / "reports" / "inside").mkdir(parents=True)
    (folder / "reports" / "inside" / "r.txt").write_text(REPORT, encoding="utf-8")
    (folder / "secret.txt").write_text(REPORT, encoding="utf-8")
    claim = {
        "id": "c",
        "report": how.format(folder=folder),
        "name_zh": "执法检查",
        "value": "5",
        "unit": "次",
    }
    (folder / "claims.jsonl").write_text(json.dumps(claim), encoding="utf-8")
    result = cli("check", "--claims", "claims.jsonl", "--reports", "reports", "--json")
    assert (result.code, result.out) == (3, b"")
    assert "claims.jsonl:1: " in result.err


def test_an_archive_writes_nothing_outside_the_run(cli: Cli, folder: Path) -> None:
    names = (
        "../../out.txt", "/tmp/out.txt", "C:\\out.txt", "..\\..\\out.txt", "a/../../../out.txt", "CON.txt", "nul", "NUL.txt",
        "com1.txt:x", "a\x1b[2J.txt", " .txt", "...txt", "~/out.txt", "$HOME.txt", "a;b|c.txt", "-rf.txt", "run/../state.sqlite3",
    )  # fmt: skip
    with ZipFile(folder / "in.zip", "w") as archive:
        for number, name in enumerate(names):
            place = "云青石河山林田江海湖松柏竹梅兰菊荷"[number]
            archive.writestr(name, REPORT.replace("枫桥", f"{place}桥").replace("146件", f"{200 + number}件"))
        archive.writestr("link.txt", "/etc/hosts")
        archive.infolist()[-1].external_attr = 0o120777 << 16
        archive.writestr("inner.zip", b"PK")
    before = {path for path in folder.parent.rglob("*") if folder / "run" not in path.parents}
    result = cli("batch", "in.zip", "-d", "run", "--jobs", "1", "--json")
    assert result.code in {0, 5}
    after = {path for path in folder.parent.rglob("*") if folder / "run" not in path.parents}
    assert after - before <= {folder / "run"}
    written = [path for path in (folder / "run").rglob("*") if path.is_file()]
    assert json.loads(result.text)["done"] >= 10
    assert all(path.resolve().is_relative_to((folder / "run").resolve()) for path in written)
    reserved = {"CON", "NUL", "COM1", "AUX", "PRN"}
    for path in written:
        assert path.stem.upper() not in reserved
        assert path.name.isprintable() and not set(path.name) & set('/\\:*?"<>|;$~ ')


@links
@pytest.mark.parametrize("force", [(), ("--force",)], ids=["", "force"])
def test_a_link_to_the_report_is_the_report(cli: Cli, folder: Path, force: tuple[str, ...]) -> None:
    (folder / "out.md").symlink_to("fengqiao.txt")
    (folder / "link.txt").symlink_to("fengqiao.txt")
    for report, output in (("fengqiao.txt", "out.md"), ("link.txt", "fengqiao.txt")):
        result = cli("brief", report, "-o", output, *force)
        assert (result.code, "this is the file that is read" in result.err) == (2, True)
    assert (folder / "fengqiao.txt").read_text(encoding="utf-8") == REPORT


@links
def test_a_link_is_written_through_only_by_force_and_stays(cli: Cli, folder: Path) -> None:
    (folder / "precious.md").write_text("mine", encoding="utf-8")
    (folder / "out.md").symlink_to("precious.md")
    assert cli("brief", "fengqiao.txt", "-o", "out.md").code == 2
    assert (folder / "precious.md").read_text(encoding="utf-8") == "mine"
    assert cli("brief", "fengqiao.txt", "-o", "out.md", "--force").code == 0
    assert (folder / "out.md").is_symlink()
    assert "枫桥" not in (folder / "precious.md").read_text(encoding="utf-8")[:4]


@links
def test_links_round_in_a_circle_end_in_a_sentence(cli: Cli, folder: Path) -> None:
    (folder / "a.txt").symlink_to("b.txt")
    (folder / "b.txt").symlink_to("a.txt")
    for args in (
        ("brief", "a.txt"),
        ("brief", "fengqiao.txt", "-o", "a.txt", "--force"),
        ("batch", "a.txt", "-d", "run"),
    ):
        result = cli(*args)
        assert result.code in {2, 3}, args
        assert len(result.err.splitlines()) == 1
    (folder / "x").symlink_to("x")
    assert cli("batch", ".", "-d", "run").code == 5
    account = (folder / "run" / "account.jsonl").read_text(encoding="utf-8")
    assert account.count("no file, or a broken link") == 2


@links
def test_a_runs_directory_may_be_a_link(cli: Cli, folder: Path) -> None:
    (folder / "elsewhere").mkdir()
    (folder / "run").symlink_to("elsewhere")
    assert cli("batch", "fengqiao.txt", "-d", "run").code == 0
    assert (folder / "elsewhere" / "index.html").is_file()
