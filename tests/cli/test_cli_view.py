"""`summarizer view`: of a report, of a saved digest and its report, and what cannot be viewed."""

import json
from pathlib import Path

import pytest
from viewer_page import page_of

from cli.runs import REPORT, Cli


def _refused(cli: Cli, *args: str, code: int, says: str, stdin: bytes = b"") -> None:
    result = cli("view", *args, stdin=stdin)
    assert (result.code, result.out) == (code, b"")
    assert result.err.startswith("summarizer: ") and result.err.count("\n") == 1
    assert says in result.err


def test_a_report_and_its_saved_digest_give_the_same_page(cli: Cli, folder: Path) -> None:
    cli("digest", "fengqiao.txt", "-o", "d.json")
    page = cli("view", "fengqiao.txt")
    assert (page.code, page.err) == (0, "")
    assert page.out.startswith(b"<!doctype html>") and page.out.endswith(b"</html>\n")
    assert page_of(page.text).by_id("text").text == REPORT
    assert cli("view", "d.json").out == page.out
    assert cli("view", "fengqiao.txt", "-o", "v.html").out == b""
    assert (folder / "v.html").read_bytes() == page.out


def test_the_report_is_looked_for_beside_the_digest(cli: Cli, folder: Path) -> None:
    (folder / "saved").mkdir()
    cli("digest", "fengqiao.txt", "-o", "saved/d.json")
    _refused(
        cli,
        "saved/d.json",
        code=3,
        says="saved/d.json: the report 'fengqiao.txt' does not lie beside it (name it with --source REPORT)",
    )
    assert cli("view", "saved/d.json", "--source", "fengqiao.txt").code == 0
    (folder / "fengqiao.txt").rename(folder / "saved" / "fengqiao.txt")
    assert cli("view", "saved/d.json").code == 0


@pytest.mark.parametrize("name", ["../fengqiao.txt", "/etc/hostname", "", "-", "..", "saved/fengqiao.txt"])
def test_what_a_digest_names_is_never_a_way_to_another_folder(cli: Cli, folder: Path, name: str) -> None:
    digest = json.loads(cli("digest", "fengqiao.txt").text)
    digest["source"]["name"] = name
    (folder / "saved").mkdir()
    (folder / "saved" / "d.json").write_text(json.dumps(digest), encoding="utf-8")
    _refused(cli, "saved/d.json", code=3, says="name it with --source REPORT")


def test_a_digest_of_another_report(cli: Cli) -> None:
    cli("digest", "later.txt", "-o", "d.json")
    says = "d.json: this digest was made from another text than 'fengqiao.txt'"
    _refused(cli, "d.json", "--source", "fengqiao.txt", code=3, says=says)


def test_a_report_that_has_changed_since(cli: Cli, folder: Path) -> None:
    cli("digest", "fengqiao.txt", "-o", "d.json")
    (folder / "fengqiao.txt").write_text(REPORT.replace("12项", "21项"), encoding="utf-8")
    _refused(cli, "d.json", code=3, says="this digest was made from another text")


def test_the_report_of_a_digest_is_never_overwritten(cli: Cli, folder: Path) -> None:
    cli("digest", "fengqiao.txt", "-o", "d.json")
    for source in ([], ["--source", "fengqiao.txt"]):
        _refused(
            cli, "d.json", *source, "-o", "fengqiao.txt", "--force", code=2, says="the file that is read"
        )
    assert (folder / "fengqiao.txt").read_text(encoding="utf-8") == REPORT


def test_source_goes_with_a_digest(cli: Cli) -> None:
    _refused(cli, "fengqiao.txt", "--source", "later.txt", code=2, says="--source goes with a saved digest")


def test_standard_input(cli: Cli, folder: Path) -> None:
    data = (folder / "fengqiao.txt").read_bytes()
    assert cli("view", "-", stdin=data).text.count("<!doctype html>") == 1
    digest = cli("digest", "fengqiao.txt").out
    _refused(cli, "-", code=3, says="-: its report is not known (name it with --source REPORT)", stdin=digest)
    assert cli("view", "-", "--source", "fengqiao.txt", stdin=digest).code == 0
    _refused(cli, "-", "--source", "-", code=2, says="standard input can be read only once", stdin=digest)


def test_a_terminal_gets_no_page(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarizer.cli.streams.is_terminal", lambda stream: True)
    _refused(cli, "fengqiao.txt", "-q", code=2, says="write it to a file: -o FILE.html")


def test_a_forged_row_is_flagged_and_fails_on_request(cli: Cli, folder: Path) -> None:
    digest = json.loads(cli("digest", "fengqiao.txt").text)
    row = next(row for row in digest["indicators"] if row["text"] == "12项")
    row |= {"name_zh": "开展执法检查", "name_en": "", "origin": "model"}
    (folder / "d.json").write_text(json.dumps(digest), encoding="utf-8")
    page = cli("view", "d.json", "--fail-on", "contradicted")
    assert page.code == 1
    assert "[!" in page_of(page.text).by_id(row["id"]).by_class("figure")[0].text
    assert cli("view", "d.json").code == 0


def test_a_dry_run_tells_what_would_be_asked(cli: Cli) -> None:
    assert "nothing is sent" in cli("view", "fengqiao.txt", "--dry-run").text
