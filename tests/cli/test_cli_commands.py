"""What each command prints, in the forms that other programs rely on."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from cli.runs import REPORT, Cli, Result

MENTION = {"start", "end", "text", "kind", "value", "value_max", "unit", "qualifier"}
COUNTED = {"name_zh", "name_en", "category", "aspect", "period", "quote_start", "quote_end", "key"}
FINDING = {"id", "verdict", "reason", "evidence", "candidates", "repair", "message"}
NUMBER = {"start", "end", "text", "kind", "verdict", "reason", "evidence", "message"}


def _rows(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.text.splitlines()]


def _lines(path: Path, *rows: object) -> str:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path.name


def test_brief_prints_a_briefing_and_nothing_else(cli: Cli) -> None:
    result = cli("brief", "fengqiao.txt")
    assert (result.code, result.err) == (0, "")
    assert result.text.startswith("# ")
    assert "12 special work reports" in result.text
    assert "no language model was used" in result.text


def test_what_is_not_a_whole_report_is_said_on_stderr_too(cli: Cli, folder: Path) -> None:
    (folder / "cut.txt").write_text(f"{REPORT.rstrip()}组织代表视察，推动解", encoding="utf-8")
    result = cli("digest", "cut.txt", "--format", "csv")
    assert result.code == 0
    assert result.err == (
        "summarizer: cut.txt: The file breaks off before the end of the report: what stood behind is missing here too.\n"
    )
    assert cli("digest", "cut.txt", "--format", "csv", "--quiet").err == ""


@pytest.mark.parametrize(
    ("form", "start", "quoted"),
    [
        pytest.param("md", "# ", False, id="Markdown has the places only"),
        pytest.param("txt", "Work Report", False, id="so has plain text"),
        pytest.param("html", "<!DOCTYPE html>", True, id="a web page has the words too"),
    ],
)
def test_brief_writes_each_format_with_its_usual_notes(cli: Cli, form: str, start: str, quoted: bool) -> None:
    result = cli("brief", "fengqiao.txt", "--format", form)
    assert (result.code, result.err) == (0, "")
    assert result.text.startswith(start)
    full = cli("brief", "fengqiao.txt", "--format", form, "--notes", "full").text
    short = cli("brief", "fengqiao.txt", "--format", form, "--notes", "short").text
    assert short != full and result.text == (full if quoted else short)


def test_brief_is_as_long_as_it_is_asked_to_be(cli: Cli) -> None:
    short, standard, full = (
        cli("brief", "fengqiao.txt", "--length", length).text for length in ("short", "standard", "full")
    )
    assert len(short) < len(standard) <= len(full)
    assert "## Indicators" not in short and "## Closing account" in short
    assert "听取" in cli("brief", "fengqiao.txt", "--length", "short", "--bilingual").text


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
    rows = _rows(result)
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
    rows = _rows(cli("numbers", "-", "--json", "--lang", "en", stdin=b"They held over 30 meetings."))
    assert [(row["value"], row["qualifier"], set(row)) for row in rows] == [("30", "over", MENTION)]


def test_numbers_of_cases(cli: Cli, folder: Path) -> None:
    cases = _lines(
        folder / "cases.jsonl",
        {"id": "a", "lang": "zh", "text": "接待群众***人次，走访30余户", "more": 1},
        {"id": 2, "lang": "en", "text": "two meetings"},
        {"id": None, "text": ""},
    )
    rows = _rows(cli("numbers", "--cases", cases, "--json"))
    assert [row["id"] for row in rows] == ["a", 2, None]
    assert [len(row["mentions"]) for row in rows] == [2, 1, 0]
    masked, visited = rows[0]["mentions"]
    assert masked["masked"] and masked["value"] is None
    assert (visited["num_start"], visited["num_end"], visited["value"]) == (12, 14, "30")


def test_outline_and_regions(cli: Cli, folder: Path) -> None:
    rows = _rows(cli("outline", "fengqiao.txt", "--json"))
    assert all(set(row) == {"start", "end", "level", "title", "class"} for row in rows)
    found = {row["title"]: (row["level"], row["class"]) for row in rows}
    assert found["（一）立法工作扎实推进"] == (2, "legislation")
    (folder / "paged.txt").write_text(REPORT.replace("（三）", "第 2 页 共 3 页\n（三）"), encoding="utf-8")
    regions = _rows(cli("outline", "paged.txt", "--regions", "--json"))
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


def test_a_digest_is_checked_against_its_report(cli: Cli, folder: Path) -> None:
    digest = json.loads(cli("digest", "fengqiao.txt", "-o", "-").text)
    (folder / "d.json").write_text(json.dumps(digest), encoding="utf-8")
    result = cli("check", "d.json", "--source", "fengqiao.txt", "--json")
    rows = _rows(result)
    assert result.code == 0
    figures = [r for r in rows if "." not in r["id"]]
    sentences = [r for r in rows if "numbers" in r]
    assert [row["id"] for row in figures] == [indicator["id"] for indicator in digest["indicators"]]
    assert [row["text"] for row in sentences] == [
        *(sentence["text"] for sentence in digest["overview"]),
        *(sentence["text"] for section in digest["sections"] for sentence in section["sentences"]),
    ]
    assert all(set(row) >= FINDING and "text" in row for row in rows)
    assert all(row["verdict"] == "supported" for row in [*figures, *sentences] if row.get("numbers") != [])
    assert {(row["verdict"], row["message"]) for row in rows if row["verdict"] != "supported"} <= {
        (None, "It has no number."),
        (None, "The sentence has no number."),
    }


@pytest.mark.parametrize("cites", [pytest.param(True, id="citing"), pytest.param(False, id="citing nothing")])
def test_a_forged_sentence_of_a_digest_is_found(cli: Cli, folder: Path, cites: bool) -> None:
    digest = json.loads(cli("digest", "fengqiao.txt").text)
    index, sentence = next(
        (number, sentence)
        for number, section in enumerate(digest["sections"])
        for sentence in section["sentences"]
        if sentence["cites"]
    )
    sentence["text"] = "The Standing Committee built 999 bridges."
    sentence["cites"] = sentence["cites"] if cites else []
    (folder / "d.json").write_text(json.dumps(digest), encoding="utf-8")
    result = cli("check", "d.json", "--source", "fengqiao.txt", "--json")
    (found,) = [row for row in _rows(result) if row["verdict"] not in {"supported", None}]
    assert (result.code, found["text"]) == (1, sentence["text"])
    assert found["id"].startswith(f"s{index}.")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        pytest.param("value", "21", id="another value"),
        pytest.param("quote", "听取和审议专项工作报告21项", id="another quote"),
        pytest.param("start", 0, id="another place"),
        pytest.param("name_zh", "开展执法检查", id="another name"),
    ],
)
def test_a_forged_row_of_a_digest_is_found(cli: Cli, folder: Path, field: str, value: str | int) -> None:
    digest = json.loads(cli("digest", "fengqiao.txt").text)
    row = next(indicator for indicator in digest["indicators"] if indicator["text"] == "12项")
    row[field] = value
    if field == "start":
        row["value"] = "21"
    (folder / "d.json").write_text(json.dumps(digest), encoding="utf-8")
    result = cli("check", "d.json", "--source", "fengqiao.txt", "--json")
    assert result.code == 1
    assert row["id"] in [
        found["id"] for found in _rows(result) if found["verdict"] not in {"supported", None}
    ]


def test_a_text_is_checked_number_by_number(cli: Cli) -> None:
    text = b"The Standing Committee heard 12 special work reports. It carried out 50 law enforcement inspections."
    result = cli("check", "-", "--source", "fengqiao.txt", "--json", stdin=text)
    (row,) = _rows(result)
    assert result.code == 1
    assert [set(number) for number in row["numbers"]] == [NUMBER, NUMBER]
    assert [number["verdict"] for number in row["numbers"]] == ["supported", "contradicted"]
    table = cli("check", "-", "--source", "fengqiao.txt", "--fail-on", "never", stdin=text)
    assert table.code == 0
    assert table.text.endswith("1 supported, 1 contradicted\n")


def test_claims_are_checked_against_the_reports_they_name(cli: Cli, folder: Path) -> None:
    (folder / "deep/er").mkdir(parents=True)
    (folder / "fengqiao.txt").rename(folder / "deep/er/fengqiao.v2.txt")
    claims = _lines(
        folder / "claims.jsonl",
        {"id": "a", "report": "fengqiao", "name_zh": "办理代表建议", "value": "146", "unit": "件"},
        {"id": "b", "report": "fengqiao.v2", "name_zh": "办理代表建议", "value": "164", "unit": "件"},
    )
    result = cli("check", "--claims", claims, "--reports", ".", "--json")
    assert result.code == 1
    assert [(row["id"], row["verdict"]) for row in _rows(result)] == [
        ("a", "supported"),
        ("b", "contradicted"),
    ]
    assert all(set(row) == FINDING for row in _rows(result))
    assert cli("check", "--claims", claims, "--reports", ".", "--fail-on", "never").code == 0


def test_sentences_are_checked_against_a_report_or_their_own_source(cli: Cli, folder: Path) -> None:
    cases = _lines(
        folder / "prose.jsonl",
        {
            "id": "a",
            "report": "later",
            "lang": "en",
            "text": "A total of 158 suggestions of deputies were handled.",
        },
        {
            "id": "b",
            "zh": "办理代表建议146件。",
            "text": "A total of 146 suggestions of deputies were handled.",
        },
    )
    result = cli("check", "--prose", cases, "--reports", ".", "--json")
    assert result.code == 0
    assert [(row["id"], [n["verdict"] for n in row["numbers"]]) for row in _rows(result)] == [
        ("a", ["supported"]),
        ("b", ["supported"]),
    ]


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
    rows = {row["key"]: row for row in _rows(cli("config", "show", "--origin", "--json"))}
    assert rows["max_input"] == {"key": "max_input", "value": 1_000_000, "origin": "summarizer.toml"}
    assert rows["retries"] == {"key": "retries", "value": 2, "origin": "SUMMARIZER_RETRIES"}
    assert rows["engine"] == {"key": "engine", "value": "offline", "origin": "default"}
    table = cli("config", "show").text
    assert "max_input     1000000" in table
    assert "sk-notshown" not in table


def test_checking_a_digest_gives_every_text_and_glance_line_a_verdict(cli: Cli, folder: Path) -> None:
    digest = json.loads(cli("digest", "fengqiao.txt").text)
    (folder / "d.json").write_text(json.dumps(digest), encoding="utf-8")
    rows = {row["id"]: row for row in _rows(cli("check", "d.json", "--source", "fengqiao.txt", "--json"))}
    assert {f"{row['id']}.name" for row in digest["indicators"]} <= rows.keys()
    assert {f"s{at}.title" for at, s in enumerate(digest["sections"]) if s["title_zh"]} <= rows.keys()
    assert {f"glance.{at}" for at, _ in enumerate(digest["glance"], start=1)} <= rows.keys()
    assert "report.title_en" in rows
    assert not any(id.startswith("not_reported.") for id in rows)


@pytest.mark.parametrize(
    ("place", "id"),
    [
        pytest.param(("indicators", 0, "name_zh"), "i1.name", id="name"),
        pytest.param(("report", "session"), "report.session", id="session"),
        pytest.param(("sections", 1, "title_en"), "s1.title", id="heading"),
    ],
)
def test_a_forged_text_of_a_digest_is_found(
    cli: Cli, folder: Path, place: tuple[str | int, ...], id: str
) -> None:
    digest = json.loads(cli("digest", "fengqiao.txt").text)
    *path, last = place
    part = digest
    for step in path:
        part = part[step]
    part[last] = "some 8,819 reports"
    digest["context"].append("8819")
    (folder / "d.json").write_text(json.dumps(digest), encoding="utf-8")
    result = cli("check", "d.json", "--source", "fengqiao.txt", "--json")
    assert result.code == 1
    assert [row["id"] for row in _rows(result) if row["verdict"] == "unsupported"] == [id]


def test_figures_that_a_digest_left_out_are_listed_by_section_and_counted(cli: Cli, folder: Path) -> None:
    digest = json.loads(cli("digest", "fengqiao.txt").text)
    gone = [row for row in digest["indicators"] if row["id"] not in digest["glance"]][:2]
    digest["indicators"] = [row for row in digest["indicators"] if row not in gone]
    ids = {row["id"] for row in gone}
    for section in digest["sections"]:
        section["sentences"] = [s for s in section["sentences"] if not ids & set(s["cites"])]
    (folder / "d.json").write_text(json.dumps(digest), encoding="utf-8")
    rows = _rows(cli("check", "d.json", "--source", "fengqiao.txt", "--json"))
    missing = [row for row in rows if row["id"].startswith("not_reported.")]
    assert [row["text"] for row in missing] == [row["text"] for row in gone]
    assert [row["evidence"] for row in missing] == [[[row["start"], row["end"]]] for row in gone]
    assert [row["section"] for row in missing] == [
        digest["sections"][row["section"]]["title_zh"] for row in gone
    ]
    shown = cli("check", "d.json", "--source", "fengqiao.txt").text
    assert "2 figures of the report not reported" in shown
    assert "This account does not fit the digest's own rows." in cli("brief", "d.json").text


CLAIM = {"name_zh": "办理代表建议", "value": "164", "unit": "件"}


def test_claims_about_one_report_need_not_name_it(cli: Cli, folder: Path) -> None:
    claims = _lines(folder / "claims.jsonl", CLAIM, CLAIM | {"id": "b", "value": "146"})
    result = cli("check", "--claims", claims, "--source", "fengqiao.txt", "--json")
    assert [(row["id"], row["verdict"]) for row in _rows(result)] == [(1, "contradicted"), ("b", "supported")]


def test_sentences_about_one_report_need_not_name_it(cli: Cli, folder: Path) -> None:
    prose = _lines(folder / "p.jsonl", {"text": "The committee heard 12 special work reports."})
    result = cli("check", "--prose", prose, "--source", "fengqiao.txt", "--json")
    assert [(row["id"], [n["verdict"] for n in row["numbers"]]) for row in _rows(result)] == [
        (1, ["supported"])
    ]


@pytest.mark.parametrize("name", ["fengqiao", "fengqiao.txt"])
def test_a_report_is_named_with_or_without_its_ending(cli: Cli, folder: Path, name: str) -> None:
    claims = _lines(folder / "claims.jsonl", CLAIM | {"report": name})
    assert cli("check", "--claims", claims, "--reports", ".").code == 1


def test_a_table_of_claims_says_what_is_claimed(cli: Cli, folder: Path) -> None:
    claims = _lines(folder / "claims.jsonl", CLAIM)
    shown = cli("check", "--claims", claims, "--source", "fengqiao.txt").text
    assert "办理代表建议: 164 件" in shown


def test_only_findings_leaves_out_what_is_supported_but_counts_it(cli: Cli, folder: Path) -> None:
    claims = _lines(folder / "claims.jsonl", CLAIM | {"id": "bad"}, CLAIM | {"id": "good", "value": "146"})
    args = ("check", "--claims", claims, "--source", "fengqiao.txt", "--only-findings")
    assert [row["id"] for row in _rows(cli(*args, "--json"))] == ["bad"]
    text = cli(*args).text
    assert "good" not in text
    assert text.endswith("1 contradicted, 1 supported\n")


def test_only_findings_of_what_has_none_is_the_count(cli: Cli, folder: Path) -> None:
    claims = _lines(folder / "claims.jsonl", CLAIM | {"value": "146"})
    shown = cli("check", "--claims", claims, "--source", "fengqiao.txt", "--only-findings")
    assert (shown.code, shown.text) == (0, "1 supported\n")


def test_only_findings_of_a_text(cli: Cli) -> None:
    stdin = b"The committee heard 12 special work reports and 99 cats."
    result = cli("check", "-", "--source", "fengqiao.txt", "--only-findings", "--json", stdin=stdin)
    assert [number["text"] for number in _rows(result)[0]["numbers"]] == ["99"]


def test_a_bare_config_is_its_help(cli: Cli) -> None:
    bare = cli("config")
    assert (bare.code, bare.err, bare.text) == (0, "", cli("config", "--help").text)


def test_the_help_of_check_tells_when_it_fails(cli: Cli) -> None:
    assert "[default: unsupported]" in " ".join(cli("check", "--help").text.split())
