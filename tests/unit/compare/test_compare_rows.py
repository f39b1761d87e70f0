"""Figures of several reports side by side."""

from collections.abc import Sequence

import pytest
from digest_builder import digest, indicator, linjiang, masked, report

from summarizer.compare import Cell, Comparison, comparison
from summarizer.compare.counting import years_of
from summarizer.compare.order import above
from summarizer.digest import Digest, DigestIndicator, Related
from summarizer.quantities import Aspect, Qualifier
from summarizer.reading import ReportKind
from summarizer.render import markdown, side_by_side
from summarizer.verify import Reason, RelationKind, Verdict

KEY = "special_reports_heard"


def _place(name: str, *rows: DigestIndicator, year: str = "2022") -> Digest:
    return digest(rows, meta=report(place=name, year=year), source=f"{name.lower()}.txt")


def _heard(
    value: str | None, number: int = 1, *, period: str = "2022", unit: str = "项", **fields: object
) -> DigestIndicator:
    row = indicator(number, value=value, unit=unit, key=KEY, period=period)
    return row.model_copy(update=fields)


def _cells(result: Comparison) -> dict[str, Cell]:
    (row,) = result.rows
    return {cell.report: cell for cell in row.cells}


@pytest.mark.parametrize(
    ("period", "years"),
    [
        ("2022", 1),
        ("2018-2022", 5),
        ("", None),
        ("2022-2018", None),
        ("spring", None),
        ("2022-", 1),
        ("20222", None),
    ],
)
def test_years_of_a_period(period: str, years: int | None) -> None:
    assert years_of(period) == years


def test_one_key_makes_one_row_with_the_name_of_the_taxonomy() -> None:
    result = comparison([_place("Linjiang", _heard("19")), _place("Haibei", _heard("6"))])
    (row,) = result.rows
    assert (row.key, row.name_en, row.unit) == (KEY, "special work reports heard and deliberated", "项")
    assert [(c.cite, c.value, c.hindrance) for c in row.cells] == [("A:i1", "19", ""), ("B:i1", "6", "")]


def test_a_key_of_another_taxonomy_keeps_the_name_of_its_figure() -> None:
    row = indicator(1, key="parades_held", name_en="parades held")
    assert comparison([_place("Linjiang", row)]).rows[0].name_en == "parades held"


def test_figures_without_a_key_are_only_counted() -> None:
    result = comparison([_place("Linjiang", indicator(1)), _place("Haibei", _heard("6"))])
    assert len(result.rows) == 1 and result.counts.without_key == 1


def test_plans_and_results_never_share_a_row() -> None:
    plan = _heard("6", aspect=Aspect.PLANNED)
    result = comparison([_place("Linjiang", _heard("19")), _place("Haibei", plan)])
    assert [row.aspect for row in result.rows] == [Aspect.REPORTED, Aspect.PLANNED]


@pytest.mark.parametrize(
    ("a", "b", "rows"),
    [
        pytest.param("件", "部", 1, id="measure words of documents"),
        pytest.param("项", "", 1, id="measure word and none"),
        pytest.param("家", "个", 1, id="measure words of organisations"),
        pytest.param("次", "场", 1, id="occasions"),
        pytest.param("人", "名", 1, id="people"),
        pytest.param("人", "人次", 2, id="people and attendances"),
        pytest.param("人(次)", "人次", 1, id="attendances in parentheses"),
        pytest.param("件", "件次", 2, id="letters and receipts of letters"),
        pytest.param("处", "个", 1, id="measure words of sites"),
        pytest.param("套", "个", 2, id="homes and communities"),
        pytest.param("斤", "吨", 1, id="measures that convert"),
        pytest.param("项", "次", 2, id="things and occasions"),
        pytest.param("元", "美元", 2, id="currencies"),
    ],
)
def test_units_that_count_the_same_share_a_row(a: str, b: str, rows: int) -> None:
    result = comparison([_place("Linjiang", _heard("19", unit=a)), _place("Haibei", _heard("6", unit=b))])
    assert len(result.rows) == rows
    if rows == 2:
        assert [row.cells[0].hindrance for row in result.rows] == ["unit", "unit"]
        assert len({row.label for row in result.rows}) == 2, "a reader can tell the rows apart"


def test_firms_counted_as_households_are_firms() -> None:
    def firms(unit: str) -> DigestIndicator:
        return indicator(1, key="high_tech_enterprises_new", unit=unit)

    assert len(comparison([_place("Linjiang", firms("户")), _place("Haibei", firms("家"))]).rows) == 1


def test_of_several_figures_the_first_that_holds_is_taken_and_the_rest_counted() -> None:
    wrong = _heard("7", 1, verdict=Verdict.CONTRADICTED, reason=Reason.VALUE)
    result = comparison(
        [_place("Linjiang", wrong, _heard("19", 2), _heard("20", 3)), _place("Haibei", _heard("6"))]
    )
    cell = _cells(result)["A"]
    assert (cell.indicator_id, cell.others) == ("i2", 2)
    assert result.counts.others == 2


def _first_of(*rows: DigestIndicator, relations: Sequence[Related] = ()) -> str:
    """Which of several figures of one report is set beside another report's."""
    own = digest(rows, meta=report(place="Linjiang"), relations=relations, source="l.txt")
    return _cells(comparison([own, _place("Haibei", _heard("6"))]))["A"].indicator_id


def _named(number: int, name_zh: str, **fields: object) -> DigestIndicator:
    row = indicator(number, name_zh=name_zh, value=str(number + 5), key=KEY)
    return row.model_copy(update=fields)


@pytest.mark.parametrize(
    ("rows", "first"),
    [
        pytest.param([_named(1, "听取专项报告"), _named(2, "听取专项报告")], "i1", id="what is told first"),
        pytest.param([_named(1, "听取报告", period="2021"), _named(2, "听取报告")], "i2", id="own period"),
        pytest.param(
            [_named(1, "听取报告", quote="上半年听取报告6项"), _named(2, "听取报告")], "i2", id="half a year"
        ),
        pytest.param([_named(1, "听取市级专项报告"), _named(2, "听取专项报告")], "i2", id="words put inside"),
        pytest.param([_named(1, "听取省、市报告"), _named(2, "听取省报告")], "i1", id="a second thing"),
        pytest.param([_named(1, "共听取报告"), _named(2, "听取报告")], "i1", id="a verb before"),
        pytest.param(
            [_named(1, "听取报告", verdict=Verdict.AMBIGUOUS), _named(2, "听取市级报告", period="2020")],
            "i2",
            id="one that holds, above all",
        ),
    ],
)
def test_the_headline_figure_stands_for_the_report(rows: list[DigestIndicator], first: str) -> None:
    assert _first_of(*rows) == first


@pytest.mark.parametrize(
    ("kind", "operands"),
    [(RelationKind.SUM, ["i1", "i3"]), (RelationKind.SHARE, ["i1", "i2"])],
    ids=["one of the parts of a sum", "the part of a share"],
)
def test_a_whole_goes_before_the_parts_that_the_report_reckons_with(
    kind: RelationKind, operands: list[str]
) -> None:
    rows = [_named(1, "听取报告"), _named(2, "听取报告"), _named(3, "听取报告")]
    stated = "i2" if kind is RelationKind.SUM else "i9"
    relation = Related(kind=kind, operands=operands, stated=stated, formula="", computed="7", holds=True)
    assert _first_of(*rows, relations=[relation]) == "i2"


def test_the_figures_behind_the_headline_one_stay_visible() -> None:
    wrong = _named(3, "听取报告", verdict=Verdict.CONTRADICTED, reason=Reason.VALUE)
    own = _place("Linjiang", _named(1, "听取报告"), _named(2, "听取市级报告"), wrong)
    result = comparison([own, _place("Haibei", _heard("6"))])
    assert [figure.indicator_id for figure in _cells(result)["A"].also] == ["i2", "i3"]
    text = markdown(side_by_side(result))
    assert "| 6 (2022; one of several) | 6 (2022) |" in text
    further = text.split("## Further figures of the same kind")[1]
    assert "| Special work reports heard and deliberated | 7 | Linjiang | 2022 | 听取市级报告" in further
    assert "| Special work reports heard and deliberated | [!VALUE] 8 | Linjiang | 2022 |" in further


def test_of_several_periods_the_one_that_others_share_is_taken() -> None:
    five, one = _heard("57", 1, period="2018-2022"), _heard("11", 2)
    result = comparison([_place("Linjiang", five, one), _place("Haibei", _heard("6"))])
    assert _cells(result)["A"].indicator_id == "i2" and not _cells(result)["A"].hindrance


@pytest.mark.parametrize(
    ("value", "qualifier", "per_year"),
    [
        pytest.param("60", Qualifier.EXACT, "12", id="whole"),
        pytest.param("62", Qualifier.EXACT, "12.4", id="one decimal"),
        pytest.param("60", Qualifier.OVER, "over 12", id="qualifier kept"),
        pytest.param("1", Qualifier.EXACT, "0.2", id="below one"),
    ],
)
def test_five_years_are_never_set_against_one(value: str, qualifier: Qualifier, per_year: str) -> None:
    five = _heard(value, period="2018-2022", qualifier=qualifier)
    result = comparison([_place("Linjiang", five), _place("Haibei", _heard("6"))])
    cells = _cells(result)
    assert {cell.hindrance for cell in cells.values()} == {"period_length"}
    assert cells["A"].per_year == per_year and not cells["B"].per_year


def test_a_per_year_value_that_does_not_come_out_even_is_about() -> None:
    three = _heard("10", period="2020-2022")
    result = comparison([_place("Linjiang", three), _place("Haibei", _heard("6"))])
    assert _cells(result)["A"].per_year == "about 3.3"


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(_heard("94.35", period="2018-2022", unit="%"), id="rate"),
        pytest.param(_heard("2", period="2018-2022", value_max="3"), id="range"),
        pytest.param(_heard("2/3", period="2018-2022"), id="fraction"),
        pytest.param(_heard("50", period="2018-2022", verdict=Verdict.CONTRADICTED), id="flagged"),
    ],
)
def test_what_no_division_fits_has_no_per_year_value(row: DigestIndicator) -> None:
    result = comparison([_place("Linjiang", row), _place("Haibei", _heard("6", unit=row.unit))])
    assert _cells(result)["A"].per_year == ""


@pytest.mark.parametrize(
    ("row", "hindrance"),
    [
        pytest.param(masked(1, key=KEY).model_copy(update={"unit": "项"}), "masked", id="masked"),
        pytest.param(_heard("7", verdict=Verdict.AMBIGUOUS), "flagged", id="flagged"),
        pytest.param(_heard(None), "unreadable", id="unreadable"),
        pytest.param(_heard("2", value_max="3"), "range", id="range"),
        pytest.param(_heard("2", period=""), "period_unknown", id="no period"),
    ],
)
def test_figures_that_cannot_be_compared_stay_visible(row: DigestIndicator, hindrance: str) -> None:
    cells = _cells(comparison([_place("Linjiang", row), _place("Haibei", _heard("6"))]))
    assert (cells["A"].hindrance, cells["B"].hindrance) == (hindrance, "alone")


@pytest.mark.parametrize(
    ("a", "b", "is_above"),
    [
        pytest.param(("31", Qualifier.EXACT), ("30", Qualifier.EXACT), True, id="exact"),
        pytest.param(("30", Qualifier.EXACT), ("30", Qualifier.EXACT), False, id="equal"),
        pytest.param(("35", Qualifier.EXACT), ("30", Qualifier.OVER), False, id="over 30 may be 35"),
        pytest.param(("90", Qualifier.EXACT), ("30", Qualifier.OVER), True, id="over 30 is not 90"),
        pytest.param(("30", Qualifier.NEARLY), ("28", Qualifier.EXACT), False, id="nearly"),
        pytest.param(("30", Qualifier.ABOUT), ("10", Qualifier.UNDER), True, id="about and under"),
    ],
)
def test_an_order_is_claimed_only_where_qualifiers_allow_it(
    a: tuple[str, Qualifier], b: tuple[str, Qualifier], is_above: bool
) -> None:
    rows = [_heard(value, qualifier=qualifier) for value, qualifier in (a, b)]
    cells = _cells(comparison([_place("Linjiang", rows[0]), _place("Haibei", rows[1])]))
    assert above(cells["A"], cells["B"]) is is_above


@pytest.mark.parametrize(
    ("digests", "labels"),
    [
        pytest.param([_place("Linjiang"), _place("Haibei")], ["Linjiang", "Haibei"], id="places"),
        pytest.param([_place("Linjiang, Donghai")], ["Linjiang"], id="place without those above"),
        pytest.param(
            [_place("Linjiang"), _place("Linjiang", year="2021")],
            ["Linjiang 2022", "Linjiang 2021"],
            id="years",
        ),
        pytest.param(
            [_place("Linjiang"), digest(meta=report(kind=ReportKind.GOVERNMENT))],
            ["Linjiang 2022 (congress)", "Linjiang 2022 (government)"],
            id="kinds",
        ),
        pytest.param([linjiang(), linjiang()], ["Linjiang 2022 (A)", "Linjiang 2022 (B)"], id="itself"),
        pytest.param([_place(""), _place("an unnamed city")], ["report A", "report B"], id="no places"),
        pytest.param([_place("Linjiang"), _place("")], ["Linjiang", "report B"], id="one without a place"),
    ],
)
def test_reports_have_labels_of_their_own(digests: list[Digest], labels: list[str]) -> None:
    assert [r.label for r in comparison(digests).reports] == labels


def test_many_reports_have_letters() -> None:
    assert [r.id for r in comparison([linjiang()] * 28).reports][24:] == ["Y", "Z", "AA", "AB"]


def test_no_reports_are_no_error() -> None:
    result = comparison([])
    assert result.reports == [] and result.summary == [] and result.note
