"""`summarizer check`: what is wrong with a digest, a text, claims or sentences is found and told."""

import json
from pathlib import Path

import pytest

from cli.runs import Cli, written_lines

FINDING = {"id", "verdict", "reason", "evidence", "candidates", "repair", "message"}

NUMBER = {"start", "end", "text", "kind", "verdict", "reason", "evidence", "message"}


CLAIM = {"name_zh": "办理代表建议", "value": "164", "unit": "件"}


def test_a_digest_is_checked_against_its_report(cli: Cli, folder: Path) -> None:
    digest = json.loads(cli("digest", "fengqiao.txt", "-o", "-").text)
    (folder / "d.json").write_text(json.dumps(digest), encoding="utf-8")
    result = cli("check", "d.json", "--source", "fengqiao.txt", "--json")
    rows = result.rows
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
    (found,) = [row for row in result.rows if row["verdict"] not in {"supported", None}]
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
    assert row["id"] in [found["id"] for found in result.rows if found["verdict"] not in {"supported", None}]


def test_a_text_is_checked_number_by_number(cli: Cli) -> None:
    text = b"The Standing Committee heard 12 special work reports. It carried out 50 law enforcement inspections."
    result = cli("check", "-", "--source", "fengqiao.txt", "--json", stdin=text)
    (row,) = result.rows
    assert result.code == 1
    assert [set(number) for number in row["numbers"]] == [NUMBER, NUMBER]
    assert [number["verdict"] for number in row["numbers"]] == ["supported", "contradicted"]
    table = cli("check", "-", "--source", "fengqiao.txt", "--fail-on", "never", stdin=text)
    assert table.code == 0
    assert table.text.endswith("1 supported, 1 contradicted\n")


def test_claims_are_checked_against_the_reports_they_name(cli: Cli, folder: Path) -> None:
    (folder / "deep/er").mkdir(parents=True)
    (folder / "fengqiao.txt").rename(folder / "deep/er/fengqiao.v2.txt")
    claims = written_lines(
        folder / "claims.jsonl",
        {"id": "a", "report": "fengqiao", "name_zh": "办理代表建议", "value": "146", "unit": "件"},
        {"id": "b", "report": "fengqiao.v2", "name_zh": "办理代表建议", "value": "164", "unit": "件"},
    )
    result = cli("check", "--claims", claims, "--reports", ".", "--json")
    assert result.code == 1
    assert [(row["id"], row["verdict"]) for row in result.rows] == [
        ("a", "supported"),
        ("b", "contradicted"),
    ]
    assert all(set(row) == FINDING for row in result.rows)
    assert cli("check", "--claims", claims, "--reports", ".", "--fail-on", "never").code == 0


def test_sentences_are_checked_against_a_report_or_their_own_source(cli: Cli, folder: Path) -> None:
    cases = written_lines(
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
    assert [(row["id"], [n["verdict"] for n in row["numbers"]]) for row in result.rows] == [
        ("a", ["supported"]),
        ("b", ["supported"]),
    ]


def test_checking_a_digest_gives_every_text_and_glance_line_a_verdict(cli: Cli, folder: Path) -> None:
    digest = json.loads(cli("digest", "fengqiao.txt").text)
    (folder / "d.json").write_text(json.dumps(digest), encoding="utf-8")
    rows = {row["id"]: row for row in cli("check", "d.json", "--source", "fengqiao.txt", "--json").rows}
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
    assert [row["id"] for row in result.rows if row["verdict"] == "unsupported"] == [id]


def test_figures_that_a_digest_left_out_are_listed_by_section_and_counted(cli: Cli, folder: Path) -> None:
    digest = json.loads(cli("digest", "fengqiao.txt").text)
    gone = [row for row in digest["indicators"] if row["id"] not in digest["glance"]][:2]
    digest["indicators"] = [row for row in digest["indicators"] if row not in gone]
    ids = {row["id"] for row in gone}
    for section in digest["sections"]:
        section["sentences"] = [s for s in section["sentences"] if not ids & set(s["cites"])]
    (folder / "d.json").write_text(json.dumps(digest), encoding="utf-8")
    rows = cli("check", "d.json", "--source", "fengqiao.txt", "--json").rows
    missing = [row for row in rows if row["id"].startswith("not_reported.")]
    assert [row["text"] for row in missing] == [row["text"] for row in gone]
    assert [row["evidence"] for row in missing] == [[[row["start"], row["end"]]] for row in gone]
    assert [row["section"] for row in missing] == [
        digest["sections"][row["section"]]["title_zh"] for row in gone
    ]
    shown = cli("check", "d.json", "--source", "fengqiao.txt").text
    assert "2 figures of the report not reported" in shown
    assert "This account does not fit the digest's own rows." in cli("brief", "d.json").text


def test_claims_about_one_report_need_not_name_it(cli: Cli, folder: Path) -> None:
    claims = written_lines(folder / "claims.jsonl", CLAIM, CLAIM | {"id": "b", "value": "146"})
    result = cli("check", "--claims", claims, "--source", "fengqiao.txt", "--json")
    assert [(row["id"], row["verdict"]) for row in result.rows] == [(1, "contradicted"), ("b", "supported")]


def test_sentences_about_one_report_need_not_name_it(cli: Cli, folder: Path) -> None:
    prose = written_lines(folder / "p.jsonl", {"text": "The committee heard 12 special work reports."})
    result = cli("check", "--prose", prose, "--source", "fengqiao.txt", "--json")
    assert [(row["id"], [n["verdict"] for n in row["numbers"]]) for row in result.rows] == [
        (1, ["supported"])
    ]


@pytest.mark.parametrize("name", ["fengqiao", "fengqiao.txt"])
def test_a_report_is_named_with_or_without_its_ending(cli: Cli, folder: Path, name: str) -> None:
    claims = written_lines(folder / "claims.jsonl", CLAIM | {"report": name})
    assert cli("check", "--claims", claims, "--reports", ".").code == 1


def test_a_table_of_claims_says_what_is_claimed(cli: Cli, folder: Path) -> None:
    claims = written_lines(folder / "claims.jsonl", CLAIM)
    shown = cli("check", "--claims", claims, "--source", "fengqiao.txt").text
    assert "办理代表建议: 164 件" in shown


def test_only_findings_leaves_out_what_is_supported_but_counts_it(cli: Cli, folder: Path) -> None:
    claims = written_lines(
        folder / "claims.jsonl", CLAIM | {"id": "bad"}, CLAIM | {"id": "good", "value": "146"}
    )
    args = ("check", "--claims", claims, "--source", "fengqiao.txt", "--only-findings")
    assert [row["id"] for row in cli(*args, "--json").rows] == ["bad"]
    text = cli(*args).text
    assert "good" not in text
    assert text.endswith("1 contradicted, 1 supported\n")


def test_only_findings_of_what_has_none_is_the_count(cli: Cli, folder: Path) -> None:
    claims = written_lines(folder / "claims.jsonl", CLAIM | {"value": "146"})
    shown = cli("check", "--claims", claims, "--source", "fengqiao.txt", "--only-findings")
    assert (shown.code, shown.text) == (0, "1 supported\n")


def test_only_findings_of_a_text(cli: Cli) -> None:
    stdin = b"The committee heard 12 special work reports and 99 cats."
    result = cli("check", "-", "--source", "fengqiao.txt", "--only-findings", "--json", stdin=stdin)
    assert [number["text"] for number in result.rows[0]["numbers"]] == ["99"]


def test_the_help_of_check_tells_when_it_fails(cli: Cli) -> None:
    assert "[default: unsupported]" in " ".join(cli("check", "--help").text.split())
