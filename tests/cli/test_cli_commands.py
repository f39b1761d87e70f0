"""What each command prints, in the forms that other programs rely on."""

import json
from pathlib import Path

import jsonschema
import pytest

from cli.runs import REPORT, Cli, written_lines

MENTION = {"start", "end", "text", "kind", "value", "value_max", "unit", "qualifier"}
COUNTED = {"name_zh", "name_en", "category", "aspect", "period", "quote_start", "quote_end", "key"}


def test_what_is_not_a_whole_report_is_said_on_stderr_too(cli: Cli, folder: Path) -> None:
    (folder / "cut.txt").write_text(f"{REPORT.rstrip()}组织代表视察，推动解", encoding="utf-8")
    result = cli("digest", "cut.txt", "--format", "csv")
    assert result.code == 0
    assert result.err == (
        "summarizer: cut.txt: The file breaks off before the end of the report: what stood behind is missing here too.\n"
    )
    assert cli("digest", "cut.txt", "--format", "csv", "--quiet").err == ""


def test_digest_is_by_its_schema_and_brief_takes_it(cli: Cli, folder: Path) -> None:
    result = cli("digest", "fengqiao.txt", "-o", "d.json")
    assert (result.code, result.out, result.err) == (0, b"", "")
    digest = json.loads((folder / "d.json").read_bytes())
    jsonschema.validate(digest, json.loads(cli("schema", "digest").text))
    assert digest["source"]["name"] == "fengqiao.txt"
    assert digest["engine"]["name"] == "offline"
    assert cli("brief", "d.json").out == cli("brief", "fengqiao.txt").out


def test_a_digest_of_a_saved_digest_is_that_digest(cli: Cli) -> None:
    cli("digest", "fengqiao.txt", "-o", "d.json")
    again = cli("digest", "d.json")
    assert (again.code, again.out) == (0, cli("digest", "fengqiao.txt").out)


@pytest.mark.parametrize("first", ["fengqiao.txt", "d.json"])
def test_compare_takes_reports_and_digests(cli: Cli, first: str) -> None:
    cli("digest", "fengqiao.txt", "-o", "d.json")
    result = cli("compare", first, "later.txt")
    assert (result.code, result.err) == (0, "")
    assert "| 146 " in result.text and "| 158 " in result.text
    as_json = cli("compare", first, "later.txt", "--format", "json")
    assert {"reports", "rows", "summary"} <= set(json.loads(as_json.text))


def test_numbers_have_the_fields_of_the_contract(cli: Cli) -> None:
    result = cli("numbers", "fengqiao.txt", "--json")
    rows = result.rows
    assert (result.code, result.err) == (0, "")
    assert all(row["text"] == REPORT[row["start"] : row["end"]] for row in rows)
    assert all(set(row) == MENTION | (COUNTED if row["kind"] == "indicator" else set()) for row in rows)
    heard = next(row for row in rows if row["text"] == "12项")
    assert (heard["value"], heard["unit"], heard["aspect"], heard["period"]) == (
        "12",
        "项",
        "reported",
        "2023",
    )
    assert "special work reports" in heard["name_en"]
    assert next(row for row in rows if "*" in row["text"])["qualifier"] == "masked"


def test_numbers_of_english(cli: Cli) -> None:
    rows = cli("numbers", "-", "--json", "--lang", "en", stdin=b"They held over 30 meetings.").rows
    assert [(row["value"], row["qualifier"], set(row)) for row in rows] == [("30", "over", MENTION)]


def test_numbers_of_cases(cli: Cli, folder: Path) -> None:
    cases = written_lines(
        folder / "cases.jsonl",
        {"id": "a", "lang": "zh", "text": "接待群众***人次，走访30余户", "more": 1},
        {"id": 2, "lang": "en", "text": "two meetings"},
        {"id": None, "text": ""},
    )
    rows = cli("numbers", "--cases", cases, "--json").rows
    assert [row["id"] for row in rows] == ["a", 2, None]
    assert [len(row["mentions"]) for row in rows] == [2, 1, 0]
    masked, visited = rows[0]["mentions"]
    assert masked["masked"] and masked["value"] is None
    assert (visited["num_start"], visited["num_end"], visited["value"]) == (12, 14, "30")


def test_outline_and_regions(cli: Cli, folder: Path) -> None:
    rows = cli("outline", "fengqiao.txt", "--json").rows
    assert all(set(row) == {"start", "end", "level", "title", "class"} for row in rows)
    found = {row["title"]: (row["level"], row["class"]) for row in rows}
    assert found["（一）立法工作扎实推进"] == (2, "legislation")
    (folder / "paged.txt").write_text(REPORT.replace("（三）", "第 2 页 共 3 页\n（三）"), encoding="utf-8")
    regions = cli("outline", "paged.txt", "--regions", "--json").rows
    assert [(set(row), row["kind"]) for row in regions] == [({"start", "end", "kind"}, "page_number")]


@pytest.mark.parametrize(
    "args",
    [("numbers", "fengqiao.txt"), ("outline", "fengqiao.txt"), ("outline", "fengqiao.txt", "--regions")],
)
def test_tables_for_people(cli: Cli, args: tuple[str, ...]) -> None:
    plain = cli(*args)
    assert (plain.code, plain.err) == (0, "")
    assert "\x1b[" not in plain.text
    assert "\x1b[" in cli(*args, "--color", "always").text


@pytest.mark.parametrize(("bar", "code"), [("never", 0), ("contradicted", 1)])
def test_flagged_figures_of_a_digest_count_at_the_bar(cli: Cli, folder: Path, bar: str, code: int) -> None:
    digest = json.loads(cli("digest", "fengqiao.txt").text)
    digest["indicators"][0] |= {"verdict": "contradicted", "reason": "VALUE"}
    (folder / "d.json").write_text(json.dumps(digest), encoding="utf-8")
    assert cli("brief", "d.json", "--fail-on", bar).code == code
    assert cli("compare", "d.json", "later.txt", "--fail-on", bar).code == code


def test_schemas_are_listed_printed_and_written(cli: Cli, folder: Path) -> None:
    listed = cli("schema").text.split()
    assert "digest" in listed
    assert cli("schema", "--write", ".").code == 0
    assert sorted(path.name for path in folder.glob("*.json")) == [f"{name}.schema.json" for name in listed]
    assert cli("schema", "--write", ".").code == 2
    assert cli("schema", "--write", ".", "--force").code == 0
    for name in listed:
        assert cli("schema", name).out == (folder / f"{name}.schema.json").read_bytes()


def test_settings_are_shown_with_their_origin(
    cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "summarizer.toml").write_text('max_input = "1MB"\n', encoding="utf-8")
    monkeypatch.setenv("SUMMARIZER_RETRIES", "2")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-notshownnotshown")
    rows = {row["key"]: row for row in cli("config", "show", "--origin", "--json").rows}
    assert rows["max_input"] == {"key": "max_input", "value": 1_000_000, "origin": "summarizer.toml"}
    assert rows["retries"] == {"key": "retries", "value": 2, "origin": "SUMMARIZER_RETRIES"}
    assert rows["engine"] == {"key": "engine", "value": "offline", "origin": "default"}
    table = cli("config", "show").text
    assert "max_input     1000000" in table
    assert "sk-notshown" not in table


def test_a_bare_config_is_its_help(cli: Cli) -> None:
    bare = cli("config")
    assert (bare.code, bare.err, bare.text) == (0, "", cli("config", "--help").text)
