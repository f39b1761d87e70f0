"""The summary of a comparison: five sentences, every figure cited."""

import re

import pytest
from digest_builder import digest, indicator, linjiang, masked, report

from summarizer.compare import Comparison, comparison
from summarizer.digest import Digest, DigestIndicator
from summarizer.quantities import Aspect
from summarizer.reading import Level
from summarizer.render import comparison_markdown
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


def test_two_reports_have_five_sentences() -> None:
    texts = [s.text for s in _two().summary]
    assert len(texts) == 5 and _two().note == ""
    assert texts[0].startswith("Both reports give figures for ")
    assert texts[1] == (
        "The widest gap is in special work reports heard and deliberated: "
        "19 in Linjiang (2022) against 6 in Haibei (2022)."
    )
    assert texts[2].startswith(
        "Linjiang has the higher figure for special work reports heard and deliberated"
    )
    assert texts[3].startswith("Only Linjiang gives figures for local regulations amended")
    assert "because the periods differ in length" in texts[4]
    assert "because the source masks a figure in Linjiang" in texts[4]


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
    texts = [s.text for s in comparison([a, b]).summary]
    assert texts[0].startswith("Only Linjiang gives figures for special work reports heard")
    assert "only Haibei for Standing Committee meetings held" in texts[0]
    assert (
        texts[1]
        == "Among the figures of Linjiang alone: special work reports heard and deliberated, 19 (2022)."
    )


def test_too_little_to_say_is_said() -> None:
    result = comparison([_place("Linjiang"), _place("Haibei")])
    assert result.summary == [] and "too few comparable figures" in result.note


def test_three_reports_have_a_highest() -> None:
    reports = [
        _place(n, _row(1, v, KEYS[0])) for n, v in (("Linjiang", "19"), ("Haibei", "6"), ("Shanqian", "30"))
    ]
    texts = [s.text for s in comparison(reports).summary]
    assert texts[0].startswith("All the reports give figures for")
    assert "30 in Shanqian (2022) against 6 in Haibei (2022)" in texts[1]
    assert texts[2].startswith("Shanqian has the highest figure for")


def test_a_tie_at_the_top_has_no_highest() -> None:
    reports = [
        _place(n, _row(1, v, KEYS[0])) for n, v in (("Linjiang", "30"), ("Haibei", "6"), ("Shanqian", "30"))
    ]
    assert not any("highest" in s.text for s in comparison(reports).summary)


def test_between_places_of_different_levels_rates_go_first() -> None:
    def rows(value: str, rate: str) -> list[DigestIndicator]:
        return [_row(1, value, KEYS[0]), _row(2, rate, "suggestions_completion_rate", unit="%")]

    province = _place("Donghai", *rows("900", "98"))
    province = province.model_copy(
        update={"report": province.report.model_copy(update={"level": Level.PROVINCE})}
    )
    texts = [s.text for s in comparison([province, _place("Haibei", *rows("6", "90"))]).summary]
    assert (
        "A wide gap" in texts[1]
        and "98 percent in Donghai (2022) against 90 percent in Haibei (2022)" in texts[1]
    )
    assert texts[2].startswith("Another gap is in special work reports heard") or "higher" in texts[2]


def test_plans_fill_a_short_summary() -> None:
    plan = _row(1, "6", KEYS[2], aspect=Aspect.PLANNED, period="2023")
    texts = [s.text for s in comparison([_place("Linjiang", plan), _place("Haibei")]).summary]
    assert "Planned: local regulations enacted, 6 in Linjiang (2023)." in texts


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("# Comparison: Linjiang · Haibei", id="title"),
        pytest.param("| Indicator | A · Linjiang | B · Haibei |", id="columns"),
        pytest.param("| Special work reports heard and deliberated | 19 (2022) | 6 (2022) |", id="shared"),
        pytest.param(
            "| Local regulations enacted | 57 (2018–2022; per year: 11.4, derived) | 4 (2022) |", id="derived"
        ),
        pytest.param(
            "| Normative documents filed and reviewed | masked in the source (2022) | 45 (2022) |",
            id="masked",
        ),
        pytest.param("| Local regulations amended | 3 (2022) | – |", id="missing"),
        pytest.param("| Local legislative outreach offices | – | [!VALUE] 77 (2022) |", id="flagged"),
    ],
)
def test_the_table_shows_every_state_of_a_figure(line: str) -> None:
    assert line in comparison_markdown(_two()).splitlines()


def test_every_sentence_has_a_footnote_with_its_sources() -> None:
    text = comparison_markdown(_two())
    assert (
        "[^2]: A, characters 100–111: “听取专项工作报告19项”; B, characters 100–110: “听取专项工作报告6项”\n"
        in text
    )
    assert len(re.findall(r"^\d\. .*\[\^\d\]$", text, flags=re.M)) == 5


def test_what_the_program_counted_stands_in_one_line() -> None:
    counts = [line for line in comparison_markdown(_two()).splitlines() if "Counted by the program" in line]
    assert len(counts) == 1 and "6 rows, 4 with figures of more than one report, 2 compared" in counts[0]


def test_a_comparison_without_rows_says_so() -> None:
    text = comparison_markdown(comparison([_place("Linjiang"), _place("Haibei")]))
    assert "None of the reports has a figure" in text and text.endswith("\n")


def test_a_hostile_place_and_file_stay_text() -> None:
    hostile = linjiang().model_copy(
        update={
            "report": report(place="A|B<script>"),
            "source": linjiang().source.model_copy(update={"name": "[x](y)\n# z"}),
        }
    )
    text = comparison_markdown(comparison([hostile, linjiang()]))
    assert "<script>" not in text and "\n# z" not in text and "[x](y)" not in text
