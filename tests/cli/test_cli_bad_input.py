"""What cannot be used ends in one line on stderr, its exit code, and nothing half-written."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from cli.runs import REPORT, Cli

BRIEFS = ("brief", "digest")
READERS = ("numbers", "outline")


def _files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def _refused(cli: Cli, args: Sequence[str], code: int, says: str, stdin: bytes = b"") -> None:
    result = cli(*args, stdin=stdin)
    assert (result.code, result.out) == (code, b"")
    assert result.err.startswith("summarizer: ") and result.err.count("\n") == 1, result.err
    assert says in result.err


@pytest.mark.parametrize("command", [*BRIEFS, *READERS])
@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        pytest.param("none.txt", None, "none.txt: there is no such file", id="missing"),
        pytest.param(".", None, ".: this is a folder, not a file", id="folder"),
        pytest.param("empty.txt", b"", "empty.txt: the file is empty", id="empty"),
        pytest.param("blank.txt", b" \n\t\r\n", "blank.txt: the file is empty", id="blank"),
        pytest.param("binary.txt", bytes(range(256)) * 9, "binary.txt: this looks like a binary file", id="binary"),
        pytest.param("r.pdf", b"%PDF-1.7\n", "r.pdf: this PDF is damaged and cannot be opened", id="pdf"),
        pytest.param("cut.txt", ("대한민국 정부는 국민과 함께 노력한다 " * 9).encode("euc-kr"), "cut.txt: the text is in none", id="undecodable"),
        pytest.param("big.txt", b"x" * 20_000_001, "20,000,001 bytes, over the limit of 20,000,000 bytes (raise the limit with --max-input)", id="over the limit"),
    ],
)  # fmt: skip
def test_bad_files(cli: Cli, folder: Path, command: str, name: str, data: bytes | None, says: str) -> None:
    if data is not None:
        (folder / name).write_bytes(data)
    before = _files(folder)
    _refused(cli, [command, name, "-o", "out"], 3, says)
    assert _files(folder) == before


@pytest.mark.parametrize("command", BRIEFS)
def test_a_text_without_chinese_is_no_report(cli: Cli, command: str) -> None:
    _refused(cli, [command, "-"], 3, "-: the text holds no Chinese", stdin=b"All is well in 2023.")


@pytest.mark.parametrize("command", READERS)
def test_numbers_and_outline_take_any_text(cli: Cli, command: str) -> None:
    assert cli(command, "-", stdin=b"All is well in 2023.").code == 0


def test_the_limit_holds_for_standard_input(cli: Cli) -> None:
    args = ["brief", "-", "--max-input", "1k"]
    _refused(cli, args, 3, "-: the file is over the limit of 1,000 bytes", stdin=REPORT.encode() * 3)


def test_a_higher_limit_lets_more_through(cli: Cli, folder: Path) -> None:
    (folder / "long.txt").write_bytes(b"x" * 2_000_001)
    _refused(
        cli, ["check", "long.txt", "--source", "fengqiao.txt"], 3, "over the limit of 2,000,000 characters"
    )
    assert cli("check", "long.txt", "--source", "fengqiao.txt", "--max-input", "3MB").code == 0


def test_a_digest_of_another_report(cli: Cli) -> None:
    cli("digest", "later.txt", "-o", "d.json")
    _refused(
        cli,
        ["check", "d.json", "--source", "fengqiao.txt"],
        3,
        "d.json: this digest was made from another text",
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param('{"schema_version": "1.0"', "d.json: this is no digest", id="broken"),
        pytest.param("[]", "d.json: this is no digest", id="a list"),
        pytest.param('{"a": 1}', "d.json: this is no digest", id="another object"),
        pytest.param(
            '{"schema_version": "9.9"}', "d.json: the digest has schema version '9.9'", id="version"
        ),
        pytest.param('{"schema_version": "1.0"}', "d.json: the digest is damaged", id="empty"),
        pytest.param("\xff", "d.json: is not UTF-8 text, as JSON must be", id="bytes"),
    ],
)
@pytest.mark.parametrize(
    "args", [["check", "d.json", "--source", "fengqiao.txt"], ["compare", "d.json", "later.txt"]]
)
def test_bad_json(cli: Cli, folder: Path, args: list[str], text: str, says: str) -> None:
    (folder / "d.json").write_bytes(text.encode("latin-1"))
    _refused(cli, args, 3, says)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        pytest.param('{"id": 1', "f.jsonl:2: is not valid JSON", id="broken"),
        pytest.param("[1]", "f.jsonl:2: is not a JSON object", id="list"),
        pytest.param('{"id": 1}', "f.jsonl:2: has no 'report'", id="no report"),
        pytest.param('{"report": "x"}', "f.jsonl:2: there is no report 'x' in '.'", id="unknown report"),
        pytest.param("[" * 100_000, "f.jsonl:2: is not valid JSON: nested too deeply", id="deep"),
        pytest.param(
            '{"id": ' + "9" * 5000 + "}",
            "f.jsonl:2: is not valid JSON: a number is too long",
            id="long number",
        ),
    ],
)
@pytest.mark.parametrize("option", ["--claims", "--prose"])
def test_a_bad_line_is_named(cli: Cli, folder: Path, option: str, line: str, says: str) -> None:
    good = json.dumps({"id": "0", "report": "fengqiao", "text": "", "value": "1"})
    (folder / "f.jsonl").write_text(f"{good}\n{line}\n", encoding="utf-8")
    _refused(cli, ["check", option, "f.jsonl", "--reports", ".", "--json"], 3, says)


@pytest.mark.parametrize(
    ("case", "says"),
    [
        pytest.param('{"id": 1}', "f.jsonl:1: is not a case {id, lang, text}", id="no text"),
        pytest.param('{"text": "x", "lang": ["zh"]}', "with lang zh or en", id="lang"),
        pytest.param('{"id": {}, "text": "x"}', "the id is neither text nor a whole number", id="id"),
    ],
)
def test_a_bad_case_is_named(cli: Cli, folder: Path, case: str, says: str) -> None:
    (folder / "f.jsonl").write_text(f"{case}\n", encoding="utf-8")
    _refused(cli, ["numbers", "--cases", "f.jsonl", "--json"], 3, says)


def test_two_different_reports_of_one_name(cli: Cli, folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub/fengqiao.txt").write_text("别的报告", encoding="utf-8")
    (folder / "c.jsonl").write_text('{"report": "fengqiao"}', encoding="utf-8")
    _refused(
        cli, ["check", "--claims", "c.jsonl", "--reports", "."], 3, "there are several reports 'fengqiao'"
    )


@pytest.mark.parametrize(
    ("args", "says"),
    [
        pytest.param(["frob"], "No such command 'frob'", id="command"),
        pytest.param(["brief"], "Missing argument", id="no report"),
        pytest.param(["brief", "fengqiao.txt", "--frob"], "No such option: --frob", id="option"),
        pytest.param(["brief", "fengqiao.txt", "--engine", "cloud"], "'cloud'", id="choice"),
        pytest.param(["brief", "fengqiao.txt", "--format", "pdf"], "'pdf'", id="format"),
        pytest.param(["brief", "fengqiao.txt", "--engine", "model"], "--engine: the model engine needs a model", id="no model"),
        pytest.param(["brief", "fengqiao.txt", "-m", "gpt"], "no provider in the model name 'gpt'", id="model name"),
        pytest.param(["brief", "fengqiao.txt", "-m", "openai:x"], "set OPENAI_API_KEY", id="no key"),
        pytest.param(["brief", "fengqiao.txt", "--max-input", "big"], "--max-input: max_input wants a size", id="size"),
        pytest.param(["brief", "fengqiao.txt", "--config", "none.toml"], "none.toml: cannot be read", id="config"),
        pytest.param(["brief", "fengqiao.txt", "-o", "."], ".: this is a folder", id="output folder"),
        pytest.param(["brief", "fengqiao.txt", "-o", "no/such/x.md"], "there is no such folder", id="no output folder"),
        pytest.param(["compare", "fengqiao.txt"], "one report cannot be compared", id="one report"),
        pytest.param(["compare", "-", "-"], "standard input can be read only once", id="stdin twice"),
        pytest.param(["check", "-", "--source", "-"], "standard input can be read only once", id="stdin as source too"),
        pytest.param(["check"], "name one thing to check", id="nothing to check"),
        pytest.param(["check", "later.txt"], "add --source REPORT", id="no source"),
        pytest.param(["check", "--claims", "later.txt"], "or --reports DIR", id="no reports"),
        pytest.param(["numbers"], "name one file", id="no file"),
        pytest.param(["numbers", "later.txt", "--lang", "fr"], "'--lang': 'fr' is not one of 'zh', 'en'", id="language"),
        pytest.param(["numbers", "--cases", "later.txt"], "add --json", id="cases as a table"),
        pytest.param(["schema", "nope"], "no 'nope.schema.json' among the schemas", id="schema"),
        pytest.param(["schema", "--write", "nowhere"], "nowhere: there is no such folder", id="schema folder"),
    ],
)  # fmt: skip
def test_bad_usage(cli: Cli, args: list[str], says: str) -> None:
    _refused(cli, args, 2, says)


def test_a_bug_is_one_line_and_a_log(cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(digest: object, options: object) -> str:
        raise RuntimeError("secret sk-abcdefghijkl inside")

    monkeypatch.setattr("summarizer.render.briefing", broken)
    _refused(cli, ["brief", "fengqiao.txt"], 70, "this is a bug in summarizer (RuntimeError); details in ")
    log = next((folder.parent / "home").rglob("errors.log"))
    text = log.read_text(encoding="utf-8")
    assert "RuntimeError: secret *** inside" in text and "Traceback" in text
    assert log.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("args", "says"),
    [
        pytest.param(["--claims", "c.jsonl"], "add --source REPORT, or --reports DIR", id="no report"),
        pytest.param(
            ["--claims", "c.jsonl", "--source", "fengqiao.txt", "--reports", "."],
            "name one report",
            id="both",
        ),
        pytest.param(
            ["later.txt", "--source", "fengqiao.txt", "--reports", "."], "--reports goes with", id="a text"
        ),
    ],
)
def test_what_is_checked_against_is_said_once(cli: Cli, folder: Path, args: list[str], says: str) -> None:
    (folder / "c.jsonl").write_text('{"value": "1"}\n', encoding="utf-8")
    _refused(cli, ["check", *args], 2, says)


def test_an_unknown_report_says_how_reports_are_named(cli: Cli, folder: Path) -> None:
    (folder / "c.jsonl").write_text('{"value": "1", "report": "nowhere"}\n', encoding="utf-8")
    says = "there is no report 'nowhere' in '.' (give the name of the file without its folder and ending)"
    _refused(cli, ["check", "--claims", "c.jsonl", "--reports", "."], 3, says)


def test_an_unknown_provider_is_one_sentence(cli: Cli) -> None:
    result = cli("brief", "fengqiao.txt", "-m", "foo:bar")
    assert (result.code, len(result.err) < 200) == (2, True)
    assert "there is no provider 'foo'" in result.err


def test_two_brackets_never_stand_in_a_row(cli: Cli, folder: Path) -> None:
    (folder / "d.json").write_bytes(cli("digest", "fengqiao.txt").out)
    result = cli("check", "d.json", "--source", "later.txt")
    assert result.code == 3
    assert ") (" not in result.err and "; give the file 'fengqiao.txt'" in result.err
