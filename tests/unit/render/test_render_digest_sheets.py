"""A digest as sheets: what each row says, and what it does not say of a figure that is not borne out."""

import json
from decimal import Decimal

from digest_builder import digest, indicator, linjiang, sentence, title_section
from digest_builder import section as section_of

from summarizer.digest import Digest, DigestSection
from summarizer.quantities import Qualifier
from summarizer.render import digest_sheets, indicator_sheet
from summarizer.render.sheet import CellValue, Sheet
from summarizer.verify import Reason, Verdict


def _rows(sheet: Sheet) -> list[dict[str, CellValue]]:
    return [dict(zip((column.name for column in sheet.columns), row, strict=True)) for row in sheet.rows]


def _sheet(of: Digest, name: str) -> list[dict[str, CellValue]]:
    (found,) = [sheet for sheet in digest_sheets(of) if sheet.name == name]
    return _rows(found)


def test_a_row_says_all_of_its_figure() -> None:
    row = _rows(indicator_sheet(linjiang()))[6]
    assert row == {
        "id": "i7",
        "name_en": "completion rate",
        "name_zh": "办结率",
        "figure_en": "94.35 percent",
        "value": Decimal("94.35"),
        "value_max": None,
        "unit": "%",
        "unit_en": "percent",
        "qualifier": "exact",
        "period": "2022",
        "aspect": "reported",
        "verdict": "supported",
        "reason": "EXACT",
        "message": "",
        "text": "94.35%",
        "quote": "办结率94.35%",
        "section_en": "Oversight",
        "section_zh": "监督工作",
        "category": "suggestions",
        "key": "",
        "start": 703,
        "end": 709,
        "quote_start": 700,
        "quote_end": 709,
        "page": None,
        "recognised": False,
        "evidence": "[[703, 709]]",
        "name_checked": False,
        "origin": "offline",
        "before": "[!ROUNDED] about 94 %",
        "repair": "",
        "report_title_en": "Work Report of the Standing Committee of the Linjiang Municipal People's Congress",
        "report_title_zh": "临江市人民代表大会常务委员会工作报告",
        "report_place": "Linjiang",
        "report_year": "2022",
        "report_kind": "congress_report",
        "report_form": "full",
        "report_missing": "",
        "source": "linjiang_2022.txt",
        "source_sha256": linjiang().source.sha256,
    }


def test_the_figure_that_was_claimed_stands_behind_its_flag_and_nowhere_else() -> None:
    row = _rows(indicator_sheet(linjiang()))[5]
    assert (row["figure_en"], row["verdict"], row["reason"]) == ("[!VALUE] 640", "contradicted", "VALUE")
    assert [row[name] for name in ("value", "value_max", "unit", "unit_en", "qualifier")] == [None] * 5
    assert row["text"] == "460件"
    told = {name for name, cell in row.items() if "640" in str(cell)}
    assert told == {"figure_en", "message"}


def test_ranges_masks_fractions_and_names_without_english() -> None:
    rows = _rows(indicator_sheet(linjiang()))
    assert (rows[1]["figure_en"], rows[1]["value"], rows[1]["value_max"]) == ("2 to 3", 2, 3)
    masked = rows[3]
    assert (masked["figure_en"], masked["value"], masked["unit_en"]) == (
        "masked in the source",
        None,
        "person-times",
    )
    assert (rows[4]["name_en"], rows[4]["figure_en"], rows[4]["qualifier"]) == ("", "over 30 件", "over")
    third = digest([indicator(1, value="1/3", unit="", text="三分之一", qualifier=Qualifier.ABOUT)])
    assert _rows(indicator_sheet(third))[0]["value"] == "1/3"


def test_evidence_can_be_read_by_a_program() -> None:
    for row in _rows(indicator_sheet(linjiang())):
        assert json.loads(str(row["evidence"])) == [[row["start"], row["end"]]]


def test_the_facts_of_report_source_engine_and_account() -> None:
    facts = {row["fact"]: row["value"] for row in _sheet(linjiang(), "Report")}
    assert facts["report: title_zh"] == "临江市人民代表大会常务委员会工作报告"
    assert facts["source: sha256"] == linjiang().source.sha256
    assert facts["engine: name"] == "offline"
    counts = {name: facts[f"account: {name}"] for name in ("numbers", "indicator", "date", "reported", "supported", "repaired", "flagged", "masked")}  # fmt: skip
    assert counts == {
        "numbers": 11,
        "indicator": 7,
        "date": 4,
        "reported": 6,
        "supported": 4,
        "repaired": 1,
        "flagged": 1,
        "masked": 1,
    }


def _told() -> list[DigestSection]:
    wrong = sentence("It heard 91 reports.", 1, verdict=Verdict.UNSUPPORTED, reason=Reason.NUMBER_NOT_FOUND)
    return [title_section(), section_of(sentences=[sentence("It heard 19 reports.", 1), wrong])]


def test_sentences_with_what_they_cite_and_the_flag_of_those_that_fail() -> None:
    told = digest([indicator(1)], sections=_told())
    told = told.model_copy(update={"overview": [sentence("19 reports in all.", 1)]})
    rows = _sheet(told, "Sentences")
    assert [(row["section_en"], row["text"], row["verdict"], row["cites"]) for row in rows] == [
        ("Summary", "19 reports in all.", "supported", "i1"),
        ("Oversight", "It heard 19 reports.", "supported", "i1"),
        ("Oversight", "[!NUMBER_NOT_FOUND] It heard 91 reports.", "unsupported", "i1"),
    ]


def test_what_is_flagged_has_a_sheet_only_where_something_is() -> None:
    (flag,) = _sheet(linjiang(), "Flagged")
    assert (flag["text"], flag["verdict"], flag["source"]) == ("deputies' suggestions: [!VALUE] 640 件", "contradicted", "代表建议460件")  # fmt: skip
    assert [sheet.name for sheet in digest_sheets(digest([indicator(1)]))] == [
        "Indicators",
        "Report",
        "Sentences",
    ]
