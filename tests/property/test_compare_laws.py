"""Laws of comparisons: what shares a row, what the order of the reports changes, what a report compared with itself gives."""

import re
from decimal import Decimal
from itertools import pairwise, permutations

from derivations import wrong_formulas
from digest_builder import digest, indicator, report
from hypothesis import given
from hypothesis import strategies as st

from summarizer.compare import Cell, Comparison, comparison
from summarizer.compare.counting import adds_up, counted_in
from summarizer.compare.order import above, in_groups
from summarizer.digest import Digest, DigestIndicator
from summarizer.quantities import Aspect, Qualifier
from summarizer.verify import Reason, Verdict

# Keys with the units that real reports count them in: things and occasions, people and attendances, money, masses, rates.
_COUNTED = (
    ("special_reports_heard", ("项", "件", "个", "")),
    ("satisfaction_assessments", ("次", "项", "场")),
    ("deputies_trained", ("人", "人次", "名", "人(次)")),
    ("petition_letters", ("件", "件次", "封")),
    ("gdp", ("元", "美元")),
    ("grain_output", ("吨", "斤", "公斤")),
    ("suggestions_completion_rate", ("%",)),
    ("resident_population", ("人",)),
    ("parades_held", ("次", "回")),  # a key that this installation does not have
)
_QUALIFIERS = [Qualifier.EXACT] * 4 + [Qualifier.OVER, Qualifier.ABOUT, Qualifier.NEARLY, Qualifier.MASKED]


@st.composite
def _figures(draw: st.DrawFn, year: str) -> list[DigestIndicator]:
    rows = []
    for number in range(1, draw(st.integers(min_value=0, max_value=7)) + 1):
        key, units = draw(st.sampled_from(_COUNTED))
        qualifier = draw(st.sampled_from(_QUALIFIERS))
        flagged = draw(st.integers(min_value=0, max_value=9)) == 0
        value = draw(st.integers(min_value=0, max_value=10**6))
        rows.append(
            indicator(
                number,
                key=key,
                unit=draw(st.sampled_from(units)),
                name_zh=draw(st.sampled_from(["听取报告", "听取专项报告", "报告"])),
                name_en="figures of its own",
                value=None if qualifier is Qualifier.MASKED else str(value),
                qualifier=qualifier,
                aspect=draw(st.sampled_from([Aspect.REPORTED, Aspect.REPORTED, Aspect.PLANNED])),
                period=draw(st.sampled_from([year, year, "2018-2022", "2019", ""])),
                verdict=Verdict.CONTRADICTED if flagged else Verdict.SUPPORTED,
                reason=Reason.VALUE if flagged else Reason.EXACT,
            )
        )
    return rows


@st.composite
def _reports(draw: st.DrawFn, *, least: int = 1) -> list[Digest]:
    made = []
    for number in range(draw(st.integers(min_value=least, max_value=3))):
        year = draw(st.sampled_from(["2021", "2022", "2023"]))
        place = draw(st.sampled_from(["Linjiang", "Haibei", ""]))
        made.append(
            digest(
                draw(_figures(year)),
                meta=report(place=place, year=year, period=draw(st.sampled_from(["", "", "2018-2022"]))),
                source=f"{number}.txt",
            )
        )
    return made


def _rows_by_source(result: Comparison, sources: list[str]) -> list[object]:
    """The rows without the letters of their reports."""
    name = dict(zip((r.id for r in result.reports), sources, strict=True))

    def told(cell: Cell) -> tuple[object, ...]:
        derived = tuple(d.formula for d in cell.derived)
        also = tuple(figure.indicator_id for figure in cell.also)
        return name[cell.report], cell.indicator_id, cell.hindrance, cell.rank, derived, also

    return [
        (row.key, row.name_en, row.label, row.unit, row.aspect, row.category, sorted(map(told, row.cells)))
        for row in result.rows
    ]


@given(made=_reports())
def test_a_row_has_figures_of_one_key_one_aspect_and_one_thing_counted(made: list[Digest]) -> None:
    by_cite: dict[str, DigestIndicator] = {}
    result = comparison(made)
    for letter, source in zip(result.reports, made, strict=True):
        by_cite |= {f"{letter.id}:{i.id}": i for i in source.indicators}
    for row in result.rows:
        figures = [
            by_cite[figure.cite] for figure in row.figures if figure not in [c.stated for c in row.changes]
        ]
        assert {figure.key for figure in figures} == {row.key}
        assert {figure.aspect for figure in figures} == {row.aspect}
        assert len({counted_in(figure.unit, row.key) for figure in figures}) == 1
        assert len({cell.report for cell in row.cells}) == len(row.cells)


@given(made=_reports())
def test_what_is_set_against_each_other_holds_and_covers_equal_periods(made: list[Digest]) -> None:
    for row in comparison(made).rows:
        cells = row.compared
        assert len(cells) != 1
        assert all(c.verdict is Verdict.SUPPORTED and c.value is not None for c in cells)
        assert len({cell.years for cell in cells}) <= 1


@given(made=_reports())
def test_the_order_of_the_reports_changes_no_row(made: list[Digest]) -> None:
    orders = [list(order) for order in permutations(made)]
    rows = [_rows_by_source(comparison(order), [d.source.name for d in order]) for order in orders]
    assert all(other == rows[0] for other in rows)


@given(made=_reports())
def test_a_report_compared_with_itself_has_equal_figures_and_a_warning(made: list[Digest]) -> None:
    result = comparison([made[0], made[0]])
    assert any("are the same report" in warning for warning in result.warnings)
    for row in result.rows:
        assert len({(cell.value, cell.unit, cell.qualifier) for cell in row.cells}) == 1
        assert not any(above(a, b) for a in row.compared for b in row.compared)
    assert not any(s.topic in {"differences", "outliers", "alone"} for s in result.summary)


@st.composite
def _reports_of_one_year_and_of_five(draw: st.DrawFn) -> list[Digest]:
    """Two reports or more of which the first tells of five years what the second tells of one: what a share of a year is for."""
    made = draw(_reports(least=2))
    key, units = draw(st.sampled_from([each for each in _COUNTED if adds_up(each[0])]))
    unit = draw(st.sampled_from(units))
    for each, period in zip(made, ("2018-2022", "2023"), strict=False):
        value = draw(st.integers(min_value=1, max_value=10**6))
        each.indicators.insert(0, indicator(8, key=key, unit=unit, value=str(value), period=period))
    return made


@given(made=_reports() | _reports_of_one_year_and_of_five())
def test_what_is_derived_comes_out_of_its_own_formula(made: list[Digest]) -> None:
    result = comparison(made)
    values = {Decimal(i.value) for d in made for i in d.indicators if i.value}
    for row in result.rows:
        derived = [d for cell in row.cells for d in cell.derived]
        derived += [d for change in row.changes for d in change.derived]
        assert wrong_formulas("\n".join(f"derived: {d.formula}" for d in derived), true=values) == []
        for one in derived:
            figures = {figure.cite: figure for row in result.rows for figure in row.figures}
            assert all(
                cite in figures and figures[cite].verdict is Verdict.SUPPORTED and figures[cite].value
                for cite in one.cites
            )


@given(made=_reports())
def test_every_sentence_rests_on_figures_of_the_comparison_that_hold_every_number_of_it(
    made: list[Digest],
) -> None:
    result = comparison(made)
    figures = {figure.cite: figure for row in result.rows for figure in row.figures}
    periods = " ".join(f"{r.period} {r.year} {r.label}" for r in result.reports)
    for sentence in result.summary:
        assert sentence.cites
        cited = [figures[cite] for cite in sentence.cites]
        allowed = " ".join([periods, *(f"{figure.figure} {figure.period}" for figure in cited)])
        numbers = set(re.findall(r"\d[\d,.]*\d|\d", allowed))
        assert set(re.findall(r"\d[\d,.]*\d|\d", sentence.text)) <= numbers
        assert all(figure.verdict is Verdict.SUPPORTED or "flagged" in sentence.text for figure in cited)


@given(made=_reports())
def test_who_reports_what_tells_every_key_of_every_report(made: list[Digest]) -> None:
    result = comparison(made)
    told = {(entry.key, id) for entry in result.coverage for id, states in entry.states.items() if states}
    wanted = {(i.key, r.id) for r, d in zip(result.reports, made, strict=True) for i in d.indicators if i.key}
    assert told == wanted
    assert [entry.key for entry in result.coverage] == list(dict.fromkeys(row.key for row in result.rows))


@given(made=_reports(least=2))
def test_a_group_is_certainly_above_the_next_and_every_cell_is_in_one(made: list[Digest]) -> None:
    for row in comparison(made).rows:
        groups = in_groups(row.compared)
        assert sorted(c.cite for group in groups for c in group) == sorted(c.cite for c in row.compared)
        for higher, lower in pairwise(groups):
            assert all(above(a, b) for a in higher for b in lower)


@given(made=_reports())
def test_charts_are_of_rows_with_figures_to_draw(made: list[Digest]) -> None:
    result = comparison(made)
    assert len(set(result.charts)) == len(result.charts) <= 6
    assert all(len(result.rows[at].compared) > 1 for at in result.charts)
