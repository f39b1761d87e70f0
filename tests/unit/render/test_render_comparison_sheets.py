"""A comparison as sheets."""

from decimal import Decimal

from digest_builder import digest, indicator, masked, report

from summarizer.compare import Comparison, comparison
from summarizer.quantities import Qualifier
from summarizer.render import comparison_sheets
from summarizer.render.sheet import CellValue
from summarizer.verify import Reason, Verdict

_KEY = "special_reports_heard"


def _comparison() -> Comparison:
    bad = indicator(
        2, key="suggestions_handled", value="640", unit="件", text="460件", verdict=Verdict.CONTRADICTED, reason=Reason.VALUE
    )  # fmt: skip
    one = digest([indicator(1, key=_KEY), bad, masked(3, key="appointments_removals")], source="one.txt")
    other = indicator(1, key=_KEY, value="21", text="21项", qualifier=Qualifier.OVER)
    return comparison([one, digest([other], meta=report(place="Yunqiao"), source="other.txt")])


def _trend() -> Comparison:
    later = indicator(1, key=_KEY, value="21", text="21项", period="2023")
    return comparison([digest([indicator(1, key=_KEY)]), digest([later], meta=report(year="2023"))])


def _rows(name: str) -> list[dict[str, CellValue]]:
    (sheet,) = [sheet for sheet in comparison_sheets(_comparison()) if sheet.name == name]
    return [dict(zip((column.name for column in sheet.columns), row, strict=True)) for row in sheet.rows]


def test_a_row_for_every_indicator_with_the_columns_of_each_report() -> None:
    shared, *alone = _rows("Comparison")
    assert (shared["key"], shared["unit"], shared["shared"]) == (_KEY, "项", True)
    assert (shared["A Linjiang: figure"], shared["A Linjiang: value"]) == ("19", 19)
    assert (shared["B Yunqiao: figure"], shared["B Yunqiao: value"]) == ("over 21", 21)
    assert (shared["A Linjiang: period"], shared["A Linjiang: verdict"]) == ("2022", "supported")
    assert {row["B Yunqiao: figure"] for row in alone} == {None}


def test_a_figure_that_is_not_borne_out_has_no_value() -> None:
    (wrong,) = [row for row in _rows("Comparison") if row["key"] == "suggestions_handled"]
    assert (wrong["A Linjiang: figure"], wrong["A Linjiang: value"]) == ("[!VALUE] 640", None)
    assert wrong["A Linjiang: verdict"] == "contradicted"
    (cell,) = [row for row in _rows("Figures") if row["key"] == "suggestions_handled"]
    assert (cell["figure"], cell["value"], cell["unit"], cell["qualifier"]) == (
        "[!VALUE] 640",
        None,
        None,
        None,
    )


def test_a_row_for_every_figure_leads_to_its_source() -> None:
    first, second, *_ = (row for row in _rows("Figures") if row["key"] == _KEY)
    assert (first["cite"], second["cite"]) == ("A:i1", "B:i1")
    assert (second["value"], second["qualifier"], second["years"]) == (Decimal(21), "over", 1)
    assert (second["quote"], second["start"], second["source"]) == ("听取专项工作报告21项", 108, "other.txt")
    assert second["source_sha256"] == _comparison().reports[1].sha256
    (hidden,) = [row for row in _rows("Figures") if row["key"] == "appointments_removals"]
    assert (hidden["figure"], hidden["value"], hidden["hindrance"]) == (
        "masked in the source",
        None,
        "masked",
    )


def test_what_is_derived_stands_with_its_formula_and_in_no_column_of_values() -> None:
    made = _trend()
    sheets = {sheet.name: sheet for sheet in comparison_sheets(made)}
    derived = [row for change in made.rows[0].changes for row in change.derived]
    assert derived
    names = [column.name for column in sheets["Derived"].columns]
    assert names == ["indicator", "key", "report", "kind", "derived", "formula", "cites"]
    assert [row[2:] for row in sheets["Derived"].rows] == [
        ("B", one.kind, one.figure, one.formula, ", ".join(one.cites)) for one in derived
    ]
    figures = sheets["Figures"]
    role = [column.name for column in figures.columns].index("role")
    assert {row[role] for row in figures.rows} == {"compared"}


def test_figures_behind_another_of_their_report_are_told_as_such() -> None:
    twice = digest([indicator(1, key=_KEY), indicator(2, key=_KEY, value="4", text="4项", period="2021")])
    made = comparison([twice, digest([indicator(1, key=_KEY)], meta=report(place="Yunqiao"))])
    sheet = next(sheet for sheet in comparison_sheets(made) if sheet.name == "Figures")
    names = [column.name for column in sheet.columns]
    told = {(row[names.index("cite")], row[names.index("role")]) for row in sheet.rows}
    assert ("A:i2", "further") in told
    assert {role for cite, role in told if cite in {"A:i1", "B:i1"}} == {"compared"}


def test_a_ranking_has_ranks_and_the_coverage_says_who_reports_what() -> None:
    shared, *_ = _rows("Comparison")
    assert (shared["A Linjiang: rank"], shared["B Yunqiao: rank"]) == (2, 1)
    coverage = {row["key"]: (row["A Linjiang"], row["B Yunqiao"]) for row in _rows("Coverage")}
    assert coverage[_KEY] == ("reported", "reported")
    assert coverage["suggestions_handled"] == ("flagged", None)
    assert coverage["appointments_removals"] == ("masked", None)


def test_the_summary_cites_and_the_reports_are_told() -> None:
    made = _comparison()
    assert made.summary
    told = [row for row in _rows("Summary") if row["topic"] not in {"warning", "note"}]
    assert [(row["topic"], row["text"], row["cites"], row["verdict"]) for row in told] == [
        (told.topic, told.text, ", ".join(told.cites), told.verdict.value) for told in made.summary
    ]
    assert [(row["id"], row["label"], row["source"]) for row in _rows("Reports")] == [
        ("A", "Linjiang", "one.txt"),
        ("B", "Yunqiao", "other.txt"),
    ]
