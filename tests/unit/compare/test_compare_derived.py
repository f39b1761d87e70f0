"""Figures that the program computes: by head, in another unit, a year; each only where its inputs stand in the reports."""

from collections.abc import Sequence

import pytest
from digest_builder import digest, indicator, report

from summarizer.compare import Cell, Comparison, comparison
from summarizer.digest import Digest, DigestIndicator
from summarizer.quantities import Category, Qualifier


def _place(name: str, *rows: DigestIndicator) -> Digest:
    return digest(rows, meta=report(place=name), source=f"{name}.txt")


def _figure(number: int, value: str, key: str, unit: str, **fields: object) -> DigestIndicator:
    return indicator(number, value=value, key=key, unit=unit).model_copy(update=fields)


def _people(value: str, **fields: object) -> DigestIndicator:
    return _figure(9, value, "resident_population", "人", **fields)


def _cells(result: Comparison, key: str) -> Sequence[Cell]:
    return next(row.cells for row in result.rows if row.key == key)


def test_a_count_stands_by_head_where_two_reports_state_their_population() -> None:
    result = comparison(
        [
            _place("Linjiang", _figure(1, "620", "suggestions_handled", "件"), _people("3100000")),
            _place("Haibei", _figure(1, "45", "suggestions_handled", "件"), _people("90000")),
        ]
    )
    derived = [cell.derived for cell in _cells(result, "suggestions_handled")]
    assert [(d.kind, d.formula) for (d,) in derived] == [
        ("per_10000_people", "620 ÷ 3.1 million people × 10,000 = 2"),
        ("per_10000_people", "45 ÷ 90,000 people × 10,000 = 5"),
    ]
    assert derived[0][0].cites == ["A:i1", "A:i9"]


@pytest.mark.parametrize(
    ("rows", "other"),
    [
        pytest.param([_figure(1, "620", "suggestions_handled", "件")], [_people("90000")], id="one population"),
        pytest.param(
            [_figure(1, "95", "suggestions_completion_rate", "%"), _people("3100000")], [_people("90000")], id="a rate"
        ),
        pytest.param(
            [_figure(1, "30000", "resident_disposable_income", "元"), _people("3100000")],
            [_people("90000")],
            id="by head already",
        ),
        pytest.param(
            [_figure(1, "620", "suggestions_handled", "件"), _people("3100000", period="2020")],
            [_people("90000")],
            id="population of another year",
        ),
        pytest.param(
            [_figure(1, "620", "suggestions_handled", "件"), _people("3100000").model_copy(update={"qualifier": Qualifier.MASKED, "value": None})],
            [_people("90000")],
            id="population masked",
        ),
    ],
)  # fmt: skip
def test_no_figure_by_head_without_its_inputs(
    rows: list[DigestIndicator], other: list[DigestIndicator]
) -> None:
    first = rows[0].model_copy(update={"value": "7"})
    result = comparison([_place("Linjiang", *rows), _place("Haibei", first, *other)])
    assert all(not cell.derived for row in result.rows for cell in row.cells)


def test_measures_that_convert_share_a_row_and_one_says_what_it_is_in_the_unit_of_the_other() -> None:
    places = [
        ("Linjiang", "43600000000", "斤"),
        ("Haibei", "30000000", "吨"),
        ("Shanqian", "20000000", "吨"),
    ]
    result = comparison(
        [_place(n, _figure(1, v, "grain_output", u, category=Category.ECONOMY)) for n, v, u in places]
    )
    (row,) = result.rows
    assert [(cell.figure, cell.rank) for cell in row.cells] == [
        ("43.6 billion jin", 2), ("30 million tonnes", 1), ("20 million tonnes", 3),
    ]  # fmt: skip
    assert [d.formula for d in row.cells[0].derived] == ["43.6 billion × 0.0005 = 21.8 million tonnes"]
    assert row.cells[1].derived == []


@pytest.mark.parametrize("key", ["forest_coverage", "liaison_stations", "gdp", "deputies_total"])
def test_a_level_is_never_divided_by_years(key: str) -> None:
    five = indicator(1, value="50", key=key, period="2018-2022")
    one = indicator(1, value="9", key=key)
    result = comparison([_place("Linjiang", five), _place("Haibei", one)])
    assert all(not cell.derived for row in result.rows for cell in row.cells)


def test_a_figure_of_any_size_can_be_divided() -> None:
    long = "9" * 40
    five = indicator(1, value=long, key="special_reports_heard", period="2018-2022")
    result = comparison(
        [_place("Linjiang", five), _place("Haibei", indicator(1, key="special_reports_heard"))]
    )
    assert _cells(result, "special_reports_heard")[0].per_year
