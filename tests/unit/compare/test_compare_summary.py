"""The summary of a comparison by rules, every figure cited, and the page it stands on."""

import re

import pytest
from digest_builder import digest, indicator, linjiang, masked, report

from summarizer.compare import Comparison, comparison
from summarizer.digest import Digest, DigestIndicator
from summarizer.quantities import Aspect, Category, Qualifier
from summarizer.reading import Level
from summarizer.render import markdown, side_by_side
from summarizer.verify import Reason, Verdict

KEYS = (
    "special_reports_heard",
    "standing_committee_meetings",
    "regulations_enacted",
    "regulations_amended",
    "normative_documents_reviewed",
    "legislative_outreach_offices",
)


def _row(number: int, value: str, key: str, **fields: object) -> DigestIndicator:
    return indicator(number, value=value, key=key, unit="项", text=f"{value}项").model_copy(update=fields)


def _place(name: str, *rows: DigestIndicator) -> Digest:
    return digest(rows, meta=report(place=name), source=f"{name.lower()}.txt")


def _two() -> Comparison:
    """Shared and differing, shared and equal, five years against one, alone, masked, flagged."""
    linjiang = _place(
        "Linjiang",
        _row(1, "19", KEYS[0]),
        _row(2, "8", KEYS[1]),
        _row(3, "57", KEYS[2], period="2018-2022"),
        _row(4, "3", KEYS[3]),
        masked(5, key=KEYS[4]).model_copy(update={"unit": "项"}),
    )
    haibei = _place(
        "Haibei",
        _row(1, "6", KEYS[0]),
        _row(2, "8", KEYS[1]),
        _row(3, "4", KEYS[2]),
        _row(4, "45", KEYS[4]),
        _row(5, "77", KEYS[5], verdict=Verdict.CONTRADICTED, reason=Reason.VALUE),
    )
    return comparison([linjiang, haibei])


def _numbers(text: str) -> set[str]:
    return set(re.findall(r"\d[\d,.]*\d|\d", text))


def _said(result: Comparison, topic: str) -> list[str]:
    return [s.text for s in result.summary if s.topic == topic]


def test_two_reports_have_a_sentence_for_all_there_is_to_say() -> None:
    result = _two()
    assert [s.topic for s in result.summary] == [
        "shared", "differences", "outliers", "same", "alone", "not_compared", "not_compared",
    ]  # fmt: skip
    assert [s.text for s in result.summary] == [
        "Both reports give figures for Standing Committee meetings held, local regulations enacted and special work reports heard "
        "and deliberated.",
        "In supervision, Linjiang has a higher figure than Haibei for special work reports heard and deliberated (19 against 6).",
        "The widest gap is in special work reports heard and deliberated: 19 in Linjiang against 6 in Haibei.",
        "The same figure is given for Standing Committee meetings held (8).",
        "Only Linjiang gives local regulations amended (3).",
        "Not compared, because the periods differ in length: local regulations enacted: 57 in Linjiang (2018–2022) and 4 in Haibei "
        "(2022).",
        "Masked in the source: in Linjiang, normative documents filed and reviewed.",
    ]
    assert result.note == ""


def test_sentences_cite_the_cells_whose_figures_they_hold() -> None:
    result = _two()
    cells = {cell.cite: cell for row in result.rows for cell in row.cells}
    for sentence in result.summary:
        assert sentence.cites and sentence.verdict is Verdict.SUPPORTED
        allowed = set().union(*(_numbers(f"{cells[c].figure} {cells[c].period}") for c in sentence.cites))
        assert _numbers(sentence.text) <= allowed


def test_a_flagged_figure_never_stands_in_the_summary() -> None:
    assert all("77" not in sentence.text for sentence in _two().summary)


def test_a_report_beside_itself_has_equal_figures_only() -> None:
    whole = _place("Linjiang", *(_row(n, str(n + 2), key) for n, key in enumerate(KEYS, start=1)))
    texts = [s.text for s in comparison([whole, whole]).summary]
    assert any(text.startswith("The same figure is given for ") for text in texts)
    assert not any("higher" in text or "gap" in text for text in texts)


def test_reports_with_nothing_in_common_tell_what_each_has() -> None:
    a, b = _place("Linjiang", _row(1, "19", KEYS[0])), _place("Haibei", _row(1, "8", KEYS[1]))
    result = comparison([a, b])
    assert _said(result, "alone") == [
        "Only Linjiang gives special work reports heard and deliberated (19).",
        "Only Haibei gives Standing Committee meetings held (8).",
    ]
    assert "too few comparable figures" in result.note


def test_too_little_to_say_is_said() -> None:
    result = comparison([_place("Linjiang"), _place("Haibei")])
    assert result.summary == [] and "too few comparable figures" in result.note


def _ordered(*figures: tuple[str, str, Qualifier]) -> list[str]:
    """What is said of one row with a figure of each place."""
    rows = [(name, _row(1, value, KEYS[0], qualifier=qualifier)) for name, value, qualifier in figures]
    return _said(comparison([_place(name, row) for name, row in rows]), "differences")


EXACT, OVER = Qualifier.EXACT, Qualifier.OVER


@pytest.mark.parametrize(
    ("figures", "order"),
    [
        pytest.param(
            [("Linjiang", "19", EXACT), ("Haibei", "6", EXACT), ("Shanqian", "30", EXACT)],
            "highest in Shanqian (30), then Linjiang (19) and lowest in Haibei (6)",
            id="all apart",
        ),
        pytest.param(
            [("Linjiang", "30", EXACT), ("Haibei", "6", EXACT), ("Shanqian", "30", EXACT)],
            "highest in Linjiang and Shanqian (30) and lowest in Haibei (6)",
            id="a tie at the top",
        ),
        pytest.param(
            [("Linjiang", "88", EXACT), ("Haibei", "60", OVER), ("Shanqian", "42", EXACT)],
            "highest in Linjiang (88) and Haibei (over 60) and lowest in Shanqian (42)",
            id="over 60 may be 88",
        ),
        pytest.param(
            [("Linjiang", "31", EXACT), ("Haibei", "30", OVER), ("Shanqian", "35", EXACT)],
            "close together in Shanqian (35), Linjiang (31) and Haibei (over 30)",
            id="no order at all",
        ),
    ],
)
def test_three_reports_stand_in_an_order_as_far_as_it_is_certain(
    figures: list[tuple[str, str, Qualifier]], order: str
) -> None:
    assert _ordered(*figures) == [f"Special work reports heard and deliberated: {order}."]


def test_of_two_figures_whose_order_is_open_neither_is_called_the_higher() -> None:
    (text,) = _ordered(("Linjiang", "35", EXACT), ("Haibei", "30", OVER))
    assert text == (
        "In supervision, it is not certain whether Linjiang or Haibei has a higher figure for special work reports heard and deliberated (35 against over 30)."
    )


def test_what_is_far_above_the_rest_stands_out() -> None:
    places = zip(("Linjiang", "Haibei", "Shanqian"), ("91", "30", "19"), strict=True)
    said = _said(comparison([_place(n, _row(1, v, KEYS[0])) for n, v in places]), "outliers")
    assert said[1] == (
        "Far ahead of the rest: Linjiang in special work reports heard and deliberated (91, the next being 30 in Haibei)."
    )


def test_where_reports_are_about_different_years_sentences_say_which() -> None:
    a = digest([_row(1, "19", KEYS[0])], meta=report(place="Linjiang"), source="a.txt")
    b = digest(
        [_row(1, "6", KEYS[0], period="2023")], meta=report(place="Haibei", year="2023"), source="b.txt"
    )
    assert _said(comparison([a, b]), "outliers") == [
        "The widest gap is in special work reports heard and deliberated: 19 in Linjiang (2022) against 6 in Haibei (2023)."
    ]


def test_between_places_of_different_levels_rates_go_first() -> None:
    def rows(value: str, rate: str) -> list[DigestIndicator]:
        return [_row(1, value, KEYS[0]), _row(2, rate, "suggestions_completion_rate", unit="%")]

    province = _place("Donghai", *rows("900", "98"))
    province = province.model_copy(
        update={"report": province.report.model_copy(update={"level": Level.PROVINCE})}
    )
    said = _said(comparison([province, _place("Haibei", *rows("6", "90"))]), "outliers")
    assert said == [
        "A wide gap is in completion rate for deputies' suggestions: 98 percent in Donghai against 90 percent in Haibei."
    ]


def test_totals_of_the_economy_are_not_set_against_those_of_another_level() -> None:
    def place(name: str, level: Level, value: str) -> Digest:
        row = _row(1, value, "gdp", unit="元", category=Category.ECONOMY)
        made = _place(name, row)
        return made.model_copy(update={"report": made.report.model_copy(update={"level": level})})

    unlike = comparison([place("Donghai", Level.PROVINCE, "900"), place("Haibei", Level.COUNTY, "6")])
    alike = comparison([place("Donghai", Level.COUNTY, "900"), place("Haibei", Level.COUNTY, "6")])
    assert _said(unlike, "differences") == []
    assert len(_said(alike, "differences")) == 1


def test_plans_are_told_as_plans() -> None:
    plan = _row(1, "6", KEYS[2], aspect=Aspect.PLANNED, period="2023")
    result = comparison([_place("Linjiang", plan), _place("Haibei")])
    assert _said(result, "plans") == ["Planned in Linjiang: local regulations enacted (6, 2023)."]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("# Comparison: Linjiang · Haibei", id="title"),
        pytest.param("| Indicator | A · Linjiang | B · Haibei | From highest to lowest |", id="columns"),
        pytest.param(
            "| Special work reports heard and deliberated | 19 (2022) | 6 (2022) | Linjiang › Haibei |",
            id="shared",
        ),
        pytest.param(
            "| Standing Committee meetings held | 8 (2022) | 8 (2022) | Linjiang = Haibei |", id="tie"
        ),
        pytest.param(
            "| Local regulations enacted | 57 (2018–2022; per year: 11.4, derived) | 4 (2022) | – |",
            id="derived",
        ),
        pytest.param(
            "| Local regulations enacted | derived: 57 ÷ 5 = 11.4 | a year | Linjiang |", id="formula"
        ),
        pytest.param(
            "| Normative documents filed and reviewed | masked in the source (2022) | 45 (2022) | – |",
            id="masked",
        ),
        pytest.param("| Local regulations amended | 3 (2022) | – | – |", id="missing"),
        pytest.param("| Local legislative outreach offices | – | [!VALUE] 77 (2022) | – |", id="flagged"),
        pytest.param("| Local legislative outreach offices | – | flagged |", id="who reports: flagged"),
        pytest.param(
            "| Normative documents filed and reviewed | masked | reported |", id="who reports: masked"
        ),
    ],
)
def test_the_table_shows_every_state_of_a_figure(line: str) -> None:
    assert line in markdown(side_by_side(_two())).splitlines()


def test_every_sentence_has_a_footnote_with_its_sources() -> None:
    text = markdown(side_by_side(_two()))
    assert (
        "[^2]: A, characters 100–111: “听取专项工作报告19项”; B, characters 100–110: “听取专项工作报告6项”\n"
        in text
    )
    assert len(re.findall(r"^\d\. .*\[\^\d\]$", text, flags=re.M)) == 7


def test_what_the_program_counted_stands_in_one_line() -> None:
    counts = [
        line for line in markdown(side_by_side(_two())).splitlines() if "Counted by the program" in line
    ]
    assert len(counts) == 1 and "6 rows, 4 with figures of more than one report, 2 compared" in counts[0]


def test_a_comparison_without_rows_says_so() -> None:
    text = markdown(side_by_side(comparison([_place("Linjiang"), _place("Haibei")])))
    assert "None of the reports has a figure" in text and text.endswith("\n")


def test_a_hostile_place_and_file_stay_text() -> None:
    hostile = linjiang().model_copy(
        update={
            "report": report(place="A|B<script>"),
            "source": linjiang().source.model_copy(update={"name": "[x](y)\n# z"}),
        }
    )
    text = markdown(side_by_side(comparison([hostile, linjiang()])))
    assert "<script>" not in text and "\n# z" not in text and "[x](y)" not in text
