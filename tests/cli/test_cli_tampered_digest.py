"""A saved digest that somebody has changed: what `check` finds by its report, and what `brief` prints without it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cli.runs import Cli

Change = Callable[[dict[str, Any]], object]


def _row(digest: dict[str, Any], text: str = "12项") -> Any:
    return next(row for row in digest["indicators"] if row["text"] == text)


def _named(name_en: str) -> Change:
    return lambda digest: _row(digest).update(name_en=name_en)


def _uncited(digest: dict[str, Any]) -> None:
    """Drops a row, and the sentences and glance lines that rest on it."""
    gone = _row(digest)
    digest["indicators"].remove(gone)
    digest["glance"] = [id for id in digest["glance"] if id != gone["id"]]
    digest["overview"] = [s for s in digest["overview"] if gone["id"] not in s["cites"]]
    for section in digest["sections"]:
        section["sentences"] = [s for s in section["sentences"] if gone["id"] not in s["cites"]]


def _counted(field: str, number: object) -> Change:
    return lambda digest: digest["coverage"].update({field: number})


def _tampered(cli: Cli, folder: Path, change: Change) -> dict[str, Any]:
    digest: dict[str, Any] = json.loads(cli("digest", "fengqiao.txt").text)
    change(digest)
    (folder / "d.json").write_text(json.dumps(digest), encoding="utf-8")
    return digest


def _findings(cli: Cli) -> tuple[int, dict[str, tuple[str, str]]]:
    result = cli("check", "d.json", "--source", "fengqiao.txt", "--json")
    rows = result.rows
    return result.code, {
        r["id"]: (r["verdict"], r["reason"]) for r in rows if r["verdict"] not in {"supported", None}
    }


@pytest.mark.parametrize(
    "name_en", ["bridges built", "purple elephants", "special work reports rejected", "deputies trained"]
)
def test_an_altered_english_name_is_found(cli: Cli, folder: Path, name_en: str) -> None:
    row = _row(_tampered(cli, folder, _named(name_en)))
    code, found = _findings(cli)
    assert code == 1
    assert found[row["id"]] in {("unsupported", "NAME_NOT_FOUND"), ("contradicted", "SWAPPED")}


@pytest.mark.parametrize("name_en", ["bridges built", "purple elephants"])
def test_an_altered_name_without_a_word_of_its_row_is_flagged_in_a_briefing(
    cli: Cli, folder: Path, name_en: str
) -> None:
    _tampered(cli, folder, _named(name_en))
    text = cli("brief", "d.json").text
    assert f"{name_en.capitalize()} | [!NAME_NOT_FOUND] 12" in text
    assert "1 flagged" in text


def test_an_altered_name_with_a_word_of_its_row_is_marked_in_a_briefing(cli: Cli, folder: Path) -> None:
    _tampered(cli, folder, _named("special work reports rejected"))
    assert "Special work reports rejected†" in cli("brief", "d.json").text


@pytest.mark.parametrize(
    ("change", "field"),
    [
        pytest.param(_uncited, "reported", id="a row deleted"),
        pytest.param(_counted("supported", 999), "supported", id="a count too high"),
        pytest.param(_counted("masked", 0), "masked", id="a count too low"),
        pytest.param(_counted("not_reported", []), None, id="nothing changed"),
    ],
)
def test_an_account_that_does_not_fit_is_a_finding(
    cli: Cli, folder: Path, change: Change, field: str | None
) -> None:
    _tampered(cli, folder, change)
    code, found = _findings(cli)
    assert code == (0 if field is None else 1)
    assert field is None or found[f"coverage.{field}"] == ("contradicted", "VALUE")


def test_a_briefing_counts_the_account_anew(cli: Cli, folder: Path) -> None:
    right = cli("brief", "fengqiao.txt").text
    _tampered(cli, folder, _counted("supported", 999))
    text = cli("brief", "d.json").text
    said = next(line for line in right.splitlines() if line.startswith("- Of the figures reported"))
    assert said in text
    assert [line for line in text.splitlines() if "999" in line] == ["- Supported: [!VALUE] 999"]


def test_a_briefing_says_that_figures_are_missing_from_its_digest(cli: Cli, folder: Path) -> None:
    _tampered(cli, folder, _uncited)
    assert "| Figures missing from this digest | 1 |" in cli("brief", "d.json").text


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [("value", "13", "VALUE"), ("value", "120", "SCALE"), ("unit", "元", "UNIT"), ("unit", "件", "UNIT")],
)
def test_brief_and_check_agree_about_a_row_that_does_not_state_its_figure(
    cli: Cli, folder: Path, field: str, value: str, reason: str
) -> None:
    row = _row(_tampered(cli, folder, lambda digest: _row(digest).update({field: value})))
    code, found = _findings(cli)
    assert (code, found[row["id"]]) == (1, ("contradicted", reason))
    briefing = cli("brief", "d.json").text
    assert f"[!{reason}] " in briefing
    assert "[!NUMBER_NOT_FOUND] " not in briefing.partition("## Flagged")[0].partition("## Indicators")[2]


def test_only_the_wrong_number_of_a_sentence_is_flagged(cli: Cli, folder: Path) -> None:
    def change(digest: dict[str, Any]) -> None:
        for section in digest["sections"]:
            for sentence in section["sentences"]:
                if "12 special" in sentence["text"]:
                    sentence["text"] = "Of 12 special work reports 7 were returned."
                    return
        raise AssertionError

    _tampered(cli, folder, change)
    assert "- Of 12 special work reports [!NUMBER_NOT_FOUND] 7 were returned." in cli("brief", "d.json").text


def test_a_line_of_the_glance_has_the_reason_of_its_row(cli: Cli, folder: Path) -> None:
    digest = _tampered(cli, folder, lambda digest: None)
    row = next(r for r in digest["indicators"] if r["id"] == digest["glance"][0])
    _tampered(
        cli, folder, lambda d: next(r for r in d["indicators"] if r["id"] == row["id"]).update(value="9876")
    )
    _, found = _findings(cli)
    assert found["glance.1"] == found[row["id"]]


def test_texts_without_a_number_are_not_counted_as_supported(cli: Cli, folder: Path) -> None:
    _tampered(cli, folder, lambda digest: None)
    rows = cli("check", "d.json", "--source", "fengqiao.txt", "--json").rows
    without = [row for row in rows if row["verdict"] is None]
    assert {row["message"] for row in without} <= {"It has no number.", "The sentence has no number."}
    table = cli("check", "d.json", "--source", "fengqiao.txt").text
    last = f"{len(rows) - len(without)} supported; {len(without)} without a number to check"
    assert table.splitlines()[-1] == last
    assert all(row["text"] for row in rows)
